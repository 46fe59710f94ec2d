import { audit } from '#engines/audit';
import { findPeople, officesOf, phoneLookup } from '#engines/org';
import type { Actor, Tx } from '#shared/call';
import { type FieldRefusal, Refused } from '#shared/errors';
import { checkCode } from './code.ts';
import { spendCode } from './code.sql.ts';
import { findPassword, selectPastHashes, writePassword } from './credential.sql.ts';
import { gateOf, ownerOf, takeTryAt } from './gate.ts';
import { clearGate } from './gate.sql.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { addMinutes, type Numbers, SHIPPED } from './limits.rules.ts';
import { numbersOf } from './numbers.ts';
import { hashPassword, matches } from './password.hash.ts';
import { tidyPassword, weakness } from './password.rules.ts';
import { deleteSessions, findBegun } from './session.sql.ts';

/** The present password, or a one-time code sent to the own phone. */
export type Proof = { readonly current?: string | undefined; readonly code?: string | undefined };
type Asked = Proof & { readonly password: string };
type Known = { readonly stored: string | null; readonly phone: string | null; readonly own: string[]; readonly administrator: boolean; readonly past: string[]; readonly begun: Date | null; readonly all: Numbers; readonly numbers: Numbers['password'] };

const at = (why: FieldRefusal['why'], path: string, status: number): Refused => new Refused(why, { status, fields: [{ path, why }] });

async function know(tx: Tx, by: Actor, all: Numbers): Promise<Known> {
  const person = (await findPeople(tx, [by.personId])).get(by.personId);
  const offices = await officesOf(tx, by.personId);
  return {
    stored: (await findPassword(tx, by.personId))?.hash ?? null,
    phone: person?.phone ?? null,
    own: [by.name, person?.phone ?? '', person?.staffNumber ?? ''],
    administrator: offices.some((h) => here().rules.administratorOffices.includes(h.office)),
    past: await selectPastHashes(tx, by.personId, all.password.remembered),
    begun: await findBegun(tx, by.personId, by.sessionId),
    all, numbers: all.password,
  };
}

/** A session in which the first password may be set without another proof: begun in this hour or the one before. */
const beganLately = (k: Known, now: Date): boolean => k.begun !== null && now < addMinutes(k.begun, 120);

export type Finish = (tx: Tx) => Promise<void>;

/** Whether it is the person who asks. Tries are counted like those of signing in. */
async function proveKnown(by: Actor, k: Known, o: Proof, now: Date): Promise<Finish> {
  const gate = gateOf('password', ownerOf(by.federationId, by.personId));
  if (o.current !== undefined && k.stored !== null) {
    await here().db.transaction(by.federationId, now, (tx) => takeTryAt(tx, gate, words.locked, k.all.lock));
    if (!(await matches(k.stored, tidyPassword(o.current)))) throw at(words.currentWrong, 'current', 403);
    // Right is right, even if the new password is refused afterwards.
    await here().db.transaction(by.federationId, now, (tx) => clearGate(tx, gate));
    return async () => {};
  }
  if (o.code !== undefined && k.phone !== null) {
    const phone = phoneLookup(k.phone);
    const codeHash = await checkCode(phone, o.code, now, 403);
    return async (tx) => {
      if (!(await spendCode(tx, phone, codeHash))) throw at(words.codeWrong, 'code', 403);
      await clearGate(tx, gate);
    };
  }
  throw at(words.passwordProof, 'current', 403);
}

/**
 * Makes sure that it is the person, before something that a session alone should not do (exporting everything that is held).
 * What is returned must run in the transaction that acts on it.
 * @throws Refused currentWrong, codeWrong, passwordProof (403), locked (429)
 */
export async function proveOwner(by: Actor, o: Proof, now: Date): Promise<Finish> {
  const numbers = await numbersOf(by.federationId);
  const k = await here().db.transaction(by.federationId, now, (tx) => know(tx, by, numbers));
  return proveKnown(by, k, o, now);
}

/** The rules of §23 in order: strength first, then the last five. */
async function refuseWeak(password: string, k: Pick<Known, 'own' | 'administrator' | 'past' | 'numbers'>): Promise<void> {
  const weak = weakness(password, k);
  if (weak) throw new Refused(weak.why, { status: 400, slots: weak.slots ?? {}, fields: [weak] });
  for (const before of k.past) {
    if (await matches(before, password)) throw at(words.passwordUsed, 'password', 400);
  }
}

/**
 * Sets or changes the own password against the present one or a one-time code, and ends all other sessions.
 * @returns how many sessions ended
 */
export async function setPassword(by: Actor, o: Asked, now: Date): Promise<number> {
  const { db } = here();
  const numbers = await numbersOf(by.federationId);
  const k = await db.transaction(by.federationId, now, (tx) => know(tx, by, numbers));
  const first = k.stored === null && o.code === undefined && beganLately(k, now);
  const finish: Finish = first ? async () => {} : await proveKnown(by, k, o, now);
  const password = tidyPassword(o.password);
  await refuseWeak(password, k);
  const hash = await hashPassword(password);
  return db.transaction(by.federationId, now, async (tx) => {
    await finish(tx);
    await writePassword(tx, by.personId, hash, { mustChange: false, remembered: numbers.password.remembered });
    await audit.record(tx, by, words.saidSetPassword, { subject: { kind: 'person', id: by.personId } });
    return deleteSessions(tx, by.personId, { except: by.sessionId });
  });
}

/** The hash of a first password for an administrator, or the refusal why it is too weak. */
export async function firstPassword(typed: string, own: string[]): Promise<string> {
  const password = tidyPassword(typed);
  await refuseWeak(password, { own, administrator: true, past: [], numbers: SHIPPED.password });
  return hashPassword(password);
}
