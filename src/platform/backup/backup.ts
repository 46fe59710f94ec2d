import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipLater } from 'node:zlib';
import { clock } from '#platform/clock';
import { copyOut, type Database } from '#platform/db';
import { Refused } from '#shared/errors';
import type pg from 'pg';
import { words } from './backup.words.ts';
import { FILES, JOBS, KEYS, MANIFEST, type Manifest, PART_BYTES, partName, sumLine, sumName } from './manifest.ts';
import { TarWriter } from './tar.ts';

const gzip = promisify(gzipLater);
type Table = Manifest['tables'][number];

/** What goes into a backup and where it goes. */
export type BackupOrder = {
  readonly database: Database;
  /** uploaded files; may be missing */
  readonly filesDir: string;
  /** names of the keys on the ring now, so that a restore can tell whether it has them */
  readonly keyIds: readonly string[];
  /** put the keys themselves in: who holds the file can then open the sealed fields */
  readonly keysFile?: string | undefined;
  readonly to: string;
};

/**
 * Writes everything of the installation into one file: all rows as of one moment, the jobs that wait, and the uploaded
 * files (taken after the rows, so that every row's file is there). Not in it: the keys (unless asked for), settings
 * from the environment, logs, finished jobs. A plain tar archive, its parts gzip and each with its SHA-256;
 * memory does not grow with the data.
 * @returns what it holds
 */
export async function backup(order: BackupOrder): Promise<Manifest> {
  const { to } = order;
  if (await stat(to).catch(() => null)) throw new Refused(words.exists, { slots: { file: to } });
  const aside = `${to}.unfinished`;
  const file = await open(aside, 'w', 0o600).catch((error: { code?: string }) => {
    throw new Refused(words.cannotWrite, { slots: { file: to, why: error.code ?? '' } });
  });
  try {
    const made = await writeAll(order, file);
    await file.sync();
    await file.close();
    await rename(aside, to);
    const folder = await open(dirname(to));
    await folder.sync().finally(() => folder.close());
    return made;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(aside, { force: true });
    if ((error as { code?: string }).code === 'ENOSPC') throw new Refused(words.cannotWrite, { slots: { file: to, why: 'ENOSPC' } });
    throw error;
  }
}

async function writeAll(order: BackupOrder, file: FileHandle): Promise<Manifest> {
  const now = clock.now();
  const archive = new SummedArchive(new TarWriter(file, now));
  const rows = await writeRows(order.database, archive);
  const files = await writeFiles(order.filesDir, archive);
  if (order.keysFile) await archive.addFile(KEYS, order.keysFile);
  const made: Manifest = {
    kind: 'niangjia-backup', format: 1, madeAt: now.toISOString(), ...rows, files, keyIds: [...order.keyIds], withKeys: order.keysFile !== undefined,
  };
  await archive.add(MANIFEST, Buffer.from(`${JSON.stringify(made, null, 1)}\n`));
  await archive.end();
  return made;
}

/** An archive whose entries are followed by their sums. */
class SummedArchive {
  readonly #tar: TarWriter;
  constructor(tar: TarWriter) {
    this.#tar = tar;
  }

  async add(name: string, bytes: Buffer): Promise<void> {
    await this.#tar.add(name, bytes.length, [bytes]);
    await this.#addSum(name, createHash('sha256').update(bytes));
  }

  async addFile(name: string, path: string): Promise<number> {
    // Opened first: a file that is removed meanwhile is still read to its end.
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const hash = createHash('sha256');
      const chunks = async function* (): AsyncGenerator<Buffer> {
        for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
          hash.update(chunk);
          yield chunk;
        }
      };
      await this.#tar.add(name, size, chunks());
      await this.#addSum(name, hash);
      return size;
    } finally {
      await file.close();
    }
  }

  end(): Promise<void> {
    return this.#tar.end();
  }

  async #addSum(name: string, hash: Hash): Promise<void> {
    const line = Buffer.from(sumLine(name, hash.digest('hex')));
    await this.#tar.add(sumName(name), line.length, [line]);
  }
}

/** All tables but the runner's own book, which migrating makes again, and those whose comment says that they are never in a backup (keys that must die). */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_migration' AND obj_description(c.oid, 'pg_class') IS DISTINCT FROM 'never in a backup'
  GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;

/** One JSON object a line: the quote and the separator are characters that JSON text never holds. */
const WAITING = `COPY (
  SELECT jsonb_build_object('name', name, 'data', data, 'key', singleton_key, 'after', start_after)
  FROM pgboss.job WHERE state < 'completed' AND name NOT LIKE '\\_\\_pgboss%' ORDER BY created_on, id
) TO STDOUT (FORMAT csv, DELIMITER e'\\x02', QUOTE e'\\x01')`;

async function writeRows(database: Database, archive: SummedArchive): Promise<Pick<Manifest, 'tables' | 'migrations' | 'waitingJobs'>> {
  const client = await database.pool.connect();
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = (await client.query<{ name: string; hash: string }>('SELECT DISTINCT name, hash FROM schema_migration ORDER BY name')).rows;
    const tables: Table[] = [];
    for (const { name, columns } of (await client.query<{ name: string; columns: string[] }>(TABLES)).rows) {
      const { rows, parts } = await writeParts(client, `COPY ${name} (${columns.join(', ')}) TO STDOUT`, archive, (part) => partName(name, part));
      tables.push({ name, columns, rows, parts });
    }
    const hasJobs = (await client.query("SELECT to_regclass('pgboss.job') IS NOT NULL AS has")).rows[0]?.has === true;
    const jobs = hasJobs ? await writeParts(client, WAITING, archive, (part) => `${JOBS}.${part}`) : { rows: 0 };
    await client.query('COMMIT');
    return { migrations, tables, waitingJobs: jobs.rows };
  } finally {
    client.release(true);
  }
}

/** Cuts a stream of rows into compressed parts. Rows may be cut in two: the parts are one stream when read again. */
async function writeParts(client: pg.ClientBase, text: string, archive: SummedArchive, nameOf: (part: number) => string): Promise<{ rows: number; parts: number }> {
  const buffer = Buffer.alloc(PART_BYTES);
  let filled = 0;
  let parts = 0;
  const flush = async (): Promise<void> => {
    parts++;
    await archive.add(nameOf(parts), await gzip(buffer.subarray(0, filled), { level: 6 }));
    filled = 0;
  };
  const stream = copyOut(client, text);
  while (true) {
    const next = await stream.next();
    if (next.done) {
      if (filled > 0) await flush();
      return { rows: next.value, parts };
    }
    for (let from = 0; from < next.value.length; ) {
      const taken = next.value.copy(buffer, filled, from);
      from += taken;
      filled += taken;
      if (filled === buffer.length) await flush();
    }
  }
}

async function writeFiles(folder: string, archive: SummedArchive): Promise<Manifest['files']> {
  let count = 0;
  let bytes = 0;
  for await (const path of walk(folder, '')) {
    // A file whose retention ended since its name was read is no longer wanted.
    const size = await archive.addFile(`${FILES}${path}`, join(folder, path)).catch((error: { code?: string }) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (size === null) continue;
    count++;
    bytes += size;
  }
  return { count, bytes };
}

async function* walk(folder: string, below: string): AsyncGenerator<string> {
  const entries = await opendir(join(folder, below)).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!entries) return;
  for await (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(folder, path);
    else if (entry.isFile()) yield path;
  }
}
