import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import pino from 'pino';
import { identity } from '#engines/identity';
import { jobs } from '#platform/jobs';
import { log } from '#platform/log';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { type Method, startHouse } from '#test/server';
import { tablesOf } from '../house/rows.ts';

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';

const clock = fixClock('2026-09-07T01:00:00Z');
const house = await startHouse();
const city = await foundCity(house, 'SURVEY');
const [chair, ...members] = (await cast(house, city.federationId, [
  { name: '高主席', unionId: city.one.id, offices: ['chair'] }, ...Array.from({ length: 7 }, (_, n) => ({ name: `司徒工友${'甲乙丙丁戊己庚'[n] ?? ''}`, unionId: city.one.id })),
])) as [Player, ...Player[]];
const said = (n: number): string => `第${'甲乙丙丁戊己庚'[n] ?? ''}种说法：更衣室的热水`;

/** A mark plain, as bytes in hex and base64, an id without its strokes. */
const shapesOf = (mark: string): string[] => {
  const bytes = Buffer.from(mark);
  return [mark, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), mark.replaceAll('-', '')];
};
type Row = { table: string; xmin: string; text: string };
const holds = (text: string, marks: readonly string[]): boolean => marks.flatMap(shapesOf).some((shape) => text.includes(shape) || text.includes(Buffer.from(shape).toString('latin1')));

async function allRows(): Promise<Row[]> {
  const found = await Promise.all((await tablesOf(house.database)).map(async ({ name }) =>
    (await house.database.pool.query<Row>(`SELECT '${name}' AS table, t.xmin::text AS xmin, t::text AS text FROM ${name} t`)).rows));
  const queued = await house.database.pool.query<Row>("SELECT 'pgboss.job' AS table, t.xmin::text AS xmin, t::text AS text FROM pgboss.job t");
  return [...found.flat(), ...queued.rows];
}
async function allFiles(): Promise<string[]> {
  const entries = await readdir(house.house.config.dataDir, { withFileTypes: true, recursive: true });
  return Promise.all(entries.filter((e) => e.isFile()).map(async (e) => `${e.name}\n${(await readFile(join(e.parentPath, e.name))).toString('latin1')}`));
}
async function asked<T>(who: Player, method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await house.ask(method, `/api/v1${path}`, body, { token: who.token });
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  clock.advance(61_000);
  return answer.body as T;
}
const marksOf = (p: Player): string[] => [p.id, p.name, p.token];

let topicId = '';
let from = 0;
let sealed: Row[] = [];

test('BOX-3 while the questionnaire is open, what was said stands nowhere in the clear, and every sheet looks alike', async () => {
  ({ id: topicId } = await asked<{ id: string }>(chair, 'POST', '/topics', { title: '更衣室热水' }));
  await asked(chair, 'PUT', `/topics/${topicId}/survey`, { title: '热水问卷', questions: [{ kind: 'single', text: '什么时候不够？', options: ['早上', '晚上'] }, { kind: 'open', text: '您说说？' }] });
  await asked(chair, 'POST', `/topics/${topicId}/survey/send`, { unionIds: [city.one.id], until: '2026-09-20' });
  await jobs.drain(house.database);
  await jobs.drain(house.database);
  from = lines.length;
  for (const [n, member] of members.entries()) {
    const { items: [survey] } = await asked<{ items: { id: string }[] }>(member, 'GET', '/questionnaires');
    await asked(member, 'POST', `/questionnaires/${survey?.id ?? ''}/answer`, { answers: [{ choices: [n % 2] }, { text: n < 6 ? said(n) : '' }] });
  }
  await identity.writeTouches(clock.now());
  const rows = await allRows();
  for (const [n, member] of members.entries()) assert.deepEqual(rows.filter((r) => holds(r.text, [said(n)])).map((r) => r.table), [], member.name);
  sealed = rows.filter((r) => r.table.endsWith('topic_sheet'));
  assert.equal(sealed.length, members.length);
  assert.equal(new Set(sealed.map((r) => r.text.length)).size, 1, 'the length tells nothing');
  assert.ok(sealed.every((r) => !members.some((m) => holds(r.text, marksOf(m)))), 'no sheet names a person');
  assert.ok(sealed.every((r) => [...r.text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-(\d)/g)][1]?.[1] === '4'), 'ids of sheets tell no time');
  const lookedAt = rows.filter((r) => r.table.endsWith('audit_entry'));
  assert.ok(lookedAt.length >= 3, 'the log was not seen');
  assert.ok(lookedAt.every((r) => !members.some((m) => holds(r.text, [m.id, m.name]))), 'the log says who answered');
});

test('BOX-3 once counted, no row, no transaction, no file and no line of the log joins a person to an answer', async () => {
  await asked(chair, 'POST', `/topics/${topicId}/survey/end`, {});
  await jobs.drain(house.database);
  const rows = await allRows();
  const kept = rows.filter((r) => /topic_(text|count)$/.test(r.table));
  const texts = kept.filter((r) => r.table.endsWith('topic_text'));
  assert.equal(texts.length, 6, 'what was said is shown, by nobody');
  assert.ok(kept.length > texts.length && rows.filter((r) => r.table.endsWith('topic_sheet')).length === 0, 'the sheets are gone');
  const written = new Set(kept.map((r) => r.xmin));
  for (const [n, member] of members.entries()) {
    assert.deepEqual(rows.filter((r) => holds(r.text, [said(n)])).map((r) => r.table.replace(/.*\./, '')), n < 6 ? ['topic_text'] : []);
    const named = rows.filter((r) => holds(r.text, marksOf(member)));
    assert.ok(named.some((r) => r.table.endsWith('topic_roll')), 'control: the roll is found');
    assert.deepEqual(named.filter((r) => /topic_(text|count|sheet)$/.test(r.table)), [], 'a row of both');
    assert.deepEqual(named.filter((r) => written.has(r.xmin)).map((r) => r.table), [], 'a transaction of both');
  }
  const answering = sealed.map((r) => r.xmin);
  assert.deepEqual(kept.filter((r) => answering.includes(r.xmin)), [], 'counts were written by nobody’s answering');
  const roll = await house.database.pool.query<{ columns: string[] }>("SELECT array_agg(column_name::text) AS columns FROM information_schema.columns WHERE table_name = 'topic_roll'");
  assert.deepEqual(roll.rows[0]?.columns.toSorted(), ['answered', 'federation_id', 'person_id', 'place', 'survey_id'], 'no time, no key');
  const told = [...lines.slice(from), ...(await allFiles())];
  assert.ok(lines.length - from >= 14, 'the log was not seen');
  for (const [n, member] of members.entries()) assert.deepEqual(told.filter((t) => holds(t, [said(n), ...marksOf(member)])).map((t) => t.slice(0, 160)), []);
});

test('control: a letter of the same member is found by name, by text and by its transaction', async () => {
  const [member] = members as [Player];
  await asked(member, 'POST', '/letters', { title: '更衣室', text: said(0), category: 'living' });
  const rows = await allRows();
  const mine = new Set(rows.filter((r) => holds(r.text, [member.id])).map((r) => r.xmin));
  assert.ok(rows.some((r) => r.table.endsWith('case_event') && holds(r.text, [said(0)]) && mine.has(r.xmin)));
});
