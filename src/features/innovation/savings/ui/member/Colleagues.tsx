import { useDeferredValue, useState } from 'react';
import { Field, Icon, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { words } from '../saving-ui.words.ts';
import type { Colleague } from './entry-draft.ts';

const MOST = 9;

/** Colleagues of the own unit who share in it, found by name. */
export function Colleagues({ of, error, change }: { of: readonly Colleague[]; error: string | undefined; change: (list: readonly Colleague[]) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useCall(api.colleagues, { text: wanted || ' ' }, { when: wanted !== '', keepWhileChanging: true });
  const others = wanted === '' ? [] : (found.data?.items ?? []).filter((p) => !of.some((c) => c.id === p.id));
  return (
    <div className="fields">
      <Field label={w.colleagues} placeholder={w.colleaguesHint} maxLength={20} value={text} error={error} onChange={(e) => setText(e.target.value)} />
      {of.length > 0 ? <div className="savepeople">{of.map((p) => <button key={p.id} type="button" className="on" aria-label={w.remove({ name: p.name })} onClick={() => change(of.filter((c) => c.id !== p.id))}>{p.name}<Icon name="close" size={14} /></button>)}</div> : null}
      {others.length > 0 && of.length < MOST ? <div className="savepeople">{others.map((p) => <button key={p.id} type="button" aria-label={w.add({ name: p.name })} onClick={() => { change([...of, p]); setText(''); }}><Icon name="add" size={14} />{p.name}</button>)}</div> : null}
      {wanted !== '' && found.data?.items.length === 0 ? <p className="note">{w.nobody}</p> : null}
    </div>
  );
}
