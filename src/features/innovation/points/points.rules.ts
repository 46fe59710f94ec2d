import { splitByWeights } from '#shared/money';

/** What brings points: adoption (采纳), completion (实施完成), standardisation (固化). */
export const OCCASIONS = ['adopted', 'completed', 'standardised'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Amounts are hundredths of a point, so that shares of co-authors split without loss. */
export const PER_POINT = 100;

/** `12.5` of 1250: points as people read them, without empty decimals. */
export function pointsText(hundredths: number): string {
  const size = Math.abs(hundredths);
  const decimals = size % PER_POINT === 0 ? '' : `.${String(size % PER_POINT).padStart(2, '0').replace(/0$/, '')}`;
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / PER_POINT)}${decimals}`;
}

/** What of a suggestion decides about points. */
export type SuggestionFacts = {
  readonly id: string; readonly schemeId: string; readonly fromRegister: boolean; readonly voidOn: string | null; readonly revokedOn: string | null;
  readonly adoptedOn: string | null; readonly completedOn: string | null; readonly standardisedOn: string | null;
};
/** In the order of the authors; shares are ten-thousandths. */
export type AuthorShare = { readonly personId: string; readonly unitId: string; readonly share: number };
/** A credit as the ledger holds it; `round` is 1 for the first one of this person and occasion. */
export type Credit = { readonly journalId: string; readonly suggestionId: string; readonly occasion: Occasion; readonly personId: string; readonly amount: bigint; readonly round: number; readonly reversed: boolean };
/** A credit still to be posted. */
export type Due = { readonly suggestionId: string; readonly occasion: Occasion; readonly on: string; readonly personId: string; readonly unitId: string; readonly amount: bigint; readonly round: number };

/** The day from which an occasion brings points; null: it brings none. What was taken over, is void or was taken back brings none. */
export function dayOf(s: SuggestionFacts, occasion: Occasion): string | null {
  if (s.fromRegister || s.voidOn !== null || s.revokedOn !== null) return null;
  return { adopted: s.adoptedOn, completed: s.completedOn, standardised: s.standardisedOn }[occasion];
}

/**
 * What has to be posted so that the ledger says what the dates of a suggestion say: credits due and not there, and credits that are there
 * and no longer due. What was credited once keeps its amount, so a later rule changes nothing; other shares divide the same amount anew.
 * @param value points of the rulebook for an occasion, in hundredths
 */
export function planOf(s: SuggestionFacts, authors: readonly AuthorShare[], credits: readonly Credit[], value: (occasion: Occasion, on: string) => bigint): { due: Due[]; back: Credit[] } {
  const due: Due[] = [];
  const back: Credit[] = [];
  for (const occasion of OCCASIONS) {
    const own = credits.filter((c) => c.occasion === occasion);
    const live = own.filter((c) => !c.reversed);
    const on = dayOf(s, occasion);
    const before = live.reduce((sum, c) => sum + c.amount, 0n);
    const total = on === null || authors.length === 0 ? 0n : before > 0n ? before : value(occasion, on);
    const parts = total === 0n ? [] : splitByWeights(total, authors.map((a) => a.share));
    for (const c of live) if (parts[authors.findIndex((a) => a.personId === c.personId)] !== c.amount) back.push(c);
    if (on === null) continue;
    authors.forEach((a, i) => {
      const amount = parts[i] ?? 0n;
      if (amount === 0n || live.some((c) => c.personId === a.personId && c.amount === amount)) return;
      const rounds = own.filter((c) => c.personId === a.personId).map((c) => c.round);
      due.push({ suggestionId: s.id, occasion, on, personId: a.personId, unitId: a.unitId, amount, round: Math.max(0, ...rounds) + 1 });
    });
  }
  return { due, back };
}

/** The key under which a credit is posted once. */
export const keyOf = (d: Pick<Due, 'occasion' | 'suggestionId' | 'personId' | 'round'>): string =>
  `points/${d.occasion}/${d.suggestionId}/${d.personId}${d.round > 1 ? `/${d.round}` : ''}`;

/**
 * What of a balance comes from years before `keepFrom`: the oldest points are spent first, so what is there are the latest that were earned.
 * @param earned net of what was taken back, by year
 */
export function olderThan(balance: number, earned: ReadonlyMap<number, number>, keepFrom: number): number {
  const kept = [...earned].reduce((sum, [year, amount]) => (year >= keepFrom ? sum + Math.max(0, amount) : sum), 0);
  return Math.max(0, balance - kept);
}

/** The band (分档) a prize of so many points lies in. */
export const bandOf = <B extends { readonly from: number; readonly to: number }>(bands: readonly B[], points: number): B | undefined =>
  bands.find((b) => points >= b.from && points <= b.to);

/** Whether bands follow each other without touching. */
export const inOrder = (bands: readonly { readonly from: number; readonly to: number }[]): boolean =>
  bands.every((b, i) => b.from <= b.to && (i === 0 || b.from > (bands[i - 1]?.to ?? 0)));

/** Where a round stands on a day: `ended` waits to be closed. */
export function standingOf(r: { state: string; from: string; to: string; collectTo: string }, today: string): 'draft' | 'coming' | 'open' | 'collecting' | 'ended' | 'closed' {
  if (r.state !== 'open') return r.state === 'closed' ? 'closed' : 'draft';
  if (today < r.from) return 'coming';
  if (today <= r.to) return 'open';
  return today <= r.collectTo ? 'collecting' : 'ended';
}
