import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportBook, exportedSheet, exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadKept, subject } from './drafting.service.ts';
import type { QuestionFigures } from './figures.rules.ts';
import { askedOf, type Question, textIn } from './form.rules.ts';
import { plainTitle } from './logic.rules.ts';
import { stageOf } from './surveys.rules.ts';
import * as r from './results.sql.ts';
import type { api, found } from './surveys.contract.ts';
import * as q from './surveys.sql.ts';
import { words } from './surveys.words.ts';

type In<K extends keyof typeof found> = z.output<(typeof found)[K]['in']>;
type Seen = Omit<QuestionFigures, 'by'>;

/** The results of a survey that was counted: what was computed at the close, and earlier runs of the series. */
export async function resultsOf(tx: Tx, s: q.SurveyRow, by: string | undefined) {
  const all = await r.findResult(tx, s.id, '');
  if (all === null || s.closedAt === null) throw new Refused(words.notCounted);
  const groups = by === undefined ? null : await r.findResult(tx, s.id, by);
  const runs = await q.listRuns(tx, s);
  const summaries = new Map((await r.listSummaries(tx, runs.map((x) => x.id))).map((x) => [x.id, x]));
  return {
    id: s.id, title: s.title, union: s.union, level: s.level, closedAt: s.closedAt.toISOString(), asked: all.asked, papers: all.papers, invalid: all.invalid, form: s.form, groups: s.groups, units: s.units, headline: all.headline,
    questions: all.body as Seen[], by: (groups?.body ?? []) as { id: string; groups: QuestionFigures['by'][number]['groups'][number][] }[],
    runs: runs.map((run) => {
      const x = summaries.get(run.id);
      return { id: run.id, title: run.title, year: legalDateOf(run.closesAt).slice(0, 7), papers: x?.papers ?? 0, headline: x?.headline ?? null, marks: Object.fromEntries(((x?.body ?? []) as Seen[]).map((f) => [f.id, { topTwo: f.all.topTwo, mean: f.all.mean }])) };
    }),
  };
}

/** Results for officers. */
export const results = async (tx: Tx, by: Actor, d: In<'results'>) => resultsOf(tx, await loadKept(tx, by, d.id), d.by);

/** Results for those who were asked, where the survey says so. */
export async function openResults(tx: Tx, by: Actor, d: z.output<(typeof api)['results']['in']>) {
  const s = await q.findAsked(tx, by.personId, d.id);
  if (s === null || s.resultsTo !== 'asked' || stageOf(s.state, s.counted) !== 'closed') throw new Refused(doorWords.notFound, { status: 404 });
  return resultsOf(tx, s, d.by);
}

/** A table of two questions. */
export async function cross(tx: Tx, by: Actor, { id, a, b }: In<'cross'>) {
  await loadKept(tx, by, id);
  const [there, turned] = [await r.findCross(tx, id, a, b), await r.findCross(tx, id, b, a)];
  const found = there ?? turned;
  if (found === null) throw new Refused(words.noCross, { status: 404 });
  return { a: found.a, b: found.b, cells: found.cells.map((n) => (n < 0 ? null : n)) };
}

const percent = (n: number | null): string => (n === null ? '' : `${(n / 10).toFixed(1)}%`);
type Line = { readonly no: number; readonly question: string; readonly option: string; readonly n: number; readonly of: number };

/** What each bin of a question means. */
export function binNames(q: Question, locale: 'zh' | 'en'): string[] {
  if (q.kind === 'scale') return Array.from({ length: (q.high ?? 0) - (q.low ?? 0) + 1 }, (_, i) => String((q.low ?? 0) + i));
  if (q.kind === 'matrix') return q.rows.flatMap((row) => q.options.map((o) => `${textIn(row.text, locale)} · ${textIn(o.text, locale)}`));
  if (q.kind === 'ranking') return q.options.flatMap((o) => q.options.map((_, rank) => `${textIn(o.text, locale)} · ${rank + 1}`));
  return q.options.map((o) => textIn(o.text, locale));
}

/** All figures as a workbook: one sheet of the questions, one of their answers. */
export async function exportResults(tx: Tx, by: Actor, { id }: In<'exportResults'>, call: Call): Promise<Download> {
  const s = await loadKept(tx, by, id);
  const res = await resultsOf(tx, s, undefined);
  const asked = askedOf(s.form);
  const at = new Map(res.questions.map((f) => [f.id, f]));
  const rows = asked.map((question, i) => ({ no: i + 1, title: plainTitle(question, call.locale), f: at.get(question.id)?.all ?? null }));
  const lines: Line[] = asked.flatMap((question, i) => { const f = at.get(question.id)?.all; return f ? binNames(question, call.locale).map((option, k) => ({ no: i + 1, question: plainTitle(question, call.locale), option, n: f.counts[k] ?? 0, of: f.n })) : []; });
  await audit.record(tx, by, words.auditExported, { subject: subject(id), unionId: s.unionId, slots: { title: s.title } });
  return exportBook({
    name: words.resultsName, now: tx.now, locale: call.locale,
    sheets: [
      exportedSheet({
        name: words.sheetQuestions, rows,
        columns: [
          { heading: words.colNo, cell: (x) => String(x.no) }, { heading: words.colQuestion, cell: (x) => x.title }, { heading: words.colAnswered, cell: (x) => String(x.f?.n ?? '') }, { heading: words.colMean, cell: (x) => (x.f?.mean == null ? '' : (x.f.mean / 100).toFixed(2)) },
          { heading: words.colTopTwo, cell: (x) => percent(x.f?.topTwo ?? null) }, { heading: words.colNps, cell: (x) => String(x.f?.nps ?? '') },
        ],
      }, call.locale),
      exportedSheet({
        name: words.sheetAnswers, rows: lines,
        columns: [
          { heading: words.colNo, cell: (x) => String(x.no) }, { heading: words.colQuestion, cell: (x) => x.question }, { heading: words.colAnswer, cell: (x) => x.option }, { heading: words.colCount, cell: (x) => String(x.n) },
          { heading: words.colShare, cell: (x) => (x.of === 0 ? '' : `${((100 * x.n) / x.of).toFixed(1)}%`) },
        ],
      }, call.locale),
    ],
  });
}

/** Open answers with their topics. */
export async function remarks(tx: Tx, by: Actor, d: In<'remarks'>) {
  await loadKept(tx, by, d.id);
  const [{ items, total }, topics] = [await r.listRemarks(tx, d.id, { topicId: d.topicId, loose: d.loose === 'yes', text: d.text, limit: d.limit, offset: d.offset }), await r.listTopics(tx, d.id)];
  const loose = await r.listRemarks(tx, d.id, { loose: true, limit: 1, offset: 0 });
  return { items, total, topics, loose: loose.total };
}

const EXPORT_MOST = 20_000;

/** The open answers that are shown, as a sheet. */
export async function exportRemarks(tx: Tx, by: Actor, d: In<'exportRemarks'>, call: Call): Promise<Download> {
  const s = await loadKept(tx, by, d.id);
  const { items } = await r.listRemarks(tx, d.id, { topicId: d.topicId, loose: d.loose === 'yes', text: d.text, limit: EXPORT_MOST, offset: 0 });
  const topics = new Map((await r.listTopics(tx, d.id)).map((t) => [t.id, t.title]));
  const titles = new Map(askedOf(s.form).map((x) => [x.id, plainTitle(x, call.locale)]));
  await audit.record(tx, by, words.auditRemarksExported, { subject: subject(d.id), unionId: s.unionId, slots: { title: s.title, n: items.length } });
  return exportSheet({
    name: words.remarksName, now: tx.now, locale: call.locale, rows: items, shown: d.columns,
    columns: [
      { heading: words.colQuestion, under: ['question'], cell: (x) => titles.get(x.question) ?? x.question }, { heading: words.colTopic, under: ['topic'], cell: (x) => (x.topicId === null ? say(words.noTopic, call.locale) : (topics.get(x.topicId) ?? '')) },
      { heading: words.colRemark, under: ['text'], cell: (x) => x.text },
    ],
  });
}

/** Gives a topic a better name. */
export async function nameTopic(tx: Tx, by: Actor, d: In<'nameTopic'>) {
  const s = await loadKept(tx, by, d.id);
  if (!(await r.renameTopic(tx, d.id, d.topicId, d.title))) throw new Refused(doorWords.notFound, { status: 404 });
  await audit.record(tx, by, words.auditTopicNamed, { subject: subject(d.id), unionId: s.unionId, slots: { title: s.title, topic: audit.veil(d.title) } });
  return { id: d.topicId };
}

/** Puts one topic under another. */
export async function mergeTopics(tx: Tx, by: Actor, d: In<'mergeTopics'>) {
  const s = await loadKept(tx, by, d.id);
  const topics = new Map((await r.listTopics(tx, d.id)).map((t) => [t.id, t]));
  const [from, into] = [topics.get(d.topicId), topics.get(d.into)];
  if (from === undefined || into === undefined || from.id === into.id || from.question !== into.question) throw new Refused(words.topicsDiffer);
  await r.mergeTopic(tx, d.id, from.id, into.id);
  await audit.record(tx, by, words.auditTopicsMerged, { subject: subject(d.id), unionId: s.unionId, slots: { title: s.title, from: audit.veil(from.title), topic: audit.veil(into.title) } });
  return { id: into.id };
}
