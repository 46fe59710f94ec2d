import { Button, InputNumber, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Chip, showMoney, showNumber, showShare, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Month } from '../../../../../web/kit/desk.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import type { OfYear, YearView } from './Year.tsx';

type Unit = YearView['units'][number];

function GiveUnit({ unionId, year, of: y, unit, close }: OfYear & { unit: Unit; close: () => void }) {
  const w = useWords(words);
  const payees = y.payees.filter((p) => p.unitId === unit.id);
  const [month, setMonth] = useState(unit.month ?? `${year}-12`);
  const [payroll, setPayroll] = useState<number | null>(unit.payrollFen === null ? null : unit.payrollFen / 100);
  const [payee, setPayee] = useState<string | undefined>(payees[0]?.personId);
  const { act, busy } = useAct(api.bestUnit, { refreshes: [api.year], after: (out) => { close(); tell(w.done({ n: out.given })); } });
  const fen = payroll === null ? null : Math.round(payroll * 100);
  return (
    <Modal open title={`${w.giveUnit} · ${unit.name}`} okText={w.ok} cancelText={w.cancel} confirmLoading={busy} okButtonProps={{ disabled: fen === null || !payee }} onCancel={close}
      onOk={() => { if (fen !== null && payee) act({ unionId, year, unitId: unit.id, month, payrollFen: fen, payeeId: payee }); }}>
      <div className="honourform">
        <div className="labelled"><span>{w.payrollMonth}</span><Month label={w.payrollMonth} value={month} onChange={setMonth} /></div>
        <div className="labelled"><span>{w.payroll}</span><InputNumber aria-label={w.payroll} min={0} precision={2} value={payroll} onChange={setPayroll} style={{ width: '100%' }} /></div>
        <div className="labelled"><span>{w.payee}</span><Select aria-label={w.payee} value={payee} onChange={setPayee} options={[...new Map(payees.map((p) => [p.personId, { value: p.personId, label: p.name }])).values()]} style={{ width: '100%' }} /></div>
      </div>
      <p className="note num">{w.award}：{fen === null ? '—' : showMoney(Math.round((fen * y.unitShare.num) / y.unitShare.den))}</p>
    </Modal>
  );
}

/** The units with what their year came to; the best of them get a share of a month's payroll. */
export function Units(props: OfYear) {
  const { of: y } = props;
  const w = useWords(words);
  const [giving, give] = useState<Unit | null>(null);
  const best = y.honours.filter((h) => h.kind === 'bestUnit' && h.withdrawn === null);
  const number = (n: number) => showNumber(n);
  return (
    <section className="panel honours" aria-label={w.units}>
      <div className="honourhead"><h2>{w.units}</h2><span className="note num">{w.unitsAside({ given: best.length, count: y.unitCount, share: showShare(y.unitShare.num / y.unitShare.den) })}</span></div>
      <Table<Unit> rowKey="id" size="middle" dataSource={[...y.units]} scroll={{ x: 'max-content' }} pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'name', title: w.unit, render: (_, u) => u.name },
          { key: 'valid', title: w.valid, align: 'right', className: 'num', render: (_, u) => number(u.valid) },
          { key: 'started', title: w.started, align: 'right', className: 'num', render: (_, u) => number(u.started) },
          { key: 'completed', title: w.completed, align: 'right', className: 'num', render: (_, u) => number(u.completed) },
          { key: 'benefit', title: w.benefit, align: 'right', className: 'num', render: (_, u) => showMoney(u.benefitFen) },
          { key: 'act', title: '', render: (_, u) => (best.some((h) => h.unit === u.name) ? <Chip kind="ok">{w.chosen}</Chip> : <Button size="small" disabled={best.length >= y.unitCount} onClick={() => give(u)}>{w.giveUnit}</Button>) },
        ]} />
      {giving ? <GiveUnit {...props} unit={giving} close={() => give(null)} /> : null}
    </section>
  );
}
