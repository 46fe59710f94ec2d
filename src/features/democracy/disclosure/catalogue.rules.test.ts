import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { chinaCalendar } from '#shared/china-calendar';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { workingHours } from '#shared/worktime';
import { disclosureCatalogue, dueAfter, dueAfterWork, dueBefore, lateDays, OWNERSHIPS, publicDays, publicUntil, spanOf, spansEnding, tooEarly } from './catalogue.rules.ts';
import { differences } from './differences.rules.ts';

const hours = workingHours([['09:00', '18:00']], chinaCalendar);
const lastDay = (due: Date): string => legalDateOf(new Date(due.getTime() - 1));

test('rules.md §28 row 31: removed after 14 days is a violation, after 15 it is none; the day of publication is not counted', () => {
  const published = new Date('2026-11-01T09:00:00+08:00');
  for (const [on, days, early] of [['2026-11-01T23:00:00+08:00', 0, true], ['2026-11-15T23:59:00+08:00', 14, true], ['2026-11-16T00:00:00+08:00', 15, false], ['2026-12-01T08:00:00+08:00', 30, false]] as const) {
    assert.equal(publicDays(published, new Date(on)), days, on);
    assert.equal(tooEarly(days, 15), early, on);
  }
  assert.equal(publicUntil(published, 15), '2026-11-16');
});

test('decisions of a congress within 3 days: day 3 is in time, day 4 is late; a last day off moves on', () => {
  assert.equal(lastDay(dueAfter('2026-11-17', 3, hours)), '2026-11-20');
  assert.equal(lateDays(dueAfter('2026-11-17', 3, hours), new Date('2026-11-20T23:30:00+08:00')), 0);
  assert.equal(lateDays(dueAfter('2026-11-17', 3, hours), new Date('2026-11-21T00:30:00+08:00')), 1);
  assert.equal(lastDay(dueAfter('2026-09-28', 3, hours)), '2026-10-08', 'National Day: the first working day after the holiday');
  assert.equal(lastDay(dueAfter('2026-11-18', 3, hours)), '2026-11-23', 'a Saturday moves to Monday');
  assert.equal(lastDay(dueAfter('2026-09-01', 30, hours)), '2026-10-08', '30 days that end on 1 October');
});

test('the agenda stands 7 full days before the congress opens, whatever days off lie between', () => {
  assert.equal(lastDay(dueBefore('2026-10-12', 7)), '2026-10-05');
});

test('what happened is disclosed within working days', () => {
  assert.equal(lastDay(dueAfterWork('2026-09-30', 3, hours)), '2026-10-10', 'after the holiday 8, 9 and the Saturday that is worked');
  assert.equal(lastDay(dueAfterWork('2026-11-18', 3, hours)), '2026-11-23');
});

test('periods: months, quarters, halves, years', () => {
  assert.deepEqual(spanOf('2026-02-10', 1), { period: '2026-02', from: '2026-02-01', to: '2026-02-28' });
  assert.deepEqual(spanOf('2026-05-10', 3), { period: '2026-Q2', from: '2026-04-01', to: '2026-06-30' });
  assert.deepEqual(spanOf('2026-12-31', 6), { period: '2026-H2', from: '2026-07-01', to: '2026-12-31' });
  assert.deepEqual(spanOf('2026-12-31', 12), { period: '2026', from: '2026-01-01', to: '2026-12-31' });
  assert.deepEqual(spansEnding(3, '2026-01-15', '2026-09-30').map((s) => s.period), ['2026-Q1', '2026-Q2', '2026-Q3']);
  assert.deepEqual(spansEnding(0, '2026-01-15', '2026-09-30'), []);
  assert.deepEqual(spansEnding(1, '2026-03-01', '2026-03-30'), []);
});

test('periods follow each other without gap or overlap', () => {
  fc.assert(fc.property(fc.constantFrom(1, 3, 6, 12), fc.integer({ min: 0, max: 3000 }), (months, day) => {
    const spans = spansEnding(months, addDays('2020-01-01', day), addDays('2020-01-01', day + 1500));
    for (const [i, s] of spans.entries()) { const next = spans[i + 1]; if (next) assert.equal(next.from, addDays(s.to, 1)); assert.equal(spanOf(s.from, months as 1).period, s.period); }
  }));
});

test('every kind of employer has a catalogue without doubles, private firms the shortest', () => {
  for (const kind of OWNERSHIPS) assert.equal(new Set(disclosureCatalogue[kind]).size, disclosureCatalogue[kind].length);
  assert.ok(disclosureCatalogue.private.length < disclosureCatalogue.institution.length && disclosureCatalogue.institution.length < disclosureCatalogue.state.length);
  assert.ok(!disclosureCatalogue.private.includes('entertainment'));
});

test('differences: what stayed, went, came; both texts can be read out of them', () => {
  assert.deepEqual(differences('第一句。第二句。', '第一句。新的一句。'), [{ kind: 'same', text: '第一句。' }, { kind: 'gone', text: '第二句。' }, { kind: 'new', text: '新的一句。' }]);
  assert.deepEqual(differences('', ''), []);
  fc.assert(fc.property(fc.array(fc.constantFrom('甲。', '乙！', '丙\n', '丁')), fc.array(fc.constantFrom('甲。', '乙！', '丙\n', '戊')), (a, b) => {
    const [before, after] = [a.join(''), b.join('')];
    const found = differences(before, after);
    assert.equal(found.filter((s) => s.kind !== 'new').map((s) => s.text).join(''), before);
    assert.equal(found.filter((s) => s.kind !== 'gone').map((s) => s.text).join(''), after);
  }));
  assert.equal(instantAt('2026-01-01').toISOString(), '2025-12-31T16:00:00.000Z');
});
