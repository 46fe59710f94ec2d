import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { identity } from '#engines/identity';
import { appointMany, countMembers, draftUnion, foundFederation, foundUnions } from '#engines/org';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { connect, type Database } from '#platform/db';
import { log } from '#platform/log';
import { newId } from '#shared/ids';
import { openHouse } from '../src/house.ts';
import { databaseOf, newName, onServer, startTestServer } from '../test/postgres.ts';
import { fillLetters, fillMembers, someOthers, someWriters } from './fill.sql.ts';
import type { Order, Timing } from './load.ts';
import type { Line } from './run.ts';

const UNIONS = 200;
const WORKERS = 200;
/** People ask from many sessions, because each has an allowance a minute. */
const OFFICERS = 40;
const ASKS = 1_000;
const AT_ONCE = 4;
const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url));

async function time(url: string, tokens: readonly string[], asks = ASKS): Promise<Timing> {
  const child = spawn(process.execPath, [LOAD], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ url, tokens, asks, atOnce: AT_ONCE } satisfies Order));
  return JSON.parse(await text(child.stdout)) as Timing;
}

type Tokens = { readonly workers: string[]; readonly chairs: string[]; readonly top: string[] };

async function fill(database: Database, members: number): Promise<Tokens> {
  return database.transaction(newId(), clock.now(), async (tx) => {
    const top = await foundFederation(tx, { name: 'Bench', code: 'BENCH' });
    const unions = Array.from({ length: UNIONS }, (_, i) => draftUnion({ name: `Union ${i}`, code: `U${i}`, kind: 'enterprise', parentId: top.id }, top));
    await foundUnions(tx, unions);
    await fillMembers(tx, members, unions.map((u) => u.id));
    await fillLetters(tx, members);
    const workers = await someWriters(tx, WORKERS);
    const officers = await someOthers(tx, OFFICERS * 2);
    const chairs = officers.slice(0, OFFICERS);
    const appoint = (personId: string, unionId: string) => ({ id: newId(), personId, unionId, office: 'viceChair' as const, title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' });
    await appointMany(tx, officers.map((id, i) => appoint(id, i < OFFICERS ? unions[i]?.id ?? top.id : top.id)));
    await countMembers(tx, '2026-01-01');
    return { workers: await identity.issueTokens(tx, workers), chairs: await identity.issueTokens(tx, chairs), top: await identity.issueTokens(tx, officers.slice(OFFICERS)) };
  }, { statementTimeout: 900_000 });
}

const PAGES = [
  ['a bare route', '/healthz', 'workers'],
  ["the worker's home", '/api/v1/home', 'workers'],
  ["a chair's work list", '/api/v1/worklist', 'chairs'],
  ["a chair's tiles", '/api/v1/worklist/counts', 'chairs'],
  ['the register of letters at the top', '/api/v1/letters?limit=20', 'top'],
  ['tiles at the top', '/api/v1/worklist/counts', 'top'],
  ['figures of the whole federation', '/api/v1/figures', 'top'],
  ['the member register at the top', '/api/v1/members?limit=20', 'top'],
] as const;

async function sized(members: number): Promise<ReadonlyMap<string, Timing>> {
  const { server, stop } = await startTestServer();
  const name = newName();
  await onServer(server.connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  const database = connect(databaseOf(server.connection, name, 10));
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-bench-'));
  const house = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: dataDir }), log, { database });
  const found = new Map<string, Timing>();
  try {
    const tokens = await fill(database, members);
    await database.pool.query('vacuum analyze');
    const address = await house.server.listen({ host: '127.0.0.1', port: 0 });
    for (const [what, path, who] of PAGES) found.set(what, await time(address + path, tokens[who]));
  } finally {
    await house.close();
    await database.close();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return found;
}

const ms = (n: number): string => `${n.toFixed(1)} ms`;

/** Pages at several sizes of the federation, beside a bare route of the same server in the same run. */
export async function benchPages(): Promise<Line[]> {
  const sizes = (process.env['NIANGJIA_BENCH_MEMBERS'] ?? '10000,100000,1000000').split(',').map(Number);
  const lines: Line[] = [];
  for (const members of sizes) {
    const found = await sized(members);
    const bare = found.get('a bare route') as Timing;
    for (const [what, t] of found) {
      lines.push({
        figure: `${what}, ${members.toLocaleString('en')} members`, value: `p50 ${ms(t.p50)}, p99 ${ms(t.p99)}, ${Math.round(t.perSecond).toLocaleString('en')} a second`,
        against: `bare route p50 ${ms(bare.p50)}`, ratio: (t.p50 / bare.p50).toFixed(1),
      });
    }
  }
  return lines;
}
