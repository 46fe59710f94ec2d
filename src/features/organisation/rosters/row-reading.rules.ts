import type { Cell } from '#shared/sheet-cell';
import { readDate } from '#shared/date-reading';
import type { LegalDate } from '#shared/dates';
import { bareCode, halfWidth, oneLine } from '#shared/text';
import type { Slots, Word } from '#shared/words';
import { readChoice } from './choices.rules.ts';
import type { Choice } from './choices.words.ts';
import type { RosterField } from './columns.words.ts';
import { noDateMarks } from './columns.words.ts';
import type { RosterMapping } from './headings.rules.ts';
import { words } from './rosters.words.ts';

/** A sentence about one field of a row. */
export type RowNote = { readonly field: RosterField; readonly why: Word; readonly slots?: Slots };

/** Longest texts that are taken, in characters. */
const MOST: Partial<Record<RosterField, number>> = { email: 254, unitName: 120, unionName: 120, department: 60, job: 60, professionalTitle: 60 };
const MOST_USUAL = 40;
/** No field is longer; a longer cell is not even read, so that no pattern has to run over it. */
const MOST_OF_ALL = 300;

/** The cells of one row by field, with the notes that reading them leaves behind. */
export class RowReading {
  readonly problems: RowNote[] = [];
  readonly warnings: RowNote[] = [];
  readonly #cells: readonly Cell[];
  readonly #mapping: RosterMapping;

  constructor(cells: readonly Cell[], mapping: RosterMapping) {
    this.#cells = cells;
    this.#mapping = mapping;
  }

  cell(field: RosterField): Cell | undefined {
    const column = this.#mapping[field];
    return column === undefined ? undefined : this.#cells[column];
  }

  refuse(field: RosterField, why: Word, slots?: Slots): void {
    this.problems.push(slots === undefined ? { field, why } : { field, why, slots });
  }

  warn(field: RosterField, why: Word, slots?: Slots): void {
    this.warnings.push(slots === undefined ? { field, why } : { field, why, slots });
  }

  /** The text of a field, `''` when there is none; formulas and formula errors leave their note. */
  text(field: RosterField): string {
    const cell = this.cell(field);
    if (cell === undefined || cell.kind === 'empty') return '';
    if (cell.kind === 'error') {
      this.refuse(field, words.cellError, { text: cell.text.slice(0, 20) });
      return '';
    }
    if (cell.text.length > MOST_OF_ALL) {
      this.refuse(field, words.tooLong, { most: MOST[field] ?? MOST_USUAL, count: cell.text.length });
      return '';
    }
    const text = halfWidth(cell.text).trim();
    if (cell.formula) {
      if (text === '') this.warn(field, words.formulaEmpty);
      else this.warn(field, words.formulaUsed, { text: shown(text) });
    }
    return text;
  }

  /** One line of free text within its length. */
  line(field: RosterField): string {
    const text = oneLine(this.text(field)).replace(/^['\u2018`]+/, '');
    const most = MOST[field] ?? MOST_USUAL;
    if (text.length <= most) return text;
    this.refuse(field, words.tooLong, { most, count: text.length });
    return '';
  }

  /** A code without blanks inside (staff number, union code, card number). */
  code(field: RosterField): string {
    const text = this.text(field);
    if (text !== '' && this.cell(field)?.lostDigits) {
      this.warn(field, words.numberDropped, { text: shown(text) });
      return '';
    }
    const code = bareCode(text);
    if (code.length <= MOST_USUAL) return code;
    this.refuse(field, words.tooLong, { most: MOST_USUAL, count: code.length });
    return '';
  }

  /** The code of a choice; `''` for an empty cell, for "none" and, with a warning, for what is not known. */
  choice<C extends string>(field: RosterField, list: readonly Choice<C>[]): Exclude<C, 'none'> | '' {
    const text = this.text(field);
    if (text === '') return '';
    const found = readChoice(list, text);
    if (found !== undefined) return found === 'none' ? '' : (found as Exclude<C, 'none'>);
    this.warn(field, words.choiceUnknown, { text: shown(text) });
    return '';
  }

  /** A date, null when there is none; one that cannot be is a problem. */
  date(field: RosterField, bounds: { notBefore?: LegalDate; notAfter?: LegalDate } = {}): LegalDate | null {
    const text = this.text(field);
    if (text === '' || (noDateMarks as readonly string[]).includes(text)) return null;
    const date = readDate(text, bounds);
    if (date.ok) return date.date;
    this.refuse(field, date.why, date.slots);
    return null;
  }
}

/** What is shown of a cell inside a sentence. */
export const shown = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
