import { Modal, Select } from 'antd';
import { useState } from 'react';
import { ask, errorAt, FieldText, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words } from '../topics-ui.words.ts';

type Topic = Output<typeof api.topic>;
type Form = 'tell' | 'reopen' | 'publish' | 'merge';
const CHANGED = [api.topic, api.letters, api.register] as const;

function TextForm({ topic, form, close }: { topic: Topic; form: 'tell' | 'reopen'; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState(topic.result);
  const tell = useAct(api.tell, { refreshes: CHANGED, done: w.didTell, after: close });
  const reopen = useAct(api.reopen, { refreshes: CHANGED, done: w.reopened, after: close });
  const { act, busy, refusal } = form === 'tell' ? tell : reopen;
  return (
    <Modal open title={w[form]} onCancel={close} onOk={() => act({ id: topic.id, text, version: topic.version })} okText={form === 'tell' ? w.tellSend({ n: topic.letters }) : w.reopen} okButtonProps={{ disabled: text.trim().length < 4 }} confirmLoading={busy}>
      <FieldText autoFocus label={form === 'tell' ? w.tellText : w.reopenWhy} hint={form === 'tell' ? w.tellHint : undefined} rows={5} maxLength={2000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}

function Publish({ topic, close }: { topic: Topic; close: () => void }) {
  const w = useWords(words);
  const [question, setQuestion] = useState(topic.title);
  const [answer, setAnswer] = useState(topic.result);
  const { act, busy, refusal } = useAct(api.publish, { refreshes: CHANGED, done: w.didPublish, after: close });
  return (
    <Modal open title={w.publish} onCancel={close} onOk={() => act({ id: topic.id, question, answer })} okText={w.publish} confirmLoading={busy}>
      <div className="fields">
        <FieldText label={w.question} rows={2} maxLength={2000} value={question} error={errorAt(refusal, 'question')} onChange={(e) => setQuestion(e.target.value)} />
        <FieldText label={w.answer} rows={5} maxLength={4000} value={answer} error={errorAt(refusal, 'answer')} onChange={(e) => setAnswer(e.target.value)} />
      </div>
    </Modal>
  );
}

function Merge({ topic, close }: { topic: Topic; close: () => void }) {
  const w = useWords(words);
  const [intoId, setInto] = useState<string>();
  const [text, setText] = useState('');
  const topics = useCall(api.register, { limit: 50, ...(text ? { text } : {}) }, { keepWhileChanging: true });
  const { act, busy, refusal } = useAct(api.merge, { refreshes: CHANGED, done: w.merged, after: close });
  const options = (topics.data?.items ?? []).filter((t) => t.id !== topic.id && ['gathering', 'surveying', 'measures'].includes(t.state)).map((t) => ({ value: t.id, label: t.title }));
  return (
    <Modal open title={w.merge} onCancel={close} onOk={() => { if (intoId) act({ id: topic.id, intoId, version: topic.version }); }} okButtonProps={{ disabled: !intoId }} confirmLoading={busy}>
      <div className="field">
        <label htmlFor="mergeinto">{w.mergeInto}</label>
        <Select id="mergeinto" value={intoId ?? null} onChange={(id: string | null) => setInto(id ?? undefined)} showSearch={{ filterOption: false, onSearch: setText }} options={options} />
        <p className={errorAt(refusal, 'intoId') ? 'fielderror' : 'note'}>{errorAt(refusal, 'intoId') ?? w.mergeHint}</p>
      </div>
    </Modal>
  );
}

/** The steps of the topic that are open to me; those that need words open a form. */
export function TopicActions({ topic }: { topic: Topic }) {
  const w = useWords(words);
  const [form, setForm] = useState<Form | null>(null);
  const close = (): void => setForm(null);
  const act = useAct(api.act, { refreshes: CHANGED, done: w.didAct });
  const end = useAct(api.close, { refreshes: CHANGED, done: w.closed });
  const split = useAct(api.split, { refreshes: CHANGED, done: w.didSplit });
  const unpublish = useAct(api.unpublish, { refreshes: CHANGED, done: w.didUnpublish });
  const at = { id: topic.id, version: topic.version };
  const verbs: readonly (readonly [verb: string, label: string, run: () => void])[] = [
    ['tell', w.tell, () => setForm('tell')], ['act', w.act, () => act.act(at)], ['publish', w.publish, () => setForm('publish')],
    ['unpublish', w.unpublish, () => void ask({ title: w.unpublishAsk }).then((yes) => { if (yes) unpublish.act({ id: topic.id }); })],
    ['close', w.close, () => void ask({ title: w.closeAsk }).then((yes) => { if (yes) end.act(at); })], ['reopen', w.reopen, () => setForm('reopen')],
    ['merge', w.merge, () => setForm('merge')], ['split', w.split, () => split.act(at)],
  ];
  return (
    <>
      <div className="topicacts">{verbs.filter(([verb]) => topic.may.includes(verb)).map(([verb, label, run], i) => <button key={verb} type="button" className={i === 0 && verb !== 'close' && verb !== 'merge' ? 'btn primary' : 'btn'} disabled={act.busy || end.busy || split.busy} onClick={run}>{label}</button>)}</div>
      {form === 'tell' || form === 'reopen' ? <TextForm topic={topic} form={form} close={close} /> : null}
      {form === 'publish' ? <Publish topic={topic} close={close} /> : null}
      {form === 'merge' ? <Merge topic={topic} close={close} /> : null}
    </>
  );
}
