import { Link, useParams } from 'react-router';
import { Basis, Card, Chip, DeskPage, Facts, Icon, Loaded, refresh, showClock, showDate, showSentences, showTime, StepBar, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../sessions.contract.ts';
import { words as both } from '../both.words.ts';
import { type Kept, StateChip } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import { Acts } from './Acts.tsx';
import { Agenda } from './Agenda.tsx';
import { Beside } from './Beside.tsx';

const LIVE_MS = 4_000;
const AT: Readonly<Record<Kept['state'], number>> = { preparing: 0, confirmed: 1, noticed: 2, discussing: 3, open: 4, sitting: 4, adjourned: 4, closed: 5, published: 6, reported: 8, calledOff: 0 };

function Head({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const b = useWords(both);
  const language = useLocale();
  return (
    <Card>
      <div className="sesdesk">
        <StepBar steps={[w.steps_prepare, w.steps_confirm, w.steps_notice, w.steps_discuss, w.steps_sit, w.steps_close, w.steps_publish, w.steps_report]} at={AT[z.state]} />
        <p className="sesline"><StateChip of={z.state} /><Chip>{b[`sort_${z.sort}`]}</Chip><Chip>{b[`mode_${z.mode}`]}</Chip>{z.reportBy ? <Chip kind="warn" icon="clock">{w.dueReport} {showDate(z.reportBy, language)}</Chip> : null}{z.publishBy && !z.publishedAt ? <Chip kind="warn" icon="clock">{w.duePublish} {showDate(z.publishBy, language)}</Chip> : null}</p>
        {z.why && (z.state === 'calledOff' || z.state === 'adjourned') ? <p className="sestext">{z.why}</p> : null}
        <Facts of={[[w.held, `${showTime(z.heldAt, language)} – ${showClock(z.endsAt)}`], [w.place, z.place], [w.calledBy, b[`caller_${z.calledBy}`]], [w.about, z.about]]} />
        <Acts key={`${z.id} ${z.version}`} of={z} />
      </div>
    </Card>
  );
}

function Shown({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="split">
      <div className="sesdesk">
        <Head of={z} /><Agenda of={z} />
        {z.minutes ? <Card title={w.minutes}><p className="sestext">{z.minutes}</p></Card> : null}
        {z.report ? <Card title={w.reportTitle}><p className="sestext">{z.report}</p></Card> : null}
        {z.basis.length > 0 ? <Basis>{showSentences(z.basis, language)}</Basis> : null}
      </div>
      <div className="beside sesdesk"><Beside of={z} /></div>
    </div>
  );
}

/** One session at the desk: its steps, agenda and votes, who is there, who speaks. */
export default function SessionPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const kept = useCall(desk.one, { id }, { every: LIVE_MS, keepWhileChanging: true });
  useLive(() => void refresh(desk.one));
  const actions = (z: Kept) => (
    <>
      {z.may.includes('change') ? <Link className="btn" to={`/sessions/${id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      <Link className="btn" to={`/sessions/${id}/opinions`}><Icon name="talk" size={18} />{w.opinions}</Link>
      <Link className="btn" to={`/sessions/${id}/door`}><Icon name="qr" size={18} />{w.door}</Link>
      <Link className="btn" to={`/sessions/${id}/hall`}><Icon name="board" size={18} />{w.hall}</Link>
      {z.closedAt ? <Link className="btn" to={`/sessions/${id}/minutes`}><Icon name="print" size={18} />{w.minutes}</Link> : null}
    </>
  );
  return <DeskPage title={kept.data?.title ?? w.title} about={kept.data?.union} actions={kept.data ? actions(kept.data) : undefined}><Loaded from={kept} lines={10}>{(z) => <Shown of={z} />}</Loaded></DeskPage>;
}
