import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { claims } from '#engines/claims';
import { identity } from '#engines/identity';
import { ledger } from '#engines/ledger';
import { admitMany, draftMembership, newPerson, savePeople } from '#engines/org';
import { clock } from '#platform/clock';
import type { Actor } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { newId } from '#shared/ids';
import { STORY } from '#test/claims';
import { foundCity } from '#test/people';
import { startHouse } from '#test/server';

const PEOPLE = 24_000;
const STOCK = 3_000;
const PRICE = 300n;
const WALLET = 1_000n;
const AT_ONCE = 200;
/** When this many have been told that one is theirs, a process is killed. */
const KILL_AFTER = 700;

const key = randomBytes(32).toString('base64');
const stage = await startHouse({ env: { NIANGJIA_KEY: key } });
const env = { ...process.env, NIANGJIA_MODE: 'demo', DATA_DIR: stage.house.config.dataDir, NIANGJIA_KEY: key, HOUSE_DATABASE: JSON.stringify(stage.database.config), LOG_LEVEL: 'fatal' };
const children = new Set<ChildProcess>();
after(() => { for (const child of children) child.kill('SIGKILL'); });

type House = { readonly child: ChildProcess; readonly port: number; alive: boolean };

async function start(): Promise<House> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../running-house.ts', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  for await (const chunk of child.stdout) {
    const port = /house http:\S+:(\d+)/.exec(String(chunk))?.[1];
    if (port) return { child, port: Number(port), alive: true };
  }
  throw new Error('a house did not come up');
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const by = { system: 'story' };

type Said = { readonly status: number; readonly id: string | null; readonly code: string | null };

/** One press, and the same again by another process when nobody answered. */
async function press(houses: readonly House[], first: number, offerId: string, token: string): Promise<Said> {
  for (let turn = first; ; turn++) {
    const house = houses[turn % houses.length] as House;
    if (!house.alive) continue;
    try {
      return await asked(house.port, offerId, token);
    } catch {
      await new Promise((go) => setTimeout(go, 20));
    }
  }
}

const asked = (port: number, offerId: string, token: string): Promise<Said> => new Promise((done, failed) => {
  const r = request({ agent, port, host: '127.0.0.1', method: 'POST', path: `/api/v1/offers/${offerId}/claims`, headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'mooncakes', 'content-type': 'application/json', 'content-length': 2 } }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('error', failed).on('end', () => {
      if ((answer.statusCode ?? 500) >= 500) { failed(new Error(text)); return; }
      const body = JSON.parse(text) as { id?: string; error?: { code: string } };
      done({ status: answer.statusCode ?? 0, id: body.id ?? null, code: body.error?.code ?? null });
    });
  });
  r.on('error', failed).end('{}');
});

async function crowd() {
  const city = await foundCity(stage, 'RUSH');
  const ids = Array.from({ length: PEOPLE }, newId);
  const tokens: string[] = [];
  const book = await stage.within(city.federationId, async (tx) => {
    const chart = [{ code: '1', name: STORY.title, kind: 'asset', heading: true }, { code: '4', name: STORY.title, kind: 'income' }, { code: '5', name: STORY.handed, kind: 'expense' }] as const;
    return ledger.openBook(tx, by, { unionId: city.federationId, purpose: 'points', commodity: 'points', begins: legalDateOf(tx.now).slice(0, 7), chart });
  });
  for (let from = 0; from < PEOPLE; from += 1_000) {
    const some = ids.slice(from, from + 1_000);
    await stage.within(city.federationId, async (tx) => {
      await savePeople(tx, some.map((id, i) => ({ ...newPerson(`会员${from + i}`), id })));
      await admitMany(tx, some.map((personId, i) => draftMembership(tx, { personId, unionId: (i % 2 ? city.one : city.other).id, origin: 'demo', beganOn: '2020-01-01' })));
      tokens.push(...await identity.issueTokens(tx, some));
      const wallets = await ledger.openFor(tx, by, book.id, { heading: '1', kind: 'person', subjectIds: some, floored: true });
      const issued = (await ledger.accountNumbers(tx, book.id, ['4'])).get('4') ?? 0;
      await ledger.post(tx, { madeBy: null }, some.map((id) => ({ bookId: book.id, key: `given/${id}`, on: legalDateOf(tx.now), summary: '发放', document: { kind: 'story', id }, moves: [{ from: issued, to: wallets.get(id) ?? 0, amount: WALLET }] })));
    });
  }
  await stage.database.pool.query('analyze');
  const offerId = await stage.within(city.federationId, async (tx) => {
    const now = tx.now.getTime();
    const id = await claims.put(tx, by, {
      unionId: city.federationId, kind: STORY.name, title: '中秋月饼', mode: 'first', opensAt: new Date(now - 60_000), closesAt: new Date(now + 3_600_000), places: STOCK - 2_000, pays: 'points', price: PRICE,
      points: { bookId: book.id, wallets: '1', sold: '5' }, quotas: [{ unionId: city.one.id, places: 1_000 }, { unionId: city.other.id, places: 1_000 }],
    });
    await claims.open(tx, by, id);
    return id;
  });
  const actor = (personId: string): Actor => ({ federationId: city.federationId, personId, sessionId: newId(), name: '会员', locale: 'zh', membership: null, grants: [] });
  return { city, ids, tokens, offerId, bookId: book.id, actor };
}

test('24,000 people, 3,000 boxes, three processes, one killed: exactly 3,000 sold, nobody twice, points add up, what was told is true', { timeout: 400_000 }, async () => {
  const s = await crowd();
  const { federationId } = s.city;
  const houses = [await start(), await start()];
  const told = new Map<string, string>();
  const cancelled = new Set<string>();
  let killed: Promise<unknown> | null = null;
  let interrupted = false;
  const hear = async (n: number, said: Said): Promise<void> => {
    if (said.id === null) { assert.ok(said.code === 'sold_out' || said.code === 'claims.tooFast', said.code ?? ''); return; }
    const before = told.get(s.ids[n] ?? '');
    assert.ok(before === undefined || before === said.id, 'the same person has the same box');
    told.set(s.ids[n] ?? '', said.id);
    if (told.size >= KILL_AFTER && killed === null) {
      const [first] = houses as [House];
      killed = once(first.child, 'exit').then(async () => { houses[0] = await start(); });
      first.alive = false;
      interrupted = first.child.kill('SIGKILL');
    }
    // Every thirtieth gives the box back at once, from a process of its own (this one), and every fortieth time places move between quotas.
    if (told.size % 30 === 0) {
      await stage.within(federationId, (tx) => claims.cancel(tx, s.actor(s.ids[n] ?? ''), said.id as string)).then(() => cancelled.add(said.id as string), () => undefined);
    }
    if (told.size % 40 === 0) await stage.within(federationId, (tx) => claims.movePlaces(tx, by, s.offerId, { from: 1 + (told.size % 2), to: 0, places: 5 })).catch(() => undefined);
  };
  // One in ten presses twice, at the same moment and at another process.
  const presses = s.ids.flatMap((_, n) => (n % 10 === 0 ? [n, n] : [n]));
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let i = next++; i < presses.length; i = next++) {
      const n = presses[i] as number;
      await hear(n, await press(houses, i, s.offerId, s.tokens[n] ?? ''));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
  assert.ok(interrupted && killed !== null);
  await killed;
  // What was given back late goes to whoever asks again.
  const left = async (): Promise<number> => { const { places, taken } = await stage.within(federationId, (tx) => claims.sumPlaces(tx, s.offerId)); return places - taken; };
  for (let n = 0; n < PEOPLE && (await left()) > 0; n++) if (!told.has(s.ids[n] ?? '')) await hear(n, await press(houses, n, s.offerId, s.tokens[n] ?? ''));

  const { rows } = await stage.database.pool.query<{ id: string; person: string; state: string }>('SELECT id, person_id AS person, state FROM claim WHERE federation_id = $1 AND offer_id = $2', [federationId, s.offerId]);
  const sold = rows.filter((r) => r.state === 'taken');
  assert.equal(sold.length, STOCK);
  assert.equal(new Set(sold.map((r) => r.person)).size, STOCK, 'nobody has two');
  assert.ok(rows.every((r) => r.state === 'taken' || r.state === 'cancelled'));
  const stands = new Map(rows.map((r) => [r.id, r]));
  for (const [person, id] of told) assert.equal(stands.get(id)?.person, person, 'what somebody was told is there');
  for (const id of cancelled) assert.equal(stands.get(id)?.state, 'cancelled');
  assert.equal(rows.filter((r) => r.state === 'cancelled').length, cancelled.size);
  assert.ok(cancelled.size > 20);
  assert.equal(await claims.recount(stage.database, clock.now()), 0);
  // Each sold box cost its points once, each that was given back cost nothing, and the book as a whole is proved.
  const { rows: sums } = await stage.database.pool.query<{ wallets: bigint; spent: bigint }>(
    `SELECT (SELECT sum(b.amount) FROM ledger_balance b JOIN ledger_account a ON a.federation_id = b.federation_id AND a.book_id = b.book_id AND a.no = b.no WHERE b.federation_id = $1 AND b.book_id = $2 AND a.subject_id IS NOT NULL)::bigint AS wallets,
       (SELECT sum(CASE WHEN a.no = m.to_no THEN m.amount ELSE -m.amount END) FROM ledger_move m JOIN ledger_account a ON a.federation_id = m.federation_id AND a.book_id = m.book_id AND a.code = '5' AND a.no IN (m.from_no, m.to_no) WHERE m.federation_id = $1 AND m.book_id = $2)::bigint AS spent`,
    [federationId, s.bookId]);
  assert.deepEqual(sums[0], { wallets: WALLET * BigInt(PEOPLE) - PRICE * BigInt(STOCK), spent: PRICE * BigInt(STOCK) });
  agent.destroy();
});
