import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Route } from '#platform/http';
import { fixClock } from '#test/clock';
import type { Answer } from '../server.ts';
import { NO_OBJECTS, requestOf, spoiled } from './inputs.ts';
import { changedTables, printOf } from './rows.ts';
import { openProbeStage, sentenceOf } from './stage.ts';

/** Inputs per route; `NIANGJIA_INPUTS=1000` for a long run. The usual run stops at the time below, whatever was reached. */
const INPUTS = Number(process.env['NIANGJIA_INPUTS'] ?? 200);
const LONGEST_USUAL_RUN_MS = process.env['NIANGJIA_INPUTS'] ? Number.POSITIVE_INFINITY : 20_000;
/** So many are asked however slow the machine is. */
const LEAST_PER_ROUTE = 6;

const clock = fixClock('2026-11-21T02:10:00Z');
const stage = await openProbeStage();
const routes = stage.features.flatMap((f) => f.routes).filter((r) => r.live === undefined);
const ids = [...stage.ids.values()].map((some) => some.slice(0, 40));
const named = ({ endpoint: e }: Route): string => `${e.method} ${e.path}`;
const budget = LONGEST_USUAL_RUN_MS / routes.length;
const seed = Number(process.env['NIANGJIA_SEED'] ?? 20261121);
/** Tables in which a refused call may leave something: counters of wrong tries, the log of refused looks, when somebody was seen. */
const COUNTERS = ['session', 'sign_in_gate', 'one_time_code', 'sign_in_ticket'];

/** What keeps count of wrong tries says in the log that somebody was locked out. */
const LOGS_WRONG_TRIES = /sign-in|totp|password/;
const LOG = ['audit_entry', 'audit_unsealed'];

/** Signs out the one who asks. */
const ENDS_SESSIONS = /sign-out|end-others|sessions/;
const HAN = /\p{Script=Han}/u;

// A sentence may begin with the name of whom it is about, and quote what was written.
function judge(route: Route, r: Answer, english: boolean): void {
  assert.ok(r.status < 500, `${named(route)} answered ${r.status}: ${r.text.slice(0, 300)}`);
  if (r.status < 400) return;
  const sentence = sentenceOf(r);
  assert.ok(sentence.length >= 4, `${named(route)} refused with ${r.status} and no sentence: ${r.text.slice(0, 300)}`);
  assert.ok(!/\{\w+\}/.test(sentence), `${named(route)} left a slot open: ${sentence}`);
  if (english && !HAN.test(JSON.stringify(r.body).replace(sentence, ''))) assert.ok(!HAN.test(sentence.replace(/["“'「][^"”'」]*["”'」]|^\p{Script=Han}+: /gu, '')), `${named(route)} refused in Chinese what was asked in English: ${sentence}`);
}

/** Refused inputs of a route that are asked once more while the rows are watched. */
const ASKED_AGAIN = process.env['NIANGJIA_INPUTS'] ? 20 : 6;

/** An office sleeps when it was not used for a while, and the clock runs fast here. */
const FRESH_FOR_MS = 300_000;
const fresh = new Map<string, { token: string; until: number }>();

async function tokenFor(route: Route): Promise<string | null> {
  if (route.endpoint.can === 'anyone') return null;
  const player = stage.anyWhole();
  const now = clock.now().getTime();
  const kept = fresh.get(player.id);
  if (kept && kept.until > now && !ENDS_SESSIONS.test(route.endpoint.path)) return kept.token;
  const [token = ''] = await stage.tokens(player.federationId, [player.id]);
  fresh.set(player.id, { token, until: now + FRESH_FOR_MS });
  return token;
}

const printed = () => printOf(stage.database, { except: COUNTERS });

type Asked = { readonly route: Route; readonly asked: number; readonly refused: readonly Record<string, unknown>[] };

/** Asks with many inputs. @returns those that were refused */
async function attack(route: Route): Promise<Asked> {
  const refused: Record<string, unknown>[] = [];
  let asked = 0;
  const ask = async (input: Record<string, unknown>, english: boolean): Promise<void> => {
    const r = await stage.call(route, input, { token: await tokenFor(route), english });
    asked += 1;
    judge(route, r, english);
    if (r.status >= 400) refused.push(input);
  };
  // When time is up fast-check turns away from the call that is under way; it must have ended before rows are counted.
  let underWay: Promise<unknown> = Promise.resolve();
  const property = fc.asyncProperty(spoiled(route, ids), fc.boolean(), (input, english) => {
    const asking = ask(input, english);
    underWay = asking.catch(() => {});
    return asking;
  });
  await fc.assert(property, { numRuns: LEAST_PER_ROUTE, seed });
  const timely = { interruptAfterTimeLimit: Math.min(budget, 2_000_000_000), markInterruptAsFailure: false };
  await fc.assert(property, { numRuns: INPUTS - LEAST_PER_ROUTE, seed: seed + 1, ...timely }).catch((error: Error) => {
    // On a busy machine the time may be up before the first answer is there; the least number was asked already.
    if (!error.message.includes('interrupted after 0 tests')) throw error;
  });
  // A slow machine has asked too little to say that nothing is refused.
  if (refused.length === 0) await fc.assert(property, { numRuns: INPUTS, seed: seed + 2 });
  await underWay;
  return { route, asked, refused };
}

/** Asks once more what was refused. @returns whether something was taken this time, because others have changed the rows since */
async function askAgain({ route, refused }: Asked): Promise<boolean> {
  for (const input of refused.slice(0, ASKED_AGAIN)) {
    const r = await stage.call(route, input, { token: await tokenFor(route) });
    judge(route, r, false);
    if (r.status < 400) return true;
  }
  return false;
}

/** Tables in which these calls of a route left something that a refusal must not leave. */
async function leftBy(route: Route, calls: () => Promise<boolean>): Promise<string[]> {
  const before = await printed();
  if (await calls()) return [];
  return changedTables(before, await printed()).filter((table) => !LOGS_WRONG_TRIES.test(route.endpoint.path) || !LOG.includes(table));
}

/** So many routes are asked between two looks at all rows, which take longer than the calls; only when something changed they are asked one by one. */
const TOGETHER = 25;

/** Asks each of some routes what it refuses. @returns the routes after which rows had changed, with the tables */
async function watch(routes: readonly Route[], calls: (route: Route) => Promise<boolean>): Promise<string[]> {
  const before = await printed();
  for (const route of routes) await calls(route);
  if (changedTables(before, await printed()).length === 0) return [];
  const faults: string[] = [];
  for (const route of routes) {
    const changed = await leftBy(route, () => calls(route));
    if (changed.length > 0) faults.push(`${named(route)} refused and wrote all the same: ${changed.join(', ')}`);
  }
  return faults;
}

/** What failed, then the smallest input that shows it; `NIANGJIA_SEED` repeats a run. */
function reported(route: Route, error: unknown): string {
  if (!(error instanceof Error)) return `${named(route)}: ${String(error)}`;
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return `${named(route)}: ${cause.slice(0, 300)} ${error.message.slice(0, 400)}`;
}

test(`every route, up to ${INPUTS} wrong inputs each: a sentence, never a 5xx, never half a write`, async (t) => {
  let [all, again] = [0, 0];
  const failures: string[] = [];
  for (let from = 0; from < routes.length; from += TOGETHER) {
    const asked = new Map<Route, Asked>();
    for (const route of routes.slice(from, from + TOGETHER)) {
      try {
        asked.set(route, await attack(route));
      } catch (error) {
        failures.push(reported(route, error));
      }
    }
    for (const [route, one] of asked) {
      all += one.asked;
      again += Math.min(one.refused.length, ASKED_AGAIN);
      if (one.refused.length === 0 && Object.keys(route.endpoint.in.shape).length > 0) failures.push(`${named(route)}: none of ${one.asked} inputs was refused`);
    }
    failures.push(...await watch([...asked.keys()], (route) => askAgain(asked.get(route) as Asked)).catch((error: unknown) => [String(error)]));
  }
  t.diagnostic(`${all} inputs on ${routes.length} routes, ${again} of them again while the rows were watched`);
  assert.deepEqual(failures, []);
});

test('bodies that are no JSON object are refused on every route that takes one', async () => {
  const taking = routes.filter(({ endpoint: e }) => e.method !== 'GET' && !e.upload);
  for (let from = 0; from < taking.length; from += TOGETHER) {
    const faults = await watch(taking.slice(from, from + TOGETHER), async (route) => {
      let written = false;
      for (const body of NO_OBJECTS) {
        const { url, method } = requestOf(route, { id: ids[0]?.[0] });
        const r = await stage.ask(method, url, body, { token: await tokenFor(route) });
        judge(route, r, false);
        written ||= r.status < 400;
      }
      return written;
    });
    assert.deepEqual(faults, []);
  }
});

test('odd addresses are refused in a sentence', async () => {
  for (const url of ['/api/v1/nothing', '/api/v1/letters/%00', '/api/v1/letters/%ff', '/api/v1/letters/../me', `/api/v1/letters/${'x'.repeat(300)}`, '/api/v1/me?%', '/api/../../etc/passwd', '/api/v1/letters?limit=1&limit=2', '//', '/api/v1/%c0%ae%c0%ae/me']) {
    const r = await stage.ask('GET', url, undefined, { token: stage.whole.token });
    assert.ok(r.status < 500, `${url} answered ${r.status}: ${r.text.slice(0, 200)}`);
    if (r.status >= 400) assert.ok(sentenceOf(r) !== '', `${url} was refused without a sentence: ${r.text.slice(0, 200)}`);
  }
});
