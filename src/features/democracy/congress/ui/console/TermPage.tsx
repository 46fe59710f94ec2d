import { Tabs } from 'antd';
import { useParams } from 'react-router';
import { Card, DeskPage, Loaded, NotShown, type Output, useAddress, useCall, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { About } from './About.tsx';
import { Constituencies } from './Constituencies.tsx';
import { Delegations } from './Delegations.tsx';
import { Elections } from './Elections.tsx';
import { Groups } from './Groups.tsx';
import { Recalls } from './Recalls.tsx';
import { Roll } from './Roll.tsx';

export type Term = Output<typeof api.term>;
const TABS = ['about', 'constituencies', 'elections', 'roll', 'delegations', 'groups', 'recalls'] as const;

function Tabbed({ term: t }: { term: Term }) {
  const w = useWords(words);
  const [tab, setTab] = useAddress('tab');
  const shown = t.form === 'meeting' ? (['about'] as const) : TABS;
  const body = { about: About, constituencies: Constituencies, elections: Elections, roll: Roll, delegations: Delegations, groups: Groups, recalls: Recalls };
  const at = shown.find((x) => x === tab) ?? 'about';
  return <Tabs activeKey={at} onChange={(key) => setTab(key === 'about' ? '' : key)} destroyOnHidden items={shown.map((key) => { const Body = body[key]; return { key, label: w[`tab_${key}`], children: <Body term={t} /> }; })} />;
}

/** One term at the desk: numbers, constituencies, elections, roll, delegations, groups, recalls. */
export default function TermPage() {
  const say = useSay();
  const kw = useWords(congressWords);
  const { id = '' } = useParams();
  const term = useCall(api.term, { id });
  const t = term.data;
  const crumbs = t ? [{ title: t.body, to: `/congress/bodies/${t.bodyId}` }] : [];
  if (term.error && !t) return <DeskPage title={say(titles.bodies)}><Card><NotShown why={term.error} again={() => void term.refetch()} /></Card></DeskPage>;
  return <DeskPage title={t ? `${t.body} ${kw.termOf({ n: t.number })}` : say(titles.bodies)} about={t ? kw[`stage_${t.stage}`] : undefined} crumbs={crumbs}><Loaded from={term} lines={8}>{(x) => <Tabbed term={x} />}</Loaded></DeskPage>;
}
