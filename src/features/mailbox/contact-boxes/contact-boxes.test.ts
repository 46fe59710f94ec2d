import assert from 'node:assert/strict';
import test from 'node:test';
import { notify } from '#engines/notify';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { remindAll } from './contact-boxes.jobs.ts';

type Opening = { id: string; found: number; keyed: number; waiting: number; leftWhy: string | null; may: string[]; before: { found: number; why: string }[] };
type Body = {
  id: string; number: string | number; error?: { code: string; fields?: { path: string; why?: { code: string } }[] }; code: string | null; position: number; found: number; items: { id: string; place: string; standing: string; title: string; process: string; name: string; witnesses: { id: string }[]; question: string }[];
  total: number; standing: string; dueOn: string; log: Opening[]; list: { letterId: string | null; number: string; title: string }[]; openings: number; letters: number; answered: number; joinCode: string; may: string[]; channel: string; retiredOn: string | null; state: string;
};

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'K');
  const players = (await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '周文书', unionId: city.one.id, offices: ['mailboxClerk'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] },
    { name: '上主席', unionId: city.top.id, offices: ['chair'] }, { name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id },
  ])) as [Player, Player, Player, Player, Player, Player];
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body };
  };
  const inbox = async (who: Player) => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 20 }))).items.map((m) => m.title);
  const later = async (at: string, ...who: Player[]): Promise<Player[]> => {
    fixClock(at);
    const tokens = await house.tokens(city.federationId, who.map((p) => p.id));
    return who.map((p, i) => ({ ...p, token: tokens[i] ?? '' }));
  };
  const [chair, clerk, sibling, up, one, two] = players;
  const put = (who: Player = clerk) => ask(who, 'POST', '/contact-boxes', { unionId: city.one.id, place: '食堂门口', keepers: [one.id] });
  const log = (who: Player, id: string, more: object = {}) => ask(who, 'POST', `/contact-boxes/${id}/openings`, { openedAt: clock.now().toISOString(), witnessId: two.id, found: 2, sealIntact: true, ...more });
  return { house, city, chair, clerk, sibling, up, one, two, ask, inbox, later, put, log };
}

const paper = { title: '开水房没热水', text: '早班六点半上岗，开水房七点半才烧水。', category: 'living' };
const fieldOf = (b: Body) => b.error?.fields?.[0]?.path;

test('BOX-4 refusals: strangers, one person twice, the future, another union’s people, a retired box', { timeout: 120_000 }, async () => {
  const { chair, clerk, sibling, one, two, ask, put, log, city } = await stage();
  assert.equal((await put(one)).status, 404, 'a member puts no box up');
  assert.equal((await put(sibling)).status, 404);
  assert.equal(fieldOf((await ask(clerk, 'POST', '/contact-boxes', { unionId: city.one.id, place: '门口', keepers: [sibling.id] })).body), 'keepers');
  const { id } = (await put()).body;
  assert.equal((await ask(sibling, 'GET', `/contact-boxes/${id}`)).status, 404);
  assert.equal((await ask(null, 'POST', `/contact-boxes/${id}/openings`, {})).status, 401);
  assert.equal((await log(two, id, { witnessId: one.id })).status, 404, 'not a keeper');
  assert.equal(fieldOf((await log(one, id, { witnessId: one.id })).body), 'witnessId', 'two persons');
  assert.equal(fieldOf((await log(one, id, { witnessId: sibling.id })).body), 'witnessId', 'of this union');
  assert.equal(fieldOf((await log(one, id, { openedAt: '2026-09-08T01:00:00Z' })).body), 'openedAt');
  assert.equal(fieldOf((await log(one, id, { openedAt: '2026-09-01T01:00:00Z' })).body), 'openedAt');
  const opening = (await log(one, id)).body.id;
  assert.equal((await ask(one, 'POST', `/box-openings/${opening}/letters`, paper)).status, 404, 'a keeper keys nothing in');
  assert.equal((await ask(clerk, 'POST', `/box-openings/${opening}/letters`, { ...paper, writerId: clerk.id })).body.error?.code, 'contactBoxes.ownLetter');
  assert.equal(fieldOf((await ask(clerk, 'POST', `/box-openings/${opening}/letters`, { ...paper, writerId: sibling.id })).body), 'writerId');
  assert.equal((await ask(chair, 'POST', `/contact-boxes/${id}/retire`, { text: '搬走了' })).status, 200);
  assert.equal((await log(one, id, { openedAt: '2026-09-07T00:00:00Z' })).body.error?.code, 'contactBoxes.isRetired');
  assert.equal((await ask(chair, 'POST', `/contact-boxes/${id}/retire`, { text: '搬走了' })).body.error?.code, 'contactBoxes.isRetired');
  const kept = await ask(chair, 'GET', `/contact-boxes/${id}`);
  assert.deepEqual([kept.body.standing, kept.body.openings], ['retired', 1], 'retired, not deleted');
});

test('BOX-4 races: of many who log one opening one gets through, letters never exceed those found, numbers of boxes differ', { timeout: 120_000 }, async () => {
  const { chair, clerk, one, ask, put, log } = await stage();
  const boxes = await Promise.all([put(), put(chair), put(), put(chair)]);
  const { items } = (await ask(clerk, 'GET', '/contact-boxes')).body as unknown as { items: { number: number }[] };
  assert.equal(new Set(items.map((b) => b.number)).size, boxes.filter((b) => b.status === 200).length);
  const id = boxes[0]?.body.id ?? '';
  const race = await Promise.all([chair, clerk, one, chair, clerk, one].map((p) => log(p, id)));
  assert.deepEqual(race.map((r) => r.status).sort(), [200, 409, 409, 409, 409, 409]);
  assert.ok(race.filter((r) => r.status === 409).every((r) => r.body.error?.code === 'contactBoxes.openedThatDay'));
  const opening = race.find((r) => r.status === 200)?.body.id ?? '';
  const keyed = await Promise.all(Array.from({ length: 6 }, (_, i) => ask(i % 2 ? chair : clerk, 'POST', `/box-openings/${opening}/letters`, paper)));
  assert.deepEqual(keyed.map((r) => r.status).sort(), [200, 200, 409, 409, 409, 409]);
  assert.deepEqual(keyed.filter((r) => r.status === 200).map((r) => r.body.position).sort(), [1, 2]);
});

test('BOX-4 keyed in: a member’s letter is his own, a nameless one has a code; the missing is explained, a wrong number corrected by its author', { timeout: 120_000 }, async () => {
  const { clerk, chair, one, two, ask, inbox, later, put, log, city } = await stage();
  const { id } = (await put()).body;
  const opening = (await log(one, id, { found: 3 })).body.id;
  const found = await ask(clerk, 'GET', `/contact-boxes/${id}/writers?name=${encodeURIComponent('李大山')}`);
  assert.deepEqual(found.body.items.map((p) => p.id), [two.id]);
  const named = await ask(clerk, 'POST', `/box-openings/${opening}/letters`, { ...paper, writerId: two.id });
  assert.deepEqual([named.body.code, named.body.position, named.body.found], [null, 1, 3]);
  assert.equal((await ask(two, 'GET', '/letters/mine')).body.items[0]?.title, paper.title, 'he follows it on his phone');
  assert.equal(fieldOf((await ask(clerk, 'POST', `/box-openings/${opening}/letters`, { ...paper, writerId: two.id, hidden: true, files: [opening] })).body), 'files', 'handwriting tells');
  const nameless = await ask(clerk, 'POST', `/box-openings/${opening}/letters`, paper);
  const followed = await ask(null, 'POST', '/letters/follow-up', { code: nameless.body.code });
  assert.deepEqual([followed.status, followed.body.channel], [200, 'box']);
  assert.equal((await ask(clerk, 'POST', `/box-openings/${opening}/correct`, { witnessId: two.id, found: 2, sealIntact: true, text: '数错了' })).status, 403, 'only whoever logged it');
  assert.equal(fieldOf((await ask(one, 'POST', `/box-openings/${opening}/correct`, { witnessId: two.id, found: 1, sealIntact: true, text: '数错了' })).body), 'found');
  assert.equal((await ask(clerk, 'POST', `/box-openings/${opening}/settle`, { text: '一张空白纸' })).status, 200);
  assert.equal((await ask(clerk, 'POST', `/box-openings/${opening}/letters`, paper)).body.error?.code, 'contactBoxes.wasSettled');
  assert.equal((await ask(one, 'POST', `/box-openings/${opening}/correct`, { witnessId: two.id, found: 4, sealIntact: true, text: '夹层里还有一封' })).status, 200);
  const seen = (await ask(clerk, 'GET', `/contact-boxes/${id}`)).body;
  assert.deepEqual([seen.log[0]?.found, seen.log[0]?.waiting, seen.log[0]?.leftWhy, seen.log[0]?.before.map((b) => [b.found, b.why])], [4, 2, null, [[3, '夹层里还有一封']]]);
  const letterId = seen.list.find((l) => l.number === named.body.number)?.letterId ?? '';
  await ask(chair, 'POST', `/letters/${letterId}/answer`, { text: '开水房改为五点半烧水。' });
  assert.ok((await inbox(two)).some((t) => t.includes('答复')));
  await ask(chair, 'POST', `/letters/${letterId}/publish`, { question: '开水房能不能早点烧水？', answer: '改为五点半烧水。' });
  const board = await ask(null, 'GET', `/box-board?joinCode=${city.one.joinCode}&number=1`);
  assert.deepEqual([board.status, board.body.openings, board.body.letters, board.body.answered, board.body.items.map((i) => i.question)], [200, 1, 2, 1, ['开水房能不能早点烧水？']]);
  assert.ok(!JSON.stringify(board.body).includes('李大山'));
  assert.equal((await ask(null, 'GET', `/box-board?joinCode=${city.one.joinCode}&number=9`)).status, 404);
  const [after] = (await later('2026-09-20T01:00:00Z', one)) as [Player];
  assert.equal((await ask(after, 'POST', `/box-openings/${opening}/correct`, { witnessId: two.id, found: 5, sealIntact: true, text: '又一封' })).body.error?.code, 'contactBoxes.tooLateToCorrect');
});

test('BOX-4 due and overdue: told once each, on the work list until opened; a letter about the chair goes one level up', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { id } = (await s.put()).body;
  await remindAll(s.house.database, clock.now());
  assert.equal((await s.inbox(s.one)).length, 0);
  const [clerk, one] = (await s.later('2026-09-14T01:00:00Z', s.clerk, s.one)) as [Player, Player];
  for (let i = 0; i < 2; i++) await remindAll(s.house.database, clock.now());
  for (const p of [one, clerk, s.chair]) assert.equal((await s.inbox(p)).filter((t) => t.startsWith('联系箱今天该开了')).length, 1, p.id);
  const waiting = (await s.ask(clerk, 'GET', '/worklist')).body.items.filter((i) => i.process === 'boxOpening');
  assert.equal(waiting.length, 1);
  assert.equal((await s.ask(clerk, 'GET', `/contact-boxes/${waiting[0]?.id ?? ''}`)).body.id, id, 'the work list leads to the box');
  const [late, keeper, up, chair] = (await s.later('2026-09-16T01:00:00Z', clerk, one, s.up, s.chair)) as [Player, Player, Player, Player];
  for (let i = 0; i < 2; i++) await remindAll(s.house.database, clock.now());
  assert.equal((await s.inbox(keeper)).filter((t) => t.startsWith('联系箱超期未开')).length, 1);
  assert.deepEqual((await s.ask(late, 'GET', '/contact-boxes?state=overdue')).body.items.map((b) => b.id), [id]);
  assert.equal((await s.ask(keeper, 'GET', '/my-contact-boxes')).body.items[0]?.standing, 'overdue');
  const opening = (await s.log(keeper, id, { found: 1 })).body.id;
  assert.equal((await s.ask(late, 'GET', '/worklist')).body.items.filter((i) => i.process === 'boxOpening').length, 0, 'done');
  const box = (await s.ask(late, 'GET', `/contact-boxes/${id}`)).body;
  assert.deepEqual([box.standing, box.dueOn], ['ready', '2026-09-23']);
  await s.ask(late, 'POST', `/box-openings/${opening}/letters`, { ...paper, title: '主席的亲戚优先', aboutChair: true });
  assert.ok((await s.ask(up, 'GET', '/letters')).body.items.some((l) => l.title === '主席的亲戚优先'));
  assert.deepEqual((await s.ask(chair, 'GET', `/contact-boxes/${id}`)).body.list.map((l) => [l.letterId, l.title]), [[null, '']]);
});
