import { Checkbox, Input, Modal, Radio, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Facts, Loaded, type Output, Row, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../inquiries.contract.ts';
import { words } from '../desk.words.ts';
import { Answers, People } from './Lists.tsx';

type Kept = Output<typeof api.kept>;
const CHANGED = [api.kept, api.register, api.people, api.answers] as const;

function Enter({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [channel, setChannel] = useState<'telephone' | 'visit' | 'box'>('telephone');
  const [who, setWho] = useState<string | null>(null);
  const [find, setFind] = useState('');
  const [named, setNamed] = useState(false);
  const [text, setText] = useState('');
  const people = useCall(api.people, { id, text: find, limit: 20 }, { when: channel !== 'box', keepWhileChanging: true });
  const enter = useAct(api.enter, { refreshes: CHANGED, done: w.entered, after: close });
  const open = (people.data?.items ?? []).filter((p) => p.state !== 'answered').map((p) => ({ value: p.id, label: `${p.name} · ${p.unit}` }));
  return (
    <Modal open title={w.enterTitle} onCancel={close} okButtonProps={{ disabled: text.trim().length < 2 || (channel !== 'box' && who === null) }} confirmLoading={enter.busy} onOk={() => enter.act({ id, channel, personId: channel === 'box' ? null : who, named: channel !== 'box' && named, text })}>
      <div style={{ display: 'grid', gap: 12 }}>
        <Radio.Group aria-label={w.channel} value={channel} onChange={(e) => setChannel(e.target.value as typeof channel)} options={(['telephone', 'visit', 'box'] as const).map((c) => ({ value: c, label: w[`channel_${c}`] }))} />
        {channel === 'box' ? null : <><Select {...namedList(w.person)} placeholder={w.person} showSearch={{ filterOption: false, onSearch: setFind }} value={who} onChange={setWho} options={open} /><Checkbox checked={named} onChange={(e) => setNamed(e.target.checked)}>{w.named}</Checkbox></>}
        <Input.TextArea rows={4} aria-label={w.text} placeholder={w.text} value={text} maxLength={2000} onChange={(e) => setText(e.target.value)} />
      </div>
    </Modal>
  );
}

function Acts({ i, enter }: { i: Kept; enter: () => void }) {
  const w = useWords(words);
  const open = useAct(api.open, { refreshes: CHANGED, done: w.opened });
  const close = useAct(api.close, { refreshes: CHANGED, done: w.closed });
  const remind = useAct(api.remind, { refreshes: CHANGED, done: w.reminded });
  const may = (what: string): boolean => i.may.includes(what);
  const sure = (title: string, text: string | undefined, yes: string, run: () => void): void => void ask({ title, ...(text ? { text } : {}), yes }).then((ok) => { if (ok) run(); });
  return (
    <>
      {may('close') ? <button type="button" className="btn" onClick={() => sure(w.closeAsk, undefined, w.close, () => close.act({ id: i.id }))}>{w.close}</button> : null}
      {may('remind') ? <button type="button" className="btn" disabled={remind.busy} onClick={() => remind.act({ id: i.id })}>{w.remind}</button> : null}
      {may('enter') ? <button type="button" className="btn primary" onClick={enter}>{w.enter}</button> : null}
      {may('open') ? <button type="button" className="btn primary" disabled={open.busy} onClick={() => sure(w.openAsk, w.openHint, w.open, () => open.act({ id: i.id }))}>{w.open}</button> : null}
    </>
  );
}

/** One inquiry: whom it reached, by which way they spoke, what is done about it. */
export default function InquiryPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const [entering, setEntering] = useState(false);
  const kept = useCall(api.kept, { id });
  return (
    <Loaded from={kept}>
      {(i) => (
        <DeskPage title={i.title} actions={<Acts i={i} enter={() => setEntering(true)} />}>
          <div className="columns">
            <Card title={w.facts}><p><Chip kind={i.state === 'open' ? 'union' : 'quiet'}>{w[`state_${i.state}`]}</Chip></p><p><b>{i.question}</b></p><Facts of={[[w.union, i.union], [w.period, `${i.fromDay} — ${i.toDay}`], [w.closesOn, i.closesOn], [w.invited, String(i.invited)], [w.answered, String(i.answered)], [w.declined, String(i.declined)], [w.seed, i.seed]]} /></Card>
            <Card title={w.byChannel}>{i.channels.map((c) => <Row key={c.channel} title={w[`channel_${c.channel}`]} note={w.settledOf({ said: c.said, settled: c.settled })} />)}</Card>
          </div>
          <Tabs
            activeKey={params.get('tab') ?? 'answers'} onChange={(key) => setParams({ tab: key }, { replace: true })} destroyOnHidden
            items={[{ key: 'answers', label: w.tabAnswers, children: <Answers id={id} /> }, { key: 'people', label: w.tabPeople, children: <People id={id} /> }]}
          />
          {entering ? <Enter id={id} close={() => setEntering(false)} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
