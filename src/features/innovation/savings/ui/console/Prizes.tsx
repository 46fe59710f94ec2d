import { Checkbox, Input, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { ask, Basis, Card, Chip, DeskPage, Empty, Icon, NotShown, type Output, showList, showMoney, showTime, useAct, useAddress, useCall, useLocale, useSay, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../savings.css';

type Month = Output<typeof api.prizes>;
type Person = Month['ranking'][number];
const MONTHS_BACK = 13;
const CHANGED = [api.prizes] as const;

/** This month and those before, latest first. */
const months = (): string[] => {
  const now = new Date(Date.now() + 8 * 3_600_000);
  return Array.from({ length: MONTHS_BACK }, (_, i) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - i, 1)).toISOString().slice(0, 7));
};

/** The first places are proposed; the officer may choose others. */
const proposed = (of: Month): string[] => of.ranking.filter((p) => !p.wonElsewhere).slice(0, of.count).map((p) => p.id);

function TakeBack({ of }: { of: Month }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy } = useAct(api.takeBack, { done: w.takenBack, refreshes: CHANGED });
  return (
    <form className="saveacts noprint" onSubmit={(e) => { e.preventDefault(); act({ unionId: of.union.id, month: of.month, text }); }}>
      <Input aria-label={w.reason} placeholder={w.reason} maxLength={200} value={text} onChange={(e) => setText(e.target.value)} style={{ width: 240 }} />
      <button type="submit" className="btn" disabled={busy || text.trim().length < 2}>{w.takeBack}</button>
    </form>
  );
}

function Ranking({ of }: { of: Month }) {
  const w = useWords(words);
  const language = useLocale();
  const [chosen, setChosen] = useState<readonly string[]>(() => proposed(of));
  const { act, busy } = useAct(api.award, { done: w.awarded, refreshes: CHANGED });
  const open = of.may.includes('award');
  const toggle = (id: string): void => setChosen(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);
  const award = async (): Promise<void> => {
    const money = { each: showMoney(of.eachFen), all: showMoney(of.eachFen * chosen.length) };
    if (await ask({ title: w.awardAsk({ month: of.month, n: chosen.length }), text: w.awardHint(money), yes: w.award({ n: chosen.length }) })) act({ unionId: of.union.id, month: of.month, people: [...chosen] });
  };
  const columns: TableColumnsType<Person> = [
    ...(open ? [{ key: 'tick', width: 48, title: '', render: (_: unknown, p: Person) => <Checkbox aria-label={p.name} checked={chosen.includes(p.id)} disabled={p.wonElsewhere || (!chosen.includes(p.id) && chosen.length >= of.count)} onChange={() => toggle(p.id)} /> }] : []),
    { key: 'place', width: 72, title: w.place, align: 'right', render: (_, p) => <span className="num">{p.place}</span> },
    { key: 'name', title: w.name, render: (_, p) => <span className="cell"><b>{p.name}</b><small>{p.unit}</small></span> },
    { key: 'entries', width: 120, title: w.entries, align: 'right', render: (_, p) => <span className="num">{p.entries}</span> },
    { key: 'saved', width: 160, title: w.saved, align: 'right', render: (_, p) => <b className="num">{showMoney(p.fen)}</b> },
    { key: 'won', width: 180, title: '', render: (_, p) => (p.won ? <Chip kind="gold" icon="medal">{w.won} {showMoney(of.eachFen)}</Chip> : p.wonElsewhere ? <Chip>{w.wonElsewhere}</Chip> : null) },
  ];
  return (
    <>
      {of.confirmedAt ? (
        <Card><div className="savechiprow"><Chip kind="ok" icon="check">{w.confirmedBy({ name: of.confirmedBy ?? '', time: showTime(of.confirmedAt, language) })}</Chip>{of.payment ? <Chip kind="info" icon="wallet">{w.onList(of.payment)}</Chip> : null}<span style={{ flex: 1 }} />{of.may.includes('takeBack') ? <TakeBack of={of} /> : null}</div></Card>
      ) : null}
      <section className="panel" aria-label={w.persons}>
        {open ? <div className="savebulk noprint"><span className="num">{w.chosen({ n: chosen.length, most: of.count })}</span><button type="button" className="btn primary" disabled={busy || chosen.length === 0} onClick={() => void award()}><Icon name="medal" size={18} />{w.award({ n: chosen.length })}</button></div> : null}
        <Table<Person> rowKey="id" size="middle" dataSource={[...of.ranking]} columns={columns} scroll={{ x: 'max-content' }} rowClassName={(p) => (p.won ? 'savewin' : '')}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} locale={{ emptyText: <Empty icon="medal" title={w.noRanking} hint={w.noRankingHint} /> }} />
      </section>
      <p className="note">{!open && of.confirmedAt === null && of.ranking.length > 0 ? w.monthRunning : w.prizeHow}</p>
      <Basis>{w.prizeBasis({ n: of.count, amount: showMoney(of.eachFen), source: showList(of.basis) })}</Basis>
    </>
  );
}

/** The sesame prize of a month: the ranking, its winners, their confirmation. */
export default function Prizes() {
  const w = useWords(words);
  const say = useSay();
  const { union } = useScope();
  const [chosen, choose] = useAddress('month');
  const month = chosen ?? months()[1] ?? '';
  const found = useCall(api.prizes, { month, ...(union ? { unionId: union } : {}) });
  const p = found.data;
  const actions = (
    <>
      <Select aria-label={w.month} value={month} onChange={choose} options={months().map((m) => ({ value: m, label: m }))} />
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return (
    <DeskPage title={say(titles.prizes)} about={p ? w.prizeAbout({ union: p.union.name, n: p.count, amount: showMoney(p.eachFen) }) : undefined} actions={actions}>
      {found.error && !p ? <NotShown why={found.error} again={() => void found.refetch()} /> : p ? <Ranking key={`${p.union.id} ${p.month} ${p.confirmedAt ?? ''}`} of={p} /> : <Waiting lines={8} />}
    </DeskPage>
  );
}
