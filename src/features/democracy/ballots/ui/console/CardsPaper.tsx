import { useState } from 'react';
import { useParams } from 'react-router';
import { Field, Loaded, type Output, Qr, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { hall } from '../../hall.contract.ts';
import { words } from '../../hall.words.ts';
import '../ballots.css';

type Made = Output<typeof hall.print>;
const grouped = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

function Making({ of, made }: { of: Output<typeof hall.look>; made: (cards: Made) => void }) {
  const w = useWords(words);
  const [name, setName] = useState(of.classes[0]?.class ?? '');
  const own = of.classes.find((c) => c.class === name);
  const most = Math.min(200, (own?.entitled ?? 0) - (own?.printed ?? 0));
  const [n, setN] = useState(String(Math.min(20, Math.max(1, most))));
  const { act, busy } = useAct(hall.print, { refreshes: [hall.look], after: made });
  return (
    <form className="fields noprint" onSubmit={(e) => { e.preventDefault(); act({ id: of.id, class: name, n: Number(n) }); }}>
      {of.classes.length > 1 ? <div className="balmarks">{of.classes.map((c) => <button key={c.class} type="button" className="btn" aria-pressed={c.class === name} onClick={() => setName(c.class)}>{c.name}</button>)}</div> : null}
      <Field label={w.howMany} hint={w.cardsOnce} inputMode="numeric" value={n} onChange={(e) => setN(e.target.value.replace(/\D/g, '').slice(0, 3))} />
      <button type="submit" className="btn primary" disabled={busy || Number(n) < 1 || Number(n) > most}>{w.makeCards}</button>
    </form>
  );
}

/** Voting cards on paper: their digits are shown once. */
export default function CardsPaper() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const [made, setMade] = useState<Made | null>(null);
  const seen = useCall(hall.look, { id });
  return (
    <Paper title={w.cards} back={`/ballots/${id}/hall-voting`}>
      <h1 className={made ? 'unseen' : ''}>{w.cards}</h1>
      {made ? (
        <div className="balcards">{made.codes.map((c) => <section key={c}><p><b>{made.title}</b></p><p className="note">{made.name}</p><p className="balcode">{grouped(c)}</p><Qr text={c} size={88} label={grouped(c)} /><p className="note">{w.cutHere}</p></section>)}</div>
      ) : <Loaded from={seen} lines={4}>{(of) => <Making of={of} made={setMade} />}</Loaded>}
    </Paper>
  );
}
