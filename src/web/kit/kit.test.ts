import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { defineWords } from '#shared/words';
import { addressOf } from './client.ts';
import { nearness, showDate, showDay, showDeadline, showMoney, showTime } from './format.ts';
import { speakAll } from './language.ts';
import { readEvent } from './live-events.ts';
import { heldAt } from './held-at.ts';
import { areIds, fieldName, nextPage } from './paths.ts';

const words = defineWords('sample', { plain: ['来信', 'Letter'], slotted: ['{n} 封来信', '{n} letters'] });
const about = words.plain;
const get = endpoint({ method: 'GET', path: '/api/v1/unions/:id/letters', can: 'person', about, in: z.object({ id: z.string(), state: z.array(z.string()).optional(), text: z.string().optional() }), out: z.object({}) });
const post = endpoint({ method: 'POST', path: '/api/v1/letters/:id/answer', can: 'person', about, in: z.object({ id: z.string(), text: z.string() }), out: z.object({}) });

test('words are strings, or functions where they have slots, in the language asked for', () => {
  const zh = speakAll(words, 'zh');
  const en = speakAll(words, 'en');
  assert.equal(zh.plain, '来信');
  assert.equal(en.plain, 'Letter');
  assert.equal(zh.slotted({ n: 3 }), '3 封来信');
  assert.equal(en.slotted({ n: 3 }), '3 letters');
  assert.equal(speakAll(words, 'zh'), zh, 'made once, so that screens do not draw again for nothing');
});

test('addresses: path names are filled in and escaped, the rest is query or body', () => {
  assert.deepEqual(addressOf(get, { id: 'a/b', state: ['open', 'late'], text: '社保', empty: undefined, none: '' }), {
    url: `/api/v1/unions/a%2Fb/letters?state=open&state=late&text=${encodeURIComponent('社保')}`, rest: {},
  });
  assert.deepEqual(addressOf(post, { id: '7', text: 'yes' }), { url: '/api/v1/letters/7/answer', rest: { text: 'yes' } });
});

test('the next page follows `next`, else the offset until all is read', () => {
  const rows = (n: number) => Array.from({ length: n }, (_, i) => i);
  assert.equal(nextPage([], 20), null);
  assert.deepEqual(nextPage([{ items: rows(20), next: 'x' }], 20), { after: 'x' });
  assert.equal(nextPage([{ items: rows(20), next: null }], 20), null);
  assert.deepEqual(nextPage([{ items: rows(20), total: 41 }, { items: rows(20), total: 41 }], 20), { offset: 40 });
  assert.equal(nextPage([{ items: rows(20), total: 40 }, { items: rows(20), total: 40 }], 20), null);
  assert.equal(nextPage([{ items: [], total: 40 }], 20), null, 'an empty page ends it, whatever the total says');
  assert.deepEqual(nextPage([{ items: rows(20) }], 20), { offset: 20 });
  assert.equal(nextPage([{ items: rows(7) }], 20), null);
});

test('refused paths become form names', () => {
  assert.deepEqual(fieldName('rows.3.phone'), ['rows', 3, 'phone']);
  assert.deepEqual(fieldName('title'), ['title']);
});

test('server-sent events: names, several data lines, comments', () => {
  assert.deepEqual(readEvent(': beat'), { event: 'message', data: '', id: '' });
  assert.deepEqual(readEvent('id: 9\nevent: inbox\ndata: {"a":1,\ndata: "b":2}'), { event: 'inbox', data: '{"a":1,\n"b":2}', id: '9' });
});

test('deadlines: late only after the moment, a legal date lasts its whole day in China', () => {
  const now = '2026-11-21T10:00:00Z';
  assert.equal(nearness('2026-11-21T10:00:00Z', now), 'warn');
  assert.equal(nearness('2026-11-21T09:59:59Z', now), 'late');
  assert.equal(nearness('2026-11-21', '2026-11-21T15:59:59Z'), 'warn', '23:59 in Shanghai');
  assert.equal(nearness('2026-11-21', '2026-11-21T16:00:01Z'), 'late', 'after midnight in Shanghai');
  assert.equal(nearness('2026-11-22', now), 'warn');
  assert.equal(nearness('2026-11-23', now), 'quiet');
  assert.equal(nearness('2026-11-20', now, '2026-11-20T08:00:00Z'), 'ok');
  assert.equal(nearness('2026-11-20', now, '2026-11-21T08:00:00Z'), 'late');
  assert.equal(showDeadline('2026-11-21T10:30:00Z', 'zh', now), '今天 18:30');
  assert.equal(showDeadline('2026-11-22', 'zh', now), '明天');
  assert.equal(showDeadline('2026-11-20', 'zh', now), '超期 1 天');
  assert.equal(showDeadline('2026-11-20', 'en', now), '1 day late');
  assert.equal(showDeadline('2026-11-28', 'en', now), '28 Nov');
});

test('dates and money as people read them', () => {
  const now = '2026-11-21T10:00:00Z';
  assert.equal(showDate('2026-11-10', 'zh', now), '11月10日');
  assert.equal(showDate('2025-11-10', 'zh', now), '2025年11月10日');
  assert.equal(showDay('2026-11-20T16:30:00Z', 'zh', now), '11月21日 周六');
  assert.equal(showTime('2026-11-20T01:40:00Z', 'zh', now), '昨天 09:40');
  assert.equal(showMoney(123450), '¥1,234.50');
  assert.equal(showMoney('-5'), '-¥0.05');
});

test('what is needed holds everywhere, the welcome once a visit and never the cast of a demonstration', () => {
  assert.equal(heldAt({ needs: ['consent', 'totp'], mode: 'live' }, '/letters', false), '/needed');
  assert.equal(heldAt({ needs: ['again'], mode: 'demo' }, '/', true), '/needed');
  assert.equal(heldAt({ needs: ['consent', 'totp'], mode: 'live' }, '/needed', false), undefined);
  assert.equal(heldAt({ needs: ['consent'], mode: 'live' }, '/letters', false), '/welcome');
  assert.equal(heldAt({ needs: ['consent'], mode: 'live' }, '/welcome', false), undefined);
  assert.equal(heldAt({ needs: ['consent'], mode: 'live' }, '/letters', true), undefined);
  assert.equal(heldAt({ needs: ['consent'], mode: 'demo' }, '/letters', false), undefined);
  assert.equal(heldAt({ needs: [], mode: 'live' }, '/letters', false), undefined);
});

test('only what can be an id stands for one in an address', () => {
  assert.equal(areIds({ id: '019400ab-7d0e-7376-b1cc-982590bb581b', opening: '3' }), true);
  assert.equal(areIds({ id: 'offers' }), false);
  assert.equal(areIds({ schemeId: '019400ab-7d0e-7376-b1cc-982590bb581b', personId: 'mine' }), false);
  assert.equal(areIds({ joinCode: 'HQ7K', number: '1' }), true);
});
