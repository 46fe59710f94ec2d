import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { legalDateOf } from '#shared/dates';
import { freshDatabase, testServer } from './database.ts';
import { databaseOf, folderOf, onServer, type TestServer } from './postgres.ts';

const LOADER = fileURLToPath(new URL('./load-demonstration.ts', import.meta.url));

type How = { readonly at: Date | null; readonly brief: boolean };

/** Fills a database and a data folder with the demonstration, in a process of its own: this one's house is another. */
async function load(server: TestServer, database: string, dataDir: string, how: How): Promise<void> {
  const { NIANGJIA_KEY: _, ...usual } = process.env;
  const env = { ...usual, DATA_DIR: dataDir, LOG_LEVEL: 'silent', HOUSE_DATABASE: JSON.stringify(databaseOf(server.connection, database)), HOUSE_CLOCK: how.at?.toISOString() ?? '', HOUSE_BRIEF: how.brief ? 'yes' : '' };
  const child = spawn(process.execPath, [LOADER], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the demonstration was not loaded (${String(code)})`);
}

/** Makes the template of this name unless it is there; whoever else wants it waits meanwhile. */
async function makeOnce(server: TestServer, name: string, how: How): Promise<void> {
  const dataDir = join(folderOf(server.template), name);
  await onServer(server.connection, async ({ pool }) => {
    const client = await pool.connect();
    try {
      await client.query('SET statement_timeout = 0');
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
      if ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1) return;
      const half = `${name}_half`;
      await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
      await rm(dataDir, { recursive: true, force: true });
      await mkdir(dataDir, { recursive: true });
      await client.query(`CREATE DATABASE ${half} TEMPLATE ${server.template} STRATEGY FILE_COPY`);
      await load(server, half, dataDir, how);
      await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`);
    } finally {
      // The lock ends with its connection.
      client.release(true);
    }
  });
}

/**
 * A database with the demonstration federation and every part's stories, as of now. It is loaded once in a run for each time a clock is fixed at (once a day
 * for clocks that run) and cloned for each file; closed and dropped when the test file is over.
 * @param o.brief only some dozens of what is there in thousands, for tests that read every row after every call
 * @param dataDir gets the keys and the files that go with it: the house over this database has to be opened there
 */
export async function demonstrationDatabase(dataDir: string, o: { poolSize?: number; brief?: boolean } = {}): Promise<Database> {
  const server = await testServer();
  const at = clock.fixedAt();
  const brief = o.brief ?? false;
  const name = `${server.template}_${brief ? 'few' : 'demo'}_${at === null ? legalDateOf(clock.now()).replaceAll('-', '') : String(at.getTime())}`;
  await makeOnce(server, name, { at, brief });
  await cp(join(folderOf(server.template), name), dataDir, { recursive: true });
  return freshDatabase({ ...o, from: name });
}
