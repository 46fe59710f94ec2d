import type { Tx } from '#shared/call';
import { clearGate } from './gate.sql.ts';
import { gateOf, ownerOf } from './gate.ts';
import { deleteCredentials } from './credential.sql.ts';

/** Closes an account: no session, password, authenticator or recovery code of the person is left. Consents stay as evidence. */
export async function forget(tx: Tx, personId: string): Promise<void> {
  await deleteCredentials(tx, personId);
  const owner = ownerOf(tx.federationId, personId);
  await clearGate(tx, gateOf('password', owner));
  await clearGate(tx, gateOf('totp', owner));
}
