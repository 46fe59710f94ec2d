import { Button, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, showMoney, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import type { OfYear, YearView } from './Year.tsx';

type Honour = YearView['honours'][number];

function TakeBack({ honour, close }: { honour: Honour; close: () => void }) {
  const w = useWords(words);
  const [why, write] = useState('');
  const { act, busy } = useAct(api.withdraw, { refreshes: [api.year], after: close });
  return (
    <Modal open title={w.reallyWithdraw} okText={w.withdraw} cancelText={w.cancel} confirmLoading={busy} okButtonProps={{ danger: true, disabled: why.trim().length < 2 }} onOk={() => act({ id: honour.id, why })} onCancel={close}>
      <p>{[honour.title || honour.unit, honour.person, showMoney(honour.amountFen)].filter(Boolean).join(' · ')}</p>
      <Input.TextArea aria-label={w.why} placeholder={w.why} value={why} maxLength={200} rows={3} onChange={(e) => write(e.target.value)} />
    </Modal>
  );
}

/** What was given for a year, what of it is paid, and what was taken back. */
export function Given({ of: y }: OfYear) {
  const w = useWords(words);
  const [taking, take] = useState<Honour | null>(null);
  const kind = { bestSuggestion: w.kind_bestSuggestion, bestUnit: w.kind_bestUnit, specialist: w.kind_specialist, campaign: w.kind_campaign };
  const paid = { none: w.state_none, listed: w.state_listed, paid: w.state_paid };
  return (
    <section className="panel honours" aria-label={w.given}>
      <h2>{w.given}</h2>
      <Table<Honour> rowKey="id" size="middle" dataSource={[...y.honours]} scroll={{ x: 'max-content' }} locale={{ emptyText: <p className="note">{w.noneGiven}</p> }} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'kind', title: w.year, render: (_, h) => kind[h.kind] },
          { key: 'what', title: w.suggestion, render: (_, h) => (h.suggestionId ? <Link to={`/suggestions/${h.suggestionId}`}>{h.title}</Link> : h.unit) },
          { key: 'unit', title: w.unit, render: (_, h) => h.unit },
          { key: 'person', title: w.payee, render: (_, h) => h.person },
          { key: 'amount', title: w.amount, align: 'right', className: 'num', render: (_, h) => showMoney(h.amountFen) },
          { key: 'paid', title: w.place, render: (_, h) => (h.withdrawn === null ? <Chip kind={h.paid === 'paid' ? 'ok' : 'info'}>{paid[h.paid]}</Chip> : <span className="note">{w.withdrawn({ why: h.withdrawn })}</span>) },
          { key: 'act', title: '', render: (_, h) => (y.mayHonour && h.withdrawn === null ? <Button size="small" onClick={() => take(h)}>{w.withdraw}</Button> : null) },
        ]} />
      {taking ? <TakeBack honour={taking} close={() => take(null)} /> : null}
    </section>
  );
}
