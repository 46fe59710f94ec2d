import { useState } from 'react';
import { ask, Chip, Deadline, DeskPage, Empty, type Output, refresh, showDate, showList, showMoney, tell, useAct, useLive, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../savings.contract.ts';
import { KINDS } from '../../savings.rules.ts';
import { words as savingWords } from '../../savings.words.ts';
import { stateKind, useMade } from '../both/SavingFacts.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../savings.css';

type Row = Output<typeof api.register>['items'][number];
const STATES = ['entered', 'withFinance', 'counted', 'refused', 'withdrawn'] as const;
const MONTHS_BACK = 18;

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const kw = useWords(savingWords);
  const language = useLocale();
  const made = useMade();
  return {
    number: { title: w.number, extra: true, width: 130, cell: (r) => <span className="num">{kw.prefix} {r.number}</span> },
    title: { title: w.what, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{kw.prefix} {r.number}{r.double ? <> <Chip kind="warn" icon="copy">{w.double}</Chip></> : null}</small></span> },
    kind: { title: w.kind, width: 90, cell: (r) => kw[`kind_${r.kind}`] },
    unit: { title: w.unit, width: 190, cell: (r) => <span className="cell">{r.unit}<small>{r.post}</small></span> },
    author: { title: w.who, width: 130, cell: (r) => (r.people > 1 ? w.andOthers({ name: r.author, n: r.people }) : r.author) },
    made: { title: w.made, width: 170, cell: (r) => <span className="num">{made(r)}</span> },
    amount: { title: w.amount, width: 130, align: 'right', cell: (r) => <b className="num">{showMoney(r.totalFen)}</b> },
    state: { title: w.state, width: 120, cell: (r) => <Chip kind={stateKind(r.state)}>{r.stateWord}</Chip> },
    due: { title: w.due, width: 120, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : '') },
    entered: { title: w.entered, width: 100, extra: true, cell: (r) => <span className="num">{showDate(r.enteredOn, language)}</span> },
  };
}

const months = (): string[] => {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return Array.from({ length: MONTHS_BACK }, (_, i) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - i, 1)).toISOString().slice(0, 7));
};

function useFilters(): Filter[] {
  const w = useWords(words);
  const kw = useWords(savingWords);
  return [
    { kind: 'find', name: 'text', label: w.find },
    { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, kw[s]]) },
    { kind: 'choose', name: 'kind', label: w.anyKind, options: KINDS.map((k) => [k, kw[`kind_${k}`]]) },
    { kind: 'choose', name: 'month', label: w.month, options: months().map((m) => [m, m]) },
    { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
    { kind: 'tick', name: 'double', label: w.onlyDouble },
  ];
}

/** What can be done with the ticked ones. */
function Bulk({ chosen, choose, rows }: { chosen: readonly string[]; choose: (ids: string[]) => void; rows: readonly Row[] }) {
  const w = useWords(words);
  const { actNow, busy } = useAct(api.verifyMany, { refreshes: [api.register, api.saving] });
  if (chosen.length === 0) return null;
  const fen = rows.filter((r) => chosen.includes(r.id)).reduce((sum, r) => sum + r.totalFen, 0);
  const verify = async (): Promise<void> => {
    if (!(await ask({ title: w.verifyAsk({ n: chosen.length }), text: w.verifyHint, yes: w.verifyTicked }))) return;
    const out = await actNow({ ids: [...chosen] });
    if (out === undefined) return;
    const left = out.skipped.length > 0 ? ` ${w.leftN({ n: out.skipped.length, why: showList([...new Set(out.skipped.map((s) => s.why))]) })}` : '';
    tell(`${w.verifiedN({ n: out.verified, m: out.passed })}${left}`);
    choose(out.skipped.map((s) => s.id));
  };
  return (
    <>
      <span className="num">{w.ticked({ n: chosen.length, amount: showMoney(fen) })}</span>
      <button type="button" className="btn primary" disabled={busy} onClick={() => void verify()}>{w.verifyTicked}</button>
      <button type="button" className="btn plain" onClick={() => choose([])}>{w.none}</button>
    </>
  );
}

/** Every saving of the unions I read them for, newest first; several are verified at once. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const [chosen, choose] = useState<readonly string[]>([]);
  const list = useList<Row>('savings', { filters: useFilters(), columns: useColumns(), more: ['postId', 'personId'] });
  const rows = useRows(api.register, list);
  useLive(() => void refresh(api.register));
  const about = rows.answer ? w.registerAbout({ n: rows.answer.total, amount: showMoney(rows.answer.countedFen) }) : undefined;
  const bulk = chosen.length > 0 ? <Bulk chosen={chosen} choose={choose} rows={rows.items} /> : undefined;
  return (
    <DeskPage title={say(titles.register)} about={about} actions={<ListActions list={list} to={api.exportRegister} can="savings.export" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/savings/${r.id}`} ticks={{ chosen, choose, can: (r) => r.may.includes('verify'), label: (r) => w.tick({ title: r.title }) }} bulk={bulk}
        empty={<Empty icon="money" title={w.empty} hint={w.emptyHint} />} />
    </DeskPage>
  );
}
