import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, Empty, Icon, Loaded, showMoney, showNumber, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk, State } from '../../keeping.contract.ts';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../offers-ui.words.ts';
import { MoveForm, type Offer, Pools } from './Pools.tsx';
import { AddForm, HandForm, type Row, useRefund, WhyForm } from './RowForms.tsx';
import '../offers.css';

type Step = { readonly of: 'add' | 'move' } | { readonly of: 'hand' | 'remove' | 'undo'; readonly row: Row } | null;

const Tile = ({ name, n, note }: { name: string; n: string; note?: string }) => <div className="tile"><small>{name}</small><b className="num">{n}</b>{note ? <i>{note}</i> : null}</div>;

function Tiles({ offer: o }: { offer: Offer }) {
  const w = useWords(words);
  const c = o.count;
  return (
    <div className="tiles">
      <Tile name={w.taken} n={showNumber(c.taken)} note={c.places === null ? w.noLimit : `/ ${showNumber(c.places)}`} />
      {o.mode === 'draw' && c.entered > 0 ? <Tile name={w.inDraw} n={showNumber(c.entered)} /> : null}
      <Tile name={w.waiting} n={showNumber(c.waiting)} />
      {o.may.includes('handOver') || c.handed + c.missed > 0 ? <><Tile name={o.handed} n={showNumber(c.handed)} /><Tile name={w.missedN} n={showNumber(c.missed)} /></> : null}
      {o.pays === 'free' || o.pays === 'points' ? null : <Tile name={w.received} n={showMoney(c.received)} {...(c.owed === '0' ? {} : { note: w.toRefund({ amount: showMoney(c.owed) }) })} />}
    </div>
  );
}

function Money({ row: r, pays }: { row: Row; pays: string }) {
  const w = useWords(words);
  if (r.amount === '0') return null;
  if (pays === 'points') return <span className="num">{w.points({ n: String(Number(r.amount) / 100) })}</span>;
  const amount = showMoney(r.amount);
  return r.owedBack ? <Chip kind="warn">{w.toRefund({ amount })}</Chip> : r.paidAt ? <span className="num">{w.paid({ amount })}</span> : <span className="num note">{w.unpaid({ amount })}</span>;
}

function Acts({ row: r, offer: o, step, refund }: { row: Row; offer: Offer; step: (s: Step) => void; refund: (r: Row) => void }) {
  const w = useWords(words);
  const can = (what: Row['may'][number]): boolean => r.may.includes(what);
  return (
    <span className="rowacts">
      {can('handOver') ? <Button size="small" onClick={() => step({ of: 'hand', row: r })}>{o.handed}</Button> : null}
      {can('undo') ? <Button size="small" type="text" onClick={() => step({ of: 'undo', row: r })}>{w.undo}</Button> : null}
      {can('refunded') ? <Button size="small" onClick={() => refund(r)}>{w.refunded}</Button> : null}
      {can('remove') ? <Button size="small" type="text" danger onClick={() => step({ of: 'remove', row: r })}>{w.remove}</Button> : null}
    </span>
  );
}

function Panel({ offer: o }: { offer: Offer }) {
  const w = useWords(words);
  const language = useLocale();
  const [step, setStep] = useState<Step>(null);
  const refund = useRefund(o.id);
  const list = useList<Row>('offer-claims', {
    filters: [
      { kind: 'find', name: 'text', label: w.findList }, { kind: 'choose', name: 'state', label: w.anyState, options: State.options.map((s) => [s, o.stateTexts[s]] as const) },
      ...(o.pays === 'online' || o.pays === 'atHandOver' ? [{ kind: 'tick' as const, name: 'owed', label: w.owedOnly }] : []),
    ],
    ask: ({ owed, ...set }) => ({ ...set, ...(owed ? { owed: 'yes' } : {}) }),
    columns: {
      no: { title: w.no, width: 70, align: 'right', cell: (r) => r.rank ?? r.no }, name: { title: w.personName, width: 100, cell: (r) => <b>{r.name}</b> }, staffNumber: { title: w.personNumber, cell: (r) => <span className="num">{r.staffNumber}</span> }, unit: { title: w.unit, cell: (r) => r.unit },
      thing: { title: w.thing, ...(o.mode === 'units' || o.party > 1 ? {} : { extra: true as const }), cell: (r) => [r.unitLabel, r.places > 1 ? `× ${r.places}` : ''].filter(Boolean).join(' ') }, pool: { title: w.pool, extra: true, cell: (r) => r.pool },
      state: { title: w.state, width: 100, cell: (r) => <StateChip state={r.state} text={r.stateText} /> }, at: { title: w.at, cell: (r) => <span className="num">{showTime(r.at, language)}</span> }, handed: { title: o.handed, ...(o.may.includes('handOver') || o.count.handed > 0 ? {} : { extra: true as const }), cell: (r) => (r.handedAt ? <span className="num">{showTime(r.handedAt, language)}</span> : null) },
      ...(o.pays === 'free' ? {} : { paid: { title: w.money, cell: (r: Row) => <Money row={r} pays={o.pays} /> } }), acts: { title: w.acts, cell: (r) => <Acts row={r} offer={o} step={setStep} refund={refund} /> },
    },
  });
  const rows = useRows(desk.claims, list, { also: { offerId: o.id }, every: 30_000 });
  const close = (): void => setStep(null);
  return (
    <div className="claimspanel">
      <Tiles offer={o} />
      <Pools offer={o} />
      <div className="deskacts">
        {o.may.includes('handOver') ? <Link className="btn primary" to={`/offers/${o.id}/scan`}><Icon name="scan" size={18} />{w.scanner}</Link> : null}
        {o.may.includes('add') ? <button type="button" className="btn" onClick={() => setStep({ of: 'add' })}><Icon name="add" size={18} />{w.add}</button> : null}
        {o.may.includes('movePlaces') ? <button type="button" className="btn" onClick={() => setStep({ of: 'move' })}><Icon name="swap" size={18} />{w.movePlaces}</button> : null}
        <Link className="btn" to={`/offers/${o.id}/sheet`}><Icon name="table" size={18} />{w.sheet}</Link>
        <ListActions list={list} to={desk.exportClaims} also={{ offerId: o.id }} />
      </div>
      <ListPanel list={list} rows={rows} label={w.list} empty={<Empty icon="people" title={w.noList} hint={w.noListHint} />} />
      {step?.of === 'add' ? <AddForm offer={o} close={close} /> : null}
      {step?.of === 'move' ? <MoveForm offer={o} close={close} /> : null}
      {step?.of === 'hand' ? <HandForm offerId={o.id} row={step.row} close={close} verb={o.handed} /> : null}
      {step?.of === 'remove' || step?.of === 'undo' ? <WhyForm offerId={o.id} row={step.row} of={step.of} close={close} /> : null}
    </div>
  );
}

/** Who has what of an offer, for any part's page: counts, quotas, list, hand-over, money. Whoever does not keep it sees nothing of it. */
export function Claims({ offerId }: { offerId: string }) {
  const seen = useCall(desk.offer, { offerId }, { every: 30_000 });
  return <Loaded from={seen}>{(o) => <Panel offer={o} />}</Loaded>;
}
