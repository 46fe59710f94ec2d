import { Link, useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { joint } from '../../joint.contract.ts';
import { words } from '../../joint.words.ts';

type Row = Output<typeof joint.list>['items'][number];
const LOOK = { passed: 'ok', failed: 'late', open: 'info' } as const;

/** Whether a decision of several congresses stands. */
export function VerdictChip({ of }: { of: Row['verdict'] }) {
  const w = useWords(words);
  return <Chip kind={LOOK[of]}>{w[`verdict_${of}`]}</Chip>;
}

/** Decisions of several congresses acting together. */
export default function Joint() {
  const w = useWords(words);
  const language = useLocale();
  const go = useNavigate();
  const list = useList<Row>('joint-decisions', {
    filters: [{ kind: 'find', name: 'text', label: w.find }],
    columns: {
      title: { title: w.name, cell: (r) => <Link to={`/joint-decisions/${r.id}`}>{r.title}</Link> }, union: { title: w.union, width: 200, cell: (r) => r.union }, round: { title: w.round, width: 110, cell: (r) => w.roundN({ n: r.round }) }, parts: { title: w.parts, width: 90, align: 'right', cell: (r) => <span className="num">{r.parts}</span> },
      verdict: { title: w.verdict, width: 130, cell: (r) => <VerdictChip of={r.verdict} /> }, at: { title: w.at, width: 140, cell: (r) => <span className="num">{showDate(r.at, language)}</span> },
    },
  });
  const rows = useRows(joint.list, list);
  const make = <button type="button" className="btn primary" onClick={() => void go('/joint-decisions/new')}><Icon name="add" size={18} />{w.make}</button>;
  return <DeskPage title={w.title} actions={<><ListActions list={list} to={joint.exportList} can="sessions.export" />{make}</>}><ListPanel list={list} rows={rows} open={(r) => `/joint-decisions/${r.id}`} empty={<Empty icon="tree" title={w.none} hint={w.noneHint}>{make}</Empty>} /></DeskPage>;
}
