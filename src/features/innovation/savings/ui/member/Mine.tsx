import { Link } from 'react-router';
import { Card, Chip, Empty, Icon, type Input, Loaded, LoadedPages, type Output, PhonePage, showMoney, useCall, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { words as savingWords } from '../../savings.words.ts';
import { stateKind, useMade } from '../both/SavingFacts.tsx';
import { words } from '../saving-ui.words.ts';
import '../savings.css';

type Row = Output<typeof api.mine>['items'][number];
type Together = Output<typeof api.together>;
const ALL: Input<typeof api.mine> = {};

function Figures({ of }: { of: Together }) {
  const w = useWords(words);
  const all = of.all ?? of.unit;
  if (all === null) return <Empty icon="join" title={w.noUnion} hint={w.noUnionHint}><Link className="btn primary" to="/join">{w.join}</Link></Empty>;
  const small = [[w.me, '', of.mine], ...(of.post ? [[w.myPost, of.post.name, of.post] as const] : []), ...(of.all && of.unit ? [[w.myUnit, of.unit.name, of.unit] as const] : [])] as const;
  return (
    <>
      <div className="savetotal"><p>{w.togetherAll}</p><b className="num">{showMoney(all.fen)}</b><p className="note num">{all.name} · {w.entriesN({ n: all.entries })}</p></div>
      <div className="savethree">{small.map(([title, name, s]) => <span key={title}><small>{title}</small><b className="num">{showMoney(s.fen)}</b><i>{name || w.entriesN({ n: s.entries })}</i></span>)}</div>
      {of.prizes.length > 0 ? <p className="savechiprow" style={{ marginTop: 12 }}>{of.prizes.slice(0, 3).map((p) => <Chip key={p.month} kind="gold" icon="medal">{w.prizeN({ month: p.month, amount: showMoney(p.amountFen) })}</Chip>)}</p> : null}
    </>
  );
}

function OneSaving({ saving: s }: { saving: Row }) {
  const kw = useWords(savingWords);
  const made = useMade();
  return (
    <Link className="card savecard" to={`/savings/${s.id}`}>
      <span><b>{s.title}</b><strong className="num">{showMoney(s.totalFen)}</strong></span>
      <span><Chip kind={stateKind(s.state)}>{s.stateWord}</Chip><small className="note num">{kw[`kind_${s.kind}`]} · {s.post}</small></span>
      <small className="note num">{kw.prefix} {s.number} · {made(s)}</small>
    </Link>
  );
}

/** What we saved together, and the savings in which I share. */
export default function Mine() {
  const w = useWords(words);
  const together = useCall(api.together, {});
  const mine = usePages(api.mine, ALL);
  return (
    <PhonePage title={w.title} foot={<Link className="btn primary" to="/savings/new"><Icon name="add" size={20} />{w.enterOne}</Link>}>
      <Card><Loaded from={together} lines={4}>{(t) => <Figures of={t} />}</Loaded></Card>
      <h2 className="unseen">{w.mineTitle}</h2>
      <LoadedPages from={mine} empty={<Card><Empty icon="money" title={w.mineEmpty} hint={w.mineEmptyHint} /></Card>}>
        {(items) => <div className="savelist">{items.map((s) => <OneSaving key={s.id} saving={s} />)}</div>}
      </LoadedPages>
    </PhonePage>
  );
}
