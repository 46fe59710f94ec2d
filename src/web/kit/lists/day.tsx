import { DatePicker, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';

type Held = { readonly value?: string | null; readonly onChange?: (value: string | null) => void; readonly id?: string; readonly label?: string };
const DAY = 'YYYY-MM-DD';
const MONTH = 'YYYY-MM';
const CLOCK = 'HH:mm';

/** Enter takes the day that was typed; it does not send the form around it. */
const onlyTakes = (e: KeyboardEvent): void => { if (e.key === 'Enter') e.preventDefault(); };

/** A day as `2026-11-21`, whatever the browser's own habits are; a form's item may hold it. */
export function Day({ value, onChange, id, label, until, from }: Held & { readonly until?: string; readonly from?: string }) {
  return (
    <DatePicker onKeyDown={onlyTakes} {...(id ? { id } : {})} {...(label ? { 'aria-label': label } : {})} format={DAY} value={value ? dayjs(value) : null} onChange={(day) => onChange?.(day?.format(DAY) ?? null)}
      {...(until ? { maxDate: dayjs(until) } : {})} {...(from ? { minDate: dayjs(from) } : {})} style={{ width: '100%' }} />
  );
}

/** A time of day as `14:30`; a form's item may hold it. */
export function Clock({ value, onChange, id, label }: Held) {
  return (
    <TimePicker onKeyDown={onlyTakes} {...(id ? { id } : {})} {...(label ? { 'aria-label': label } : {})} format={CLOCK} value={value ? dayjs(value, CLOCK) : null} needConfirm={false}
      onChange={(time) => onChange?.(time?.format(CLOCK) ?? null)} style={{ width: '100%' }} />
  );
}

/** A month as `2026-11`, never empty. */
export function Month({ value, onChange, id, label }: { readonly value: string; readonly onChange: (value: string) => void; readonly id?: string; readonly label?: string }) {
  return (
    <DatePicker picker="month" allowClear={false} {...(id ? { id } : {})} {...(label ? { 'aria-label': label } : {})} format={MONTH} value={dayjs(`${value}-01`)}
      onChange={(month) => { if (month) onChange(month.format(MONTH)); }} />
  );
}

/** A year as `2026`, never empty. */
export function Year({ value, onChange, id, label }: { readonly value: number; readonly onChange: (value: number) => void; readonly id?: string; readonly label?: string }) {
  return (
    <DatePicker picker="year" allowClear={false} {...(id ? { id } : {})} {...(label ? { 'aria-label': label } : {})} format="YYYY" value={dayjs(`${value}-01-01`)}
      onChange={(year) => { if (year) onChange(year.year()); }} />
  );
}
