import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './members.words.ts';

const id = z.uuid();
const Filter = { text: z.string().trim().max(40).optional(), state: z.enum(['active', 'reserved']).optional(), category: z.enum(['regular', 'unattached']).optional(), unionId: id.optional(), since: z.iso.date().optional() };
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(100_000).default(0) };
const Row = z.object({ id: z.string(), name: z.string(), union: z.string(), unionId: z.string(), state: z.string(), category: z.string(), cardNumber: z.string(), staffNumber: z.string(), job: z.string(), beganOn: z.string() });
const Period = z.object({ union: z.string(), state: z.string(), beganOn: z.string(), endedOn: z.string().nullable(), endReason: z.string().nullable(), category: z.string() });
export const Member = Row.extend({
  sex: z.string(), birthYear: z.string(), idNumber: z.string(), phone: z.string(), department: z.string(), periods: z.array(Period), may: z.array(z.string()),
});
const Ref = z.object({ id: z.string() });

export const api = {
  register: endpoint({ method: 'GET', path: '/api/v1/members', can: 'members.read', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  member: endpoint({ method: 'GET', path: '/api/v1/members/:id', can: 'members.read', about: w.aboutMember, in: z.object({ id }), out: Member }),
  unmask: endpoint({ method: 'POST', path: '/api/v1/members/:id/unmask', can: 'members.unmask', about: w.aboutUnmask, in: z.object({ id, field: z.enum(['idNumber', 'phone', 'birthDate']), purpose: z.string().trim().min(2).max(100) }), out: z.object({ value: z.string() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/members/export', can: 'members.export', about: w.aboutExport, in: z.object({ ...Filter, ...Shown, identity: z.boolean().default(false), purpose: z.string().trim().max(100).default('') }), out: z.object({}), download: true }),
  retire: endpoint({ method: 'POST', path: '/api/v1/members/:id/retire', can: 'members.manage', about: w.aboutRetire, in: z.object({ id }), out: Ref }),
  restore: endpoint({ method: 'POST', path: '/api/v1/members/:id/return', can: 'members.manage', about: w.aboutReturn, in: z.object({ id }), out: Ref }),
  end: endpoint({ method: 'POST', path: '/api/v1/members/:id/end', can: 'members.manage', about: w.aboutEnd, in: z.object({ id, reason: z.enum(['left', 'lapsed', 'expelled', 'deceased']) }), out: Ref }),
  card: endpoint({ method: 'GET', path: '/api/v1/member-card', can: 'person', about: w.aboutCard, in: z.object({}), out: z.object({ card: z.object({ name: z.string(), union: z.string(), cardNumber: z.string(), state: z.string(), since: z.string(), qr: z.string() }).nullable(), periods: z.array(Period) }) }),
  check: endpoint({ method: 'POST', path: '/api/v1/member-card/check', can: 'members.read', about: w.aboutCheck, in: z.object({ qr: z.string().trim().min(10).max(200) }), out: z.object({ name: z.string(), union: z.string(), state: z.enum(['active', 'reserved', 'ended']) }), unaudited: 'a card is shown to be looked at; names are masked' }),
  leave: endpoint({ method: 'POST', path: '/api/v1/member-card/leave', can: 'person', about: w.aboutLeave, in: z.object({}), out: Ref }),
};
