import { Modal, Select } from 'antd';
import { useState } from 'react';
import { Card, Empty, errorAt, Field, FieldText, Icon, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../topics.contract.ts';
import { words } from '../topics-ui.words.ts';
import { Measure } from './Measure.tsx';

type Topic = Output<typeof api.topic>;

function Add({ topic, close }: { topic: Topic; close: () => void }) {
  const w = useWords(words);
  const [d, setD] = useState({ title: '', text: '', due: '', unionId: topic.union.id, assigneeId: '' });
  const [find, setFind] = useState('');
  const unions = useCall(api.unions, { id: topic.id, ...(find ? { text: find } : {}) }, { keepWhileChanging: true });
  const officers = useCall(api.officers, { id: topic.id, unionId: d.unionId });
  const add = useAct(api.addMeasure, { refreshes: [api.topic, api.register], done: w.added, after: close });
  const options = [topic.union, ...(unions.data?.items ?? [])].filter((u, i, all) => all.findIndex((x) => x.id === u.id) === i).map((u) => ({ value: u.id, label: u.name }));
  const { assigneeId, ...rest } = d;
  const late = errorAt(add.refusal, 'due');
  return (
    <Modal open title={w.addMeasure} onCancel={close} onOk={() => add.act({ id: topic.id, ...rest, ...(assigneeId ? { assigneeId } : {}) })} okButtonProps={{ disabled: d.title.trim().length < 2 || d.due === '' }} confirmLoading={add.busy}>
      <div className="fields">
        <Field autoFocus label={w.measure} maxLength={60} value={d.title} error={errorAt(add.refusal, 'title')} onChange={(e) => setD({ ...d, title: e.target.value })} />
        <FieldText label={w.measureText} rows={2} maxLength={2000} value={d.text} error={errorAt(add.refusal, 'text')} onChange={(e) => setD({ ...d, text: e.target.value })} />
        <div className="field"><label htmlFor="measureunion">{w.measureUnion}</label><Select id="measureunion" value={d.unionId} onChange={(unionId: string) => setD({ ...d, unionId, assigneeId: '' })} showSearch={{ filterOption: false, onSearch: setFind }} options={options} /></div>
        <div className="field"><label htmlFor="measureofficer">{w.officer}</label><Select id="measureofficer" value={d.assigneeId} onChange={(id: string) => setD({ ...d, assigneeId: id })} options={[{ value: '', label: w.officerAny }, ...(officers.data?.items ?? []).map((o) => ({ value: o.id, label: [o.name, o.title].filter(Boolean).join(' · ') }))]} /></div>
        <div className={`field ${late ? 'wrong' : ''}`}><label htmlFor="measuredue">{w.due}</label><Day id="measuredue" value={d.due} onChange={(due) => setD({ ...d, due: due ?? '' })} />{late ? <p className="fielderror">{late}</p> : null}</div>
      </div>
    </Modal>
  );
}

/** The measures of a topic, how far they are, and what was done. */
export function MeasuresTab({ topic }: { topic: Topic }) {
  const w = useWords(words);
  const [adding, setAdding] = useState(false);
  const kept = topic.measures.filter((m) => m.state !== 'dropped');
  const done = kept.filter((m) => m.state === 'done').length;
  const add = topic.may.includes('addMeasure') ? <button type="button" className="btn primary" onClick={() => setAdding(true)}><Icon name="add" size={18} />{w.addMeasure}</button> : null;
  return (
    <Card title={kept.length > 0 ? w.doneOf({ n: done, m: kept.length }) : w.tabMeasures}>
      {kept.length > 0 ? <div className="progressbar" role="img" aria-label={w.doneOf({ n: done, m: kept.length })}><i style={{ width: `${String(Math.round((done * 100) / kept.length))}%` }} /></div> : null}
      {topic.measures.length === 0 ? <Empty icon="tools" title={w.noMeasures} hint={w.noMeasuresHint}>{add}</Empty> : <>{topic.measures.map((m) => <Measure key={m.id} m={m} inTopic />)}{add}</>}
      {adding ? <Add topic={topic} close={() => setAdding(false)} /> : null}
    </Card>
  );
}
