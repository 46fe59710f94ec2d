import { useEffect, useState } from 'react';
import { Basis, Card, Chip, type Output, Icon, Loaded, RefusedByServer, Row, showSentences, showTime, tell, useCall, useLocale, useMe, useWords, refresh } from '../../../../../web/kit/index.ts';
import { api } from '../../ballots.contract.ts';
import '../ballots.css';
import { LEVEL_CHIP, STATE_CHIP, words } from '../phone.words.ts';
import { BadReceipt, canBlind, castVote, type Content, type Doing, type Kept, keptOf, TokenElsewhere, TooLong } from './device.ts';
import { chosenOf, emptyPaper, Marked, Marking } from './Marking.tsx';
import { Outcome } from './Outcome.tsx';
import { Receipts, WasCounted } from './Receipts.tsx';

type Seen = Output<typeof api.one>;

function Head({ of }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const when = of.state === 'announced' && of.opensAt ? w.from({ time: showTime(of.opensAt, language) }) : of.closesAt ? w.until({ time: showTime(of.closesAt, language) }) : of.state === 'open' ? w.byHand : '';
  return (
    <Card title={of.title}>
      <p className="balline"><Chip kind={STATE_CHIP[of.state]}>{w[`state_${of.state}`]}</Chip><Chip kind={LEVEL_CHIP[of.level]} icon={of.level === 'open' ? 'seen' : 'lock'}>{w[`level_${of.level}`]}</Chip></p>
      <p className="note">{of.union}{when ? ` · ${when}` : ''} · {w.turnout({ given: of.given, all: of.entitled })}</p>
      {of.about ? <p className="ballines">{of.about}</p> : null}
      {of.state === 'void' && of.result === null && of.why ? <p className="balsum late">{w.why({ why: of.why })}</p> : null}
    </Card>
  );
}

/** What the level protects and what it does not, and by which rule it is decided. */
export function Promises({ of }: { of: Pick<Seen, 'level' | 'decides' | 'basis'> }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      <Card title={w.protects}>
        <p>{w[`protects_${of.level}`]}</p>
        {of.level === 'open' ? null : <p className="note">{w[`limits_${of.level}`]}</p>}
        <p className="note">{of.level === 'detached' ? w.detached_hint : w.again_hint}</p>
      </Card>
      <Card title={w.decides}>{of.decides.map((d) => <p key={d}>{d}</p>)}{of.basis.length > 0 ? <Basis>{showSentences(of.basis, language)}</Basis> : null}</Card>
    </>
  );
}

const reasonOf = (why: unknown, w: ReturnType<typeof useWords<typeof words>>): string =>
  why instanceof TokenElsewhere ? w.lost : why instanceof BadReceipt ? w.badReceipt : why instanceof TooLong ? w.tooLong : why instanceof RefusedByServer && why.status !== 0 ? why.sentence : w.failed;

function Paper({ of, done }: { of: Seen; done: (kept: Kept) => void }) {
  const w = useWords(words);
  const person = useMe().person.id;
  const [value, setValue] = useState<Content | null>(() => emptyPaper(of.sheet));
  const [checking, setChecking] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [wrong, setWrong] = useState('');
  const chosen = value ? chosenOf(of.sheet, value) : { n: 0, most: 0 };
  const over = chosen.n > chosen.most && chosen.most > 0;
  const cast = (): void => {
    if (value === null || doing !== null) return;
    setWrong('');
    setDoing('send');
    castVote(of, person, value, setDoing).then(done, (why: unknown) => setWrong(reasonOf(why, w))).finally(() => setDoing(null));
  };
  if (of.level === 'blind' && !canBlind()) return <Card><p className="balsum late">{w.noCrypto}</p></Card>;
  return (
    <Card title={checking ? w.check : w.yourChoice} aside={chosen.most > 0 ? w.chosen({ n: chosen.n, most: chosen.most }) : undefined}>
      {checking && value ? <Marked sheet={of.sheet} value={value} /> : <Marking sheet={of.sheet} value={value} write={setValue} />}
      {over ? <p className="balsum late" role="alert">{w.tooMany({ n: chosen.most })}</p> : null}
      <div aria-live="polite">{doing ? <p className="balsum quiet">{w[`step_${doing}`]}</p> : wrong ? <p className="balsum late">{wrong}</p> : null}</div>
      <div className="balacts">
        {checking ? <button type="button" className="btn primary wide" disabled={doing !== null} onClick={cast}><Icon name="vote" size={18} />{w.cast}</button>
          : <button type="button" className="btn primary wide" disabled={value === null || over} onClick={() => setChecking(true)}>{w.next}</button>}
        {checking ? <button type="button" className="btn wide" disabled={doing !== null} onClick={() => setChecking(false)}>{w.back}</button> : null}
      </div>
    </Card>
  );
}

function Voting({ of }: { of: Seen }) {
  const w = useWords(words);
  const person = useMe().person.id;
  const [kept, setKept] = useState<Kept | null>(null);
  const [again, setAgain] = useState(false);
  const [fresh, setFresh] = useState(false);
  useEffect(() => { void keptOf(of.id, person).then(setKept); }, [of.id, person]);
  if (kept === null) return null;
  const cast = kept.receipts.length > 0 || kept.number !== null || (of.level !== 'blind' && of.voted);
  const lost = of.level === 'blind' && of.voted && kept.token === null && kept.asked === null;
  if (lost) return <Card><p className="balsum late">{w.lost}</p></Card>;
  if (cast && !again) {
    return (
      <Card title={fresh ? w.done : w.voted}>
        <p className="balsum ok">{fresh ? w.done : w.voted}</p>
        <p className="note">{of.level === 'open' ? w.votedHint : w.doneHint}</p>
        <Receipts kept={kept} title={of.title} />
        <div className="balacts"><button type="button" className="btn wide" onClick={() => setAgain(true)}>{w.voteAgain}</button></div>
      </Card>
    );
  }
  return <Paper of={of} done={(now) => { setKept(now); setAgain(false); setFresh(true); tell(w.done); void refresh(api.one, api.mine); }} />;
}

/** A ballot for whoever is on its roll: what it promises, the paper, the receipt, later the result and the check. For any part's page. */
export function Booth({ ballotId }: { ballotId: string }) {
  const w = useWords(words);
  const one = useCall(api.one, { id: ballotId });
  return (
    <Loaded from={one} lines={8}>
      {(of) => (
        <div className="bal">
          <Head of={of} />
          {of.counted ? null : <Promises of={of} />}
          {of.may.includes('vote') ? <Voting of={of} /> : null}
          {of.state === 'closed' && !of.counted ? <Card><p>{w.waitCount}</p></Card> : null}
          <Outcome of={of} />
          {of.counted && of.level !== 'open' ? <WasCounted of={of} /> : null}
          {of.result ? <Card><Row icon="shield" tint="info" title={w.recount} note={w.recountHint} to={`/recount/${of.federationId}/${of.id}`} /></Card> : null}
          {of.next ? <Card><Row icon="again" title={w.seeNext} to={`/ballots/${of.next}`} /></Card> : null}
        </div>
      )}
    </Loaded>
  );
}
