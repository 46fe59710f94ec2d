/** The desk's front door of the kit: what only the console draws, with antd. The phone never comes in here. */
export type { Column, Columns } from './lists/columns.ts';
export { Clock, Day, Month, Year } from './lists/day.tsx';
export { namedList } from './lists/named-list.tsx';
export { ListActions, ListPanel, type Ticks } from './lists/panel.tsx';
export { Paper } from './lists/paper.tsx';
export { type Filter, type List, type Rows, useList, useNewest, useRows } from './lists/use-list.ts';
