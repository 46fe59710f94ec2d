import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { RELATIONS, STANDINGS, WORKDAYS } from './summer-care.rules.ts';
import { Consent, day, Done, id, moment, Outcome, Page, Sex } from './summer-care.contract.ts';
import { words as w } from './summer-care.words.ts';

const can = 'summerCare.keep';
const why = z.string().trim().min(2).max(200);
const purpose = z.string().trim().min(2).max(200);
const age = z.int().min(3).max(17);
const minute = z.int().min(0).max(1440);

/** What is said of a programme. Ages in full years on `ageOn`, or on the first day of each session. */
const Said = {
  title: z.string().trim().min(2).max(60), year: z.int().min(2000).max(2200), about: z.string().trim().max(3000).default(''), ageFrom: age, ageTo: age, ageOn: day.nullable().default(null), opensAt: moment, closesAt: moment, priceFen: z.int().min(0).max(10_000_000).default(0),
};
const SessionSaid = {
  title: z.string().trim().min(2).max(60), site: z.string().trim().min(2).max(60), address: z.string().trim().max(120).default(''), startsOn: day, endsOn: day, weekdays: z.int().min(1).max(127).default(WORKDAYS), daysOff: z.array(day).max(60).default([]), opensMinute: minute, closesMinute: minute, capacity: z.int().min(1).max(1000),
};
const ProgrammeFilter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), year: z.coerce.number().int().min(2000).max(2200).optional() };
const ChildFilter = { sessionId: id.optional(), programmeId: id.optional(), unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(['waiting', 'taken', 'handed', 'missed', 'over']).optional(), health: z.enum(['yes']).optional() };
const ProgrammeRow = z.object({
  id, title: z.string(), year: z.int(), union: z.string(), unionId: id, ageFrom: z.int(), ageTo: z.int(), opensAt: z.string(), closesAt: z.string(), startsOn: z.string().nullable(), endsOn: z.string().nullable(), sessions: z.int(), places: z.int(), taken: z.int(), waiting: z.int(), published: z.boolean(), phase: z.enum(['draft', 'coming', 'open', 'running', 'over']),
});
const SessionRow = z.object({
  id, title: z.string(), site: z.string(), address: z.string(), startsOn: z.string(), endsOn: z.string(), weekdays: z.int(), daysOff: z.array(z.string()), days: z.int(), opensMinute: z.int(), closesMinute: z.int(), capacity: z.int(), standing: z.enum(STANDINGS), places: z.int(), taken: z.int(), waiting: z.int(),
  came: z.int(), keptUntil: z.string(), forgottenAt: z.string().nullable(), staff: z.int(), may: z.array(z.string()),
});
/** A child as the desk reads it: masked. */
const ChildRow = z.object({ id, no: z.int(), sessionId: id, session: z.string(), site: z.string(), child: z.string(), age: z.int(), guardian: z.string(), staffNumber: z.string(), unit: z.string(), phone: z.string(), people: z.int(), health: z.boolean(), consentOld: z.boolean(), state: z.string(), stateText: z.string(), came: z.int(), forgotten: z.boolean() });
const Figures = z.object({ sessions: z.int(), places: z.int(), children: z.int(), waited: z.int(), childDays: z.int(), expectedDays: z.int(), presentPerMille: z.int().nullable(), incidents: z.int(), releases: z.int(), health: z.int() });
const of = <P extends string>(rest: P) => `/api/v1/summer-care-programmes/:id${rest}` as const;
const session = <P extends string>(rest: P) => `/api/v1/summer-care-sessions/:id${rest}` as const;

export const desk = {
  programmes: endpoint({ method: 'GET', path: '/api/v1/summer-care-programmes', can, about: w.aboutProgrammes, in: z.object({ ...ProgrammeFilter, ...Page }), out: z.object({ items: z.array(ProgrammeRow), total: z.int() }) }),
  exportProgrammes: endpoint({ method: 'POST', path: '/api/v1/summer-care-programmes/export', can, about: w.aboutExportProgrammes, in: z.object({ ...ProgrammeFilter, ...Shown }), out: z.object({}), download: true }),
  programme: endpoint({
    method: 'GET', path: of(''), can, about: w.aboutProgramme, in: z.object({ id }),
    out: ProgrammeRow.extend({ about: z.string(), ageOn: z.string().nullable(), priceFen: z.int(), version: z.int(), items: z.array(SessionRow), consent: Consent, consents: z.array(z.object({ no: z.int(), at: z.string(), by: z.string(), hash: z.string() })), may: z.array(z.string()) }),
  }),
  put: endpoint({ method: 'POST', path: '/api/v1/summer-care-programmes', can, about: w.aboutPut, in: z.object({ unionId: id, ...Said }), out: Done }),
  save: endpoint({ method: 'PUT', path: of(''), can, about: w.aboutSave, in: z.object({ id, version: z.int().min(1).optional(), ...Said }), out: Done }),
  drop: endpoint({ method: 'POST', path: of('/drop'), can, about: w.aboutDrop, in: z.object({ id }), out: Done }),
  publish: endpoint({ method: 'POST', path: of('/publish'), can, about: w.aboutPublish, in: z.object({ id }), out: Outcome }),
  consent: endpoint({ method: 'POST', path: of('/consent'), can, about: w.aboutConsent, in: z.object({ id, text: z.string().trim().min(20).max(6000), healthText: z.string().trim().min(20).max(3000) }), out: Done.extend({ no: z.int() }) }),
  addSession: endpoint({ method: 'POST', path: of('/sessions'), can, about: w.aboutAddSession, in: z.object({ id, ...SessionSaid }), out: Done }),
  saveSession: endpoint({ method: 'PUT', path: session(''), can, about: w.aboutSaveSession, in: z.object({ id, ...SessionSaid }), out: Done }),
  dropSession: endpoint({ method: 'POST', path: session('/drop'), can, about: w.aboutDropSession, in: z.object({ id }), out: Done }),
  session: endpoint({ method: 'GET', path: session(''), can, about: w.aboutSessionDesk, in: z.object({ id }), out: SessionRow.extend({ programmeId: id, programme: z.string(), union: z.string(), published: z.boolean() }) }),
  callOff: endpoint({ method: 'POST', path: session('/call-off'), can, about: w.aboutCallOff, in: z.object({ id, why }), out: Done }),
  staffOf: endpoint({ method: 'GET', path: session('/staff'), can, about: w.aboutStaff, in: z.object({ id }), out: z.object({ items: z.array(z.object({ id, personId: id, name: z.string(), staffNumber: z.string(), unit: z.string(), from: z.string(), to: z.string() })) }) }),
  findStaff: endpoint({ method: 'GET', path: session('/people'), can, about: w.aboutFindStaff, in: z.object({ id, text: z.string().trim().min(1).max(40) }), out: z.object({ items: z.array(z.object({ id, name: z.string(), staffNumber: z.string(), unit: z.string() })) }) }),
  addStaff: endpoint({ method: 'POST', path: session('/staff'), can, about: w.aboutAddStaff, in: z.object({ id, personId: id, from: day, to: day }), out: Done }),
  removeStaff: endpoint({ method: 'POST', path: session('/staff/remove'), can, about: w.aboutRemoveStaff, in: z.object({ id, dutyId: id }), out: Done }),
  children: endpoint({ method: 'GET', path: '/api/v1/summer-care-children', can, about: w.aboutChildren, in: z.object({ ...ChildFilter, ...Page }), out: z.object({ items: z.array(ChildRow), total: z.int() }) }),
  exportChildren: endpoint({ method: 'POST', path: '/api/v1/summer-care-children/export', can: 'summerCare.export', about: w.aboutExportChildren, in: z.object({ ...ChildFilter, ...Shown }), out: z.object({}), download: true }),
  look: endpoint({
    method: 'POST', path: '/api/v1/summer-care-children/:id/look', can, about: w.aboutLook, in: z.object({ id, purpose }),
    out: z.object({ id, child: z.string(), birth: z.string(), sex: Sex, people: z.array(z.object({ name: z.string(), phone: z.string(), relation: z.enum(RELATIONS) })), contact: z.object({ name: z.string(), phone: z.string(), relation: z.enum(RELATIONS) }), incidents: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })) }),
  }),
  remove: endpoint({ method: 'POST', path: '/api/v1/summer-care-children/:id/remove', can, about: w.aboutRemove, in: z.object({ id, why }), out: Done }),
  messages: endpoint({ method: 'GET', path: session('/messages'), can, about: w.aboutMessages, in: z.object({ id, ...Page }), out: z.object({ items: z.array(z.object({ id, at: z.string(), by: z.string(), text: z.string(), receivers: z.int() })), total: z.int() }) }),
  write: endpoint({ method: 'POST', path: session('/messages'), can, about: w.aboutWrite, in: z.object({ id, text: z.string().trim().min(2).max(1000) }), out: Done.extend({ receivers: z.int() }) }),
  statistics: endpoint({
    method: 'GET', path: '/api/v1/summer-care-statistics', can, about: w.aboutStatistics, in: z.object({ year: z.coerce.number().int().min(2000).max(2200), unionId: id.optional() }),
    out: z.object({ year: z.int(), all: Figures, programmes: z.array(Figures.extend({ id, title: z.string(), union: z.string() })), ages: z.array(z.object({ age: z.int(), children: z.int() })), sites: z.array(z.object({ site: z.string(), children: z.int(), childDays: z.int() })) }),
  }),
  exportStatistics: endpoint({ method: 'POST', path: '/api/v1/summer-care-statistics/export', can, about: w.aboutExportStatistics, in: z.object({ year: z.int().min(2000).max(2200), unionId: id.optional() }), out: z.object({}), download: true }),
  retention: endpoint({
    method: 'GET', path: '/api/v1/summer-care-retention', can, about: w.aboutRetention, in: z.object({ unionId: id.optional(), ...Page }),
    out: z.object({ items: z.array(z.object({ id, programmeId: id, programme: z.string(), session: z.string(), site: z.string(), union: z.string(), endsOn: z.string(), keptUntil: z.string(), daysLeft: z.int(), children: z.int(), forgottenAt: z.string().nullable() })), total: z.int() }),
  }),
};
