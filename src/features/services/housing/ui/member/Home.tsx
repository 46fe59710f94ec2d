import { Card, Chip, Empty, Loaded, LoadedPages, type Output, PhonePage, Row, showMoney, showTime, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { lookOf, PhaseChip, Standing } from '../both/looks.tsx';
import { words } from '../housing-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Mine = Output<typeof api.mine>['items'][number];
type Offer = Output<typeof api.allocations>['items'][number];

function Own({ of: m }: { of: Mine }) {
  const w = useWords(words);
  const language = useLocale();
  const note = m.dueAt !== null ? w.answerBy({ time: showTime(m.dueAt, language) }) : m.place !== null ? w.placeN({ n: m.place }) : m.number;
  return <Row icon="house" tint={m.standing === 'out' ? 'quiet' : 'union'} title={m.allocation} note={<span className="num">{note}</span>} to={`/housing/applications/${m.id}`} end={m.state === 'accepted' ? <Standing of={m.standing} /> : <Chip kind={lookOf(m.state)}>{m.stateWord}</Chip>} />;
}

function OnOffer({ of: a }: { of: Offer }) {
  const w = useWords(words);
  const language = useLocale();
  const note = [w.flatsN({ n: a.flats }), w.rentFrom({ from: showMoney(a.rentFrom) }), ...(a.phase === 'applying' ? [w.until({ time: showTime(a.closesAt, language) })] : [])].join(' · ');
  return <Row icon="hall" title={a.title} note={<span className="num">{note}</span>} to={`/housing/${a.id}`} end={<PhaseChip of={a.phase} />} />;
}

/** What I applied for and where I stand, and what the union gives out. */
export default function Home() {
  const w = useWords(words);
  const t = useWords(titles);
  const mine = useCall(api.mine, {});
  const offers = usePages(api.allocations, {});
  return (
    <PhonePage title={t.housing} up="/services">
      <Loaded from={mine} lines={2}>{(m) => (m.items.length > 0 ? <Card title={w.mine}>{m.items.map((x) => <Own key={x.id} of={x} />)}</Card> : null)}</Loaded>
      <Card title={w.onOffer}><LoadedPages from={offers} empty={<Empty icon="house" title={w.none} hint={w.noneHint} />}>{(items) => items.map((a) => <OnOffer key={a.id} of={a} />)}</LoadedPages></Card>
    </PhonePage>
  );
}
