import { bytesOf, hexOf, sha256 } from '#shared/draw-check';

/** What a scanner knows of a place; see `desk.scanner`. */
export type Known = { readonly id: string; readonly no: number; readonly hash: string; readonly shortHash: string; readonly state: string; readonly name: string; readonly thing: string; readonly amount: string; readonly paid: boolean; readonly handedAt: string | null };
/** A scan that the server has not seen yet. */
export type Kept = { readonly code: string; readonly at: string; readonly paid: boolean; readonly id: string | null };
/** What the scanner says by itself. `pay`: money is to be taken first. */
export type Verdict = { readonly say: 'ok' | 'unknown' | 'already' | 'early' | 'pay'; readonly of: Known | null };

/** A scanned or typed text as its hash is made of: no spaces around, full-width digits as usual ones, one hyphen in a short code. */
export function tidyCode(text: string): string {
  const tidy = text.normalize('NFKC').trim();
  const [, no, digits] = /^(\d{1,8})\s*[-—–－ ]\s*(\d{4})$/.exec(tidy) ?? [];
  return no === undefined || digits === undefined ? tidy : `${Number(no)}-${digits}`;
}

/** As the server makes it: the first 16 bytes of SHA-256, hexadecimal. */
export const hashOf = (code: string): string => hexOf(sha256(bytesOf(code))).slice(0, 32);

/**
 * What a code comes to by what the scanner knows.
 * @param money whether money is due at the hand-over; @param from hand-over begins then
 */
export function judge(items: readonly Known[], code: string, o: { readonly money: boolean; readonly from: string | null; readonly at: string; readonly paid: boolean }): Verdict {
  const hash = hashOf(tidyCode(code));
  const of = items.find((k) => k.hash === hash || k.shortHash === hash) ?? null;
  if (of === null) return { say: 'unknown', of };
  if (of.state === 'handed') return { say: 'already', of };
  if (o.from !== null && Date.parse(o.at) < Date.parse(o.from)) return { say: 'early', of };
  return { say: o.money && of.amount !== '0' && !of.paid && !o.paid ? 'pay' : 'ok', of };
}

/** The list with what was scanned since: those are handed over, at their own times. */
export function withKept<K extends Known>(items: readonly K[], kept: readonly Kept[]): K[] {
  const at = new Map(kept.map((s) => [s.id, s.at]));
  return items.map((k) => (k.state !== 'handed' && at.has(k.id) ? { ...k, state: 'handed', handedAt: at.get(k.id) ?? null } : k));
}
