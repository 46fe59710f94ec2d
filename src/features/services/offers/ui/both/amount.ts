import { showMoney } from '../../../../../web/kit/index.ts';

/** What a place costs: money in fen, or points in hundredths; null where it is free. */
export function amountText(p: { readonly pays: string; readonly amount: string }, points: (o: { n: string }) => string): string | null {
  if (p.pays === 'free' || p.amount === '0') return null;
  return p.pays === 'points' ? points({ n: String(Number(p.amount) / 100) }) : showMoney(p.amount);
}
