import { InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { ask, Card, Chip, errorAt, Field, FieldText, type Output, showMoney, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { settings as routes } from '../../settings.contract.ts';
import { words } from '../settings-ui.words.ts';
import type { Settings } from './Settings.tsx';

type Campaign = Output<typeof routes.settings>['campaigns'][number];
type Draft = { id?: string; version?: number; title: string; theme: string; fromDate: string | null; toDate: string | null; prizes: Campaign['prizes'] };
const NEW: Draft = { title: '', theme: '', fromDate: null, toDate: null, prizes: [{ place: 1, count: 1, amountFen: 100_000 }] };

function Prizes({ value, onChange }: { value: Draft['prizes']; onChange: (prizes: Draft['prizes']) => void }) {
  const w = useWords(words);
  const set = (place: number, change: object): void => onChange(value.map((p) => (p.place === place ? { ...p, ...change } : p)));
  return (
    <fieldset className="picks"><legend>{w.prizes}</legend>
      {value.map((p) => (
        <div key={p.place} className="setline">
          <b>{w.prize({ n: p.place })}</b>
          <InputNumber aria-label={`${w.prize({ n: p.place })} ${w.count}`} min={1} max={200} value={p.count} onChange={(n) => set(p.place, { count: n ?? 1 })} prefix={w.count} />
          <InputNumber aria-label={`${w.prize({ n: p.place })} ${w.amount}`} min={0} max={1_000_000} value={p.amountFen / 100} onChange={(n) => set(p.place, { amountFen: Math.round((n ?? 0) * 100) })} prefix={w.amount} />
          {p.place === value.length ? <button type="button" className="btn plain" onClick={() => onChange(value.slice(0, -1))}>{w.dropPrize({ n: p.place })}</button> : null}
        </div>
      ))}
      {value.length < 10 ? <button type="button" className="btn" onClick={() => onChange([...value, { place: value.length + 1, count: 1, amountFen: 50_000 }])}>{w.addPrize}</button> : null}
    </fieldset>
  );
}

function Editor({ unionId, draft, close }: { unionId: string; draft: Draft; close: () => void }) {
  const w = useWords(words);
  const [d, setD] = useState(draft);
  const { act, busy, refusal } = useAct(routes.saveCampaign, { refreshes: [routes.settings], done: w.saved, after: close });
  const whole = d.title.trim().length > 1 && d.theme.trim().length > 1 && d.fromDate !== null && d.toDate !== null;
  const save = (): void => {
    if (d.fromDate && d.toDate) act({ unionId, ...(d.id ? { id: d.id } : {}), ...(d.version ? { version: d.version } : {}), title: d.title, theme: d.theme, fromDate: d.fromDate, toDate: d.toDate, prizes: d.prizes });
  };
  return (
    <Modal open title={d.id ? w.editCampaign : w.newCampaign} onCancel={close} onOk={save} okText={w.save} cancelText={w.cancel} okButtonProps={{ disabled: !whole }} confirmLoading={busy} width={640}>
      <div className="setform">
        <Field label={w.title} value={d.title} maxLength={60} error={errorAt(refusal, 'title')} onChange={(e) => setD({ ...d, title: e.target.value })} />
        <FieldText label={w.theme} rows={3} maxLength={500} value={d.theme} error={errorAt(refusal, 'theme')} onChange={(e) => setD({ ...d, theme: e.target.value })} />
        <div className="setpair">
          <div className="field"><span>{w.from}</span><Day label={w.from} value={d.fromDate} onChange={(fromDate) => setD({ ...d, fromDate })} />{errorAt(refusal, 'fromDate') ? <p className="fielderror">{errorAt(refusal, 'fromDate')}</p> : null}</div>
          <div className="field"><span>{w.to}</span><Day label={w.to} value={d.toDate} onChange={(toDate) => setD({ ...d, toDate })} />{errorAt(refusal, 'toDate') ? <p className="fielderror">{errorAt(refusal, 'toDate')}</p> : null}</div>
        </div>
        <Prizes value={d.prizes} onChange={(prizes) => setD({ ...d, prizes })} />
      </div>
    </Modal>
  );
}

/** The day now in China, as legal days are counted. */
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Special campaigns with theme, window and prizes. */
export function CampaignsCard({ settings: s }: { settings: Settings }) {
  const w = useWords(words);
  const [draft, edit] = useState<Draft | null>(null);
  const { act } = useAct(routes.cancelCampaign, { refreshes: [routes.settings], done: w.cancelled });
  const cancel = async (c: Campaign): Promise<void> => {
    if (await ask({ title: w.cancelAsk({ title: c.title }), text: w.cancelHint, yes: w.cancelIt, danger: true })) act({ unionId: s.union.id, id: c.id });
  };
  const now = today();
  const stands = (c: Campaign) => (c.state === 'cancelled' ? <Chip>{w.cancelled}</Chip> : c.state === 'awarded' ? <Chip kind="gold">{w.awarded}</Chip> : now < c.fromDate ? <Chip kind="info">{w.coming}</Chip> : now > c.toDate ? <Chip>{w.over}</Chip> : <Chip kind="ok">{w.running}</Chip>);
  return (
    <Card title={w.campaigns}>
      {s.campaigns.length === 0 ? <p className="note">{w.noCampaigns}</p> : s.campaigns.map((c) => (
        <div key={c.id} className="setline">
          <span className="grow cell"><b>{c.title}</b><small>{[`${c.fromDate} – ${c.toDate}`, w.entries({ n: c.entries }), ...c.prizes.map((p) => `${w.prize({ n: p.place })} ${p.count}×${showMoney(p.amountFen)}`)].join(' · ')}</small></span>
          {stands(c)}
          {c.state === 'open' ? <><button type="button" className="btn plain" aria-label={`${w.edit} ${c.title}`} onClick={() => edit(c)}>{w.edit}</button><button type="button" className="btn plain" aria-label={`${w.cancelIt} ${c.title}`} onClick={() => void cancel(c)}>{w.cancelIt}</button></> : null}
        </div>
      ))}
      <div className="sugacts"><button type="button" className="btn" onClick={() => edit(NEW)}>{w.newCampaign}</button></div>
      {draft ? <Editor key={draft.id ?? 'new'} unionId={s.union.id} draft={draft} close={() => edit(null)} /> : null}
    </Card>
  );
}
