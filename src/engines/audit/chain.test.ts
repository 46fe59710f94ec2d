import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { audit } from '#engines/audit';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { freshDatabase } from '#test/database';

const words = defineWords('test', { did: ['做了{no}', 'did {no}'] });
const T = new Date('2026-11-21T08:00:00Z');

const database = await freshDatabase();
before(() => database.pool.query('GRANT UPDATE, DELETE ON audit_entry, audit_seal TO CURRENT_USER'));

/** A federation of its own with lines and sealed blocks. */
async function story(lines: number): Promise<{ federationId: string; inTx: <R>(run: (tx: Tx) => Promise<R>) => Promise<R> }> {
  const federationId = newId();
  const inTx = <R>(run: (tx: Tx) => Promise<R>): Promise<R> => database.transaction(federationId, T, run);
  const subject = { kind: 'letter', id: newId() };
  await inTx((tx) => audit.recordEach(tx, { system: 'test' }, words.did, Array.from({ length: lines }, (_, n) => ({ subject, slots: { no: n, of: '甲' }, basis: { b: 2, a: 1 } }))));
  return { federationId, inTx };
}

const seal = async (inTx: <R>(run: (tx: Tx) => Promise<R>) => Promise<R>): Promise<number> => {
  let sealed = 0;
  for (let n = await inTx(audit.sealBlock); n > 0; n = await inTx(audit.sealBlock)) sealed += n;
  return sealed;
};

test('an untouched log of several blocks has no fault, and waiting lines are no fault', async () => {
  const { inTx } = await story(2_300);
  assert.equal(await seal(inTx), 2_300);
  await inTx((tx) => audit.record(tx, null, words.did, { subject: { kind: 'letter', id: 'x' }, slots: { no: 1 } }));
  const found = await inTx((tx) => audit.verify(tx));
  assert.deepEqual([found.blocks, found.entries, found.unsealed, found.faultCount], [3, 2_300, 1, 0]);
  assert.match(found.head.hash, /^[0-9a-f]{64}$/);
  assert.deepEqual(await inTx(audit.head), found.head);
});

test('an empty log has a head of zeros and no fault', async () => {
  const { inTx } = await story(0);
  assert.equal(await seal(inTx), 0);
  assert.deepEqual(await inTx(audit.head), { block: '0', hash: '0'.repeat(64), sealedAt: null });
  assert.equal((await inTx((tx) => audit.verify(tx))).faultCount, 0);
});

const columns: readonly (readonly [string, string])[] = [
  ['zh', `zh || '。'`], ['en', `en || '.'`], ['slots', `slots || '{"no": 99999}'`], ['basis', `basis || '{"a": 7}'`], ['at', `at + interval '1 microsecond'`],
  ['by_name', `'other'`], ['union_id', `'${newId()}'`], ['subject_id', `'y'`], ['subject_kind', `'vote'`], ['word', `'test.other'`], ['purpose', `'p'`],
];
for (const [column, value] of columns) {
  test(`a changed ${column} is named`, async () => {
    const { federationId, inTx } = await story(20);
    await seal(inTx);
    const { rows } = await database.pool.query(
      `UPDATE audit_entry SET ${column} = ${value} WHERE id = (SELECT id FROM audit_entry WHERE federation_id = $1 ORDER BY id OFFSET 7 LIMIT 1) RETURNING id`, [federationId]);
    const found = await inTx((tx) => audit.verify(tx));
    assert.deepEqual(found.faults, [{ what: 'changed', id: (rows[0] as { id: string }).id }]);
  });
}

test('a missing line is named, sealed or waiting', async () => {
  const { federationId, inTx } = await story(5);
  await seal(inTx);
  await inTx((tx) => audit.record(tx, null, words.did, { subject: { kind: 'letter', id: 'x' }, slots: { no: 1 } }));
  const { rows } = await database.pool.query(
    `DELETE FROM audit_entry WHERE federation_id = $1 AND (subject_id = 'x' OR slots @> '{"no": 3}') RETURNING id`, [federationId]);
  const found = await inTx((tx) => audit.verify(tx));
  assert.deepEqual(found.faults.map((f) => f.what), ['missing', 'missing']);
  assert.deepEqual(new Set(found.faults.map((f) => f.id)), new Set(rows.map((r) => (r as { id: string }).id)));
});

test('a line that was slipped in is named', async () => {
  const { federationId, inTx } = await story(5);
  await seal(inTx);
  const id = newId();
  await database.pool.query(
    `INSERT INTO audit_entry SELECT federation_id, $2, at, act, by_kind, by_name, person_id, session_id, union_id, subject_kind, subject_id, word, zh, en, slots, basis, fields, purpose
     FROM audit_entry WHERE federation_id = $1 LIMIT 1`, [federationId, id]);
  assert.deepEqual((await inTx((tx) => audit.verify(tx))).faults, [{ what: 'inserted', id }]);
});

test('a block that was changed, taken out or put elsewhere breaks the chain', async () => {
  for (const harm of [
    `UPDATE audit_seal SET sealed_at = sealed_at + interval '1 hour' WHERE federation_id = $1 AND block = 2`,
    `UPDATE audit_seal SET entry_ids = array_append(entry_ids[2:], entry_ids[1]) WHERE federation_id = $1 AND block = 2`,
    `DELETE FROM audit_seal WHERE federation_id = $1 AND block = 2`,
  ]) {
    const { federationId, inTx } = await story(1_500);
    await inTx(audit.sealBlock);
    await inTx(audit.sealBlock);
    await inTx((tx) => audit.record(tx, null, words.did, { subject: { kind: 'letter', id: 'x' }, slots: { no: 1 } }));
    await inTx(audit.sealBlock);
    await database.pool.query(harm, [federationId]);
    const found = await inTx((tx) => audit.verify(tx));
    assert.ok(found.faults.some((f) => f.what === 'chain'), harm);
  }
});

test('a chain that was rewritten as a whole no longer holds the head that was printed', async () => {
  const { federationId, inTx } = await story(3);
  await seal(inTx);
  const printed = await inTx(audit.head);
  await database.pool.query(`DELETE FROM audit_seal WHERE federation_id = $1`, [federationId]);
  await database.pool.query(`DELETE FROM audit_entry WHERE federation_id = $1 AND slots @> '{"no": 1}'`, [federationId]);
  await database.pool.query(`INSERT INTO audit_unsealed SELECT federation_id, id FROM audit_entry WHERE federation_id = $1`, [federationId]);
  await seal(inTx);
  assert.equal((await inTx((tx) => audit.verify(tx))).faultCount, 0);
  assert.deepEqual((await inTx((tx) => audit.verify(tx, [printed]))).faults, [{ what: 'head', id: '1' }]);
  assert.deepEqual((await inTx((tx) => audit.verify(tx, [{ block: '9', hash: printed.hash }]))).faults, [{ what: 'head', id: '9' }]);
});

test('a line that commits late is sealed late, never skipped; two sealers at once make one chain', async () => {
  const { inTx } = await story(1);
  let release = (): void => {};
  const held = new Promise<void>((go) => { release = go; });
  let written = (): void => {};
  const wrote = new Promise<void>((go) => { written = go; });
  const late = inTx(async (tx) => {
    await audit.record(tx, null, words.did, { subject: { kind: 'letter', id: 'late' }, slots: { no: 1 } });
    written();
    await held;
  });
  await wrote;
  await inTx((tx) => audit.record(tx, null, words.did, { subject: { kind: 'letter', id: 'later' }, slots: { no: 2 } }));
  const both = await Promise.all([inTx(audit.sealBlock), inTx(audit.sealBlock)]);
  assert.equal(both[0] + both[1], 2);
  release();
  await late;
  assert.equal(await inTx(audit.sealBlock), 1);
  const found = await inTx((tx) => audit.verify(tx));
  assert.deepEqual([found.blocks, found.entries, found.unsealed, found.faultCount], [2, 3, 0, 0]);
});

test('a kept check can be read again; one command checks every federation', async () => {
  const { federationId, inTx } = await story(4);
  await seal(inTx);
  const found = await audit.check(database, federationId, T);
  const kept = await inTx(audit.lastCheck);
  assert.deepEqual([kept?.entries, kept?.faultCount, kept?.headHash], ['4', '0', found.head.hash]);
  const second = await story(2);
  assert.ok((await audit.seal(database, T)) >= 2);
  const all = await audit.checkAll(database, T, new Map([[federationId, [{ block: '1', hash: 'f'.repeat(64) }]]]));
  assert.equal(all.find((f) => f.federationId === second.federationId)?.found.entries, 2);
  assert.deepEqual(all.find((f) => f.federationId === federationId)?.found.faults, [{ what: 'head', id: '1' }]);
});
