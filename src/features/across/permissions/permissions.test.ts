import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { audit } from '#engines/audit';
import { identity } from '#engines/identity';
import { endpoint } from '#shared/contract';
import { defineWords } from '#shared/words';
import { bind, feature } from '#platform/http';
import { z } from 'zod';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import permissions, { usePermissionBook } from './index.ts';

const words = defineWords('shop', { title: ['小卖部', 'Shop'], sell: ['卖一件', 'Sells a thing'], count: ['盘点', 'Counts'], mayCount: ['盘点货物', 'Count the goods'] });
const get = (path: `/${string}`, can: string, about = words.sell) => endpoint({ method: 'GET', path, can, about, in: z.object({}), out: z.object({}) });
const shop = feature({
  name: 'shop', area: 'services', title: words.title, permissionWords: { 'shop.count': words.mayCount },
  permissions: { 'shop.sell': ['cashier'], 'shop.count': ['accountant'], 'audit.read': ['auditor'] },
  routes: [bind(get('/api/v1/shop/sell', 'shop.sell'), async () => ({})), bind(get('/api/v1/shop/count', 'shop.count', words.count), async () => ({}))],
});
fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [shop, permissions], 'demo');
usePermissionBook([shop, permissions]);
after(() => stage.close());

const city = await foundCity(stage);
const other = await foundCity(stage, 'OTHER');
async function tokenOf(c: typeof city, unionId: string, name: string, office?: string): Promise<string> {
  const id = await addPerson(stage, { federationId: c.federationId, unionId }, { name, ...(office ? { office } : {}) });
  return (await stage.in(c.federationId, (tx) => identity.issueTokens(tx, [id])))[0] ?? '';
}
const admin = await tokenOf(city, city.top.id, '孙浩', 'platformAdmin');
const branchChair = await tokenOf(city, city.plant.id, '王主席', 'chair');
const cashier = await tokenOf(city, city.plant.id, '出纳', 'cashier');
const worker = await tokenOf(city, city.plant.id, '张三');
const foreignCashier = await tokenOf(other, other.plant.id, '外出纳', 'cashier');

const read = (office: string, token: string, locale = 'zh') => stage.ask('GET', `/api/v1/permissions?office=${office}`, undefined, { token, headers: { 'accept-language': locale } });
const decide = (body: object, token = admin) => stage.ask('PUT', '/api/v1/permissions', body, { token });
const counts = async (token: string): Promise<number> => (await stage.ask('GET', '/api/v1/shop/count', undefined, { token })).status;
type Line = { permission: string; title: string; opens: string[]; usual: boolean; allowed: boolean; fixed: boolean };
async function lineOf(office: string, permission: string): Promise<Line | undefined> {
  const { body } = await read(office, admin);
  return body.items.flatMap((p: { lines: Line[] }) => p.lines).find((l: Line) => l.permission === permission);
}

test('PLT-5 refused: no session, no office, a branch, unknown offices and permissions, what keeps the others in check', async () => {
  const count = { office: 'cashier', permission: 'shop.count', allowed: true };
  assert.equal((await stage.ask('GET', '/api/v1/permissions')).status, 401);
  assert.equal((await read('chair', worker)).status, 404);
  assert.equal((await decide(count, cashier)).status, 404);
  const branch = await decide(count, branchChair);
  assert.deepEqual([branch.status, branch.body.error.code], [403, 'permissions.topOnly']);
  assert.equal((await read('emperor', admin)).status, 400);
  assert.equal((await decide({ ...count, office: 'member' })).status, 400);
  assert.equal((await decide({ ...count, permission: 'shop.steal' })).status, 404);
  assert.equal((await decide({ ...count, permission: '__proto__' })).status, 404);
  assert.equal((await decide({ ...count, allowed: 'yes' })).status, 400);
  for (const [office, permission] of [['auditor', 'audit.read'], ['platformAdmin', 'permissions.decide'], ['cashier', 'permissions.decide']]) {
    assert.equal((await decide({ office, permission, allowed: false })).body.error.code, 'permissions.fixed', `${office} ${permission}`);
  }
  assert.equal(await counts(cashier), 404);
});

test('PLT-5 a decision holds from the next request on, in this federation only, and is forgotten when it says what is usual', async () => {
  assert.deepEqual(await lineOf('cashier', 'shop.count'), { permission: 'shop.count', title: '盘点货物', opens: ['盘点'], usual: false, allowed: false, fixed: false });
  const allowed = await decide({ office: 'cashier', permission: 'shop.count', allowed: true });
  assert.deepEqual([allowed.status, allowed.body], [200, { allowed: true, usual: false }]);
  assert.deepEqual([await counts(cashier), await counts(foreignCashier), await counts(worker)], [200, 404, 404]);
  const { body } = await read('cashier', branchChair, 'en');
  assert.deepEqual([body.may, body.offices.find((o: { office: string }) => o.office === 'cashier')], [[], { office: 'cashier', title: 'Cashier', changed: 1 }]);
  assert.equal((await decide({ office: 'cashier', permission: 'shop.count', allowed: false })).status, 200);
  assert.equal(await counts(cashier), 404);
  const { rows } = await stage.db.pool.query('SELECT count(*)::int AS n FROM office_permission');
  assert.equal((rows[0] as { n: number }).n, 0);
  const logged = await stage.in(city.federationId, (tx) => audit.list(tx, [city.top.path], { subject: { kind: 'permission', id: 'cashier/shop.count' }, limit: 5 }, 'zh'));
  assert.deepEqual(logged.items.map((l) => l.sentence).sort(), ['不再允许“出纳”：盘点货物', '允许“出纳”：盘点货物']);
});

test('PLT-5 taking away what is usual', async () => {
  const sells = async (): Promise<number> => (await stage.ask('GET', '/api/v1/shop/sell', undefined, { token: cashier })).status;
  assert.equal(await sells(), 200);
  await decide({ office: 'cashier', permission: 'shop.sell', allowed: false });
  assert.equal(await sells(), 404);
  assert.deepEqual((await lineOf('cashier', 'shop.sell'))?.allowed, false);
  await decide({ office: 'cashier', permission: 'shop.sell', allowed: true });
  assert.equal(await sells(), 200);
});
