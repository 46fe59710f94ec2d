import { constants, createDecipheriv, createCipheriv, createECDH, createPrivateKey, createPublicKey, diffieHellman, generateKeyPair, hash, hkdfSync, type KeyObject, privateDecrypt, publicEncrypt, randomBytes, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { type BlindPaper, bytesIn, type DetachedPaper, idBytes, said, SIZE } from '#shared/ballot-paper';

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
  if (!raised(open, signature)?.equals(blinded)) throw new Error('ballot: the signing failed its own check');
  return signature;
}

/** A signature raised with the public exponent; null when it is no number below the modulus. */
function raised(open: KeyObject, signature: Buffer): Buffer | null {
  try {
    return publicEncrypt({ key: open, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return null;
  }
}

/** Whether a token was signed with the key of its class. */
export const tokenFits = (key: KeyObject, ballot: Uint8Array, p: { readonly class: string; readonly token: Uint8Array; readonly salt: Uint8Array; readonly signature: Uint8Array }): boolean =>
  verify('sha384', bytesIn(p.salt, said.token(ballot, p.class, p.token)), { key, ...PSS }, p.signature);

/** In front of a P-256 point that makes it a SubjectPublicKeyInfo. */
const POINT_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** The one-time key that a token is; null when it is no point of the curve. */
export function pointKey(point: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.concat([POINT_HEAD, point]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Whether a paper was marked by the holder of its token. @param key of the token */
export const markFits = (key: KeyObject | null, ballot: Uint8Array, p: { readonly turn: number; readonly sealed: Uint8Array; readonly mark: Uint8Array }): boolean =>
  key !== null && verify('sha256', said.mark(ballot, p.turn, p.sealed), { key, dsaEncoding: 'ieee-p1363' }, p.mark);

export const sealSign = (secret: KeyObject, bytes: Uint8Array): Buffer => sign(null, bytes, secret);
export const paperHash = (ballot: Uint8Array, body: Uint8Array): Buffer => hash('sha256', said.paper(ballot, body), 'buffer');
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The two halves of an agreement, and what stands in front of the sealed bytes. */
type Agreed = { readonly ballot: Uint8Array; readonly shared: Buffer; readonly front: Uint8Array; readonly from: Uint8Array; readonly to: Uint8Array };
/** The key and the starting value that follow from it. */
const derivedOf = (a: Agreed): Buffer => Buffer.from(hkdfSync('sha256', a.shared, said.sealSalt(a.front, a.from, a.to), said.seal(a.ballot), 44));

function closed(derived: Buffer, plain: Uint8Array, bound: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32)).setAAD(bound);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Seals a content for the content key of a ballot under a key made for it: the inner envelope of a detached vote. */
export function sealContent(ballot: Uint8Array, to: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const once = createECDH(CURVE);
  const front = once.generateKeys();
  return Buffer.concat([front, closed(derivedOf({ ballot, shared: once.computeSecret(to), front, from: front, to }), plain, bound)]);
}

/** Seals a content under what the key of a token and the content key have in common, as the voter's device does at the level `blind`. */
export function sealBlind(ballot: Uint8Array, own: { readonly shared: Buffer; readonly point: Uint8Array }, to: Uint8Array, plain: Uint8Array, turn: number): Buffer {
  const front = randomBytes(SIZE.sealSalt);
  return Buffer.concat([front, closed(derivedOf({ ballot, shared: own.shared, front, from: own.point, to }), plain, said.blindOnce(own.point, turn))]);
}

/** Opens contents that were sealed for a content key; null for what does not open. `token`: the key of a blind paper, where it was made already. */
export type Opener = (paper: BlindPaper | DetachedPaper, token?: KeyObject | null) => Buffer | null;

/** @param secret the 32 bytes of the content key's secret half */
export function opener(ballotId: string, secret: Buffer): Opener {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(secret);
  const [to, ballot] = [pair.getPublicKey(), idBytes(ballotId)];
  const own = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x: to.toString('base64url', 1, 33), y: to.toString('base64url', 33), d: secret.toString('base64url') }, format: 'jwk' });
  return (p, token) => {
    const front = p.sealed.subarray(0, p.form === 'blind' ? SIZE.sealSalt : SIZE.key);
    const [from, bound] = p.form === 'blind' ? [p.token, said.blindOnce(p.token, p.turn)] : [front, p.receipt];
    const key = token ?? pointKey(from);
    if (key === null || p.sealed.length < front.length + SIZE.tag) return null;
    try {
      const derived = derivedOf({ ballot, shared: diffieHellman({ privateKey: own, publicKey: key }), front, from, to });
      const decipher = createDecipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32)).setAAD(bound).setAuthTag(p.sealed.subarray(-SIZE.tag));
      return Buffer.concat([decipher.update(p.sealed.subarray(front.length, -SIZE.tag)), decipher.final()]);
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
