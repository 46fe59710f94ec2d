import { Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useState } from 'react';
import { SavedViews, useWords } from '../../../../../web/kit/index.ts';
import { words as letterWords } from '../../letters.words.ts';
import { words } from '../desk-ui.words.ts';
import type { Filters, useFilters } from './use-filters.tsx';

const STATES = ['received', 'accepted', 'assigned', 'answered', 'closed', 'declined', 'withdrawn'] as const;
const CATEGORIES = ['pay', 'time', 'safety', 'living', 'insurance', 'growth', 'difficulty', 'management', 'union', 'other'] as const;
const CHANNELS = ['phone', 'email', 'reception', 'box'] as const;

function Find({ value, change }: { value: string | undefined; change: (text: string | undefined) => void }) {
  const w = useWords(words);
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  return <Input.Search allowClear className="find" value={text} maxLength={60} placeholder={w.find} aria-label={w.find} onChange={(e) => setText(e.target.value)} onSearch={(found) => change(found.trim() || undefined)} />;
}

function Choose<T extends string>({ label, name, options, filters, change }: { label: string; name: keyof Filters; options: readonly (readonly [T, string])[]; filters: Filters; change: ReturnType<typeof useFilters>['change'] }) {
  return <Select allowClear placeholder={label} aria-label={label} value={filters[name] ?? null} popupMatchSelectWidth={false} onChange={(v: string | null) => change({ [name]: v ?? undefined })} options={options.map(([value, text]) => ({ value, label: text }))} />;
}

/** What the register is narrowed by; everything goes to the address bar. */
export function RegisterFilters({ state: { filters, change, some, clear }, end }: { state: ReturnType<typeof useFilters>; end: ReactNode }) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const day = (value: string | undefined) => (value ? dayjs(value) : null);
  return (
    <div className="filters">
      <Find value={filters.text} change={(text) => change({ text })} />
      <Choose label={w.anyState} name="state" filters={filters} change={change} options={STATES.map((s) => [s, lw[s]] as const)} />
      <Choose label={w.anyCategory} name="category" filters={filters} change={change} options={CATEGORIES.map((c) => [c, lw[`category_${c}`]] as const)} />
      <Choose label={w.anyChannel} name="channel" filters={filters} change={change} options={CHANNELS.map((c) => [c, lw[`channel_${c}`]] as const)} />
      <DatePicker.RangePicker allowEmpty={[true, true]} value={[day(filters.from), day(filters.to)]} placeholder={[w.from, w.to]}
        onChange={(range) => change({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })} />
      <Checkbox checked={filters.open === 'true'} onChange={(e) => change({ open: e.target.checked ? 'true' : undefined })}>{w.onlyOpen}</Checkbox>
      <Checkbox checked={filters.late === 'true'} onChange={(e) => change({ late: e.target.checked ? 'true' : undefined })}>{w.onlyLate}</Checkbox>
      {some ? <button type="button" className="btn plain" onClick={clear}>{w.clear}</button> : null}
      <span className="end"><SavedViews screen="letters" />{end}</span>
    </div>
  );
}
