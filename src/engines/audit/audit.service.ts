import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Locale, type Slots, say, type Word } from '#shared/words';
import { insertEntries, selectEntries, type EntryFilter, type EntryRow } from './audit.sql.ts';
import { words } from './audit.words.ts';
import { type AuditSlots, type By, type Entry, type Line, type Look, lookedLine, writtenLine } from './entry.rules.ts';

const counts = new WeakMap<Tx, number>();

/** How many lines this transaction has left in the log: what the front door asks after every write. */
export const auditedCount = (tx: Tx): number => counts.get(tx) ?? 0;

async function write(tx: Tx, entries: readonly Entry[]): Promise<void> {
  await insertEntries(tx, entries);
  counts.set(tx, auditedCount(tx) + entries.length);
}

/**
 * Leaves one line: who did what to what. It is written inside the business transaction and shares its fate.
 * @param by a person, `null` for an anonymous act (no person, no session, no address is kept), or `{ system: 'name' }`
 * @param word the sentence without its author, as in `['受理了来信{no}', 'accepted letter {no}']`
 * @throws Error (our bug) when a slot looks like an identity number, a phone, a card or a follow-up code
 */
export async function record(tx: Tx, by: By, word: Word, line: Line): Promise<void> {
  await write(tx, [writtenLine(newId(), by, word, line)]);
}

/** The same for many subjects at once (at most 5,000), in one statement. */
export async function recordEach(tx: Tx, by: By, word: Word, lines: readonly Line[]): Promise<void> {
  if (lines.length > 5_000) throw new Error('audit: more than 5,000 lines at once');
  if (lines.length > 0) await write(tx, lines.map((line) => writtenLine(newId(), by, word, line)));
}

/**
 * Leaves a line about a look at personal fields that are masked elsewhere. Call it before the fields are read,
 * in a call that may write (POST).
 * @throws Refused when the purpose is shorter than two characters
 */
export async function looked(tx: Tx, by: By, look: Look): Promise<void> {
  if (look.purpose.trim().length < 2) throw new Refused(words.purposeMissing, { status: 400 });
  await write(tx, [lookedLine(newId(), by, words.looked, look)]);
}

const FIELD: Readonly<Record<string, Word>> = {
  idNumber: words.fieldIdNumber, phone: words.fieldPhone, email: words.fieldEmail, bankCard: words.fieldBankCard,
  birthDate: words.fieldBirthDate, address: words.fieldAddress, health: words.fieldHealth, income: words.fieldIncome,
  author: words.fieldAuthor,
};

const fieldNames = (fields: readonly string[], locale: Locale): string =>
  fields.map((f) => (FIELD[f] ? say(FIELD[f], locale) : f)).join(locale === 'zh' ? '、' : ', ');

function spoken(slots: AuditSlots, locale: Locale): Slots {
  return Object.fromEntries(Object.entries(slots).map(([k, v]) => [k, typeof v === 'object' ? v[locale] : v]));
}

function authorName(row: EntryRow, locale: Locale): string {
  if (row.by_kind === 'anonymous') return say(words.nobody, locale);
  return row.by_kind === 'system' ? say(words.system, locale) : row.by_name;
}

/** One line as a reader sees it. `sealed` is false for the few seconds before a block takes it in. */
export type ReadLine = {
  readonly id: string;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly act: 'write' | 'look';
  readonly by: { readonly kind: 'person' | 'anonymous' | 'system'; readonly name: string; readonly personId: string | null };
  readonly union: { readonly id: string; readonly name: string } | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly word: string;
  readonly sentence: string;
  readonly basis: Slots;
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly sealed: boolean;
};

function readLine(row: EntryRow, locale: Locale): ReadLine {
  const slots = { ...spoken(row.slots, locale), ...(row.act === 'look' ? { fields: fieldNames(row.fields, locale) } : {}) };
  return {
    id: row.id,
    at: `${row.at.slice(0, 23)}Z`,
    act: row.act,
    by: { kind: row.by_kind, name: authorName(row, locale), personId: row.person_id },
    union: row.union_id && row.union_name !== null ? { id: row.union_id, name: row.union_name } : null,
    subject: { kind: row.subject_kind, id: row.subject_id },
    word: row.word,
    sentence: say({ code: row.word, zh: row.zh, en: row.en }, locale, slots),
    basis: row.basis,
    fields: row.fields,
    purpose: row.purpose,
    sealed: row.sealed,
  };
}

/** What a reader may ask: see {@link list}. */
export type Search = Omit<EntryFilter, 'scopes' | 'before' | 'limit'> & {
  /** `next` of the page before */
  readonly after?: string;
  /** 1 to 100 */
  readonly limit: number;
};

const isTop = (path: string): boolean => /^\/[^/]+\/$/.test(path);

function placeOf(token: string): { at: string; id: string } {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([0-9a-f-]{36})$/.exec(token) ?? [];
  if (!at || !id) throw new Refused(words.pageLost, { status: 400 });
  return { at, id };
}

/**
 * Lines newest first, with the sentence in the reader's language.
 * @param scopes roots of the subtrees the reader may see (`scopesOf(by, …)`); whoever holds the top union also sees
 *   the lines that belong to no union
 */
export async function list(
  tx: Tx, scopes: readonly string[], asked: Search, locale: Locale,
): Promise<{ items: ReadLine[]; next?: string }> {
  const { after, limit, ...filter } = asked;
  const size = Math.min(Math.max(limit, 1), 100);
  const found = await selectEntries(tx, {
    ...filter, scopes: scopes.some(isTop) ? null : scopes, before: after ? placeOf(after) : undefined, limit: size + 1,
  });
  const page = found.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map((row) => readLine(row, locale)),
    next: found.length > size && last ? `${last.at}~${last.id}` : undefined,
  };
}
