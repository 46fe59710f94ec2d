import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../inquiries.contract.ts';
import { STATES } from '../../inquiries.rules.ts';
import { words } from '../desk.words.ts';

type Row = Output<typeof api.register>['items'][number];

/** Inquiries over the unions of the officer, latest first. */
export default function Register() {
  const w = useWords(words);
  const go = useNavigate();
  const list = useList<Row>('inquiries', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, w[`state_${s}`]]) }],
    columns: {
      title: { title: w.name, cell: (r) => <b>{r.title}</b> }, union: { title: w.union, cell: (r) => r.union }, state: { title: w.state, width: 120, cell: (r) => <Chip kind={r.state === 'open' ? 'union' : r.state === 'closed' ? 'ok' : 'quiet'}>{w[`state_${r.state}`]}</Chip> },
      closes: { title: w.closes, width: 140, cell: (r) => <span className="num">{r.closesOn}</span> }, people: { title: w.people, width: 140, align: 'right', cell: (r) => <span className="num">{r.answered} / {r.invited}</span> }, said: { title: w.said, width: 100, align: 'right', cell: (r) => r.said },
    },
  });
  const rows = useRows(api.register, list);
  const make = <button type="button" className="btn primary" onClick={() => void go('/inquiries/new')}><Icon name="add" size={18} />{w.new}</button>;
  return <DeskPage title={w.title} actions={<><ListActions list={list} to={api.exportRegister} can="inquiries.keep" />{make}</>}><ListPanel list={list} rows={rows} open={(r) => `/inquiries/${r.id}`} empty={<Empty icon="talk" title={w.none} hint={w.noneHint}>{make}</Empty>} /></DeskPage>;
}
