import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { PaperOut } from './ballots.contract.ts';
import { words as w } from './hall.words.ts';
import { LEVELS, STATES } from './matters.rules.ts';

const id = z.uuid();
const code = z.string().regex(/^\d{16}$/);
const NOBODY = 'a moment of somebody’s vote is nobody’s business';
const Done = z.object({ id: z.string() });
const at = (rest: string) => `/api/v1/ballot-hall/:id${rest}` as const;
const Place = { federationId: id, id };

/** The desk in the hall: cards for those on the roll without a device, and terminals unlocked for one voter at a time. For ballots of every kind, by the permission of the kind. */
export const hall = {
  look: endpoint({
    method: 'GET', path: at(''), can: 'person', about: w.aboutHall, in: z.object({ id }),
    out: z.object({ id: z.string(), federationId: z.string(), title: z.string(), union: z.string(), state: z.enum(STATES), level: z.enum(LEVELS), back: z.string(), waiting: z.boolean(), handed: z.int(), used: z.int(), classes: z.array(z.object({ class: z.string(), name: z.string(), entitled: z.int(), printed: z.int(), handed: z.int(), used: z.int() })), may: z.array(z.string()) }),
  }),
  voters: endpoint({ method: 'GET', path: at('/voters'), can: 'person', about: w.aboutVoters, in: z.object({ id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), staffNumber: z.string(), unit: z.string(), class: z.string() })) }) }),
  print: endpoint({ method: 'POST', path: at('/cards'), can: 'person', about: w.aboutPrint, in: z.object({ id, class: z.string().max(40).default(''), n: z.int().min(1).max(200) }), out: z.object({ title: z.string(), name: z.string(), codes: z.array(z.string()) }) }),
  hand: endpoint({ method: 'POST', path: at('/hand'), can: 'person', about: w.aboutHand, in: z.object({ id, personId: id }), out: Done }),
  takeBack: endpoint({ method: 'POST', path: at('/take-back'), can: 'person', about: w.aboutTakeBack, in: z.object({ id, personId: id, code }), out: Done }),
  unlock: endpoint({ method: 'POST', path: at('/unlock'), can: 'person', about: w.aboutUnlock, in: z.object({ id }), out: Done, unaudited: NOBODY }),
  lock: endpoint({ method: 'POST', path: at('/lock'), can: 'person', about: w.aboutLock, in: z.object({ id }), out: Done, unaudited: NOBODY }),
};

const Booth = z.object({ id: z.string(), paperBytes: z.int(), contentKey: z.string(), sealKey: z.string(), tokenKeys: z.record(z.string(), z.string()) });

/** The terminal: it carries no session and learns of nobody who stands before it. The paper is shown while the vote is open. */
export const terminal = {
  look: endpoint({ method: 'GET', path: '/api/v1/ballot-terminals/:federationId/:id', can: 'anyone', about: w.aboutTerminal, in: z.object(Place), out: z.object({ id: z.string(), federationId: z.string(), title: z.string(), union: z.string(), about: z.string(), state: z.enum(STATES), waiting: z.boolean(), sheet: PaperOut.nullable(), booth: Booth.nullable() }) }),
  check: endpoint({ method: 'POST', path: '/api/v1/ballot-terminal-checks', can: 'anyone', about: w.aboutCheck, in: z.object({ federationId: id, ballotId: id, code }), out: z.object({ class: z.string() }), unaudited: NOBODY }),
  token: endpoint({ method: 'POST', path: '/api/v1/ballot-terminal-tokens', can: 'anyone', about: w.aboutCardToken, in: z.object({ federationId: id, ballotId: id, code, blinded: z.string().regex(/^[A-Za-z0-9_-]+$/).max(400) }), out: z.object({ class: z.string(), signature: z.string() }), unaudited: NOBODY }),
};
