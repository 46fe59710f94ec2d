import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, Empty, Icon, type Input, LoadedPages, type Output, PhonePage, showDate, showMoney, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../browse.contract.ts';
import type { Category } from '../../suggestions.rules.ts';
import { words } from '../own-ui.words.ts';
import '../suggestions.css';
import { Pick, useKinds } from './Pick.tsx';
import { StateChip } from './Way.tsx';

type Shown = Output<typeof api.shared>['items'][number];
type Order = 'newest' | 'best';

function One({ shown: s, kind }: { shown: Shown; kind: string }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Link className="card sugcard" to={`/suggestions/${s.id}`}>
      <b>{s.title}</b>
      <span className="sugstate"><StateChip state={s.state} word={s.stateWord} /><Chip>{kind}</Chip>{s.grade ? <Chip kind="gold">{w[`grade${s.grade as 1}`]}</Chip> : null}{s.benefitFen ? <span>{w.benefit} {w.yuan({ money: showMoney(s.benefitFen) })}</span> : null}</span>
      <span className="note">{s.authors} · {s.unit} · {s.adoptedOn ? w.adoptedOn({ date: showDate(s.adoptedOn, language) }) : ''}{s.supporters > 0 ? ` · ${w.supporters({ n: s.supporters })}` : ''}</span>
    </Link>
  );
}

/** Adopted suggestions of everybody in the scheme: to learn from, and to see what has been thought of. */
export default function Shared() {
  const w = useWords(words);
  const kinds = useKinds();
  const [text, setText] = useState('');
  const [category, setCategory] = useState<Category | ''>('');
  const [unitId, setUnit] = useState('');
  const [order, setOrder] = useState<Order>('newest');
  const wanted = useDeferredValue(text.trim());
  const scheme = useCall(api.myScheme, {});
  const asked: Input<typeof api.shared> = { order, ...(wanted ? { text: wanted } : {}), ...(category ? { category } : {}), ...(unitId ? { unitId } : {}) };
  const shown = usePages(api.shared, asked);
  const narrowed = wanted !== '' || category !== '' || unitId !== '';
  return (
    <PhonePage title={w.sharedTitle} up="/suggestions" foot={<Link className="btn primary" to="/suggestions/new"><Icon name="edit" size={20} />{w.write}</Link>}>
      <label className="searchbox"><Icon name="search" size={18} /><input type="search" value={text} placeholder={w.sharedFind} aria-label={w.sharedFind} onChange={(e) => setText(e.target.value)} /></label>
      <Pick<Category | 'all'> label={w.kinds} hidden shape="line" value={category || 'all'} onChange={(c) => setCategory(c === 'all' ? '' : c)} options={[{ key: 'all', text: w.all }, ...kinds]} />
      {scheme.data && scheme.data.units.length > 1 ? <Pick label={w.units} hidden shape="line" value={unitId || 'all'} onChange={(u) => setUnit(u === 'all' ? '' : u)} options={[{ key: 'all', text: w.allUnits }, ...scheme.data.units.map((u) => ({ key: u.id, text: u.name }))]} /> : null}
      <Pick<Order> label={w.order} hidden shape="line" value={order} onChange={setOrder} options={[{ key: 'newest', text: w.newest }, { key: 'best', text: w.best }]} />
      {shown.total ? <p className="note" role="status">{w.sharedCount({ n: shown.total })}</p> : null}
      <LoadedPages from={shown} empty={<Card>{narrowed ? <Empty icon="search" title={w.nothing} /> : <Empty icon="star" title={w.sharedEmpty} hint={w.sharedEmptyHint} />}</Card>}>
        {(items) => <div className="suglist">{items.map((s) => <One key={s.id} shown={s} kind={kinds.find((k) => k.key === s.category)?.text ?? ''} />)}</div>}
      </LoadedPages>
    </PhonePage>
  );
}
