import { Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { readYuan } from '#shared/money';
import { ask, Basis, Card, Chip, DeskPage, Icon, Loaded, type Output, saveFile, showMoney, showSentences, showTime, useAct, useCall, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../clubs.css';
import { Marks, showMarks } from './Marks.tsx';

type Seen = Output<typeof desk.awardList>;
type Prizes = Readonly<Record<string, { readonly prize: string; readonly yuan: string }>>;

function Ranking({ of: l }: { of: Seen }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const [prizes, set] = useState<Prizes>({});
  const open = l.may.includes('publish');
  const { act, busy } = useAct(desk.publishAwards, { done: w.didPublish, refreshes: [desk.awardList, desk.awardLists] });
  const given = (id: string) => prizes[id] ?? { prize: w.certificate, yuan: '' };
  const publish = async (): Promise<void> => {
    const all = l.items.filter((a) => a.won).map((a) => { const read = readYuan(given(a.clubId).yuan); return { clubId: a.clubId, prize: given(a.clubId).prize, prizeFen: read.ok ? Number(read.fen) : 0 }; });
    if (await ask({ title: w.publishAsk({ year: l.year }), text: w.publishHint, yes: w.publish })) act({ id: l.id, prizes: all });
  };
  return (
    <>
      {open ? <div className="clubacts noprint"><button type="button" className="btn primary" disabled={busy} onClick={() => void publish()}><Icon name="medal" size={18} />{w.publish}</button></div> : null}
      <section className="panel"><table className="clubmarks" aria-label={kw.awardsName}>
        <thead><tr><th>{kw.columnName}</th><th className="num">{kw.columnScore}</th><th>{w.prize}</th></tr></thead>
        <tbody>{l.items.map((a) => (
          <tr key={a.clubId} className={a.won ? 'clubwon' : ''}>
            <td><b className="num">{a.place}</b> {a.name} {a.won ? <Chip kind="gold" icon="medal">{w.winners}</Chip> : null}<details className="clubfold noprint"><summary>{w.formulas}</summary><Marks of={a.marks} name={a.name} /></details></td><td className="num">{showMarks(a.score)}</td>
            <td>{a.won && open ? <span className="clubacts"><Input aria-label={`${w.prize} ${a.name}`} maxLength={60} style={{ width: 160 }} value={given(a.clubId).prize} onChange={(e) => set({ ...prizes, [a.clubId]: { ...given(a.clubId), prize: e.target.value } })} /><Input aria-label={`${w.prizeFen} ${a.name}`} placeholder={w.prizeFen} maxLength={10} style={{ width: 120 }} value={given(a.clubId).yuan} onChange={(e) => set({ ...prizes, [a.clubId]: { ...given(a.clubId), yuan: e.target.value } })} /></span> : a.won ? `${a.prize}${a.prizeFen > 0 ? ` ${showMoney(a.prizeFen)}` : ''}` : ''}</td>
          </tr>
        ))}</tbody>
      </table></section>
    </>
  );
}

/** One award list: the whole ranking, prizes of the winners, confirming and publishing; prints on A4. */
export default function AwardPage() {
  const w = useWords(words);
  const say = useSay();
  const language = useLocale();
  const { id = '' } = useParams();
  const list = useCall(desk.awardList, { id });
  const l = list.data;
  const actions = <><button type="button" className="btn" onClick={() => void saveFile(desk.exportAwards, { id }, 'awards.xlsx')}><Icon name="download" size={18} />{w.exportIt}</button><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></>;
  return (
    <DeskPage title={l ? w.listTitle({ union: l.union, year: l.year }) : say(titles.awards)} about={l ? w.rule({ n: l.most, least: l.leastScore / 100 }) : undefined} actions={actions}>
      <Loaded from={list} lines={8}>{(x) => <>{x.publishedAt ? <Card><Chip kind="gold" icon="medal">{w.publishedBy({ name: x.publishedBy, time: showTime(x.publishedAt, language) })}</Chip></Card> : null}<Ranking key={x.publishedAt ?? ''} of={x} /><Basis>{showSentences(x.basis)}</Basis></>}</Loaded>
    </DeskPage>
  );
}
