import { useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, NotShown, refresh, useCall, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../suggestions.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { AlikePanel } from './AlikePanel.tsx';
import { Benefit } from './Benefit.tsx';
import { OpinionsPanel } from './OpinionsPanel.tsx';
import { Work } from './Work.tsx';
import { SuggestionActions } from './SuggestionActions.tsx';
import { askAgain } from './use-verbs.tsx';
import { SuggestionChips, SuggestionFacts, SuggestionPast, SuggestionText } from './SuggestionDetail.tsx';

/** Whether the company hears experts about it, or did. */
const isHeard = (s: { level: string }): boolean => s.level === 'company';

/** One suggestion on a page of its own: what was written, what experts think, what is like it, what happened. */
export default function SuggestionPage() {
  const w = useWords(words);
  const say = useSay();
  const { id = '' } = useParams();
  const found = useCall(api.one, { id });
  useLive(() => void refresh(api.one));
  if (found.error) return <DeskPage title={say(titles.suggestion)}><Card><NotShown why={found.error} again={() => void found.refetch()} /></Card></DeskPage>;
  return (
    <DeskPage title={found.data?.title ?? say(titles.suggestion)} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Loaded from={found} lines={6}>
        {(s) => (
          <div className="split">
            <div className="sugmain">
              <Card><SuggestionText suggestion={s} /></Card>
              {s.as === 'officer' && s.startedOn ? <><Work suggestion={s} again={() => void askAgain()} /><Benefit suggestion={s} again={() => void askAgain()} /></> : null}
              {s.as === 'officer' && isHeard(s) ? <OpinionsPanel suggestion={s} /> : null}
              {s.as === 'officer' ? <AlikePanel suggestion={s} /> : null}
              <Card title={w.story}><SuggestionPast suggestion={s} /></Card>
            </div>
            <aside className="beside">
              <Card><div className="sugaside"><SuggestionChips suggestion={s} /><SuggestionFacts suggestion={s} />{s.as === 'officer' ? <SuggestionActions key={`${s.id}/${s.version}`} suggestion={s} /> : null}</div></Card>
            </aside>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
