import { Tabs } from 'antd';
import { Link, useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, NotShown, refresh, useAddress, useCall, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Claims } from '../../../offers/ui/console/Claims.tsx';
import { api } from '../../activities.contract.ts';
import { words as states } from '../../activities.words.ts';
import '../activities.css';
import { type Seen, StandingChip } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { AboutTab } from './About.tsx';
import { Acts } from './Acts.tsx';
import { AnswersTab } from './AnswersTab.tsx';
import { CostsTab } from './CostsTab.tsx';
import { PhotosTab } from './PhotosTab.tsx';

const TABS = ['about', 'claims', 'answers', 'photos', 'costs'] as const;

function Tab({ of: a, tab }: { of: Seen; tab: string }) {
  if (tab === 'claims') return <div className="actdesk"><Claims offerId={a.id} /></div>;
  if (tab === 'answers') return <AnswersTab of={a} />;
  if (tab === 'photos') return <PhotosTab of={a} />;
  return tab === 'costs' ? <CostsTab of={a} /> : <AboutTab of={a} />;
}

function Shown({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const sw = useWords(states);
  const [tab = 'about', setTab] = useAddress('tab');
  const labels = { about: w.tabAbout, claims: w.tabClaims, answers: w.tabAnswers, photos: w.tabPhotos, costs: w.tabCosts };
  const published = !['drafted', 'submitted', 'returned', 'declined', 'withdrawn'].includes(a.standing);
  return (
    <>
      <Card>
        <div className="actdesk">
          <p className="actrow"><StandingChip of={a.standing} /><span className="note num">{sw.prefix} {a.number} · {a.union}</span>{a.seriesId ? <Link to={`/activities?seriesId=${a.seriesId}`}>{w.seriesOther}</Link> : null}</p>
          <Acts key={`${a.id} ${String(a.version)} ${a.standing}`} of={a} />
        </div>
      </Card>
      {published ? <Tabs activeKey={tab} onChange={(key) => setTab(key === 'about' ? undefined : key)} items={TABS.map((key) => ({ key, label: labels[key] }))} /> : null}
      <Tab of={a} tab={published ? tab : 'about'} />
    </>
  );
}

/** One activity at the desk: what it is, who signed up, pictures, costs. */
export default function ActivityPage() {
  const w = useWords(words);
  const say = useSay();
  const { id = '' } = useParams();
  const activity = useCall(api.activity, { id });
  useLive(() => void refresh(api.activity));
  if (activity.error && !activity.data) return <DeskPage title={say(titles.activity)}><Card><NotShown why={activity.error} again={() => void activity.refetch()} /></Card></DeskPage>;
  const actions = <><Link className="btn" to={`/activities/${id}/poster`}><Icon name="qr" size={18} />{w.poster}</Link><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></>;
  return <DeskPage title={activity.data?.title ?? say(titles.activity)} actions={actions}><Loaded from={activity} lines={8}>{(a) => <Shown of={a} />}</Loaded></DeskPage>;
}
