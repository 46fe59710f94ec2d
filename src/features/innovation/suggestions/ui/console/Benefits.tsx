import { Link } from 'react-router';
import { Chip, DeskPage, Empty, type Output, showDate, showMoney, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { workApi } from '../../work.contract.ts';
import { words as workWords } from '../../work.words.ts';
import { claimKind, Claims } from '../both/WorkShown.tsx';
import { words } from '../work-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { Settle } from './Settle.tsx';

type Row = Output<typeof workApi.benefits>['items'][number];
const STATES = ['claimed', 'verified', 'refused', 'replaced'] as const;

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const ww = useWords(workWords);
  const language = useLocale();
  return {
    number: { title: ww.colNumber, width: 130, extra: true, cell: (r) => <span className="num">{r.number}</span> },
    title: { title: w.suggestion, cell: (r) => <span className="cell"><Link to={`/suggestions/${r.suggestionId}`}><b>{r.title}</b></Link><small className="num">{r.number}</small></span> },
    unit: { title: w.unitColumn, width: 130, cell: (r) => r.unit },
    authors: { title: w.authors, width: 120, cell: (r) => r.authors },
    state: { title: w.state, width: 120, cell: (r) => <Chip kind={claimKind(r.state)}>{r.stateWord}</Chip> },
    claimed: { title: w.claimed, width: 112, align: 'right', cell: (r) => showMoney(r.claimedFen) },
    verified: { title: w.verified, width: 112, align: 'right', cell: (r) => (r.verifiedFen === null ? '' : showMoney(r.verifiedFen)) },
    window: { title: w.window, width: 200, extra: true, cell: (r) => <span className="num">{r.windowFrom} ~ {r.windowTo}</span> },
    basis: { title: w.basis, width: 260, extra: true, cell: (r) => r.basis },
    claimedBy: { title: ww.colClaimedBy, width: 128, cell: (r) => <span className="cell">{r.claimedBy}<small className="num">{showDate(r.claimedAt, language)}</small></span> },
    settledBy: { title: ww.colSettledBy, width: 128, cell: (r) => <span className="cell">{r.settledBy}<small className="num">{r.settledAt ? showDate(r.settledAt, language) : ''}</small></span> },
  };
}

/** Finance's list of claims 效益核定: what waits first; a row opens in place and is settled there. */
export default function Benefits() {
  const w = useWords(words);
  const ww = useWords(workWords);
  const say = useSay();
  const list = useList<Row>('suggestion-benefits', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, ww[`benefit_${s}`]]) }, { kind: 'days', name: 'from', to: 'to', label: [w.dayFrom, w.dayTo] }],
    columns: useColumns(),
  });
  const rows = useRows(workApi.benefits, list);
  const about = rows.answer ? w.benefitsAbout({ claimed: showMoney(rows.answer.claimedFen), verified: showMoney(rows.answer.verifiedFen) }) : undefined;
  return (
    <DeskPage title={say(titles.benefits)} about={about} actions={<ListActions list={list} to={workApi.exportBenefits} can="suggestions.read" />}>
      <ListPanel list={list} rows={rows} marks empty={<Empty icon="money" title={w.benefitsNone} hint={w.benefitsHint} />}
        expand={{ expandRowByClick: true, expandedRowRender: (r) => <div className="workcard"><Claims of={[r]} />{r.may.length > 0 ? <Settle claim={r} again={rows.again} /> : null}</div> }} />
    </DeskPage>
  );
}
