import { Tabs } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Basis, Card, DeskPage, Loaded, NotShown, refresh, showSentences, useAddress, useCall, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Claims } from '../../../offers/ui/console/Claims.tsx';
import { api } from '../../clubs.contract.ts';
import { ClubFacts, ClubStory, FounderList, type Seen } from '../both/ClubFacts.tsx';
import '../clubs.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { ClubSteps } from './ClubSteps.tsx';
import { GatheringsTab, MoneyTab, ReportTab } from './ClubTabs.tsx';

const TABS = ['about', 'members', 'gatherings', 'money', 'report'] as const;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

function About({ club: c }: { club: Seen }) {
  const w = useWords(words);
  return (
    <div className="split">
      <div className="clubdesk"><Card><div className="clubdesk"><ClubFacts club={c} /></div></Card>{c.founders.length > 0 ? <Card title={w.founders} aside={w.confirmedOf({ n: c.confirmed, needed: c.needed })}><FounderList club={c} /></Card> : null}</div>
      <aside className="beside"><Card title={w.story}><div className="clubdesk"><ClubSteps key={c.id} club={c} /><ClubStory club={c} />{c.basis.length > 0 ? <Basis>{showSentences(c.basis)}</Basis> : null}</div></Card></aside>
    </div>
  );
}

function Tabbed({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const [tab, setTab] = useAddress('tab');
  const [year, setYear] = useState(thisYear());
  const founded = c.foundedOn !== null;
  const shown = TABS.filter((t) => t === 'about' || founded);
  const body = { about: <About club={c} />, members: <Claims offerId={c.id} />, gatherings: <GatheringsTab id={c.id} />, money: <MoneyTab id={c.id} year={year} setYear={setYear} />, report: <ReportTab id={c.id} year={year} setYear={setYear} /> };
  const at = shown.find((t) => t === tab) ?? 'about';
  return <Tabs activeKey={at} onChange={(key) => setTab(key === 'about' ? '' : key)} destroyOnHidden items={shown.map((t) => ({ key: t, label: w[`tab_${t}`], children: body[t] }))} />;
}

/** One club at the desk: about, members, gatherings, money, report. */
export default function ClubPage() {
  const say = useSay();
  const { id = '' } = useParams();
  const club = useCall(api.club, { id });
  useLive(() => void refresh(api.club));
  if (club.error) return <DeskPage title={say(titles.clubs)}><Card><NotShown why={club.error} again={() => void club.refetch()} /></Card></DeskPage>;
  return <DeskPage title={club.data?.name ?? say(titles.clubs)}><Loaded from={club} lines={8}>{(c) => <Tabbed key={c.id} club={c} />}</Loaded></DeskPage>;
}
