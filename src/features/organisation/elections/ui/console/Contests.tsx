import { useState } from 'react';
import { ask, Card, Chip, errorAt, Facts, Field, type Output, showDate, showSpan, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { contests, desk } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import { ResultView } from '../both/ResultView.tsx';
import '../elections.css';
import { words } from '../desk.words.ts';
import { VoteForm } from './VoteForm.tsx';

type Seen = Output<typeof desk.one>;
type Contest = Seen['contests'][number];
const CHANGED = [desk.one, desk.register] as const;
const FIGURES = ['present', 'issued', 'returned', 'invalid'] as const;
type Written = { key: string; name: string; votes: string };

/** What the tellers counted in the hall. */
function Figures({ of: c, close }: { of: Contest; close: () => void }) {
  const w = useWords(words);
  const known = new Map(c.votes.map((v) => [v.id ?? v.name, v.votes]));
  const [n, set] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries([...FIGURES.map((f) => [f, String(c[f] ?? (f === 'invalid' ? 0 : ''))]), ...c.candidates.map((x) => [x.id, String(known.get(x.id) ?? '')])]));
  const [written, setWritten] = useState<readonly Written[]>(() => c.votes.filter((v) => v.id === null).map((v) => ({ key: v.name, name: v.name, votes: String(v.votes) })));
  const [tellers, setTellers] = useState(c.tellers);
  const { act, busy, refusal } = useAct(contests.enter, { done: w.entered, refreshes: CHANGED, after: close });
  const whole = (text: string | undefined): number => Number(text ?? '') || 0;
  const names = written.filter((x) => x.name.trim() !== '');
  const send = (): void => act({ id: c.id, tellers, present: whole(n['present']), issued: whole(n['issued']), returned: whole(n['returned']), invalid: whole(n['invalid']), votes: [...c.candidates.map((x) => ({ id: x.id, name: x.name, votes: whole(n[x.id]) })), ...names.map((x) => ({ id: null, name: x.name.trim(), votes: whole(x.votes) }))] });
  const write = (i: number, more: Partial<Written>): void => setWritten(written.map((x, k) => (k === i ? { ...x, ...more } : x)));
  const at = c.candidates.length;
  return (
    <form className="elecform" onSubmit={(x) => { x.preventDefault(); send(); }}>
      {FIGURES.map((f) => <Field key={f} label={w[f]} inputMode="numeric" maxLength={7} value={n[f] ?? ''} error={errorAt(refusal, f)} onChange={(x) => set({ ...n, [f]: x.target.value })} />)}
      {c.candidates.map((x, i) => <Field key={x.id} label={w.votesOf({ name: x.name })} inputMode="numeric" maxLength={7} value={n[x.id] ?? ''} error={errorAt(refusal, `votes.${i}.votes`)} onChange={(y) => set({ ...n, [x.id]: y.target.value })} />)}
      {written.map((x, i) => [
        <Field key={`${x.key} name`} label={w.writeInName({ n: i + 1 })} maxLength={60} value={x.name} error={errorAt(refusal, `votes.${at + i}.name`)} onChange={(y) => write(i, { name: y.target.value })} />,
        <Field key={`${x.key} votes`} label={w.writeInVotes({ n: i + 1 })} inputMode="numeric" maxLength={7} value={x.votes} error={errorAt(refusal, `votes.${at + i}.votes`)} onChange={(y) => write(i, { votes: y.target.value })} />,
      ])}
      <Field label={w.tellers} maxLength={200} value={tellers} error={errorAt(refusal, 'tellers')} onChange={(x) => setTellers(x.target.value)} />
      {errorAt(refusal, 'votes') ? <p className="elecerror wide" role="alert">{errorAt(refusal, 'votes')}</p> : null}
      <div className="wide elecacts"><button type="button" className="btn" onClick={() => setWritten([...written, { key: `+${written.length}`, name: '', votes: '' }])}>{w.addWriteIn}</button><button type="submit" className="btn primary" disabled={busy || tellers.trim().length < 2}>{w.enter}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

function Standing({ of: c }: { of: Contest }) {
  const w = useWords(words);
  const language = useLocale();
  const state = c.outcome ? null : c.ballotState === 'announced' ? (c.keysReady ? w.prepared : w.keys) : c.ballotState === 'open' ? w.running : c.ballotState === 'closed' && c.result === null ? w.counting : c.result ? w.wouldBe : w.prepared;
  return (
    <>
      <p className="elecline">{state ? <Chip kind={c.ballotState === 'open' ? 'info' : 'warn'}>{state}</Chip> : null}<span className="note">{w[`method_${c.method}`]}</span>{c.ballotState === 'open' ? <span className="num">{w.givenOf({ given: c.given, all: c.entitled })}</span> : null}</p>
      <Facts of={[[w.heldOn, c.opensAt && c.closesAt ? showSpan(c.opensAt, c.closesAt, language) : showDate(c.heldOn, language)], [w.place, c.place], [w.entitled, c.entitled], [w.tellers, c.tellers]]} />
    </>
  );
}

function One({ of: c, e }: { of: Contest; e: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const [entering, setEntering] = useState(false);
  const [next, setNext] = useState(false);
  const open = useAct(contests.open, { done: w.running, refreshes: CHANGED });
  const close = useAct(contests.close, { done: w.counting, refreshes: CHANGED });
  const declare = useAct(contests.declare, { done: w.declared, refreshes: CHANGED });
  const leave = useAct(contests.leaveOpen, { done: w.leftOpen, refreshes: CHANGED });
  const may = (what: string): boolean => c.may.includes(what);
  const post = p[`post_${c.post}`];
  const sure = (title: string, yes: string, run: () => void) => () => void ask({ title, yes }).then((ok) => { if (ok) run(); });
  return (
    <Card title={`${post}${c.round > 1 ? ` · ${w.round({ n: c.round })}` : ''}`} aside={`${w.entitled} ${c.entitled}`}>
      <div className="elec">
        {c.outcome === null ? <Standing of={c} /> : null}
        {c.result ? <ResultView of={c.result} /> : null}
        {entering ? <Figures of={c} close={() => setEntering(false)} /> : null}
        <div className="elecacts noprint">
          {may('open') ? <button type="button" className="btn primary" disabled={open.busy} onClick={() => open.act({ id: c.id })}>{w.openVote}</button> : null}
          {may('close') ? <button type="button" className="btn" disabled={close.busy} onClick={sure(w.closeVote, w.closeVote, () => close.act({ id: c.id }))}>{w.closeVote}</button> : null}
          {may('enter') && !entering ? <button type="button" className="btn" onClick={() => setEntering(true)}>{w.enter}</button> : null}
          {may('declare') && !entering ? <button type="button" className="btn primary" disabled={declare.busy} onClick={sure(w.declareAsk({ post }), w.declare, () => declare.act({ id: c.id }))}>{w.declare}</button> : null}
          {may('leaveOpen') ? <button type="button" className="btn" disabled={leave.busy} onClick={sure(w.leaveOpen, w.leaveOpen, () => leave.act({ id: c.id }))}>{w.leaveOpen}</button> : null}
          {may('again') ? <button type="button" className="btn primary" onClick={() => setNext(true)}>{w.again}</button> : null}
        </div>
        {next ? <VoteForm of={e} to={{ kind: 'again', contestId: c.id }} close={() => setNext(false)} /> : null}
      </div>
    </Card>
  );
}

/** The votes of an election, those that run first. */
export function Contests({ of: e }: { of: Seen }) {
  return <>{e.contests.toSorted((a, b) => Number(a.outcome !== null) - Number(b.outcome !== null)).map((c) => <One key={`${c.id}${c.present ?? ''}`} of={c} e={e} />)}</>;
}
