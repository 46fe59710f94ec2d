import { after } from 'node:test';
import { connect, type Database } from '#platform/db';
import { databaseOf, newName, onServer, startTestServer, TEST_SERVER, type TestServer } from './postgres.ts';

let server: Promise<TestServer> | null = null;
/** Databases of this file that are still there, and how to drop them. */
const drops = new Set<() => Promise<void>>();

/** The server of the whole run, or one of this file's own when the file is run by itself. */
async function testServer(): Promise<TestServer> {
  const handed = process.env[TEST_SERVER];
  if (handed) return JSON.parse(handed) as TestServer;
  const started = await startTestServer();
  after(async () => {
    for (const drop of [...drops]) await drop();
    await started.stop();
  });
  return started.server;
}

/** Makes a database by `how` (what follows CREATE DATABASE name) that is dropped when the file or the running test ends. */
async function make(how: (template: string) => string, poolSize?: number): Promise<Database> {
  server ??= testServer();
  const { connection, template } = await server;
  const name = newName();
  await onServer(connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${how(template)}`));
  const database = connect(databaseOf(connection, name, poolSize));
  const drop = async (): Promise<void> => {
    if (!drops.delete(drop)) return;
    await database.close();
    await onServer(connection, (main) => main.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  drops.add(drop);
  after(drop);
  return database;
}

/**
 * A new database with all tables and no rows, cloned from the run's template; closed and dropped when the test file
 * (or the test in which it was asked for) is over.
 */
export const freshDatabase = (o: { poolSize?: number } = {}): Promise<Database> => make((template) => template, o.poolSize);

/** A new database without tables, for tests of migrations and restoring; dropped like {@link freshDatabase}. */
export const emptyDatabase = (): Promise<Database> => make(() => "template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh'");
