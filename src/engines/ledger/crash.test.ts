import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshDatabase } from '#test/database';
import { ledgerStory, NOBODY } from '#test/ledger';
import { ledger } from './index.ts';

const POSTER = fileURLToPath(new URL('../../../test/poster.ts', import.meta.url));
const KILLS = 20;
const SIZE = 40;
const database = await freshDatabase();

test('killed at any moment while it posts and seals: nothing half, nothing twice, what was acknowledged is there', async () => {
  const s = await ledgerStory(database, 50);
  const { connectionString: url, host, port, user, password, database: name } = database.pool.options as Record<'connectionString' | 'host' | 'user' | 'password' | 'database', string | undefined> & { port?: number };
  const connection = url ? { url } : { host, port, user, ...(password ? { password } : {}), database: name };
  const acknowledged: string[] = [];
  for (let run = 1; run <= KILLS; run++) {
    const order = { connection, federationId: s.federationId, bookId: s.bookId, from: s.wallets, to: s.no('500'), run, size: SIZE, at: '2026-11-21T08:00:00Z' };
    const poster = spawn(process.execPath, [POSTER], { env: { ...process.env, LOG_LEVEL: 'silent', POSTER: JSON.stringify(order) }, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((go) => poster.once('exit', go));
    let heard = 0;
    const most = randomInt(1, 12);
    for await (const line of createInterface({ input: poster.stdout })) {
      acknowledged.push(line);
      heard += 1;
      if (heard === most) setTimeout(() => poster.kill('SIGKILL'), randomInt(0, 8));
    }
    await ended;
    assert.ok(heard >= most, 'the poster ended by itself');
  }
  // Whoever is killed leaves transactions behind that the server has to end first.
  await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`);
  const { rows } = await database.pool.query<{ batch: string; journals: bigint; moves: bigint }>(
    `SELECT j.document_id AS batch, count(DISTINCT j.id) AS journals, count(m.n) AS moves FROM ledger_journal j LEFT JOIN ledger_move m ON m.federation_id = j.federation_id AND m.journal_id = j.id
     WHERE j.federation_id = $1 GROUP BY 1`, [s.federationId]);
  assert.deepEqual(new Set(rows.map((r) => `${r.journals} ${r.moves}`)), new Set([`${SIZE} ${SIZE}`]));
  const there = new Set(rows.map((r) => r.batch));
  assert.deepEqual(acknowledged.filter((batch) => !there.has(batch)), []);
  // What was asked again after the crash is answered, not repeated.
  const [last = ''] = acknowledged.slice(-1);
  const { rows: before } = await database.pool.query<{ id: string }>(`SELECT id FROM ledger_journal WHERE federation_id = $1 AND key = $2`, [s.federationId, `${last}/0`]);
  const journal = await s.within((tx) => ledger.loadJournal(tx, before[0]?.id ?? ''));
  const { key, on, summary, document, moves, bookId } = journal;
  assert.deepEqual(await s.within((tx) => ledger.post(tx, NOBODY, [{ key, on, summary, document, moves, bookId }])), [{ id: journal.id, key, again: true }]);
  await ledger.seal(database, new Date('2026-11-21T09:00:00Z'));
  const found = await s.within((tx) => ledger.verifyBook(tx, s.bookId));
  assert.deepEqual([found.faults, found.unsealed, found.journals], [[], 0, rows.length * SIZE]);
});
