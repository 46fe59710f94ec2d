import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { call, Card, Icon, Loaded, type Output, RefusedByServer, useCall, useWords } from '../../../../../web/kit/index.ts';
import { terminal } from '../../hall.contract.ts';
import { words } from '../../hall.words.ts';
import { CardVote } from '../both/card-device.ts';
import { canBlind, type Content } from '../both/device.ts';
import { chosenOf, emptyPaper, Marked, Marking } from '../both/Marking.tsx';
import '../ballots.css';

type Seen = Output<typeof terminal.look>;
/** After so long without a touch the terminal goes back to the beginning. */
const IDLE_MS = 180_000;
const sentence = (why: unknown, failed: string): string => (why instanceof RefusedByServer && why.status !== 0 ? why.sentence : failed);

function Enter({ of, begin }: { of: Seen; begin: (vote: CardVote) => void }) {
  const w = useWords(words);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const code = typed.replace(/\D/g, '').slice(0, 16);
  const go = (): void => {
    setBusy(true);
    setWrong('');
    call(terminal.check, { federationId: of.federationId, ballotId: of.id, code }, { anonymous: true }).then((out) => begin(new CardVote(of, code, out.class)), (why: unknown) => setWrong(sentence(why, w.failed))).finally(() => setBusy(false));
  };
  return (
    <Card title={w.enter}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); go(); }}>
        <label className="balkeys"><span>{w.digits}</span><input inputMode="numeric" autoComplete="off" value={code.replace(/(\d{4})(?=\d)/g, '$1 ')} onChange={(e) => setTyped(e.target.value)} /></label>
        <div aria-live="polite">{wrong ? <p className="balsum late">{wrong}</p> : null}</div>
        <button type="submit" className="btn primary wide" disabled={busy || code.length !== 16}>{w.begin}</button>
      </form>
      <p className="note">{w.noPerson}</p>
    </Card>
  );
}

function Vote({ sheet, vote, done, leave }: { sheet: NonNullable<Seen['sheet']>; vote: CardVote; done: (receipt: string) => void; leave: () => void }) {
  const w = useWords(words);
  const [value, setValue] = useState<Content | null>(() => emptyPaper(sheet));
  const [checking, setChecking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const chosen = value ? chosenOf(sheet, value) : { n: 0, most: 0 };
  const cast = (): void => {
    if (value === null) return;
    setBusy(true);
    setWrong('');
    vote.cast(value).then(done, (why: unknown) => setWrong(sentence(why, w.failed))).finally(() => setBusy(false));
  };
  return (
    <Card title={checking ? w.checkTitle : w.mark}>
      {checking && value ? <Marked sheet={sheet} value={value} /> : <Marking sheet={sheet} value={value} write={setValue} />}
      <div aria-live="polite">{wrong ? <p className="balsum late">{wrong}</p> : null}</div>
      <div className="balacts">
        {checking ? <button type="button" className="btn primary wide" disabled={busy} onClick={cast}><Icon name="vote" size={18} />{w.cast}</button> : <button type="button" className="btn primary wide" disabled={value === null || (chosen.most > 0 && chosen.n > chosen.most)} onClick={() => setChecking(true)}>{w.next}</button>}
        {checking ? <button type="button" className="btn wide" disabled={busy} onClick={() => setChecking(false)}>{w.back}</button> : <button type="button" className="btn wide" onClick={leave}>{w.leave}</button>}
      </div>
    </Card>
  );
}

function Whole({ of }: { of: Seen }) {
  const w = useWords(words);
  const [vote, setVote] = useState<CardVote | null>(null);
  const [receipt, setReceipt] = useState('');
  const leave = useCallback((): void => { setVote(null); setReceipt(''); }, []);
  useEffect(() => {
    if (vote === null && receipt === '') return undefined;
    let timer = setTimeout(leave, IDLE_MS);
    const touched = (): void => { clearTimeout(timer); timer = setTimeout(leave, IDLE_MS); };
    addEventListener('pointerdown', touched);
    addEventListener('keydown', touched);
    return () => { clearTimeout(timer); removeEventListener('pointerdown', touched); removeEventListener('keydown', touched); };
  }, [vote, receipt, leave]);
  if (receipt) return <Card title={w.done}><p className="balsum ok" role="status">{w.done}</p><p className="note">{w.receipt}</p><p className="balcode" data-receipt={receipt}>{receipt}</p><div className="balacts"><button type="button" className="btn primary wide" onClick={leave}>{w.finish}</button><button type="button" className="btn wide" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div></Card>;
  if (vote && of.sheet) return <Vote sheet={of.sheet} vote={vote} done={(r) => { setReceipt(r); setVote(null); }} leave={leave} />;
  if (of.booth === null || !canBlind()) return <Card><p className="balwait">{w.over}</p></Card>;
  return of.waiting ? <Enter of={of} begin={setVote} /> : <Card><p className="balwait" role="status"><Icon name="lock" size={40} />{w.wait}</p></Card>;
}

/** A shared device in the hall: it keeps nobody's name, and nothing once a vote is in the box. */
export default function Terminal() {
  const { federationId = '', id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(terminal.look, { federationId, id }, { anonymous: true, every: 2_500 });
  return (
    <main className="balterminal" id="content">
      <title>{w.terminal}</title>
      <Loaded from={seen} lines={6}>{(of) => <><header><h1>{of.title}</h1><p className="note">{of.union} · {w.terminal}</p></header><Whole of={of} /></>}</Loaded>
    </main>
  );
}
