import { Link } from 'react-router';
import { Chip, Facts, type Output, showTime, StepBar, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../topics.contract.ts';
import { words as states } from '../../topics.words.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';

export type TopicSeen = Output<typeof api.topic>;

/** Where a topic stands, in figures and words. */
export function TopicHead({ topic }: { topic: TopicSeen }) {
  const w = useWords(words);
  const s = useWords(states);
  const language = useLocale();
  const kept = topic.measures.filter((m) => m.state !== 'dropped');
  const late = topic.measures.filter((m) => m.late).length;
  return (
    <div className="topichead">
      <div className="topicchips"><Chip kind={topic.state === 'closed' ? 'ok' : 'info'}>{topic.stateWord}</Chip>{late > 0 ? <Chip kind="late" icon="late">{w.nLate({ n: late })}</Chip> : null}{topic.published ? <Chip icon="board">{w.published}</Chip> : null}</div>
      {topic.place === null ? null : <StepBar steps={[s.gathering, s.surveying, s.measures, s.told, s.closed]} at={topic.place === 5 ? 5 : topic.place - 1} />}
      {topic.text ? <p>{topic.text}</p> : null}
      <div className="topicfacts"><Facts of={[
        [w.number, <span key="n" className="num">{s.topicPrefix} {topic.number}</span>], [w.union, topic.union.name], [w.opened, showTime(topic.openedAt, language)],
        [w.mergedInto, topic.mergedInto ? <Link key="m" to={`/topics/${topic.mergedInto.id}`}>{topic.mergedInto.name}</Link> : ''],
        [w.tabLetters, topic.told > 0 ? `${w.gatheredN({ n: topic.letters })} · ${w.toldN({ n: topic.told, m: topic.letters })}` : w.gatheredN({ n: topic.letters })],
        [w.tabMeasures, kept.length > 0 ? w.doneOf({ n: kept.filter((m) => m.state === 'done').length, m: kept.length }) : ''],
      ]} /></div>
      {topic.result ? <div><p className="note">{w.result}</p><blockquote className="topicsaid">{topic.result}</blockquote></div> : null}
    </div>
  );
}

/** Everything that happened to a topic. */
export function TopicStory({ topic }: { topic: TopicSeen }) {
  const w = useWords(words);
  return <Timeline items={[{ key: 'opened', what: w.storyOpened, when: topic.openedAt }, ...topic.events.map((e) => ({ key: e.id, when: e.at, what: <><b>{e.by}</b> {e.word}{e.text ? <blockquote className="topicsaid">{e.text}</blockquote> : null}</> }))]} />;
}
