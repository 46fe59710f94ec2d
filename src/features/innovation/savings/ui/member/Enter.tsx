import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Attach, attachments, Card, Empty, errorAt, Field, FieldText, Icon, Loaded, type Output, PhonePage, type RefusedByServer, showMoney, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { KINDS } from '../../savings.rules.ts';
import { words as savingWords } from '../../savings.words.ts';
import { words } from '../saving-ui.words.ts';
import '../savings.css';
import { SaveChips } from './SaveChips.tsx';
import { Colleagues } from './Colleagues.tsx';
import { amountNow, type Draft, EMPTY, inputOf } from './entry-draft.ts';
import { HowMuch } from './HowMuch.tsx';
import { WhenMade } from './WhenMade.tsx';

type Start = Output<typeof api.start>;
type Parts = { readonly d: Draft; readonly write: (change: Partial<Draft>) => void; readonly refusal: RefusedByServer | null; readonly start: Start };

function First({ d, write, refusal, start }: Parts) {
  const w = useWords(words);
  const kw = useWords(savingWords);
  return (
    <div className="fields">
      <SaveChips label={w.kind} options={KINDS.map((k) => [k, kw[`kind_${k}`]] as const)} value={d.kind || undefined} error={errorAt(refusal, 'kind')} onChange={(kind) => write({ kind })} />
      <Field label={w.what} placeholder={w.whatHint} maxLength={60} value={d.title} error={errorAt(refusal, 'title')} onChange={(e) => write({ title: e.target.value })} />
      <Field label={w.post} placeholder={w.postHint} maxLength={40} list="saving-posts" value={d.post} error={errorAt(refusal, 'post')} onChange={(e) => write({ post: e.target.value })} />
      <datalist id="saving-posts">{start.posts.map((p) => <option key={p} value={p} />)}</datalist>
      <WhenMade d={d} write={write} refusal={refusal} today={start.today} />
    </div>
  );
}

function More({ d, write, refusal }: Parts) {
  const w = useWords(words);
  return (
    <details className="savemore" open={d.text !== '' || d.colleagues.length > 0 || d.files.length > 0}>
      <summary>{w.more}</summary>
      <div className="fields">
        <FieldText label={w.text} placeholder={w.textHint} rows={3} maxLength={1000} value={d.text} onChange={(e) => write({ text: e.target.value })} />
        <Colleagues of={d.colleagues} error={errorAt(refusal, 'colleagues')} change={(colleagues) => write({ colleagues })} />
        <div className="field"><label htmlFor="saving-photos">{w.photos}</label><Attach to={attachments.upload} input={(name) => ({ name })} value={d.files} onChange={(files) => write({ files })} most={6} /></div>
      </div>
    </details>
  );
}

function EntryForm({ start }: { start: Start }) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft<Draft>('saving', { ...EMPTY, post: start.posts[0] ?? '' });
  const [told, setTold] = useState(draft.found);
  const d = draft.value;
  const { act, busy, waiting, refusal } = useAct(api.enter, {
    done: w.sent, refreshes: [api.mine, api.together, api.start], after: (out) => { draft.drop(); void go(`/savings/${out.id}`, { replace: true }); },
  });
  const all: Parts = { d, write: draft.write, refusal, start };
  const large = (amountNow(d, start.today)?.total ?? 0n) > BigInt(start.financeAbove);
  return (
    <PhonePage title={w.enterOne} up="/savings" foot={<button type="button" className="btn primary" disabled={busy} onClick={() => act(inputOf(d, start.today))}><Icon name="send" size={20} />{waiting ? w.waiting : w.send}</button>}>
      {told ? <p className="savedraft" role="status"><span>{w.draftBack}</span><button type="button" className="btn plain" onClick={() => { draft.drop(); setTold(false); }}>{w.draftDrop}</button></p> : null}
      <Card><First {...all} /></Card>
      <Card title={w.howMuch}><HowMuch d={d} write={draft.write} refusal={refusal} today={start.today} />{large ? <p className="note">{w.goesToFinance({ bound: showMoney(start.financeAbove) })}</p> : null}</Card>
      <Card><More {...all} /></Card>
      {start.unit ? <p className="note">{w.unit({ unit: start.unit })}</p> : null}
    </PhonePage>
  );
}

/** Enters a saving in under a minute; the amount is shown while it is typed. */
export default function Enter() {
  const w = useWords(words);
  const go = useNavigate();
  const start = useCall(api.start, {});
  return (
    <Loaded from={start} lines={6}>
      {(s) => s.unit ? <EntryForm start={s} /> : (
        <PhonePage title={w.enterOne} up="/savings"><Card><Empty icon="join" title={w.noUnion} hint={w.noUnionHint}><button type="button" className="btn primary" onClick={() => void go('/join')}>{w.join}</button></Empty></Card></PhonePage>
      )}
    </Loaded>
  );
}
