import { Card, Chip, Empty, Loaded, type Output, PhonePage, Row, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import { words } from '../phone.words.ts';
import '../elections.css';

type One = Output<typeof mine.list>['items'][number];
const OVER: readonly string[] = ['confirmed', 'annulled', 'calledOff'];

function Line({ of: e }: { of: One }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const what = e.kind === 'renewal' ? w.term({ n: e.term }) : `${p.kind_byElection} ${p[`post_${e.post}`]}`;
  const when = e.electedOn ? w.held({ day: showDate(e.electedOn, language) }) : OVER.includes(e.state) ? '' : w.planned({ day: showDate(e.plannedOn, language) });
  return <Row icon="vote" tint={e.waits === 'none' ? 'quiet' : 'union'} title={e.union} note={[what, when].filter(Boolean).join(' · ')} end={<Chip kind={e.waits === 'none' ? 'quiet' : 'warn'}>{e.waits === 'vote' ? w.waitsVote : e.waits === 'nominate' ? w.waitsNominate : e.stateWord}</Chip>} to={`/elections/${e.id}`} />;
}

/** Elections of the unions I belong to. */
export default function List() {
  const w = useWords(words);
  const list = useCall(mine.list, {});
  return (
    <PhonePage title={w.title} up="/services">
      <Loaded from={list} lines={6}>{({ items }) => (items.length === 0 ? <Card><Empty icon="vote" title={w.none} hint={w.noneHint} /></Card> : (
        <div className="elec">{([[w.running, items.filter((e) => !OVER.includes(e.state))], [w.over, items.filter((e) => OVER.includes(e.state))]] as const).map(([title, some]) => (some.length > 0 ? <Card key={title} title={title}>{some.map((e) => <Line key={e.id} of={e} />)}</Card> : null))}</div>
      ))}</Loaded>
    </PhonePage>
  );
}
