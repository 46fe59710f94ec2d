import { attachments, Chip, Facts, Icon, type Nearness, type Output, showDate, showList, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { mine } from '../../my.contract.ts';
import type { desk } from '../../sessions.contract.ts';
import { words as states } from '../../sessions.words.ts';
import { words } from '../both.words.ts';
import '../sessions.css';

export type Kept = Output<typeof desk.one>;
export type KeptItem = Kept['agenda'][number];
export type Seen = Output<typeof mine.one>;
export type SeenItem = Seen['agenda'][number];
type Look = Nearness | 'info' | 'union' | 'quiet';
const STATE: Readonly<Record<Kept['state'], Look>> = { preparing: 'quiet', confirmed: 'quiet', noticed: 'info', discussing: 'info', open: 'union', sitting: 'union', adjourned: 'warn', closed: 'warn', published: 'ok', reported: 'ok', calledOff: 'late' };
const ITEM: Readonly<Record<KeptItem['state'], Look>> = { listed: 'quiet', presented: 'info', voting: 'union', counting: 'union', passed: 'ok', failed: 'late', noted: 'ok', withdrawn: 'quiet' };

/** Where a session stands. */
export function StateChip({ of }: { of: Kept['state'] }) {
  const w = useWords(states);
  return <Chip kind={STATE[of]}>{w[`state_${of}`]}</Chip>;
}

/** Where an item stands, and how it is voted on. */
export function ItemChips({ of: i }: { of: Pick<KeptItem, 'state' | 'act' | 'level'> }) {
  const w = useWords(words);
  return <><Chip kind={ITEM[i.state]}>{w[`item_${i.state}`]}</Chip><Chip>{w[`act_${i.act}`]}</Chip>{i.level === 'none' ? null : <Chip icon={i.level === 'open' ? 'seen' : 'lock'}>{w[`level_${i.level}`]}</Chip>}</>;
}

/** Who is there of those entitled: the bar reaches the mark where a vote may open. */
export function Quorum({ of: q, large }: { of: Kept['quorum']; large?: boolean }) {
  const w = useWords(words);
  return (
    <div className={`sesquorum ${large ? 'large' : ''}`} data-holds={q.holds}>
      <p><b className="num">{w.quorumOf({ present: q.present, entitled: q.entitled })}</b><Chip kind={q.holds ? 'ok' : 'warn'} icon={q.holds ? 'check' : 'clock'}>{q.holds ? w.quorumOk : w.quorumNo({ least: q.least })}</Chip></p>
      <div className="sesbar"><i style={{ width: `${q.entitled === 0 ? 0 : (100 * q.present) / q.entitled}%` }} /><u style={{ left: `${q.entitled === 0 ? 0 : (100 * q.least) / q.entitled}%` }} /></div>
    </div>
  );
}

/** What a vote came to, with the sum it rests on. */
export function Count({ of: c, state }: { of: NonNullable<KeptItem['count']>; state: KeptItem['state'] }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className={`sescount ${state === 'passed' ? 'ok' : 'late'}`}>
      {c.elected.length > 0 ? <b>{w.electedN({ names: showList(c.elected, language) })}</b> : <b className="num">{w.forN({ n: c.for })} · {w.againstN({ n: c.against })} · {w.abstainN({ n: c.abstain })}</b>}
      <span className="num">{w.basisN({ entitled: c.entitled, present: c.present })}</span>{c.sum ? <span className="num">{c.sum}</span> : null}
      {state === 'failed' ? <small>{w.failedHint}</small> : null}
    </div>
  );
}

/** Papers with the marks they carry. */
export function Papers({ of }: { of: KeptItem['papers'] }) {
  const w = useWords(words);
  const language = useLocale();
  if (of.length === 0) return null;
  return <ul className="seslist">{of.map((p) => <li key={p.id} className="sesline"><a href={attachments.open.path.replace(':id', p.id)} target="_blank" rel="noreferrer"><Icon name="file" size={18} />{p.name}</a><small className="num">{showDate(p.at, language)}</small>{p.late ? <Chip kind="warn">{w.late}</Chip> : null}{p.fresh ? <Chip kind="union">{w.fresh}</Chip> : null}</li>)}</ul>;
}

/** A resolution and what becomes of it. */
export function Resolution({ of: i }: { of: Pick<KeptItem, 'resolution' | 'execBy' | 'execDue' | 'execNote' | 'execDoneAt'> }) {
  const w = useWords(words);
  const language = useLocale();
  if (!i.resolution) return null;
  return (
    <div className="sesresolution">
      <p className="sestext">{i.resolution}</p>
      <Facts of={[[w.execBy, i.execBy], [w.execDue, i.execDue ? showDate(i.execDue, language) : ''], [w.execNote, i.execNote], [w.done, i.execDoneAt ? showDate(i.execDoneAt, language) : '']]} />
    </div>
  );
}

/** How long somebody still speaks. */
export function TimeLeft({ of: k, now = Date.now() }: { of: { beganAt: string | null; minutes: number }; now?: number }) {
  const w = useWords(words);
  const left = Math.ceil(((k.beganAt ? Date.parse(k.beganAt) : now) + k.minutes * 60_000 - now) / 60_000);
  return <Chip kind={left > 1 ? 'info' : left > 0 ? 'warn' : 'late'} icon="clock">{left > 0 ? w.minutesLeft({ n: left }) : w.minutesOver}</Chip>;
}
