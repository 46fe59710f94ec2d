import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identity } from '#engines/identity';
import { appointMany, countMembers, draftUnion, foundFederation, foundUnions } from '#engines/org';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { connect, type Database } from '#platform/db';
import { log } from '#platform/log';
import { newId } from '#shared/ids';
import { openHouse } from '../src/house.ts';
import { databaseOf, newName, onServer, startTestServer } from '../test/postgres.ts';
import { fillCases, fillMembers } from './fill.sql.ts';
import type { Line } from './run.ts';

const UNIONS = 200;
const ASKS = 400;
const AT_ONCE = 8;

type Timing = { readonly p50: number; readonly p99: number };

/** Milliseconds of many equal requests, eight at a time, after twenty to warm up. */
async function time(ask: () => Promise<number>): Promise<Timing> {
  for (let i = 0; i < 20; i++) await ask();
  const took: number[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let i = 0; i < ASKS / AT_ONCE; i++) {
      const begun = performance.now();
      const status = await ask();
      if (status !== 200) throw new Error(`answered ${status}`);
      took.push(performance.now() - begun);
    }
  }));
  took.sort((a, b) => a - b);
  return { p50: took[Math.floor(took.length * 0.5)] ?? 0, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
}

async function fill(database: Database, members: number): Promise<{ worker: string; officer: string }> {
  const federationId = newId();
  const now = clock.now();
  return database.transaction(federationId, now, async (tx) => {
    const top = await foundFederation(tx, { name: 'Bench', code: 'BENCH' });
    const unions = Array.from({ length: UNIONS }, (_, i) => draftUnion({ name: `Union ${i}`, code: `U${i}`, kind: 'enterprise', parentId: top.id }, top));
    await foundUnions(tx, unions);
    await fillMembers(tx, members, unions.map((u) => u.id));
    const [worker = '', officer = ''] = await fillCases(tx, members, unions.map((u) => u.id));
    await appointMany(tx, [{ id: newId(), personId: officer, unionId: top.id, office: 'chair', title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' }]);
    await countMembers(tx, '2026-01-01');
    const [w = '', o = ''] = await identity.issueTokens(tx, [worker, officer]);
    return { worker: w, officer: o };
  }, { statementTimeout: 600_000 });
}

async function sized(members: number): Promise<{ bare: Timing; home: Timing; list: Timing; search: Timing }> {
  const { server, stop } = await startTestServer();
  const name = newName();
  await onServer(server.connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  const database = connect(databaseOf(server.connection, name, 10));
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-bench-'));
  const house = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: dataDir }), log, { database });
  const { worker, officer } = await fill(database, members);
  await database.pool.query('analyze');
  const ask = (url: string, token: string) => async (): Promise<number> => (await house.server.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })).statusCode;
  const figures = {
    bare: await time(ask('/healthz', worker)), home: await time(ask('/api/v1/home', worker)),
    list: await time(ask('/api/v1/worklist', officer)), search: await time(ask('/api/v1/letters?limit=20', officer)),
  };
  await house.close();
  await database.close();
  await stop();
  return figures;
}

const ms = (n: number): string => `${n.toFixed(1)} ms`;

/** The worker's home and the officer's work list at several sizes, beside a bare route of the same server in the same run. */
export async function benchPages(): Promise<Line[]> {
  const sizes = (process.env['NIANGJIA_BENCH_MEMBERS'] ?? '10000,100000').split(',').map(Number);
  const lines: Line[] = [];
  for (const members of sizes) {
    const f = await sized(members);
    const size = `${members.toLocaleString('en')} members`;
    const of = (what: string, t: Timing): Line => ({ figure: `${what}, ${size}`, value: `p50 ${ms(t.p50)}, p99 ${ms(t.p99)}`, against: `bare route p50 ${ms(f.bare.p50)}`, ratio: (t.p50 / f.bare.p50).toFixed(1) });
    lines.push(of("worker's home", f.home), of("officer's work list at the top", f.list), of('register of letters at the top', f.search));
  }
  return lines;
}
