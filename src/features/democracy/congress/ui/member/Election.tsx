import { useParams } from 'react-router';
import { Basis, Card, Chip, Empty, Facts, Loaded, PhonePage, Row, showDate, showSentences, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words as congressWords } from '../../congress.words.ts';
import { mine } from '../../my.contract.ts';
import { words as online } from '../../online.words.ts';
import '../congress.css';
import { words } from '../congress-ui.words.ts';

/** An election of delegates as a worker sees it: who stands, when and where; the result once it is declared. */
export default function Election() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const ow = useWords(online);
  const language = useLocale();
  const { id = '' } = useParams();
  const one = useCall(mine.election, { id });
  return (
    <PhonePage title={w.election} up="/congress">
      <Loaded from={one} lines={6}>{(e) => {
        const outcome = e.outcome as 'elected' | 'short' | 'void' | null;
        return (
          <>
            <Card title={e.constituency} aside={e.body}>
              <div className="congline"><Chip>{kw[`purpose_${e.purpose}`]}</Chip>{outcome ? <Chip kind={outcome === 'elected' ? 'ok' : 'warn'}>{w[`result_${outcome}`]}</Chip> : <Chip kind="info">{w.openNow}</Chip>}</div>
              <Facts of={[[w.when, showDate(e.heldOn, language)], [w.place, e.place], [w.seats, e.seats], [w.entitled, e.entitled], [w.came, e.present], [w.returned, e.returned]]} />
              {outcome ? null : e.ballotId === null ? <p className="note">{w.howHall}</p> : null}
            </Card>
            {e.ballotId && e.onRoll ? <Card><Row icon="vote" tint={e.ballotState === 'open' && !e.voted ? 'union' : 'quiet'} title={ow.vote} note={ow.voteHint} to={`/ballots/${e.ballotId}`} /></Card> : null}
            <Card title={w.candidates}>
              {e.candidates.length === 0 ? <Empty icon="people" title={w.noCandidates} /> : e.candidates.map((c) => <Row key={c.name + c.unit} icon="people" tint={c.elected ? 'ok' : 'quiet'} title={c.name} note={[c.unit, kw[`post_${c.post}`], c.about].filter(Boolean).join(' · ')} end={c.votes === null ? null : <span className="congline"><span className="num">{w.votes({ n: c.votes })}</span>{c.elected ? <Chip kind="ok" icon="check">{w.elected}</Chip> : null}</span>} />)}
            </Card>
            {e.rule.length > 0 ? <Card title={w.rule}><Basis>{showSentences(e.rule)}</Basis></Card> : null}
          </>
        );
      }}</Loaded>
    </PhonePage>
  );
}
