import { Link } from 'react-router';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { DeskPage, Empty, Icon, type Output, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api, ReservationState } from '../../points.contract.ts';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';

type Reservation = Output<typeof api.reservations>['items'][number];

/** Takes a reservation back, with the reason that the person reads. */
export function ReleaseForm({ reservation: v, close, after }: { reservation: Pick<Reservation, 'id' | 'prize' | 'name'>; close: () => void; after?: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const release = useAct(api.release, { done: w.released, refreshes: [api.reservations, api.round], after: () => { close(); after?.(); } });
  return (
    <Modal open title={`${w.release} · ${v.name} · ${v.prize}`} onCancel={close} onOk={() => release.act({ id: v.id, text: text.trim() })} okButtonProps={{ danger: true, disabled: text.trim().length < 2 }} confirmLoading={release.busy}>
      <p className="note">{w.releaseHint}</p>
      <Input autoFocus aria-label={w.reason} placeholder={w.reason} value={text} maxLength={200} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}

/** Who reserved what, over the unions of the officer. */
export default function Reservations() {
  const w = useWords(words);
  const language = useLocale();
  const [taking, setTaking] = useState<Reservation | null>(null);
  const list = useList<Reservation>('prize-reservations', {
    more: ['roundId', 'prizeId'],
    filters: [{ kind: 'find', name: 'text', label: w.findList }, { kind: 'choose', name: 'state', label: w.anyState, options: ReservationState.options.map((s) => [s, w[`state_${s}`]] as const) }],
    columns: {
      name: { title: w.name, width: 100, cell: (v) => <b>{v.name}</b> }, unit: { title: w.unit, cell: (v) => v.unit }, prize: { title: w.prize, cell: (v) => <>{v.prize} <span className="note num">{v.year}</span></> },
      points: { title: w.pts, width: 70, align: 'right', cell: (v) => v.points }, reserved: { title: w.reservedAt, cell: (v) => <span className="num">{showTime(v.reservedAt, language)}</span> }, state: { title: w.state, width: 100, cell: (v) => <StateChip state={v.state} /> },
      ended: { title: w.ended, cell: (v) => (v.endedAt ? <><span className="num">{showTime(v.endedAt, language)}</span> {v.endedBy}{v.collector ? <span className="note"> · {w.byColleague({ name: v.collector, note: v.note })}</span> : v.note ? <span className="note"> · {v.note}</span> : null}</> : v.may.includes('release') ? <Button size="small" onClick={() => setTaking(v)}>{w.release}</Button> : null) },
    },
  });
  const rows = useRows(api.reservations, list);
  return (
    <DeskPage title={w.list} crumbs={[{ title: w.rounds, to: '/points/rounds' }]} actions={<><ListActions list={list} to={api.exportReservations} can="points.handOut" /><Link className="btn primary" to="/points/counter"><Icon name="qr" size={18} />{w.counter}</Link></>}>
      {taking ? <ReleaseForm reservation={taking} close={() => setTaking(null)} /> : null}
      <ListPanel list={list} rows={rows} empty={<Empty icon="gift" title={w.noList} hint={w.noListHint} />} />
    </DeskPage>
  );
}
