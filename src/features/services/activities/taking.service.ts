import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { calendarOf } from '#shared/calendar-file';
import { Refused } from '#shared/errors';
import { say, type Word } from '#shared/words';
import { type Call, doorWords, Download } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { notify } from '#engines/notify';
import type { api } from './activities.contract.ts';
import { answerFaults, type Answers, RATING_DAYS, tidyAnswers } from './activities.rules.ts';
import * as q from './activities.sql.ts';
import { words } from './activities.words.ts';
import * as t from './taking.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export type FamilyMember = { readonly name: string; readonly relation: string; readonly age: number | null };
type Said = { readonly family: readonly FamilyMember[]; readonly answers: Answers };

/** A published activity as this person may see it. */
export async function loadPublished(tx: Tx, by: Actor, id: string): Promise<q.ActivityRow> {
  const a = await q.findActivity(tx, by, id);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (a.offer === null || a.offer === 'draft') throw new Refused(words.notPublished);
  return a;
}

/** Names of family members as they were sealed. */
export const openFamilyOf = (sealed: Buffer | null): FamilyMember[] => (sealed === null ? [] : (JSON.parse(secrets.open(sealed)) as FamilyMember[]));

function refuseSaid(a: q.ActivityRow, said: Said): void {
  if (said.family.length > a.family) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'family', why: words.familyTooMany, slots: { most: a.family } }] });
  const faults = answerFaults(a.questions, said.answers);
  if (faults.length > 0) throw new Refused(doorWords.checkInput, { status: 400, fields: faults.map((f) => ({ path: `answers.${f.at}`, why: f.why === 'missing' ? words.answerMissing : words.answerWrong })) });
}

async function keepSaid(tx: Tx, a: q.ActivityRow, personId: string, said: Said): Promise<void> {
  const sealed = said.family.length === 0 ? null : secrets.seal(JSON.stringify(said.family));
  await t.putEntries(tx, a.id, [{ personId, family: said.family.length, sealed, answers: tidyAnswers(a.questions, said.answers) }]);
}

const subject = (a: q.ActivityRow) => ({ subject: { kind: 'activity', id: a.id }, unionId: a.unionId, slots: { title: a.title } });

/**
 * Signs up, with family members and answers, in one transaction with the claim: as many places as people come. Sent again with the same key it answers the same;
 * whoever has a place already gets told which, and what was said then stays.
 * @throws Refused 409 as the engine says: full, not begun, over, not eligible
 */
export async function signUp(tx: Tx, by: Actor, { id, key, ...said }: In<'signUp'>) {
  const a = await loadPublished(tx, by, id);
  refuseSaid(a, said);
  const [answer] = await claims.decide(tx, id, [{ personId: by.personId, key, places: 1 + said.family.length, unitId: null, at: tx.now }]);
  if (answer === undefined) throw new Error(`activity ${id} answered nothing`);
  if ('no' in answer) throw claims.refusalFor(answer.offer, answer.no);
  if (answer.fresh) await keepSaid(tx, a, by.personId, said);
  await audit.record(tx, by, words.auditSigned, subject(a));
  return { claimId: answer.claim.id, state: answer.claim.state, places: answer.claim.places };
}

/** Changes what was said when signing up, or says it for a place that came from a colleague or by another way. The number of people stays. */
export async function entry(tx: Tx, by: Actor, { id, ...said }: In<'entry'>) {
  const a = await loadPublished(tx, by, id);
  const place = await t.findPlace(tx, id, by.personId);
  if (place === null || place.state === 'missed') throw new Refused(words.notSignedUp);
  refuseSaid(a, said);
  if (said.family.length !== place.places - 1) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'family', why: words.familyOther, slots: { n: place.places - 1 } }] });
  await keepSaid(tx, a, by.personId, said);
  await audit.record(tx, by, words.auditEntry, subject(a));
  return { id };
}

/** The code that hangs at the place; without it nobody checks in from home. */
export const hereCode = (federationId: string, id: string): string => secrets.lookup('activity/here', `${federationId}/${id}`).subarray(0, 9).toString('base64url');

/** Checks oneself in by the code that hangs at the place. */
export async function checkIn(tx: Tx, by: Actor, { id, here }: In<'checkIn'>) {
  const a = await loadPublished(tx, by, id);
  if (!a.selfCheckIn) throw new Refused(words.noSelfCheckIn);
  const [right, given] = [Buffer.from(hereCode(tx.federationId, id)), Buffer.from(here)];
  if (right.length !== given.length || !timingSafeEqual(right, given)) throw new Refused(words.hereWrong);
  const place = await t.findPlace(tx, id, by.personId);
  if (place === null) throw new Refused(words.notSignedUp);
  if (place.state === 'handed') {
    await audit.record(tx, by, words.auditEntry, subject(a));
    return { id };
  }
  const [result] = await claims.handOver(tx, by, id, [{ code: claims.codesOf(tx.federationId, place).code, at: tx.now, paid: false }]);
  if (result?.why) throw new Refused(result.why.word, result.why.slots ? { slots: result.why.slots } : {});
  return { id };
}

/** The activity as a calendar file. */
export async function calendar(tx: Tx, by: Actor, { id }: In<'calendar'>, call: Call): Promise<Download> {
  const a = await loadPublished(tx, by, id);
  const base = notify.publicUrl();
  const content = calendarOf({
    uid: `${a.id}@${new URL(base).hostname}`, title: a.title, about: a.about.slice(0, 1000), place: a.place, url: `${base}/activities/${a.id}`, organiser: say(words.calendarBy, call.locale, { union: a.union }), startsAt: a.startsAt, endsAt: a.endsAt, stampedAt: tx.now,
    cancelled: a.offer === 'cancelled', sequence: a.version,
  });
  return new Download({ name: `${a.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.ics`, type: 'text/calendar; charset=utf-8', content });
}

/** Whoever was checked in. */
export async function refuseAbsent(tx: Tx, by: Actor, id: string, why: Word = words.notThere): Promise<void> {
  if ((await t.findPlace(tx, id, by.personId))?.state !== 'handed') throw new Refused(why);
}

/** Until when a rating may be changed. */
export const ratingUntil = (at: Date): Date => new Date(at.getTime() + RATING_DAYS * 86_400_000);

/** Rates an activity that one attended: once, to be changed for a week. */
export async function rate(tx: Tx, by: Actor, { id, stars, comment }: In<'rate'>) {
  const a = await loadPublished(tx, by, id);
  await refuseAbsent(tx, by, id);
  if (a.startsAt > tx.now) throw new Refused(words.notOverYet);
  const there = await t.findRating(tx, id, by.personId);
  if (there !== null && ratingUntil(there.at) <= tx.now) throw new Refused(words.ratingFixed, { slots: { days: RATING_DAYS } });
  await t.putRatings(tx, id, [{ personId: by.personId, stars, comment }]);
  await audit.record(tx, by, words.auditRated, subject(a));
  return { id };
}
