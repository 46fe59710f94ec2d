/**
 * A works of one size, in a process of its own: its older register is imported as an officer would do it (sheet, check, confirmation), pages are asked,
 * and the import is undone. `steelworks.ts make FILE ROWS` writes the sheet; `steelworks.ts run FILE ROWS` prints {@link Works} as JSON on its last line.
 */
import assert from 'node:assert/strict';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { identity } from '#engines/identity';
import { appointMany, draftUnion, foundFederation, foundUnions, type Union } from '#engines/org';
import { similarity } from '#engines/similarity';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { connect, type Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { log } from '#platform/log';
import { writeSheet } from '#platform/sheets';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { saveScheme } from '../src/features/innovation/suggestions/scheme.sql.ts';
import { type House, openHouse } from '../src/house.ts';
import { databaseOf, newName, onServer, startTestServer } from '../test/postgres.ts';
import { processorSeconds, serverSeconds } from './processor.ts';
import { seeded, wording } from './similar-texts.ts';
import { countPlainly, fillGroups, fillRewards, fillWorkforce, someMembers } from './steelworks.sql.ts';

/** Seconds of a phase by the wall and of processors (this process and the whole server), and the most memory the process ever had up to its end, in megabytes. */
export type Phase = { readonly seconds: number; readonly processor: number; readonly megabytes: number };
/** What was found at one size. Pages: milliseconds of the middle and the slowest of {@link ASKS}. */
export type Works = { readonly rows: number; readonly people: number; readonly phases: Readonly<Record<'upload' | 'check' | 'take' | 'undo', Phase>>; readonly plain: Readonly<Record<'years' | 'year', number>>; readonly firstLook: number; readonly pages: readonly { readonly page: string; readonly p50: number; readonly most: number }[] };

const UNITS = 30;
const ASKS = 11;
const OFFICERS = 12;
/** The register is of the five years to the end of 2025. */
const [FIRST, DAYS] = [Date.UTC(2021, 0, 1), 1826];
const HEADINGS = ['提案编号', '姓名', '工号', '所属单位', '建议名称', '提出日期', '类别', '评审结果', '等级', '采纳日期', '完成日期', '年经济效益', '现状', '建议措施'];
const KINDS = ['质量', '工艺', '安全', '环保', '设备', '节能', '降本', '管理', '现场', '其他'];
const peopleOf = (rows: number): number => Math.max(2_200, Math.round(rows / 10));

const dayAt = (n: number): string => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10);
const nameOf = (n: number): string => `${'王李张刘陈杨黄赵吴周徐孙'[n % 12]}${'伟强磊军洋勇艳杰娟涛明超秀英华平刚桂'[Math.floor(n / 12) % 18]}${'国建志文玉春海云峰林红梅兰波斌宁鹏飞'[Math.floor(n / 216) % 18]}`;

/** One row as a works keeps it: a quarter has two authors, every third row no staff numbers, every hundredth a wrong date. */
function row(n: number, people: number, below: (n: number) => number): string[] {
  const matter = below(200_000);
  const first = below(people);
  const all = below(4) === 0 ? [first, below(people)] : [first];
  const day = below(DAYS);
  const way = below(100);
  const state = way < 2 ? '' : way < 10 ? '不采纳' : way < 20 ? '采纳' : way < 28 ? '采纳可实施' : way < 90 ? '实施完成' : '已固化';
  const [taken, built] = [way >= 10, way >= 28];
  return [
    `JY-${n}`, all.map(nameOf).join('、'), n % 3 === 0 ? '' : all.map((p) => `G${String(p).padStart(6, '0')}`).join('、'), `第${1 + (first % UNITS)}分厂工会`, wording(matter, below).slice(0, 40), n % 100 === 99 ? '去年' : dayAt(day), KINDS[below(10)] as string,
    state, way >= 20 ? '一二三'[below(3)] as string : '', taken ? dayAt(Math.min(DAYS - 1, day + 9)) : '', built ? dayAt(Math.min(DAYS - 1, day + 60)) : '', built && below(6) === 0 ? String(1000 + below(90_000)) : '', wording(matter, below), wording(matter, below),
  ];
}

async function make(path: string, rows: number): Promise<void> {
  const below = seeded(5);
  await writeSheet(HEADINGS.map((heading) => ({ heading })), (function* () { for (let n = 0; n < rows; n++) yield row(n, peopleOf(rows), below); })(), createWriteStream(path));
}

type Stage = { readonly database: Database; readonly house: House; readonly federationId: string; readonly company: Union; readonly unit: Union; readonly officers: string[]; readonly specialists: string[]; readonly workers: string[]; readonly address: string };
const within = <T>(s: Pick<Stage, 'database' | 'federationId'>, run: (tx: Tx) => Promise<T>): Promise<T> => s.database.transaction(s.federationId, clock.now(), run, { statementTimeout: 600_000 });

async function found(database: Database, federationId: string, people: number): Promise<Pick<Stage, 'company' | 'unit' | 'officers' | 'specialists' | 'workers'>> {
  return within({ database, federationId }, async (tx) => {
    const top = await foundFederation(tx, { name: '明州市总工会', code: 'TOP' });
    const company = draftUnion({ name: '明州钢铁公司工会', code: 'STEEL', kind: 'enterprise', parentId: top.id }, top);
    const units = Array.from({ length: UNITS }, (_, i) => draftUnion({ name: `第${i + 1}分厂工会`, code: `U${i + 1}`, kind: 'enterprise', parentId: company.id }, company));
    await foundUnions(tx, [company]);
    await foundUnions(tx, units);
    await fillWorkforce(tx, people, units.map((u) => u.id));
    await saveScheme(tx, { unionId: company.id, openedOn: '2011-03-01', blind: false });
    await fillGroups(tx, company.id);
    const unit = units[0] as Union;
    const [here, there] = [await someMembers(tx, unit.id, 2 * OFFICERS), await someMembers(tx, (units[1] as Union).id, OFFICERS)];
    const [specialists, workers] = [here.slice(0, OFFICERS), here.slice(OFFICERS)];
    const appoint = (personId: string, unionId: string, office: string) => ({ id: newId(), personId, unionId, office, title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' });
    await appointMany(tx, [...there.map((id) => appoint(id, company.id, 'suggestionOffice')), ...specialists.map((id) => appoint(id, unit.id, 'suggestionSpecialist'))]);
    const [officers, ofUnit, ofWorkers] = [await identity.issueTokens(tx, there), await identity.issueTokens(tx, specialists), await identity.issueTokens(tx, workers)];
    return { company, unit, officers, specialists: ofUnit, workers: ofWorkers };
  });
}

const headersOf = (token: string | undefined) => ({ 'x-niangjia': '1', authorization: `Bearer ${token}` });

async function ask<T>(s: Stage, token: string | undefined, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const answer = await fetch(s.address + path, { method, headers: { ...headersOf(token), ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const told = await answer.text();
  assert.equal(answer.status, 200, `${path}: ${told.slice(0, 300)}`);
  return JSON.parse(told) as T;
}

/** Sends the file as a browser does, without having it in memory. */
async function send(s: Stage, file: string): Promise<string> {
  const told = await new Promise<string>((done, failed) => {
    const sent = request(`${s.address}/api/v1/suggestion-imports?union=${s.company.id}&name=register.xlsx`, { method: 'POST', headers: { ...headersOf(s.officers[0]), 'content-type': 'application/octet-stream' } }, (answer) => void text(answer).then(done, failed)).on('error', failed);
    createReadStream(file).pipe(sent);
  });
  return (JSON.parse(told) as { id: string }).id;
}

async function phase({ database }: Pick<Stage, 'database'>, run: () => Promise<unknown>): Promise<Phase> {
  const [begun, before] = [performance.now(), processorSeconds() + (await serverSeconds(database))];
  await run();
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, processor: processorSeconds() + (await serverSeconds(database)) - before, megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6) };
}

type State = { state: string; good: number; bad: number; taken: number; removed: number; kept: number };

async function importAll(s: Stage, file: string, rows: number): Promise<{ id: string; phases: Omit<Works['phases'], 'undo'> }> {
  let id = '';
  const upload = await phase(s, async () => { id = await send(s, file); });
  const look = (): Promise<State> => ask<State>(s, s.officers[0], 'GET', `/api/v1/suggestion-imports/${id}`);
  const check = await phase(s, () => jobs.drain(s.database));
  const { good, bad } = await look();
  assert.deepEqual([good + bad, bad], [rows, Math.floor(rows / 100)]);
  const take = await phase(s, async () => { await ask(s, s.officers[0], 'POST', `/api/v1/suggestion-imports/${id}/confirm`, { count: good }); await jobs.drain(s.database); });
  assert.deepEqual([(await look()).state, (await look()).taken], ['done', good]);
  return { id, phases: { upload, check, take } };
}

const YEARS = 'from=2021-01-01&to=2025-12-31';
const YEAR = 'from=2025-01-01&to=2025-12-31';
const LOOK = { title: '行车加装限位器', problem: '三车间行车制动不灵，溜钩，停不住。', remedy: '检修制动器，装限位器。' };
type Page = readonly [page: string, who: 'officers' | 'specialists' | 'workers', path: string, body?: object];

const pagesOf = ({ unit }: Stage): readonly Page[] => [
  ['indicators of five years', 'officers', `/api/v1/indicators?${YEARS}`], ['indicators of one year', 'officers', `/api/v1/indicators?${YEAR}`], ['indicators of five years by event', 'officers', `/api/v1/indicators?${YEARS}&basis=event`],
  ['indicators of one unit, five years', 'specialists', `/api/v1/indicators?${YEARS}&unitId=${unit.id}`], ['indicators on the phone', 'workers', '/api/v1/indicators/mine?year=2025'],
  ['suggestions behind a number', 'officers', `/api/v1/indicators/items?${YEARS}&measure=completed&limit=50`], ['suggestions of a group', 'officers', `/api/v1/indicators/items?${YEARS}&measure=valid&group=party&limit=50`],
  ['people behind a number', 'officers', `/api/v1/indicators/people?${YEARS}&measure=participants&limit=50`], ['people who took no part', 'officers', `/api/v1/indicators/people?${YEAR}&measure=absent&limit=50`],
  ['the register', 'officers', '/api/v1/suggestions?limit=50'], ['the register, page 200', 'officers', '/api/v1/suggestions?limit=50&offset=9950'], ['the register by words', 'officers', `/api/v1/suggestions?limit=50&text=${encodeURIComponent('传送带跑偏')}`],
  ['the register by a common word', 'officers', `/api/v1/suggestions?limit=50&text=${encodeURIComponent('车间')}`], ['the register, open', 'officers', '/api/v1/suggestions?limit=50&open=true'], ['the register of one unit', 'officers', `/api/v1/suggestions?limit=50&unionId=${unit.id}`],
  ["a specialist's register", 'specialists', '/api/v1/suggestions?limit=50'], ["a specialist's work list", 'specialists', '/api/v1/worklist'], ["a specialist's tiles", 'specialists', '/api/v1/worklist/counts'], ["the office's tiles", 'officers', '/api/v1/worklist/counts'],
  ['my suggestions', 'workers', '/api/v1/suggestions/mine'], ['my scheme', 'workers', '/api/v1/suggestions/my-scheme'], ['what was adopted, newest', 'workers', '/api/v1/suggestions/shared'], ['what was adopted, best', 'workers', '/api/v1/suggestions/shared?order=best'],
  ['look-alikes while writing', 'workers', '/api/v1/suggestions/look-alikes', LOOK],
];

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

async function times(run: (n: number) => Promise<unknown>): Promise<number[]> {
  await run(0);
  const list: number[] = [];
  for (let n = 0; n < ASKS; n++) {
    const begun = performance.now();
    await run(n);
    list.push(performance.now() - begun);
  }
  return list;
}

async function askPages(s: Stage): Promise<Works['pages']> {
  const pages: { page: string; p50: number; most: number }[] = [];
  for (const [page, who, path, body] of pagesOf(s)) {
    const list = await times((n) => ask(s, s[who][n % OFFICERS], body ? 'POST' : 'GET', path, body));
    pages.push({ page, p50: middle(list), most: Math.max(...list) });
  }
  return pages;
}

async function measure(s: Stage, file: string, rows: number): Promise<Works> {
  const { id, phases } = await importAll(s, file, rows);
  await within(s, (tx) => fillRewards(tx, s.company.id));
  await s.database.pool.query('vacuum analyze');
  similarity.forget();
  const firstLook = (await phase(s, () => ask(s, s.workers[0], 'POST', '/api/v1/suggestions/look-alikes', LOOK))).seconds * 1000;
  const plainly = (from: string): Promise<number[]> => times(() => within(s, (tx) => countPlainly(tx, s.company.id, from, '2025-12-31')));
  const plain = { years: middle(await plainly('2021-01-01')), year: middle(await plainly('2025-01-01')) };
  const pages = await askPages(s);
  const undo = await phase(s, async () => { await ask(s, s.officers[0], 'POST', `/api/v1/suggestion-imports/${id}/undo`, {}); await jobs.drain(s.database); });
  const { state, taken, removed } = await ask<State>(s, s.officers[0], 'GET', `/api/v1/suggestion-imports/${id}`);
  assert.deepEqual([state, removed], ['undone', taken]);
  return { rows, people: peopleOf(rows), phases: { ...phases, undo }, plain, firstLook, pages };
}

async function run(file: string, rows: number): Promise<Works> {
  const { server, stop } = await startTestServer();
  const name = newName();
  await onServer(server.connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  const database = connect(databaseOf(server.connection, name, 10));
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-bench-'));
  const house = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: dataDir }), log, { database, web: null });
  try {
    const federationId = newId();
    const stage = { database, house, federationId, ...(await found(database, federationId, peopleOf(rows))), address: await house.server.listen({ host: '127.0.0.1', port: 0 }) };
    await database.pool.query('vacuum analyze');
    return await measure(stage, file, rows);
  } finally {
    await house.close();
    await database.close();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const [, , what, path = '', count] = process.argv;
if (what === 'make') await make(path, Number(count));
if (what === 'run') process.stdout.write(`${JSON.stringify(await run(path, Number(count)))}\n`);
process.exit(0);
