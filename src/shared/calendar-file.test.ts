import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { calendarOf, escapeText, fold, local, utc } from './calendar-file.ts';

const EVENT = {
  uid: '0193-a@union.example', title: '象棋赛; 第二轮, 决赛', about: '带上\\棋盘\r\n下午见', place: '职工之家, 二楼', url: 'https://union.example/activities/0193-a', organiser: '主办：红旗机械厂工会',
  startsAt: new Date('2026-11-28T06:00:00Z'), endsAt: new Date('2026-11-28T16:30:00Z'), stampedAt: new Date('2026-11-21T02:03:04Z'), cancelled: false, sequence: 2,
};

test('SVC-1 calendar file: the whole file is as RFC 5545 says', () => {
  assert.equal(calendarOf(EVENT), [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Niangjia//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE',
    'BEGIN:VEVENT', 'UID:0193-a@union.example', 'DTSTAMP:20261121T020304Z', 'SEQUENCE:2', 'DTSTART;TZID=Asia/Shanghai:20261128T140000', 'DTEND;TZID=Asia/Shanghai:20261129T003000',
    'SUMMARY:象棋赛\\; 第二轮\\, 决赛', 'LOCATION:职工之家\\, 二楼', 'DESCRIPTION:主办：红旗机械厂工会\\n带上\\\\棋盘\\n下午见', 'URL:https://union.example/activities/0193-a', 'STATUS:CONFIRMED',
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:象棋赛\\; 第二轮\\, 决赛', 'TRIGGER:-P1D', 'END:VALARM', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:象棋赛\\; 第二轮\\, 决赛', 'TRIGGER:-PT2H', 'END:VALARM',
    'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n'));
  const off = calendarOf({ ...EVENT, cancelled: true });
  assert.match(off, /METHOD:CANCEL\r\n/);
  assert.match(off, /STATUS:CANCELLED\r\n/);
  assert.doesNotMatch(off, /VALARM/);
});

test('SVC-1 calendar file: lines of at most 75 octets that give the text again, no character cut in two', () => {
  assert.equal(fold('a'.repeat(75)), 'a'.repeat(75));
  assert.equal(fold('a'.repeat(76)), `${'a'.repeat(75)}\r\n a`);
  assert.equal(fold(`${'a'.repeat(74)}活动`), `${'a'.repeat(74)}\r\n 活动`);
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
    const line = `SUMMARY:${escapeText(text)}`;
    const folded = fold(line);
    for (const one of folded.split('\r\n')) assert.ok(Buffer.byteLength(one) <= 75, one);
    assert.equal(folded.replaceAll('\r\n ', ''), line);
    assert.doesNotMatch(folded.replaceAll('\r\n ', ''), /[\r\n]/);
  }));
});

test('SVC-1 calendar file: moments and text', () => {
  assert.equal(utc(new Date('2026-01-02T03:04:05.678Z')), '20260102T030405Z');
  assert.equal(local(new Date('2026-12-31T16:00:00Z')), '20270101T000000');
  assert.equal(escapeText('a\\b;c,d\ne\r\nf\rg\u0007\u007fh'), 'a\\\\b\\;c\\,d\\ne\\nf\\ngh');
});
