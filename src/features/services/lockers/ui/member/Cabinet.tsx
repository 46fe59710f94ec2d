import { Link, useParams } from 'react-router';
import { Card, Loaded, type Output, PhonePage, Row, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { DoorFace, timeText } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';
import { OpenChip, useHours } from './Near.tsx';

type CabinetSeen = Output<typeof api.cabinet>;

function Door({ cabinet, door: d }: { cabinet: CabinetSeen; door: CabinetSeen['compartments'][number] }) {
  const w = useWords(words);
  const language = useLocale();
  const more = d.state === 'outOfOrder' ? d.why : d.kind === 'take' ? w.left({ n: d.stock }) : d.backAt ? w.backAt({ time: showTime(d.backAt, language) }) : d.kind === 'lend' ? w.lendFor({ time: timeText(d.lendHours, w) }) : '';
  return <Link className={`lkdoor lk-${d.mine ? 'mine' : d.state}`} to={d.kind === 'swap' ? `/lockers/${cabinet.id}/swap` : `/lockers/${cabinet.id}/${d.no}`}><DoorFace no={d.no} label={d.label} state={d.state} mine={d.mine !== null}>{more}</DoorFace></Link>;
}

/** What is in a cabinet, as its doors stand; pressing one leads to opening it. */
export default function Cabinet() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const hours = useHours();
  const seen = useCall(api.cabinet, { id }, { every: 20_000 });
  return (
    <Loaded from={seen} lines={8}>
      {(c) => (
        <PhonePage title={c.place} up="/lockers">
          <Card title={c.union} aside={<OpenChip of={c} />}>
            <p className="note">{w.cabinetNo({ n: c.number })} · {hours(c)} · {w.perPerson({ n: c.perPerson })}</p>
            {c.paused === '' ? null : <p className="lkbad">{w.pausedWhy({ why: c.paused })}</p>}
          </Card>
          <Card title={w.doors} aside={w.pickDoor}><div className="lkgrid">{c.compartments.map((d) => <Door key={d.no} cabinet={c} door={d} />)}</div></Card>
          {c.swap ? <Card><Row icon="swap" tint="info" title={w.swapTitle} note={w.swapCounts({ put: c.swapPut, taken: c.swapTaken })} to={`/lockers/${c.id}/swap`} /></Card> : null}
        </PhonePage>
      )}
    </Loaded>
  );
}
