/**
 * The bytes of a paper (docs/decisions/0016), written and read alike by the voter's device and by the house. No node, no library.
 *
 * A body is `form, class, …`: open 0: voter (16), content; detached 1: receipt number (16), sealed content; blind 2: token (65), salt (32),
 * signature of the token (256), turn, sealed content, mark (64). Numbers are four bytes, the highest first; the class is one byte of length
 * and its UTF-8, contents and sealed contents four bytes of length and their bytes.
 */

/** What a secret vote is made of besides its content. */
export type BlindPaper = {
  readonly form: 'blind'; readonly class: string; readonly token: Uint8Array; readonly salt: Uint8Array; readonly signature: Uint8Array;
  readonly turn: number; readonly sealed: Uint8Array; readonly mark: Uint8Array;
};
export type DetachedPaper = { readonly form: 'detached'; readonly class: string; readonly receipt: Uint8Array; readonly sealed: Uint8Array };
export type OpenPaper = { readonly form: 'open'; readonly class: string; readonly voter: Uint8Array; readonly content: Uint8Array };
export type PaperBody = BlindPaper | DetachedPaper | OpenPaper;

/**
 * Lengths in bytes. What is sealed has its tag behind (16); in front stands a salt (16) at the level `blind`, where the token's own key seals, and a key made
 * for it (65) at the level `detached`.
 */
export const SIZE = { id: 16, receipt: 16, token: 65, salt: 32, signature: 256, mark: 64, hash: 32, key: 65, tag: 16, sealSalt: 16 } as const;

const UTF8 = new TextEncoder();
const four = (n: number): Uint8Array => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);

/** Bytes one after the other; text as UTF-8, a number as four bytes. */
export function bytesIn(...parts: readonly (Uint8Array | string | number)[]): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => (typeof part === 'string' ? UTF8.encode(part) : typeof part === 'number' ? four(part) : part));
  const joined = new Uint8Array(all.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A UUID as its sixteen bytes. */
export const idBytes = (uuid: string): Uint8Array => Uint8Array.from(uuid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
/** Bytes as base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
/** Bytes of a base64url text. */
export const fromBase64url = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

const classBytes = (name: string): Uint8Array => {
  const text = UTF8.encode(name);
  return bytesIn(Uint8Array.of(text.length), text);
};

/** The body of a paper, as it is hashed and published. */
export function bodyOf(p: PaperBody): Uint8Array<ArrayBuffer> {
  if (p.form === 'open') return bytesIn(Uint8Array.of(0), classBytes(p.class), p.voter, p.content.length, p.content);
  if (p.form === 'detached') return bytesIn(Uint8Array.of(1), classBytes(p.class), p.receipt, p.sealed.length, p.sealed);
  return bytesIn(Uint8Array.of(2), classBytes(p.class), p.token, p.salt, p.signature, p.turn, p.sealed.length, p.sealed, p.mark);
}

/** Reads a body; null when it is none. */
export function readBody(body: Uint8Array): PaperBody | null {
  let at = 2 + (body[1] ?? 0);
  const cut = (length: number): Uint8Array => {
    at += length;
    return body.subarray(at - length, at);
  };
  const number = (): number => cut(4).reduce((n, byte) => n * 256 + byte, 0);
  const long = (): Uint8Array => cut(number());
  const name = new TextDecoder().decode(body.subarray(2, at));
  const whole = <P extends PaperBody>(p: P): P | null => (at === body.length ? p : null);
  if (body[0] === 0) return whole({ form: 'open', class: name, voter: cut(SIZE.id), content: long() });
  if (body[0] === 1) return whole({ form: 'detached', class: name, receipt: cut(SIZE.receipt), sealed: long() });
  if (body[0] !== 2 || body.length < at + SIZE.token + SIZE.salt + SIZE.signature + 8 + SIZE.mark) return null;
  return whole({ form: 'blind', class: name, token: cut(SIZE.token), salt: cut(SIZE.salt), signature: cut(SIZE.signature), turn: number(), sealed: long(), mark: cut(SIZE.mark) });
}

/** What is hashed, signed or bound to a seal; each begins with what it is for. */
export const said = {
  paper: (ballot: Uint8Array, body: Uint8Array) => bytesIn('niangjia-paper/1', ballot, body),
  token: (ballot: Uint8Array, name: string, token: Uint8Array) => bytesIn('niangjia-token/1', ballot, classBytes(name), token),
  mark: (ballot: Uint8Array, turn: number, sealed: Uint8Array) => bytesIn('niangjia-mark/1', ballot, turn, sealed),
  receipt: (ballot: Uint8Array, hash: Uint8Array) => bytesIn('niangjia-receipt/1', ballot, hash),
  head: (text: string) => bytesIn('niangjia-head/1', text),
  board: (headerHash: Uint8Array) => bytesIn('niangjia-board/1', headerHash),
  chain: (before: Uint8Array, hash: Uint8Array) => bytesIn('niangjia-chain/1', before, hash),
  /** bound into the key that seals; `front`: what stands in front of the sealed bytes, `from` and `to`: whose keys agree on it */
  seal: (ballot: Uint8Array) => bytesIn('niangjia-seal/1', ballot),
  sealSalt: (front: Uint8Array, from: Uint8Array, to: Uint8Array) => bytesIn(front, from, to),
  blindOnce: (token: Uint8Array, turn: number) => bytesIn(token, turn),
} as const;

/** A content as JSON, filled with zeros to the length that all papers of a ballot have; null when it is longer. */
export function filled(content: unknown, length: number): Uint8Array<ArrayBuffer> | null {
  const text = UTF8.encode(JSON.stringify(content));
  if (text.length > length) return null;
  const bytes = new Uint8Array(length);
  bytes.set(text);
  return bytes;
}

/** The content behind its filling; undefined when it is no JSON. */
export function unfilled(bytes: Uint8Array): unknown {
  try {
    const end = bytes.indexOf(0);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(end < 0 ? bytes : bytes.subarray(0, end))) as unknown;
  } catch {
    return undefined;
  }
}
