import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit, type By } from '#engines/audit';
import { findUnions, refuseEnded, type Union } from '#engines/org';
import { similarity } from '#engines/similarity';
import * as q from './cases.sql.ts';
import type { CaseEvent, CaseFile } from './cases.sql.ts';
import { words } from './cases.words.ts';
import { nextDue } from './clocks.rules.ts';
import { grams } from './grams.rules.ts';
import { likenessText } from './open.service.ts';
import { type Periods, periodsOf } from './periods.ts';
import { isOpen, type Process } from './process.rules.ts';
import { ownNumber, type TakenCase, type Walked, walk } from './taken.rules.ts';
import { deleteCases, insertBarredFromMany, insertCases, listTakenNumbers, listUntouched, planAnew, raiseNumbers, takeNumbers } from './takeover.sql.ts';

const MOST_AT_ONCE = 1_000;
const MOST_EVENTS = 100;

type Numbered = { readonly taken: TakenCase; readonly id: string; readonly number: string };
type Event = Omit<CaseEvent, 'byName'> & { caseId: string };

const yearOf = (at: Date): number => Number(legalDateOf(at).slice(0, 4));

/** Whether anybody still has something to do: only then clocks run. */
const waits = (p: Process, state: string): boolean => p.states[state]?.waits !== 'nobody';

async function refuseTaken(tx: Tx, p: Process, numbers: readonly string[]): Promise<void> {
  const twice = numbers.find((n, i) => numbers.indexOf(n) !== i);
  const taken = twice ?? (numbers.length > 0 ? (await listTakenNumbers(tx, p.name, numbers))[0] : undefined);
  if (taken !== undefined) throw new Refused(words.numberTaken, { slots: { number: taken } });
}

/** Numbers for all: those given stay; the others get the next of the year they were opened in, the earliest first. */
async function numberAll(tx: Tx, p: Process, list: readonly TakenCase[]): Promise<Numbered[]> {
  const given = list.flatMap((c) => (c.number === undefined ? [] : [c.number]));
  await refuseTaken(tx, p, given);
  const raised = new Map<number, number>();
  for (const own of given.map(ownNumber)) if (own) raised.set(own.year, Math.max(own.place, raised.get(own.year) ?? 0));
  if (raised.size > 0) await raiseNumbers(tx, p.name, [...raised].map(([year, last]) => ({ year, last })));
  const without = list.filter((c) => c.number === undefined).sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  const counts = new Map<number, number>();
  for (const c of without) counts.set(yearOf(c.openedAt), (counts.get(yearOf(c.openedAt)) ?? 0) + 1);
  const last = counts.size === 0 ? new Map<number, number>() : await takeNumbers(tx, p.name, [...counts].map(([year, count]) => ({ year, count })));
  const numbers = new Map<TakenCase, string>();
  for (const c of without) {
    const year = yearOf(c.openedAt);
    const left = counts.get(year) ?? 0;
    numbers.set(c, `${year}-${String((last.get(year) ?? 0) - left + 1).padStart(5, '0')}`);
    counts.set(year, left - 1);
  }
  return list.map((taken) => ({ taken, id: taken.id ?? newId(), number: taken.number ?? numbers.get(taken) ?? '' }));
}

function fileOf(p: Process, { taken: c, id, number }: Numbered, walked: Walked, periods: Periods | null): CaseFile {
  const next = nextDue(p, c.state, walked.clocks);
  return {
    id, process: p.name, number, title: c.title, state: c.state, isOpen: isOpen(p, c.state), privacy: c.privacy, channel: c.channel, unionId: c.unionId,
    originUnionId: c.originUnionId ?? c.unionId, authorId: c.authorId, subjectId: null, assigneeId: null, assigneeTitle: '', ...walked.clocks,
    nextDue: next.due, nextClock: next.clock, lateLevel: 0, lateUnionId: null, nextEscalation: p.rules.escalateEvery ? next.due : null, recheckDue: null,
    lapseDue: periods?.lapse(c.state, walked.since) ?? null, rating: null, ratingAgain: null, reopened: walked.reopened, ruleSetId: periods?.ruleSetId ?? null,
    facts: c.facts ?? {}, version: 1 + c.events.length, openedAt: c.openedAt, changedAt: c.changedAt ?? c.events.at(-1)?.at ?? c.openedAt,
  };
}

function eventsOf(p: Process, { taken: c, id }: Numbered, walked: Walked): Event[] {
  const opened: Event = {
    id: newId(), caseId: id, position: 1, step: 'opened', fromState: p.start, toState: p.start, byKind: 'author', byId: c.authorId, byTitle: '', text: c.text,
    shownTo: 'all', files: [], data: {}, at: c.openedAt,
  };
  return [opened, ...c.events.map((e, n): Event => ({
    id: newId(), caseId: id, position: n + 2, step: e.step, fromState: walked.from[n] ?? '', toState: e.toState, byKind: e.byKind, byId: e.byId,
    byTitle: e.byTitle ?? '', text: e.text ?? '', shownTo: p.steps[e.step]?.shownTo ?? 'all', files: [], data: e.data ?? {}, at: e.at,
  }))];
}

async function unionsOf(tx: Tx, p: Process, list: readonly TakenCase[]): Promise<Map<string, Union>> {
  const unions = await findUnions(tx, [...new Set(list.flatMap((c) => [c.unionId, c.originUnionId ?? c.unionId]))]);
  for (const c of list) {
    const union = unions.get(c.unionId);
    if (union === undefined || !unions.has(c.originUnionId ?? c.unionId)) throw new Refused(words.unionElsewhere, { status: 400 });
    if (waits(p, c.state)) refuseEnded(union);
  }
  return unions;
}

/**
 * Takes over cases from elsewhere (an older register, an import, the demonstration) with their timelines, in a few statements: at most 1,000 in a call,
 * at most 100 events each. Nobody is told anything, and those who follow the process are not told either: nothing is paid or credited again.
 * Cases that wait for nobody have no deadlines; those still waiting get theirs by the rulebook from the instants of their events on.
 * @param o.by who takes over, for the log; @param o.findable puts them into the process's collection at once, otherwise the hourly job does
 * @returns id and number of each, in the order given
 * @throws Refused when a number is taken, a union is unknown, or an ended union would get a waiting case; Error when a timeline is not possible by the process
 */
export async function takeOver(tx: Tx, p: Process, list: readonly TakenCase[], o: { by?: By; findable?: boolean } = {}): Promise<{ id: string; number: string }[]> {
  if (list.length === 0) return [];
  if (list.length > MOST_AT_ONCE || list.some((c) => c.events.length > MOST_EVENTS)) throw new Error(`taking over ${p.name}: more than ${MOST_AT_ONCE} cases, or more than ${MOST_EVENTS} events of one`);
  const unions = await unionsOf(tx, p, list);
  const periods = new Map<string, Periods>();
  for (const id of new Set(list.filter((c) => waits(p, c.state)).map((c) => c.unionId))) periods.set(id, await periodsOf(tx, p, id));
  const walks = list.map((c) => {
    const own = waits(p, c.state) ? (periods.get(c.unionId) ?? null) : null;
    return { own, walked: walk(p, c, tx.now, (from, clocks) => own?.dues(from, clocks) ?? {}) };
  });
  const numbered = await numberAll(tx, p, list);
  const all = numbered.map((n, i) => ({ n, ...(walks[i] as (typeof walks)[number]) }));
  await insertCases(tx, all.map(({ n, own, walked }) => ({ ...fileOf(p, n, walked, own), searched: grams(likenessText(n.taken.title, n.taken.text)) })));
  await planAnew(tx);
  await q.insertEvents(tx, all.flatMap(({ n, walked }) => eventsOf(p, n, walked)));
  const barred = numbered.flatMap(({ taken, id }) => (taken.barred ?? []).map((b) => ({ caseId: id, ...b })));
  if (barred.length > 0) await insertBarredFromMany(tx, barred);
  await audit.record(tx, o.by ?? { system: 'takeOver' }, words.auditTakenOver, {
    subject: { kind: p.name, id: numbered[0]?.id ?? '' }, unionId: unions.size === 1 ? list[0]?.unionId ?? null : null,
    slots: { process: p.title, n: list.length, first: numbered[0]?.number ?? '', last: numbered.at(-1)?.number ?? '' },
  });
  if (o.findable && p.collection) await similarity.put(tx, p.collection, numbered.map(({ taken: c, id }) => ({ id, unionId: c.unionId, text: likenessText(c.title, c.text), at: c.openedAt })));
  return numbered.map(({ id, number }) => ({ id, number }));
}

/**
 * Gives back cases that were taken over by mistake: those with which nobody did anything since leave without a trace but the audit line of whoever asks.
 * @param alongside takes the part's own rows away first; it answers which of the untouched cases really go
 * @returns the ids that went
 */
export async function giveBack(tx: Tx, p: Process, ids: readonly string[], since: Date, alongside: (untouched: readonly string[]) => Promise<readonly string[]>): Promise<readonly string[]> {
  if (ids.length > MOST_AT_ONCE) throw new Error(`giving back ${p.name}: more than ${MOST_AT_ONCE} cases`);
  const going = await alongside(await listUntouched(tx, p.name, ids, since));
  if (going.length === 0) return going;
  if (p.collection) await similarity.remove(tx, p.collection, going);
  await deleteCases(tx, going);
  return going;
}
