import { Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { DeskPage, errorAt, Icon, Loaded, refresh, useAct, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../joint-meetings.contract.ts';
import { ItemView } from '../both/ItemView.tsx';
import type { Item } from '../both/looks.tsx';
import { words } from '../joint-ui.words.ts';

function Assign({ of: i }: { of: Item }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const assign = useAct(api.assign, { refreshes: [api.item, api.council, api.items], done: w.assigned, after: () => setOpen(false) });
  if (!i.may.includes('assign')) return null;
  if (!open) return <div className="jmacts noprint"><button type="button" className="btn" onClick={() => setOpen(true)}><Icon name="people" size={18} />{w.assign}</button></div>;
  return (
    <div className="jmacts noprint">
      <Select {...namedList(w.assign)} placeholder={w.ownerPick} style={{ minWidth: 220 }} disabled={assign.busy} onChange={(personId: string) => assign.act({ id: i.id, version: i.version, personId })} options={i.people.filter((p) => p.until === null && p.id !== i.ownerId).map((p) => ({ value: p.id, label: `${w[`side_${p.side}`]} · ${p.name}` }))} />
      <button type="button" className="btn" onClick={() => setOpen(false)}>{w.cancel}</button>{errorAt(assign.refusal, 'personId') ? <p role="alert">{errorAt(assign.refusal, 'personId')}</p> : null}
    </div>
  );
}

/** One item at the desk. */
export default function ItemPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const item = useCall(api.item, { id });
  useLive(() => void refresh(api.item));
  return <DeskPage title={item.data?.title ?? w.title} {...(item.data ? { crumbs: [{ title: item.data.council, to: `/joint-meetings/${item.data.councilId}` }] } : {})}><Loaded from={item} lines={8}>{(i) => <ItemView of={i} acts={<Assign of={i} />} />}</Loaded></DeskPage>;
}
