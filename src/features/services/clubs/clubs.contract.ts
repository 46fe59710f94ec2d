import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { CATEGORIES, ROLES, STATES } from './clubs.rules.ts';
import { words as w } from './clubs.words.ts';

export const id = z.uuid();
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
export const Done = z.object({ id, state: z.string() });
export const At = { id, version: z.int().min(1).optional() };
export const Category = z.enum(CATEGORIES);
export const at = (rest: string) => `/api/v1/clubs/:id${rest}` as const;
const join = 'clubs.join';
const propose = 'clubs.propose';

/** What is said about a club; `places`: most members, null for no limit. */
const About = {
  name: z.string().trim().min(2).max(30), category: Category, purpose: z.string().trim().min(2).max(500), charter: z.string().trim().min(10).max(5000), meets: z.string().trim().max(100).default(''), places: z.int().min(1).max(10_000).nullable().default(null),
};
const People = z.array(id).max(60);

/** A club in a list. `capacity` null: no limit; `mine`: state of one's own membership; `role`: one's own; `asked`: one is asked to found it. */
export const ClubCard = z.object({
  id, number: z.string(), name: z.string(), category: Category, union: z.string(), unionId: id, purpose: z.string(), meets: z.string(), state: z.enum(STATES), members: z.int(), capacity: z.int().nullable(), waiting: z.int(), gatherings: z.int(), leader: z.string(),
  mine: z.string().nullable(), role: z.enum(ROLES).nullable(), asked: z.boolean(), next: z.object({ id, title: z.string(), place: z.string(), startsAt: z.string() }).nullable(),
});
const Founder = z.object({ personId: id, name: z.string(), unit: z.string(), state: z.enum(['invited', 'confirmed', 'declined']), me: z.boolean() });
const Event = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.string() });

/** The page of a club. `may`: save, invite, submit, withdraw, answer, join, leave, lead, spend, report, keep, grant and steps of the union. */
export const ClubOut = ClubCard.extend({
  charter: z.string(), foundedOn: z.string().nullable(), version: z.int(), founders: z.array(Founder), confirmed: z.int(), needed: z.int(), wished: z.int().nullable(), nextDue: z.string().nullable(), bar: z.string().nullable(), ahead: z.int(),
  roles: z.array(z.object({ role: z.enum(ROLES), personId: id, name: z.string() })), attendances: z.int(), stars: z.number().nullable(), ratings: z.int(), author: z.string(), basis: z.array(z.string()), events: z.array(Event), may: z.array(z.string()),
  awards: z.array(z.object({ year: z.int(), place: z.int(), prize: z.string() })),
});
export const MemberRow = z.object({ personId: id, claimId: id, name: z.string(), unit: z.string(), role: z.enum(ROLES).nullable(), state: z.string(), stateWord: z.string(), since: z.string(), attended: z.int(), /** of the gatherings of the last twelve months since joining */ of: z.int() });

export const api = {
  list: endpoint({
    method: 'GET', path: '/api/v1/clubs', can: join, about: w.aboutList, in: z.object({ text: z.string().trim().max(60).optional(), category: Category.optional(), mine: z.stringbool().optional(), ...Page }),
    out: z.object({ items: z.array(ClubCard), total: z.int() }),
  }),
  start: endpoint({ method: 'GET', path: '/api/v1/club-start', can: propose, about: w.aboutStart, in: z.object({}), out: z.object({ hosts: z.array(z.object({ id, name: z.string(), needed: z.int() })) }) }),
  colleagues: endpoint({
    method: 'GET', path: '/api/v1/club-colleagues', can: propose, about: w.aboutColleagues, in: z.object({ unionId: id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id, name: z.string(), unit: z.string() })) }),
  }),
  propose: endpoint({ method: 'POST', path: '/api/v1/clubs', can: propose, about: w.aboutPropose, in: z.object({ unionId: id.optional(), ...About, founders: People.default([]) }), out: z.object({ id, number: z.string() }) }),
  club: endpoint({ method: 'GET', path: at(''), can: 'person', about: w.aboutOne, in: z.object({ id }), out: ClubOut }),
  save: endpoint({ method: 'PUT', path: at(''), can: 'person', about: w.aboutSave, in: z.object({ ...At, ...About }), out: Done }),
  invite: endpoint({ method: 'POST', path: at('/founders'), can: propose, about: w.aboutInvite, in: z.object({ id, people: People.min(1) }), out: z.object({ id }) }),
  uninvite: endpoint({ method: 'POST', path: at('/founders/remove'), can: propose, about: w.aboutUninvite, in: z.object({ id, personId: id }), out: z.object({ id }) }),
  answer: endpoint({ method: 'POST', path: at('/founding'), can: join, about: w.aboutAnswer, in: z.object({ id, confirm: z.boolean() }), out: z.object({ id, confirmed: z.int(), needed: z.int() }) }),
  submit: endpoint({ method: 'POST', path: at('/submit'), can: propose, about: w.aboutSubmit, in: z.object(At), out: Done }),
  withdraw: endpoint({ method: 'POST', path: at('/withdraw'), can: propose, about: w.aboutWithdraw, in: z.object(At), out: Done }),
  join: endpoint({ method: 'POST', path: at('/join'), can: join, about: w.aboutJoin, in: z.object({ id, /** the same when the same request is sent again */ key: z.string().min(8).max(100) }), out: z.object({ claimId: id, state: z.string() }) }),
  leave: endpoint({ method: 'POST', path: at('/leave'), can: join, about: w.aboutLeave, in: z.object({ id }), out: z.object({ id }) }),
  members: endpoint({
    method: 'GET', path: at('/members'), can: 'person', about: w.aboutMembers, in: z.object({ id, text: z.string().trim().max(30).optional(), ...Page }), out: z.object({ items: z.array(MemberRow), total: z.int() }),
  }),
  appoint: endpoint({ method: 'POST', path: at('/roles'), can: 'person', about: w.aboutAppoint, in: z.object({ id, role: z.enum(ROLES), personId: id.nullable() }), out: z.object({ id }) }),
  dismiss: endpoint({ method: 'POST', path: at('/members/remove'), can: 'person', about: w.aboutDismiss, in: z.object({ id, personId: id, why: z.string().trim().min(2).max(200) }), out: z.object({ id }) }),
};
