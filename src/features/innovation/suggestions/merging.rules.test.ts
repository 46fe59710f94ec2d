import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { alikeShare, type Merged, type Share, sharesAfter, split } from './merging.rules.ts';
import { WHOLE } from './suggestions.rules.ts';

const a = (personId: string, share: number): Share => ({ personId, share });

test('shares after mergers: cases by hand', () => {
  assert.deepEqual(sharesAfter([a('a', 7000), a('b', 3000)], []).map((x) => x.share), [7000, 3000]);
  assert.deepEqual(sharesAfter([a('a', 10000)], [{ id: 'm', share: 0, authors: [a('c', 10000)] }]).map((x) => x.personId), ['a']);
  assert.deepEqual(sharesAfter([a('a', 10000)], [{ id: 'm', share: alikeShare(1, 1), authors: [a('c', 10000)] }]), [{ personId: 'a', share: 5000, mergedFromId: null }, { personId: 'c', share: 5000, mergedFromId: 'm' }]);
  assert.deepEqual(sharesAfter([a('a', 5000), a('b', 5000)], [{ id: 'm', share: 3333, authors: [a('c', 10000)] }]).map((x) => x.share), [3334, 3333, 3333]);
  assert.deepEqual(sharesAfter([a('a', 10000)], [{ id: 'm', share: 2000, authors: [a('a', 6000), a('c', 4000)] }]).map((x) => [x.personId, x.share]), [['a', 9200], ['c', 800]], 'who wrote both has both shares');
});

test('shares always sum to the whole, and without a merger they are what they were', () => {
  const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1, maxLength: 5 });
  const authors = people.chain((ids) => fc.array(fc.integer({ min: 1, max: 100 }), { minLength: ids.length, maxLength: ids.length }).map((weights) => {
    const shares = split(WHOLE, weights);
    return ids.map((id, i) => a(id, shares[i] ?? 0));
  }));
  const merger = fc.record({ id: fc.uuid(), share: fc.integer({ min: 0, max: 9900 }), authors });
  fc.assert(fc.property(authors, fc.array(merger, { maxLength: 5 }), (own, mergers: Merged[]) => {
    const after = sharesAfter(own, mergers);
    assert.equal(after.reduce((n, x) => n + x.share, 0), WHOLE);
    assert.ok(after.every((x) => x.share >= 0));
    assert.deepEqual(sharesAfter(own, []).map(({ personId, share }) => ({ personId, share })), own);
  }));
});
