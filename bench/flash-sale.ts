import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claims } from '#engines/claims';
import { identity } from '#engines/identity';
import { draftUnion, foundFederation, foundUnions } from '#engines/org';
import { type Connection, connect, type Database, migrate, startEmbedded } from '#platform/db';
import { newId } from '#shared/ids';
import { readConfig } from '#platform/config';
import { log } from '#platform/log';
import { openHouse } from '../src/house.ts';
import type { Stall } from './counters.ts';
import { listMembers, fillMembers } from './fill.sql.ts';
import { countClaims, makeRows } from './flash-sale.sql.ts';
import type { Pressed } from './press.ts';
import type { Line } from './run.ts';
import { crowd, end, serve, type Server } from './serve.ts';

const MEMBERS = Number(process.env['NIANGJIA_BENCH_CROWD'] ?? 24_000);
const STOCK = Math.round(MEMBERS / 8);
const KIND = { name: 'bench', title: { code: 'bench.sale', zh: '抢购', en: 'Sale' }, handed: { code: 'bench.handed', zh: '领取', en: 'Collected' }, memberPath: '/places', consolePath: '/offers/:id', keep: 'offers.keep' } as const;

/** Milliseconds of processor time that processes have used so far; of PostgreSQL all of its own that live. */
function used(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return sum;
    }
  }, 0);
}

/** Processes below a process. */
function below(parent: number): number[] {
  const own = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`)).flatMap((name) => {
    try {
      return readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1] === String(parent) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
  return [...own, ...own.flatMap(below)];
}

type Run = Pressed & { readonly server: number; readonly postgres: number };

async function press(server: Server, path: string, tokens: readonly string[], connections: number): Promise<Run> {
  const postgres = (): number[] => below(process.pid).filter((pid) => pid !== server.child.pid && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres');
  const before = postgres();
  const [s, p] = [used([server.child.pid ?? 0]), used(before)];
  const seen = await crowd({ port: server.port, path, tokens, connections });
  // A connection made meanwhile has worked for nobody before.
  return { ...seen, server: used([server.child.pid ?? 0]) - s, postgres: used([...new Set([...before, ...postgres()])]) - p };
}

type Stage = { readonly database: Database; readonly federationId: string; readonly unionId: string; readonly tokens: readonly string[] };

async function fill(database: Database): Promise<Stage> {
  const federationId = newId();
  return database.transaction(federationId, new Date(), async (tx) => {
    const top = await foundFederation(tx, { name: 'Bench', code: 'BENCH' });
    const unions = Array.from({ length: 20 }, (_, i) => draftUnion({ name: `Union ${i}`, code: `U${i}`, kind: 'enterprise', parentId: top.id }, top));
    await foundUnions(tx, unions);
    await fillMembers(tx, MEMBERS, unions.map((u) => u.id));
    const people = await listMembers(tx, MEMBERS);
    const tokens: string[] = [];
    for (let i = 0; i < people.length; i += 1_000) tokens.push(...await identity.issueTokens(tx, people.slice(i, i + 1_000)));
    return { database, federationId, unionId: top.id, tokens };
  }, { statementTimeout: 600_000 });
}

const openOffer = (s: Stage): Promise<string> => s.database.transaction(s.federationId, new Date(), async (tx) => {
  const by = { system: 'bench' };
  const id = await claims.put(tx, by, { unionId: s.unionId, kind: KIND.name, title: 'Bench', mode: 'first', opensAt: new Date(Date.now() - 60_000), closesAt: new Date(Date.now() + 3_600_000), places: STOCK });
  await claims.open(tx, by, id);
  return id;
});

const ms = (n: number): string => (n < 1_000 ? `${Math.round(n)} ms` : `${(n / 1_000).toFixed(2)} s`);
const perSecond = (r: Pressed): number => (MEMBERS * 1_000) / r.done;
const told = (r: Run): string =>
  `${Math.round(perSecond(r)).toLocaleString('en')} tries/s, last of ${STOCK.toLocaleString('en')} after ${ms(r.lastWon)}, all ${MEMBERS.toLocaleString('en')} answered after ${ms(r.done)}, p50 ${ms(r.p50)}, p99 ${ms(r.p99)}; CPU server ${ms(r.server)}, PostgreSQL ${ms(r.postgres)}, crowd ${ms(r.cpu)}`;

/** The durable claim at so many connections. */
async function claimed(s: Stage, house: Server, connections: number): Promise<Run> {
  const offerId = await openOffer(s);
  const run = await press(house, `/api/v1/offers/${offerId}/claims`, s.tokens, connections);
  const { claims: n, people } = await s.database.read(s.federationId, new Date(), (tx) => countClaims(tx, offerId));
  if (n !== STOCK || people !== STOCK || run.byStatus['201'] !== STOCK) throw new Error(`flash sale: ${n} claims of ${people} people, ${JSON.stringify(run.byStatus)}, not ${STOCK}`);
  return run;
}

async function stalls(database: Database, connection: Connection, folder: string, tokens: readonly string[], connections: number): Promise<[name: string, run: Run][]> {
  const found: [string, Run][] = [];
  const against = async (name: string, stall: Partial<Stall> & Pick<Stall, 'shape'>): Promise<void> => {
    const server = await serve('./counters.ts', {}, { database: connection, folder, redis: 0, stock: STOCK, ...stall } satisfies Stall);
    await press(server, '/claims', tokens.slice(0, 2_000).map((t) => `warm${t}`), connections).catch(() => undefined);
    await end(server);
    const fresh = await serve('./counters.ts', {}, { database: connection, folder, redis: 0, stock: STOCK, ...stall } satisfies Stall);
    found.push([name, await press(fresh, '/claims', tokens, connections)]);
    await end(fresh);
  };
  await against('a bare Fastify POST, nothing stored', { shape: 'bare' });
  await against('a bare Fastify POST that asks whose session it is, nothing stored', { shape: 'known' });
  await makeRows(database, STOCK);
  await against('one UPDATE and INSERT per request', { shape: 'rows' });
  await database.pool.query('drop table bench_stock, bench_sold');
  if (existsSync('/usr/bin/redis-server')) {
    const port = await new Promise<number>((go) => { const probe = createServer().listen(0, '127.0.0.1', () => { const at = probe.address(); probe.close(() => { go(typeof at === 'object' && at ? at.port : 0); }); }); });
    const redis = spawn('/usr/bin/redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    await new Promise((go) => setTimeout(go, 700));
    await against('a Redis script, stored by nobody', { shape: 'redis', redis: port });
    redis.kill();
  }
  return found;
}

/** The flash sale: our durable claim beside other shapes in the same run, at 200 and 2,000 connections, and with a slow disk. */
export async function benchFlashSale(): Promise<Line[]> {
  claims.useKind(KIND);
  const folder = await mkdtemp(join(tmpdir(), 'niangjia-sale-'));
  const embedded = await startEmbedded({ dataDir: folder });
  const database = connect({ ...embedded.config, poolSize: 5 });
  const lines: Line[] = [];
  try {
    await migrate(database);
    const opened = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: folder }), log, { database });
    const s = await fill(database);
    await database.pool.query('vacuum analyze');
    const env = { HOUSE_DATABASE: JSON.stringify({ ...embedded.config, poolSize: 10 }), NIANGJIA_MODE: 'demo', DATA_DIR: folder, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' };
    const house = await serve('../test/running-house.ts', env);
    await claimed(s, house, 200);
    for (const connections of [200, 2_000]) {
      const ours = await claimed(s, house, connections);
      const others = process.env['NIANGJIA_BENCH_ALONE'] ? [] : await stalls(database, embedded.config, folder, s.tokens, connections);
      const [bare, known] = [others[0]?.[1], others[1]?.[1]];
      lines.push({ figure: `durable claim, ${connections} connections`, value: told(ours), against: bare ? `bare Fastify POST ${Math.round(perSecond(bare)).toLocaleString('en')}/s` : '-', ratio: bare ? (perSecond(ours) / perSecond(bare)).toFixed(2) : '-' });
      if (known) lines.push({ figure: `durable claim, ${connections} connections, beside a POST that knows who asks`, value: `${Math.round(perSecond(ours)).toLocaleString('en')} tries/s`, against: `bare POST with session ${Math.round(perSecond(known)).toLocaleString('en')}/s`, ratio: (perSecond(ours) / perSecond(known)).toFixed(2) });
      for (const [name, run] of others) lines.push({ figure: `${name}, ${connections} connections`, value: told(run), against: `durable claim ${Math.round(perSecond(ours)).toLocaleString('en')}/s`, ratio: (perSecond(run) / perSecond(ours)).toFixed(2) });
    }
    await database.pool.query('alter system set commit_delay = 5000');
    await database.pool.query('alter system set commit_siblings = 0');
    await database.pool.query('select pg_reload_conf()');
    const slow = await claimed(s, house, 200);
    const others = process.env['NIANGJIA_BENCH_ALONE'] ? [] : await stalls(database, embedded.config, folder, s.tokens, 200);
    const rowsSlow = others[2]?.[1];
    lines.push({ figure: 'durable claim, 200 connections, each commit 5 ms longer', value: told(slow), against: rowsSlow ? `one UPDATE and INSERT per request: ${told(rowsSlow)}` : '-', ratio: rowsSlow ? (perSecond(slow) / perSecond(rowsSlow)).toFixed(1) : '-' });
    await end(house);
    await opened.close();
  } finally {
    await database.close();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return lines;
}
