import { orderly } from '#shared/orderly';

/**
 * The one form of an entry and of a block over which hashes are taken: a JSON array in fixed order, so that anybody
 * with the rows and SHA-256 can recompute the chain. Never change it; a new form gets a new first element.
 */
export type SealedForm = {
  readonly federationId: string;
  readonly id: string;
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ` */
  readonly at: string;
  readonly act: string;
  readonly byKind: string;
  readonly byName: string;
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly unionId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly word: string;
  readonly zh: string;
  readonly en: string;
  readonly slots: unknown;
  readonly basis: unknown;
  readonly fields: readonly string[];
  readonly purpose: string;
};

/** The text of an entry whose SHA-256 a block names. */
export function entryText(e: SealedForm): string {
  return orderly([
    'audit-entry-1', e.federationId, e.id, e.at, e.act, e.byKind, e.byName, e.personId, e.sessionId, e.unionId,
    e.subjectKind, e.subjectId, e.word, e.zh, e.en, e.slots, e.basis, e.fields, e.purpose,
  ]);
}

export type BlockForm = {
  readonly federationId: string;
  readonly block: string;
  /** hexadecimal; 64 zeros before the first block */
  readonly prevHash: string;
  readonly entryIds: readonly string[];
  readonly entryHashes: readonly string[];
  readonly sealedAt: string;
};

/** The text of a block whose SHA-256 the next block names. */
export function blockText(b: BlockForm): string {
  return orderly(['audit-block-1', b.federationId, b.block, b.prevHash, b.entryIds, b.entryHashes, b.sealedAt]);
}

export const NO_HASH = '0'.repeat(64);
