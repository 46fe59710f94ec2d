import { useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, NotShown, refresh, useCall, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { words as shared } from '../proposals-ui.words.ts';
import { Answers, Chips, Helpers, ProposalFacts, ProposalText, Seconders, Story } from '../both/looks.tsx';
import { Opinion } from '../both/Opinion.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { Acts } from './Acts.tsx';

/** One proposal at the desk: its text and answers, beside them where it stands and what is to be done. */
export default function ProposalPage() {
  const w = useWords(words);
  const s = useWords(shared);
  const say = useSay();
  const { id = '' } = useParams();
  const one = useCall(api.one, { id });
  useLive(() => void refresh(api.one));
  if (one.error && !one.data) return <DeskPage title={say(titles.proposal)}><Card><NotShown why={one.error} again={() => void one.refetch()} /></Card></DeskPage>;
  return (
    <DeskPage title={one.data?.title ?? say(titles.proposal)} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Loaded from={one} lines={8}>
        {(p) => (
          <div className="split">
            <div className="propdesk">
              <Card title={s.content}><ProposalText of={p} /></Card>
              <Answers of={p} /><Helpers of={p} /><Story of={p} />
            </div>
            <aside className="beside">
              <div className="propdesk">
                <Card><div className="propdesk"><Chips of={p} /><ProposalFacts of={p} desk /></div></Card>
                <Card title={w.acts} className="noprint"><Acts key={`${p.id} ${String(p.version)}`} of={p} /></Card>
                <Opinion of={p} />
                {p.people.length > 0 ? <Seconders of={p} /> : null}
              </div>
            </aside>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
