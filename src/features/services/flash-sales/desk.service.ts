import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { mayIn } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { plainYuan } from '#shared/money';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import { findUnionFor, listSubtree, loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { stepWord } from './approving.service.ts';
import { check, pointsFor, sayCheck, sayCheckBasis } from './checking.service.ts';
import { countMembers, pathsOf } from './figures.sql.ts';
import type { api } from './sales.contract.ts';
import { saleProcess } from './sales.process.ts';
import { costOf } from './sales.rules.ts';
import * as q from './sales.sql.ts';
import type { SaleRow } from './sales.sql.ts';
import { words } from './sales.words.ts';
import { loadKept, picturesOf } from './scope.service.ts';
import { lastSeconds } from './seeing.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;
const EXPORT_MOST = 5_000;

const costEach = (s: SaleRow): number => costOf({ worth: Number(s.worthFen), price: Number(s.price), pays: s.pays });

function rowView(s: SaleRow, locale: Locale): Out<'register'>['items'][number] {
  return {
    id: s.id, title: s.title, union: { id: s.unionId, name: s.union }, number: s.number, state: s.state, stateWord: say(words[`state_${s.state}`], locale), returned: s.state === 'draft' && s.caseState === 'returned',
    opensAt: s.opensAt.toISOString(), closesAt: s.closesAt.toISOString(), places: s.places, taken: s.taken, handed: s.handed, missed: s.missed, pays: s.pays, price: Number(s.price), worthFen: Number(s.worthFen), costFen: costEach(s) * s.places, lastSeconds: lastSeconds(s), madeBy: s.madeBy,
  };
}

async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<In<'register'>, 'limit' | 'offset'>): Promise<Omit<q.SaleFilter, 'limit' | 'offset'>> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, 'sales.keep', unionId)).path } : {}) };
}

/** Sales of the officer's unions, latest start first. */
export async function register(tx: Tx, by: Actor, { limit, offset, ...f }: In<'register'>, call: Call): Promise<Out<'register'>> {
  const { items, total } = await q.listKept(tx, by, { ...(await filterOf(tx, by, f)), limit, offset });
  return { items: items.map((s) => rowView(s, call.locale)), total };
}

/** The list as a spreadsheet, at most 5,000 rows. */
export async function exportRegister(tx: Tx, by: Actor, { columns, ...f }: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await q.listKept(tx, by, { ...(await filterOf(tx, by, f)), limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditListExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.listName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnTitle, under: ['title'], cell: (s) => s.title }, { heading: words.columnUnion, under: ['title'], cell: (s) => s.union }, { heading: words.columnState, under: ['state'], cell: (s) => say(words[`state_${s.state}`], call.locale) },
      { heading: words.columnOpens, under: ['opens'], cell: (s) => chinaTime(s.opensAt) }, { heading: words.columnPlaces, under: ['places'], ...number, cell: (s) => s.places }, { heading: words.columnTaken, under: ['taken'], ...number, cell: (s) => s.taken },
      { heading: words.columnCollected, under: ['taken'], ...number, cell: (s) => s.handed }, { heading: words.columnSeconds, under: ['seconds'], ...number, cell: (s) => lastSeconds(s) }, { heading: words.columnCost, under: ['cost'], ...number, cell: (s) => Number(plainYuan(BigInt(costEach(s) * s.places))) },
    ],
  });
}

/** What the form starts with for a union: those below it, members, points, payment gate, the numbers of the rulebook. */
export async function start(tx: Tx, by: Actor, { unionId }: In<'start'>): Promise<Out<'start'>> {
  const first = by.grants.find((g) => g.permission === 'sales.keep')?.unionId ?? '';
  const union = await findUnionFor(tx, by, 'sales.keep', unionId ?? first);
  const empty = { union: null, unions: [], members: 0, points: false, gate: claims.hasGate(), remindMinutes: 0, noticeHours: 0, capFen: 0, approveAboveFen: 0, serverTime: tx.now.toISOString() };
  if (union === null) return empty;
  const { values } = await rulebook.look(tx, { unionId: union.id }, ['sales.remind.minutes', 'sales.notice.hours', 'sales.personYear.fen', 'sales.approve.aboveFen']);
  return {
    ...empty, union: { id: union.id, name: union.name }, unions: (await listSubtree(tx, union.path)).slice(0, 300).map((u) => ({ id: u.id, name: u.name })), members: await countMembers(tx, [union.path]),
    points: (await pointsFor(tx, union.id)) !== null, remindMinutes: values['sales.remind.minutes'], noticeHours: values['sales.notice.hours'], capFen: values['sales.personYear.fen'], approveAboveFen: values['sales.approve.aboveFen'],
  };
}

/** The steps open to this officer now. */
function openSteps(by: Actor, s: SaleRow): string[] {
  const keeps = mayIn(by, 'sales.keep', s.unionPath);
  const steps: string[] = [];
  if (s.state === 'draft' && keeps) steps.push('change', 'submit');
  if (s.state === 'waiting' && mayIn(by, 'sales.approve', s.unionPath) && s.madeById !== by.personId) steps.push('approve', 'return');
  if (s.state === 'waiting' && s.madeById === by.personId) steps.push('withdraw');
  if (keeps && s.publishedAt !== null && s.state !== 'cancelled') steps.push('amend', 'report', 'hall');
  if (keeps && (s.state === 'coming' || s.state === 'on')) steps.push('raise');
  if (keeps && (s.state === 'over' || (s.state === 'on' && s.taken >= s.places))) steps.push('showOrder');
  if (keeps && s.state !== 'cancelled') steps.push('callOff');
  if (keeps) steps.push('copy');
  if (mayIn(by, 'sales.export', s.unionPath)) steps.push('export');
  return steps;
}

async function storyOf(tx: Tx, caseId: string | null, call: Call): Promise<Out<'desk'>['events']> {
  if (caseId === null) return [];
  const { events } = await cases.loadWhole(tx, saleProcess, caseId, false);
  return events.map((e) => ({ id: e.id, word: stepWord(e.step, call), by: [e.byName ?? '', e.byTitle].filter(Boolean).join(' · '), text: e.step === 'opened' ? '' : e.text, at: e.at.toISOString() }));
}

/** A sale as officers see it, with every check and its basis. */
export async function desk(tx: Tx, by: Actor, { id }: In<'desk'>, call: Call): Promise<Out<'desk'>> {
  const { sale: s, offer } = await loadKept(tx, by, id);
  const pools = await claims.listPools(tx, s.id);
  const photos = (await picturesOf(tx, [s])).get(s.id) ?? [];
  const checked = await check(tx, s, offer, photos.length, false);
  const named = new Map((await pathsOf(tx, [...pools.flatMap((p) => p.unionId ?? []), ...offer.who.unions])).map((u) => [u.id, { id: u.id, name: u.name }]));
  const before = s.publishedAt === null && s.state !== 'cancelled';
  return {
    ...rowView(s, call.locale), about: s.about, measure: s.measure, occasion: s.occasion, form: s.form, memberMonths: s.memberMonths, restDays: offer.who.restDays, misses: offer.who.misses,
    pools: pools.map((p) => ({ no: p.no, union: p.unionId === null ? null : (named.get(p.unionId) ?? null), places: p.capacity, taken: p.taken, rollsUpAt: p.rollsUpAt?.toISOString() ?? null })), unions: offer.who.unions.flatMap((u) => named.get(u) ?? []),
    place: offer.place, handOverFrom: offer.handOverFrom?.toISOString() ?? null, handOverTo: offer.handOverTo?.toISOString() ?? null, transferable: offer.transferable, waits: offer.waits, tax: s.tax, taxWord: say(words[`tax_${s.tax}`], call.locale), taxNote: s.taxNote, photos, ownPhotos: s.photosOfId === null,
    checks: before ? checked.checks.map((c) => ({ name: c.name, level: c.level, text: sayCheck(c, s, call.locale), basis: sayCheckBasis(c, checked.basis, call.locale) })) : [], needsApproval: checked.needsApproval, members: checked.members, reminders: (await q.listReminded(tx, s.id)).length,
    orderPublished: offer.published, why: offer.why, version: offer.version, caseVersion: s.caseVersion, publishedAt: s.publishedAt?.toISOString() ?? null, events: await storyOf(tx, s.caseId, call), basis: s.ruleSetId === null ? [] : await rulebook.basisOf(tx, s.ruleSetId, call.locale), may: openSteps(by, s), serverTime: tx.now.toISOString(),
  };
}
