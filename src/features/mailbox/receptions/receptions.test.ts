import assert from 'node:assert/strict';
import test from 'node:test';
import { notify } from '#engines/notify';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { remindAll } from './receptions.jobs.ts';

type Day = { id: string; booked: number; may: string[]; seats: { seat: number; at: string; free: boolean }[]; mine: { seat: number } | null; bookings: { seat: number; name: string; came: boolean | null }[]; list: { letterId: string | null; title: string; seat: number | null }[] };
type Body = Day & { error?: { code: string; fields?: { path: string }[] }; items: Day[]; number: string; code: string | null; union: { name: string }; channel: string; writer: string };

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'R');
  const [chair, clerk, sibling, up, one, two] = (await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '周文书', unionId: city.one.id, offices: ['mailboxClerk'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] },
    { name: '上主席', unionId: city.top.id, offices: ['chair'] }, { name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id },
  ])) as [Player, Player, Player, Player, Player, Player];
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body };
  };
  const plan = (who: Player, more: object = {}) => ask(who, 'POST', '/reception-days', { unionId: city.one.id, place: '工会办公室', heldOn: '2026-09-09', from: '14:00', to: '16:00', slots: 3, ...more });
  const inbox = async (who: Player) => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 20 }))).items.map((m) => m.title);
  const later = async (at: string, who: Player): Promise<Player> => { fixClock(at); return { ...who, token: (await house.tokens(city.federationId, [who.id]))[0] ?? '' }; };
  return { house, city, chair, clerk, sibling, up, one, two, ask, plan, inbox, later };
}

const item = { title: '食堂早餐太晚', text: '六点半上工，食堂六点四十才开门，很多人空着肚子。', category: 'living' };

test('BOX-2 refusals: strangers, members, bad hours, the past, other unions’ days', { timeout: 120_000 }, async () => {
  const { clerk, sibling, one, ask, plan } = await stage();
  assert.equal((await plan(one)).status, 404, 'a member plans nothing');
  assert.equal((await plan(sibling)).status, 404);
  for (const [more, path] of [[{ to: '13:00' }, 'to'], [{ slots: 30 }, 'slots'], [{ heldOn: '2026-09-06' }, 'heldOn']] as const) assert.equal((await plan(clerk, more)).body.error?.fields?.[0]?.path, path);
  const { id } = (await plan(clerk)).body;
  assert.equal((await ask(sibling, 'GET', `/reception-days/${id}`)).status, 404);
  assert.equal((await ask(sibling, 'POST', `/receptions/${id}/book`, { seat: 1 })).status, 404, 'not a member here');
  assert.equal((await ask(null, 'POST', `/receptions/${id}/book`, { seat: 1 })).status, 401);
  assert.equal((await ask(one, 'POST', `/receptions/${id}/book`, { seat: 4 })).body.error?.code, 'receptions.notOpen');
  assert.equal((await ask(one, 'POST', `/receptions/${id}/cancel`, {})).body.error?.code, 'receptions.noBooking');
  assert.equal((await ask(clerk, 'POST', `/reception-days/${id}/items`, item)).body.error?.code, 'receptions.notYet');
});

test('BOX-2 a race for the last place, and one person in two places at once: the table lets one through', { timeout: 120_000 }, async () => {
  const { house, city, clerk, one, ask, plan } = await stage();
  const { id } = (await plan(clerk, { slots: 1 })).body;
  const crowd = await cast(house, city.federationId, Array.from({ length: 8 }, (_, i) => ({ name: `工友${'甲乙丙丁戊己庚辛'[i] ?? ''}`, unionId: city.one.id })));
  const race = await Promise.all(crowd.map((p) => ask(p, 'POST', `/receptions/${id}/book`, { seat: 1 })));
  assert.deepEqual(race.map((r) => r.status).sort(), [200, ...Array<number>(7).fill(409)]);
  const wide = (await plan(clerk, { slots: 6 })).body.id;
  const also = (await plan(clerk, { slots: 6, from: '09:00', to: '11:00' })).body.id;
  const twice = await Promise.all([1, 2, 3, 4, 5, 6].map((seat) => ask(one, 'POST', `/receptions/${seat % 2 ? wide : also}/book`, { seat })));
  assert.equal(twice.filter((r) => r.status === 200).length, 1, 'one place on a date, also over two receptions');
  assert.ok(twice.filter((r) => r.status !== 200).every((r) => r.body.error?.code === 'receptions.bookedThatDay'));
});

test('BOX-2 planned, booked, given back, called off: others’ names stay hidden, those who booked are told', { timeout: 120_000 }, async () => {
  const { clerk, one, two, ask, plan, inbox } = await stage();
  const { id } = (await plan(clerk)).body;
  await ask(one, 'POST', `/receptions/${id}/book`, { seat: 2, wish: '探亲假' });
  const seen = await ask(two, 'GET', '/receptions');
  assert.deepEqual(seen.body.items[0]?.seats, [{ seat: 1, at: '14:00', free: true }, { seat: 2, at: '14:40', free: false }, { seat: 3, at: '15:20', free: true }]);
  assert.ok(!JSON.stringify(seen.body).includes('王小兵') && !JSON.stringify(seen.body).includes('探亲假'));
  assert.equal((await ask(one, 'POST', `/receptions/${id}/cancel`, {})).status, 200);
  assert.equal((await ask(two, 'POST', `/receptions/${id}/book`, { seat: 2 })).status, 200, 'the place is free again');
  assert.equal((await ask(clerk, 'GET', `/reception-days/${id}`)).body.bookings[0]?.name, '李大山');
  assert.equal((await ask(clerk, 'POST', `/reception-days/${id}/call-off`, { text: '主席外出' })).status, 200);
  assert.equal((await ask(clerk, 'POST', `/reception-days/${id}/call-off`, { text: '主席外出' })).body.error?.code, 'receptions.wasCalledOff');
  assert.ok((await inbox(two)).some((t) => t.startsWith('接待日取消')));
  assert.ok(!(await inbox(one)).some((t) => t.startsWith('接待日取消')));
  assert.equal((await ask(one, 'POST', `/receptions/${id}/book`, { seat: 1 })).body.error?.code, 'receptions.notOpen');
});

test('BOX-2 items become letters: named, without a name by code, about the chairperson one level up', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { id } = (await s.plan(s.clerk)).body;
  await s.ask(s.one, 'POST', `/receptions/${id}/book`, { seat: 1 });
  await s.ask(s.clerk, 'POST', `/receptions/${id}/book`, { seat: 2 });
  const [clerk, one, chair, up] = await Promise.all([s.clerk, s.one, s.chair, s.up].map((p) => s.later('2026-09-09T06:30:00Z', p))) as [Player, Player, Player, Player];
  assert.equal((await s.ask(one, 'POST', `/receptions/${id}/cancel`, {})).body.error?.code, 'receptions.tooLate');
  assert.equal((await s.ask(clerk, 'POST', `/reception-days/${id}/items`, { ...item, seat: 2 })).body.error?.code, 'receptions.ownItem');
  assert.equal((await s.ask(clerk, 'POST', `/reception-days/${id}/items`, { ...item, seat: 3 })).body.error?.code, 'receptions.seatFree');
  const named = await s.ask(clerk, 'POST', `/reception-days/${id}/items`, { ...item, seat: 1 });
  assert.deepEqual([named.status, named.body.code], [200, null]);
  assert.equal((await s.ask(one, 'GET', '/letters/mine')).body.items.length, 1, 'whoever said it follows it');
  const nameless = await s.ask(clerk, 'POST', `/reception-days/${id}/items`, item);
  assert.match(nameless.body.code ?? '', /^\d{16}$/);
  const followed = await s.ask(null, 'POST', '/letters/follow-up', { code: nameless.body.code });
  assert.deepEqual([followed.status, followed.body.channel, followed.body.number], [200, 'reception', nameless.body.number]);
  await s.ask(clerk, 'POST', `/reception-days/${id}/items`, { ...item, title: '主席的亲戚优先', seat: 1, aboutChair: true });
  const day = (await s.ask(chair, 'GET', `/reception-days/${id}`)).body;
  assert.equal(day.bookings[0]?.came, true);
  assert.deepEqual(day.list.map((i) => [i.letterId !== null, i.title, i.seat]).sort(), [[false, '', null], [true, item.title, 1], [true, item.title, null]].sort());
  assert.ok((await s.ask(up, 'GET', '/letters')).body.items.some((l) => (l as unknown as { title: string }).title === '主席的亲戚优先'));
  const lines = await s.ask(one, 'GET', '/reception-days');
  assert.equal(lines.status, 404, 'a member has no register');
});

test('BOX-2 a month without a reception day: the chairperson is reminded once, who planned is not', { timeout: 120_000 }, async () => {
  const { house, chair, clerk, sibling, plan, inbox } = await stage();
  await plan(clerk);
  await remindAll(house.database, clock.now());
  assert.equal((await inbox(sibling)).length, 0, 'not before the tenth');
  fixClock('2026-09-10T01:00:00Z');
  await remindAll(house.database, clock.now());
  await remindAll(house.database, clock.now());
  assert.equal((await inbox(sibling)).filter((t) => t.startsWith('本月还没有')).length, 1);
  assert.equal((await inbox(chair)).filter((t) => t.startsWith('本月还没有')).length, 0);
});
