import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip as gunzipLater } from 'node:zlib';
import { clock } from '#platform/clock';
import { copyIn, type Database, MIGRATIONS, migrate, readFolder } from '#platform/db';
import { type CarriedJob, jobs } from '#platform/jobs';
import { Refused } from '#shared/errors';
import type pg from 'pg';
import { words } from './backup.words.ts';
import { FILES, JOBS, KEYS, type Manifest, PART_BYTES } from './manifest.ts';
import type { TarEntry } from './tar.ts';
import { openBackup, partsOf, verify } from './verify.ts';

const gunzip = promisify(gunzipLater);
const JOBS_AT_ONCE = 500;
/** Files wait here until the rows are surely in; inside the folder, which may be a mounted disk of its own. */
const RESTORING = '.restoring';

/** What is restored and where it goes. */
export type RestoreOrder = {
  readonly from: string;
  /** without rows; tables of an earlier start are made anew */
  readonly database: Database;
  /** where uploaded files go; missing or empty */
  readonly filesDir: string;
  /** where keys that the backup holds go, the ones there are put aside; null when the keys come from elsewhere (NIANGJIA_KEY) */
  readonly keysFile: string | null;
  /** names of the keys at hand */
  readonly keyIds: readonly string[];
  /** migrations of this version; the house's unless told */
  readonly migrations?: string;
};

/**
 * Brings a backup back: checks all of it first, then loads all rows in one transaction, so that whatever goes wrong
 * leaves an empty database; a backup of an older version is brought up to this one.
 * @returns what it held; `jobsSkipped` counts waiting jobs that this version does not know
 * @throws Refused with a sentence: no backup, damaged, newer than this version, target not empty, another key
 */
export async function restore(order: RestoreOrder): Promise<Manifest & { jobsSkipped: number }> {
  const { database, from, filesDir } = order;
  const folder = order.migrations ?? MIGRATIONS;
  const file = await openBackup(from);
  try {
    const manifest = await verify(file, from);
    await refuseNewer(manifest, folder);
    refuseOtherKey(manifest, order);
    await refuseFull(database, filesDir);
    await emptyTables(database);
    await migrate(database, { folder, only: manifest.migrations.map(({ name }) => name) });
    const aside = join(filesDir, RESTORING);
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await loadAll(file, manifest, order, aside);
    await migrate(database, { folder });
    const jobsSkipped = await loadJobs(file, database);
    await database.pool.query('ANALYZE');
    return { ...manifest, jobsSkipped };
  } finally {
    await file.close();
  }
}

async function refuseNewer(manifest: Manifest, folder: string): Promise<void> {
  const known = new Map((await readFolder(folder)).map(({ name, hash }) => [name, hash]));
  const stranger = manifest.migrations.find(({ name, hash }) => known.get(name) !== hash);
  if (stranger) throw new Refused(words.newer, { slots: { migration: stranger.name } });
}

/** Nothing is sealed in an empty database: keys that come with the backup may take the place of those at hand. */
function refuseOtherKey(manifest: Manifest, { keyIds, keysFile }: RestoreOrder): void {
  const have = manifest.keyIds.every((id) => keyIds.includes(id));
  if (!have && !(manifest.withKeys && keysFile !== null)) throw new Refused(words.otherKey);
}

const OWN_TABLES = "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition";

async function refuseFull(database: Database, filesDir: string): Promise<void> {
  const { rows: [activity] } = await database.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'niangjia%'",
  );
  if ((activity?.n ?? 0) > database.pool.totalCount) throw new Refused(words.inUse);
  const { rows } = await database.pool.query<{ name: string }>(`${OWN_TABLES} AND relname <> 'schema_migration' ORDER BY relname`);
  for (const { name } of rows) {
    const full = await database.pool.query(`SELECT FROM public."${name}" LIMIT 1`);
    if (full.rowCount !== 0) throw new Refused(words.notEmpty, { slots: { table: name } });
  }
  const there = await readdir(filesDir).catch(() => []);
  if (there.some((name) => name !== RESTORING)) throw new Refused(words.filesNotEmpty, { slots: { folder: filesDir } });
}

/** Tables that the first start of this version made may be newer than the backup's: they are empty, so they go. */
async function emptyTables(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(OWN_TABLES);
  if (!rows.some(({ name }) => name === 'schema_migration')) return;
  await database.pool.query(`DROP TABLE ${rows.map(({ name }) => `public."${name}"`).join(', ')} CASCADE`);
}

async function loadAll(file: FileHandle, manifest: Manifest, order: RestoreOrder, aside: string): Promise<void> {
  const client = await order.database.pool.connect();
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; BEGIN');
    const putBack = await liftForeignKeys(client);
    const entries = partsOf(file);
    let next = await entries.next();
    for (const table of manifest.tables) {
      // All parts of a table are one stream: a row may begin in one and end in the next.
      const chunks = async function* (): AsyncGenerator<Buffer> {
        for (; !next.done && next.value.name.startsWith(`tables/${table.name}.`); next = await entries.next()) {
          yield await inflated(next.value);
        }
      };
      const rows = await copyIn(client, `COPY public.${table.name} (${table.columns.join(', ')}) FROM STDIN`, chunks());
      if (rows !== table.rows) throw new Error(`${table.name}: ${table.rows} rows were in the backup, ${rows} arrived`);
    }
    for (; !next.done; next = await entries.next()) await loadFile(next.value, order, aside);
    for (const statement of putBack) await client.query(statement);
    const arrived = await readdir(aside);
    for (const name of arrived) await rename(join(aside, name), join(order.filesDir, name));
    await client.query('COMMIT').catch(async (error: unknown) => {
      for (const name of arrived) await rm(join(order.filesDir, name), { recursive: true, force: true });
      throw error;
    });
  } finally {
    client.release(true);
    await rm(aside, { recursive: true, force: true });
  }
}

/** Tables refer to each other in circles; the keys are checked all at once when they are put back. */
async function liftForeignKeys(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  return rows.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
}

async function bytesOf(entry: TarEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry.bytes()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const inflated = async (entry: TarEntry): Promise<Buffer> => gunzip(await bytesOf(entry), { maxOutputLength: PART_BYTES });

async function loadFile(entry: TarEntry, order: RestoreOrder, aside: string): Promise<void> {
  if (entry.name === KEYS && order.keysFile !== null) {
    await rename(order.keysFile, `${order.keysFile}.before-restore`).catch(() => {});
    return writeTo(order.keysFile, entry);
  }
  if (!entry.name.startsWith(FILES)) return;
  const path = entry.name.slice(FILES.length);
  if (normalize(path) !== path || path.startsWith('..') || path.startsWith('/')) throw new Error(`${entry.name} leads out of its folder`);
  await writeTo(join(aside, path), entry);
}

async function writeTo(path: string, entry: TarEntry): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of entry.bytes()) await file.appendFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function loadJobs(file: FileHandle, database: Database): Promise<number> {
  await jobs.install(database);
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for await (const entry of partsOf(file)) if (entry.name.startsWith(`${JOBS}.`)) yield await inflated(entry);
  };
  let skipped = 0;
  let batch: CarriedJob[] = [];
  const put = async (): Promise<void> => {
    skipped += await database.transaction(null, clock.now(), (tx) => jobs.carryIn(tx, batch));
    batch = [];
  };
  for await (const line of createInterface({ input: Readable.from(chunks()), crlfDelay: Number.POSITIVE_INFINITY })) {
    batch.push(JSON.parse(line) as CarriedJob);
    if (batch.length >= JOBS_AT_ONCE) await put();
  }
  if (batch.length > 0) await put();
  return skipped;
}
