import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addMonths, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import type { Call } from '#platform/http';
import { checkNumber, numberFor } from '#engines/ballot';
import { cases } from '#engines/cases';
import { findUnion, loadUnionFor, officersOf, refuseEnded, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { aboveOf, KEEP, loadElection, noted, take, wrong } from './access.service.ts';
import type { desk } from './elections.contract.ts';
import { electionProcess } from './elections.process.ts';
import { timingOf } from './elections.rules.ts';
import * as q from './elections.sql.ts';
import { words } from './elections.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const KEYS = ['elections.committee.size', 'elections.term.delayMonths', 'elections.surplus.committee', 'union.term.years', 'elections.approve.withinDays', 'elections.vacancy.withinMonths'] as const;

/** The rulebook's numbers for planning an election; kept for ever where something rests on them. */
export const planRules = (tx: Tx, unionId: string, keep: boolean) => (keep ? rulebook.resolve : rulebook.look)(tx, { unionId }, KEYS);

/** What is known before a plan is written: members, the table of seats, the end of the term. */
export async function look(tx: Tx, by: Actor, { unionId }: In<'look'>, { locale }: Call) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  const counted = await q.countMembers(tx, union.path);
  const found = await planRules(tx, unionId, false);
  const bounds = numberFor(found.values['elections.committee.size'], counted.members);
  const above = union.parentId === null ? null : await findUnion(tx, union.parentId);
  const open = (await q.listKept(tx, by, { unionPath: union.path }, { limit: 50, offset: 0 })).items.filter((e) => e.unionId === unionId);
  const before = open.filter((e) => e.state === 'confirmed' && e.kind === 'renewal').map((e) => e.number);
  const [chair] = await officersOf(tx, [unionId], ['chair']);
  return {
    unionId, union: union.name, above: above?.name ?? '', ...counted, termTo: union.termTo, latest: union.termTo === null ? null : addMonths(union.termTo, found.values['elections.term.delayMonths']), least: bounds.least, most: bounds.most, number: Math.max(0, ...before) + 1, chair: chair?.personName ?? '',
    openId: open.find((e) => !['confirmed', 'annulled', 'calledOff'].includes(e.state))?.id ?? null, basis: basisOf(found.basis, locale),
  };
}

const basisOf = (basis: Awaited<ReturnType<typeof planRules>>['basis'], locale: Locale): string[] => [...new Set(basis.map((g) => rulebook.sayBasis(g, locale)))];

/** Checks what was written and fills in what is counted. */
async function planFrom(tx: Tx, union: Union, d: Omit<In<'start'>, 'unionId'>): Promise<q.Plan> {
  const { members, women } = await q.countMembers(tx, union.path);
  const found = await planRules(tx, union.id, true);
  const today = legalDateOf(tx.now);
  const timing = d.kind === 'renewal' ? timingOf(union.termTo, d.plannedOn) : 'due';
  if (members === 0) throw new Refused(words.noMembers);
  if (d.plannedOn < today) wrong('plannedOn', words.plannedPast);
  if (timing !== 'due' && d.reason.length < 2) wrong('reason', timing === 'early' ? words.earlyReason : words.lateReason);
  if (d.kind === 'renewal') {
    const bounds = numberFor(found.values['elections.committee.size'], members);
    const off = checkNumber(d.seats, bounds);
    if (off) wrong('seats', bounds.most === null ? words.seatsLeast : words.seatsBounds, { members, least: bounds.least, most: bounds.most ?? 0 });
    if (d.seats % 2 === 0) wrong('seats', words.seatsOdd);
    if (d.viceSeats > Math.max(0, d.seats - 1)) wrong('viceSeats', words.viceMany);
    if (!found.values['union.term.years'].some((y) => y === d.termYears)) wrong('termYears', words.yearsWrong, { years: found.values['union.term.years'].join('、') });
  } else if (d.post !== 'chair' && d.seats < 1) wrong('seats', words.seatsNone);
  const by = d.kind === 'renewal' ? { post: 'committee' as const } : { seats: d.post === 'chair' ? 1 : d.seats, auditSeats: 0, viceSeats: 0, termYears: d.termYears };
  return { ...d, ...by, timing, endsOn: union.termTo, members, women, ruleSetId: found.ruleSetId };
}

/** Begins to prepare an election: one at a time in each union. The day that is planned is the deadline of the preparation. */
export async function start(tx: Tx, by: Actor, { unionId, ...d }: In<'start'>) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  refuseEnded(union);
  if (union.parentId === null) throw new Refused(words.noneAbove);
  const plan = await planFrom(tx, union, d);
  const title = say(plan.kind === 'renewal' ? words.titleRenewal : words.titleByElection, 'zh', { union: union.name, n: plan.number, post: say(words[`post_${plan.post}`], 'zh') });
  const opened = await cases.open(tx, electionProcess, { unionId, title, text: d.about, privacy: 'named', channel: 'desk', filedBy: by, dues: { answer: instantAt(plan.plannedOn, 18 * 60) } });
  if (!(await q.insertElection(tx, opened.id, unionId, plan, by.personId))) throw new Refused(words.openTwice, { slots: { union: union.name } });
  return { id: opened.id };
}

/** Changes the plan while it is prepared. */
export async function change(tx: Tx, by: Actor, { id, version, ...d }: In<'change'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['preparing'] });
  const union = await loadUnionFor(tx, by, KEEP, e.unionId);
  if (!(await q.updatePlan(tx, id, await planFrom(tx, union, { ...d, kind: e.kind }), version))) throw new Refused(words.changedMeanwhile);
  await noted(tx, by, words.auditChanged, e);
  return { id };
}

/** Reports the plan upward, once the Party organisation of the unit has answered. */
export async function reportPlan(tx: Tx, by: Actor, { id, partyReply, partyOn }: In<'reportPlan'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['preparing'] });
  if (partyOn > legalDateOf(tx.now)) wrong('partyOn', words.partyFuture);
  if (e.party.length < 2) throw new Refused(words.partyMissing);
  if (e.preparers.length < 2) throw new Refused(words.preparersMissing);
  await q.noteElection(tx, id, { partyReply, partyOn });
  await take(tx, by, e, 'reportPlan', { unionId: aboveOf(e) });
  return { id };
}

/** Gives an election up, for a reason; votes that run are called off first by their own step. */
export async function callOff(tx: Tx, by: Actor, { id, text }: In<'callOff'>, stop: (e: q.Election) => Promise<void>) {
  const e = await loadElection(tx, by, id, { lock: true });
  await take(tx, by, e, 'callOff', { text });
  await stop(e);
  await q.noteElection(tx, id, { closedAt: tx.now });
  return { id };
}
