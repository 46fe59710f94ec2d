import { useParams } from 'react-router';
import { Facts, Loaded, ON_PAPER, type Output, showDate, showMoney, showNumber, showShare, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../desk.words.ts';
import '../sales.css';

type Seen = Output<typeof api.report>;
const LINES = 30;

function Seconds({ of: r }: { of: Seen }) {
  const w = useWords(words);
  const most = Math.max(1, ...r.seconds.map((s) => s.n));
  if (r.seconds.length === 0) return <p className="note">{w.noneTaken}</p>;
  return (
    <>
      <div className="salebars" role="img" aria-label={w.hallChart}>{r.seconds.slice(0, 60).map((s) => <i key={s.second} style={{ height: `${(100 * s.n) / most}%` }} />)}</div>
      <table>
        <thead><tr><th className="num">{w.second}</th><th className="num">{w.takenN}</th><th className="num">{w.sum}</th></tr></thead>
        <tbody>{r.seconds.slice(0, LINES).map((s) => <tr key={s.second}><td className="num">{s.second + 1}</td><td className="num">{showNumber(s.n)}</td><td className="num">{showNumber(s.sum)}</td></tr>)}</tbody>
      </table>
    </>
  );
}

function Sheet({ of: r }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const seconds = (n: number | null): string => (n === null ? '—' : w.secondsN({ n: showNumber(n) }));
  return (
    <div className="salesheet">
      <h1>{w.reportTitle}</h1>
      <h2>{r.sale.title}</h2>
      <Facts of={[
        [w.union, r.sale.union], [w.number, r.sale.number], [w.opens, showTime(r.sale.opensAt, language, ON_PAPER)], [w.places, w.unitOf({ n: showNumber(r.places), measure: r.sale.measure })], [w.price, r.sale.pays === 'points' ? w.pointsN({ n: r.sale.price / 100 }) : showMoney(r.sale.price)], [w.worth, showMoney(r.sale.worthFen)],
        [w.toLast, seconds(r.lastSeconds)], [w.first, seconds(r.firstSeconds)], [w.perSecond, r.perSecond === null ? '—' : showNumber(r.perSecond)], [w.people, showNumber(r.people)], [w.share, r.members === 0 ? '—' : `${showShare(r.people / r.members)} (${showNumber(r.people)} / ${showNumber(r.members)})`],
        [w.handedN, showNumber(r.handed)], [w.openN, showNumber(r.open)], [w.missedN, showNumber(r.missed)], [w.givenBackN, showNumber(r.givenBack)], [w.received, showMoney(r.receivedFen)], [w.costs, showMoney(r.costFen)], [w.madeBy, r.sale.madeBy], [w.approvedBy, r.sale.approvedBy],
      ]} />
      <h2>{w.hallChart}</h2>
      <Seconds of={r} />
      <h2>{w.byUnion}</h2>
      <table>
        <thead><tr><th>{w.unionName}</th><th className="num">{w.memberN}</th><th className="num">{w.takenN}</th><th className="num">{w.perHundred}</th><th className="num">{w.handedN}</th><th className="num">{w.missedN}</th></tr></thead>
        <tbody>{r.unions.map((u) => <tr key={u.id}><td>{u.name}</td><td className="num">{showNumber(u.members)}</td><td className="num">{showNumber(u.taken)}</td><td className="num">{u.members === 0 ? '' : ((100 * u.taken) / u.members).toFixed(1)}</td><td className="num">{showNumber(u.handed)}</td><td className="num">{showNumber(u.missed)}</td></tr>)}</tbody>
      </table>
      <p className="note">{w.tries} {showDate(r.serverTime, language, ON_PAPER)}</p>
      <p>{w.signs}</p>
    </div>
  );
}

/** Figures of a sale on A4, to print. */
export default function Report() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(api.report, { id });
  return <Paper title={w.reportTitle} back={`/flash-sales/${id}`}><Loaded from={seen}>{(r) => <Sheet of={r} />}</Loaded></Paper>;
}
