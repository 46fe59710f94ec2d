import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { at, id, Page } from './clubs.contract.ts';
import { words as w } from './clubs.words.ts';

const day = z.iso.date().refine((d) => d >= '2000' && d < '2200');
const moment = z.iso.datetime({ offset: true }).refine((d) => d >= '2000' && d < '2200');
export const Year = z.coerce.number().int().min(2000).max(2199);
const one = (rest: string) => `/api/v1/club-gatherings/:id${rest}` as const;
const join = 'clubs.join';

const Said = { title: z.string().trim().min(2).max(60), place: z.string().trim().min(1).max(200), startsAt: moment, about: z.string().trim().max(1000).default('') };
/** A gathering. `activity`: it is an activity of the union for the club and is kept there; `own`: one's own attendance and rating. */
export const GatheringRow = z.object({
  id, clubId: id, title: z.string(), place: z.string(), startsAt: z.string(), about: z.string(), activity: z.boolean(), came: z.int(), stars: z.number().nullable(), ratings: z.int(), spentFen: z.int(), by: z.string(), dropped: z.boolean(), why: z.string(),
  own: z.object({ stars: z.int().nullable() }).nullable(), photos: z.array(id),
});
const GatheringOut = GatheringRow.extend({ club: z.string(), people: z.array(z.object({ personId: id, name: z.string(), way: z.string() })), comments: z.array(z.object({ stars: z.int(), comment: z.string() })), may: z.array(z.string()) });
const CostRow = z.object({ id, item: z.string(), amountFen: z.int(), spentOn: z.string(), note: z.string(), by: z.string(), gathering: z.string(), activity: z.boolean(), files: z.array(z.object({ id, name: z.string(), image: z.boolean() })), mayRemove: z.boolean() });
/** The money of a club in a year; `usual` by members and the rulebook. */
const Money = z.object({ year: z.int(), grantFen: z.int().nullable(), account: z.string(), note: z.string(), spentFen: z.int(), leftFen: z.int(), decidedOn: z.string().nullable(), decidedBy: z.string(), basis: z.array(z.string()), items: z.array(CostRow), may: z.array(z.string()) });
const Report = z.object({
  year: z.int(), club: z.string(), union: z.string(), leader: z.string(), done: z.string(), plans: z.string(), by: z.string(), sentAt: z.string().nullable(), onTime: z.boolean().nullable(), dueOn: z.string(), members: z.int(), gatherings: z.int(), attendances: z.int(), stars: z.number().nullable(), ratings: z.int(),
  grantFen: z.int().nullable(), spentFen: z.int(), held: z.array(z.object({ id, title: z.string(), place: z.string(), startsAt: z.string(), came: z.int() })), may: z.array(z.string()),
});

export const meeting = {
  gatherings: endpoint({ method: 'GET', path: at('/gatherings'), can: 'person', about: w.aboutGatherings, in: z.object({ id, year: Year.optional(), ...Page }), out: z.object({ items: z.array(GatheringRow), total: z.int() }) }),
  exportGatherings: endpoint({ method: 'POST', path: '/api/v1/club-gatherings/export', can: 'clubs.export', about: w.aboutExportGatherings, in: z.object({ id, year: Year.optional(), ...Shown }), out: z.object({}), download: true }),
  hold: endpoint({ method: 'POST', path: at('/gatherings'), can: 'person', about: w.aboutHold, in: z.object({ id, ...Said }), out: z.object({ id }) }),
  gathering: endpoint({ method: 'GET', path: one(''), can: 'person', about: w.aboutGathering, in: z.object({ id }), out: GatheringOut }),
  change: endpoint({ method: 'PUT', path: one(''), can: 'person', about: w.aboutChange, in: z.object({ id, ...Said }), out: z.object({ id }) }),
  drop: endpoint({ method: 'POST', path: one('/drop'), can: 'person', about: w.aboutDrop, in: z.object({ id, why: z.string().trim().min(2).max(300) }), out: z.object({ id }) }),
  tick: endpoint({ method: 'PUT', path: one('/attendance'), can: 'person', about: w.aboutTick, in: z.object({ id, people: z.array(id).max(2000) }), out: z.object({ id, came: z.int() }) }),
  here: endpoint({ method: 'GET', path: one('/here'), can: 'person', about: w.aboutHere, in: z.object({ id }), out: z.object({ here: z.string() }) }),
  checkIn: endpoint({ method: 'POST', path: one('/check-in'), can: join, about: w.aboutCheckIn, in: z.object({ id, here: z.string().min(8).max(60) }), out: z.object({ id }) }),
  rate: endpoint({ method: 'PUT', path: one('/rating'), can: join, about: w.aboutRate, in: z.object({ id, stars: z.int().min(1).max(5), comment: z.string().trim().max(300).default('') }), out: z.object({ id }) }),
  addPhotos: endpoint({ method: 'POST', path: one('/photos'), can: 'person', about: w.aboutPhotos, in: z.object({ id, files: z.array(id).min(1).max(9), /** everybody on them agrees */ consent: z.literal(true) }), out: z.object({ n: z.int() }) }),
  money: endpoint({ method: 'GET', path: at('/costs'), can: 'person', about: w.aboutMoney, in: z.object({ id, year: Year.optional() }), out: Money }),
  exportCosts: endpoint({ method: 'POST', path: '/api/v1/club-costs/export', can: 'clubs.export', about: w.aboutExportCosts, in: z.object({ id, year: Year.optional(), ...Shown }), out: z.object({}), download: true }),
  addCost: endpoint({
    method: 'POST', path: at('/costs'), can: 'person', about: w.aboutAddCost,
    in: z.object({ id, item: z.string().trim().min(1).max(60), amountFen: z.int().min(1).max(100_000_000), spentOn: day, gatheringId: id.nullable().default(null), note: z.string().trim().max(200).default(''), files: z.array(id).max(6).default([]) }), out: z.object({ id }),
  }),
  removeCost: endpoint({ method: 'POST', path: '/api/v1/club-costs/:id/remove', can: 'person', about: w.aboutRemoveCost, in: z.object({ id }), out: z.object({ id }) }),
  report: endpoint({ method: 'GET', path: at('/reports/:year'), can: 'person', about: w.aboutReport, in: z.object({ id, year: Year }), out: Report }),
  sendReport: endpoint({ method: 'PUT', path: at('/reports/:year'), can: 'person', about: w.aboutSendReport, in: z.object({ id, year: Year, done: z.string().trim().min(2).max(3000), plans: z.string().trim().max(3000).default('') }), out: z.object({ id }) }),
};
