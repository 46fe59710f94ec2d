import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Empty, Facts, Icon, Loaded, type Output, RefusedByServer, saveFile, showDate, showMoney, showNumber, tell, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { PrizePicture } from '../both/PrizePicture.tsx';
import { StandingChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';
import { type Prize, PrizeForm, StockForm } from './PrizeForms.tsx';
import { RoundForm } from './RoundForm.tsx';
import '../points.css';

type Round = Output<typeof api.round>;
type Step = { of: 'round' | 'add' } | { of: 'prize' | 'stock'; prize: Prize } | null;

function Prizes({ round: r, step }: { round: Round; step: (s: Step) => void }) {
  const w = useWords(words);
  const go = useNavigate();
  if (r.list.length === 0) return <Card><Empty icon="gift" title={w.noPrizes} hint={w.noPrizesHint}>{r.may.includes('addPrize') ? <button type="button" className="btn primary" onClick={() => step({ of: 'add' })}>{w.addPrize}</button> : null}</Empty></Card>;
  return r.bands.map((band, i) => {
    const own = r.list.filter((p) => p.band === i);
    return own.length === 0 ? null : (
      <Card key={band.title} title={band.title} aside={<span className="num">{w.bandRange({ from: band.from, to: band.to })}</span>}>
        <div className="prizetablebox">
          <table className="prizetable fixed">
            <thead><tr><th>{w.prize}</th><th className="num">{w.pts}</th><th className="num">{w.prizeWorth}</th><th className="num">{w.stock}</th><th className="num">{w.leftOver}</th><th className="num">{w.reservedN}</th><th className="num">{w.collectedN}</th><th className="num">{w.cancelledN}</th><th className="num">{w.expiredN}</th><th /></tr></thead>
            <tbody>
              {own.map((p) => (
                <tr key={p.id}>
                  <td><span className="prizename"><PrizePicture files={p.files} title={p.title} /><span><b>{p.title}</b> {p.state === 'withdrawn' ? <Chip>{w.withdrawn}</Chip> : null}<span className="note">{p.text}</span></span></span></td>
                  <td className="num">{p.points}</td><td className="num">{showMoney(p.worthFen)}</td><td className="num">{p.stock}</td><td className="num">{p.left === 0 ? <Chip kind="warn">{w.gone}</Chip> : p.left}</td>
                  <td className="num">{p.reserved > 0 ? <button type="button" className="btn plain" onClick={() => void go(`/points/reservations?prizeId=${p.id}&state=reserved`)}>{p.reserved}</button> : 0}</td><td className="num">{p.collected}</td><td className="num">{p.cancelled}</td><td className="num">{p.expired}</td>
                  <td className="num">{r.may.includes('addPrize') ? <><button type="button" className="btn plain" onClick={() => step({ of: 'stock', prize: p })}>{w.stock}</button><button type="button" className="btn plain" aria-label={`${w.editPrize} ${p.title}`} onClick={() => step({ of: 'prize', prize: p })}><Icon name="edit" size={16} /></button></> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    );
  });
}

function Actions({ round: r, step }: { round: Round; step: (s: Step) => void }) {
  const w = useWords(words);
  const open = useAct(api.open, { done: w.opened, refreshes: [api.round, api.rounds] });
  const close = useAct(api.close, { done: (out) => w.closed({ n: out.expired }), refreshes: [api.round, api.rounds] });
  const save = (): void => void saveFile(api.exportRound, { id: r.id }, `${r.title}.xlsx`).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const sure = (title: string, text: string, go: () => void): void => void ask({ title, text }).then((yes) => { if (yes) go(); });
  return (
    <>
      {r.standing === 'draft' ? null : <Link className="btn" to={`/points/reservations?roundId=${r.id}`}><Icon name="table" size={18} />{w.toList}</Link>}
      {r.reserved > 0 ? <Link className="btn" to={`/points/rounds/${r.id}/sheet`}><Icon name="print" size={18} />{w.handOutList}</Link> : null}
      <button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.exportRound}</button>
      {r.may.includes('amend') ? <button type="button" className="btn" onClick={() => step({ of: 'round' })}>{w.editRound}</button> : null}
      {r.may.includes('addPrize') ? <button type="button" className="btn" onClick={() => step({ of: 'add' })}><Icon name="add" size={18} />{w.addPrize}</button> : null}
      {r.may.includes('open') ? <button type="button" className="btn primary" disabled={open.busy} onClick={() => sure(w.openAsk({ round: r.title }), w.openHint, () => open.act({ id: r.id }))}>{w.openRound}</button> : null}
      {r.may.includes('close') ? <button type="button" className="btn primary" disabled={close.busy} onClick={() => sure(w.closeAsk({ round: r.title }), w.closeHint, () => close.act({ id: r.id }))}>{w.closeRound}</button> : null}
    </>
  );
}

const Tile = ({ name, n, note }: { name: string; n: string; note?: string }) => <div className="tile"><small>{name}</small><b className="num">{n}</b>{note ? <i>{note}</i> : null}</div>;

/** One exchange: its days, its prizes with what became of them, and its report once it is closed. */
export default function RoundPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.round, { id }, { every: 60_000 });
  const [step, setStep] = useState<Step>(null);
  const done = (): void => setStep(null);
  const date = (on: string): string => showDate(on, language);
  return (
    <Loaded from={seen}>
      {(r) => (
        <DeskPage title={r.title} about={r.union} actions={<Actions round={r} step={setStep} />}>
          <div className="tiles">
            <Tile name={w.reservedN} n={showNumber(r.reserved)} /><Tile name={w.collectedN} n={showNumber(r.collected)} note={`/ ${showNumber(r.stock)}`} /><Tile name={w.people2} n={showNumber(r.people)} />
            <Tile name={w.spent} n={showNumber(r.spent)} /><Tile name={w.handed} n={showMoney(r.worthFen)} />
          </div>
          <Card title={w.days2} aside={<StandingChip standing={r.standing} />}>
            <Facts of={[[w.exchange, `${date(r.from)} – ${date(r.to)}`], [w.collect, `${date(r.collectFrom)} – ${date(r.collectTo)}`], [w.place, r.place], [w.mostEach, String(r.mostEach)], [w.roundText, r.text]]} />
          </Card>
          <Prizes round={r} step={setStep} />
          {step?.of === 'round' ? <RoundForm round={r} close={done} /> : null}
          {step?.of === 'add' ? <PrizeForm roundId={r.id} close={done} /> : null}
          {step?.of === 'prize' ? <PrizeForm roundId={r.id} prize={step.prize} close={done} /> : null}
          {step?.of === 'stock' ? <StockForm prize={step.prize} close={done} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
