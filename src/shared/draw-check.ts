/**
 * Checks the published result of a draw by itself. SHA-256, HMAC, the tree and the order are written here anew from the
 * protocol (docs/decisions/0015), without a line of what drew. The result page runs it in the browser, also over plain http where
 * there is no WebCrypto, and the stand-alone page (`npm run tool tools/print-verifier.ts`) holds it as it stands.
 */
import { asDraw, asEntry, type DrawFile, type RulesPart } from './draw-shape.ts';

/** What is looked at, in this order; a sentence for each is in draw-check.words.ts. */
export const CHECKS = ['tool', 'form', 'file', 'rules', 'notice', 'secret', 'list', 'source', 'seed', 'order', 'winners', 'times'] as const;
export type CheckName = (typeof CHECKS)[number];
/** One thing that was looked at. `facts` fill its sentence. */
export type Check = { readonly check: CheckName; readonly ok: boolean; readonly facts: Readonly<Record<string, string | number>> };

const K = Uint32Array.from((
  '428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc372be5d7480deb1fe9bdc06a7c19bf174' +
  'e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca635114292967' +
  '27b70a852e1b21384d2c6dfc53380d13650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070' +
  '19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f84c878148cc7020890befffaa4506cebbef9a3f7c67178f2'
).match(/.{8}/g) ?? [], (word) => Number.parseInt(word, 16));
const H = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const turn = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

function block(h: Uint32Array, w: Uint32Array): void {
  for (let t = 16; t < 64; t += 1) {
    const [x, y] = [w[t - 15] as number, w[t - 2] as number];
    w[t] = (w[t - 16] as number) + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (w[t - 7] as number) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
  }
  let [a, b, c, d, e, f, g, z] = h as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t += 1) {
    const one = (z + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[t] as number) + (w[t] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [z, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, z].forEach((v, i) => { h[i] = (h[i] as number) + v; });
}

/** SHA-256 (FIPS 180-4). */
export function sha256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const h = Uint32Array.from(H);
  const w = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(at + t * 4);
    block(h, w);
  }
  const out = new DataView(new ArrayBuffer(32));
  h.forEach((v, i) => { out.setUint32(i * 4, v); });
  return new Uint8Array(out.buffer);
}

/** Bytes one after the other; text as UTF-8. */
export function bytesOf(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const joined = new Uint8Array(all.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
export const unhex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hashed = (...parts: readonly (Uint8Array | string)[]): string => hexOf(sha256(bytesOf(...parts)));
const idBytes = (uuid: string): Uint8Array => unhex(uuid.replaceAll('-', ''));
const fourBytes = (n: number): Uint8Array => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);

/** HMAC-SHA-256 (RFC 2104) under one key of 32 bytes. */
function hmacUnder(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const pad = (with_: number): Uint8Array => Uint8Array.from({ length: 64 }, (_, i) => (key[i] ?? 0) ^ with_);
  const [inner, outer] = [pad(0x36), pad(0x5c)];
  return (message) => sha256(bytesOf(outer, sha256(bytesOf(inner, message))));
}

/** JSON with sorted keys and no blanks (RFC 8785 for texts and whole numbers). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = value as Readonly<Record<string, unknown>>;
  return '{' + Object.keys(entries).sort().map((key) => JSON.stringify(key) + ':' + canonical(entries[key])).join(',') + '}';
}

/** The hash of the tree over leaves `from … to`: halves at the largest power of two below their number (RFC 6962). */
function treeOf(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return sha256(bytesOf(Uint8Array.of(0), leaves[from] as Uint8Array));
  let half = 1;
  while (half * 2 < to - from) half *= 2;
  return sha256(bytesOf(Uint8Array.of(1), treeOf(leaves, from, from + half), treeOf(leaves, from + half, to)));
}

/** What a witness makes public before the draw, hexadecimal; the secret is 16 bytes, hexadecimal. */
export const witnessCommitment = (draw: string, number: number, secret: string): string =>
  hashed('draw-witness/v1', idBytes(draw), Uint8Array.of(number), unhex(secret));

const leafOf = (draw: string, token: string, index: number): Uint8Array => sha256(bytesOf(idBytes(draw), fourBytes(index), unhex(token)));

type Ticket = { readonly token: string; readonly leaf: Uint8Array; readonly hex: string };
const byHex = (a: { readonly hex: string }, b: { readonly hex: string }): number => (a.hex < b.hex ? -1 : 1);

function ticketsOf(d: DrawFile): Ticket[] {
  return d.entrants.flatMap(({ token, tickets }) => Array.from({ length: tickets }, (_, index) => {
    const leaf = leafOf(d.rules.draw, token, index);
    return { token, leaf, hex: hexOf(leaf) };
  })).sort(byHex);
}

/** The entrants in the order of the draw: each ticket's key, smallest first, each person at the first of their tickets. */
function orderOf(tickets: readonly Ticket[], seed: Uint8Array): string[] {
  const hmac = hmacUnder(seed);
  return [...new Set(tickets.map(({ token, leaf, hex }) => ({ token, hex: hexOf(hmac(leaf)) + hex })).sort(byHex).map(({ token }) => token))];
}

const seconds = (time: string): number => Date.parse(time) / 1000;

function roundFits(rules: Extract<RulesPart['source'], { kind: 'drand' }>, round: number, frozenAt: string): boolean {
  const opens = (n: number): number => rules.genesis + (n - 1) * rules.period;
  const earliest = seconds(frozenAt) + rules.after;
  return opens(round) >= earliest && opens(round - 1) < earliest;
}

/** The bytes that came from outside, or null when they are not what was announced. */
function sourceOf({ rules, notice, source, drawnAt }: DrawFile): Uint8Array | null {
  if (rules.source.kind === 'drand' && notice.source.kind === 'drand' && source.kind === 'drand') {
    const due = rules.source.genesis + (source.round - 1) * rules.source.period;
    const fits = source.round === notice.source.round && roundFits(rules.source, source.round, notice.frozenAt) && seconds(drawnAt) >= due;
    return fits && hashed(unhex(source.signature)) === source.randomness ? unhex(source.signature) : null;
  }
  if (rules.source.kind !== 'witnesses' || notice.source.kind !== 'witnesses' || source.kind !== 'witnesses') return null;
  const { names, need, hours } = rules.source;
  const { commitments, revealBy } = notice.source;
  const { reveals } = source;
  if (commitments.length !== names.length || reveals.length !== names.length || seconds(revealBy) !== seconds(notice.frozenAt) + hours * 3600) return null;
  const open = reveals.every((secret, i) => secret === null || commitments[i] === witnessCommitment(rules.draw, i + 1, secret));
  const there = reveals.filter((secret) => secret !== null).length;
  const complete = there === commitments.filter((c) => c !== null).length;
  if (!open || there < need || (!complete && seconds(drawnAt) < seconds(revealBy))) return null;
  return bytesOf(...reveals.flatMap((secret, i) => (secret === null ? [] : [Uint8Array.of(i + 1), unhex(secret)])));
}

function winnersFit({ rules, order, winners }: DrawFile): boolean {
  const prizes = rules.prizes.flatMap(({ count }, i) => Array.from({ length: count }, () => i + 1)).slice(0, order.length);
  return winners.length === prizes.length && winners.every((w, i) => w.rank === i + 1 && w.prize === prizes[i] && w.token === order[i]);
}

function listFits({ entrants, notice }: DrawFile, tickets: readonly Ticket[]): boolean {
  const sorted = entrants.every(({ token }, i) => i === 0 || (entrants[i - 1]?.token ?? '') < token);
  return sorted && entrants.length > 0 && entrants.length === notice.entrants && tickets.length === notice.tickets
    && hexOf(treeOf(tickets.map(({ leaf }) => leaf), 0, tickets.length)) === notice.root;
}

/** Whether the SHA-256 above gives the values that the standard publishes, and the same as the browser's own where it has one. */
async function toolFits(): Promise<boolean> {
  const sample = bytesOf('abc'.repeat(1000));
  const own = globalThis.crypto?.subtle ? hexOf(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', sample as BufferSource))) : null;
  return hashed('abc') === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    && hashed('') === 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    && (own === null || own === hashed(sample));
}

function checksOf(d: DrawFile, known: string | null): Check[] {
  const { file, ...rest } = d;
  const rulesHash = hashed(canonical(d.rules));
  const noticeHash = hashed(canonical(d.notice));
  const tickets = ticketsOf(d);
  const source = sourceOf(d);
  const seed = source ? sha256(bytesOf('draw/v1', unhex(rulesHash), unhex(d.notice.root), source, unhex(d.secret))) : null;
  const drand = d.source.kind === 'drand';
  const counted = d.source.kind === 'witnesses' ? d.source.reveals.filter((r) => r !== null).length : 0;
  const all = d.rules.source.kind === 'witnesses' ? d.rules.source.names.length : 0;
  const one = (check: CheckName, ok: boolean, facts: Check['facts'] = {}): Check => ({ check, ok, facts });
  return [
    one('file', hashed(canonical(rest)) === file, { hash: file }),
    one('rules', d.notice.rules === rulesHash && d.notice.draw === d.rules.draw, { title: d.rules.title, hash: rulesHash }),
    one('notice', known === null || known.toLowerCase() === noticeHash, { hash: noticeHash }),
    one('secret', hashed('draw-server/v1', idBytes(d.rules.draw), unhex(d.secret)) === d.rules.commitment),
    one('list', listFits(d, tickets), { entrants: d.entrants.length, tickets: tickets.length }),
    one('source', source !== null, drand ? { kind: 'drand', round: (d.source as { round: number }).round } : { kind: 'witnesses', counted, all }),
    one('seed', seed !== null && hexOf(seed) === d.seed),
    one('order', canonical(orderOf(tickets, unhex(d.seed))) === canonical(d.order), { entrants: d.order.length }),
    one('winners', winnersFit(d), { winners: d.winners.length }),
    one('times', d.rules.opensAt < d.rules.closesAt && d.rules.closesAt <= d.notice.frozenAt && d.notice.frozenAt <= d.drawnAt),
  ];
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Looks at a result file (`niangjia-draw/1`) and says of each thing whether it is as it must be.
 * @param known the notice's hash as it was posted before the draw, hexadecimal; null when nobody has kept it
 */
export async function checkDraw(text: string, known: string | null = null): Promise<Check[]> {
  const draw = asDraw(parsed(text));
  const first: Check[] = [{ check: 'tool', ok: await toolFits(), facts: {} }, { check: 'form', ok: draw !== null, facts: {} }];
  return draw === null ? first : [...first, ...checksOf(draw, known)];
}

/**
 * Whether all tickets of an entry (`niangjia-draw-entry/1`) stand under the root that was made public.
 * @returns the hash of the notice it belongs to, null when they do not
 */
export function checkEntry(text: string): string | null {
  const entry = asEntry(parsed(text));
  if (entry === null || entry.tickets.length === 0) return null;
  const { notice, token } = entry;
  const fits = entry.tickets.every(({ index, place, path }, i) => {
    const ways = [...path];
    let hash = sha256(bytesOf(Uint8Array.of(0), leafOf(notice.draw, token, index)));
    for (let at = place, size = notice.tickets; size > 1; at = Math.floor(at / 2), size = Math.ceil(size / 2)) {
      if (at % 2 === 0 && at + 1 === size) continue;
      const beside = unhex(ways.shift() ?? '');
      hash = sha256(at % 2 === 0 ? bytesOf(Uint8Array.of(1), hash, beside) : bytesOf(Uint8Array.of(1), beside, hash));
    }
    return index === i && place < notice.tickets && ways.length === 0 && hexOf(hash) === notice.root;
  });
  return fits ? hashed(canonical(notice)) : null;
}
