import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { Chip, Empty, Field, Icon, LoadedPages, type Output, PhonePage, showTime, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { CATEGORIES } from '../../clubs.rules.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';

type Row = Output<typeof api.list>['items'][number];

function One({ club: c }: { club: Row }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const language = useLocale();
  return (
    <Link className="card clubcard" to={`/clubs/${c.id}`}>
      <span className="clubline"><b>{c.name}</b>{c.asked ? <Chip kind="warn" icon="people">{w.asked}</Chip> : c.mine === 'waiting' ? <Chip kind="info">{w.iWait}</Chip> : c.mine ? <Chip kind="ok" icon="check">{c.role ? kw[`role_${c.role}`] : w.iBelong}</Chip> : null}{c.state === 'active' ? null : <Chip>{kw[`state_${c.state}`]}</Chip>}</span>
      <span>{c.purpose}</span>
      <small className="note num">{kw[`category_${c.category}`]} · {c.capacity === null ? w.membersOf({ n: c.members }) : w.membersOfLimit({ n: c.members, most: c.capacity })} · {w.yearN({ n: c.gatherings })} · {c.union}</small>
      {c.next ? <small className="note num">{w.nextAt({ time: showTime(c.next.startsAt, language), place: c.next.place })}</small> : c.meets ? <small className="note">{c.meets}</small> : null}
    </Link>
  );
}

/** Clubs of my union and above, and those I found or belong to. */
export default function Clubs() {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const [mine, setMine] = useState(false);
  const [text, setText] = useState('');
  const [category, setCategory] = useState<Row['category'] | ''>('');
  const wanted = useDeferredValue(text.trim());
  const list = usePages(api.list, { ...(mine ? { mine: 'true' } : {}), ...(wanted ? { text: wanted } : {}), ...(category ? { category } : {}) });
  return (
    <PhonePage title={kw.title} up="/services" foot={<Link className="btn primary" to="/clubs/new"><Icon name="add" size={20} />{w.propose}</Link>}>
      <div className="fields">
        <Field label={w.search} value={text} maxLength={60} onChange={(e) => setText(e.target.value)} />
        <div className="clubchips">
          <button type="button" aria-pressed={!mine} onClick={() => setMine(false)}>{w.all}</button><button type="button" aria-pressed={mine} onClick={() => setMine(true)}>{w.mine}</button>
          <select className="clubselect" aria-label={w.category} value={category} onChange={(e) => setCategory(e.target.value as typeof category)}><option value="">{w.anyCategory}</option>{CATEGORIES.map((c) => <option key={c} value={c}>{kw[`category_${c}`]}</option>)}</select>
        </div>
      </div>
      <LoadedPages from={list} empty={<Empty icon="people" title={w.none} hint={w.noneHint} />}>{(items) => <div className="clublist">{items.map((c) => <One key={c.id} club={c} />)}</div>}</LoadedPages>
    </PhonePage>
  );
}
