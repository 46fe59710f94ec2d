import { Form as Fields, Input, InputNumber, Select, Space, Switch } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, DeskPage, Empty, Icon, Loaded, type Output, useAct, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../activities.contract.ts';
import { KINDS } from '../../activities.rules.ts';
import { words as states } from '../../activities.words.ts';
import { desk } from '../../desk.contract.ts';
import '../activities.css';
import { words as shared } from '../activities-ui.words.ts';
import { clubChoices } from '../both/clubs.ts';
import type { Seen } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';
import { type Filled, filledFrom, NEW, sentFrom } from './form-fields.ts';
import { PlanList, QuestionList, QuotaList } from './FormLists.tsx';

type Start = Output<typeof api.start>;
const needed = [{ required: true }];
const Cover = ({ value, onChange }: { value?: readonly Attached[]; onChange?: (files: readonly Attached[]) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={1} />;

function What() {
  const w = useWords(words);
  const kw = useWords(states);
  return (
    <Card>
      <Fields.Item name="title" label={w.title} rules={needed}><Input maxLength={60} autoFocus /></Fields.Item>
      <Space wrap size="large">
        <Fields.Item name="kind" label={w.kind} rules={needed}><Select style={{ width: 160 }} {...namedList(w.kind)} options={KINDS.map((k) => ({ value: k, label: kw[`kind_${k}`] }))} /></Fields.Item>
        <Fields.Item name="day" label={w.day} rules={needed}><Day /></Fields.Item><Fields.Item name="from" label={w.fromTime} rules={needed}><Clock /></Fields.Item><Fields.Item name="toDay" label={w.endDay}><Day /></Fields.Item><Fields.Item name="to" label={w.toTime} rules={needed}><Clock /></Fields.Item>
      </Space>
      <Fields.Item name="place" label={w.place} rules={needed}><Input maxLength={200} /></Fields.Item>
      <Fields.Item name="about" label={w.aboutText}><Input.TextArea rows={5} maxLength={3000} /></Fields.Item>
      <Fields.Item name="cover" label={w.cover}><Cover /></Fields.Item>
    </Card>
  );
}

function Joining({ start }: { start: Start }) {
  const w = useWords(words);
  const units = start.units.map((u) => ({ value: u.id, label: u.name }));
  const pays = [['free', w.free], ['atHandOver', w.atHandOver], ...(start.online ? [['online', w.online] as const] : []), ...(start.points ? [['points', w.points] as const] : [])] as const;
  return (
    <Card>
      <Space wrap size="large">
        <Fields.Item name="places" label={w.placesN} rules={needed}><InputNumber min={1} max={100_000} precision={0} /></Fields.Item><Fields.Item name="family" label={w.family}><InputNumber min={0} max={9} precision={0} /></Fields.Item>
        <Fields.Item name="pays" label={w.pays}><Select style={{ width: 140 }} {...namedList(w.pays)} options={pays.map(([value, label]) => ({ value, label }))} /></Fields.Item><Fields.Item name="price" label={w.price}><InputNumber min={0} max={100_000} precision={2} /></Fields.Item>
      </Space>
      <Space wrap size="large">
        <Fields.Item name="opensDay" label={w.opensDay}><Day /></Fields.Item><Fields.Item name="closeDay" label={w.closeDay} rules={needed}><Day /></Fields.Item><Fields.Item name="closeTime" label={w.closeTime} rules={needed}><Clock /></Fields.Item><Fields.Item name="cancelDay" label={w.cancelDay}><Day /></Fields.Item>
      </Space>
      <Space wrap size="large"><Fields.Item name="waits" label={w.waits} valuePropName="checked"><Switch /></Fields.Item><Fields.Item name="selfCheckIn" label={w.selfCheckIn} valuePropName="checked"><Switch /></Fields.Item></Space>
      <Fields.Item name="audience" label={w.audience} extra={w.audienceHint}><Select mode="multiple" {...namedList(w.audience)} options={units} optionFilterProp="label" /></Fields.Item>
      <Space wrap size="large">
        <Fields.Item name="memberDays" label={w.memberDays}><InputNumber min={0} max={20_000} precision={0} /></Fields.Item><Fields.Item name="misses" label={w.misses}><InputNumber min={1} max={20} precision={0} /></Fields.Item>
        <Fields.Item name="sex" label={w.sex}><Select style={{ width: 140 }} {...namedList(w.sex)} options={[{ value: '', label: w.anySex }, { value: 'female', label: w.female }, { value: 'male', label: w.male }]} /></Fields.Item><Fields.Item name="newForm" label={w.newForm} valuePropName="checked"><Switch /></Fields.Item>
      </Space>
      <QuotaList units={units} />
    </Card>
  );
}

function Whole({ start, kept }: { start: Start; kept: Seen | null }) {
  const w = useWords(words);
  const s = useWords(shared);
  const clubs = clubChoices(start, kept);
  const go = useNavigate();
  const [form] = Fields.useForm<Filled>();
  const refreshes = [api.activity, desk.register];
  const make = useAct(api.draft, { form, done: w.drafted, refreshes, after: (out) => void go(`/activities/${out.id}`) });
  const save = useAct(api.save, { form, done: w.saved, refreshes, after: (out) => void go(`/activities/${out.id}`) });
  const send = (d: Filled): void => {
    const sent = sentFrom(d);
    if (kept) save.act({ id: kept.id, version: kept.version, ...sent });
    else make.act({ ...sent, ...(start.union ? { unionId: start.union.id } : {}) });
  };
  return (
    <Fields form={form} layout="vertical" initialValues={kept ? filledFrom(kept) : NEW} onFinish={send}>
      <div className="actdesk">
        {kept ? null : <p className="note">{w.host}：{start.union?.name}</p>}
        <What /><Joining start={start} />
        <Card title={w.questions}><QuestionList /></Card>
        <Card title={w.plan}>
          <PlanList />
          {clubs.length > 0 ? <Fields.Item name="club" label={s.club} extra={s.clubHint} style={{ marginTop: 16 }}><Select style={{ maxWidth: 360 }} {...namedList(s.club)} showSearch={{ optionFilterProp: 'label' }} options={[['', s.noClub] as const, ...clubs].map(([value, label]) => ({ value, label }))} /></Fields.Item> : null}
        </Card>
        <div className="actacts"><button type="submit" className="btn primary" disabled={make.busy || save.busy}><Icon name="check" size={18} />{w.save}</button><button type="button" className="btn" onClick={() => void go(-1)}>{w.cancel}</button></div>
      </div>
    </Fields>
  );
}

/** A new activity, or a draft to be changed. It is published from its page. */
export default function ActivityForm() {
  const w = useWords(words);
  const s = useWords(shared);
  const { id } = useParams();
  const { union } = useScope();
  const [mine] = useState(union);
  const kept = useCall(api.activity, { id: id ?? '' }, { when: id !== undefined });
  const host = kept.data?.unionId ?? mine;
  const start = useCall(api.start, host ? { unionId: host } : {}, { when: id === undefined || kept.data !== undefined || kept.error !== null });
  return (
    <DeskPage title={id === undefined ? w.formTitle : w.formEdit}>
      {kept.error ? <Loaded from={kept}>{() => null}</Loaded> : <Loaded from={start} lines={8}>
        {(found) => {
          if (found.union === null) return <Card><Empty icon="join" title={s.nobody} hint={s.nobodyHint} /></Card>;
          return id === undefined ? <Whole start={found} kept={null} /> : <Loaded from={kept} lines={8}>{(a) => <Whole key={a.id} start={found} kept={a} />}</Loaded>;
        }}
      </Loaded>}
    </DeskPage>
  );
}
