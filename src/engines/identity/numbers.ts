import { rulebook } from '#engines/rulebook';
import { clock } from '#platform/clock';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { selectFederations } from './first-administrator.sql.ts';
import { here } from './house.ts';
import { type Numbers, SHIPPED, WORKER } from './limits.rules.ts';

const KEYS = [
  'security.password.leastLength', 'security.password.leastLengthAdmin', 'security.password.leastClasses', 'security.password.notLast',
  'security.password.adminMostDays', 'security.signIn.failuresBeforeLock', 'security.signIn.lockMinutes', 'security.session.idleMinutes',
  'security.session.idleMinutesAdmin', 'security.session.mostHours', 'security.session.mostPerAdmin',
] as const;

const FRESH_MS = 30_000;

/** Remembers an answer for half a minute; a failure is not remembered. */
function briefly<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { until: number; answer: Promise<T> }>();
  return (key, ask) => {
    const known = kept.get(key);
    if (known && known.until > performance.now()) return known.answer;
    const answer = ask();
    kept.set(key, { until: performance.now() + FRESH_MS, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}

let numbers = briefly<Numbers>();
let only = briefly<string | null>();

/** Forgets what is remembered: another database, or a test that cannot wait. */
export function forgetNumbers(): void {
  numbers = briefly();
  only = briefly();
}

/** The numbers of the transaction's federation, read through it: where one is open already, no second connection is taken. */
export async function numbersIn(tx: Tx): Promise<Numbers> {
  const { values: v } = await rulebook.look(tx, { unionId: tx.federationId }, KEYS);
  const absolute = v['security.session.mostHours'] * 60;
  return {
    password: {
      least: v['security.password.leastLength'], leastForAdministrators: v['security.password.leastLengthAdmin'], classes: v['security.password.leastClasses'],
      remembered: v['security.password.notLast'], daysForAdministrators: v['security.password.adminMostDays'],
    },
    lock: { tries: v['security.signIn.failuresBeforeLock'], minutes: v['security.signIn.lockMinutes'] },
    sessions: {
      worker: WORKER, officer: { idle: v['security.session.idleMinutes'], absolute }, administrator: { idle: v['security.session.idleMinutesAdmin'], absolute },
    },
    sessionsPerAdministrator: v['security.session.mostPerAdmin'],
  };
}

/**
 * The numbers that hold for a federation, from the rulebook of its top union; a change is felt within half a minute. Not to be
 * called while a transaction is open: see {@link numbersIn}.
 * @param federationId null for names that belong to nobody: then those of the only federation, so that they lock alike
 */
export async function numbersOf(federationId: string | null): Promise<Numbers> {
  const id = federationId ?? (await only('only', async () => {
    const all = await here().db.read(null, clock.now(), selectFederations);
    return all.length === 1 ? (all[0] ?? null) : null;
  }));
  if (id === null) return SHIPPED;
  return numbers(id, () => here().db.read(id, clock.now(), numbersIn).catch((why: unknown) => {
    if (why instanceof Refused) return SHIPPED;
    throw why;
  }));
}
