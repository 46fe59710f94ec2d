import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Call, doorWords, Limits } from '#platform/http';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { findUnion, findUnionByJoinCode, listAncestors, officersOf, refuseEnded, type Union } from '#engines/org';
import type { api } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';
import { LETTERS_A_DAY } from './letters.rules.ts';
import { countSince } from './letters.sql.ts';
import { words } from './letters.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** The own union and those above it, nearest first. */
async function reach(tx: Tx, by: Actor): Promise<Union[]> {
  const own = by.membership === null ? null : await findUnion(tx, by.membership.unionId);
  return own === null ? [] : [own, ...(await listAncestors(tx, own))].filter((u) => u.state === 'active' || u.state === 'preparing');
}

/** Where a letter of this person may go, with the chairperson's name and the mailbox address. */
export async function mailbox(tx: Tx, by: Actor) {
  const unions = await reach(tx, by);
  const chairs = await officersOf(tx, unions.map((u) => u.id), ['chair']);
  return { unions: unions.map((u) => ({ id: u.id, name: u.name, joinCode: u.joinCode, chair: chairs.find((c) => c.unionId === u.id)?.personName ?? null, email: notify.mailboxAddress(u.joinCode) })) };
}

/** Which union a QR code leads to, for those who write without a session. */
export async function openMailbox(tx: Tx, _by: null, { joinCode }: In<'openMailbox'>) {
  const union = await findUnionByJoinCode(tx, joinCode);
  if (union === null) throw new Refused(doorWords.notFound, { status: 404 });
  refuseEnded(union);
  return { union: union.name, joinCode };
}

type Address = { unionId: string; barred: { personId: string; why: string }[] };

/**
 * Conflict of interest: a letter about the chairperson goes one level up, and every chairperson of the union it comes from
 * is barred from it; without a level above, the vice-chairpersons work on it.
 */
async function addressFor(tx: Tx, union: Union, aboutChair: boolean): Promise<Address> {
  if (!aboutChair) return { unionId: union.id, barred: [] };
  const chairs = await officersOf(tx, [union.id], ['chair']);
  const up = await cases.oneLevelUp(tx, union);
  return { unionId: up?.id ?? union.id, barred: chairs.map((c) => ({ personId: c.personId, why: 'aboutChair' })) };
}

/** Writes a letter to the own union or one above it. */
export async function write(tx: Tx, by: Actor, d: In<'write'>): Promise<{ id: string; number: string }> {
  const reached = await reach(tx, by);
  const union = d.unionId === undefined ? reached[0] : reached.find((u) => u.id === d.unionId);
  if (union === undefined) throw new Refused(d.unionId === undefined ? words.noUnion : words.notYourUnion);
  if ((await countSince(tx, by.personId, instantAt(legalDateOf(tx.now)))) >= LETTERS_A_DAY) throw new Refused(words.tooManyLetters, { slots: { n: LETTERS_A_DAY }, status: 429 });
  const address = await addressFor(tx, union, d.aboutChair);
  const opened = await cases.open(tx, letterProcess, {
    unionId: address.unionId, originUnionId: union.id, title: d.title, text: d.text, privacy: d.privacy, channel: 'phone', author: by, files: d.files,
    facts: { category: d.category, place: d.place, aboutChair: d.aboutChair }, barred: address.barred,
  });
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'letter', id: opened.id });
  return { id: opened.id, number: opened.number };
}

const anonymousPerUnion = new Limits(30, 30);

/** Writes a letter of which nothing leads back: no session was read, no person, address or device is kept. */
export async function writeAnonymous(tx: Tx, _by: null, d: In<'writeAnonymous'>, _call: Call): Promise<{ number: string; code: string }> {
  const union = await findUnionByJoinCode(tx, d.joinCode);
  if (union === null) throw new Refused(doorWords.notFound, { status: 404 });
  refuseEnded(union);
  const wait = anonymousPerUnion.take(union.id, tx.now.getTime());
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
  const address = await addressFor(tx, union, d.aboutChair);
  const opened = await cases.open(tx, letterProcess, {
    unionId: address.unionId, originUnionId: union.id, title: d.title, text: d.text, privacy: 'anonymous', channel: 'phone', files: d.files,
    facts: { category: d.category, place: d.place, aboutChair: d.aboutChair }, barred: address.barred,
  });
  if (d.files.length > 0) await files.attach(tx, null, d.files, { kind: 'letter', id: opened.id });
  if (opened.code === null) throw new Error('an anonymous case without a code');
  return { number: opened.number, code: opened.code };
}
