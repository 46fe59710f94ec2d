import { timingSafeEqual } from 'node:crypto';
import { findPeople, phoneLookup } from '#engines/org';
import { log } from '#platform/log';
import { secrets } from '#platform/secrets';
import type { Actor } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskPhone, readPhone } from '#shared/phone';
import { type Locale, say } from '#shared/words';
import { type Candidate, findByPhone } from './candidate.sql.ts';
import { type CodeRow, takeTry, writeCode } from './code.sql.ts';
import { gateOf, ownerOf, takeTryAt } from './gate.ts';
import { type CodeMessage, here } from './house.ts';
import { words } from './identity.words.ts';
import { addMinutes, LIMITS, minutesUntil } from './limits.rules.ts';
import { newCode } from './token.ts';

/**
 * A typed phone in the form org keeps it; only numbers that take short messages.
 * @throws Refused badPhone (400)
 */
export function phoneOf(typed: string): string {
  const read = readPhone(typed);
  if (read.ok && (read.kind === 'mobile' || read.kind === 'international')) return read.number;
  throw new Refused(words.badPhone, { status: 400, fields: [{ path: 'phone', why: words.badPhone }] });
}

const hashCode = (phone: Buffer, code: string): Buffer => secrets.lookup('one-time-code', `${phone.toString('hex')}/${code}`);

function refuseResend(row: CodeRow, now: Date): never {
  const wait = Math.ceil((row.sentAt.getTime() + LIMITS.code.resendSeconds * 1_000 - now.getTime()) / 1_000);
  if (wait > 0) throw new Refused(words.codeTooSoon, { status: 429, slots: { seconds: wait }, data: { seconds: wait } });
  throw new Refused(words.codeTooMany, { status: 429, slots: { minutes: minutesUntil(addMinutes(row.hourFrom, 60), now) } });
}

const told = () => ({ resendAfterSeconds: LIMITS.code.resendSeconds, validSeconds: LIMITS.code.minutes * 60 });

/** Writes the code down, within the limits of the phone; answers who has it. */
async function write(phone: string, code: string, now: Date): Promise<Candidate[]> {
  const lookup = phoneLookup(phone);
  const { minutes, resendSeconds, perHour } = LIMITS.code;
  return here().db.transaction(null, now, async (tx) => {
    const inTheWay = await writeCode(tx, lookup, hashCode(lookup, code), {
      expiresAt: addMinutes(now, minutes), lastSentBefore: new Date(now.getTime() - resendSeconds * 1_000), hourBefore: addMinutes(now, -60), perHour,
    });
    if (inTheWay !== null) refuseResend(inTheWay, now);
    return findByPhone(tx, lookup, null);
  });
}

function send(to: Pick<CodeMessage, 'federationId' | 'personId' | 'phone' | 'code'>, locale: Locale, now: Date): void {
  const message = { ...to, text: say(words.codeMessage, locale, { code: to.code, minutes: LIMITS.code.minutes }), at: now };
  setImmediate(() => here().sendCode(message).catch((error: unknown) => log.error({ error }, 'a one-time code could not be sent')));
}

/** How many new numbers a person may try: as a lock, like wrong tries. */
const NEW_PHONES = { tries: 5, minutes: 30 } as const;

/**
 * Sends a one-time code. A phone that nobody has leaves the same row, gets the same answer in the same time and the same limits:
 * one in 60 seconds, five an hour. The message goes out after the answer.
 */
export async function requestCode(typed: string, locale: Locale, now: Date): Promise<{ resendAfterSeconds: number; validSeconds: number }> {
  const phone = phoneOf(typed);
  const code = newCode();
  const [holder] = await write(phone, code, now);
  if (holder !== undefined) send({ federationId: holder.federationId, personId: holder.personId, phone, code }, locale, now);
  return told();
}

/**
 * Sends a code to a phone that is to become the person's own. Nobody needs to have it yet, so a person may do this for few numbers
 * only: five in half an hour, then not for the next.
 * @throws Refused badPhone (400), locked (429), and what {@link requestCode} refuses
 */
export async function requestCodeTo(by: Actor, typed: string, locale: Locale, now: Date): Promise<{ resendAfterSeconds: number; validSeconds: number }> {
  const phone = phoneOf(typed);
  const gate = gateOf('newPhone', ownerOf(by.federationId, by.personId));
  await here().db.transaction(null, now, (tx) => takeTryAt(tx, gate, words.newPhoneLocked, NEW_PHONES));
  const code = newCode();
  await write(phone, code, now);
  send({ federationId: by.federationId, personId: by.personId, phone, code }, locale, now);
  return told();
}

/**
 * Sends a code to the own phone, to prove that it is the person: screens know it masked only.
 * @throws Refused noPhone (409) when no phone is on record, and what {@link requestCode} refuses
 */
export async function requestOwnCode(by: Actor, locale: Locale, now: Date): Promise<{ phone: string; resendAfterSeconds: number; validSeconds: number }> {
  const people = await here().db.transaction(by.federationId, now, (tx) => findPeople(tx, [by.personId]));
  const phone = people.get(by.personId)?.phone ?? null;
  if (phone === null) throw new Refused(words.noPhone);
  return { phone: maskPhone(phone), ...(await requestCode(phone, locale, now)) };
}

/**
 * Takes one of the code's five tries and compares. The code is not used up yet: see `spendCode`.
 * @param status of the refusal: 401 while signing in, 403 for people signed in
 * @throws Refused codeWrong
 */
export async function checkCode(phone: Buffer, code: string, now: Date, status = 401): Promise<Buffer> {
  const expected = await here().db.transaction(null, now, (tx) => takeTry(tx, phone, LIMITS.code.tries));
  const given = hashCode(phone, code.normalize('NFKC'));
  if (expected === null || !timingSafeEqual(expected, given)) throw new Refused(words.codeWrong, { status, fields: [{ path: 'code', why: words.codeWrong }] });
  return expected;
}
