import { useState } from 'react';
import { Card, Chip, Empty, Facts, FieldText, type Output, showDate, showMoney, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { meeting } from '../../gatherings.contract.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';

type Report = Output<typeof meeting.report>;

function Write({ id, of: r }: { id: string; of: Report }) {
  const w = useWords(words);
  const [d, set] = useState({ done: r.done, plans: r.plans });
  const { act, busy } = useAct(meeting.sendReport, { done: w.reportSent, refreshes: [meeting.report] });
  return (
    <Card>
      <form className="fields noprint" onSubmit={(e) => { e.preventDefault(); act({ id, year: r.year, ...d }); }}>
        <FieldText label={w.done} rows={6} maxLength={3000} value={d.done} onChange={(e) => set({ ...d, done: e.target.value })} />
        <FieldText label={w.plans} rows={3} maxLength={3000} value={d.plans} onChange={(e) => set({ ...d, plans: e.target.value })} />
        <button type="submit" className="btn primary" disabled={busy || d.done.trim().length < 2}>{w.sendReport}</button>
      </form>
    </Card>
  );
}

/** The yearly report of a club with its figures; prints on A4. */
export function ReportView({ id, of: r }: { id: string; of: Report }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      <Card title={`${r.club} ${r.year}`}>
        <p className="clubline">{r.sentAt === null ? <Chip kind="warn">{w.notSent}</Chip> : <Chip kind={r.onTime ? 'ok' : 'late'}>{r.onTime ? w.onTime : w.late}</Chip>}<small className="note num">{w.reportDue({ day: showDate(r.dueOn, language) })}</small></p>
        <Facts of={[
          [w.leader, r.leader], [w.members, <span key="m" className="num">{w.membersOf({ n: r.members })}</span>], [w.gatherings, <span key="g" className="num">{r.gatherings}</span>], [w.attendances, <span key="a" className="num">{r.attendances}</span>],
          [w.rating, r.stars === null ? '' : <span key="s" className="num">{w.starsOf({ stars: r.stars, n: r.ratings })}</span>], [w.grant, r.grantFen === null ? '' : <span key="f" className="num">{showMoney(r.grantFen)}</span>], [w.spent, <span key="c" className="num">{showMoney(r.spentFen)}</span>],
        ]} />
        {r.done ? <><h3>{w.done}</h3><p className="clubtext">{r.done}</p></> : null}
        {r.plans ? <><h3>{w.plans}</h3><p className="clubtext">{r.plans}</p></> : null}
      </Card>
      {r.may.includes('send') ? <Write key={r.sentAt ?? ''} id={id} of={r} /> : null}
      <Card title={w.held}>{r.held.length === 0 ? <Empty icon="calendar" title={w.noGathering} /> : <ul className="clubrows">{r.held.map((g) => <li key={g.id}><span><b>{g.title}</b><small className="note num">{showTime(g.startsAt, language)} · {g.place}</small></span><span className="end num">{w.cameN({ n: g.came })}</span></li>)}</ul>}</Card>
    </>
  );
}
