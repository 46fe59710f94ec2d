import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './joining.words.ts';

const id = z.uuid();
const when = z.iso.datetime();
export const NewForm = z.enum(['', 'delivery', 'courier', 'ride', 'truck', 'other']);

const Event = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: when });
const Row = z.object({
  id: z.string(), number: z.string(), union: z.string(), state: z.string(), stateWord: z.string(), applicant: z.string(), employer: z.string(), job: z.string(), newForm: z.string(), unattached: z.boolean(),
  nextDue: when.nullable(), late: z.boolean(), openedAt: when, may: z.array(z.string()),
});
export const Application = Row.extend({ letter: z.string(), idNumber: z.string(), phone: z.string(), conflict: z.boolean(), returning: z.boolean(), mine: z.boolean(), version: z.int(), events: z.array(Event), cardNumber: z.string().nullable() });

const Stepped = z.object({ id: z.string(), state: z.string() });
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };

const Filter = { open: z.stringbool().optional(), text: z.string().trim().max(40).optional(), unionId: id.optional(), from: z.iso.date().optional(), to: z.iso.date().optional() };

export const api = {
  door: endpoint({ method: 'GET', path: '/api/v1/join/:joinCode', can: 'anyone', about: w.aboutDoor, in: z.object({ joinCode: z.string().trim().min(4).max(20) }), out: z.object({ union: z.string(), takesUnattached: z.boolean(), employer: z.string(), withinWorkdays: z.int() }) }),
  apply: endpoint({
    method: 'POST', path: '/api/v1/join/:joinCode', can: 'anyone', about: w.aboutApply,
    in: z.object({
      joinCode: z.string().trim().min(4).max(20), name: z.string().trim().min(1).max(60), idKind: z.enum(['resident', 'other']).default('resident'), idNumber: z.string().trim().min(4).max(40), phone: z.string().trim().min(5).max(24),
      unattached: z.boolean().default(false), employer: z.string().trim().max(80).default(''), job: z.string().trim().max(40).default(''), newForm: NewForm.default(''), letter: z.string().trim().max(60).default(''), notice: z.boolean(),
    }),
    /** the same answer whether or not the person is known: nothing about others can be learnt here */
    out: z.object({ received: z.literal(true), union: z.string(), withinWorkdays: z.int() }),
  }),
  mine: endpoint({ method: 'GET', path: '/api/v1/joining/mine', can: 'person', about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(Row) }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/joining/:id', can: 'person', about: w.aboutOne, in: z.object({ id }), out: Application }),
  register: endpoint({ method: 'GET', path: '/api/v1/joining', can: 'joining.read', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/joining/export', can: 'joining.read', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  approve: endpoint({ method: 'POST', path: '/api/v1/joining/approvals', can: 'joining.decide', about: w.aboutDecide, in: z.object({ ids: z.array(id).min(1).max(100) }), out: z.object({ approved: z.int(), left: z.array(z.object({ id: z.string(), why: z.string() })) }) }),
  refuse: endpoint({ method: 'POST', path: '/api/v1/joining/:id/refuse', can: 'joining.decide', about: w.aboutRefuse, in: z.object({ id, text: z.string().trim().min(2).max(1000) }), out: Stepped }),
  ask: endpoint({ method: 'POST', path: '/api/v1/joining/:id/ask', can: 'joining.decide', about: w.aboutAsk, in: z.object({ id, text: z.string().trim().min(2).max(1000) }), out: Stepped }),
  say: endpoint({ method: 'POST', path: '/api/v1/joining/:id/say', can: 'person', about: w.aboutSay, in: z.object({ id, text: z.string().trim().min(2).max(1000) }), out: Stepped }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/joining/:id/withdraw', can: 'person', about: w.aboutWithdraw, in: z.object({ id }), out: Stepped }),
};
