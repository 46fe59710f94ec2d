import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './about.words.ts';
import { Form, id, Kind, Page, Stage, text } from './congress.contract.ts';
import { Class, Post } from './delegates.contract.ts';

const see = 'congress.see';
const Card = z.object({
  id, termId: id, body: z.string(), union: z.string(), kind: Kind, number: z.int(), stage: Stage, beganOn: z.string(), endsOn: z.string(), name: z.string(), unit: z.string(), class: Class, cardNumber: z.string(), code: z.string(), delegation: z.string(), head: z.string(), constituency: z.string(), contact: z.string(), groups: z.array(z.string()), electors: z.int(),
});
const Delegate = z.object({ id, name: z.string(), unit: z.string(), post: Post, contact: z.string(), me: z.boolean() });

/** What a worker sees of the bodies of the own unions. */
export const mine = {
  congress: endpoint({
    method: 'GET', path: '/api/v1/my-congress', can: see, about: w.aboutMine, in: z.object({}),
    out: z.object({
      items: z.array(z.object({
        bodyId: id, kind: Kind, form: Form, body: z.string(), union: z.string(), termId: id, number: z.int(), stage: Stage, beganOn: z.string(), endsOn: z.string(), seats: z.int(), constituency: z.string(), delegates: z.array(Delegate), cardId: id.nullable(),
        elections: z.array(z.object({ id, constituency: z.string(), purpose: z.enum(['term', 'byElection']), heldOn: z.string(), seats: z.int(), open: z.boolean() })),
      })), total: z.int(),
    }),
  }),
  term: endpoint({
    method: 'GET', path: '/api/v1/my-congress/:id', can: see, about: w.aboutMyTerm, in: z.object({ id, text: z.string().trim().max(30).optional(), ...Page }),
    out: z.object({ body: z.string(), union: z.string(), kind: Kind, number: z.int(), stage: Stage, beganOn: z.string(), endsOn: z.string(), seats: z.int(), women: z.int(), frontline: z.int(), held: z.int(), items: z.array(z.object({ id, name: z.string(), unit: z.string(), constituency: z.string(), delegation: z.string(), post: Post, roles: z.array(z.string()) })), total: z.int() }),
  }),
  election: endpoint({
    method: 'GET', path: '/api/v1/my-congress-elections/:id', can: see, about: w.aboutMyElection, in: z.object({ id }),
    out: z.object({
      id, body: z.string(), union: z.string(), constituency: z.string(), number: z.int(), purpose: z.enum(['term', 'byElection']), heldOn: z.string(), place: z.string(), seats: z.int(), entitled: z.int(), present: z.int().nullable(), returned: z.int().nullable(), outcome: z.string().nullable(), rule: z.array(z.string()), ballotId: z.string().nullable(), ballotState: z.string().nullable(), onRoll: z.boolean(), voted: z.boolean(),
      candidates: z.array(z.object({ name: z.string(), unit: z.string(), post: Post, about: z.string(), votes: z.int().nullable(), elected: z.boolean() })),
    }),
  }),
  card: endpoint({ method: 'GET', path: '/api/v1/my-delegate-cards/:id', can: see, about: w.aboutMyCard, in: z.object({ id }), out: Card }),
  setContact: endpoint({ method: 'PUT', path: '/api/v1/my-delegate-cards/:id/contact', can: see, about: w.aboutSetContact, in: z.object({ id, contact: text(100) }), out: z.object({ id }) }),
};
