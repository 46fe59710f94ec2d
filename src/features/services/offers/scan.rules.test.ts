import assert from 'node:assert/strict';
import test from 'node:test';
import { codeHash } from '#engines/claims';
import { hashOf, judge, type Known, tidyCode, withKept } from './scan.rules.ts';

const AT = '2026-11-21T04:00:00.000Z';
const known = (more: Partial<Known> = {}): Known => ({ id: 'a', no: 12, hash: codeHash('NJC1.x.y'), shortHash: codeHash('12-0345'), state: 'taken', name: '王*兵', thing: '', amount: '0', paid: false, handedAt: null, ...more });
const said = (k: Known, code: string, o: Partial<Parameters<typeof judge>[2]> = {}) => judge([k], code, { money: false, from: null, at: AT, paid: false, ...o }).say;

test('the browser’s hash is the server’s', () => {
  for (const text of ['', '12-0345', 'NJC1.工会', 'x'.repeat(200)]) assert.equal(hashOf(text), codeHash(text));
});

test('codes as they are typed', () => {
  for (const text of ['12-0345', ' 12 0345 ', '１２－０３４５', '012—0345']) assert.equal(tidyCode(text), '12-0345');
  assert.equal(tidyCode(' NJC1.x.y\n'), 'NJC1.x.y');
});

test('what a scanner says by itself: unknown, already, too early, money first, yes', () => {
  assert.equal(said(known(), '12-0346'), 'unknown');
  assert.equal(said(known({ state: 'handed' }), '12-0345'), 'already');
  assert.equal(said(known(), '12-0345', { from: '2026-11-21T05:00:00Z' }), 'early');
  assert.equal(said(known({ amount: '500' }), '12-0345', { money: true }), 'pay');
  assert.equal(said(known({ amount: '500' }), '12-0345', { money: true, paid: true }), 'ok');
  assert.equal(said(known({ amount: '500', paid: true }), 'NJC1.x.y', { money: true }), 'ok');
  assert.equal(said(known({ state: 'missed' }), 'NJC1.x.y'), 'ok', 'whoever comes late may still get it');
});

test('what waits to be sent counts as handed over, with its own time', () => {
  const [k] = withKept([known()], [{ code: '12-0345', at: AT, paid: false, id: 'a' }]);
  assert.deepEqual([k?.state, k?.handedAt], ['handed', AT]);
  assert.deepEqual(withKept([known()], []), [known()]);
});
