/**
 * What the voter's own device does for a secret vote (docs/decisions/0016): makes a one-time key, has it signed blindly, seals the content,
 * marks the paper and checks the receipt. Needs WebCrypto, which browsers offer over https only. No node.
 */
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { base64url, bodyOf, bytesIn, filled, fromBase64url, idBytes, said, SIZE } from './ballot-paper.ts';

/** What the house says of a ballot to whoever votes; keys as base64url. */
export type BoothBallot = {
  readonly id: string;
  readonly paperBytes: number;
  /** P-256 point, uncompressed: contents are sealed for it */
  readonly contentKey: string;
  /** ed25519: what receipts and the board are signed with */
  readonly sealKey: string;
  /** RSA, SubjectPublicKeyInfo, for each class of voters */
  readonly tokenKeys: Readonly<Record<string, string>>;
};

/** What the device keeps until the ballot is closed: with it the paper can be replaced, and only with it. */
export type Token = { readonly ballot: string; readonly class: string; readonly salt: string; readonly signature: string; readonly key: JsonWebKey; readonly turn: number };
/** A token that is not signed yet; kept as well, so that asking again after a lost answer asks for the same. */
export type Asked = { readonly ballot: string; readonly class: string; readonly prepared: string; readonly inverse: string; readonly blinded: string; readonly key: JsonWebKey };
/** What is kept of a cast paper: its hash, and the house's signature that it has it. */
export type Receipt = { readonly ballot: string; readonly paper: string; readonly signature: string };

const suite = RSABSSA.SHA384.PSS.Randomized();
const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const tokenKey = (b: BoothBallot, name: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', fromBase64url(b.tokenKeys[name] ?? ''), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

/** The public half of a one-time key: what the token is. */
export function tokenBytes(key: JsonWebKey): Uint8Array<ArrayBuffer> {
  return bytesIn(Uint8Array.of(4), fromBase64url(key.x ?? ''), fromBase64url(key.y ?? ''));
}

/** Makes a one-time key and blinds it. Send `blinded` to the house, signed in; it never sees what it signs. */
export async function blind(b: BoothBallot, name: string): Promise<Asked> {
  const pair = await crypto.subtle.generateKey(EC, true, ['sign', 'verify']);
  const key = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const prepared = suite.prepare(said.token(idBytes(b.id), name, tokenBytes(key)));
  const { blindedMsg, inv } = await suite.blind(await tokenKey(b, name), prepared);
  return { ballot: b.id, class: name, prepared: base64url(prepared), inverse: base64url(inv), blinded: base64url(blindedMsg), key };
}

/** Unblinds the house's answer into a token. @throws when the answer is no signature of this ballot */
export async function finalise(b: BoothBallot, asked: Asked, blindSignature: string): Promise<Token> {
  const prepared = fromBase64url(asked.prepared);
  const signature = await suite.finalize(await tokenKey(b, asked.class), prepared, fromBase64url(blindSignature), fromBase64url(asked.inverse));
  return { ballot: b.id, class: asked.class, salt: base64url(prepared.subarray(0, SIZE.salt)), signature: base64url(signature), key: asked.key, turn: 0 };
}

/**
 * Seals bytes for the other half of a P-256 point, with the one-time key of the token: it signs the paper as well, so nothing is won by a second key.
 * A fresh salt keeps two papers of a turn apart. `bound` cannot be exchanged afterwards.
 */
async function seal(b: BoothBallot, own: JsonWebKey, plain: Uint8Array<ArrayBuffer>, bound: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
  const [to, salt] = [fromBase64url(b.contentKey), crypto.getRandomValues(new Uint8Array(SIZE.sealSalt))];
  const { kty, crv, x, y, d } = own as Required<JsonWebKey>;
  const from = await crypto.subtle.importKey('jwk', { kty, crv, x, y, d }, ecdh, false, ['deriveBits']);
  const other = await crypto.subtle.importKey('raw', to, ecdh, false, []);
  const shared = await crypto.subtle.importKey('raw', await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, from, 256), 'HKDF', false, ['deriveBits']);
  const derived = new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: said.sealSalt(salt, tokenBytes(own), to), info: said.seal(idBytes(b.id)) }, shared, 352));
  const aes = await crypto.subtle.importKey('raw', derived.subarray(0, 32), 'AES-GCM', false, ['encrypt']);
  return bytesIn(salt, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: derived.subarray(32), additionalData: bound }, aes, plain)));
}

/** A paper that is ready to be posted, and the token as it is to be kept from then on. */
export type Ready = { readonly body: string; readonly hash: string; readonly token: Token };

/**
 * Seals a content and marks it. The last paper of a token counts.
 * @returns the body to post, base64url, and its hash; null when the content is longer than papers of this ballot are
 */
export async function paperOf(b: BoothBallot, token: Token, content: unknown): Promise<Ready | null> {
  const plain = filled(content, b.paperBytes);
  if (plain === null) return null;
  const [ballot, turn, point] = [idBytes(b.id), token.turn + 1, tokenBytes(token.key)];
  const sealed = await seal(b, token.key, plain, said.blindOnce(point, turn));
  const key = await crypto.subtle.importKey('jwk', token.key, EC, false, ['sign']);
  const mark = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, said.mark(ballot, turn, sealed)));
  const body = bodyOf({ form: 'blind', class: token.class, token: point, salt: fromBase64url(token.salt), signature: fromBase64url(token.signature), turn, sealed, mark });
  return { body: base64url(body), hash: base64url(await paperHash(b.id, body)), token: { ...token, turn } };
}

/** The hash under which a body stands on the board. */
export const paperHash = async (ballot: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', said.paper(idBytes(ballot), body)));

/** Whether a receipt is the house's for this paper. Null where the browser knows no ed25519: then only the board tells. */
export async function receiptFits(b: BoothBallot, r: Receipt, hash: string): Promise<boolean | null> {
  if (r.paper !== hash || r.ballot !== b.id) return false;
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64url(b.sealKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, fromBase64url(r.signature), said.receipt(idBytes(b.id), fromBase64url(r.paper)));
  } catch {
    return null;
  }
}
