import assert from 'node:assert/strict';
import test from 'node:test';
import { reckon, windowOf } from './benefit.rules.ts';

test('a reckoning: saved or gained, to the fen, without the errors of binary fractions', () => {
  const table: readonly [number, number, number, number, number][] = [
    [12, 4.5, 8_600, 250, 16_125_000], [4.5, 12, 8_600, 250, 16_125_000], [0.1, 0.3, 100, 3, 60], [7, 7, 100, 12, 0], [1, 0, 1, 0.5, 1], [1, 0, 1, 0.49, 0], [1000, 0, 100_000_000, 1, 100_000_000_000],
  ];
  for (const [before, after, priceFen, times, fen] of table) assert.equal(reckon({ before, after, priceFen, times }), fen);
});

test('the window begins with the adoption and has so many months', () => {
  assert.deepEqual(windowOf('2025-03-01', 12), { from: '2025-03-01', to: '2026-02-28' });
  assert.deepEqual(windowOf('2024-02-29', 12), { from: '2024-02-29', to: '2025-02-27' });
  assert.deepEqual(windowOf('2025-01-31', 1), { from: '2025-01-31', to: '2025-02-27' });
});
