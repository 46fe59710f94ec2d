import type { Word, Slots } from '#shared/words';

/** Why somebody gets it: a word with its slots, or the same plain text in both languages. */
export type Reason = { readonly word: Word; readonly slots?: Slots } | string;

/** One line as a part asks for it. */
export type LineWanted = {
  readonly personId: string;
  /** whole fen, not 0; below 0 takes an earlier amount back */
  readonly amountFen: bigint;
  readonly reason: Reason;
  /** what it is for */
  readonly document: { readonly kind: string; readonly id: string };
  /** once in a federation: `suggestion/<id>/reward/<person>` */
  readonly key: string;
};

/** The largest number of lines in a call and in a list. */
export const MOST_LINES = 10_000;

/** What a line says, over which its body hash is taken. Never change it; a new form gets a new first element. */
export const bodyText = (unionId: string, purpose: string, l: Pick<LineWanted, 'personId' | 'amountFen' | 'document'>): string =>
  JSON.stringify(['payment-line-1', unionId, purpose, l.personId, String(l.amountFen), l.document.kind, l.document.id]);

type Amount = { readonly personId: string; readonly amountFen: bigint };

/** Sums by person. */
export function sumsByPerson(lines: readonly Amount[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const l of lines) sums.set(l.personId, (sums.get(l.personId) ?? 0n) + l.amountFen);
  return sums;
}

/**
 * Chooses what a list takes: everything above zero, and of the set-offs, in their order, each that leaves its person at zero or more.
 * What cannot be set off whole stays for the next list.
 * @param standing what each person has on the list already
 */
export function setOff<L extends Amount>(lines: readonly L[], standing: ReadonlyMap<string, bigint>): { takes: L[]; leaves: L[] } {
  const sums = new Map(standing);
  for (const l of lines) if (l.amountFen > 0n) sums.set(l.personId, (sums.get(l.personId) ?? 0n) + l.amountFen);
  const leaves = new Set<L>();
  for (const l of lines) {
    if (l.amountFen > 0n) continue;
    const after = (sums.get(l.personId) ?? 0n) + l.amountFen;
    if (after < 0n) leaves.add(l);
    else sums.set(l.personId, after);
  }
  return { takes: lines.filter((l) => !leaves.has(l)), leaves: [...leaves] };
}

/** The rows of a payment file, by staff number and name: people whose sum is zero get no row. */
export type PayRow = { readonly personId: string; readonly position: number; readonly staffNumber: string; readonly name: string; readonly amountFen: bigint; readonly summary: string };

const SUMMARY = { most: 3, chars: 120 } as const;

/** Up to three different reasons of one person in one line of text; `more` says how many there are beyond. */
export function summaryOf(reasons: readonly string[], more: (n: number) => string): string {
  const different = [...new Set(reasons)];
  const text = different.slice(0, SUMMARY.most).join('；');
  const whole = different.length > SUMMARY.most ? `${text} ${more(different.length)}` : text;
  return whole.length > SUMMARY.chars ? `${whole.slice(0, SUMMARY.chars - 1)}…` : whole;
}

/** What the checksum of a payment file is taken over: every row in order, then the total. */
export const checkText = (rows: readonly PayRow[]): string =>
  JSON.stringify(['payment-file-1', rows.map((r) => [r.position, r.staffNumber, r.name, String(r.amountFen)]), String(rows.reduce((sum, r) => sum + r.amountFen, 0n))]);
