import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Attach, type Attached, attachments, Card, Chip, Empty, errorAt, Icon, Loaded, type Output, PhonePage, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { MOST } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../proposals-ui.words.ts';
import { type Asked, Fields, PickSeconders, type Written } from './Fields.tsx';

const PAUSE_MS = 600;
const ENOUGH = 12;
type Draft = Written & { readonly collectionId: string; readonly people: readonly Asked[]; readonly files: readonly Attached[] };
const EMPTY: Draft = { title: '', kind: 'production', reason: '', grounds: '', remedy: '', collectionId: '', people: [], files: [] };
type Looked = { readonly title: string; readonly reason: string; readonly remedy: string };

/** What is being written, once the writer pauses. */
function useSettled(value: Looked): Looked {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as Looked;
}

/** Earlier proposals like the one being written. */
function LookAlikes({ of: d }: { of: Written }) {
  const w = useWords(words);
  const settled = useSettled({ title: d.title.trim(), reason: d.reason.trim(), remedy: d.remedy.trim() });
  const enough = Object.values(settled).join('').length >= ENOUGH;
  const found = useCall(api.lookAlikes, settled, { when: enough, keepWhileChanging: true });
  const items = enough ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <Card title={w.alike({ n: items.length })}>
      <p className="propnote">{w.alikeHint}</p>
      <ul className="proplist">
        {items.map((p) => (
          <li key={p.id}>
            <Link to={`/proposals/${p.id}`}>{p.title}</Link>
            <span className="proprow"><Chip kind={p.strong ? 'warn' : 'quiet'}>{w.score({ n: p.score })}</Chip><StateChip of={p} /><span className="propnote">{p.session} · {p.mover}</span></span>
            {p.shared.length > 0 ? <span className="propnote propshared">{p.shared.map((s, i) => <span key={s}>{i > 0 ? ' … ' : ''}<mark>{s}</mark></span>)}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Form({ open }: { open: Output<typeof api.start>['open'] }) {
  const w = useWords(words);
  const t = useWords(texts);
  const go = useNavigate();
  const draft = useDraft<Draft>('proposal', EMPTY);
  const [again, setAgain] = useState(draft.found);
  const d = draft.value;
  const collectionId = open.some((c) => c.id === d.collectionId) ? d.collectionId : (open[0]?.id ?? '');
  const { act, busy, waiting, refusal } = useAct(api.move, { done: w.moved, refreshes: [api.start, api.mine], after: (out) => { draft.drop(); void go(`/proposals/${out.id}`, { replace: true }); } });
  const send = (): void => { const { people, files, ...text } = d; act({ ...text, collectionId, seconders: people.map((p) => p.id), files: files.map((f) => f.id) }); };
  const ready = d.title.trim().length >= 4 && d.reason.trim().length >= 5 && d.grounds.trim().length >= 10 && d.remedy.trim().length >= 10;
  return (
    <PhonePage title={w.write} up="/proposals" foot={<button type="button" className="btn primary" disabled={busy || !ready} onClick={send}><Icon name="send" size={20} />{waiting ? t.title : w.saveMove}</button>}>
      {again ? <p className="propnote" role="status">{w.draftBack} <button type="button" className="btn plain" onClick={() => { draft.drop(); setAgain(false); }}>{w.draftDrop}</button></p> : null}
      {open.length > 1 ? <Card><label className="proplabel" htmlFor="session">{w.session}</label><select id="session" className="propfind" value={collectionId} onChange={(e) => draft.write({ collectionId: e.target.value })}>{open.map((c) => <option key={c.id} value={c.id}>{c.session}</option>)}</select></Card> : null}
      <Fields value={d} write={draft.write} refusal={refusal} />
      <LookAlikes of={d} />
      <Card title={w.askSeconders} aside={w.needSeconders({ n: open.find((c) => c.id === collectionId)?.seconders ?? 2 })}><PickSeconders collectionId={collectionId} except={[]} value={d.people} onChange={(people) => draft.write({ people: people.slice(0, MOST.seconders) })} error={errorAt(refusal, 'people')} /></Card>
      <Card title={w.files}><Attach to={attachments.upload} input={(name) => ({ name })} value={d.files} onChange={(files) => draft.write({ files })} accept="image/*,.pdf,.docx,.xlsx" /></Card>
    </PhonePage>
  );
}

/** A delegate moves a proposal: the text, what is like it, who is asked to second. */
export default function Write() {
  const w = useWords(words);
  const start = useCall(api.start, {});
  return (
    <Loaded from={start} lines={8}>
      {(s) => (s.open.length > 0 ? <Form open={s.open} /> : <PhonePage title={w.write} up="/proposals"><Card><Empty icon="form" title={s.delegate ? w.noOpen : w.notDelegate}><Link className="btn" to={s.delegate ? '/proposals' : '/congress'}>{s.delegate ? w.all : w.myDelegates}</Link></Empty></Card></PhonePage>)}
    </Loaded>
  );
}
