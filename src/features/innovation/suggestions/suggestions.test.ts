import assert from 'node:assert/strict';
import test from 'node:test';
import { cases } from '#engines/cases';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import type { Player } from '#test/people';
import { startHouse } from '#test/server';
import { draftOf, foundCompany } from '#test/suggestions';
import { findFacts } from './suggestions.sql.ts';

type Row = { id: string; title: string; authors: string; state: string };
type Body = Row & { error?: { code: string; fields?: { path: string }[] }; items: Row[]; total: number; number: string; may: string[]; as: string; authors: { id: string; share: number }[]; events: { step: string; text: string }[]; version: number };

async function stage() {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const company = await foundCompany(house, 'S');
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined }> => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code };
  };
  const written = async (more: object = {}): Promise<string> => (await ask(company.writer, 'POST', '', draftOf(more))).body.id;
  const facts = async (id: string) => (await house.within(company.federationId, (tx) => findFacts(tx, [id]))).get(id);
  return { ...company, ask, written, facts };
}

test('INN-1 refusals: who has no scheme, co-authors from elsewhere, shares that leave nothing, campaigns that are closed', async () => {
  const { ask, writer, mate, outsider, specialist, written } = await stage();
  assert.equal((await ask(null, 'POST', '', draftOf())).status, 401);
  assert.equal((await ask(outsider, 'POST', '', draftOf())).code, 'suggestions.noScheme');
  assert.deepEqual((await ask(writer, 'POST', '', draftOf({ problem: '太短' }))).body.error?.fields?.map((f) => f.path), ['problem']);
  assert.equal((await ask(writer, 'POST', '', draftOf({ coauthors: [{ personId: outsider.id, share: 20 }] }))).code, 'suggestions.coauthorUnknown');
  assert.equal((await ask(writer, 'POST', '', draftOf({ coauthors: [{ personId: writer.id, share: 20 }] }))).code, 'suggestions.coauthorUnknown');
  assert.equal((await ask(writer, 'POST', '', draftOf({ coauthors: [{ personId: mate.id, share: 60 }, { personId: specialist.id, share: 40 }] }))).code, 'suggestions.sharesWrong');
  assert.equal((await ask(writer, 'POST', '', draftOf({ campaignId: '01930000-0000-7000-8000-00000000dead' }))).code, 'suggestions.campaignClosed');
  const id = await written();
  assert.equal((await ask(outsider, 'GET', `/${id}`)).status, 404);
  assert.equal((await ask(mate, 'GET', `/${id}`)).status, 404, 'colleagues see it once it is adopted');
  assert.equal((await ask(mate, 'POST', `/${id}/adopt-unit`, { grade: 1 })).status, 404);
  assert.equal((await ask(specialist, 'POST', `/${id}/reject-unit`, {})).status, 400, 'never without a reason');
  assert.equal((await ask(specialist, 'POST', `/${id}/adopt-unit`, {})).status, 400, 'never without a grade');
  assert.equal((await ask(specialist, 'POST', `/${id}/adopt`, { text: '可以', grade: 1 })).status, 404, 'the unit does not decide for the company');
});

test('INN-1 a co-author shares in it, sees it and does not judge it, even as the specialist', async () => {
  const { ask, written, specialist, mate, office, facts } = await stage();
  const id = await written({ coauthors: [{ personId: specialist.id, share: 33 }, { personId: mate.id, share: 33 }] });
  const seen = await ask(specialist, 'GET', `/${id}`);
  assert.deepEqual([seen.status, seen.body.as, seen.body.may, seen.body.authors.map((a) => a.share)], [200, 'coauthor', [], [34, 33, 33]]);
  assert.equal((await ask(specialist, 'POST', `/${id}/adopt-unit`, { grade: 1 })).status, 404);
  assert.equal((await ask(specialist, 'GET', '')).body.total, 0);
  assert.equal((await ask(mate, 'GET', '/mine')).body.items.length, 1);
  assert.equal((await ask(office, 'POST', `/${id}/adopt-unit`, { grade: 2 })).status, 200);
  assert.deepEqual([(await facts(id))?.grade, (await facts(id))?.startedOn], [2, '2026-03-02']);
});

test('INN-1 unit, company, rejection, one appeal, adoption, and taking it back', async () => {
  const { ask, written, writer, specialist, office, chair, mate, facts, works, company } = await stage();
  const id = await written();
  assert.equal((await ask(specialist, 'POST', `/${id}/give-back`, { text: '请补充后挡料的型号。' })).body.state, 'returned');
  assert.equal((await ask(writer, 'POST', `/${id}/complete`, { ...draftOf({ remedy: '后挡料型号Q11，在导轨两侧贴不锈钢刻度尺，加锁紧手柄。' }), campaignId: undefined })).body.state, 'submitted');
  assert.equal((await facts(id))?.remedy.includes('Q11'), true);
  assert.equal((await ask(specialist, 'POST', `/${id}/forward`, { grade: 2 })).body.state, 'company');
  assert.deepEqual([(await facts(id))?.expertGroup, (await facts(id))?.unitUnionId], ['technology', works.id]);
  assert.equal((await ask(specialist, 'GET', `/${id}`)).body.as, 'officer', 'the unit still sees what it passed on');
  assert.equal((await ask(specialist, 'POST', `/${id}/reject`, { text: '我来决定' })).status, 404);
  assert.equal((await ask(office, 'POST', `/${id}/reject`, { text: '刻度尺已列入下半年改造，暂不重复实施。' })).body.state, 'rejected');
  assert.equal((await ask(writer, 'POST', `/${id}/appeal`, { text: '改造计划里没有这台设备。' })).body.state, 'appealed');
  assert.equal((await ask(office, 'POST', `/${id}/uphold`, { text: '我自己再看一遍' })).code, 'suggestions.review.sameJudge');
  assert.equal((await ask(office, 'GET', `/${id}`)).body.may.includes('uphold'), false);
  assert.equal((await ask(chair, 'POST', `/${id}/uphold`, { text: '设备年底报废，不再改造。' })).body.state, 'rejected');
  assert.equal((await ask(writer, 'POST', `/${id}/appeal`, { text: '再申诉一次' })).code, 'suggestions.appealOnce');

  const other = await written({ title: '折弯机前托料架加装滚轮' });
  await ask(specialist, 'POST', `/${other}/forward`, { grade: 1, expertGroup: 'equipment' });
  assert.equal((await ask(office, 'POST', `/${other}/adopt-for-implementation`, { grade: 1 })).body.state, 'implementing');
  const row = await ask(specialist, 'GET', `/${other}`);
  assert.ok(row.body.may.includes('plan'), 'the unit carries it out');
  assert.equal((await ask(mate, 'GET', `/${other}`)).body.as, 'colleague');
  assert.equal((await ask(office, 'POST', `/${other}/revoke`, { text: '经核实系抄袭他厂资料。' })).body.state, 'revoked');
  assert.equal((await facts(other))?.revokedOn, '2026-03-02');
  assert.equal((await ask(mate, 'GET', `/${other}`)).status, 404);
  assert.equal((await ask(office, 'GET', `?unionId=${company.id}&state=revoked`)).body.total, 1);
});

test('INN-1 what nobody completes is closed by itself and no longer valid', async () => {
  const { ask, written, specialist, facts, house } = await stage();
  const id = await written();
  await ask(specialist, 'POST', `/${id}/give-back`, { text: '请补充。' });
  fixClock('2026-03-20T01:00:00Z');
  await cases.sweep((f, run) => house.database.transaction(f, clock.now(), run));
  assert.deepEqual([(await facts(id))?.voidOn, (await facts(id))?.voidWhy], ['2026-03-20', 'incomplete']);
});
