import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { draftUnion, foundFederation, foundUnions, type Union } from '#engines/org';
import { keyRing, secrets } from '#platform/secrets';
import { newId } from '#shared/ids';
import type { Tx } from '#shared/call';
import { freshDatabase } from '#test/database';
import { similarity } from './index.ts';

const NOW = new Date('2026-11-21T04:00:00Z');
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const key = randomBytes(32);
secrets.use(keyRing([key]));
const database = await freshDatabase({ poolSize: 8 });

type City = { id: string; top: Union; one: Union; other: Union; in<T>(run: (tx: Tx) => Promise<T>): Promise<T> };
async function foundCity(): Promise<City> {
  const id = newId();
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(id, NOW, work);
  const unions = await run(async (tx) => {
    const top = await foundFederation(tx, { name: '市总工会', code: id.slice(-8) });
    const [one, other] = ['一', '二'].map((n) => draftUnion({ name: `第${n}机械厂工会`, code: `P${n}`, kind: 'enterprise', parentId: id }, top)) as [Union, Union];
    await foundUnions(tx, [one, other]);
    return { top, one, other };
  });
  return { id, ...unions, in: run };
}

const WATER = '更衣室没有热水，晚班下来只有冷水';
const letters = (city: City, texts: readonly string[], union = city.one) => texts.map((text, n) => ({ id: newId(), unionId: union.id, text, at: ago(texts.length - n) }));
const look = (city: City, text: string, o: Partial<Parameters<typeof similarity.search>[1]> = {}) =>
  city.in((tx) => similarity.search(tx, { collection: 'letters', text, scopes: [city.top.path], limit: 10, ...o }));

test('what was put is found after the commit, and by nobody when the transaction failed', async () => {
  const city = await foundCity();
  const [letter] = letters(city, [WATER]);
  assert.ok(letter);
  await assert.rejects(city.in(async (tx) => {
    await similarity.put(tx, 'letters', [letter]);
    assert.deepEqual(await similarity.search(tx, { collection: 'letters', text: WATER, scopes: [city.top.path], limit: 5 }), [], 'not by its own transaction either');
    throw new Error('business failed');
  }));
  assert.deepEqual(await look(city, WATER), []);
  await city.in((tx) => similarity.put(tx, 'letters', [letter]));
  assert.deepEqual((await look(city, '更衣室的热水没有了')).map((f) => f.id), [letter.id]);
  assert.deepEqual(await look(city, WATER, { excludeIds: [letter.id] }), []);
  assert.deepEqual(await look(city, WATER, { collection: 'suggestions' }), [], 'another collection');
  assert.deepEqual(await look(await foundCity(), WATER), [], 'another federation');
});

test('put again replaces, moved is found by the other union only, removed leaves nothing at rest', async () => {
  const city = await foundCity();
  const [letter] = letters(city, [WATER]);
  assert.ok(letter);
  await city.in((tx) => similarity.put(tx, 'letters', [letter]));
  const scoped = (u: Union) => look(city, WATER, { scopes: [u.path] });
  assert.deepEqual([(await scoped(city.one)).length, (await scoped(city.other)).length, (await look(city, WATER, { scopes: [] })).length], [1, 0, 0]);
  await city.in((tx) => similarity.move(tx, 'letters', [letter.id], city.other.id));
  assert.deepEqual([(await scoped(city.one)).length, (await scoped(city.other)).length], [0, 1]);
  await city.in((tx) => similarity.put(tx, 'letters', [{ ...letter, text: '探亲假的路费怎么报销' }]));
  assert.deepEqual((await look(city, WATER, { least: 0.25 })).map((f) => f.id), []);
  await city.in((tx) => similarity.remove(tx, 'letters', [letter.id]));
  assert.deepEqual(await look(city, '探亲假的路费怎么报销'), []);
  const { rows: [left] } = await database.pool.query<{ sealed: Buffer | null }>('select sealed from similar_text where id = $1', [letter.id]);
  assert.deepEqual(left, { sealed: null });
});

test('texts rest sealed', async () => {
  const city = await foundCity();
  await city.in((tx) => similarity.put(tx, 'letters', letters(city, [WATER])));
  const { rows } = await database.pool.query<{ sealed: Buffer }>('select sealed from similar_text where federation_id = $1', [city.id]);
  assert.equal(rows.length, 1);
  assert.ok(rows.every((r) => !r.sealed.includes(Buffer.from('更衣室')) && secrets.open(r.sealed) === WATER));
});

const HOSTILE = ['', ' ', '，。！？…', '😀😀😀', '\ud800', '\udc00\ud800', 'a'.repeat(1_000_000), '热'.repeat(1_000_000), '\u0000\u0001', '‮热水', 'ﷺ'.repeat(500), '0'.repeat(3000), '一'.repeat(2_500), '%_\\\'";--', '<b>热水</b>', '𠀀𠀁𠀂'];
test('hostile texts are kept and looked for without harm', async () => {
  const city = await foundCity();
  const all = letters(city, [...HOSTILE, WATER]);
  await city.in((tx) => similarity.put(tx, 'letters', all));
  similarity.forget();
  for (const text of HOSTILE) for (const f of await look(city, text)) assert.ok(f.score >= 0 && f.score <= 1);
  assert.equal((await look(city, WATER))[0]?.id, all.at(-1)?.id);
  assert.equal((await look(city, '𠀀𠀁𠀂'))[0]?.id, all[HOSTILE.indexOf('𠀀𠀁𠀂')]?.id, 'rare characters count as characters');
  for (const a of HOSTILE) similarity.explain(a, WATER);
});

const PHRASES = ['更衣室', '热水', '不够用', '食堂', '饭菜', '口味单一', '班车', '太挤', '晚班', '体检报告', '没有发', '3号机', '漏油', '请更换', '为什么', '谢谢'];
const sentence = fc.array(fc.constantFrom(...PHRASES), { minLength: 1, maxLength: 6 }).map((p) => p.join(''));

test('any history: found is what is there and may be seen; a restart changes nothing; the order is stable', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ text: sentence, other: fc.boolean(), next: fc.constantFrom('stay', 'stay', 'remove', 'move', 'change') }), { minLength: 1, maxLength: 12 }), sentence, async (history, asked) => {
    const city = await foundCity();
    const there = new Map<string, { text: string; unionId: string }>();
    for (const { text, other, next } of history) {
      const [letter] = letters(city, [text], other ? city.other : city.one);
      assert.ok(letter);
      await city.in((tx) => similarity.put(tx, 'letters', [letter]));
      await look(city, asked);
      if (next === 'remove') await city.in((tx) => similarity.remove(tx, 'letters', [letter.id]));
      if (next === 'move') await city.in((tx) => similarity.move(tx, 'letters', [letter.id], city.top.id));
      if (next === 'change') await city.in((tx) => similarity.put(tx, 'letters', [{ ...letter, text: asked }]));
      if (next !== 'remove') there.set(letter.id, { text: next === 'change' ? asked : text, unionId: next === 'move' ? city.top.id : letter.unionId });
    }
    const all = (await look(city, asked, { limit: 50 })).map((f) => f.id);
    for (const id of all) assert.ok(there.has(id), 'nothing is found that is not there');
    for (const [id, t] of there) if (t.text === asked) assert.ok(all.includes(id), 'what reads the same is found');
    const below = (await look(city, asked, { limit: 50, scopes: [city.one.path] })).map((f) => f.id);
    assert.deepEqual(below, all.filter((id) => there.get(id)?.unionId === city.one.id), 'a smaller scope finds the same, less what it must not see');
    similarity.forget();
    assert.deepEqual((await look(city, asked, { limit: 50 })).map((f) => f.id).sort(), [...all].sort());
  }), { numRuns: 25 });
});

const GOLDEN: readonly (readonly [asked: string, ...better: string[]])[] = [
  ['请问食堂的饭菜能不能换换口味？', '职工餐厅的菜可不可以改一改口味', '食堂早餐开得太晚，赶不上早班', '班车太挤，没有座位'],
  ['3号机液压站漏油，建议更换密封圈', '三号机的液压站渗漏，应该换密封圈', '5号机液压站漏油，建议更换密封圈', '3号机照明灯不亮'],
  ['为什么夜班补贴两个月没有发', '晚班津贴咋两个月都没发', '夜班补贴多少钱', '夜班食堂没有热饭'],
  ['更衣室热水不夠用', '更衣室热水不够用', '更衣室柜子不够用', '宿舍没有网络'],
  ['体检报告一直没有发下来', '體檢報告到現在還沒有發', '体检报告已经发下来了，谢谢', '高温津贴少发一个月'],
];
test('golden pairs: the same in other words stands before the same words on another matter, and that before others', async () => {
  for (const [asked, ...better] of GOLDEN) {
    const city = await foundCity();
    const all = letters(city, [...better].reverse());
    await city.in((tx) => similarity.put(tx, 'letters', all));
    const order = (await look(city, asked)).map((f) => all.find((l) => l.id === f.id)?.text);
    assert.deepEqual(order.slice(0, 2), better.slice(0, 2), asked);
  }
});

test('of equals the one that was first stands first', async () => {
  const city = await foundCity();
  const all = letters(city, [WATER, WATER, WATER]);
  await city.in((tx) => similarity.put(tx, 'letters', [...all].reverse()));
  assert.deepEqual((await look(city, WATER)).map((f) => f.id), all.map((l) => l.id));
});

test('groups: at least so many, each once, only of those given, not what was said to be apart', async () => {
  const city = await foundCity();
  const all = letters(city, ['体检报告一直没有发下来', '体检报告还没有发下来', '体检报告怎么一直没发', '更衣室热水不够用', '更衣室的热水不够', '探亲假路费怎么报']);
  await city.in((tx) => similarity.put(tx, 'letters', all));
  const ids = all.map((l) => l.id);
  const grouped = (o: object = {}) => city.in((tx) => similarity.group(tx, { collection: 'letters', ids, scopes: [city.top.path], smallest: 3, least: 0.4, apart: new Set<string>(), ...o }));
  const [group, ...more] = await grouped();
  assert.deepEqual([[group?.first, ...(group?.others ?? [])].sort(), more.length], [ids.slice(0, 3).sort(), 0]);
  assert.equal((await grouped({ smallest: 2 })).length, 2);
  assert.deepEqual(await grouped({ ids: ids.slice(1) }), []);
  assert.deepEqual(await grouped({ scopes: [city.other.path] }), []);
  const [a = '', b = '', c = ''] = ids;
  assert.deepEqual(await grouped({ apart: new Set([similarity.pairOf(a, b), similarity.pairOf(c, b), similarity.pairOf(a, c)]) }), []);
});

test('what two texts share is told by its place in each, and what contradicts', () => {
  const [first, second] = ['请问：３号机的液压站漏油，如何更换？', '5号机液压站漏油怎么换'];
  const { passages, contradicts } = similarity.explain(first, second);
  const shared = passages.map((p) => [first.slice(...p.first), second.slice(...p.second)]);
  assert.ok(shared.some(([a, b]) => a?.includes('液压站漏油') && b?.includes('液压站漏油')), JSON.stringify(shared));
  assert.ok(shared.some(([a]) => a?.includes('如何更换')), 'said in other words is shared');
  assert.deepEqual(contradicts.numbers, [['3'], ['5']]);
  fc.assert(fc.property(fc.string(), fc.string(), (x, y) => {
    for (const p of similarity.explain(x, y).passages) assert.ok(p.first[0] < p.first[1] && p.first[1] <= x.length && p.second[0] < p.second[1] && p.second[1] <= y.length);
  }));
});

const SECOND = fileURLToPath(new URL('../../../test/alike.ts', import.meta.url));

test('two processes stay in step while both write, and while one holds its transaction open', { timeout: 60_000 }, async () => {
  const city = await foundCity();
  const { connectionString: url, host, port, user, password, database: name } = database.pool.options as Record<'connectionString' | 'host' | 'user' | 'password' | 'database', string | undefined> & { port?: number };
  const connection = url ? { url } : { host, port, user, ...(password ? { password } : {}), database: name };
  const child = spawn(process.execPath, [SECOND], { env: { ...process.env, LOG_LEVEL: 'silent', ALIKE: JSON.stringify({ connection, key: key.toString('base64'), federationId: city.id, scope: city.top.path }) }, stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const other = async (asked: object): Promise<string[]> => {
    child.stdin.write(`${JSON.stringify(asked)}\n`);
    return JSON.parse(String((await answers.next()).value)) as string[];
  };
  const here = async (): Promise<string[]> => (await look(city, WATER, { limit: 50 })).map((f) => f.id);
  const fresh = (n: number) => letters(city, Array.from({ length: n }, (_, i) => `${WATER}${'一二三四五六七八九十'[i] ?? ''}组`));
  let expected = 0;
  for (let round = 1; round <= 4; round++) {
    const [mine, theirs] = [fresh(round), fresh(2)];
    let letGo = (): void => undefined;
    const open = new Promise<void>((go) => { letGo = go; });
    let held = (): void => undefined;
    const holding = new Promise<void>((go) => { held = go; });
    const writing = city.in(async (tx) => { await similarity.put(tx, 'letters', mine); held(); await open; });
    await holding;
    const late = other({ put: theirs });
    assert.equal((await here()).length, expected, 'what is not committed is not found, here');
    letGo();
    await Promise.all([writing, late]);
    expected += mine.length + theirs.length;
    const [a, b] = [await here(), await other({ search: WATER })];
    assert.equal(a.length, expected);
    assert.deepEqual([...b].sort(), [...a].sort());
  }
  child.stdin.end();
  await new Promise((go) => child.once('exit', go));
});
