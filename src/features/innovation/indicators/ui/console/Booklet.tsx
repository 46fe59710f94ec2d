import { Button, Input, Pagination, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card, DeskPage, Empty, Icon, Loaded, NotShown, type Output, showMoney, useAct, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../indicators.contract.ts';
import { words } from '../indicators-ui.words.ts';
import '../indicators.css';

type Seen = Output<typeof api.booklet>;
type Item = Output<typeof api.candidates>['items'][number];
const PER_PAGE = 20;
const lineOf = (x: Item): string => [x.number, x.unit, x.authors, x.benefitFen === null ? '' : showMoney(x.benefitFen)].filter((t) => t !== '').join(' · ');

/** What may be chosen, found by words, the largest benefit first. */
function Candidates({ seen, chosen, add }: { seen: Seen; chosen: ReadonlySet<string>; add: (item: Item) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const found = useCall(api.candidates, { schemeId: seen.scheme.id, year: seen.year, ...(text ? { text } : {}), limit: PER_PAGE, offset: (page - 1) * PER_PAGE }, { keepWhileChanging: true });
  return (
    <Card title={w.candidates} aside={found.data ? w.items({ n: found.data.total }) : ''}>
      <Input.Search aria-label={w.search} placeholder={w.search} allowClear onSearch={(t) => { setText(t.trim()); setPage(1); }} />
      {found.error ? <NotShown why={found.error} again={() => void found.refetch()} /> : null}
      {found.data?.total === 0 ? <Empty icon="idea" title={w.noCandidates} hint={w.noCandidatesHint} /> : null}
      <ul className="bookletlist">
        {found.data?.items.map((x) => (
          <li key={x.id}><span /><span className="cell"><Link to={`/suggestions/${x.id}`}>{x.title}</Link><small className="num">{lineOf(x)}</small></span><Button size="small" disabled={chosen.has(x.id)} aria-label={`${chosen.has(x.id) ? w.added : w.add} ${x.title}`} onClick={() => add(x)}>{chosen.has(x.id) ? w.added : w.add}</Button></li>
        ))}
      </ul>
      {(found.data?.total ?? 0) > PER_PAGE ? <Pagination size="small" current={page} pageSize={PER_PAGE} total={found.data?.total ?? 0} showSizeChanger={false} onChange={setPage} /> : null}
    </Card>
  );
}

/** The chosen ones in their order. */
function Chosen({ list, move, remove, edits }: { list: readonly Item[]; move: (at: number, by: number) => void; remove: (at: number) => void; edits: boolean }) {
  const w = useWords(words);
  if (list.length === 0) return <Empty icon="books" title={w.noneChosen} hint={edits ? w.noneChosenHint : ''} />;
  return (
    <ol className="bookletlist">
      {list.map((x, i) => (
        <li key={x.id}>
          <span className="num">{i + 1}</span><span className="cell"><Link to={`/suggestions/${x.id}`}>{x.title}</Link><small className="num">{lineOf(x)}</small></span>
          {edits ? (
            <span className="bookletacts">
              <button type="button" className="iconbtn turned" aria-label={w.up({ title: x.title })} disabled={i === 0} onClick={() => move(i, -1)}><Icon name="down" size={18} /></button>
              <button type="button" className="iconbtn" aria-label={w.down({ title: x.title })} disabled={i === list.length - 1} onClick={() => move(i, 1)}><Icon name="down" size={18} /></button>
              <button type="button" className="iconbtn" aria-label={w.remove({ title: x.title })} onClick={() => remove(i)}><Icon name="close" size={18} /></button>
            </span>
          ) : <span />}
        </li>
      ))}
    </ol>
  );
}

function Editor({ seen }: { seen: Seen }) {
  const w = useWords(words);
  const edits = seen.may.includes('settle');
  const [title, setTitle] = useState(seen.title);
  const [preface, setPreface] = useState(seen.preface);
  const [list, setList] = useState<readonly Item[]>(seen.items);
  const saving = useAct(api.saveBooklet, { done: w.bookletSaved, refreshes: [api.booklet] });
  const move = (at: number, by: number): void => setList((all) => { const [x] = all.slice(at, at + 1); const rest = all.toSpliced(at, 1); return x ? rest.toSpliced(at + by, 0, x) : all; });
  const same = title === seen.title && preface === seen.preface && list.map((x) => x.id).join() === seen.items.map((x) => x.id).join();
  return (
    <div className={edits ? 'bookletdesk' : ''}>
      <Card title={w.chosen({ n: list.length })} aside={<Link to={`/indicators/booklet/print?year=${seen.year}`}>{w.preview}</Link>}>
        {edits ? (
          <div className="bookletform">
            <div className="cell"><label htmlFor="booklettitle">{w.bookletTitle}</label><Input id="booklettitle" value={title} maxLength={60} onChange={(e) => setTitle(e.target.value)} /></div>
            <div className="cell"><label htmlFor="bookletpreface">{w.preface}</label><Input.TextArea id="bookletpreface" value={preface} maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(e) => setPreface(e.target.value)} /></div>
            <div><Button type="primary" disabled={same} loading={saving.busy} onClick={() => saving.act({ schemeId: seen.scheme.id, year: seen.year, title, preface, version: seen.version, ids: list.map((x) => x.id) })}>{w.save}</Button></div>
          </div>
        ) : null}
        <Chosen list={list} edits={edits} move={move} remove={(at) => setList((all) => all.toSpliced(at, 1))} />
      </Card>
      {edits ? <Candidates seen={seen} chosen={new Set(list.map((x) => x.id))} add={(x) => setList((all) => [...all, x])} /> : null}
    </div>
  );
}

/** The yearly booklet of the best: what stands in it, and in which order. */
export default function Booklet() {
  const w = useWords(words);
  const { union } = useScope();
  const [at, choose] = useAddress('year');
  const now = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const year = Number(at) || now - 1;
  const seen = useCall(api.booklet, { year, ...(union ? { unionId: union } : {}) });
  return (
    <DeskPage title={w.booklet} about={w.bookletAbout}
      actions={<Select {...namedList(w.year)} value={year} onChange={(y: number) => choose(String(y))} options={[now, now - 1, now - 2, now - 3, now - 4].map((y) => ({ value: y, label: w.yearName({ year: y }) }))} />}>
      <Loaded from={seen} lines={8}>{(s) => <Editor key={`${s.year} ${s.version}`} seen={s} />}</Loaded>
    </DeskPage>
  );
}
