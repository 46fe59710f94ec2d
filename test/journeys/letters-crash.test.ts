import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import test, { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cast, foundCity } from '#test/people';
import { startHouse } from '#test/server';

const KILLS = 3;
const WRITING = 8;
const ANSWERING = 3;
/** People each writing client writes for, in turns: nobody may send more than ten letters a day. */
const PEOPLE_EACH = 10;

const key = randomBytes(32).toString('base64');
const stage = await startHouse({ env: { NIANGJIA_KEY: key } });
const env = { ...process.env, NIANGJIA_MODE: 'demo', DATA_DIR: stage.house.config.dataDir, NIANGJIA_KEY: key, HOUSE_DATABASE: JSON.stringify(stage.database.config), LOG_LEVEL: 'fatal' };
const city = await foundCity(stage, 'CRASH');
const people = await cast(stage, city.federationId, [
  ...Array.from({ length: ANSWERING }, (_, n) => ({ name: `主席${n}`, unionId: city.one.id, offices: ['chair'] })),
  ...Array.from({ length: WRITING * PEOPLE_EACH }, (_, n) => ({ name: `工友${n}`, unionId: city.one.id })),
]);
const chairs = people.slice(0, ANSWERING);
const writers = people.slice(ANSWERING);

const children = new Set<ChildProcess>();
after(() => { for (const child of children) child.kill('SIGKILL'); });

/** Where the house is to be found at present; null while it is dead. */
let address: string | null = null;

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../running-house.ts', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  for await (const chunk of child.stdout ?? []) {
    const found = /house (http\S+)/.exec(String(chunk))?.[1];
    if (found) {
      address = found;
      return child;
    }
  }
  throw new Error('the house did not come up');
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  address = null;
  await gone;
  children.delete(child);
}

let over = false;
let interrupted = 0;
let acknowledged = 0;

/** Asks the house that is alive; null when it died over it, so that nobody knows what became of the call. */
async function ask(path: string, body: object, token?: string): Promise<{ status: number; body: Record<string, string> } | null> {
  while (address === null) await pause(20);
  try {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-niangjia': '1', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  } catch (error) {
    // Refused at the door means that it was dead before it heard anything; only what broke off in the middle proves something.
    if (((error as Error).cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED') interrupted += 1;
    return null;
  }
}

/** Every text that was sent, with what the house said to it: acknowledged with this number, or not known. */
const sent = new Map<string, { number: string; code: string | null } | null>();
/** Letters that wait for an answer, by id. */
const waiting: string[] = [];
/** Acknowledged answers by the letter's id. */
const answered = new Map<string, string>();
const answersTried = new Set<string>();

async function writeLetters(client: number): Promise<void> {
  for (let n = 0; !over; n++) {
    const text = `第${client}号手机的第${n}封信，夜班食堂没有热饭。`;
    const draft = { title: `来信 ${client}-${n}`, text, category: 'living' };
    const anonymous = n % 5 === 4;
    sent.set(text, null);
    const said = anonymous ? await ask('/letters/anonymous', { ...draft, joinCode: city.one.joinCode }) : await ask('/letters', draft, writers[client * PEOPLE_EACH + (n % PEOPLE_EACH)]?.token);
    if (said?.status === 429) sent.delete(text);
    else if (said !== null) {
      assert.equal(said.status, 200, JSON.stringify(said.body));
      sent.set(text, { number: said.body['number'] ?? '', code: said.body['code'] ?? null });
      if (said.body['id'] !== undefined) waiting.push(said.body['id']);
      acknowledged += 1;
    }
    await pause(randomInt(10, 50));
  }
}

async function answerLetters(chair: number): Promise<void> {
  for (let n = 0; !over; n++) {
    const id = waiting.shift();
    if (id !== undefined) {
      const text = `主席${chair}的第${n}次答复：从下周起供应到四点。`;
      answersTried.add(text);
      const said = await ask(`/letters/${id}/answer`, { text }, chairs[chair]?.token);
      if (said === null) waiting.unshift(id);
      else if (said.status === 200) {
        answered.set(id, text);
        acknowledged += 1;
      } else assert.equal(said.body['error'] && (said.body['error'] as unknown as { code: string }).code, 'cases.wrongState', 'only an answer that was there already may refuse another');
    }
    await pause(randomInt(5, 25));
  }
}

const query = async <T extends object>(text: string): Promise<T[]> => (await stage.database.pool.query<T>(text)).rows;

/** Cases of which one part is there and another is not. */
const halves = (): Promise<object[]> => query(`
  SELECT c.number, c.state, e.*, a.lines, m.told FROM case_file c
  LEFT JOIN LATERAL (SELECT count(*)::int AS events, min(position) AS first, max(position) AS last, (array_agg(to_state ORDER BY position DESC))[1] AS reached,
      count(*) FILTER (WHERE step = 'answer')::int AS answers FROM case_event e WHERE e.case_id = c.id) e ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS lines FROM audit_entry a WHERE a.subject_id = c.id::text AND a.act = 'write') a ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS told FROM notify_message m WHERE m.key LIKE 'letter/' || c.id || '/%') m ON true
  WHERE e.events = 0 OR e.first <> 1 OR e.last <> e.events OR e.reached <> c.state OR e.answers > 1 OR (c.state = 'answered') <> (e.answers = 1) OR (c.answered_at IS NOT NULL) <> (e.answers = 1)
    OR a.lines <> e.events OR m.told <> 1 + e.answers
    OR (c.privacy = 'anonymous') <> EXISTS (SELECT 1 FROM follow_up f WHERE f.case_id = c.id)`);

/** Rows that belong to no case. */
const orphans = (): Promise<object[]> => query(`
  SELECT 'event' AS what, case_id::text AS id FROM case_event e WHERE NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = e.case_id)
  UNION ALL SELECT 'code', case_id::text FROM follow_up f WHERE NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = f.case_id)
  UNION ALL SELECT 'audit', subject_id FROM audit_entry a WHERE subject_kind = 'letter' AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id::text = a.subject_id)
  UNION ALL SELECT 'message', key FROM notify_message m WHERE key LIKE 'letter/%' AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id::text = split_part(m.key, '/', 2))`);

test('BOX-1 killed again and again while letters are written and answered: what was acknowledged is there once, and nothing by halves', { timeout: 120_000 }, async () => {
  let child = await start();
  const clients = [...Array.from({ length: WRITING }, (_, n) => writeLetters(n)), ...Array.from({ length: ANSWERING }, (_, n) => answerLetters(n))];
  const all = Promise.all(clients);
  all.catch(() => { over = true; });
  for (let killed = 0; killed <= KILLS && !over; killed++) {
    const before = acknowledged;
    while (acknowledged < before + 3 && !over) await pause(10);
    await pause(randomInt(50, 900));
    if (killed === KILLS) break;
    await kill(child);
    child = await start();
  }
  over = true;
  await all;
  assert.ok(interrupted > 0, 'no call was cut off: nothing was proved');
  assert.ok(answered.size > 0);

  const opened = await query<{ text: string; number: string; privacy: string }>("SELECT e.text, c.number, c.privacy FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE e.step = 'opened'");
  const there = new Map(opened.map((row) => [row.text, row]));
  assert.equal(there.size, opened.length, 'a letter is there twice');
  assert.deepEqual(opened.filter((row) => !sent.has(row.text)), [], 'a letter nobody sent');
  for (const [text, told] of sent) if (told !== null) assert.equal(there.get(text)?.number, told.number, `acknowledged and lost: ${text}`);
  const numbers = opened.map((row) => row.number).sort();
  const year = numbers[0]?.slice(0, 5) ?? '';
  assert.deepEqual(numbers, numbers.map((_, i) => `${year}${String(i + 1).padStart(5, '0')}`), 'numbers without gap');
  assert.deepEqual(await query('SELECT last FROM case_number'), [{ last: numbers.length }]);

  const answers = await query<{ id: string; text: string }>("SELECT case_id AS id, text FROM case_event WHERE step = 'answer'");
  const answerOf = new Map(answers.map((row) => [row.id, row.text]));
  assert.equal(answerOf.size, answers.length, 'a letter is answered twice');
  assert.deepEqual(answers.filter((row) => !answersTried.has(row.text)), []);
  for (const [id, text] of answered) assert.equal(answerOf.get(id), text, `acknowledged and lost: the answer to ${id}`);

  assert.deepEqual(await halves(), []);
  assert.deepEqual(await orphans(), []);
  const codes = [...sent.values()].flatMap((told) => told?.code ?? []);
  assert.ok(codes.length > 0);
  for (const code of codes) assert.equal((await ask('/letters/follow-up', { code }))?.status, 200, 'the code of an acknowledged letter opens it');
  await kill(child);

  await query("DELETE FROM case_event WHERE id = (SELECT id FROM case_event WHERE step = 'answer' LIMIT 1)");
  assert.equal((await halves()).length, 1, 'control: a letter by halves is found');
});
