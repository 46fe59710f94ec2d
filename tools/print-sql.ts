/**
 * Writes db/statements.sql: every statement of every `*.sql.ts`, so that a change of SQL is seen in a review.
 * `npm run tool tools/print-sql.ts`; test/house/sql.test.ts fails while the file is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, HOUSE } from './check-run.ts';
import { type Statement, statementsIn } from './check-sql.ts';

export const STATEMENTS = join(HOUSE, 'db/statements.sql');

/** All statements of the house, by file. */
export async function allStatements(): Promise<Statement[]> {
  const files = (await filesBelow('src')).filter((file) => file.endsWith('.sql.ts'));
  const each = await Promise.all(files.map(async (file) => statementsIn(file, await readFile(join(HOUSE, file), 'utf8'))));
  return each.flat();
}

/** The statements as the text of the file. */
export const asText = (statements: readonly Statement[]): string =>
  ['-- Written by tools/print-sql.ts from the *.sql.ts files: `$` is a value, `{…}` a piece of SQL made elsewhere. Read it; change the files instead.', ...statements.map(({ where, text }) => `\n-- ${where}\n${text};`), ''].join('\n');

if (import.meta.main) {
  const statements = await allStatements();
  await writeFile(STATEMENTS, asText(statements));
  process.stdout.write(`${statements.length} statements written to db/statements.sql\n`);
}
