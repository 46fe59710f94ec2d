import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { backup, restore, type RestoreOrder } from '#platform/backup';
import { connect, type Database, MIGRATIONS, migrate } from '#platform/db';
import { jobs } from '#platform/jobs';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { emptyDatabase, freshDatabase } from '#test/database';

const folder = mkdtempSync(join(tmpdir(), 'niangjia-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string): string => join(folder, name);
const code = (word: string) => (error: unknown) => error instanceof Refused && error.word.code === `backup.${word}`;

const told: unknown[] = [];
jobs.define('test.carried', { run: async ({ data }) => void told.push(data) });

const federationId = newId();
const now = new Date('2026-11-21T00:00:00.123Z');
const source = await freshDatabase();
await source.pool.query('INSERT INTO federation (federation_id, name, founded_at) VALUES ($1, $2, $3)', [federationId, '总工会\t"第\\一"\n', now]);
await source.pool.query(
  `INSERT INTO union_unit (federation_id, id, code, join_code, node, name, kind, state, path, parent_id, created_at)
   SELECT $1, id, code, code, code, '单位', 'enterprise', 'active', '/', lag(id) OVER (ORDER BY code DESC), $2
   FROM (SELECT gen_random_uuid() AS id, lpad(n::text, 8, '0') AS code FROM generate_series(1, 2000) n) AS made`,
  [federationId, now],
);
await source.pool.query(
  `INSERT INTO person (federation_id, id, name, id_sealed, created_at, changed_at)
   SELECT $1, gen_random_uuid(), repeat('张三李四', 40) || n, decode(repeat('00ff5c', 20), 'hex'), $2, $2 FROM generate_series(1, 30000) n`,
  [federationId, now],
);
await source.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'test.carried', { n: 1 }, { key: 'k' }));
mkdirSync(place('files/ab'), { recursive: true });
writeFileSync(place('files/ab/图片.jpg'), Buffer.alloc(3_000_000, 7));
writeFileSync(place('files/empty.sha256'), '');
writeFileSync(place(`files/${'long'.repeat(40)}.pdf`), 'pdf');
writeFileSync(place('keys.json'), '{"keys":[]}');

const order = { database: source, filesDir: place('files'), keyIds: ['0a0b0c0d'] };
const made = await backup({ ...order, to: place('whole.tar') });

/** Everything a database holds, as one comparable value. */
async function contents(database: Database): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'schema_migration' ORDER BY 1",
  );
  const all: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: [sum] } = await database.pool.query<{ sum: string }>(`SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM ${name} t`);
    all[name] = sum?.sum ?? '';
  }
  const keys = await database.pool.query("SELECT conrelid::regclass::text || pg_get_constraintdef(oid) || convalidated AS key FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1");
  return { ...all, foreignKeys: JSON.stringify(keys.rows) };
}

const into = async (from: string, more: Partial<RestoreOrder> = {}): Promise<RestoreOrder> => {
  const target = join(mkdtempSync(join(folder, 'target-')), 'files');
  return { from, database: await emptyDatabase(), filesDir: target, keysFile: join(target, '../keys.json'), keyIds: ['0a0b0c0d'], ...more };
};

test('an existing file is not overwritten, a missing folder is said', async () => {
  await assert.rejects(backup({ ...order, to: place('whole.tar') }), code('exists'));
  await assert.rejects(backup({ ...order, to: place('nowhere/b.tar') }), code('cannotWrite'));
});

test('what is no backup is refused', async () => {
  writeFileSync(place('letter.txt'), 'Dear chair');
  writeFileSync(place('zeros'), Buffer.alloc(10_000));
  await assert.rejects(restore(await into(place('missing.tar'))), code('cannotRead'));
  await assert.rejects(restore(await into(place('letter.txt'))), code('notBackup'));
  await assert.rejects(restore(await into(place('zeros'))), code('notBackup'));
});

test('a damaged or shortened file is refused and nothing is written', async () => {
  const bytes = readFileSync(place('whole.tar'));
  for (const at of [600, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 4_000]) {
    const bad = Buffer.from(bytes);
    bad[at] = (bad[at] ?? 0) ^ 1;
    writeFileSync(place('bad.tar'), bad);
    const target = await into(place('bad.tar'));
    await assert.rejects(restore(target), code('damaged'), `bit at ${at} of ${bytes.length}`);
    assert.deepEqual(await contents(target.database), { foreignKeys: '[]' });
  }
  writeFileSync(place('short.tar'), bytes);
  for (const length of [bytes.length - 1_024, bytes.length - 3_000, Math.floor(bytes.length / 2), 700]) {
    truncateSync(place('short.tar'), length);
    await assert.rejects(restore(await into(place('short.tar'))), code('damaged'), `cut at ${length}`);
  }
});

test('a database or folder that is not empty is refused', async () => {
  await assert.rejects(restore(await into(place('whole.tar'), { database: source })), code('notEmpty'));
  await assert.rejects(restore(await into(place('whole.tar'), { filesDir: place('files') })), code('filesNotEmpty'));
});

test('a backup of a newer version and one with another key are refused', async () => {
  const older = place('older-migrations');
  await cp(MIGRATIONS, older, { recursive: true });
  const newest = readdirSync(older).sort().at(-1) as string;
  rmSync(join(older, newest));
  await assert.rejects(restore(await into(place('whole.tar'), { migrations: older })), (error) => code('newer')(error) && (error as Refused).slots['migration'] === newest);
  await assert.rejects(restore(await into(place('whole.tar'), { keyIds: ['ffffffff'] })), code('otherKey'));
  await assert.rejects(restore(await into(place('whole.tar'), { keyIds: [] })), code('otherKey'));
  await backup({ ...order, keysFile: place('keys.json'), to: place('keys-elsewhere.tar') });
  await assert.rejects(restore(await into(place('keys-elsewhere.tar'), { keyIds: ['ffffffff'], keysFile: null })), code('otherKey'));
});

test('a database that a running installation uses is refused', async () => {
  const target = await into(place('whole.tar'));
  const other = connect(target.database.config);
  await other.pool.query('SELECT 1');
  await assert.rejects(restore(target), code('inUse'));
  await other.close();
});

test('everything comes back: rows, keys between tables, files, waiting jobs', async () => {
  assert.equal(made.tables.find((table) => table.name === 'person')?.rows, 30_000);
  assert.ok((made.tables.find((table) => table.name === 'person')?.parts ?? 0) > 1, 'the test needs a table of several parts');
  const target = await into(place('whole.tar'));
  const back = await restore(target);
  assert.equal(back.jobsSkipped, 0);
  assert.deepEqual(await contents(target.database), await contents(source));
  assert.deepEqual(readFileSync(join(target.filesDir, 'ab/图片.jpg')), readFileSync(place('files/ab/图片.jpg')));
  assert.deepEqual(readdirSync(target.filesDir, { recursive: true }).sort(), readdirSync(place('files'), { recursive: true }).sort());
  assert.deepEqual(await jobs.drain(target.database), ['test.carried']);
  assert.deepEqual(told, [{ n: 1 }]);
  await assert.rejects(restore({ ...target, filesDir: place('other') }), code('notEmpty'));
});

test('keys that it holds take the place of those of the new folder, which are put aside', async () => {
  await backup({ ...order, keysFile: place('keys.json'), to: place('with-keys.tar') });
  const target = await into(place('with-keys.tar'), { keyIds: ['ffffffff'] });
  const keysFile = target.keysFile as string;
  writeFileSync(keysFile, 'new');
  await restore(target);
  assert.equal(readFileSync(keysFile, 'utf8'), '{"keys":[]}');
  assert.equal(readFileSync(`${keysFile}.before-restore`, 'utf8'), 'new');
});

test('a backup of an older version is brought up to this one, into a database that was started before', async () => {
  const newer = place('newer-migrations');
  await cp(MIGRATIONS, newer, { recursive: true });
  writeFileSync(join(newer, '9999_later.sql'), '-- Why: a test.\n-- phase: tables\nALTER TABLE federation ADD COLUMN motto text NOT NULL DEFAULT \'\';\nCREATE TABLE later (n int);\n');
  const target = await into(place('whole.tar'), { migrations: newer });
  await migrate(target.database, { folder: newer });
  await restore(target);
  assert.deepEqual((await target.database.pool.query('SELECT name, motto FROM federation')).rows, [{ name: '总工会\t"第\\一"\n', motto: '' }]);
});

test('a row that breaks a key stops the restore as a whole', async () => {
  const broken = await freshDatabase();
  await broken.pool.query('ALTER TABLE person DROP CONSTRAINT person_federation_id_fkey');
  await broken.pool.query("INSERT INTO person (federation_id, id, name, created_at, changed_at) VALUES ($1, $1, 'x', now(), now())", [newId()]);
  await backup({ ...order, database: broken, to: place('broken.tar') });
  const target = await into(place('broken.tar'));
  await assert.rejects(restore(target), /foreign key/);
  assert.equal((await target.database.pool.query('SELECT FROM person')).rowCount, 0);
  assert.deepEqual(readdirSync(target.filesDir), []);
});

test('any tar program can open it and sha256sum agrees', { skip: spawnSync('sha256sum', ['--version']).status !== 0 }, () => {
  mkdirSync(place('unpacked'));
  assert.equal(spawnSync('tar', ['-xf', place('whole.tar'), '-C', place('unpacked')]).status, 0);
  const sums = spawnSync('sh', ['-c', 'find . -name "*.sha256" -size +0 -exec cat {} + | sha256sum -c --quiet'], { cwd: place('unpacked') });
  assert.equal(sums.status, 0, sums.stderr.toString());
});
