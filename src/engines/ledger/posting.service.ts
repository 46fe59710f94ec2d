import { hash } from 'node:crypto';
import type { Tx } from '#shared/call';
import { type LegalDate, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { loadJournals } from './journals.service.ts';
import { words } from './ledger.words.ts';
import { assertBatch, backwards, bodyText, type Draft, type Makers, MOST, monthOf, netEffects, type Posting } from './posting.rules.ts';
import { changeBalances, insertJournals, lockBooks, lockStandings, selectByKeys, type Standing, type Written } from './posting.sql.ts';

/** What was posted: the journal's id; `again` when it stood there before under the same key. */
export type Posted = { readonly id: string; readonly key: string; readonly again: boolean };

const sha256 = (text: string): string => hash('sha256', text, 'hex');

function refuseDay(tx: Tx, draft: Draft, at: Standing): void {
  const month = monthOf(draft.on);
  if (draft.on > legalDateOf(tx.now)) throw new Refused(words.dayAhead, { slots: { day: draft.on } });
  if (month < at.begins) throw new Refused(words.beforeBook, { slots: { day: draft.on, month: at.begins } });
  if (at.closedThrough !== null && month <= at.closedThrough) throw new Refused(words.monthClosed, { slots: { month } });
}

type Standings = ReadonlyMap<string, Standing>;

const nameOf = (at: Standing): string => `${at.code} ${at.zh}`;

/** Locks what the batch touches: months and accounts of its books, then floored balances, book by book in order. */
export async function lockAccounts(tx: Tx, accounts: readonly { readonly bookId: string; readonly no: number }[]): Promise<Map<string, Standing>> {
  const byBook = [...Map.groupBy(accounts, (a) => a.bookId)].sort(([a], [b]) => (a < b ? -1 : 1));
  await lockBooks(tx, byBook.map(([bookId]) => bookId), 'shared');
  const standings = new Map<string, Standing>();
  for (const [bookId, own] of byBook) {
    for (const at of await lockStandings(tx, bookId, [...new Set(own.map((a) => a.no))])) standings.set(`${bookId} ${at.no}`, at);
  }
  return standings;
}

const touchedBy = (batch: readonly Draft[]): { bookId: string; no: number }[] => batch.flatMap((d) => d.moves.flatMap((m) => [{ bookId: d.bookId, no: m.from }, { bookId: d.bookId, no: m.to }]));

/** Keeps accounts of a book as they are to the end of the transaction, in the order in which postings lock them: look at them, then post. */
export async function lock(tx: Tx, bookId: string, nos: readonly number[]): Promise<void> {
  await lockAccounts(tx, nos.map((no) => ({ bookId, no })));
}

/** Brings what was written into the guarded balances; the floor of the table is the last word. */
async function applyTo(tx: Tx, written: readonly Draft[], standings: Standings): Promise<void> {
  const changes = new Map<string, Map<number, bigint>>();
  for (const [key, debit] of netEffects(written)) {
    const at = standings.get(key);
    if (at?.amount == null || debit === 0n) continue;
    const own = changes.get(at.bookId) ?? new Map<number, bigint>();
    changes.set(at.bookId, own.set(at.no, at.side === 'debit' ? debit : -debit));
  }
  for (const [bookId, own] of changes) await changeBalances(tx, bookId, own, 'amount');
}

function refuseAccounts(tx: Tx, batch: readonly Draft[], standings: Standings): void {
  for (const draft of batch) {
    for (const move of draft.moves) {
      for (const no of [move.from, move.to]) {
        const at = standings.get(`${draft.bookId} ${no}`);
        if (!at) throw new Refused(words.accountMissing, { slots: { account: no }, status: 404 });
        if (at.closed) throw new Refused(words.accountClosed, { slots: { account: nameOf(at) } });
        if (at.heading) throw new Refused(words.accountHeading, { slots: { account: nameOf(at) } });
      }
    }
    const first = standings.get(`${draft.bookId} ${draft.moves[0]?.from}`);
    if (first) refuseDay(tx, draft, first);
  }
}

/** The first account that the batch would bring below zero, if any. */
function firstShort(batch: readonly Draft[], standings: Standings): Refused | null {
  for (const [key, debit] of netEffects(batch)) {
    const at = standings.get(key);
    if (at?.amount == null || at.held == null) continue;
    const change = at.side === 'debit' ? debit : -debit;
    const available = at.amount - at.held;
    if (change < 0n && available + change < 0n) {
      const slots = { account: nameOf(at), available: String(available), wanted: String(-change) };
      return new Refused(words.short, { slots, data: { bookId: at.bookId, no: at.no, available: slots.available, wanted: slots.wanted } });
    }
  }
  return null;
}

/** What stood under the keys before: ids by key. A key with another body is refused. */
async function postedBefore(tx: Tx, batch: readonly Written[]): Promise<Map<string, string>> {
  const hashes = new Map(batch.map((j) => [j.key, j.bodyHash]));
  const before = new Map<string, string>();
  for (const { key, id, bodyHash } of await selectByKeys(tx, batch.map((j) => j.key))) {
    if (hashes.get(key) !== bodyHash) throw new Refused(words.keyTaken, { slots: { key } });
    before.set(key, id);
  }
  return before;
}

/** The batch without repeats of itself, in the order of its keys. */
function onceEach(batch: readonly Draft[]): Written[] {
  const byKey = new Map<string, Written>();
  for (const draft of batch) {
    const written = { ...draft, id: newId(), bodyHash: sha256(bodyText(draft)) };
    const twin = byKey.get(draft.key);
    if (twin && twin.bodyHash !== written.bodyHash) throw new Refused(words.keyTaken, { slots: { key: draft.key } });
    if (!twin) byKey.set(draft.key, written);
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function asRefusal(error: unknown): unknown {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'ledger_balance_floor') return new Refused(words.shortNow);
  if (constraint === 'ledger_journal_reverses') return new Refused(words.reversed);
  return error;
}

async function write(tx: Tx, makers: Makers, fresh: readonly Written[], standings: Standings): Promise<Set<string>> {
  if (fresh.length === 0) return new Set();
  const written = await insertJournals(tx, fresh, makers, newId());
  await applyTo(tx, fresh.filter((j) => written.has(j.id)), standings);
  return written;
}

/** Posts drafts; those that were posted before answer as they did then, also in a month that was closed since. */
async function postDrafts(tx: Tx, makers: Makers, batch: readonly Draft[]): Promise<Posted[]> {
  assertBatch(batch, makers);
  if (batch.length === 0) return [];
  let fresh = onceEach(batch);
  let before = new Map<string, string>();
  const standings = await lockAccounts(tx, touchedBy(fresh));
  const trouble = (): unknown => {
    try {
      refuseAccounts(tx, fresh, standings);
      return firstShort(fresh, standings);
    } catch (error) {
      return error;
    }
  };
  if (trouble()) {
    before = await postedBefore(tx, fresh);
    fresh = fresh.filter((j) => !before.has(j.key));
    const refusal = trouble();
    if (refusal) throw refusal;
  }
  const written = await write(tx, makers, fresh, standings).catch((error: unknown) => { throw asRefusal(error); });
  const left = fresh.filter((j) => !written.has(j.id));
  if (left.length > 0) before = new Map([...before, ...(await postedBefore(tx, left))]);
  const ids = new Map(fresh.filter((j) => written.has(j.id)).map((j) => [j.key, j.id]));
  return batch.map(({ key }) => ({ id: ids.get(key) ?? before.get(key) ?? '', key, again: before.has(key) }));
}

/**
 * Posts up to 1,000 journals at once, of one book or of several, all or none. The same key with the same contents answers
 * what it answered before and posts nothing.
 * @throws Refused when a key was used for other contents, an account is missing, closed or a heading, a floored account
 *   would go below zero (`data` says by how much), or a date lies in a closed month, before the book or ahead of today
 */
export function post(tx: Tx, makers: Makers, batch: readonly Posting[]): Promise<Posted[]> {
  return postDrafts(tx, makers, batch.map((p) => ({ ...p, reverses: null })));
}

/** Which journal is taken back, under which key; `on` is the day of the reversal, today unless told. */
export type Reversal = { readonly journalId: string; readonly key: string; readonly on?: LegalDate };

/**
 * Takes up to 1,000 journals back at once, all or none; see {@link reverse}.
 * @throws Refused as `reverse` does, for the first of them
 */
export async function reverseEach(tx: Tx, makers: Makers, batch: readonly Reversal[]): Promise<Posted[]> {
  const journals = await loadJournals(tx, batch.map((r) => r.journalId));
  return postDrafts(tx, makers, batch.map((how, i): Draft => {
    const journal = journals[i];
    if (!journal || journal.reverses !== null) throw new Refused(words.reversalOfReversal);
    if (journal.reversedBy !== null && journal.reversedBy.key !== how.key) throw new Refused(words.reversed);
    return {
      // A retry on another day is the same reversal.
      bookId: journal.bookId, key: how.key, on: journal.reversedBy?.on ?? how.on ?? legalDateOf(tx.now), document: journal.document, moves: backwards(journal.moves), reverses: journal.id,
      summary: say(words.reversalSummary, 'zh', { summary: journal.summary }).slice(0, 200).trim(),
    };
  }));
}

/**
 * Takes a journal back by a red-letter one (红字冲销): the same amounts the other way, in an open month, once. Accounting
 * Law: posted vouchers are corrected by reversal, never edited (rules.md §13.5).
 * @throws Refused when the journal is missing, is itself a reversal, was reversed under another key, or what it gave has been spent
 */
export async function reverse(tx: Tx, makers: Makers, how: Reversal): Promise<Posted> {
  const [posted] = await reverseEach(tx, makers, [how]);
  if (!posted) throw new Error('ledger: a reversal was not posted');
  return posted;
}

/** The largest batch that `post` takes. */
export const batchSize = MOST.journals;
