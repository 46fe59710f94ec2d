import assert from 'node:assert/strict';
import test from 'node:test';
import type { Route } from '#platform/http';
import { fixClock } from '#test/clock';
import type { Player } from '../people.ts';
import { newId } from '#shared/ids';
import { idFields, plausible, PREPARED } from './inputs.ts';
import { changedTables, listen, printOf } from './rows.ts';
import { openProbeStage, sentenceOf } from './stage.ts';

fixClock('2026-11-21T02:10:00Z');
const stage = await openProbeStage();
const touched = await listen(stage.database);
const routes = stage.features.flatMap((f) => f.routes);
const named = ({ endpoint: e }: Route): string => `${e.method} ${e.path}`;
const anId = [...stage.ids.values()].flat()[0] ?? '';
const allIds = new Set([...stage.ids.values()].flat());
const isOpen = ({ endpoint }: Route): boolean => endpoint.can === 'anyone';
const isOffice = ({ endpoint }: Route): boolean => endpoint.can.includes('.');

/** Tables that count what was tried, or when somebody was seen last. */
const COUNTERS = ['session', 'sign_in_gate', 'one_time_code', 'sign_in_ticket', 'schema_migration'];

test('there is something to probe: routes, rows, people', () => {
  assert.ok(routes.length >= 120, `only ${routes.length} routes`);
  assert.ok(stage.ids.size >= 8, `only ${stage.ids.size} tables with rows`);
});

test('without a session every route answers 401, and what is for anyone refuses a wrong shape', async () => {
  let probed = 0;
  for (const route of routes) {
    const r = await stage.call(route, isOpen(route) ? { unknown: 'x' } : plausible(route, anId));
    probed += 1;
    if (!isOpen(route)) assert.equal(r.status, 401, `${named(route)} without a session answered ${r.status}: ${r.text.slice(0, 200)}`);
    else if (r.status >= 300) assert.ok(r.status >= 400 && r.status < 500 && sentenceOf(r) !== '', `${named(route)} answered ${r.status}: ${r.text.slice(0, 200)}`);
    else assert.ok(route.endpoint.in.safeParse({}).success, `${named(route)} took a body without what it needs`);
  }
  assert.equal(probed, routes.length);
});

test('a session that was never given, or is cut or lengthened, is no session', async () => {
  const [federation = '', secret = ''] = stage.whole.token.split('.');
  for (const route of routes.filter((r) => !isOpen(r))) {
    for (const token of [`${federation}.${'A'.repeat(secret.length)}`, stage.whole.token.slice(0, -1), `${stage.whole.token}A`, `${'A'.repeat(federation.length)}.${secret}`]) {
      const r = await stage.call(route, plausible(route, anId), { token });
      assert.equal(r.status, 401, `${named(route)} with a wrong session answered ${r.status}`);
    }
  }
});

test('a write without the header of our apps is refused when it comes with a cookie', async () => {
  for (const route of routes.filter(({ endpoint }) => endpoint.method !== 'GET')) {
    const r = await stage.ask(route.endpoint.method, route.endpoint.path.replace(/:\w+/g, anId), {}, { headers: { 'x-niangjia': '', cookie: `niangjia=${stage.whole.token}` } });
    assert.equal(r.status, 403, `${named(route)} answered ${r.status} to a foreign page`);
  }
});

for (const who of ['member', 'revoked'] as const) {
  test(`${who === 'member' ? 'an ordinary member' : 'a revoked office'} finds no route that needs a permission word`, async () => {
    const probed = routes.filter(isOffice);
    assert.ok(probed.length >= 10);
    for (const route of probed) {
      const held = stage.features.find((f) => f.routes.includes(route))?.permissions[route.endpoint.can] ?? [];
      if (held.includes('member') || held.includes('person')) continue;
      const r = await stage.call(route, plausible(route, anId), { token: stage[who].token });
      assert.equal(r.status, 404, `${named(route)} answered ${r.status} to ${who}: ${r.text.slice(0, 200)}`);
    }
  });
}

/** A row of each table (`NIANGJIA_PROBES` more in a long run); of the cases more, since each process has its own loader. */
const SPREAD: Readonly<Record<string, number>> = { case_file: 30 };
const ROWS = Number(process.env['NIANGJIA_PROBES'] ?? 1);
/** Of the tables which a route does not look into, every so many is named all the same, other ones on each route; a long run names all. */
const EVERY = process.env['NIANGJIA_PROBES'] ? 1 : 24;
const tables = [...stage.ids.keys()];

/** So many rows of a table, from its beginning to its end. */
function rowsOf(table: string, least = 1): string[] {
  const some = stage.ids.get(table) ?? [];
  const n = Math.min(some.length, Math.max(least, SPREAD[table] ?? ROWS));
  return Array.from({ length: n }, (_, i) => some[Math.floor((i * some.length) / n)] ?? '');
}

/**
 * Names rows where a route takes ids: first an id of nothing, then rows of every table into which the route then looks, until it looks into no
 * further one, and rows of some tables into which it does not look. A route without such a field is called once.
 */
async function nameRows(route: Route, ask: (table: string, id: string, turn: number) => Promise<void>, least = 1): Promise<void> {
  if (idFields(route).length === 0) return ask('', anId, 1);
  touched();
  await ask('', newId(), 1);
  const shift = routes.indexOf(route);
  const waiting = new Set([...touched(), ...tables.filter((_, i) => (i + shift) % EVERY === 0)]);
  let turn = 1;
  // What is added on the way is visited too.
  for (const table of waiting) {
    for (const id of rowsOf(table, least)) {
      turn += 1;
      await ask(table, id, turn);
    }
    for (const seen of touched()) waiting.add(seen);
  }
}

/** Each route as this person. */
async function probeAll(who: Player, look: (route: Route, table: string, id: string, status: number, text: string) => void): Promise<number> {
  let calls = 0;
  for (const route of routes.filter((r) => !isOpen(r) && r.live === undefined)) {
    // A fresh session for each route: signing out is one of them.
    const [token = ''] = await stage.tokens(who.federationId, [who.id]);
    await nameRows(route, async (table, id, turn) => {
      const r = await stage.call(route, plausible(route, id, turn), { token });
      calls += 1;
      assert.ok(r.status < 500, `${named(route)} broke on an id of ${table}: ${r.status} ${r.text.slice(0, 300)}`);
      assert.notEqual(r.status, 401, `${named(route)} did not know who asked`);
      look(route, table, id, r.status, r.text);
    });
  }
  return calls;
}

/** Only ids that were not in the question: an answer may repeat what it was asked. */
function leaked(text: string, asked: string, guarded: ReadonlySet<string> = allIds): string | null {
  for (const id of text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []) if (id !== asked && guarded.has(id)) return id;
  return null;
}

/** An empty list says as little as a 404. */
const saysNothing = (text: string): boolean => /^\{"items":\[\](,"total":0)?(,"next":null)?\}$/.test(text);

test('from another federation, whatever id is named: nothing is shown, nothing is changed, nothing breaks', async () => {
  const before = await printOf(stage.database, { federationId: stage.guarded, except: COUNTERS });
  const calls = await probeAll(stage.stranger, (route, table, id, status, text) => {
    if (status < 300 && !saysNothing(text) && idFields(route).some((field) => route.endpoint.path.includes(`:${field}`))) assert.fail(`${named(route)} answered ${status} to a stranger who named a row of ${table}`);
    assert.equal(leaked(text, id), null, `${named(route)} shows a stranger rows of another federation`);
  });
  assert.ok(calls >= 200, `only ${calls} calls`);
  assert.deepEqual(changedTables(before, await printOf(stage.database, { federationId: stage.guarded, except: COUNTERS })), [], 'a stranger changed these tables');
});

/** Tables whose rows a member of the same federation may come across without any office there, and why. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['union_unit', 'the tree of unions is no secret: people write to, move between and are reported up to unions'],
  ['person', 'the chairpersons above and those who answer are named'],
  ['office_holding', 'who holds which office is on the wall of every union'],
  ['rule_value', 'the law is public'],
]);
const closed = new Set([...stage.ids].filter(([table]) => !COMMON.has(table)).flatMap(([, ids]) => ids));

/** Calls with a foreign id in the address that a sibling may make all the same, and why. */
const SHARED: ReadonlyMap<string, string> = new Map([
  ['GET /api/v1/audit/basis/:ruleSetId rule_set', 'the numbers on which a decision rests are law or published decisions'],
]);

test('a sibling union’s officer, with every office there, reaches no row of the unions beside', async () => {
  const own = new Set([stage.sibling.id, stage.sibling.unionId]);
  const reached: string[] = [];
  const calls = await probeAll(stage.sibling, (route, table, id, status, text) => {
    const byPath = idFields(route).some((field) => route.endpoint.path.includes(`:${field}`));
    if (byPath && status < 300 && !saysNothing(text) && !own.has(id) && !SHARED.has(`${named(route)} ${table}`)) reached.push(`${named(route)} with a row of ${table}: ${status}`);
    const shown = leaked(text, id, closed);
    if (shown !== null) reached.push(`${named(route)} shows ${shown}`);
  });
  assert.ok(calls >= 200, `only ${calls} calls`);
  assert.deepEqual(reached, []);
});

test('whoever may do everything gets an answer from every route that reads: what the probes were refused is really there', async () => {
  let answered = 0;
  for (const route of routes.filter((r) => !isOpen(r) && r.live === undefined && r.endpoint.method === 'GET')) {
    let best = 999;
    const ask = async (id: string, turn: number): Promise<void> => {
      const { status, text } = await stage.call(route, plausible(route, id, turn), { token: stage.anyWhole().token });
      assert.ok(status < 500, `${named(route)} answered ${status}: ${text.slice(0, 200)}`);
      best = Math.min(best, status);
    };
    await nameRows(route, (_table, id, turn) => ask(id, turn), 3);
    for (let turn = 2; best >= 300 && turn <= PREPARED; turn += 1) await ask(anId, turn);
    if (best < 300) answered += 1;
  }
  assert.ok(answered >= 10, `only ${answered} routes answered`);
});
