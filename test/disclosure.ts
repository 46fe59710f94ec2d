import assert from 'node:assert/strict';
import { cases } from '#engines/cases';
import { appoint } from '#engines/org';
import { notify } from '#engines/notify';
import { clock as now } from '#platform/clock';
import { fixClock } from './clock.ts';
import { cast, foundBelow, foundCity, type Player } from './people.ts';
import { startHouse } from './server.ts';
import { findEmployer } from '../src/features/democracy/disclosure/catalogue.sql.ts';
import { openDue } from '../src/features/democracy/disclosure/duties.service.ts';

type Item = { id: string; title: string; read: boolean; version: number; period: string; entryCode: string };
type Body = {
  id: string; state: string; n: number; opened: number; total: number; people: number; unknown: string[]; dueAt: string; by: string; body: string; version: number; read: boolean; violation: boolean; lateDays: number; error?: { code: string; fields?: { path: string }[] };
  items: (Item & { reads: number; people: number; state: string; dueAt: string })[]; versions: { why: string }[]; list: { answer: string; by: string; upheld: boolean | null }[]; differences: { kind: string }[]; withdrawn: { days: number; why: string } | null;
  all: { duties: number; late: number; missing: number; nothing: number; published: number; violations: number };
};
export const TODAY = '2026-11-21';

/** A firm with a shop below it: a chair who writes, a second person who checks, workers, and a sibling firm. */
export async function stage() {
  const clock = fixClock('2026-11-21T02:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'PUB');
  const shop = await foundBelow(house, city.federationId, city.one, 'PUB-1-1');
  const players = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: shop.id }, { name: '钱同事', unionId: shop.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '何委员', unionId: city.one.id, offices: ['committeeMember'] }, { name: '车间主席', unionId: shop.id, offices: ['chair'] },
    { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '邻职工', unionId: city.other.id }, { name: '市总主席', unionId: city.other.id, offices: [] },
  ])) as [Player, Player, Player, Player, Player, Player, Player, Player];
  const [worker, mate, chair, checker, shopChair, sibling, elsewhere, top] = players;
  await house.within(city.federationId, (tx) => appoint(tx, { personId: top.id, unionId: city.top.id, office: 'chair' }).then(() => undefined));
  const call = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${encodeURI(path)}`, method === 'GET' ? undefined : (body ?? {}), { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const said = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<string> => {
    const a = await call(who, method, path, body);
    return a.status < 300 ? String(a.status) : `${a.status} ${(a.body.error?.fields ?? []).map((f) => f.path).join() || a.body.error?.code}`;
  };
  const written = (more: object = {}) => ({ title: '三季度安全检查结果', body: '共查出隐患 12 处，已整改 11 处。', publicDays: 15, ...more });
  const text = (more: object = {}) => ({ unionId: city.one.id, entry: 'safety', ...written(more) });
  const CLEAN = { stateSecret: 'none', tradeSecret: 'none', personalData: 'none' };
  const employer = async (): Promise<void> => { assert.equal(await said(chair, 'PUT', '/disclosure-catalogue', { unionId: city.one.id, ownership: 'private', since: TODAY }), '200'); };
  const published = async (more: object = {}): Promise<string> => {
    const a = await call(chair, 'POST', '/disclosure-desk', text(more));
    assert.equal(a.status, 200, a.text);
    assert.equal(await said(chair, 'POST', `/disclosure-desk/${a.body.id}/submit`), '200');
    assert.equal(await said(checker, 'POST', `/disclosure-desk/${a.body.id}/clear`, CLEAN), '200');
    return a.body.id;
  };
  const go = async (at: string): Promise<void> => { clock.set(at); const tokens = await house.tokens(city.federationId, players.map((p) => p.id)); for (const [i, p] of players.entries()) Object.assign(p, { token: tokens[i] }); };
  const inbox = async (who: Player): Promise<string[]> => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  const openAgain = (): Promise<number> => house.within(city.federationId, async (tx) => { const e = await findEmployer(tx, city.one.id); return e === null ? -1 : openDue(tx, e); });
  const sweep = () => cases.sweep((f, run) => house.database.transaction(f, now.now(), run));
  return { sweep, top, house, city, shop, worker, mate, chair, checker, shopChair, sibling, elsewhere, call, said, written, text, CLEAN, employer, published, go, inbox, openAgain };
}
