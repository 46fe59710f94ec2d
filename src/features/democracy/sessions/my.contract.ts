import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './about.words.ts';
import { at, CountOut, id, Page, PaperOut, QuorumOut, SessionCard, Speaker } from './sessions.contract.ts';
import { ACTS, ITEM_STATES, LEVELS, MATTER_NAMES } from './sessions.rules.ts';

const Mine = SessionCard.extend({ seat: z.enum(['', 'delegate', 'observer', 'guest']), here: z.boolean(), fresh: z.int(), votes: z.int() });
const Opinion = z.object({ id, name: z.string(), delegation: z.string(), sort: z.enum(['own', 'gathered']), text: z.string(), taken: z.enum(['', 'taken', 'partly', 'declined']), answer: z.string(), mine: z.boolean() });
const Item = z.object({
  id, number: z.int(), matter: z.enum(MATTER_NAMES), act: z.enum(ACTS), title: z.string(), body: z.string(), reporter: z.string(), level: z.enum(LEVELS), state: z.enum(ITEM_STATES), amends: z.string(), resolution: z.string(), execBy: z.string(), execDue: z.string().nullable(), execNote: z.string(), execDoneAt: z.string().nullable(),
  papers: z.array(PaperOut), count: CountOut.nullable(), voted: z.boolean(), opinions: z.array(Opinion), may: z.array(z.string()),
});
const Decision = z.object({ id, sessionId: id, session: z.string(), union: z.string(), title: z.string(), act: z.enum(ACTS), state: z.enum(ITEM_STATES), decidedAt: z.string().nullable(), resolution: z.string(), count: CountOut.nullable(), execBy: z.string(), execDue: z.string().nullable(), execNote: z.string(), execDoneAt: z.string().nullable(), secret: z.boolean() });

/** What a delegate sees of sessions, and every worker of what was decided. */
export const mine = {
  list: endpoint({ method: 'GET', path: '/api/v1/sessions', can: 'person', about: w.aboutMine, in: z.object({ ...Page }), out: z.object({ items: z.array(Mine), total: z.int() }) }),
  one: endpoint({
    method: 'GET', path: at(''), can: 'person', about: w.aboutOne, in: z.object({ id }),
    out: Mine.extend({ federationId: id, about: z.string(), name: z.string(), delegation: z.string(), head: z.boolean(), card: z.string(), code: z.string(), agenda: z.array(Item), papers: z.array(PaperOut), quorum: QuorumOut, speaker: Speaker.nullable(), waiting: z.int(), asked: z.boolean(), minutes: z.string(), publishedAt: z.string().nullable(), why: z.string(), may: z.array(z.string()) }),
  }),
  seen: endpoint({ method: 'POST', path: at('/seen'), can: 'person', about: w.aboutSeen, in: z.object({ id }), out: z.object({ id }), unaudited: 'that papers were looked at only clears the marks of what is new' }),
  decided: endpoint({ method: 'GET', path: '/api/v1/session-decisions', can: 'person', about: w.aboutDecided, in: z.object({ text: z.string().trim().max(40).optional(), ...Page }), out: z.object({ items: z.array(Decision), total: z.int() }) }),
};
