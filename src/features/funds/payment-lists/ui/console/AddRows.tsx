import { Checkbox, Input, Modal, Table } from 'antd';
import { useEffect, useState } from 'react';
import { call, Icon, type Input as In, type Output, RefusedByServer, sendFile, showMoney, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';

type Typed = Required<In<typeof api.addRows>['rows'][number]>;
type Matched = Output<typeof api.matchRows>;
/** `n` tells rows apart while they are changed */
type Row = Typed & { readonly n: number };
type Shown = Row & { readonly at: number; readonly found: Matched['items'][number] | undefined };

const EMPTY: Typed = { staffNumber: '', name: '', amount: '', reason: '' };
const PER_PAGE = 8;
const STILL = 350;
const sentence = (why: unknown): string => (why instanceof RefusedByServer ? why.sentence : String(why));
let last = 0;
const numbered = (rows: readonly Typed[]): Row[] => rows.map((r) => ({ ...r, n: ++last }));

/** Asks whom the rows would pay, a moment after the last change. */
function useMatched(id: string, rows: readonly Row[]): Matched | null {
  const [found, setFound] = useState<{ readonly of: readonly Row[]; readonly answer: Matched } | null>(null);
  useEffect(() => {
    if (rows.length === 0) return undefined;
    const soon = setTimeout(() => {
      call(api.matchRows, { id, rows: rows.map(({ n: _, ...r }) => r) }).then((answer) => setFound({ of: rows, answer })).catch((why: unknown) => tell(sentence(why), 'bad'));
    }, STILL);
    return () => clearTimeout(soon);
  }, [id, rows]);
  return found && found.of === rows ? found.answer : null;
}

/** Where rows come from: pasted, uploaded, or typed one by one. */
function Sources({ id, take }: { id: string; take: (rows: readonly Typed[]) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const read = (answer: Promise<{ items: Typed[] }>): void => {
    setBusy(true);
    answer.then(({ items }) => { if (items.length === 0) tell(w.nothingRead, 'bad'); else { take(items); setText(''); } }).catch((why: unknown) => tell(sentence(why), 'bad')).finally(() => setBusy(false));
  };
  return (
    <div className="paysources">
      <Input.TextArea aria-label={w.paste} placeholder={w.paste} value={text} autoSize={{ minRows: 3, maxRows: 6 }} maxLength={200_000} onChange={(e) => setText(e.target.value)} />
      <div className="paysourceacts">
        <button type="button" className="btn" disabled={busy || text.trim() === ''} onClick={() => read(call(api.readText, { id, text }))}><Icon name="table" size={18} />{w.takePaste}</button>
        <label className="btn payfile"><Icon name="upload" size={18} />{w.upload}
          <input type="file" accept=".xlsx,.csv,.txt" disabled={busy} onChange={(e) => { const one = e.target.files?.[0]; if (one) read(sendFile(api.readRows, { id, name: one.name }, one)); e.target.value = ''; }} />
        </label>
        <button type="button" className="btn" onClick={() => take([EMPTY])}><Icon name="add" size={18} />{w.addRow}</button>
      </div>
    </div>
  );
}

function Rows({ rows, matched, change }: { rows: readonly Row[]; matched: Matched | null; change: (rows: Row[]) => void }) {
  const w = useWords(words);
  const [only, setOnly] = useState(false);
  const [reason, setReason] = useState('');
  const all = rows.map((r, at): Shown => ({ ...r, at, found: matched?.items[at] }));
  const faults = all.filter((r) => r.found?.fault);
  const put = (n: number, what: Partial<Typed>): void => change(rows.map((r) => (r.n === n ? { ...r, ...what } : r)));
  const field = (name: keyof Typed, label: string) => (_: unknown, r: Shown) => <Input size="small" aria-label={`${label} ${r.at + 1}`} value={r[name]} maxLength={name === 'reason' ? 200 : 40} onChange={(e) => put(r.n, { [name]: e.target.value })} />;
  return (
    <>
      <div className="payrowtools">
        <Input aria-label={w.sameReason} placeholder={w.sameReason} value={reason} maxLength={200} onChange={(e) => setReason(e.target.value)} />
        <button type="button" className="btn" disabled={reason.trim() === ''} onClick={() => change(rows.map((r) => (r.reason.trim() === '' ? { ...r, reason: reason.trim() } : r)))}>{w.fill}</button>
        {faults.length > 0 ? <Checkbox checked={only} onChange={(e) => setOnly(e.target.checked)}>{w.onlyFaults({ n: faults.length })}</Checkbox> : null}
        <button type="button" className="btn plain" onClick={() => change([])}>{w.clearRows}</button>
      </div>
      <Table<Shown> rowKey="n" size="small" dataSource={only && faults.length > 0 ? faults : all} pagination={{ pageSize: PER_PAGE, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }} rowClassName={(r) => (r.found?.fault ? 'payfault' : '')}
        columns={[
          { title: w.rowN, width: 52, render: (_, r) => <span className="num">{r.at + 1}</span> },
          { title: w.staff, width: 130, render: field('staffNumber', w.staff) },
          { title: w.person, width: 190, render: (_, r) => (r.found?.fault ? <span className="payfaulttext" role="alert">{r.found.fault}</span> : <span className="cell"><b>{r.found?.name ?? r.name}</b><small>{r.found?.unit}</small></span>) },
          { title: w.amount, width: 110, render: field('amount', w.amount) },
          { title: w.why, render: field('reason', w.why) },
          { title: '', width: 44, render: (_, r) => <button type="button" className="iconbtn" aria-label={w.removeRow({ n: r.at + 1 })} onClick={() => change(rows.filter((x) => x.n !== r.n))}><Icon name="remove" size={18} /></button> },
        ]} />
    </>
  );
}

/** Rows by hand: from wherever they come, checked as they stand, added all at once or none. */
export function AddRows({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [rows, setRows] = useState<Row[]>([]);
  const matched = useMatched(id, rows);
  const add = useAct(api.addRows, {
    refreshes: [api.list, api.lists, api.people], after: close,
    done: (out) => (out.already > 0 ? w.addedSome({ n: out.added, m: out.already }) : w.added({ n: out.added })),
  });
  const take = (more: readonly Typed[]): void => setRows([...rows.filter((r) => r.staffNumber !== '' || r.amount !== ''), ...numbered(more)]);
  const label = rows.length === 0 ? w.add : matched === null ? w.checking : matched.faults > 0 ? w.fixFirst({ n: matched.faults }) : w.addN({ n: rows.length, sum: showMoney(matched.totalFen) });
  return (
    <Modal open title={w.addTitle} width={900} okText={label} onCancel={close} onOk={() => add.act({ id, rows: rows.map(({ n: _, ...r }) => r) })} okButtonProps={{ disabled: matched === null || matched.faults > 0 || rows.length === 0 }} confirmLoading={add.busy}>
      <p className="note">{w.addHint}</p>
      <Sources id={id} take={take} />
      {rows.length === 0 ? null : <Rows rows={rows} matched={matched} change={setRows} />}
    </Modal>
  );
}
