import type { Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { formatYuan } from '#shared/money';
import { type Locale, say, type Word } from '#shared/words';
import { claims, type Offer } from '#engines/claims';
import { ledger } from '#engines/ledger';
import { findUnion, listAncestors } from '#engines/org';
import { type Ground, rulebook } from '#engines/rulebook';
import { countMembers, pathsOf, sumSpent } from './figures.sql.ts';
import { type Check, checksOf, costOf } from './sales.rules.ts';
import type { SaleRow } from './sales.sql.ts';
import { words } from './sales.words.ts';

/** The book of points that the part `innovation/points` keeps for a scheme (its book.service.ts): wallets and where spent points go. */
const POINTS = { purpose: 'suggestions.points', wallets: '1', sold: '5' } as const;
const NUMBERS = ['sales.personYear.fen', 'sales.notice.hours', 'sales.approve.aboveFen'] as const;
const HOUR = 3_600_000;

/** The points of the scheme that a union belongs to: its own book, or of the nearest union above that has one. */
export async function pointsFor(tx: Tx, unionId: string): Promise<{ bookId: string; wallets: string; sold: string } | null> {
  const own = await findUnion(tx, unionId);
  if (own === null) return null;
  for (const union of [own, ...(await listAncestors(tx, own))]) {
    const book = await ledger.findBook(tx, union.id, POINTS.purpose);
    if (book) return { bookId: book.id, wallets: POINTS.wallets, sold: POINTS.sold };
  }
  return null;
}

/** What a sale was found to be before it is sent: the checks, whether a second officer is needed, how many may take part. */
export type Checked = { readonly checks: readonly Check[]; readonly needsApproval: boolean; readonly members: number; readonly ruleSetId: string; readonly basis: readonly Ground[] };

/** Checks a sale against rules.md §12 and §27 and the union's rulebook, with what members had before in the year of its start. */
export async function check(tx: Tx, sale: SaleRow, offer: Offer, pictures: number, keep: boolean): Promise<Checked> {
  const where = { unionId: sale.unionId };
  const { values, ruleSetId, basis } = keep ? await rulebook.resolve(tx, where, NUMBERS) : await rulebook.look(tx, where, NUMBERS);
  const roots = (await pathsOf(tx, offer.who.unions.length > 0 ? offer.who.unions : [sale.unionId])).map((u) => u.path);
  const cost = costOf({ worth: Number(sale.worthFen), price: Number(sale.price), pays: sale.pays });
  const year = Number(legalDateOf(sale.opensAt).slice(0, 4));
  const cap = values['sales.personYear.fen'];
  const spent = await sumSpent(tx, roots, { from: instantAt(`${year}-01-01`), to: instantAt(`${year + 1}-01-01`), cost, cap, exceptId: sale.id });
  const members = await countMembers(tx, roots);
  const checks = checksOf({
    worth: Number(sale.worthFen), price: Number(sale.price), pays: sale.pays, places: sale.places, members, occasion: sale.occasion, form: sale.form, tax: sale.tax, cap, spentMost: spent.most, overCap: spent.over,
    noticeHours: values['sales.notice.hours'], hoursToStart: (sale.opensAt.getTime() - tx.now.getTime()) / HOUR, pickUp: offer.place !== '' && offer.handOverFrom !== null && offer.handOverTo !== null,
    books: sale.pays !== 'points' || offer.bookId !== null, gate: claims.hasGate(), pictures,
  });
  return { checks, needsApproval: cost * sale.places > values['sales.approve.aboveFen'], members, ruleSetId, basis };
}

function wordOf(c: Check, sale: SaleRow): Word {
  const good = c.level === 'ok';
  switch (c.name) {
    case 'cost': return good ? words.check_cost : words.check_costNone;
    case 'cap': return good ? words.check_cap : words.check_capOver;
    case 'occasion': return good ? words.check_occasion : words.check_occasionOther;
    case 'form': return words.check_form;
    case 'chance': return words.check_chance;
    case 'tax': return good ? words.check_tax : words.check_taxOpen;
    case 'notice': return good ? words.check_notice : c.level === 'stop' ? words.check_noticePast : words.check_noticeShort;
    case 'pickUp': return good ? words.check_pickUp : words.check_pickUpOpen;
    case 'pays': return good ? words.check_pays : sale.pays === 'points' ? words.check_paysPoints : words.check_paysOnline;
    case 'places': return good ? words.check_places : words.check_placesMany;
    case 'picture': return good ? words.check_picture : words.check_pictureNone;
  }
}

const FEN: readonly string[] = ['cost', 'total', 'cap', 'spent'];

/** A check as a person reads it. */
export function sayCheck(c: Check, sale: SaleRow, locale: Locale): string {
  const slots = Object.fromEntries(Object.entries(c.slots).map(([k, v]) => [k, FEN.includes(k) ? formatYuan(BigInt(v)) : v]));
  return say(wordOf(c, sale), locale, { ...slots, tax: say(words[`tax_${sale.tax}`], locale) });
}

const RESTS_ON: Partial<Record<Check['name'], (typeof NUMBERS)[number]>> = { cap: 'sales.personYear.fen', notice: 'sales.notice.hours' };

/** What a check rests on: document and article; empty where it is arithmetic. */
export function sayCheckBasis(c: Check, basis: readonly Ground[], locale: Locale): string {
  const ground = basis.find((g) => g.param === RESTS_ON[c.name]);
  return ground ? rulebook.sayBasis(ground, locale) : '';
}
