import { Checkbox, DatePicker, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from '../icons.tsx';
import { useWords } from '../language.ts';
import { words } from './lists.words.ts';
import { ListMenu } from './menu.tsx';
import { namedList } from './named-list.tsx';
import { SavedViews } from './saved-views.tsx';
import type { Filter, List } from './use-list.ts';

const RESTS_MS = 400;

type Of<K extends Filter['kind'], R> = { readonly of: Extract<Filter, { kind: K }>; readonly list: List<R> };

function Find<R>({ of, list }: Of<'find', R>) {
  const value = list.value(of.name) ?? '';
  const [text, setText] = useState(value);
  const latest = useRef(list);
  latest.current = list;
  useEffect(() => setText(value), [value]);
  // the list follows what is typed, once the fingers rest
  useEffect(() => {
    if (text.trim() === value) return;
    const rest = setTimeout(() => latest.current.change({ [of.name]: text.trim() || undefined }), RESTS_MS);
    return () => clearTimeout(rest);
  }, [text, value, of.name]);
  return (
    <Input allowClear type="search" className="find" prefix={<Icon name="search" size={16} />} value={text} maxLength={40} placeholder={of.label} aria-label={of.label} onChange={(e) => setText(e.target.value)}
      onPressEnter={() => list.change({ [of.name]: text.trim() || undefined })} />
  );
}

function Days<R>({ of, list }: Of<'days', R>) {
  const day = (name: string) => { const value = list.value(name); return value ? dayjs(value) : null; };
  return (
    <DatePicker.RangePicker allowEmpty={[true, true]} value={[day(of.name), day(of.to)]} placeholder={[of.label[0], of.label[1]]}
      onChange={(range) => list.change({ [of.name]: range?.[0]?.format('YYYY-MM-DD'), [of.to]: range?.[1]?.format('YYYY-MM-DD') })} />
  );
}

function One<R>({ of, list }: { readonly of: Filter; readonly list: List<R> }) {
  const value = list.value(of.name);
  switch (of.kind) {
    case 'find': return <Find of={of} list={list} />;
    case 'days': return <Days of={of} list={list} />;
    case 'tick': return <Checkbox checked={value === 'true'} onChange={(e) => list.change({ [of.name]: e.target.checked ? 'true' : undefined })}>{of.label}</Checkbox>;
    case 'parts': return <Segmented aria-label={of.label} value={value ?? ''} onChange={(v) => list.change({ [of.name]: v || undefined })} options={of.options.map(([v, label]) => ({ value: v, label }))} />;
    case 'choose': return (
      <Select allowClear placeholder={of.label} {...namedList(of.label)} value={value ?? null} popupMatchSelectWidth={false} onChange={(v: string | null) => list.change({ [of.name]: v ?? undefined })}
        options={of.options.map(([v, label]) => ({ value: v, label }))} />
    );
  }
}

function ColumnMenu<R>({ list }: { readonly list: List<R> }) {
  const w = useWords(words);
  return (
    <ListMenu title={w.columns}>
      {() => Object.entries(list.columns).map(([name, c]) => <label key={name}><input type="checkbox" checked={list.shown.includes(name)} onChange={() => list.toggle(name)} />{c.title}</label>)}
    </ListMenu>
  );
}

/** What a list is narrowed by, its saved views and its columns, in one line. */
export function Filters<R>({ list, also }: { readonly list: List<R>; readonly also?: ReactNode }) {
  const w = useWords(words);
  return (
    <div className="filters">
      {also}
      {list.filters.map((f) => <One key={f.name} of={f} list={list} />)}
      {Object.keys(list.set).length > 0 ? <button type="button" className="btn plain" onClick={list.clear}>{w.clear}</button> : null}
      <span className="end"><SavedViews screen={list.screen} /><ColumnMenu list={list} /></span>
    </div>
  );
}
