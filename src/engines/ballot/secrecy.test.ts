import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { gunzipSync } from 'node:zlib';
import pino from 'pino';
import { backup } from '#platform/backup';
import { log } from '#platform/log';
import { keyRing, secrets } from '#platform/secrets';
import { ballotStory, minutes, motion } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { tablesOf } from '../../../test/house/rows.ts';
import { ballots } from './index.ts';

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';
secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const folder = await mkdtemp(join(tmpdir(), 'niangjia-secret-'));
after(() => rm(folder, { recursive: true, force: true }));

const VOTERS = 60;
const s = await ballotStory(database, VOTERS);
const [blind, detached] = [await s.opened({ level: 'blind' }), await s.opened({ level: 'detached' })];

/** What is known of a vote to the voter alone: who, and what the paper can be recognised by. */
type Vote = { readonly person: string; readonly marks: readonly string[] };
const shapes = (bytes: Buffer): string[] => [bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')];
const idShapes = (id: string): string[] => [id, id.replaceAll('-', ''), ...shapes(Buffer.from(id.replaceAll('-', ''), 'hex')).slice(1)];

function shuffled(n: number): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return all;
}

/** Spearman's rank correlation between two orders of the same things. */
function correlation(one: readonly string[], other: readonly string[]): number {
  const place = new Map(other.map((x, i) => [x, i]));
  const squares = one.reduce((sum, x, i) => sum + (i - (place.get(x) ?? 0)) ** 2, 0);
  const n = one.length;
  return 1 - (6 * squares) / (n * (n * n - 1));
}
/** What an order that depends on nothing stays below but once in about 40,000 times. */
const CHANCE = 4.2 / Math.sqrt(VOTERS - 1);

type Row = { table: string; xmin: string; text: string };
async function allRows(): Promise<Row[]> {
  const found = await Promise.all((await tablesOf(database)).map(async ({ name }) => (await database.pool.query<Row>(`SELECT '${name}' AS table, t.xmin::text AS xmin, t::text AS text FROM ${name} t`)).rows));
  const views = await database.pool.query<Row>("SELECT 'pg_stat_activity' AS table, '' AS xmin, a::text AS text FROM pg_stat_activity a UNION ALL SELECT 'pg_prepared_statements', '', p::text FROM pg_prepared_statements p UNION ALL SELECT 'pgboss.job', j.xmin::text, j::text FROM pgboss.job j");
  return [...found.flat(), ...views.rows];
}
const holds = (text: string, marks: readonly string[]): boolean => marks.some((m) => text.includes(m));

/** Rows that hold a person and that person's paper; and transactions that wrote both, but of fewer than `least` people. */
function joins(rows: readonly Row[], votes: readonly Vote[], least: number): string[] {
  const found: string[] = [];
  const written = new Map<string, { people: Set<string>; papers: Set<string> }>();
  const people = votes.map((v) => ({ v, shapes: idShapes(v.person) }));
  for (const row of rows) {
    const named = people.filter((p) => holds(row.text, p.shapes)).map((p) => p.v);
    const cast = votes.filter((v) => holds(row.text, v.marks));
    for (const v of named) if (cast.includes(v)) found.push(`${row.table}: a row of both`);
    const both = written.get(row.xmin) ?? { people: new Set<string>(), papers: new Set<string>() };
    for (const v of named) both.people.add(v.person);
    for (const v of cast) both.papers.add(v.person);
    written.set(row.xmin, both);
  }
  for (const [xmin, { people: p, papers }] of written) if (xmin !== '' && p.size > 0 && papers.size > 0 && Math.min(p.size, papers.size) < least) found.push(`transaction ${xmin}: ${p.size} people, ${papers.size} papers`);
  return found;
}

async function backedUp(name: string): Promise<string[]> {
  const to = join(folder, name);
  await backup({ database, filesDir: join(folder, 'none'), keyIds: [], to });
  const tar = await readFile(to);
  const texts: string[] = [];
  for (let at = 0; at < tar.length; ) {
    const size = Number.parseInt(tar.subarray(at + 124, at + 136).toString('latin1').replace(/\0.*$/, '').trim() || '0', 8);
    const [file, content] = [tar.subarray(at, at + 100).toString('latin1').replace(/\0.*$/s, ''), tar.subarray(at + 512, at + 512 + size)];
    if (/^tables\/.*[^m]$/.test(file) && content[0] === 0x1f) texts.push(...gunzipSync(content).toString('utf8').split('\n').map((line) => `${file} ${line}`));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return texts;
}

const order = shuffled(VOTERS);
const votes: { blind: Vote[]; detached: Vote[] } = { blind: [], detached: [] };
const nameOf = (v: Vote): string => v.person;
const hashOrder = async (by: string, where = ''): Promise<string[]> => {
  const { rows } = await database.pool.query<{ hash: string }>(`SELECT encode(hash, 'hex') AS hash FROM ballot_paper WHERE ballot_id = $1 ${where} ORDER BY ${by}`, [blind]);
  const owner = new Map(votes.blind.map((v) => [v.marks[0], v.person]));
  return rows.map((r) => owner.get(r.hash) ?? '');
};

test('while it is open: waiting papers lie in the order of arrival (control), mixed ones do not; envelopes open for nobody without their key, which is in no backup', async () => {
  for (const n of order) {
    const { ready, receipt } = await s.posted(blind, await s.token(blind, n), n % 3 === 0 ? 'against' : 'for');
    const [hash, body] = [Buffer.from(receipt.paper, 'base64url'), Buffer.from(ready.body, 'base64url')];
    votes.blind.push({ person: s.people[n] ?? '', marks: [...shapes(hash), ...shapes(body.subarray(2, 67)), ...shapes(body.subarray(400, 440)).slice(0, 1)] });
    const { number } = await s.within((tx) => ballots.cast(tx, s.people[n] ?? '', detached, motion('for')));
    votes.detached.push({ person: s.people[n] ?? '', marks: shapes(Buffer.from(number ?? '', 'base64url')) });
  }
  const rows = await allRows();
  assert.deepEqual(joins(rows, votes.blind, 5), []);
  assert.deepEqual(joins(rows, votes.detached, 5), []);
  const voted = votes.blind.map(nameOf);
  assert.ok(correlation(voted, await hashOrder('ctid')) > 0.99, 'control: the search for order sees the order of arrival');
  const roll = await database.pool.query<{ id: string }>('SELECT person_id AS id FROM ballot_voter WHERE ballot_id = $1 ORDER BY xmin::text::bigint', [blind]);
  assert.ok(correlation(voted, roll.rows.map((r) => r.id)) > 0.99, 'control: until the close the roll shows when tokens were fetched');
  const saved = await backedUp('open.tar');
  assert.ok(saved.some((l) => l.startsWith('tables/ballot_envelope.')), 'the backup was not seen');
  assert.deepEqual(saved.filter((l) => l.startsWith('tables/ballot_envelope_key')), [], 'the key of envelopes in a backup');
  await s.within((tx) => ballots.mix(tx, blind));
  assert.ok(Math.abs(correlation(voted, await hashOrder('ctid'))) < CHANCE, 'mixed');
});

test('after the close: no row, transaction, place, statistics view, backup or line of the log joins a person to a paper', async () => {
  const reader = await database.pool.connect();
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await reader.query('SELECT count(*) FROM ballot_envelope');
  for (const id of [blind, detached]) await s.closed(id);
  await ballots.sweep(database, minutes(61));
  const destroyed = async (): Promise<boolean[]> => (await database.pool.query<{ destroyed: boolean }>('SELECT destroyed FROM ballot ORDER BY id')).rows.map((r) => r.destroyed);
  assert.deepEqual(await destroyed(), [false, false], 'somebody may still read what was deleted');
  await reader.query('COMMIT');
  reader.release();
  await ballots.sweep(database, minutes(62));
  assert.deepEqual(await destroyed(), [true, true]);
  const rows = await allRows();
  for (const list of [votes.blind, votes.detached]) {
    assert.equal(list.filter((v) => rows.some((r) => r.table === 'ballot_paper' && holds(r.text, v.marks))).length, VOTERS, 'control: every paper is found');
    assert.equal(list.filter((v) => rows.some((r) => r.table === 'ballot_voter' && holds(r.text, idShapes(v.person)))).length, VOTERS, 'control: every voter is found');
    assert.deepEqual(joins(rows, list, VOTERS), []);
  }
  const voted = votes.blind.map(nameOf);
  for (const by of ['ctid', 'no']) assert.ok(Math.abs(correlation(voted, await hashOrder(by))) < CHANCE, by);
  const { rows: [x] } = await database.pool.query<{ voters: number; papers: number; asked: number }>(`SELECT (SELECT count(DISTINCT xmin::text) FROM ballot_voter WHERE ballot_id = $1)::int AS voters,
    (SELECT count(DISTINCT xmin::text) FROM ballot_paper WHERE ballot_id = $1)::int AS papers, (SELECT count(*) FROM ballot_voter WHERE asked IS NOT NULL)::int AS asked`, [blind]);
  assert.deepEqual(x, { voters: 1, papers: 1, asked: 0 });
  const roll = await database.pool.query<{ id: string }>('SELECT person_id AS id FROM ballot_voter WHERE ballot_id = $1 ORDER BY ctid', [blind]);
  assert.ok(Math.abs(correlation(voted, roll.rows.map((r) => r.id))) < CHANCE, 'the roll');
  const sizes = await database.pool.query<{ n: number }>("SELECT (pg_relation_size('ballot_envelope') + pg_relation_size('ballot_envelope_key'))::int AS n");
  assert.equal(sizes.rows[0]?.n, 0, 'envelopes and their keys are gone from the files');
  const told = [...lines, ...(await backedUp('closed.tar'))];
  for (const list of [votes.blind, votes.detached]) for (const v of list) assert.deepEqual(told.filter((t) => holds(t, v.marks) && holds(t, idShapes(v.person))).map((t) => t.slice(0, 80)), []);
  assert.deepEqual(lines.filter((l) => [...votes.blind, ...votes.detached].some((v) => holds(l, v.marks) || holds(l, idShapes(v.person)))), [], 'the log');
});

test('control: a planted row, a planted transaction and a planted line are found', async () => {
  const [v] = votes.blind as [Vote];
  const planted = `(${v.person},"\\\\x${v.marks[0]}")`;
  assert.deepEqual(joins([{ table: 'planted', xmin: '1', text: planted }], votes.blind, VOTERS), ['planted: a row of both', 'transaction 1: 1 people, 1 papers']);
  await database.pool.query('CREATE TABLE planted (federation_id uuid, a text)');
  await database.pool.query('BEGIN; COMMIT');
  await database.transaction(s.federationId, minutes(70), async () => { await database.pool.query('INSERT INTO planted VALUES ($1, $2)', [s.federationId, `${v.person} ${v.marks[1]}`]); });
  assert.ok(joins(await allRows(), votes.blind, VOTERS).includes('planted: a row of both'));
  log.info({ planted: `${v.marks[0]}` }, 'planted');
  assert.equal(lines.filter((l) => holds(l, v.marks)).length, 1);
});
