import type { Tx } from '#shared/call';
import { deleteOver, selectUnknown } from './files.sql.ts';
import { WAITING } from './kinds.rules.ts';
import { store } from './place.service.ts';

/** How many files one sweep erases at most. */
export const BATCH = 500;
const HOUR = 3_600_000;

/**
 * Erases what is over in one federation: uploads that were never sent (24 hours) and files past their keeping.
 * Rows go first and bytes after the commit, so a crash leaves bytes without a row, which {@link sweepStrays} finds.
 * @returns how many files were erased; call again while it is 500
 */
export async function sweep(tx: Tx): Promise<number> {
  const gone = await deleteOver(tx, new Date(tx.now.getTime() - WAITING.hours * HOUR), BATCH);
  tx.afterCommit(async () => {
    for (const id of gone) await store().remove(tx.federationId, id);
  });
  return gone.length;
}

/** Erases bytes on disk that no row speaks of and that are older than a day; answers how many. */
export async function sweepStrays(tx: Tx): Promise<number> {
  let strays = 0;
  for await (const ids of store().idsBefore(tx.federationId, new Date(tx.now.getTime() - WAITING.hours * HOUR))) {
    for (let from = 0; from < ids.length; from += BATCH) {
      const unknown = await selectUnknown(tx, ids.slice(from, from + BATCH));
      for (const id of unknown) await store().remove(tx.federationId, id);
      strays += unknown.length;
    }
  }
  return strays;
}
