import { useState } from 'react';
import { Basis, Card, Chip, Empty, errorAt, Facts, Field, FieldText, LoadedPages, type Output, showDate, showSentences, useAct, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import { recalls, roll } from '../../delegates.contract.ts';
import { Findings } from '../both/Findings.tsx';
import { words } from '../desk-ui.words.ts';
import type { Term } from './TermPage.tsx';

type One = Output<typeof recalls.list>['items'][number];
const NUMBERS = ['issued', 'returned', 'approvals', 'invalid'] as const;

function Vote({ of: r, close }: { of: One; close: () => void }) {
  const w = useWords(words);
  const [n, set] = useState<Readonly<Record<string, string>>>({ invalid: '0' });
  const [on, setOn] = useState(r.proposedOn);
  const [statement, setStatement] = useState('');
  const { act, busy, refusal } = useAct(recalls.vote, { done: w.recallDone, refreshes: [recalls.list, roll.list, api.term], after: close });
  const whole = (key: string): number => Number(n[key] ?? '') || 0;
  return (
    <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: r.id, on, statement, issued: whole('issued'), returned: whole('returned'), approvals: whole('approvals'), invalid: whole('invalid') }); }}>
      {NUMBERS.map((f) => <Field key={f} label={w[f]} inputMode="numeric" maxLength={7} value={n[f] ?? ''} error={errorAt(refusal, f)} onChange={(e) => set({ ...n, [f]: e.target.value })} />)}
      <div><span className="conglabel">{w.votedOn}</span><Day label={w.votedOn} value={on} onChange={(d) => setOn(d ?? on)} />{errorAt(refusal, 'on') ? <p className="congerror" role="alert">{errorAt(refusal, 'on')}</p> : null}</div>
      <div className="wide"><FieldText label={w.statement} rows={2} maxLength={1000} value={statement} onChange={(e) => setStatement(e.target.value)} /></div>
      <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy}>{w.voteRecall}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

function Shown({ of: r }: { of: One }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  const [voting, setVoting] = useState(false);
  const withdraw = useAct(recalls.withdraw, { done: w.recallWithdrawn, refreshes: [recalls.list] });
  return (
    <Card title={`${r.name} · ${r.constituency}`} aside={w.electors({ n: r.entitled })}>
      <div className="congdesk">
        <div className="congacts">{r.outcome ? <Chip kind={r.outcome === 'passed' ? 'late' : 'quiet'}>{kw[`recall_${r.outcome}`]}</Chip> : <Chip kind="info">{w.proposersN({ n: r.proposers })}</Chip>}<span className="note num">{showDate(r.proposedOn, language)}</span></div>
        <p>{r.reason}</p>
        {r.votedOn ? <Facts of={[[w.votedOn, showDate(r.votedOn, language)], [w.issued, r.issued], [w.returned, r.returned], [w.approvals, r.approvals], [w.invalid, r.invalid], [w.statement, r.statement]]} /> : null}
        {r.findings.length > 0 ? <Findings of={r.findings} /> : null}
        {r.basis.length > 0 ? <Basis>{showSentences(r.basis)}</Basis> : null}
        {voting ? <Vote of={r} close={() => setVoting(false)} /> : r.may.includes('vote') ? <div className="congacts noprint"><button type="button" className="btn primary" onClick={() => setVoting(true)}>{w.voteRecall}</button><button type="button" className="btn" disabled={withdraw.busy} onClick={() => withdraw.act({ id: r.id })}>{w.withdrawRecall}</button></div> : null}
      </div>
    </Card>
  );
}

/** Recalls of delegates, open ones first. */
export function Recalls({ term: t }: { term: Term }) {
  const w = useWords(words);
  const list = usePages(recalls.list, { id: t.id });
  return <LoadedPages from={list} empty={<Card><Empty icon="people" title={w.noRecalls} hint={w.noRecallsHint} /></Card>}>{(items) => <div className="congdesk">{items.map((r) => <Shown key={r.id} of={r} />)}</div>}</LoadedPages>;
}
