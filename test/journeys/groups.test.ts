import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { notify, outboundOf } from '#engines/notify';
import { contactsOf } from '#engines/org';
import { fixClock } from '#test/clock';
import { wecom } from '#test/outside';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

const KEY = 'f0e1d2c3-0000-4000-8000-00000000abcd';

test('PLT-3 a planned reception day and a published answer reach the group of their union, and no other', { timeout: 120_000 }, async () => {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'G');
  const robot = await wecom({ key: KEY });
  after(() => robot.close());
  notify.use({ database: house.database, contactsOf, publicUrl: 'https://union.example', mode: 'demo', outbound: outboundOf({ allow: ['127.0.0.1'], plainHttp: true }) });
  const [chair, neighbour, writer] = (await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '王小兵', unionId: city.one.id },
  ])) as [Player, Player, Player];
  const ask = async <T = { id: string }>(who: Player, path: string, body: unknown): Promise<T> => {
    const { status, body: said, text } = await house.ask('POST', `/api/v1${path}`, body, { token: who.token });
    assert.equal(status, 200, text);
    return said as T;
  };
  await ask(chair, '/message-channels', { unionId: city.one.id, name: '职工群', settings: { kind: 'wecom', url: `${robot.url}/cgi-bin/webhook/send?key=${KEY}` } });
  const said = async (): Promise<string[]> => {
    while ((await notify.dispatch()) > 0);
    return robot.seen.map((s) => s.body);
  };

  const day = { place: '工会办公室', heldOn: '2026-09-09', from: '14:00', to: '16:00', slots: 3 };
  await ask(neighbour, '/reception-days', { ...day, unionId: city.other.id });
  assert.deepEqual(await said(), [], 'the neighbour’s day is no news here');
  await ask(chair, '/reception-days', { ...day, unionId: city.one.id });
  assert.match((await said()).at(-1) ?? '', /2026-09-09.*工会办公室/s);

  const { id } = await ask(writer, '/letters', { unionId: city.one.id, category: 'living', title: '食堂早餐太晚', text: '六点半上工，食堂六点四十才开门，很多人空着肚子。', place: '', privacy: 'named', aboutChair: false, files: [] });
  await ask(chair, `/letters/${id}/answer`, { text: '从下周起食堂六点开门。' });
  await ask(chair, `/letters/${id}/publish`, { question: '食堂早餐能不能早一点？', answer: '从下周起六点开门。' });
  const last = (await said()).at(-1) ?? '';
  assert.match(last, /食堂早餐能不能早一点/);
  assert.ok(!last.includes('王小兵'), 'nobody is named in a group');
  assert.equal(robot.seen.length, 2);
});
