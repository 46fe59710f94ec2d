import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, addMonths, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Call } from '#platform/http';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadUnionFor, refuseEnded } from '#engines/org';
import { KEEP, DECIDE, loadPrepared, open, subject, wrong } from './access.service.ts';
import { delegateRule, formsFor, lastDay, termRule } from './by-rule.service.ts';
import type { api } from './congress.contract.ts';
import { renewalOf } from './congress.rules.ts';
import * as con from './constituencies.sql.ts';
import { share } from './constituencies.service.ts';
import { words } from './congress.words.ts';
import { sumRoll } from './delegates.sql.ts';
import * as q from './terms.sql.ts';
import { withoutUnion } from './unit-names.reading.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Counted = { readonly workers: number; readonly women: number; readonly dispatched: number };

/** People of a union and all below it on a day, by the register. */
async function countAll(tx: Tx, path: string, on: string): Promise<Counted> {
  const units = await con.countUnits(tx, path, on);
  return units.reduce((sum, u) => ({ workers: sum.workers + u.people, women: sum.women + u.women, dispatched: sum.dispatched + u.dispatched }), { workers: 0, women: 0, dispatched: 0 });
}

/** What a union may found: how many people it has today, congress or meeting, the number of delegates by the rule. */
export async function start(tx: Tx, by: Actor, { unionId, kind }: In<'start'>, call: Call) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  const people = await countAll(tx, union.path, legalDateOf(tx.now));
  const there = await q.findBodyOf(tx, unionId, kind);
  const { forms, sentence } = await formsFor(tx, { unionId, kind, people: people.workers }, call.locale);
  const rule = await delegateRule(tx, { unionId, kind, people: people.workers }, call.locale);
  const name = `${withoutUnion(union.name)}${words[`kind_${kind}`][call.locale]}`.slice(0, 60);
  return { union: union.name, name, unionId, bodyId: there?.id ?? null, people: people.workers, women: people.women, forms, formSentence: sentence, rule, years: (await termRule(tx, { unionId, kind })).years };
}

/** Founds a body: each union has one of its workers and one of its members at most. */
export async function found(tx: Tx, by: Actor, input: In<'found'>, call: Call) {
  const union = await loadUnionFor(tx, by, KEEP, input.unionId);
  refuseEnded(union);
  const people = await countAll(tx, union.path, legalDateOf(tx.now));
  const { forms, sentence } = await formsFor(tx, { unionId: union.id, kind: input.kind, people: people.workers }, call.locale);
  if (!forms.includes(input.form)) wrong('form', words.formWrong, { why: sentence });
  const id = newId();
  if (!(await q.insertBody(tx, { ...input, id }))) throw new Refused(words.bodyTwice, { slots: { union: union.name } });
  await audit.record(tx, by, words.auditFounded, { subject: { kind: 'congressBody', id }, unionId: union.id, slots: { body: input.name } });
  return { id };
}

/** A body that the actor keeps. */
async function loadBody(tx: Tx, by: Actor, id: string, lock = false): Promise<q.BodyRow> {
  if (lock) await q.lockBody(tx, id);
  const body = await q.findBody(tx, by, KEEP, id);
  if (body === null) throw new Refused(doorWords.notFound, { status: 404 });
  return body;
}

/** A body with its terms, and what the next one would be. */
export async function body(tx: Tx, by: Actor, { id }: In<'body'>) {
  const b = await loadBody(tx, by, id);
  const terms = await q.listTerms(tx, id);
  const last = terms[0];
  const today = legalDateOf(tx.now);
  const next = last === undefined ? today : addDays(last.endsOn, 1);
  return {
    ...b, terms, years: (await termRule(tx, { unionId: b.unionId, kind: b.kind })).years, next: { number: (last?.number ?? 0) + 1, beganOn: next, renewal: renewalOf(last?.endsOn ?? null, next) },
    may: open(by, b.path, [!terms.some((t) => t.stage === 'prepared') && 'plan']),
  };
}

type Dates = Pick<In<'plan'>, 'beganOn' | 'years' | 'renewalReason' | 'approval'>;

/** Checks when a term begins and how long it lasts against the term before it and the rule of the place. */
async function datesOf(tx: Tx, b: Pick<q.BodyRow, 'unionId' | 'kind'>, before: q.TermLine | undefined, d: Dates): Promise<Pick<q.TermPlan, 'beganOn' | 'endsOn' | 'years' | 'renewal' | 'renewalReason' | 'approval'>> {
  const rule = await termRule(tx, b);
  if (!rule.years.includes(d.years)) wrong('years', words.yearsWrong, { years: rule.years.join('、') });
  if (before !== undefined && d.beganOn <= before.beganOn) wrong('beganOn', words.beganBefore);
  const renewal = renewalOf(before?.endsOn ?? null, d.beganOn);
  if ((renewal === 'early' || renewal === 'late') && d.renewalReason.length < 2) wrong('renewalReason', renewal === 'early' ? words.earlyReason : words.lateReason);
  if (renewal === 'late' && before !== undefined && d.beganOn > addMonths(before.endsOn, rule.lateMonths)) wrong('beganOn', words.tooLate, { months: rule.lateMonths });
  return { beganOn: d.beganOn, years: d.years, endsOn: lastDay(d.beganOn, d.years), renewal, renewalReason: d.renewalReason, approval: d.approval };
}

/** Begins to prepare the next term: counts the register of today, takes the number of delegates that the rule asks for. */
export async function plan(tx: Tx, by: Actor, input: In<'plan'>, call: Call) {
  const b = await loadBody(tx, by, input.id, true);
  const terms = await q.listTerms(tx, b.id);
  if (terms.some((t) => t.stage === 'prepared')) throw new Refused(words.preparedTwice);
  const on = legalDateOf(tx.now);
  const people = await countAll(tx, b.path, on);
  const rule = await delegateRule(tx, { unionId: b.unionId, kind: b.kind, people: people.workers }, call.locale, { keep: true });
  const id = newId();
  const number = (terms[0]?.number ?? 0) + 1;
  await q.insertTerm(tx, id, b, {
    ...(await datesOf(tx, b, terms[0], input)), ...people, number, countedOn: on, seats: b.form === 'meeting' ? 0 : rule.least, seatsLeast: b.form === 'meeting' ? 0 : rule.least, seatsReason: '', ruleSetId: rule.ruleSetId,
  });
  await audit.record(tx, by, words.auditPlanned, { subject: { kind: 'congressTerm', id }, unionId: b.unionId, slots: { body: b.name, number } });
  return { id };
}

/** Changes a term that is prepared: when it begins, how long it lasts, how many delegates; fewer than the rule asks for are refused, more than it advises need a reason. */
export async function adjust(tx: Tx, by: Actor, input: In<'adjust'>, call: Call) {
  const term = await loadPrepared(tx, by, input.id);
  const before = (await q.listTerms(tx, term.bodyId)).find((t) => t.number < term.number);
  const rule = await delegateRule(tx, { unionId: term.unionId, kind: term.kind, people: term.workers }, call.locale, { keep: true });
  if (term.form === 'congress' && input.seats < rule.least) wrong('seats', words.seatsFew, { least: rule.least });
  if (term.form === 'congress' && input.seats > (rule.most ?? rule.least) && input.seatsReason.length < 2) wrong('seatsReason', words.seatsReason, { most: rule.most ?? rule.least });
  if (term.form === 'meeting' && input.seats !== 0) wrong('seats', words.meetingSeats);
  const changed = { ...term, ...(await datesOf(tx, term, before, input)), seats: input.seats, seatsReason: input.seatsReason, seatsLeast: term.form === 'meeting' ? 0 : rule.least, ruleSetId: rule.ruleSetId };
  await q.updateTerm(tx, term.id, changed);
  await share(tx, changed);
  await audit.record(tx, by, words.auditAdjusted, subject(term, { seats: input.seats }));
  return { id: term.id };
}

/** Counts the register of today anew for a term that is prepared, with hand-made corrections kept; the number follows the rule when it had done so before. */
export async function recount(tx: Tx, by: Actor, { id }: In<'recount'>, call: Call) {
  const term = await loadPrepared(tx, by, id);
  const on = legalDateOf(tx.now);
  const units = await con.countUnits(tx, term.path, on);
  const byId = new Map(units.map((u) => [u.id, u]));
  const list = await con.listConstituencies(tx, id);
  const fresh = list.map((c) => {
    const own = c.units.flatMap((u) => byId.get(u.id) ?? []);
    const sum = (key: 'people' | 'women' | 'dispatched'): number => own.reduce((all, u) => all + u[key], 0);
    return { ...c, counted: sum('people'), women: sum('women'), dispatched: sum('dispatched') };
  });
  await con.updateConstituencies(tx, fresh);
  const others = list.reduce((sum, c) => sum + c.others, 0);
  const register = await countAll(tx, term.path, on);
  const workers = Math.max(register.women, register.workers + others);
  const rule = await delegateRule(tx, { unionId: term.unionId, kind: term.kind, people: workers }, call.locale, { keep: true });
  const seats = term.form === 'meeting' ? 0 : term.seats === term.seatsLeast || term.seats < rule.least ? rule.least : term.seats;
  const changed = { ...term, countedOn: on, workers, women: register.women, dispatched: Math.min(workers, register.dispatched), seats, seatsLeast: term.form === 'meeting' ? 0 : rule.least, ruleSetId: rule.ruleSetId };
  await q.updateTerm(tx, id, changed);
  await share(tx, changed);
  await audit.record(tx, by, words.auditRecounted, subject(term, { workers, seats }));
  return { id, workers, seats };
}

/** Confirms the delegates of a term after the check of their qualification: it sits from its first day, the term before is over. */
export async function confirm(tx: Tx, by: Actor, { id }: In<'confirm'>) {
  const term = await loadPrepared(tx, by, id, DECIDE);
  await q.lockBody(tx, term.bodyId);
  if (term.beganOn > legalDateOf(tx.now)) throw new Refused(words.beginsLater, { slots: { day: term.beganOn } });
  if (term.form === 'congress') {
    const sums = await sumRoll(tx, id, '9999-12-31');
    const empty = (await con.listConstituencies(tx, id)).find((c) => c.filled < c.seats);
    if (empty) throw new Refused(words.seatsOpen, { slots: { name: empty.name, n: empty.seats - empty.filled } });
    if (sums.delegates < term.seatsLeast) throw new Refused(words.delegatesFew, { slots: { least: term.seatsLeast, n: sums.delegates } });
    if (sums.waiting + sums.failed > 0) throw new Refused(words.checksOpen, { slots: { n: sums.waiting + sums.failed } });
  }
  await q.seatTerm(tx, term, by.personId);
  await audit.record(tx, by, words.auditConfirmed, subject(term));
  return { id };
}

/** Gives up the preparation of a term in which nobody was nominated yet. */
export async function drop(tx: Tx, by: Actor, { id }: In<'drop'>) {
  const term = await loadPrepared(tx, by, id, DECIDE);
  if (await q.isUsed(tx, id)) throw new Refused(words.termUsed);
  await q.deleteTerm(tx, id);
  await audit.record(tx, by, words.auditDropped, subject(term));
  return { bodyId: term.bodyId };
}
