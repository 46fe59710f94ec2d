import type { SheetRow } from '#shared/sheet-cell';
import { halfWidth, withoutInvisible } from '#shared/text';
import type { RosterField } from './columns.words.ts';
import { consentHeadingMarks, foreignHeadingMarks, headingNames, headingNoise, wholeHeadings } from './columns.words.ts';

/** Which column (counted from 0) holds which field; what the preview shows and a person may change. */
export type RosterMapping = Partial<Record<RosterField, number>>;

/** A column that was recognised. `confidence` is 1 for the very name, 0.95 for it with notes or spaces, less for a part of it. */
export type RecognisedColumn = {
  readonly field: RosterField;
  readonly column: number;
  readonly heading: string;
  readonly confidence: number;
  readonly how: 'exact' | 'normalised' | 'contains';
};

/** A column that is left out, and why. `consent`: its data needs the person's separate consent. */
export type UnusedColumn = { readonly column: number; readonly heading: string; readonly why: 'unknown' | 'twice' | 'consent' };

/** What the heading row tells. Rows after `row` are the people. */
export type Headings = {
  /** row number in the sheet */
  readonly row: number;
  readonly recognised: readonly RecognisedColumn[];
  readonly unrecognised: readonly UnusedColumn[];
  readonly missing: readonly RosterField[];
  readonly mapping: RosterMapping;
};

/** Rows looked at for the headings; titles and notes may stand above them. */
export const HEADING_ROWS = 10;
/** Without these no row can become a person. */
export const REQUIRED_FIELDS: readonly RosterField[] = ['name', 'idNumber'];
/** A part of a heading counts when it is at least this share of it. */
const LEAST_SHARE = 0.34;

/** Characters of a cell that are looked at: no heading is longer, and patterns stay quick on what is none. */
const MOST_CHARS = 100;

const plain = (text: string): string => halfWidth(withoutInvisible(text.slice(0, MOST_CHARS))).trim();

/** A heading without notes in brackets, marks and blanks, in lower case; the brackets' content when nothing else is left. */
export function tidyHeading(text: string): string {
  const tidy = plain(text).toLowerCase().replace(headingNoise, '');
  return tidy === '' ? plain(text).toLowerCase().replace(/[\s()[\]{}*:]/g, '') : tidy;
}

type Name = { readonly field: RosterField; readonly name: string; readonly tidy: string };
const NAMES: readonly Name[] = (Object.keys(headingNames) as RosterField[]).flatMap((field) =>
  headingNames[field].map((name) => ({ field, name, tidy: tidyHeading(name) })),
);
const EXACT = new Map(NAMES.map(({ name, field }) => [name, field]));
const NORMALISED = new Map(NAMES.map(({ tidy, field }) => [tidy, field]));
const PARTS = NAMES.filter(({ name, tidy }) => tidy.length >= 2 && !wholeHeadings.has(name) && !/^[\x20-\x7e]+$/.test(name)).sort(
  (a, b) => b.tidy.length - a.tidy.length,
);

const isMarked = (tidy: string, marks: readonly string[]): boolean => marks.some((mark) => tidy.includes(mark));

type Guess = { readonly field: RosterField; readonly confidence: number; readonly how: RecognisedColumn['how'] };

/** What one heading means by itself. */
function guess(heading: string): Guess | 'consent' | null {
  const exact = EXACT.get(plain(heading).toLowerCase());
  if (exact) return { field: exact, confidence: 1, how: 'exact' };
  const tidy = tidyHeading(heading);
  const normalised = NORMALISED.get(tidy);
  if (normalised) return { field: normalised, confidence: 0.95, how: 'normalised' };
  if (isMarked(tidy, consentHeadingMarks)) return 'consent';
  if (isMarked(tidy, foreignHeadingMarks)) return null;
  const part = PARTS.find((name) => tidy.includes(name.tidy) && name.tidy.length / tidy.length >= LEAST_SHARE);
  if (!part) return null;
  return { field: part.field, confidence: Math.round(50 + (40 * part.tidy.length) / tidy.length) / 100, how: 'contains' };
}

/** Each field to the column that names it best, each heading used once; the first column wins among equals. */
function assign(headings: readonly { readonly column: number; readonly heading: string }[]): Pick<Headings, 'recognised' | 'unrecognised'> {
  const guesses = headings.map((h) => ({ ...h, guess: guess(h.heading) }));
  const recognised: RecognisedColumn[] = [];
  const unrecognised: UnusedColumn[] = [];
  const taken = new Set<RosterField>();
  const sure = (g: (typeof guesses)[number]): number => (g.guess === null || g.guess === 'consent' ? 0 : g.guess.confidence);
  for (const { column, heading, guess: found } of guesses.toSorted((a, b) => sure(b) - sure(a) || a.column - b.column)) {
    if (found === null || found === 'consent') unrecognised.push({ column, heading, why: found ?? 'unknown' });
    else if (taken.has(found.field)) unrecognised.push({ column, heading, why: 'twice' });
    else {
      taken.add(found.field);
      recognised.push({ ...found, column, heading });
    }
  }
  const byColumn = (a: { column: number }, b: { column: number }): number => a.column - b.column;
  return { recognised: recognised.sort(byColumn), unrecognised: unrecognised.sort(byColumn) };
}

/** The headings of a row; where two rows form the heading, an empty cell takes the text above, an unknown one adds to it. */
function headingsOf(row: SheetRow, above: SheetRow | undefined): { column: number; heading: string }[] {
  const upper = above !== undefined && above.row === row.row - 1 && above.cells.filter((c) => c.text !== '').length > 1 ? above.cells : [];
  const width = Math.max(row.cells.length, upper.length);
  const found: { column: number; heading: string }[] = [];
  for (let column = 0; column < width; column++) {
    const own = row.cells[column]?.text ?? '';
    const over = upper[column]?.text ?? '';
    const joined = own !== '' && over !== '' && guess(own) === null && guess(over + own) !== null ? over + own : own || over;
    const heading = plain(joined).slice(0, 60);
    if (heading !== '') found.push({ column, heading });
  }
  return found;
}

/**
 * Finds the heading row among the first rows of a sheet and what its columns are, whatever their order and wording.
 * @param rows the first rows with something in them (more than {@link HEADING_ROWS} are not looked at)
 * @returns null when no row names at least two fields, a name or an ID number among them
 */
export function recogniseHeadings(rows: readonly SheetRow[]): Headings | null {
  let best: (Pick<Headings, 'row' | 'recognised' | 'unrecognised'> & { score: number }) | null = null;
  const first = rows.slice(0, HEADING_ROWS);
  for (const [i, row] of first.entries()) {
    const { recognised, unrecognised } = assign(headingsOf(row, first[i - 1]));
    const required = recognised.filter((r) => REQUIRED_FIELDS.includes(r.field)).length;
    if (recognised.length < 2 || required === 0) continue;
    // people's own data may look like a part of a heading, so only whole names say that this is the heading row
    const score = recognised.reduce((sum, r) => sum + (r.how === 'contains' ? r.confidence / 4 : r.confidence), required);
    if (best === null || score > best.score) best = { row: row.row, recognised, unrecognised, score };
  }
  if (best === null) return null;
  const mapping = Object.fromEntries(best.recognised.map((r) => [r.field, r.column])) as RosterMapping;
  const missing = REQUIRED_FIELDS.filter((field) => mapping[field] === undefined);
  return { row: best.row, recognised: best.recognised, unrecognised: best.unrecognised, missing, mapping };
}
