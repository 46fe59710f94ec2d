import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { HELD, loadItem, loadKept, loadMine, missing, note, quorumOf, quorumOut, refuseNow, wrong } from './access.service.ts';
import * as t from './items.sql.ts';
import type { room, seat } from './room.contract.ts';
import * as s from './seats.sql.ts';
import { EARLY_MINUTES, type SessionState, SPEAK } from './sessions.rules.ts';
import { lockSession, type SessionRow } from './sessions.sql.ts';
import { words } from './sessions.words.ts';

type In<K extends keyof typeof room> = z.output<(typeof room)[K]['in']>;
type Mine<K extends keyof typeof seat> = z.output<(typeof seat)[K]['in']>;
const DOOR: readonly SessionState[] = ['noticed', 'discussing', 'open', 'sitting', 'adjourned'];
const MINUTE = 60_000;
const OPINIONS_EACH = 20;

const doorOpen = (z: SessionRow, now: Date): boolean => DOOR.includes(z.state) && (z.openedAt !== null || now.getTime() >= z.heldAt.getTime() - EARLY_MINUTES * MINUTE);
function refuseShut(z: SessionRow, now: Date): void {
  if (!DOOR.includes(z.state)) refuseNow(z);
  if (!doorOpen(z, now)) throw new Refused(words.doorShut, { slots: { minutes: EARLY_MINUTES } });
}

/**
 * Takes cards that were read at the door, also such as waited on a device without a network. Each is answered for itself: a scan sent twice is the same
 * check-in. Presence counts for a vote from the next opening on; who opens a vote holds the session, so a check-in is before it or after it.
 */
export async function checkIn(tx: Tx, by: Actor, { id, scans }: In<'checkIn'>, { locale }: Call) {
  const z = await loadKept(tx, by, id, 'share', DOOR);
  refuseShut(z, tx.now);
  const found = await s.lockSeats(tx, id, { ids: scans.flatMap((x) => x.seatId ?? []), codes: scans.flatMap((x) => x.code ?? []) });
  const items = scans.map((scan) => {
    const one = found.find((x) => x.id === scan.seatId || x.code === scan.code);
    if (one === undefined || one.vacant) return { outcome: 'refused' as const, name: '', note: say(words.cardUnknown, locale), id: null, at: scan.at };
    const about = [one.delegation, one.card, say(words[`class_${one.class}`], locale)].filter(Boolean).join(' · ');
    return { outcome: one.here === '' ? ('here' as const) : ('again' as const), name: one.name, note: about, id: one.id, at: scan.at };
  });
  const marks = [...new Map(items.flatMap((x) => (x.outcome === 'here' && x.id !== null ? [[x.id, { id: x.id, at: new Date(Math.min(Date.parse(x.at), tx.now.getTime())) }] as const] : []))).values()];
  await s.setHere(tx, id, marks, 'site');
  await note(tx, by, words.auditCheckIn, z, { n: marks.length });
  return { items: items.map(({ id: _, at: __, ...x }) => x), quorum: quorumOut(await quorumOf(tx, z), locale) };
}

/** Somebody left the hall: no longer counted for the quorum of the next vote. */
export async function leave(tx: Tx, by: Actor, { id, seatId }: In<'leave'>) {
  const z = await loadKept(tx, by, id, 'share', DOOR);
  const [one] = await s.lockSeats(tx, id, { ids: [seatId] });
  if (one === undefined) return missing();
  await s.setGone(tx, id, seatId);
  await note(tx, by, words.auditLeft, z, { name: one.name });
  return { id };
}

/** One's own seat in a session that one may see. @param lock waits for an opening that is under way */
async function loadSeat(tx: Tx, by: Actor, id: string, lock = true): Promise<{ z: SessionRow; mine: s.SeatRow }> {
  if (lock) await lockSession(tx, id, 'share');
  const z = await loadMine(tx, by, id);
  return { z, mine: (await s.findSeat(tx, id, by.personId)) ?? missing() };
}

/** Whether somebody may check in by the own phone now. */
export const mayCheckIn = (z: SessionRow, mine: Pick<s.SeatRow, 'here'> | null, now: Date): boolean => mine !== null && mine.here === '' && z.mode !== 'site' && doorOpen(z, now);

/** Takes part online: only where the session is online or mixed. */
export async function hereOnline(tx: Tx, by: Actor, { id }: Mine<'hereOnline'>) {
  const { z, mine } = await loadSeat(tx, by, id);
  if (z.mode === 'site') throw new Refused(words.onSiteOnly);
  refuseShut(z, tx.now);
  if (mine.here === '') await s.setHere(tx, id, [{ id: mine.id, at: tx.now }], 'online');
  await note(tx, by, words.auditHere, z);
  return { id };
}

/** Leaves a session in which one took part online. */
export async function leaveOnline(tx: Tx, by: Actor, { id }: Mine<'leaveOnline'>) {
  const { z, mine } = await loadSeat(tx, by, id);
  if (mine.here !== 'online') throw new Refused(words.notOnline);
  await s.setGone(tx, id, mine.id);
  await note(tx, by, words.auditLeft, z, { name: mine.name });
  return { id };
}

async function enlistSeat(tx: Tx, by: Actor, z: SessionRow, who: s.SeatRow, d: { itemId: string | null; about: string }): Promise<void> {
  if (!HELD.includes(z.state)) refuseNow(z);
  if (who.here === '') throw new Refused(words.notHere);
  if (d.itemId !== null && !(await t.listItems(tx, z.id)).some((i) => i.id === d.itemId)) missing();
  if ((await t.listSpeakers(tx, z.id)).length >= SPEAK.waiting) throw new Refused(words.speakersMany);
  if (!(await t.insertSpeaker(tx, { id: newId(), sessionId: z.id, itemId: d.itemId, seatId: who.id, about: d.about }))) throw new Refused(words.askedAlready);
  await note(tx, by, words.auditAsked, z, { name: who.name });
}

/** Asks to speak: delegates, observers and guests who are there. */
export async function ask(tx: Tx, by: Actor, { id, itemId, about }: Mine<'ask'>) {
  const { z, mine } = await loadSeat(tx, by, id);
  await enlistSeat(tx, by, z, mine, { itemId, about });
  return { id };
}

/** Takes the own request back. */
export async function withdraw(tx: Tx, by: Actor, { id }: Mine<'withdraw'>) {
  const { z, mine } = await loadSeat(tx, by, id);
  if ((await t.withdrawSpeakers(tx, id, mine.id)) === 0) throw new Refused(words.notAsked);
  await note(tx, by, words.auditAskedBack, z, { name: mine.name });
  return { id };
}

/** Puts somebody of the hall on the list who raised a hand. */
export async function enlist(tx: Tx, by: Actor, { id, seatId, itemId, about }: In<'enlist'>) {
  const z = await loadKept(tx, by, id, 'share', HELD);
  const [who] = await s.lockSeats(tx, id, { ids: [seatId] });
  await enlistSeat(tx, by, z, who ?? missing(), { itemId, about });
  return { id };
}

/** Lets somebody speak; whoever spoke before is done. */
export async function grant(tx: Tx, by: Actor, { id, minutes }: In<'grant'>) {
  const k = (await t.findSpeaker(tx, id)) ?? missing();
  const z = await loadKept(tx, by, k.sessionId, 'update', HELD);
  if (!(await t.setSpeaking(tx, k, minutes))) throw new Refused(words.notAsked);
  await note(tx, by, words.auditGranted, z, { name: k.name });
  return { id };
}

/** Whoever speaks is done. */
export async function end(tx: Tx, by: Actor, { id }: In<'end'>) {
  const k = (await t.findSpeaker(tx, id)) ?? missing();
  const z = await loadKept(tx, by, k.sessionId, 'update');
  await t.endSpeeches(tx, k.sessionId);
  await note(tx, by, words.auditSpoke, z, { name: k.name });
  return { id };
}

const OPINING: readonly SessionState[] = ['noticed', 'discussing', 'open', 'sitting', 'adjourned'];

/** Writes an opinion to an item, or, as head of a delegation, what the delegation gathered. */
export async function sayOpinion(tx: Tx, by: Actor, { id, text, gathered }: Mine<'say'>) {
  const i = (await t.findItem(tx, id)) ?? missing();
  const { z, mine } = await loadSeat(tx, by, i.sessionId);
  if (!OPINING.includes(z.state) || i.state === 'withdrawn') refuseNow(z);
  if (mine.class !== 'delegate') throw new Refused(words.delegatesOnly, { status: 403 });
  if (gathered && (!mine.head || mine.delegationId === null)) throw new Refused(words.headOnly, { status: 403 });
  const n = await t.putOpinion(tx, { id: newId(), sessionId: z.id, itemId: id, delegationId: mine.delegationId, delegation: mine.delegation, sort: gathered ? 'gathered' : 'own', personId: by.personId, name: mine.name, text });
  if (n > OPINIONS_EACH) throw new Refused(words.opinionsMany, { slots: { most: OPINIONS_EACH } });
  await note(tx, by, gathered ? words.auditGathered : words.auditOpinion, z, { item: i.title });
  return { id };
}

/** What a delegation gathered, written by the office. */
export async function gather(tx: Tx, by: Actor, { id, delegationId, text }: In<'gather'>) {
  const { z, i } = await loadItem(tx, by, id, OPINING);
  const of = (await s.sumDelegations(tx, z.id)).find((d) => d.id === delegationId) ?? missing();
  await t.putOpinion(tx, { id: newId(), sessionId: z.id, itemId: id, delegationId, delegation: of.name, sort: 'gathered', personId: by.personId, name: by.name, text });
  await note(tx, by, words.auditGathered, z, { item: i.title });
  return { id };
}

/** Says what became of an opinion; a declined one with the reason. */
export async function answer(tx: Tx, by: Actor, { id, taken, answer: told }: In<'answer'>) {
  const o = (await t.findOpinion(tx, id)) ?? missing();
  const z = await loadKept(tx, by, o.sessionId, 'update');
  if (taken === 'declined' && told === '') wrong('answer', words.whyDeclined);
  await t.setTaken(tx, id, taken, told);
  await note(tx, by, words.auditAnswered, z, { item: o.item });
  return { id };
}

