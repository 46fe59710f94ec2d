/** A union with its chair, organiser and neighbours, for tests of roster imports over HTTP. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { draftUnion, foundUnions, type Union } from '#engines/org';
import { jobs } from '#platform/jobs';
import { readSheet } from '#platform/sheets';
import { idCheckCharacter } from '#shared/id-number';
import rosters from '../src/features/organisation/rosters/index.ts';
import signIn from '../src/features/across/sign-in/index.ts';
import { freshDatabase } from './database.ts';
import { type Answer, addPerson, foundCity, openStage, type Stage } from './stage.ts';

export const UNITS = ['一分公司工会', '二分公司工会', '三分公司工会', '铸造车间工会', '物流中心工会', '技术中心工会'];

/** An ID number of nobody for the n-th test person. */
export function idOf(n: number): string {
  const body = `119999${1970 + (n % 30)}0${1 + (n % 9)}1${n % 10}${String(n % 1000).padStart(3, '0')}`;
  return body + idCheckCharacter(body);
}

export const sheetOf = (rows: readonly (readonly string[])[], headings = ['姓名', '身份证号', '手机号码', '所属工会']): Buffer =>
  Buffer.from([headings, ...rows].map((r) => r.join(',')).join('\n'));
export const person = (n: number, more: readonly string[] = []): string[] => [`张三${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`, idOf(n), `1380000${String(n).padStart(4, '0')}`, ...more];

/** Whose session asks. */
export type Officer = 'chair' | 'organiser' | 'sibling' | 'stranger';
type Sent = { token?: string | undefined; union?: string; name?: string };

async function foundWorks(stage: Stage) {
  const city = await foundCity(stage);
  const { federationId, top } = city;
  const { works, other } = await stage.in(federationId, async (tx) => {
    const works = draftUnion({ name: '东海重工工会', code: 'DH', kind: 'enterprise', parentId: federationId }, top);
    const other = draftUnion({ name: '红星造船工会', code: 'HX', kind: 'enterprise', parentId: federationId }, top);
    await foundUnions(tx, [works, other, ...UNITS.map((name, n) => draftUnion({ name, code: `DH-${n + 1}`, kind: 'branch', parentId: works.id }, works))]);
    return { works, other };
  });
  const at = (unionId: string, phone: string, office?: string) => addPerson(stage, { federationId, unionId }, { name: '测试员', phone, ...(office ? { office } : {}) });
  await at(works.id, '13900000001', 'chair');
  await at(works.id, '13900000002', 'organiser');
  await at(other.id, '13900000003', 'chair');
  await at(works.id, '13900000005');
  const abroad = await foundCity(stage, 'FAR');
  await addPerson(stage, { federationId: abroad.federationId, unionId: abroad.plant.id }, { name: '外地', phone: '13900000004', office: 'chair' });
  return { federationId, works, other };
}

const PHONES: Readonly<Record<Officer, string>> = { chair: '13900000001', organiser: '13900000002', sibling: '13900000003', stranger: '13900000004' };

/** Opens the stage and everything a test of imports asks for. */
export async function openRosterStage() {
  const db = await freshDatabase();
  const stage = await openStage(db, [signIn, rosters], 'demo');
  rosters.jobs?.();
  after(() => stage.close());
  const { federationId, works, other }: { federationId: string; works: Union; other: Union } = await foundWorks(stage);
  const tokens: Record<Officer, string> = { chair: '', organiser: '', sibling: '', stranger: '' };
  const signInAgain = async (who: Officer): Promise<void> => { tokens[who] = await stage.signIn(PHONES[who], 'console'); };
  for (const who of Object.keys(PHONES) as Officer[]) await signInAgain(who);

  const send = async (bytes: Buffer, o: Sent = {}): Promise<Answer> => {
    const query = new URLSearchParams({ union: o.union ?? works.id, name: o.name ?? '花名册.csv' });
    return stage.ask('POST', `/api/v1/roster-imports?${query}`, bytes, { token: 'token' in o ? o.token : tokens.chair, headers: { 'content-type': 'application/octet-stream' } });
  };
  const get = async (id: string) => {
    const answer = await stage.ask('GET', `/api/v1/roster-imports/${id}`, undefined, { token: tokens.chair });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const step = (id: string, what: string, body: unknown = {}, token = tokens.chair) => stage.ask(what === 'mapping' ? 'PUT' : 'POST', `/api/v1/roster-imports/${id}/${what}`, body, { token });
  const rowsOf = async (id: string, query = '') => (await stage.ask('GET', `/api/v1/roster-imports/${id}/rows?limit=100&${query}`, undefined, { token: tokens.chair })).body;
  const work = () => jobs.drain(db);
  const preview = async (bytes: Buffer, o: Sent = {}): Promise<string> => {
    const sent = await send(bytes, o);
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    await work();
    return sent.body.id;
  };
  const imported = async (bytes: Buffer, o: Sent = {}): Promise<string> => {
    const id = await preview(bytes, o);
    const confirmed = await step(id, 'confirm', { people: (await get(id)).takes });
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    await work();
    return id;
  };
  const count = async (text: string, values: unknown[] = []): Promise<number> => Number((await db.pool.query(text, values)).rows[0].n);
  const reportOf = async (id: string, wish: object): Promise<string[][]> => {
    const rows: string[][] = [];
    for await (const row of readSheet({ bytes: (await step(id, 'report', wish)).body as Buffer, name: 'report' })) rows.push(row.cells.map((c) => c.text));
    return rows;
  };
  return {
    db, stage, federationId, works, other, tokens, signInAgain, send, get, step, rowsOf, work, preview, imported, reportOf, count,
    /** living memberships that rosters made in unions whose code is like this */
    membersOf: (code: string) => count(`select count(*)::int as n from membership m join union_unit u on u.id = m.union_id where u.code like $1 and m.origin = 'roster' and m.state <> 'ended'`, [code]),
    peopleCount: () => count('select count(*)::int as n from person'),
  };
}
