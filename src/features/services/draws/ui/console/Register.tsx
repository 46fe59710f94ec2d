import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showList, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../draws.contract.ts';
import { STAGES } from '../../draws.rules.ts';
import { words } from '../desk.words.ts';
import { STAGE_CHIP, words as stages } from '../phone.words.ts';

type Row = Output<typeof api.register>['items'][number];

function useDraws(): List<Row> {
  const w = useWords(words);
  const s = useWords(stages);
  const language = useLocale();
  return useList<Row>('draws', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'stage', label: w.anyStage, options: STAGES.map((x) => [x, s[`stage_${x}`]]) },
      { kind: 'days', name: 'from', to: 'to', label: [w.fromDay, w.toDay] },
    ],
    columns: {
      name: { title: w.name, cell: (r) => <span className="cell"><b>{r.title}</b><small>{showList(r.prizes.map((p) => `${p.name} × ${p.count}`))}</small></span> },
      union: { title: w.union, cell: (r) => <>{r.union}{r.monthly ? <> <Chip>{w.byItself}</Chip></> : null}</> },
      stage: { title: w.stage, width: 130, cell: (r) => <Chip kind={STAGE_CHIP[r.stage]}>{s[`stage_${r.stage}`]}</Chip> },
      closes: { title: w.closes, width: 190, cell: (r) => <span className="num">{showTime(r.closesAt, language)}</span> },
      entrants: { title: w.entrants, width: 90, align: 'right', cell: (r) => r.entrants },
      given: { title: w.given, width: 130, align: 'right', cell: (r) => (r.stage === 'drawn' ? `${r.handed} / ${r.holders}` : '') },
    },
  });
}

/** Draws over the unions of the officer, latest first. */
export default function Register() {
  const w = useWords(words);
  const go = useNavigate();
  const list = useDraws();
  const rows = useRows(api.register, list);
  const make = <button type="button" className="btn primary" onClick={() => void go('/draws/new')}><Icon name="add" size={18} />{w.new}</button>;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={api.exportRegister} can="draws.keep" /><button type="button" className="btn" onClick={() => void go('/draw-schedules')}>{w.monthly}</button>{make}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/draws/${r.id}`} empty={<Empty icon="gift" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
