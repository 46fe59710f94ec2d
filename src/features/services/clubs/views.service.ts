import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { addMonths, chinaTime, instantAt, legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { claims, claimWords } from '#engines/claims';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { belongs, confirmedOf, GRANT, KEEP, leads, loadClub, neededIn } from './access.service.ts';
import type { api, ClubCard, ClubOut } from './clubs.contract.ts';
import { clubProcess } from './clubs.process.ts';
import { NO_LIMIT } from './clubs.rules.ts';
import * as q from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import type { desk } from './desk.contract.ts';
import { listNext, sumEvents } from './gatherings.sql.ts';
import { meanOf } from './meeting.service.ts';
import { listFounders, listRoles } from './people.sql.ts';
import { listAwardsOf } from './years.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type DeskIn<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const OPEN: readonly string[] = ['gathering', 'returned'];
const EXPORT_MOST = 20_000;

const lastYear = (tx: Tx): Date => instantAt(addMonths(legalDateOf(tx.now), -12));

async function cardsOf(tx: Tx, list: readonly q.ClubRow[]): Promise<(z.input<typeof ClubCard> & { attendances: number; stars: number | null; ratings: number })[]> {
  const ids = list.map((c) => c.id);
  const [next, sums] = [await listNext(tx, ids), await sumEvents(tx, ids, lastYear(tx), tx.now)];
  return list.map((c) => {
    const [n, s] = [next.get(c.id), sums.get(c.id)];
    return {
      id: c.id, number: c.number, name: c.name, category: c.category, union: c.union, unionId: c.unionId, purpose: c.purpose, meets: c.meets, state: c.state, members: c.members, capacity: c.offer === null || c.capacity >= NO_LIMIT ? c.places : c.capacity, waiting: c.waiting,
      gatherings: s?.gatherings ?? 0, attendances: s?.attendances ?? 0, stars: meanOf(s?.stars ?? 0, s?.ratings ?? 0), ratings: s?.ratings ?? 0, leader: c.leader || c.author, mine: c.mine, role: c.role, asked: c.founder === 'invited' && OPEN.includes(c.state),
      next: n ? { id: n.id, title: n.title, place: n.place, startsAt: n.startsAt.toISOString() } : null,
    };
  });
}

/** Clubs of my union and above, largest first; or those I found or belong to. */
export async function list(tx: Tx, by: Actor, f: In<'list'>) {
  const { items, total } = await q.listForMe(tx, by, f);
  return { items: await cardsOf(tx, items), total };
}

function eventView(e: CaseEvent, locale: Locale) {
  const word = (clubProcess.steps as Record<string, { word: Word }>)[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? words.auditSavedStep;
  const by = e.byKind === 'system' ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return { id: e.id, word: say(e.step === 'opened' ? words.didPropose : word, locale), by, text: e.step === 'opened' || e.step === 'submit' ? '' : e.text, at: e.at.toISOString() };
}

/** The case behind it for its author and its officers. */
async function storyOf(tx: Tx, by: Actor, c: q.ClubRow, locale: Locale) {
  if (c.authorId !== by.personId && !mayIn(by, KEEP, c.path)) return { steps: [], events: [] };
  const seen = await cases.load(tx, clubProcess, by, c.id);
  return { steps: seen.may, events: seen.events.map((e) => eventView(e, locale)) };
}

async function standingOf(tx: Tx, by: Actor, c: q.ClubRow, locale: Locale): Promise<{ bar: string | null; ahead: number }> {
  if (c.offer === null) return { bar: null, ahead: 0 };
  const offer = await claims.findOffer(tx, c.id);
  const mine = (await claims.listMine(tx, by.personId, [c.id])).find((x) => x.endedAt === null);
  const barred = offer ? await claims.barFor(tx, offer, by.personId) : null;
  return { bar: barred === null || offer === null ? null : say(claimWords[barred], locale, { days: offer.who.memberDays }), ahead: mine?.ahead ?? 0 };
}

function mayWith(by: Actor, c: q.ClubRow, steps: readonly string[], enough: boolean, bar: string | null): string[] {
  const own = c.authorId === by.personId && OPEN.includes(c.state);
  const active = c.state === 'active';
  const can: readonly (readonly [string, boolean])[] = [
    ['save', own || ((active || c.state === 'suspended') && leads(by, c)) || (c.state === 'submitted' && mayIn(by, KEEP, c.path))], ['invite', own], ['answer', !own && c.founder !== null && OPEN.includes(c.state)], ['join', active && c.mine === null && bar === null],
    ['leave', c.mine !== null && c.leaderId !== by.personId && c.offer === 'open'], ['inside', belongs(by, c)], ['lead', active && leads(by, c)], ['appoint', active && leads(by, c, ['leader'])], ['spend', active && leads(by, c, ['leader', 'deputy', 'treasurer'])],
    ['report', active && leads(by, c)], ['keep', mayIn(by, KEEP, c.path)], ['grant', active && mayIn(by, GRANT, c.path)],
  ];
  return [...steps.filter((s) => s !== 'submit' || enough), ...can.flatMap(([name, yes]) => (yes ? [name] : []))];
}

/** The page of a club, for whoever may see it. Founders are shown to founders and officers. */
export async function club(tx: Tx, by: Actor, { id }: In<'club'>, { locale }: Call): Promise<z.input<typeof ClubOut>> {
  const c = await loadClub(tx, by, id);
  const [card] = await cardsOf(tx, [c]);
  if (card === undefined) throw new Error(`club ${id} has no card`);
  const { bar, ahead } = await standingOf(tx, by, c, locale);
  const { steps, events } = await storyOf(tx, by, c, locale);
  const [confirmed, needed] = [(await confirmedOf(tx, c)).length, await neededIn(tx, c.unionId)];
  const founders = c.founder !== null || mayIn(by, KEEP, c.path) ? await listFounders(tx, id) : [];
  return {
    ...card, charter: c.charter, foundedOn: c.foundedOn, version: c.version, wished: c.places, nextDue: c.nextDue?.toISOString() ?? null, bar, ahead, author: c.author, confirmed, needed, events,
    founders: founders.map((f) => ({ ...f, me: f.personId === by.personId })), roles: await listRoles(tx, id), basis: c.ruleSetId ? await rulebook.basisOf(tx, c.ruleSetId, locale) : [], awards: await listAwardsOf(tx, id), may: mayWith(by, c, steps, confirmed >= needed, bar),
  };
}

async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<DeskIn<'register'>, 'limit' | 'offset'>): Promise<q.Filter> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, KEEP, unionId)).path } : {}) };
}

/** The register over the unions of the officer; what waits first. */
export async function register(tx: Tx, by: Actor, { limit, offset, ...f }: DeskIn<'register'>, { locale }: Call) {
  const { items, total } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit, offset });
  const cards = await cardsOf(tx, items);
  return { total, items: cards.map(({ mine: _m, role: _r, asked: _a, next: _n, ...card }, i) => ({ ...card, foundedOn: items[i]?.foundedOn ?? null, nextDue: items[i]?.nextDue?.toISOString() ?? null, stateWord: say(words[`state_${card.state}`], locale) })) };
}

/** The register as a spreadsheet; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, { columns, ...f }: DeskIn<'exportRegister'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  const cards = await cardsOf(tx, items);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { name: words.registerName, n: cards.length } });
  const number = { kind: 'number' } as const;
  const founded = new Map(items.map((c) => [c.id, c.foundedOn]));
  return exportSheet({
    name: words.registerName, now: tx.now, locale, rows: cards, shown: columns,
    columns: [
      { heading: words.columnNumber, under: ['name'], cell: (c) => c.number }, { heading: words.columnName, under: ['name'], cell: (c) => c.name }, { heading: words.columnCategory, under: ['category'], cell: (c) => say(words[`category_${c.category}`], locale) }, { heading: words.columnUnion, under: ['union'], cell: (c) => c.union },
      { heading: words.columnState, under: ['state'], cell: (c) => say(words[`state_${c.state}`], locale) }, { heading: words.columnLeader, under: ['leader'], cell: (c) => c.leader }, { heading: words.columnMembers, under: ['members'], ...number, cell: (c) => c.members }, { heading: words.columnLimit, under: ['members'], ...number, cell: (c) => c.capacity },
      { heading: words.columnWaiting, under: ['members'], ...number, cell: (c) => c.waiting }, { heading: words.columnGatherings, under: ['gatherings'], ...number, cell: (c) => c.gatherings }, { heading: words.columnAttendances, under: ['gatherings'], ...number, cell: (c) => c.attendances },
      { heading: words.columnFounded, under: ['founded'], cell: (c) => founded.get(c.id) ?? '' }, { heading: words.columnTime, under: ['next'], cell: (c) => (c.next ? chinaTime(new Date(c.next.startsAt)) : '') },
    ],
  });
}
