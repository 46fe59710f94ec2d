import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { agreementOf, weightedKappa } from './agreement.rules.ts';

const times = (n: number, a: number, b: number): [number, number][] => Array.from({ length: n }, () => [a, b]);

test('weighted kappa: cases reckoned by hand', () => {
  const cases: [name: string, grades: [number, number][], kappa: number | null][] = [
    ['nothing', [], null],
    ['always the same grade: chance could not disagree', times(4, 2, 2), null],
    ['full agreement on two grades', [...times(3, 1, 1), ...times(2, 3, 3)], 1],
    // seen 2·2/4 = 1, expected: rows (½,0,½), columns (½,0,½): 2·¼·2 = 1 → 1 − 1·16/16
    ['as chance would have it', [[1, 1], [1, 3], [3, 1], [3, 3]], 0],
    // every pair two apart: seen 2, expected 2·½·½·2 = 1 → −1
    ['always opposite', [[1, 3], [3, 1]], -1],
    // table 2 1 0 / 1 2 1 / 0 1 2: seen 4/10; rows = columns (3,4,3): expected (2·12·1·2... ) = (12+12+12+12 + 2·9·2)/100 = 84/100
    ['neighbours differ', [...times(2, 1, 1), [1, 2], [2, 1], ...times(2, 2, 2), [2, 3], [3, 2], ...times(2, 3, 3)], 1 - 0.4 / 0.84],
  ];
  for (const [name, grades, kappa] of cases) {
    const found = weightedKappa(grades);
    if (kappa === null) assert.equal(found, null, name);
    else assert.ok(found !== null && Math.abs(found - kappa) < 1e-12, `${name}: ${String(found)}`);
  }
});

test('weighted kappa: at most 1, 1 only for full agreement, the same when reviewers change places', () => {
  const grade = fc.integer({ min: 1, max: 3 });
  fc.assert(fc.property(fc.array(fc.tuple(grade, grade), { maxLength: 40 }), (grades) => {
    const kappa = weightedKappa(grades);
    if (kappa === null) return;
    assert.ok(kappa <= 1 && kappa >= -1 - 1e-12);
    assert.equal(kappa === 1, grades.every(([a, b]) => a === b));
    const turned = weightedKappa(grades.map(([a, b]): [number, number] => [b, a]));
    assert.ok(turned !== null && Math.abs(turned - kappa) < 1e-12);
    const both = weightedKappa(grades, false);
    assert.ok(both !== null && both <= 1);
  }));
});

test('agreement: verdicts by pair, grades only where both gave one', () => {
  const implement = (grade: number) => ({ verdict: 'implement', grade }) as const;
  const reject = { verdict: 'reject', grade: null } as const;
  assert.deepEqual(agreementOf([{ first: implement(1), second: implement(1) }, { first: implement(3), second: implement(3) }, { first: implement(2), second: reject }]), { pairs: 3, same: 2, graded: 2, kappa: 1 });
  assert.deepEqual(agreementOf([]), { pairs: 0, same: 0, graded: 0, kappa: null });
});
