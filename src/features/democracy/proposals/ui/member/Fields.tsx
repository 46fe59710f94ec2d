import { useDeferredValue, useState } from 'react';
import { Card, Choose, errorAt, Field, FieldText, Icon, type RefusedByServer, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { KINDS, type Kind, MOST } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import { words } from '../proposals-ui.words.ts';

export type Written = { readonly title: string; readonly kind: Kind; readonly reason: string; readonly grounds: string; readonly remedy: string };
export type Asked = { readonly id: string; readonly name: string; readonly unit: string };

/** Title, kind, reason, grounds, remedy. */
export function Fields({ value: d, write, refusal }: { value: Written; write: (change: Partial<Written>) => void; refusal: RefusedByServer | null }) {
  const w = useWords(words);
  const t = useWords(texts);
  return (
    <Card>
      <div className="fields">
        <Field label={w.subject} hint={w.subjectHint} maxLength={MOST.title} value={d.title} error={errorAt(refusal, 'title')} onChange={(e) => write({ title: e.target.value })} />
        <div><span className="proplabel">{w.kind}</span><Choose label={w.kind} options={KINDS.map((k) => [k, t[`kind_${k}`]] as const)} value={d.kind} onChange={(kind) => write({ kind })} /></div>
        <FieldText label={w.reason} hint={w.reasonHint} rows={2} maxLength={MOST.reason} value={d.reason} error={errorAt(refusal, 'reason')} onChange={(e) => write({ reason: e.target.value })} />
        <FieldText label={w.grounds} hint={w.groundsHint} rows={4} maxLength={MOST.grounds} value={d.grounds} error={errorAt(refusal, 'grounds')} onChange={(e) => write({ grounds: e.target.value })} />
        <FieldText label={w.remedy} hint={w.remedyHint} rows={4} maxLength={MOST.remedy} value={d.remedy} error={errorAt(refusal, 'remedy')} onChange={(e) => write({ remedy: e.target.value })} />
      </div>
    </Card>
  );
}

/** Finds delegates of the term and keeps whom one would ask to second. */
export function PickSeconders({ collectionId, except, value, onChange, error }: { collectionId: string; except: readonly string[]; value: readonly Asked[]; onChange: (all: readonly Asked[]) => void; error?: string | undefined }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useCall(api.delegates, { collectionId, text: wanted }, { when: wanted !== '', keepWhileChanging: true });
  const items = wanted === '' ? [] : (found.data?.items ?? []).filter((p) => !except.includes(p.id) && !value.some((v) => v.id === p.id));
  return (
    <div className="fields">
      {value.length > 0 ? <ul className="propchosen">{value.map((p) => <li key={p.id}>{p.name}<button type="button" className="iconbtn" aria-label={w.takeOut({ name: p.name })} onClick={() => onChange(value.filter((v) => v.id !== p.id))}><Icon name="close" size={16} /></button></li>)}</ul> : null}
      <Field label={w.askSeconders} hint={found.data && wanted !== '' && items.length === 0 ? w.nobody : w.askHint} error={error} maxLength={20} autoComplete="off" value={text} onChange={(e) => setText(e.target.value)} />
      {items.map((p) => <Row key={p.id} icon="join" tint="info" title={p.name} note={p.unit} onClick={() => { onChange([...value, p]); setText(''); }} />)}
    </div>
  );
}
