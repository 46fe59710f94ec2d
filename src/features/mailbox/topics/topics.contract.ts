import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './topics.words.ts';

const id = z.uuid();
const when = z.iso.datetime();
const day = z.iso.date();
const text = z.string().trim().min(1).max(5000);
const Named = z.object({ id: z.string(), name: z.string() });
const TopicState = z.enum(['gathering', 'surveying', 'measures', 'told', 'closed', 'merged']);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Filter = { state: TopicState.optional(), text: z.string().trim().max(60).optional(), unionId: id.optional(), from: day.optional(), to: day.optional() };

const QuestionIn = z.object({
  kind: z.enum(['single', 'several', 'scale', 'yesNo', 'open']), text: z.string().trim().min(2).max(200),
  options: z.array(z.string().trim().min(1).max(80)).max(12).default([]),
});
const QuestionOut = z.object({ kind: z.enum(['single', 'several', 'scale', 'yesNo', 'open']), text: z.string(), options: z.array(z.string()) });

const Event = z.object({ id: z.string(), step: z.string(), word: z.string(), by: z.string(), text: z.string(), at: when, note: z.string(), files: z.array(Named) });
const Measure = z.object({
  id: z.string(), number: z.string(), title: z.string(), text: z.string(), state: z.string(), stateWord: z.string(), union: Named, assignee: z.string().nullable(),
  due: when.nullable(), late: z.boolean(), finishedAt: when.nullable(), topic: Named.nullable(), version: z.int(), events: z.array(Event), may: z.array(z.string()),
});
/** A letter as the gatherer sees it; letters that the officer must not see show nothing but that they are there. */
const LetterRow = z.object({
  id: z.string().nullable(), number: z.string(), title: z.string(), excerpt: z.string(), union: z.string(), stateWord: z.string(), openedAt: when.nullable(),
  told: z.boolean(), elsewhere: Named.nullable(), shared: z.int(),
});
const TopicRow = z.object({
  id: z.string(), number: z.string(), title: z.string(), state: z.string(), stateWord: z.string(), place: z.int().nullable(), union: z.string(),
  letters: z.int(), measures: z.int(), done: z.int(), late: z.int(), openedAt: when, changedAt: when,
});
const SurveyView = z.object({
  state: z.enum(['draft', 'open', 'counting', 'counted']), title: z.string(), intro: z.string(), questions: z.array(QuestionOut), closesAt: when.nullable(),
  smallest: z.int(), asked: z.int(), answered: z.int(), reminded: z.boolean(), unions: z.array(Named), basis: z.array(z.string()),
});
/** Votes by question and choice of everybody, and of each place that may be shown. `texts` by question. */
export const Results = z.object({
  people: z.int(), smallest: z.int(), votes: z.array(z.array(z.int())), texts: z.array(z.array(z.string())),
  places: z.array(z.object({ union: z.string().nullable(), asked: z.int(), people: z.int(), votes: z.array(z.array(z.int())) })), hidden: z.array(z.string()),
});
export const Topic = z.object({
  id: z.string(), number: z.string(), title: z.string(), text: z.string(), state: z.string(), stateWord: z.string(), place: z.int().nullable(), union: Named,
  letters: z.int(), told: z.int(), openedAt: when, version: z.int(), mergedInto: Named.nullable(), result: z.string(), published: z.boolean(),
  survey: SurveyView.nullable(), results: Results.nullable(), measures: z.array(Measure), events: z.array(Event), may: z.array(z.string()),
});

const Stepped = z.object({ id: z.string(), state: z.string(), version: z.int() });
const Step = { id, version: z.int().min(1).optional() };
const post = <P extends `/${string}`>(path: P) => ({ method: 'POST', path: `/api/v1/topics${path}` }) as const;
const get = <P extends `/${string}`>(path: P) => ({ method: 'GET', path: `/api/v1/topics${path}` }) as const;
const measure = <P extends `/${string}`>(path: P) => ({ method: 'POST', path: `/api/v1/measures${path}` }) as const;
const files = z.array(z.uuid()).max(9).default([]);
const ids = z.array(id).min(1).max(100);
const Letters = z.object({ items: z.array(LetterRow), total: z.int() });

export const api = {
  register: endpoint({ method: 'GET', path: '/api/v1/topics', can: 'topics.read', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(TopicRow), total: z.int(), may: z.array(z.string()) }) }),
  exportRegister: endpoint({ ...post('/export'), can: 'topics.work', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  open: endpoint({ method: 'POST', path: '/api/v1/topics', can: 'topics.work', about: w.aboutOpen,
    in: z.object({ unionId: id.optional(), title: z.string().trim().min(2).max(60), text: z.string().trim().max(2000).default(''), letterIds: z.array(id).max(100).default([]) }), out: Stepped }),
  topic: endpoint({ ...get('/:id'), can: 'topics.read', about: w.aboutTopic, in: z.object({ id }), out: Topic }),
  letters: endpoint({ ...get('/:id/letters'), can: 'topics.read', about: w.aboutLetters, in: z.object({ id, ...Page }), out: Letters }),
  alike: endpoint({ ...get('/:id/alike'), can: 'topics.work', about: w.aboutAlike,
    in: z.object({ id, text: z.string().trim().max(200).optional(), unionId: id.optional(), open: z.stringbool().optional(), from: day.optional(), to: day.optional() }), out: Letters }),
  alikeLetter: endpoint({ method: 'GET', path: '/api/v1/topic-letters/:id/alike', can: 'topics.work', about: w.aboutAlike, in: z.object({ id }),
    out: z.object({ items: z.array(LetterRow), topic: Named.nullable(), topics: z.array(Named) }) }),
  gather: endpoint({ ...post('/:id/letters'), can: 'topics.work', about: w.aboutGather, in: z.object({ id, ids }), out: z.object({ id: z.string(), letters: z.int() }) }),
  release: endpoint({ ...post('/:id/letters/release'), can: 'topics.work', about: w.aboutRelease, in: z.object({ id, ids }), out: z.object({ id: z.string(), letters: z.int() }) }),
  merge: endpoint({ ...post('/:id/merge'), can: 'topics.work', about: w.aboutMerge, in: z.object({ ...Step, intoId: id }), out: z.object({ id: z.string(), moved: z.int() }) }),
  split: endpoint({ ...post('/:id/split'), can: 'topics.work', about: w.aboutSplit, in: z.object(Step), out: z.object({ id: z.string(), moved: z.int() }) }),
  act: endpoint({ ...post('/:id/act'), can: 'topics.work', about: w.aboutAct, in: z.object(Step), out: Stepped }),
  tell: endpoint({ ...post('/:id/tell'), can: 'topics.send', about: w.aboutTell, in: z.object({ ...Step, text: z.string().trim().min(4).max(2000) }), out: Stepped }),
  publish: endpoint({ ...post('/:id/publish'), can: 'topics.send', about: w.aboutPublish, in: z.object({ id, question: z.string().trim().min(4).max(2000), answer: z.string().trim().min(4).max(4000) }), out: z.object({ id: z.string() }) }),
  unpublish: endpoint({ ...post('/:id/unpublish'), can: 'topics.send', about: w.aboutUnpublish, in: z.object({ id }), out: z.object({ id: z.string() }) }),
  close: endpoint({ ...post('/:id/close'), can: 'topics.work', about: w.aboutClose, in: z.object({ ...Step, text: z.string().trim().max(2000).optional() }), out: Stepped }),
  reopen: endpoint({ ...post('/:id/reopen'), can: 'topics.work', about: w.aboutReopen, in: z.object({ ...Step, text }), out: Stepped }),
  unions: endpoint({ ...get('/:id/unions'), can: 'topics.work', about: w.aboutUnions, in: z.object({ id, text: z.string().trim().max(40).optional() }), out: z.object({ items: z.array(Named) }) }),
  officers: endpoint({ ...get('/:id/officers'), can: 'topics.work', about: w.aboutOfficers, in: z.object({ id, unionId: id }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })) }) }),
  draft: endpoint({ method: 'PUT', path: '/api/v1/topics/:id/survey', can: 'topics.work', about: w.aboutDraft,
    in: z.object({ id, title: z.string().trim().min(2).max(60), intro: z.string().trim().max(500).default(''), questions: z.array(QuestionIn).min(1).max(10) }), out: z.object({ id: z.string() }) }),
  send: endpoint({ ...post('/:id/survey/send'), can: 'topics.send', about: w.aboutSend, in: z.object({ ...Step, unionIds: z.array(id).min(1).max(200), until: day }), out: z.object({ id: z.string(), asked: z.int() }) }),
  remind: endpoint({ ...post('/:id/survey/remind'), can: 'topics.work', about: w.aboutRemind, in: z.object({ id }), out: z.object({ id: z.string() }) }),
  end: endpoint({ ...post('/:id/survey/end'), can: 'topics.send', about: w.aboutEnd, in: z.object({ id }), out: z.object({ id: z.string() }) }),
  addMeasure: endpoint({ ...post('/:id/measures'), can: 'topics.work', about: w.aboutAddMeasure,
    in: z.object({ id, title: z.string().trim().min(2).max(60), text: z.string().trim().max(2000).default(''), unionId: id, assigneeId: id.optional(), due: day }), out: Stepped }),
  measure: endpoint({ method: 'GET', path: '/api/v1/measures/:id', can: 'person', about: w.aboutMeasure, in: z.object({ id }), out: Measure }),
  reportMeasure: endpoint({ ...measure('/:id/report'), can: 'person', about: w.aboutReportMeasure, in: z.object({ ...Step, text, files }), out: Stepped }),
  finishMeasure: endpoint({ ...measure('/:id/finish'), can: 'person', about: w.aboutFinishMeasure, in: z.object({ ...Step, text, files }), out: Stepped }),
  dropMeasure: endpoint({ ...measure('/:id/drop'), can: 'topics.work', about: w.aboutDropMeasure, in: z.object({ ...Step, text }), out: Stepped }),
  resumeMeasure: endpoint({ ...measure('/:id/resume'), can: 'topics.work', about: w.aboutResumeMeasure, in: z.object(Step), out: Stepped }),
  questionnaires: endpoint({ method: 'GET', path: '/api/v1/questionnaires', can: 'person', about: w.aboutMine, in: z.object({}),
    out: z.object({ items: z.array(z.object({ id: z.string(), title: z.string(), union: z.string(), closesAt: when, questions: z.int(), answered: z.boolean(), state: z.string() })) }) }),
  questionnaire: endpoint({ method: 'GET', path: '/api/v1/questionnaires/:id', can: 'person', about: w.aboutOne, in: z.object({ id }),
    out: z.object({ id: z.string(), title: z.string(), intro: z.string(), union: z.string(), closesAt: when, questions: z.array(QuestionOut), answered: z.boolean(), smallest: z.int(), results: Results.nullable(), may: z.array(z.string()) }) }),
  answer: endpoint({ method: 'POST', path: '/api/v1/questionnaires/:id/answer', can: 'person', about: w.aboutAnswer, unaudited: 'a line in the log would tie the person to the sheet',
    in: z.object({ id, answers: z.array(z.object({ choices: z.array(z.int().min(0).max(11)).max(12).default([]), text: z.string().trim().max(500).default('') })).max(10) }), out: z.object({ id: z.string() }) }),
};
