import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { ledger, type StatementLine } from '#engines/ledger';
import { findUnion } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import * as a from './accounts.sql.ts';
import { debtsOf, findBook } from './book.service.ts';
import { findScheme, listSchemes, type Scheme, titlesOf } from './credits.sql.ts';
import type { api } from './points.contract.ts';
import { olderThan, PER_POINT } from './points.rules.ts';
import { findReservation, listOwn } from './reservations.sql.ts';
import { roundView } from './views.service.ts';
import { listShown } from './rounds.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Line = z.input<(typeof api)['myLines']['out']>['items'][number];
const PAGES = 10;

export const yearOf = (now: Date): number => Number(legalDateOf(now).slice(0, 4));

/** The scheme whose points a person has: that of the own union, else one where points were earned before. */
export async function schemeOf(tx: Tx, by: Actor): Promise<Scheme | null> {
  const [own] = by.membership === null ? [] : await listSchemes(tx, by.membership.path, 'above');
  if (own) return own;
  const [earlier] = await a.listAccountsOf(tx, by.personId);
  return earlier ? findScheme(tx, earlier.schemeId) : null;
}

const EMPTY = { balance: 0, held: 0, debt: 0, available: 0, earned: 0, carried: 0, expiring: 0, expiresOn: null, years: [] };

/** What a person has in a scheme, in hundredths of a point: all of it summed from the ledger. */
export async function walletOf(tx: Tx, schemeId: string, personId: string) {
  const { values } = await rulebook.look(tx, { unionId: schemeId }, ['suggestions.points.keepYears']);
  const keepYears = values['suggestions.points.keepYears'];
  const [book, account] = [await findBook(tx, schemeId), (await a.listAccountsOf(tx, personId)).find((x) => x.schemeId === schemeId)];
  if (book === null || !account) return { ...EMPTY, keepYears };
  const [wallet] = await ledger.balances(tx, book.id, { accounts: [account.walletNo] });
  const debt = Number((await debtsOf(tx, book, [account])).get(account.debtNo) ?? 0n);
  const [balance, held] = [Number(wallet?.balance ?? 0n), Number(wallet?.held ?? 0n)];
  const years = (await a.sumEarned(tx, book.id, [account.walletNo])).map(({ year, amount }) => ({ year, amount })).sort((x, y) => y.year - x.year);
  const [now, earnedBy] = [yearOf(tx.now), new Map(years.map((y) => [y.year, y.amount]))];
  const expiring = olderThan(balance, earnedBy, now + 1 - keepYears);
  return {
    balance, held, debt, available: debt > 0 ? 0 : balance - held, earned: earnedBy.get(now) ?? 0, carried: olderThan(balance, earnedBy, now), expiring, expiresOn: expiring > 0 ? `${now}-12-31` : null, keepYears, years,
  };
}

const KINDS: Readonly<Record<string, Line['kind']>> = { suggestionAdopted: 'adopted', suggestionCompleted: 'completed', suggestionStandardised: 'standardised', prizeReservation: 'exchanged', pointCorrection: 'corrected', pointExpiry: 'expired' };
const kindOf = (l: StatementLine): Line['kind'] => KINDS[l.document.kind] ?? (l.amount > 0n ? 'advanced' : 'repaid');

async function textsOf(tx: Tx, lines: readonly StatementLine[]): Promise<Map<string, { number: string; text: string }>> {
  const ids = (kinds: readonly string[]) => [...new Set(lines.filter((l) => kinds.includes(l.document.kind)).map((l) => l.document.id))];
  const found = new Map<string, { number: string; text: string }>();
  for (const [id, s] of await titlesOf(tx, ids(['suggestionAdopted', 'suggestionCompleted', 'suggestionStandardised']))) found.set(id, { number: s.number, text: s.title });
  for (const c of await a.findCorrections(tx, ids(['pointCorrection']))) found.set(c.id, { number: '', text: c.reason });
  for (const id of ids(['prizeReservation'])) found.set(id, { number: '', text: (await findReservation(tx, id))?.prize ?? '' });
  return found;
}

/** The statement of a wallet for a year, latest line first, at most 2,000 lines. */
export async function linesOf(tx: Tx, schemeId: string, personId: string, year: number): Promise<{ opening: number; items: Line[] }> {
  const [book, account] = [await findBook(tx, schemeId), (await a.listAccountsOf(tx, personId)).find((x) => x.schemeId === schemeId)];
  if (book === null || !account) return { opening: 0, items: [] };
  const lines: StatementLine[] = [];
  const first = await ledger.statement(tx, book.id, account.walletNo, { from: `${year}-01-01`, to: `${year}-12-31`, limit: 200 });
  lines.push(...first.items);
  for (let next = first.next, page = 1; next !== undefined && page < PAGES; page++) {
    const more = await ledger.statement(tx, book.id, account.walletNo, { from: `${year}-01-01`, to: `${year}-12-31`, limit: 200, after: next });
    lines.push(...more.items);
    next = more.next;
  }
  const texts = await textsOf(tx, lines);
  const items = lines.map((l): Line => ({
    id: l.journalId, on: l.on, kind: kindOf(l), red: l.red, amount: Number(l.amount), balance: Number(l.balance), documentId: l.document.id, number: texts.get(l.document.id)?.number ?? '', text: texts.get(l.document.id)?.text ?? '',
  }));
  return { opening: Number(first.opening), items: items.reverse() };
}

/** My points: what I have, what each step brings, the round that is on. */
export async function mine(tx: Tx, by: Actor) {
  const [scheme, year] = [await schemeOf(tx, by), yearOf(tx.now)];
  if (scheme === null) return { scheme: null, worth: { adopted: 0, completed: 0, standardised: 0 }, wallet: { ...EMPTY, keepYears: 0 }, year, round: null, waiting: 0 };
  const { values } = await rulebook.look(tx, { unionId: scheme.unionId }, ['suggestions.points.adopted', 'suggestions.points.completed', 'suggestions.points.standardised']);
  const [round] = await listShown(tx, scheme.unionId);
  const waiting = (await listOwn(tx, by.personId)).filter((v) => v.state === 'reserved').length;
  return {
    scheme: { id: scheme.unionId, name: scheme.name }, year, waiting,
    worth: { adopted: values['suggestions.points.adopted'], completed: values['suggestions.points.completed'], standardised: values['suggestions.points.standardised'] },
    wallet: await walletOf(tx, scheme.unionId, by.personId), round: round ? roundView(round, legalDateOf(tx.now)) : null,
  };
}

/** How my points of a year were earned and spent. */
export async function myLines(tx: Tx, by: Actor, f: In<'myLines'>) {
  const [scheme, year] = [await schemeOf(tx, by), f.year ?? yearOf(tx.now)];
  const unit = by.membership === null ? '' : ((await findUnion(tx, by.membership.unionId))?.name ?? '');
  const found = scheme === null ? { opening: 0, items: [] } : await linesOf(tx, scheme.unionId, by.personId, year);
  return { ...found, name: by.name, unit, year };
}

/** Hundredths of a whole number of points. */
export const hundredths = (points: number): bigint => BigInt(points) * BigInt(PER_POINT);
