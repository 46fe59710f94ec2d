import { Tabs } from 'antd';
import { Link, useParams } from 'react-router';
import { Card, Chip, Deadline, DeskPage, Facts, FileLinks, Icon, Loaded, NotShown, refresh, showDay, showList, showShare, Timeline, useAddress, useCall, useLive, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words as texts } from '../disclosure-ui.words.ts';
import { AskedOne, Notices, StateChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { Acts, type Item } from './Acts.tsx';
import { Awareness } from './Awareness.tsx';

const TABS = ['text', 'aware', 'asked', 'versions', 'story'] as const;

/** What it is, until when, for whom, how many know. */
export function ItemFacts({ of: i }: { of: Item }) {
  const w = useWords(words);
  const language = useLocale();
  const whom = i.audience === 'all' ? w.audience_all : showList(i.lines.map((l) => (l.kind === 'office' ? w.office({ office: w[`office_${l.office as 'chair'}`], union: l.name }) : l.name)), language);
  return (
    <Facts of={[
      [w.entry, i.period ? `${i.entry} · ${i.period}` : i.entry], [w.union, i.union], [w.dueBy, i.dueAt ? <Deadline key="due" due={i.dueAt} metAt={i.publishedAt} /> : ''], [w.published, i.publishedAt ? showDay(i.publishedAt, language) : ''], [w.until, i.publicUntil && i.withdrawn === null ? showDay(i.publicUntil, language) : ''],
      [w.forWhom, whom], [w.rate, i.rate === null ? '' : `${showShare(i.rate / 1000)} · ${w.readOf({ n: i.reads, all: i.audienceN })}`],
    ]} />
  );
}

const WRITING = ['due', 'drafted', 'checking', 'rectifying', 'rechecking'];

/** What workers see beside what is being written. */
export function Texts({ of: i }: { of: Item }) {
  const w = useWords(words);
  const writing = WRITING.includes(i.state);
  return (
    <>
      {writing ? (
        <Card title={w.draftNow} aside={w.draftNote}>
          <div className="pubdesk">
            {i.draft.why ? <p className="pubnotice">{i.draft.why}</p> : null}
            <h3>{i.draft.title}</h3>
            {i.draft.body ? <p className="pubbody">{i.draft.body}</p> : <p className="note">{w.nothingYet}</p>}
            <FileLinks files={i.draft.files} />
          </div>
        </Card>
      ) : null}
      {i.version > 0 ? <Card title={w.publicNow}><div className="pubdesk"><Notices of={i} />{i.body ? <p className="pubbody">{i.body}</p> : null}<FileLinks files={i.attached} /></div></Card> : null}
    </>
  );
}

/** Questions about this item; one goes from here to answer. */
export function ItemQuestions({ of: i }: { of: Item }) {
  const w = useWords(words);
  if (i.list.length === 0) return <Card><p className="note">{w.noQuestions}</p></Card>;
  return <Card><ul className="pubasked">{i.list.map((q) => <AskedOne key={q.id} of={q}>{q.may.includes('answer') ? <Link className="btn" to={`/disclosure-questions/${q.id}`}>{w.answer}</Link> : null}</AskedOne>)}</ul></Card>;
}

function Versions({ of: i }: { of: Item }) {
  const t = useWords(texts);
  const language = useLocale();
  return (
    <Card>
      <ul className="pubasked">
        {i.versions.map((v) => <li key={v.no}><Link to={`/disclosures/${i.id}/versions/${String(v.no)}`}>{t.version({ n: v.no })} · {v.why || t.first}</Link><small className="num">{showDay(v.at, language)} · {t.writtenBy({ by: v.by, checked: v.checkedBy })}</small>{v.redaction ? <small>{t.redacted({ what: v.redaction })}</small> : null}</li>)}
      </ul>
    </Card>
  );
}

function Tab({ of: i, tab }: { of: Item; tab: string }) {
  if (tab === 'aware') return <Awareness id={i.id} shown={i.version > 0} />;
  if (tab === 'asked') return <ItemQuestions of={i} />;
  if (tab === 'versions') return <Versions of={i} />;
  return tab === 'story' ? <Card><Timeline items={i.events.map((e) => ({ key: e.id, what: e.word, when: e.at, note: [e.by, e.text].filter(Boolean).join('：') }))} /></Card> : <Texts of={i} />;
}

function Shown({ of: i }: { of: Item }) {
  const w = useWords(words);
  const [tab = 'text', setTab] = useAddress('tab');
  const labels = { text: w.tabText, aware: w.tabAware, asked: i.list.length > 0 ? `${w.tabAsked} ${String(i.list.length)}` : w.tabAsked, versions: w.tabVersions, story: w.tabStory };
  return (
    <>
      <Card>
        <div className="pubdesk">
          <p className="pubrow"><StateChip of={i.state} />{i.violation ? <Chip kind="late" icon="late">{w.violation}</Chip> : null}{i.reported ? <Chip kind="late" icon="late">{w.reported({ union: i.reported })}</Chip> : null}</p>
          <ItemFacts of={i} />
          <Acts key={`${i.id} ${String(i.caseVersion)}`} of={i} />
        </div>
      </Card>
      <Tabs activeKey={tab} onChange={(key) => setTab(key === 'text' ? undefined : key)} items={TABS.map((key) => ({ key, label: labels[key] }))} />
      <Tab of={i} tab={tab} />
    </>
  );
}

/** One item at the desk: what is public, what is written, who knows, what was asked, how it came. */
export default function ItemPage() {
  const w = useWords(words);
  const say = useSay();
  const { id = '' } = useParams();
  const item = useCall(desk.item, { id });
  useLive(() => void refresh(desk.item));
  if (item.error && !item.data) return <DeskPage title={say(titles.item)}><Card><NotShown why={item.error} again={() => void item.refetch()} /></Card></DeskPage>;
  return <DeskPage title={item.data?.title ?? say(titles.item)} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}><Loaded from={item} lines={8}>{(i) => <Shown of={i} />}</Loaded></DeskPage>;
}
