import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ballots, verifyBoard } from '#engines/ballot';
import { draftUnion, foundFederation, foundUnions } from '#engines/org';
import { connect, type Database, migrate, startEmbedded } from '#platform/db';
import { jobs } from '#platform/jobs';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { listKeys } from '../src/engines/ballot/keys.sql.ts';
import { makePapers, RULE, writeBoardFile } from './ballot-board.ts';
import type { Booth } from './ballot-booth.ts';
import { everybody, invented, makeBox } from './ballot.sql.ts';
import { fillMembers, listMembers } from './fill.sql.ts';
import type { Pressed } from './press.ts';
import type { Line } from './run.ts';
import { crowd, end, serve, type Server } from './serve.ts';

const DELEGATES = Number(process.env['NIANGJIA_BENCH_DELEGATES'] ?? 5_000);
const SIZES = (process.env['NIANGJIA_BENCH_PAPERS'] ?? '100000,1000000').split(',').map(Number).filter((n) => n > 0);
const LONG_ROLL = 1_000_000;
const CONNECTIONS = 200;
const BY = { system: 'bench' };
const KIND = { name: 'bench', title: { code: 'bench.ballot', zh: '表决', en: 'Motion' }, memberPath: '/ballots/:id', consolePath: '/ballots/:id', keep: 'ballots.keep' } as const;

const seconds = (n: number): string => (n < 1 ? `${Math.round(n * 1_000)} ms` : `${n.toFixed(1)} s`);
const many = (n: number): string => n.toLocaleString('en');
/** Wall-clock and processor seconds of this process (its threads included) that something takes. */
async function timed<T>(run: () => Promise<T>): Promise<{ value: T; took: number; cpu: number }> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const value = await run();
  const used = process.cpuUsage(before);
  return { value, took: (performance.now() - begun) / 1_000, cpu: (used.user + used.system) / 1e6 };
}

type Stage = { readonly federationId: string; readonly unionId: string; readonly people: readonly string[]; readonly within: <T>(run: (tx: Tx) => Promise<T>) => Promise<T> };

async function filled(database: Database): Promise<Stage> {
  const federationId = newId();
  const within = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(federationId, new Date(), run, { statementTimeout: 600_000 });
  const [unionId, people] = await within(async (tx) => {
    const top = await foundFederation(tx, { name: 'Bench', code: 'BENCH' });
    const unions = Array.from({ length: 20 }, (_, i) => draftUnion({ name: `Union ${i}`, code: `U${i}`, kind: 'enterprise', parentId: top.id }, top));
    await foundUnions(tx, unions);
    await fillMembers(tx, DELEGATES, unions.map((u) => u.id));
    return [top.id, await listMembers(tx, DELEGATES)] as const;
  });
  return { federationId, unionId, people, within };
}

const prepared = (s: Stage): Promise<string> => s.within((tx) => ballots.prepare(tx, BY, { unionId: s.unionId, kind: KIND.name, title: 'Bench', level: 'blind', paper: { kind: 'motion' }, rule: RULE }));

/** What people post: papers whose tokens were signed with the key in hand, since a voter's device takes 40 ms for what thousands of devices do at once. */
async function postedBodies(s: Stage, id: string): Promise<string[]> {
  const keys = await s.within((tx) => listKeys(tx, id));
  const [token, content] = [keys.find((k) => k.purpose === 'token'), keys.find((k) => k.purpose === 'content')];
  if (!token?.secret || !content) throw new Error('ballot: the keys are missing');
  const bodies = await makePapers({ ballot: id, token: secrets.open(token.secret), content: content.public.toString('base64'), paperBytes: 64, count: DELEGATES, turns: 1 });
  return bodies.map((b) => JSON.stringify({ body: b.toString('base64url') }));
}

const told = (r: Pressed): string => `${many(DELEGATES)} in ${seconds(r.done / 1_000)} (${many(Math.round((DELEGATES * 1_000) / r.done))}/s), p50 ${seconds(r.p50 / 1_000)}, p99 ${seconds(r.p99 / 1_000)}`;

/** Issue, cast, close, count, prove and publish, and the plain shapes beside. */
async function voted(database: Database, s: Stage, server: Server, id: string, folder: string): Promise<Line[]> {
  const bodies = await postedBodies(s, id);
  const press = async (path: string, sent?: readonly string[]): Promise<Pressed> => {
    const seen = await crowd({ port: server.port, path, tokens: s.people, connections: CONNECTIONS, ...(sent ? { bodies: sent } : {}) });
    if (seen.byStatus['201'] !== DELEGATES) throw new Error(`${path}: ${JSON.stringify(seen.byStatus)}`);
    return seen;
  };
  const blinded = s.people.map(() => { const b = randomBytes(256); b[0] = 0; return JSON.stringify({ blinded: b.toString('base64url') }); });
  await press('/bare');
  const [bare, insert, issued] = [await press('/bare', bodies), await press('/insert', bodies), await press('/token', blinded)];
  const mixing = setInterval(() => void s.within((tx) => ballots.mix(tx, id)), 1_000);
  const cast = await press('/paper', bodies);
  clearInterval(mixing);
  const closing = await timed(async () => {
    await s.within((tx) => ballots.close(tx, BY, id));
    await ballots.finishNow(database, s.federationId, id, new Date());
  });
  const file = join(folder, 'board.jsonl');
  const published = await timed(() => pipeline(ballots.boardLines(database, s.federationId, id, new Date()), createWriteStream(file)));
  const verified = await timed(() => verifyBoard(file));
  const counted = (await s.within((tx) => ballots.findBallot(tx, id)))?.result?.counts.ballotsReturned;
  if (counted !== DELEGATES || verified.value.some((c) => !c.ok)) throw new Error(`ballot: ${counted} counted`);
  const against = (r: Pressed): string => `bare Fastify POST ${many(Math.round((DELEGATES * 1_000) / bare.done))}/s, plain INSERT ${many(Math.round((DELEGATES * 1_000) / insert.done))}/s; this ${many(Math.round((DELEGATES * 1_000) / r.done))}/s`;
  return [
    { figure: 'blind level: tokens signed', value: told(issued), against: against(issued), ratio: (insert.done / issued.done).toFixed(2) },
    { figure: 'blind level: papers taken, checked and acknowledged, mixed meanwhile', value: told(cast), against: against(cast), ratio: (insert.done / cast.done).toFixed(2) },
    { figure: 'tokens and papers together', value: seconds((issued.done + cast.done) / 1_000), against: 'target: 5,000 vote within 60 s', ratio: ((issued.done + cast.done) / 60_000).toFixed(2) },
    { figure: 'closing: mixed, numbered, opened, counted, signed, rewritten', value: seconds(closing.took), against: 'target: result and proof within 120 s', ratio: (closing.took / 120).toFixed(3) },
    { figure: 'the board published and verified by the outsider’s tool', value: `${seconds(published.took)} and ${seconds(verified.took)}`, against: 'target: with the closing within 120 s', ratio: ((closing.took + published.took + verified.took) / 120).toFixed(3) },
  ];
}

async function longRoll(s: Stage): Promise<Line> {
  const id = await prepared(s);
  const set = await timed(() => s.within((tx) => ballots.setRoll(tx, BY, id, invented(s.unionId, LONG_ROLL))));
  return { figure: `a roll of ${many(LONG_ROLL)} from a SELECT`, value: seconds(set.took), against: '-', ratio: '-' };
}

/** A board of so many papers in the hands of somebody with nothing but the file. */
async function outsider(count: number, folder: string): Promise<Line> {
  const file = join(folder, `${count}.jsonl`);
  const made = await timed(() => writeBoardFile(count, file));
  const { size } = await stat(file);
  const verified = await timed(() => verifyBoard(file));
  if (verified.value.some((c) => !c.ok)) throw new Error(`ballot: ${JSON.stringify(verified.value.filter((c) => !c.ok))}`);
  await rm(file);
  return {
    figure: `${many(count)} papers (${Math.round(size / 1e6)} MB) verified by the outsider’s tool`, value: `${seconds(verified.took)}, processor ${seconds(verified.cpu)} (${Math.round((verified.cpu * 1e6) / count)} µs a paper)`,
    against: `target: a million within 180 s on two cores; made for the bench in ${seconds(made.took)}, processor ${seconds(made.cpu)}`, ratio: ((verified.took * 1_000_000) / count / 180).toFixed(2),
  };
}

/** The secret ballot: 5,000 delegates at the blind level, and boards of a hundred thousand and a million in the outsider's hands. */
export async function benchBallot(): Promise<Line[]> {
  ballots.useKind(KIND);
  ballots.declareJobs();
  const key = randomBytes(32);
  secrets.use(keyRing([key]));
  const folder = await mkdtemp(join(tmpdir(), 'niangjia-ballot-'));
  const embedded = await startEmbedded({ dataDir: folder });
  const database = connect({ ...embedded.config, poolSize: 5 });
  const lines: Line[] = [];
  try {
    await migrate(database);
    await jobs.install(database);
    await makeBox(database);
    const s = await filled(database);
    const id = await prepared(s);
    await s.within((tx) => ballots.setRoll(tx, BY, id, everybody(tx)));
    await s.within((tx) => ballots.announce(tx, BY, id));
    await ballots.makeKeys(database, s.federationId, id, new Date());
    await s.within((tx) => ballots.open(tx, BY, id));
    const server = await serve('./ballot-booth.ts', {}, { database: embedded.config, key: key.toString('base64'), federationId: s.federationId, ballotId: id } satisfies Booth);
    lines.push(...(await voted(database, s, server, id, folder)), await longRoll(s));
    await end(server);
    for (const count of SIZES) lines.push(await outsider(count, folder));
  } finally {
    await database.close();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return lines;
}
