import type { Tx } from '#shared/call';
import { newId, newSecretId } from '#shared/ids';
import { audit } from '#engines/audit';
import { ballots, type Happening } from '#engines/ballot';
import { similarity } from '#engines/similarity';
import { checkAnswers } from './answers.rules.ts';
import { headlineOf, type QuestionFigures } from './figures.rules.ts';
import { PaperSchema } from './form.contract.ts';
import { type Answers, askedOf, type Form } from './form.rules.ts';
import * as r from './results.sql.ts';
import { seenCross, seenFigures } from './seen.service.ts';
import { findSurvey, type SurveyRow } from './surveys.sql.ts';
import { words } from './surveys.words.ts';
import { AGES, Counter, DIMENSIONS, type Groups, SEXES, type Tally, WORKS } from './tally.rules.ts';

const BY = { system: 'surveys' } as const;
const REMARKS_AT_ONCE = 5_000;

/** The values by which a survey is broken down. */
export function groupsOf(s: Pick<SurveyRow, 'groups' | 'units'>): Groups {
  const all = { unit: s.units.map((u) => u.id), sex: SEXES, age: AGES, work: WORKS } as const;
  return Object.fromEntries(s.groups.map((d) => [d, all[d]]));
}

const openIn = (form: Form): string[] => askedOf(form).filter((q) => q.kind === 'short' || q.kind === 'long').map((q) => q.id);

/** What is written in an answer: an open answer, or what stands behind "other". */
function remarksIn(form: Form, open: readonly string[], answers: Answers): { question: string; text: string }[] {
  const written = open.flatMap((id) => { const a = answers[id]; return typeof a === 'string' && a.trim() !== '' ? [{ question: id, text: a.trim() }] : []; });
  const others = askedOf(form).flatMap((q) => { const a = answers[q.id]; return typeof a === 'object' && 'pick' in a && a.other?.trim() ? [{ question: q.id, text: a.other.trim() }] : []; });
  return [...written, ...others];
}

export type Gathered = { readonly tally: Tally; readonly invalid: number; readonly remarks: readonly { readonly question: string; readonly text: string }[] };

/** Counts contents one by one: what does not fit the questionnaire is invalid. */
export class Gatherer {
  readonly #form: Form;
  readonly #open: readonly string[];
  readonly #counter: Counter;
  readonly #remarks: { question: string; text: string }[] = [];
  #invalid = 0;

  constructor(form: Form, groups: Groups) {
    this.#form = form;
    this.#open = openIn(form);
    this.#counter = new Counter(form, groups);
  }

  take(content: unknown): void {
    const parsed = PaperSchema.safeParse(content);
    const checked = parsed.success ? checkAnswers(this.#form, parsed.data.given as Answers) : null;
    if (!parsed.success || checked === null || checked.faults.length > 0) { this.#invalid += 1; return; }
    this.#counter.add({ answers: checked.answers, about: parsed.data.about });
    this.#remarks.push(...remarksIn(this.#form, this.#open, checked.answers));
  }

  end(): Gathered {
    return { tally: this.#counter.figures(), invalid: this.#invalid, remarks: this.#remarks };
  }
}

/** What is kept of a count: figures of everybody, of each dimension, and tables of two questions, small groups hidden in all of them. */
export async function keepResults(tx: Tx, s: Pick<SurveyRow, 'id' | 'form' | 'groups'>, g: Gathered, asked: number): Promise<void> {
  const figures = seenFigures(s.form, g.tally);
  const line = { papers: g.tally.papers, invalid: g.invalid, asked };
  const body = (d: string): unknown => (d === '' ? figures.map(({ by: _, ...all }) => all) : figures.flatMap((f: QuestionFigures) => f.by.filter((x) => x.dimension === d).map((x) => ({ id: f.id, groups: x.groups }))));
  await r.insertResults(tx, s.id, ['', ...DIMENSIONS.filter((d) => s.groups.includes(d))].map((dimension) => ({ dimension, body: body(dimension), ...line, headline: dimension === '' ? headlineOf(s.form, figures) : null })));
  if (g.tally.papers < 5) return;
  const crosses = g.tally.crosses.map((c) => seenCross(s.form, c));
  if (crosses.length > 0) await r.insertCrosses(tx, s.id, crosses);
  // a random id for each, written in their order: no remark stands near another of the same paper
  const remarks = g.remarks.map((x) => ({ id: newSecretId(), ...x })).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < remarks.length; at += REMARKS_AT_ONCE) await r.insertRemarks(tx, s.id, remarks.slice(at, at + REMARKS_AT_ONCE));
}

/** Counts a survey once, in the transaction in which its ballot was counted, and declares it. */
export async function countSurvey(tx: Tx, { ballot, verb }: Happening): Promise<void> {
  if (verb !== 'counted') return;
  const s = await findSurvey(tx, ballot.id);
  if (s === null || s.counted) return;
  const gatherer = new Gatherer(s.form, groupsOf(s));
  for await (const { content } of ballots.contents(tx, s.id)) gatherer.take(typeof content === 'object' && content !== null && 'answers' in content ? content.answers : null);
  const gathered = gatherer.end();
  await keepResults(tx, s, gathered, s.asked);
  await ballots.declare(tx, BY, s.id);
  await audit.record(tx, BY, words.auditCounted, { subject: { kind: 'survey', id: s.id }, unionId: s.unionId, slots: { title: s.title, papers: gathered.tally.papers, invalid: gathered.invalid } });
}

const COLLECTION = 'survey-remarks';
const AT_ONCE = 400;
const TITLE = 24;

/** Puts open answers that were not gathered yet into the engine that compares texts. @returns of which surveys */
async function shelve(tx: Tx, all: readonly { id: string; unionId: string; text: string }[]): Promise<void> {
  await similarity.put(tx, COLLECTION, all.map((x) => ({ id: x.id, unionId: x.unionId, text: x.text, at: tx.now })));
}

export type Waiting = Awaited<ReturnType<typeof r.listUngathered>>;
/** The next open answers of one question that wait to be gathered; put where they can be compared. */
export async function prepareGathering(tx: Tx): Promise<Waiting> {
  const all = await r.listUngathered(tx, AT_ONCE);
  const first = all[0];
  const some = all.filter((x) => x.surveyId === first?.surveyId && x.question === first.question);
  if (some.length > 0) await shelve(tx, some);
  return some;
}

/** Gathers open answers of one question into topics; what is like nothing else stays without one. Officers name and merge them. */
export async function gather(tx: Tx, some: Waiting): Promise<number> {
  const first = some[0];
  if (first === undefined) return 0;
  const texts = new Map(some.map((x) => [x.id, x.text]));
  const groups = await similarity.group(tx, { collection: COLLECTION, ids: [...texts.keys()], scopes: [first.path], smallest: 2, least: 0.22, apart: new Set() });
  for (const g of groups) {
    const id = newId();
    const text = texts.get(g.first) ?? '';
    await r.insertTopic(tx, { surveyId: first.surveyId, id, question: first.question, title: text.length > TITLE ? `${text.slice(0, TITLE)}…` : text });
    await r.gatherRemarks(tx, first.surveyId, [g.first, ...g.others], id);
  }
  await r.gatherRemarks(tx, first.surveyId, [...texts.keys()], null);
  return groups.length;
}
