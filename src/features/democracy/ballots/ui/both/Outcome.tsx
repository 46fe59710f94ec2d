import { Basis, Card, Chip, Facts, type Output, showList, showSentences, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../ballots.contract.ts';
import '../ballots.css';
import { words } from '../phone.words.ts';

type Full = Pick<Output<typeof api.one>, 'result' | 'state' | 'why' | 'basis'>;
const GOOD = ['passed', 'elected', 'counted'];

/** A result with the sums it rests on. */
export function Outcome({ of }: { of: Full }) {
  const w = useWords(words);
  const language = useLocale();
  const r = of.result;
  if (r === null) return null;
  const isVoid = of.state === 'void';
  return (
    <Card title={w.result} aside={of.state === 'closed' ? w.undeclared : undefined}>
      <p className={`balsum ${isVoid || !GOOD.includes(r.verdict) ? 'late' : 'ok'}`}>{isVoid ? w.verdict_void : w[`verdict_${r.verdict}`]}</p>
      {isVoid && of.why ? <p className="note">{w.why({ why: of.why })}</p> : null}
      {r.fails ? <p className="note">{r.fails}</p> : null}
      {r.motion ? <Facts of={[[w.for, w.votes({ n: r.motion.for })], [w.against, w.votes({ n: r.motion.against })], [w.abstain, w.votes({ n: r.motion.abstain })]]} /> : null}
      {r.poll ? <ul className="balchecks">{r.poll.options.map((o) => <li key={o.text}><div className="balline"><b>{o.text}</b><span className="num">{w.votes({ n: o.votes })}</span></div><div className="balbar"><i style={{ width: `${(100 * o.votes) / Math.max(1, r.returned)}%` }} /></div></li>)}</ul> : null}
      {r.election ? (
        <ul className="balchecks">
          {r.election.standings.map((s) => <li key={s.name + s.group}><div className="balline"><b>{s.place}. {s.name}</b>{s.group ? <span className="note">{s.group}</span> : null}{s.elected ? <Chip kind="ok" icon="check">{w.elected}</Chip> : null}</div><span className="note">{w.line({ for: s.for, against: s.against, abstain: s.abstain })} · {s.worked}</span></li>)}
        </ul>
      ) : null}
      {r.election?.next ? <p className="note">{w.nextRound({ names: showList(r.election.next.names, language), n: r.election.next.seats })}</p> : null}
      <ul className="balchecks">{r.lines.map((l) => <li key={l.rule} className={l.holds ? '' : 'no'}><span>{l.rule}</span><b className="num">{l.worked}</b></li>)}</ul>
      <Facts of={[[w.entitled, r.entitled], [w.issued, r.issued], [w.returned, r.returned], [w.valid, r.valid], [w.invalid, r.invalid]]} />
      {of.basis.length > 0 ? <Basis>{showSentences(of.basis, language)}</Basis> : null}
    </Card>
  );
}
