import { Input, InputNumber, Select } from 'antd';
import { Icon, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { sizeOf } from '../../editing.rules.ts';
import { type Condition, END, type Form, type Group, hasOptions, type Jump, type Operator, type Question, questionsOf, textIn } from '../../form.rules.ts';
import { isGroup } from '../../logic.rules.ts';
import { words } from '../desk.words.ts';

type Known = { readonly questions: readonly Question[]; readonly language: 'zh' | 'en' };
const NONE: Group = { all: true, of: [] };

const operatorsFor = (q: Question | undefined): Operator[] => {
  if (q === undefined || q.kind === 'short' || q.kind === 'long') return ['answered', 'unanswered'];
  if (q.kind === 'scale' || q.kind === 'number') return ['is', 'isNot', 'atLeast', 'atMost', 'answered', 'unanswered'];
  if (q.kind === 'date') return ['atLeast', 'atMost', 'answered', 'unanswered'];
  return q.kind === 'multiple' ? ['has', 'hasNot', 'is', 'answered', 'unanswered'] : ['is', 'isNot', 'answered', 'unanswered'];
};

function Than({ q, c, known, write }: { q: Question | undefined; c: Condition; known: Known; write: (than: Condition['than']) => void }) {
  const w = useWords(words);
  if (q === undefined || c.is === 'answered' || c.is === 'unanswered') return <span />;
  const say = (t: Question['title']): string => textIn(t, known.language);
  if (q.kind === 'matrix') return <Select {...namedList(w.withWhat)} value={c.than} onChange={write} options={q.rows.flatMap((r) => q.options.map((o) => ({ value: `${r.id}/${o.id}`, label: `${say(r.text)} · ${say(o.text)}` })))} />;
  if (hasOptions(q.kind)) return <Select {...namedList(w.withWhat)} value={c.than} onChange={write} options={q.options.map((o) => ({ value: o.id, label: `${o.id} ${say(o.text)}` }))} />;
  if (q.kind === 'date') return <Day label={w.withWhat} value={typeof c.than === 'string' ? c.than : ''} onChange={(day) => write(day ?? null)} />;
  return q.kind === 'scale' || q.kind === 'number' ? <InputNumber aria-label={w.withWhat} value={typeof c.than === 'number' ? c.than : null} onChange={write} /> : <Input aria-label={w.withWhat} value={String(c.than ?? '')} onChange={(e) => write(e.target.value)} />;
}

function OneCondition({ c, known, write, remove }: { c: Condition; known: Known; write: (c: Condition) => void; remove: () => void }) {
  const w = useWords(words);
  const q = known.questions.find((x) => x.id === c.ask);
  const choose = (id: string): void => { const next = known.questions.find((x) => x.id === id); write({ ask: id, is: operatorsFor(next)[0] ?? 'answered', than: null }); };
  return (
    <div className="svcond">
      <Select {...namedList(w.whichQuestion)} showSearch={{ optionFilterProp: 'label' }} value={c.ask || null} onChange={choose} options={known.questions.map((x) => ({ value: x.id, label: `${x.id} ${textIn(x.title, known.language)}` }))} />
      <Select {...namedList(w.howCompared)} value={c.is} onChange={(is) => write({ ...c, is, than: is === 'answered' || is === 'unanswered' ? null : c.than })} options={operatorsFor(q).map((o) => ({ value: o, label: w[`is_${o}`] }))} />
      <Than q={q} c={c} known={known} write={(than) => write({ ...c, than })} />
      <button type="button" className="iconbtn" aria-label={w.remove} onClick={remove}><Icon name="close" size={14} /></button>
    </div>
  );
}

function Conditions({ g, known, depth, write }: { g: Group; known: Known; depth: number; write: (g: Group) => void }) {
  const w = useWords(words);
  const put = (at: number, c: Condition | Group | null): void => write({ ...g, of: g.of.flatMap((x, i) => (i !== at ? [x] : c === null ? [] : [c])) });
  const first = known.questions.at(-1);
  const fresh = (): Condition => ({ ask: first?.id ?? '', is: operatorsFor(first)[0] ?? 'answered', than: null });
  return (
    <div className="svgroup">
      <span className="svhead">
        <Select {...namedList(w.showIf)} style={{ width: 130 }} value={g.all ? 'all' : 'any'} onChange={(v) => write({ ...g, all: v === 'all' })} options={(['all', 'any'] as const).map((v) => ({ value: v, label: w[v] }))} />
        <button type="button" className="btn" onClick={() => write({ ...g, of: [...g.of, fresh()] })}><Icon name="add" size={14} />{w.addCondition}</button>
        {depth < 2 ? <button type="button" className="btn" onClick={() => write({ ...g, of: [...g.of, { all: false, of: [fresh()] }] })}><Icon name="add" size={14} />{w.addGroup}</button> : null}
      </span>
      {/* biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names; their place is what they are */}
      {g.of.map((c, i) => (isGroup(c) ? <Conditions key={i} g={c} known={known} depth={depth + 1} write={(x) => put(i, x.of.length === 0 ? null : x)} /> : <OneCondition key={i} c={c} known={known} write={(x) => put(i, x)} remove={() => put(i, null)} />))}
    </div>
  );
}

/** Conditions under which a question is shown, and where one goes afterwards. */
export function Logic({ q, form, change }: { q: Question; form: Form; change: (change: Partial<Question>) => void }) {
  const w = useWords(words);
  const language = useLocale();
  const all = questionsOf(form);
  const at = all.findIndex((x) => x.id === q.id);
  const before: Known = { language, questions: all.slice(0, at).filter((x) => x.kind !== 'note') };
  const withOwn: Known = { language, questions: all.slice(0, at + 1).filter((x) => x.kind !== 'note') };
  const later = [...all.slice(at + 1).map((x) => ({ value: x.id, label: `${x.id} ${textIn(x.title, language)}` })), { value: END, label: w.toEnd }];
  const put = (i: number, j: Jump | null): void => change({ jumps: q.jumps.flatMap((x, k) => (k !== i ? [x] : j === null ? [] : [j])) });
  return (
    <details open={q.showIf !== null || q.jumps.length > 0}>
      <summary>{w.logic}{sizeOf(q.showIf) > 0 ? ` (${sizeOf(q.showIf)})` : ''}</summary>
      <div className="svcards">
        <label className="svhead"><input type="checkbox" checked={q.showIf !== null} disabled={before.questions.length === 0} onChange={(e) => change({ showIf: e.target.checked ? NONE : null })} /> {w.showIf}{q.showIf === null ? <span className="note">{w.always}</span> : null}</label>
        {q.showIf ? <Conditions g={q.showIf} known={before} depth={0} write={(showIf) => change({ showIf })} /> : null}
        <b>{w.jumps}</b>
        {q.jumps.map((j, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: jumps have no names; their order is what decides
          <div key={i} className="svcards">
            <span className="svhead">
              <Select {...namedList(w.jumps)} style={{ minWidth: 240 }} value={j.to} onChange={(to) => put(i, { ...j, to })} options={later} />
              <Select {...namedList(w.jumpIf)} style={{ width: 150 }} value={j.when === null ? 'always' : 'if'} onChange={(v) => put(i, { ...j, when: v === 'always' ? null : NONE })} options={[{ value: 'always', label: w.jumpAlways }, { value: 'if', label: w.jumpIf }]} />
              <button type="button" className="iconbtn" aria-label={w.remove} onClick={() => put(i, null)}><Icon name="close" size={14} /></button>
            </span>
            {j.when ? <Conditions g={j.when} known={withOwn} depth={0} write={(when) => put(i, { ...j, when })} /> : null}
          </div>
        ))}
        <div><button type="button" className="btn" onClick={() => change({ jumps: [...q.jumps, { when: null, to: later[0]?.value ?? END }] })}><Icon name="add" size={14} />{w.addJump}</button></div>
      </div>
    </details>
  );
}
