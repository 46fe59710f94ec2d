import assert from 'node:assert/strict';
import test from 'node:test';
import { claims } from '#engines/claims';
import { clock } from '#platform/clock';
import { hours, placesStage as stage } from '#test/places';
import type { Player } from '#test/people';

test('my places, refusals: others’ are not there, steps that are not open are refused', async () => {
  const s = await stage();
  const offerId = await s.offer();
  const id = await s.claim(s.one, offerId);
  for (const [method, url] of [['GET', `/api/v1/my-places/${id}`], ['POST', `/api/v1/my-places/${id}/give-back`], ['POST', `/api/v1/my-places/${id}/accept`], ['POST', `/api/v1/my-places/${id}/pay`], ['GET', `/api/v1/my-places/${id}/calendar`]] as const) {
    assert.equal((await s.ask(null, method, url, method === 'GET' ? undefined : {})).status, 401, url);
    assert.equal((await s.ask(s.two, method, url, method === 'GET' ? undefined : {})).status, 404, url);
  }
  assert.equal((await s.ask(s.one, 'POST', `/api/v1/my-places/${id}/accept`, {})).status, 409);
  assert.equal((await s.ask(s.one, 'GET', `/api/v1/my-places/${id}/calendar`)).status, 409, 'it has no time');
  assert.equal((await s.ask(s.one, 'POST', `/api/v1/my-places/${id}/pass`, { staffNumber: 'A1', name: '没这人' })).body.error?.code, 'claims.receiverUnknown');
  assert.deepEqual((await s.ask(s.two, 'GET', `/api/v1/offers/${offerId}/mine`)).body, { items: [] });
});

test('my places: what I have with its code, who waits sees how many are before, giving back moves the next up', async () => {
  const s = await stage();
  const offerId = await s.offer();
  const [a, b] = [await s.claim(s.one, offerId), await s.claim(s.two, offerId)];
  await s.claim(s.three, offerId);
  const mine = (await s.ask(s.one, 'GET', '/api/v1/my-places')).body.items?.[0];
  assert.deepEqual([mine?.id, mine?.state, mine?.may, mine?.path], [a, 'taken', ['giveBack'], `/places/of/${offerId}`]);
  assert.match(mine?.code ?? '', /^NJC1\./);
  assert.equal((await s.ask(s.three, 'GET', `/api/v1/offers/${offerId}/mine`)).body.items?.[0]?.ahead, 1);
  const before = await s.audited();
  assert.equal((await s.ask(s.one, 'POST', `/api/v1/my-places/${a}/give-back`, {})).status, 200);
  assert.equal(await s.audited(), before + 1);
  assert.equal((await s.ask(s.two, 'GET', `/api/v1/my-places/${b}`)).body.state, 'taken');
  assert.equal((await s.ask(s.one, 'GET', '/api/v1/my-places')).body.total, 0);
  const over = await s.ask(s.one, 'GET', '/api/v1/my-places?when=past');
  assert.deepEqual(over.body.items?.map((p) => [p.state, p.code]), [['cancelled', null]]);
  assert.deepEqual((await s.ask(s.one, 'GET', `/api/v1/my-places/${a}`)).body.story?.length, 2);
});

test('my places: offered, passed on and in a calendar', async () => {
  const s = await stage();
  const offerId = await s.offer({ answerHours: 2, transferable: true, handOverFrom: hours(30), handOverTo: hours(33), place: '工会, 一楼' });
  const [a, b] = [await s.claim(s.one, offerId), await s.claim(s.two, offerId)];
  await s.ask(s.one, 'POST', `/api/v1/my-places/${a}/give-back`, {});
  assert.deepEqual((await s.ask(s.two, 'GET', `/api/v1/my-places/${b}`)).body.may, ['accept', 'decline']);
  assert.equal((await s.ask(s.two, 'POST', `/api/v1/my-places/${b}/accept`, {})).status, 200);
  const file = await s.ask(s.two, 'GET', `/api/v1/my-places/${b}/calendar`);
  assert.match(file.text, /DTSTART;TZID=Asia\/Shanghai:20261122T180000\r\nDTEND;TZID=Asia\/Shanghai:20261122T210000/);
  assert.match(file.text, /LOCATION:工会\\, 一楼/);
  const number = `A${s.three.id.slice(-6)}`;
  assert.equal((await s.ask(s.two, 'POST', `/api/v1/my-places/${b}/pass`, { staffNumber: number, name: '王小兵' })).status, 409, 'name and number belong together');
  assert.equal((await s.ask(s.two, 'POST', `/api/v1/my-places/${b}/pass`, { staffNumber: number, name: '赵小梅' })).status, 200);
  assert.equal((await s.ask(s.two, 'GET', `/api/v1/my-places/${b}`)).status, 404);
  assert.equal((await s.ask(s.three, 'GET', `/api/v1/my-places/${b}`)).body.state, 'taken');
});

test('count and order: for those it is for and those who keep it; the order only when published and nothing is left', async () => {
  const s = await stage();
  const offerId = await s.offer({ places: 2, published: true });
  const count = (who: Player) => s.ask(who, 'GET', `/api/v1/offers/${offerId}/count`);
  const order = (who: Player) => s.ask(who, 'GET', `/api/v1/offers/${offerId}/order`);
  for (const who of [s.far, s.other]) assert.deepEqual([(await count(who)).status, (await order(who)).status], [404, 404]);
  await s.claim(s.one, offerId);
  assert.deepEqual([(await count(s.two)).body.places, (await count(s.two)).body.taken], [2, 1]);
  assert.equal((await order(s.two)).body.error?.code, 'offers.notPublished');
  await s.claim(s.three, offerId);
  const shown = await order(s.two);
  assert.deepEqual(shown.body.items?.map((x) => x.name), ['王**', '赵**']);
  assert.doesNotMatch(shown.text, /小兵|[0-9a-f]{8}-/);
  const hidden = await s.offer({ places: 1 });
  await s.claim(s.one, hidden);
  assert.equal((await s.ask(s.two, 'GET', `/api/v1/offers/${hidden}/order`)).status, 409);
});

test('the desk, refusals: only who keeps the kind over the union, only claims of that offer', async () => {
  const s = await stage();
  const [offerId, elsewhere] = [await s.offer(), await s.offer()];
  const id = await s.claim(s.one, offerId);
  const calls = [['GET', ''], ['GET', '/claims'], ['GET', '/sheet'], ['GET', '/people?text=A'], ['POST', '/pools/0', { places: 3 }], ['POST', '/move-places', { from: 0, to: 1, places: 1 }], ['POST', '/add', { personId: s.two.id }],
    ['POST', `/claims/${id}/remove`, { why: '不该有' }], ['POST', `/claims/${id}/hand-over`, {}], ['POST', `/claims/${id}/undo`, { why: '不该有' }], ['POST', `/claims/${id}/refunded`, {}]] as const;
  for (const who of [s.one, s.other]) for (const [method, path, body] of calls) assert.equal((await s.ask(who, method, `/api/v1/offers/${offerId}${path}`, body)).status, 404, `${who.name} ${path}`);
  assert.equal((await s.ask(s.other, 'POST', '/api/v1/offer-claims/export', { offerId })).status, 404);
  assert.equal((await s.ask(s.officer, 'POST', `/api/v1/offers/${elsewhere}/claims/${id}/remove`, { why: '不是这一项' })).status, 404);
  assert.equal((await s.ask(s.officer, 'POST', `/api/v1/offers/${offerId}/claims/${id}/remove`, {})).status, 400);
  assert.equal((await s.ask(s.officer, 'POST', `/api/v1/offers/${offerId}/pools/0`, { places: 0 })).body.error?.code, 'claims.fewerThanTaken');
  assert.equal((await s.ask(s.officer, 'POST', `/api/v1/offers/${offerId}/add`, { personId: s.far.id })).body.error?.code, 'not_eligible');
  assert.equal((await s.ask(s.officer, 'POST', `/api/v1/offers/${offerId}/add`, { personId: s.one.id })).body.error?.code, 'offers.hasAlready');
});

test('the desk: more places move the waiting up, quotas are moved, somebody is entered, handed over for money, taken back, removed and refunded', async () => {
  const s = await stage();
  const offerId = await s.offer({ pays: 'atHandOver', price: 500n, quotas: [{ unionId: s.city.one.id, places: 0 }] });
  const [a, b] = [await s.claim(s.one, offerId), await s.claim(s.two, offerId)];
  const act = (path: string, body: object = {}) => s.ask(s.officer, 'POST', `/api/v1/offers/${offerId}${path}`, body);
  assert.equal((await act('/pools/0', { places: 3 })).body.promoted, 1);
  assert.equal((await act('/move-places', { from: 0, to: 1, places: 1 })).status, 200);
  assert.deepEqual((await s.ask(s.officer, 'GET', `/api/v1/offers/${offerId}`)).body.pools?.map((p) => [p.capacity, p.taken]), [[2, 2], [1, 0]]);
  const found = await s.ask(s.officer, 'GET', `/api/v1/offers/${offerId}/people?text=A${s.three.id.slice(-6)}`);
  assert.deepEqual(found.body.items?.map((p) => p.name), ['赵小梅']);
  const before = await s.audited();
  assert.equal((await act('/add', { personId: s.three.id })).body.state, 'taken');
  assert.equal(await s.audited(), before + 1);
  assert.equal((await act(`/claims/${a}/hand-over`, {})).body.error?.code, 'claims.unpaid');
  assert.equal((await act(`/claims/${a}/hand-over`, { paid: true })).status, 200);
  clock.advance(1_000);
  assert.equal((await act(`/claims/${a}/hand-over`, { paid: true })).body.error?.code, 'claims.handedAlready');
  assert.equal((await act(`/claims/${a}/undo`, { why: '给错了人' })).status, 200);
  assert.equal((await act(`/claims/${a}/remove`, { why: '本人调走了' })).status, 200);
  const owed = (await s.ask(s.officer, 'GET', `/api/v1/offers/${offerId}/claims?owed=yes`)).body.items ?? [];
  assert.deepEqual(owed.map((r) => [r.id, r.may]), [[a, ['refunded']]]);
  assert.equal((await act(`/claims/${a}/refunded`)).status, 200);
  assert.equal((await act(`/claims/${a}/refunded`)).status, 409);
  assert.equal((await s.ask(s.officer, 'GET', `/api/v1/offers/${offerId}/claims?state=taken`)).body.total, 2);
  assert.equal((await s.ask(s.officer, 'GET', `/api/v1/offers/${offerId}/sheet`)).body.total, 2);
  assert.equal((await s.ask(s.two, 'GET', `/api/v1/my-places/${b}`)).body.state, 'taken');
});

test('online payment can be asked for only where a gate is set up', async () => {
  const s = await stage();
  claims.useGate(null);
  await assert.rejects(s.offer({ pays: 'online', price: 100n }), (why: { code?: string }) => why.code === 'claims.gateUnknown');
});
