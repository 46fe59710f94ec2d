import assert from 'node:assert/strict';
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { keyRing, openKeyRing } from '#platform/secrets';
import fc from 'fast-check';

const folder = mkdtempSync(join(tmpdir(), 'niangjia-keys-'));
after(() => rmSync(folder, { recursive: true }));
const old = randomBytes(32);
const young = randomBytes(32);

test('keys of a wrong length and an empty ring are refused', () => {
  assert.throws(() => keyRing([]), /needs a key/);
  assert.throws(() => keyRing([randomBytes(31)]), /32 bytes/);
});

test('altered bytes, another key and what was never sealed do not open', () => {
  const ring = keyRing([old]);
  const sealed = ring.seal('110101199003070134');
  for (let at = 0; at < sealed.length; at++) {
    const bad = Buffer.from(sealed);
    bad[at] = (bad[at] ?? 0) ^ 1;
    assert.throws(() => ring.open(bad), `byte ${at}`);
  }
  assert.throws(() => ring.open(sealed.subarray(0, -1)));
  assert.throws(() => ring.open(Buffer.alloc(0)), /not a sealed text/);
  assert.throws(() => keyRing([young]).open(sealed), /not on the ring/);
});

test('any text comes back as it was, and twice sealed is twice different', () => {
  const ring = keyRing([old]);
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
    const one = ring.seal(text);
    assert.equal(ring.open(one), text);
    assert.notDeepEqual(one, ring.seal(text));
  }));
});

test('look-ups are equal for equal texts of one kind only', () => {
  const ring = keyRing([old]);
  assert.equal(ring.lookup('phone', '13800000001').length, 32);
  assert.deepEqual(ring.lookup('phone', '13800000001'), keyRing([old]).lookup('phone', '13800000001'));
  assert.notDeepEqual(ring.lookup('phone', '13800000001'), ring.lookup('id', '13800000001'));
  assert.notDeepEqual(ring.lookup('phone', '13800000001'), ring.lookup('phone', '13800000002'));
  assert.notDeepEqual(ring.lookup('phone', '1'), keyRing([young]).lookup('phone', '1'));
});

test('property: a look-up is the HMAC-SHA-256 that Node makes of any text', () => {
  const ring = keyRing([old]);
  const derived = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, 'niangjia', purpose, 32));
  const key = derived(derived(old, 'lookup'), 'lookup/phone');
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    assert.deepEqual(ring.lookup('phone', text), createHmac('sha256', key).update(text, 'utf8').digest());
  }));
});

test('with a new key in front old secrets open, new ones use it, look-ups stay', () => {
  const before = keyRing([old]);
  const turned = keyRing([young, old]);
  const sealed = before.seal('x');
  assert.equal(turned.open(sealed), 'x');
  assert.deepEqual([turned.stale(sealed), turned.stale(turned.seal('x'))], [true, false]);
  assert.throws(() => before.open(turned.seal('x')));
  assert.deepEqual(turned.lookup('phone', '1'), before.lookup('phone', '1'));
});

test('the first start makes a key file that only its owner can read, and the next uses it', () => {
  const dataDir = join(folder, 'new', 'data');
  const sealed = openKeyRing({ dataDir }).seal('x');
  assert.equal(openKeyRing({ dataDir }).open(sealed), 'x');
  if (process.platform !== 'win32') assert.equal(statSync(join(dataDir, 'keys.json')).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(dataDir), ['keys.json']);
});

test('a damaged key file is not replaced by a new one', () => {
  const dataDir = mkdtempSync(join(folder, 'bad-'));
  writeFileSync(join(dataDir, 'keys.json'), '{"keys":');
  assert.throws(() => openKeyRing({ dataDir }));
  assert.equal(readFileSync(join(dataDir, 'keys.json'), 'utf8'), '{"keys":');
});

test('keys of the setting are used and no file is made', () => {
  const dataDir = join(folder, 'none');
  const key = [young, old].map((k) => k.toString('base64')).join(',');
  assert.equal(openKeyRing({ key, dataDir }).open(keyRing([old]).seal('x')), 'x');
  assert.equal(existsSync(dataDir), false);
});
