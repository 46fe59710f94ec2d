import { Input, Select } from 'antd';
import { useState } from 'react';
import { Card, errorAt, Icon, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../joint-meetings.contract.ts';
import type { Meeting } from '../both/looks.tsx';
import { words } from '../joint-ui.words.ts';

type Line = { key: number; title: string; detail: string; ownerId: string | null; dueOn: string };

/** Minutes and work list, to be put to both sides. */
export function Record({ of: m, close }: { of: Meeting; close: () => void }) {
  const w = useWords(words);
  const [minutes, setMinutes] = useState(m.minutes);
  const [lines, setLines] = useState<Line[]>(m.draft.map((d, key) => ({ key, title: d.title, detail: d.detail, ownerId: d.ownerId, dueOn: d.dueOn })));
  const record = useAct(api.record, { refreshes: [api.meeting, api.council], done: w.recorded, after: close });
  const set = (key: number, more: Partial<Line>): void => setLines((all) => all.map((l) => (l.key === key ? { ...l, ...more } : l)));
  const owners = m.people.filter((p) => p.until === null).map((p) => ({ value: p.id, label: `${w[`side_${p.side}`]} · ${p.name}` }));
  const ready = minutes.trim().length >= 10 && lines.every((l) => l.title.trim().length >= 2 && l.ownerId !== null && l.dueOn !== '');
  const wrong = (i: number): string | undefined => errorAt(record.refusal, `draft.${String(i)}.dueOn`) ?? errorAt(record.refusal, `draft.${String(i)}.ownerId`);
  const send = (): void => record.act({ id: m.id, version: m.version, minutes, draft: lines.map(({ key: _, ownerId, ...l }) => ({ ...l, ownerId: ownerId ?? '' })) });
  return (
    <Card title={m.round > 0 ? w.recordAgain : w.record}>
      <div className="jmpage">
        <p className="note" style={{ margin: 0 }}>{w.recordHint}</p>
        <Input.TextArea rows={8} aria-label={w.minutes} placeholder={w.minutes} maxLength={20_000} value={minutes} onChange={(e) => setMinutes(e.target.value)} />
        {lines.map((l, i) => (
          <div key={l.key} className="jmdraft">
            <Input aria-label={w.itemTitle({ n: i + 1 })} placeholder={w.itemTitle({ n: i + 1 })} maxLength={100} value={l.title} onChange={(e) => set(l.key, { title: e.target.value })} />
            <Select {...namedList(`${w.ownerPick} ${String(i + 1)}`)} placeholder={w.ownerPick} value={l.ownerId} onChange={(ownerId) => set(l.key, { ownerId })} options={owners} />
            <Day label={`${w.due} ${String(i + 1)}`} value={l.dueOn} onChange={(dueOn) => set(l.key, { dueOn: dueOn ?? '' })} />
            <button type="button" className="btn plain" aria-label={w.removeItem({ n: i + 1 })} onClick={() => setLines((all) => all.filter((x) => x.key !== l.key))}><Icon name="close" size={18} /></button>
            <Input className="wide" aria-label={`${w.itemDetail} ${String(i + 1)}`} placeholder={w.itemDetail} maxLength={1000} value={l.detail} onChange={(e) => set(l.key, { detail: e.target.value })} />
            {wrong(i) ? <p className="wide" role="alert" style={{ color: 'var(--late)', margin: 0 }}>{wrong(i)}</p> : null}
          </div>
        ))}
        <div className="jmacts">
          <button type="button" className="btn" onClick={() => setLines((all) => [...all, { key: Math.max(-1, ...all.map((x) => x.key)) + 1, title: '', detail: '', ownerId: null, dueOn: '' }])}><Icon name="add" size={18} />{w.addItem}</button>
          <button type="button" className="btn primary" disabled={!ready || record.busy} onClick={send}><Icon name="check" size={18} />{w.save}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button>
        </div>
      </div>
    </Card>
  );
}
