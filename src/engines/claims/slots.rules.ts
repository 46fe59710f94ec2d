import { addDays, instantAt, type LegalDate, weekdayOf } from '#shared/dates';

/** A week that repeats: which things (courts, rooms, masseurs) may be had on which days of the week (1 = Monday … 7 = Sunday) at which times, in minutes after midnight in China. */
export type Week = {
  readonly things: readonly string[];
  readonly weekdays: readonly number[];
  readonly times: readonly { readonly from: number; readonly to: number }[];
  readonly firstDay: LegalDate;
  /** the last day, included */
  readonly lastDay: LegalDate;
  /** days on which nothing may be had */
  readonly except?: readonly LegalDate[];
};

export type Slot = { readonly label: string; readonly startsAt: Date; readonly endsAt: Date };

/**
 * The slots of a week that repeats, by time and then by thing: each is a unit of an offer in mode `units`, so a court at six and the same
 * court at seven are two.
 * @param most refuses (our bug) to make more than so many
 */
export function slotsOf(week: Week, most = 5_000): Slot[] {
  const slots: Slot[] = [];
  const times = [...week.times].sort((a, b) => a.from - b.from);
  if (times.some((t, i) => t.to <= t.from || t.from < 0 || t.to > 1_440 || t.from < (times[i - 1]?.to ?? 0))) throw new Error('claims: times of a day do not follow each other');
  for (let day = week.firstDay; day <= week.lastDay; day = addDays(day, 1)) {
    const weekday = weekdayOf(day) === 0 ? 7 : weekdayOf(day);
    if (!week.weekdays.includes(weekday) || (week.except ?? []).includes(day)) continue;
    for (const t of times) for (const label of week.things) slots.push({ label, startsAt: instantAt(day, t.from), endsAt: instantAt(day, t.to) });
    if (slots.length > most) throw new Error(`claims: more than ${most} slots`);
  }
  return slots;
}
