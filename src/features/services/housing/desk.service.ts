import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { type ExportColumn, exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import { loadKept as loadAllocation, NOT_STARTED } from './allocations.service.ts';
import * as allocations from './allocations.sql.ts';
import * as q from './applications.sql.ts';
import { PAPERS } from './applying.service.ts';
import type { desk } from './desk.contract.ts';
import { phaseOf, type Standing, STATES, standingOf } from './housing.rules.ts';
import { figures } from './figures.words.ts';
import { words } from './housing.words.ts';
import * as queue from './queue.sql.ts';
import { loadKept } from './tenancies.service.ts';
import * as t from './tenancies.sql.ts';
import { cardsOf, standingIn, stateWord, tenancyPage, tenancyRow } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const EXPORT_MOST = 20_000;
const all = { limit: EXPORT_MOST, offset: 0 };
const number = { kind: 'number' } as const;
const yuan = (fen: number): number => fen / 100;
const when = (at: Date | null): string => (at === null ? '' : chinaTime(at));

async function pathOf(tx: Tx, by: Actor, permission: string, unionId: string | undefined): Promise<string | undefined> {
  return unionId ? (await loadUnionFor(tx, by, permission, unionId)).path : undefined;
}

async function sheet<R>(tx: Tx, by: Actor, o: { name: Word; rows: readonly R[]; columns: readonly ExportColumn<R>[]; shown: readonly string[] | undefined; locale: Locale }): Promise<Download> {
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: o.rows.length, name: o.name } });
  return exportSheet({ name: o.name, now: tx.now, locale: o.locale, rows: [...o.rows], shown: o.shown === undefined ? undefined : [...o.shown], columns: [...o.columns] });
}

/** Allocations over the subtrees of the officer. */
export async function register(tx: Tx, by: Actor, { unionId, ...f }: In<'register'>, { locale }: Call) {
  const { items, total } = await allocations.listRegister(tx, by, { ...f, unionPath: await pathOf(tx, by, 'housing.keep', unionId) });
  return { items: await cardsOf(tx, by, items, locale), total };
}

/** Allocations as a spreadsheet. */
export async function exportRegister(tx: Tx, by: Actor, { unionId, columns: shown, ...f }: In<'exportRegister'>, { locale }: Call): Promise<Download> {
  const { items } = await allocations.listRegister(tx, by, { ...f, ...all, unionPath: await pathOf(tx, by, 'housing.keep', unionId) });
  return sheet(tx, by, {
    name: words.registerName, rows: items, shown, locale,
    columns: [
      { heading: words.columnTitle, under: ['title'], cell: (a) => a.title }, { heading: words.columnUnion, under: ['union'], cell: (a) => a.union }, { heading: words.columnPhase, under: ['phase'], cell: (a) => say(words[`phase_${phaseOf(a, tx.now)}`], locale) },
      { heading: words.columnFlats, under: ['flats'], ...number, cell: (a) => a.flats }, { heading: words.columnGiven, under: ['given'], ...number, cell: (a) => a.given }, { heading: words.columnApplications, under: ['applications'], ...number, cell: (a) => a.applications }, { heading: words.columnWaiting, under: ['waiting'], ...number, cell: (a) => a.waiting },
      { heading: words.columnOpens, under: ['opens'], cell: (a) => when(a.opensAt) }, { heading: words.columnCloses, under: ['opens'], cell: (a) => when(a.closesAt) },
    ],
  });
}

/** Applications over the subtrees where the officer checks. */
export async function applications(tx: Tx, by: Actor, { limit, offset, unionId, ...f }: In<'applications'>, { locale }: Call) {
  const { items, total } = await q.listRegister(tx, by, { ...f, unionPath: await pathOf(tx, by, 'housing.check', unionId) }, { limit, offset });
  const papers = await files.listOf(tx, PAPERS, items.map((h) => h.id));
  return {
    items: items.map((h) => ({
      id: h.id, number: h.number, order: h.order, allocation: h.allocation, allocationId: h.allocationId, name: h.name, staffNumber: h.staffNumber, unit: h.unit, people: h.people, papers: papers.get(h.id)?.length ?? 0, state: h.state, stateWord: stateWord(h.state, locale), standing: standingIn(h),
      submittedAt: h.submittedAt?.toISOString() ?? null, due: h.nextDue?.toISOString() ?? null, late: h.nextDue !== null && h.nextDue < tx.now, declines: h.declines,
    })), total,
  };
}

/** Applications as a spreadsheet; what was sealed is not in it. */
export async function exportApplications(tx: Tx, by: Actor, { columns: shown, unionId, ...f }: In<'exportApplications'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, { ...f, unionPath: await pathOf(tx, by, 'housing.check', unionId) }, all);
  return sheet(tx, by, {
    name: words.applicationsName, rows: items, shown, locale,
    columns: [
      { heading: words.columnNumber, under: ['name'], cell: (h) => h.number }, { heading: words.columnName, under: ['name'], cell: (h) => h.name }, { heading: words.columnStaff, under: ['name'], cell: (h) => h.staffNumber }, { heading: words.columnUnit, under: ['unit'], cell: (h) => h.unit },
      { heading: words.columnTitle, under: ['allocation'], cell: (h) => h.allocation }, { heading: words.columnOrder, under: ['order'], ...number, cell: (h) => h.order }, { heading: words.columnPeople, under: ['people'], ...number, cell: (h) => h.people },
      { heading: words.columnState, under: ['state'], cell: (h) => stateWord(h.state, locale) }, { heading: words.columnStanding, under: ['standing'], cell: (h) => say(words[`standing_${standingIn(h)}`], locale) }, { heading: words.columnSubmitted, under: ['submitted'], cell: (h) => when(h.submittedAt) }, { heading: words.columnDue, under: ['due'], cell: (h) => when(h.nextDue) },
    ],
  });
}

const IN: Readonly<Record<string, readonly string[]>> = { waiting: ['waiting'], offered: ['offered'], taken: ['taken'], lives: ['handed'] };
const EVERYBODY = ['waiting', 'offered', 'taken', 'handed'];
const standingHere = (x: queue.InQueue): Standing => standingOf({ claim: x.claim, again: false, ended: false });

/** The queue of an allocation with names, in its order. */
export async function inQueue(tx: Tx, by: Actor, { allocationId, standing, text, limit, offset }: In<'queue'>) {
  await loadAllocation(tx, by, allocationId);
  const page = await queue.listQueue(tx, allocationId, { states: standing ? (IN[standing] ?? EVERYBODY) : EVERYBODY, text, limit, offset });
  return {
    items: page.items.map((x) => ({ applicationId: x.applicationId, claimId: x.claimId, place: x.place, order: x.order, name: x.name, staffNumber: x.staffNumber, unit: x.unit, people: x.people, joinedAt: x.joinedAt.toISOString(), standing: standingHere(x), flat: x.flat ?? '', dueAt: x.dueAt?.toISOString() ?? null, declines: x.declines })),
    total: page.total,
  };
}

/** How many of the latest allocations are looked at for one with a queue. */
const ALLOCATIONS_LOOKED_AT = 20;

/** The queue as a spreadsheet; without an allocation that of the latest in which anybody waits or has waited. */
export async function exportQueue(tx: Tx, by: Actor, { allocationId, columns: shown }: In<'exportQueue'>, { locale }: Call): Promise<Download> {
  const asked = allocationId ? [await loadAllocation(tx, by, allocationId)] : (await allocations.listRegister(tx, by, { limit: ALLOCATIONS_LOOKED_AT, offset: 0 })).items;
  let items: Awaited<ReturnType<typeof queue.listQueue>>['items'] = [];
  for (const a of asked) if (items.length === 0) items = (await queue.listQueue(tx, a.id, { states: EVERYBODY, ...all })).items;
  return sheet(tx, by, {
    name: words.queueName, rows: items, shown, locale,
    columns: [
      { heading: words.columnPlace, under: ['place'], ...number, cell: (x) => x.place }, { heading: words.columnOrder, under: ['order'], ...number, cell: (x) => x.order }, { heading: words.columnName, under: ['name'], cell: (x) => x.name }, { heading: words.columnStaff, under: ['name'], cell: (x) => x.staffNumber },
      { heading: words.columnUnit, under: ['unit'], cell: (x) => x.unit }, { heading: words.columnPeople, under: ['people'], ...number, cell: (x) => x.people }, { heading: words.columnStanding, under: ['standing'], cell: (x) => say(words[`standing_${standingHere(x)}`], locale) }, { heading: words.columnFlat, under: ['flat'], cell: (x) => x.flat ?? '' },
      { heading: words.columnJoined, under: ['joined'], cell: (x) => legalDateOf(x.joinedAt) }, { heading: words.columnDue, under: ['due'], cell: (x) => when(x.dueAt) },
    ],
  });
}

/** Tenancies over the subtrees of the officer. */
export async function tenancies(tx: Tx, by: Actor, { limit, offset, unionId, ...f }: In<'tenancies'>, { locale }: Call) {
  const { items, total } = await t.listTenancies(tx, by, { ...f, unionPath: await pathOf(tx, by, 'housing.keep', unionId) }, { limit, offset });
  return { items: items.map((n) => tenancyRow(n, locale)), total };
}

/** Tenancies as a spreadsheet. */
export async function exportTenancies(tx: Tx, by: Actor, { columns: shown, unionId, ...f }: In<'exportTenancies'>, { locale }: Call): Promise<Download> {
  const { items } = await t.listTenancies(tx, by, { ...f, unionPath: await pathOf(tx, by, 'housing.keep', unionId) }, all);
  return sheet(tx, by, {
    name: words.tenanciesName, rows: items.map((n) => tenancyRow(n, locale)), shown, locale,
    columns: [
      { heading: words.columnFlat, under: ['flat'], cell: (n) => n.flat }, { heading: words.columnEstate, under: ['flat'], cell: (n) => n.estate }, { heading: words.columnName, under: ['name'], cell: (n) => n.name }, { heading: words.columnStaff, under: ['name'], cell: (n) => n.staffNumber }, { heading: words.columnUnit, under: ['unit'], cell: (n) => n.unit },
      { heading: words.columnPeople, under: ['people'], ...number, cell: (n) => n.people }, { heading: words.columnRent, under: ['rent'], ...number, cell: (n) => yuan(n.rentFen) }, { heading: words.columnFrom, under: ['term'], cell: (n) => n.from ?? '' }, { heading: words.columnTo, under: ['term'], cell: (n) => n.to ?? '' },
      { heading: words.columnState, under: ['state'], cell: (n) => say(words[`tenancy_${n.state}`], locale) }, { heading: words.columnLeaveBy, under: ['leaveBy'], cell: (n) => n.leaveBy ?? '' }, { heading: words.columnEnded, under: ['state'], cell: (n) => n.endedOn ?? '' },
    ],
  });
}

/** A tenancy with its visits. */
export const tenancy = async (tx: Tx, by: Actor, { id }: In<'tenancy'>, { locale }: Call) => tenancyPage(tx, by, await loadKept(tx, by, id), locale);

/** Flats, people housed and applications over the subtrees of the officer. */
export async function statistics(tx: Tx, by: Actor, { unionId }: In<'statistics'>, { locale }: Call) {
  const path = await pathOf(tx, by, 'housing.keep', unionId);
  const estates = await t.sumFlats(tx, by, path, NOT_STARTED);
  const sum = (of: 'flats' | 'out' | 'offered' | 'taken' | 'lived'): number => estates.reduce((n, e) => n + e[of], 0);
  const lived = await t.sumTenancies(tx, by, path);
  const states = await q.countStates(tx, by, path);
  const of = (...names: readonly string[]): number => states.reduce((n, s) => n + (names.includes(s.state) ? s.n : 0), 0);
  const waiting = (await allocations.listRegister(tx, by, { ...all, limit: 1_000, unionPath: path })).items.reduce((n, a) => n + a.waiting, 0);
  return {
    flats: sum('flats'), free: sum('flats') - sum('out') - sum('offered') - sum('taken') - sum('lived'), offered: sum('offered'), taken: sum('taken'), lived: sum('lived'), out: sum('out'), households: lived.households, people: lived.people, waiting, applications: of(...STATES), checking: of('submitted', 'incomplete', 'objected'), rejected: of('rejected', 'upheld'),
    waitedDays: lived.days, rentFen: Number(lived.rent), leaving: lived.leaving, states: STATES.flatMap((s) => (of(s) > 0 ? [{ state: s, word: stateWord(s, locale), n: of(s) }] : [])), estates: estates.map((e) => ({ estate: e.estate, flats: e.flats, lived: e.lived })),
  };
}

/** The figures as a spreadsheet: what is counted, of what, and how many. */
export async function exportStatistics(tx: Tx, by: Actor, o: In<'exportStatistics'>, call: Call): Promise<Download> {
  const { locale } = call;
  const s = await statistics(tx, by, o, call);
  const { rentFen, ...counted } = s;
  const totals = Object.entries(figures).map(([key, word]) => ({ group: say(words.figuresAll, locale), name: say(word, locale), n: key === 'rentFen' ? yuan(rentFen) : counted[key as Exclude<keyof typeof figures, 'rentFen'>] }));
  const states = s.states.map((x) => ({ group: say(words.columnState, locale), name: x.word, n: x.n }));
  const estates = s.estates.flatMap((e) => [{ group: e.estate, name: say(figures.flats, locale), n: e.flats }, { group: e.estate, name: say(figures.lived, locale), n: e.lived }]);
  return sheet(tx, by, {
    name: words.statisticsName, rows: [...totals, ...states, ...estates], shown: undefined, locale,
    columns: [{ heading: words.columnOf, cell: (r) => r.group }, { heading: words.columnFigure, cell: (r) => r.name }, { heading: words.columnN, ...number, cell: (r) => r.n }],
  });
}
