import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { words as w } from './disclosure.words.ts';

export const id = z.uuid();
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
export const Year = z.coerce.number().int().min(2000).max(2100);
export const EntryCode = z.string().min(2).max(40);
export const FileOut = z.object({ id, name: z.string(), image: z.boolean() });

/** A disclosure in a list. `entry` in the reader's words; `mine`: whether I have read it. `lateDays`: full days after it was due. */
export const DisclosureCard = z.object({
  id, number: z.string(), title: z.string(), entry: z.string(), entryCode: z.string(), union: z.string(), unionId: id, period: z.string(), state: z.string(), publishedAt: z.string().nullable(), publicUntil: z.string().nullable(), changedAt: z.string().nullable(), version: z.int(), lateDays: z.int(), violation: z.boolean(),
  read: z.boolean(), readVersion: z.int(), questions: z.int(), files: z.int(),
});
/** A question as one may see it: an open answer, or an own question. `by` only when it carries its name. `may`: follow. */
export const QuestionOut = z.object({ id, kind: z.enum(['question', 'objection']), text: z.string(), by: z.string(), at: z.string(), dueAt: z.string(), answer: z.string(), open: z.boolean(), upheld: z.boolean().nullable(), answeredAt: z.string().nullable(), answeredBy: z.string(), own: z.boolean(), follows: z.string(), may: z.array(z.string()) });
export const VersionOut = z.object({ no: z.int(), at: z.string(), by: z.string(), checkedBy: z.string(), why: z.string(), redaction: z.string() });
export const DisclosureOut = DisclosureCard.extend({
  body: z.string(), attached: z.array(FileOut), versions: z.array(VersionOut), audience: z.enum(['all', 'circle']), leastDays: z.int(), withdrawn: z.object({ at: z.string(), why: z.string(), days: z.int() }).nullable(), understood: z.boolean().nullable(), list: z.array(QuestionOut), may: z.array(z.string()),
});
const Stretch = z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() });
const read = 'disclosure.read';

export const api = {
  list: endpoint({
    method: 'GET', path: '/api/v1/disclosures', can: read, about: w.aboutList,
    in: z.object({ text: z.string().trim().max(60).optional(), entry: EntryCode.optional(), year: Year.optional(), show: z.enum(['all', 'unread', 'archive']).default('all'), ...Page }), out: z.object({ items: z.array(DisclosureCard), total: z.int(), unread: z.int() }),
  }),
  waiting: endpoint({ method: 'GET', path: '/api/v1/disclosures-unread', can: read, about: w.aboutWaiting, in: z.object({}), out: z.object({ n: z.int(), items: z.array(z.object({ id, title: z.string(), union: z.string() })) }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/disclosures/:id', can: read, about: w.aboutOne, in: z.object({ id }), out: DisclosureOut }),
  version: endpoint({
    method: 'GET', path: '/api/v1/disclosures/:id/versions/:no', can: read, about: w.aboutVersion, in: z.object({ id, no: z.coerce.number().int().min(1).max(1000) }),
    out: VersionOut.extend({ title: z.string(), body: z.string(), titleDifferences: z.array(Stretch), differences: z.array(Stretch), added: z.array(FileOut), removed: z.array(z.string()) }),
  }),
  read: endpoint({ method: 'POST', path: '/api/v1/disclosures/:id/read', can: read, about: w.aboutRead, in: z.object({ id }), out: z.object({ id }), unaudited: 'the reading itself is the record: who, which version, when' }),
  understood: endpoint({ method: 'POST', path: '/api/v1/disclosures/:id/understood', can: read, about: w.aboutUnderstood, in: z.object({ id, understood: z.boolean() }), out: z.object({ id }), unaudited: 'one tap that may be changed; it stands in the reading' }),
  ask: endpoint({
    method: 'POST', path: '/api/v1/disclosures/:id/questions', can: read, about: w.aboutAsk,
    in: z.object({ id, kind: z.enum(['question', 'objection']).default('question'), text: z.string().trim().min(2).max(1000), named: z.boolean().default(false), followsId: id.optional() }), out: z.object({ id, number: z.string(), dueAt: z.string() }),
  }),
  mine: endpoint({ method: 'GET', path: '/api/v1/disclosure-questions/:id/mine', can: read, about: w.aboutMyQuestion, in: z.object({ id }), out: QuestionOut.extend({ itemId: id, title: z.string() }) }),
};
