import { Link, useParams } from 'react-router';
import { Card, Chip, Empty, Facts, Icon, Loaded, type Output, PhonePage, Row, showDate, showTime, StepBar, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import { Person } from '../both/Person.tsx';
import { ResultView } from '../both/ResultView.tsx';
import '../elections.css';
import { words } from '../phone.words.ts';

type Seen = Output<typeof mine.one>;
type Contest = Seen['contests'][number];
const KIND = { confirmed: 'ok', annulled: 'late', calledOff: 'quiet', voting: 'info' } as const;

function Head({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const term = e.termFrom && e.termTo ? w.newTerm({ from: showDate(e.termFrom, language), to: showDate(e.termTo, language) }) : '';
  return (
    <Card title={e.union} aside={e.kind === 'renewal' ? w.term({ n: e.term }) : `${p.kind_byElection} ${p[`post_${e.post}`]}`}>
      <p className="elecline"><Chip kind={(KIND as Partial<Record<string, 'ok' | 'late' | 'quiet' | 'info'>>)[e.state] ?? 'warn'}>{e.stateWord}</Chip></p>
      {e.place >= 0 ? <StepBar steps={e.places} at={e.place} /> : null}
      {e.reserved ? <p className="note">{w.reserved}</p> : null}
      <Facts of={[[e.electedOn ? p.columnElected : p.columnPlanned, showDate(e.electedOn ?? e.plannedOn, language)], [w.endsOn, e.termTo ? null : e.endsOn ? showDate(e.endsOn, language) : null], [w.years, e.kind === 'renewal' ? w.yearsN({ n: e.termYears }) : null], ...e.posts.map((x) => [p[`post_${x.post}`], w.seatsN({ n: x.seats })] as const)]} />
      {term ? <p>{term}</p> : null}
      {e.about ? <p className="note">{e.about}</p> : null}
      {e.state === 'resultReported' ? <p className="note">{w.waitsAbove}</p> : null}
    </Card>
  );
}

function Nominees({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const back = useAct(mine.takeBack, { done: w.takenBack, refreshes: [mine.one, mine.list] });
  const proposing = e.state === 'nominating';
  return (
    <>
      {e.publicityTo && e.state === 'publicity' ? <Card><p>{w.publicUntil({ day: showDate(e.publicityTo, language) })}</p>{e.publicityPlace ? <p className="note">{w.shownAt} · {e.publicityPlace}</p> : null}</Card> : null}
      {e.nominees.length === 0 && proposing ? <Card><Empty icon="people" title={w.noNominees} hint={w.noNomineesHint} /></Card> : null}
      {e.posts.map((x) => {
        const some = e.nominees.filter((n) => n.post === x.post);
        return some.length === 0 ? null : (
          <Card key={x.post} title={`${proposing ? w.nominees : w.candidates} · ${p[`post_${x.post}`]}`} aside={w.seatsN({ n: x.seats })}>
            {some.map((n) => <Person key={n.id} of={n} note={proposing ? (n.support === 0 ? w.byGroup : w.supportN({ n: n.support })) : null} end={proposing && n.byMe ? <button type="button" className="btn plain" disabled={back.busy} aria-label={`${w.takeBack} ${n.name}`} onClick={() => back.act({ id: e.id, nomineeId: n.id })}>{w.takeBack}</button> : null} />)}
          </Card>
        );
      })}
    </>
  );
}

function VoteLine({ of: c, id }: { of: Contest; id: string }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const title = `${p[`post_${c.post}`]}${c.round > 1 ? ` · ${w.round({ n: c.round })}` : ''}`;
  const hall = c.method === 'online' ? '' : c.place ? w.inHall({ day: showDate(c.heldOn, language), place: c.place }) : w.inHallPlain({ day: showDate(c.heldOn, language) });
  const device = c.ballotState === 'announced' && c.opensAt ? w.opensAt({ time: showTime(c.opensAt, language) }) : c.ballotState === 'open' && c.closesAt ? w.until({ time: showTime(c.closesAt, language) }) : '';
  const may = c.may.includes('vote');
  const note = !c.onRoll ? w.notOnRoll : [device, hall, c.method === 'mixed' && c.ballotState === 'open' && !may && !c.voted ? w.tookPaper : '', ['closed', 'declared'].includes(c.ballotState ?? '') ? w.closed : ''].filter(Boolean).join(' · ');
  const end = c.voted ? <Chip kind="ok" icon="check">{w.voted}</Chip> : may ? <Chip kind="warn">{w.vote}</Chip> : null;
  return <Row icon="vote" tint={may && !c.voted ? 'union' : 'quiet'} title={title} note={note} end={end} {...(c.ballotId && c.onRoll ? { to: `/elections/${id}/votes/${c.ballotId}` } : {})} />;
}

function Votes({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const running = e.contests.filter((c) => c.outcome === null);
  return (
    <>
      {running.length > 0 && e.state === 'voting' ? <Card title={w.votes}>{running.map((c) => <VoteLine key={c.id} of={c} id={e.id} />)}</Card> : null}
      {e.elected.length > 0 ? <Card title={w.elected}>{e.elected.map((s) => <Row key={s.id} icon="check" tint="ok" title={s.name} note={p[`post_${s.post}`]} end={<span className="num">{w.votesN({ n: s.votes })}</span>} />)}</Card> : null}
      {e.contests.filter((c) => c.result).map((c) => <Card key={c.id} title={`${w.result} · ${p[`post_${c.post}`]}${c.round > 1 ? ` · ${w.round({ n: c.round })}` : ''}`}>{c.result ? <ResultView of={c.result} /> : null}</Card>)}
    </>
  );
}

/** One election on the phone: where it stands, proposing, candidates, votes, the result. */
export default function Election() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(mine.one, { id });
  const propose = one.data?.may.includes('propose') && one.data.posts.some((x) => x.left > 0);
  return (
    <PhonePage title={w.title} up="/elections" {...(propose ? { foot: <Link className="btn primary" to={`/elections/${id}/propose`}><Icon name="add" size={18} />{w.propose}</Link> } : {})}>
      <Loaded from={one} lines={8}>{(e) => <div className="elec"><Head of={e} /><Votes of={e} /><Nominees of={e} /></div>}</Loaded>
    </PhonePage>
  );
}
