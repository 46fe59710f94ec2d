import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import pino from 'pino';
import sharp from 'sharp';
import { log } from '#platform/log';
import { fixClock } from '#test/clock';
import { cast, foundCity } from '#test/people';
import { type Method, startHouse } from '#test/server';
import { tablesOf } from './rows.ts';

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';

const clock = fixClock('2026-11-21T02:10:33Z');
const house = await startHouse();
const city = await foundCity(house, 'CITY');
const [writer, chair] = await cast(house, city.federationId, [{ name: '欧阳工友', unionId: city.one.id, phone: '13912345678' }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }]);
if (!writer || !chair) throw new Error('somebody is missing');

const DRAFT = { title: '夜班食堂', text: '夜班两点以后食堂没有热饭，请安排。', category: 'living', joinCode: city.one.joinCode };
const PHONE = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14; OUYANG-PHONE-77)', 'x-forwarded-for': '203.0.113.77', cookie: `niangjia=${writer.token}`, 'accept-language': 'zh-CN' };
const session = (await house.database.pool.query<{ id: string; hash: string }>("SELECT id, encode(token_hash, 'hex') AS hash FROM session WHERE person_id = $1", [writer.id])).rows[0];

/** Everything that would lead to the writer. */
const MARKS: readonly string[] = [writer.id, writer.name, '13912345678', writer.token, writer.token.split('.')[1] ?? '', session?.id ?? '', session?.hash ?? '', 'OUYANG-PHONE-77', '203.0.113.77'];

/** A mark as it may stand in a row, a file or a log: plain, as bytes, in base64, an id without its strokes. */
const shapesOf = (mark: string): string[] => {
  const bytes = Buffer.from(mark);
  return [mark, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), ...(/^[0-9a-f-]{36}$/.test(mark) ? [mark.replaceAll('-', '')] : [])];
};
const SHAPES = MARKS.flatMap(shapesOf);

/** All rows of all tables as text, with the transaction that wrote each. */
async function allRows(): Promise<Set<string>> {
  const rows = new Set<string>();
  for (const { name } of await tablesOf(house.database)) {
    for (const row of (await house.database.pool.query<{ row: string }>(`SELECT t.xmin::text || ' ' || t::text AS row FROM ${name} t`)).rows) rows.add(`${name}: ${row.row}`);
  }
  return rows;
}

async function allFiles(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) found.set(join(entry.parentPath, entry.name), await readFile(join(entry.parentPath, entry.name)));
  }
  return found;
}

/** What a story left behind: rows that are new or changed, files that are new, lines of the log. */
async function leftBy(story: () => Promise<void>): Promise<{ rows: string[]; files: string[]; log: string[] }> {
  const before = await allRows();
  const filesBefore = await allFiles(house.house.config.dataDir);
  const from = lines.length;
  await story();
  await new Promise((go) => { setTimeout(go, 50); });
  const files = [...(await allFiles(house.house.config.dataDir))].filter(([path]) => !filesBefore.has(path)).map(([path, bytes]) => `${path}\n${bytes.toString('latin1')}`);
  return { rows: [...(await allRows())].filter((row) => !before.has(row)), files, log: lines.slice(from) };
}

const tracesIn = (texts: readonly string[]): string[] => texts.filter((text) => SHAPES.some((shape) => text.includes(shape) || text.includes(Buffer.from(shape).toString('latin1')))).map((text) => text.slice(0, 200));

/** The writer's phone sends everything a phone may send, its cookie included. */
async function fromPhone<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const a = await house.ask(method, `/api/v1${path}`, body, { headers: PHONE });
  assert.equal(a.status, 200, `${path}: ${a.text}`);
  clock.advance(61_000);
  return a.body as T;
}
async function atDesk<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const a = await house.ask(method, `/api/v1${path}`, body, { token: chair?.token ?? null });
  assert.equal(a.status, 200, `${path}: ${a.text}`);
  clock.advance(61_000);
  return a.body as T;
}

test('control: a letter with a name leaves the writer in rows, so the search would find one', async () => {
  const left = await leftBy(async () => {
    const { joinCode: _j, ...draft } = DRAFT;
    await fromPhone('POST', '/letters', draft);
  });
  assert.ok(tracesIn(left.rows).length > 0);
  assert.ok(left.log.length > 0, 'the log was not seen');
});

test('BOX-1 an anonymous letter, from writing to rating, leaves nothing that leads to the writer: no row, no file, no line', async () => {
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'white' } }).withExif({ IFD0: { Artist: 'OUYANG-PHONE-77', Copyright: '13912345678' } }).jpeg().toBuffer();
  const left = await leftBy(async () => {
    const { id } = await fromPhone<{ id: string }>('POST', `/attachments/anonymous?name=${encodeURIComponent('欧阳工友 13912345678.jpg')}&joinCode=${DRAFT.joinCode}`, photo);
    const { number, code } = await fromPhone<{ number: string; code: string }>('POST', '/letters/anonymous', { ...DRAFT, files: [id] });
    assert.match(code.replace(/\D/g, ''), /^\d{16}$/);
    await fromPhone('POST', '/letters/follow-up', { code });
    await fromPhone('POST', '/letters/follow-up/step', { code, step: 'say', text: '已经一个月了。' });
    const list = await atDesk<{ items: { id: string; number: string; writer: string }[] }>('GET', '/letters');
    const row = list.items.find((item) => item.number === number);
    assert.ok(row, 'the chair does not see the letter');
    const seen = await atDesk<Record<string, unknown>>('GET', `/letters/${row.id}`);
    assert.deepEqual(tracesIn([JSON.stringify(row), JSON.stringify(seen)]), [], 'the chair is told');
    await atDesk('POST', `/letters/${row.id}/accept`, {});
    await atDesk('POST', `/letters/${row.id}/answer`, { text: '从下周起夜班食堂供应到四点。' });
    await fromPhone('POST', '/letters/follow-up/step', { code, step: 'rate', rating: 5 });
  });
  assert.ok(left.rows.length >= 8, `only ${left.rows.length} rows were seen`);
  assert.ok(left.files.length >= 1, 'the photo was not seen');
  assert.ok(left.log.length >= 8, `only ${left.log.length} lines were seen`);
  assert.deepEqual(tracesIn(left.rows), [], 'rows');
  assert.deepEqual(tracesIn(left.files), [], 'files');
  assert.deepEqual(tracesIn(left.log), [], 'log');
});

test('the follow-up code itself is kept nowhere, and ids of an anonymous letter tell no time', async () => {
  let code = '';
  const left = await leftBy(async () => {
    code = (await fromPhone<{ code: string }>('POST', '/letters/anonymous', DRAFT)).code;
  });
  const bare = code.replace(/\D/g, '');
  assert.ok(![...left.rows, ...left.log].some((text) => text.includes(bare) || text.includes(code)), 'the code was kept');
  const file = left.rows.find((row) => row.startsWith('case_file: '));
  const ids = [...(file ?? '').matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-(\d)[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g)];
  assert.equal(ids[1]?.[1], '4', 'the case’s id is made of time');
});

test('the writer’s session was neither read nor touched, and says no finer than the hour when it was used', async () => {
  const seen = (await house.database.pool.query<{ at: Date }>('SELECT seen_at AS at FROM session WHERE person_id = $1', [writer.id])).rows[0]?.at;
  assert.equal(seen?.toISOString(), '2026-11-21T02:00:00.000Z');
});
