import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import fc from 'fast-check';
import { modeOf } from './choice.rules.ts';
import { decide, type Question } from './decide.rules.ts';
import { leaveToken, readLeaveToken } from './leave.ts';
import { maskEmail, maskPhone, maskSecret, maskUrl } from './mask.rules.ts';
import { afterQuiet, hourText, minutesOf, nextAt, waitAfter } from './times.rules.ts';

const china = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
const times = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const minutes = fc.integer({ min: 0, max: 1_439 });

test('quiet hours: inside them until their end, outside at once', () => {
  fc.assert(fc.property(times, minutes, minutes, (at, quietFrom, quietTo) => {
    const then = afterQuiet(at, { quietFrom, quietTo, digestAt: 0 });
    const now = minutesOf(china(at));
    const inside = quietFrom !== quietTo && (quietFrom < quietTo ? now >= quietFrom && now < quietTo : now >= quietFrom || now < quietTo);
    if (!inside) assert.equal(then.getTime(), at.getTime());
    else {
      assert.equal(china(then), hourText(quietTo));
      assert.ok(then > at && then.getTime() - at.getTime() <= 86_400_000);
    }
    assert.equal(afterQuiet(then, { quietFrom, quietTo, digestAt: 0 }).getTime(), then.getTime());
  }));
});

test('the next time of an hour is at most a day away and never now', () => {
  fc.assert(fc.property(times, minutes, (at, minute) => {
    const next = nextAt(at, minute);
    assert.equal(china(next), hourText(minute));
    assert.ok(next > at && next.getTime() - at.getTime() <= 86_400_000);
  }));
});

test('waits grow to six hours and no further', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7].map((n) => waitAfter(n, 0)), [30, 120, 480, 1_920, 7_680, 21_600, 21_600]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, spread) => {
    assert.ok(waitAfter(n, spread) >= 30 && waitAfter(n, spread) <= 21_600 * 1.2);
  }));
});

test('what becomes of a delivery', () => {
  const noon = new Date('2026-11-21T04:00:00Z');
  const night = new Date('2026-11-21T16:00:00Z');
  const usual: Question = {
    now: noon, queuedAt: noon, channel: 'email', urgent: false, digest: false, trial: false, group: 'letters', to: 'person', hasAddress: true, hasWay: true, choices: [], hours: null,
  };
  const off = [{ group: 'letters', channel: 'email' as const, mode: 'off' as const }];
  const cases: [Partial<Question>, string][] = [
    [{ queuedAt: new Date('2026-11-18T03:59:00Z') }, 'lay down tooOld'],
    [{ choices: off }, 'skip unwanted'],
    [{ choices: off, urgent: true }, 'skip unwanted'],
    [{ choices: off, trial: true }, 'send'],
    [{ choices: off, group: 'other' }, 'send'],
    [{ choices: [{ group: '*', channel: 'email', mode: 'off' }] }, 'skip unwanted'],
    [{ choices: [{ group: '*', channel: 'email', mode: 'off' }, { group: 'letters', channel: 'email', mode: 'now' }] }, 'send'],
    [{ choices: off, channel: 'sms' }, 'send'],
    [{ hasAddress: false }, 'skip noAddress'],
    [{ hasWay: false }, 'skip noChannel'],
    [{ hasWay: false, to: 'group', channel: 'wecom' }, 'skip channelGone'],
    [{ now: night, queuedAt: night }, 'wait'],
    [{ now: night, queuedAt: night, urgent: true }, 'send'],
    [{ now: night, queuedAt: night, to: 'outside' }, 'send'],
    [{ now: night, queuedAt: night, to: 'group', channel: 'wecom' }, 'wait'],
    [{ now: night, queuedAt: night, to: 'group', channel: 'webhook' }, 'send'],
    [{ now: night, queuedAt: night, hours: { quietFrom: 60, quietTo: 120, digestAt: 0 } }, 'send'],
    [{ now: night, queuedAt: night, digest: true }, 'send'],
    [{}, 'send'],
  ];
  for (const [o, want] of cases) {
    const d = decide({ ...usual, ...o });
    assert.equal('code' in d ? `${d.do} ${d.code}` : d.do, want, JSON.stringify(o));
  }
  assert.equal(modeOf([], 'letters', 'email'), 'now');
});

test('masks show nothing that could be used', () => {
  fc.assert(fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
    assert.doesNotMatch(maskPhone(phone), /\d{5}/);
    assert.equal(maskPhone(phone).length, phone.length);
  }));
  fc.assert(fc.property(fc.emailAddress(), (email) => assert.ok(!maskEmail(email).includes(email.slice(0, email.lastIndexOf('@'))) || email.indexOf('@') === 1)));
  assert.equal(maskUrl('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret'), 'qyapi.weixin.qq.com/…');
  assert.equal(maskUrl('nonsense'), '***');
  assert.equal(maskSecret('short'), '••••');
  assert.equal(maskSecret(''), '');
});

test('unsubscribe tokens: only ours are read, and no bit of them can be changed', () => {
  secrets.use(keyRing([randomBytes(32)]));
  fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.constantFrom('letters', '*', 'news'), fc.nat(), (federationId, personId, group, at) => {
    const token = leaveToken({ federationId, personId, group });
    assert.deepEqual(readLeaveToken(token), { federationId, personId, group });
    const bytes = Buffer.from(token, 'base64url');
    bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
    assert.equal(readLeaveToken(bytes.toString('base64url')), null);
  }));
  fc.assert(fc.property(fc.string(), (text) => assert.equal(readLeaveToken(text), null)));
});
