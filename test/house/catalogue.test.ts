import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { freshDatabase } from '#test/database';
import { readSchema, schemaAsSql, schemaAsTypes } from '../../src/platform/db/schema-dump.ts';
import { LOOKUPS } from '../../tools/check-tidy.migrations.ts';

const database = await freshDatabase();

/** The runner's own book, and the queue's tables, which stay on one node. */
const OWN_BOOKS = new Set(['schema_migration']);

type Key = { readonly table: string; readonly name: string; readonly kind: string; readonly columns: string[]; readonly target: string | null };
const KEYS = `
  SELECT c.relname AS "table", i.relname AS name, CASE WHEN x.indisprimary THEN 'primary' ELSE 'unique' END AS kind, NULL::name AS target,
         ARRAY(SELECT coalesce(a.attname, '(expression)')::text FROM unnest(x.indkey::smallint[]) WITH ORDINALITY k(attnum, n)
               LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum AND k.attnum > 0 ORDER BY k.n) AS columns
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid AND NOT c.relispartition
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE x.indisunique
  UNION ALL
  SELECT c.relname, o.conname, 'foreign', r.relname,
         ARRAY(SELECT a.attname::text FROM unnest(o.conkey) WITH ORDINALITY k(attnum, n) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum ORDER BY k.n)
  FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid AND NOT c.relispartition JOIN pg_class r ON r.oid = o.confrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE o.contype = 'f'`;

test('federation_id stands first in every key; look-ups begin with what they are found by', async () => {
  const keys = (await database.pool.query<Key>(KEYS)).rows.filter((key) => !OWN_BOOKS.has(key.table));
  assert.ok(keys.length >= 80, `only ${keys.length} keys were seen`);
  const wrong = keys.filter((key) => key.columns[0] !== (LOOKUPS.get(key.table) ?? 'federation_id'));
  assert.deepEqual(wrong.map((key) => `${key.table}: ${key.kind} key ${key.name} (${key.columns.join(', ')})`), []);
});

test('every table has a primary key, and every one but the look-ups a tenant that is never empty', async () => {
  const tables = (await database.pool.query<{ table: string; keyed: boolean; tenant: boolean }>(`
    SELECT c.relname AS "table", EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisprimary) AS keyed,
           EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'federation_id' AND a.attnotnull AND NOT a.attisdropped) AS tenant
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition`)).rows;
  assert.ok(tables.length >= 40, `only ${tables.length} tables were seen`);
  assert.deepEqual(tables.filter((t) => !t.keyed).map((t) => `${t.table} has no primary key`), []);
  assert.deepEqual(tables.filter((t) => !t.tenant && !LOOKUPS.has(t.table) && !OWN_BOOKS.has(t.table)).map((t) => `${t.table} has no federation_id`), []);
});

test('the database does nothing behind our back: no triggers, identities, clocks, cascades', async () => {
  const found = (await database.pool.query<{ what: string }>(`
    SELECT 'trigger ' || t.tgname AS what FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE NOT t.tgisinternal
    UNION ALL SELECT 'identity ' || c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' WHERE a.attidentity <> '' AND a.attnum > 0
    UNION ALL SELECT 'default of ' || c.relname || '.' || a.attname FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum WHERE a.attgenerated = '' AND pg_get_expr(d.adbin, d.adrelid) ~* 'now\\(|current_|clock_|nextval|uuid_|_uuid\\(|random'
    UNION ALL SELECT 'cascade ' || o.conname FROM pg_constraint o JOIN pg_namespace n ON n.oid = o.connamespace AND n.nspname = 'public' WHERE o.contype = 'f' AND (o.confdeltype NOT IN ('a', 'r') OR o.confupdtype NOT IN ('a', 'r'))`)).rows;
  assert.deepEqual(found.map((row) => row.what), []);
});

test('times carry their zone and money is whole fen', async () => {
  const found = (await database.pool.query<{ what: string }>(`
    SELECT c.relname || '.' || a.attname || ' is ' || format_type(a.atttypid, a.atttypmod) AS what
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    WHERE a.attnum > 0 AND NOT a.attisdropped AND (a.atttypid IN ('timestamp'::regtype, 'timetz'::regtype, 'money'::regtype, 'float4'::regtype, 'float8'::regtype, 'json'::regtype) OR (a.attname LIKE '%\\_fen' AND a.atttypid NOT IN ('int8'::regtype, 'int4'::regtype, '_int8'::regtype)))`)).rows;
  assert.deepEqual(found.map((row) => row.what), []);
});

test('db/schema.sql and tables.ts say what the migrations say (npm run tool tools/dump-schema.ts)', async () => {
  const client = await database.pool.connect();
  const schema = await readSchema(client).finally(() => client.release());
  const committed = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  assert.equal(await committed('db/schema.sql'), schemaAsSql(schema));
  assert.equal(await committed('src/platform/db/tables.ts'), schemaAsTypes(schema));
});
