import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { migrate } from '#platform/db';
import { emptyDatabase } from '#test/database';
import { readMigration, statementsOf } from './migration-file.ts';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-migrations-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const TEAM = '-- Why: a test.\n-- phase: tables\nCREATE TABLE team (id int PRIMARY KEY, boss int);\n-- phase: foreign keys\nALTER TABLE team ADD FOREIGN KEY (boss) REFERENCES boss (id);\n';
const BOSS = '-- Why: a test.\n-- phase: tables\nCREATE TABLE boss (id int PRIMARY KEY);\n';

test('files that are not written like migrations are refused, with name and line', () => {
  assert.throws(() => readMigration('0001_a.sql', 'CREATE TABLE a ();'), /no "-- phase/);
  assert.throws(() => readMigration('0001_a.sql', 'SELECT 1;\n-- phase: tables\n'), /only comments/);
  assert.throws(() => readMigration('0001_a.sql', '-- phase: tables\n-- phase: views\n'), /0001_a\.sql:2: there is no phase "views"/);
  assert.throws(() => readMigration('0001_a.sql', '-- phase: tables\n-- phase: tables\n'), /stands twice/);
});

test('statements are cut at the semicolons that end them', () => {
  const text = `-- a; comment\nCREATE TABLE a (t text DEFAULT 'x;y''z;'); /* ; */ SELECT $$ a; b $$, $q$ ; $q$, "odd;name"; ;\n`;
  assert.deepEqual(statementsOf(text).map((s) => s.replace(/^-- a; comment\n/, '')), [
    "CREATE TABLE a (t text DEFAULT 'x;y''z;')",
    '/* ; */ SELECT $$ a; b $$, $q$ ; $q$, "odd;name"',
  ]);
});

test('badly named and doubly numbered files are refused', async () => {
  const database = await emptyDatabase();
  await assert.rejects(migrate(database, { folder: folderOf({ 'org.sql': BOSS }) }), /are called like/);
  await assert.rejects(migrate(database, { folder: folderOf({ '0001_a.sql': BOSS, '0001_b.sql': TEAM }) }), /number is taken/);
});

test('all tables come before any key between them; a second run has nothing to do', async () => {
  const database = await emptyDatabase();
  const folder = folderOf({ '0001_team.sql': TEAM, '0002_boss.sql': BOSS });
  assert.deepEqual(await migrate(database, { folder }), ['0001_team.sql', '0002_boss.sql']);
  assert.deepEqual(await migrate(database, { folder }), []);
  await assert.rejects(database.pool.query('INSERT INTO team VALUES (1, 1)'), /foreign key/);
});

test('a file that changed or vanished after it was applied is refused', async () => {
  const database = await emptyDatabase();
  await migrate(database, { folder: folderOf({ '0001_boss.sql': BOSS }) });
  await assert.rejects(migrate(database, { folder: folderOf({ '0001_boss.sql': `${BOSS}-- more` }) }), /was changed after/);
  await assert.rejects(migrate(database, { folder: folderOf({ '0002_other.sql': TEAM }) }), /does not know/);
});

test('a failing file says its line, leaves nothing of itself and can be mended', async () => {
  const database = await emptyDatabase();
  const bad = `${BOSS}CREATE TABLE wrong (\n  id integr\n);\n`;
  await assert.rejects(migrate(database, { folder: folderOf({ '0001_boss.sql': bad }) }), /0001_boss\.sql:5: type "integr" does not exist/);
  assert.equal((await database.pool.query("SELECT FROM pg_class WHERE relname = 'boss'")).rowCount, 0);
  assert.deepEqual(await migrate(database, { folder: folderOf({ '0001_boss.sql': BOSS }) }), ['0001_boss.sql']);
});

test('a phase may run outside a transaction', async () => {
  const database = await emptyDatabase();
  const index = '-- Why: a test.\n-- phase: tables\n-- transaction: none\nCREATE INDEX CONCURRENTLY boss_id ON boss (id);\nCREATE INDEX CONCURRENTLY boss_id2 ON boss (id, id);\n';
  await migrate(database, { folder: folderOf({ '0001_boss.sql': BOSS, '0002_index.sql': index }) });
  assert.equal((await database.pool.query("SELECT FROM pg_indexes WHERE tablename = 'boss'")).rowCount, 3);
});

test('distribution is left out without Citus and noted as not run', async () => {
  const database = await emptyDatabase();
  const spread = `${BOSS}-- phase: distribution\nSELECT create_distributed_table('boss', 'id');\n`;
  await migrate(database, { folder: folderOf({ '0001_boss.sql': spread }) });
  const { rows } = await database.pool.query("SELECT phase, ran FROM schema_migration ORDER BY phase");
  assert.deepEqual(rows, [{ phase: 'distribution', ran: false }, { phase: 'foreign keys', ran: false }, { phase: 'tables', ran: true }]);
});

test('several processes may migrate at once', async () => {
  const database = await emptyDatabase();
  const folder = folderOf({ '0001_team.sql': TEAM, '0002_boss.sql': BOSS });
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database, { folder })));
  assert.deepEqual(applied.flat().sort(), ['0001_team.sql', '0002_boss.sql']);
});
