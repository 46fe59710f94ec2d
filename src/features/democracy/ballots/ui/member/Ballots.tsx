import { Card, Chip, Empty, Loaded, type Output, PhonePage, Row, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../ballots.contract.ts';
import '../ballots.css';
import { STATE_CHIP, words } from '../phone.words.ts';
import { words as titles } from '../screens.words.ts';

type One = Output<typeof api.mine>['items'][number];

function Line({ of }: { of: One }) {
  const w = useWords(words);
  const language = useLocale();
  const waits = of.may.includes('vote') && !of.voted;
  const when = of.state === 'announced' && of.opensAt ? w.from({ time: showTime(of.opensAt, language) }) : of.state === 'open' && of.closesAt ? w.until({ time: showTime(of.closesAt, language) }) : '';
  return <Row icon="vote" tint={waits ? 'union' : 'quiet'} title={of.title} note={[of.union, w[`level_${of.level}`], when].filter(Boolean).join(' · ')} end={<Chip kind={waits ? 'warn' : STATE_CHIP[of.state]}>{waits ? w.waiting : of.state === 'open' && of.voted ? w.voted : w[`state_${of.state}`]}</Chip>} to={of.path} />;
}

/** Votes in which one is on the roll: what waits, what runs, what is over. */
export default function Ballots() {
  const w = useWords(words);
  const title = useWords(titles).mine;
  const mine = useCall(api.mine, {});
  return (
    <PhonePage title={title} up="/services">
      <Loaded from={mine} lines={6}>
        {({ items }) => {
          const groups = [
            [w.waiting, items.filter((b) => b.may.includes('vote') && !b.voted)], [w.running, items.filter((b) => b.state === 'open' && b.voted)],
            [w.coming, items.filter((b) => b.state === 'announced')], [w.over, items.filter((b) => ['closed', 'declared', 'void'].includes(b.state) || (b.state === 'open' && !b.voted && !b.may.includes('vote')))],
          ] as const;
          return items.length === 0 ? <Card><Empty icon="vote" title={w.none} hint={w.noneHint} /></Card> : <div className="bal">{groups.map(([name, list]) => (list.length > 0 ? <Card key={name} title={name}>{list.map((b) => <Line key={b.id} of={b} />)}</Card> : null))}</div>;
        }}
      </Loaded>
    </PhonePage>
  );
}
