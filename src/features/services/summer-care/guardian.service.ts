import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { atField, openChild, ownEntry, subject } from './access.service.ts';
import * as d from './days.sql.ts';
import * as q from './entries.sql.ts';
import type { Session } from './programmes.sql.ts';
import { consentOf } from './signing.service.ts';
import type { api, Certificate } from './summer-care.contract.ts';
import { beginsAt, daysOf, endsAt } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** Keeps allergies and health, with the separate consent to them. */
export async function notes(tx: Tx, by: Actor, { id, notes: said }: In<'notes'>) {
  const { s } = await ownEntry(tx, by, id);
  if (tx.now >= endsAt(s)) throw new Refused(words.isOver);
  if (said.consentNo !== s.consentNo) throw atField('notes.consentNo', words.consentOther);
  const consent = await consentOf(tx, s);
  await q.setNotes(tx, id, { sealed: secrets.seal(said.text), no: consent.no, hash: consent.hash });
  await audit.record(tx, by, words.auditNotes, subject(s));
  return { id };
}

/** Withdraws the consent to health notes: they are wiped in this very transaction; that they were consented to and withdrawn stays. */
export async function withdrawNotes(tx: Tx, by: Actor, { id }: In<'withdrawNotes'>) {
  const { e, s } = await ownEntry(tx, by, id);
  if (e.notesSealed === null) throw new Refused(words.noNotes);
  await q.setNotes(tx, id, null);
  await audit.record(tx, by, words.auditWithdrawn, subject(s));
  return { id };
}

/** Agrees to the consent text that is in force now. */
export async function agree(tx: Tx, by: Actor, { id, consentNo }: In<'agree'>) {
  const { s } = await ownEntry(tx, by, id);
  if (consentNo !== s.consentNo) throw new Refused(words.consentOther);
  const consent = await consentOf(tx, s);
  await q.setConsent(tx, id, consent.no, consent.hash);
  await audit.record(tx, by, words.auditAgreed, { ...subject(s), slots: { title: s.title, n: consent.no } });
  return { id };
}

/** Says that the child stays away on a day of the session, or comes after all. */
export async function excuse(tx: Tx, by: Actor, { id, day, away }: In<'excuse'>) {
  const { s } = await ownEntry(tx, by, id);
  if (day < legalDateOf(tx.now)) throw new Refused(words.dayPast);
  const there = await d.lockDay(tx, id, day);
  if (there === null) throw new Refused(words.dayUnknown);
  if (there.arrivedAt !== null) throw new Refused(words.alreadyGone);
  await d.setExcused(tx, id, day, away ? tx.now : null);
  await audit.record(tx, by, away ? words.auditExcused : words.auditBack, { ...subject(s), slots: { title: s.title, day } });
  return { id };
}

/** Makes a lost pick-up code invalid: the person gets another one. */
export async function newCode(tx: Tx, by: Actor, { id, personId }: In<'newCode'>) {
  const { s } = await ownEntry(tx, by, id);
  if (!(await q.listPickups(tx, [id])).some((p) => p.id === personId)) throw new Refused(words.personGone);
  await q.nextCode(tx, personId);
  await audit.record(tx, by, words.auditNewCode, subject(s));
  return { id };
}

/** Gives the place back: before the first day everything about the child goes at once; later the days to come are given up. Whoever waits moves up. */
export async function cancel(tx: Tx, by: Actor, { id }: In<'cancel'>) {
  const { e, s } = await ownEntry(tx, by, id);
  if (tx.now >= endsAt(s)) throw new Refused(words.isOver);
  if (e.claimId === null) throw new Error(`entry ${id} has no claim`);
  if ((e.state === 'taken' && tx.now >= beginsAt(s)) || e.state === 'handed') await claims.giveBack(tx, by, e.claimId);
  else await claims.cancel(tx, by, e.claimId);
  await audit.record(tx, by, words.auditCancelled, subject(s));
  return { id };
}

/** What a certificate says. */
export function certificateOf(s: Session, e: q.Entry, came: number): z.input<typeof Certificate> {
  return { id: e.id, child: openChild(e)?.name ?? '', programme: s.programme, session: s.title, site: s.site, union: s.union, startsOn: s.startsOn, endsOn: s.endsOn, came, days: daysOf(s).length, on: s.endsOn };
}

/** The certificate of a child who came, from the last day on. */
export async function certificate(tx: Tx, by: Actor, { id }: In<'certificate'>) {
  const { e, s } = await ownEntry(tx, by, id, false);
  if (e.forgottenAt !== null || e.childSealed === null) throw new Refused(words.forgotten);
  if (legalDateOf(tx.now) < s.endsOn) throw new Refused(words.notEnded, { slots: { day: s.endsOn } });
  const came = (await d.listDays(tx, [id])).filter((x) => x.arrivedAt !== null).length;
  if (came === 0) throw new Refused(words.neverCame);
  return certificateOf(s, e, came);
}
