import { Form as Fields, Input, Space } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, DeskPage, Empty, Icon, Loaded, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../briefings.contract.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';
import '../briefings.css';

type Filled = { title: string; about?: string; place: string; day: string; from: string; to: string; agenda?: { title?: string; by?: string }[]; files?: readonly Attached[] };
const needed = [{ required: true }];
const Papers = ({ value, onChange }: { value?: readonly Attached[]; onChange?: (files: readonly Attached[]) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={20} accept="image/*,.pdf,.docx,.xlsx" />;
const local = (at: string): string => new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString();
const sentFrom = (d: Filled) => ({ title: d.title, about: d.about ?? '', place: d.place, heldAt: `${d.day}T${d.from}:00+08:00`, endsAt: `${d.day}T${d.to}:00+08:00`, agenda: (d.agenda ?? []).flatMap((p) => (p.title?.trim() ? [{ title: p.title, by: p.by ?? '' }] : [])), files: (d.files ?? []).map((f) => f.id) });
const filledFrom = (b: Seen): Filled => ({ title: b.title, about: b.about, place: b.place, day: local(b.heldAt).slice(0, 10), from: local(b.heldAt).slice(11, 16), to: local(b.endsAt).slice(11, 16), agenda: b.agenda.map((p) => ({ ...p })), files: b.attached });

function AgendaLines() {
  const w = useWords(words);
  return (
    <Fields.List name="agenda">
      {(fields, { add, remove }) => (
        <div className="brlines">
          {fields.map((f, i) => (
            <div key={f.key} className="brline">
              <Fields.Item name={[f.name, 'title']} noStyle><Input aria-label={`${w.agendaLine} ${String(i + 1)}`} placeholder={w.agendaLine} maxLength={80} /></Fields.Item><Fields.Item name={[f.name, 'by']} noStyle><Input aria-label={`${w.agendaBy} ${String(i + 1)}`} placeholder={w.agendaBy} maxLength={40} /></Fields.Item>
              <button type="button" className="btn plain" aria-label={w.removePoint({ n: i + 1 })} onClick={() => remove(f.name)}><Icon name="close" size={18} /></button>
            </div>
          ))}
          <div className="bracts"><button type="button" className="btn" onClick={() => add({})}><Icon name="add" size={18} />{w.addPoint}</button></div>
        </div>
      )}
    </Fields.List>
  );
}

function Whole({ unionId, kept }: { unionId: string; kept: Seen | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Fields.useForm<Filled>();
  const plan = useAct(api.plan, { form, done: w.planned, refreshes: [api.register], after: (out) => void go(`/briefings/${out.id}`) });
  const change = useAct(api.change, { form, done: w.changed, refreshes: [api.one, api.register], after: (out) => void go(`/briefings/${out.id}`) });
  const send = (d: Filled): void => { if (kept) change.act({ id: kept.id, version: kept.version, ...sentFrom(d) }); else plan.act({ unionId, ...sentFrom(d) }); };
  return (
    <Fields form={form} layout="vertical" initialValues={kept ? filledFrom(kept) : { agenda: [{}], from: '14:00', to: '16:00' }} onFinish={send}>
      <div className="brdesk">
        <Card>
          <Fields.Item name="title" label={w.name} rules={needed}><Input maxLength={60} autoFocus /></Fields.Item>
          <Space wrap size="large"><Fields.Item name="day" label={w.day} rules={needed}><Day /></Fields.Item><Fields.Item name="from" label={w.from} rules={needed}><Clock /></Fields.Item><Fields.Item name="to" label={w.to} rules={needed}><Clock /></Fields.Item></Space>
          <Fields.Item name="place" label={w.place} rules={needed}><Input maxLength={200} /></Fields.Item>
          <Fields.Item name="about" label={w.about}><Input.TextArea rows={3} maxLength={3000} /></Fields.Item>
        </Card>
        <Card title={w.agenda}><AgendaLines /></Card>
        <Card title={w.papers}><Fields.Item name="files" noStyle><Papers /></Fields.Item></Card>
        <div className="bracts"><button type="submit" className="btn primary" disabled={plan.busy || change.busy}><Icon name="check" size={18} />{w.save}</button><button type="button" className="btn" onClick={() => void go(-1)}>{w.cancel}</button></div>
      </div>
    </Fields>
  );
}

/** A new briefing, or one that has not begun. Every worker of the union is invited. */
export default function BriefingForm() {
  const w = useWords(words);
  const { id } = useParams();
  const { union } = useScope();
  const me = useMe();
  const unionId = union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId;
  const kept = useCall(api.one, { id: id ?? '' }, { when: id !== undefined });
  if (id !== undefined) return <DeskPage title={w.formEdit}><Loaded from={kept} lines={8}>{(b) => <Whole key={b.id} unionId={b.unionId} kept={b} />}</Loaded></DeskPage>;
  return <DeskPage title={w.formTitle}>{unionId === undefined ? <Card><Empty icon="tree" title={w.empty} hint={w.statHint} /></Card> : <Whole unionId={unionId} kept={null} />}</DeskPage>;
}
