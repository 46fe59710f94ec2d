import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, Deadline, DeskPage, Empty, type Output, showDate, tell, useAct, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';

type Row = Output<typeof api.register>['items'][number];

function useApplications(): List<Row> {
  const w = useWords(words);
  return useList<Row>('joining', {
    filters: [
      { kind: 'parts', name: 'which', label: w.state, options: [['', w.open], ['all', w.all]] }, { kind: 'find', name: 'text', label: w.find },
      { kind: 'days', name: 'from', to: 'to', label: [w.fromDay, w.toDay] },
    ],
    ask: ({ which, ...set }) => ({ ...set, ...(which === 'all' ? {} : { open: 'true' }) }),
    columns: {
      applicant: { title: w.applicant, cell: (r) => <span className="cell"><b>{r.applicant} {r.unattached ? <Chip kind="info">{w.unattachedShort}</Chip> : null}</b><small className="num">{r.number}</small></span> },
      employer: { title: w.employer, cell: (r) => r.employer || (r.newForm ? w[`form_${r.newForm}` as 'form_delivery'] : '—') },
      job: { title: w.job, extra: true, cell: (r) => r.job },
      union: { title: w.union, cell: (r) => r.union },
      state: { title: w.state, width: 130, cell: (r) => r.stateWord },
      appliedAt: { title: w.appliedAt, width: 120, cell: (r) => <span className="num">{showDate(r.openedAt)}</span> },
      due: { title: w.due, width: 150, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : null) },
    },
  });
}

/** Applications to join, those that wait first asked for. */
export default function Applications() {
  const w = useWords(words);
  const { union } = useScope();
  const [chosen, choose] = useState<string[]>([]);
  const list = useApplications();
  const rows = useRows(api.register, list);
  const approve = useAct(api.approve, {
    refreshes: [api.register],
    after: (out) => { choose([]); tell(out.left.length > 0 ? `${w.decided({ n: out.approved })} · ${out.left.map((l) => l.why).join(' ')}` : w.decided({ n: out.approved })); },
  });
  const ids = chosen.filter((id) => rows.items.some((r) => r.id === id && r.may.includes('approve')));
  return (
    <DeskPage title={w.desk} actions={<ListActions list={list} to={api.exportRegister} can="joining.read" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/joining/${r.id}`} empty={<Empty icon="join" title={w.none} hint={w.noneHint}>{union ? <Link className="btn" to={`/unions/${union}/poster`}>{w.poster}</Link> : null}</Empty>}
        ticks={{ chosen: ids, choose, can: (r) => r.may.includes('approve'), label: (r) => r.applicant }}
        bulk={ids.length > 0 ? <Button type="primary" loading={approve.busy} onClick={() => approve.act({ ids })}>{w.bulk({ n: ids.length })}</Button> : null} />
    </DeskPage>
  );
}
