import { Card, Chip, Empty, LoadedPages, type Output, PhonePage, Row, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { words as congressWords } from '../../congress.words.ts';
import { mine } from '../../my.contract.ts';
import '../congress.css';
import { words } from '../congress-ui.words.ts';

type Body = Output<typeof mine.congress>['items'][number];

function Delegates({ of: b }: { of: Body }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  if (b.form === 'meeting') return <p className="note">{w.meeting}</p>;
  if (b.constituency === '') return <p className="note">{w.noConstituency}</p>;
  return (
    <>
      <p className="note">{w.constituency({ name: b.constituency })}</p>
      {b.delegates.length === 0 ? <p className="note">{w.noDelegate}</p> : b.delegates.map((d) => <Row key={d.id} icon="people" tint={d.me ? 'union' : 'info'} title={d.name} note={d.contact || w.noContact} end={d.me ? <Chip kind="union">{w.me}</Chip> : <small className="note">{kw[`post_${d.post}`]}</small>} {...(d.me && b.cardId ? { to: `/congress/cards/${b.cardId}` } : {})} />)}
    </>
  );
}

function One({ of: b }: { of: Body }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Card title={b.body} aside={b.stage === 'prepared' ? w.prepared : b.union}>
      <p className="note num">{w.termOf({ n: b.number, from: showDate(b.beganOn, language), to: showDate(b.endsOn, language) })}</p>
      <Delegates of={b} />
      {b.cardId ? <Row icon="card" tint="gold" title={w.myCard} to={`/congress/cards/${b.cardId}`} /> : null}
      {b.elections.map((e) => <Row key={e.id} icon="vote" tint={e.open ? 'warn' : 'ok'} title={w.election} note={w.electionOn({ day: showDate(e.heldOn, language), n: e.seats })} end={<Chip kind={e.open ? 'warn' : 'ok'}>{e.open ? w.openNow : w.closed}</Chip>} to={`/congress/elections/${e.id}`} />)}
      {b.form === 'congress' ? <Row icon="people" title={w.allDelegates({ n: b.seats })} to={`/congress/terms/${b.termId}`} /> : null}
    </Card>
  );
}

/** Who represents me: in each body of my unions, with ways to reach them. */
export default function MyCongress() {
  const w = useWords(words);
  const list = usePages(mine.congress, {});
  return <PhonePage title={w.title} up="/services"><LoadedPages from={list} empty={<Empty icon="hall" title={w.none} hint={w.noneHint} />}>{(items) => <>{items.map((b) => <One key={b.termId} of={b} />)}</>}</LoadedPages></PhonePage>;
}
