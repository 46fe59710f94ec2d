import type { Tx } from '#shared/call';
import { chinaCalendar } from '#shared/china-calendar';
import { deadline, type WorkingHours, workingHours } from '#shared/worktime';
import { type RuleKey, rulebook } from '#engines/rulebook';
import type { Dues } from './clocks.rules.ts';
import { type Clock, CLOCKS, type Process } from './process.rules.ts';

/** The rulebook's numbers for one process in one union on one day, ready to be counted with. */
export type Periods = {
  readonly ruleSetId: string;
  readonly hours: WorkingHours;
  /** deadlines of clocks that begin at an instant */
  dues(from: Date, clocks: readonly Clock[]): Dues;
  /** instant of the next step up the tree after `from`; null when the process does not escalate */
  escalation(from: Date): Date | null;
  /** when waiting in this state ends by itself */
  lapse(state: string, from: Date): Date | null;
  /** weeks from the rulebook, ending when the office closes */
  weeks(from: Date, name: RuleKey): Date;
};

const HOURS = 'letters.workingHours' satisfies RuleKey;

function number(values: Readonly<Record<string, unknown>>, name: string): number {
  const value = values[name];
  if (typeof value !== 'number') throw new Error(`rulebook: ${name} is no number`);
  return value;
}

/** Looks up everything a process counts with. */
export async function periodsOf(tx: Tx, p: Process, unionId: string): Promise<Periods> {
  const again = Object.values(p.steps).flatMap((s) => (s.recheckAfter ? [s.recheckAfter] : []));
  const names: RuleKey[] = [...Object.values(p.rules.clocks), ...(p.rules.escalateEvery ? [p.rules.escalateEvery] : []), ...(p.rules.lapses ?? []).map((l) => l.after), ...again, HOURS];
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, names);
  const hours = workingHours(values[HOURS], chinaCalendar);
  return {
    ruleSetId,
    hours,
    dues(from, clocks) {
      const dues: Dues = {};
      for (const c of CLOCKS) {
        const name = p.rules.clocks[c];
        if (name !== undefined && clocks.includes(c)) dues[c] = deadline(from, p.rules.calendar?.includes(c) ? { calendarDays: number(values, name) } : { workdays: number(values, name) }, hours);
      }
      return dues;
    },
    escalation: (from) => (p.rules.escalateEvery ? deadline(from, { workdays: number(values, p.rules.escalateEvery) }, hours) : null),
    lapse(state, from) {
      const lapse = p.rules.lapses?.find((l) => l.state === state);
      if (lapse === undefined) return null;
      const n = number(values, lapse.after);
      return deadline(from, lapse.unit === 'workdays' ? { workdays: n } : { calendarDays: n }, hours);
    },
    weeks: (from, name) => deadline(from, { calendarDays: 7 * number(values, name) }, hours),
  };
}
