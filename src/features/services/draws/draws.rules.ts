import { addMonths, dateFrom, instantAt, type LegalDate, monthStart, partsOf } from '#shared/dates';

/** What is given, in the order in which it is given. `value`: of one, in fen; `photo`: the id of its picture. */
export type Prize = { readonly name: string; readonly count: number; readonly value: number; readonly tax: Tax; readonly why: string; readonly photo?: string | null | undefined };
/** Tax on incidental income: taken from the winner and paid on, paid by the union, or none, with a reason. */
export const TAXES = ['withheld', 'borne', 'none'] as const;
export type Tax = (typeof TAXES)[number];
export const SOURCES = ['witnesses', 'drand'] as const;
export type Source = (typeof SOURCES)[number];

/** Where a draw stands for everybody. */
export const STAGES = ['draft', 'coming', 'on', 'closing', 'frozen', 'drawn', 'empty', 'off'] as const;
export type Stage = (typeof STAGES)[number];

export type Times = { readonly state: 'draft' | 'open' | 'closed' | 'cancelled'; readonly opensAt: Date; readonly closesAt: Date; readonly frozenAt: Date | null; readonly drawnAt: Date | null };

export function stageAt(d: Times, now: Date): Stage {
  if (d.state === 'draft') return 'draft';
  if (d.state === 'cancelled') return 'off';
  if (d.drawnAt !== null) return 'drawn';
  if (d.frozenAt !== null) return 'frozen';
  if (d.state === 'closed') return 'empty';
  if (now < d.opensAt) return 'coming';
  return now < d.closesAt ? 'on' : 'closing';
}

export const placesOf = (prizes: readonly Prize[]): number => prizes.reduce((n, p) => n + p.count, 0);

/** The prize of a rank, from 1; null beyond the last. */
export function prizeOf(prizes: readonly Prize[], rank: number): Prize | null {
  let last = 0;
  for (const prize of prizes) {
    last += prize.count;
    if (rank <= last) return prize;
  }
  return null;
}

/** Tax on one prize, in fen, to the nearest. */
export const taxOn = (prize: Pick<Prize, 'value' | 'tax'>, share: { readonly num: number; readonly den: number }): number =>
  prize.tax === 'none' ? 0 : Math.round((prize.value * share.num) / share.den);

/** What is wrong with a list of prizes: the place of the first fault and what it is. */
export function prizeFault(prizes: readonly Prize[]): { readonly at: number; readonly field: 'value' | 'why' } | null {
  for (const [at, p] of prizes.entries()) {
    if (p.tax !== 'none' && p.value === 0) return { at, field: 'value' };
    if (p.tax === 'none' && p.why.trim().length < 2) return { at, field: 'why' };
  }
  return null;
}

/** Who has which prize: those drawn the one of their rank, those who moved up what was given back, in order. */
export function prizesGiven(prizes: readonly Prize[], holders: readonly { readonly id: string; readonly rank: number }[]): Map<string, Prize> {
  const most = placesOf(prizes);
  const given = new Map<string, Prize>();
  const held = new Set(holders.map((h) => h.rank));
  const free = Array.from({ length: most }, (_, i) => i + 1).filter((rank) => !held.has(rank));
  for (const h of holders.toSorted((a, b) => a.rank - b.rank)) {
    const prize = prizeOf(prizes, h.rank <= most ? h.rank : (free.shift() ?? most + 1));
    if (prize !== null) given.set(h.id, prize);
  }
  return given;
}

/** Entries of one month's draw: from the opening day 0:00 to the end of the day before the closing day. */
export function monthOf(s: { readonly opensDay: number; readonly closesDay: number }, today: LegalDate): { readonly month: LegalDate; readonly opensAt: Date; readonly closesAt: Date } {
  const month = monthStart(today);
  const { year, month: m } = partsOf(month);
  return { month, opensAt: instantAt(dateFrom(year, m, s.opensDay) ?? month), closesAt: instantAt(dateFrom(year, m, s.closesDay) ?? month) };
}

/** Whether today is a day on which a schedule's draw of the month may begin. */
export function beginsNow(s: { readonly opensDay: number; readonly closesDay: number }, today: LegalDate): boolean {
  const { day } = partsOf(today);
  return day >= s.opensDay && day < s.closesDay;
}

/** The month whose birthdays are drawn next, 1 to 12. */
export function nextMonth(s: { readonly closesDay: number }, today: LegalDate): number {
  return partsOf(partsOf(today).day < s.closesDay ? today : addMonths(today, 1)).month;
}
