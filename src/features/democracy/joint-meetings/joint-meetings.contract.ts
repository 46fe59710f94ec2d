import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { ASKS, ITEM_STATES, MEETING_STATES, ROLES, SIDES } from './joint-meetings.rules.ts';
import { words as w } from './joint-meetings.words.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200');
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Done = z.object({ id: z.string() });
const one = z.object({ id });
const text = z.string().trim().min(2).max(1000);
const keep = 'jointMeetings.keep';
const round = z.int().min(0).max(10_000);
const files = z.array(id).max(10).default([]);
const FileOut = z.object({ id: z.string(), name: z.string(), image: z.boolean() });

const Representative = z.object({ id: z.string(), name: z.string(), unit: z.string(), side: z.enum(SIDES), role: z.enum(ROLES), since: z.string(), until: z.string().nullable() });
const Consent = z.object({ side: z.enum(SIDES), name: z.string(), at: z.string() });
const Council = z.object({ id: z.string(), title: z.string(), union: z.string(), otherName: z.string(), meetsPerYear: z.int(), foundedOn: z.string(), endedOn: z.string().nullable(), held: z.int(), open: z.int(), late: z.int(), nextAt: z.string().nullable() });
const Meeting = z.object({ id: z.string(), number: z.string(), title: z.string(), place: z.string(), heldAt: z.string(), state: z.enum(MEETING_STATES), items: z.int() });
const Item = z.object({ id: z.string(), number: z.string(), title: z.string(), council: z.string(), councilId: z.string(), owner: z.string(), ownerId: z.string(), side: z.enum(SIDES), dueOn: z.string(), progress: z.int(), state: z.enum(ITEM_STATES), ask: z.enum(ASKS).nullable(), late: z.boolean() });
const Event = z.object({ id: z.string(), at: z.string(), what: z.string(), by: z.string(), text: z.string(), files: z.array(FileOut) });
const DraftIn = z.object({ title: z.string().trim().min(2).max(100), detail: z.string().trim().max(1000).default(''), ownerId: id, dueOn: day });
const Draft = z.object({ title: z.string(), detail: z.string(), ownerId: z.string(), owner: z.string(), side: z.enum(SIDES).nullable(), dueOn: z.string() });
const Said = { title: z.string().trim().min(2).max(60), otherName: z.string().trim().min(2).max(60), purpose: z.string().trim().max(1000).default(''), meetsPerYear: z.int().min(1).max(12) };
const Planned = { title: z.string().trim().min(2).max(60), place: z.string().trim().max(200).default(''), heldAt: moment, agenda: z.array(z.string().trim().min(1).max(100)).max(20).default([]) };
const ItemFilter = { unionId: id.optional(), councilId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(ITEM_STATES).optional(), side: z.enum(SIDES).optional(), late: z.enum(['yes']).optional() };
const councilAt = (rest: string) => `/api/v1/joint-councils/:id${rest}` as const;
const meetingAt = (rest: string) => `/api/v1/joint-meetings/:id${rest}` as const;
const itemAt = (rest: string) => `/api/v1/joint-items/:id${rest}` as const;

export const api = {
  // for those entitled: representatives of both sides, and who keeps the meetings
  mine: endpoint({ method: 'GET', path: '/api/v1/joint-councils', can: 'person', about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(Council.extend({ side: z.enum(SIDES), role: z.enum(ROLES) })), waiting: z.array(z.object({ kind: z.enum(['meeting', 'item', 'own']), id: z.string(), title: z.string(), dueOn: z.string().nullable() })) }) }),
  council: endpoint({
    method: 'GET', path: councilAt(''), can: 'person', about: w.aboutCouncil, in: one,
    out: Council.extend({ unionId: z.string(), purpose: z.string(), version: z.int(), side: z.enum(SIDES).nullable(), people: z.array(Representative), meetings: z.array(Meeting), items: z.array(Item), may: z.array(z.string()) }),
  }),
  meeting: endpoint({
    method: 'GET', path: meetingAt(''), can: 'person', about: w.aboutMeeting, in: one,
    out: Meeting.extend({ councilId: z.string(), council: z.string(), union: z.string(), otherName: z.string(), agenda: z.array(z.string()), minutes: z.string(), round: z.int(), version: z.int(), draft: z.array(Draft), consents: z.array(Consent), list: z.array(Item), people: z.array(Representative), story: z.array(Event), may: z.array(z.string()) }),
  }),
  item: endpoint({
    method: 'GET', path: itemAt(''), can: 'person', about: w.aboutItem, in: one,
    out: Item.extend({ union: z.string(), otherName: z.string(), detail: z.string(), meetingId: z.string(), meeting: z.string(), askText: z.string(), askDue: z.string().nullable(), askBy: z.string(), round: z.int(), version: z.int(), follows: z.string().nullable(), followedBy: z.string().nullable(), consents: z.array(Consent), people: z.array(Representative), story: z.array(Event), may: z.array(z.string()) }),
  }),
  agree: endpoint({ method: 'POST', path: meetingAt('/agree'), can: 'person', about: w.aboutAgree, in: z.object({ id, round }), out: Done.extend({ agreed: z.boolean() }) }),
  object: endpoint({ method: 'POST', path: meetingAt('/object'), can: 'person', about: w.aboutObject, in: z.object({ id, round, text }), out: Done }),
  report: endpoint({ method: 'POST', path: itemAt('/report'), can: 'person', about: w.aboutReport, in: z.object({ id, text, progress: z.int().min(0).max(99), files }), out: Done }),
  ask: endpoint({ method: 'POST', path: itemAt('/ask'), can: 'person', about: w.aboutAsk, in: z.object({ id, ask: z.enum(ASKS), text, dueOn: day.nullable().default(null), files }), out: Done }),
  accept: endpoint({ method: 'POST', path: itemAt('/accept'), can: 'person', about: w.aboutAccept, in: z.object({ id, round }), out: Done.extend({ state: z.enum(ITEM_STATES), next: z.string().nullable() }) }),
  refuse: endpoint({ method: 'POST', path: itemAt('/refuse'), can: 'person', about: w.aboutRefuse, in: z.object({ id, round, text }), out: Done }),

  // the desk
  councils: endpoint({ method: 'GET', path: '/api/v1/joint-council-register', can: keep, about: w.aboutCouncils, in: z.object({ unionId: id.optional(), ...Page }), out: z.object({ items: z.array(Council), total: z.int() }) }),
  found: endpoint({ method: 'POST', path: '/api/v1/joint-councils', can: keep, about: w.aboutFound, in: z.object({ unionId: id, ...Said }), out: Done }),
  amend: endpoint({ method: 'PUT', path: councilAt(''), can: keep, about: w.aboutAmend, in: z.object({ id, version: z.int().min(1), running: z.boolean(), ...Said }), out: Done }),
  people: endpoint({ method: 'GET', path: councilAt('/people'), can: keep, about: w.aboutPeople, in: z.object({ id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })) }) }),
  name: endpoint({ method: 'POST', path: councilAt('/representatives'), can: keep, about: w.aboutName, in: z.object({ id, personId: id, side: z.enum(SIDES), role: z.enum(ROLES) }), out: Done }),
  dismiss: endpoint({ method: 'POST', path: councilAt('/representatives/end'), can: keep, about: w.aboutDismiss, in: z.object({ id, personId: id }), out: Done }),
  plan: endpoint({ method: 'POST', path: '/api/v1/joint-meetings', can: keep, about: w.aboutPlan, in: z.object({ councilId: id, ...Planned }), out: Done }),
  change: endpoint({ method: 'PUT', path: meetingAt(''), can: keep, about: w.aboutChange, in: z.object({ id, version: z.int().min(1), ...Planned }), out: Done }),
  callOff: endpoint({ method: 'POST', path: meetingAt('/call-off'), can: keep, about: w.aboutCallOff, in: z.object({ id, version: z.int().min(1), text }), out: Done }),
  record: endpoint({ method: 'POST', path: meetingAt('/minutes'), can: keep, about: w.aboutRecord, in: z.object({ id, version: z.int().min(1), minutes: z.string().trim().min(10).max(20_000), draft: z.array(DraftIn).max(50) }), out: Done }),
  assign: endpoint({ method: 'POST', path: itemAt('/owner'), can: keep, about: w.aboutAssign, in: z.object({ id, version: z.int().min(1), personId: id }), out: Done }),
  items: endpoint({ method: 'GET', path: '/api/v1/joint-item-register', can: keep, about: w.aboutItems, in: z.object({ ...ItemFilter, ...Page }), out: z.object({ items: z.array(Item), total: z.int() }) }),
  exportItems: endpoint({ method: 'POST', path: '/api/v1/joint-item-register/export', can: keep, about: w.aboutExport, in: z.object({ ...ItemFilter, ...Shown }), out: z.object({}), download: true }),
};
