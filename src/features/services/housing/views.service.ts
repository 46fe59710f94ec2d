import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { maskName } from '#shared/person-name';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import * as allocations from './allocations.sql.ts';
import { NOT_STARTED } from './allocations.service.ts';
import { objectUntil, openHousehold, PAPERS } from './applying.service.ts';
import * as q from './applications.sql.ts';
import type { AllocationCard, AllocationOut, ApplicationOut, api, FlatOut, Queue, TenancyPage } from './housing.contract.ts';
import { applicationProcess } from './housing.process.ts';
import { movesOf, phaseOf, type Standing, standingOf } from './housing.rules.ts';
import { words } from './housing.words.ts';
import * as queue from './queue.sql.ts';
import * as t from './tenancies.sql.ts';
import { noticeWord, VISIT } from './tenancies.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Card = z.input<typeof AllocationCard>;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The state of an application in words. */
export const stateWord = (state: q.State, locale: Locale): string => say(words[state], locale);
export const standingIn = (h: q.Application): Standing => standingOf({ claim: h.claim, again: h.againUnitId !== null, ended: h.endedAt !== null });

/** Allocations as lists show them, with one's own application. */
export async function cardsOf(tx: Tx, by: Actor, list: readonly allocations.Allocation[], locale: Locale): Promise<Card[]> {
  const mine = Map.groupBy(list.length > 0 ? await q.listOwn(tx, by, list.map((a) => a.id)) : [], (h) => h.allocationId);
  return list.map((a) => {
    const own = mine.get(a.id)?.[0];
    return {
      id: a.id, title: a.title, union: a.union, unionId: a.unionId, phase: phaseOf(a, tx.now), opensAt: a.opensAt.toISOString(), closesAt: a.closesAt.toISOString(), flats: a.flats, given: a.given, waiting: a.waiting, applications: a.applications, rentFrom: a.rentFrom, rentTo: a.rentTo, place: a.place,
      mine: own ? { id: own.id, state: own.state, word: stateWord(own.state, locale) } : null,
    };
  });
}

/** What is given out to people like me. */
export async function list(tx: Tx, by: Actor, page: In<'allocations'>, { locale }: Call) {
  const found = await allocations.listForMe(tx, by, page);
  return { items: await cardsOf(tx, by, found.items, locale), total: found.total };
}

function flatView(f: allocations.Flat): z.input<typeof FlatOut> {
  const had = { offered: 'offered', held: 'offered', taken: 'taken', handed: 'lived', missed: 'taken' } as const;
  const state = f.claim !== null ? had[f.claim as keyof typeof had] : f.out === '' ? 'free' : f.out === NOT_STARTED ? 'waits' : 'out';
  return { no: f.no, label: f.label, estate: f.estate, rooms: f.rooms, area: f.area, rentFen: Number(f.rent), state, why: state === 'out' ? f.out : '' };
}

const RULES = ['housing.declines.atMost', 'housing.declines.out', 'housing.answer.hours'] as const;

/** The page of an allocation. */
export async function allocation(tx: Tx, by: Actor, { id }: In<'allocation'>, { locale }: Call): Promise<z.input<typeof AllocationOut>> {
  const a = await allocations.findSeen(tx, by, id);
  const [card] = a === null ? [] : await cardsOf(tx, by, [a], locale);
  if (a === null || card === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  const keeps = mayIn(by, 'housing.keep', a.path);
  const { values } = await rulebook.look(tx, { unionId: a.unionId }, RULES);
  const offer = card.phase === 'applying' || card.phase === 'running' ? await claims.findOffer(tx, id) : null;
  const mayApply = offer !== null && a.closesAt > tx.now && (card.mine === null || ['rejected', 'upheld', 'withdrawn'].includes(card.mine.state) || (await isOver(tx, card.mine.id))) && (await claims.barFor(tx, offer, by.personId)) === null;
  const can: readonly (readonly [string, boolean])[] = [
    ['apply', mayApply], ['keep', keeps], ['save', keeps && a.state === 'draft'], ['open', keeps && a.state === 'draft'], ['closeApplications', keeps && a.state === 'open' && a.opensAt < tx.now && a.closesAt > tx.now],
    ['start', keeps && a.state === 'open' && a.startedAt === null && a.closesAt <= tx.now], ['callOff', keeps && a.state === 'open'], ['flats', keeps && a.state === 'open'],
  ];
  return {
    ...card, about: a.about, documents: a.documents, checks: a.checks, tenancyMonths: a.tenancyMonths, answerHours: a.answerHours || values['housing.answer.hours'], declinesAtMost: values['housing.declines.atMost'], declinesOut: values['housing.declines.out'] === 1,
    items: (await allocations.listFlats(tx, id)).map(flatView), may: can.flatMap(([name, yes]) => (yes ? [name] : [])), why: a.why,
  };
}

const isOver = async (tx: Tx, id: string): Promise<boolean> => ((await q.findApplications(tx, [id]))[0]?.endedAt ?? null) !== null;

/** The waiting list as everybody of the allocation may read it: in order, names masked. */
export async function published(tx: Tx, by: Actor, { id, limit, offset }: In<'list'>) {
  if ((await allocations.findSeen(tx, by, id)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  const page = await queue.listQueue(tx, id, { states: ['waiting'], limit, offset });
  return {
    items: page.items.map((x) => ({ place: x.place ?? 0, order: x.order, name: maskName(x.name), unit: x.unit, submittedOn: legalDateOf(x.submittedAt), joinedOn: legalDateOf(x.joinedAt), mine: x.personId === by.personId })), total: page.total,
  };
}

/** Where an application stands in the queue, and how it got there. */
async function queueOf(tx: Tx, h: q.Application): Promise<z.input<typeof Queue>> {
  const standing = standingIn(h);
  const inQueue = h.claimId !== null && h.order !== null && h.joinedAt !== null;
  const { start, moves } = inQueue ? movesOf(h.joinedAt as Date, await queue.listBefore(tx, h.allocationId, h.claimId as string, h.order as number)) : { start: 0, moves: [] };
  const ahead = moves.at(-1)?.ahead ?? start;
  const a = await allocations.findAny(tx, h.allocationId);
  const flats = ['offered', 'taken', 'lives'].includes(standing) && h.unitId !== null ? await allocations.listFlats(tx, h.allocationId) : [];
  const flat = flats.find((f) => f.unitId === h.unitId);
  return {
    standing, claimId: h.claimId, place: standing === 'waiting' ? ahead + 1 : null, ahead: standing === 'waiting' ? ahead : 0, start, waiting: a?.waiting ?? 0, joinedAt: iso(h.joinedAt), dueAt: iso(h.dueAt), flat: flat ? flatView(flat) : null, declines: h.declines,
    moves: standing === 'waiting' ? [...moves].reverse().slice(0, 50).map((m) => ({ ...m, at: m.at.toISOString() })) : [], endedWhy: h.endedWhy,
  };
}

/** What I applied for, with where it stands. */
export async function mine(tx: Tx, by: Actor, _: In<'mine'>, { locale }: Call) {
  const items = [];
  for (const h of await q.listMine(tx, by)) {
    const at = standingIn(h) === 'waiting' ? (await queueOf(tx, h)).place : null;
    items.push({ id: h.id, number: h.number, allocation: h.allocation, union: h.union, state: h.state, stateWord: stateWord(h.state, locale), standing: standingIn(h), place: at, dueAt: iso(h.dueAt), at: h.changedAt.toISOString() });
  }
  return { items };
}

/** A tenancy as a list shows it. */
export const tenancyRow = (n: t.Tenancy, locale: Locale) => ({
  id: n.id, allocationId: n.allocationId, applicationId: n.applicationId, allocation: n.allocation, flat: n.flat, estate: n.estate, rentFen: Number(n.rent), name: n.name, staffNumber: n.staffNumber, unit: n.unit, people: n.people,
  state: n.endedOn !== null ? ('ended' as const) : n.from === null ? ('agreed' as const) : n.notice === null ? ('lives' as const) : ('leaving' as const), acceptedAt: n.acceptedAt.toISOString(), from: n.from, to: n.to, notice: n.notice === null ? '' : say(noticeWord(n.notice), locale), leaveBy: n.leaveBy, endedOn: n.endedOn,
});

/** A tenancy with its visits, for its officers and its tenant. */
export async function tenancyPage(tx: Tx, by: Actor, n: t.Tenancy, locale: Locale): Promise<z.input<typeof TenancyPage>> {
  const visits = await t.listVisits(tx, [n.id]);
  const photos = await files.listOf(tx, VISIT, visits.map((v) => v.id));
  const mine_ = n.personId === by.personId;
  const keeps = !mine_ && mayIn(by, 'housing.keep', n.path);
  const row = tenancyRow(n, locale);
  const live = row.state === 'lives' || row.state === 'leaving';
  return {
    ...row, may: [...(keeps && row.state === 'agreed' ? ['planMoveIn'] : []), ...(keeps && live ? ['planMoveOut'] : []), ...(keeps && row.state === 'lives' ? ['notice'] : [])],
    visits: visits.map((v) => ({
      id: v.id, kind: v.kind, plannedAt: v.plannedAt.toISOString(), checks: v.checks.map((c) => ({ ...c })), keys: v.keys, electricity: v.electricity, water: v.water, note: v.note, officer: v.officer, officerAt: iso(v.officerAt), tenantAt: iso(v.tenantAt), absent: v.absent, doneAt: iso(v.doneAt),
      files: (photos.get(v.id) ?? []).map((f) => ({ id: f.id, name: f.name, image: f.kind === 'image' })), may: v.doneAt !== null ? [] : [...(keeps ? ['record'] : []), ...(mine_ && v.officerAt !== null ? ['sign'] : [])],
    })),
  };
}

function eventView(e: CaseEvent, locale: Locale) {
  const word = (applicationProcess.steps as Record<string, { word: Word }>)[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? words.drafted;
  const by = e.byKind === 'system' ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return { id: e.id, word: e.step === 'opened' ? say(words.drafted, locale) : say(word, locale), by, text: e.step === 'opened' ? '' : e.text, at: e.at.toISOString() };
}

/** Steps and timeline for the applicant and for those who check; who only keeps the queue sees where it stands. */
async function storyOf(tx: Tx, by: Actor, h: q.Application, locale: Locale) {
  if (h.personId !== by.personId && !mayIn(by, 'housing.check', h.path)) return { steps: [], events: [] };
  const seen = await cases.load(tx, applicationProcess, by, h.id);
  return { steps: seen.may, events: seen.events.map((e) => eventView(e, locale)) };
}

function mayOf(h: q.Application, steps: readonly string[], own: boolean, until: Date | null, now: Date): string[] {
  const standing = standingIn(h);
  const fit = steps.filter((s) => s !== 'object' || (until !== null && until > now));
  if (!own) return [...fit, ...(h.state === 'drafted' ? [] : ['open'])];
  return [...fit, ...(['drafted', 'incomplete'].includes(h.state) ? ['save'] : []), ...(standing === 'offered' ? ['answer'] : []), ...(['waiting', 'paused', 'taken'].includes(standing) ? ['leaveQueue'] : []), ...(standing === 'lives' ? ['handOver'] : [])];
}

/** The page of an application, for the applicant and the officers. */
export async function application(tx: Tx, by: Actor, { id }: In<'application'>, { locale }: Call): Promise<z.input<typeof ApplicationOut>> {
  const h = await q.findApplication(tx, by, id);
  if (h === null) throw new Refused(doorWords.notFound, { status: 404 });
  const own = h.personId === by.personId;
  const { steps, events } = await storyOf(tx, by, h, locale);
  const a = await allocations.findAny(tx, h.allocationId);
  const papers = (await files.listOf(tx, PAPERS, [id])).get(id) ?? [];
  const sealed = own ? await q.findSealed(tx, id) : null;
  const until = await objectUntil(tx, h);
  const [n] = await t.findTenancies(tx, { applicationId: id });
  const tenancy = n ? await tenancyPage(tx, by, n, locale) : null;
  const may = mayOf(h, steps, own, until, tx.now).filter((m) => m !== 'open' || mayIn(by, 'housing.check', h.path));
  return {
    id, number: h.number, order: h.order, allocation: { id: h.allocationId, title: h.allocation, documents: a?.documents ?? [] }, union: h.union, name: h.name, staffNumber: h.staffNumber, unit: h.unit, people: h.people, state: h.state, stateWord: stateWord(h.state, locale),
    household: sealed ? openHousehold(sealed) : null, files: own ? papers.map((f) => ({ id: f.id, name: f.name, image: f.kind === 'image' })) : [], papers: papers.length, submittedAt: iso(h.submittedAt), nextDue: iso(h.nextDue), objectUntil: iso(until),
    before: h.order === null ? 0 : await q.countBefore(tx, { allocationId: h.allocationId, order: h.order }), queue: await queueOf(tx, h), tenancy,
    events, version: h.version, mine: own, may: own && n?.notice ? may.filter((m) => m !== 'handOver') : may,
  };
}
