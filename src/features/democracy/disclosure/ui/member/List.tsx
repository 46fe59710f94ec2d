import { Link, useSearchParams } from 'react-router';
import { Card, Chip, Choose, Empty, LoadedPages, PhonePage, showDay, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { type Card as Item, StateChip } from '../both/looks.tsx';
import { words } from '../disclosure-ui.words.ts';

const SHOW = ['all', 'unread', 'archive'] as const;
const YEARS = 6;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

function One({ of: d }: { of: Item }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Link className="card pubcard" to={`/disclosures/${d.id}`}>
      <span className="pubrow">{d.read || d.state === 'withdrawn' ? null : <Chip kind="union">{d.readVersion > 0 ? w.changedNew : w.new}</Chip>}<StateChip of={d.state} /><small>{d.entry}</small></span>
      <b>{d.title}</b>
      <small className="num">{d.union} · {w.published({ date: showDay(d.publishedAt ?? '', language) })}{d.publicUntil ? ` · ${w.until({ date: showDay(d.publicUntil, language) })}` : ''}</small>
      {d.lateDays > 0 || d.violation ? <span className="pubrow">{d.lateDays > 0 ? <Chip kind="warn" icon="clock">{w.late({ n: d.lateDays })}</Chip> : null}{d.violation ? <Chip kind="late" icon="late">{w.violated}</Chip> : null}</span> : null}
    </Link>
  );
}

/** What is disclosed to me: public now, not read yet, or of past years; searched in the whole text. */
export default function List() {
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string): void => setParams((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
  const show = SHOW.find((x) => x === params.get('show')) ?? 'all';
  const [text, year] = [params.get('text') ?? '', Number(params.get('year')) || undefined];
  const unread = useCall(api.waiting, {});
  const n = unread.data?.n ?? 0;
  const list = usePages(api.list, { show, ...(text ? { text } : {}), ...(show === 'archive' && year ? { year } : {}) });
  const years = Array.from({ length: YEARS }, (_, i) => thisYear() - i);
  return (
    <PhonePage title={w.title}>
      <Card>
        <div className="pubfilter">
          <Choose label={w.show} options={[['all', w.all], ['unread', n > 0 ? w.unread({ n }) : w.unreadNone], ['archive', w.archive]]} value={show} onChange={(x) => set('show', x === 'all' ? '' : x)} />
          <input className="pubfind" type="search" aria-label={w.find} placeholder={w.find} maxLength={60} defaultValue={text} onKeyDown={(e) => { if (e.key === 'Enter') set('text', e.currentTarget.value.trim()); }} onBlur={(e) => set('text', e.currentTarget.value.trim())} />
          {show === 'archive' ? <select className="pubfind" aria-label={w.year} value={String(year ?? '')} onChange={(e) => set('year', e.target.value)}><option value="">{w.anyYear}</option>{years.map((y) => <option key={y} value={String(y)}>{y}</option>)}</select> : null}
        </div>
      </Card>
      <h2 className="unseen">{w.title}</h2>
      <LoadedPages from={list} empty={<Card><Empty icon="board" title={show === 'unread' ? w.emptyUnread : w.empty} hint={w.emptyHint} /></Card>}>{(items) => <div className="pubcards">{items.map((d) => <One key={d.id} of={d} />)}</div>}</LoadedPages>
    </PhonePage>
  );
}
