import { z } from 'zod';
import type { Slots, Word } from '#shared/words';
import { countedName, WRITE_IN_MOST } from './names.rules.ts';
import { paperWords as words } from './paper.words.ts';

/** A sentence with what goes into it: kept with a result, said in the reader's language by `say(word, locale, slots)`. */
export type Said = { readonly word: Word; readonly slots: Slots };

const Id = z.string().regex(/^[0-9A-Za-z][\w-]{0,63}$/);
const text = (most: number) => z.string().trim().min(1).max(most);
const uniqueIds = (list: readonly { readonly id: string }[]): boolean => new Set(list.map((x) => x.id)).size === list.length;

/** `group` is shown beside the name (a constituency, a workshop) and counts nothing. */
const Candidate = z.strictObject({ id: Id, name: text(WRITE_IN_MOST), group: text(80).optional() });
const Person = z.strictObject({ id: Id, name: text(WRITE_IN_MOST), title: text(80).optional() });
/** `value` 0–100 is what the grade is worth in the score. */
const Grade = z.strictObject({ id: Id, zh: text(20), en: text(40), value: z.int().min(0).max(100) });

const MotionPaper = z.strictObject({ kind: z.literal('motion') });
/** `mark`: each candidate for, against or abstain (left out); `pick`: choose up to `seats`. */
const ElectionPaper = z.strictObject({
  kind: z.literal('election'), style: z.enum(['mark', 'pick']), seats: z.int().min(1).max(500),
  candidates: z.array(Candidate).max(1_000).refine(uniqueIds), writeIns: z.boolean(),
}).refine((p) => p.writeIns || p.candidates.length > 0);
const AppraisalPaper = z.strictObject({
  kind: z.literal('appraisal'), persons: z.array(Person).min(1).max(200).refine(uniqueIds), grades: z.array(Grade).min(2).max(10).refine(uniqueIds),
});
const PollPaper = z.strictObject({
  kind: z.literal('poll'), options: z.array(z.strictObject({ id: Id, text: text(200) })).min(2).max(200).refine(uniqueIds), atMost: z.int().min(1).max(200),
}).refine((p) => p.atMost <= p.options.length);
/** A survey: what is asked belongs to the part that asks, here only its papers are counted. */
const QuestionsPaper = z.strictObject({ kind: z.literal('questions'), form: z.record(z.string(), z.unknown()) });

/** What is voted on. */
export const Paper = z.discriminatedUnion('kind', [MotionPaper, ElectionPaper, AppraisalPaper, PollPaper, QuestionsPaper]);
export type Paper = z.output<typeof Paper>;
/** A paper of one kind: `PaperOf<'election'>`. */
export type PaperOf<K extends Paper['kind']> = Extract<Paper, { kind: K }>;

const Ids = z.array(Id).max(1_000);
/**
 * What a voter handed in. In an election a candidate in neither list is abstained from; in an appraisal a person without a mark is left
 * unmarked; an empty poll is a blank paper. `spoiled` is a paper that nobody can read, entered by the tellers: returned, invalid.
 */
export const Content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('motion'), choice: z.enum(['for', 'against', 'abstain']) }),
  z.strictObject({ kind: z.literal('election'), for: Ids, against: Ids, writeIns: z.array(z.string().max(200)).max(500) }),
  z.strictObject({ kind: z.literal('appraisal'), marks: z.array(z.strictObject({ person: Id, grade: Id })).max(200) }),
  z.strictObject({ kind: z.literal('poll'), picks: Ids }),
  z.strictObject({ kind: z.literal('questions'), answers: z.record(z.string(), z.unknown()) }),
  z.strictObject({ kind: z.literal('spoiled') }),
]);
export type Content = z.output<typeof Content>;
export type ContentOf<K extends Content['kind']> = Extract<Content, { kind: K }>;

/**
 * `ok: false`: malformed, refused at the door (where it was sealed and comes to light at the count it is returned and invalid);
 * `valid: false`: a paper that counts as returned but not as valid. `content` is in counted form: names written in are normalised,
 * and one that names a candidate has become a vote for that candidate.
 */
export type ReadPaper =
  | { readonly ok: true; readonly valid: true; readonly content: Content }
  | { readonly ok: true; readonly valid: false; readonly content: Content; readonly why: Said }
  | { readonly ok: false; readonly why: Said };

const refused = (word: Word, slots: Slots = {}): ReadPaper => ({ ok: false, why: { word, slots } });
const valid = (content: Content): ReadPaper => ({ ok: true, valid: true, content });
const invalid = (content: Content, word: Word, slots: Slots = {}): ReadPaper => ({ ok: true, valid: false, content, why: { word, slots } });

const known = (ids: readonly string[], list: readonly { readonly id: string }[]): boolean => {
  const all = new Set(list.map((x) => x.id));
  return ids.every((id) => all.has(id));
};
const repeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** Whom a name written in means: a candidate, somebody else, or a reason why nobody can tell. */
function meant(paper: PaperOf<'election'>, written: string): { candidate: string } | { name: string } | { why: Said } {
  const name = countedName(written);
  if (name === null) return { why: { word: words.nameUnreadable, slots: { name: written.slice(0, 40), most: WRITE_IN_MOST } } };
  const bearers = paper.candidates.filter((c) => (countedName(c.name) ?? c.name) === name);
  if (bearers.length > 1) return { why: { word: words.nameOfTwo, slots: { name } } };
  return bearers[0] ? { candidate: bearers[0].id } : { name };
}

function readElection(paper: PaperOf<'election'>, c: ContentOf<'election'>): ReadPaper {
  if (!known(c.for, paper.candidates) || !known(c.against, paper.candidates)) return refused(words.unknownChoice);
  if (repeated(c.for) || repeated(c.against)) return refused(words.twice);
  if (c.writeIns.length > 0 && !paper.writeIns) return refused(words.noWriteIns);
  if (paper.style === 'pick' && c.against.length > 0) return refused(words.noAgainst);
  const chosen = new Set(c.for);
  const names = new Set<string>();
  for (const written of c.writeIns) {
    const who = meant(paper, written);
    if ('why' in who) return { ok: false, why: who.why };
    if ('candidate' in who) chosen.add(who.candidate);
    else names.add(who.name);
  }
  const content: Content = { kind: 'election', for: [...chosen], against: c.against, writeIns: [...names] };
  const count = chosen.size + names.size;
  if (c.against.some((id) => chosen.has(id))) return invalid(content, words.forAndAgainst);
  return count > paper.seats ? invalid(content, words.moreThanSeats, { chosen: count, seats: paper.seats }) : valid(content);
}

function readAppraisal(paper: PaperOf<'appraisal'>, c: ContentOf<'appraisal'>): ReadPaper {
  const persons = c.marks.map((m) => m.person);
  if (!known(persons, paper.persons) || !known(c.marks.map((m) => m.grade), paper.grades)) return refused(words.unknownChoice);
  return repeated(persons) ? refused(words.twice) : valid(c);
}

function readPoll(paper: PaperOf<'poll'>, c: ContentOf<'poll'>): ReadPaper {
  if (!known(c.picks, paper.options)) return refused(words.unknownChoice);
  if (repeated(c.picks)) return refused(words.twice);
  return c.picks.length > paper.atMost ? invalid(c, words.moreThanAllowed, { chosen: c.picks.length, atMost: paper.atMost }) : valid(c);
}

/** Reads what was handed in on a paper: refused, invalid but returned, or valid; see {@link ReadPaper}. */
export function readContent(paper: Paper, given: unknown): ReadPaper {
  const parsed = Content.safeParse(given);
  if (!parsed.success) return refused(words.malformed);
  const c = parsed.data;
  if (c.kind === 'spoiled') return invalid(c, words.spoiled);
  if (paper.kind === 'election' && c.kind === 'election') return readElection(paper, c);
  if (paper.kind === 'appraisal' && c.kind === 'appraisal') return readAppraisal(paper, c);
  if (paper.kind === 'poll' && c.kind === 'poll') return readPoll(paper, c);
  return paper.kind === c.kind ? valid(c) : refused(words.otherPaper);
}
