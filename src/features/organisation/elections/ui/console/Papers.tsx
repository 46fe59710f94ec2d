import { useParams } from 'react-router';
import { Facts, Loaded, ON_PAPER, type Output, showDate, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { desk } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import { ResultView } from '../both/ResultView.tsx';
import '../elections.css';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';

type Seen = Output<typeof desk.one>;
const WHICH = ['plan', 'candidates', 'ballot', 'tellers', 'result', 'reply'] as const;
type Which = (typeof WHICH)[number];

function Signs({ of }: { of: readonly string[] }) {
  return <table className="signs"><tbody>{of.map((s) => <tr key={s}><td style={{ width: 160 }}>{s}</td><td /></tr>)}</tbody></table>;
}

function Request({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const day = (d: string | null): string => (d ? showDate(d, language) : '—');
  const slots = { day: day(e.plannedOn), party: e.party || '—', reply: e.partyReply || '—', partyOn: day(e.partyOn) };
  return (
    <>
      <p>{w.dear({ union: e.above })}</p>
      <p>{e.kind === 'renewal' ? w.planText({ ...slots, ends: day(e.endsOn), assembly: w[`assembly_${e.assembly}`], n: e.term }) : w.fillText({ ...slots, post: p[`post_${e.post}`], n: e.posts[0]?.seats ?? 1 })}</p>
      <Facts of={[...e.posts.map((x) => [p[`post_${x.post}`], x.seats] as const), [w.method, w[`method_${e.method}`]], [w.membersWomen, `${e.members} / ${e.women}`], [w.preparers, e.preparers], [w.timing, p[`timing_${e.timing}`]], [w.reason, e.reason], [w.aboutPlan, e.about]]} />
      <p>{w.planAsk}</p><p className="right">{e.union}</p>
    </>
  );
}

function Notice({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const ph = useWords(phone);
  const language = useLocale();
  const stand = e.nominees.filter((n) => n.standing === 'candidate');
  return (
    <>
      {e.publicityFrom && e.publicityTo ? <p>{w.noteText({ from: showDate(e.publicityFrom, language), to: showDate(e.publicityTo, language) })}</p> : null}
      {e.posts.filter((x) => stand.some((n) => n.post === x.post)).map((x) => (
        <div key={x.post}><h2>{p[`post_${x.post}`]}</h2>
          <table><thead><tr><th>{w.no}</th><th>{w.name}</th><th>{w.sexColumn}</th><th>{w.unit}</th><th>{w.job}</th><th>{w.words}</th></tr></thead>
            <tbody>{stand.filter((n) => n.post === x.post).map((n, i) => <tr key={n.id}><td>{i + 1}</td><td>{n.name}</td><td>{n.sex === 'female' ? ph.female : n.sex === 'male' ? ph.male : ''}</td><td>{n.unit}</td><td>{n.job}</td><td>{n.about}</td></tr>)}</tbody></table></div>
      ))}
      <p className="right">{e.union}</p>
    </>
  );
}

function BallotPapers({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const blanks = [1, 2];
  return <>{e.contests.map((c) => <div key={c.id}><h2>{p[`post_${c.post}`]}{c.round > 1 ? ` · ${w.round({ n: c.round })}` : ''}</h2><table><thead><tr><th style={{ width: 90 }}>{w.mark}</th><th>{w.name}</th></tr></thead><tbody>{c.candidates.map((x) => <tr key={x.id}><td /><td>{x.name}</td></tr>)}{blanks.map((b) => <tr key={b}><td /><td>{w.writeIn}</td></tr>)}</tbody></table><p>{w.ballotHint({ n: c.seats })}</p></div>)}</>;
}

function Count({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  return <>{e.contests.filter((c) => c.result).map((c) => <div key={c.id}><h2>{p[`post_${c.post}`]}{c.round > 1 ? ` · ${w.round({ n: c.round })}` : ''}</h2><p>{[showDate(c.heldOn, language), c.place, c.tellers].filter(Boolean).join(' · ')}</p>{c.result ? <ResultView of={c.result} /> : null}<Signs of={[w.sign_tellers, w.sign_counters, w.date]} /></div>)}</>;
}

function Elected({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  return <table><thead><tr><th>{w.post}</th><th>{w.name}</th><th>{w.seatVotes}</th></tr></thead><tbody>{e.elected.map((s) => <tr key={s.id}><td>{p[`post_${s.post}`]}</td><td>{s.name}</td><td>{s.votes}</td></tr>)}</tbody></table>;
}

function Body({ of: e, which }: { of: Seen; which: Which }) {
  const w = useWords(words);
  const language = useLocale();
  if (which === 'plan') return <Request of={e} />;
  if (which === 'candidates') return <Notice of={e} />;
  if (which === 'ballot') return <BallotPapers of={e} />;
  if (which === 'tellers') return <Count of={e} />;
  if (e.elected.length === 0) return <p>{w.notYet}</p>;
  if (which === 'result') return <><p>{w.dear({ union: e.above })}</p><p>{w.resultText({ day: e.electedOn ? showDate(e.electedOn, language) : '—', assembly: w[`assembly_${e.assembly}`] })}</p><Elected of={e} /><p className="right">{e.union}</p></>;
  return <><p>{w.dear({ union: e.union })}</p><p>{e.termFrom && e.termTo ? w.replyText({ from: showDate(e.termFrom, language), to: showDate(e.termTo, language) }) : w.replyPlain}</p><Elected of={e} /><p className="right">{e.above}</p><p className="right">{e.resultDocument}</p></>;
}

/** The papers of an election, one by one or as its file. */
export default function Papers() {
  const { id = '', which = 'all' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const one = useCall(desk.one, { id });
  const some = which === 'all' ? WHICH : WHICH.filter((x) => x === which);
  return (
    <Paper title={w[`paper_${(WHICH as readonly string[]).includes(which) ? (which as Which) : 'all'}`]} back={`/elections/${id}`}>
      <Loaded from={one} lines={10}>{(e) => (
        <div className="elecpaper">
          {some.map((x) => <section key={x}><h1>{w[`paper_${x}`]}</h1><Body of={e} which={x} /></section>)}
          {which === 'all' ? <section><h1>{w.story}</h1><table><tbody>{e.events.map((v) => <tr key={v.id}><td>{showTime(v.at, language, ON_PAPER)}</td><td>{v.word}</td><td>{[v.by, v.text].filter(Boolean).join(' · ')}</td></tr>)}</tbody></table></section> : null}
        </div>
      )}</Loaded>
    </Paper>
  );
}
