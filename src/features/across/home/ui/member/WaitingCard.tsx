import { Card, Chip, Icon, refresh, Row, useCall, useLive, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../home.contract.ts';
import { words } from '../home-ui.words.ts';
import '../home.css';

const LOOK = { recheck: { icon: 'again', tint: 'warn' }, answered: { icon: 'star', tint: 'ok' }, returned: { icon: 'edit', tint: 'warn' } } as const;

/** What I am asked, and for officers what waits at the desk. */
export default function WaitingCard() {
  const w = useWords(words);
  const home = useCall(api.home, {});
  useLive(() => void refresh(api.home));
  const desk = home.data?.desk?.waiting ? home.data.desk : null;
  useTellWaiting('home', home.data ? home.data.waiting.length + (desk?.waiting ?? 0) : undefined);
  if (!home.data || (home.data.waiting.length === 0 && !desk)) return null;
  return (
    <Card title={w.waiting}>
      {home.data.waiting.map((a) => (
        <Row key={a.id} {...LOOK[a.why]} title={{ recheck: w.askRecheck, answered: w.askAnswered, returned: w.askReturned }[a.why]}
          note={w.askNote({ process: a.processTitle, title: a.title })} end={a.why === 'returned' ? null : <Chip>{w.oneMinute}</Chip>} to={a.path} />
      ))}
      {desk ? (
        <a className="row" href="/console/">
          <span className="rowicon info"><Icon name="tasks" /></span>
          <span className="rowtext"><b>{desk.waiting === 1 ? w.atDeskOne({ n: 1 }) : w.atDesk({ n: desk.waiting })}</b><span>{w.atDeskNote}</span></span>
          {desk.late > 0 ? <Chip kind="late" icon="late">{w.atDeskLate({ n: desk.late })}</Chip> : null}
          <Icon name="next" size={16} />
        </a>
      ) : null}
    </Card>
  );
}
