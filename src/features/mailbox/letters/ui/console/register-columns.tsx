import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Chip, Deadline, Icon, keep, kept, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { Rated } from '../both/Faces.tsx';
import { words } from '../desk-ui.words.ts';

export type Row = Output<typeof api.register>['items'][number];
export const COLUMNS = ['number', 'title', 'origin', 'stands', 'assignee', 'due', 'rating', 'opened', 'union', 'channel'] as const;
export type ColumnName = (typeof COLUMNS)[number];
const USUAL: readonly ColumnName[] = ['title', 'origin', 'stands', 'assignee', 'due', 'rating', 'opened'];
const SHELF = 'columns.letters';

const isColumn = (name: string): name is ColumnName => COLUMNS.some((c) => c === name);

/** Which columns this person wants to see on this device. */
export function useColumns(): readonly [shown: readonly ColumnName[], toggle: (name: ColumnName) => void] {
  const [shown, setShown] = useState<readonly ColumnName[]>(() => kept(SHELF)?.split(',').filter(isColumn) ?? USUAL);
  return [shown, (name) => {
    const next = COLUMNS.filter((c) => (c === name ? !shown.includes(c) : shown.includes(c)));
    if (next.length === 0) return;
    keep(SHELF, next.join(','));
    setShown(next);
  }];
}

/** The register's columns with their words. */
export function useRegisterColumns(): Readonly<Record<ColumnName, TableColumnsType<Row>[number]>> {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const language = useLocale();
  const category = (r: Row): string => (lw[`category_${r.category}` as keyof typeof lw] as string | undefined) ?? '';
  return {
    number: { key: 'number', title: w.number, width: 120, render: (_, r) => <span className="num">{lw.prefix} {r.number}</span> },
    title: { key: 'title', title: w.title, render: (_, r) => <span className="cell"><b>{r.title}</b><small>{[`${lw.prefix} ${r.number}`, category(r), r.place].filter(Boolean).join(' · ')}</small></span> },
    origin: { key: 'origin', title: w.origin, width: 180, render: (_, r) => <span className="cell">{r.originUnion}<small>{r.privacy === 'named' || r.channel === 'email' ? r.writer : lw[`privacy_${r.privacy}`]}</small></span> },
    stands: { key: 'stands', title: w.stands, width: 130, render: (_, r) => <>{r.stateWord}{r.published ? <> <Icon name="board" size={14} label={w.published} /></> : null}</> },
    assignee: { key: 'assignee', title: w.assignee, width: 150, render: (_, r) => r.assignee ?? r.union },
    due: { key: 'due', title: w.due, width: 130, render: (_, r) => (r.nextDue ? <Deadline due={r.nextDue} /> : r.state === 'closed' ? <Chip kind="ok">{lw.closed}</Chip> : '') },
    rating: { key: 'rating', title: w.rating, width: 110, render: (_, r) => (r.rating ? <Rated n={r.rating} /> : '') },
    opened: { key: 'opened', title: w.opened, width: 110, render: (_, r) => <span className="num">{showDate(r.openedAt, language)}</span> },
    union: { key: 'union', title: w.union, width: 160, render: (_, r) => r.union },
    channel: { key: 'channel', title: w.channel, width: 110, render: (_, r) => (lw[`channel_${r.channel}` as keyof typeof lw] as string | undefined) ?? '' },
  };
}
