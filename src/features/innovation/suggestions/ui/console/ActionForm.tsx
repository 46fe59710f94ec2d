import { Select } from 'antd';
import { useState } from 'react';
import { errorAt, FieldText, type Output, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { type api, Category, ExpertGroup } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../desk-ui.words.ts';
import { Grades } from './Grades.tsx';
import type { Given, Verb, Verbs } from './use-verbs.tsx';

type Suggestion = Output<typeof api.one>;

const GRADED: readonly Verb[] = ['adoptUnit', 'adoptUnitOnly', 'forward', 'adopt', 'adoptForImplementation', 'implementLater'];
const SORTED: readonly Verb[] = ['adoptUnit', 'adoptUnitOnly', 'forward'];
const PHRASES = {
  giveBack: ['phrase_photo', 'phrase_numbers', 'phrase_how'], rejectUnit: ['phrase_known', 'phrase_cost', 'phrase_rule', 'phrase_plan', 'phrase_vague'],
  reject: ['phrase_known', 'phrase_cost', 'phrase_rule', 'phrase_plan', 'phrase_vague'], uphold: ['phrase_known', 'phrase_cost', 'phrase_rule'],
} as const;

/** Phrases to start from; pressing one puts it at the end of what is written. */
function Phrases({ verb, add }: { verb: Verb; add: (phrase: string) => void }) {
  const w = useWords(words);
  const list = verb in PHRASES ? PHRASES[verb as keyof typeof PHRASES] : [];
  if (list.length === 0) return null;
  return <div className="phrases" role="group" aria-label={w.phrases}>{list.map((p) => <button key={p} type="button" onClick={() => add(w[p])}>{w[p]}</button>)}</div>;
}

function Kind({ value, onChange }: { value: Suggestion['category']; onChange: (c: Suggestion['category']) => void }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  return <div className="field"><span>{w.pickCategory}</span><Select {...namedList(w.pickCategory)} value={value} onChange={onChange} options={Category.options.map((c) => ({ value: c, label: sw[`category_${c}`] }))} /></div>;
}

function Group({ value, onChange }: { value: Suggestion['expertGroup']; onChange: (g: Suggestion['expertGroup']) => void }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  return <div className="field"><span>{w.pickGroup}</span><Select {...namedList(w.pickGroup)} allowClear value={value} onChange={(g) => onChange(g ?? null)} options={ExpertGroup.options.map((g) => ({ value: g, label: sw[`group_${g}`] }))} /></div>;
}

/** The form of one step, in place of the buttons; what was written survives leaving. */
export function ActionForm({ suggestion: s, verb, verbs, early, close }: { suggestion: Suggestion; verb: Verb; verbs: Verbs; early: boolean; close: () => void }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const draft = useDraft(`suggestion.${verb}.${s.id}`, { text: '' });
  const [grade, setGrade] = useState<number | null>(s.grade ?? (verb === 'adoptForImplementation' || verb === 'implementLater' ? s.firstGrade : null));
  const [category, setCategory] = useState(s.category);
  const [group, setGroup] = useState<Suggestion['expertGroup']>(null);
  const needsGrade = GRADED.includes(verb) && verb !== 'adopt';
  const given: Given = { text: draft.value.text, grade, ...(SORTED.includes(verb) && category !== s.category ? { category } : {}), ...(group ? { expertGroup: group } : {}) };
  const send = async (): Promise<void> => {
    if (!(await verbs.take(verb, given))) return;
    draft.drop();
    close();
  };
  const label = verb === 'adoptForImplementation' && early ? w.text_adoptForImplementation_early : w[`text_${verb}`];
  const hint = verb === 'revoke' ? w.help_revoke : verb === 'reject' || verb === 'rejectUnit' ? w.help_reject : undefined;
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {draft.found ? <p className="note" role="status">{w.draftBack}</p> : null}
      {GRADED.includes(verb) ? <Grades value={grade} onChange={setGrade} label={w.pickGrade} optional={verb === 'adopt'} error={errorAt(verbs.refusal, 'grade')} /> : null}
      {SORTED.includes(verb) ? <Kind value={category} onChange={setCategory} /> : null}
      {verb === 'forward' ? <Group value={group} onChange={setGroup} /> : null}
      <Phrases verb={verb} add={(p) => draft.write({ text: `${draft.value.text}${draft.value.text ? '\n' : ''}${p}` })} />
      <FieldText label={label} hint={hint} rows={4} maxLength={3000} autoFocus={!needsGrade} value={draft.value.text} error={errorAt(verbs.refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
      <div className="sugacts">
        <button type="submit" className="btn primary" disabled={verbs.busy || (needsGrade && grade === null)}>{buttonOf(verb, sw)}</button>
        <button type="button" className="btn" onClick={close}>{w.cancel}</button>
      </div>
    </form>
  );
}

/** What the button of a step says: the process's own words. */
export function buttonOf(verb: Verb, sw: Readonly<Record<'giveBack' | 'adoptUnit' | 'adoptOnly' | 'reject' | 'forward' | 'handBack' | 'adoptForImplementation' | 'uphold' | 'implementLater' | 'revoke' | 'unmerge', string>>): string {
  if (verb === 'adoptUnitOnly' || verb === 'adopt') return sw.adoptOnly;
  return verb === 'rejectUnit' ? sw.reject : sw[verb];
}
