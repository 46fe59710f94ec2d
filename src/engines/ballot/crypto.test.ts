import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import test from 'node:test';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import fc from 'fast-check';
import { type BoothBallot, blind, finalise, paperOf } from '#shared/ballot-booth';
import { base64url, bodyOf, bytesIn, filled, fromBase64url, idBytes, readBody, SIZE, unfilled } from '#shared/ballot-paper';
import { markFits, newContentKey, newTokenKey, opener, pointKey, secretKeyOf, signBlinded, tokenFits, tokenKeyOf } from './crypto.ts';

const ID = '7a1f0c52-5f0e-4c8e-9d36-0d4c8a5b9e21';
const suite = RSABSSA.SHA384.PSS.Randomized();

test('a blinded message that is no number below the modulus is not signed', async () => {
  const key = await newTokenKey();
  const [secret, open] = [secretKeyOf(key.secret), tokenKeyOf(key.public)];
  for (const wrong of [new Uint8Array(0), new Uint8Array(255), new Uint8Array(257), new Uint8Array(256).fill(255)]) assert.equal(signBlinded(secret, open, wrong), null);
  const other = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  assert.throws(() => signBlinded(secret, other.publicKey, Buffer.concat([Buffer.alloc(1), randomBytes(255)])), /own check/, 'a signature that does not check is never given out');
});

test('oracle: the raw RSA of node gives the bytes that the library gives', async () => {
  const key = await newTokenKey();
  const secret = secretKeyOf(key.secret);
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const theirs = await crypto.subtle.importKey('pkcs8', createPrivateKey(secret.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'der', type: 'pkcs8' }), algorithm, true, ['sign']);
  const open = await crypto.subtle.importKey('spki', createPublicKey(secret).export({ format: 'der', type: 'spki' }), algorithm, true, ['verify']);
  const message = suite.prepare(randomBytes(40));
  const { blindedMsg, inv } = await suite.blind(open, message);
  const ours = signBlinded(secret, tokenKeyOf(key.public), blindedMsg);
  assert.deepEqual(new Uint8Array(ours as Buffer), await suite.blindSign(theirs, blindedMsg));
  assert.ok(await suite.verify(open, await suite.finalize(open, message, new Uint8Array(ours as Buffer), inv), message));
});

test('what the voter’s device makes, the house can check and, with the content key, open; nobody else', async () => {
  const [token, content, foreign] = [await newTokenKey(), newContentKey(), newContentKey()];
  const booth: BoothBallot = { id: ID, paperBytes: 128, contentKey: base64url(content.public), sealKey: '', tokenKeys: { 甲: base64url(token.public) } };
  const asked = await blind(booth, '甲');
  const signed = signBlinded(secretKeyOf(token.secret), tokenKeyOf(token.public), fromBase64url(asked.blinded));
  await assert.rejects(finalise(booth, asked, base64url(randomBytes(256))), 'a wrong signature is no token');
  const own = await finalise(booth, asked, base64url(signed as Buffer));
  const paper = { kind: 'motion', choice: 'for', note: '同意。😀' };
  assert.equal(await paperOf(booth, own, { note: '长'.repeat(60) }), null, 'longer than papers are');
  const [one, again] = [await paperOf(booth, own, paper), await paperOf(booth, own, paper)];
  assert.notEqual(one?.body, again?.body, 'sealed twice is twice different');
  const read = readBody(fromBase64url(one?.body ?? ''));
  assert.ok(read?.form === 'blind' && read.class === '甲' && read.turn === 1);
  assert.equal(read.sealed.length, SIZE.sealSalt + 128 + SIZE.tag);
  const id = idBytes(ID);
  assert.ok(tokenFits(tokenKeyOf(token.public), id, read) && markFits(pointKey(read.token), id, read));
  assert.ok(!tokenFits(tokenKeyOf(token.public), id, { ...read, class: '乙' }), 'another class');
  assert.ok(!tokenFits(tokenKeyOf(token.public), idBytes(ID.replace('7', '8')), read), 'another ballot');
  assert.ok(!markFits(pointKey(read.token), id, { ...read, turn: 2 }) && pointKey(new Uint8Array(65)) === null);
  assert.deepEqual(unfilled(opener(ID, Buffer.from(content.secret, 'base64'))(read) as Buffer), paper);
  assert.equal(opener(ID, Buffer.from(foreign.secret, 'base64'))(read), null, 'another key');
  assert.equal(opener(ID, Buffer.from(content.secret, 'base64'))({ ...read, turn: 2 }), null, 'another turn');
});

test('property: a body is read as it was written, and cut or lengthened it is none', () => {
  const bytes = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });
  const paper = fc.oneof(
    fc.record({ form: fc.constant('open' as const), class: fc.string({ maxLength: 20 }), voter: bytes(16), content: fc.uint8Array({ maxLength: 300 }) }),
    fc.record({ form: fc.constant('detached' as const), class: fc.string({ maxLength: 20 }), receipt: bytes(16), sealed: fc.uint8Array({ maxLength: 300 }) }),
    fc.record({ form: fc.constant('blind' as const), class: fc.string({ maxLength: 20 }), token: bytes(65), salt: bytes(32), signature: bytes(256), turn: fc.integer({ min: 0, max: 2 ** 31 }), sealed: fc.uint8Array({ maxLength: 300 }), mark: bytes(64) }),
  );
  fc.assert(fc.property(paper, fc.integer({ min: 1, max: 40 }), (p, n) => {
    const body = bodyOf(p);
    const read = readBody(body);
    assert.ok(read);
    assert.deepEqual(bodyOf(read), body);
    assert.equal(read.class, p.class);
    assert.equal(readBody(body.subarray(0, -n)), null);
    assert.equal(readBody(bytesIn(body, new Uint8Array(n))), null);
  }));
});

test('property: contents keep their length secret and come back as they were', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    const text = JSON.stringify(value);
    const bytes = filled(value, 4_096);
    if (bytes === null) return assert.ok(Buffer.byteLength(text) > 4_096);
    assert.equal(bytes.length, 4_096);
    assert.equal(JSON.stringify(unfilled(bytes)), text);
  }));
  assert.equal(unfilled(Uint8Array.of(0xff, 0xfe)), undefined);
});
