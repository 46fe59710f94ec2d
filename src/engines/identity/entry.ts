import { audit } from '#engines/audit';
import { phoneLookup } from '#engines/org';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import type { Word } from '#shared/words';
import { type Candidate, findByPhone, findByStaffNumber, findPerson } from './candidate.sql.ts';
import { findAuthenticator, findPasswordHash, rewriteHash } from './credential.sql.ts';
import { type Gate, gateOf, ownerOf, takeTryAt } from './gate.ts';
import { clearGate } from './gate.sql.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { addMinutes, LIMITS, type Numbers } from './limits.rules.ts';
import { numbersOf } from './numbers.ts';
import { hashPassword, isOutdated, matches } from './password.hash.ts';
import { tidyPassword } from './password.rules.ts';
import { checkCode, phoneOf } from './code.ts';
import { spendCode } from './code.sql.ts';
import { proveSecondFactor } from './authenticator.ts';
import { asActor, cookieSeconds, openSession, type Origin } from './session.ts';
import { type FirstProof, findTicket, insertTicket, takeTicket, type TicketRow } from './session.sql.ts';
import { hashToken, newSecret } from './token.ts';

/** Where a right credential leads. */
export type Entry =
  | { readonly next: 'in'; readonly token: string; readonly maxAgeSeconds: number }
  | { readonly next: 'totp'; readonly ticket: string }
  | { readonly next: 'choose'; readonly ticket: string; readonly choices: readonly { person: string; name: string; unionName: string }[] };

/** From where, and by which first proof. */
export type Way = Origin & { readonly method: FirstProof };

async function hold(tx: Tx, t: Omit<TicketRow, 'app' | 'device' | 'method'>, way: Way): Promise<string> {
  const ticket = newSecret();
  const { app, device, method } = way;
  await insertTicket(tx, { ...t, app, device, method, tokenHash: hashToken(ticket), expiresAt: addMinutes(tx.now, LIMITS.ticketMinutes) });
  return ticket;
}

/** After the first credential: in, or on to the second step when an authenticator is set up. */
export async function goOn(tx: Tx, c: Candidate, way: Way): Promise<Exclude<Entry, { next: 'choose' }>> {
  const authenticator = await findAuthenticator(tx, c.personId);
  if (authenticator?.confirmedAt) {
    return { next: 'totp', ticket: await hold(tx, { federationId: c.federationId, personId: c.personId, phoneLookup: null }, way) };
  }
  return { next: 'in', token: await openSession(tx, c, { ...way, secondFactor: false }), maxAgeSeconds: cookieSeconds() };
}

const within = <T>(c: Pick<Candidate, 'federationId'>, now: Date, run: (tx: Tx) => Promise<T>): Promise<T> => here().db.transaction(c.federationId, now, run);

/**
 * Signs in with a phone and the code sent to it. Several people behind one phone: the choice comes after the proof.
 * @throws Refused codeWrong for a wrong, used, outdated code and for an unknown phone alike
 */
export async function enterWithCode(o: { phone: string; code: string; unionCode?: string | undefined }, origin: Origin, now: Date): Promise<Entry> {
  const phone = phoneLookup(phoneOf(o.phone));
  const codeHash = await checkCode(phone, o.code, now);
  const way: Way = { ...origin, method: 'code' };
  const people = await here().db.transaction(null, now, async (tx) => {
    const found = await findByPhone(tx, phone, o.unionCode || null);
    if (found.length === 0 || !(await spendCode(tx, phone, codeHash))) throw new Refused(words.codeWrong, { status: 401 });
    return found;
  });
  const [only] = people;
  if (only !== undefined && people.length === 1) return within(only, now, (tx) => goOn(tx, only, way));
  const ticket = await here().db.transaction(null, now, (tx) => hold(tx, { federationId: null, personId: null, phoneLookup: phone }, way));
  return { next: 'choose', ticket, choices: people.map((c) => ({ person: c.personId, name: c.name, unionName: c.unionName })) };
}

type Suspect = { readonly lock: Numbers['lock']; readonly candidate: Candidate | null; readonly stored: string | null; readonly gate: Gate; readonly wrong: Word; readonly last: boolean };

const looksLikePhone = (name: string): boolean => /^[\d\s()+-]{11,}$/.test(name.normalize('NFKC'));

async function namedBy(tx: Tx, name: string, unionCode: string | null): Promise<{ people: Candidate[]; wrong: Word }> {
  if (looksLikePhone(name)) {
    const people = await findByPhone(tx, phoneLookup(phoneOf(name)), unionCode);
    if (people.length > 0) return { people, wrong: words.passwordWrong };
  }
  const people = await findByStaffNumber(tx, name.normalize('NFKC').trim(), unionCode);
  return { people, wrong: unionCode === null && !looksLikePhone(name) ? words.staffWrong : words.passwordWrong };
}

/** Finds whom a name means and takes one of the tries, in a transaction of its own. An unknown name has a gate like a known one. */
async function suspect(name: string, unionCode: string | null, now: Date): Promise<Suspect> {
  const { people, wrong } = await here().db.read(null, now, (tx) => namedBy(tx, name, unionCode));
  const [only] = people;
  const candidate = only !== undefined && people.length === 1 ? only : null;
  const { lock } = await numbersOf(candidate?.federationId ?? null);
  return here().db.transaction(null, now, async (tx) => {
    const gate = gateOf('password', candidate ? ownerOf(candidate.federationId, candidate.personId) : `name/${unionCode ?? ''}/${name.normalize('NFKC').trim().toLowerCase()}`);
    const { last } = await takeTryAt(tx, gate, words.locked, lock);
    // Asked for nobody as well, so that both ways take as long.
    const stored = await findPasswordHash(tx, candidate);
    return { lock, candidate, stored, gate, wrong, last };
  });
}

/**
 * Signs in with a phone or staff number and a password. The try is counted before anything is hashed; names that are unknown,
 * ambiguous or without a password take the same time and get the same sentence.
 * @throws Refused passwordWrong or staffWrong (401), locked (429)
 */
export async function enterWithPassword(o: { name: string; unionCode?: string | undefined; password: string }, origin: Origin, now: Date): Promise<Entry> {
  const s = await suspect(o.name, o.unionCode || null, now);
  const password = tidyPassword(o.password);
  const right = await matches(s.stored, password);
  const c = s.candidate;
  if (!right || c === null || s.stored === null) {
    if (s.last && c !== null) await within(c, now, (tx) => noteLock(tx, c, s.lock.minutes));
    throw new Refused(s.wrong, { status: 401 });
  }
  const stored = s.stored;
  const fresh = isOutdated(stored) ? await hashPassword(password) : null;
  return within(c, now, async (tx) => {
    await clearGate(tx, s.gate);
    if (fresh !== null) await rewriteHash(tx, c.personId, stored, fresh);
    return goOn(tx, c, { ...origin, method: 'password' });
  });
}

async function noteLock(tx: Tx, c: Candidate, minutes: number): Promise<void> {
  await audit.record(tx, { system: 'identity' }, words.saidLocked, {
    subject: { kind: 'person', id: c.personId }, slots: { name: c.name, minutes },
  });
}

async function loadTicket(ticket: string, now: Date): Promise<TicketRow> {
  const t = await here().db.transaction(null, now, (tx) => findTicket(tx, hashToken(ticket)));
  if (t === null) throw new Refused(words.ticketEnded, { status: 401 });
  return t;
}

async function useUp(tx: Tx, ticket: string): Promise<void> {
  if (!(await takeTicket(tx, hashToken(ticket)))) throw new Refused(words.ticketEnded, { status: 401 });
}

/** Goes on as one of the people who share the phone that was proved. */
export async function choose(o: { ticket: string; person: string }, now: Date): Promise<Entry> {
  const t = await loadTicket(o.ticket, now);
  const phone = t.phoneLookup;
  const people = phone === null ? [] : await here().db.transaction(null, now, (tx) => findByPhone(tx, phone, null));
  const chosen = people.find((c) => c.personId === o.person);
  if (chosen === undefined) throw new Refused(words.ticketEnded, { status: 401 });
  return within(chosen, now, async (tx) => {
    await useUp(tx, o.ticket);
    return goOn(tx, chosen, t);
  });
}

/**
 * The second step: a code of the authenticator or a recovery code. The ticket survives wrong codes, the five tries do not.
 * @throws Refused secondWrong (401), secondLocked (429), ticketEnded (401)
 */
export async function enterSecondStep(o: { ticket: string; code: string }, now: Date): Promise<Entry> {
  const t = await loadTicket(o.ticket, now);
  if (t.federationId === null || t.personId === null) throw new Refused(words.ticketEnded, { status: 401 });
  const owner = { federationId: t.federationId, personId: t.personId };
  const prove = await proveSecondFactor(owner, o.code, now, { status: 401 });
  return within(owner, now, async (tx) => {
    const c = await findPerson(tx, owner.personId);
    if (c === null) throw new Refused(words.ticketEnded, { status: 401 });
    await useUp(tx, o.ticket);
    const id = newSecretId();
    await prove(tx, asActor(c, id));
    return { next: 'in', token: await openSession(tx, c, { ...t, id, secondFactor: true }), maxAgeSeconds: cookieSeconds() };
  });
}

/** Signs in as a person of the demonstration, without any credential. Refuses outside demonstration mode. */
export async function enterDemonstration(c: Candidate, origin: Origin, now: Date): Promise<Entry> {
  if (here().mode !== 'demo') throw new Error('the demonstration is not open');
  const token = await within(c, now, (tx) => openSession(tx, c, { ...origin, method: 'demo', secondFactor: true }));
  return { next: 'in', token, maxAgeSeconds: cookieSeconds() };
}
