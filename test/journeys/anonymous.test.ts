import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import pino from 'pino';
import sharp from 'sharp';
import { identity } from '#engines/identity';
import { newPerson, savePeople } from '#engines/org';
import { log } from '#platform/log';
import { secrets } from '#platform/secrets';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { type Method, startHouse } from '#test/server';
import { tablesOf } from '../house/rows.ts';

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';

const clock = fixClock('2026-09-07T01:00:00Z');
const house = await startHouse();
const city = await foundCity(house, 'ANON');
const { database } = house;
const [writer, chair] = (await cast(house, city.federationId, [{ name: '司徒无名', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }])) as [Player, Player];
const KNOWN = { phone: '13912345678', idNumber: '11010519491231002X', staffNumber: 'YG-0077431', email: 'situ.wuming@mail.example' };
await house.within(city.federationId, (tx) => savePeople(tx, [{ ...newPerson(writer.name), ...KNOWN, id: writer.id, idKind: 'residentId' }]));

const AGENT = 'SITU-HANDSET/7.1 (Linux; Android 14)';
const ADDRESS = '203.0.113.77';
const PHONE = { 'user-agent': AGENT, 'x-forwarded-for': ADDRESS, 'x-real-ip': ADDRESS, 'x-device-id': 'SITU-HANDSET-ID', cookie: `niangjia=${writer.token}`, referer: `https://union.example/me/${writer.id}` };

/** A mark as it may stand in a row, a file or a log line: plain, its bytes in hex and base64, an id without its strokes. */
function shapesOf(mark: string | Buffer): string[] {
  const bytes = Buffer.from(mark);
  return [
    ...(typeof mark === 'string' ? [mark] : []), bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'),
    ...(typeof mark === 'string' && /^[0-9a-f-]{36}$/.test(mark) ? [mark.replaceAll('-', ''), Buffer.from(mark.replaceAll('-', ''), 'hex').toString('base64url')] : []),
  ];
}

async function marks(): Promise<string[]> {
  const { rows: [s] } = await database.pool.query<{ id: string; hash: Buffer }>('SELECT id, token_hash AS hash FROM session WHERE person_id = $1', [writer.id]);
  const { rows: [p] } = await database.pool.query<Record<string, Buffer>>('SELECT id_sealed, id_lookup, phone_sealed, phone_lookup, email_sealed FROM person WHERE id = $1', [writer.id]);
  const stored = Object.values(p ?? {});
  assert.ok(s && stored.length === 5 && stored.every((bytes) => Buffer.isBuffer(bytes)), 'the person is not wholly known');
  return [writer.id, writer.name, ...Object.values(KNOWN), writer.token, writer.token.split('.')[1] ?? '', s.id, s.hash, ...stored, AGENT, 'SITU-HANDSET', ADDRESS].flatMap(shapesOf);
}
const SHAPES = await marks();
const holdsAny = (text: string, shapes: readonly string[]): boolean => shapes.some((shape) => text.includes(shape) || text.includes(Buffer.from(shape).toString('latin1')));

type Row = { table: string; xmin: string; text: string };

async function allRows(): Promise<Row[]> {
  const found = await Promise.all((await tablesOf(database)).map(async ({ name }) =>
    (await database.pool.query<Row>(`SELECT '${name}' AS table, t.xmin::text AS xmin, t::text AS text FROM ${name} t`)).rows));
  return found.flat();
}

async function allFiles(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(house.house.config.dataDir, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found.set(path, `${path}\n${(await readFile(path)).toString('latin1')}`);
  }
  return found;
}

type Left = { rows: Row[]; files: string[]; log: string[]; code: string; caseId: string; sharedTransactions: string[] };

async function asked<T>(method: Method, path: string, body: unknown, o: Parameters<typeof house.ask>[3]): Promise<T> {
  const answer = await house.ask(method, `/api/v1${path}`, body, o);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  clock.advance(61_000);
  return answer.body as T;
}
/** The writer's phone, which sends whatever it has, its session cookie included, wanted or not. */
const phone = <T>(path: string, body: unknown): Promise<T> => asked<T>('POST', path, body, { headers: PHONE });
const desk = <T>(method: Method, path: string, body?: unknown): Promise<T> => asked<T>(method, path, body, { token: chair.token });

const DRAFT = { title: '夜班食堂', text: '夜班两点以后食堂没有热饭，请安排。', category: 'living' };
const MORE = '已经一个月了，三号食堂。';

/** The story: a letter with a photo, a question and its answer, the officer's answer, a rating; with or without a name. */
async function tellStory(anonymous: boolean): Promise<{ code: string; caseId: string }> {
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'white' } }).withExif({ IFD0: { Artist: writer.name, Copyright: KNOWN.phone, Model: 'SITU-HANDSET' } }).jpeg().toBuffer();
  const name = encodeURIComponent(`${writer.name} ${KNOWN.phone}.jpg`);
  const { joinCode } = city.one;
  const { id: file } = await phone<{ id: string }>(anonymous ? `/attachments/anonymous?name=${name}&joinCode=${joinCode}` : `/attachments?name=${name}`, photo);
  const sent = await phone<{ number: string; code?: string }>(anonymous ? '/letters/anonymous' : '/letters', { ...DRAFT, files: [file], ...(anonymous ? { joinCode } : {}) });
  const { items } = await desk<{ items: { id: string; number: string }[] }>('GET', '/letters');
  const caseId = items.find((item) => item.number === sent.number)?.id ?? '';
  const code = sent.code ?? '';
  const step = (verb: string, given: object): Promise<unknown> => (anonymous ? phone('/letters/follow-up/step', { code, step: verb, ...given }) : phone(`/letters/${caseId}/${verb}`, given));
  await desk('POST', `/letters/${caseId}/ask`, { text: '是哪一个食堂？' });
  if (anonymous) await phone('/letters/follow-up', { code });
  await step('say', { text: MORE });
  await desk('POST', `/letters/${caseId}/answer`, { text: '从下周起夜班食堂供应到四点。' });
  await step('rate', { rating: 5 });
  return { code, caseId };
}

/**
 * Tells the story two hours after the session was last used, writes down what waits in memory, and gathers what is new or changed:
 * rows, files, lines; and the transactions that wrote something of the story and something that names the writer.
 */
async function leftBy(anonymous: boolean): Promise<Left> {
  clock.advance(2 * 3_600_000);
  const before = new Set((await allRows()).map((row) => `${row.table} ${row.xmin} ${row.text}`));
  const filesBefore = await allFiles();
  const from = lines.length;
  const told = await tellStory(anonymous);
  await new Promise((go) => { setTimeout(go, 50); });
  await identity.writeTouches(clock.now());
  const now = await allRows();
  const rows = now.filter((row) => !before.has(`${row.table} ${row.xmin} ${row.text}`));
  const files = [...(await allFiles())].filter(([path, bytes]) => filesBefore.get(path) !== bytes).map(([, bytes]) => bytes);
  const ofStory = new Set(rows.map((row) => row.xmin));
  const sharedTransactions = now.filter((row) => ofStory.has(row.xmin) && holdsAny(row.text, SHAPES)).map((row) => row.table);
  return { ...told, rows, files, log: lines.slice(from), sharedTransactions };
}

const tracesIn = (texts: readonly string[], shapes = SHAPES): string[] => texts.filter((text) => holdsAny(text, shapes)).map((text) => text.slice(0, 160));
const textOf = (row: Row): string => `${row.table}: ${row.text}`;
const caseRow = async (id: string): Promise<{ author: string | null; subject: string | null; by: string[] }> => {
  const { rows: [row] } = await database.pool.query<{ author: string | null; subject: string | null; by: string[] }>(`SELECT c.author_id AS author, c.subject_id AS subject,
    (SELECT coalesce(array_agg(DISTINCT e.by_id::text), '{}') FROM case_event e WHERE e.case_id = c.id AND e.by_kind = 'author' AND e.by_id IS NOT NULL) AS by FROM case_file c WHERE c.id = $1`, [id]);
  assert.ok(row);
  return row;
};
const sessionRow = async (): Promise<unknown> => (await database.pool.query('SELECT xmin::text, ctid::text, seen_at FROM session WHERE person_id = $1', [writer.id])).rows;

test('BOX-1 anonymous: rows, files and log lines of the whole story hold nothing of the writer, and no transaction ties the two', async () => {
  const session = await sessionRow();
  const left = await leftBy(true);
  for (const table of ['case_file', 'case_event', 'follow_up', 'stored_file', 'audit_entry', 'notify_message']) assert.ok(left.rows.some((row) => row.table === table), `nothing of ${table} was looked at`);
  assert.ok(left.files.length >= 1 && left.log.length >= 7, `${left.files.length} files, ${left.log.length} lines`);
  assert.deepEqual(tracesIn(left.rows.map(textOf)), [], 'rows');
  assert.deepEqual(tracesIn(left.files), [], 'files');
  assert.deepEqual(tracesIn(left.log), [], 'log');
  assert.deepEqual(left.sharedTransactions, [], 'transactions');
  assert.deepEqual(await sessionRow(), session, 'the session was touched');
  assert.deepEqual(await caseRow(left.caseId), { author: null, subject: null, by: [] });
  const photos = await database.pool.query('SELECT uploaded_by AS by FROM stored_file WHERE owner_id = $1', [left.caseId]);
  assert.deepEqual(photos.rows, [{ by: null }]);

  const bare = left.code.replace(/\D/g, '');
  assert.equal(bare.length, 16);
  const codeShapes = [left.code, bare, bare.replace(/(\d{4})(?=\d)/g, '$1 '), bare.replace(/(\d{4})(?=\d)/g, '$1-')].flatMap(shapesOf);
  assert.deepEqual(tracesIn([...left.rows.map(textOf), ...left.files, ...left.log], codeShapes), [], 'the code');
  const keyed = left.rows.filter((row) => row.text.includes(secrets.lookup('follow-up', bare).toString('hex')));
  assert.deepEqual(keyed.map((row) => row.table), ['follow_up'], 'only the keyed hash of the code is kept');

  // Nor does the log say afterwards what was said, or to whom.
  assert.deepEqual(tracesIn(left.log, [DRAFT.title, DRAFT.text, MORE, left.caseId]), [], 'the letter in the log');
});

test('control: the same story with a name is found in rows, in the session and by its transactions', async () => {
  const session = await sessionRow();
  const left = await leftBy(false);
  const tables = new Set(left.rows.filter((row) => holdsAny(row.text, SHAPES)).map((row) => row.table));
  for (const table of ['case_file', 'case_event', 'stored_file', 'audit_entry']) assert.ok(tables.has(table), `the search is blind in ${table}`);
  assert.ok(left.sharedTransactions.includes('case_file'));
  assert.notDeepEqual(await sessionRow(), session);
  assert.equal((await caseRow(left.caseId)).author, writer.id);
  assert.deepEqual((await caseRow(left.caseId)).by, [writer.id]);
  lines.push(JSON.stringify({ msg: 'planted', agent: AGENT, name: writer.name }));
  assert.equal(tracesIn(lines).length, 1, 'one line was planted, and one is found');
  const raw = Buffer.from(`\xff\xd8 ${writer.name}`).toString('latin1');
  assert.equal(tracesIn([raw]).length, 1, 'a name inside a file is found');
});
