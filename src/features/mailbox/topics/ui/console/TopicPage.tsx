import { Tabs } from 'antd';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { Card, DeskPage, Loaded, NotShown, refresh, useAddress, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words as states } from '../../topics.words.ts';
import { words } from '../topics-ui.words.ts';
import { LettersTab } from './LettersTab.tsx';
import { MeasuresTab } from './MeasuresTab.tsx';
import { SurveyTab } from './SurveyTab.tsx';
import { TopicActions } from './TopicActions.tsx';
import { TopicHead, type TopicSeen, TopicStory } from './TopicHead.tsx';

const TABS = ['letters', 'survey', 'measures', 'story'] as const;

function Tab({ topic, tab }: { topic: TopicSeen; tab: string }) {
  if (tab === 'survey') return <SurveyTab topic={topic} />;
  if (tab === 'measures') return <MeasuresTab topic={topic} />;
  return tab === 'story' ? <Card><TopicStory topic={topic} /></Card> : <LettersTab topic={topic} />;
}

/** Asks again while the house is still counting or telling. */
function useWatch(topic: TopicSeen | undefined): void {
  const working = topic !== undefined && (topic.survey?.state === 'counting' || (topic.state === 'told' && topic.told < topic.letters));
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(() => void refresh(api.topic, api.letters), 2_000);
    return () => clearInterval(timer);
  }, [working]);
}

/** One topic: its letters, its questionnaire, its measures, its story. */
export default function TopicPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const s = useWords(states);
  const [tab = 'letters', setTab] = useAddress('tab');
  const topic = useCall(api.topic, { id });
  useLive(() => void refresh(api.topic));
  useWatch(topic.data);
  if (topic.error && !topic.data) return <DeskPage title={s.topic}><Card><NotShown why={topic.error} again={() => void topic.refetch()} /></Card></DeskPage>;
  const labels = { letters: w.tabLetters, survey: w.tabSurvey, measures: w.tabMeasures, story: w.tabStory };
  return (
    <DeskPage title={topic.data?.title ?? s.topic}>
      <Loaded from={topic} lines={6}>
        {(t) => (
          <>
            <Card><div className="topichead topicwide"><TopicHead topic={t} /><TopicActions topic={t} /></div></Card>
            <Tabs activeKey={tab} onChange={(key) => setTab(key === 'letters' ? undefined : key)} items={TABS.map((key) => ({ key, label: labels[key] }))} />
            <Tab topic={t} tab={tab} />
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}
