import { Card, DeskPage, Icon, Loaded, type Output, showMoney, useCall, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import '../housing.css';
import { words as titles } from '../screens.words.ts';

type Seen = Output<typeof desk.statistics>;

function Found({ of: s }: { of: Seen }) {
  const w = useWords(words);
  const tiles = [[w.sFlats, s.flats], [w.sLived, s.lived], [w.sFree, s.free], [w.sOffered, s.offered], [w.sTaken, s.taken], [w.sOut, s.out], [w.sHouseholds, s.households], [w.sPeople, s.people], [w.sWaiting, s.waiting], [w.sApplications, s.applications], [w.sChecking, s.checking], [w.sLeaving, s.leaving], [w.sWaited, s.waitedDays ?? '–'], [w.sRent, showMoney(s.rentFen)]] as const;
  return (
    <>
      <Card><div className="housetiles">{tiles.map(([title, n]) => <span key={title}><small>{title}</small><b className="num">{n}</b></span>)}</div></Card>
      <div className="columns">
        <Card title={w.byState}><table className="houseflats"><tbody>{s.states.map((x) => <tr key={x.state}><th scope="row">{x.word}</th><td className="num end">{x.n}</td></tr>)}</tbody></table></Card>
        <Card title={w.byEstate}>
          <table className="houseflats">
            <thead><tr><th scope="col">{w.estate}</th><th scope="col" className="end">{w.sFlats}</th><th scope="col" className="end">{w.sLived}</th></tr></thead>
            <tbody>{s.estates.map((x) => <tr key={x.estate}><th scope="row">{x.estate}</th><td className="num end">{x.flats}</td><td className="num end">{x.lived}</td></tr>)}</tbody>
          </table>
        </Card>
      </div>
    </>
  );
}

/** Flats, people housed and applications of the unions one keeps housing for; prints on A4. */
export default function Statistics() {
  const w = useWords(words);
  const say = useSay();
  const { union } = useScope();
  const seen = useCall(desk.statistics, union ? { unionId: union } : {});
  return <DeskPage title={w.statistics} crumbs={[{ title: say(titles.allocations), to: '/housing' }]} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}><Loaded from={seen} lines={6}>{(s) => <Found of={s} />}</Loaded></DeskPage>;
}
