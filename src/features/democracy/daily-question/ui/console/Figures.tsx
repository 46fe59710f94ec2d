import { useSearchParams } from 'react-router';
import { legalDateOf } from '#shared/dates';
import { Card, Icon, Loaded, type Output, RefusedByServer, saveFile, showNumber, showShare, tell, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Year } from '../../../../../web/kit/desk.ts';
import { api } from '../../daily-question.contract.ts';
import { words } from '../desk.words.ts';

type Whole = Output<typeof api.statistics>;
const share = (n: number, of: number): string => (of === 0 ? '—' : showShare(n / of));

/** Members, people, answers and what was right, by unit. */
export function Units({ units, all }: { units: Whole['units']; all: Whole['all'] | null }) {
  const w = useWords(words);
  const line = (name: string, u: Whole['all']) => <><td>{name}</td>{[u.members, u.people].map((n, i) => <td key={String(i)} className="num">{showNumber(n)}</td>)}<td className="num">{share(u.people, u.members)}</td><td className="num">{showNumber(u.answers)}</td><td className="num">{share(u.rightOnes, u.answers)}</td></>;
  return (
    <Card title={w.byUnit}>
      <div className="dqscroll">
        <table className="dqtable">
          <thead><tr><th scope="col">{w.unit}</th>{[w.members, w.people, w.share, w.answers, w.rightOnes].map((x) => <th key={x} scope="col" className="num">{x}</th>)}</tr></thead>
          <tbody>{units.map((u) => <tr key={u.id}>{line(u.name, u)}</tr>)}{all ? <tr style={{ fontWeight: 600 }}>{line(w.allUnits, all)}</tr> : null}</tbody>
        </table>
      </div>
      <p className="note">{w.figuresHint}</p>
    </Card>
  );
}

/** A year: questions, answers, what was right, by month and by unit. */
export function Figures({ id }: { id: string }) {
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year')) || Number(legalDateOf(new Date()).slice(0, 4));
  const figures = useCall(api.statistics, { unionId: id, year }, { keepWhileChanging: true });
  const save = (): void => void saveFile(api.exportStatistics, { unionId: id, year }, 'daily-question.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  return (
    <div className="dqdesk">
      <div className="dqacts noprint"><Year label={w.year} value={year} onChange={(y) => setParams({ tab: 'figures', year: String(y) }, { replace: true })} /><button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
      <Loaded from={figures} lines={8}>
        {(f) => (
          <>
            <div className="tiles">{([[w.questionsN, showNumber(f.days)], [w.answers, showNumber(f.all.answers)], [w.people, showNumber(f.all.people)], [w.share, share(f.all.people, f.all.members)], [w.rightOnes, share(f.all.rightOnes, f.all.answers)]] as const).map(([title, n]) => <div key={title} className="tile"><span>{title}</span><b className="num">{n}</b></div>)}</div>
            <Card title={w.byMonth}>
              <div className="dqscroll"><table className="dqtable"><thead><tr><th scope="col">{w.month}</th>{[w.questionsN, w.answers, w.rightOnes].map((x) => <th key={x} scope="col" className="num">{x}</th>)}</tr></thead><tbody>{f.months.map((m) => <tr key={m.month}><td>{w.monthN({ n: m.month })}</td><td className="num">{m.days}</td><td className="num">{showNumber(m.answers)}</td><td className="num">{share(m.rightOnes, m.answers)}</td></tr>)}</tbody></table></div>
            </Card>
            <Units units={f.units} all={f.all} />
          </>
        )}
      </Loaded>
    </div>
  );
}
