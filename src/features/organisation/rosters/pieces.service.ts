/** How rows of a sheet lie in the database until they are erased: a thousand at a time, packed, sealed as one. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cell, CellKind, SheetRow } from '#shared/sheet-cell';
import { secrets } from '#platform/secrets';

/** Rows in one piece of a sheet; also how many one step of the work takes. */
export const PIECE_ROWS = 1_000;
/** A piece may unpack to this many bytes and no more. */
const MOST_BYTES = 256 * 1024 * 1024;

const KINDS: readonly CellKind[] = ['empty', 'text', 'number', 'date', 'boolean', 'error'];
const NO_CELL: Cell = { kind: 'empty', text: '', raw: '' };

type Packed = string | readonly [kind: number, text: string, raw: string, marks: number];

function packCell(cell: Cell): Packed {
  if (cell.kind === 'empty' && !cell.formula) return '';
  if (cell.kind === 'text' && cell.text === cell.raw && !cell.formula) return cell.text;
  return [KINDS.indexOf(cell.kind), cell.text, cell.raw === cell.text ? '' : cell.raw, (cell.formula ? 1 : 0) + (cell.lostDigits ? 2 : 0)];
}

function unpackCell(packed: Packed): Cell {
  if (packed === '') return NO_CELL;
  if (typeof packed === 'string') return { kind: 'text', text: packed, raw: packed };
  const [kind, text, raw, marks] = packed;
  return { kind: KINDS[kind] ?? 'text', text, raw: raw || text, ...(marks & 1 ? { formula: true } : {}), ...(marks & 2 ? { lostDigits: true } : {}) };
}

/** A value as sealed bytes, packed before it is sealed. */
export const sealPacked = (value: unknown): Buffer => secrets.seal(deflateRawSync(JSON.stringify(value), { level: 1 }).toString('base64'));

/** What {@link sealPacked} sealed. */
export const openPacked = (sealed: Buffer): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(secrets.open(sealed), 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));

/** Rows of a sheet as one sealed piece. @param blank columns that must not be kept */
export function sealRows(rows: readonly SheetRow[], blank: ReadonlySet<number>): Buffer {
  return sealPacked(rows.map(({ row, cells }) => [row, ...cells.map((cell, column) => (blank.has(column) ? '' : packCell(cell)))]));
}

/** The rows of a sealed piece. */
export function openRows(sealed: Buffer): SheetRow[] {
  return (openPacked(sealed) as [number, ...Packed[]][]).map(([row, ...cells]) => ({ row, cells: cells.map(unpackCell) }));
}

const SLICE_ROWS = 50;

/** Rows a few at a time, with a {@link breath} between them. */
export function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += SLICE_ROWS) yield rows.slice(at, at + SLICE_ROWS);
}

/** Lets the connection send on: a statement of a megabyte goes out bit by bit, and waits while nothing but our own work runs. */
export const breath = (): Promise<void> => new Promise((go) => { setImmediate(go); });
