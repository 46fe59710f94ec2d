import { useState } from 'react';
import { plainYuan, readYuan } from '#shared/money';
import { Basis, Chip, DeskPage, Empty, errorAt, Field, type Output, showMoney, useAct, useAddress, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows, Year } from '../../../../../web/kit/desk.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../clubs.css';

type Answer = Output<typeof desk.grants>;
type Row = Answer['items'][number];
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

function Budget({ of: b, year, may }: { of: Answer['budgets'][number]; year: number; may: boolean }) {
  const w = useWords(words);
  const [text, setText] = useState(b.budgetFen === null ? '' : plainYuan(BigInt(b.budgetFen)));
  const { act, busy, refusal } = useAct(desk.setBudget, { done: w.budgetSet, refreshes: [desk.grants] });
  const read = readYuan(text);
  return (
    <div className="tile">
      <small>{w.budgetOf({ union: b.union, n: b.clubs })}</small>
      <b className="num">{b.budgetFen === null ? w.noBudget : showMoney(b.budgetFen)}</b>
      <i className="num">{w.grantedSum} {showMoney(b.grantedFen)} · {w.spentSum} {showMoney(b.spentFen)}{b.budgetFen === null ? '' : ` · ${w.leftSum} ${showMoney(b.budgetFen - b.grantedFen)}`}</i>
      {may ? <details className="clubfold noprint"><summary>{w.setBudget}</summary><form className="fields" onSubmit={(e) => { e.preventDefault(); if (read.ok) act({ unionId: b.unionId, year, amountFen: Number(read.fen) }); }}><Field label={w.yuan} inputMode="decimal" maxLength={14} value={text} error={errorAt(refusal, 'amountFen')} onChange={(e) => setText(e.target.value)} /><button type="submit" className="btn" disabled={busy || !read.ok}>{w.setBudget}</button></form></details> : null}
    </div>
  );
}

/** Grants of a year, with totals against the budgets; a row opens the club's money. */
export default function Grants() {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const say = useSay();
  const [chosen, choose] = useAddress('year');
  const year = Number(chosen) || thisYear();
  const amount = (fen: number | null) => (fen === null ? '' : <span className="num">{showMoney(fen)}</span>);
  const columns: Columns<Row> = {
    name: { title: kw.columnName, cell: (r) => <span className="cell"><b>{r.name}</b><small>{kw[`category_${r.category}`]}{r.state === 'suspended' ? <> <Chip kind="warn">{kw.state_suspended}</Chip></> : null}</small></span> }, union: { title: kw.columnUnion, width: 180, cell: (r) => r.union }, members: { title: kw.columnMembers, width: 80, align: 'right', cell: (r) => <span className="num">{r.members}</span> },
    usual: { title: kw.columnUsual, width: 130, align: 'right', cell: (r) => amount(r.usualFen) }, last: { title: kw.columnLast, width: 130, align: 'right', cell: (r) => amount(r.lastFen) }, grant: { title: kw.columnGrant, width: 130, align: 'right', cell: (r) => <b>{amount(r.grantFen)}</b> },
    spent: { title: kw.columnSpent, width: 130, align: 'right', cell: (r) => amount(r.spentFen) }, left: { title: kw.columnLeft, width: 130, align: 'right', cell: (r) => (r.leftFen < 0 ? <Chip kind="late">{showMoney(r.leftFen)}</Chip> : amount(r.leftFen)) },
    account: { title: kw.columnAccount, width: 90, extra: true, cell: (r) => r.account }, note: { title: kw.columnNote, extra: true, cell: (r) => r.note },
  };
  const list = useList<Row>('club-grants', { filters: [], columns });
  const rows = useRows(desk.grants, list, { also: { year } });
  const may = rows.answer?.may.includes('grant') ?? false;
  return (
    <DeskPage title={say(titles.grants)} about={w.yearOf({ year })} actions={<><Year label={w.year} value={year} onChange={(y) => choose(String(y))} /><ListActions list={list} to={desk.exportGrants} can="clubs.export" also={{ year }} /></>}>
      <div className="tiles">{(rows.answer?.budgets ?? []).map((b) => <Budget key={`${b.unionId} ${year} ${b.budgetFen}`} of={b} year={year} may={may} />)}</div>
      <ListPanel list={list} rows={rows} open={(r) => `/clubs/${r.id}?tab=money`} empty={<Empty icon="wallet" title={w.grantsEmpty} />} />
      {rows.items[0] ? <Basis>{w.usualOf({ name: rows.items[0].name })} {rows.items[0].basis.join('')}</Basis> : null}
    </DeskPage>
  );
}
