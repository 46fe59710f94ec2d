import { useState } from 'react';
import { Link } from 'react-router';
import { Card, DeskPage, Empty, Icon, LoadedPages, type Output, Row, showTime, useLocale, usePages, useScope, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../locker-ui.words.ts';
import { RefillForm } from './CabinetForms.tsx';
import { Tabs } from './Tabs.tsx';

type Shortage = Output<typeof desk.shortages>['items'][number];
type Round = Output<typeof desk.refills>['items'][number];

function OfCabinet({ lines, refill }: { lines: readonly Shortage[]; refill: () => void }) {
  const w = useWords(words);
  const [first] = lines;
  if (first === undefined) return null;
  return (
    <Card title={first.place} aside={<button type="button" className="btn noprint" aria-label={`${w.refill} ${first.place}`} onClick={refill}>{w.refill}</button>}>
      <p className="note">{first.union} · <Link to={`/lockers/${first.cabinetId}`}>{w.cabinetNo({ n: first.cabinet })}</Link></p>
      <table className="lkrows"><thead><tr><th scope="col">{w.doorColumn}</th><th scope="col">{w.item}</th><th scope="col" className="num">{w.inStock}</th><th scope="col" className="num">{w.need}</th></tr></thead>
        <tbody>{lines.map((l) => <tr key={l.no}><td className="num">{l.no}</td><td>{l.label}</td><td className="num">{w.stockOf({ n: l.stock, of: l.capacity })}</td><td className="num"><b>{Math.max(0, l.capacity - l.stock)}</b></td></tr>)}</tbody></table>
    </Card>
  );
}

function Rounds() {
  const w = useWords(words);
  const language = useLocale();
  const { union } = useScope();
  const rounds = usePages(desk.refills, { ...(union ? { unionId: union } : {}) });
  const text = (f: Round): string => f.lines.map((l) => (l.found === l.expected ? w.roundLine({ label: l.label, added: l.added }) : w.roundDiffers({ label: l.label, added: l.added, found: l.found, expected: l.expected }))).join(language === 'zh' ? '，' : ', ');
  return <Card title={w.rounds} className="noprint"><LoadedPages from={rounds} empty={<Empty icon="box" title={w.noRounds} />}>{(items) => items.map((f) => <Row key={f.id} title={`${f.place} · ${f.by}`} note={`${text(f)}${f.note ? ` · ${f.note}` : ''}`} end={showTime(f.at, language)} to={`/lockers/${f.cabinetId}`} />)}</LoadedPages></Card>;
}

/** What must be refilled, cabinet by cabinet, to print and to take along; and the rounds of before. */
export default function Refills() {
  const w = useWords(words);
  const { union } = useScope();
  const [at, setAt] = useState<string>();
  const short = usePages(desk.shortages, { limit: 100, ...(union ? { unionId: union } : {}) });
  const groups = [...Map.groupBy(short.items, (s) => s.cabinetId)];
  const lines = groups.find(([id]) => id === at)?.[1];
  return (
    <DeskPage title={w.refills} about={short.total === undefined ? undefined : w.shortagesAbout({ n: short.total })} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Tabs />
      <LoadedPages from={short} empty={<Card><Empty icon="ok" title={w.noShortages} hint={w.noShortagesHint} /></Card>}>{() => <div className="columns">{groups.map(([id, of]) => <OfCabinet key={id} lines={of} refill={() => setAt(id)} />)}</div>}</LoadedPages>
      <Rounds />
      {at && lines ? <RefillForm cabinetId={at} lines={lines} close={() => setAt(undefined)} /> : null}
    </DeskPage>
  );
}
