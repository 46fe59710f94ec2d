import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { Chip, Empty, Field, Icon, type Output, RefusedByServer, saveFile, tell, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';

type View = Output<typeof api.import>;
type Row = Output<typeof api.rows>['items'][number];
type Show = 'bad' | 'taken' | 'all' | 'kept';
const PER_PAGE = 20;
const KIND = { new: 'ok', added: 'ok', update: 'info', updated: 'info', same: 'quiet', elsewhere: 'warn', rejected: 'late' } as const;

function Reasons({ of }: { of: Row }) {
  const w = useWords(words);
  return (
    <ul className="why">
      {of.outcome === 'elsewhere' ? <li>{w.elsewhereIn({ union: of.other })}</li> : null}
      {of.undo === 'kept' ? <li>{w.undoKept}</li> : null}
      {of.notes.map((n) => <li key={`${n.field}${n.sentence}`} className={n.stops ? '' : 'soft'}><b>{n.fieldWord}</b> {n.sentence}</li>)}
    </ul>
  );
}

/** The report to save: the original rows with their reasons; numbers in full only with a purpose. */
function Report({ of, rows }: { of: View; rows: 'bad' | 'all' }) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const save = (format: 'xlsx' | 'csv', open: boolean): void => {
    setBusy(true);
    saveFile(api.report, { id: of.id, format, rows, open, purpose }, `${of.fileName}.${format}`)
      .then(() => setAsking(false))
      .catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <button type="button" className="btn" disabled={busy} onClick={() => save('xlsx', false)}><Icon name="download" size={18} />{w.report}</button>
      <button type="button" className="btn plain" disabled={busy} onClick={() => save('csv', false)}>{w.reportCsv}</button>
      {of.unmask ? <button type="button" className="btn plain" aria-expanded={asking} onClick={() => setAsking(!asking)}><Icon name="key" size={16} />{w.reportOpen}</button> : null}
      {asking ? (
        <div className="rosterpurpose">
          <Field label={w.purpose} placeholder={w.purposeHint} value={purpose} maxLength={200} onChange={(e) => setPurpose(e.target.value)} />
          <button type="button" className="btn primary" disabled={busy || purpose.trim().length < 2} onClick={() => save('xlsx', true)}>{w.reportOpen}</button>
        </div>
      ) : null}
    </>
  );
}

/** Row by row: those with problems first, each with its reasons. */
export function RowsTable({ of, reason }: { of: View; reason: string | null }) {
  const w = useWords(words);
  const [show, setShow] = useState<Show>(of.result.kept > 0 ? 'kept' : 'bad');
  const [page, setPage] = useState(1);
  const at = reason === null ? page : Math.max(1, page);
  const list = useCall(api.rows, { id: of.id, show: reason === null ? show : 'bad', ...(reason === null ? {} : { reason }), limit: PER_PAGE, offset: (at - 1) * PER_PAGE }, { keepWhileChanging: true });
  const choices: { value: Show; label: string }[] = [
    { value: 'bad', label: w.showBad }, { value: 'taken', label: of.state === 'previewed' ? w.showTaken : w.added }, { value: 'all', label: w.showAll }, ...(of.result.kept > 0 ? [{ value: 'kept' as const, label: w.showKept }] : []),
  ];
  return (
    <section className="panel rosterrows" aria-label={w.rows}>
      <h2>{w.rows}</h2>
      <div className="tools">
        <Segmented<Show> aria-label={w.rows} options={choices} value={show} onChange={(s) => { setShow(s); setPage(1); }} />
        {of.may.includes('report') ? <Report of={of} rows={show === 'bad' ? 'bad' : 'all'} /> : null}
      </div>
      <Table<Row> rowKey="row" size="small" loading={list.isPending} dataSource={[...(list.data?.items ?? [])]} scroll={{ x: 'max-content' }} locale={{ emptyText: <Empty icon="ok" title={show === 'bad' ? w.nothingBad : w.noRows} /> }}
        pagination={{ current: at, pageSize: PER_PAGE, total: list.data?.total ?? 0, showSizeChanger: false, hideOnSinglePage: true, onChange: setPage }}
        columns={[
          { title: w.row, key: 'row', width: 72, render: (_, r) => <span className="num">{r.row}</span> },
          { title: w.name, key: 'name', render: (_, r) => <span className="cell"><b>{r.name}</b><small>{r.union}</small></span> },
          { title: w.outcome, key: 'outcome', render: (_, r) => <Chip kind={KIND[r.outcome]}>{r.outcomeWord}</Chip> },
          { title: w.why, key: 'why', render: (_, r) => <Reasons of={r} /> },
          { title: w.idNumber, key: 'id', render: (_, r) => <span className="num">{r.idNumber}</span> },
          { title: w.phone, key: 'phone', render: (_, r) => <span className="num">{r.phone}</span> },
        ]} />
    </section>
  );
}
