import type { TableColumnsType } from 'antd';
import { useState } from 'react';
import { Chip, Deadline, keep, kept, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../worklist.contract.ts';
import { words } from '../worklist-ui.words.ts';

export type Row = Output<typeof api.list>['items'][number];
export const COLUMNS = ['item', 'origin', 'stands', 'assignee', 'due', 'number', 'union', 'opened'] as const;
export type ColumnName = (typeof COLUMNS)[number];
const USUAL: readonly ColumnName[] = ['item', 'origin', 'stands', 'assignee', 'due'];
const SHELF = 'columns.worklist';
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

/** The work list's columns with their words. */
export function useWorklistColumns(): Readonly<Record<ColumnName, TableColumnsType<Row>[number]>> {
  const w = useWords(words);
  const language = useLocale();
  return {
    item: { key: 'item', title: w.item, render: (_, r) => <span className="cell"><b>{r.title}</b><small>{r.processTitle} · <span className="num">{r.number}</span></small></span> },
    origin: { key: 'origin', title: w.origin, width: 148, render: (_, r) => <span className="cell">{r.origin}<small>{r.author ?? r.privacyWord}</small></span> },
    stands: { key: 'stands', title: w.stands, width: 112, render: (_, r) => r.stateWord },
    assignee: { key: 'assignee', title: w.assignee, width: 124, render: (_, r) => (r.givenToMe ? w.me : (r.assignee ?? r.union)) },
    due: { key: 'due', title: w.due, width: 136, render: (_, r) => <span className="cell">{r.nextDue ? <Deadline due={r.nextDue} /> : <Chip>{w.noDue}</Chip>}{r.reported ? <small>{w.reported}</small> : null}</span> },
    number: { key: 'number', title: w.number, width: 120, render: (_, r) => <span className="num">{r.number}</span> },
    union: { key: 'union', title: w.union, width: 150, render: (_, r) => r.union },
    opened: { key: 'opened', title: w.opened, width: 100, render: (_, r) => <span className="num">{showDate(r.openedAt, language)}</span> },
  };
}
