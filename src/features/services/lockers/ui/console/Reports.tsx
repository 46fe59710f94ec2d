import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, DeskPage, Empty, type Output, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { Pictures } from '../both/Pictures.tsx';
import { words } from '../locker-ui.words.ts';
import { Tabs } from './Tabs.tsx';

type Row = Output<typeof desk.reports>['items'][number];
type How = 'mended' | 'replaced' | 'fine';
const KINDS = ['missing', 'broken', 'jammed', 'dirty'] as const;

function SettleForm({ row: r, close }: { row: Row; close: () => void }) {
  const w = useWords(words);
  const [how, setHow] = useState<How>(r.kind === 'missing' ? 'replaced' : 'mended');
  const [text, setText] = useState('');
  const { act, busy } = useAct(desk.settle, { done: w.settled, refreshes: [desk.reports, desk.cabinets, desk.cabinet], after: close });
  return (
    <Modal open title={`${w.settle} · ${r.label}`} onCancel={close} okText={w.settle} confirmLoading={busy} onOk={() => act({ id: r.id, how, text })}>
      <p className="note">{w.settleHint}</p>
      <Radio.Group aria-label={w.how} value={how} onChange={(e) => setHow(e.target.value as How)} options={(['mended', 'replaced', 'fine'] as const).map((h) => ({ value: h, label: w[`how_${h}`] }))} />
      <Input.TextArea aria-label={w.note} placeholder={w.note} maxLength={200} autoSize={{ minRows: 2 }} value={text} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}

/** What is missing, broken, jammed or dirty, and what became of it. */
export default function Reports() {
  const w = useWords(words);
  const language = useLocale();
  const [row, setRow] = useState<Row | null>(null);
  const list = useList<Row>('locker-reports', {
    filters: [{ kind: 'parts', name: 'open', label: w.state, options: [['yes', w.open], ['no', w.settledTab]] }, { kind: 'choose', name: 'kind', label: w.kind, options: KINDS.map((k) => [k, w[`kind_${k}`]] as const) }], more: ['cabinetId'],
    columns: {
      kind: { title: w.kind, width: 120, cell: (r) => <Chip kind={r.kind === 'dirty' ? 'warn' : 'late'}>{w[`kind_${r.kind}`]}</Chip> }, place: { title: w.place, cell: (r) => <span className="cell"><b><Link to={`/lockers/${r.cabinetId}`}>{r.place}</Link></b><small>{w.doorNo({ n: r.no })} {r.label}</small></span> },
      text: { title: w.describe, cell: (r) => <>{r.text} <Pictures files={r.photos} /></> }, by: { title: w.reportedBy, width: 170, cell: (r) => <span className="cell"><b>{r.reportedBy ?? w.byHouse}</b><small className="num">{showTime(r.reportedAt, language)}</small></span> },
      settled: { title: w.settledTab, cell: (r) => (r.settledAt === null ? null : <span className="cell"><b>{w[`how_${r.settledHow as How}`]} {r.settledNote}</b><small>{w.settledBy({ name: r.settledBy ?? '' })} {showTime(r.settledAt, language)}</small></span>) },
      acts: { title: w.acts, width: 100, cell: (r) => (r.may.includes('settle') ? <Button size="small" onClick={() => setRow(r)}>{w.settle}</Button> : null) },
    },
  });
  const rows = useRows(desk.reports, list, { every: 30_000 });
  return (
    <DeskPage title={w.reports} about={rows.total === undefined ? undefined : w.reportsAbout({ n: rows.total })} actions={<ListActions list={list} to={desk.exportReports} can="lockers.keep" />}>
      <Tabs />
      <ListPanel list={list} rows={rows} empty={<Empty icon="ok" title={w.noReports} hint={w.noReportsHint} />} />
      {row ? <SettleForm row={row} close={() => setRow(null)} /> : null}
    </DeskPage>
  );
}
