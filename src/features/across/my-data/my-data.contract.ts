import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words } from './my-data.words.ts';

const nothing = z.object({});
const id = z.uuid();
const text = z.string().trim().min(1).max(1_000);
const page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const proof = {
  /** the present password, or instead of it a one-time code sent to the own phone */
  current: z.string().min(1).max(200).optional(), code: z.string().trim().regex(/^\d{6}$/).optional(),
};

/** What a request asks for: 更正 删除 注销. */
export const RequestKind = z.enum(['correction', 'deletion', 'closing']);

/** Fields a person may ask to have corrected; an empty text empties an optional one. */
export const Changes = z.object({
  name: z.string().trim().min(1).max(60), sex: z.enum(['male', 'female']), birthDate: z.iso.date(), idNumber: z.string().trim().min(1).max(30),
  phone: z.string().trim().min(5).max(24), email: z.union([z.email().max(120), z.literal('')]), staffNumber: z.string().trim().max(40),
  ethnicity: z.string().trim().max(20), politicalStatus: z.string().trim().max(30), education: z.string().trim().max(30),
  skillGrade: z.string().trim().max(30), professionalTitle: z.string().trim().max(40), household: z.string().trim().max(30),
}).partial();

export const ChangedField = z.object({ field: z.string(), label: z.string(), now: z.string(), wanted: z.string() });

const Filter = { open: z.stringbool().optional(), text: z.string().trim().max(40).optional(), unionId: id.optional() };

const RequestRow = z.object({
  id: z.string(), number: z.string(), kind: RequestKind, title: z.string(), state: z.string(), stateWord: z.string(), place: z.number().int().nullable(),
  union: z.string(), person: z.string(), due: z.string().nullable(), late: z.boolean(), openedAt: z.string(),
});

export const DataRequest = RequestRow.extend({
  text: z.string(),
  /** numbers are masked; officers open them with a purpose */
  changes: z.array(ChangedField),
  events: z.array(z.object({ id: z.string(), word: z.string(), by: z.string(), byKind: z.enum(['author', 'officer', 'system']), text: z.string(), at: z.string() })),
  may: z.array(z.string()),
});

const Held = z.object({
  key: z.string(), title: z.string(),
  /** why the union has it, and how long it is kept (个人信息保护法 arts. 13, 17, 19) */
  why: z.string(), kept: z.string(), erasable: z.boolean(),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
});

const stepped = z.object({ id: z.string(), state: z.string() });
const step = (verb: string, about: (typeof words)[keyof typeof words], can: string) =>
  endpoint({ method: 'POST', path: `/api/v1/data-requests/:id/${verb}`, can, about, in: z.object({ id, text }), out: stepped });

export const api = {
  held: endpoint({
    method: 'GET', path: '/api/v1/my-data', can: 'person', about: words.aboutHeld, in: nothing, out: z.object({ items: z.array(Held) }),
  }),
  sendCode: endpoint({
    method: 'POST', path: '/api/v1/my-data/code-requests', can: 'person', about: words.aboutSendCode, in: nothing,
    out: z.object({ phone: z.string(), resendAfterSeconds: z.number().int(), validSeconds: z.number().int() }),
    unaudited: 'the export leaves the line',
  }),
  export: endpoint({
    method: 'POST', path: '/api/v1/my-data/export', can: 'person', about: words.aboutExport, in: z.object(proof), out: nothing, download: true,
  }),
  looks: endpoint({
    method: 'GET', path: '/api/v1/my-data/looks', can: 'person', about: words.aboutLooks,
    in: z.object({ act: z.enum(['look', 'write']).default('look'), after: z.string().max(80).optional(), limit: page.limit }),
    out: z.object({
      items: z.array(z.object({ id: z.string(), at: z.string(), by: z.string(), union: z.string().nullable(), sentence: z.string(), purpose: z.string() })),
      next: z.string().optional(),
    }),
  }),
  ask: endpoint({
    method: 'POST', path: '/api/v1/data-requests', can: 'person', about: words.aboutAsk,
    in: z.object({ kind: RequestKind, text, changes: Changes.optional() }), out: z.object({ id: z.string(), number: z.string() }),
  }),
  mine: endpoint({
    method: 'GET', path: '/api/v1/data-requests/mine', can: 'person', about: words.aboutMine, in: z.object(page), out: z.object({ items: z.array(RequestRow) }),
  }),
  request: endpoint({
    method: 'GET', path: '/api/v1/data-requests/:id', can: 'person', about: words.aboutRequest, in: z.object({ id }), out: DataRequest,
  }),
  say: step('say', words.aboutSay, 'person'),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/data-requests/:id/withdraw', can: 'person', about: words.aboutWithdraw, in: z.object({ id }), out: stepped }),
  appeal: step('appeal', words.aboutAppeal, 'person'),
  exportRegister: endpoint({
    method: 'POST', path: '/api/v1/data-requests/export', can: 'myData.read', about: words.aboutExportRegister, download: true, in: z.object({ ...Filter, ...Shown }), out: nothing,
  }),
  register: endpoint({
    method: 'GET', path: '/api/v1/data-requests', can: 'myData.read', about: words.aboutRegister,
    in: z.object({ ...Filter, ...page }),
    out: z.object({ items: z.array(RequestRow), total: z.number().int() }),
  }),
  look: endpoint({
    method: 'POST', path: '/api/v1/data-requests/:id/look', can: 'myData.answer', about: words.aboutLook,
    in: z.object({ id, purpose: z.string().trim().min(2).max(200) }), out: z.object({ changes: z.array(ChangedField) }),
  }),
  question: step('question', words.aboutQuestion, 'myData.answer'),
  carryOut: step('carry-out', words.aboutCarryOut, 'myData.answer'),
  decline: step('decline', words.aboutDecline, 'myData.answer'),
};
