import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { loadUnionFor } from '#engines/org';
import { listLines } from './audience.sql.ts';
import type { desk, ItemOut, Row } from './desk.contract.ts';
import { disclosureProcess } from './disclosure.process.ts';
import * as q from './disclosure.sql.ts';
import { words } from './disclosure.words.ts';
import { dutiesOfYear, entryWord } from './duties.service.ts';
import { filterOf as questionsFilter } from './questions.service.ts';
import * as k from './questions.sql.ts';
import * as r from './reading.sql.ts';
import { cardOf, filesOf, pageOf } from './views.service.ts';
import { CHECK, LOOK, mayCheck } from './writing.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const EXPORT_MOST = 20_000;
const WRITING = ['due', 'drafted', 'rectifying'];

/** Shares in tenths of a per cent; null where there is nothing to share. */
export const perMille = (part: number, whole: number): number | null => (whole === 0 ? null : Math.min(1000, Math.round((part * 1000) / whole)));

const overdue = (i: q.ItemRow, now: Date): boolean => i.publishedAt === null && i.dueAt !== null && i.dueAt < now && !['nothing', 'dropped'].includes(i.state);
const extraOf = (i: q.ItemRow, now: Date) => ({ dueAt: i.dueAt?.toISOString() ?? null, overdue: overdue(i, now), reads: i.reads, audienceN: i.audienceN, rate: i.no === 0 ? null : perMille(i.reads, i.audienceN), open: i.open });
const rowOf = (i: q.ItemRow, now: Date, locale: Locale): z.input<typeof Row> => ({ ...cardOf(i, undefined, locale), ...extraOf(i, now) });

async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<In<'register'>, 'limit' | 'offset'>): Promise<q.Filter> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, LOOK, unionId)).path } : {}) };
}

/** The register over the subtrees of the officer: what waits first, by its day. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, { locale }: Call) {
  const { items, total } = await q.listRegister(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map((i) => rowOf(i, tx.now, locale)), total };
}

const date = (at: Date | string | null): string => (at === null ? '' : legalDateOf(new Date(at)));
const percent = (rate: number | null): string => (rate === null ? '' : `${(rate / 10).toFixed(1)}%`);

/** The register as a spreadsheet, at most 20,000 rows; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: items.map((i) => rowOf(i, tx.now, locale)), shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (i) => i.number }, { heading: words.columnTitle, under: ['title'], cell: (i) => i.title }, { heading: words.columnEntry, under: ['entry'], cell: (i) => i.entry }, { heading: words.columnPeriod, under: ['entry'], cell: (i) => i.period }, { heading: words.columnUnion, under: ['union'], cell: (i) => i.union },
      { heading: words.columnDue, under: ['due'], cell: (i) => (i.dueAt === null ? '' : date(new Date(new Date(i.dueAt).getTime() - 1))) }, { heading: words.columnPublished, under: ['published'], cell: (i) => date(i.publishedAt) }, { heading: words.columnLate, under: ['published'], ...number, cell: (i) => i.lateDays },
      { heading: words.columnUntil, under: ['until'], cell: (i) => i.publicUntil ?? '' }, { heading: words.columnState, under: ['state'], cell: (i) => say(words[`state_${i.state as 'due'}`], locale) }, { heading: words.columnViolation, under: ['state'], cell: (i) => (i.violation ? say(words.columnViolation, locale) : '') },
      { heading: words.columnRead, under: ['rate'], ...number, cell: (i) => i.reads }, { heading: words.columnPeople, under: ['rate'], ...number, cell: (i) => i.audienceN }, { heading: words.columnRate, under: ['rate'], cell: (i) => percent(i.rate) }, { heading: words.columnQuestions, under: ['questions'], ...number, cell: (i) => i.questions },
    ],
  });
}

function eventView(e: CaseEvent, locale: Locale) {
  const word = (disclosureProcess.steps as Record<string, { word: Word }>)[e.step]?.word ?? (e.step === 'opened' ? words.did_opened : (caseWords as Record<string, Word>)[e.step]) ?? words.title;
  const by = e.byKind === 'system' || e.byId === null ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return { id: e.id, word: say(word, locale), by, text: e.text, at: e.at.toISOString() };
}

/** What this officer may do with an item now; a check only by a second person. */
function mayWith(by: Actor, i: q.ItemRow, steps: readonly string[], today: string): string[] {
  const second = mayCheck(by, i);
  const open = steps.map((s) => ({ resubmit: 'submit', giveBackAgain: 'giveBack', clearAgain: 'clear' })[s] ?? s).filter((s) => s !== 'write' && s !== 'feedback' && (second || !['clear', 'giveBack'].includes(s)) && (s !== 'nothing' || i.period !== '') && (s !== 'drop' || i.period === '') && (s !== 'close' || (i.publicUntil ?? '') < today));
  const keeps = mayIn(by, 'disclosure.keep', i.path);
  return [...open, ...(keeps && WRITING.includes(i.state) ? ['save'] : []), ...(keeps && i.no > 0 && i.withdrawnAt === null && !['closed', 'archived'].includes(i.state) ? ['remind'] : [])];
}

/** One item at the desk: what is public, what is written, who may do what next. */
export async function item(tx: Tx, by: Actor, { id }: In<'item'>, { locale }: Call): Promise<z.input<typeof ItemOut>> {
  const i = await q.findKept(tx, by, LOOK, id);
  if (i === null) throw new Refused(doorWords.notFound, { status: 404 });
  const [page, seen] = [await pageOf(tx, by, i, locale, await k.listOfItem(tx, id)), await cases.load(tx, disclosureProcess, by, id)];
  const drafts = (await q.listVersions(tx, id)).map((v) => v.draftId);
  return {
    ...page, ...extraOf(i, tx.now), may: mayWith(by, i, seen.may, legalDateOf(tx.now)), draft: { title: i.draftTitle, body: i.draftBody, why: i.why, publicDays: i.publicDays, files: await filesOf(tx, [i.draftId, ...drafts], i.draftFiles) }, lines: await listLines(tx, id), caseVersion: i.caseVersion,
    events: seen.events.map((e) => eventView(e, locale)), reported: i.lateLevel > 0 ? i.reported : null, canCheck: mayIn(by, CHECK, i.path), remindedAt: i.remindedAt?.toISOString() ?? null,
  };
}

const unitView = (u: r.UnitRow) => ({ ...u, rate: perMille(u.reads, u.people) });

/** Who knows, by the union of the members, least first. */
export async function awareness(tx: Tx, by: Actor, { id, limit, offset }: In<'awareness'>) {
  if ((await q.findKept(tx, by, LOOK, id)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { items, total } = await r.listUnits(tx, id, { limit, offset });
  return { items: items.map(unitView), total };
}

/** Awareness by unit as a spreadsheet. */
export async function exportAwareness(tx: Tx, by: Actor, { id }: In<'exportAwareness'>, { locale }: Call): Promise<Download> {
  const i = await q.findKept(tx, by, LOOK, id);
  if (i === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { items } = await r.listUnits(tx, id, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedAwareness, { subject: { kind: 'disclosure', id }, unionId: i.unionId, slots: { title: i.title } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.awarenessName, now: tx.now, locale, rows: items.map(unitView),
    columns: [{ heading: words.columnUnit, cell: (u) => u.name }, { heading: words.columnPeople, ...number, cell: (u) => u.people }, { heading: words.columnRead, ...number, cell: (u) => u.reads }, { heading: words.columnRate, cell: (u) => percent(u.rate) }, { heading: words.columnUnderstood, ...number, cell: (u) => u.understood }],
  });
}

/** The year's duties as a spreadsheet. */
export async function exportCalendar(tx: Tx, by: Actor, { unionId, year }: In<'exportCalendar'>, { locale }: Call): Promise<Download> {
  await loadUnionFor(tx, by, LOOK, unionId);
  const { items } = await dutiesOfYear(tx, unionId, year, locale);
  await audit.record(tx, by, words.auditExportedCalendar, { subject: { kind: 'disclosureCatalogue', id: unionId }, unionId, slots: { n: items.length } });
  return exportSheet({
    name: words.calendarName, now: tx.now, locale, rows: items,
    columns: [{ heading: words.columnEntry, cell: (d) => d.entry }, { heading: words.columnPeriod, cell: (d) => d.period }, { heading: words.columnDue, cell: (d) => date(new Date(d.dueAt.getTime() - 1)) }, { heading: words.columnState, cell: (d) => say(words[`duty_${d.state}`], locale) }, { heading: words.columnLate, kind: 'number', cell: (d) => d.lateDays }],
  });
}

/** Questions as a spreadsheet; names only of those who gave them. */
export async function exportQuestions(tx: Tx, by: Actor, { columns, ...f }: In<'exportQuestions'>, { locale }: Call): Promise<Download> {
  const { items } = await k.listKept(tx, by, await questionsFilter(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedQuestions, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.questionsName, now: tx.now, locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnNumber, under: ['text'], cell: (x) => x.number }, { heading: words.columnText, under: ['text'], cell: (x) => x.text }, { heading: words.columnTitle, under: ['item'], cell: (x) => x.title }, { heading: words.columnUnion, under: ['union'], cell: (x) => x.union }, { heading: words.columnKind, under: ['kind'], cell: (x) => say(words[`kind_${x.kind}`], locale) },
      { heading: words.columnBy, under: ['by'], cell: (x) => (x.named ? x.name : say(words.anonymous, locale)) }, { heading: words.columnAsked, under: ['due'], cell: (x) => chinaTime(x.at) }, { heading: words.columnDue, under: ['due'], cell: (x) => date(new Date(x.dueAt.getTime() - 1)) }, { heading: words.columnAnswered, under: ['state'], cell: (x) => (x.answeredAt ? chinaTime(x.answeredAt) : '') }, { heading: words.columnAnswer, under: ['state'], cell: (x) => x.answer },
    ],
  });
}

/** What hangs on a union's board: for the screen in the hall, and on paper. */
export async function board(tx: Tx, by: Actor, { unionId }: In<'board'>, { locale }: Call) {
  const union = await loadUnionFor(tx, by, LOOK, unionId);
  const items = await q.listBoard(tx, unionId);
  const answers = Map.groupBy(await k.listOpenAnswers(tx, items.map((i) => i.id)), (a) => a.itemId);
  return {
    union: union.name, at: tx.now.toISOString(),
    items: items.map((i) => ({ id: i.id, title: i.title, entry: entryWord(i.entry, i.agreed, locale), body: i.body, publishedAt: (i.publishedAt ?? tx.now).toISOString(), publicUntil: i.publicUntil ?? '', version: i.no, files: i.files.length, questions: (answers.get(i.id) ?? []).slice(0, 3).map(({ text, answer }) => ({ text, answer })) })),
  };
}
