import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { chinaCalendar } from '#shared/china-calendar';
import { addDays, addMonths, instantAt, legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import { workdayCounter } from '#shared/worktime';
import type { Call } from '#platform/http';
import { cases } from '#engines/cases';
import type { api, Counts } from './worklist.contract.ts';
import { meanOf, quarterOf } from './worklist.rules.ts';
import { pathOf } from './worklist.service.ts';
import * as q from './worklist.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type CountsView = z.input<typeof Counts>;
const DAYS = 7;

/** Mean working days to the answer, of the letters answered from one day up to another. */
function answerDays(answered: readonly q.AnsweredRow[]) {
  const [first = '', ...later] = answered.flatMap((a) => [a.opened, a.answered]).sort();
  if (first === '') return { mean: null, n: 0 };
  const between = workdayCounter(first, later.at(-1) ?? first, chinaCalendar);
  const days = answered.map((a) => ({ value: between(a.opened, a.answered), n: a.n }));
  return { mean: meanOf(days), n: answered.reduce((sum, a) => sum + a.n, 0) };
}

async function letterTiles(tx: Tx, by: Actor, unionPath: string | undefined): Promise<CountsView['letters']> {
  const today = legalDateOf(tx.now);
  const quarter = quarterOf(today);
  const before = quarterOf(addMonths(quarter.from, -3));
  const first = addDays(today, 1 - DAYS);
  const byDay = await q.countByDay(tx, by, unionPath, instantAt(first));
  const answered = await q.countAnswered(tx, by, unionPath, instantAt(before.from), instantAt(quarter.to));
  const ofQuarter = answered.filter((a) => a.answered >= quarter.from);
  const [now, then] = [answerDays(ofQuarter), answerDays(answered.filter((a) => a.answered < quarter.from))];
  return {
    lastDays: Array.from({ length: DAYS }, (_, i) => addDays(first, i)).map((date) => ({ date, opened: byDay.get(date) ?? 0 })),
    answerDays: { quarter: quarter.name, now: now.mean, answered: now.n, before: then.mean, answeredBefore: then.n },
    satisfaction: { good: ofQuarter.reduce((sum, a) => sum + a.good, 0), of: ofQuarter.reduce((sum, a) => sum + a.rated, 0) },
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
