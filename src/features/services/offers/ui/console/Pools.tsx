import { InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { Card, type Output, showNumber, showTime, tell, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../keeping.contract.ts';
import { words } from '../offers-ui.words.ts';

export type Offer = Output<typeof desk.offer>;
type Pool = Offer['pools'][number];

/** Routes that show what the desk changes. */
export const REFRESHES = [desk.offer, desk.claims, desk.sheet];

function SetForm({ offer: o, pool, close }: { offer: Offer; pool: Pool; close: () => void }) {
  const w = useWords(words);
  const [places, set] = useState<number | null>(pool.capacity);
  const act = useAct(desk.setPlaces, { done: (out) => (out.promoted > 0 ? w.promoted({ n: out.promoted }) : w.placesSet), refreshes: REFRESHES, after: close });
  return (
    <Modal open title={w.setPlacesOf({ pool: pool.union ?? w.everybody })} onCancel={close} onOk={() => act.act({ offerId: o.id, no: pool.no, places: places ?? 0 })} okButtonProps={{ disabled: places === null }} confirmLoading={act.busy}>
      <p className="note">{w.setPlacesHint({ taken: pool.taken })}</p>
      <InputNumber autoFocus aria-label={w.capacity} min={0} max={1_000_000} precision={0} value={places} onChange={set} onPressEnter={() => act.act({ offerId: o.id, no: pool.no, places: places ?? 0 })} style={{ width: '100%' }} />
    </Modal>
  );
}

/** Moves free places from one quota to another. */
export function MoveForm({ offer: o, close }: { offer: Offer; close: () => void }) {
  const w = useWords(words);
  const [d, write] = useState<{ from: number; to: number; places: number | null }>({ from: 0, to: 1, places: 1 });
  const act = useAct(desk.movePlaces, { done: (out) => (out.promoted > 0 ? w.promoted({ n: out.promoted }) : w.moved), refreshes: REFRESHES, after: close });
  const options = o.pools.map((p) => ({ value: p.no, label: `${p.union ?? w.everybody} · ${w.left} ${p.capacity === null ? w.noLimit : p.capacity - p.taken}` }));
  return (
    <Modal open title={w.movePlaces} onCancel={close} onOk={() => (d.places === null ? tell(w.howMany, 'bad') : act.act({ offerId: o.id, from: d.from, to: d.to, places: d.places }))} okButtonProps={{ disabled: d.from === d.to }} confirmLoading={act.busy}>
      <div className="stackcards">
        <Select {...namedList(w.from)} value={d.from} options={options} onChange={(from: number) => write({ ...d, from })} style={{ width: '100%' }} />
        <Select {...namedList(w.to)} value={d.to} options={options} onChange={(to: number) => write({ ...d, to })} style={{ width: '100%' }} />
        <InputNumber aria-label={w.howMany} min={1} max={1_000_000} precision={0} value={d.places} onChange={(places) => write({ ...d, places })} style={{ width: '100%' }} />
      </div>
    </Modal>
  );
}

/** Places of an offer by quota, each with how many are taken. */
export function Pools({ offer: o }: { offer: Offer }) {
  const w = useWords(words);
  const language = useLocale();
  const [setting, setSetting] = useState<Pool | null>(null);
  if (o.mode === 'units') return null;
  return (
    <Card title={w.pools}>
      <table className="placepools">
        <thead><tr><th>{w.pool}</th><th className="num">{w.capacity}</th><th className="num">{w.taken}</th><th className="num">{w.left}</th><th /></tr></thead>
        <tbody>
          {o.pools.map((p) => (
            <tr key={p.no}>
              <td>{p.union ?? w.everybody}{p.rollsUpAt ? <span className="note"> · {w.rolls({ time: showTime(p.rollsUpAt, language) })}</span> : null}</td>
              <td className="num">{p.capacity === null ? w.noLimit : showNumber(p.capacity)}</td><td className="num">{showNumber(p.taken)}</td><td className="num">{p.capacity === null ? '' : showNumber(p.capacity - p.taken)}</td>
              <td className="num">{o.may.includes('setPlaces') ? <button type="button" className="btn plain" aria-label={`${w.setPlaces} ${p.union ?? w.everybody}`} onClick={() => setSetting(p)}>{w.setPlaces}</button> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {setting ? <SetForm offer={o} pool={setting} close={() => setSetting(null)} /> : null}
    </Card>
  );
}
