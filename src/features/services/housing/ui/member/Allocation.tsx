import { Link, useParams } from 'react-router';
import { Card, Chip, Facts, Icon, Loaded, type Output, PhonePage, Row, showList, showMoney, showSpan, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { lookOf, PhaseChip } from '../both/looks.tsx';
import { words } from '../housing-ui.words.ts';

type Seen = Output<typeof api.allocation>;

function Flats({ of: a }: { of: Seen }) {
  const w = useWords(words);
  return (
    <Card title={`${w.flats} · ${w.flatsN({ n: a.flats })}`}>
      {a.items.map((f) => <Row key={f.no} icon="house" title={`${f.estate} ${f.label}`} note={<span className="num">{[w.roomsN({ n: f.rooms }), w.areaN({ n: (f.area / 100).toFixed(1) }), w.perMonth({ amount: showMoney(f.rentFen) })].join(' · ')}</span>} end={<Chip kind={lookOf(f.state)}>{w[`flat_${f.state}`]}</Chip>} />)}
    </Card>
  );
}

function Shown({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      <Card title={a.title} aside={<PhaseChip of={a.phase} />}>
        <p className="housetext">{a.about}</p>
        <Facts of={[
          [w.applyTimes, <span key="t" className="num">{showSpan(a.opensAt, a.closesAt, language)}</span>], [w.tenancyOf, w.monthsN({ n: a.tenancyMonths })], [w.answerIn, w.hoursN({ n: a.answerHours })],
          [w.declinesRule, a.declinesOut ? w.declineOut({ n: a.declinesAtMost }) : w.declineEnd({ n: a.declinesAtMost })], [w.documents, showList(a.documents)], [w.waitingAll, <span key="w" className="num">{a.waiting}</span>],
        ]} />
      </Card>
      <Card><Row icon="people" title={w.published} note={w.publishedAbout} to={`/housing/${a.id}/list`} /></Card>
      <Flats of={a} />
    </>
  );
}

/** What is given out, by which rules, with the flats and the published waiting list. */
export default function Allocation() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const seen = useCall(api.allocation, { id });
  const a = seen.data;
  const foot = a?.may.includes('apply') ? <Link className="btn primary" to={`/housing/${id}/apply`}><Icon name="edit" size={20} />{w.apply}</Link> : a?.mine ? <Link className="btn primary" to={`/housing/applications/${a.mine.id}`}>{w.openMine}</Link> : undefined;
  return <PhonePage title={a?.union ?? ''} up="/housing" foot={foot}><Loaded from={seen} lines={8}>{(x) => <Shown of={x} />}</Loaded></PhonePage>;
}
