import { Select } from 'antd';
import { useState } from 'react';
import { Icon, RefusedByServer, tell, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { words } from '../roll.words.ts';

/** Chooses unions from whose members a roll is drawn. */
export function UnitsPick({ units, value, onChange, id }: { units: readonly { readonly id: string; readonly name: string; readonly people: number }[]; value?: string[]; onChange?: (ids: string[]) => void; id?: string }) {
  const w = useWords(words);
  return <Select mode="multiple" {...(id ? { id } : {})} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} {...namedList(w.chooseUnits)} placeholder={w.chooseUnits} value={value ?? []} onChange={(ids: string[]) => onChange?.(ids)} options={units.map((u) => ({ value: u.id, label: `${u.name} · ${w.peopleN({ n: u.people })}` }))} />;
}

type Line = { readonly staffNumber: string; readonly name: string; readonly fault: string | null };

/** Reads a sheet, says what is wrong in which row, and hands over what was read. */
export function SheetPick<R extends { readonly items: readonly Line[]; readonly faults: number }>({ send, take, hint }: { send: (file: File) => Promise<R>; take: (read: R) => void; hint: string }) {
  const w = useWords(words);
  const [read, setRead] = useState<R | null>(null);
  const [busy, setBusy] = useState(false);
  const open = (file: File): void => {
    setBusy(true);
    send(file).then((r) => { setRead(r); take(r); }).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false));
  };
  return (
    <div className="bal">
      <p className="balline"><label className="btn payfile"><Icon name="upload" size={18} />{w.sheet}<input type="file" className="unseen" accept=".xlsx,.csv,.txt" disabled={busy} onChange={(e) => { const one = e.target.files?.[0]; if (one) open(one); e.target.value = ''; }} /></label><span className="note">{hint}</span></p>
      {read ? <p role="status"><b className="num">{w.sheetRead({ n: read.items.length - read.faults, faults: read.faults })}</b></p> : null}
      {(read?.items ?? []).filter((r) => r.fault).slice(0, 20).map((r) => <p key={`${r.staffNumber} ${r.name}`} className="note">{[r.staffNumber, r.name].filter(Boolean).join(' ')} · {r.fault}</p>)}
    </div>
  );
}
