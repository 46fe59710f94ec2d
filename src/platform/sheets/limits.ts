/**
 * What a spreadsheet may cost us before it is refused. Every count is a largest allowed value.
 * A caller narrows them for its own trade (`readSheet(file, { rows: 5_000 })`).
 */
export type SheetLimits = {
  /** bytes of the file as it was uploaded */
  readonly fileBytes: number;
  /** bytes of all opened parts of an .xlsx together, unpacked */
  readonly unpackedBytes: number;
  /** unpacked : packed of one part, looked at only above {@link SheetLimits.ratioFromBytes} */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** files inside the .xlsx */
  readonly entries: number;
  /** rows with at least one filled cell */
  readonly rows: number;
  /** rows of any kind, empty ones too: what the trade's programs can hold (2^20) */
  readonly rowsWithEmpty: number;
  readonly columns: number;
  readonly cellChars: number;
  /** bytes (UTF-8) of the shared strings of an .xlsx; they stay in memory while the sheet is read */
  readonly sharedTextBytes: number;
  /** characters of one piece of markup without an end (a tag, a comment, a text) */
  readonly tokenChars: number;
  /** elements inside elements */
  readonly depth: number;
  /** characters of one line of a .csv */
  readonly lineChars: number;
};

const MB = 1024 * 1024;

/** What a sheet of 100,000 people with 25 columns needs, several times over. */
export const USUAL_LIMITS: SheetLimits = {
  fileBytes: 50 * MB,
  unpackedBytes: 600 * MB,
  ratio: 250,
  ratioFromBytes: 16 * MB,
  entries: 2_000,
  rows: 300_000,
  rowsWithEmpty: 1_048_576,
  columns: 200,
  cellChars: 32_767,
  sharedTextBytes: 96 * MB,
  tokenChars: 1_000_000,
  depth: 64,
  lineChars: 2_000_000,
};

/** Bytes as whole megabytes for a sentence. */
export const megabytes = (bytes: number): number => Math.max(1, Math.round(bytes / MB));
