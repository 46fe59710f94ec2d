import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, Loaded, type Nearness, type Output, RefusedByServer, saveFile, showDate, tell, useCall, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Year } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as states } from '../../disclosure.words.ts';
import '../disclosure.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { useOwnUnion } from './own-union.ts';

type Duty = Output<typeof desk.calendar>['items'][number];
const LOOK: Readonly<Record<Duty['state'], Nearness | 'info'>> = { coming: 'quiet', due: 'warn', late: 'late', done: 'ok', doneLate: 'warn', nothing: 'quiet' };
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const lastDay = (due: string): Date => new Date(new Date(due).getTime() - 1);
const monthOf = (due: string): number => new Date(new Date(due).getTime() - 1 + 8 * 3_600_000).getUTCMonth() + 1;

function Month({ month, items }: { month: number; items: readonly Duty[] }) {
  const w = useWords(words);
  const sw = useWords(states);
  const language = useLocale();
  return (
    <Card title={w.monthN({ n: month })}>
      <ul>
        {items.map((d) => (
          <li key={`${d.entryCode} ${d.period}`}>
            <span>{d.itemId ? <Link to={`/disclosures/${d.itemId}`}>{d.entry}</Link> : d.entry}</span>
            <Chip kind={LOOK[d.state]}>{sw[`duty_${d.state}`]}</Chip>
            <small className="num">{d.period} · {d.every} · {showDate(lastDay(d.dueAt).toISOString(), language)}{d.lateDays > 0 ? ` · ${w.lateN({ n: d.lateDays })}` : ''}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Shown({ of: c }: { of: Output<typeof desk.calendar> }) {
  const w = useWords(words);
  const sw = useWords(states);
  if (c.ownership === null) return <Card><Empty icon="board" title={w.catalogueMissing} hint={w.catalogueMissingHint} /><p className="pubacts"><Link className="btn primary" to="/disclosure-catalogue">{w.setIt}</Link></p></Card>;
  if (c.items.length === 0) return <Card><Empty icon="calendar" title={w.noDuties} hint={w.dutiesAbout} /></Card>;
  const months = Map.groupBy(c.items, (d) => monthOf(d.dueAt));
  const count = (...of: Duty['state'][]): number => c.items.filter((d) => of.includes(d.state)).length;
  return (
    <>
      <div className="tiles">
        <div className="tile"><small>{w.late}</small><b className={count('late') > 0 ? 'num late' : 'num'}>{count('late')}</b></div><div className="tile"><small>{sw.duty_due}</small><b className="num">{count('due')}</b></div>
        <div className="tile"><small>{w.publishedN}</small><b className="num">{count('done', 'doneLate')}</b></div><div className="tile"><small>{w.sumDuties}</small><b className="num">{c.items.length}</b></div>
      </div>
      <div className="pubmonths">{[...months].sort(([a], [b]) => a - b).map(([month, items]) => <Month key={month} month={month} items={items} />)}</div>
    </>
  );
}

/** The year of a union's duties: what is due, done, late, to come. */
export default function Duties() {
  const w = useWords(words);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const unionId = useOwnUnion();
  const year = Number(params.get('year')) || thisYear();
  const found = useCall(desk.calendar, { unionId: unionId ?? '', year }, { when: unionId !== undefined, keepWhileChanging: true });
  const save = (): void => { if (unionId === undefined) return; setBusy(true); saveFile(desk.exportCalendar, { unionId, year }, 'duties.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false)); };
  const actions = (
    <>
      <Year label={w.year} value={year} onChange={(y) => setParams((before) => { const next = new URLSearchParams(before); next.set('year', String(y)); return next; })} />
      <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return <DeskPage title={say(titles.duties)} about={w.dutiesAbout} actions={actions}>{unionId === undefined ? <Card><Empty icon="tree" title={w.chooseUnion} hint={w.dutiesAbout} /></Card> : <Loaded from={found} lines={8}>{(c) => <Shown of={c} />}</Loaded>}</DeskPage>;
}
