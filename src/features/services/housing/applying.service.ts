import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { cases, type Given } from '#engines/cases';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import { findFor, takeNumber } from './allocations.sql.ts';
import * as q from './applications.sql.ts';
import type { api, Household } from './housing.contract.ts';
import { applicationProcess } from './housing.process.ts';
import { phaseOf, standingOf } from './housing.rules.ts';
import { words } from './housing.words.ts';
import { turn } from './queue.service.ts';
import { giveNotice } from './tenancies.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export type HouseholdFacts = z.output<typeof Household>;
export const PAPERS = 'housingApplication';
const MOST_PAPERS = 20;

const sealed = (h: HouseholdFacts): Buffer => secrets.seal(JSON.stringify(h));
export const openHousehold = (buffer: Buffer): HouseholdFacts => JSON.parse(secrets.open(buffer)) as HouseholdFacts;
const peopleOf = (h: HouseholdFacts): number => h.members.length + 1;
const at = (version: number | undefined): Given => (version === undefined ? {} : { version });
const done = (id: string, state: string) => ({ id, state });

/** Says once, when the part is loaded, who may open the papers: the applicant, and an officer who checks and opened them with a purpose shortly before. */
export function declarePapers(): void {
  files.declareOwner(PAPERS, {
    most: MOST_PAPERS,
    mayOpen: async (tx, by, id) => {
      const [h] = await q.findApplications(tx, [id]);
      return h !== undefined && (h.personId === by.personId || (mayIn(by, 'housing.check', h.path) && (await q.isLooking(tx, id, by.personId))));
    },
  });
}

async function loadOwn(tx: Tx, by: Actor, id: string): Promise<q.Application> {
  const h = await q.lockOwn(tx, by, id);
  if (h === null) throw new Refused(doorWords.notFound, { status: 404 });
  return h;
}

/** Begins an application for an allocation of one's union, as a draft that nobody else sees. */
export async function draft(tx: Tx, by: Actor, { allocationId, household, files: papers }: In<'draft'>) {
  const a = await findFor(tx, by, allocationId);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (!['coming', 'applying'].includes(phaseOf(a, tx.now)) && !(phaseOf(a, tx.now) === 'running' && a.closesAt > tx.now)) throw new Refused(words.notApplying);
  const offer = await claims.findOffer(tx, a.id);
  const bar = offer === null ? null : await claims.barFor(tx, offer, by.personId);
  if (offer !== null && bar !== null) throw claims.refusalFor(offer, bar);
  const opened = await cases.open(tx, applicationProcess, { unionId: a.unionId, ...(by.membership ? { originUnionId: by.membership.unionId } : {}), title: a.title, text: a.title, privacy: 'named', channel: 'phone', author: by });
  if (!(await q.insertApplication(tx, { id: opened.id, allocationId: a.id, personId: by.personId, people: peopleOf(household), sealed: sealed(household) }))) throw new Refused(words.alreadyApplied);
  await files.attach(tx, by, papers, { kind: PAPERS, id: opened.id });
  await audit.record(tx, by, words.auditDrafted, { subject: { kind: PAPERS, id: opened.id }, unionId: a.unionId, slots: { title: a.title } });
  return done(opened.id, 'drafted');
}

const MAY_CHANGE = ['drafted', 'incomplete'];

/** Changes a draft, or what more was asked for. */
export async function save(tx: Tx, by: Actor, { id, version, household, files: papers }: In<'save'>) {
  const h = await loadOwn(tx, by, id);
  if (!MAY_CHANGE.includes(h.state) || (version !== undefined && version !== h.version)) throw new Refused(words.notChangeable);
  await q.updateHousehold(tx, id, peopleOf(household), sealed(household));
  const there = (await files.listOf(tx, PAPERS, [id])).get(id) ?? [];
  await files.attach(tx, by, papers.filter((f) => !there.some((x) => x.id === f)), { kind: PAPERS, id });
  await audit.record(tx, by, words.auditSaved, { subject: { kind: PAPERS, id }, unionId: h.unionId, slots: { title: h.allocation } });
  return done(id, h.state);
}

async function refuseWithoutPapers(tx: Tx, id: string, documents: readonly string[]): Promise<void> {
  const there = (await files.listOf(tx, PAPERS, [id])).get(id) ?? [];
  if (documents.length > 0 && there.length === 0) throw new Refused(words.papersMissing, { fields: [{ path: 'files', why: words.papersMissing }] });
}

/** Submits a draft: it gets its number now and keeps it, whatever is asked for later. */
export async function submit(tx: Tx, by: Actor, { id, version }: In<'submit'>) {
  const h = await loadOwn(tx, by, id);
  const a = await findFor(tx, by, h.allocationId);
  if (a === null || a.state !== 'open' || a.opensAt > tx.now || a.closesAt <= tx.now) throw new Refused(words.notApplying);
  await refuseWithoutPapers(tx, id, a.documents);
  const held = await cases.step(tx, applicationProcess, 'submit', id, { kind: 'person', actor: by }, at(version), async () => q.markSubmitted(tx, id, await takeNumber(tx, a.id)));
  return done(id, held.file.state);
}

/** Sends what was asked for. */
export async function complete(tx: Tx, by: Actor, { id, version, text }: In<'complete'>) {
  await loadOwn(tx, by, id);
  const held = await cases.step(tx, applicationProcess, 'complete', id, { kind: 'person', actor: by }, { ...at(version), text });
  return done(id, held.file.state);
}

/** Until when a rejection may be objected to; null when it may not. */
export async function objectUntil(tx: Tx, h: q.Application): Promise<Date | null> {
  if (h.state !== 'rejected' || h.objectedAt !== null) return null;
  const { values } = await rulebook.look(tx, { unionId: h.unionId }, ['housing.object.withinDays']);
  return instantAt(addDays(legalDateOf(h.changedAt), values['housing.object.withinDays'] + 1));
}

/** Objects to a rejection, once and in time. */
export async function object(tx: Tx, by: Actor, { id, version, text }: In<'object'>) {
  const h = await loadOwn(tx, by, id);
  const until = await objectUntil(tx, h);
  if (h.state === 'rejected' && (until === null || until <= tx.now)) throw new Refused(h.objectedAt === null ? words.objectLate : words.objectedOnce);
  const held = await cases.step(tx, applicationProcess, 'object', id, { kind: 'person', actor: by }, { ...at(version), text }, async () => {
    if (!(await q.markObjected(tx, id))) throw new Refused(words.alreadyApplied);
  });
  return done(id, held.file.state);
}

/** Takes an application back while it is not in the queue. */
export async function withdraw(tx: Tx, by: Actor, { id, version }: In<'withdraw'>) {
  await loadOwn(tx, by, id);
  const held = await cases.step(tx, applicationProcess, 'withdraw', id, { kind: 'person', actor: by }, at(version));
  return done(id, held.file.state);
}

async function findOwn(tx: Tx, by: Actor, id: string): Promise<q.Application> {
  const [h] = (await q.findApplications(tx, [id])).filter((x) => x.personId === by.personId);
  if (h === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  return h;
}

/** Accepts or declines the flat that is offered; a declined one goes to the next at once. */
export async function answer(tx: Tx, by: Actor, { id, claimId, accept }: In<'answer'>) {
  const h = await findOwn(tx, by, id);
  if (h.claimId !== claimId || h.claim !== 'offered') throw new Refused(words.nothingOffered);
  if (accept) {
    await claims.accept(tx, by, claimId);
    return done(id, 'taken');
  }
  await claims.decline(tx, by, claimId);
  await turn(tx, h.allocationId, h.unionId);
  return done(id, 'declined');
}

/** Leaves the queue, gives an accepted flat back before moving in, or gives notice of a flat one lives in. */
export async function leave(tx: Tx, by: Actor, { id }: In<'leave'>) {
  const h = await findOwn(tx, by, id);
  const standing = standingOf({ claim: h.claim, again: h.againUnitId !== null, ended: h.endedAt !== null });
  if (standing === 'lives' && h.claimId !== null) {
    await giveNotice(tx, by, h.claimId, 'wish', h.unionId);
    return done(id, 'leaving');
  }
  if (standing === 'paused') {
    await q.endApplications(tx, [id], 'cancelled');
    await audit.record(tx, by, words.auditLeft, { subject: { kind: PAPERS, id }, unionId: h.unionId, slots: { title: h.allocation } });
    return done(id, 'out');
  }
  if (h.claimId === null || !['waiting', 'offered', 'taken'].includes(standing)) throw new Refused(words.nothingToLeave);
  await claims.cancel(tx, by, h.claimId);
  return done(id, 'out');
}
