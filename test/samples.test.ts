import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import type { SheetRow } from '#platform/sheets';
import { readSheet } from '#platform/sheets';
import type { Headings } from '../src/features/organisation/rosters/headings.rules.ts';
import { recogniseHeadings } from '../src/features/organisation/rosters/headings.rules.ts';
import type { RosterRow } from '../src/features/organisation/rosters/rosters.rules.ts';
import { readRosterRow } from '../src/features/organisation/rosters/rosters.rules.ts';
import { makeSamples, ROWS } from '../tools/make-samples.ts';
import { PLANTED, UNITS } from '../tools/samples/roster.demo.ts';

const folder = new URL('../samples/', import.meta.url);
const TODAY = '2026-11-21';

async function readRoster(name: string): Promise<{ headings: Headings; rows: (RosterRow & { row: number; cells: SheetRow['cells'] })[] }> {
  const sheet: SheetRow[] = [];
  for await (const row of readSheet({ path: new URL(name, folder).pathname })) sheet.push(row);
  const headings = recogniseHeadings(sheet.slice(0, 10));
  assert.ok(headings, name);
  const below = sheet.filter((r) => r.row > headings.row);
  return { headings, rows: below.map((r) => ({ row: r.row, cells: r.cells, ...readRosterRow(r.cells, headings.mapping, TODAY) })) };
}

const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;
const problemIs = (code: string) => (row: RosterRow): boolean => row.problems.some((p) => p.why.code === code);

test('the samples in the tree are what the tool makes', async () => {
  const made = await makeSamples();
  assert.deepEqual((await readdir(folder)).sort(), [...made.keys()].sort());
  for (const [name, bytes] of made) assert.ok(Buffer.from(bytes).equals(await readFile(new URL(name, folder))), `${name}: run tools/make-samples.ts`);
});

for (const name of ['roster-clean.xlsx', 'roster-clean.csv']) {
  test(`${name}: every row is a person without a word to say`, async () => {
    const { headings, rows } = await readRoster(name);
    assert.deepEqual(headings.missing, []);
    assert.equal(headings.recognised.length, 29);
    assert.deepEqual(headings.unrecognised.map((u) => u.heading), ['序号', '工作服尺码', '备注']);
    assert.equal(rows.length, ROWS);
    for (const row of rows) assert.deepEqual([row.problems, row.warnings, row.skip], [[], [], null], `row ${row.row}`);
    assert.equal(new Set(rows.map((r) => r.person.idNumber)).size, ROWS);
    assert.equal(new Set(rows.map((r) => r.person.phone)).size, ROWS);
    assert.deepEqual([...new Set(rows.map((r) => r.person.unionName))].sort(), [...UNITS].sort());
    assert.ok(count(rows, (r) => r.person.idKind === 'passport') > 3);
    assert.ok(rows.every((r) => r.person.joinedOn !== null && r.person.birthDate !== null && r.person.sex !== null));
  });
}

for (const name of ['roster-dirty.xlsx', 'roster-dirty.csv']) {
  test(`${name}: exactly the planted faults are found`, async () => {
    const { headings, rows: all } = await readRoster(name);
    assert.equal(headings.row, 4);
    assert.deepEqual(headings.missing, []);
    assert.deepEqual(headings.unrecognised.map((u) => [u.heading, u.why]), [['编号', 'unknown'], ['健康状况', 'consent'], ['备注', 'unknown']]);
    assert.equal(count(all, (r) => r.skip === 'heading'), PLANTED.between.headingAgain);
    assert.equal(count(all, (r) => r.skip === 'note'), PLANTED.between.note);
    const rows = all.filter((r) => r.skip === null);
    assert.equal(rows.length, ROWS);

    const { refused, tidied } = PLANTED;
    const isPhone = (r: RosterRow): boolean => r.problems.some((p) => p.field === 'phone');
    const isDate = (r: RosterRow): boolean => r.problems.some((p) => p.field === 'joinedOn');
    assert.equal(count(rows, (r) => problemIs('identifiers.idCheck')(r) || problemIs('identifiers.lostDigits')(r)), refused.wrongCheckDigit);
    assert.equal(count(rows, problemIs('identifiers.idDate')), refused.impossibleBirthInId);
    assert.equal(count(rows, problemIs(name.endsWith('.csv') ? 'identifiers.scientific' : 'rosters.idAsNumber')), refused.idKeptAsNumber);
    assert.equal(count(rows, isPhone), refused.badPhone);
    assert.equal(count(rows, isDate), refused.impossibleDate);
    assert.equal(count(rows, problemIs('identifiers.nameMissing')), refused.missingName);
    assert.equal(count(rows, problemIs('identifiers.idMissing')), refused.missingId);
    assert.equal(count(rows, (r) => !(UNITS as readonly string[]).includes(r.person.unionName)), refused.unknownUnit);

    const seen = new Set<string>();
    const doubles = rows.filter((r) => r.person.idNumber !== '' && (seen.has(r.person.idNumber) || !seen.add(r.person.idNumber)));
    assert.equal(doubles.length, refused.duplicateInSheet);
    const { unknownUnit, duplicateInSheet, ...byRow } = refused;
    assert.equal(count(rows, (r) => r.problems.length > 0), Object.values(byRow).reduce<number>((a, b) => a + b, 0));
    assert.ok(rows.every((r) => r.problems.length <= 1));

    assert.equal(count(rows, (r) => r.warnings.some((w) => w.why.code === 'identifiers.idUpgraded')), tidied.fifteenDigitId);
    const formulas = count(rows, (r) => r.warnings.some((w) => w.why.code === 'rosters.formulaUsed'));
    assert.equal(formulas, name.endsWith('.csv') ? 0 : tidied.formulaCell);
    const taken = rows.filter((r) => r.problems.length === 0);
    assert.ok(taken.every((r) => r.person.joinedOn !== null && /^\p{Script=Han}+(·\p{Script=Han}+)?$/u.test(r.person.name) && /^1\d{10}$/.test(r.person.phone ?? '')));
    const rawId = (r: (typeof rows)[number]): string => r.cells[headings.mapping.idNumber as number]?.text ?? '';
    assert.equal(count(rows, (r) => rawId(r).endsWith('x')), tidied.lowerCaseX);
    assert.equal(count(rows, (r) => /[０-９]/.test(rawId(r))), tidied.fullWidthDigits);
  });
}

test('both kinds of the dirty roster hold the same people', async () => {
  const [sheet, text] = await Promise.all([readRoster('roster-dirty.xlsx'), readRoster('roster-dirty.csv')]);
  assert.deepEqual(text.rows.map((r) => r.person), sheet.rows.map((r) => r.person));
  assert.deepEqual(text.rows.map((r) => r.row), sheet.rows.map((r) => r.row));
});
