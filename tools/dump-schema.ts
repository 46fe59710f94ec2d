/**
 * Writes db/schema.sql and src/platform/db/tables.ts from the migrations.
 * Works in a scratch database on the server of DATABASE_URL.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { connect, migrate } from '#platform/db';
import { newId } from '#shared/ids';
import { readSchema, schemaAsSql, schemaAsTypes } from '../src/platform/db/schema-dump.ts';

const house = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function dump(url: string): Promise<void> {
  const server = connect(url);
  const name = `schema_${newId().replaceAll('-', '')}`;
  await server.pool.query(`CREATE DATABASE ${name}`);
  const scratchUrl = new URL(url);
  scratchUrl.pathname = `/${name}`;
  const scratch = connect(scratchUrl.href);
  try {
    await migrate(scratch);
    const client = await scratch.pool.connect();
    const schema = await readSchema(client).finally(() => client.release());
    await writeFile(house('db/schema.sql'), schemaAsSql(schema));
    await writeFile(house('src/platform/db/tables.ts'), schemaAsTypes(schema));
    process.stdout.write(`${new Set(schema.columns.map((c) => c.table)).size} tables written to db/schema.sql and src/platform/db/tables.ts\n`);
  } finally {
    await scratch.close();
    await server.pool.query(`DROP DATABASE ${name}`);
    await server.close();
  }
}

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('Set DATABASE_URL to a PostgreSQL on which databases may be made.');
await dump(url);
