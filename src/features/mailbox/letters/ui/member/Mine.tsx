import { Link } from 'react-router';
import { Card, Chip, Deadline, Empty, Icon, type Input, LoadedPages, type Output, PhonePage, Row, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { Rated } from '../both/Faces.tsx';
import { words } from '../letter-ui.words.ts';
import '../letters.css';
import { LetterBar } from './WriterLetter.tsx';

type LetterRow = Output<typeof api.mine>['items'][number];
const ALL: Input<typeof api.mine> = {};

/** One letter of the list: title, bar, state, who has it, until when. */
function OneLetter({ letter: l }: { letter: LetterRow }) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const language = useLocale();
  const ask = l.recheck ? w.recheckAsk : l.state === 'answered' ? w.rateAsk : null;
  return (
    <Link className="card lettercard" to={`/letters/${l.id}`}>
      <b>{l.title}</b>
      <LetterBar place4={l.place4} />
      <span className="letterstate">
        <Chip kind={ask ? 'warn' : l.state === 'closed' ? 'ok' : l.place4 === null ? 'quiet' : 'info'} {...(ask ? { icon: 'star' as const } : {})}>{ask ?? l.stateWord}</Chip>
        {l.place4 !== null && l.place4 < 3 ? <span>{w.inHand({ who: l.assignee ?? l.union })}</span> : null}
        {l.nextDue ? <Deadline due={l.nextDue} /> : null}
        {l.rating ? <Rated n={l.rating} /> : null}
      </span>
      <span className="note num">{lw.prefix} {l.number} · {showDate(l.openedAt, language)}</span>
    </Link>
  );
}

/** My letters, the latest change first. */
export default function Mine() {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const letters = usePages(api.mine, ALL);
  return (
    <PhonePage title={lw.title} foot={<Link className="btn primary" to="/letters/new"><Icon name="edit" size={20} />{w.write}</Link>}>
      <LoadedPages from={letters} empty={<Card><Empty icon="letter" title={w.mineEmpty} hint={w.mineEmptyHint} /></Card>}>
        {(items) => <div className="letterlist">{items.map((l) => <OneLetter key={l.id} letter={l} />)}</div>}
      </LoadedPages>
      <Card><Row icon="board" tint="info" title={w.board} to="/letters/board" /><Row icon="key" title={w.haveCode} to="/follow-up" /></Card>
    </PhonePage>
  );
}
