import { Link, useSearchParams } from 'react-router';
import { Card, Chip, Empty, LoadedPages, type Output, PhonePage, refresh, Row, useCall, useLive, usePages, useWords } from '../../../../../web/kit/index.ts';
import { Chips } from '../../../offers/ui/both/Choose.tsx';
import '../../../activities/ui/activities.css';
import { staff } from '../../staff.contract.ts';
import { api } from '../../summer-care.contract.ts';
import { DayChip, placeLook, StandingChip, useCareWords } from '../both/look.tsx';
import { words } from '../care-ui.words.ts';
import '../care.css';

type Session = Output<typeof api.sessions>['items'][number];
type Mine = Output<typeof api.mine>['items'][number];

/** A session in a list. */
function SessionRow({ of: s }: { of: Session }) {
  const w = useWords(words);
  const say = useCareWords();
  return (
    <Link className="caresession" to={`/summer-care/sessions/${s.id}`}>
      <span className="carerow"><b>{s.title} · {s.site}</b><StandingChip of={s.standing} /></span>
      <small className="num">{say.dates(s)} · {say.weekdays(s.weekdays)} {say.hours(s)}</small>
      <small>{w.agesN({ from: s.ageFrom, to: s.ageTo })} · {say.fee(s.price)} · {say.places(s)}</small>
    </Link>
  );
}

/** Children of mine as rows: state of the place, today. */
export function Children({ items }: { items: readonly Mine[] }) {
  const w = useWords(words);
  const say = useCareWords();
  return items.map((e) => (
    <Row
      key={e.id} icon="child" tint={e.today === 'missing' ? 'late' : 'union'} title={e.forgotten ? w.deleted : e.child} note={`${e.title} · ${e.site} · ${say.dates(e)}`} to={`/summer-care/entries/${e.id}`}
      end={e.consentOld ? <Chip kind="warn">{w.consentOld}</Chip> : e.today ? <DayChip of={e.today} /> : <Chip kind={placeLook(e.state)}>{e.stateText}</Chip>}
    />
  ));
}

function Duties() {
  const w = useWords(words);
  const say = useCareWords();
  const duties = useCall(staff.duties, {});
  const items = duties.data?.items ?? [];
  if (items.length === 0) return null;
  return <Card title={w.myDuty}>{items.map((s) => <Row key={s.id} icon="shield" tint={s.today ? 'ok' : 'quiet'} title={`${s.title} · ${s.site}`} note={`${say.dates(s)} · ${w.childrenN({ n: s.children })}`} end={s.today ? <Chip kind="ok">{w.dutyToday}</Chip> : undefined} to={`/summer-care/duty/${s.id}`} />)}</Card>;
}

/** My children, what I am staff of, and the sessions there are. */
export default function Home() {
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const when = params.get('when') === 'past' ? 'past' : 'now';
  const mine = usePages(api.mine, { when });
  const sessions = usePages(api.sessions, { when });
  useLive(() => { void refresh(api.mine); void refresh(api.sessions); });
  return (
    <PhonePage title={w.title}>
      <Card><Chips label={w.which} hideLabel options={[['now', w.now], ['past', w.past]] as const} value={when} onChange={(x) => setParams(x === 'past' ? { when: x } : {}, { replace: true })} /></Card>
      {when === 'now' ? <Duties /> : null}
      <LoadedPages from={mine} empty={null}>{(items) => <Card title={w.mine}><Children items={items} /></Card>}</LoadedPages>
      <LoadedPages from={sessions} empty={<Card><Empty icon="child" title={w.noSessions} hint={w.noSessionsHint} /></Card>}>{(items) => <Card title={when === 'now' ? w.open : w.past}>{items.map((s) => <SessionRow key={s.id} of={s} />)}</Card>}</LoadedPages>
    </PhonePage>
  );
}
