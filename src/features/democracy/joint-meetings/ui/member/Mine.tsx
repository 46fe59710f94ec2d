import { Card, Chip, Empty, Loaded, type Output, PhonePage, Row, showDate, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { words } from '../joint-ui.words.ts';

type Mine = Output<typeof api.mine>;

/** Minutes to agree, what is asked of one's side, and what one owns. */
export function WaitingRows({ of }: { of: Mine['waiting'] }) {
  const w = useWords(words);
  const language = useLocale();
  return <>{of.map((x) => <Row key={x.id} icon={x.kind === 'meeting' ? 'hall' : 'tasks'} tint={x.kind === 'own' ? 'info' : 'union'} title={x.title} note={[w[`waiting_${x.kind}`], ...(x.dueOn ? [showDate(x.dueOn, language)] : [])].join(' · ')} to={x.kind === 'meeting' ? `/joint-meetings/meetings/${x.id}` : `/joint-meetings/items/${x.id}`} />)}</>;
}

function Shown({ of: m }: { of: Mine }) {
  const w = useWords(words);
  const language = useLocale();
  if (m.items.length === 0) return <Card><Empty icon="swap" title={w.none} hint={w.noneHint} /></Card>;
  return (
    <>
      {m.waiting.length > 0 ? <Card title={w.waiting}><WaitingRows of={m.waiting} /></Card> : null}
      <Card title={w.councils}>
        {m.items.map((c) => <Row key={c.id} icon="swap" title={c.title} note={[w.between({ union: c.union, other: c.otherName }), w.you({ side: w[`side_${c.side}`], role: w[`role_${c.role}`] }), w.openN({ n: c.open }), ...(c.nextAt ? [w.nextAt({ time: showTime(c.nextAt, language) })] : [])].join(' · ')} end={c.endedOn ? <Chip>{w.ended}</Chip> : c.late > 0 ? <Chip kind="late" icon="late">{w.lateN({ n: c.late })}</Chip> : null} to={`/joint-meetings/${c.id}`} />)}
      </Card>
    </>
  );
}

/** The councils in which one represents a side. */
export default function JointMeetings() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  return <PhonePage title={w.title}><Loaded from={mine} lines={6}>{(m) => <Shown of={m} />}</Loaded></PhonePage>;
}
