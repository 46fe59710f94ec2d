import { readDate } from '#shared/date-reading';
import type { LegalDate } from '#shared/dates';
import { readYuan } from '#shared/money';
import { halfWidth } from '#shared/text';
import { betweenNames, categoryMarks, fieldWords, gradeMarks, gradeNoise, headingNames, headingNoise, resultMarks, type words } from './register-import.words.ts';
import type { Category } from './suggestions.rules.ts';

export type RegisterField = keyof typeof fieldWords;
export const FIELDS = Object.keys(fieldWords) as readonly RegisterField[];
/** Without these no row can become a suggestion. */
export const REQUIRED: readonly RegisterField[] = ['title', 'submittedOn'];
/** Rows looked at for the headings. */
export const HEADING_ROWS = 10;

export type Mapping = Readonly<Partial<Record<RegisterField, number>>>;
/** A column as it stands in the sheet. */
export type Column = { readonly column: number; readonly heading: string };
/** What a row has wrong, or (not `stops`) what was put right. */
export type Problem = { readonly field: RegisterField; readonly why: keyof typeof words; readonly text: string; readonly stops: boolean };

const tidy = (heading: string): string => {
  const plain = halfWidth(heading).trim().toLowerCase();
  return plain.replace(headingNoise, '') || plain;
};
const EXACT = new Map<string, RegisterField>(FIELDS.flatMap((f) => [fieldWords[f].zh, fieldWords[f].en, ...headingNames[f]].map((name) => [tidy(name), f] as const)));
const PARTS = [...EXACT].filter(([name]) => name.length >= 2 && !/^[a-z]+$/.test(name)).sort((a, b) => b[0].length - a[0].length);

/** What one heading means; a part of it counts when it is at least half of it. */
export function fieldOfHeading(heading: string): RegisterField | null {
  const name = tidy(heading);
  return EXACT.get(name) ?? PARTS.find(([part]) => name.includes(part) && part.length * 2 >= name.length)?.[1] ?? null;
}

/**
 * Finds the heading row among the first rows and what its columns hold; of two columns for one field the first counts.
 * @returns null when no row names the title and one field more
 */
export function recognise(rows: readonly (readonly string[])[]): { at: number; columns: Column[]; mapping: Mapping } | null {
  let best: { at: number; columns: Column[]; mapping: Mapping; n: number } | null = null;
  for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const mapping: Partial<Record<RegisterField, number>> = {};
    const columns = cells.flatMap((heading, column) => (heading.trim() === '' ? [] : [{ column, heading: heading.trim().slice(0, 60) }]));
    const exactFirst = [...columns].sort((a, b) => Number(EXACT.has(tidy(b.heading))) - Number(EXACT.has(tidy(a.heading))) || a.column - b.column);
    for (const { column, heading } of exactFirst) {
      const field = fieldOfHeading(heading);
      if (field !== null && mapping[field] === undefined) mapping[field] = column;
    }
    const n = Object.keys(mapping).length;
    if (mapping.title !== undefined && n >= 2 && (best === null || n > best.n)) best = { at, columns, mapping, n };
  }
  return best;
}

export type RegisterState = 'submitted' | 'rejected' | 'adopted' | 'implementing' | 'completed' | 'standardised';
/** A row as it will be taken over. */
export type RegisterRow = {
  readonly number: string; readonly title: string; readonly problem: string; readonly remedy: string; readonly category: Category; readonly unit: string; readonly names: readonly string[]; readonly staffNumbers: readonly string[]; readonly shares: readonly number[];
  readonly state: RegisterState; readonly submittedOn: LegalDate; readonly adoptedOn: LegalDate | null; readonly startedOn: LegalDate | null; readonly completedOn: LegalDate | null; readonly standardisedOn: LegalDate | null; readonly rejectedOn: LegalDate | null;
  readonly grade: number | null; readonly documentNumber: string; readonly benefitFen: number | null; readonly awardLevel: number | null;
};

const STAGES = ['adopted', 'started', 'completed', 'standardised'] as const;
type Stage = (typeof STAGES)[number];

/** What a result cell says. */
export function stageOf(text: string): Stage | 'rejected' | null {
  const plain = halfWidth(text).trim().toLowerCase();
  if (plain === '') return null;
  return (Object.keys(resultMarks) as (keyof typeof resultMarks)[]).find((stage) => resultMarks[stage].some((mark) => plain.includes(mark))) ?? null;
}

/** A grade as people write it: 一等, Ⅱ级, 3. */
export const gradeOf = (text: string): 1 | 2 | 3 | null => gradeMarks[halfWidth(text).toLowerCase().replace(gradeNoise, '')] ?? null;

function categoryOf(text: string): Category | null {
  const plain = halfWidth(text).trim().toLowerCase();
  return (Object.keys(categoryMarks) as (keyof typeof categoryMarks)[]).find((c) => categoryMarks[c].some((mark) => plain.includes(mark))) ?? null;
}

/** The cells of a row with what they have wrong. */
class Reading {
  readonly problems: Problem[] = [];
  readonly #cells: readonly string[];
  readonly #mapping: Mapping;

  constructor(cells: readonly string[], mapping: Mapping) {
    this.#cells = cells;
    this.#mapping = mapping;
  }

  text(field: RegisterField, most = 3000): string {
    const column = this.#mapping[field];
    return (column === undefined ? '' : (this.#cells[column] ?? '')).trim().slice(0, most);
  }

  note(field: RegisterField, why: Problem['why'], o: { text?: string; stops?: boolean } = {}): void {
    this.problems.push({ field, why, text: (o.text ?? '').slice(0, 60), stops: o.stops ?? true });
  }

  date(field: RegisterField, today: LegalDate): LegalDate | null {
    const text = this.text(field, 40);
    if (text === '') return null;
    const read = readDate(text);
    if (!read.ok) this.note(field, 'dateWrong', { text });
    else if (read.date > today) this.note(field, 'dateFuture', { text });
    return read.ok ? read.date : null;
  }

  fen(field: RegisterField): number | null {
    const text = this.text(field, 40);
    if (text === '') return null;
    const read = readYuan(text);
    if (!read.ok) this.note(field, 'moneyWrong', { text });
    return read.ok ? Number(read.fen) : null;
  }
}

type Dates = Record<Stage, LegalDate | null>;

/** Fills the dates before the last stage that was reached: what has no date of its own happened with the next one that has, or on the day of the result. */
function completeDates(given: Dates, reached: Stage | null, submittedOn: LegalDate): Dates {
  const last = Math.max(reached === null ? -1 : STAGES.indexOf(reached), ...STAGES.map((s, i) => (given[s] === null ? -1 : i)));
  const known = STAGES.map((s) => given[s]);
  const filled = known.map((d, i) => (i > last ? null : (d ?? known.slice(i + 1).find((later) => later !== null) ?? known.slice(0, i).findLast((earlier) => earlier !== null) ?? submittedOn)));
  return Object.fromEntries(STAGES.map((s, i) => [s, filled[i] ?? null])) as Dates;
}

const stateOf = (d: Dates, rejected: boolean): RegisterState =>
  rejected ? 'rejected' : d.standardised ? 'standardised' : d.completed ? 'completed' : d.started ? 'implementing' : d.adopted ? 'adopted' : 'submitted';

function refuseDisorder(r: Reading, submittedOn: LegalDate, d: Dates): void {
  const line: [RegisterField, LegalDate | null][] = [['submittedOn', submittedOn], ['adoptedOn', d.adopted], ['startedOn', d.started], ['completedOn', d.completed], ['standardisedOn', d.standardised]];
  const known = line.filter((x): x is [RegisterField, LegalDate] => x[1] !== null);
  const wrong = known.find(([, date], i) => i > 0 && date < (known[i - 1]?.[1] ?? date));
  if (wrong) r.note(wrong[0], 'dateOrder', { text: wrong[1] });
}

function categoryIn(r: Reading): Category {
  const text = r.text('category', 60);
  const found = text === '' ? 'other' : categoryOf(text);
  if (found === null) r.note('category', 'categoryWrong', { text, stops: false });
  return found ?? 'other';
}

/**
 * Reads one row.
 * @returns the row, or null when something stops it; and everything that was found
 */
export function readRegisterRow(cells: readonly string[], mapping: Mapping, today: LegalDate): { row: RegisterRow | null; problems: readonly Problem[] } {
  const r = new Reading(cells, mapping);
  const title = r.text('title');
  if (title === '') r.note('title', 'titleMissing');
  if (title.length > 60) r.note('title', 'titleLong', { text: title });
  const submittedOn = r.date('submittedOn', today);
  if (r.text('submittedOn') === '') r.note('submittedOn', 'dateMissing');
  const said = stageOf(r.text('result', 100));
  const given: Dates = { adopted: r.date('adoptedOn', today), started: r.date('startedOn', today), completed: r.date('completedOn', today), standardised: r.date('standardisedOn', today) };
  const rejected = said === 'rejected';
  const from = submittedOn ?? today;
  const dates = completeDates(given, rejected || said === null ? null : said, from);
  const none: Dates = { adopted: null, started: null, completed: null, standardised: null };
  const grade = gradeOf(r.text('grade', 20));
  const benefitFen = r.fen('benefit');
  const awardLevel = Number(r.text('awardLevel', 20).replace(gradeNoise, '')) || gradeOf(r.text('awardLevel', 20));
  if (!rejected) refuseDisorder(r, from, dates);
  if (!rejected && dates.started !== null && grade === null) r.note('grade', 'gradeMissing');
  if (!rejected && dates.completed === null && (benefitFen ?? 0) > 0) r.note('result', 'resultMissing');
  const category = categoryIn(r);
  if (r.problems.some((p) => p.stops)) return { row: null, problems: r.problems };
  const kept = rejected ? none : dates;
  return {
    problems: r.problems,
    row: {
      number: r.text('number', 40), title, problem: r.text('problem', 2000), remedy: r.text('remedy'), category, unit: r.text('unit', 60), names: r.text('authors', 300).split(betweenNames).filter(Boolean),
      staffNumbers: r.text('staffNumbers', 300).split(betweenNames).filter(Boolean), shares: r.text('shares', 100).split(betweenNames).map((s) => Number(s.replace(/%$/, ''))).filter((n) => Number.isFinite(n) && n > 0),
      state: stateOf(kept, rejected), submittedOn: from, adoptedOn: kept.adopted, startedOn: kept.started, completedOn: kept.completed, standardisedOn: kept.standardised, rejectedOn: rejected ? (given.adopted ?? from) : null,
      grade, documentNumber: r.text('documentNumber', 60), benefitFen: kept.completed === null ? null : benefitFen, awardLevel: awardLevel !== null && awardLevel >= 1 && awardLevel <= 5 ? awardLevel : null,
    },
  };
}
