import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { chinaCalendar } from '#shared/china-calendar';
import { addDays, addMonths, instantAt, legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import { workdaysBetween } from '#shared/worktime';
import type { Call } from '#platform/http';
import { cases } from '#engines/cases';
import type { api, Counts } from './worklist.contract.ts';
import { meanOf, type Quarter, quarterOf } from './worklist.rules.ts';
import { pathOf } from './worklist.service.ts';
import * as q from './worklist.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type CountsView = z.input<typeof Counts>;
const DAYS = 7;

async function answerDays(tx: Tx, by: Actor, unionPath: string | undefined, { from, to }: Quarter) {
  const answered = await q.countAnswered(tx, by, unionPath, instantAt(from), instantAt(to));
  const days = answered.map((a) => ({ value: workdaysBetween(a.opened, a.answered, chinaCalendar), n: a.n }));
  return { mean: meanOf(days), n: answered.reduce((sum, a) => sum + a.n, 0) };
}

async function letterTiles(tx: Tx, by: Actor, unionPath: string | undefined): Promise<CountsView['letters']> {
  const today = legalDateOf(tx.now);
  const quarter = quarterOf(today);
  const first = addDays(today, 1 - DAYS);
  const byDay = await q.countByDay(tx, by, unionPath, instantAt(first));
  const now = await answerDays(tx, by, unionPath, quarter);
  const before = await answerDays(tx, by, unionPath, quarterOf(addMonths(quarter.from, -3)));
  return {
    lastDays: Array.from({ length: DAYS }, (_, i) => addDays(first, i)).map((date) => ({ date, opened: byDay.get(date) ?? 0 })),
    answerDays: { quarter: quarter.name, now: now.mean, answered: now.n, before: before.mean, answeredBefore: before.n },
    satisfaction: await q.countRated(tx, by, unionPath, instantAt(quarter.from), instantAt(quarter.to)),
  };
}

/** The tiles above the work list and the counts of its tabs. */
export async function counts(tx: Tx, by: Actor, { unionId, brief }: In<'counts'>, call: Call): Promise<CountsView> {
  const unionPath = await pathOf(tx, by, unionId);
  const counted = await cases.countWaiting(tx, by, unionPath ? { unionPath } : {});
  const sum = (of: 'waiting' | 'today' | 'late' | 'reported'): number => counted.reduce((all, c) => all + c[of], 0);
  const processes = cases.allProcesses().flatMap((p) => {
    const waiting = counted.find((c) => c.process === p.name)?.waiting ?? 0;
    return waiting > 0 || may(by, p.readers) ? [{ process: p.name, title: say(p.title, call.locale), waiting }] : [];
  }).sort((a, b) => b.waiting - a.waiting);
  return {
    waiting: sum('waiting'), today: sum('today'), late: sum('late'), reported: sum('reported'), processes,
    letters: !brief && may(by, 'letters.read') ? await letterTiles(tx, by, unionPath) : null,
  };
}
