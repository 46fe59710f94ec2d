import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { FAULTS } from './check.rules.ts';
import { FormSchema } from './form.contract.ts';
import { LEVELS, RESULTS_TO, STAGES } from './surveys.rules.ts';
import { AGES, DIMENSIONS, WORKS } from './tally.rules.ts';
import { words as w } from './surveys.words.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const why = z.string().trim().min(2).max(200);
const Done = z.object({ id: z.string() });
const when = z.iso.datetime();

/** Who is asked: members below the union, narrowed down, perhaps a sample of them. */
export const Roll = z.object({
  unions: z.array(id).max(60).default([]), sex: z.enum(['male', 'female']).nullable().default(null), ages: z.array(z.enum(AGES)).max(AGES.length).default([]), works: z.array(z.enum(WORKS)).max(WORKS.length).default([]), offices: z.boolean().default(false),
  sample: z.object({ n: z.int().min(1).max(1_000_000), by: z.enum(['none', 'unit', 'sex', 'age']) }).nullable().default(null),
});
export type Roll = z.output<typeof Roll>;
const Survey = {
  unionId: id, title: z.string().trim().min(2).max(100), about: z.string().trim().max(2000).default(''), form: FormSchema, series: z.string().max(80).default(''), level: z.enum(LEVELS), groups: z.array(z.enum(DIMENSIONS)).max(4).default([]), roll: Roll, seed: z.string().trim().max(40).default(''),
  links: z.int().min(0).max(5000).default(0), opensOn: day, opensAt: clock, closesOn: day, closesAt: clock, resultsTo: z.enum(RESULTS_TO).default('asked'),
};
const Unit = z.object({ id: z.string(), name: z.string() });
const Row = z.object({ id: z.string(), title: z.string(), union: z.string(), stage: z.enum(STAGES), level: z.enum(LEVELS), opensAt: when, closesAt: when, questions: z.int(), asked: z.int(), answered: z.int(), headline: z.int().nullable() });
const Finding = z.object({ at: z.string(), fault: z.enum(FAULTS), of: z.string() });
const Kept = Row.extend({
  unionId: z.string(), about: z.string(), form: FormSchema, series: z.string(), groups: z.array(z.enum(DIMENSIONS)), units: z.array(Unit), roll: Roll, seed: z.string(), links: z.int(), resultsTo: z.enum(RESULTS_TO), reminders: z.int(), remindedAt: when.nullable(), channels: z.object({ own: z.int(), link: z.int(), telephone: z.int() }),
  findings: z.array(Finding), tasks: z.int(), why: z.string(), version: z.int(), may: z.array(z.string()),
});
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), stage: z.enum(STAGES).optional(), from: day.optional(), to: day.optional() };

const Figures = z.object({ n: z.int(), counts: z.array(z.int()).readonly(), mean: z.int().nullable(), topTwo: z.int().nullable(), nps: z.int().nullable() });
const Groups = z.array(z.object({ id: z.string(), groups: z.array(z.object({ value: z.string(), figures: Figures.nullable() })) }));
const Run = z.object({ id: z.string(), title: z.string(), year: z.string(), papers: z.int(), headline: z.int().nullable(), marks: z.record(z.string(), z.object({ topTwo: z.int().nullable(), mean: z.int().nullable() })) });
const Results = z.object({
  id: z.string(), title: z.string(), union: z.string(), level: z.enum(LEVELS), closedAt: when, asked: z.int(), papers: z.int(), invalid: z.int(), form: FormSchema, groups: z.array(z.enum(DIMENSIONS)), units: z.array(Unit), headline: z.int().nullable(),
  questions: z.array(z.object({ id: z.string(), all: Figures, least: z.number().nullable(), greatest: z.number().nullable() })), by: Groups, runs: z.array(Run),
});
const Cross = z.object({ a: z.string(), b: z.string(), cells: z.array(z.int().nullable()) });
const Remark = z.object({ id: z.string(), question: z.string(), text: z.string(), topicId: z.string().nullable() });
const Topic = z.object({ id: z.string(), question: z.string(), title: z.string(), remarks: z.int() });
const Task = z.object({ id: z.string(), number: z.string(), question: z.string(), finding: z.string(), title: z.string(), state: z.string(), owner: z.string().nullable(), dueOn: z.string(), progress: z.int(), answer: z.string(), answeredAt: when.nullable() });
const Template = z.object({ id: z.string(), title: z.string(), about: z.string(), questions: z.int(), own: z.boolean() });

const Asked = z.object({ id: z.string(), title: z.string(), union: z.string(), stage: z.enum(STAGES), level: z.enum(LEVELS), closesAt: when, minutes: z.int(), given: z.boolean(), results: z.boolean(), tasks: z.int() });
const Own = Asked.extend({ federation: z.string(), about: z.string(), form: FormSchema, groups: z.array(z.enum(DIMENSIONS)), units: z.array(Unit), mine: z.object({ unit: z.string(), sex: z.string(), age: z.string(), work: z.string() }), asked: z.int() });
const one = z.object({ id });
const by = z.enum(DIMENSIONS).optional();
const pair = { a: z.string().max(12), b: z.string().max(12) };
const linkOf = { federation: id, id, no: z.coerce.number().int().min(1).max(5000), secret: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/) };

/** What people who are asked do. */
export const api = {
  mine: endpoint({ method: 'GET', path: '/api/v1/surveys', can: 'person', about: w.aboutMine, in: z.object(Page), out: z.object({ items: z.array(Asked), total: z.int() }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/surveys/:id', can: 'person', about: w.aboutOne, in: one, out: Own }),
  results: endpoint({ method: 'GET', path: '/api/v1/surveys/:id/results', can: 'person', about: w.aboutResults, in: z.object({ id, by }), out: Results }),
  deeds: endpoint({ method: 'GET', path: '/api/v1/surveys/:id/deeds', can: 'person', about: w.aboutDeeds, in: one, out: z.object({ title: z.string(), items: z.array(Task.omit({ number: true })) }) }),
  link: endpoint({ method: 'GET', path: '/api/v1/survey-links/:federation/:id/:no/:secret', can: 'anyone', about: w.aboutLink, in: z.object(linkOf), out: Own }),
};

/** What officers do. */
export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/survey-desk', can: 'surveys.keep', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/survey-desk/export', can: 'surveys.keep', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  kept: endpoint({ method: 'GET', path: '/api/v1/survey-desk/:id', can: 'surveys.keep', about: w.aboutKept, in: one, out: Kept }),
  create: endpoint({ method: 'POST', path: '/api/v1/survey-desk', can: 'surveys.keep', about: w.aboutCreate, in: z.object(Survey), out: Done }),
  change: endpoint({ method: 'PUT', path: '/api/v1/survey-desk/:id', can: 'surveys.keep', about: w.aboutChange, in: z.object({ ...Survey, id, version: z.int().min(1).max(1_000_000) }), out: Done }),
  discard: endpoint({ method: 'DELETE', path: '/api/v1/survey-desk/:id', can: 'surveys.keep', about: w.aboutDiscard, in: one, out: Done }),
  again: endpoint({ method: 'POST', path: '/api/v1/survey-desk/:id/again', can: 'surveys.keep', about: w.aboutAgain, in: one, out: Done }),
  announce: endpoint({ method: 'POST', path: '/api/v1/survey-desk/:id/announce', can: 'surveys.keep', about: w.aboutAnnounce, in: one, out: z.object({ id: z.string(), asked: z.int() }) }),
  close: endpoint({ method: 'POST', path: '/api/v1/survey-desk/:id/close', can: 'surveys.keep', about: w.aboutClose, in: one, out: Done }),
  callOff: endpoint({ method: 'POST', path: '/api/v1/survey-desk/:id/call-off', can: 'surveys.keep', about: w.aboutCallOff, in: z.object({ id, why }), out: Done }),
  remind: endpoint({ method: 'POST', path: '/api/v1/survey-desk/:id/remind', can: 'surveys.keep', about: w.aboutRemind, in: one, out: z.object({ reminded: z.boolean() }) }),
  reach: endpoint({ method: 'POST', path: '/api/v1/survey-reach', can: 'surveys.keep', about: w.aboutReach, in: z.object({ unionId: id, roll: Roll }), out: z.object({ people: z.int(), asked: z.int(), strata: z.array(z.object({ value: z.string(), name: z.string(), people: z.int(), asked: z.int() })) }), unaudited: 'counts people, shows nobody' }),
  units: endpoint({ method: 'GET', path: '/api/v1/survey-units', can: 'surveys.keep', about: w.aboutUnits, in: z.object({ unionId: id }), out: z.object({ items: z.array(Unit) }) }),
  links: endpoint({ method: 'POST', path: '/api/v1/survey-desk/:id/links', can: 'surveys.keep', about: w.aboutLinks, in: one, out: z.object({ items: z.array(z.object({ no: z.int(), url: z.string(), used: z.boolean() })) }) }),
  templates: endpoint({ method: 'GET', path: '/api/v1/survey-templates', can: 'surveys.keep', about: w.aboutTemplates, in: z.object({}), out: z.object({ items: z.array(Template) }) }),
  template: endpoint({ method: 'GET', path: '/api/v1/survey-templates/:name', can: 'surveys.keep', about: w.aboutTemplate, in: z.object({ name: z.string().max(80) }), out: Template.extend({ form: FormSchema }) }),
  keepTemplate: endpoint({ method: 'POST', path: '/api/v1/survey-templates', can: 'surveys.keep', about: w.aboutKeepTemplate, in: z.object({ unionId: id, title: z.string().trim().min(2).max(100), about: z.string().trim().max(1000).default(''), form: FormSchema }), out: Done }),
  dropTemplate: endpoint({ method: 'DELETE', path: '/api/v1/survey-templates/:id', can: 'surveys.keep', about: w.aboutDropTemplate, in: one, out: Done }),
};

/** What is found out, and what is done about it. */
export const found = {
  results: endpoint({ method: 'GET', path: '/api/v1/survey-results/:id', can: 'surveys.keep', about: w.aboutResults, in: z.object({ id, by }), out: Results }),
  cross: endpoint({ method: 'GET', path: '/api/v1/survey-results/:id/cross', can: 'surveys.keep', about: w.aboutCross, in: z.object({ id, ...pair }), out: Cross }),
  exportResults: endpoint({ method: 'POST', path: '/api/v1/survey-results/:id/export', can: 'surveys.keep', about: w.aboutExportResults, in: one, out: z.object({}), download: true }),
  remarks: endpoint({ method: 'GET', path: '/api/v1/survey-results/:id/remarks', can: 'surveys.keep', about: w.aboutRemarks, in: z.object({ id, topicId: id.optional(), loose: z.enum(['yes']).optional(), text: z.string().trim().max(60).optional(), ...Page }), out: z.object({ items: z.array(Remark), total: z.int(), topics: z.array(Topic), loose: z.int() }) }),
  exportRemarks: endpoint({ method: 'POST', path: '/api/v1/survey-remarks/export', can: 'surveys.keep', about: w.aboutExportRemarks, in: z.object({ id, topicId: id.optional(), loose: z.enum(['yes']).optional(), text: z.string().trim().max(60).optional(), ...Shown }), out: z.object({}), download: true }),
  nameTopic: endpoint({ method: 'PUT', path: '/api/v1/survey-results/:id/topics/:topicId', can: 'surveys.keep', about: w.aboutNameTopic, in: z.object({ id, topicId: id, title: z.string().trim().min(1).max(100) }), out: Done }),
  mergeTopics: endpoint({ method: 'POST', path: '/api/v1/survey-results/:id/topics/:topicId/merge', can: 'surveys.keep', about: w.aboutMergeTopics, in: z.object({ id, topicId: id, into: id }), out: Done }),
  tasks: endpoint({ method: 'GET', path: '/api/v1/survey-tasks', can: 'surveys.tasks', about: w.aboutTasks, in: z.object({ surveyId: id.optional(), unionId: id.optional(), state: z.enum(['planned', 'working', 'done', 'dropped']).optional(), text: z.string().trim().max(60).optional(), ...Page }), out: z.object({ items: z.array(Task.extend({ survey: z.string(), surveyId: z.string() })), total: z.int() }) }),
  exportTasks: endpoint({ method: 'POST', path: '/api/v1/survey-tasks/export', can: 'surveys.tasks', about: w.aboutExportTasks, in: z.object({ surveyId: id.optional(), unionId: id.optional(), state: z.enum(['planned', 'working', 'done', 'dropped']).optional(), text: z.string().trim().max(60).optional(), ...Shown }), out: z.object({}), download: true }),
  task: endpoint({ method: 'GET', path: '/api/v1/survey-tasks/:id', can: 'surveys.tasks', about: w.aboutTask, in: one, out: Task.extend({ survey: z.string(), surveyId: z.string(), union: z.string(), version: z.int(), may: z.array(z.string()), people: z.array(z.object({ id: z.string(), name: z.string() })), story: z.array(z.object({ id: z.string(), at: when, what: z.string(), by: z.string().nullable(), text: z.string() })) }) }),
  addTask: endpoint({ method: 'POST', path: '/api/v1/survey-tasks', can: 'surveys.keep', about: w.aboutAddTask, in: z.object({ surveyId: id, question: z.string().max(12).default(''), finding: z.string().trim().min(2).max(300), title: z.string().trim().min(2).max(100), dueOn: day }), out: Done }),
  stepTask: endpoint({ method: 'POST', path: '/api/v1/survey-tasks/:id/steps', can: 'surveys.tasks', about: w.aboutStepTask, in: z.object({ id, verb: z.enum(['assign', 'report', 'finish', 'drop']), text: z.string().trim().max(1000).default(''), assigneeId: id.optional(), progress: z.int().min(0).max(100).optional(), version: z.int().min(1).max(1_000_000) }), out: Done }),
};

/** Interviews by telephone: whoever cannot read on a screen answers all the same. */
export const telephone = {
  people: endpoint({ method: 'GET', path: '/api/v1/survey-interviews/:id', can: 'surveys.interview', about: w.aboutInterviewees, in: z.object({ id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), given: z.boolean() })) }) }),
  form: endpoint({ method: 'GET', path: '/api/v1/survey-interviews/:id/form', can: 'surveys.interview', about: w.aboutInterviewForm, in: z.object({ id, personId: id }), out: Own }),
  begin: endpoint({ method: 'POST', path: '/api/v1/survey-interviews/:id', can: 'surveys.interview', about: w.aboutInterview, in: z.object({ id, personId: id, why, consent: z.literal(true) }), out: Done }),
};
