import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { GROUPS, INDICATORS, KINDS, MEASURES, PEOPLE } from './indicators.rules.ts';
import { words as w } from './indicators.words.ts';

const id = z.uuid();
/** A day that can be followed by another. */
const day = z.iso.date().refine((d) => d >= '1900-01-01' && d <= '2199-12-31');
const when = z.iso.datetime();
const path = <P extends string>(p: P) => `/api/v1/indicators${p}` as const;
const page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(250_000).default(0) };
const Year = z.coerce.number().int().min(2000).max(2100);
const Named = z.object({ id: z.string(), name: z.string() });

/** `unionId`: the union chosen in the top bar. Without a scheme the first the reader reaches; without days the calendar year. */
export const Asked = { schemeId: id.optional(), unionId: id.optional(), unitId: id.optional(), from: day.optional(), to: day.optional(), basis: z.enum(['cohort', 'event']).default('cohort') };
/** What a list behind a number is narrowed by, besides. */
const Narrowed = { kind: z.enum(KINDS).optional(), group: z.enum(GROUPS).optional(), campaignId: id.optional() };

const n = z.int();
export const CountsView = z.object({ staff: n, participants: n, valid: n, adopted: n, started: n, completed: n, standardised: n, benefited: n, benefitFen: n, rewardFen: n });
const Target = z.object({ unitId: z.string(), group: z.enum(['all', ...GROUPS]), indicator: z.enum(INDICATORS), target: n });

/** Everything that is counted of a scheme, or of one unit of it, over a period. Rates are made of the counts: see FORMULA. */
export const Figures = z.object({
  scheme: Named, unit: Named.nullable(), from: day, to: day, basis: z.enum(['cohort', 'event']), staffDay: day, workers: n, rewards: z.boolean(), all: CountsView,
  units: z.array(z.object({ id: z.string(), name: z.string(), head: z.boolean(), open: z.boolean(), counts: CountsView })),
  months: z.array(z.object({ from: day, to: day, counts: CountsView })), kinds: z.array(z.object({ kind: z.enum(KINDS), counts: CountsView })),
  groups: z.array(z.object({ group: z.enum(GROUPS), counts: CountsView })), campaigns: z.array(z.object({ id: z.string(), title: z.string(), counts: CountsView })),
  targets: z.array(Target),
});
/** A suggestion behind a number. */
const Item = z.object({
  id: z.string(), number: z.string(), title: z.string(), unit: z.string(), authors: z.string(), kind: z.enum(KINDS), campaign: z.string().nullable(), grade: n.nullable(), submittedOn: day, adoptedOn: day.nullable(), startedOn: day.nullable(),
  completedOn: day.nullable(), standardisedOn: day.nullable(), benefitFen: n.nullable(),
});
/** Somebody behind a number. `valid`: valid suggestions of the period with this person as an author. */
const Person = z.object({ id: z.string(), name: z.string(), union: z.string(), valid: n });
const itemsOf = { ...Asked, ...Narrowed, measure: z.enum(MEASURES).default('valid') };
const peopleOf = { ...Asked, ...Narrowed, measure: z.enum(PEOPLE).default('participants') };

export const Report = z.object({ id: z.string(), from: day, to: day, basis: z.enum(['cohort', 'event']), keptBy: z.string(), keptAt: when, hash: z.string(), all: CountsView });
const BookletItem = Item.extend({ problem: z.string(), remedy: z.string(), effect: z.string(), documentNumber: z.string(), before: z.array(z.string()), after: z.array(z.string()) });
const Booklet = z.object({ id: z.string().nullable(), year: n, title: z.string(), preface: z.string(), version: n, scheme: Named, items: z.array(BookletItem), may: z.array(z.string()) });

export const api = {
  schemes: endpoint({ method: 'GET', path: path('/schemes'), can: 'indicators.read', about: w.aboutSchemes, in: z.object({}), out: z.object({ items: z.array(Named.extend({ whole: z.boolean(), units: z.array(Named) })) }) }),
  figures: endpoint({ method: 'GET', path: path(''), can: 'indicators.read', about: w.aboutFigures, in: z.object(Asked), out: Figures.extend({ whole: z.boolean(), may: z.array(z.string()) }) }),
  mine: endpoint({ method: 'GET', path: path('/mine'), can: 'person', about: w.aboutMine, in: z.object({ year: Year.optional() }), out: Figures.pick({ scheme: true, from: true, to: true, staffDay: true, all: true, targets: true }).extend({ unit: Named, counts: CountsView, units: z.array(z.object({ name: z.string(), own: z.boolean(), counts: CountsView })) }) }),
  items: endpoint({ method: 'GET', path: path('/items'), can: 'indicators.read', about: w.aboutItems, in: z.object({ ...itemsOf, ...page }), out: z.object({ items: z.array(Item), total: n }) }),
  exportItems: endpoint({ method: 'POST', path: path('/items/export'), can: 'indicators.read', about: w.aboutExport, in: z.object({ ...itemsOf, ...Shown }), out: z.object({}), download: true }),
  people: endpoint({ method: 'GET', path: path('/people'), can: 'indicators.read', about: w.aboutPeople, in: z.object({ ...peopleOf, ...page }), out: z.object({ items: z.array(Person), total: n }) }),
  exportPeople: endpoint({ method: 'POST', path: path('/people/export'), can: 'indicators.read', about: w.aboutExport, in: z.object({ ...peopleOf, ...Shown }), out: z.object({}), download: true }),
  exportBook: endpoint({ method: 'POST', path: path('/export'), can: 'indicators.read', about: w.aboutExportBook, in: z.object(Asked), out: z.object({}), download: true }),
  targets: endpoint({ method: 'GET', path: path('/targets'), can: 'indicators.read', about: w.aboutTargets, in: z.object({ schemeId: id.optional(), unionId: id.optional(), year: Year.optional() }), out: z.object({ year: n, scheme: Named, units: z.array(Named.extend({ head: z.boolean() })), items: z.array(Target), before: z.array(Target), may: z.array(z.string()) }) }),
  setTargets: endpoint({ method: 'POST', path: path('/targets'), can: 'indicators.settle', about: w.aboutSetTargets, in: z.object({ schemeId: id.optional(), unionId: id.optional(), year: Year, targets: z.array(z.object({ unitId: id, group: Target.shape.group, indicator: z.enum(INDICATORS), target: z.int().min(1).max(10_000_000).nullable() })).min(1).max(1000) }), out: z.object({ changed: n }) }),
  copyTargets: endpoint({ method: 'POST', path: path('/targets/copy'), can: 'indicators.settle', about: w.aboutCopyTargets, in: z.object({ schemeId: id.optional(), unionId: id.optional(), year: Year }), out: z.object({ changed: n }) }),
  reports: endpoint({ method: 'GET', path: path('/reports'), can: 'indicators.read', about: w.aboutReports, in: z.object({ schemeId: id.optional(), unionId: id.optional(), ...page }), out: z.object({ items: z.array(Report), total: n }) }),
  report: endpoint({ method: 'GET', path: path('/reports/:id'), can: 'indicators.read', about: w.aboutReport, in: z.object({ id }), out: Report.extend({ sound: z.boolean(), figures: Figures, today: CountsView, differences: z.array(z.object({ measure: CountsView.keyof(), kept: n, today: n })) }) }),
  keep: endpoint({ method: 'POST', path: path('/reports'), can: 'indicators.settle', about: w.aboutKeep, in: z.object({ schemeId: id.optional(), unionId: id.optional(), from: day, to: day, basis: Asked.basis }), out: z.object({ id: z.string() }) }),
  booklet: endpoint({ method: 'GET', path: path('/booklet'), can: 'indicators.read', about: w.aboutBooklet, in: z.object({ schemeId: id.optional(), unionId: id.optional(), year: Year.optional() }), out: Booklet }),
  candidates: endpoint({ method: 'GET', path: path('/booklet/candidates'), can: 'indicators.settle', about: w.aboutCandidates, in: z.object({ schemeId: id.optional(), unionId: id.optional(), year: Year.optional(), kind: z.enum(KINDS).optional(), text: z.string().trim().max(40).optional(), ...page }), out: z.object({ items: z.array(Item), total: n }) }),
  saveBooklet: endpoint({ method: 'POST', path: path('/booklet'), can: 'indicators.settle', about: w.aboutSaveBooklet, in: z.object({ schemeId: id.optional(), unionId: id.optional(), year: Year, title: z.string().trim().min(2).max(60), preface: z.string().trim().max(2000).default(''), version: z.int().min(0), ids: z.array(id).max(200) }), out: z.object({ id: z.string(), version: n }) }),
};
