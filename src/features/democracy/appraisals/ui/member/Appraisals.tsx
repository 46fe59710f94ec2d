import { Card, Chip, Empty, Loaded, type Output, PhonePage, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../appraisals.contract.ts';
import { STATE_CHIP } from '../both/looks.tsx';
import { words } from '../phone.words.ts';

type One = Output<typeof mine.list>['items'][number];

function Line({ of }: { of: One }) {
  const w = useWords(words);
  const waits = of.state === 'open' && of.rater && !of.voted;
  const chip = of.dutyWaits ? w.dutyWaits : waits ? w.rate : of.state === 'open' && of.voted ? w.rated : w[`state_${of.state}`];
  return <Row icon="star" tint={waits || of.dutyWaits ? 'union' : 'quiet'} title={of.title} note={[of.union, w.year({ n: of.year }), of.leader ? w.lead : ''].filter(Boolean).join(' · ')} end={<Chip kind={waits || of.dutyWaits ? 'warn' : STATE_CHIP[of.state]}>{chip}</Chip>} to={`/appraisals/${of.id}`} />;
}

/** Appraisals in which one rates or is appraised. */
export default function Appraisals() {
  const w = useWords(words);
  const list = useCall(mine.list, {});
  return <PhonePage title={w.title} up="/services"><Loaded from={list} lines={6}>{({ items }) => <Card>{items.length === 0 ? <Empty icon="star" title={w.none} hint={w.noneHint} /> : items.map((a) => <Line key={a.id} of={a} />)}</Card>}</Loaded></PhonePage>;
}
