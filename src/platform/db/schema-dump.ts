import type pg from 'pg';

type Column = { table: string; name: string; type: string; kind: string; required: boolean; fallback: string | null };
type Line = { table: string; name: string; kind: string; definition: string };

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
         t.typname AS kind, pg_get_expr(d.adbin, d.adrelid) AS fallback
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attnum > 0 AND NOT a.attisdropped
  ORDER BY c.relname COLLATE "C", a.attnum`;

const CONSTRAINTS = `
  SELECT c.relname AS "table", o.conname AS name, o.contype AS kind, pg_get_constraintdef(o.oid) AS definition
  FROM pg_constraint o
  JOIN pg_class c ON c.oid = o.conrelid AND NOT c.relispartition
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  WHERE o.contype IN ('p', 'u', 'c', 'f', 'x')
  ORDER BY c.relname COLLATE "C", position(o.contype IN 'pucxf'), o.conname COLLATE "C"`;

const INDEXES = `
  SELECT c.relname AS "table", i.relname AS name, 'i' AS kind, pg_get_indexdef(x.indexrelid) AS definition
  FROM pg_index x
  JOIN pg_class i ON i.oid = x.indexrelid
  JOIN pg_class c ON c.oid = x.indrelid AND NOT c.relispartition
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  WHERE NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = x.indexrelid AND o.contype IN ('p', 'u', 'x'))
  ORDER BY c.relname COLLATE "C", i.relname COLLATE "C"`;

/** What the catalogue says about the tables of schema `public`, in an order that depends on nothing but names. */
export type Schema = { readonly columns: readonly Column[]; readonly constraints: readonly Line[]; readonly indexes: readonly Line[] };

/** Reads the catalogue of the connected database. */
export async function readSchema(client: pg.ClientBase): Promise<Schema> {
  const columns = (await client.query<Column>(COLUMNS)).rows;
  const constraints = (await client.query<Line>(CONSTRAINTS)).rows;
  const indexes = (await client.query<Line>(INDEXES)).rows;
  return { columns, constraints, indexes };
}

const tablesOf = (schema: Schema): string[] => [...new Set(schema.columns.map((column) => column.table))];
const plainIndex = (definition: string): string => definition.replace(/ ON public\./, ' ON ');

/** The schema as SQL that can be run on an empty database: tables with their keys and checks, indexes, foreign keys last. */
export function schemaAsSql(schema: Schema): string {
  const parts = ['-- Written by tools/dump-schema.ts from the migrations. Read it; change db/migrations instead.'];
  for (const table of tablesOf(schema)) {
    const columns = schema.columns.filter((c) => c.table === table);
    const wide = Math.max(...columns.map((c) => c.name.length));
    const lines = columns.map((c) => `  ${c.name.padEnd(wide)} ${c.type}${c.required ? ' NOT NULL' : ''}${c.fallback === null ? '' : ` DEFAULT ${c.fallback}`}`);
    const own = schema.constraints.filter((c) => c.table === table && c.kind !== 'f');
    lines.push(...own.map((c) => `  CONSTRAINT ${c.name} ${c.definition}`));
    const indexes = schema.indexes.filter((i) => i.table === table).map((i) => `${plainIndex(i.definition)};`);
    parts.push([`CREATE TABLE ${table} (`, `${lines.join(',\n')}`, ');', ...indexes].join('\n'));
  }
  const foreign = schema.constraints.filter((c) => c.kind === 'f').map((c) => `ALTER TABLE ${c.table} ADD CONSTRAINT ${c.name} ${c.definition};`);
  if (foreign.length > 0) parts.push(foreign.join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** How types arrive in and leave TypeScript; see the parsers in client.ts. Json goes in as text: `JSON.stringify` it. */
const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string', text: 'string', varchar: 'string', bpchar: 'string', numeric: 'string', date: 'string', time: 'string',
  inet: 'string', int2: 'number', int4: 'number', float4: 'number', float8: 'number', int8: 'bigint', bool: 'boolean',
  timestamptz: 'Date', bytea: 'Buffer', jsonb: 'Json', json: 'Json', tsvector: 'string', xid8: 'string', interval: 'unknown',
};

function typeOf(column: Column): string {
  const list = column.kind.startsWith('_');
  const one = TYPES[list ? column.kind.slice(1) : column.kind];
  if (!one) throw new Error(`${column.table}.${column.name}: no TypeScript type is known for ${column.type}; add it to schema-dump.ts`);
  const plain = `${one}${list ? '[]' : ''}`;
  const whole = column.required ? plain : `${plain} | null`;
  if (plain === 'Json' && column.fallback !== null) return 'GeneratedJson';
  return column.fallback === null ? whole : `Generated<${whole}>`;
}

/** The tables as types for Kysely. */
export function schemaAsTypes(schema: Schema): string {
  const pascal = (name: string): string => name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const tables = tablesOf(schema);
  const types = tables.map((table) => {
    const lines = schema.columns.filter((c) => c.table === table).map((c) => `  ${c.name}: ${typeOf(c)};`);
    return `export type ${pascal(table)}Table = {\n${lines.join('\n')}\n};`;
  });
  const all = tables.map((table) => `  ${table}: ${pascal(table)}Table;`).join('\n');
  const used = types.join('\n');
  const imports = ['ColumnType', 'Generated'].filter((name) => (name === 'ColumnType' ? used.includes('Json') : used.includes(`${name}<`)));
  return [
    '// Written by tools/dump-schema.ts from the migrations; do not edit.',
    `import type { ${imports.join(', ')} } from 'kysely';`,
    '',
    ...(used.includes('Json') ? ['/** Read as a parsed value, written as text (`JSON.stringify`). */\nexport type Json = ColumnType<unknown, string, string>;\nexport type GeneratedJson = ColumnType<unknown, string | undefined, string>;\n'] : []),
    `${types.join('\n\n')}\n`,
    `/** Every table there is, by name. */\nexport type Tables = {\n${all}\n};\n`,
  ].join('\n');
}
