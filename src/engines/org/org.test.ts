import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Refused } from '#shared/errors';
import { foundCity } from '#test/people';
import { startHouse } from '#test/server';
import * as org from './index.ts';
import { newCardNumber } from './memberships.ts';

const code = (expected: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === expected;

test('ORG-1 the tree: both lines follow every move, nothing hangs below itself', { timeout: 120_000 }, async () => {
  const house = await startHouse();
  const { federationId, top, one, other } = await foundCity(house, 'T');
  await house.within(federationId, async (tx) => {
    const branch = await org.foundUnion(tx, { name: '一车间', code: 'B', kind: 'branch', parentId: one.id });
    const group = await org.foundUnion(tx, { name: '一班', code: 'G', kind: 'unionGroup', parentId: branch.id });
    await assert.rejects(org.foundUnion(tx, { name: '重复', code: 'B', kind: 'branch', parentId: one.id }), code('org.codeTaken'));
    await assert.rejects(org.moveUnion(tx, one.id, group.id), code('org.ownSubtree'));
    await assert.rejects(org.moveUnion(tx, top.id, one.id), code('org.topStays'));
    await org.setSectorParent(tx, other.id, one.id);
    await org.moveUnion(tx, branch.id, other.id);
    const moved = await org.loadUnion(tx, group.id);
    assert.equal(moved.path, `${other.path}${branch.node}/${group.node}/`);
    assert.equal(moved.sectorPath, `${one.path}${other.node}/${branch.node}/${group.node}/`, 'the second line of the new parent reaches down');
    await org.setSectorParent(tx, other.id, null);
    assert.equal((await org.loadUnion(tx, group.id)).sectorPath, null);
    await assert.rejects(org.dissolveUnion(tx, other.id, { on: '2026-09-07', approval: '批复1号' }), code('org.hasBranches'));
    await org.dissolveUnion(tx, group.id, { on: '2026-09-07', approval: '批复1号' });
    await assert.rejects(org.foundUnion(tx, { name: '新', code: 'N', kind: 'branch', parentId: group.id }), code('org.parentEnded'));
  });
});

test('ORG-1 whatever is moved where, each path is its parent’s path and the own node', { timeout: 180_000 }, async () => {
  const house = await startHouse();
  const { federationId, one, other } = await foundCity(house, 'P');
  const unions = await house.within(federationId, async (tx) => {
    const list = [one, other];
    for (let i = 0; i < 6; i++) list.push(await org.foundUnion(tx, { name: `分会${i}`, code: `Q-${i}`, kind: 'branch', parentId: list[i % list.length]?.id ?? one.id }));
    return list;
  });
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 8 }), async (moves) => {
    for (const [a, b] of moves) {
      await house.within(federationId, (tx) => org.moveUnion(tx, unions[a]?.id ?? '', unions[b]?.id ?? '')).catch((e: unknown) => { if (!(e instanceof Refused)) throw e; });
    }
    await house.within(federationId, async (tx) => {
      for (const { id } of unions) {
        const u = await org.loadUnion(tx, id);
        const parent = await org.loadUnion(tx, u.parentId ?? '');
        assert.equal(u.path, `${parent.path}${u.node}/`);
      }
    });
  }), { numRuns: 12 });
});

test('ORG-3 one living membership per person, under races too; every period stays', { timeout: 120_000 }, async () => {
  const house = await startHouse();
  const { federationId, one, other } = await foundCity(house, 'M');
  const person = { ...org.newPerson('周全'), idNumber: '11010519491231002X', idKind: 'residentId' as const };
  await house.within(federationId, (tx) => org.savePeople(tx, [person]));
  const tries = await Promise.allSettled([one, other, one, other].map((u) => house.within(federationId, (tx) => org.admit(tx, org.draftMembership(tx, { personId: person.id, unionId: u.id, origin: 'application' })))));
  assert.equal(tries.filter((t) => t.status === 'fulfilled').length, 1);
  for (const t of tries) if (t.status === 'rejected') assert.ok(code('org.alreadyMember')(t.reason) || code('org.memberOnce')(t.reason));
  await house.within(federationId, async (tx) => {
    await org.continueMembership(tx, person.id, 'retired', { state: 'reserved', origin: 'retirement' });
    await org.endMembership(tx, person.id, 'left');
    await assert.rejects(org.endMembership(tx, person.id, 'left'), code('org.noMembership'));
    const history = await org.listHistory(tx, person.id);
    assert.deepEqual(history.map((h) => h.endReason).sort(), ['left', 'retired']);
    assert.equal((await org.findPeopleByIdNumber(tx, ['11010519491231002X'])).get('11010519491231002X')?.name, '周全');
  });
  const { rows } = await house.database.pool.query("select encode(id_sealed, 'escape') as sealed from person where id = $1", [person.id]);
  assert.doesNotMatch(String(rows[0]?.sealed), /110105/, 'the number is not readable in the table');
});

test('one chair at a time; an ended office is gone; the last administrator stays', { timeout: 120_000 }, async () => {
  const house = await startHouse();
  const { federationId, top, one } = await foundCity(house, 'O');
  await house.within(federationId, async (tx) => {
    const [a, b] = [org.newPerson('甲'), org.newPerson('乙')];
    await org.savePeople(tx, [a, b]);
    const held = await org.appoint(tx, { personId: a.id, unionId: one.id, office: 'chair' });
    await assert.rejects(org.appoint(tx, { personId: b.id, unionId: one.id, office: 'chair' }), code('org.chairTaken'));
    await assert.rejects(org.appoint(tx, { personId: a.id, unionId: one.id, office: 'chair' }), code('org.officeTwice'));
    await org.endOffice(tx, held.id);
    await assert.rejects(org.endOffice(tx, held.id), code('org.officeUnknown'));
    assert.equal((await org.appoint(tx, { personId: b.id, unionId: one.id, office: 'chair' })).personName, '乙');
    const admin = await org.appoint(tx, { personId: a.id, unionId: top.id, office: 'platformAdmin' });
    await assert.rejects(org.endOffice(tx, admin.id), code('org.lastAdministrator'));
  });
});

test('card numbers carry a check digit that notices any one wrong digit', () => {
  const luhn = (n: string): boolean => [...n].reverse().reduce((s, d, i) => s + (i % 2 === 0 ? Number(d) : Number(d) * 2 > 9 ? Number(d) * 2 - 9 : Number(d) * 2), 0) % 10 === 0;
  fc.assert(fc.property(fc.nat(11), fc.integer({ min: 1, max: 9 }), (place, by) => {
    const card = newCardNumber();
    assert.ok(/^\d{12}$/.test(card) && luhn(card));
    const wrong = card.slice(0, place) + ((Number(card[place]) + by) % 10) + card.slice(place + 1);
    assert.ok(!luhn(wrong));
  }));
});
