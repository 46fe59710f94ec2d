import { Checkbox, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { errorAt, Icon, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import { type Kind, KINDS } from '../../daily-question.rules.ts';
import { words } from '../desk.words.ts';

type Kept = Output<typeof api.bank>['items'][number];
type Typed = { kind: Kind; text: string; options: string[]; right: number[]; explanation: string; source: string; topic: string };
const MOST = 6;
const letter = (place: number): string => 'ABCDEF'[place] ?? '';

function Options({ of: d, change }: { of: Typed; change: (more: Partial<Typed>) => void }) {
  const w = useWords(words);
  const fixed = d.kind === 'trueFalse';
  const tick = (place: number, on: boolean): void => change({ right: d.kind === 'multiple' ? [...d.right.filter((p) => p !== place), ...(on ? [place] : [])].sort() : [place] });
  const drop = (place: number): void => change({ options: d.options.filter((_, i) => i !== place), right: d.right.flatMap((p) => (p === place ? [] : [p > place ? p - 1 : p])) });
  const Tick = d.kind === 'multiple' ? Checkbox : Radio;
  return (
    <fieldset className="dqoptions">
      <legend>{w.options}</legend>
      {d.options.map((o, i) => (
        <div key={letter(i)} style={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr) auto', gap: 8, alignItems: 'center' }}>
          <Tick aria-label={w.rightIs({ letter: letter(i) })} checked={d.right.includes(i)} onChange={(e) => tick(i, e.target.checked)} />
          <Input aria-label={w.option({ letter: letter(i) })} placeholder={w.option({ letter: letter(i) })} maxLength={100} disabled={fixed} value={o} onChange={(e) => change({ options: d.options.map((x, n) => (n === i ? e.target.value : x)) })} />
          {fixed || d.options.length <= 2 ? <span /> : <button type="button" className="btn plain" aria-label={w.removeOption({ letter: letter(i) })} onClick={() => drop(i)}><Icon name="close" size={18} /></button>}
        </div>
      ))}
      {fixed || d.options.length >= MOST ? null : <div><button type="button" className="btn" onClick={() => change({ options: [...d.options, ''] })}><Icon name="add" size={18} />{w.addOption}</button></div>}
    </fieldset>
  );
}

/** A new question, or one that has not been asked. */
export function QuestionForm({ unionId, kept, close }: { unionId: string; kept: Kept | null; close: () => void }) {
  const w = useWords(words);
  const [d, setTyped] = useState<Typed>(kept ? { kind: kept.kind, text: kept.text, options: [...kept.options], right: [...kept.right], explanation: kept.explanation, source: kept.source, topic: kept.topic } : { kind: 'single', text: '', options: ['', '', ''], right: [], explanation: '', source: '', topic: '' });
  const change = (more: Partial<Typed>): void => setTyped((before) => ({ ...before, ...more }));
  const add = useAct(api.add, { refreshes: [api.bank, api.boards], done: w.added, after: close });
  const amend = useAct(api.amend, { refreshes: [api.bank], done: w.saved, after: close });
  const kindTo = (kind: Kind): void => change({ kind, right: kind === 'multiple' ? d.right : d.right.slice(0, 1).filter((p) => kind !== 'trueFalse' || p < 2), ...(kind === 'trueFalse' ? { options: [w.yes, w.no] } : d.kind === 'trueFalse' ? { options: ['', '', ''], right: [] } : {}) });
  const ready = d.text.trim().length >= 2 && d.options.every((o) => o.trim() !== '') && d.right.length > 0;
  const why = ['text', 'options', 'right'].map((path) => errorAt(kept ? amend.refusal : add.refusal, path)).find(Boolean);
  return (
    <Modal open title={kept ? w.edit : w.add} onCancel={close} okText={w.save} okButtonProps={{ disabled: !ready }} confirmLoading={add.busy || amend.busy} onOk={() => { if (kept) amend.act({ id: kept.id, version: kept.version, ...d }); else add.act({ unionId, ...d }); }} width={640}>
      <div style={{ display: 'grid', gap: 12 }}>
        <Radio.Group aria-label={w.kind} value={d.kind} onChange={(e) => kindTo(e.target.value as Kind)} options={KINDS.map((k) => ({ value: k, label: w[`kind_${k}`] }))} />
        <Input.TextArea rows={2} aria-label={w.text} placeholder={w.text} maxLength={300} value={d.text} onChange={(e) => change({ text: e.target.value })} />
        <Options of={d} change={change} />
        <Input.TextArea rows={2} aria-label={w.explanation} placeholder={w.explanation} maxLength={1000} value={d.explanation} onChange={(e) => change({ explanation: e.target.value })} />
        <Input aria-label={w.source} placeholder={`${w.source} · ${w.sourceHint}`} maxLength={200} value={d.source} onChange={(e) => change({ source: e.target.value })} />
        <Input aria-label={w.topic} placeholder={`${w.topic} · ${w.topicHint}`} maxLength={20} value={d.topic} onChange={(e) => change({ topic: e.target.value })} />
        {why ? <p role="alert" style={{ color: 'var(--late)', margin: 0 }}>{why}</p> : null}
      </div>
    </Modal>
  );
}
