import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { LOOKUPS } from '../../tools/check-tidy.migrations.ts';
import { statementFaults, statementsIn } from '../../tools/check-sql.ts';
import { allStatements, asText, STATEMENTS } from '../../tools/print-sql.ts';

/** Statements that have a reason to leave a rule. */
const REASONED: ReadonlyMap<string, string> = new Map([
  ['src/engines/org/memberships.sql.ts moveMemberships makes ids in the database', 'a merger moves any number of members in one statement'],
]);

test('statements that forget the tenant or read the database’s clock are found', () => {
  const faults = (sql: string): string => statementsIn('a.sql.ts', `export const q = (tx) => sql\`${sql}\`.execute(rows(tx));`).flatMap((s) => statementFaults(s, new Set(LOOKUPS.keys()))).join();
  assert.match(faults('select id from person where id = 1'), /does not say federation_id/);
  assert.match(faults('update person set name = 1 where id = 2'), /does not say federation_id/);
  assert.match(faults('select id from person where federation_id = 1 and at < now()'), /clock/);
  assert.match(faults('with recursive t as (select 1) select * from t where federation_id = 1'), /recursive/);
  assert.equal(faults('select id from person where federation_id = $1'), '');
  assert.equal(faults('select gate from sign_in_gate where gate = $1'), '');
});

test('every statement says its tenant and leaves time and ids to the application', async () => {
  const statements = await allStatements();
  assert.ok(statements.length >= 250, `only ${statements.length} statements were seen`);
  const lookups = new Set(LOOKUPS.keys());
  // The platform's own books (migrations, queue, backup) belong to no tenant.
  const faults = statements.filter(({ where }) => !where.startsWith('src/platform/')).flatMap((statement) => statementFaults(statement, lookups)).filter((fault) => !REASONED.has(fault));
  assert.deepEqual(faults, []);
});

test('db/statements.sql shows the statements as they are (npm run tool tools/print-sql.ts)', async () => {
  const committed = await readFile(STATEMENTS, 'utf8').catch(() => '');
  const now = asText(await allStatements());
  const lines = new Set(committed.split('\n'));
  const news = now.split('\n').filter((line) => !lines.has(line)).map((line) => line.slice(0, 200));
  assert.ok(committed === now, `the file is out of date, ${news.length} lines are new: ${news.slice(0, 4).join(' … ')}`);
});
