import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { maskName } from '#shared/person-name';
import { readPhone } from '#shared/phone';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { isStaff } from './days.sql.ts';
import type { Pickup, Entry } from './entries.sql.ts';
import { findEntry } from './entries.sql.ts';
import * as q from './programmes.sql.ts';
import type { Relation } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';

export const KIND = 'summerCare';
export const KEEP = 'summerCare.keep';

/** What is sealed about a child, about somebody who picks one up or is called, and about a release. */
export type ChildFacts = { readonly name: string; readonly birth: string; readonly sex: 'male' | 'female' };
export type PersonFacts = { readonly name: string; readonly phone: string; readonly relation: Relation };
export type ReleaseFacts = PersonFacts & { readonly reason: string };

export const seal = (facts: ChildFacts | PersonFacts | ReleaseFacts): Buffer => secrets.seal(JSON.stringify(facts));
const opened = <T>(sealed: Buffer | null): T | null => (sealed === null ? null : (JSON.parse(secrets.open(sealed)) as T));
export const openChild = (e: Pick<Entry, 'childSealed'>): ChildFacts | null => opened<ChildFacts>(e.childSealed);
export const openPerson = (sealed: Buffer | null): PersonFacts | null => opened<PersonFacts>(sealed);
export const openRelease = (sealed: Buffer | null): ReleaseFacts | null => opened<ReleaseFacts>(sealed);
export const openText = (sealed: Buffer | null): string => (sealed === null ? '' : secrets.open(sealed));
export const openPeople = (list: readonly Pickup[]): (Pickup & { readonly facts: PersonFacts })[] => list.flatMap((p) => { const facts = openPerson(p.sealed); return facts === null ? [] : [{ ...p, facts }]; });

/** The name of a child as lists show it. */
export const maskChild = (sealed: Buffer | null): string => { const c = opened<ChildFacts>(sealed); return c === null ? '' : maskName(c.name); };

/** The refusal that hides what is not one's own. */
export const notFound = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** A refusal that stands at a field. */
export const atField = (path: string, why: Word, slots?: Record<string, string | number>): Refused => new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, ...(slots ? { slots } : {}) }] });

/** A phone number as it is kept. @throws Refused at the field when it is none */
export function phoneAt(path: string, text: string): string {
  const read = readPhone(text);
  if (!read.ok) throw atField(path, words.phoneWrong);
  return text.replace(/[\s-]/g, '');
}

/** A programme for an officer over its union. */
export async function keptProgramme(tx: Tx, by: Actor, id: string, lock = false): Promise<q.Programme> {
  return (await q.findKept(tx, by, id, lock)) ?? notFound();
}

/** A session for an officer over its union. */
export async function keptSession(tx: Tx, by: Actor, id: string): Promise<q.Session> {
  return (await q.findKeptSession(tx, by, id)) ?? notFound();
}

export const keeps = (by: Actor, s: Pick<q.Session, 'path'>): boolean => mayIn(by, KEEP, s.path);

/** A published session for its staff of a day or for officers over it. */
export async function sessionAtWork(tx: Tx, by: Actor, id: string, day = legalDateOf(tx.now)): Promise<q.Session & { readonly onDuty: boolean }> {
  const s = (await q.findSession(tx, id)) ?? notFound();
  const onDuty = await isStaff(tx, id, by.personId, day);
  if (s.offer === 'draft' || (!onDuty && !keeps(by, s))) return notFound();
  return { ...s, onDuty };
}

/** One's own entry with its session. @param live refuses what is over */
export async function ownEntry(tx: Tx, by: Actor, id: string, live = true): Promise<{ e: Entry; s: q.Session }> {
  const e = (await findEntry(tx, id)) ?? notFound();
  const s = e.guardianId === by.personId ? await q.findSession(tx, e.sessionId) : null;
  if (s === null) return notFound();
  if (live && (e.endedAt !== null || e.forgottenAt !== null || s.offer === 'cancelled')) throw new Refused(words.isOver);
  return { e, s };
}

/** What a line of the log says it is about. */
export const subject = (s: Pick<q.Session, 'id' | 'unionId' | 'title'>) => ({ subject: { kind: 'careSession', id: s.id }, unionId: s.unionId, slots: { title: s.title } });
