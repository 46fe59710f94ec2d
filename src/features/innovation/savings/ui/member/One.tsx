import { useParams } from 'react-router';
import { ask, Basis, Card, Chip, Loaded, PhonePage, refresh, useAct, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { words as savingWords } from '../../savings.words.ts';
import { SavingAmount, SavingFacts, SavingStory, SavingText, type Seen } from '../both/SavingFacts.tsx';
import { words } from '../saving-ui.words.ts';
import '../savings.css';

function Shown({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const kw = useWords(savingWords);
  const { act, busy } = useAct(api.withdraw, { done: w.withdrawn, refreshes: [api.saving, api.mine] });
  const withdraw = async (): Promise<void> => { if (await ask({ title: w.withdrawAsk, text: w.withdrawHint, yes: w.withdraw })) act({ id: s.id, version: s.version }); };
  return (
    <>
      <Card title={s.title}><p className="savechiprow"><Chip kind="info">{kw[`kind_${s.kind}`]}</Chip></p><SavingAmount saving={s} /><SavingText saving={s} /></Card>
      <Card><SavingFacts saving={s} /></Card>
      {s.events.length > 0 || s.state === 'entered' ? <Card title={w.story}><SavingStory saving={s} />{s.state === 'entered' && s.basis.length > 0 ? <Basis>{s.basis[0]}</Basis> : null}</Card> : null}
      {s.may.includes('withdraw') ? <button type="button" className="btn wide" disabled={busy} onClick={() => void withdraw()}>{w.withdraw}</button> : null}
    </>
  );
}

/** One saving: amount, how it was reckoned, what became of it. */
export default function One() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const saving = useCall(api.saving, { id });
  useLive(() => void refresh(api.saving));
  return <PhonePage title={w.title} up="/savings"><Loaded from={saving} lines={8}>{(s) => <Shown saving={s} />}</Loaded></PhonePage>;
}
