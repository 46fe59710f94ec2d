import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './letters.words.ts';

/** What a letter is about. */
export const Category = z.enum(['pay', 'time', 'safety', 'living', 'insurance', 'growth', 'difficulty', 'management', 'union', 'other']);
export const Privacy = z.enum(['named', 'hidden', 'anonymous']);

const text = z.string().trim().min(1).max(5000);
const files = z.array(z.uuid()).max(9).default([]);
const id = z.uuid();
const when = z.iso.datetime();
/** A file of a letter; `image`: it has a small picture. */
export const FileView = z.object({ id: z.string(), name: z.string(), image: z.boolean() });
const Named = z.object({ id: z.string(), name: z.string() });

const Draft = {
  title: z.string().trim().min(2).max(60),
  text: z.string().trim().min(10).max(5000),
  category: Category,
  /** where it happens: site, workshop, canteen … */
  place: z.string().trim().max(60).default(''),
  /** it concerns the chairperson: it then goes one level up, and no chairperson it concerns sees it */
  aboutChair: z.boolean().default(false),
  files,
};

/** One line of the timeline. `by` is a name, an office or "Anonymous", as far as the reader may know. */
const Event = z.object({
  id: z.string(), step: z.string(), word: z.string(), by: z.string(), byKind: z.enum(['author', 'officer', 'system']), text: z.string(),
  files: z.array(FileView), at: when, officersOnly: z.boolean(), rating: z.int().nullable(), note: z.string(),
});

const ClockView = z.object({ clock: z.enum(['accept', 'answer', 'finish']), due: when.nullable(), met: when.nullable() });

const Publication = z.object({ question: z.string(), answer: z.string(), publishedAt: when });

/** A letter as its reader may see it; `may` = the steps open to the reader now. */
export const Letter = z.object({
  id: z.string(), number: z.string(), title: z.string(), text: z.string(), files: z.array(FileView), category: z.string(), place: z.string(),
  aboutChair: z.boolean(), privacy: Privacy, channel: z.string(), state: z.string(), stateWord: z.string(), place4: z.int().nullable(),
  union: Named, originUnion: Named, writer: z.string(), mine: z.boolean(), assignee: z.string().nullable(),
  clocks: z.array(ClockView), nextDue: when.nullable(), nextClock: z.string().nullable(), late: z.boolean(), reportedTo: z.string().nullable(),
  rating: z.int().nullable(), ratingAgain: z.int().nullable(), recheck: z.boolean(), reopened: z.int(), openedAt: when, version: z.int(),
  /** the masked address of one who wrote by e-mail, for whoever may answer; nothing proves that the letter came from it */
  address: z.string().nullable(),
  topic: Named.nullable(), publication: Publication.nullable(), basis: z.array(z.string()), events: z.array(Event), may: z.array(z.string()),
});

/** A letter in a list. */
export const LetterRow = z.object({
  id: z.string(), number: z.string(), title: z.string(), category: z.string(), place: z.string(), privacy: Privacy, channel: z.string(), state: z.string(),
  stateWord: z.string(), place4: z.int().nullable(), union: z.string(), originUnion: z.string(), writer: z.string(), assignee: z.string().nullable(),
  nextDue: when.nullable(), late: z.boolean(), rating: z.int().nullable(), recheck: z.boolean(), openedAt: when, changedAt: when, published: z.boolean(),
});

const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Filter = {
  state: z.enum(['received', 'accepted', 'assigned', 'answered', 'closed', 'declined', 'withdrawn']).optional(), category: Category.optional(),
  channel: z.string().max(20).optional(), text: z.string().trim().max(60).optional(), late: z.stringbool().optional(), open: z.stringbool().optional(),
  unionId: id.optional(), from: z.iso.date().optional(), to: z.iso.date().optional(),
};
const Stepped = z.object({ id: z.string(), state: z.string(), version: z.int() });
const Step = { id, version: z.int().min(1).optional() };
const post = <P extends `/${string}`>(path: P) => ({ method: 'POST', path: `/api/v1/letters${path}` }) as const;

export const api = {
  mailbox: endpoint({ method: 'GET', path: '/api/v1/mailbox', can: 'person', about: w.aboutMailbox, in: z.object({}),
    out: z.object({ unions: z.array(z.object({ id: z.string(), name: z.string(), joinCode: z.string(), chair: z.string().nullable(), email: z.string().nullable() })) }) }),
  openMailbox: endpoint({ method: 'GET', path: '/api/v1/mailbox/open', can: 'anyone', about: w.aboutOpenMailbox, in: z.object({ joinCode: z.string().trim().min(4).max(20) }),
    out: z.object({ union: z.string(), joinCode: z.string() }) }),
  openFileByCode: endpoint({ ...post('/follow-up/file'), can: 'anyone', about: w.aboutOpenFile, in: z.object({ code: z.string().trim().min(16).max(40), id, small: z.boolean().optional() }), out: z.object({}), download: true, unaudited: 'a look at an anonymous letter must leave no trace' }),
  write: endpoint({ method: 'POST', path: '/api/v1/letters', can: 'person', about: w.aboutWrite,
    in: z.object({ ...Draft, privacy: z.enum(['named', 'hidden']).default('named'), unionId: id.optional() }), out: z.object({ id: z.string(), number: z.string() }) }),
  writeAnonymous: endpoint({ ...post('/anonymous'), can: 'anyone', about: w.aboutWriteAnonymous,
    in: z.object({ ...Draft, joinCode: z.string().trim().min(4).max(20) }), out: z.object({ number: z.string(), code: z.string() }) }),
  mine: endpoint({ method: 'GET', path: '/api/v1/letters/mine', can: 'person', about: w.aboutMine, in: z.object(Page), out: z.object({ items: z.array(LetterRow) }) }),
  letter: endpoint({ method: 'GET', path: '/api/v1/letters/:id', can: 'person', about: w.aboutLetter, in: z.object({ id }), out: Letter }),
  followUp: endpoint({ ...post('/follow-up'), can: 'anyone', about: w.aboutFollowUp, in: z.object({ code: z.string().trim().min(16).max(40), joinCode: z.string().max(20).optional() }), out: Letter,
    unaudited: 'a look at an anonymous letter must leave no trace' }),
  followUpStep: endpoint({ ...post('/follow-up/step'), can: 'anyone', about: w.aboutFollowUpStep,
    in: z.object({ code: z.string().trim().min(16).max(40), step: z.enum(['say', 'rate', 'dispute', 'reopen', 'confirm', 'withdraw']), text: z.string().trim().max(5000).optional(), rating: z.int().min(1).max(5).optional(), files }),
    out: Letter }),
  say: endpoint({ ...post('/:id/say'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, text, files }), out: Stepped }),
  rate: endpoint({ ...post('/:id/rate'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, rating: z.int().min(1).max(5), text: text.optional() }), out: Stepped }),
  dispute: endpoint({ ...post('/:id/dispute'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, text }), out: Stepped }),
  reopen: endpoint({ ...post('/:id/reopen'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, text }), out: Stepped }),
  confirm: endpoint({ ...post('/:id/confirm'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, rating: z.int().min(1).max(5), text: text.optional() }), out: Stepped }),
  withdraw: endpoint({ ...post('/:id/withdraw'), can: 'person', about: w.aboutAuthorStep, in: z.object(Step), out: Stepped }),
  register: endpoint({ method: 'GET', path: '/api/v1/letters', can: 'letters.read', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(LetterRow), total: z.int() }) }),
  exportRegister: endpoint({ ...post('/export'), can: 'letters.export', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  assignees: endpoint({ method: 'GET', path: '/api/v1/letters/:id/assignees', can: 'letters.work', about: w.aboutAssignees, in: z.object({ id }),
    out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), title: z.string(), union: z.string() })) }) }),
  destinations: endpoint({ method: 'GET', path: '/api/v1/letters/:id/destinations', can: 'letters.work', about: w.aboutDestinations, in: z.object({ id, text: z.string().trim().max(40).optional() }), out: z.object({ items: z.array(Named) }) }),
  address: endpoint({ ...post('/:id/address'), can: 'letters.answer', about: w.aboutAddress, in: z.object({ id, purpose: z.string().trim().min(2).max(200) }), out: z.object({ address: z.string() }) }),
  accept: endpoint({ ...post('/:id/accept'), can: 'letters.work', about: w.aboutAccept, in: z.object({ ...Step, text: z.string().trim().max(5000).optional() }), out: Stepped }),
  redirect: endpoint({ ...post('/:id/redirect'), can: 'letters.work', about: w.aboutRedirect, in: z.object({ ...Step, unionId: id, text }), out: Stepped }),
  decline: endpoint({ ...post('/:id/decline'), can: 'letters.answer', about: w.aboutDecline, in: z.object({ ...Step, text }), out: Stepped }),
  assign: endpoint({ ...post('/:id/assign'), can: 'letters.work', about: w.aboutAssign, in: z.object({ ...Step, assigneeId: id, text: z.string().trim().max(5000).optional() }), out: Stepped }),
  report: endpoint({ ...post('/:id/report'), can: 'person', about: w.aboutReport, in: z.object({ ...Step, text, files }), out: Stepped }),
  ask: endpoint({ ...post('/:id/ask'), can: 'letters.work', about: w.aboutAsk, in: z.object({ ...Step, text }), out: Stepped }),
  answer: endpoint({ ...post('/:id/answer'), can: 'letters.answer', about: w.aboutAnswer, in: z.object({ ...Step, text, files }), out: Stepped }),
  extend: endpoint({ ...post('/:id/extend'), can: 'letters.answer', about: w.aboutExtend, in: z.object({ ...Step, text }), out: Stepped }),
  publish: endpoint({ ...post('/:id/publish'), can: 'letters.publish', about: w.aboutPublish, in: z.object({ id, question: z.string().trim().min(4).max(2000), answer: z.string().trim().min(4).max(4000) }), out: z.object({ id: z.string() }) }),
  unpublish: endpoint({ ...post('/:id/unpublish'), can: 'letters.publish', about: w.aboutUnpublish, in: z.object({ id }), out: z.object({ id: z.string() }) }),
  board: endpoint({ method: 'GET', path: '/api/v1/letter-board', can: 'person', about: w.aboutBoard, in: z.object({ category: Category.optional(), text: z.string().trim().max(60).optional(), ...Page }),
    out: z.object({ items: z.array(z.object({ id: z.string(), question: z.string(), answer: z.string(), category: z.string(), union: z.string(), publishedAt: when })) }) }),
};
