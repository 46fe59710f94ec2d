import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fixClock } from '#test/clock';
import { cast, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { draftOf, foundCompany } from '#test/suggestions';
import { settleLikeness } from './duplicates.sql.ts';
import { findFacts, listAuthors } from './suggestions.sql.ts';

type Body = { id: string; state: string; version: number; error?: { code: string }; items: { id: string; shown: boolean; state: string; mayMerge: boolean; passages: unknown[]; authors: string }[]; hint: { of: number } };

async function stage() {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const s = await foundCompany(house, 'M');
  const more = await cast(house, s.federationId, Array.from({ length: 5 }, (_, i) => ({ name: `工友${i}`, unionId: s.works.id })));
  const ask = async (who: Player, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined }> => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who.token });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code };
  };
  const write = async (who: Player, o: object = {}): Promise<string> => (await ask(who, 'POST', '', draftOf(o))).body.id;
  const shares = async (id: string): Promise<[string, number][]> => (await house.within(s.federationId, (tx) => listAuthors(tx, id))).map((a) => [a.personId, a.share]);
  const facts = async (id: string) => (await house.within(s.federationId, (tx) => findFacts(tx, [id]))).get(id);
  const supporters = async (id: string): Promise<number> => ((await ask(s.office, 'GET', `/${id}`)).body as unknown as { supporters: number }).supporters;
  return { ...s, more, ask, write, shares, facts, supporters, house };
}

test('INN-1 merging, refusals: into itself, the later one, another unit, what has ended or was merged, shares of what is adopted', async () => {
  const { ask, write, writer, mate, other, specialist, office, outsider } = await stage();
  const first = await write(writer);
  const second = await write(mate);
  const third = await write(mate, { title: '剪板机加刻度尺和手柄' });
  const elsewhere = await write(other, { title: '剪板机后挡料刻度' });
  assert.equal((await ask(mate, 'POST', `/${second}/merge`, { earlierId: first })).status, 404);
  assert.equal((await ask(outsider, 'POST', `/${second}/merge`, { earlierId: first })).status, 404);
  assert.equal((await ask(specialist, 'POST', `/${second}/merge`, { earlierId: second })).status, 400);
  assert.equal((await ask(specialist, 'POST', `/${first}/merge`, { earlierId: second })).code, 'suggestions.merging.laterFirst');
  assert.equal((await ask(specialist, 'POST', `/${elsewhere}/merge`, { earlierId: first })).status, 404, 'not of the unit');
  assert.equal((await ask(specialist, 'POST', `/${third}/merge`, { earlierId: elsewhere })).status, 404);
  assert.equal((await ask(specialist, 'POST', `/${second}/unmerge`, {})).status, 409);
  assert.equal((await ask(specialist, 'POST', `/${second}/merge`, { earlierId: first })).body.state, 'merged');
  assert.equal((await ask(specialist, 'POST', `/${third}/merge`, { earlierId: second })).code, 'suggestions.merging.mergedItself');
  assert.equal((await ask(office, 'POST', `/${elsewhere}/merge`, { earlierId: second })).code, 'suggestions.merging.mergedItself');
  await ask(specialist, 'POST', `/${first}/adopt-unit`, { grade: 2 });
  assert.equal((await ask(specialist, 'POST', `/${third}/merge`, { earlierId: first, sharing: { way: 'alike' } })).code, 'suggestions.merging.sharesSettled');
  assert.equal((await ask(specialist, 'POST', `/${third}/merge`, { earlierId: first })).status, 200, 'as supporters');
  const dead = await write(writer, { title: '另一条关于刻度的建议' });
  const late = await write(mate, { title: '再一条关于刻度的建议' });
  await ask(writer, 'POST', `/${dead}/withdraw`, {});
  assert.equal((await ask(specialist, 'POST', `/${late}/merge`, { earlierId: dead })).code, 'suggestions.merging.notAlive');
});

test('INN-1 merged: void, supporters and shares move; undone: everything is as before', async () => {
  const { ask, write, writer, mate, specialist, office, shares, facts, supporters } = await stage();
  const first = await write(writer, { coauthors: [{ personId: office.id, share: 30 }] });
  const second = await write(mate);
  const before = await shares(first);
  await ask(specialist, 'POST', `/${second}/merge`, { earlierId: first, sharing: { way: 'share', percent: 20 } });
  assert.deepEqual([(await facts(second))?.voidWhy, (await facts(second))?.mergedIntoId], ['merged', first]);
  assert.deepEqual((await shares(first)).map(([, n]) => n), [5600, 2400, 2000]);
  assert.equal((await ask(mate, 'GET', `/${first}`)).status, 200, 'now a co-author');
  assert.equal((await ask(specialist, 'GET', `/${first}/alike`)).body.items[0]?.state, 'merged');
  assert.equal((await ask(specialist, 'POST', `/${second}/unmerge`, { text: '两条其实不同' })).body.state, 'submitted');
  assert.deepEqual(await shares(first), before);
  assert.deepEqual([(await facts(second))?.voidOn, (await facts(second))?.mergedIntoId], [null, null]);
  assert.equal((await ask(mate, 'GET', `/${first}`)).status, 404, 'no longer a co-author');
  await ask(specialist, 'POST', `/${second}/merge`, { earlierId: first });
  assert.equal((await shares(first)).length, 2);

  assert.equal((await ask(specialist, 'POST', `/${second}/unmerge`, {})).status, 200);
  await ask(specialist, 'POST', `/${second}/merge`, { earlierId: first, sharing: { way: 'alike' } });
  assert.deepEqual((await shares(first)).map(([, n]) => n), [4667, 2000, 3333]);
  await ask(specialist, 'POST', `/${first}/adopt-unit`, { grade: 1 });
  assert.equal((await ask(specialist, 'POST', `/${second}/unmerge`, {})).code, 'suggestions.merging.undoSettled');
});

test('INN-1 any order of mergers and undoing keeps the sum and brings back what was', async () => {
  const { ask, write, writer, more, specialist, office, shares } = await stage();
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ who: fc.integer({ min: 0, max: 3 }), percent: fc.integer({ min: 0, max: 60 }) }), { minLength: 2, maxLength: 9 }), async (steps) => {
    const first = await write(writer, { coauthors: [{ personId: office.id, share: 33 }] });
    const own = await shares(first);
    const others = await Promise.all([0, 1, 2, 3].map((i) => write(more[i] as Player, { coauthors: i % 2 ? [{ personId: (more[4] as Player).id, share: 40 }] : [] })));
    const merged = new Set<string>();
    for (const { who, percent } of steps) {
      const id = others[who] as string;
      const undo = merged.has(id);
      const a = await ask(specialist, 'POST', `/${id}/${undo ? 'unmerge' : 'merge'}`, undo ? {} : { earlierId: first, sharing: percent > 0 ? { way: 'share', percent } : { way: 'supporters' } });
      assert.equal(a.status, 200, JSON.stringify(a.body));
      merged[undo ? 'delete' : 'add'](id);
      assert.equal((await shares(first)).reduce((n, [, share]) => n + share, 0), 10_000);
    }
    for (const id of merged) assert.equal((await ask(specialist, 'POST', `/${id}/unmerge`, {})).status, 200);
    assert.deepEqual(await shares(first), own);
    for (const id of [first, ...others]) await ask(specialist, 'POST', `/${id}/reject-unit`, { text: '试验结束' });
  }), { numRuns: 4 });
});

test('INN-1 two mergers at once: one happens; crosswise none is lost', async () => {
  const { ask, write, writer, mate, more, specialist, office, shares, facts } = await stage();
  const [first, second, third] = [await write(writer), await write(mate), await write(more[0] as Player)];
  const twice = await Promise.all([specialist, office].map((o) => ask(o, 'POST', `/${second}/merge`, { earlierId: first, sharing: { way: 'alike' } })));
  assert.deepEqual(twice.map((x) => x.status).toSorted(), [200, 409]);
  assert.deepEqual((await shares(first)).map(([, n]) => n), [5000, 5000]);
  const fourth = await write(more[1] as Player);
  const chain = await Promise.all([ask(specialist, 'POST', `/${fourth}/merge`, { earlierId: third }), ask(office, 'POST', `/${third}/merge`, { earlierId: first })]);
  const states = [(await facts(fourth))?.mergedIntoId, (await facts(third))?.mergedIntoId];
  assert.ok(chain.some((x) => x.status === 200));
  assert.equal(states[0] === null || chain[0]?.status === 200, true);
});

test('INN-1 likenesses: shown with passages to whoever may see both, contested, cleared', async () => {
  const { ask, write, writer, mate, other, specialist, office, house, federationId, facts } = await stage();
  const first = await write(writer);
  const second = await write(mate);
  const elsewhere = await write(other);
  await house.within(federationId, async (tx) => {
    for (const earlierId of [first]) await settleLikeness(tx, { suggestionId: second, earlierId, score: 0.9, state: 'open', text: '', byId: writer.id });
    await settleLikeness(tx, { suggestionId: elsewhere, earlierId: first, score: 0.9, state: 'open', text: '', byId: writer.id });
  });
  const seen = (await ask(specialist, 'GET', `/${second}/alike`)).body.items.find((i) => i.id === first);
  assert.deepEqual([seen?.shown, seen?.mayMerge, (seen?.passages.length ?? 0) > 0], [true, true, true]);
  const hidden = (await ask(specialist, 'GET', `/${first}/alike`)).body.items.find((i) => i.id === elsewhere);
  assert.deepEqual([hidden?.shown, hidden?.authors, hidden?.passages.length], [false, '', 0], 'of another unit: only that there is one');
  assert.equal((await ask(office, 'GET', `/${elsewhere}/alike`)).body.items.find((i) => i.id === first)?.shown, true);
  assert.equal((await ask(mate, 'GET', `/${second}/alike`)).status, 404);
  assert.equal((await ask(specialist, 'POST', `/${second}/alike/clear`, { otherId: (await facts(second))?.id ?? '' })).status, 404);
  assert.equal((await ask(specialist, 'POST', `/${second}/alike/clear`, { otherId: first, text: '一条是剪板机，一条是折弯机' })).status, 200);
  assert.equal((await ask(specialist, 'GET', `/${second}/alike`)).body.items.find((i) => i.id === first)?.state, 'cleared');
  assert.ok((await ask(office, 'GET', `/${second}/alike?anew=true`)).body.items.length >= 1);
});
