import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import { doorWords, Limits } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import type { api } from './briefings.contract.ts';
import * as q from './briefings.sql.ts';
import { words } from './briefings.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const ASKED_MOST = 5;
const tries = new Limits(10, 10);

/** Six figures that stand on the screen in the room; without them nobody is there. */
export const codeOf = (federationId: string, id: string): string => String(secrets.lookup('briefing/here', `${federationId}/${id}`).readUInt32BE(0) % 1_000_000).padStart(6, '0');

async function load(tx: Tx, by: Actor, id: string): Promise<q.BriefingRow> {
  const b = await q.findBriefing(tx, by, id);
  if (b === null) throw new Refused(doorWords.notFound, { status: 404 });
  return b;
}

/** Says that one is there, by the code on the screen; twice is once. */
export async function checkIn(tx: Tx, by: Actor, { id, code }: In<'checkIn'>) {
  const b = await load(tx, by, id);
  if (b.state !== 'live') throw new Refused(words.notLive);
  if (tries.take(`${by.personId}/${id}`, tx.now.getTime()) > 0) throw new Refused(words.tooManyTries, { status: 429 });
  const [right, given] = [Buffer.from(codeOf(tx.federationId, id)), Buffer.from(code)];
  if (right.length !== given.length || !timingSafeEqual(right, given)) throw new Refused(words.codeWrong, { status: 400, fields: [{ path: 'code', why: words.codeWrong }] });
  await q.putAttendance(tx, id, [by.personId]);
  await audit.record(tx, by, words.auditCheckedIn, { subject: { kind: 'briefing', id }, unionId: b.unionId, slots: { title: b.title } });
  return { id };
}

/** Asks, before or during the briefing. Without a name neither the room nor the log knows who it was. */
export async function ask(tx: Tx, by: Actor, { id, text, named }: In<'ask'>) {
  const b = await load(tx, by, id);
  if (b.state !== 'planned' && b.state !== 'live') throw new Refused(words.notAsking);
  if ((await q.countAsked(tx, id, by.personId)) >= ASKED_MOST) throw new Refused(words.askedMany, { status: 429, slots: { most: ASKED_MOST } });
  const question = named ? newId() : newSecretId();
  await q.insertQuestion(tx, { id: question, briefingId: id, personId: by.personId, text, named });
  await audit.record(tx, named ? by : null, words.auditAsked, { subject: { kind: 'briefing', id }, unionId: b.unionId, slots: { title: b.title } });
  return { id: question };
}

/** Gives a question one's vote, or takes it back; each person has one for each question. */
export async function vote(tx: Tx, by: Actor, { id, on }: In<'vote'>) {
  const row = await q.findQuestion(tx, by, id, { kept: false });
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (row.personId === by.personId) throw new Refused(words.ownVote, { status: 403 });
  if (!['asked', 'answering'].includes(row.state) || !['planned', 'live'].includes(row.briefingState)) throw new Refused(words.voteClosed);
  return { votes: await q.setVote(tx, row.id, by.personId, on) };
}
