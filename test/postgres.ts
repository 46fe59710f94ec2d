import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, connect, type Database, migrate, startEmbedded } from '#platform/db';
import { jobs } from '#platform/jobs';
import { newId } from '#shared/ids';

/** A server for tests and the name of a migrated database on it that may be cloned. */
export type TestServer = { readonly connection: Connection; readonly template: string };

/** The environment variable by which a run of all tests hands its server to each test file. */
export const TEST_SERVER = 'NIANGJIA_TEST_SERVER';

/** The same server, another database. */
export function databaseOf(connection: Connection, database: string, poolSize = 10): Connection {
  if (!connection.url) return { ...connection, database, poolSize };
  const url = new URL(connection.url);
  url.pathname = `/${database}`;
  return { url: url.href, poolSize };
}

/** Runs statements on the server's own database, one after the other. */
export async function onServer<T>(server: Connection, run: (database: Database) => Promise<T>): Promise<T> {
  const database = connect({ ...server, poolSize: 1 });
  try {
    return await run(database);
  } finally {
    await database.close();
  }
}

/** The folder of a run beside its databases: what the demonstration keeps in files. */
export const folderOf = (template: string): string => join(tmpdir(), `niangjia-${template}`);

async function dropAll(connection: Connection, template: string): Promise<void> {
  await onServer(connection, async ({ pool }) => {
    const { rows } = await pool.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [template]);
    for (const { name } of rows) await pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

export const newName = (): string => `test_${newId().replaceAll('-', '')}`;

/**
 * Starts a server for tests, or takes the one of TEST_DATABASE_URL, and makes a migrated template on it.
 * The embedded one lies in a temporary folder and does not wait for the disk.
 */
export async function startTestServer(): Promise<{ server: TestServer; release: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = given ? null : await mkdtemp(join(tmpdir(), 'niangjia-test-'));
  const embedded = folder
    ? await startEmbedded({ dataDir: folder, settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_wal_size: '4GB', wal_init_zero: 'off' } })
    : null;
  const connection: Connection = embedded?.config ?? { url: given ?? '' };
  const template = newName();
  const stop = async (): Promise<void> => {
    if (given) await dropAll(connection, template);
    await embedded?.stop();
    for (const place of [folder, folderOf(template)]) if (place) await rm(place, { recursive: true, force: true });
  };
  try {
    const release = await onServer(connection, async (database) => {
      // Chinese order by pinyin, whatever the server's own usual order is.
      await database.pool.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'zh'`);
      return (await database.pool.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version ?? '';
    });
    const fresh = connect(databaseOf(connection, template, 1));
    await migrate(fresh).then(() => jobs.install(fresh)).finally(() => fresh.close());
    return { server: { connection, template }, release, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
