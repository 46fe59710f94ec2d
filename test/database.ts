import { after } from 'node:test';
import { connect, type Database } from '#platform/db';
import { databaseOf, newName, onServer, startTestServer, TEST_SERVER, type TestServer } from './postgres.ts';

let server: Promise<TestServer> | null = null;

/** The server of the whole run, or one of this file's own when the file is run by itself. */
async function testServer(): Promise<TestServer> {
  const handed = process.env[TEST_SERVER];
  if (handed) return JSON.parse(handed) as TestServer;
  const started = await startTestServer();
  after(started.stop);
  return started.server;
}

/**
 * A new database with all tables and no rows, cloned from the run's template; closed and dropped when the test file
 * (or the test in which it was asked for) is over.
 */
export async function freshDatabase(o: { poolSize?: number } = {}): Promise<Database> {
  server ??= testServer();
  const { connection, template } = await server;
  const name = newName();
  await onServer(connection, (database) => database.pool.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const database = connect(databaseOf(connection, name, o.poolSize));
  after(async () => {
    await database.close();
    await onServer(connection, (main) => main.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });
  return database;
}

/** A new empty database without tables, for tests of migrations and restoring; dropped like {@link freshDatabase}. */
export async function emptyDatabase(): Promise<Database> {
  server ??= testServer();
  const { connection } = await server;
  const name = newName();
  await onServer(connection, (database) => database.pool.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh'`));
  const database = connect(databaseOf(connection, name));
  after(async () => {
    await database.close();
    await onServer(connection, (main) => main.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });
  return database;
}
