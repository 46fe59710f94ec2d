import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { SOURCES, STAGES, TAXES } from './draws.rules.ts';
import { words as w } from './draws.words.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const why = z.string().trim().min(2).max(300);
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const Done = z.object({ id: z.string() });
export const Stage = z.enum(STAGES);

const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), stage: Stage.optional(), from: day.optional(), to: day.optional() };

const PrizeIn = z.object({ name: z.string().trim().min(1).max(60), count: z.int().min(1).max(10_000), value: z.int().min(0).max(100_000_000), tax: z.enum(TAXES), why: z.string().trim().max(100).default(''), photo: id.nullable().optional() });
const Prize = z.object({ name: z.string(), count: z.int(), value: z.int(), tax: z.enum(TAXES), taxFen: z.int(), why: z.string(), photo: z.string().nullable() });
const Chance = { source: z.enum(SOURCES), need: z.int().min(0).max(15).default(0), revealHours: z.int().min(1).max(720).default(24), witnesses: z.array(id).max(15).default([]) };
const prizes = z.array(PrizeIn).min(1).max(20);

const Campaign = {
  unionId: id, title: z.string().trim().min(2).max(60), about: z.string().trim().max(4000).default(''), prizes, opensOn: day, opensAt: clock, closesOn: day, closesAt: clock,
  birthMonth: z.int().min(1).max(12).nullable().default(null), memberDays: z.int().min(0).max(20_000).default(0), restDays: z.int().min(0).max(3_660).default(0),
  place: z.string().trim().max(200).default(''), pickFrom: day.nullable().default(null), pickTo: day.nullable().default(null), ...Chance,
};
const Schedule = { unionId: id, title: z.string().trim().min(2).max(60), about: z.string().trim().max(4000).default(''), prizes, opensDay: z.int().min(1).max(27), closesDay: z.int().min(2).max(28), place: z.string().trim().max(200).default(''), ...Chance };

const Witness = z.object({ no: z.int(), name: z.string(), committed: z.boolean(), revealed: z.boolean() });
const Marks = z.object({ rules: z.string().nullable(), notice: z.string().nullable(), file: z.string().nullable() });
const Card = z.object({
  id: z.string(), title: z.string(), union: z.string(), stage: Stage, opensAt: z.iso.datetime(), closesAt: z.iso.datetime(), prizes: z.array(Prize), entrants: z.int(), source: z.enum(SOURCES),
  mine: z.object({ claimId: z.string(), state: z.string(), rank: z.int().nullable(), prize: z.string().nullable() }).nullable(), may: z.array(z.string()),
});
const Winner = z.object({ rank: z.int(), prize: z.string(), name: z.string(), mine: z.boolean() });
const Seen = Card.extend({
  about: z.string(), who: z.string(), place: z.string(), handOverFrom: z.iso.datetime().nullable(), handOverTo: z.iso.datetime().nullable(), terms: z.array(z.string()), rules: z.string().nullable(), marks: Marks, frozenAt: z.iso.datetime().nullable(), dueAt: z.iso.datetime().nullable(), drawnAt: z.iso.datetime().nullable(),
  need: z.int(), witnesses: z.array(Witness), winners: z.array(Winner), token: z.string().nullable(), bar: z.string().nullable(), offWhy: z.string(), againOf: z.string().nullable(), next: z.string().nullable(), why: z.string(),
  witness: z.object({ no: z.int(), commitment: z.string().nullable(), revealed: z.boolean() }).nullable(),
});
const Row = z.object({ id: z.string(), title: z.string(), union: z.string(), stage: Stage, opensAt: z.iso.datetime(), closesAt: z.iso.datetime(), prizes: z.array(Prize), entrants: z.int(), holders: z.int(), handed: z.int(), monthly: z.boolean() });
const Person = z.object({ id: z.string(), name: z.string(), unit: z.string() });
const Kept = Row.extend({
  about: z.string(), who: z.string(), place: z.string(), pickFrom: z.string().nullable(), pickTo: z.string().nullable(), birthMonth: z.int().nullable(), memberDays: z.int(), restDays: z.int(), source: z.enum(SOURCES), need: z.int(), revealHours: z.int(),
  unionId: z.string(), people: z.array(Person), witnesses: z.array(Witness.extend({ personId: z.string() })), terms: z.array(z.string()), marks: Marks, frozenAt: z.iso.datetime().nullable(), dueAt: z.iso.datetime().nullable(), drawnAt: z.iso.datetime().nullable(),
  offWhy: z.string(), againOf: z.string().nullable(), next: z.string().nullable(), why: z.string(), version: z.int(), link: z.string(), may: z.array(z.string()),
});
const Entrant = z.object({ id: z.string(), name: z.string(), unit: z.string(), at: z.iso.datetime(), rank: z.int().nullable(), state: z.string(), prize: z.string().nullable() });
const ScheduleRow = z.object({
  id: z.string(), unionId: z.string(), union: z.string(), title: z.string(), about: z.string(), prizes: z.array(Prize), opensDay: z.int(), closesDay: z.int(), place: z.string(), source: z.enum(SOURCES), need: z.int(), revealHours: z.int(),
  people: z.array(Person), active: z.boolean(), lastMonth: z.string().nullable(), lastId: z.string().nullable(), nextMonth: z.int(), may: z.array(z.string()),
});

export const api = {
  list: endpoint({ method: 'GET', path: '/api/v1/draws', can: 'person', about: w.aboutList, in: z.object(Page), out: z.object({ items: z.array(Card), total: z.int(), birthday: z.object({ on: z.boolean(), month: z.int().nullable() }), witnessing: z.int() }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/draws/:id', can: 'person', about: w.aboutOne, in: z.object({ id }), out: Seen }),
  enter: endpoint({ method: 'POST', path: '/api/v1/draws/:id/enter', can: 'person', about: w.aboutEnter, in: z.object({ id }), out: Done }),
  leave: endpoint({ method: 'POST', path: '/api/v1/draws/:id/leave', can: 'person', about: w.aboutLeave, in: z.object({ id }), out: Done }),
  entry: endpoint({ method: 'GET', path: '/api/v1/draws/:id/entry', can: 'person', about: w.aboutEntry, in: z.object({ id }), out: z.object({}), download: true }),
  result: endpoint({ method: 'GET', path: '/api/v1/draws/:id/result', can: 'person', about: w.aboutResult, in: z.object({ id }), out: z.object({}), download: true }),
  verifier: endpoint({ method: 'GET', path: '/api/v1/draw-verifier', can: 'person', about: w.aboutVerifier, in: z.object({}), out: z.object({}), download: true }),
  wish: endpoint({ method: 'PUT', path: '/api/v1/birthday-draws', can: 'person', about: w.aboutWish, in: z.object({ on: z.boolean() }), out: z.object({ on: z.boolean() }) }),
  witnessed: endpoint({ method: 'GET', path: '/api/v1/draws-witnessed', can: 'person', about: w.aboutWitnessed, in: z.object({}), out: z.object({ items: z.array(Card.extend({ no: z.int(), committed: z.boolean(), revealed: z.boolean(), dueAt: z.iso.datetime().nullable() })) }) }),
  commit: endpoint({ method: 'POST', path: '/api/v1/draws/:id/commit', can: 'person', about: w.aboutCommit, in: z.object({ id, commitment: hex(32) }), out: Done }),
  reveal: endpoint({ method: 'POST', path: '/api/v1/draws/:id/reveal', can: 'person', about: w.aboutReveal, in: z.object({ id, secret: hex(16) }), out: z.object({ drawn: z.boolean() }) }),

  register: endpoint({
    method: 'GET', path: '/api/v1/draw-desk', can: 'draws.keep', about: w.aboutRegister,
    in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }),
  }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/draw-desk/export', can: 'draws.keep', about: w.aboutExportRegister, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  kept: endpoint({ method: 'GET', path: '/api/v1/draw-desk/:id', can: 'draws.keep', about: w.aboutKept, in: z.object({ id }), out: Kept }),
  entrants: endpoint({ method: 'GET', path: '/api/v1/draw-desk/:id/entrants', can: 'draws.keep', about: w.aboutEntrants, in: z.object({ id, text: z.string().trim().max(60).optional(), ...Page }), out: z.object({ items: z.array(Entrant), total: z.int() }) }),
  exportEntrants: endpoint({ method: 'POST', path: '/api/v1/draw-entrants/export', can: 'draws.keep', about: w.aboutExport, in: z.object({ id, text: z.string().trim().max(60).optional(), ...Shown }), out: z.object({}), download: true }),
  create: endpoint({ method: 'POST', path: '/api/v1/draw-desk', can: 'draws.keep', about: w.aboutCreate, in: z.object(Campaign), out: Done }),
  change: endpoint({ method: 'PUT', path: '/api/v1/draw-desk/:id', can: 'draws.keep', about: w.aboutChange, in: z.object({ id, version: z.int().min(1).max(1_000_000), ...Campaign }), out: Done }),
  announce: endpoint({ method: 'POST', path: '/api/v1/draw-desk/:id/announce', can: 'draws.keep', about: w.aboutAnnounce, in: z.object({ id }), out: Done }),
  freeze: endpoint({ method: 'POST', path: '/api/v1/draw-desk/:id/freeze', can: 'draws.keep', about: w.aboutFreeze, in: z.object({ id }), out: Done }),
  draw: endpoint({ method: 'POST', path: '/api/v1/draw-desk/:id/draw', can: 'draws.keep', about: w.aboutDraw, in: z.object({ id }), out: Done }),
  again: endpoint({ method: 'POST', path: '/api/v1/draw-desk/:id/again', can: 'draws.keep', about: w.aboutAgain, in: z.object({ id, why, closesOn: day, closesAt: clock }), out: Done }),
  callOff: endpoint({ method: 'POST', path: '/api/v1/draw-desk/:id/call-off', can: 'draws.keep', about: w.aboutCallOff, in: z.object({ id, why }), out: Done }),
  people: endpoint({ method: 'GET', path: '/api/v1/draw-people', can: 'draws.keep', about: w.aboutPeople, in: z.object({ unionId: id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(Person) }) }),

  schedules: endpoint({ method: 'GET', path: '/api/v1/draw-schedules', can: 'draws.keep', about: w.aboutSchedules, in: z.object({}), out: z.object({ items: z.array(ScheduleRow) }) }),
  plan: endpoint({ method: 'POST', path: '/api/v1/draw-schedules', can: 'draws.keep', about: w.aboutPlan, in: z.object(Schedule), out: Done }),
  replan: endpoint({ method: 'PUT', path: '/api/v1/draw-schedules/:id', can: 'draws.keep', about: w.aboutReplan, in: z.object({ id, ...Schedule }), out: Done }),
  pause: endpoint({ method: 'POST', path: '/api/v1/draw-schedules/:id/pause', can: 'draws.keep', about: w.aboutPause, in: z.object({ id, active: z.boolean() }), out: Done }),
};
