import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { DAY_STATES, RELATIONS } from './summer-care.rules.ts';
import { Certificate, day, Done, id } from './summer-care.contract.ts';
import { words as w } from './summer-care.words.ts';

const code = z.string().trim().min(4).max(200);
const text = z.string().trim().min(2).max(1000);
const name = z.string().trim().min(1).max(60);
const Session = z.object({ id, title: z.string(), programme: z.string(), site: z.string(), address: z.string(), union: z.string(), startsOn: z.string(), endsOn: z.string(), opensMinute: z.int(), closesMinute: z.int() });
const Release = z.object({ id, entryId: id, child: z.string(), taker: z.string(), relation: z.enum(RELATIONS), phone: z.string(), reason: z.string(), by: z.string(), at: z.string(), state: z.enum(['asked', 'confirmed', 'declined']), second: z.string().nullable(), decidedAt: z.string().nullable(), may: z.array(z.string()) });
/** A child on the day list. `health`: there are notes (what they say is a look of its own); `may`: signIn, undoSignIn, undoHandOver, release, incident. */
const Line = z.object({ entryId: id, no: z.int(), child: z.string(), age: z.int(), state: z.enum(DAY_STATES), arrivedAt: z.string().nullable(), leftAt: z.string().nullable(), leftWith: z.string(), health: z.boolean(), unpaid: z.int(), told: z.boolean(), may: z.array(z.string()) });
const at = <P extends string>(rest: P) => `/api/v1/summer-care/sessions/:id/${rest}` as const;

/** What staff of a day and officers do. Who may is asked by each service: staff of that day, or officers over the union. */
export const staff = {
  duties: endpoint({ method: 'GET', path: '/api/v1/summer-care/duties', can: 'person', about: w.aboutDuties, in: z.object({}), out: z.object({ items: z.array(Session.extend({ day: z.string(), today: z.boolean(), children: z.int() })) }) }),
  day: endpoint({
    method: 'GET', path: at('days/:day'), can: 'person', about: w.aboutDay, in: z.object({ id, day }),
    out: z.object({ session: Session, day: z.string(), isDay: z.boolean(), today: z.boolean(), days: z.array(z.string()), items: z.array(Line), releases: z.array(Release), staff: z.array(z.string()), may: z.array(z.string()) }),
  }),
  health: endpoint({ method: 'POST', path: at('health'), can: 'person', about: w.aboutHealth, in: z.object({ id }), out: z.object({ items: z.array(z.object({ entryId: id, no: z.int(), child: z.string(), text: z.string(), contact: z.string(), phone: z.string() })) }) }),
  scan: endpoint({
    method: 'POST', path: at('scan'), can: 'person', about: w.aboutScan, in: z.object({ id, code }),
    out: z.object({ entryId: id, child: z.string(), age: z.int(), state: z.enum(DAY_STATES), unpaid: z.int(), health: z.boolean(), person: z.object({ id, name: z.string(), relation: z.enum(RELATIONS), phone: z.string() }).nullable(), may: z.array(z.string()) }),
  }),
  signIn: endpoint({ method: 'POST', path: at('sign-in'), can: 'person', about: w.aboutSignIn, in: z.object({ id, entryId: id, /** the money was taken */ paid: z.boolean().default(false) }), out: Done }),
  undoSignIn: endpoint({ method: 'POST', path: at('undo-sign-in'), can: 'person', about: w.aboutUndoSignIn, in: z.object({ id, entryId: id }), out: Done }),
  handOver: endpoint({ method: 'POST', path: at('hand-over'), can: 'person', about: w.aboutHandOver, in: z.object({ id, code }), out: Done.extend({ child: z.string(), person: z.string() }) }),
  undoHandOver: endpoint({ method: 'POST', path: at('undo-hand-over'), can: 'person', about: w.aboutUndoHandOver, in: z.object({ id, entryId: id }), out: Done }),
  askRelease: endpoint({ method: 'POST', path: at('releases'), can: 'person', about: w.aboutAskRelease, in: z.object({ id, entryId: id, taker: name, relation: z.enum(RELATIONS), phone: z.string().trim().min(7).max(20), reason: text }), out: Done }),
  decideRelease: endpoint({ method: 'POST', path: '/api/v1/summer-care/releases/:id/decide', can: 'person', about: w.aboutDecideRelease, in: z.object({ id, confirm: z.boolean() }), out: Done }),
  incident: endpoint({ method: 'POST', path: at('incidents'), can: 'person', about: w.aboutIncident, in: z.object({ id, entryId: id, text }), out: Done }),
  certificates: endpoint({ method: 'POST', path: at('certificates'), can: 'summerCare.keep', about: w.aboutCertificates, in: z.object({ id }), out: z.object({ items: z.array(Certificate) }) }),
};
