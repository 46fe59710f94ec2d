import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import type { Word } from '#shared/words';
import { audit } from '#engines/audit';
import { findUnion, listAncestors, loadUnion, officesOf, refuseEnded, type Union } from '#engines/org';
import { similarity } from '#engines/similarity';
import { type Doer, type Held, lockFor, mayTake } from './access.ts';
import * as q from './cases.sql.ts';
import type { CaseFile } from './cases.sql.ts';
import { words } from './cases.words.ts';
import { type Dues, nextDue, turnClocks } from './clocks.rules.ts';
import { type Periods, periodsOf } from './periods.ts';
import { isOpen, type Process, type Step } from './process.rules.ts';
import { tellFollowers } from './registry.ts';
import { tellAssignee, tellAuthor, tellOffice } from './tell.ts';

/** What is given with a step; the process says which of it must be there. */
export type Given = {
  readonly text?: string;
  readonly files?: readonly string[];
  readonly assigneeId?: string;
  /** where it goes (redirect, transfer) */
  readonly unionId?: string;
  readonly rating?: number;
  /** a better title, where the author writes the thing anew */
  readonly title?: string;
  readonly facts?: Record<string, unknown>;
  /** deadlines agreed with this step, of clocks that it starts, instead of the rulebook's periods */
  readonly dues?: Dues;
  /** kept with the event */
  readonly data?: Record<string, unknown>;
  /** the version the screen showed; refuses when somebody was faster */
  readonly version?: number;
};

function refuseMissing(step: Step, given: Given): void {
  const missing = (path: string, why: Word): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };
  for (const need of step.needs ?? []) {
    if (need === 'text' && !given.text?.trim()) missing('text', words.needsText);
    if (need === 'assignee' && !given.assigneeId) missing('assigneeId', words.needsAssignee);
    if (need === 'union' && !given.unionId) missing('unionId', words.needsUnion);
    if (need === 'rating' && given.rating === undefined) missing('rating', words.needsRating);
  }
}

function refuseUnlessOpen(p: Process, verb: string, step: Step, doer: Doer, held: Held, given: Given): void {
  const { file } = held;
  if (given.version !== undefined && given.version !== file.version) throw new Refused(words.changedMeanwhile);
  if (!step.from.includes(file.state)) {
    const state = p.states[file.state]?.word;
    throw new Refused({ ...words.wrongState, zh: words.wrongState.zh.replace('{state}', state?.zh ?? '').replace('{step}', step.button.zh), en: words.wrongState.en.replace('{state}', state?.en ?? '').replace('{step}', step.button.en) }, { data: { state: file.state, step: verb } });
  }
  if (mayTake(step, doer, held)) return;
  const own = doer.kind === 'person' && (file.authorId === doer.actor.personId || file.subjectId === doer.actor.personId) && step.can !== 'author';
  throw new Refused(own ? words.ownCase : words.notYours, { status: 403 });
}

async function assigneeOf(tx: Tx, held: Held, personId: string): Promise<{ id: string; title: string }> {
  const offices = await officesOf(tx, personId);
  const office = offices.find((o) => o.unionPath.startsWith(held.union.path));
  if (office === undefined || personId === held.file.authorId || (await q.isBarred(tx, held.file.id, personId))) {
    throw new Refused(words.assigneeUnknown, { status: 400, fields: [{ path: 'assigneeId', why: words.assigneeUnknown }] });
  }
  return { id: personId, title: office.title };
}

async function destination(tx: Tx, unionId: string): Promise<Union> {
  const union = await findUnion(tx, unionId);
  if (union === null) throw new Refused(words.unionElsewhere, { status: 400, fields: [{ path: 'unionId', why: words.unionElsewhere }] });
  refuseEnded(union);
  return union;
}

/** The union that has the case after a step. */
async function unionAfter(tx: Tx, step: Step, held: Held, given: Given): Promise<Union> {
  if (given.unionId) return destination(tx, given.unionId);
  return step.goesTo === 'origin' ? loadUnion(tx, held.file.originUnionId) : held.union;
}

function turned(tx: Tx, p: Process, step: Step, file: CaseFile, given: Given, periods: Periods): CaseFile {
  const state = step.to === 'same' ? file.state : step.to;
  const clocks = turnClocks(file, step, tx.now, { ...periods.dues(tx.now, step.starts ?? []), ...given.dues });
  const next = nextDue(p, state, clocks);
  const anew = next.due?.getTime() !== file.nextDue?.getTime();
  return {
    ...file, ...clocks, state, title: given.title ?? file.title, isOpen: isOpen(p, state), nextDue: next.due, nextClock: next.clock,
    nextEscalation: anew ? (p.rules.escalateEvery ? next.due : null) : file.nextEscalation,
    lateLevel: anew ? 0 : file.lateLevel, lateUnionId: next.due === null || anew ? null : file.lateUnionId,
    lapseDue: state === file.state ? file.lapseDue : periods.lapse(state, tx.now),
    recheckDue: step.recheckAfter ? periods.weeks(tx.now, step.recheckAfter) : step.rechecked || p.states[state]?.waits !== 'nobody' ? null : file.recheckDue,
    rating: given.rating !== undefined && !step.rechecked ? given.rating : file.rating,
    ratingAgain: given.rating !== undefined && step.rechecked ? given.rating : file.ratingAgain,
    reopened: file.reopened + (step.starts?.includes('answer') && file.answeredAt !== null ? 1 : 0),
    facts: given.facts ? { ...file.facts, ...given.facts } : file.facts, version: file.version + 1, changedAt: tx.now,
  };
}

/** Who stands in the log: an author who asked not to be named stands there as little as an anonymous one. */
function auditor(doer: Doer, file: CaseFile): Actor | null | { system: string } {
  if (doer.kind === 'system') return { system: doer.job };
  if (doer.kind !== 'person') return null;
  return file.privacy !== 'named' && file.authorId === doer.actor.personId ? null : doer.actor;
}

async function writeEvent(tx: Tx, verb: string, step: Step, doer: Doer, before: CaseFile, after: CaseFile, given: Given): Promise<void> {
  const author = doer.kind === 'code' || (doer.kind === 'person' && (before.authorId === doer.actor.personId || before.subjectId === doer.actor.personId));
  const offices = doer.kind === 'person' && !author ? await officesOf(tx, doer.actor.personId) : [];
  await q.insertEvents(tx, [{
    id: before.privacy === 'anonymous' ? newSecretId() : newId(), caseId: before.id, position: after.version, step: verb, fromState: before.state, toState: after.state,
    byKind: doer.kind === 'system' ? 'system' : author ? 'author' : 'officer', byId: doer.kind === 'person' ? doer.actor.personId : null,
    byTitle: offices[0]?.title ?? '', text: given.text?.trim() ?? '', shownTo: step.shownTo ?? 'all', files: [...(given.files ?? [])],
    data: { ...given.data, ...(given.rating === undefined ? {} : { rating: given.rating }), ...(after.unionId === before.unionId ? {} : { unionId: after.unionId }), ...(after.assigneeId === before.assigneeId ? {} : { assigneeTitle: after.assigneeTitle }) },
    at: tx.now,
  }]);
}

/**
 * Takes a step: the only way a case changes. Checks state, who, what must be given and the version that was seen;
 * turns the clocks, writes the timeline and the audit line, tells those concerned.
 * @param alongside writes the part's own row, when the step is sure to be taken and before those who follow hear of it
 * @returns the case as it stands afterwards
 */
export async function step<V extends string>(tx: Tx, p: Process<string, V>, verb: NoInfer<V>, id: string, doer: Doer, given: Given = {}, alongside: (before: Held) => Promise<void> = async () => {}): Promise<Held> {
  const held = await lockFor(tx, p, id, doer);
  const s: Step = p.steps[verb];
  refuseUnlessOpen(p, verb, s, doer, held, given);
  refuseMissing(s, given);
  const union = await unionAfter(tx, s, held, given);
  const moved = union.id !== held.union.id;
  const assignee = given.assigneeId ? await assigneeOf(tx, held, given.assigneeId) : moved ? { id: null, title: '' } : { id: held.file.assigneeId, title: held.file.assigneeTitle };
  const periods = await periodsOf(tx, p, union.id);
  const after: CaseFile = { ...turned(tx, p, s, held.file, given, periods), unionId: union.id, assigneeId: assignee.id, assigneeTitle: assignee.title };
  if (!(await q.updateCase(tx, after, held.file.version))) throw new Refused(words.changedMeanwhile);
  await alongside(held);
  await writeEvent(tx, verb, s, doer, held.file, after, given);
  await audit.record(tx, auditor(doer, held.file), words.auditStep, {
    subject: { kind: p.name, id }, unionId: union.id, slots: { process: p.title, number: after.number, step: s.word }, basis: { ruleSetId: periods.ruleSetId },
  });
  const now = { file: after, union };
  await tellAuthor(tx, p, now, s, verb, given.text?.trim() ?? '');
  if (assignee.id !== held.file.assigneeId) await tellAssignee(tx, p, now);
  if (s.tellsOffice || moved) await tellOffice(tx, p, now, s.tellsOffice);
  if (moved && p.collection) await similarity.move(tx, p.collection, [id], union.id);
  await tellFollowers(tx, p.name, verb, now);
  return now;
}

/** Changes nothing but the part's own facts, with a line in the log: publication, gathering. */
export async function note(tx: Tx, p: Process, id: string, doer: Doer, facts: Record<string, unknown>, word: Word): Promise<Held> {
  const held = await lockFor(tx, p, id, doer);
  const after = { ...held.file, facts: { ...held.file.facts, ...facts }, version: held.file.version + 1, changedAt: tx.now };
  if (!(await q.updateCase(tx, after, held.file.version))) throw new Refused(words.changedMeanwhile);
  await q.insertEvents(tx, [{
    id: newId(), caseId: id, position: after.version, step: 'noted', fromState: after.state, toState: after.state, byKind: doer.kind === 'system' ? 'system' : 'officer',
    byId: doer.kind === 'person' ? doer.actor.personId : null, byTitle: '', text: '', shownTo: 'officers', files: [], data: { zh: word.zh, en: word.en }, at: tx.now,
  }]);
  await audit.record(tx, auditor(doer, held.file), words.auditStep, { subject: { kind: p.name, id }, unionId: held.union.id, slots: { process: p.title, number: after.number, step: word } });
  return { file: after, union: held.union };
}

/** The union one level up, which gets what its officers of this one must not decide (conflict of interest). */
export async function oneLevelUp(tx: Tx, union: Union): Promise<Union | null> {
  return (await listAncestors(tx, union))[0] ?? null;
}
