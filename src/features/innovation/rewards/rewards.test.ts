import assert from 'node:assert/strict';
import test from 'node:test';
import { newId } from '#shared/ids';
import { payments } from '#engines/payments';
import { fixClock } from '#test/clock';
import type { Player } from '#test/people';
import { startHouse } from '#test/server';
import { appointTo, draftOf, foundCompany } from '#test/suggestions';
import { rows, sql } from '#platform/db';
import { actorFor } from '../../../demo/stage.ts';

type Place = { listId: string; state: string } | null;
type Body = {
  id: string; error?: { code: string }; items: { suggestionId: string; personId: string; amountFen: number; place: Place }[]; total: number; added: number; already: number; left: number; given: number; totalFen: number; dueFen: number; dueLines: number;
  grades: { grade: number; count: number; sumFen: number }[]; back: { lines: number; sumFen: number }; lists: { id: string; state: string; totalFen: number }[]; honours: { id: string; kind: string; amountFen: number; paid: string; person: string }[]; mayDraw: boolean;
};

async function stage() {
  fixClock('2026-03-10T01:00:00Z');
  const house = await startHouse();
  const c = await foundCompany(house, 'R');
  const again = async (who: Player): Promise<Player> => ({ ...who, token: (await house.tokens(c.federationId, [who.id]))[0] ?? '' });
  const people = { ...c };
  const call = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code };
  };
  const adopted = async (grade: number, more: object = {}): Promise<string> => {
    const { id } = (await call(c.writer, 'POST', '/suggestions', draftOf(more))).body;
    assert.equal((await call(c.specialist, 'POST', `/suggestions/${id}/adopt-unit`, { grade })).status, 200);
    return id;
  };
  const month = (who: Player, m = '2026-03') => call(who, 'GET', `/rewards/month?unionId=${c.company.id}&month=${m}`);
  const draw = (who: Player, m = '2026-03') => call(who, 'POST', '/rewards/month', { unionId: c.company.id, month: m });
  const actor = (who: Player) => house.within(c.federationId, (tx) => actorFor(tx, who.id));
  /** takes a list all the way: submitted and paid by the accountant, approved by the chair */
  const pay = async (id: string): Promise<void> => {
    await appointTo(house, c.federationId, c.accountant, c.company.id, 'cashier').catch(() => {});
    const [accountant, chair] = [await actor(c.accountant), await actor(c.chair)];
    await house.within(c.federationId, (tx) => payments.submit(tx, accountant, { id }));
    await house.within(c.federationId, (tx) => payments.approve(tx, chair, { id }));
    await house.within(c.federationId, (tx) => payments.file(tx, accountant, { id }));
    await house.within(c.federationId, (tx) => payments.settle(tx, accountant, { id, failed: [] }));
  };
  return { ...people, house, again, call, adopted, month, draw, pay };
}

test('INN-2 refusals: who may not see or draw, unions without a scheme, months to come, nothing due', async () => {
  const { call, month, draw, office, specialist, outsider, writer, company, other } = await stage();
  assert.equal((await call(null, 'GET', `/rewards/month?unionId=${company.id}&month=2026-03`)).status, 401);
  for (const who of [specialist, outsider, writer]) assert.equal((await month(who)).status, 404);
  assert.equal((await call(office, 'GET', `/rewards/month?unionId=${other.unionId}&month=2026-03`)).code, 'rewards.noScheme');
  assert.equal((await month(office, '2026-13')).status, 400);
  assert.equal((await draw(office, '2026-04')).code, 'rewards.monthToCome');
  assert.equal((await draw(office)).code, 'rewards.nothingDue');
});

test('INN-2 120, 80 and 30 yuan by grade, split by shares to the fen; drawn once, however often and by however many', async () => {
  const { adopted, month, draw, call, office, accountant, writer, mate, other, specialist, company } = await stage();
  const shared = await adopted(1, { coauthors: [{ personId: mate.id, share: 33 }, { personId: other.id, share: 33 }] });
  await adopted(2, { title: '行车遥控器统一编号' });
  await adopted(3, { title: '更衣柜按班组分区' });
  const { body } = await month(office);
  assert.deepEqual(body.grades.map((g) => [g.grade, g.count, g.sumFen]), [[1, 1, 12_000], [2, 1, 8_000], [3, 1, 3_000]]);
  assert.deepEqual([body.totalFen, body.dueFen, body.dueLines], [23_000, 23_000, 5]);
  const drawn = await Promise.all([draw(office), draw(accountant), draw(office)]);
  assert.equal(drawn.filter((d) => d.status === 200).length, 1, 'one list, however many press the button');
  assert.deepEqual(drawn.filter((d) => d.status !== 200).map((d) => d.code), ['rewards.nothingDue', 'rewards.nothingDue']);
  const { items, total } = (await call(office, 'GET', `/rewards/items?unionId=${company.id}&month=2026-03`)).body;
  assert.equal(total, 5);
  assert.deepEqual(items.filter((i) => i.suggestionId === shared).map((i) => [i.personId, i.amountFen]), [[writer.id, 4080], [mate.id, 3960], [other.id, 3960]]);
  assert.ok(items.every((i) => i.place?.state === 'pending'));
  assert.equal((await month(office)).body.dueFen, 0);
  assert.equal((await call(specialist, 'GET', `/rewards/items?unionId=${company.id}&month=2026-03`)).status, 404);
});

test('INN-2 an adoption taken back leaves a list that is being prepared, and is set off once it was paid', async () => {
  const { adopted, month, draw, call, pay, office, house, federationId } = await stage();
  const early = await adopted(1);
  const list = (await draw(office)).body.id;
  await call(office, 'POST', `/suggestions/${early}/revoke`, { text: '与去年的改造方案重复。' });
  assert.equal((await month(office)).body.lists[0]?.totalFen, 0, 'off the list');
  const paid = await adopted(2, { title: '砂轮机防护罩改为翻盖' });
  await adopted(2, { title: '电焊把线加装快速接头' });
  const second = (await draw(office)).body.id;
  assert.notEqual(second, list);
  await pay(second);
  await call(office, 'POST', `/suggestions/${paid}/revoke`, { text: '经查为他人成果。' });
  fixClock('2026-04-02T01:00:00Z');
  const { back, dueFen } = (await month(office, '2026-04')).body;
  assert.deepEqual([back, dueFen], [{ lines: 1, sumFen: -8_000 }, -8_000]);
  assert.equal((await draw(office, '2026-04')).code, 'rewards.nothingDue', 'there is nothing to set it off against yet');
  await adopted(1, { title: '热处理炉门密封条改型' });
  const third = await draw(office, '2026-04');
  assert.deepEqual([third.body.added, third.body.left], [2, 0]);
  const sum = await house.within(federationId, async (tx) => (await sql<{ n: string }>`select sum(amount_fen)::text as n from payment_line where federation_id = ${federationId} and list_id = ${third.body.id}`.execute(rows(tx))).rows[0]?.n);
  assert.equal(sum, '4000');
});

test('INN-2 the best of the year, best units, specialists: as many as the rulebook says, each once, paid by a list', async () => {
  const { adopted, call, office, house, federationId, company, works, mate, again } = await stage();
  const year = (path: string, body: object) => call(office, 'POST', `/rewards/${path}`, { unionId: company.id, year: 2026, ...body });
  const id = await adopted(1);
  assert.equal((await year('best-suggestions', { suggestionIds: [id] })).code, 'rewards.notCandidate', 'not completed yet');
  await house.within(federationId, async (tx) => { await sql`update suggestion set completed_on = '2026-03-09' where federation_id = ${federationId} and id = ${id}`.execute(rows(tx)); });
  assert.equal((await year('best-suggestions', { suggestionIds: [id, newId()] })).code, 'rewards.notCandidate');
  const given = await Promise.all([1, 2, 3].map(() => year('best-suggestions', { suggestionIds: [id] })));
  assert.equal(given.reduce((n, g) => n + g.body.given, 0), 1, 'once');
  assert.equal((await year('specialists', {})).code, 'rewards.unitsFirst');
  assert.equal((await year('best-units', { unitId: works.id, month: '2026-02', payrollFen: 500_000_000, payeeId: office.id })).code, 'rewards.unknownPayee');
  assert.equal((await year('best-units', { unitId: works.id, month: '2026-02', payrollFen: 500_000_000, payeeId: mate.id })).body.given, 1);
  assert.equal((await year('specialists', {})).body.given, 1);
  fixClock('2027-01-05T01:00:00Z');
  const later = await again(office);
  const seen = (await call(later, 'GET', `/rewards/year?unionId=${company.id}&year=2026`)).body;
  assert.deepEqual(seen.honours.map((h) => [h.kind, h.amountFen, h.paid]).sort(), [['bestSuggestion', 50_000, 'none'], ['bestUnit', 5_000_000, 'none'], ['specialist', 70_000, 'none']]);
  assert.equal((await call(later, 'POST', '/rewards/specialists', { unionId: company.id, year: 2026 })).body.given, 0, 'given already');
  const drawn = (await call(later, 'POST', '/rewards/year', { unionId: company.id, year: 2026 })).body;
  assert.equal(drawn.added, 3);
  assert.equal((await call(later, 'POST', '/rewards/year', { unionId: company.id, year: 2026 })).code, 'rewards.nothingDue');
  const one = seen.honours.find((h) => h.kind === 'bestUnit');
  assert.equal((await call(later, 'POST', `/rewards/honours/${one?.id}/withdraw`, { why: '工资总额填错' })).status, 200);
  assert.equal((await call(later, 'POST', `/rewards/honours/${one?.id}/withdraw`, { why: '工资总额填错' })).code, 'rewards.unknownHonour');
});
