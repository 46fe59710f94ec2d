import { type Fen, shareOf, splitByWeights } from '#shared/money';

/** An author's part: `share` in ten-thousandths; the shares of a suggestion sum to 10,000. */
export type Sharing = { readonly personId: string; readonly share: number };

/**
 * An amount among authors by their shares, to the last fen (largest remainder, earlier authors first); authors of nothing are left out.
 * @param authors in their order
 */
export function among(amount: Fen, authors: readonly Sharing[]): { personId: string; amountFen: Fen }[] {
  const parts = splitByWeights(amount, authors.map((a) => a.share));
  return authors.flatMap((a, i) => (parts[i] ? [{ personId: a.personId, amountFen: parts[i] }] : []));
}

/** The award of a best unit: its share of a month's payroll, half up to the fen (source file 002: 1 %). */
export const unitAward = (payroll: Fen, share: { readonly num: number; readonly den: number }): Fen => shareOf(payroll, share.num, share.den);

/** First and last day of a month `YYYY-MM`. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, m = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, m, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

/** Keys of what is paid, once in a federation. */
export const rewardKey = (suggestionId: string, personId: string): string => `suggestion/${suggestionId}/reward/${personId}`;
/** `position`: first, second … award of the suggestion; a level anew pays its difference under the next. */
export const awardKey = (suggestionId: string, position: number, personId: string): string => `suggestion/${suggestionId}/award${position}/${personId}`;
export const honourKey = (honourId: string, personId: string): string => `honour/${honourId}/${personId}`;
/** What takes a paid line back. */
export const backKey = (key: string): string => `${key}/back`;
