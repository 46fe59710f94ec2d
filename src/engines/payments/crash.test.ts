import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { ledger } from '#engines/ledger';
import { freshDatabase } from '#test/database';
import { paymentStory, PURPOSE } from '#test/payments';
import { payments } from './index.ts';

const PAYER = fileURLToPath(new URL('../../../test/payer.ts', import.meta.url));
const KILLS = 8;
const database = await freshDatabase();
const REACHED: Readonly<Record<string, readonly string[]>> = { drafted: ['drafted', 'submitted', 'approved', 'filed', 'settled'], approved: ['approved', 'filed', 'settled'], settled: ['settled'] };

test('killed at any moment while lists are drafted, approved and settled: no key twice, no list half, what was acknowledged stands', { timeout: 300_000 }, async () => {
  const s = await paymentStory(database, 6);
  const acknowledged: [what: string, id: string][] = [];
  for (let run = 0; run < KILLS; run++) {
    const order = { connection: database.config, federationId: s.federationId, unionId: s.unionId, purpose: PURPOSE, at: '2026-11-21T08:00:00Z', accountant: s.accountant, chair: s.chair, cashier: s.cashier, people: s.people, run, size: 30 };
    const payer = spawn(process.execPath, [PAYER], { env: { ...process.env, LOG_LEVEL: 'silent', PAYER: JSON.stringify(order) }, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((go) => payer.once('exit', go));
    let heard = 0;
    const most = randomInt(1, 8);
    for await (const line of createInterface({ input: payer.stdout })) {
      const [what = '', id = ''] = line.split(' ');
      acknowledged.push([what, id]);
      heard += 1;
      if (heard === most) setTimeout(() => payer.kill('SIGKILL'), randomInt(0, 30));
    }
    await ended;
    assert.ok(heard >= most, 'the payer ended by itself');
  }
  // Whoever is killed leaves transactions behind that the server has to end first.
  await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`);
  const { rows } = await database.pool.query<{ id: string; state: string; pending: number; paid: bigint; owed: bigint }>(
    `SELECT l.id, c.state, count(*) FILTER (WHERE x.state = 'pending')::int AS pending, coalesce(sum(x.amount_fen) FILTER (WHERE x.state = 'paid'), 0)::bigint AS paid,
       coalesce(sum(x.amount_fen) FILTER (WHERE x.state = 'pending' AND l.approved_at IS NOT NULL), 0)::bigint AS owed
     FROM payment_list l JOIN case_file c ON c.federation_id = l.federation_id AND c.id = l.id LEFT JOIN payment_line x ON x.federation_id = l.federation_id AND x.list_id = l.id
     WHERE l.federation_id = $1 GROUP BY 1, 2, l.federation_id`, [s.federationId]);
  const states = new Map(rows.map((r) => [r.id, r.state]));
  assert.deepEqual(acknowledged.filter(([what, id]) => !REACHED[what]?.includes(states.get(id) ?? '')), []);
  for (const r of rows) assert.equal(r.pending > 0, r.state !== 'settled', `list ${r.id} is ${r.state} with ${r.pending} pending lines`);
  const paid = rows.reduce((sum, r) => sum + r.paid, 0n);
  const owed = rows.reduce((sum, r) => sum + r.owed, 0n);
  assert.ok(rows.some((r) => r.state === 'settled'), 'nothing was ever settled');
  assert.deepEqual(await s.balances(), [owed + paid, owed, -paid]);
  const { rows: twice } = await database.pool.query(`SELECT key FROM payment_line WHERE federation_id = $1 AND state IN ('pending','paid') GROUP BY key HAVING count(*) > 1`, [s.federationId]);
  assert.deepEqual(twice, []);
  // Whatever was left lying is carried on from where it stands.
  for (const { id, state } of rows) {
    if (state === 'drafted') await s.within((tx) => payments.submit(tx, s.accountant, { id }));
    if (['drafted', 'submitted'].includes(state)) await s.within((tx) => payments.approve(tx, s.chair, { id }));
    if (['drafted', 'submitted', 'approved'].includes(state)) await s.within((tx) => payments.file(tx, s.cashier, { id }));
    if (state !== 'settled') await s.within((tx) => payments.settle(tx, s.cashier, { id, failed: [] }));
  }
  assert.equal((await s.balances())[1], 0n);
  const book = await s.within((tx) => ledger.findBook(tx, s.unionId, 'payments'));
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, book?.id ?? ''))).faults, []);
});
