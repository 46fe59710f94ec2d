import { Button } from 'antd';
import { useState } from 'react';
import { Chip, DeskPage, Empty, type Output, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { ITEMS, LOAN_STATES } from '../../lockers.rules.ts';
import { loanTone, useItem } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';
import { ReasonForm } from './CabinetForms.tsx';
import { Tabs } from './Tabs.tsx';

type Row = Output<typeof desk.loans>['items'][number];
type Step = { readonly of: 'takeBack' | 'writeOff'; readonly row: Row } | null;
const REFRESHED = [desk.loans, desk.cabinets, desk.cabinet, desk.reports];

function Acts({ row: r, step }: { row: Row; step: (s: Step) => void }) {
  const w = useWords(words);
  const remind = useAct(desk.remind, { done: w.reminded });
  if (r.may.length === 0) return null;
  return (
    <span className="lkcare">
      <Button size="small" onClick={() => step({ of: 'takeBack', row: r })}>{w.takeBack}</Button>
      {r.state === 'out' ? null : <Button size="small" loading={remind.busy} onClick={() => remind.act({ id: r.id })}>{w.remind}</Button>}
      {r.state === 'out' ? null : <Button size="small" type="text" danger onClick={() => step({ of: 'writeOff', row: r })}>{w.writeOff}</Button>}
    </span>
  );
}

function Forms({ step, close }: { step: NonNullable<Step>; close: () => void }) {
  const w = useWords(words);
  const takeBack = useAct(desk.takeBack, { done: w.takenBack, refreshes: REFRESHED, after: close });
  const writeOff = useAct(desk.writeOff, { done: w.writtenOff, refreshes: REFRESHED, after: close });
  if (step.of === 'takeBack') return <ReasonForm title={w.takeBack} hint={w.takeBackHint} busy={takeBack.busy} close={close} send={(text) => takeBack.act({ id: step.row.id, text })} />;
  return <ReasonForm title={w.writeOff} hint={w.writeOffHint} danger busy={writeOff.busy} close={close} send={(text) => writeOff.act({ id: step.row.id, text })} />;
}

/** Who has or had what: missing and overdue loans first. */
export default function Loans() {
  const w = useWords(words);
  const language = useLocale();
  const item = useItem();
  const [step, setStep] = useState<Step>(null);
  const time = (at: string | null) => (at ? <span className="num">{showTime(at, language)}</span> : null);
  const list = useList<Row>('locker-loans', {
    filters: [{ kind: 'find', name: 'text', label: w.findLoan }, { kind: 'choose', name: 'state', label: w.anyState, options: LOAN_STATES.map((s) => [s, w[`loan_${s}`]] as const) }, { kind: 'choose', name: 'item', label: w.anyItem, options: ITEMS.map((i) => [i, item(i)] as const) }],
    columns: {
      item: { title: w.item, cell: (r) => <span className="cell"><b>{r.label}</b><small>{item(r.item)}</small></span> }, place: { title: w.place, cell: (r) => <span className="cell"><b>{r.place}</b><small>{w.doorNo({ n: r.no })}</small></span> },
      borrower: { title: w.borrower, cell: (r) => <span className="cell"><b>{r.name}</b><small>{r.unit}</small></span> }, state: { title: w.state, width: 110, cell: (r) => <Chip kind={loanTone(r.state)}>{r.daysLate > 0 ? w.lateDays({ n: r.daysLate }) : w[`loan_${r.state}`]}</Chip> },
      lent: { title: w.lent, width: 130, cell: (r) => time(r.lentAt) }, due: { title: w.due, width: 130, cell: (r) => time(r.dueAt) }, ended: { title: w.ended, width: 130, extra: true, cell: (r) => time(r.endedAt) }, note: { title: w.note, extra: true, cell: (r) => r.note },
      acts: { title: w.acts, width: 210, cell: (r) => <Acts row={r} step={setStep} /> },
    },
  });
  const rows = useRows(desk.loans, list, { every: 30_000 });
  return (
    <DeskPage title={w.loans} about={rows.total === undefined ? undefined : w.loansAbout({ n: rows.total })} actions={<ListActions list={list} to={desk.exportLoans} can="lockers.keep" />}>
      <Tabs />
      <ListPanel list={list} rows={rows} empty={<Empty icon="box" title={w.noLoanRows} hint={w.noLoanRowsHint} />} />
      {step ? <Forms step={step} close={() => setStep(null)} /> : null}
    </DeskPage>
  );
}
