import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../surveys.contract.ts';
import { STAGES } from '../../surveys.rules.ts';
import { percent } from '../both/Figures.tsx';
import { words } from '../desk.words.ts';
import { STAGE_CHIP } from './looks.ts';

type Row = Output<typeof desk.register>['items'][number];

function useSurveys(): List<Row> {
  const w = useWords(words);
  const language = useLocale();
  return useList<Row>('surveys', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'stage', label: w.anyStage, options: STAGES.map((x) => [x, w[`stage_${x}`]]) },
      { kind: 'days', name: 'from', to: 'to', label: [w.fromDay, w.toDay] },
    ],
    columns: {
      title: { title: w.name, cell: (r) => <span className="cell"><b>{r.title}</b><small>{w.questionsN({ n: r.questions })}</small></span> },
      union: { title: w.union, cell: (r) => r.union },
      stage: { title: w.stage, width: 120, cell: (r) => <Chip kind={STAGE_CHIP[r.stage]}>{w[`stage_${r.stage}`]}</Chip> },
      level: { title: w.level, width: 130, cell: (r) => w[`level_${r.level}`] },
      closes: { title: w.closes, width: 180, cell: (r) => <span className="num">{showTime(r.closesAt, language)}</span> },
      turnout: { title: w.turnout, width: 140, align: 'right', cell: (r) => (r.asked > 0 ? <span className="num">{r.answered} / {r.asked}</span> : '') },
      headline: { title: w.headline, width: 100, align: 'right', cell: (r) => (r.headline === null ? '' : <span className="num">{percent(r.headline)}</span>) },
    },
  });
}

/** Surveys over the unions of the officer, latest first. */
export default function Register() {
  const w = useWords(words);
  const go = useNavigate();
  const list = useSurveys();
  const rows = useRows(desk.register, list);
  const make = <button type="button" className="btn primary" onClick={() => void go('/surveys/new')}><Icon name="add" size={18} />{w.new}</button>;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={desk.exportRegister} can="surveys.keep" />{make}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/surveys/${r.id}`} empty={<Empty icon="form" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
