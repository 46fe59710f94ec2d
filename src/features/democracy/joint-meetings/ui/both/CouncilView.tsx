import type { ReactNode } from 'react';
import { Card, Chip, Empty, Facts, Row, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../joint-ui.words.ts';
import { type Council, ItemRows, MeetingChip, People } from './looks.tsx';

/** A council as both sides see it. `act`: what the officer may do with a representative; `name`: naming one. */
export function CouncilView({ of: c, act, name }: { of: Council; act?: (p: Council['people'][number]) => ReactNode; name?: ReactNode }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="jmpage">
      <Card>
        <div className="jmpage">
          <p className="jmrow">{c.endedOn ? <Chip>{w.ended}</Chip> : null}<span>{w.between({ union: c.union, other: c.otherName })}</span>{c.late > 0 ? <Chip kind="late" icon="late">{w.lateN({ n: c.late })}</Chip> : null}</p>
          <Facts of={[[w.purpose, c.purpose || '—'], [w.meetings, w.heldOf({ n: c.held, all: c.meetsPerYear })]]} />
        </div>
      </Card>
      <Card title={w.items}>{c.items.length === 0 ? <Empty icon="tasks" title={w.noItems} hint={w.noItemsHint} /> : <ItemRows items={c.items} />}</Card>
      <Card title={w.meetings}>{c.meetings.length === 0 ? <Empty icon="hall" title={w.noMeetings} hint={w.foundHint} /> : c.meetings.map((m) => <Row key={m.id} icon="hall" title={m.title} note={[showTime(m.heldAt, language), m.place, ...(m.items > 0 ? [w.itemsN({ n: m.items })] : [])].filter(Boolean).join(' · ')} end={<MeetingChip of={m.state} />} to={`/joint-meetings/meetings/${m.id}`} />)}</Card>
      <Card title={w.people}><div className="jmpage">{name}<People of={c.people} otherName={c.otherName} {...(act ? { act } : {})} /></div></Card>
    </div>
  );
}
