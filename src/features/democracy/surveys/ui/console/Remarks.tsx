import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Card, Chip, Empty, Icon, type Output, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, namedList, useList, useRows } from '../../../../../web/kit/desk.ts';
import { askedOf, type Form, textIn } from '../../form.rules.ts';
import { found } from '../../surveys.contract.ts';
import { words } from '../desk.words.ts';
import type { Draft } from './NewTask.tsx';

type Answer = Output<typeof found.remarks>;
type Row = Answer['items'][number];
type Topic = Answer['topics'][number];

function Topics({ id, topics, loose, at, choose, task }: { id: string; topics: readonly Topic[]; loose: number; at: string | undefined; choose: (topicId: string | undefined, loose?: boolean) => void; task: (d: Draft) => void }) {
  const w = useWords(words);
  const [naming, setNaming] = useState<Topic | null>(null);
  const [merging, setMerging] = useState<Topic | null>(null);
  const [text, setText] = useState('');
  const [into, setInto] = useState<string | null>(null);
  const name = useAct(found.nameTopic, { refreshes: [found.remarks], done: w.renamed, after: () => setNaming(null) });
  const merge = useAct(found.mergeTopics, { refreshes: [found.remarks], done: w.merged, after: () => { setMerging(null); choose(undefined); } });
  return (
    <Card title={w.topic}>
      <button type="button" className="row" aria-pressed={at === undefined} onClick={() => choose(undefined)}><span className="rowtext"><b>{w.allTopics}</b></span></button>
      {topics.map((t) => (
        <div key={t.id} className="svhead">
          <button type="button" className="row grow" aria-pressed={at === t.id} onClick={() => choose(t.id)}><span className="rowtext"><b>{t.title}</b></span><span className="rowend"><Chip kind={at === t.id ? 'union' : 'quiet'}>{t.remarks}</Chip></span></button>
          <button type="button" className="iconbtn" aria-label={`${w.rename} ${t.title}`} title={w.rename} onClick={() => { setText(t.title); setNaming(t); }}><Icon name="edit" size={16} /></button>
          <button type="button" className="iconbtn" aria-label={`${w.merge} ${t.title}`} title={w.merge} onClick={() => { setInto(null); setMerging(t); }}><Icon name="swap" size={16} /></button>
          <button type="button" className="iconbtn" aria-label={`${w.toTask} ${t.title}`} title={w.toTask} onClick={() => task({ question: t.question, finding: `${t.title}（${t.remarks}）` })}><Icon name="tasks" size={16} /></button>
        </div>
      ))}
      {loose > 0 ? <button type="button" className="row" aria-pressed={at === 'loose'} onClick={() => choose(undefined, true)}><span className="rowtext"><b>{w.looseOnly}</b></span><span className="rowend"><Chip>{loose}</Chip></span></button> : null}
      <Modal open={naming !== null} title={w.rename} onCancel={() => setNaming(null)} onOk={() => { if (naming) name.act({ id, topicId: naming.id, title: text }); }} confirmLoading={name.busy}><Input aria-label={w.topicName} value={text} maxLength={100} onChange={(e) => setText(e.target.value)} /></Modal>
      <Modal open={merging !== null} title={w.merge} onCancel={() => setMerging(null)} okButtonProps={{ disabled: into === null }} onOk={() => { if (merging && into) merge.act({ id, topicId: merging.id, into }); }} confirmLoading={merge.busy}>
        <Select {...namedList(w.merge)} style={{ width: '100%' }} value={into} onChange={setInto} options={topics.filter((t) => t.id !== merging?.id && t.question === merging?.question).map((t) => ({ value: t.id, label: t.title }))} />
      </Modal>
    </Card>
  );
}

/** Open answers, gathered into topics that an officer names and merges. */
export function Remarks({ id, form, task }: { id: string; form: Form; task: (d: Draft) => void }) {
  const w = useWords(words);
  const language = useLocale();
  const titles = new Map(askedOf(form).map((q) => [q.id, textIn(q.title, language)]));
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const list = useList<Row>('survey-remarks', {
    filters: [{ kind: 'find', name: 'text', label: w.remarkFind }], more: ['topicId', 'loose'], union: 'ignored', ask: (set) => ({ ...set, id }),
    columns: {
      text: { title: w.remark, cell: (r) => r.text },
      topic: { title: w.topic, width: 220, cell: (r) => (r.topicId === null ? <span className="note">{w.looseOnly}</span> : (names.get(r.topicId) ?? '')) },
      question: { title: w.question, width: 240, cell: (r) => <span className="note">{titles.get(r.question) ?? ''}</span> },
    },
  });
  const rows = useRows(found.remarks, list);
  const topics = rows.answer?.topics ?? [];
  if (topics.length > 0 && (names.size !== topics.length || topics.some((t) => names.get(t.id) !== t.title))) setNames(new Map(topics.map((t) => [t.id, t.title])));
  const at = list.value('loose') ? 'loose' : list.value('topicId');
  return (
    <div className="svcards">
      {topics.length > 0 ? <Topics id={id} topics={topics} loose={rows.answer?.loose ?? 0} at={at} choose={(topicId, loose) => list.change({ topicId, loose: loose ? 'yes' : undefined })} task={task} /> : null}
      <p className="svhead"><ListActions list={list} to={found.exportRemarks} can="surveys.keep" /></p>
      <ListPanel list={list} rows={rows} empty={<Empty icon="talk" title={w.remarksNone} hint={w.remarksNoneHint} />} />
    </div>
  );
}
