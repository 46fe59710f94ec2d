/**
 * The published file of a ballot (`niangjia-ballot/1`, docs/decisions/0016) as the verifier reads it: header, entries, head, one JSON object a
 * line. Runs anywhere JavaScript does.
 */
import { fromBase64url, idBytes, type PaperBody, readBody, said } from '#shared/ballot-paper';
import type { CountRule } from '../count/count-rule.rules.ts';
import type { Outcome } from '../count/count.rules.ts';
import type { Paper } from '../count/paper.rules.ts';

export type Header = {
  readonly format: string;
  readonly ballot: { readonly id: string; readonly title: string; readonly kind: string; readonly level: 'open' | 'detached' | 'blind'; readonly paperBytes: number };
  readonly paper: Paper; readonly rule: CountRule;
  readonly keys: { readonly seal: string; readonly content: string | null; readonly tokens: readonly { readonly class: string; readonly key: string }[] };
  readonly roll: { readonly entitled: number; readonly hash: string; readonly classes: readonly { readonly class: string; readonly entitled: number; readonly issued: number }[] };
  readonly times: { readonly announced: string | null; readonly opened: string | null; readonly closed: string | null };
};
export type Head = {
  readonly ballot: string; readonly header: string; readonly entries: number; readonly voters: number; readonly issued: number; readonly entitled: number;
  readonly present: number; readonly chain: string; readonly root: string; readonly content: string | null; readonly result: Outcome;
};
export type Ends = { readonly headerLine: string; readonly header: Header; readonly headText: string; readonly head: Head; readonly signature: string };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
const isBag = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
const isHex = (x: unknown): x is string => typeof x === 'string' && /^[0-9a-f]{64}$/.test(x);
const isCount = (x: unknown): x is number => Number.isSafeInteger(x) && (x as number) >= 0;
const isUrl = (x: unknown): x is string => typeof x === 'string' && /^[\w-]*$/.test(x) && x.length % 4 !== 1;

function isHeader(x: unknown): x is Header {
  if (!isBag(x) || x['format'] !== 'niangjia-ballot/1') return false;
  const { ballot, keys, roll, paper, rule } = x;
  return isBag(ballot) && /^[0-9a-f-]{36}$/.test(String(ballot['id'])) && ['open', 'detached', 'blind'].includes(String(ballot['level'])) && isCount(ballot['paperBytes'])
    && isBag(keys) && isUrl(keys['seal']) && (keys['content'] === null || isUrl(keys['content'])) && Array.isArray(keys['tokens']) && keys['tokens'].every((t) => isBag(t) && typeof t['class'] === 'string' && isUrl(t['key']))
    && isBag(roll) && isCount(roll['entitled']) && Array.isArray(roll['classes']) && roll['classes'].every((c) => isBag(c) && isCount(c['entitled']) && isCount(c['issued'])) && isBag(paper) && isBag(rule);
}

const isHead = (x: unknown): x is Head => isBag(x) && isHex(x['header']) && isHex(x['chain']) && isHex(x['root']) && (x['content'] === null || isUrl(x['content'])) && isBag(x['result'])
  && isCount(x['entries']) && isCount(x['voters']) && isCount(x['issued']) && isCount(x['entitled']) && isCount(x['present']) && typeof x['ballot'] === 'string';

/** First and last line of a file; null when it is no published ballot. */
export function readEnds(headerLine: string, lastLine: string): Ends | null {
  const [header, last] = [parsed(headerLine), parsed(lastLine)];
  if (!isHeader(header) || !isBag(last) || typeof last['head'] !== 'string' || !isUrl(last['signature'])) return null;
  const head = parsed(last['head']);
  return isHead(head) && head.ballot === header.ballot.id ? { headerLine, header, headText: last['head'], head, signature: last['signature'] } : null;
}

/** An entry as its line says, not looked at yet. */
export type Entry = { readonly no: number; readonly hash: string; readonly chain: string; readonly body: Uint8Array<ArrayBuffer>; readonly paper: PaperBody };

/** Reads the line of an entry; null when it is none. @param decode base64url, where the machine knows it faster */
export function readEntry(line: string, decode: (text: string) => Uint8Array<ArrayBuffer> = fromBase64url): Entry | null {
  const x = parsed(line);
  if (!isBag(x) || !isCount(x['no']) || !isHex(x['hash']) || !isHex(x['chain']) || !isUrl(x['body'])) return null;
  const body = decode(x['body']);
  const paper = readBody(body);
  return paper && { no: x['no'], hash: x['hash'], chain: x['chain'], body, paper };
}

/** Why an entry is bad. */
export const REASONS = ['shape', 'number', 'order', 'hash', 'chain', 'level', 'class', 'token', 'mark', 'turn', 'twice'] as const;
export type Reason = (typeof REASONS)[number];

/** What the file says an entry hashes to is made from these bytes. */
export const paperBytes = (header: Header, entry: Entry): Uint8Array<ArrayBuffer> => said.paper(idBytes(header.ballot.id), entry.body);

/** An entry that was looked at by itself: its hash, token, mark and content. What it is among the others is for {@link ./check.ts}. */
export type Seen = { readonly no: number; readonly hash: string; readonly chain: string; readonly class: string; readonly token: string; readonly turn: number; readonly content: string | null; readonly bad: Reason | null };
/** A line that cannot be read. */
export const UNREADABLE: Seen = { no: 0, hash: '', chain: '', class: '', token: '', turn: 0, content: null, bad: 'shape' };

/** Level and class of an entry, before anything is computed. */
export function placeOf(header: Header, { paper }: Entry): Reason | null {
  if (paper.form !== header.ballot.level) return 'level';
  return header.roll.classes.some((c) => c.class === paper.class) ? null : 'class';
}

/** Who a paper is of: the one-time key, the receipt number or the voter, shortened to what is enough to tell them apart. */
export const tokenOf = (p: PaperBody, hex: (bytes: Uint8Array) => string): string => hex((p.form === 'blind' ? p.token : p.form === 'detached' ? p.receipt : p.voter).subarray(0, 25));

/** A content behind its filling, as text. */
export function textOf(plain: Uint8Array): string {
  const end = plain.indexOf(0);
  return new TextDecoder().decode(end < 0 ? plain : plain.subarray(0, end));
}
