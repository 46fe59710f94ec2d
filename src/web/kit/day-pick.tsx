import { useId } from 'react';
import { daysInMonth, partsOf } from '#shared/dates';
import { monthNames } from '#shared/dates.words';
import { words } from './kit.words.ts';
import { useLocale, useWords } from './language.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);

type Asked = { readonly label: string; readonly value: string; readonly until: string; readonly years?: number; readonly error?: string | undefined; readonly onChange: (day: string) => void };

/**
 * A day that has passed, on the phone: year, month and day to choose from, in the app's language and letter size.
 * @param value and `until` (the last day that can be chosen) as `2026-11-21`; an empty value stands for `until`
 * @param years how many years can be chosen from, the one of `until` among them
 */
export function DayPick({ label, value, until, years = 2, error, onChange }: Asked) {
  const w = useWords(words);
  const language = useLocale();
  const id = useId();
  const last = partsOf(until);
  const at = partsOf(value || until);
  const months = at.year === last.year ? last.month : 12;
  const days = at.year === last.year && at.month === last.month ? last.day : daysInMonth(at.year, at.month);
  const choose = (to: Partial<typeof at>): void => {
    const d = { ...at, ...to };
    const month = d.year === last.year ? Math.min(d.month, last.month) : d.month;
    const day = Math.min(d.day, d.year === last.year && month === last.month ? last.day : daysInMonth(d.year, month));
    onChange(`${String(d.year)}-${two(month)}-${two(day)}`);
  };
  const parts = [
    { key: 'year', name: w.dayYear, value: at.year, of: upTo(years).map((n) => last.year + 1 - n), say: (n: number) => w.yearOf({ n }) },
    { key: 'month', name: w.dayMonth, value: at.month, of: upTo(months), say: (n: number) => (language === 'zh' ? w.monthOf({ n }) : (monthNames[n - 1] ?? '')) },
    { key: 'day', name: w.dayDay, value: at.day, of: upTo(days), say: (n: number) => w.dayOf({ n }) },
  ] as const;
  return (
    <fieldset className={`field daypick ${error ? 'wrong' : ''}`} {...(error ? { 'aria-describedby': `${id}e` } : {})}>
      <legend>{label}</legend>
      <div className="daypickparts">
        {parts.map((p) => (
          <select key={p.key} aria-label={`${label} ${p.name}`} value={p.value} onChange={(e) => choose({ [p.key]: Number(e.target.value) })}>
            {p.of.map((n) => <option key={n} value={n}>{p.say(n)}</option>)}
          </select>
        ))}
      </div>
      {error ? <p className="fielderror" id={`${id}e`}>{error}</p> : null}
    </fieldset>
  );
}
