import { useState } from 'react';
import { readYuan } from '#shared/money';
import { ask, Attach, type Attached, attachments, Basis, Card, DayPick, Empty, errorAt, Field, type Output, showDate, showMoney, showSentences, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { meeting } from '../../gatherings.contract.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';

type Money = Output<typeof meeting.money>;
const CHANGED = [meeting.money, meeting.gatherings, meeting.report] as const;
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function AddCost({ id }: { id: string }) {
  const w = useWords(words);
  const [d, set] = useState({ item: '', amount: '', spentOn: today(), note: '', files: [] as readonly Attached[] });
  const { act, busy, refusal } = useAct(meeting.addCost, { done: w.costAdded, refreshes: CHANGED, after: () => set({ item: '', amount: '', spentOn: today(), note: '', files: [] }) });
  const read = readYuan(d.amount);
  const fen = read.ok && read.fen > 0n ? Number(read.fen) : null;
  return (
    <Card title={w.addCost}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); if (fen !== null) act({ id, item: d.item, amountFen: fen, spentOn: d.spentOn, note: d.note, files: d.files.map((f) => f.id) }); }}>
        <Field label={w.item} maxLength={60} value={d.item} error={errorAt(refusal, 'item')} onChange={(e) => set({ ...d, item: e.target.value })} />
        <Field label={w.amount} inputMode="decimal" maxLength={12} value={d.amount} error={d.amount !== '' && fen === null ? w.badAmount : errorAt(refusal, 'amountFen')} onChange={(e) => set({ ...d, amount: e.target.value })} />
        <DayPick label={w.costDay} value={d.spentOn} until={today()} error={errorAt(refusal, 'spentOn')} onChange={(spentOn) => set({ ...d, spentOn })} />
        <Field label={w.note} maxLength={200} value={d.note} onChange={(e) => set({ ...d, note: e.target.value })} />
        <div className="field"><span>{w.receipts}</span><Attach to={attachments.upload} input={(name) => ({ name })} value={d.files} onChange={(files) => set({ ...d, files })} most={6} /></div>
        <button type="submit" className="btn primary" disabled={busy || fen === null || d.item.trim() === ''}>{w.addCost}</button>
      </form>
    </Card>
  );
}

function CostList({ of: m }: { of: Money }) {
  const w = useWords(words);
  const language = useLocale();
  const remove = useAct(meeting.removeCost, { done: w.costRemoved, refreshes: CHANGED });
  const takeBack = async (x: Money['items'][number]): Promise<void> => { if (await ask({ title: w.removeAsk({ item: x.item, amount: showMoney(x.amountFen) }), yes: w.removeCost })) remove.act({ id: x.id }); };
  if (m.items.length === 0) return <Empty icon="wallet" title={w.noCosts} />;
  return (
    <ul className="clubrows">
      {m.items.map((x) => (
        <li key={x.id}><span><b>{x.item}</b><small className="note num">{[showDate(x.spentOn, language), x.gathering, x.by, x.note].filter(Boolean).join(' · ')}</small></span><span className="end"><b className="num">{showMoney(x.amountFen)}</b>
          {x.files.map((f) => <a key={f.id} href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer">{f.name}</a>)}{x.mayRemove ? <button type="button" className="btn plain noprint" aria-label={`${w.removeCost} ${x.item}`} disabled={remove.busy} onClick={() => void takeBack(x)}>{w.removeCost}</button> : null}</span></li>
      ))}
    </ul>
  );
}

/** The money of a club in a year: grant, costs, what is left; who may spend enters costs. */
export function MoneyView({ id, of: m }: { id: string; of: Money }) {
  const w = useWords(words);
  const part = (title: string, fen: number) => <span><small>{title}</small><b className="num">{showMoney(fen)}</b></span>;
  return (
    <>
      <Card title={`${w.grant} ${m.year}`} {...(m.account ? { aside: m.account } : {})}>
        {m.grantFen === null ? <Empty icon="wallet" title={w.noGrant} /> : <div className="clubmoney">{part(w.grant, m.grantFen)}{part(w.spent, m.spentFen)}{part(w.leftOver, m.leftFen)}</div>}
        {m.note ? <p className="note">{m.note}</p> : null}
        {m.basis.length > 0 ? <Basis>{showSentences(m.basis)}</Basis> : null}
      </Card>
      {m.may.includes('spend') ? <AddCost id={id} /> : null}
      <Card title={w.spent}><CostList of={m} /></Card>
    </>
  );
}
