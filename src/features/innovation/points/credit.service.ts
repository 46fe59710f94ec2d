import type { Tx } from '#shared/call';
import { ledger, type Posting } from '#engines/ledger';
import { rulebook } from '#engines/rulebook';
import { accountsFor, advance, type Book, bookOf, dayFor, payDebts, postAll, summary } from './book.service.ts';
import * as q from './credits.sql.ts';
import { type AuthorShare, type Credit, type Due, keyOf, type Occasion, PER_POINT, planOf, type SuggestionFacts } from './points.rules.ts';
import { words } from './points.words.ts';

/** Most suggestions credited in one call. */
export const AT_ONCE = 2_000;
const DOCUMENT = { adopted: 'suggestionAdopted', completed: 'suggestionCompleted', standardised: 'suggestionStandardised' } as const satisfies Record<Occasion, string>;
const SUMMARY = { adopted: words.summaryAdopted, completed: words.summaryCompleted, standardised: words.summaryStandardised } as const;

/** Points of the rulebook for each occasion of each day that occurs among these suggestions, in hundredths. */
async function valuesFor(tx: Tx, schemeId: string, facts: readonly SuggestionFacts[]): Promise<(occasion: Occasion, on: string) => bigint> {
  const days = new Set(facts.flatMap((s) => [s.adoptedOn, s.completedOn, s.standardisedOn]).filter((d) => d !== null));
  const found = new Map<string, Record<Occasion, number>>();
  for (const on of days) {
    const { values } = await rulebook.resolve(tx, { unionId: schemeId, at: on }, ['suggestions.points.adopted', 'suggestions.points.completed', 'suggestions.points.standardised']);
    found.set(on, { adopted: values['suggestions.points.adopted'], completed: values['suggestions.points.completed'], standardised: values['suggestions.points.standardised'] });
  }
  return (occasion, on) => BigInt((found.get(on)?.[occasion] ?? 0) * PER_POINT);
}

function creditOf(book: Book, d: Due, on: string, wallet: number, title: string): Posting {
  return {
    bookId: book.id, key: keyOf(d), on, summary: summary(SUMMARY[d.occasion], { title }), document: { kind: DOCUMENT[d.occasion], id: d.suggestionId },
    moves: [{ from: book.issued, to: wallet, amount: d.amount, tags: { occasion: d.occasion, unit: d.unitId, year: d.on.slice(0, 4) } }],
  };
}

async function takeBack(tx: Tx, book: Book, accounts: Awaited<ReturnType<typeof accountsFor>>, back: readonly Credit[]): Promise<void> {
  const [first] = back;
  if (!first) return;
  const wanted = new Map<string, bigint>();
  for (const c of back) wanted.set(c.personId, (wanted.get(c.personId) ?? 0n) + c.amount);
  await advance(tx, book, accounts, wanted, first.journalId);
  for (const c of back) await ledger.reverse(tx, { madeBy: null }, { journalId: c.journalId, key: `points/back/${c.journalId}` });
}

async function bring(tx: Tx, schemeId: string, facts: readonly SuggestionFacts[], authors: ReadonlyMap<string, AuthorShare[]>, credits: ReadonlyMap<string, Credit[]>): Promise<{ credited: number; reversed: number }> {
  const value = await valuesFor(tx, schemeId, facts);
  const plans = facts.map((s) => planOf(s, authors.get(s.id) ?? [], credits.get(s.id) ?? [], value));
  const [due, back] = [plans.flatMap((p) => p.due), plans.flatMap((p) => p.back)];
  const scheme = due.length + back.length === 0 ? null : await q.findScheme(tx, schemeId);
  if (scheme === null) return { credited: 0, reversed: 0 };
  const book = await bookOf(tx, scheme);
  const accounts = await accountsFor(tx, book, [...due, ...back].map((x) => x.personId));
  const titles = await q.titlesOf(tx, [...new Set(due.map((d) => d.suggestionId))]);
  const days = new Map<string, string>();
  for (const on of new Set(due.map((d) => d.on))) days.set(on, await dayFor(tx, book, on));
  await postAll(tx, { madeBy: null }, due.map((d) => creditOf(book, d, days.get(d.on) ?? d.on, accounts.get(d.personId)?.walletNo ?? 0, titles.get(d.suggestionId)?.title ?? '')));
  await takeBack(tx, book, accounts, back);
  await payDebts(tx, book, [...accounts.values()]);
  return { credited: due.length, reversed: back.length };
}

/**
 * Brings the ledger to what the dates of these suggestions say: credits what is due and was not credited, takes back what was credited and
 * is no longer due. Asked again, or by two at once, it posts nothing twice. At most 2,000 at once.
 * @returns how many credits were posted and how many taken back
 */
export async function creditDue(tx: Tx, suggestionIds: readonly string[]): Promise<{ credited: number; reversed: number }> {
  if (suggestionIds.length > AT_ONCE) throw new Error(`points: more than ${AT_ONCE} suggestions at once`);
  // The suggestions are locked first: what is read of them and of their credits stays so to the end.
  const facts = await q.lockSuggestions(tx, suggestionIds);
  const ids = facts.map((s) => s.id);
  if (ids.length === 0) return { credited: 0, reversed: 0 };
  const authors = Map.groupBy(await q.listAuthors(tx, ids), (a) => a.suggestionId);
  const credits = Map.groupBy(await q.listCredits(tx, ids), (c) => c.suggestionId);
  const total = { credited: 0, reversed: 0 };
  for (const [schemeId, own] of [...Map.groupBy(facts, (s) => s.schemeId)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { credited, reversed } = await bring(tx, schemeId, own, authors, credits);
    total.credited += credited;
    total.reversed += reversed;
  }
  return total;
}
