import { generateSecret, generateURI, verifySync } from 'otplib';
import { audit } from '#engines/audit';
import { secrets } from '#platform/secrets';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import {
  type Authenticator, beginAuthenticator, deleteAuthenticator, findAuthenticator, hasRecoveryCode, spendRecoveryCode, spendStep, writeRecoveryCodes,
} from './credential.sql.ts';
import { gateOf, ownerOf, takeTryAt } from './gate.ts';
import { clearGate } from './gate.sql.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { LIMITS } from './limits.rules.ts';
import { numbersOf } from './numbers.ts';
import { clearSecondFactor, markSecondFactor } from './session.sql.ts';
import { newRecoveryCode, tidyRecoveryCode } from './token.ts';

const STEP_SECONDS = 30;

/** The step of a right code (this one, the one before or the one after; RFC 6238), or null. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const r = verifySync({ secret, token: code, epoch: Math.floor(now.getTime() / 1_000), period: STEP_SECONDS, epochTolerance: STEP_SECONDS });
  return r.valid && 'timeStep' in r ? r.timeStep : null;
}

type Owner = { readonly federationId: string; readonly personId: string };

const recoveryHash = (o: Owner, code: string): Buffer => secrets.lookup('recovery-code', `${ownerOf(o.federationId, o.personId)}/${tidyRecoveryCode(code)}`);

/** Finishes a proof inside the transaction that acts on it: uses the step or recovery code up and opens the gate. */
export type Prove = (tx: Tx, by: Actor) => Promise<void>;

type Use = (tx: Tx, by: Actor) => Promise<boolean>;
/** `confirming`: the first code of an authenticator being set up; `status`: 401 while signing in, 403 (usual) for people signed in. */
type Asked = { readonly confirming?: boolean; readonly status?: number };

/** How a right code is used up, or null for a wrong one. */
async function recognise(tx: Tx, o: Owner, found: Authenticator, code: string, confirming: boolean): Promise<Use | null> {
  if (!confirming && !found.confirmedAt) return null;
  if (/^\d{6}$/.test(code)) {
    const step = stepOf(secrets.open(found.secretSealed), code, tx.now);
    return step === null || BigInt(step) <= found.lastStep ? null : (inTx) => spendStep(inTx, o.personId, step, confirming);
  }
  const hash = recoveryHash(o, code);
  if (confirming || !(await hasRecoveryCode(tx, o.personId, hash))) return null;
  return async (inTx, by) => {
    const used = await spendRecoveryCode(inTx, o.personId, hash);
    if (used) await audit.record(inTx, by, words.saidUsedRecovery, { subject: { kind: 'person', id: o.personId } });
    return used;
  };
}

/**
 * Checks a code of the authenticator or a recovery code. The try is counted in a transaction of its own; what is returned must
 * run in the transaction that acts on the proof, and refuses a code that was used meanwhile.
 * @throws Refused secondWrong, secondLocked (429)
 */
export async function proveSecondFactor(o: Owner, typed: string, now: Date, asked: Asked = {}): Promise<Prove> {
  const gate = gateOf('totp', ownerOf(o.federationId, o.personId));
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  const wrong = () => new Refused(words.secondWrong, { status: asked.status ?? 403, fields: [{ path: 'code', why: words.secondWrong }] });
  const { lock } = await numbersOf(o.federationId);
  const use = await here().db.transaction(o.federationId, now, async (tx) => {
    const found = await findAuthenticator(tx, o.personId);
    if (found === null) throw new Refused(words.totpNotBegun);
    const { last } = await takeTryAt(tx, gate, words.secondLocked, lock);
    const right = await recognise(tx, o, found, code, asked.confirming ?? false);
    if (right === null && last) {
      await audit.record(tx, { system: 'identity' }, words.saidSecondLocked, { subject: { kind: 'person', id: o.personId }, slots: { minutes: lock.minutes } });
    }
    return right;
  });
  if (use === null) throw wrong();
  return async (tx, by) => {
    if (!(await use(tx, by))) throw wrong();
    await clearGate(tx, gate);
  };
}

/** Begins to set up an authenticator. Nothing counts before a code confirms it. */
export async function enrol(tx: Tx, by: Actor, locale: Locale): Promise<{ uri: string; secret: string }> {
  const secret = generateSecret();
  if (!(await beginAuthenticator(tx, by.personId, secrets.seal(secret)))) throw new Refused(words.totpAlready);
  await audit.record(tx, by, words.saidBeganTotp, { subject: { kind: 'person', id: by.personId } });
  return { secret, uri: generateURI({ issuer: say(words.totpIssuer, locale), label: by.name, secret, period: STEP_SECONDS }) };
}

async function newRecoveryCodes(tx: Tx, by: Actor): Promise<string[]> {
  const codes = Array.from({ length: LIMITS.recoveryCodes }, newRecoveryCode);
  await writeRecoveryCodes(tx, by.personId, codes.map((c) => recoveryHash(by, c)));
  return codes;
}

/** Confirms the authenticator with its first code: from now on it is asked for, and this session counts as shown. */
export async function confirm(by: Actor, code: string, now: Date): Promise<string[]> {
  await refuseConfirmed(by, now);
  const prove = await proveSecondFactor(by, code, now, { confirming: true });
  return here().db.transaction(by.federationId, now, async (tx) => {
    await prove(tx, by);
    await markSecondFactor(tx, by.sessionId);
    await audit.record(tx, by, words.saidEnrolledTotp, { subject: { kind: 'person', id: by.personId } });
    return newRecoveryCodes(tx, by);
  });
}

async function refuseConfirmed(by: Actor, now: Date): Promise<void> {
  const there = await here().db.transaction(by.federationId, now, (tx) => findAuthenticator(tx, by.personId));
  if (there === null) throw new Refused(words.totpNotBegun);
  if (there.confirmedAt) throw new Refused(words.totpAlready);
}

/** New recovery codes against a code of the authenticator; the old ones stop working. */
export async function renewRecoveryCodes(by: Actor, code: string, now: Date): Promise<string[]> {
  const prove = await proveSecondFactor(by, code, now);
  return here().db.transaction(by.federationId, now, async (tx) => {
    await prove(tx, by);
    await audit.record(tx, by, words.saidRenewedCodes, { subject: { kind: 'person', id: by.personId } });
    return newRecoveryCodes(tx, by);
  });
}

/** Removes the authenticator against one of its codes or a recovery code. Whose office requires one sets up another before the offices work again. */
export async function removeAuthenticator(by: Actor, code: string, now: Date): Promise<void> {
  const prove = await proveSecondFactor(by, code, now);
  await here().db.transaction(by.federationId, now, async (tx) => {
    await prove(tx, by);
    await deleteAuthenticator(tx, by.personId);
    await clearSecondFactor(tx, by.personId);
    await audit.record(tx, by, words.saidRemovedTotp, { subject: { kind: 'person', id: by.personId } });
  });
}
