import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaCalendar } from '#shared/china-calendar';
import { addDays, instantAt, type LegalDate, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Locale, say, type Word } from '#shared/words';
import { workingHours, type WorkingHours } from '#shared/worktime';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { listSubtree, loadUnionFor } from '#engines/org';
import { type RuleKey, rulebook } from '#engines/rulebook';
import { setLines } from './audience.sql.ts';
import { type CONGRESS, disclosureCatalogue, dueAfter, dueAfterWork, dueBefore, type Entry, isEntry, REGULAR, type Regular, spansEnding } from './catalogue.rules.ts';
import * as c from './catalogue.sql.ts';
import type { desk } from './desk.contract.ts';
import { disclosureProcess } from './disclosure.process.ts';
import { insertItem } from './disclosure.sql.ts';
import { words } from './disclosure.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
/** The numbers of disclosure for one union. */
export type Numbers = { readonly leastDays: number; readonly agendaDays: number; readonly decisionDays: number; readonly answerDays: number; readonly regularDays: number; readonly atOnceWorkdays: number; readonly every: Readonly<Record<Regular, number>>; readonly hours: WorkingHours };
/** Something to be disclosed for a period by a moment. */
type Duty = { readonly entry: string; readonly period: string; readonly title: string; readonly dueAt: Date };

const UNITS_MOST = 200;

const everyKey = (entry: Regular): RuleKey => `disclosure.every.${entry}`;

/** Looks up the numbers as they stand for a union today. */
export async function numbersOf(tx: Tx, unionId: string): Promise<Numbers> {
  const { values: v } = await rulebook.look(tx, { unionId }, ['disclosure.public.leastDays', 'disclosure.agenda.beforeDays', 'disclosure.decisions.withinDays', 'disclosure.answer.withinDays', 'disclosure.regular.withinDays', 'disclosure.atOnce.withinWorkdays', 'letters.workingHours']);
  const { values } = await rulebook.look(tx, { unionId }, REGULAR.map(everyKey));
  const every = Object.fromEntries(REGULAR.map((e) => [e, Number((values as Readonly<Record<string, unknown>>)[everyKey(e)])])) as Record<Regular, number>;
  return {
    leastDays: v['disclosure.public.leastDays'], agendaDays: v['disclosure.agenda.beforeDays'], decisionDays: v['disclosure.decisions.withinDays'], answerDays: v['disclosure.answer.withinDays'], regularDays: v['disclosure.regular.withinDays'], atOnceWorkdays: v['disclosure.atOnce.withinWorkdays'],
    every, hours: workingHours(v['letters.workingHours'], chinaCalendar),
  };
}

/** An entry of the catalogue in words; of an agreed one its own title. */
export const entryWord = (code: string, agreed: string | null | undefined, locale: Locale): string => (isEntry(code) ? say(words[`entry_${code}`], locale) : (agreed ?? ''));
/** How often in words. */
export const everyWord = (months: number): Word => ([0, 1, 3, 6, 12].includes(months) ? words[`every_${months as 0 | 1 | 3 | 6 | 12}`] : { ...words.everyMonths, zh: words.everyMonths.zh.replace('{n}', String(months)), en: words.everyMonths.en.replace('{n}', String(months)) });

const isRegular = (entry: Entry): entry is Regular => (REGULAR as readonly string[]).includes(entry);
const titled = (entry: string, period: string): string => `${entry}（${period}）`;

/** Regular duties of an employer whose periods end within two days. */
function regularDuties(e: c.Employer, agreed: readonly c.Agreed[], n: Numbers, from: LegalDate, to: LegalDate): Duty[] {
  const start = from > e.since ? from : e.since;
  const due = (entry: string, name: string, months: number, since: LegalDate): Duty[] => spansEnding(months, since, to).filter((s) => s.to >= since).map((s) => ({ entry, period: s.period, title: titled(name, s.period), dueAt: dueAfter(s.to, n.regularDays, n.hours) }));
  const listed = disclosureCatalogue[e.ownership].filter(isRegular).flatMap((entry) => due(entry, words[`entry_${entry}`].zh, n.every[entry], start));
  return [...listed, ...agreed.filter((a) => a.endedOn === null).flatMap((a) => due(a.id, a.title, a.everyMonths, a.since > start ? a.since : start))];
}

/** What a congress makes due: its agenda before it opens, its decisions after it closed. */
export function congressDuties(name: string, opensOn: LegalDate, closesOn: LegalDate, n: Numbers): Duty[] {
  const of = (entry: (typeof CONGRESS)[number], dueAt: Date): Duty => ({ entry, period: `${opensOn} ${name}`.slice(0, 60), title: titled(words[`entry_${entry}`].zh, name), dueAt });
  return [of('congressAgenda', dueBefore(opensOn, n.agendaDays)), of('congressDecisions', dueAfter(closesOn, n.decisionDays, n.hours))];
}

/** Opens what is not there yet: a case with its day, and an item with nothing written. @returns how many */
async function openDuties(tx: Tx, unionId: string, duties: readonly Duty[], n: Numbers): Promise<number> {
  const there = await c.listOpened(tx, unionId, duties.map((d) => d.entry), duties.map((d) => d.period));
  const missing = duties.filter((d) => !there.has(`${d.entry}/${d.period}`));
  for (const d of missing) {
    const { id } = await cases.open(tx, disclosureProcess, { unionId, title: d.title.slice(0, 80), text: '', privacy: 'named', channel: 'system', dues: { finish: d.dueAt } });
    await insertItem(tx, { id, unionId, entry: d.entry, period: d.period, dueAt: d.dueAt, title: d.title.slice(0, 80), body: '', files: [], draftId: newId(), publicDays: n.leastDays, leastDays: n.leastDays, audience: 'all', why: '', writtenById: null });
    await setLines(tx, id, [{ kind: 'union', unionId, office: '', circleId: null }]);
  }
  return missing.length;
}

/** Opens the regular duties of one union whose periods have ended within the last year and a half. @returns how many */
export async function openDue(tx: Tx, e: c.Employer): Promise<number> {
  const today = legalDateOf(tx.now);
  const n = await numbersOf(tx, e.unionId);
  return openDuties(tx, e.unionId, regularDuties(e, await c.listAgreed(tx, e.unionId), n, addDays(today, -550), addDays(today, -1)), n);
}

/** The day by which an entry without a period must be public, from the day on which it happened. */
export async function dueOfEvent(tx: Tx, unionId: string, happenedOn: LegalDate): Promise<Date> {
  const n = await numbersOf(tx, unionId);
  return dueAfterWork(happenedOn, n.atOnceWorkdays, n.hours);
}

/** Whether an entry is one of the union's: of its catalogue, or agreed. Refuses what is not (rules.md §8). */
export async function loadEntry(tx: Tx, unionId: string, entry: string): Promise<{ title: string; months: number }> {
  const employer = await c.findEmployer(tx, unionId);
  if (employer === null) throw new Refused(words.noOwnership);
  const n = await numbersOf(tx, unionId);
  if (isEntry(entry) && disclosureCatalogue[employer.ownership].includes(entry)) return { title: words[`entry_${entry}`].zh, months: isRegular(entry) ? n.every[entry] : -1 };
  const own = (await c.listAgreed(tx, unionId)).find((a) => a.id === entry);
  if (own === undefined) throw new Refused(words.unknownEntry, { status: 400, fields: [{ path: 'entry', why: words.unknownEntry }] });
  return { title: own.title, months: own.everyMonths };
}

/** The catalogue of a union with intervals and what they rest on. */
export async function catalogue(tx: Tx, by: Actor, { unionId }: In<'catalogue'>, { locale }: { locale: Locale }) {
  const union = await loadUnionFor(tx, by, 'disclosure.desk', unionId);
  const [employer, n] = [await c.findEmployer(tx, unionId), await numbersOf(tx, unionId)];
  const { basis } = await rulebook.look(tx, { unionId }, REGULAR.map(everyKey));
  const source = new Map(basis.map((g) => [g.param, `${locale === 'zh' ? g.document : g.documentEn}${g.article}`]));
  const listed = employer === null ? [] : disclosureCatalogue[employer.ownership].map((entry) => {
    const months = isRegular(entry) ? n.every[entry] : -1;
    const every = isRegular(entry) ? everyWord(months) : entry === 'congressAgenda' ? words.every_before : words.every_after;
    return { entry: entryWord(entry, null, locale), entryCode: entry, months, every: say(every, locale), basis: isRegular(entry) ? (source.get(everyKey(entry)) ?? '') : '', atOnce: months === 0, agreed: false };
  });
  const agreed = (await c.listAgreed(tx, unionId)).map((a) => ({ entry: a.title, entryCode: a.id, months: a.everyMonths, every: say(everyWord(a.everyMonths), locale), basis: '', atOnce: a.everyMonths === 0, agreed: true }));
  const may = cases.mayOver(by, 'disclosure.keep', union) ? ['set'] : [];
  const units = (await listSubtree(tx, union.path)).slice(0, UNITS_MOST).map((u) => ({ id: u.id, name: u.name }));
  return { unionId, union: union.name, ownership: employer?.ownership ?? null, since: employer?.since ?? null, leastDays: n.leastDays, may, units, congresses: (await c.listCongresses(tx, unionId)).map(({ id, name, opensOn, closesOn }) => ({ id, name, opensOn, closesOn })), items: [...listed, ...agreed] };
}

/** Says which catalogue holds from a day on; what has fallen due since then is opened at once. */
export async function setOwnership(tx: Tx, by: Actor, { unionId, ownership, since }: In<'setOwnership'>) {
  const union = await loadUnionFor(tx, by, 'disclosure.keep', unionId);
  if (since > addDays(legalDateOf(tx.now), 366)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'since', why: words.happenedFuture }] });
  await c.putEmployer(tx, { unionId, ownership, since }, by.personId);
  await audit.record(tx, by, words.auditOwnership, { subject: { kind: 'disclosureCatalogue', id: unionId }, unionId, slots: { name: union.name, kind: words[`ownership_${ownership}`] } });
  return { opened: await openDue(tx, { unionId, ownership, since }) };
}

/** Adds what employer and union agreed to disclose besides the catalogue. */
export async function agree(tx: Tx, by: Actor, { unionId, title, months }: In<'agree'>) {
  await loadUnionFor(tx, by, 'disclosure.keep', unionId);
  if ((await c.findEmployer(tx, unionId)) === null) throw new Refused(words.noOwnership);
  const id = newId();
  await c.insertAgreed(tx, { id, unionId, title, everyMonths: months, since: legalDateOf(tx.now) }, by.personId);
  await audit.record(tx, by, words.auditAgreed, { subject: { kind: 'disclosureCatalogue', id: unionId }, unionId, slots: { title } });
  return { id };
}

/** Ends an agreed entry; what was disclosed under it stays. */
export async function endAgreed(tx: Tx, by: Actor, { id }: In<'endAgreed'>) {
  const ended = await c.endAgreed(tx, by, id);
  if (ended === null) throw new Refused(doorWords.notFound, { status: 404 });
  await audit.record(tx, by, words.auditAgreedEnded, { subject: { kind: 'disclosureCatalogue', id: ended.unionId }, unionId: ended.unionId, slots: { title: ended.title } });
  return { id };
}

/** Enters a workers' congress: its agenda and its decisions fall due. */
export async function congress(tx: Tx, by: Actor, { unionId, name, opensOn, closesOn }: In<'congress'>) {
  await loadUnionFor(tx, by, 'disclosure.keep', unionId);
  if ((await c.findEmployer(tx, unionId)) === null) throw new Refused(words.noOwnership);
  if (closesOn < opensOn) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'closesOn', why: words.closesBefore }] });
  const id = newId();
  if (!(await c.insertCongress(tx, { id, unionId, name, opensOn, closesOn }, by.personId))) throw new Refused(words.congressTwice);
  await audit.record(tx, by, words.auditCongress, { subject: { kind: 'disclosureCatalogue', id: unionId }, unionId, slots: { title: name } });
  const n = await numbersOf(tx, unionId);
  return { id, opened: await openDuties(tx, unionId, congressDuties(name, opensOn, closesOn, n), n) };
}

/** What the calendar shows of a year: duties that were opened, and those still to come. */
export async function dutiesOfYear(tx: Tx, unionId: string, year: number, locale: Locale) {
  const employer = await c.findEmployer(tx, unionId);
  if (employer === null) return { ownership: null, items: [] };
  const [n, agreed] = [await numbersOf(tx, unionId), await c.listAgreed(tx, unionId, { ended: true })];
  const [from, to] = [instantAt(`${year}-01-01`), instantAt(`${year + 1}-01-01`)];
  const opened = await c.listDuties(tx, unionId, { from, to });
  const known = new Set(opened.map((d) => `${d.entry}/${d.period}`));
  const coming = regularDuties(employer, agreed, n, addDays(`${year}-01-01`, -100), `${year}-12-31`).filter((d) => d.dueAt >= from && d.dueAt < to && !known.has(`${d.entry}/${d.period}`));
  const all = [...opened.map((d) => ({ ...d, itemId: d.id })), ...coming.map((d) => ({ ...d, publishedAt: null, state: 'coming', itemId: null }))];
  const titles = new Map(agreed.map((a) => [a.id, a]));
  const every = (entry: string): Word => (!isEntry(entry) ? everyWord(titles.get(entry)?.everyMonths ?? 0) : isRegular(entry) ? everyWord(n.every[entry]) : entry === 'congressAgenda' ? words.every_before : words.every_after);
  const items = all.flatMap((d) => (d.dueAt === null ? [] : [{ entry: entryWord(d.entry, titles.get(d.entry)?.title, locale), entryCode: d.entry, period: d.period, every: say(every(d.entry), locale), dueAt: d.dueAt, ...dutyState(d.dueAt, d.publishedAt, d.state, tx.now), itemId: d.itemId }]));
  return { ownership: employer.ownership, items: items.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.entry.localeCompare(b.entry, 'zh')) };
}

function dutyState(dueAt: Date, publishedAt: Date | null, state: string, now: Date): { state: 'coming' | 'due' | 'late' | 'done' | 'doneLate' | 'nothing'; lateDays: number } {
  const days = (until: Date): number => Math.max(0, Math.ceil((until.getTime() - dueAt.getTime()) / 86_400_000));
  if (publishedAt !== null) return publishedAt > dueAt ? { state: 'doneLate', lateDays: days(publishedAt) } : { state: 'done', lateDays: 0 };
  if (state === 'nothing') return { state: 'nothing', lateDays: 0 };
  if (dueAt < now) return { state: 'late', lateDays: days(now) };
  return { state: state === 'coming' ? 'coming' : 'due', lateDays: 0 };
}

/** The calendar of a union's duties for the officer. */
export async function calendar(tx: Tx, by: Actor, { unionId, year }: In<'calendar'>, { locale }: { locale: Locale }) {
  await loadUnionFor(tx, by, 'disclosure.desk', unionId);
  const { ownership, items } = await dutiesOfYear(tx, unionId, year, locale);
  return { ownership, items: items.map((d) => ({ ...d, dueAt: d.dueAt.toISOString() })) };
}
