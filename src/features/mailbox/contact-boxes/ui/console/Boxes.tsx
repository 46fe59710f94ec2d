import { useState } from 'react';
import { Chip, DeskPage, Empty, Icon, type Output, showDate, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';
import { BoxForm } from './BoxForms.tsx';
import { StandingChip } from '../both/StandingChip.tsx';

type Row = Output<typeof api.register>['items'][number];
const STATES = ['overdue', 'due', 'toKey', 'ready', 'retired'] as const;

function useBoxes(): List<Row> {
  const w = useWords(words);
  const language = useLocale();
  return useList<Row>('contact-boxes', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, w[s]]) }],
    columns: {
      number: { title: w.number, width: 80, cell: (r) => <span className="num">{r.number}</span> },
      place: { title: w.place, cell: (r) => <span className="cell"><b>{r.place}</b><small>{r.union}</small></span> },
      keepers: { title: w.keepers, cell: (r) => r.keepers.join(language === 'zh' ? '、' : ', ') },
      state: { title: w.state, width: 130, cell: (r) => <StandingChip of={r.standing} /> },
      last: { title: w.last, width: 120, cell: (r) => (r.lastOn ? showDate(r.lastOn, language) : w.never) },
      next: { title: w.next, width: 120, cell: (r) => (r.standing === 'retired' ? '' : showDate(r.dueOn, language)) },
      toKey: { title: w.toKey, width: 110, cell: (r) => (r.toKey > 0 ? <Chip kind="warn">{w.toKeyN({ n: r.toKey })}</Chip> : '') },
      figures: { title: `${w.openings} / ${w.letters} / ${w.answered}`, width: 190, cell: (r) => <span className="num">{r.openings} / {r.letters} / {r.answered}</span> },
    },
  });
}

/** Contact boxes over the unions of the officer, overdue and due first. */
export default function Boxes() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const [putting, setPutting] = useState(false);
  const list = useBoxes();
  const rows = useRows(api.register, list);
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'mailboxClerk'].includes(o.kind))?.unionId;
  const put = unionId ? <button type="button" className="btn primary" onClick={() => setPutting(true)}><Icon name="add" size={18} />{w.put}</button> : null;
  return (
    <DeskPage title={w.title} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={<><ListActions list={list} to={api.exportRegister} can="contactBoxes.keep" />{put}</>}>
      {putting && unionId ? <BoxForm unionId={unionId} close={() => setPutting(false)} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/contact-boxes/${r.id}`} empty={<Empty icon="box" title={w.none} hint={w.noneHint}>{put}</Empty>} />
    </DeskPage>
  );
}
