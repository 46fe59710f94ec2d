import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sharesOf, WHOLE } from './suggestions.rules.ts';
import { restOf, shareAfter, shareFor, stepOf } from './writing.rules.ts';

test('INN-1 shares on the phone: whatever is pressed, the first author keeps something and the whole is the whole', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(8), fc.constantFrom(1 as const, -1 as const)), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (presses, people) => {
    const percents: number[] = [];
    for (let i = 0; i < people && shareFor(percents) > 0; i++) percents.push(shareFor(percents));
    for (const [at, way] of presses) if (at < percents.length) percents[at] = shareAfter(percents, at, way);
    assert.ok(restOf(percents) > 0 && percents.every((p) => p >= 1 && p <= 99));
    assert.equal(sharesOf(percents)?.reduce((sum, s) => sum + s, 0), WHOLE);
  }));
  assert.deepEqual([shareAfter([20], 0, 1), shareAfter([20], 0, -1), shareAfter([3], 0, -1), shareAfter([97], 0, 1), shareAfter([50, 49], 0, 1)], [25, 15, 1, 99, 50]);
});

test('INN-1 a refused field is shown on its step', () => {
  assert.deepEqual(['title', 'remedy', 'category', 'files.0', 'coauthors', 'coauthors.1.share', 'campaignId'].map(stepOf), ['matter', 'matter', 'details', 'details', 'people', 'people', 'people']);
});
