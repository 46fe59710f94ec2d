import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import test, { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ledger } from '#engines/ledger';
import { addDays, legalDateOf } from '#shared/dates';
import { newId } from '#shared/ids';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

const KILLS = 4;
const PEOPLE = 24;
const EACH = 3;
const POINTS = 10;
/** Fewer prizes than wishes, so that some are refused. */
const STOCK = 60;

const key = randomBytes(32).toString('base64');
const stage = await startHouse({ env: { NIANGJIA_KEY: key } });
const env = { ...process.env, NIANGJIA_MODE: 'demo', DATA_DIR: stage.house.config.dataDir, NIANGJIA_KEY: key, HOUSE_DATABASE: JSON.stringify(stage.database.config), LOG_LEVEL: 'fatal' };
const children = new Set<ChildProcess>();
after(() => { for (const child of children) child.kill('SIGKILL'); });

let address: string | null = null;
let interrupted = 0;
/** Calls that wait for their answer. */
let under = 0;

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../running-house.ts', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  for await (const chunk of child.stdout) {
    const found = /house (http\S+)/.exec(String(chunk))?.[1];
    if (found) {
      address = found;
      return child;
    }
  }
  throw new Error('the house did not come up');
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  address = null;
  await gone;
  children.delete(child);
}

type Said = { status: number; body: { id?: string; code?: string; error?: { code: string } } };

/** Asks until a house that is alive has answered: what was not heard of is asked again, as a phone does. */
async function ask(path: string, body: object, token: string): Promise<Said> {
  for (;;) {
    while (address === null) await pause(20);
    under += 1;
    try {
      const answer = await fetch(`${address}/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-niangjia': '1', authorization: `Bearer ${token}` } });
      const said = { status: answer.status, body: (await answer.json()) as Said['body'] };
      if (said.status < 500) return said;
    } catch (error) {
      if (((error as Error).cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED') interrupted += 1;
    } finally {
      under -= 1;
    }
    await pause(10);
  }
}

const acknowledged = new Map<string, string>();
const handed = new Set<string>();
let refused = 0;

async function oneWorker(who: Player, prizeId: string): Promise<void> {
  for (let i = 0; i < EACH; i++) {
    const requestId = newId();
    const said = await ask(`/prizes/${prizeId}/reserve`, { requestId }, who.token);
    if (said.status === 200) acknowledged.set(requestId, said.body.code ?? '');
    else {
      assert.equal(said.body.error?.code, 'points.allTaken', JSON.stringify(said.body));
      refused += 1;
    }
    await pause(randomInt(20, 120));
  }
}

async function counter(office: Player, isOver: () => boolean): Promise<void> {
  for (;;) {
    const next = [...acknowledged].find(([id]) => !handed.has(id));
    if (!next && isOver()) return;
    if (next) {
      const [id, code] = next;
      const said = await ask(`/prize-reservations/${id}/hand-out`, { code }, office.token);
      // After a crash the answer may be lost while the prize is out: then the next try says so.
      assert.ok(said.status === 200 || said.body.error?.code === 'points.alreadyCollected', JSON.stringify(said.body));
      handed.add(id);
    }
    await pause(randomInt(5, 40));
  }
}

async function openExchange() {
  const city = await foundCity(stage, 'PCRASH');
  const [office, ...workers] = (await cast(stage, city.federationId, [{ name: '办公室', unionId: city.one.id, offices: ['suggestionOffice'] }, ...Array.from({ length: PEOPLE }, (_, n) => ({ name: `工友${n}`, unionId: city.one.id }))])) as [Player, ...Player[]];
  await stage.database.pool.query(`INSERT INTO suggestion_scheme (federation_id, union_id, opened_on, blind) VALUES ($1, $2, '2020-01-01', false)`, [city.federationId, city.one.id]);
  const post = async (path: string, body: object): Promise<string> => {
    const a = await stage.ask('POST', `/api/v1${path}`, body, { token: office.token });
    assert.equal(a.status, 200, a.text);
    return (a.body as { id: string }).id;
  };
  const today = legalDateOf(new Date());
  for (const p of workers) await post(`/point-accounts/${city.one.id}/${p.id}/correct`, { requestId: newId(), amount: EACH * POINTS * 100, reason: '转入' });
  const roundId = await post('/prize-rounds', { schemeId: city.one.id, year: 2020, title: '兑换', from: today, to: addDays(today, 3), collectFrom: today, collectTo: addDays(today, 9), place: '工会', mostEach: EACH, bands: [{ title: '一', from: 1, to: 99 }] });
  const prizeId = await post(`/prize-rounds/${roundId}/prizes`, { title: '雨伞', points: POINTS, worthFen: 100, perPerson: EACH, stock: STOCK });
  await post(`/prize-rounds/${roundId}/open`, {});
  return { city, office, workers, prizeId };
}

test('INN-2 killed again and again while prizes are reserved and handed out: no prize twice, no point lost, what was acknowledged is there', { timeout: 240_000 }, async () => {
  const { city, office, workers, prizeId } = await openExchange();
  let child = await start();
  let over = false;
  const reserving = Promise.all(workers.map((p) => oneWorker(p, prizeId))).finally(() => { over = true; });
  const working = Promise.all([reserving, counter(office, () => over)]);
  working.catch(() => { over = true; });
  for (let killed = 0; killed < KILLS; killed++) {
    await pause(randomInt(50, 600));
    // Somebody is cut off in the middle each time, unless all is done.
    while (under === 0 && !over) await pause(1);
    await kill(child);
    child = await start();
  }
  await working;
  await kill(child);
  const f = city.federationId;
  const { rows: reservations } = await stage.database.pool.query<{ id: string; unit: number; state: string; journals: bigint }>(
    `SELECT v.id, v.unit, v.state, (SELECT count(*) FROM ledger_journal j WHERE j.federation_id = v.federation_id AND j.document_kind = 'prizeReservation' AND j.document_id = v.id::text) AS journals FROM prize_reservation v WHERE v.federation_id = $1`, [f]);
  assert.deepEqual([reservations.length, new Set(reservations.map((v) => v.unit)).size, acknowledged.size, refused], [STOCK, STOCK, STOCK, PEOPLE * EACH - STOCK]);
  assert.deepEqual(new Set(reservations.map((v) => `${v.state} ${v.journals}`)), new Set(['collected 1']));
  assert.ok(reservations.every((v) => acknowledged.has(v.id)));
  const { rows: [left] } = await stage.database.pool.query<{ amount: string; held: string }>(`SELECT sum(amount) AS amount, sum(held) AS held FROM ledger_balance WHERE federation_id = $1`, [f]);
  assert.deepEqual([Number(left?.amount), Number(left?.held)], [(PEOPLE * EACH - STOCK) * POINTS * 100, 0]);
  const book = await stage.within(f, (tx) => ledger.findBook(tx, city.one.id, 'suggestions.points'));
  assert.deepEqual((await stage.within(f, (tx) => ledger.verifyBook(tx, book?.id ?? ''))).faults, []);
  assert.ok(interrupted > 0, 'somebody was cut off in the middle');
});
