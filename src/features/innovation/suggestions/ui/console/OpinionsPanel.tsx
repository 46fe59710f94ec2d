import { Select } from 'antd';
import { useState } from 'react';
import { Card, Chip, errorAt, FieldText, Loaded, type Output, showList, tell, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { reviews } from '../../review.contract.ts';
import { ExpertGroup } from '../../suggestions.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { OpinionCard } from '../both/Opinions.tsx';
import { words } from '../review-ui.words.ts';

type Suggestion = Output<typeof api.one>;
const CHANGED = [api.one, reviews.opinions, reviews.experts] as const;
const namesOf = (asked: readonly { name: string }[]): string => showList(asked.map((a) => a.name));

/** Asks experts: by load, or those named. */
function AskForm({ suggestion: s, close }: { suggestion: Suggestion; close: () => void }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [group, setGroup] = useState<Suggestion['expertGroup']>(s.expertGroup);
  const [picked, pick] = useState<string[]>([]);
  const [text, setText] = useState('');
  const experts = useCall(reviews.experts, { id: s.id, ...(group ? { expertGroup: group } : {}) }, { keepWhileChanging: true });
  const { act, busy, refusal } = useAct(reviews.ask, { refreshes: CHANGED, after: (out) => { tell([w.askDone({ names: namesOf(out.asked) }), out.missing > 0 ? w.askMissing({ n: out.missing }) : ''].filter(Boolean).join(' · ')); close(); } });
  const options = (experts.data?.items ?? []).map((e) => ({ value: e.id, disabled: e.why !== '', search: e.name, label: [e.name, e.leads ? w.leads : '', e.unit, e.why || w.load({ n: e.open }), e.near ? w.near : ''].filter(Boolean).join(' · ') }));
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: s.id, version: s.version, reviewerIds: picked, text, ...(group ? { expertGroup: group } : {}) }); }}>
      <div className="field"><span>{w.askGroup}</span><Select {...namedList(w.askGroup)} value={group ?? experts.data?.expertGroup ?? null} onChange={(g) => { setGroup(g); pick([]); }} options={ExpertGroup.options.map((g) => ({ value: g, label: sw[`group_${g}`] }))} /></div>
      <div className={`field ${errorAt(refusal, 'reviewerIds') ? 'wrong' : ''}`}><span>{w.askPick}</span><Select {...namedList(w.askPick)} mode="multiple" placeholder={w.askAuto} showSearch={{ optionFilterProp: 'search' }} value={picked} onChange={pick} options={options} />{errorAt(refusal, 'reviewerIds') ? <p className="fielderror">{refusal?.sentence}</p> : null}</div>
      <FieldText label={w.askWord} rows={2} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} />
      <div className="sugacts"><button type="submit" className="btn primary" disabled={busy}>{w.ask}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

/** Opinions beside each other, whether they agree, and asking for them. */
export function OpinionsPanel({ suggestion: s }: { suggestion: Suggestion }) {
  const w = useWords(words);
  const found = useCall(reviews.opinions, { id: s.id });
  const [asking, ask] = useState(false);
  const replace = useAct(reviews.replace, { refreshes: CHANGED, done: (out) => w.replaced({ names: namesOf(out.asked) }) });
  return (
    <Loaded from={found} lines={3}>
      {(o) => (o.items.length === 0 && !o.may.includes('ask') ? null : (
        <Card title={w.title} aside={w.counted({ given: o.given, least: o.least })}>
          <div className="sugaside">
            {o.agree === null ? null : <div className="chiprow"><Chip kind={o.agree ? 'ok' : 'warn'} icon={o.agree ? 'check' : 'late'}>{o.agree ? w.agree : w.differ}</Chip></div>}
            {o.items.length === 0 ? <p className="note">{w.none}</p> : (
              <div className="opinions">
                {o.items.map((x) => (
                  <div key={`${x.round}/${x.reviewer.id}`}>
                    <OpinionCard opinion={x} />
                    {x.givenAt === null && x.round === o.round && o.may.includes('replace') ? <button type="button" className="btn plain" disabled={replace.busy} onClick={() => replace.act({ id: s.id, reviewerId: x.reviewer.id })}>{w.replace}</button> : null}
                  </div>
                ))}
              </div>
            )}
            {asking ? <AskForm suggestion={s} close={() => ask(false)} /> : o.may.includes('ask') ? <div className="sugacts"><button type="button" className={o.given < o.least ? 'btn primary' : 'btn'} onClick={() => ask(true)}>{w.ask}</button></div> : null}
          </div>
        </Card>
      ))}
    </Loaded>
  );
}
