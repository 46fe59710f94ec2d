import assert from 'node:assert/strict';
import test from 'node:test';
import { claims } from '#engines/claims';
import { readConfig } from '#platform/config';
import { clock } from '#platform/clock';
import { placesStage } from '#test/places';
import { usePayments } from './index.ts';
import { signNotice, signOrder } from './signing.service.ts';

const SECRET = 's'.repeat(32);
const env = { NIANGJIA_MODE: 'demo', PAYMENT_URL: 'https://pay.example/begin', PAYMENT_SECRET: SECRET };

async function stage() {
  const s = await placesStage();
  usePayments(readConfig(env));
  const offerId = await s.offer({ pays: 'online', price: 1_500n, holdMinutes: 10, places: 1 });
  const begin = async (who = s.one): Promise<{ id: string; account: string; number: string; amount: string; sign: string }> => {
    const id = await s.claim(who, offerId);
    const a = await s.ask(who, 'POST', `/api/v1/my-places/${id}/pay`, {});
    const q = new URL((a.body as unknown as { url: string }).url).searchParams;
    return { id, account: q.get('account') ?? '', number: q.get('number') ?? '', amount: q.get('amount') ?? '', sign: q.get('sign') ?? '' };
  };
  const report = (o: { account: string; number: string; amount: string }, sign?: string) => {
    const paid = { account: o.account, number: o.number, amount: o.amount, paidAt: '2026-11-21T04:00:00Z' };
    return s.ask(null, 'POST', '/api/v1/payments/notices', { ...paid, sign: sign ?? signNotice(SECRET, paid) });
  };
  return { ...s, offerId, begin, report };
}

test('settings: both or neither, and a secret that is long enough', () => {
  for (const wrong of [{ PAYMENT_URL: 'https://pay.example' }, { PAYMENT_SECRET: SECRET }, { PAYMENT_URL: 'https://pay.example', PAYMENT_SECRET: 'short' }]) assert.throws(() => readConfig(wrong));
  assert.equal(readConfig({}).payment, null);
});

test('a payment’s notice, refusals: forged, for another amount or number, of a gate that is not set up', async () => {
  const s = await stage();
  const o = await s.begin();
  assert.equal((await s.report(o, '0'.repeat(64))).status, 403);
  assert.equal((await s.report(o, o.sign)).status, 403, 'the signature of the order is none of a payment');
  assert.equal((await s.report({ ...o, amount: '1' }, signNotice(SECRET, { ...o, paidAt: '2026-11-21T04:00:00Z' }))).status, 403);
  assert.equal((await s.report({ ...o, number: `C${'0'.repeat(32)}` })).status, 404);
  assert.equal((await s.report({ ...o, account: '01930000-0000-7000-8000-000000000000' })).status, 404);
  assert.equal((await s.ask(s.one, 'GET', `/api/v1/my-places/${o.id}`)).body.state, 'held');
  usePayments(readConfig({ NIANGJIA_MODE: 'live' }));
  assert.equal((await s.report(o)).status, 404);
  assert.equal((await s.ask(s.one, 'POST', `/api/v1/my-places/${o.id}/pay`, {})).body.error?.code, 'claims.gateUnknown');
});

test('a payment’s notice: the place is theirs, once however often it is reported; the order is signed', async () => {
  const s = await stage();
  const o = await s.begin();
  assert.equal(o.sign, signOrder(SECRET, o));
  assert.deepEqual((await s.begin()).number, o.number, 'going there again is the same payment');
  const before = await s.audited();
  const answers = await Promise.all([s.report(o), s.report(o), s.report(o)]);
  assert.deepEqual(answers.map((a) => a.body.state).sort(), ['again', 'again', 'taken']);
  assert.equal(await s.audited(), before + 1);
  assert.equal((await s.ask(s.one, 'GET', `/api/v1/my-places/${o.id}`)).body.state, 'taken');
});

test('a payment that comes too late is owed back and stands among the refunds; the place stays with the next', async () => {
  const s = await stage();
  const o = await s.begin();
  await s.claim(s.two, s.offerId);
  clock.advance(11 * 60_000);
  await claims.sweep(s.house.database, clock.now());
  assert.equal((await s.report(o)).body.state, 'late');
  assert.equal((await s.report(o)).body.state, 'again');
  const owed = (await s.ask(s.officer, 'GET', `/api/v1/offers/${s.offerId}/claims?owed=yes`)).body.items ?? [];
  assert.deepEqual(owed.map((r) => [r.id, r.state]), [[o.id, 'expired']]);
  assert.equal((await s.ask(s.two, 'GET', `/api/v1/offers/${s.offerId}/mine`)).body.items?.[0]?.state, 'held');
});

test('the demonstration’s gate takes what the house signed and nothing else', async () => {
  const s = await stage();
  const { id, ...o } = await s.begin();
  assert.equal((await s.ask(s.one, 'POST', '/api/v1/demo/payments', { ...o, amount: '1' })).status, 403);
  assert.equal((await s.ask(s.one, 'POST', '/api/v1/demo/payments', o)).body.state, 'taken');
  assert.equal((await s.ask(s.one, 'GET', `/api/v1/my-places/${id}`)).body.state, 'taken');
});
