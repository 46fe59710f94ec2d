import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import type { desk } from './desk.contract.ts';
import { atVersion, take } from './moving.service.ts';
import * as people from './people.sql.ts';
import type { api } from './proposals.contract.ts';
import { proposalProcess } from './proposals.process.ts';
import { ratingOf } from './proposals.rules.ts';
import * as q from './proposals.sql.ts';
import { words } from './proposals.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

/** Tells those who follow a proposal; the mover is told by the step itself. */
async function tellFollowers(tx: Tx, p: q.ProposalRow, version: number, word: Word, body: Word): Promise<void> {
  const to = (await people.listFollowers(tx, p.id)).filter((id) => id !== p.authorId);
  if (to.length > 0) await notify.tell(tx, { key: `proposals/${p.id}/followed/${version.toString()}`, to, kind: 'proposal.followed', word, body, slots: { title: p.title, number: p.number }, link: `/proposals/${p.id}`, unionId: p.unionId });
}

/** A proposal that this person has as officer or as the one it was given to. */
async function loadWorked(tx: Tx, by: Actor, id: string): Promise<q.ProposalRow> {
  const held = await cases.loadSeen(tx, proposalProcess, by, id);
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null || held.as !== 'officer') throw new Refused(doorWords.notFound, { status: 404 });
  return p;
}

/** How it goes, while a department works on it. */
export async function progress(tx: Tx, by: Actor, { id, version, text, files }: In<'progress'>) {
  await loadWorked(tx, by, id);
  return take(tx, by, 'report', id, { ...atVersion(version), text, files });
}

/** A helping department says what it thinks; the answering one reads it. */
export async function opinion(tx: Tx, by: Actor, { id, text }: In<'opinion'>) {
  const p = await q.findProposal(tx, by.personId, id);
  const helper = (await people.listHelpers(tx, id)).find((h) => h.id === by.personId);
  if (p === null || helper === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  if (p.state !== 'working' && p.state !== 'reworking') throw new Refused(words.opinionLate);
  await people.giveOpinion(tx, id, by.personId, text);
  if (p.assigneeId !== null) await notify.tell(tx, { key: `proposals/${id}/opinion/${by.personId}/${tx.now.getTime()}`, to: [p.assigneeId], kind: 'proposal.opinion', word: words.tellOpinion, body: words.tellOpinionBody, slots: { department: helper.department, title: p.title }, link: `/console/proposals/${id}`, unionId: p.unionId });
  await audit.record(tx, by, words.auditOpinion, { subject: { kind: 'proposal', id }, unionId: p.unionId, slots: { number: p.number, department: helper.department } });
  return { id };
}

/** The department answers in writing, the first time or once more. */
export async function answer(tx: Tx, by: Actor, { id, version, text, files }: In<'answer'>) {
  const p = await loadWorked(tx, by, id);
  const today = legalDateOf(tx.now);
  const again = p.state === 'reworking';
  const done = await take(tx, by, again ? 'answerAgain' : 'answer', id, { ...atVersion(version), text, files }, again ? { answerAgain: text, answeredAgainOn: today } : { answer: text, answeredOn: today });
  await tellFollowers(tx, p, done.version, words.tellAnswered, words.tellFollowedBody);
  return done;
}

/** The mover says how satisfied he or she is: not satisfied leads to a second handling by another person, once. */
export async function rate(tx: Tx, by: Actor, { id, version, satisfaction, text }: z.output<(typeof api)['rate']['in']>) {
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null || p.authorId !== by.personId) throw new Refused(doorWords.notFound, { status: 404 });
  if (satisfaction === 'not' && text.length < 2) throw new Refused(words.whyNot, { status: 400, fields: [{ path: 'text', why: words.whyNot }] });
  const given = { ...atVersion(version), rating: ratingOf[satisfaction], ...(text ? { text } : {}), data: { satisfaction } };
  if (p.state === 'answeredAgain') return take(tx, by, 'rateAgain', id, given, { satisfactionAgain: satisfaction });
  return take(tx, by, satisfaction === 'not' ? 'dispute' : 'rate', id, given, { satisfaction });
}

/** Closes it with what came of it and the evidence. */
export async function close(tx: Tx, by: Actor, { id, version, outcome, text, files }: In<'close'>) {
  const p = await loadWorked(tx, by, id);
  const done = await take(tx, by, 'close', id, { ...atVersion(version), text, files, data: { outcome } }, { outcome, outcomeText: text, closedOn: legalDateOf(tx.now) });
  await tellFollowers(tx, p, done.version, words.tellClosed, words.tellFollowedBody);
  return done;
}
