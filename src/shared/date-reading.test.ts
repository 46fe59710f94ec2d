import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDate, type DateBounds } from './date-reading.ts';
import { dateOfDay, dayNumber, instantAt } from './dates.ts';
import { say } from './words.ts';

const refusals: [cell: string | number | Date, code: string, o?: DateBounds][] = [
  ['', 'missing'],
  ['   ', 'missing'],
  ['1990-02-30', 'noSuchDay'],
  ['19900230', 'noSuchDay'],
  [19901301, 'noSuchDay'],
  ['1990年2月30日', 'noSuchDay'],
  ['90-1-2', 'ambiguous'],
  ['1/2/1990', 'ambiguous'],
  ['01.02.90', 'ambiguous'],
  ['900102', 'ambiguous'],
  ['1990', 'noDay'],
  [1990, 'noDay'],
  [1990.1, 'noDay'],
  ['199001', 'noDay'],
  [199001, 'noDay'],
  ['1990年1月', 'noDay'],
  ['1990-1', 'noDay'],
  [60, 'shape'],
  [0, 'shape'],
  [-1, 'shape'],
  [Number.NaN, 'shape'],
  [1e12, 'shape'],
  ['不详', 'shape'],
  ['=TODAY()', 'shape'],
  ['1990-1-2-3', 'shape'],
  [new Date('x'), 'shape'],
  ['1889-12-31', 'tooEarly'],
  ['2026-11-22', 'tooLate', { notAfter: '2026-11-21' }],
  ['2026-11-20', 'tooEarly', { notBefore: '2026-11-21' }],
];
for (const [cell, code, o] of refusals)
  test(`${cell} is refused: ${code}`, () => {
    const read = readDate(cell, o);
    assert.ok(!read.ok);
    assert.equal(read.why.code, `dates.${code}`);
    assert.doesNotMatch(say(read.why, 'zh', read.slots) + say(read.why, 'en', read.slots), /[{}]/);
  });

const taken: [cell: string | number | Date, date: string, o?: DateBounds][] = [
  [32875, '1990-01-02'],
  [32875.75, '1990-01-02'],
  ['32875', '1990-01-02'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [31413, '1990-01-02', { epoch: '1904' }],
  [0, '1904-01-01', { epoch: '1904' }],
  ['1990/1/2', '1990-01-02'],
  ['1990.1.2', '1990-01-02'],
  ['1990-01-02', '1990-01-02'],
  [' 1990 / 01 / 02 ', '1990-01-02'],
  ['19900102', '1990-01-02'],
  [19900102, '1990-01-02'],
  ['19900102.0', '1990-01-02'],
  ["'1990-01-02", '1990-01-02'],
  ['1990年1月2日', '1990-01-02'],
  ['1990 年 1 月 2 日', '1990-01-02'],
  ['1990年01月02号', '1990-01-02'],
  ['１９９０／１／２', '1990-01-02'],
  ['1990-01-02 00:00:00', '1990-01-02'],
  ['1990-01-02T00:00:00', '1990-01-02'],
  ['1990/1/2 9:30', '1990-01-02'],
  ['1990年1月2日 09:30', '1990-01-02'],
  [new Date('1990-01-02T00:00:00Z'), '1990-01-02'],
  [instantAt('1990-01-02'), '1990-01-02'],
  ['2024-02-29', '2024-02-29'],
];
for (const [cell, date, o] of taken)
  test(`${cell instanceof Date ? cell.toISOString() : cell} is read as ${date}`, () => {
    assert.deepEqual(readDate(cell, o), { ok: true, date, warnings: [] });
  });

test('property: a date in any of its writings and as a serial number is the same date', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('1930-01-01'), max: dayNumber('2099-12-31') }), (day) => {
      const date = dateOfDay(day);
      const [y, m, d] = date.split('-').map(Number);
      const cells = [
        date,
        `${y}/${m}/${d}`,
        `${y}.${m}.${d}`,
        date.replaceAll('-', ''),
        `${y}年${m}月${d}日`,
        day + 25_569,
        String(day + 25_569),
      ];
      for (const cell of cells) assert.deepEqual(readDate(cell), { ok: true, date, warnings: [] });
    }),
  );
});

test('property: no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double()), (cell) => typeof readDate(cell).ok === 'boolean'),
  );
});
