import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { usePermissions, draftUnion, foundFederation, foundUnions } from '#engines/org';
import { clock } from '#platform/clock';
import { connect } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';
import { readSheet, writeSheet } from '#platform/sheets';
import { idCheckCharacter } from '#shared/id-number';
import { newId } from '#shared/ids';
import { importRoster, type Phase } from '../src/features/organisation/rosters/index.ts';
import { processorSeconds, serverSeconds } from './processor.ts';
import { databaseOf, newName, onServer, startTestServer } from '../test/postgres.ts';

/** What one run of the bench found. Times in seconds, memory in megabytes. */
export type ImportFigures = {
  readonly rows: number; readonly bad: number; readonly seconds: number; readonly rowsPerSecond: number; readonly rssMegabytes: number;
  /** wall seconds of each part of the work */ readonly phases: Readonly<Partial<Record<Phase, number>>>;
  /** processor seconds of this process and of the whole database server: what another load on the machine changes least */
  readonly processorSeconds: { readonly node: number; readonly database: number };
  /** the same file read to its end and thrown away */ readonly readingSeconds: number; readonly readingProcessorSeconds: number;
  readonly ratioToReading: number; readonly reportMegabytes: number;
};

const HEADINGS = ['序号', '姓名', '性别', '身份证号', '手机号码', '民族', '政治面貌', '学历', '技能等级', '户口性质', '是否农民工', '工号', '部门', '岗位', '用工形式', '入职时间', '合同到期时间', '所属工会', '入会时间', '会员证号', '工会职务', '备注'];
const UNITS = ['一分公司工会', '二分公司工会', '三分公司工会', '铸造车间工会'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function idOf(n: number): string {
  const day = new Date(Date.UTC(1960, 0, 1 + (n % 15_000))).toISOString().slice(0, 10).replaceAll('-', '');
  const body = `119999${day}${String(Math.floor(n / 15_000) * 37 + (n % 37)).padStart(3, '0')}`;
  return body + idCheckCharacter(body);
}

/** One row of the bench's roster; every `bad`-th has a wrong telephone. */
function row(n: number, bad: number): string[] {
  const wrong = bad > 0 && n % bad === 0;
  return [String(n + 1), `${pick([...'王李张刘陈杨黄赵'], n)}${pick([...'伟强磊军洋勇艳'], n >> 3)}${pick([...'杰娟涛明超秀'], n >> 6)}`, n % 2 ? '男' : '女', idOf(n), wrong ? '12345' : `13${String(100_000_000 + n)}`, '汉族', pick(['群众', '中共党员', '共青团员'], n), pick(['大专', '本科', '高中'], n), pick(['无', '中级工', '高级工'], n),
    pick(['农业', '非农业'], n), n % 3 ? '否' : '是', `G${String(n).padStart(6, '0')}`, pick(['生产部', '技术部', '质量部'], n), pick(['钳工', '焊工', '电工'], n), '劳动合同制', `2015-0${1 + (n % 9)}-01`, `2028-0${1 + (n % 9)}-01`, pick(UNITS, n), `2016-0${1 + (n % 9)}-01`, `HY${String(n).padStart(8, '0')}`, '', ''];
}

async function makeRoster(path: string, rows: number, bad: number): Promise<void> {
  await writeSheet(HEADINGS.map((heading) => ({ heading })), (function* () { for (let n = 0; n < rows; n++) yield row(n, bad); })(), createWriteStream(path));
}

/** What something took. The memory is the largest this process ever had. */
async function watched<T>(run: () => Promise<T>): Promise<{ value: T; seconds: number; processor: number; rss: number }> {
  const [begun, before] = [performance.now(), processorSeconds()];
  const value = await run();
  return { value, seconds: (performance.now() - begun) / 1000, processor: processorSeconds() - before, rss: process.resourceUsage().maxRSS * 1024 / 1e6 };
}

/** Notes how long each phase lasted: a phase ends where the next begins. */
class Phases {
  readonly seconds: Partial<Record<Phase, number>> = {};
  #now: Phase | null = null;
  #begun = 0;

  begin(phase: Phase | null): void {
    if (this.#now) this.seconds[this.#now] = (performance.now() - this.#begun) / 1000;
    this.#now = phase;
    this.#begun = performance.now();
  }
}

/**
 * Imports a roster from file to report into an empty federation, and reads the same file alone for comparison.
 * @param o.bad every how-manieth row is bad; 1: all of them, 0: none
 */
export async function bench(o: { rows?: number; bad?: number } = {}): Promise<ImportFigures> {
  const { rows = 100_000, bad = 10 } = o;
  const folder = await mkdtemp(join(tmpdir(), 'niangjia-bench-'));
  const { server, stop } = await startTestServer();
  secrets.use(keyRing([randomBytes(32)]));
  usePermissions(new Map());
  const name = newName();
  await onServer(server.connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  const database = connect(databaseOf(server.connection, name));
  try {
    const federationId = newId();
    await database.transaction(federationId, clock.now(), async (tx) => {
      const top = await foundFederation(tx, { name: '明州市总工会', code: 'TOP' });
      await foundUnions(tx, UNITS.map((n, i) => draftUnion({ name: n, code: `U${i}`, kind: 'branch', parentId: federationId }, top)));
    });
    const [file, report] = [join(folder, 'roster.xlsx'), join(folder, 'report.xlsx')];
    // made by another process, so that its memory is not counted here
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'make', file, String(rows), String(bad)], { stdio: 'inherit' });
    const phases = new Phases();
    const before = await serverSeconds(database);
    const whole = await watched(() => importRoster(database, { file, union: 'TOP', report, told: (phase) => phases.begin(phase) }));
    phases.begin(null);
    const server = (await serverSeconds(database)) - before;
    if (whole.value.rows !== rows || whole.value.accepted + whole.value.rejected !== rows) throw new Error(`the bench imported ${JSON.stringify(whole.value)} of ${rows}`);
    const alone = await watched(async () => { for await (const _ of readSheet({ path: file }, { rows: 300_000 })); });
    return {
      rows, bad: whole.value.rejected, seconds: whole.seconds, rowsPerSecond: Math.round(rows / whole.seconds), rssMegabytes: Math.round(whole.rss),
      phases: phases.seconds, processorSeconds: { node: whole.processor, database: server },
      readingSeconds: alone.seconds, readingProcessorSeconds: alone.processor, ratioToReading: whole.seconds / alone.seconds, reportMegabytes: (await stat(report)).size / 1e6,
    };
  } finally {
    await database.close();
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , first, path, ...counts] = process.argv;
  if (first === 'make') {
    await makeRoster(path ?? '', Number(counts[0]), Number(counts[1]));
    process.exit(0);
  }
  const [rows, bad] = [first, path].map((n) => (n === undefined ? undefined : Number(n)));
  const f = await bench({ ...(rows === undefined ? {} : { rows }), ...(bad === undefined ? {} : { bad }) });
  if (counts[0] === 'json') {
    process.stdout.write(`${JSON.stringify(f)}\n`);
    process.exit(0);
  }
  process.stdout.write(`import of ${f.rows} rows, ${f.bad} of them bad, with report: ${f.seconds.toFixed(1)} s, ${f.rowsPerSecond} rows/s, ${f.rssMegabytes} MB, ${f.ratioToReading.toFixed(1)} x reading alone (${f.readingSeconds.toFixed(1)} s)\n`);
  const each = Object.entries(f.phases).map(([phase, seconds]) => `${phase} ${seconds.toFixed(1)} s`).join(', ');
  const { node, database } = f.processorSeconds;
  process.stdout.write(`${each}; processor: node ${node.toFixed(1)} s, database ${database.toFixed(1)} s, reading alone ${f.readingProcessorSeconds.toFixed(1)} s (${((node + database) / f.readingProcessorSeconds).toFixed(1)} x)\n`);
  process.exit(0);
}
