import type { Tx } from '#shared/call';
import { setRank } from './claims.sql.ts';
import { offerFor } from './decide.service.ts';
import { fill } from './moves.service.ts';

/**
 * Says at which place of a strict queue somebody waits, where the part knows an order older than that of the claims: a lower number is
 * served before, whoever has none last. Before anything is free for them, that is in the transaction that made the claims.
 */
export async function rankWaiting(tx: Tx, offerId: string, places: readonly { readonly claimId: string; readonly rank: number }[]): Promise<void> {
  await offerFor(tx, offerId, true);
  await setRank(tx, offerId, places);
}

/** Gives what is free to those who wait, in their order: where things became free, or people began to wait, since the last time. @returns how many got one */
export async function moveUp(tx: Tx, offerId: string): Promise<number> {
  return fill(tx, await offerFor(tx, offerId, true));
}
