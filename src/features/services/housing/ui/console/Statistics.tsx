import { Card, DeskPage, Icon, Loaded, type Output, saveFile, showMoney, useCall, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { figures } from '../../figures.words.ts';
import { words } from '../desk-ui.words.ts';
import '../housing.css';
import { words as titles } from '../screens.words.ts';

type Seen = Output<typeof desk.statistics>;
const KEYS = Object.keys(figures) as (keyof typeof figures)[];

function Found({ of: s }: { of: Seen }) {
  const w = useWords(words);
  const f = useWords(figures);
  const tiles = KEYS.map((key) => [f[key], key === 'rentFen' ? showMoney(s.rentFen) : (s[key] ?? '–')] as const);
  return (
    <>
      <div className="tiles housetiles">{tiles.map(([title, n]) => <div key={title} className="tile"><small>{title}</small><b className="num">{n}</b></div>)}</div>
      <div className="columns">
        <Card title={w.byState}><table className="houseflats"><tbody>{s.states.map((x) => <tr key={x.state}><th scope="row">{x.word}</th><td className="num end">{x.n}</td></tr>)}</tbody></table></Card>
        <Card title={w.byEstate}>
          <table className="houseflats">
            <thead><tr><th scope="col">{w.estate}</th><th scope="col" className="end">{f.flats}</th><th scope="col" className="end">{f.lived}</th></tr></thead>
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
  return <DeskPage title={w.statistics} crumbs={[{ title: say(titles.allocations), to: '/housing' }]} actions={<><button type="button" className="btn" onClick={() => void saveFile(desk.exportStatistics, union ? { unionId: union } : {}, `${w.fileName}.xlsx`)}><Icon name="download" size={18} />{w.exportIt}</button><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></>}><Loaded from={seen} lines={6}>{(s) => <Found of={s} />}</Loaded></DeskPage>;
}
