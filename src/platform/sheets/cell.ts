import type { Cell } from '#shared/sheet-cell';

/** The cell that is not there. */
export const EMPTY: Cell = Object.freeze({ kind: 'empty', text: '', raw: '' });

/** A cell of text; empty text is no cell. */
export function textCell(text: string, formula: boolean): Cell {
  if (text === '' && !formula) return EMPTY;
  return formula ? { kind: 'text', text, raw: text, formula: true } : { kind: 'text', text, raw: text };
}

/** Column letters of a column counted from 0 (`0` → `A`, `26` → `AA`). */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** Column counted from 0 of a reference such as `AB12`, or -1 when it is none (more than three letters included). */
export function columnOf(reference: string): number {
  let column = 0;
  let i = 0;
  for (; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return i === 0 || i > 3 ? -1 : column - 1;
}

/**
 * A copy that does not keep the piece of the file alive which it was cut from
 * (the engine's substrings hold on to their whole source).
 */
export const ownText = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'));
