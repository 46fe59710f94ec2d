import { Select } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, errorAt, Field, FieldText, Loaded, LoadedPages, type Output, useAct, useCall, usePages, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, namedList, useList } from '../../../../../web/kit/desk.ts';
import { room } from '../../room.contract.ts';
import { desk } from '../../sessions.contract.ts';
import { words as both } from '../both.words.ts';
import type { Kept } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import '../sessions.css';

type Opinion = Output<typeof room.opinions>['items'][number];
const TAKEN = ['taken', 'partly', 'declined'] as const;

function Answer({ of: o }: { of: Opinion }) {
  const w = useWords(words);
  const b = useWords(both);
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<(typeof TAKEN)[number]>('taken');
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(room.answer, { done: w.done, refreshes: [room.opinions], after: () => setOpen(false) });
  if (!open) return <div className="sesacts"><button type="button" className="btn" onClick={() => setOpen(true)}>{w.answer}<span className="unseen">{o.text.slice(0, 20)}</span></button></div>;
  return <form className="sesform" onSubmit={(e) => { e.preventDefault(); act({ id: o.id, taken, answer: text }); }}><Select {...namedList(w.taken)} value={taken} onChange={setTaken} options={TAKEN.map((t) => ({ value: t, label: b[`taken_${t}`] }))} /><Field label={w.answer} maxLength={1000} value={text} error={errorAt(refusal, 'answer')} onChange={(e) => setText(e.target.value)} /><div className="sesacts"><button type="submit" className="btn primary" disabled={busy}>{w.save}</button><button type="button" className="btn" onClick={() => setOpen(false)}>{w.cancel}</button></div></form>;
}

function Gather({ of: z, itemId }: { of: Kept; itemId: string | null }) {
  const w = useWords(words);
  const [item, setItem] = useState<string | undefined>(itemId ?? undefined);
  const [delegation, setDelegation] = useState<string>();
  const [text, setText] = useState('');
  const { act, busy } = useAct(room.gather, { done: w.gathered, refreshes: [room.opinions, desk.one], after: () => setText('') });
  if (!z.may.includes('door')) return null;
  return (
    <Card title={w.gather}>
      <form className="sesform" onSubmit={(e) => { e.preventDefault(); act({ id: item ?? '', delegationId: delegation ?? '', text }); }}>
        <Select {...namedList(w.item)} style={{ width: '100%' }} placeholder={w.item} value={item} onChange={setItem} options={z.agenda.filter((i) => i.state !== 'withdrawn').map((i) => ({ value: i.id, label: i.title }))} />
        <Select {...namedList(w.by)} style={{ width: '100%' }} placeholder={w.by} value={delegation} onChange={setDelegation} options={z.delegations.flatMap((d) => (d.id ? [{ value: d.id, label: d.name }] : []))} />
        <FieldText label={w.opinion} rows={4} maxLength={2000} value={text} onChange={(e) => setText(e.target.value)} />
        <button type="submit" className="btn primary" disabled={busy || !item || !delegation || text.trim().length < 2}>{w.save}</button>
      </form>
    </Card>
  );
}

function Shown({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const b = useWords(both);
  const [params, setParams] = useSearchParams();
  const itemId = params.get('item');
  const list = useList<Opinion>('session-opinions', { filters: [], columns: {} });
  const pages = usePages(room.opinions, { id: z.id, limit: 50, ...(itemId ? { itemId } : {}) });
  return (
    <div className="split">
      <Card title={w.opinions}>
        <div className="sesdesk">
          <div className="sesline noprint"><Select {...namedList(w.item)} style={{ minWidth: 240 }} allowClear placeholder={w.item} value={itemId ?? undefined} onChange={(v?: string) => setParams(v ? { item: v } : {}, { replace: true })} options={z.agenda.map((i) => ({ value: i.id, label: i.title }))} /><ListActions list={{ ...list, asked: {} }} to={room.exportOpinions} also={{ id: z.id }} can="sessions.export" /></div>
          <LoadedPages from={pages} empty={<Empty icon="talk" title={w.opinionsNone} hint={w.opinionsHint} />}>
            {(found) => <div>{found.map((o) => <div key={o.id} className="sesopinion"><span className="sesline"><b>{o.item}</b><Chip kind={o.sort === 'gathered' ? 'info' : 'quiet'}>{o.sort === 'gathered' ? b.gathered : o.name}</Chip><small>{o.delegation}</small>{o.taken ? <Chip kind={o.taken === 'declined' ? 'late' : 'ok'}>{b[`taken_${o.taken}`]}</Chip> : <Chip>{w.open}</Chip>}</span><p className="sestext">{o.text}</p>{o.answer ? <small className="note">{o.answer}</small> : null}{o.taken ? null : <Answer of={o} />}</div>)}</div>}
          </LoadedPages>
        </div>
      </Card>
      <div className="beside"><Gather key={itemId} of={z} itemId={itemId} /></div>
    </div>
  );
}

/** What delegations said to the items, and what became of it. */
export default function Opinions() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const kept = useCall(desk.one, { id });
  return <DeskPage title={w.opinions} about={kept.data?.title} crumbs={[{ title: kept.data?.title ?? '', to: `/sessions/${id}` }]}><Loaded from={kept} lines={8}>{(z) => <Shown of={z} />}</Loaded></DeskPage>;
}
