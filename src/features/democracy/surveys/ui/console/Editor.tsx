import { Dropdown, Input, Select, Switch } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Chip, Icon, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { type Finding, findFaults } from '../../check.rules.ts';
import { addQuestion, addSection, begin, changeQuestion, changeSection, duplicateQuestion, moveQuestion, put, redo, removeQuestion, removeSection, undo } from '../../editing.rules.ts';
import { type Form, KINDS, type Kind, type Question, questionsOf, type Section, textIn } from '../../form.rules.ts';
import { words } from '../desk.words.ts';
import { Preview } from './Preview.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';

type Changes = { readonly form: Form; readonly put: (next: Form) => void; readonly at: string | null; readonly open: (id: string | null) => void; readonly findings: readonly Finding[] };

function Faults({ of }: { of: readonly Finding[] }) {
  const say = useSay();
  return of.map((f) => <p key={`${f.fault}${f.of}`} className="svfault"><Icon name="late" size={14} /> {say(words[`fault_${f.fault}`], { of: f.of })}</p>);
}

function QuestionCard({ q, no, c }: { q: Question; no: number; c: Changes }) {
  const w = useWords(words);
  const language = useLocale();
  const open = c.at === q.id;
  const name = textIn(q.title, language) || w.untitled;
  const act = (label: string, icon: 'copy' | 'remove', run: () => void) => <button type="button" className="iconbtn" aria-label={`${label} ${q.id}`} title={label} onClick={run}><Icon name={icon} size={16} /></button>;
  return (
    <div className={`svcard ${open ? 'at' : ''}`} data-card={q.id}>
      <div className="svhead">
        <Chip>{q.id}</Chip>
        <button type="button" className="svtitle" aria-expanded={open} onClick={() => c.open(open ? null : q.id)}>{no > 0 ? `${no}. ` : ''}{name}</button>
        <span className="note">{w[`kind_${q.kind}`]}{q.showIf || q.jumps.length > 0 ? ` · ${w.logic}` : ''}</span>
        <button type="button" className="iconbtn" aria-label={`${w.up} ${q.id}`} title={w.up} onClick={() => c.put(moveQuestion(c.form, q.id, -1))}>↑</button>
        <button type="button" className="iconbtn" aria-label={`${w.down} ${q.id}`} title={w.down} onClick={() => c.put(moveQuestion(c.form, q.id, 1))}>↓</button>
        {act(w.copy, 'copy', () => { const next = duplicateQuestion(c.form, q.id); c.put(next.form); c.open(next.id); })}
        {act(w.remove, 'remove', () => { c.put(removeQuestion(c.form, q.id)); if (open) c.open(null); })}
      </div>
      <Faults of={c.findings.filter((f) => f.at === q.id)} />
      {open ? <QuestionEditor q={q} form={c.form} change={(change) => c.put(changeQuestion(c.form, q.id, change))} /> : null}
    </div>
  );
}

function AddQuestion({ section, c }: { section: string; c: Changes }) {
  const w = useWords(words);
  const add = (kind: Kind): void => { const next = addQuestion(c.form, kind, questionsOf(c.form).some((q) => q.id === c.at) && c.form.sections.find((s) => s.id === section)?.questions.some((q) => q.id === c.at) ? { after: c.at ?? undefined } : { section }); c.put(next.form); c.open(next.id); };
  return <Dropdown trigger={['click']} menu={{ items: KINDS.map((k) => ({ key: k, label: w[`kind_${k}`] })), onClick: ({ key }) => add(key as Kind) }}><button type="button" className="btn"><Icon name="add" size={18} />{w.add}</button></Dropdown>;
}

function SectionCards({ s, n, numbers, c }: { s: Section; n: number; numbers: ReadonlyMap<string, number>; c: Changes }) {
  const w = useWords(words);
  const put_ = (of: 'title' | 'about', language: 'zh' | 'en', text: string): void => c.put(changeSection(c.form, s.id, { [of]: { ...s[of], [language]: text } }));
  return (
    <section className="svcards" aria-label={w.section({ n })}>
      <div className="svhead">
        <span className="grow"><Input aria-label={`${w.sectionTitle} ${n}`} placeholder={w.sectionTitle} value={s.title.zh} maxLength={100} onChange={(e) => put_('title', 'zh', e.target.value)} /></span>
        {c.form.english ? <span className="grow"><Input aria-label={`${w.sectionTitle} ${n} EN`} placeholder="English" value={s.title.en} maxLength={100} onChange={(e) => put_('title', 'en', e.target.value)} /></span> : null}
        <span className="grow"><Input aria-label={`${w.sectionAbout} ${n}`} placeholder={w.sectionAbout} value={s.about.zh} maxLength={1000} onChange={(e) => put_('about', 'zh', e.target.value)} /></span>
        {c.form.sections.length > 1 ? <button type="button" className="iconbtn" aria-label={`${w.removeSection} ${n}`} title={w.removeSection} onClick={() => c.put(removeSection(c.form, s.id))}><Icon name="remove" size={16} /></button> : null}
      </div>
      {s.questions.length === 0 ? <p className="note">{w.noQuestions}</p> : s.questions.map((q) => <QuestionCard key={q.id} q={q} no={numbers.get(q.id) ?? 0} c={c} />)}
      <div><AddQuestion section={s.id} c={c} /></div>
    </section>
  );
}

function Bar({ form, put: put_, history, step }: { form: Form; put: (f: Form) => void; history: { past: readonly unknown[]; next: readonly unknown[] }; step: (way: 'undo' | 'redo') => void }) {
  const w = useWords(words);
  const language = useLocale();
  const heads = questionsOf(form).filter((q) => q.kind === 'scale' || q.kind === 'single').map((q) => ({ value: q.id, label: `${q.id} ${textIn(q.title, language)}` }));
  return (
    <div className="svhead">
      <button type="button" className="btn" disabled={history.past.length === 0} onClick={() => step('undo')}>{w.undo}</button>
      <button type="button" className="btn" disabled={history.next.length === 0} onClick={() => step('redo')}>{w.redo}</button>
      <button type="button" className="btn" onClick={() => put_(addSection(form))}><Icon name="add" size={18} />{w.addSection}</button>
      <Select {...namedList(w.layout)} value={form.layout} style={{ width: 170 }} onChange={(layout) => put_({ ...form, layout })} options={(['one', 'section'] as const).map((l) => ({ value: l, label: w[`layout_${l}`] }))} />
      <Select {...namedList(w.headlineIs)} value={form.headline ?? ''} style={{ width: 260 }} onChange={(id) => put_({ ...form, headline: id || null })} options={[{ value: '', label: `${w.headlineIs}：${w.noHeadline}` }, ...heads]} />
      <span className="svhead"><Switch size="small" aria-label={w.english} checked={form.english} onChange={(english) => put_({ ...form, english })} /> {w.english}</span>
    </div>
  );
}

/** The questions on the left, the phone on the right; every change can be undone. */
export function Editor({ form, change }: { form: Form; change: (form: Form) => void }) {
  const w = useWords(words);
  const [history, setHistory] = useState(() => begin(form));
  const [at, open] = useState<string | null>(null);
  const findings = useMemo(() => findFaults(history.now), [history.now]);
  const set = (next: typeof history): void => { setHistory(next); change(next.now); };
  const put_ = (next: Form): void => set(put(history, next));
  const step = (way: 'undo' | 'redo'): void => set(way === 'undo' ? undo(history) : redo(history));
  useEffect(() => {
    const press = (e: KeyboardEvent): void => {
      const writing = e.target instanceof HTMLElement && (e.target.tagName === 'INPUT' || e.target.tagName === 'TEXTAREA');
      if (writing || !(e.ctrlKey || e.metaKey)) return;
      if (e.key === 'z') { e.preventDefault(); step(e.shiftKey ? 'redo' : 'undo'); }
      if (e.key === 'y') { e.preventDefault(); step('redo'); }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  const asked = questionsOf(history.now).filter((q) => q.kind !== 'note');
  const numbers = new Map(asked.map((q, i) => [q.id, i + 1]));
  const c: Changes = { form: history.now, put: put_, at, open, findings };
  return (
    <div className="svedit">
      <div className="svcards">
        <Bar form={history.now} put={put_} history={history} step={step} />
        <Faults of={findings.filter((f) => f.at === '')} />
        {history.now.sections.map((s, i) => <SectionCards key={s.id} s={s} n={i + 1} numbers={numbers} c={c} />)}
      </div>
      <aside aria-label={w.previewTitle}><Preview form={history.now} /></aside>
    </div>
  );
}
