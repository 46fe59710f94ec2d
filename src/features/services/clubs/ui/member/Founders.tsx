import { useDeferredValue, useState } from 'react';
import { Field, Icon, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { words } from '../clubs-ui.words.ts';

export type Asked = { readonly id: string; readonly name: string };

/** Colleagues who are asked to found it, found by name. */
export function Founders({ unionId, of, error, change }: { unionId: string; of: readonly Asked[]; error?: string | undefined; change: (list: readonly Asked[]) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useCall(api.colleagues, { unionId, text: wanted || ' ' }, { when: wanted !== '', keepWhileChanging: true });
  const others = wanted === '' ? [] : (found.data?.items ?? []).filter((p) => !of.some((c) => c.id === p.id));
  return (
    <div className="fields">
      <Field label={w.findFounder} maxLength={20} value={text} error={error} onChange={(e) => setText(e.target.value)} />
      {of.length > 0 ? <div className="clubchips">{of.map((p) => <button key={p.id} type="button" aria-pressed="true" aria-label={w.remove({ name: p.name })} onClick={() => change(of.filter((c) => c.id !== p.id))}>{p.name}<Icon name="close" size={14} /></button>)}</div> : null}
      {others.length > 0 ? <div className="clubchips">{others.map((p) => <button key={p.id} type="button" aria-label={w.add({ name: `${p.name} ${p.unit}` })} onClick={() => { change([...of, { id: p.id, name: p.name }]); setText(''); }}><Icon name="add" size={14} />{p.name} {p.unit}</button>)}</div> : null}
      {wanted !== '' && found.data?.items.length === 0 ? <p className="note">{w.nobody}</p> : null}
    </div>
  );
}
