import assert from 'node:assert/strict';
import test from 'node:test';
import { startHouse } from '#test/server';

type Lists = { items: { list: string; title: string; standard: string | null; values: { code: string; zh: string; en: string }[] }[] };
const house = await startHouse();
const codes = async (query = '', locale = 'zh'): Promise<Lists> => (await house.ask('GET', `/api/v1/codes${query}`, undefined, { headers: { 'accept-language': locale } })).body as Lists;

test('PLT-6 an unknown list is empty, a name that is too long is refused', async () => {
  assert.deepEqual((await codes('?list=nothing')).items, []);
  assert.equal((await house.ask('GET', `/api/v1/codes?list=${'x'.repeat(81)}`)).status, 400);
});

test('PLT-6 every code is there once, with a meaning in both languages, and without a session', async () => {
  const { items } = await codes();
  assert.ok(items.length >= 20, `${items.length} lists`);
  assert.deepEqual(items.map((i) => i.list), [...new Set(items.map((i) => i.list))].sort());
  for (const { list, title, values } of items) {
    assert.ok(values.length > 0, list);
    assert.doesNotMatch(title, /\{/, list);
    for (const v of values) assert.ok(v.code !== '' && /\p{Script=Han}|^\p{L}/u.test(v.zh) && v.en !== '' && !/\p{Script=Han}/u.test(v.en), `${list} ${v.code}: ${v.zh} / ${v.en}`);
  }
});

test('PLT-6 what is stored is what is published: ethnic groups by the national standard, states of letters, kinds of unions', async () => {
  const { items } = await codes();
  const of = (name: string) => items.find((i) => i.list === name);
  assert.deepEqual([of('member.ethnicity')?.standard, of('member.ethnicity')?.values.find((v) => v.code === '05')], ['GB/T 3304-1991', { code: '05', zh: '维吾尔族', en: 'Uygur' }]);
  assert.deepEqual(of('letter.state')?.values.map((v) => v.code), ['received', 'accepted', 'assigned', 'answered', 'closed', 'declined', 'withdrawn']);
  assert.equal(of('union.kind')?.values.length, 17);
  assert.equal((await codes('?list=letter.state', 'en')).items[0]?.title, 'States of: Letter');
});
