import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { DAY_STATES, RELATIONS, STANDINGS } from './summer-care.rules.ts';
import { words as w } from './summer-care.words.ts';

export const id = z.uuid();
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
/** A day and a moment of this century or the next. */
export const day = z.iso.date().refine((d) => d >= '2000' && d < '2200');
export const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200');
const name = z.string().trim().min(1).max(60);
const phone = z.string().trim().min(7).max(20);
const Sex = z.enum(['male', 'female']);
const Child = z.object({ name, birth: day, sex: Sex });
const Person = z.object({ /** of one who is listed already */ id: id.optional(), name, phone, relation: z.enum(RELATIONS) });
const Contact = z.object({ name, phone, relation: z.enum(RELATIONS) });
const Notes = z.object({ text: z.string().trim().min(2).max(1000), /** the separate consent for health notes, in the version that was read */ consentNo: z.int().min(1).max(1000) });
export const Done = z.object({ id });
export const Outcome = Done.extend({ state: z.string() });

/** A session in a list; places, `price` in fen, minutes of the day. `mine`: children of mine in it. */
export const SessionCard = z.object({
  id, programmeId: id, programme: z.string(), year: z.int(), union: z.string(), title: z.string(), site: z.string(), address: z.string(), startsOn: z.string(), endsOn: z.string(), days: z.int(), weekdays: z.int(), opensMinute: z.int(), closesMinute: z.int(),
  ageFrom: z.int(), ageTo: z.int(), ageOn: z.string().nullable(), price: z.int(), opensAt: z.string(), closesAt: z.string(), standing: z.enum(STANDINGS), places: z.int(), taken: z.int(), waiting: z.int(), mine: z.int(),
});
/** My child's place in a list; `ahead`: how many wait before; `today` only on a day of the session. */
const EntryCard = z.object({ id, sessionId: id, title: z.string(), programme: z.string(), site: z.string(), startsOn: z.string(), endsOn: z.string(), opensMinute: z.int(), closesMinute: z.int(), child: z.string(), state: z.string(), stateText: z.string(), ahead: z.int(), today: z.enum(DAY_STATES).nullable(), forgotten: z.boolean(), consentOld: z.boolean() });
const Consent = z.object({ no: z.int(), text: z.string(), healthText: z.string() });
const OwnDay = z.object({ day: z.string(), state: z.enum(DAY_STATES), arrivedAt: z.string().nullable(), leftAt: z.string().nullable(), leftWith: z.string(), may: z.array(z.string()) });

/** `may`: edit, editChild, notes, withdrawNotes, agree, cancel, leave, certificate. Codes are null until there is a place. */
const Entry = EntryCard.extend({
  address: z.string(), union: z.string(), weekdays: z.int(), version: z.int(), birth: z.string().nullable(), sex: Sex.nullable(), age: z.int(), people: z.array(z.object({ id, name: z.string(), phone: z.string(), relation: z.enum(RELATIONS), code: z.string(), shortCode: z.string() })), contact: Contact.nullable(),
  notes: z.string().nullable(), notesAt: z.string().nullable(), notesWithdrawnAt: z.string().nullable(), consentNo: z.int(), consentAt: z.string(), consent: Consent, code: z.string().nullable(), shortCode: z.string().nullable(), keptUntil: z.string(), price: z.int(), paid: z.boolean(),
  days: z.array(OwnDay), incidents: z.array(z.object({ id, at: z.string(), text: z.string() })), messages: z.array(z.object({ id, at: z.string(), text: z.string(), by: z.string() })), may: z.array(z.string()),
});
const Certificate = z.object({ id, child: z.string(), programme: z.string(), session: z.string(), site: z.string(), union: z.string(), startsOn: z.string(), endsOn: z.string(), came: z.int(), days: z.int(), on: z.string() });
const one = <P extends string>(rest: P) => `/api/v1/summer-care/entries/:id${rest}` as const;
const Said = { child: Child, people: z.array(Person).min(1).max(8), contact: Contact };

export const api = {
  sessions: endpoint({ method: 'GET', path: '/api/v1/summer-care/sessions', can: 'person', about: w.aboutSessions, in: z.object({ when: z.enum(['now', 'past']).default('now'), ...Page }), out: z.object({ items: z.array(SessionCard), total: z.int() }) }),
  session: endpoint({ method: 'GET', path: '/api/v1/summer-care/sessions/:id', can: 'person', about: w.aboutSession, in: z.object({ id }), out: SessionCard.extend({ about: z.string(), daysOff: z.array(z.string()), consent: Consent, keptDays: z.int(), now: z.string(), bar: z.string().nullable(), mostChildren: z.int(), entries: z.array(EntryCard), may: z.array(z.string()) }) }),
  signUp: endpoint({
    method: 'POST', path: '/api/v1/summer-care/sessions/:id/sign-up', can: 'person', about: w.aboutSignUp,
    in: z.object({ id, /** the same when the same request is sent again */ key: z.string().min(8).max(100), ...Said, consentNo: z.int().min(1).max(1000), notes: Notes.optional() }), out: Outcome.extend({ ahead: z.int() }),
  }),
  mine: endpoint({ method: 'GET', path: '/api/v1/summer-care/entries', can: 'person', about: w.aboutMine, in: z.object({ when: z.enum(['now', 'past']).default('now'), ...Page }), out: z.object({ items: z.array(EntryCard), total: z.int() }) }),
  entry: endpoint({ method: 'GET', path: one(''), can: 'person', about: w.aboutEntry, in: z.object({ id }), out: Entry }),
  edit: endpoint({ method: 'PUT', path: one(''), can: 'person', about: w.aboutEdit, in: z.object({ id, version: z.int().min(1).optional(), ...Said }), out: Done }),
  notes: endpoint({ method: 'PUT', path: one('/notes'), can: 'person', about: w.aboutNotes, in: z.object({ id, notes: Notes }), out: Done }),
  withdrawNotes: endpoint({ method: 'POST', path: one('/withdraw-notes'), can: 'person', about: w.aboutWithdraw, in: z.object({ id }), out: Done }),
  agree: endpoint({ method: 'POST', path: one('/agree'), can: 'person', about: w.aboutAgree, in: z.object({ id, consentNo: z.int().min(1).max(1000) }), out: Done }),
  excuse: endpoint({ method: 'POST', path: one('/excuse'), can: 'person', about: w.aboutExcuse, in: z.object({ id, day, /** false: the child comes after all */ away: z.boolean() }), out: Done }),
  newCode: endpoint({ method: 'POST', path: one('/people/:personId/new-code'), can: 'person', about: w.aboutNewCode, in: z.object({ id, personId: id }), out: Done }),
  cancel: endpoint({ method: 'POST', path: one('/cancel'), can: 'person', about: w.aboutCancel, in: z.object({ id }), out: Done }),
  certificate: endpoint({ method: 'GET', path: one('/certificate'), can: 'person', about: w.aboutCertificate, in: z.object({ id }), out: Certificate }),
};
export { Certificate, Consent, EntryCard, Sex };
