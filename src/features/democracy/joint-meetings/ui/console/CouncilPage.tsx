import { useParams } from 'react-router';
import { ask, DeskPage, Icon, Loaded, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { CouncilView } from '../both/CouncilView.tsx';
import type { Council } from '../both/looks.tsx';
import { words } from '../joint-ui.words.ts';
import { CouncilForm } from './CouncilForm.tsx';
import { NamePerson } from './NamePerson.tsx';
import { PlanForm } from './PlanForm.tsx';

function Dismiss({ councilId, of: p }: { councilId: string; of: Council['people'][number] }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.dismiss, { refreshes: [api.council], done: w.dismissed });
  const sure = async (): Promise<void> => { if (await ask({ title: w.dismissAsk({ name: p.name }), yes: w.dismiss })) act({ id: councilId, personId: p.id }); };
  return <button type="button" className="btn plain noprint" disabled={busy} onClick={() => void sure()}>{w.dismiss}<span className="unseen">{p.name}</span></button>;
}

function Acts({ of: c }: { of: Council }) {
  const w = useWords(words);
  return (
    <>
      {c.may.includes('change') ? <CouncilForm unionId={c.unionId} kept={c}>{(show) => <button type="button" className="btn" onClick={show}><Icon name="settings" size={18} />{w.settings}</button>}</CouncilForm> : null}
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
      {c.may.includes('plan') ? <PlanForm councilId={c.id} kept={null}>{(show) => <button type="button" className="btn primary" onClick={show}><Icon name="add" size={18} />{w.plan}</button>}</PlanForm> : null}
    </>
  );
}

/** One council at the desk. */
export default function CouncilPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const council = useCall(api.council, { id });
  return (
    <DeskPage title={council.data?.title ?? w.title} actions={council.data ? <Acts of={council.data} /> : null}>
      <Loaded from={council} lines={8}>{(c) => <CouncilView of={c} {...(c.may.includes('name') ? { act: (p) => <Dismiss councilId={c.id} of={p} />, name: <NamePerson councilId={c.id} /> } : {})} />}</Loaded>
    </DeskPage>
  );
}
