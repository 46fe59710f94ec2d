import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { clock } from '#platform/clock';
import { log } from '#platform/log';
import type { Database } from './database.ts';
import { type MigrationFile, PHASES, type Phase, readMigration, type Section, statementsOf } from './migration-file.ts';

/** Where the house keeps its migrations. */
export const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

/** Any number will do as long as no other program on the database takes it. */
const LOCK = 7_264_518_093;

const BOOK = `CREATE TABLE IF NOT EXISTS schema_migration (
  name       text NOT NULL,
  phase      text NOT NULL CHECK (phase IN ('tables','distribution','foreign keys')),
  hash       text NOT NULL,
  ran        boolean NOT NULL,
  applied_at timestamptz NOT NULL,
  PRIMARY KEY (name, phase)
)`;

/**
 * Brings the database up to the migrations of `o.folder` (the house's): first every new file's tables, then (with the Citus
 * extension) its distribution, then its foreign keys, each phase of each file in a transaction of its own.
 * Several processes may call it at once: one works, the others wait.
 * @param o.only these files and no others, for a database of an older version that is being restored
 * @returns names of the files that were applied
 * @throws when a file that was applied has changed or is gone, or a statement fails (with file and line)
 */
export async function migrate(database: Database, o: { folder?: string; only?: readonly string[] } = {}): Promise<string[]> {
  const files = (await readFolder(o.folder ?? MIGRATIONS)).filter(({ name }) => o.only?.includes(name) ?? true);
  const client = await database.pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET lock_timeout = '60s'; SET idle_in_transaction_session_timeout = 0");
    await client.query(`SELECT pg_advisory_lock(${LOCK})`);
    await client.query(BOOK);
    return await applyNew(client, files);
  } finally {
    // The settings and the lock belong to this connection; ending it clears both.
    client.release(true);
  }
}

/** The migrations of a folder, in order. */
export async function readFolder(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const odd = names.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  if (odd) throw new Error(`${odd}: migrations are called like 0001_org.sql`);
  const twice = names.find((name, i) => names[i - 1]?.slice(0, 4) === name.slice(0, 4));
  if (twice) throw new Error(`${twice}: its number is taken by another migration`);
  return Promise.all(names.map(async (name) => readMigration(name, await readFile(join(folder, name), 'utf8'))));
}

async function applyNew(client: pg.ClientBase, files: MigrationFile[]): Promise<string[]> {
  const applied = new Map<string, string>();
  const done = await client.query<{ name: string; phase: string; hash: string }>('SELECT name, phase, hash FROM schema_migration');
  for (const row of done.rows) applied.set(`${row.name} ${row.phase}`, row.hash);
  refuseChanged(done.rows, files);
  const citus = (await client.query("SELECT FROM pg_extension WHERE extname = 'citus'")).rowCount !== 0;
  const fresh = new Set<string>();
  for (const phase of PHASES) {
    for (const file of files) {
      if (applied.has(`${file.name} ${phase}`)) continue;
      const section = phase === 'distribution' && !citus ? undefined : file.phases[phase];
      await applyPhase(client, file, phase, section);
      fresh.add(file.name);
    }
  }
  if (fresh.size > 0) log.info({ files: [...fresh] }, 'migrations applied');
  return [...fresh].sort();
}

function refuseChanged(done: { name: string; hash: string }[], files: MigrationFile[]): void {
  const known = new Map(files.map((file) => [file.name, file.hash]));
  for (const { name, hash } of done) {
    const now = known.get(name);
    if (now === undefined) throw new Error(`The database has migration ${name}, which this version of Niangjia does not know; start a version at least as new as the database.`);
    if (now !== hash) throw new Error(`Migration ${name} was changed after it had been applied; put its text back and write a new migration instead.`);
  }
}

async function applyPhase(client: pg.ClientBase, file: MigrationFile, phase: Phase, section: Section | undefined): Promise<void> {
  const ran = section !== undefined && statementsOf(section.text).length > 0;
  const note = (): Promise<unknown> =>
    client.query('INSERT INTO schema_migration (name, phase, hash, ran, applied_at) VALUES ($1, $2, $3, $4, $5)', [file.name, phase, file.hash, ran, clock.now()]);
  if (section && ran && !section.whole) {
    for (const statement of statementsOf(section.text)) await run(client, statement, file.name, section, section.text.indexOf(statement));
    await note();
    return;
  }
  await client.query('BEGIN');
  try {
    if (section && ran) await run(client, section.text, file.name, section, 0);
    await note();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function run(client: pg.ClientBase, text: string, name: string, section: Section, offset: number): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    const position = Number((error as { position?: string }).position ?? 1) - 1 + offset;
    const line = section.line + section.text.slice(0, position).split('\n').length - 1;
    throw new Error(`${name}:${line}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
