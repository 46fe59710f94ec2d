import { Link, useSearchParams } from 'react-router';
import { daysInMonth, legalDateOf, weekdayOf } from '#shared/dates';
import { Card, Icon, Loaded, type Output, PhonePage, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import '../daily.css';
import { words } from '../phone.words.ts';

type Month = Output<typeof api.month>;
const moved = (month: string, by: number): string => { const [y, m] = month.split('-').map(Number) as [number, number]; return new Date(Date.UTC(y, m - 1 + by, 1)).toISOString().slice(0, 7); };

function Grid({ of: m }: { of: Month }) {
  const w = useWords(words);
  const language = useLocale();
  const [year, month] = m.month.split('-').map(Number) as [number, number];
  const marks = new Map(m.items.map((d) => [d.day, d]));
  const lead = (weekdayOf(`${m.month}-01`) + 6) % 7;
  return (
    <div className="dqmonth">
      {([1, 2, 3, 4, 5, 6, 0] as const).map((d) => <span key={d} aria-hidden="true">{w[`w${d}`]}</span>)}
      {Array.from({ length: lead }, (_, i) => <i key={`lead ${String(i)}`} />)}
      {Array.from({ length: daysInMonth(year, month) }, (_, i) => {
        const day = `${m.month}-${String(i + 1).padStart(2, '0')}`;
        const d = marks.get(day);
        if (!d) return <span key={day} className="dqcell">{i + 1}</span>;
        const label = w.dayMark({ day: showDate(day, language), mark: w[`mark_${d.mark}`] });
        return <Link key={day} className={`dqcell ${d.mark}`} to={d.mark === 'open' ? '/daily' : `/daily/days/${day}`}><span className="unseen">{label}</span><span aria-hidden="true">{i + 1}</span>{d.mark === 'right' || d.mark === 'wrong' ? <Icon name={d.mark === 'right' ? 'check' : 'close'} size={14} /> : null}</Link>;
      })}
    </div>
  );
}

/** A month of one's own: right, wrong, missed. */
export default function Calendar() {
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const now = legalDateOf(new Date()).slice(0, 7);
  const month = /^2\d{3}-(0[1-9]|1[0-2])$/.test(params.get('month') ?? '') ? (params.get('month') as string) : now;
  const mine = useCall(api.month, { month }, { keepWhileChanging: true });
  const to = (by: number): void => setParams({ month: moved(month, by) }, { replace: true });
  const [y, m] = month.split('-').map(Number) as [number, number];
  return (
    <PhonePage title={w.calendar} up="/daily">
      <Card>
        <div className="dqmonthbar"><button type="button" className="iconbtn" aria-label={w.before} onClick={() => to(-1)}><Icon name="back" /></button><h2>{w.monthOf({ year: y, month: m })}</h2><button type="button" className="iconbtn" aria-label={w.after} disabled={month >= now} onClick={() => to(1)}><Icon name="next" /></button></div>
        <Loaded from={mine} lines={6}>{(found) => <><Grid of={found} /><p className="note num dqbonus">{found.items.length === 0 ? w.monthNone : w.monthSum({ n: found.answered, right: found.rightOnes, points: found.points })}</p></>}</Loaded>
      </Card>
    </PhonePage>
  );
}
