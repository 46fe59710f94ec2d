import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { CLASSES, GRADES, HOW, SCALES, SECRET, STATES, STEPS } from './appraisals.rules.ts';
import { words as w } from './appraisals.words.ts';

const id = z.uuid();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200').nullable().default(null);
const year = z.coerce.number().int().min(2000).max(2100);
const time = z.iso.datetime().nullable();
const Done = z.object({ id: z.string() });
const named = (most: number) => z.string().trim().max(most);
const State = z.enum(STATES);
const Level = z.enum(SECRET);
const Files = z.array(id).max(10);
const FileOut = z.object({ id: z.string(), name: z.string(), image: z.boolean() });
const Person = z.object({ id: z.string(), name: z.string(), unit: z.string() });
const no = z.coerce.number().int().min(1).max(200);

const Duty = { text: named(10_000).default(''), files: Files.default([]) };
const RollIn = z.object({ id: z.enum(CLASSES), how: z.enum(HOW), people: z.array(id).max(5_000).default([]), unions: z.array(id).max(100).default([]) });
const Wanted = {
  title: z.string().trim().min(2).max(120), about: named(4_000).default(''), year, scale: z.enum(SCALES), level: Level,
  leaders: z.array(z.object({ personId: id.nullable().default(null), name: z.string().trim().min(1).max(60), post: named(80).default('') })).min(1).max(200),
  classes: z.array(RollIn).min(1).max(CLASSES.length), readers: z.array(z.object({ personId: id, capacity: named(60).default('') })).max(10).default([]), opensAt: moment, closesAt: moment,
};
const Card = z.object({ id: z.string(), title: z.string(), union: z.string(), year: z.int(), state: State, level: Level, leaders: z.int(), entitled: z.int(), given: z.int(), opensAt: time, closesAt: time });
const Row = Card.extend({ returned: z.int().nullable(), may: z.array(z.string()) });
const Leader = z.object({ no: z.int(), name: z.string(), post: z.string(), duty: z.string(), files: z.array(FileOut), dutyAt: time, own: z.boolean() });
const ClassOut = z.object({ id: z.enum(CLASSES), name: z.string(), weight: z.int(), how: z.enum(HOW), entitled: z.int(), given: z.int(), people: z.array(Person), unions: z.array(Person) });
const GradeOut = z.object({ id: z.enum(GRADES), name: z.string(), value: z.int() });
const Line = z.object({ holds: z.boolean(), rule: z.string(), worked: z.string() });

/** What an officer keeps of an appraisal: everything but its results. */
const Kept = Card.extend({
  unionId: z.string(), about: z.string(), scale: z.enum(SCALES), why: z.string(), leaderList: z.array(Leader.extend({ personId: z.string().nullable() })), classes: z.array(ClassOut), readers: z.array(Person.extend({ capacity: z.string() })), above: z.array(z.string()), grades: z.array(GradeOut),
  decides: z.array(z.string()), basis: z.array(z.string()), fingerprint: z.string(), keysReady: z.boolean(), counted: z.boolean(), figures: z.array(Line), announcedAt: time, openedAt: time, closedAt: time, released: z.boolean(), version: z.int(), may: z.array(z.string()),
});
const Grade = z.object({ id: z.enum(GRADES), votes: z.int().nullable(), rate: z.int() });
/** Rates and scores in ten-thousandths and hundredths: 9,667 is 96.67 %, 8,150 is a score of 81.50. What fewer than five say is empty. */
const Appraised = z.object({
  no: z.int(), name: z.string(), post: z.string(), marked: z.int(), valid: z.boolean(), exact: z.boolean(), score: z.int().nullable(), grades: z.array(Grade), byClass: z.array(z.object({ id: z.enum(CLASSES), marked: z.int(), votes: z.array(z.int()) })),
  consequences: z.array(z.string()), before: z.array(z.object({ year: z.int(), score: z.int().nullable() })),
});
const Sums = z.object({ entitled: z.int(), issued: z.int(), returned: z.int(), valid: z.int(), invalid: z.int(), turnout: z.int(), above: z.int().nullable() });
const Report = z.object({
  id: z.string(), title: z.string(), union: z.string(), year: z.int(), scale: z.enum(SCALES), closedAt: time, fails: z.string(), sums: Sums, figures: z.array(Line), grades: z.array(GradeOut), classes: z.array(z.object({ id: z.enum(CLASSES), name: z.string(), weight: z.int(), entitled: z.int(), given: z.int() })),
  leaders: z.array(Appraised), years: z.array(z.int()), basis: z.array(z.string()), released: z.boolean(), may: z.array(z.string()),
});
/** What a rater or a leader sees. `result`: of all leaders once it is released, of oneself once it is declared. */
const Mine = Card.extend({ about: z.string(), leaderList: z.array(Leader), grades: z.array(GradeOut), rater: z.boolean(), voted: z.boolean(), class: z.string(), result: z.array(Appraised), figures: z.array(Line), released: z.boolean(), may: z.array(z.string()) });
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: State.optional(), year: year.optional() };
const keep = 'appraisals.keep';
const at = (rest: string) => `/api/v1/appraisals/:id${rest}` as const;

/** Officers who hold appraisals, and those who read their reports. */
export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/appraisals', can: 'person', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int(), years: z.array(z.object({ year: z.int(), appraisals: z.int(), leaders: z.int(), entitled: z.int(), returned: z.int() })) }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/appraisals/export', can: 'person', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  kept: endpoint({ method: 'GET', path: at(''), can: keep, about: w.aboutKept, in: z.object({ id }), out: Kept }),
  prepare: endpoint({ method: 'POST', path: '/api/v1/appraisals', can: keep, about: w.aboutPrepare, in: z.object({ unionId: id, ...Wanted }), out: Done }),
  change: endpoint({ method: 'PUT', path: at(''), can: keep, about: w.aboutPrepare, in: z.object({ id, version: z.int().min(1).max(1_000_000), ...Wanted }), out: Done }),
  step: endpoint({ method: 'POST', path: at('/step'), can: keep, about: w.aboutStep, in: z.object({ id, step: z.enum(STEPS), why: named(300).default('') }), out: Done }),
  duty: endpoint({ method: 'POST', path: at('/duty'), can: keep, about: w.aboutDuty, in: z.object({ id, no, ...Duty }), out: Done }),
  look: endpoint({ method: 'POST', path: '/api/v1/appraisal-look', can: keep, about: w.aboutLook, in: z.object({ unionId: id, classes: z.array(RollIn).max(CLASSES.length), scale: z.enum(SCALES) }), out: z.object({ classes: z.array(z.object({ id: z.enum(CLASSES), name: z.string(), weight: z.int(), people: z.int() })), people: z.int(), decides: z.array(z.string()), basis: z.array(z.string()) }), unaudited: 'a look at a roll' }),
  people: endpoint({ method: 'GET', path: '/api/v1/appraisal-people', can: keep, about: w.aboutPeople, in: z.object({ unionId: id, text: z.string().trim().min(1).max(20), above: z.enum(['yes', 'no']).default('no') }), out: z.object({ items: z.array(Person) }) }),
  units: endpoint({ method: 'GET', path: '/api/v1/appraisal-units', can: keep, about: w.aboutUnits, in: z.object({ unionId: id }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), people: z.int() })), total: z.int() }) }),
  readRoll: endpoint({
    method: 'POST', path: '/api/v1/appraisal-rolls/read', can: keep, about: w.aboutReadRoll, in: z.object({ unionId: id, name: z.string().min(1).max(400) }), upload: { maxBytes: 5 * 1024 * 1024 }, unaudited: 'reads a sheet back to whoever sent it and keeps nothing',
    out: z.object({ items: z.array(z.object({ staffNumber: z.string(), name: z.string(), class: z.string(), personId: z.string().nullable(), unit: z.string(), fault: z.string().nullable() })), faults: z.int() }),
  }),
  report: endpoint({ method: 'POST', path: at('/report'), can: 'person', about: w.aboutReport, in: z.object({ id }), out: Report }),
  exportReport: endpoint({ method: 'POST', path: at('/report/export'), can: 'person', about: w.aboutExportReport, in: z.object({ id }), out: z.object({}), download: true }),
  release: endpoint({ method: 'POST', path: at('/release'), can: 'person', about: w.aboutRelease, in: z.object({ id }), out: Done }),
};

/** Raters and leaders. */
export const mine = {
  list: endpoint({ method: 'GET', path: '/api/v1/my-appraisals', can: 'person', about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(Card.extend({ rater: z.boolean(), leader: z.boolean(), voted: z.boolean(), dutyWaits: z.boolean() })) }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/my-appraisals/:id', can: 'person', about: w.aboutOne, in: z.object({ id }), out: Mine }),
  duty: endpoint({ method: 'POST', path: '/api/v1/my-appraisals/:id/duty', can: 'person', about: w.aboutOwnDuty, in: z.object({ id, ...Duty }), out: Done }),
};
