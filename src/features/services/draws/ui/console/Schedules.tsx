import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Basis, Card, Chip, DeskPage, Empty, Facts, Icon, type Input as In, Loaded, type Output, Row, showList, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { PrizeRow } from '../both/PrizeRow.tsx';
import { words } from '../desk.words.ts';
import '../draws.css';
import { ChanceFields, meant, PrizeFields, type TypedPrize, typed } from './Pieces.tsx';

type Schedule = Output<typeof api.schedules>['items'][number];
type Values = Omit<In<typeof api.plan>, 'unionId' | 'prizes'> & { prizes: TypedPrize[] };
const FRESH: Partial<Values> = { prizes: [{ name: '', count: 10, tax: 'borne' }], opensDay: 1, closesDay: 3, source: 'witnesses', need: 2, revealHours: 24, witnesses: [] };

function Plan({ unionId, of, close }: { unionId: string; of: Schedule | null; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Values>();
  const settings = { form, refreshes: [api.schedules], done: w.saved, after: close };
  const plan = useAct(api.plan, settings);
  const replan = useAct(api.replan, settings);
  const save = (v: Values): void => {
    const input = { ...v, unionId, prizes: meant(v.prizes), witnesses: v.source === 'drand' ? [] : (v.witnesses ?? []), need: v.source === 'drand' ? 0 : (v.need ?? 2) };
    if (of) replan.act({ ...input, id: of.id });
    else plan.act(input);
  };
  return (
    <Modal open width={980} title={of ? w.replan : w.plan} okText={w.save} onCancel={close} onOk={() => form.submit()} confirmLoading={plan.busy || replan.busy}>
      <Form form={form} layout="vertical" initialValues={of ? { ...of, prizes: typed(of.prizes), witnesses: of.people.map((p) => p.id), need: of.need || 2 } : FRESH} onFinish={save} scrollToFirstError>
        <Form.Item name="title" label={w.name} extra={w.planTitleHint} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="about" label={w.about}><Input.TextArea rows={2} maxLength={4000} placeholder={w.aboutHint} /></Form.Item>
        <PrizeFields />
        <div className="columns">
          <Form.Item name="opensDay" label={w.opensDay} rules={[{ required: true }]}><InputNumber min={1} max={27} className="drawwide" /></Form.Item>
          <Form.Item name="closesDay" label={w.closesDay} rules={[{ required: true }]}><InputNumber min={2} max={28} className="drawwide" /></Form.Item>
        </div>
        <Form.Item name="place" label={w.place}><Input maxLength={200} /></Form.Item>
        <ChanceFields unionId={unionId} known={of?.people ?? []} />
      </Form>
    </Modal>
  );
}

function One({ of, change }: { of: Schedule; change: () => void }) {
  const w = useWords(words);
  const pause = useAct(api.pause, { refreshes: [api.schedules], done: of.active ? w.pausedDone : w.resumedDone });
  return (
    <Card title={of.title} aside={of.union} className="drawabout">
      <p><Chip kind={of.active ? 'ok' : 'quiet'}>{of.active ? w.running : w.paused}</Chip> <span className="note">{w.days({ from: of.opensDay, to: of.closesDay })}{of.active ? ` · ${w.nextMonth({ n: of.nextMonth })}` : ''}</span></p>
      {of.about ? <p className="drawlines">{of.about}</p> : null}
      {of.prizes.map((p) => <PrizeRow key={p.name} of={p} />)}
      <Facts of={[[w.chance, of.source === 'drand' ? w.source_drand : showList(of.people.map((p) => p.name))], [w.place, of.place]]} />
      {of.lastId ? <Row icon="calendar" title={w.last} note={of.lastMonth?.slice(0, 7)} to={`/draws/${of.lastId}`} /> : null}
      <div className="drawacts" style={{ gridTemplateColumns: 'max-content max-content' }}>
        <button type="button" className="btn" onClick={change}><Icon name="edit" size={18} />{w.replan}</button>
        <button type="button" className="btn" disabled={pause.busy} onClick={() => pause.act({ id: of.id, active: !of.active })}><Icon name={of.active ? 'stop' : 'play'} size={18} />{of.active ? w.pause : w.resume}</button>
      </div>
    </Card>
  );
}

/** Draws that come every month among those who were born in it. */
export default function Schedules() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const found = useCall(api.schedules, {});
  const [planning, setPlanning] = useState<Schedule | 'new' | null>(null);
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? '';
  const make = unionId ? <button type="button" className="btn primary" onClick={() => setPlanning('new')}><Icon name="add" size={18} />{w.plan}</button> : null;
  return (
    <DeskPage title={w.monthly} actions={make}>
      <Loaded from={found}>
        {({ items }) => (items.length === 0 ? <Card><Empty icon="calendar" title={w.planNone} hint={w.planNoneHint}>{make}</Empty></Card> : <div className="drawcols">{items.map((s) => <One key={s.id} of={s} change={() => setPlanning(s)} />)}</div>)}
      </Loaded>
      <Basis>{w.leap}</Basis>
      {planning ? <Plan unionId={planning === 'new' ? unionId : planning.unionId} of={planning === 'new' ? null : planning} close={() => setPlanning(null)} /> : null}
    </DeskPage>
  );
}
