import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { type Locale, say, type Word } from '#shared/words';
import { type CaseEvent, cases, caseWords, type Held, type Process, type SeenCase } from '#engines/cases';
import { type FileFacts, files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import { countGathered } from './letters.sql.ts';
import { findResults } from './results.service.ts';
import { countAnswered, findSurveyOf, listPlaces, type SurveyRow } from './survey.sql.ts';
import type { api, Topic } from './topics.contract.ts';
import { measureProcess, topicProcess } from './topics.process.ts';
import { findTopicOf, isPublished, listMeasures } from './topics.sql.ts';
import { words } from './topics.words.ts';

type TopicView = z.input<typeof Topic>;
type MeasureView = z.input<(typeof api)['measure']['out']>;

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;
const factText = (facts: Record<string, unknown>, name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');

/** What a step answers. */
export const stepped = ({ file }: Held) => ({ id: file.id, state: file.state, version: file.version });

function eventView(p: Process, e: CaseEvent, all: readonly FileFacts[], locale: Locale): TopicView['events'][number] {
  const word: Word = p.steps[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? p.title;
  const union = typeof e.data.union === 'string' ? e.data.union : '';
  const clock = typeof e.data.clock === 'string' ? say((caseWords as Record<string, Word>)[`clock_${e.data.clock}`] ?? p.title, locale) : '';
  return {
    id: e.id, step: e.step, word: say(word, locale, { union, clock }), by: e.byKind === 'system' ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · '),
    text: e.text, at: e.at.toISOString(), note: typeof e.data.assigneeTitle === 'string' ? e.data.assigneeTitle : '',
    files: e.files.flatMap((id) => all.filter((f) => f.id === id).map((f) => ({ id: f.id, name: f.name }))),
  };
}

/** A measure with its story and proof. */
export async function viewMeasure(tx: Tx, { file, union, events, may }: SeenCase, locale: Locale): Promise<MeasureView> {
  const all = (await files.listOf(tx, 'measure', [file.id])).get(file.id) ?? [];
  const [first, ...later] = events;
  return {
    id: file.id, number: file.number, title: file.title, text: first?.text ?? '', state: file.state, stateWord: say(measureProcess.states[file.state as keyof typeof measureProcess.states].word, locale),
    union: { id: union.id, name: union.name }, assignee: file.assigneeId === null ? null : file.assigneeTitle, due: iso(file.finishDue), late: file.nextDue !== null && file.nextDue < tx.now,
    finishedAt: file.state === 'done' ? iso(file.finishedAt) : null, topic: await findTopicOf(tx, file.id), version: file.version,
    events: later.map((e) => eventView(measureProcess, e, all, locale)), may,
  };
}

async function surveyView(tx: Tx, s: SurveyRow, locale: Locale): Promise<NonNullable<TopicView['survey']>> {
  const places = s.state === 'draft' ? [] : await listPlaces(tx, s.id);
  return {
    state: s.state, title: s.title, intro: s.intro, questions: s.questions, closesAt: iso(s.closesAt), smallest: s.smallest ?? 0, asked: s.asked,
    answered: s.state === 'open' ? await countAnswered(tx, s.id) : s.answered, reminded: s.remindedAt !== null,
    unions: places.flatMap((p) => (p.unionId === null || p.asked === 0 ? [] : [{ id: p.unionId, name: p.union ?? '' }])),
    basis: s.ruleSetId === null ? [] : await rulebook.basisOf(tx, s.ruleSetId, locale),
  };
}

type Stands = { readonly survey: SurveyRow | null; readonly published: boolean };

/** What this officer may do with the topic as it stands. */
function doable(seen: SeenCase, by: Actor, { survey, published }: Stands): string[] {
  const { state } = seen.file;
  const work = cases.mayOver(by, 'topics.work', seen.union);
  const send = cases.mayOver(by, 'topics.send', seen.union);
  const running = survey?.state === 'open' || survey?.state === 'counting';
  const gathers = work && ['gathering', 'surveying', 'measures'].includes(state);
  const told = send && ['told', 'closed'].includes(state) && factText(seen.file.facts, 'result') !== '';
  const can: Readonly<Record<string, boolean>> = {
    gather: gathers, addMeasure: gathers, draft: work && state === 'gathering', send: seen.may.includes('survey') && survey?.state === 'draft',
    remind: seen.may.includes('remind') && survey?.state === 'open' && survey.remindedAt === null, end: send && survey?.state === 'open',
    act: seen.may.includes('act') && !running, tell: seen.may.includes('tell'), close: seen.may.includes('close'), reopen: seen.may.includes('reopen'),
    merge: seen.may.includes('merge') && survey === null, split: seen.may.includes('split'), publish: told && !published, unpublish: told && published,
  };
  return Object.keys(can).filter((verb) => can[verb]);
}

async function measuresOf(tx: Tx, by: Actor, topicId: string, locale: Locale): Promise<MeasureView[]> {
  const list: MeasureView[] = [];
  for (const id of await listMeasures(tx, topicId)) list.push(await viewMeasure(tx, await cases.load(tx, measureProcess, by, id), locale));
  return list;
}

/** A topic for its page. */
export async function viewTopic(tx: Tx, seen: SeenCase, by: Actor, locale: Locale): Promise<TopicView> {
  const { file, union } = seen;
  const state = topicProcess.states[file.state as keyof typeof topicProcess.states];
  const survey = await findSurveyOf(tx, file.id);
  const published = await isPublished(tx, file.id);
  const [first, ...later] = seen.events;
  const into = file.facts.mergedInto as { id: string; name: string } | null | undefined;
  return {
    id: file.id, number: file.number, title: file.title, text: first?.text ?? '', state: file.state, stateWord: say(state.word, locale), place: state.place ?? null,
    union: { id: union.id, name: union.name }, ...(await countGathered(tx, file.id)), openedAt: file.openedAt.toISOString(), version: file.version,
    mergedInto: into ?? null, result: factText(file.facts, 'result'), published, survey: survey === null ? null : await surveyView(tx, survey, locale),
    results: survey?.state === 'counted' ? await findResults(tx, survey) : null, measures: await measuresOf(tx, by, file.id, locale),
    events: later.map((e) => eventView(topicProcess, e, [], locale)), may: doable(seen, by, { survey, published }),
  };
}
