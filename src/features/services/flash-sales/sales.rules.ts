import { addMonths, daysBetween, type LegalDate } from '#shared/dates';

/** Occasions on which a union may give goods to all members, and others (rules.md §12.3). */
export const OCCASIONS = ['newYear', 'spring', 'qingming', 'labour', 'dragonBoat', 'midAutumn', 'national', 'birthday', 'other'] as const;
export type Occasion = (typeof OCCASIONS)[number];
export const FORMS = ['goods', 'voucher'] as const;
/** What was decided about tax: welfare of the union and exempt, counted to wages, or an accidental income of which 20 % are withheld. */
export const TAXES = ['welfare', 'wages', 'incidental'] as const;
export type Tax = (typeof TAXES)[number] | '';
export const PAYS = ['atHandOver', 'online', 'points'] as const;
export type SalePays = (typeof PAYS)[number];

/** Full months of membership as days before the start of a sale. */
export const daysFor = (months: number, on: LegalDate): number => daysBetween(addMonths(on, -months), on);

/** What is known when a sale is checked. Amounts in fen of one place; `spent`: most that one member has had this year in sales. */
export type CheckFacts = {
  readonly worth: number; readonly price: number; readonly pays: SalePays; readonly places: number; readonly members: number; readonly occasion: Occasion; readonly form: (typeof FORMS)[number]; readonly tax: Tax;
  readonly cap: number; readonly spentMost: number; readonly overCap: number; readonly noticeHours: number; readonly hoursToStart: number; readonly pickUp: boolean; readonly books: boolean; readonly gate: boolean; readonly pictures: number;
};

/** `stop`: it cannot be sent for approval like this; `warn`: a person decides; `ok`: it holds. */
export type Level = 'ok' | 'warn' | 'stop';
export type CheckName = 'cost' | 'cap' | 'occasion' | 'form' | 'chance' | 'tax' | 'notice' | 'pickUp' | 'pays' | 'places' | 'picture';
export type Check = { readonly name: CheckName; readonly level: Level; readonly slots: Readonly<Record<string, number>> };

/** What one place costs the union, in fen: nothing when the price is more, everything when points pay. */
export const costOf = (f: Pick<CheckFacts, 'worth' | 'price' | 'pays'>): number => Math.max(0, f.worth - (f.pays === 'points' ? 0 : f.price));

/** Everything that rules.md §12 and §27 ask of a sale, one after the other. Amounts in `slots` are fen. */
export function checksOf(f: CheckFacts): Check[] {
  const cost = costOf(f);
  const level = (good: boolean, otherwise: Level): Level => (good ? 'ok' : otherwise);
  return [
    { name: 'cost', level: level(cost > 0 || f.pays === 'points', 'warn'), slots: { cost, total: cost * f.places } },
    { name: 'cap', level: level(f.spentMost + cost <= f.cap, 'warn'), slots: { cap: f.cap, spent: f.spentMost, people: f.overCap } },
    { name: 'occasion', level: level(f.occasion !== 'other', 'warn'), slots: {} },
    { name: 'form', level: 'ok', slots: {} },
    { name: 'chance', level: 'ok', slots: {} },
    { name: 'tax', level: level(f.tax !== '', 'stop'), slots: {} },
    { name: 'notice', level: level(f.hoursToStart >= f.noticeHours, f.hoursToStart <= 0 ? 'stop' : 'warn'), slots: { hours: f.noticeHours } },
    { name: 'pickUp', level: level(f.pickUp, 'stop'), slots: {} },
    { name: 'pays', level: level(f.pays === 'atHandOver' || (f.pays === 'points' ? f.books : f.gate), 'stop'), slots: {} },
    { name: 'places', level: level(f.members === 0 || f.places <= f.members, 'warn'), slots: { places: f.places, members: f.members } },
    { name: 'picture', level: level(f.pictures > 0, 'warn'), slots: {} },
  ];
}

/** Whether somebody else has to approve, by what it costs in all. */
export const needsApproval = (cost: number, above: number): boolean => cost > above;

/** Claims in each second from the start, as far as they are told apart; at most `most` seconds, later ones left out. */
export function curveOf(seconds: readonly { readonly second: number; readonly n: number }[], most: number): { second: number; n: number; sum: number }[] {
  let sum = 0;
  return seconds.filter((s) => s.second < most).map((s) => {
    sum += s.n;
    return { ...s, sum };
  });
}
