import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { audit, auditedCount } from '#engines/audit';
import { foundFederation, foundUnions, draftUnion, type Union } from '#engines/org';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { freshDatabase } from '#test/database';

const words = defineWords('test', {
  accepted: ['受理了来信{no}', 'accepted letter {no}'],
  moved: ['把来信转到了{state}', 'moved the letter to {state}'],
  office: ['办公室', 'the office'],
});
const T = new Date('2026-11-21T08:00:00Z');

const database = await freshDatabase();
const federationId = newId();
const personId = newId();
const by: Actor = { federationId, personId, sessionId: 's-1', name: '李主席', locale: 'zh', membership: null, grants: [] };
const inTx = <R>(run: (tx: Tx) => Promise<R>, now = T, federation = federationId): Promise<R> => database.transaction(federation, now, run);
const letter = (id = newId()) => ({ kind: 'letter', id });
let top: Union;
let street: Union;

before(async () => {
  await inTx(async (tx) => {
    top = await foundFederation(tx, { name: '市总工会', code: 'TOP' });
    street = draftUnion({ name: '一街道', code: 'S1', kind: 'street', parentId: top.id }, top);
    await foundUnions(tx, [street]);
  });
  // The tests play the intruder who may do everything; the application's own role may not.
  await database.pool.query('GRANT UPDATE, DELETE ON audit_entry, audit_seal TO CURRENT_USER');
});

test('a slot that looks like an identity number, a phone, a card or a follow-up code is our bug', async () => {
  const secrets = ['13812345678', '+86 138 1234 5678', '１３８１２３４５６７８', '11010519491231002X', '6222020000000000000', '4821-5930-1174-0026', '110105491231002', 13812345678];
  for (const no of secrets) {
    await assert.rejects(inTx((tx) => audit.record(tx, by, words.accepted, { subject: letter(), slots: { no } })), /looks like/, String(no));
    await assert.rejects(inTx((tx) => audit.record(tx, by, words.accepted, { subject: letter(), basis: { no } })), /looks like/);
  }
  const plain = ['2026-000123', '2026-11-21 18:00 2026-12-21', newId(), '¥1,234.50', '第 3 号楼 1203 室', '91440300708461136T', 7, '400-820-8820'];
  for (const no of plain) await inTx((tx) => audit.record(tx, by, words.accepted, { subject: letter(), slots: { no } }));
  assert.equal(audit.veil('打 138-1234-5678 找他'), '打 ***-****-**** 找他');
  assert.equal(audit.veil('三号楼，急'), '三号楼，急');
  assert.equal(audit.veil('１３８１２３４５６７８，急'), '***********，急');
});

test('a line shares the fate of its transaction, and the front door can count it', async () => {
  const subject = letter();
  await assert.rejects(inTx(async (tx) => {
    assert.equal(auditedCount(tx), 0);
    await audit.record(tx, by, words.accepted, { subject, slots: { no: '1' } });
    await audit.recordEach(tx, by, words.accepted, [{ subject, slots: { no: '2' } }, { subject, slots: { no: '3' } }]);
    assert.equal(auditedCount(tx), 3);
    throw new Error('no');
  }), /no/);
  const found = await inTx((tx) => audit.list(tx, [top.path], { subject, limit: 10 }, 'zh'));
  assert.deepEqual(found.items, []);
});

test('sentences come in the language of the reader, words in slots too', async () => {
  const subject = letter();
  await inTx((tx) => audit.record(tx, by, words.moved, { subject, unionId: street.id, slots: { state: words.office } }));
  const zh = await inTx((tx) => audit.list(tx, [street.path], { subject, limit: 10 }, 'zh'));
  const en = await inTx((tx) => audit.list(tx, [street.path], { subject, limit: 10 }, 'en'));
  assert.equal(zh.items[0]?.sentence, '把来信转到了办公室');
  assert.equal(en.items[0]?.sentence, 'moved the letter to the office');
  assert.deepEqual(zh.items[0]?.by, { kind: 'person', name: '李主席', personId });
  assert.deepEqual(zh.items[0]?.union, { id: street.id, name: '一街道' });
  assert.equal(zh.items[0]?.at, T.toISOString());
});

test('an anonymous act keeps no person, no session and no address', async () => {
  const subject = letter();
  await inTx((tx) => audit.record(tx, null, words.accepted, { subject, slots: { no: '9' } }));
  const { rows } = await database.pool.query('SELECT e.* FROM audit_entry e WHERE subject_id = $1', [subject.id]);
  const row = rows[0] as Record<string, unknown>;
  assert.deepEqual([row['by_kind'], row['by_name'], row['person_id'], row['session_id']], ['anonymous', '', null, null]);
  assert.equal(Object.keys(row).some((name) => /addr|ip|agent/.test(name)), false);
  const en = await inTx((tx) => audit.list(tx, [top.path], { subject, limit: 1 }, 'en'));
  assert.equal(en.items[0]?.by.name, 'somebody who left no name');
});

test('a look at personal fields names the fields and the purpose, which may hold no numbers', async () => {
  const subject = { kind: 'person', id: newId(), name: '王会员' };
  await assert.rejects(inTx((tx) => audit.looked(tx, by, { subject, fields: ['idNumber'], purpose: ' ' })), Refused);
  await assert.rejects(inTx((tx) => audit.looked(tx, by, { subject, fields: [], purpose: '核对' })), /1 to 30/);
  await assert.rejects(inTx((tx) => audit.looked(tx, by, { subject, fields: ['110105199003070000'], purpose: '核对' })), /names, not values/);
  await assert.rejects(inTx((tx) => audit.looked(tx, null, { subject, fields: ['phone'], purpose: '核对' })), /without a name/);
  await inTx((tx) => audit.looked(tx, by, { subject, unionId: street.id, fields: ['idNumber', 'phone'], purpose: '核对 13812345678 的转账' }));
  const { items } = await inTx((tx) => audit.list(tx, [top.path], { act: 'look', limit: 10 }, 'zh'));
  assert.equal(items[0]?.sentence, '查看了王会员的证件号码、手机号码，用途：核对 *********** 的转账');
  assert.deepEqual(items[0]?.fields, ['idNumber', 'phone']);
});

test('a reader sees the own subtree; lines of no union are for the top only; another federation sees nothing', async () => {
  const branch = draftUnion({ name: '一厂', code: `B${newId()}`, kind: 'enterprise', parentId: street.id }, street);
  const subject = letter();
  await inTx(async (tx) => {
    await foundUnions(tx, [branch]);
    await audit.record(tx, by, words.accepted, { subject, unionId: branch.id, slots: { no: 'a' } });
    await audit.record(tx, by, words.accepted, { subject, unionId: top.id, slots: { no: 'b' } });
    await audit.record(tx, by, words.accepted, { subject, slots: { no: 'c' } });
  });
  const seen = async (scopes: string[], federation = federationId, more = {}): Promise<string[]> => {
    const { items } = await inTx((tx) => audit.list(tx, scopes, { subject, limit: 10, ...more }, 'en'), T, federation);
    return items.map((i) => i.sentence.at(-1) as string).sort();
  };
  assert.deepEqual(await seen([top.path]), ['a', 'b', 'c']);
  assert.deepEqual(await seen([street.path]), ['a']);
  assert.deepEqual(await seen([branch.path, street.path]), ['a']);
  assert.deepEqual(await seen([]), []);
  assert.deepEqual(await seen([top.path], federationId, { within: street.path }), ['a']);
  assert.deepEqual(await seen([top.path], newId()), []);
});

test('pages neither repeat nor leave out a line, and a forged page mark is refused', async () => {
  const subject = letter();
  const federation = newId();
  for (let i = 0; i < 7; i++) {
    await inTx((tx) => audit.recordEach(tx, by, words.accepted, [0, 1, 2].map((n) => ({ subject, slots: { no: `${i}-${n}` } }))), new Date(T.getTime() + Math.floor(i / 2)), federation);
  }
  const all: string[] = [];
  let after: string | undefined;
  do {
    const page = await inTx((tx) => audit.list(tx, ['/top/'], { subject, limit: 4, after }, 'en'), T, federation);
    all.push(...page.items.map((i) => i.id));
    after = page.next;
  } while (after);
  assert.equal(all.length, 21);
  assert.equal(new Set(all).size, 21);
  await assert.rejects(inTx((tx) => audit.list(tx, ['/top/'], { limit: 4, after: "x' OR 1=1" }, 'en')), Refused);
});
