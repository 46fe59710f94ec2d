import { Link, useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, NotShown, refresh, useCall, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { LetterActions } from './LetterActions.tsx';
import { LetterElsewhere } from './LetterElsewhere.tsx';
import { LetterChips, LetterFacts, LetterPast, LetterText } from './LetterDetail.tsx';

/** One letter on a page of its own. */
export default function LetterPage() {
  const w = useWords(words);
  const say = useSay();
  const { id = '' } = useParams();
  const letter = useCall(api.letter, { id });
  useLive(() => void refresh(api.letter));
  if (letter.error) return <DeskPage title={say(titles.letter)}><Card><NotShown why={letter.error} again={() => void letter.refetch()} /></Card></DeskPage>;
  return (
    <DeskPage title={letter.data?.title ?? say(titles.letter)} actions={<Link className="btn" to={`/letters/${id}/print`}><Icon name="print" size={18} />{w.print}</Link>}>
      <Loaded from={letter} lines={6}>
        {(l) => (
          <div className="split">
            <div className="lettermain">
              <Card><LetterText letter={l} /></Card>
              <Card title={w.story}><LetterPast letter={l} /></Card>
              <LetterElsewhere id={l.id} />
            </div>
            <aside className="beside">
              <Card><div className="aside"><LetterChips letter={l} /><LetterFacts letter={l} /><LetterActions letter={l} /></div></Card>
            </aside>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
