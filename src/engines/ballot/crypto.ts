import { constants, createDecipheriv, createCipheriv, createECDH, createPrivateKey, createPublicKey, generateKeyPair, hash, hkdfSync, type KeyObject, privateDecrypt, publicEncrypt, randomBytes, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { bytesIn, idBytes, said, SIZE } from '#shared/ballot-paper';

/** A fresh key: its public half as published, its secret half as text. */
export type NewKey = { readonly public: Buffer; readonly secret: string };

const generated = promisify(generateKeyPair);
const CURVE = 'prime256v1';
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } as const;

/** RSA of 2,048 bits for the blind tokens of one class of one ballot; made off the event loop, takes 0.1 to 1 second. */
export async function newTokenKey(): Promise<NewKey> {
  const { publicKey, privateKey } = await generated('rsa', { modulusLength: 2_048, publicExponent: 65_537 });
  return { public: publicKey.export({ format: 'der', type: 'spki' }), secret: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') };
}

/** ed25519, with which receipts and the board of one ballot are signed. */
export async function newSealKey(): Promise<NewKey> {
  const { publicKey, privateKey } = await generated('ed25519');
  return { public: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32), secret: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') };
}

/** P-256, for which contents are sealed until the close. */
export function newContentKey(): NewKey {
  const pair = createECDH(CURVE);
  const point = pair.generateKeys();
  return { public: point, secret: Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32).toString('base64') };
}

export const secretKeyOf = (text: string): KeyObject => createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
export const tokenKeyOf = (spki: Buffer): KeyObject => createPublicKey({ key: spki, format: 'der', type: 'spki' });

/**
 * Signs a blinded message: raw RSA, checked before it is given out (RFC 9474, 4.3), so that a fault never leaks the key.
 * @returns null when it is no number below the modulus
 */
export function signBlinded(secret: KeyObject, open: KeyObject, blinded: Uint8Array): Buffer | null {
  if (blinded.length !== SIZE.signature) return null;
  const modulus = Buffer.from(open.export({ format: 'jwk' }).n ?? '', 'base64url');
  if (Buffer.compare(blinded, modulus) >= 0) return null;
  const signature = privateDecrypt({ key: secret, padding: constants.RSA_NO_PADDING }, blinded);
  const back = publicEncrypt({ key: open, padding: constants.RSA_NO_PADDING }, signature);
  if (!back.equals(blinded)) throw new Error('ballot: the signing failed its own check');
  return signature;
}

/** Whether a token was signed with the key of its class. */
export const tokenFits = (key: KeyObject, ballot: Uint8Array, p: { readonly class: string; readonly token: Uint8Array; readonly salt: Uint8Array; readonly signature: Uint8Array }): boolean =>
  verify('sha384', bytesIn(p.salt, said.token(ballot, p.class, p.token)), { key, ...PSS }, p.signature);

/** In front of a P-256 point that makes it a SubjectPublicKeyInfo. */
const POINT_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** Whether a paper was marked by the holder of its token. */
export function markFits(ballot: Uint8Array, p: { readonly token: Uint8Array; readonly turn: number; readonly sealed: Uint8Array; readonly mark: Uint8Array }): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([POINT_HEAD, p.token]), format: 'der', type: 'spki' });
    return verify('sha256', said.mark(ballot, p.turn, p.sealed), { key, dsaEncoding: 'ieee-p1363' }, p.mark);
  } catch {
    return false;
  }
}

export const sealSign = (secret: KeyObject, bytes: Uint8Array): Buffer => sign(null, bytes, secret);
export const paperHash = (ballot: Uint8Array, body: Uint8Array): Buffer => hash('sha256', said.paper(ballot, body), 'buffer');
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The key and the starting value that a one-time point and the content key have in common. */
function derivedOf(shared: Buffer, once: Uint8Array, to: Uint8Array, ballot: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, bytesIn(once, to), said.seal(ballot), 44));
}

/** Seals a content for the content key of a ballot, as the voter's device does at the level `blind`. */
export function sealContent(ballot: Uint8Array, to: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const once = createECDH(CURVE);
  const own = once.generateKeys();
  const derived = derivedOf(once.computeSecret(to), own, to, ballot);
  const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32)).setAAD(bound);
  return Buffer.concat([own, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed for a content key. `secret`: its 32 bytes. @returns a function that answers null for what does not open */
export function opener(ballotId: string, secret: Buffer): (sealed: Uint8Array, bound: Uint8Array) => Buffer | null {
  const key = createECDH(CURVE);
  key.setPrivateKey(secret);
  const [to, ballot] = [key.getPublicKey(), idBytes(ballotId)];
  return (sealed, bound) => {
    try {
      const once = sealed.subarray(0, SIZE.key);
      const derived = derivedOf(key.computeSecret(once), once, to, ballot);
      const decipher = createDecipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32)).setAAD(bound).setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(SIZE.key, -16)), decipher.final()]);
    } catch {
      return null;
    }
  };
}

/** Closes and opens envelopes under the key of their batch; whose an envelope is is bound to it. */
export const newEnvelopeKey = (): Buffer => randomBytes(32);
export function closeEnvelope(key: Buffer, person: Uint8Array, body: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(person);
  return Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}
export function openEnvelope(key: Buffer, person: Uint8Array, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(person).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}
