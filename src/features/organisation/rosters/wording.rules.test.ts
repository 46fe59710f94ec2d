import assert from 'node:assert/strict';
import test from 'node:test';
import { readSheet } from '#platform/sheets';
import { recogniseHeadings } from './headings.rules.ts';
import { readRosterRow } from './rosters.rules.ts';
import { isKnown, sayNote, veilDigits } from './wording.rules.ts';

test('numbers of people inside a text are veiled, dates and short numbers are not', () => {
  for (const [text, shown] of [['11010519491231002X', '110*************2X'], ['1381234', '138**34'], ['2019-03-05', '2019-03-05'], ['138-0000-1234', '138********34'], ['G001', 'G001'], ['一分公司', '一分公司']] as const) {
    assert.equal(veilDigits(text), shown);
  }
});

test('every note that the dirty roster gives rise to can be said in both languages', async () => {
  const rows = [];
  for await (const row of readSheet({ path: new URL('../../../../samples/roster-dirty.xlsx', import.meta.url).pathname })) rows.push(row);
  const headings = recogniseHeadings(rows.slice(0, 10));
  assert.ok(headings);
  let said = 0;
  for (const row of rows.filter((r) => r.row > headings.row)) {
    const read = readRosterRow(row.cells, headings.mapping, '2026-11-21');
    for (const { field, why, slots } of read.skip === null ? [...read.problems, ...read.warnings] : []) {
      assert.ok(isKnown(why.code), why.code);
      const note = { field, code: why.code, ...(slots ? { slots } : {}) };
      for (const locale of ['zh', 'en'] as const) assert.doesNotMatch(sayNote(note, locale, true), /[{}]/);
      assert.doesNotMatch(sayNote(note, 'zh', false), /\d{8}/);
      said += 1;
    }
  }
  assert.ok(said > 300);
});
