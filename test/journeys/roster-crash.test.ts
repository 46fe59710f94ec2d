import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { identity } from '#engines/identity';
import { admitMany, appointMany, draftMembership, draftUnion, foundFederation, foundUnions, newPerson, savePeople } from '#engines/org';
import { readConfig } from '#platform/config';
import { log } from '#platform/log';
import { newId } from '#shared/ids';
import { freshDatabase } from '#test/database';
import { openHouse } from '../../src/house.ts';

const database = await freshDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-crash-'));
const env = { ...process.env, NIANGJIA_MODE: 'demo', DATA_DIR: dataDir, NIANGJIA_KEY: randomBytes(32).toString('base64'), HOUSE_DATABASE: JSON.stringify(database.config), LOG_LEVEL: 'fatal' };
const children = new Set<ChildProcess>();
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** A server in a process of its own; its address. */
async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../running-house.ts', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  for await (const chunk of child.stdout ?? []) {
    const address = /house (http\S+)/.exec(String(chunk))?.[1];
    if (address) return { child, address };
  }
  throw new Error('the house did not come up');
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
}

const federationId = newId();
const unionId = newId();
const UNITS = ['一分公司工会', '二分公司工会', '三分公司工会', '铸造车间工会', '物流中心工会', '技术中心工会'];

async function chairToken(): Promise<string> {
  const house = await openHouse(readConfig(env), log, { database });
  const now = new Date();
  const token = await database.transaction(federationId, now, async (tx) => {
    const top = await foundFederation(tx, { name: '明州市总工会', code: 'TOP' });
    const works = draftUnion({ name: '东海重工工会', code: 'DH', kind: 'enterprise', parentId: federationId }, top, unionId);
    await foundUnions(tx, [works, ...UNITS.map((name, n) => draftUnion({ name, code: `DH-${n}`, kind: 'branch', parentId: unionId }, works))]);
    const chair = newPerson('主席');
    await savePeople(tx, [chair]);
    await admitMany(tx, [draftMembership(tx, { personId: chair.id, unionId, origin: 'demo' })]);
    await appointMany(tx, [{ id: newId(), personId: chair.id, unionId, office: 'chair', title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' }]);
    return (await identity.issueTokens(tx, [chair.id]))[0] ?? '';
  });
  await house.server.close();
  return token;
}

type View = { state: string; done: number; takes: number; result: { added: number } };

async function call(address: string, token: string, method: string, path: string, body?: Buffer | object): Promise<unknown> {
  const raw = Buffer.isBuffer(body);
  const answer = await fetch(`${address}/api/v1/roster-imports${path}`, {
    method, headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }) },
    ...(body === undefined ? {} : { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

/** Asks until the import is as wished. */
async function until(address: string, token: string, id: string, is: (view: View) => boolean): Promise<View> {
  for (let asked = 0; asked < 2_400; asked++) {
    const view = (await call(address, token, 'GET', `/${id}`)) as View;
    if (is(view)) return view;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('the import did not get there');
}

/** Keeps one row of the import locked, so that the step that reaches it stands still in the middle of its transaction. */
async function hold(id: string, row: number): Promise<{ release(): Promise<void> }> {
  const client = await database.pool.connect();
  await client.query('begin');
  const { rows } = await client.query('select row_number from roster_row where import_id = $1 and row_number >= $2 order by row_number limit 1 for update', [id, row]);
  assert.equal(rows.length, 1);
  return { release: async () => { await client.query('rollback'); client.release(); } };
}

/** Until a step stands still at the locked row. */
async function waits(): Promise<void> {
  for (let asked = 0; asked < 1_200; asked++) {
    const { rows: [{ n }] } = await database.pool.query(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%update roster_row%'`);
    if (n > 0) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('no step came to the locked row');
}

test('killed twice in the middle of an import: it goes on where it was, and everybody is there once', { timeout: 240_000 }, async () => {
  const token = await chairToken();
  const sheet = await readFile(new URL('../../samples/roster-clean.xlsx', import.meta.url));
  let house = await start();
  const { id } = (await call(house.address, token, 'POST', `?union=${unionId}&name=roster.xlsx`, sheet)) as { id: string };
  await kill(house.child);
  house = await start();
  const seen = await until(house.address, token, id, (v) => v.state === 'previewed');
  assert.equal(seen.takes, 5000, 'the check went on after the kill');
  for (const [row, whole] of [[1500, 1000], [3500, 3000]] as const) {
    const held = await hold(id, row);
    if (row === 1500) await call(house.address, token, 'POST', `/${id}/confirm`, { people: 5000 });
    else house = await start();
    const view = await until(house.address, token, id, (v) => v.result.added >= whole);
    assert.equal(view.result.added, whole);
    await waits();
    await kill(house.child);
    await held.release();
    const { rows: [{ n }] } = await database.pool.query('select count(*)::int as n from membership where origin_id = $1', [id]);
    assert.equal(n, whole, 'the step in which it was killed left nothing, those before it everything');
  }
  house = await start();
  const done = await until(house.address, token, id, (v) => v.state === 'done');
  assert.equal(done.result.added, 5000);
  const { rows: [sums] } = await database.pool.query(`select count(*)::int as memberships, count(distinct m.person_id)::int as people, count(distinct p.id_lookup)::int as numbers
    from membership m join person p on p.id = m.person_id where m.origin_id = $1`, [id]);
  assert.deepEqual(sums, { memberships: 5000, people: 5000, numbers: 5000 });
  await kill(house.child);
});
