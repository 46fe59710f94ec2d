import { Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { Icon, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { blankOption, type Form, freeOption, hasOptions, LOOKS, type Option, type Question, type Text } from '../../form.rules.ts';
import { words } from '../desk.words.ts';
import { Logic } from './Logic.tsx';

type Edit = { readonly q: Question; readonly english: boolean; readonly change: (change: Partial<Question>) => void };

/** A text in Chinese and, where the questionnaire has it, in English beside it. */
function Both({ value, english, label, labelEn, most, lines, write }: { value: Text; english: boolean; label: string; labelEn: string; most: number; lines?: boolean; write: (t: Text) => void }) {
  const Field = lines ? Input.TextArea : Input;
  return (
    <div className={`svpair ${english ? 'two' : ''}`}>
      <Field aria-label={label} placeholder={label} value={value.zh} maxLength={most} onChange={(e) => write({ ...value, zh: e.target.value })} {...(lines ? { autoSize: { minRows: 1, maxRows: 5 } } : {})} />
      {english ? <Field aria-label={labelEn} placeholder={labelEn} value={value.en} maxLength={most} onChange={(e) => write({ ...value, en: e.target.value })} {...(lines ? { autoSize: { minRows: 1, maxRows: 5 } } : {})} /> : null}
    </div>
  );
}

function Options({ of, title, english, flags, change }: { of: readonly Option[]; title: string; english: boolean; flags: boolean; change: (of: Option[]) => void }) {
  const w = useWords(words);
  const [pasting, setPasting] = useState<string | null>(null);
  const put = (id: string, part: Partial<Option>): void => change(of.map((o) => (o.id === id ? { ...o, ...part } : o)));
  const move = (at: number): void => { const next = [...of]; const [o] = next.splice(at, 1); if (o) next.splice(at - 1, 0, o); change(next); };
  const paste = (): void => {
    let next = of.filter((o) => o.text.zh !== '');
    for (const line of (pasting ?? '').split('\n').map((l) => l.trim()).filter(Boolean)) next = [...next, { ...blankOption(freeOption(next)), text: { zh: line.slice(0, 200), en: '' } }];
    change(next.slice(0, 40));
    setPasting(null);
  };
  return (
    <section className="svcards" aria-label={title}>
      <b>{title}</b>
      {of.map((o, i) => (
        <div className="svoption" key={o.id}>
          <span className="note">{o.id}</span>
          <Both value={o.text} english={english} label={w.optionN({ id: o.id })} labelEn={`${w.optionN({ id: o.id })} ${w.optionEn}`} most={200} write={(text) => put(o.id, { text })} />
          <span className="svhead">
            {flags ? <><Checkbox checked={o.other} onChange={(e) => put(o.id, { other: e.target.checked })}>{w.otherOpt}</Checkbox><Checkbox checked={o.exclusive} onChange={(e) => put(o.id, { exclusive: e.target.checked })}>{w.exclusive}</Checkbox></> : null}
            <button type="button" className="iconbtn" aria-label={`${w.up} ${o.id}`} disabled={i === 0} onClick={() => move(i)}>↑</button>
            <button type="button" className="iconbtn" aria-label={`${w.remove} ${o.id}`} onClick={() => change(of.filter((x) => x.id !== o.id))}><Icon name="close" size={14} /></button>
          </span>
        </div>
      ))}
      <div className="svhead"><button type="button" className="btn" onClick={() => change([...of, blankOption(freeOption(of))])}><Icon name="add" size={16} />{w.addOption}</button><button type="button" className="btn" onClick={() => setPasting('')}>{w.pasteOptions}</button></div>
      <Modal open={pasting !== null} title={w.pasteOptions} onCancel={() => setPasting(null)} onOk={paste}><Input.TextArea rows={8} aria-label={w.pasteOptions} value={pasting ?? ''} maxLength={8000} onChange={(e) => setPasting(e.target.value)} /></Modal>
    </section>
  );
}

function Numbers({ q, english, change }: Edit) {
  const w = useWords(words);
  const number = (label: string, value: number | null, write: (n: number | null) => void) => <span><span className="note">{label} </span><InputNumber aria-label={label} value={value} onChange={write} /></span>;
  if (q.kind === 'number') return <div className="svcards"><div className="svhead">{number(w.low, q.low, (low) => change({ low }))}{number(w.high, q.high, (high) => change({ high }))}</div><Both value={q.unit} english={english} label={w.unit} labelEn={`${w.unit} EN`} most={20} write={(unit) => change({ unit })} /></div>;
  if (q.kind === 'scale') {
    const look = (l: (typeof LOOKS)[number]): void => change({ look: l, low: l === 'nps' ? 0 : 1, high: l === 'nps' ? 10 : 5 });
    return (
      <div className="svcards">
        <div className="svhead"><Select {...namedList(w.look)} style={{ width: 140 }} value={q.look} onChange={look} options={LOOKS.map((l) => ({ value: l, label: w[`look_${l}`] }))} />{q.look === 'numbers' ? <>{number(w.low, q.low, (low) => change({ low }))}{number(w.high, q.high, (high) => change({ high }))}</> : null}</div>
        <Both value={q.ends[0]} english={english} label={w.lowEnd} labelEn={`${w.lowEnd} EN`} most={60} write={(t) => change({ ends: [t, q.ends[1]] })} />
        <Both value={q.ends[1]} english={english} label={w.highEnd} labelEn={`${w.highEnd} EN`} most={60} write={(t) => change({ ends: [q.ends[0], t] })} />
      </div>
    );
  }
  if (q.kind === 'multiple') return number(w.mostPick, q.most, (n) => change({ most: Math.max(0, Math.min(40, n ?? 0)) }));
  return q.kind === 'short' || q.kind === 'long' ? number(w.mostText, q.most, (n) => change({ most: Math.max(1, Math.min(2000, n ?? 100)) })) : null;
}

/** Everything of one question. */
export function QuestionEditor({ q, form, change }: { q: Question; form: Form; change: (change: Partial<Question>) => void }) {
  const w = useWords(words);
  return (
    <div className="svcards">
      <Both value={q.title} english={form.english} label={w.questionZh} labelEn={w.questionEn} most={500} lines write={(title) => change({ title })} />
      <Both value={q.hint} english={form.english} label={w.hintZh} labelEn={w.hintEn} most={1000} lines write={(hint) => change({ hint })} />
      <div className="svhead">{q.kind === 'note' ? null : <Checkbox checked={q.required} onChange={(e) => change({ required: e.target.checked })}>{w.requiredQ}</Checkbox>}<span className="note">{w.quoteHint({ mark: '{{q1}}' })}</span></div>
      {q.kind === 'matrix' ? <Options of={q.rows} title={w.rows} english={form.english} flags={false} change={(rows) => change({ rows })} /> : null}
      {hasOptions(q.kind) ? <Options of={q.options} title={q.kind === 'matrix' ? w.columns : w.options} english={form.english} flags={q.kind === 'single' || q.kind === 'multiple'} change={(options) => change({ options })} /> : null}
      <Numbers q={q} english={form.english} change={change} />
      <Logic q={q} form={form} change={change} />
    </div>
  );
}
