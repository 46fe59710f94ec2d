import { useState } from 'react';
import { Card, Chip, DeskPage, Empty, holds, Icon, Loaded, type Output, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { words } from '../points-ui.words.ts';
import { CorrectForm } from './CorrectForm.tsx';
import '../points.css';

type Holder = Output<typeof api.ranking>['items'][number];
const YEARS_BACK = 4;

function useHolders(): List<Holder> {
  const w = useWords(words);
  const now = new Date().getFullYear();
  return useList<Holder>('points', {
    filters: [
      { kind: 'find', name: 'text', label: w.find },
      { kind: 'choose', name: 'year', label: w.thisYear, options: Array.from({ length: YEARS_BACK }, (_, i) => [String(now - 1 - i), w.yearOf({ year: now - 1 - i })] as const) },
      { kind: 'choose', name: 'debt', label: w.state, options: [['yes', w.owing]] },
    ],
    columns: {
      rank: { title: w.rank, width: 70, cell: (r) => <span className="num">{r.rank}</span> },
      name: { title: w.name, width: 110, cell: (r) => <b>{r.name}</b> },
      unit: { title: w.unit, cell: (r) => r.unit },
      earned: { title: w.earned, width: 100, align: 'right', cell: (r) => pointsText(r.earned) },
      balance: { title: w.balance, width: 90, align: 'right', cell: (r) => pointsText(r.balance) },
      held: { title: w.held, width: 100, align: 'right', cell: (r) => (r.held === 0 ? '' : pointsText(r.held)) },
      debt: { title: w.debt, width: 90, align: 'right', cell: (r) => (r.debt === 0 ? '' : <Chip kind="late">{pointsText(r.debt)}</Chip>) },
    },
  });
}

function Units({ year }: { year: string | undefined }) {
  const w = useWords(words);
  const { union } = useScope();
  const units = useCall(api.units, { ...(union ? { unionId: union } : {}), ...(year ? { year: Number(year) } : {}) });
  return (
    <Card title={w.units}>
      <Loaded from={units}>
        {({ items }) => (items.length === 0 ? <Empty icon="building" title={w.noUnits} /> : (
          <ol className="pointsunits">
            {items.slice(0, 25).map((u, i) => (
              <li key={u.id}>
                <span className="num note">{i + 1}</span><span>{u.unit} <span className="note">{w.unitPeople({ n: u.people })}</span></span><b className="num">{pointsText(u.points)}</b>
                <i style={{ width: `${Math.max(2, (100 * u.points) / Math.max(1, items[0]?.points ?? 1))}%` }} />
              </li>
            ))}
          </ol>
        ))}
      </Loaded>
    </Card>
  );
}

/** Who earned how many points in a year, and which unit. */
export default function Ranking() {
  const w = useWords(words);
  const me = useMe();
  const list = useHolders();
  const rows = useRows(api.ranking, list);
  const [giving, setGiving] = useState(false);
  return (
    <DeskPage
      title={w.people} about={rows.answer ? w.peopleAbout({ year: rows.answer.year }) : ''}
      actions={<><ListActions list={list} to={api.exportRanking} can="points.view" />{holds(me, 'points.keep') ? <button type="button" className="btn primary" onClick={() => setGiving(true)}><Icon name="edit" size={18} />{w.give}</button> : null}</>}
    >
      {giving ? <CorrectForm close={() => setGiving(false)} /> : null}
      <div className="pointspage">
        <ListPanel list={list} rows={rows} open={(r) => `/points/people/${r.schemeId}/${r.personId}`} empty={<Empty icon="idea" title={w.noPeople} hint={w.noPeopleHint} />} />
        <Units year={list.value('year')} />
      </div>
    </DeskPage>
  );
}
