import { Card, Chip, Empty, Loaded, type Output, PhonePage, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { clockOf } from '../../lockers.rules.ts';
import { useItem } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';

type NearSeen = Output<typeof api.near>['items'][number];

/** When a cabinet is open, in words. */
export function useHours(): (c: { readonly opensMinute: number; readonly closesMinute: number }) => string {
  const w = useWords(words);
  return (c) => (c.opensMinute === 0 && c.closesMinute === 1440 ? w.always : w.hours({ from: clockOf(c.opensMinute), to: clockOf(c.closesMinute) }));
}

/** Whether it can be used at this hour. */
export function OpenChip({ of: c }: { of: Pick<NearSeen, 'open' | 'paused'> }) {
  const w = useWords(words);
  if (c.paused !== '') return <Chip kind="late">{w.pausedNow}</Chip>;
  return <Chip kind={c.open ? 'ok' : 'quiet'}>{c.open ? w.openNow : w.closedNow}</Chip>;
}

function Line({ of: c }: { of: NearSeen }) {
  const w = useWords(words);
  const item = useItem();
  const things = c.items.slice(0, 4).map(item).join(' · ');
  return <Row icon="box" tint={c.open && c.free > 0 ? 'ok' : 'quiet'} title={c.place} note={<>{c.union} · {w.freeN({ n: c.free })}<br />{things}</>} end={<OpenChip of={c} />} to={`/lockers/${c.id}`} />;
}

/** The lockers that serve me, nearest union first, with my loans and the way to the scanner. */
export default function Near() {
  const w = useWords(words);
  const near = useCall(api.near, {});
  const mine = useCall(api.mine, { limit: 5 });
  const out = (mine.data?.items ?? []).filter((l) => l.endedAt === null).length;
  return (
    <PhonePage title={w.title}>
      <Card>
        <Row icon="scan" tint="union" title={w.scan} note={w.scanHint} to="/scan" />
        <Row icon="clock" tint="info" title={w.mine} note={out > 0 ? w.outN({ n: out }) : w.noLoans} to="/locker-loans" />
      </Card>
      <Loaded from={near} lines={6}>
        {({ items }) => <Card title={w.near}>{items.length === 0 ? <Empty icon="box" title={w.none} hint={w.noneHint} /> : items.map((c) => <Line key={c.id} of={c} />)}</Card>}
      </Loaded>
    </PhonePage>
  );
}
