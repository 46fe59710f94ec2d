import { useDeferredValue, useState } from 'react';
import { Card, Field, Icon, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../browse.contract.ts';
import { COAUTHORS } from '../../suggestions.rules.ts';
import { restOf, shareAfter, shareFor } from '../../writing.rules.ts';
import { words } from '../writing-ui.words.ts';

export type Coauthor = { readonly personId: string; readonly name: string; readonly unit: string; readonly share: number };

function Find({ except, add }: { except: readonly string[]; add: (p: { id: string; name: string; unit: string }) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useCall(api.colleagues, { text: wanted }, { when: wanted.length > 1 });
  const items = wanted.length > 1 ? (found.data?.items ?? []).filter((p) => !except.includes(p.id)) : [];
  return (
    <>
      <Field label={w.find} hint={found.error ? found.error.sentence : found.data && wanted.length > 1 && items.length === 0 ? w.findNobody : w.findHint} maxLength={20} value={text} onChange={(e) => setText(e.target.value)} autoComplete="off" />
      {items.map((p) => <Row key={p.id} icon="join" tint="info" title={p.name} note={p.unit} onClick={() => { add(p); setText(''); }} />)}
    </>
  );
}

function Share({ person: p, at, percents, change }: { person: Coauthor; at: number; percents: readonly number[]; change: (share: number | null) => void }) {
  const w = useWords(words);
  const [more, less] = [shareAfter(percents, at, 1), shareAfter(percents, at, -1)];
  return (
    <li>
      <span><b>{p.name}</b><span className="note">{p.unit}</span></span>
      <span className="sharebox">
        <button type="button" aria-label={w.less({ name: p.name })} disabled={less === p.share} onClick={() => change(less)}>−</button>
        <output>{p.share}%</output>
        <button type="button" aria-label={w.more({ name: p.name })} disabled={more === p.share} onClick={() => change(more)}>+</button>
      </span>
      <button type="button" className="iconbtn" aria-label={w.takeOut({ name: p.name })} onClick={() => change(null)}><Icon name="close" size={18} /></button>
    </li>
  );
}

/** With whom it was thought out, and how much of it is whose; the rest stays with the writer and is shown at once. */
export function Coauthors({ value, onChange, error }: { value: readonly Coauthor[]; onChange: (all: readonly Coauthor[]) => void; error?: string | undefined }) {
  const w = useWords(words);
  const percents = value.map((c) => c.share);
  const next = shareFor(percents);
  return (
    <Card title={w.together}>
      <div className="fields">
        <p className="note">{w.togetherHint}</p>
        {value.length > 0 ? (
          <div>
            <ul className="sharers">
              {value.map((p, i) => <Share key={p.personId} person={p} at={i} percents={percents} change={(share) => onChange(share === null ? value.filter((c) => c !== p) : value.map((c) => (c === p ? { ...c, share } : c)))} />)}
            </ul>
            <p className="shareme" role="status"><span>{w.me}</span><span className="num">{w.meShare({ n: restOf(percents) })}</span></p>
          </div>
        ) : null}
        {value.length < COAUTHORS && next > 0
          ? <Find except={value.map((c) => c.personId)} add={(p) => onChange([...value, { personId: p.id, name: p.name, unit: p.unit, share: next }])} />
          : <p className="note">{w.full}</p>}
        {error ? <p className="fielderror">{error}</p> : null}
      </div>
    </Card>
  );
}
