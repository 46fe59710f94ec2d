import type { Readable } from 'node:stream';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { SheetRow } from '#shared/sheet-cell';
import { safeFileName, truncate } from '#shared/text';
import { audit } from '#engines/audit';
import { loadUnion, loadUnionFor, refuseEnded, type Union } from '#engines/org';
import { readSheet, type SheetFile } from '#platform/sheets';
import { HEADING_ROWS, type Headings, recogniseHeadings } from './headings.rules.ts';
import { insertImport, type KeptHeadings } from './imports.sql.ts';
import { KEEP_DAYS } from './periods.rules.ts';
import { PIECE_ROWS, sealRows } from './pieces.service.ts';
import { words } from './rosters.words.ts';
import { insertPieces, type Piece } from './rows.sql.ts';

/** The largest sheet that is taken over the network, in bytes. */
export const MOST_BYTES = 40 * 1024 * 1024;
/** Sheets that are read at once, whatever the number of uploads: memory stays bounded. */
const AT_ONCE = 2;

/** A sheet that was read, sealed piece by piece; nothing of it is in the database yet. */
export type Intake = { readonly fileName: string; readonly rows: number; readonly headings: Headings; readonly pieces: readonly Piece[] };

const desk = { free: AT_ONCE, waiting: [] as (() => void)[] };

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (desk.free > 0) desk.free -= 1;
  else await new Promise<void>((go) => desk.waiting.push(go));
  try {
    return await work();
  } finally {
    const next = desk.waiting.shift();
    if (next) next();
    else desk.free += 1;
  }
}

/** Gathers rows into sealed pieces. */
class Sealing {
  readonly pieces: Piece[] = [];
  #held: SheetRow[] = [];
  readonly #blank: ReadonlySet<number>;
  rows = 0;

  constructor(blank: ReadonlySet<number>) {
    this.#blank = blank;
  }

  add(row: SheetRow): void {
    this.#held.push(row);
    this.rows += 1;
    if (this.#held.length === PIECE_ROWS) this.close();
  }

  close(): void {
    const first = this.#held[0];
    const last = this.#held.at(-1);
    if (!first || !last) return;
    this.pieces.push({ number: this.pieces.length, firstRow: first.row, lastRow: last.row, sealed: sealRows(this.#held, this.#blank) });
    this.#held = [];
  }
}

/** Where the rows of a sheet begin, once its first rows are known. */
function begin(first: readonly SheetRow[]): { headings: Headings; sealing: Sealing } {
  const headings = recogniseHeadings(first);
  if (headings === null) throw new Refused(words.noHeadings, { status: 400, slots: { most: HEADING_ROWS } });
  const sealing = new Sealing(new Set(headings.unrecognised.filter((u) => u.why === 'consent').map((u) => u.column)));
  for (const row of first) if (row.row > headings.row) sealing.add(row);
  return { headings, sealing };
}

/** Iterates rows; whatever the sheet has wrong is refused by the reader before anything is kept. */
async function readPieces(rows: AsyncIterable<SheetRow>, name: string): Promise<Intake> {
  const first: SheetRow[] = [];
  let begun: ReturnType<typeof begin> | null = null;
  for await (const row of rows) {
    if (begun) begun.sealing.add(row);
    else if (first.push(row) === HEADING_ROWS) begun = begin(first);
  }
  const { headings, sealing } = begun ?? begin(first);
  sealing.close();
  if (sealing.rows === 0) throw new Refused(words.nobody, { status: 400 });
  const fileName = truncate(safeFileName(name), 120);
  return { fileName, rows: sealing.rows, headings, pieces: sealing.pieces };
}

/**
 * Reads a sheet to its end and seals it, without a transaction.
 * @throws Refused with one sentence: not a sheet, damaged, a bomb, no headings, nobody in it …
 */
export const readRoster = (file: SheetFile, name: string): Promise<Intake> => inTurn(() => readPieces(readSheet(file, { rows: 300_000 }), name));

/** The same for rows that are there already (demonstration). */
export const readRosterRows = (rows: readonly SheetRow[], name: string): Promise<Intake> =>
  readPieces((async function* () { yield* rows; })(), name);

async function gather(body: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Receives an upload and reads it; see {@link readRoster}. The sheet never lies on disk in the open. */
export const receiveRoster = (body: Readable, name: string): Promise<Intake> =>
  inTurn(async () => readPieces(readSheet({ bytes: await gather(body), name }, { rows: 300_000, fileBytes: MOST_BYTES }), name));

const keptHeadings = ({ row, recognised, unrecognised }: Headings): KeptHeadings => ({ row, recognised, unrecognised });

/** Keeps a sheet that was read as an import into a union; nobody is written. */
export async function keepRoster(tx: Tx, by: Actor | null, union: Union, intake: Intake): Promise<string> {
  refuseEnded(union);
  const id = newId();
  await insertImport(tx, {
    id, unionId: union.id, fileName: intake.fileName, rows: intake.rows, headings: keptHeadings(intake.headings), mapping: intake.headings.mapping,
    createdBy: by?.personId ?? null, eraseAt: new Date(tx.now.getTime() + KEEP_DAYS * 86_400_000),
  });
  await insertPieces(tx, id, intake.pieces);
  await audit.record(tx, by ?? { system: 'import-roster' }, words.auditRead, { subject: { kind: 'rosterImport', id }, unionId: union.id, slots: { file: audit.veil(intake.fileName), rows: intake.rows, union: union.name } });
  return id;
}

/** The union a roster is meant for, if the actor may bring one there; the command line may everywhere. */
export const unionFor = (tx: Tx, by: Actor | null, unionId: string): Promise<Union> =>
  by === null ? loadUnion(tx, unionId) : loadUnionFor(tx, by, 'rosters.import', unionId);

/** Whether numbers may be shown in full. */
export const mayUnmask = (by: Actor, path: string): boolean => mayIn(by, 'rosters.unmask', path);
