import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Loaded, type Output, Row, showDay, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../receptions.contract.ts';
import { words } from '../../receptions.words.ts';
import '../receptions.css';
import { RecordItem } from './Record.tsx';

type Day = Output<typeof api.day>;

function CallOff({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const off = useAct(api.callOff, { refreshes: [api.day, api.register], done: w.calledOffDone, after: close });
  return (
    <Modal open title={w.callOff} onCancel={close} onOk={() => off.act({ id, text })} okButtonProps={{ danger: true, disabled: text.trim().length < 2 }} confirmLoading={off.busy}>
      <p className="note">{w.callOffHint}</p>
      <Input autoFocus aria-label={w.reason} placeholder={w.reason} value={text} maxLength={200} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}

function Bookings({ day, record }: { day: Day; record: (seat: number) => void }) {
  const w = useWords(words);
  const came = useAct(api.came, { refreshes: [api.day] });
  if (day.bookings.length === 0) return <Empty icon="people" title={w.noBookings} />;
  return (
    <>
      {day.bookings.map((b) => (
        <Row
          key={b.seat} title={<><span className="num">{b.at}</span> {b.name}</>} note={b.wish}
          end={day.may.includes('record') ? (
            <Space>
              <Button size="small" type={b.came === true ? 'primary' : 'default'} onClick={() => came.act({ id: day.id, seat: b.seat, came: true })}>{w.cameYes}</Button>
              <Button size="small" type={b.came === false ? 'primary' : 'default'} onClick={() => came.act({ id: day.id, seat: b.seat, came: false })}>{w.cameNo}</Button>
              {b.own ? null : <Button size="small" onClick={() => record(b.seat)}>{w.record}</Button>}
            </Space>
          ) : b.came === null ? null : <Chip kind={b.came ? 'ok' : 'quiet'}>{b.came ? w.cameYes : w.cameNo}</Chip>}
        />
      ))}
    </>
  );
}

/** One reception day at the desk: who booked, who came, what was brought forward. */
export default function DayPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const go = useNavigate();
  const language = useLocale();
  const day = useCall(api.day, { id });
  const [recording, setRecording] = useState<number | null | undefined>(undefined);
  const [offering, setOffering] = useState(false);
  return (
    <Loaded from={day}>
      {(d) => (
        <DeskPage
          title={`${showDay(d.heldOn, language)} ${d.from}–${d.to}`} about={`${d.union} · ${d.place}`}
          actions={<Space wrap>{d.may.includes('record') ? <Button type="primary" onClick={() => setRecording(null)}>{w.recordNoName}</Button> : null}<Button onClick={() => void go(`/receptions/${id}/print`)}>{w.print}</Button>{d.may.includes('callOff') ? <Button danger onClick={() => setOffering(true)}>{w.callOff}</Button> : null}</Space>}
        >
          {d.calledOff === null ? null : <Card><Chip kind="quiet">{w.off}</Chip> {d.calledOff}</Card>}
          <div className="receptionpage">
            <Card title={`${w.bookings} ${d.booked} / ${d.slots}`}><Bookings day={d} record={setRecording} /></Card>
            <Card title={w.list}>
              {d.list.length === 0 ? <Empty icon="letter" title={w.noItems} /> : d.list.map((i) => <Row key={i.number} title={i.letterId === null ? w.barred : <Link to={`/letters/${i.letterId}`}>{i.title}</Link>} note={i.number} />)}
            </Card>
          </div>
          {recording === undefined ? null : <RecordItem id={id} seat={recording} close={() => setRecording(undefined)} />}
          {offering ? <CallOff id={id} close={() => setOffering(false)} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
