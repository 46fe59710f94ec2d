import { Link, useParams } from 'react-router';
import { Chip, Icon, Loaded, type Output, showList, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { room } from '../../room.contract.ts';
import { words as both } from '../both.words.ts';
import { Quorum, TimeLeft } from '../both/looks.tsx';
import { words } from '../desk.words.ts';

type Wall = Output<typeof room.screen>;
const EVERY_MS = 3_000;

function Vote({ of: s }: { of: Wall }) {
  const w = useWords(words);
  const b = useWords(both);
  const language = useLocale();
  const { vote, result: r } = s;
  if (vote) return <section className="sesbig"><h2>{w.voteNow}</h2><b>{vote.title}</b><strong className="num">{vote.given} / {vote.voters}</strong><div className="sesbar"><i style={{ width: `${vote.voters === 0 ? 0 : (100 * vote.given) / vote.voters}%` }} /></div><p>{vote.open ? w.notPartial : w.closedNow}</p></section>;
  if (!r) return null;
  return <section className={`sesbig ${r.passed ? 'ok' : 'late'}`} aria-live="polite"><h2>{w.lastResult}</h2><b>{r.title}</b><strong>{r.passed ? b.item_passed : b.item_failed}</strong><p className="num">{r.elected.length > 0 ? b.electedN({ names: showList(r.elected, language) }) : `${b.forN({ n: r.for })} · ${b.againstN({ n: r.against })} · ${b.abstainN({ n: r.abstain })}`}</p><p className="num">{r.sum}</p></section>;
}

function Shown({ of: s }: { of: Wall }) {
  const w = useWords(words);
  return (
    <>
      <header><div><p>{s.union}</p><h1>{s.title}</h1></div><Quorum of={s.quorum} large /></header>
      <div className="seswall">
        <div className="sesdesk">
          <Vote of={s} />
          <section><h2>{w.agenda}</h2><ol>{s.agenda.map((i) => <li key={`${i.number} ${i.title}`} className={i.state === 'presented' || i.state === 'voting' ? 'now' : ''}><b>{i.number}. {i.title}</b><ItemState of={i.state} /></li>)}</ol></section>
        </div>
        <div className="sesdesk">
          {s.speaker ? <section className="sesbig"><h2>{w.speaks}</h2><b>{s.speaker.name}</b><p>{[s.speaker.delegation, s.speaker.about].filter(Boolean).join(' · ')}</p><p><TimeLeft of={s.speaker} now={Date.parse(s.now)} /></p></section> : null}
          {s.waiting.length > 0 ? <section><h2>{w.next}</h2><ol>{s.waiting.map((k) => <li key={k.id}><span>{k.name}</span><small className="note">{k.delegation}</small></li>)}</ol></section> : null}
        </div>
      </div>
    </>
  );
}

function ItemState({ of }: { of: Wall['agenda'][number]['state'] }) {
  const b = useWords(both);
  return <Chip kind={of === 'passed' || of === 'noted' ? 'ok' : of === 'failed' ? 'late' : of === 'listed' ? 'quiet' : 'union'}>{b[`item_${of}`]}</Chip>;
}

/** The wall of the hall: agenda, who is here, who speaks, how many voted, then the declared result. */
export default function Hall() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const screen = useCall(room.screen, { id }, { every: EVERY_MS, keepWhileChanging: true });
  return (
    <main className="seshall">
      <title>{w.onWall}</title>
      <div className="sesacts noprint"><Link className="btn" to={`/sessions/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn" onClick={() => void document.documentElement.requestFullscreen()}><Icon name="board" size={18} />{w.fullScreen}</button></div>
      <Loaded from={screen} lines={8}>{(s) => <Shown of={s} />}</Loaded>
    </main>
  );
}
