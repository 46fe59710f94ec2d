import { Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Card, DeskPage, Empty, Icon, NotShown, type Output, RefusedByServer, saveFile, showMoney, showNumber, tell, useCall, useSay, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../savings.css';
import { KindPicture, MonthPicture } from './Pictures.tsx';

type Sums = Output<typeof api.sums>;
type Named = Sums['units'][number];
const YEARS_BACK = 5;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

function Tiles({ of }: { of: Sums }) {
  const w = useWords(words);
  const tile = (title: string, value: string, note: string) => <div className="tile"><small>{title}</small><b className="num">{value}</b><i className="num">{note}</i></div>;
  return (
    <div className="tiles">
      {tile(w.total, showMoney(of.all.fen), '')}
      {tile(w.entries, showNumber(of.all.entries), of.all.entries > 0 ? w.perEntry({ amount: showMoney(Math.round(of.all.fen / of.all.entries)) }) : '')}
      {tile(w.people, showNumber(of.people), '')}
      {tile(w.waiting, showMoney(of.waiting.fen), w.entriesN({ n: of.waiting.entries }))}
    </div>
  );
}

/** A ranking whose lines lead to what they are made of. */
function Ranking({ title, of, to }: { title: string; of: readonly Named[]; to: (one: Named) => string }) {
  const w = useWords(words);
  return (
    <Card title={title}>
      {of.length === 0 ? <p className="note">{w.noneYet}</p> : (
        <ol className="saverank">
          {of.map((one, i) => (
            <li key={one.id}><span className="num">{i + 1}</span><Link to={to(one)}><b>{one.name}</b>{one.note ? <small> {one.note}</small> : null} <small className="num">{w.entriesN({ n: one.entries })}</small></Link><b className="num">{showMoney(one.fen)}</b></li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Found({ of, year }: { of: Sums; year: number }) {
  const w = useWords(words);
  const units = of.units.filter((u) => u.fen > 0);
  const union = of.union ? `&union=${of.union.id}` : '';
  const own = of.all.fen - units.reduce((sum, u) => sum + u.fen, 0);
  const all = of.union && own > 0 ? [...units, { id: of.union.id, name: of.union.name, note: w.ownUnit, fen: own, entries: Math.max(0, of.all.entries - units.reduce((sum, u) => sum + u.entries, 0)) }].sort((a, b) => b.fen - a.fen) : units;
  return (
    <>
      <Tiles of={of} />
      {of.all.entries === 0 && of.waiting.entries === 0 ? <Card><Empty icon="money" title={w.empty} hint={w.emptyHint} /></Card> : null}
      <div className="savepictures"><MonthPicture months={of.months} /><KindPicture kinds={of.kinds} /></div>
      <div className="columns">
        <Ranking title={w.units} of={all} to={(u) => (u.id === of.union?.id ? `/savings?state=counted&union=${u.id}` : `/saving-sums?year=${year}&union=${u.id}`)} />
        <Ranking title={w.posts} of={of.posts} to={(p) => `/savings?state=counted&postId=${p.id}${union}`} />
        <Ranking title={w.persons} of={of.persons} to={(p) => `/savings?state=counted&personId=${p.id}${union}`} />
      </div>
    </>
  );
}

/** What a union and everything below it saved in a year, as numbers, pictures and rankings; prints on A4. */
export default function Sums() {
  const w = useWords(words);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const year = Number(params.get('year')) || thisYear();
  const [busy, setBusy] = useState(false);
  const asked = { year, ...(union ? { unionId: union } : {}) };
  const sums = useCall(api.sums, asked, { keepWhileChanging: true });
  const choose = (y: number): void => setParams((before) => { const next = new URLSearchParams(before); next.set('year', String(y)); return next; });
  const save = (): void => {
    setBusy(true);
    saveFile(api.exportSums, asked, 'sums.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false));
  };
  const f = sums.data;
  const actions = (
    <>
      <Select aria-label={w.year} value={year} onChange={choose} options={Array.from({ length: YEARS_BACK }, (_, i) => ({ value: thisYear() - i, label: w.yearOf({ year: thisYear() - i }) }))} />
      <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return (
    <DeskPage title={say(titles.sums)} about={f ? (f.union ? w.sumsAbout({ union: f.union.name, year: f.year }) : w.sumsAll({ year: f.year })) : undefined} actions={actions}>
      {sums.error && !f ? <NotShown why={sums.error} again={() => void sums.refetch()} /> : f ? <Found of={f} year={year} /> : <Waiting lines={8} />}
    </DeskPage>
  );
}
