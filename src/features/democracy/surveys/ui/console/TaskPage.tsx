import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, Deadline, DeskPage, Facts, Loaded, type Output, Timeline, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { found } from '../../surveys.contract.ts';
import { words } from '../desk.words.ts';
import '../surveys.css';
import { TASK_CHIP } from './Tasks.tsx';

type Task = Output<typeof found.task>;
type Verb = 'assign' | 'report' | 'finish' | 'drop';

function Step({ t, verb, close }: { t: Task; verb: Verb; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [progress, setProgress] = useState<number>(t.progress);
  const step = useAct(found.stepTask, { refreshes: [found.task, found.tasks], done: w.stepDone, after: close });
  const missing = verb === 'assign' ? who === null : text.trim() === '';
  return (
    <Modal open title={w[verb]} onCancel={close} okButtonProps={{ disabled: missing }} confirmLoading={step.busy} onOk={() => step.act({ id: t.id, verb, text, version: t.version, ...(who ? { assigneeId: who } : {}), ...(verb === 'report' ? { progress } : {}) })}>
      <div className="svcards">
        {verb === 'assign' ? <Select {...namedList(w.owner)} showSearch={{ optionFilterProp: 'label' }} value={who} onChange={setWho} options={t.people.map((p) => ({ value: p.id, label: p.name }))} /> : null}
        {verb === 'finish' ? <p className="note">{w.answerHint}</p> : null}
        <Input.TextArea rows={4} aria-label={verb === 'finish' ? w.answer : w.stepText} placeholder={verb === 'finish' ? w.answer : w.stepText} value={text} maxLength={1000} onChange={(e) => setText(e.target.value)} />
        {verb === 'report' ? <span><span className="note">{w.progressCol} </span><InputNumber aria-label={w.progressCol} min={0} max={100} value={progress} onChange={(n) => setProgress(n ?? 0)} /> %</span> : null}
      </div>
    </Modal>
  );
}

/** One task: what was found, who has it, until when, how it went. */
export default function TaskPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const task = useCall(found.task, { id });
  const [verb, setVerb] = useState<Verb | null>(null);
  return (
    <Loaded from={task}>
      {(t) => (
        <DeskPage title={t.title} actions={(['drop', 'assign', 'report', 'finish'] as const).filter((v) => t.may.includes(v)).map((v) => <button key={v} type="button" className={`btn ${v === 'finish' ? 'primary' : ''}`} onClick={() => setVerb(v)}>{w[v]}</button>)}>
          <div className="svcols">
            <div>
              <Card title={w.taskFinding}><p>{t.finding}</p><div className="svprogress" role="progressbar" aria-label={w.progressCol} aria-valuenow={t.progress} aria-valuemin={0} aria-valuemax={100}><i style={{ width: `${t.progress}%` }} /></div><p className="note">{t.progress}%</p>{t.answer ? <><h3>{w.answer}</h3><p>{t.answer}</p></> : null}</Card>
              <Card title={w.story}><Timeline items={t.story.map((e) => ({ key: e.id, what: e.what, when: e.at, note: [e.by, e.text].filter(Boolean).join(' · ') }))} /></Card>
            </div>
            <div><Card title={w.facts}><p><Chip kind={TASK_CHIP[t.state] ?? 'quiet'}>{w[`task_${t.state as 'planned'}`]}</Chip> <Deadline due={t.dueOn} {...(t.answeredAt ? { metAt: t.answeredAt } : {})} /></p><Facts of={[[w.name, t.survey], [w.union, t.union], [w.owner, t.owner ?? ''], [w.due, t.dueOn]]} /></Card></div>
          </div>
          {verb ? <Step t={t} verb={verb} close={() => setVerb(null)} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
