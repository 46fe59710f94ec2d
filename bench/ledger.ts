import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledger, type Posting } from '#engines/ledger';
import { foundFederation } from '#engines/org';
import { connect, type Database, migrate, startEmbedded } from '#platform/db';
import { newId } from '#shared/ids';
import { insertBare, makeBareTables } from './ledger.sql.ts';
import type { Line } from './run.ts';

const JOURNALS = Number(process.env['NIANGJIA_BENCH_JOURNALS'] ?? 1_000_000);
const WALLETS = 10_000;
const NOW = new Date('2026-11-21T08:00:00Z');
const BY = { system: 'bench' };
const SLOW = { statementTimeout: 900_000 };
const whole = (n: number): string => Math.round(n).toLocaleString('en');

type Stage = { readonly database: Database; readonly federationId: string; readonly bookId: string; readonly wallets: readonly number[]; no(code: string): number };

async function open(database: Database): Promise<Stage> {
  const federationId = newId();
  const people = Array.from({ length: WALLETS }, newId);
  return database.transaction(federationId, NOW, async (tx) => {
    await foundFederation(tx, { name: 'Bench', code: 'BENCH' });
    const chart = [
      { code: '500', name: 'Issued', kind: 'expense' }, { code: '101', name: 'Budget', kind: 'asset', floored: true },
      { code: '402', name: 'Income', kind: 'income' }, { code: '200', name: 'Wallets', kind: 'liability', heading: true },
    ] as const;
    const { id } = await ledger.openBook(tx, BY, { unionId: federationId, purpose: 'points', commodity: 'points', begins: '2026-11', chart });
    const codes = await ledger.accountNumbers(tx, id, chart.map((a) => a.code));
    const opened = await ledger.openFor(tx, BY, id, { heading: '200', kind: 'person', subjectIds: people, floored: true });
    const no = (code: string): number => codes.get(code) ?? 0;
    await ledger.post(tx, { madeBy: null }, [{ bookId: id, key: 'budget', on: '2026-11-01', summary: 'Budget', document: { kind: 'budget', id: '2026' }, moves: [{ from: no('402'), to: no('101'), amount: 10n ** 12n }] }]);
    return { database, federationId, bookId: id, wallets: people.map((p) => opened.get(p) ?? 0), no };
  }, SLOW);
}

type Shape = 'wallets' | 'budget';
let next = 0;

/** Journals of one move: from a person's wallet to the one expense account, or from the guarded budget to it. */
function batchOf(s: Stage, size: number, shape: Shape): Posting[] {
  return Array.from({ length: size }, () => {
    const id = newId();
    next += 1;
    const from = shape === 'wallets' ? s.wallets[(next * 7919) % WALLETS] ?? 0 : s.no('101');
    return { bookId: s.bookId, key: `suggestion/${id}/reward`, on: '2026-11-10', summary: 'Reward for a suggestion', document: { kind: 'suggestion', id }, moves: [{ from, to: s.no('500'), amount: 120n }] };
  });
}

/** Journals a second over `connections`, each sending batches of `size` one after the other. */
async function speed(count: number, size: number, connections: number, send: (size: number) => Promise<unknown>): Promise<number> {
  const each = Math.ceil(count / size / connections);
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, async () => { for (let i = 0; i < each; i++) await send(size); }));
  return (each * connections * size * 1_000) / (performance.now() - begun);
}

async function posting(s: Stage): Promise<Line[]> {
  const { database, federationId, bookId } = s;
  const post = (shape: Shape) => (size: number) => database.transaction(federationId, NOW, (tx) => ledger.post(tx, { madeBy: null }, batchOf(s, size, shape)));
  const bare = (size: number) => database.transaction(federationId, NOW, (tx) => insertBare(tx, bookId, size));
  await database.transaction(federationId, NOW, makeBareTables);
  for (const send of [post('wallets'), post('budget'), bare]) await speed(5_000, 500, 1, send);
  const lines: Line[] = [];
  for (const { size, count } of [{ size: 1, count: 2_000 }, { size: 100, count: 40_000 }, { size: 1_000, count: 100_000 }]) {
    for (const connections of [1, 2]) {
      const plain = await speed(count, size, connections, bare);
      for (const [shape, what] of [['wallets', 'one hot account and 10,000 guarded wallets'], ['budget', 'one hot guarded account']] as const) {
        const got = await speed(count, size, connections, post(shape));
        lines.push({
          figure: `journals ${size === 1 ? 'singly' : `in batches of ${whole(size)}`}, ${what}, ${connections} connection${connections > 1 ? 's' : ''}`,
          value: `${whole(got)} a second`, against: `bare insert of the same rows: ${whole(plain)} a second`, ratio: (plain / got).toFixed(2),
        });
      }
    }
  }
  return lines;
}

async function proving(s: Stage): Promise<Line[]> {
  const { database, federationId, bookId } = s;
  const before = (await database.pool.query<{ n: bigint }>('SELECT count(*) AS n FROM ledger_journal')).rows[0]?.n ?? 0n;
  await speed(JOURNALS - Number(before), 1_000, 2, (size) => database.transaction(federationId, NOW, (tx) => ledger.post(tx, { madeBy: null }, batchOf(s, size, 'wallets'))));
  await database.pool.query('VACUUM ANALYZE');
  const begun = performance.now();
  const { sealed } = await ledger.seal(database, NOW);
  let all = sealed;
  for (let more = sealed; more > 0; all += more) more = (await ledger.seal(database, NOW)).sealed;
  const sealing = (performance.now() - begun) / 1_000;
  const from = performance.now();
  const found = await database.read(federationId, NOW, (tx) => ledger.verifyBook(tx, bookId), SLOW);
  const proof = (performance.now() - from) / 1_000;
  if (found.faultCount > 0 || found.unsealed > 0) throw new Error(`the verifier found ${JSON.stringify(found.faults.slice(0, 3))}`);
  const asked = performance.now();
  await database.read(federationId, NOW, (tx) => ledger.trialBalance(tx, bookId, '2026-11'), SLOW);
  const trial = (performance.now() - asked) / 1_000;
  return [
    { figure: `sealing ${whole(all)} accounts and journals in blocks`, value: `${sealing.toFixed(1)} s, ${whole(all / sealing)} a second`, against: 'target 25,300 a second', ratio: (25_300 / (all / sealing)).toFixed(2) },
    { figure: `proof of ${whole(found.journals)} journals in ${whole(found.blocks)} blocks: contents, chain, balances, keys`, value: `${proof.toFixed(1)} s`, against: `target 60 s a million`, ratio: (proof / (60 * (found.journals / 1_000_000))).toFixed(2) },
    { figure: `trial balance of a month of ${whole(found.journals)} journals`, value: `${trial.toFixed(2)} s`, against: 'the proof', ratio: (trial / proof).toFixed(2) },
  ];
}

/** The ledger on a server set as the product sets it (each commit waits for the disk). */
export async function benchLedger(): Promise<Line[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-ledger-'));
  const server = await startEmbedded({ dataDir });
  const database = connect({ ...server.config, poolSize: 4 });
  try {
    await migrate(database);
    const stage = await open(database);
    return [...(await posting(stage)), ...(await proving(stage))];
  } finally {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
