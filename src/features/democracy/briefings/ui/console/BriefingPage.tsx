import { useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, LoadedPages, NotShown, refresh, RefusedByServer, saveFile, showClock, tell, useCall, useLive, usePages, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';
import { Agenda, BriefingFacts, type Seen, StateChip } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { Acts } from './Acts.tsx';
import { Moderate } from './Moderate.tsx';

function Attendance({ id }: { id: string }) {
  const w = useWords(words);
  const people = usePages(api.attendance, { id, limit: 50 });
  const save = (): void => void saveFile(api.exportAttendance, { id }, 'attendance.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  return (
    <Card title={w.attendance}>
      <div className="bracts noprint"><button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button></div>
      <LoadedPages from={people} empty={<p className="note">{w.nobody}</p>}>{(items) => <div className="brscroll"><table className="brtable"><tbody>{items.map((p) => <tr key={p.id}><td>{p.name}</td><td>{p.union}</td><td className="num">{showClock(p.at)}</td></tr>)}</tbody></table></div>}</LoadedPages>
    </Card>
  );
}

function Shown({ of: b }: { of: Seen }) {
  const w = useWords(words);
  return (
    <div className="split">
      <div className="brdesk">
        <Card><div className="brdesk"><p className="brrow"><StateChip of={b.state} /></p>{b.why ? <p className="brtext">{w.calledOff({ why: b.why })}</p> : null}<BriefingFacts of={b} /><Acts key={`${b.id} ${String(b.version)}`} of={b} /></div></Card>
        {b.minutes ? <Card title={w.minutes}><p className="brtext">{b.minutes}</p></Card> : null}
        <Moderate of={b} />
      </div>
      <div className="beside"><Card title={w.agenda}><Agenda of={b} /></Card><Attendance id={b.id} /></div>
    </div>
  );
}

/** One briefing at the desk: acting on it, moderating questions, who was there. */
export default function BriefingPage() {
  const say = useSay();
  const { id = '' } = useParams();
  const briefing = useCall(api.one, { id });
  useLive(() => void refresh(api.one));
  if (briefing.error && !briefing.data) return <DeskPage title={say(titles.briefing)}><Card><NotShown why={briefing.error} again={() => void briefing.refetch()} /></Card></DeskPage>;
  return <DeskPage title={briefing.data?.title ?? say(titles.briefing)}><Loaded from={briefing} lines={8}>{(b) => <Shown of={b} />}</Loaded></DeskPage>;
}
