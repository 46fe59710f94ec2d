import { leafHash as leafOfBytes, type Sha256 } from '#shared/merkle';
import { orderly } from '#shared/orderly';
import type { AccountRow } from './accounts.rules.ts';

/**
 * The forms over which hashes of the chain are taken: JSON arrays in fixed order, so that anybody with the rows and SHA-256
 * can recompute them. Never change one; a new form gets a new first element.
 */
export type JournalForm = {
  readonly id: string;
  readonly key: string;
  /** SHA-256 of what the journal says (`ledger-body-1`), hexadecimal */
  readonly bodyHash: string;
  readonly madeBy: string | null;
  readonly checkedBy: string | null;
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ` */
  readonly postedAt: string;
};

/** The leaf of a journal. */
export const journalText = (bookId: string, j: JournalForm): string =>
  JSON.stringify(['ledger-journal-1', bookId, j.id, j.key, j.bodyHash, j.madeBy, j.checkedBy, j.postedAt]);

/** The leaf of an account: what may never change about it, whose it is above all. */
export const accountText = (bookId: string, a: AccountRow): string =>
  JSON.stringify(['ledger-account-1', bookId, a.no, a.code, a.zh, a.en, a.kind, a.side, a.floored, a.heading, a.parentNo, a.subjectKind, a.subjectId]);

export type BlockForm = {
  readonly federationId: string;
  readonly bookId: string;
  readonly block: string;
  readonly prevHash: string;
  readonly accountNos: readonly number[];
  readonly journalIds: readonly string[];
  /** root of the Merkle tree of the leaves: accounts first, then journals */
  readonly root: string;
  readonly sealedAt: string;
};

/** The text of a block whose SHA-256 the next block names. */
export const blockText = (b: BlockForm): string =>
  orderly(['ledger-block-1', b.federationId, b.bookId, b.block, b.prevHash, b.accountNos.length, b.journalIds.length, b.root, b.sealedAt]);

export const NO_HASH = '0'.repeat(64);

const utf8 = new TextEncoder();

/** The leaf's hash of a text. */
export const leafHash = (sha256: Sha256, text: string): Uint8Array => leafOfBytes(sha256, utf8.encode(text));
