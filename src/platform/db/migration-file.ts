import { createHash } from 'node:crypto';

export const PHASES = ['tables', 'distribution', 'foreign keys'] as const;
export type Phase = (typeof PHASES)[number];

/** One file of db/migrations, cut at its `-- phase:` markers. */
export type MigrationFile = {
  readonly name: string;
  /** SHA-256 of the whole text, hexadecimal */
  readonly hash: string;
  readonly phases: Readonly<Partial<Record<Phase, Section>>>;
};

/** The SQL of one phase. `line` is where it starts in the file; `whole` says that it runs in one transaction. */
export type Section = { readonly text: string; readonly line: number; readonly whole: boolean };

const isPhase = (name: string): name is Phase => (PHASES as readonly string[]).includes(name);

/**
 * Reads a migration. Before the first marker only comments may stand.
 * `-- transaction: none` below a marker runs that phase's statements one by one (CREATE INDEX CONCURRENTLY).
 * @throws when a marker is unknown or stands twice, or the file has none
 */
export function readMigration(name: string, text: string): MigrationFile {
  const lines = text.split('\n');
  const marks = lines.flatMap((line, at) => {
    const mark = /^--\s*phase:\s*(.+?)\s*$/.exec(line);
    return mark?.[1] === undefined ? [] : [{ at, phase: mark[1] }];
  });
  const first = marks[0];
  if (!first) throw new Error(`${name}: has no "-- phase: …" marker`);
  if (lines.slice(0, first.at).some((line) => line.trim() !== '' && !line.startsWith('--'))) {
    throw new Error(`${name}: only comments may stand before the first phase marker`);
  }
  const phases: Partial<Record<Phase, Section>> = {};
  for (const [i, { at, phase }] of marks.entries()) {
    if (!isPhase(phase)) throw new Error(`${name}:${at + 1}: there is no phase "${phase}", only ${PHASES.join(', ')}`);
    if (phases[phase]) throw new Error(`${name}:${at + 1}: phase "${phase}" stands twice`);
    const body = lines.slice(at + 1, marks[i + 1]?.at);
    phases[phase] = { text: body.join('\n'), line: at + 2, whole: !body.some((line) => /^--\s*transaction:\s*none\s*$/.test(line)) };
  }
  return { name, hash: createHash('sha256').update(text).digest('hex'), phases };
}

/** What may hide a semicolon: strings, quoted names, dollar quotes, comments. */
const HIDING = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Cuts SQL into statements at the semicolons that end them; comments between them are dropped. */
export function statementsOf(text: string): string[] {
  const masked = text.replace(HIDING, (hidden) => (/^(--|\/\*)/.test(hidden) ? ' ' : 'x').repeat(hidden.length));
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at <= masked.length; at++) {
    if (at < masked.length && masked[at] !== ';') continue;
    if (masked.slice(from, at).trim() !== '') found.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return found;
}
