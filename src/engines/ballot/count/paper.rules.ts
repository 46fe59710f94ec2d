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

/** Why a paper that was handed in is invalid; what it is called stands in `paperWords`. */
export type InvalidReason = 'spoiled' | 'moreThanSeats' | 'forAndAgainst' | 'moreThanAllowed';

/**
 * `ok: false`: malformed, refused at the door (where it was sealed and comes to light at the count it is returned and invalid);
 * `valid: false`: a paper that counts as returned but not as valid. `content` is in counted form: names written in are normalised,
 * and one that names a candidate has become a vote for that candidate.
 */
export type ReadPaper =
  | { readonly ok: true; readonly valid: true; readonly content: Content }
  | { readonly ok: true; readonly valid: false; readonly content: Content; readonly reason: InvalidReason; readonly why: Said }
  | { readonly ok: false; readonly why: Said };

const refused = (word: Word, slots: Slots = {}): ReadPaper => ({ ok: false, why: { word, slots } });
const valid = (content: Content): ReadPaper => ({ ok: true, valid: true, content });
const invalid = (content: Content, reason: InvalidReason): ReadPaper => ({ ok: true, valid: false, content, reason, why: { word: words[reason], slots: {} } });

type Reader<K extends Content['kind']> = (c: ContentOf<K>) => ReadPaper;
const among = (list: readonly { readonly id: string }[]): ((ids: readonly string[]) => boolean) => {
  const all = new Set(list.map((x) => x.id));
  return (ids) => ids.every((id) => all.has(id));
};
const repeated = (ids: readonly string[]): boolean => ids.length > 1 && new Set(ids).size < ids.length;

/** Whom a name written in means: a candidate, somebody else, or a reason why nobody can tell. */
function readWriteIn(bearers: ReadonlyMap<string, readonly string[]>, written: string): { candidate: string } | { name: string } | { why: Said } {
  const name = countedName(written);
  if (name === null) return { why: { word: words.nameUnreadable, slots: { name: written.slice(0, 40), most: WRITE_IN_MOST } } };
  const [one, other] = bearers.get(name) ?? [];
  if (other !== undefined) return { why: { word: words.nameOfTwo, slots: { name } } };
  return one === undefined ? { name } : { candidate: one };
}

function electionReader(paper: PaperOf<'election'>): Reader<'election'> {
  const known = among(paper.candidates);
  const bearers = new Map([...Map.groupBy(paper.candidates, (c) => countedName(c.name) ?? c.name)].map(([name, list]) => [name, list.map((c) => c.id)]));
  return (c) => {
    if (!known(c.for) || !known(c.against)) return refused(words.unknownChoice);
    if (repeated(c.for) || repeated(c.against)) return refused(words.twice);
    if (c.writeIns.length > 0 && !paper.writeIns) return refused(words.noWriteIns);
    if (paper.style === 'pick' && c.against.length > 0) return refused(words.noAgainst);
    const chosen = new Set(c.for);
    const names = new Set<string>();
    for (const written of c.writeIns) {
      const who = readWriteIn(bearers, written);
      if ('why' in who) return { ok: false, why: who.why };
      if ('candidate' in who) chosen.add(who.candidate);
      else names.add(who.name);
    }
    const content: Content = { kind: 'election', for: [...chosen], against: c.against, writeIns: [...names] };
    if (c.against.some((id) => chosen.has(id))) return invalid(content, 'forAndAgainst');
    return chosen.size + names.size > paper.seats ? invalid(content, 'moreThanSeats') : valid(content);
  };
}

function appraisalReader(paper: PaperOf<'appraisal'>): Reader<'appraisal'> {
  const [known, graded] = [among(paper.persons), among(paper.grades)];
  return (c) => {
    const persons = c.marks.map((m) => m.person);
    if (!known(persons) || !graded(c.marks.map((m) => m.grade))) return refused(words.unknownChoice);
    return repeated(persons) ? refused(words.twice) : valid(c);
  };
}

function pollReader(paper: PaperOf<'poll'>): Reader<'poll'> {
  const known = among(paper.options);
  return (c) => {
    if (!known(c.picks)) return refused(words.unknownChoice);
    if (repeated(c.picks)) return refused(words.twice);
    return c.picks.length > paper.atMost ? invalid(c, 'moreThanAllowed') : valid(c);
  };
}

function readerOf(paper: Paper): Reader<Content['kind']> {
  switch (paper.kind) {
    case 'election':
      return electionReader(paper) as Reader<Content['kind']>;
    case 'appraisal':
      return appraisalReader(paper) as Reader<Content['kind']>;
    case 'poll':
      return pollReader(paper) as Reader<Content['kind']>;
    case 'motion':
    case 'questions':
      return valid;
  }
}

/** Reads many papers of one kind: what the paper says is looked up once. */
export function paperReader(paper: Paper): (given: unknown) => ReadPaper {
  const read = readerOf(paper);
  return (given) => {
    const parsed = Content.safeParse(given);
    if (!parsed.success) return refused(words.malformed);
    if (parsed.data.kind === 'spoiled') return invalid(parsed.data, 'spoiled');
    return parsed.data.kind === paper.kind ? read(parsed.data) : refused(words.otherPaper);
  };
}

/** Reads what was handed in on a paper: refused, invalid but returned, or valid; see {@link ReadPaper}. */
export const readContent = (paper: Paper, given: unknown): ReadPaper => paperReader(paper)(given);
