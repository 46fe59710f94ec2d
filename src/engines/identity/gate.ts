import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { reserveTry } from './gate.sql.ts';
import { addMinutes, minutesUntil, type Numbers } from './limits.rules.ts';

/** A credential that can be guessed: `key` names its owner or, when there is none, the name that was typed. */
export type Gate = Buffer;

export const gateOf = (kind: 'password' | 'totp' | 'newPhone' | 'vendor' | 'once', key: string): Gate => secrets.lookup(`gate/${kind}`, key);

/** The key of a known person's gate. */
export const ownerOf = (federationId: string, personId: string): string => `${federationId}/${personId}`;

/**
 * Takes one of the tries, or refuses: locked for 30 minutes after the fifth unless the rulebook says otherwise (rules.md §23, golden row 35). Must be committed
 * before the credential is compared, so that tries sent at the same moment count as well.
 * @returns whether this was the last try: when it fails, the gate stays shut
 */
export async function takeTryAt(tx: Tx, gate: Gate, locked: Word, { tries, minutes }: Numbers['lock']): Promise<{ last: boolean }> {
  const r = await reserveTry(tx, gate, { most: tries, stale: addMinutes(tx.now, -minutes), lockUntil: addMinutes(tx.now, minutes) });
  if ('lockedUntil' in r) throw new Refused(locked, { status: 429, slots: { minutes: minutesUntil(r.lockedUntil, tx.now) } });
  return { last: r.tries >= tries };
}

/**
 * Uses up something that works once and then runs out by itself. `minutes` is at least as long as it lives.
 * @throws `used` the second time
 */
export async function spendOnce(tx: Tx, thing: string, minutes: number, used: Refused): Promise<void> {
  const r = await reserveTry(tx, gateOf('once', thing), { most: 1, stale: addMinutes(tx.now, -minutes), lockUntil: addMinutes(tx.now, minutes) });
  if ('lockedUntil' in r) throw used;
}
