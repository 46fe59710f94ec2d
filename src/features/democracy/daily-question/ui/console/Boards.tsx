import { Link } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, LoadedPages, type Output, showDate, useLocale, useMe, usePages, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import '../daily.css';
import { words } from '../desk.words.ts';
import { Settings } from './Settings.tsx';

type Board = Output<typeof api.boards>['items'][number];

function One({ of: b }: { of: Board }) {
  const w = useWords(words);
  const language = useLocale();
  const running = b.closedOn === null;
  return (
    <Link className="card" to={`/daily-question/${b.id}`} style={{ color: 'inherit', display: 'grid', gap: 8 }}>
      <span className="dqacts"><b>{b.union}</b><Chip kind={running ? 'union' : 'quiet'}>{running ? w.state_running : w.state_closed}</Chip>{running ? (b.gapOn ? <Chip kind="late" icon="late">{w.gap({ day: showDate(b.gapOn, language) })}</Chip> : <Chip kind="ok" icon="check">{w.noGap}</Chip>) : null}</span>
      <span>{b.today ?? w.noToday}</span>
      <span className="note num">{[w.since({ day: b.openedOn }), w[`days_${b.days}`], w.answeredN({ n: b.answered }), w.freshN({ n: b.fresh })].join(' · ')}</span>
    </Link>
  );
}

/** Unions with a daily question: what today asks, and whether a question will be missing soon. */
export default function Boards() {
  const w = useWords(words);
  const me = useMe();
  const { union } = useScope();
  const list = usePages(api.boards, union ? { unionId: union } : {});
  const office = me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind));
  const unionId = union ?? office?.unionId;
  const there = (list.items ?? []).some((b) => b.id === unionId);
  const open = unionId && !there ? <Settings unionId={unionId} board={null}>{(show) => <button type="button" className="btn primary" onClick={show}><Icon name="add" size={18} />{w.open}</button>}</Settings> : null;
  return (
    <DeskPage title={w.title} actions={open}>
      <LoadedPages from={list} empty={<Card><Empty icon="calendar" title={w.none} hint={w.noneHint} /></Card>}>{(items) => <div className="dqdesk">{items.map((b) => <One key={b.id} of={b} />)}</div>}</LoadedPages>
    </DeskPage>
  );
}
