/**
 * Writes db/schema.sql and src/platform/db/tables.ts from the migrations: `npm run tool tools/dump-schema.ts`.
 * With `--check` it writes nothing and fails when they are not up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { connect } from '#platform/db';
import { readSchema, schemaAsSql, schemaAsTypes } from '../src/platform/db/schema-dump.ts';
import { databaseOf, startTestServer } from '../test/postgres.ts';

const house = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function dump(): Promise<Record<string, string>> {
  const { server, stop } = await startTestServer();
  try {
    const database = connect(databaseOf(server.connection, server.template, 1));
    const client = await database.pool.connect();
    const schema = await readSchema(client).finally(() => client.release());
    await database.close();
    return { 'db/schema.sql': schemaAsSql(schema), 'src/platform/db/tables.ts': schemaAsTypes(schema) };
  } finally {
    await stop();
  }
}

for (const [path, text] of Object.entries(await dump())) {
  const before = await readFile(house(path), 'utf8').catch(() => '');
  if (before === text) process.stdout.write(`${path} is up to date\n`);
  else if (process.argv.includes('--check')) {
    process.stderr.write(`${path} does not say what the migrations say; run npm run tool tools/dump-schema.ts\n`);
    process.exitCode = 1;
  } else {
    await writeFile(house(path), text);
    process.stdout.write(`${path} written\n`);
  }
}
