import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, FieldText, Icon, Loaded, PhonePage, refresh, useAct, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { MOST } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import { Answers, Chips, Helpers, ProposalFacts, ProposalText, Seconders, type Seen, Story, Way } from '../both/looks.tsx';
import { Opinion } from '../both/Opinion.tsx';
import { words } from '../proposals-ui.words.ts';
import { Invite, MoverSteps, Rate } from './MoverSteps.tsx';

/** Whoever was asked says yes or no, and may think better of it. */
function Second({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const [word, setWord] = useState('');
  const { act, busy } = useAct(api.second, { refreshes: [api.one, api.mine, api.start], done: (out) => w.secondersOf({ n: out.seconders, least: p.least }) });
  if (!p.may.includes('second')) return null;
  return (
    <Card title={w.secondTitle({ name: p.mover })}>
      <div className="fields">
        <p className="propnote">{p.asked === 'yes' ? w.saidYes : p.asked === 'no' ? w.saidNo : w.secondHint}</p>
        <FieldText label={w.secondWord} rows={2} maxLength={MOST.word} value={word} onChange={(e) => setWord(e.target.value)} />
        <div className="propacts wide">
          <button type="button" className="btn primary" disabled={busy || p.asked === 'yes'} onClick={() => act({ id: p.id, answer: 'yes', word })}><Icon name="check" size={18} />{w.yes}</button>
          <button type="button" className="btn" disabled={busy || p.asked === 'no'} onClick={() => act({ id: p.id, answer: 'no', word })}>{w.no}</button>
        </div>
      </div>
    </Card>
  );
}

function Follow({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.follow, { refreshes: [api.one, api.list] });
  if (!p.may.includes('follow')) return null;
  return <p className="proprow"><button type="button" className="btn" aria-pressed={p.following} disabled={busy} onClick={() => act({ id: p.id, on: !p.following })}><Icon name={p.following ? 'check' : 'star'} size={18} />{p.following ? w.following : w.follow}</button>{p.followers > 0 ? <span className="propnote">{w.followers({ n: p.followers })}</span> : null}</p>;
}

function Shown({ of: p }: { of: Seen }) {
  const w = useWords(words);
  return (
    <>
      <Card><div className="propcards"><Chips of={p} /><h2 className="proptitle">{p.title}</h2><Way of={p} /><ProposalFacts of={p} /><Follow of={p} /></div></Card>
      <Second of={p} /><Rate of={p} /><MoverSteps of={p} /><Opinion of={p} />
      <Answers of={p} />
      <Card title={w.content}><ProposalText of={p} /></Card>
      {p.people.length > 0 || p.may.includes('invite') ? <Seconders of={p}><Invite of={p} /></Seconders> : null}
      <Helpers of={p} /><Story of={p} />
    </>
  );
}

/** One proposal: where it stands, what it says, who seconds it, the answer, and what I can do. */
export default function Proposal() {
  const t = useWords(texts);
  const { id = '' } = useParams();
  const one = useCall(api.one, { id });
  useLive(() => void refresh(api.one));
  return <PhonePage title={t.proposal} up="/proposals"><Loaded from={one} lines={10}>{(p) => <Shown of={p} />}</Loaded></PhonePage>;
}
