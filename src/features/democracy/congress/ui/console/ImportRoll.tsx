import { Table } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Chip, DeskPage, Icon, type Output, RefusedByServer, sendFile, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import { roll } from '../../delegates.contract.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';

type Read = Output<typeof roll.readRoll>;
type Line = Read['items'][number] & { readonly n: number };

/** Takes an existing roll over from a sheet: read, looked at, then all rows at once. */
export default function ImportRoll() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const go = useNavigate();
  const { id = '' } = useParams();
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const take = useAct(roll.takeRoll, { done: (out) => w.taken({ n: out.added }), refreshes: [roll.list, api.term], after: () => void go(`/congress/terms/${id}?tab=roll`) });
  const open = (file: File): void => {
    setBusy(true);
    sendFile(roll.readRoll, { id, name: file.name }, file).then(setRead).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false));
  };
  const lines: Line[] = (read?.items ?? []).map((r, n) => ({ ...r, n }));
  const column = (title: string, name: 'staffNumber' | 'name' | 'constituency' | 'post' | 'class' | 'cardNumber') => ({ title, render: (_: unknown, r: Line) => r[name] });
  return (
    <DeskPage title={w.importTitle} crumbs={[{ title: w.tab_roll, to: `/congress/terms/${id}?tab=roll` }]}>
      <Card>
        <div className="congdesk">
          <p className="note">{w.importHint}</p>
          <label className="btn payfile" style={{ width: 'fit-content' }}><Icon name="upload" size={18} />{read ? w.chooseAgain : w.choose}<input type="file" hidden accept=".xlsx,.csv,.txt" disabled={busy} onChange={(e) => { const one = e.target.files?.[0]; if (one) open(one); e.target.value = ''; }} /></label>
          {read ? <div className="congacts"><b className="num" role="status">{w.rowsRead({ n: read.items.length, faults: read.faults })}</b><button type="button" className="btn primary" disabled={take.busy || read.faults > 0} onClick={() => take.act({ id, rows: read.items.map(({ fault: _, ...r }) => r) })}>{w.take({ n: read.items.length })}</button></div> : null}
        </div>
      </Card>
      {read ? <section className="panel"><Table<Line> rowKey="n" size="small" dataSource={lines} scroll={{ x: 'max-content' }} pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[column(kw.columnStaff, 'staffNumber'), column(kw.columnName, 'name'), column(kw.columnConstituency, 'constituency'), column(kw.columnPost, 'post'), column(kw.columnClass, 'class'), column(kw.columnCard, 'cardNumber'), { title: w.fault, render: (_, r) => (r.fault ? <Chip kind="late" icon="late">{r.fault}</Chip> : <Chip kind="ok" icon="check">{w.good}</Chip>) }]} /></section> : null}
    </DeskPage>
  );
}
