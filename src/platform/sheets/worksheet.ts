import { Refused } from '#shared/errors';
import type { Archive } from './archive.ts';
import { damaged } from './archive.ts';
import type { Cell, SheetRow } from '#shared/sheet-cell';
import { columnLetters, columnOf, EMPTY, ownText, textCell } from './cell.ts';
import type { SheetLimits } from './limits.ts';
import type { NumberLook } from './number-format.ts';
import { lookOf, numberCell } from './number-format.ts';
import type { SharedStrings } from './shared-strings.ts';
import { words } from './sheets.words.ts';
import type { XmlReader } from './xml.ts';
import { readXml } from './xml.ts';
import { unescapeText } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: SharedStrings;
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
  readonly limits: SheetLimits;
};

const PLAIN = lookOf(0, undefined);

/** Rows of one worksheet part, in file order, as soon as each is complete. */
export async function* readWorksheet(archive: Archive, part: string, context: SheetContext): AsyncGenerator<SheetRow> {
  const reader = new RowReader(context);
  for await (const _ of readXml(archive.open(part), reader, context.limits)) {
    if (reader.ready.length === 0) continue;
    const rows = reader.ready;
    reader.ready = [];
    yield* rows;
  }
}

/** Gathers the cells of `<sheetData>` into rows while the XML goes by. */
class RowReader implements XmlReader {
  ready: SheetRow[] = [];
  readonly #context: SheetContext;
  readonly #limits: SheetLimits;
  #inData = false;
  #rowsSeen = 0;
  #rowsFilled = 0;
  #row = 0;
  #cells: Cell[] | null = null;
  #column = -1;
  #inCell = false;
  #type = '';
  #style = 0;
  #formula = false;
  #value = '';
  #hasValue = false;
  #listening = false;
  #inReading = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#limits = context.limits;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (!this.#inData) {
      this.#inData = name === 'sheetData';
    } else if (this.#inCell) {
      this.#openInCell(name);
    } else if (name === 'c') {
      this.#openCell(attributes);
    } else if (name === 'row') {
      this.#openRow(attributes.r);
    }
  }

  text(text: string): void {
    if (!this.#listening) return;
    this.#value += text;
    if (this.#value.length > this.#limits.cellChars) {
      throw new Refused(words.cellTooLong, {
        status: 400,
        slots: { cell: `${columnLetters(this.#column)}${this.#row}`, most: this.#limits.cellChars },
      });
    }
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (this.#inCell) {
      if (name === 'v' || name === 't') this.#listening = false;
      else if (name === 'rPh') this.#inReading -= 1;
      else if (name === 'c') this.#closeCell();
    } else if (name === 'row') {
      this.#closeRow();
    } else if (name === 'sheetData') {
      this.#inData = false;
    }
  }

  #openRow(reference: string | undefined): void {
    this.#rowsSeen += 1;
    const declared = reference === undefined ? 0 : Number(reference);
    this.#row = Number.isInteger(declared) && declared > this.#row ? declared : this.#row + 1;
    if (this.#rowsSeen > this.#limits.rowsWithEmpty || this.#row > this.#limits.rowsWithEmpty) {
      throw new Refused(words.tooManyEmptyRows, { status: 413, slots: { most: this.#limits.rowsWithEmpty } });
    }
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    if (this.#cells === null) throw damaged();
    const column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    if (column < 0) throw damaged();
    this.#column = column;
    this.#inCell = true;
    this.#type = attributes.t ?? 'n';
    this.#style = attributes.s === undefined ? 0 : Number(attributes.s);
    this.#formula = false;
    this.#value = '';
    this.#hasValue = false;
  }

  #openInCell(name: string): void {
    if (name === 'v') {
      this.#value = '';
      this.#listening = this.#hasValue = true;
    } else if (name === 't') {
      this.#listening = this.#inReading === 0;
      this.#hasValue = true;
    } else if (name === 'f') {
      this.#formula = true;
    } else if (name === 'rPh') {
      this.#inReading += 1;
    }
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#listening = false;
    this.#inReading = 0;
    if (!this.#hasValue && !this.#formula) return;
    const cell = this.#cellOf(this.#value);
    if (cell === EMPTY) return;
    if (this.#column >= this.#limits.columns) {
      throw new Refused(words.tooManyColumns, { status: 413, slots: { row: this.#row, most: this.#limits.columns } });
    }
    const cells = this.#cells as Cell[];
    while (cells.length < this.#column) cells.push(EMPTY);
    cells[this.#column] = cell;
  }

  /** Cell types: ECMA-376 part 1, 18.18.11 (ST_CellType). */
  #cellOf(value: string): Cell {
    const formula = this.#formula;
    switch (this.#type) {
      case 's':
        return textCell(this.#context.strings.at(value === '' ? -1 : Number(value)), formula);
      case 'inlineStr':
      case 'str':
        return textCell(ownText(unescapeText(value)), formula);
      case 'b':
        return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE', raw: value, ...(formula ? { formula: true } : {}) };
      case 'e':
        return { kind: 'error', text: ownText(value), raw: ownText(value), ...(formula ? { formula: true } : {}) };
      case 'd':
        return { kind: 'date', text: isoDate(value), raw: ownText(value), ...(formula ? { formula: true } : {}) };
      default:
        if (value === '') return textCell('', formula);
        return numberCell(value, this.#context.looks[this.#style] ?? PLAIN, this.#context.from1904, formula);
    }
  }

  #closeRow(): void {
    const cells = this.#cells;
    this.#cells = null;
    if (cells === null || cells.length === 0) return;
    this.#rowsFilled += 1;
    if (this.#rowsFilled > this.#limits.rows) {
      throw new Refused(words.tooManyRows, { status: 413, slots: { most: this.#limits.rows } });
    }
    this.ready.push({ row: this.#row, cells });
  }
}

/** An ISO 8601 cell (`2024-05-01T00:00:00Z`) in the form of the other dates. */
function isoDate(value: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value) ?? [];
  if (day === undefined) return ownText(value);
  return time === undefined || time === '00:00:00' ? day : `${day} ${time}`;
}
