import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './about.words.ts';
import { at, Done, id, keep, ofItem, Page, QuorumOut, said, Speaker } from './sessions.contract.ts';
import { ITEM_STATES, SESSION_STATES } from './sessions.rules.ts';

const here = z.enum(['', 'site', 'online']);
const Seat = z.object({ id, name: z.string(), class: z.enum(['delegate', 'observer', 'guest']), vacant: z.boolean(), votes: z.boolean(), unit: z.string(), delegation: z.string(), head: z.boolean(), card: z.string(), presidium: z.enum(['', 'member', 'chair']), here, cameAt: z.string().nullable(), leftAt: z.string().nullable() });
const Filter = { text: z.string().trim().max(40).optional(), class: z.enum(['delegate', 'observer', 'guest']).optional(), here: z.enum(['here', 'missing']).optional(), delegationId: id.optional() };
const Opinion = z.object({ id, itemId: id, item: z.string(), delegation: z.string(), sort: z.enum(['own', 'gathered']), name: z.string(), text: z.string(), taken: z.enum(['', 'taken', 'partly', 'declined']), answer: z.string(), at: z.string() });
/** A card that was read, or a seat that was ticked; `at` when, on the device. */
const Scan = z.object({ code: id.optional(), seatId: id.optional(), at: z.iso.datetime({ offset: true }).refine((t) => t >= '2000' && t < '2200') });
const Speaking = { id, itemId: id.nullable().default(null), about: z.string().trim().max(200).default('') };
const speakerStep = (verb: string) => `/api/v1/session-speakers/:id/${verb}` as const;

/** The hall: who is there, who speaks, what the wall shows. */
export const room = {
  seats: endpoint({ method: 'GET', path: at('/seats'), can: keep, about: w.aboutSeats, in: z.object({ id, ...Filter, ...Page }), out: z.object({ items: z.array(Seat), total: z.int() }) }),
  exportSeats: endpoint({ method: 'POST', path: '/api/v1/session-seats/export', can: 'sessions.export', about: w.aboutExportSeats, in: z.object({ id, ...Filter, ...Shown }), out: z.object({}), download: true }),
  checkIn: endpoint({
    method: 'POST', path: at('/check-in'), can: keep, about: w.aboutCheckIn, in: z.object({ id, scans: z.array(Scan).min(1).max(100) }),
    out: z.object({ items: z.array(z.object({ outcome: z.enum(['here', 'again', 'refused']), name: z.string(), note: z.string() })), quorum: QuorumOut }),
  }),
  leave: endpoint({ method: 'POST', path: at('/leave'), can: keep, about: w.aboutLeave, in: z.object({ id, seatId: id }), out: Done }),
  grant: endpoint({ method: 'POST', path: speakerStep('grant'), can: keep, about: w.aboutGrant, in: z.object({ id, minutes: z.int().min(1).max(60).default(5) }), out: Done }),
  end: endpoint({ method: 'POST', path: speakerStep('end'), can: keep, about: w.aboutEndSpeech, in: z.object({ id }), out: Done }),
  enlist: endpoint({ method: 'POST', path: at('/speakers'), can: keep, about: w.aboutEnlist, in: z.object({ ...Speaking, seatId: id }), out: Done }),
  opinions: endpoint({ method: 'GET', path: at('/opinions'), can: keep, about: w.aboutOpinions, in: z.object({ id, itemId: id.optional(), ...Page }), out: z.object({ items: z.array(Opinion), total: z.int() }) }),
  exportOpinions: endpoint({ method: 'POST', path: '/api/v1/session-opinions/export', can: 'sessions.export', about: w.aboutExportOpinions, in: z.object({ id, ...Shown }), out: z.object({}), download: true }),
  gather: endpoint({ method: 'POST', path: ofItem('/gather'), can: keep, about: w.aboutGather, in: z.object({ id, delegationId: id, text: said(2000) }), out: Done }),
  answer: endpoint({ method: 'POST', path: '/api/v1/session-opinions/:id/answer', can: keep, about: w.aboutAnswer, in: z.object({ id, taken: z.enum(['taken', 'partly', 'declined']), answer: z.string().trim().max(1000).default('') }), out: Done }),
  screen: endpoint({
    method: 'GET', path: at('/screen'), can: keep, about: w.aboutScreen, in: z.object({ id }),
    out: z.object({
      title: z.string(), union: z.string(), state: z.enum(SESSION_STATES), now: z.string(), quorum: QuorumOut, agenda: z.array(z.object({ number: z.int(), title: z.string(), state: z.enum(ITEM_STATES) })), speaker: Speaker.nullable(), waiting: z.array(Speaker),
      vote: z.object({ title: z.string(), given: z.int(), voters: z.int(), open: z.boolean() }).nullable(), result: z.object({ title: z.string(), passed: z.boolean(), for: z.int(), against: z.int(), abstain: z.int(), sum: z.string(), elected: z.array(z.string()) }).nullable(),
    }),
  }),
};

/** The phone of whoever sits. */
export const seat = {
  hereOnline: endpoint({ method: 'POST', path: at('/here'), can: 'person', about: w.aboutHere, in: z.object({ id }), out: Done }),
  leaveOnline: endpoint({ method: 'POST', path: at('/gone'), can: 'person', about: w.aboutGone, in: z.object({ id }), out: Done }),
  ask: endpoint({ method: 'POST', path: at('/ask'), can: 'person', about: w.aboutAsk, in: z.object(Speaking), out: Done }),
  withdraw: endpoint({ method: 'POST', path: at('/ask/withdraw'), can: 'person', about: w.aboutWithdraw, in: z.object({ id }), out: Done }),
  say: endpoint({ method: 'POST', path: ofItem('/opinions'), can: 'person', about: w.aboutSay, in: z.object({ id, text: said(2000), gathered: z.boolean().default(false) }), out: Done }),
};
