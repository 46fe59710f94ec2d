import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type ClaimRow, claims, HOLDING } from '#engines/claims';
import { loadUnionFor } from '#engines/org';
import { type Answers, answerFaults, maskName, type Question } from './activities.rules.ts';
import * as q from './activities.sql.ts';
import { words } from './activities.words.ts';
import { loadKept, seeKept } from './deciding.service.ts';
import type { desk, EntryRow } from './desk.contract.ts';
import { KEEP } from './drafting.service.ts';
import { type FamilyMember, hereCode, openFamilyOf } from './taking.service.ts';
import * as t from './taking.sql.ts';
import { cardsOf, standing } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const EXPORT_MOST = 20_000;
const SIGNED = [...HOLDING, 'waiting'] as const;

async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<In<'register'>, 'limit' | 'offset'>): Promise<q.Filter> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, KEEP, unionId)).path } : {}) };
}

/** The register over the subtrees of the officer, latest beginning first. */
export async function register(tx: Tx, by: Actor, f: In<'register'>) {
  const { items, total } = await q.listRegister(tx, by, await filterOf(tx, by, f), f);
  return { items: await cardsOf(tx, by, items), total };
}

/** The register as a spreadsheet, at most 20,000 rows; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (a) => a.number }, { heading: words.columnTitle, under: ['title'], cell: (a) => a.title }, { heading: words.columnKind, under: ['kind'], cell: (a) => say(words[`kind_${a.kind}`], locale) },
      { heading: words.columnUnion, under: ['union'], cell: (a) => a.union }, { heading: words.columnStarts, under: ['starts'], cell: (a) => chinaTime(a.startsAt) }, { heading: words.columnPlace, under: ['place'], cell: (a) => a.place },
      { heading: words.columnState, under: ['state'], cell: (a) => say(words[`standing_${standing(a, tx.now)}`], locale) }, { heading: words.columnPlaces, under: ['places'], ...number, cell: (a) => a.capacity }, { heading: words.columnTaken, under: ['places'], ...number, cell: (a) => a.taken },
      { heading: words.columnWaiting, under: ['places'], ...number, cell: (a) => a.waiting }, { heading: words.columnCame, under: ['came'], ...number, cell: (a) => a.came }, { heading: words.columnStars, under: ['stars'], ...number, cell: (a) => (a.stars === null ? null : Math.round(a.stars * 10) / 10) },
      { heading: words.columnOrganiser, under: ['organiser'], cell: (a) => a.organiser },
    ],
  });
}

/** The code that is printed for the place. */
export async function here(tx: Tx, by: Actor, { id }: In<'here'>) {
  const a = await seeKept(tx, by, id);
  return { here: hereCode(tx.federationId, a.id) };
}

/** What a state of a sign-up is called here. */
const stateWord = (state: ClaimRow['state']): Word => (state === 'handed' ? words.handed : claims.stateWord('activity', state));

const maskFamily = (list: readonly FamilyMember[]): FamilyMember[] => list.map((f) => ({ name: maskName(f.name), relation: f.relation, age: null }));

function rowView(questions: readonly Question[], c: ClaimRow, e: t.Entry | undefined, locale: Locale): z.input<typeof EntryRow> {
  const answers: Answers = questions.map((_, i) => e?.answers[i] ?? null);
  const complete = (e?.family ?? 0) === c.places - 1 && answerFaults(questions, answers).length === 0;
  return { id: c.id, personId: c.personId, name: c.name, staffNumber: c.staffNumber, unit: c.unit, state: say(stateWord(c.state), locale), places: c.places, family: maskFamily(openFamilyOf(e?.sealed ?? null)), answers: [...answers], complete };
}

/** Who signed up and what they said; names of family members are masked. */
export async function answers(tx: Tx, by: Actor, { id, text, limit, offset }: In<'answers'>, call: Call) {
  const a = await seeKept(tx, by, id);
  const page = await claims.listClaims(tx, id, { states: SIGNED, text, limit, offset });
  const said = await t.findEntries(tx, id, page.items.map((c) => c.personId));
  return { questions: a.questions.map((x) => ({ ...x, options: [...x.options] })), items: page.items.map((c) => rowView(a.questions, c, said.get(c.personId), call.locale)), total: page.total };
}

async function allSigned(tx: Tx, id: string): Promise<{ list: ClaimRow[]; said: Map<string, t.Entry> }> {
  const { items: list } = await claims.listClaims(tx, id, { states: SIGNED, limit: EXPORT_MOST, offset: 0 });
  return { list, said: await t.findEntries(tx, id, list.map((c) => c.personId)) };
}

/** Names of all family members in full: who looked and what for stands in the log. */
export async function openFamily(tx: Tx, by: Actor, { id, purpose }: In<'openFamily'>) {
  const a = await loadKept(tx, by, id);
  await audit.looked(tx, by, { subject: { kind: 'activity', id }, unionId: a.unionId, fields: ['family'], purpose });
  const { list, said } = await allSigned(tx, id);
  return { items: list.flatMap((c) => { const family = openFamilyOf(said.get(c.personId)?.sealed ?? null); return family.length > 0 ? [{ personId: c.personId, family }] : []; }) };
}

/** Everybody with answers as a spreadsheet; family names in full only with a purpose, which is logged. */
export async function exportAnswers(tx: Tx, by: Actor, { id, purpose }: In<'exportAnswers'>, { locale }: Call): Promise<Download> {
  const a = await loadKept(tx, by, id);
  if (purpose !== '') await audit.looked(tx, by, { subject: { kind: 'activity', id }, unionId: a.unionId, fields: ['family'], purpose });
  const { list, said } = await allSigned(tx, id);
  await audit.record(tx, by, words.auditExportedAnswers, { subject: { kind: 'activity', id }, unionId: a.unionId, slots: { title: a.title, n: list.length } });
  const family = (c: ClaimRow): string => {
    const open = openFamilyOf(said.get(c.personId)?.sealed ?? null);
    return (purpose === '' ? maskFamily(open) : open).map((f) => `${f.name}${f.age === null ? '' : ` ${f.age}`}`).join(' / ');
  };
  const shown = (value: Answers[number] | undefined): string => (typeof value === 'boolean' ? say(value ? words.yes : words.no, locale) : value === null || value === undefined ? '' : String(value));
  return exportSheet({
    name: words.answersName, now: tx.now, locale, rows: list,
    columns: [
      { heading: words.columnName, cell: (c) => c.name }, { heading: words.columnStaff, cell: (c) => c.staffNumber }, { heading: words.columnUnit, cell: (c) => c.unit }, { heading: words.columnState, cell: (c) => say(stateWord(c.state), locale) },
      { heading: words.columnPlaces, kind: 'number', cell: (c) => c.places }, { heading: words.columnFamily, cell: family },
      ...a.questions.map((x, i) => ({ heading: { code: 'activities.question', zh: x.label, en: x.label }, cell: (c: ClaimRow) => shown(said.get(c.personId)?.answers[i]) })),
    ],
  });
}
