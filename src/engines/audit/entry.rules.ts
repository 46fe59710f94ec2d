import type { Actor } from '#shared/call';
import type { Slots, Word } from '#shared/words';
import { looksSecret, veil } from './secrets.rules.ts';

/** A value in a sentence; a word is said in the language of whoever reads the log. */
export type AuditSlots = Readonly<Record<string, string | number | Word>>;

/** What was acted on: a kind in the part's own words (`letter`, `membership`) and its id. */
export type Subject = { readonly kind: string; readonly id: string };

/** Who acts: a person, nobody (an anonymous act: nothing that leads to the person is kept) or a job of the system. */
export type By = Actor | null | { readonly system: string };

/** One line as it is written. */
export type Entry = {
  readonly id: string;
  readonly act: 'write' | 'look';
  readonly byKind: 'person' | 'anonymous' | 'system';
  readonly byName: string;
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly unionId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly word: string;
  readonly zh: string;
  readonly en: string;
  readonly slots: AuditSlots;
  readonly basis: Slots;
  readonly fields: readonly string[];
  readonly purpose: string;
};

/** What a caller tells about an act. */
export type Line = {
  readonly subject: Subject;
  /** the union whose officers may read the line; none: only the top union's */
  readonly unionId?: string | null;
  readonly slots?: AuditSlots;
  /** what a decision rested on: `ruleSetId`, figures */
  readonly basis?: Slots;
};

function assert(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Error(`audit: ${why}`);
}

/** Slots and figures may not hold what looks like an identity number, a phone, a card or a follow-up code. */
function assertNoSecrets(word: string, values: AuditSlots): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'object') continue;
    assert(!looksSecret(value), `slot ${name} of ${word} looks like an identity number, a phone or a card; use veil()`);
    assert(String(value).length <= 500, `slot ${name} of ${word} is longer than 500 characters`);
  }
}

type Author = Pick<Entry, 'byKind' | 'byName' | 'personId' | 'sessionId'>;

function authorOf(by: By): Author {
  if (by === null) return { byKind: 'anonymous', byName: '', personId: null, sessionId: null };
  if ('system' in by) return { byKind: 'system', byName: by.system, personId: null, sessionId: null };
  return { byKind: 'person', byName: by.name, personId: by.personId, sessionId: by.sessionId };
}

/** A line about something that was written. Throws (our bug) when a slot looks like a secret or a subject is missing. */
export function writtenLine(id: string, by: By, word: Word, line: Line): Entry {
  const slots = line.slots ?? {};
  const basis = line.basis ?? {};
  assert(/^.{1,60}$/.test(line.subject.kind) && /^.{1,100}$/.test(line.subject.id), `${word.code} has no subject`);
  assertNoSecrets(word.code, slots);
  assertNoSecrets(word.code, basis);
  return {
    id, act: 'write', ...authorOf(by), unionId: line.unionId ?? null,
    subjectKind: line.subject.kind, subjectId: line.subject.id,
    word: word.code, zh: word.zh, en: word.en, slots, basis, fields: [], purpose: '',
  };
}

/** A look at personal fields: which, whose and what for. */
export type Look = {
  readonly subject: Subject & { readonly name?: string };
  readonly unionId?: string | null;
  /** names of fields, as in the part's contract: `idNumber`, `phone` … */
  readonly fields: readonly string[];
  /** as typed by the person who looks, 2 to 200 characters */
  readonly purpose: string;
};

/** A line about a look at personal fields; numbers in the purpose are veiled. */
export function lookedLine(id: string, by: By, word: Word, look: Look): Entry {
  assert(by !== null, 'nobody looks at personal fields without a name');
  assert(look.fields.length >= 1 && look.fields.length <= 30, 'a look names 1 to 30 fields');
  assert(look.fields.every((f) => /^[A-Za-z][A-Za-z0-9.]{0,59}$/.test(f)), 'fields are names, not values');
  const purpose = veil(look.purpose);
  const written = writtenLine(id, by, word, {
    subject: look.subject,
    unionId: look.unionId,
    slots: { subject: veil(look.subject.name ?? look.subject.kind), purpose },
  });
  return { ...written, act: 'look', fields: [...look.fields], purpose };
}
