import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './permissions.words.ts';

const office = z.string().min(1).max(40);

/** One permission of an office: what it opens, what is usual, what holds here. */
export const Line = z.object({
  permission: z.string(), title: z.string(), opens: z.array(z.string()), usual: z.boolean(), allowed: z.boolean(),
  /** keeps the others in check: cannot be changed */
  fixed: z.boolean(),
});

export const api = {
  book: endpoint({
    method: 'GET', path: '/api/v1/permissions', can: 'permissions.read', about: w.aboutBook, in: z.object({ office: office.default('chair') }),
    out: z.object({
      office: z.string(), offices: z.array(z.object({ office: z.string(), title: z.string(), changed: z.int() })),
      items: z.array(z.object({ part: z.string(), area: z.string(), title: z.string(), lines: z.array(Line) })), may: z.array(z.string()),
    }),
  }),
  exportBook: endpoint({
    method: 'POST', path: '/api/v1/permissions/export', can: 'permissions.read', about: w.aboutExport, download: true,
    in: z.object({ office: office.default('chair'), part: z.string().max(40).optional(), text: z.string().trim().max(40).optional(), changed: z.stringbool().optional(), ...Shown }), out: z.object({}),
  }),
  decide: endpoint({
    method: 'PUT', path: '/api/v1/permissions', can: 'permissions.decide', about: w.aboutDecide,
    in: z.object({ office, permission: z.string().min(3).max(80), allowed: z.boolean() }), out: z.object({ allowed: z.boolean(), usual: z.boolean() }),
  }),
};
