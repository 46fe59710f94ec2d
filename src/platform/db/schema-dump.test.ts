import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import type { Database } from '#platform/db';
import { emptyDatabase, freshDatabase } from '#test/database';
import { readSchema, schemaAsSql, schemaAsTypes } from './schema-dump.ts';

const read = async (database: Database) => {
  const client = await database.pool.connect();
  return readSchema(client).finally(() => client.release());
};
const house = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('the committed dump and types say what the migrations say', async () => {
  const schema = await read(await freshDatabase());
  assert.ok(schema.columns.length > 100, 'the dump looked at too few columns');
  assert.equal(await house('db/schema.sql'), schemaAsSql(schema), 'run: npm run tool tools/dump-schema.ts');
  assert.equal(await house('src/platform/db/tables.ts'), schemaAsTypes(schema), 'run: npm run tool tools/dump-schema.ts');
});

test('the dump makes the same schema on an empty database', async () => {
  const database = await emptyDatabase();
  await database.pool.query(await house('db/schema.sql'));
  assert.equal(schemaAsSql(await read(database)), await house('db/schema.sql'));
});

test('a type nobody thought of is refused by its column', async () => {
  const database = await emptyDatabase();
  await database.pool.query('CREATE TABLE odd (at point)');
  const schema = await read(database);
  assert.throws(() => schemaAsTypes(schema), /odd\.at: no TypeScript type/);
});
