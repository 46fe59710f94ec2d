import assert from 'node:assert/strict';
import test from 'node:test';
import { sayDate, sayDeadline, sayMoment, sayMonth, sayRelativeDay, sayStanding } from './date-phrases.ts';
import { instantAt } from './dates.ts';

const now = instantAt('2026-11-21', 600);
const evening = instantAt('2026-11-21', 18 * 60);

test('deadlines as the officer and the worker read them', () => {
  assert.equal(sayDeadline(evening, 'zh', now), '11月21日 周六 18:00前');
  assert.equal(sayDeadline(evening, 'en', now), 'Sat 21 Nov, before 18:00');
  assert.equal(sayDeadline(instantAt('2027-01-04', 1080), 'zh', now), '2027年1月4日 周一 18:00前');
  assert.equal(sayDeadline(instantAt('2027-01-04', 1080), 'en', now), 'Mon 4 Jan 2027, before 18:00');
  assert.equal(sayDeadline(instantAt('2026-11-22', 0), 'zh', now), '11月21日 周六 24:00前');
  assert.equal(sayDeadline(evening, 'zh'), '2026年11月21日 周六 18:00前');
});

test('dates, months, moments', () => {
  assert.equal(sayDate('2026-11-21', 'zh', '2026-01-01'), '11月21日 周六');
  assert.equal(sayDate('2025-11-21', 'en', '2026-01-01'), 'Fri 21 Nov 2025');
  assert.equal(sayMonth('2026-11-21', 'zh'), '2026年11月');
  assert.equal(sayMonth('2026-11-21', 'en'), 'Nov 2026');
  assert.equal(sayMoment(new Date('2026-11-21T16:05:00Z'), 'zh', now), '11月22日 周日 00:05');
  assert.equal(sayMoment(evening, 'en', now), 'Sat 21 Nov, 18:00');
});

test('days seen from today', () => {
  const say = (d: string): string[] => [sayRelativeDay(d, '2026-11-21', 'zh'), sayRelativeDay(d, '2026-11-21', 'en')];
  assert.deepEqual(say('2026-11-21'), ['今天', 'Today']);
  assert.deepEqual(say('2026-11-22'), ['明天', 'Tomorrow']);
  assert.deepEqual(say('2026-11-23'), ['后天', 'In 2 days']);
  assert.deepEqual(say('2026-11-28'), ['7 天后', 'In 7 days']);
  assert.deepEqual(say('2026-11-20'), ['昨天', 'Yesterday']);
  assert.deepEqual(say('2026-11-01'), ['20 天前', '20 days ago']);
});

test('how a deadline stands', () => {
  assert.equal(sayStanding(evening, now, 'zh'), '今天');
  assert.equal(sayStanding(instantAt('2026-11-21', 599), now, 'zh'), '今天已超期');
  assert.equal(sayStanding(instantAt('2026-11-20', 1080), now, 'zh'), '超期 1 天');
  assert.equal(sayStanding(instantAt('2026-11-20', 1080), now, 'en'), '1 day overdue');
  assert.equal(sayStanding(instantAt('2026-11-11', 1080), now, 'en'), '10 days overdue');
  assert.equal(sayStanding(instantAt('2026-11-25', 1080), now, 'en'), 'In 4 days');
});
