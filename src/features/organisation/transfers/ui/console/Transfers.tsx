import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Chip, Deadline, DeskPage, Empty, holds, type Output, showDate, tell, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../transfers.contract.ts';
import { columns, words } from '../../transfers-ui.words.ts';
import { StateChip } from '../both/Way.tsx';
import { Invite } from './Invite.tsx';

type Row = Output<typeof api.register>['items'][number];
const settles = (r: Row): boolean => r.may.includes('release') || r.may.includes('receive');

/** What can be done with all that is ticked. */
function Bulk({ chosen, clear }: { chosen: readonly Row[]; clear: () => void }) {
  const w = useWords(words);
  const settled = { refreshes: [api.register], after: (out: Output<typeof api.release>) => { clear(); tell([w.settled({ n: out.settled }), ...out.left.map((l) => l.why)].join(' · ')); } };
  const release = useAct(api.release, settled);
  const receive = useAct(api.receive, settled);
  const of = (verb: string): string[] => chosen.filter((r) => r.may.includes(verb)).map((r) => r.id);
  const [out, comes] = [of('release'), of('receive')];
  return (
    <>
      {out.length > 0 ? <Button type="primary" loading={release.busy} onClick={() => release.act({ ids: out })}>{w.releaseN({ n: out.length })}</Button> : null}
      {comes.length > 0 ? <Button type="primary" loading={receive.busy} onClick={() => receive.act({ ids: comes })}>{w.receiveN({ n: comes.length })}</Button> : null}
    </>
  );
}

function useTransfers(): List<Row> {
  const w = useWords(words);
  const c = useWords(columns);
  return useList<Row>('transfers', {
    filters: [
      { kind: 'parts', name: 'direction', label: w.title, options: [['', w.all], ['in', w.in], ['out', w.out]] },
      { kind: 'find', name: 'text', label: w.search }, { kind: 'tick', name: 'open', label: w.openOnly },
    ],
    columns: {
      name: { title: c.name, width: 130, cell: (r) => <span className="cell"><b>{r.name}</b><small className="num">{r.number}</small></span> },
      from: { title: c.from, cell: (r) => r.from },
      to: { title: c.to, cell: (r) => <>{r.to} {r.outside ? <Chip>{w.letter}</Chip> : null}</> },
      reason: { title: c.reason, cell: (r) => <span className="clipped" title={r.reason}>{r.reason}</span> },
      state: { title: c.state, width: 150, cell: (r) => <span className="chiprow"><StateChip t={r} />{r.objected && r.state === 'requested' ? <Chip kind="warn">{w.objected}</Chip> : null}</span> },
      openedAt: { title: c.openedAt, width: 110, cell: (r) => <span className="num">{showDate(r.openedAt)}</span> },
      due: { title: c.dueOrDone, width: 140, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : <span className="num">{r.effectiveOn ?? ''}</span>) },
    },
  });
}

/** Everything that comes and goes within the officer's reach. */
export default function Transfers() {
  const w = useWords(words);
  const me = useMe();
  const go = useNavigate();
  const list = useTransfers();
  const rows = useRows(api.register, list);
  const [chosen, choose] = useState<string[]>([]);
  const ticked = rows.items.filter((r) => chosen.includes(r.id) && settles(r));
  const invite = holds(me, 'transfers.receive');
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={api.exportRegister} can="transfers.read" />{invite ? <><Button onClick={() => void go('/transfers/invitations')}>{w.invitations}</Button><Invite /></> : null}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/transfers/${r.id}`} empty={<Empty icon="swap" title={w.deskNone} hint={w.deskNoneHint} />}
        ticks={{ chosen: ticked.map((r) => r.id), choose, can: settles, label: (r) => r.name }} bulk={ticked.length > 0 ? <Bulk chosen={ticked} clear={() => choose([])} /> : null} />
    </DeskPage>
  );
}
