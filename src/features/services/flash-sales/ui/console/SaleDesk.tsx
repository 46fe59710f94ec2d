import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Chip, DeskPage, Facts, Icon, Loaded, type Output, showList, showMoney, showNumber, showTime, Timeline, useCall, useLocale, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { words as saleWords } from '../../sales.words.ts';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../desk.words.ts';
import { Picture } from '../both/parts.tsx';
import { Checks } from './Checks.tsx';
import { SaleActs } from './SaleActs.tsx';
import '../sales.css';

const Claims = lazy(() => import('../../../offers/ui/console/Claims.tsx').then((m) => ({ default: m.Claims })));
export type Desk = Output<typeof api.desk>;

function Pools({ sale: s }: { sale: Desk }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Card title={w.pools} aside={<span className="num">{w.members({ n: showNumber(s.members) })}</span>}>
      <table className="salepools">
        <thead><tr><th>{w.quotaUnion}</th><th className="num">{w.places}</th><th className="num">{w.takenN}</th><th className="num">{w.left}</th><th>{w.rollsUp}</th></tr></thead>
        <tbody>{s.pools.map((p) => <tr key={p.no}><td>{p.union?.name ?? w.everybody}</td><td className="num">{showNumber(p.places)}</td><td className="num">{showNumber(p.taken)}</td><td className="num">{showNumber(p.places - p.taken)}</td><td className="num">{p.rollsUpAt ? showTime(p.rollsUpAt, language) : ''}</td></tr>)}</tbody>
      </table>
    </Card>
  );
}

export function SaleFacts({ sale: s }: { sale: Desk }) {
  const w = useWords(words);
  const sw = useWords(saleWords);
  const language = useLocale();
  const time = (t: string): string => showTime(t, language);
  const who = [s.unions.length > 0 ? showList(s.unions.map((u) => u.name), language) : w.all, s.memberMonths > 0 ? w.monthsN({ n: s.memberMonths }) : '', s.restDays > 0 ? w.restN({ n: s.restDays }) : '', s.misses ? w.misses(s.misses) : ''].filter(Boolean).join(' · ');
  return (
    <Facts of={[
      [w.opens, time(s.opensAt)], [w.end, time(s.closesAt)], [w.price, `${s.pays === 'points' ? w.pointsN({ n: s.price / 100 }) : showMoney(s.price)} · ${sw[`pays_${s.pays}`]}`], [w.worth, showMoney(s.worthFen)], [w.cost, showMoney(s.costFen)], [w.occasion, sw[`occasion_${s.occasion}`]], [w.form, sw[`form_${s.form}`]],
      [w.who, who], [w.place, s.place], [w.pickUp, s.handOverFrom && s.handOverTo ? `${time(s.handOverFrom)} – ${time(s.handOverTo)}` : null], [w.tax, [s.taxWord, s.taxNote].filter(Boolean).join(' · ')], [w.number, s.number], [w.madeBy, s.madeBy], [w.text, s.about],
    ]} />
  );
}

function Tiles({ sale: s }: { sale: Desk }) {
  const w = useWords(words);
  const tile = (title: string, value: string, note = '') => <div className="tile"><small>{title}</small><b className="num">{value}</b><i className="num">{note}</i></div>;
  return <div className="tiles">{tile(w.takenN, showNumber(s.taken), `/ ${showNumber(s.places)}`)}{tile(w.handedN, showNumber(s.handed))}{tile(w.seconds, s.lastSeconds === null ? '—' : w.secondsN({ n: showNumber(s.lastSeconds) }))}{tile(w.cost, showMoney(s.costFen))}</div>;
}

/** A sale at the desk: what it is, whether it may be published, who has one, and every step that is open. */
export default function SaleDesk() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const [editing, setEditing] = useState(false);
  const seen = useCall(api.desk, { id }, { every: 30_000 });
  return (
    <Loaded from={seen} lines={8}>
      {(s) => (
        <DeskPage title={s.title} about={s.union.name} actions={<SaleActs sale={s} busy={setEditing} />}>
          {s.publishedAt ? <Tiles sale={s} /> : null}
          <div className="saledesk" aria-busy={editing}>
            <div>
              {s.publishedAt ? null : <Checks sale={s} />}
              <Card title={w.facts} aside={<span className="chips"><StateChip state={s.state} word={s.stateWord} />{s.returned ? <> <Chip kind="warn">{w.returned}</Chip></> : null}</span>}>{s.why ? <p className="salecalled"><Icon name="info" size={18} />{w.why({ why: s.why })}</p> : null}<SaleFacts sale={s} /></Card>
              {s.publishedAt ? null : <Pools sale={s} />}
            </div>
            <div>
              <Card><Picture photo={s.photos[0] ?? null} title={s.title} large />{s.photos.length > 1 ? <div className="salephotos">{s.photos.slice(1).map((p) => <Picture key={p.id} photo={p} title={s.title} />)}</div> : null}<p><a href={`/flash-sales/${s.id}`} target="_blank" rel="noreferrer">{w.preview}</a>{s.state === 'coming' ? <span className="note num"> · {w.reminders({ n: s.reminders })}</span> : null}</p></Card>
              {s.events.length > 0 ? <Card title={w.story}><Timeline items={s.events.map((e) => ({ key: e.id, what: <>{e.word}{e.text ? <span className="note">{e.text}</span> : null}</>, note: e.by, when: e.at }))} />{s.basis.map((b) => <p key={b} className="note">{b}</p>)}</Card> : null}
              {s.publishedAt ? <Card title={w.report}><p><Link to={`/flash-sales/${s.id}/report`}>{w.report}</Link> · <Link to={`/flash-sales/${s.id}/hall`}>{w.hall}</Link></p></Card> : null}
            </div>
          </div>
          {s.publishedAt ? <section className="saleclaims" aria-label={w.claims}><Suspense fallback={<Waiting lines={6} />}><Claims offerId={s.id} /></Suspense></section> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
