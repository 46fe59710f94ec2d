import { Select, Table } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Card, DeskPage, type Input, Loaded, type Output, RefusedByServer, saveFile, showList, showNumber, showSentences, tell, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { importApi } from '../../register-import.contract.ts';
import { words } from '../register-ui.words.ts';
import '../work.css';
import { StateChip } from './Imports.tsx';

type View = Output<typeof importApi.import>;
type Mapping = Input<typeof importApi.map>['mapping'];
const WORKING: readonly string[] = ['checking', 'running', 'undoing'];
const REFRESHES = [importApi.import, importApi.rows, importApi.imports];
/** Days for which an import can be undone. */
const DAYS = 30;

function Actions({ of }: { of: View }) {
  const w = useWords(words);
  const confirm = useAct(importApi.confirm, { done: w.confirmed, refreshes: REFRESHES });
  const cancel = useAct(importApi.cancel, { done: w.cancelled, refreshes: REFRESHES });
  const undo = useAct(importApi.undo, { done: w.undoBegun, refreshes: REFRESHES });
  const confirmNow = async (): Promise<void> => { if (await ask({ title: w.confirmTitle({ n: of.good }), text: w.confirmText({ bad: of.bad, days: DAYS }), yes: w.confirm({ n: of.good }) })) confirm.act({ id: of.id, count: of.good }); };
  const undoNow = async (): Promise<void> => { if (await ask({ title: w.undoTitle, text: w.undoText, yes: w.undo, danger: true })) undo.act({ id: of.id }); };
  const fetchBad = (): void => void saveFile(importApi.report, { id: of.id }, `${of.fileName.replace(/\.\w{1,5}$/, '')}-${w.problems}.xlsx`).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  return (
    <>
      {of.may.includes('report') ? <button type="button" className="btn" onClick={fetchBad}>{w.download}</button> : null}
      {of.may.includes('cancel') ? <button type="button" className="btn" disabled={cancel.busy} onClick={() => cancel.act({ id: of.id })}>{w.cancel}</button> : null}
      {of.may.includes('undo') ? <button type="button" className="btn" disabled={undo.busy} onClick={() => void undoNow()}>{w.undo}</button> : null}
      {of.may.includes('confirm') ? <button type="button" className="btn primary" disabled={confirm.busy} onClick={() => void confirmNow()}>{w.confirm({ n: of.good })}</button> : null}
    </>
  );
}

function Columns({ of }: { of: View }) {
  const w = useWords(words);
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({});
  const { act, busy } = useAct(importApi.map, { refreshes: REFRESHES, after: () => setChosen({}) });
  const fieldOf = (c: View['columns'][number]): string | null => (c.column in chosen ? (chosen[c.column] ?? null) : c.field);
  const mapping = Object.fromEntries(of.columns.flatMap((c) => { const field = fieldOf(c); return field ? [[field, c.column]] : []; })) as Mapping;
  const missing = of.fields.filter((f) => f.needed && !(f.field in mapping));
  const choose = (column: number, field: string | null): void => {
    const others = field === null ? [] : of.columns.filter((c) => c.column !== column && fieldOf(c) === field).map((c) => [c.column, null] as const);
    setChosen({ ...chosen, ...Object.fromEntries(others), [column]: field });
  };
  const editable = of.may.includes('map');
  return (
    <Card title={w.columns}>
      {missing.length > 0 ? <p className="workwarn" role="status">{w.missing({ fields: showList(missing.map((f) => f.word)) })}</p> : null}
      <Table<View['columns'][number]> rowKey="column" size="small" dataSource={[...of.columns]} pagination={false} scroll={{ x: 'max-content' }}
        columns={[
          { title: w.heading, key: 'heading', render: (_, c) => c.heading }, { title: w.examples, key: 'examples', render: (_, c) => <span className="note">{c.examples.join(' · ')}</span> },
          { title: w.meaning, key: 'field', width: 220, render: (_, c) => (editable
            ? <Select aria-label={`${w.meaning}: ${c.heading}`} size="small" style={{ width: 200 }} value={fieldOf(c) ?? ''} onChange={(f: string) => choose(c.column, f === '' ? null : f)} options={[{ value: '', label: w.notTaken }, ...of.fields.map((f) => ({ value: f.field as string, label: f.word }))]} />
            : (of.fields.find((f) => f.field === c.field)?.word ?? <span className="note">{w.notTaken}</span>)) },
        ]} />
      {editable && (Object.keys(chosen).length > 0 || of.state === 'read') ? <div className="workacts"><button type="button" className="btn primary" disabled={busy || missing.length > 0} onClick={() => act({ id: of.id, mapping })}>{w.recheck}</button></div> : null}
    </Card>
  );
}

function Problems({ of }: { of: View }) {
  const w = useWords(words);
  const rows = useCall(importApi.rows, { id: of.id, limit: 50 });
  const items = rows.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={w.problems} aside={of.reasons.map((r) => `${r.sentence} ${showNumber(r.count)}`).join(' · ')}>
      <Table<(typeof items)[number]> rowKey="id" size="small" dataSource={[...items]} pagination={false} scroll={{ x: 'max-content' }}
        columns={[
          { title: w.row, key: 'row', width: 60, render: (_, r) => <span className="num">{r.row}</span> }, { title: w.title, key: 'title', render: (_, r) => r.title },
          { title: w.what, key: 'what', render: (_, r) => showSentences(r.notes.map((n) => w.atField({ field: n.field, sentence: n.sentence }))) }, { title: '', key: 'taken', width: 120, render: (_, r) => (r.taken ? w.put : w.stays) },
        ]} />
    </Card>
  );
}

const Tile = ({ name, n, late = false }: { name: string; n: number; late?: boolean }) => <div className="tile"><small>{name}</small><b className={`num ${late ? 'late' : ''}`}>{showNumber(n)}</b></div>;

function Body({ of }: { of: View }) {
  const w = useWords(words);
  const total = of.state === 'running' ? of.good : of.state === 'undoing' ? of.taken : of.rows;
  const share = total === 0 ? 0 : Math.min(100, Math.round((100 * of.done) / total));
  return (
    <div className="workcard">
      {WORKING.includes(of.state) ? (
        <Card><div className="workhead"><b>{w[`state_${of.state}`]}</b><span className="num">{w.progress({ done: showNumber(of.done), total: showNumber(total) })}</span></div>
          <div className="workbar" role="progressbar" aria-label={w[`state_${of.state}`]} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share}><i style={{ width: `${share}%` }} /></div><p className="note">{w.leave}</p></Card>
      ) : null}
      {of.state === 'undone' ? <p className="workwarn">{w.undoneLine({ removed: of.removed, kept: of.kept })}</p> : null}
      {of.good + of.bad > 0 ? <div className="tiles"><Tile name={w.good} n={of.good} /><Tile name={w.bad} n={of.bad} late={of.bad > 0} /><Tile name={w.unmatched} n={of.unmatched} /><Tile name={w.taken} n={of.taken} /></div> : null}
      {of.bad > 0 && !of.erased ? <Problems key={of.state} of={of} /> : null}
      <Columns key={of.state} of={of} />
    </div>
  );
}

/** One import of a register: its columns, its preview, its progress, its undoing. */
export default function ImportPage() {
  const { id = '' } = useParams();
  const [open, setOpen] = useState(true);
  const one = useCall(importApi.import, { id }, open ? { every: 1000 } : {});
  const working = one.data === undefined || WORKING.includes(one.data.state);
  if (working !== open) setOpen(working);
  return (
    <Loaded from={one}>
      {(i) => <DeskPage title={i.fileName} about={<>{i.union} · {i.author} <StateChip of={i} /></>} actions={<Actions of={i} />}><Body of={i} /></DeskPage>}
    </Loaded>
  );
}
