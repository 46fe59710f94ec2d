import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import test, { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cases } from '#engines/cases';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

const LETTERS = 700;
const KILLS = 3;

const key = randomBytes(32).toString('base64');
const stage = await startHouse({ env: { NIANGJIA_KEY: key } });
const env = { ...process.env, NIANGJIA_MODE: 'demo', DATA_DIR: stage.house.config.dataDir, NIANGJIA_KEY: key, HOUSE_DATABASE: JSON.stringify(stage.database.config), LOG_LEVEL: 'fatal' };
const city = await foundCity(stage, 'CRASH');
const [chair, ...writers] = (await cast(stage, city.federationId, [{ name: '高主席', unionId: city.one.id, offices: ['chair'] }, ...Array.from({ length: LETTERS }, (_, n) => ({ name: `工友${String(n)}`, unionId: city.one.id }))])) as [Player, ...Player[]];

const children = new Set<ChildProcess>();
after(() => { for (const child of children) child.kill('SIGKILL'); });

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../running-house.ts', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  for await (const chunk of child.stdout ?? []) if (String(chunk).startsWith('house http')) return child;
  throw new Error('the house did not come up');
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
}

const told = async (): Promise<number> => Number((await stage.database.pool.query('SELECT count(told_at) AS n FROM topic_letter')).rows[0]?.n);

test('BOX-3 killed while the result is told: every writer hears it, nobody twice', { timeout: 300_000 }, async () => {
  const letters = await stage.within(city.federationId, async (tx) => {
    const ids: string[] = [];
    for (const w of writers) ids.push((await cases.open(tx, cases.processNamed('letter'), { unionId: city.one.id, title: '更衣室热水', text: '晚班没有热水', privacy: 'named', channel: 'phone', authorId: w.id })).id);
    return ids;
  });
  const ask = async (path: string, body: object): Promise<{ id: string; state: string }> => {
    const a = await stage.ask('POST', `/api/v1${path}`, body, { token: chair.token });
    assert.equal(a.status, 200, a.text);
    return a.body as { id: string; state: string };
  };
  const { id } = await ask('/topics', { title: '更衣室热水' });
  for (let from = 0; from < LETTERS; from += 100) await ask(`/topics/${id}/letters`, { ids: letters.slice(from, from + 100) });
  await ask(`/topics/${id}/act`, {});
  await ask(`/topics/${id}/tell`, { text: '锅炉已换，晚班有热水' });
  const cuts: number[] = [];
  for (let n = 0; n < KILLS; n++) {
    const child = await start();
    const aim = Math.min(LETTERS - 1, (await told()) + 25 * randomInt(1, 7));
    while ((await told()) < aim) await pause(5);
    await kill(child);
    cuts.push(await told());
  }
  assert.ok(cuts.some((n) => n > 0 && n < LETTERS), `never in the middle: ${cuts.join(', ')}`);
  const last = await start();
  // Whoever held the run was killed; its hold ends with its connection, and the run is looked at again every few minutes and at each start.
  for (let left = 60; (await told()) < LETTERS && left > 0; left--) {
    await pause(1_000);
  }
  await kill(last);
  assert.equal(await told(), LETTERS);
  const { rows } = await stage.database.pool.query("SELECT count(*)::int AS events, count(DISTINCT case_id)::int AS letters FROM case_event WHERE step = 'inform'");
  assert.deepEqual(rows, [{ events: LETTERS, letters: LETTERS }]);
  const heard = await stage.database.pool.query("SELECT count(*)::int AS n, count(DISTINCT i.person_id)::int AS people FROM notify_inbox i JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id WHERE m.kind = 'letter.inform'");
  assert.deepEqual(heard.rows, [{ n: LETTERS, people: LETTERS }]);
});
