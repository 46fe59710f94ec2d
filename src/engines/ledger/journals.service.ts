import type { Tx } from '#shared/call';
import type { LegalDate } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type JournalRow, selectJournals, selectOfDocument, selectReversals } from './journals.sql.ts';
import { words } from './ledger.words.ts';
import type { DocumentRef, Move, Posting } from './posting.rules.ts';

/** A posted journal. `reverses` and `reversedBy` refer both ways; nothing in it ever changes. */
export type Journal = Posting & {
  readonly id: string;
  readonly madeBy: string | null;
  readonly checkedBy: string | null;
  readonly postedAt: Date;
  readonly reverses: string | null;
  readonly reversedBy: { readonly id: string; readonly key: string; readonly on: LegalDate } | null;
};

/** The moves of a row as they were given. */
export const movesOf = (row: Pick<JournalRow, 'moves'>): Move[] =>
  row.moves.map((m) => ({ from: m.from, to: m.to, amount: BigInt(m.amount), ...(m.tags ? { tags: m.tags } : {}) }));

/**
 * Journals with their moves, in the order of the ids.
 * @throws Refused (404) when the federation has none of one of them
 */
export async function loadJournals(tx: Tx, ids: readonly string[]): Promise<Journal[]> {
  const found = new Map((await selectJournals(tx, ids)).map((row) => [row.id, row]));
  const backs = new Map((await selectReversals(tx, ids)).map(({ reverses, ...by }) => [reverses, by]));
  return ids.map((id) => {
    const row = found.get(id);
    if (!row) throw new Refused(words.journalMissing, { status: 404 });
    const { documentKind, documentId, bodyHash: _, ...rest } = row;
    return { ...rest, document: { kind: documentKind, id: documentId }, moves: movesOf(row), reversedBy: backs.get(id) ?? null };
  });
}

/**
 * One journal with its moves.
 * @throws Refused (404) when the federation has none of this id
 */
export async function loadJournal(tx: Tx, id: string): Promise<Journal> {
  const [journal] = await loadJournals(tx, [id]);
  if (!journal) throw new Error('ledger: a journal was neither there nor missing');
  return journal;
}

/** Ids of the journals that rest on a document, oldest first, at most 100. */
export const journalsOf = (tx: Tx, document: DocumentRef): Promise<string[]> => selectOfDocument(tx, document.kind, document.id, 100);
