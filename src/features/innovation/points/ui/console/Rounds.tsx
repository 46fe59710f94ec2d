import { useState } from 'react';
import { DeskPage, Empty, Icon, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../points.contract.ts';
import { StandingChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';
import { RoundForm } from './RoundForm.tsx';

type Round = Output<typeof api.rounds>['items'][number];

/** The yearly exchanges, the latest first. */
export default function Rounds() {
  const w = useWords(words);
  const language = useLocale();
  const [planning, setPlanning] = useState(false);
  const list = useList<Round>('prize-rounds', {
    filters: [],
    columns: {
      year: { title: w.year, width: 80, cell: (r) => <span className="num">{r.year}</span> },
      title: { title: w.roundTitle, cell: (r) => <><b>{r.title}</b> <span className="note">{r.union}</span></> },
      days: { title: w.reserveDays, cell: (r) => <span className="num">{showDate(r.from, language)} – {showDate(r.to, language)}</span> },
      collect: { title: w.collectFrom, extra: true, cell: (r) => <span className="num">{showDate(r.collectFrom, language)} – {showDate(r.collectTo, language)}</span> },
      prizes: { title: w.prizes, width: 80, align: 'right', cell: (r) => r.prizes },
      stock: { title: w.stock, width: 80, align: 'right', cell: (r) => r.stock },
      reserved: { title: w.reservedN, width: 80, align: 'right', cell: (r) => r.reserved },
      collected: { title: w.collectedN, width: 80, align: 'right', cell: (r) => r.collected },
      state: { title: w.state, width: 110, cell: (r) => <StandingChip standing={r.standing} /> },
    },
  });
  const rows = useRows(api.rounds, list);
  const plan = rows.answer?.may.includes('plan') ? <button type="button" className="btn primary" onClick={() => setPlanning(true)}><Icon name="add" size={18} />{w.planRound}</button> : null;
  return (
    <DeskPage title={w.rounds} about={w.roundsHint} actions={plan}>
      {planning ? <RoundForm close={() => setPlanning(false)} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/points/rounds/${r.id}`} empty={<Empty icon="gift" title={w.noRounds} hint={w.noRoundsHint}>{plan}</Empty>} />
    </DeskPage>
  );
}
