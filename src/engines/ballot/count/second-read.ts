import type { InvalidReason, Paper, PaperOf } from './paper.rules.ts';
import { secondName } from './second-names.ts';

/** What a paper says, read for the second time: votes for listed things, against them, for others by name, marks; or why it is invalid. */
export type SecondRead =
  | { readonly bad: InvalidReason }
  | { readonly bad: null; readonly yes: readonly string[]; readonly no: readonly string[]; readonly names: readonly string[]; readonly marks: ReadonlyMap<string, string> };

type Bag = Record<string, unknown>;
const bad = (reason: InvalidReason): SecondRead => ({ bad: reason });
const good = (yes: readonly string[], no: readonly string[] = [], names: readonly string[] = [], marks: ReadonlyMap<string, string> = new Map()): SecondRead =>
  ({ bad: null, yes, no, names, marks });

const isBag = (x: unknown): x is Bag => typeof x === 'object' && x !== null && !Array.isArray(x);
const hasJust = (bag: Bag, keys: readonly string[]): boolean => Object.keys(bag).length === keys.length && keys.every((k) => Object.hasOwn(bag, k));

/** Texts without a repetition, each of them allowed. */
function listOf(x: unknown, allowed: readonly string[]): string[] | null {
  if (!Array.isArray(x)) return null;
  const out: string[] = [];
  for (const item of x) {
    if (typeof item !== 'string' || !allowed.includes(item) || out.includes(item)) return null;
    out.push(item);
  }
  return out;
}

function election(paper: PaperOf<'election'>, bag: Bag): SecondRead {
  const ids = paper.candidates.map((c) => c.id);
  const [yes, no] = [listOf(bag['for'], ids), listOf(bag['against'], ids)];
  const typed = bag['writeIns'];
  if (yes === null || no === null || !Array.isArray(typed) || typed.length > 500) return bad('spoiled');
  if ((typed.length > 0 && !paper.writeIns) || (no.length > 0 && paper.style === 'pick')) return bad('spoiled');
  const names: string[] = [];
  for (const t of typed) {
    const name = typeof t === 'string' && t.length <= 200 ? secondName(t) : null;
    if (name === null) return bad('spoiled');
    const same = paper.candidates.filter((c) => (secondName(c.name) ?? c.name) === name);
    if (same.length > 1) return bad('spoiled');
    for (const c of same) if (!yes.includes(c.id)) yes.push(c.id);
    if (same.length === 0 && !names.includes(name)) names.push(name);
  }
  if (yes.some((id) => no.includes(id))) return bad('forAndAgainst');
  return yes.length + names.length > paper.seats ? bad('moreThanSeats') : good(yes, no, names);
}

function appraisal(paper: PaperOf<'appraisal'>, bag: Bag): SecondRead {
  const marks = new Map<string, string>();
  if (!Array.isArray(bag['marks'])) return bad('spoiled');
  for (const m of bag['marks'] as unknown[]) {
    if (!isBag(m) || !hasJust(m, ['person', 'grade'])) return bad('spoiled');
    const person = paper.persons.find((p) => p.id === m['person'])?.id;
    const grade = paper.grades.find((g) => g.id === m['grade'])?.id;
    if (person === undefined || grade === undefined || marks.has(person)) return bad('spoiled');
    marks.set(person, grade);
  }
  return good([], [], [], marks);
}

function poll(paper: PaperOf<'poll'>, bag: Bag): SecondRead {
  const picks = listOf(bag['picks'], paper.options.map((o) => o.id));
  if (picks === null) return bad('spoiled');
  return picks.length > paper.atMost ? bad('moreThanAllowed') : good(picks);
}

const KEYS = { motion: ['choice'], election: ['for', 'against', 'writeIns'], appraisal: ['marks'], poll: ['picks'], questions: ['answers'] } as const;

/** Reads one paper by itself, without anything the first reading uses. */
export function secondRead(paper: Paper, given: unknown): SecondRead {
  if (!isBag(given) || given['kind'] !== paper.kind || !hasJust(given, ['kind', ...KEYS[paper.kind]])) return bad('spoiled');
  if (paper.kind === 'election') return election(paper, given);
  if (paper.kind === 'appraisal') return appraisal(paper, given);
  if (paper.kind === 'poll') return poll(paper, given);
  if (paper.kind === 'questions') return isBag(given['answers']) ? good([]) : bad('spoiled');
  const choice = given['choice'];
  return choice === 'for' || choice === 'against' || choice === 'abstain' ? good([choice]) : bad('spoiled');
}
