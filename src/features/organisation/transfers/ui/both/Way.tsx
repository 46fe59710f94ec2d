import { Basis, Chip, type Output, Row, showDate, Timeline, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';

export type TransferSeen = Output<typeof api.one>;
type Consent = TransferSeen['consents'][number];

const over = ['declined', 'withdrawn', 'lapsed'];

/** How it stands, as a chip. */
export const StateChip = ({ t }: { t: { state: string; stateWord: string } }) =>
  <Chip kind={t.state === 'done' || t.state === 'issued' ? 'ok' : over.includes(t.state) ? 'quiet' : 'info'}>{t.stateWord}</Chip>;

const LOOKS = { given: ['check', 'ok'], waiting: ['clock', 'info'], later: ['more', 'quiet'], refused: ['close', 'late'] } as const;

function noteOf(c: Consent, t: TransferSeen, w: ReturnType<typeof useWords<typeof words>>): string {
  if (c.state !== 'given') return w[`state_${c.state}`];
  const how = c.auto && c.who === 'from' ? w.auto : c.who === 'to' && t.invited ? w.invitedBefore : c.who === 'member' ? '' : c.by;
  return [c.name, how].filter(Boolean).join(' · ');
}

/** The three consents with their dates, done, waited for and still to come. */
export function Consents({ t }: { t: TransferSeen }) {
  const w = useWords(words);
  const closed = over.includes(t.state);
  return (
    <div className="transferconsents">
      {t.consents.filter((c) => !closed || c.state === 'given' || c.state === 'refused').map((c) => (
        <Row key={c.who} icon={LOOKS[c.state][0]} tint={LOOKS[c.state][1]} title={c.state === 'refused' ? w.state_refused : w[`who_${c.who}`]} note={noteOf(c, t, w)} end={c.at ? <span className="num">{showDate(c.at)}</span> : null} />
      ))}
    </div>
  );
}

/** What the old union has against it, for everybody who sees the transfer. */
export function Objection({ t }: { t: TransferSeen }) {
  const w = useWords(words);
  const said = t.events.find((e) => e.step === 'object');
  return said ? <Basis>{w.objection} · {showDate(said.at)}: {said.text}</Basis> : null;
}

/** The story in full. */
export const Story = ({ t }: { t: TransferSeen }) =>
  <Timeline items={t.events.map((e) => ({ key: e.id, when: e.at, what: e.text ? <>{e.word}<p>{e.text}</p></> : e.word, note: e.by }))} />;
