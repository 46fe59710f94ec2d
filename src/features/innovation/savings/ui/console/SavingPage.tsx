import { useParams } from 'react-router';
import { Basis, Card, DeskPage, Icon, Loaded, NotShown, refresh, showSentences, useCall, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { SavingAmount, SavingFacts, SavingStory, SavingText } from '../both/SavingFacts.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../savings.css';
import { SavingActions } from './SavingActions.tsx';
import { SavingChips, Twins } from './SavingParts.tsx';

/** One saving on a page of its own; prints on A4. */
export default function SavingPage() {
  const w = useWords(words);
  const say = useSay();
  const { id = '' } = useParams();
  const saving = useCall(api.saving, { id });
  useLive(() => void refresh(api.saving));
  if (saving.error) return <DeskPage title={say(titles.saving)}><Card><NotShown why={saving.error} again={() => void saving.refetch()} /></Card></DeskPage>;
  return (
    <DeskPage title={saving.data?.title ?? say(titles.saving)} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Loaded from={saving} lines={8}>
        {(s) => (
          <div className="split">
            <div className="savedesk">
              <Card><div className="savedesk"><SavingChips saving={s} /><SavingText saving={s} /><SavingFacts saving={s} /><Twins saving={s} /></div></Card>
              <Card title={w.story}><SavingStory saving={s} />{s.basis.length > 0 ? <Basis>{showSentences(s.basis)}</Basis> : null}</Card>
            </div>
            <aside className="beside"><Card><div className="savedesk"><SavingAmount saving={s} /><SavingActions key={s.id} saving={s} /></div></Card></aside>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
