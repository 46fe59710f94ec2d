import { ask, Card, Chip, Deadline, Facts, type Output, showDay, showMoney, showTime, Timeline, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { words } from '../housing-ui.words.ts';

export type Seen = Output<typeof api.application>;

function Offered({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const { act, busy } = useAct(api.answer, { refreshes: [api.application, api.mine] });
  const { flat: f, dueAt, claimId } = h.queue;
  if (f === null || claimId === null) return null;
  const decline = async (): Promise<void> => { if (await ask({ title: w.declineAsk, text: w.declineKeep, yes: w.decline })) act({ id: h.id, claimId, accept: false }); };
  return (
    <Card title={w.offeredTitle} aside={dueAt ? <Deadline due={dueAt} /> : undefined}>
      <div className="houseplace"><b>{f.label}</b><span>{f.estate}</span></div>
      <Facts of={[[w.rent, <span key="r" className="num">{w.perMonth({ amount: showMoney(f.rentFen) })}</span>], [w.flats, [w.roomsN({ n: f.rooms }), w.areaN({ n: (f.area / 100).toFixed(1) })].join(' · ')], [w.answerIn, dueAt ? w.answerBy({ time: showTime(dueAt, language) }) : '']]} />
      <div className="houseacts"><button type="button" className="btn" disabled={busy} onClick={() => void decline()}>{w.decline}</button><button type="button" className="btn primary" disabled={busy} onClick={() => act({ id: h.id, claimId, accept: true })}>{w.take}</button></div>
    </Card>
  );
}

function Moves({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const { moves } = h.queue;
  const said = { offered: w.moveOffered, left: w.moveLeft, joined: w.moveJoined };
  return (
    <Card title={w.movements}>
      {moves.length === 0 ? <p className="note">{w.noMoves}</p> : <Timeline items={[...moves].reverse().map((m) => ({ key: `${m.at}${m.why}`, what: said[m.why]({ n: Math.abs(m.change) }), when: m.at, note: w.nowAhead({ n: m.ahead }) }))} />}
    </Card>
  );
}

function Waiting({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const { place, ahead, start, joinedAt, waiting } = h.queue;
  const up = start - ahead;
  return (
    <>
      <Card>
        <div className="houseplace"><b className="num">{w.placeN({ n: place ?? 0 })}</b><span>{ahead === 0 ? w.first : w.aheadN({ n: ahead })}</span><span><Chip kind={up > 0 ? 'ok' : 'quiet'}>{up > 0 ? w.upN({ n: up }) : up < 0 ? w.downN({ n: -up }) : w.sameN}</Chip></span></div>
        <Facts of={[[w.yourOrder, <span key="o" className="num">{h.order}</span>], [w.waitingAll, <span key="w" className="num">{waiting}</span>], [w.joinedOn, joinedAt ? showDay(joinedAt, language) : '']]} />
      </Card>
      <Moves of={h} />
    </>
  );
}

/** Where an accepted application stands: its place and how it moved, a flat to answer, or why it is out. */
export function QueueCard({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const { standing, endedWhy } = h.queue;
  if (standing === 'offered' && h.mine) return <Offered of={h} />;
  if (standing === 'waiting') return <Waiting of={h} />;
  if (standing === 'paused') return <Card title={w.pausedTitle}><p className="note">{w.pausedHint}</p></Card>;
  if (standing === 'out' && endedWhy !== null) return <Card><p className="note">{w[`ended_${endedWhy}` as 'ended_left']}</p></Card>;
  return null;
}
