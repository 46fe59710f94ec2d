import { after } from 'node:test';
import { connect, type Database } from '#platform/db';
import { databaseOf, newName, onServer, startTestServer, TEST_SERVER, type TestServer } from './postgres.ts';

let server: Promise<TestServer> | null = null;
/** What to do when the test file is over, the last thing made first. */
const endings: (() => Promise<void>)[] = [];
after(async () => {
  for (const end of endings.reverse()) await end();
});

async function findServer(): Promise<TestServer> {
  const handed = process.env[TEST_SERVER];
  if (handed) return JSON.parse(handed) as TestServer;
  const started = await startTestServer();
  endings.push(started.stop);
  return started.server;
}

/** The server of the whole run, or one of this file's own when the file is run by itself. */
export const testServer = (): Promise<TestServer> => (server ??= findServer());

/** Makes a database by `how` (what follows CREATE DATABASE name) that is dropped when the file ends. Files are copied, which is six times faster than logging every page. */
async function make(how: (template: string) => string, poolSize?: number): Promise<Database> {
  const { connection, template } = await testServer();
  const name = newName();
  await onServer(connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${how(template)} STRATEGY FILE_COPY`));
  const database = connect(databaseOf(connection, name, poolSize));
  endings.push(async () => {
    // A failed test may have left work behind that still holds connections; it must not hold up the others.
    const closed = database.close();
    await onServer(connection, (main) => main.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    await closed;
  });
  return database;
}

/**
 * A new database with all tables and no rows, cloned from the run's template; closed and dropped when the test file is over.
 * @param o.from another template, with rows
 */
export const freshDatabase = (o: { poolSize?: number; from?: string } = {}): Promise<Database> => make((template) => o.from ?? template, o.poolSize);

/** A new database without tables, for tests of migrations and restoring; dropped like {@link freshDatabase}. */
export const emptyDatabase = (): Promise<Database> => make(() => "template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh'");
