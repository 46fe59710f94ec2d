import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Loaded, type Output, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { Papers } from '../both/looks.tsx';
import { words } from '../housing-ui.words.ts';
import { draftOf, EMPTY, HouseholdForm, inputOf } from './HouseholdForm.tsx';

type Seen = Output<typeof api.application>;

function Form({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const go = useNavigate();
  const [d, setD] = useState(h.household ? draftOf(h.household) : EMPTY);
  const { act, busy, refusal } = useAct(api.save, { done: w.saved, refreshes: [api.application, api.mine], after: () => void go(`/housing/applications/${h.id}`, { replace: true }) });
  const input = inputOf(d);
  return (
    <PhonePage title={w.edit} up={`/housing/applications/${h.id}`} foot={<button type="button" className="btn primary" disabled={busy || input === null} onClick={() => { if (input) act({ id: h.id, version: h.version, ...input }); }}>{w.saveDraft}</button>}>
      {h.files.length > 0 ? <Card title={w.papers}><Papers files={h.files} /></Card> : null}
      <HouseholdForm d={d} write={(change) => setD((before) => ({ ...before, ...change }))} refusal={refusal} documents={h.allocation.documents} />
    </PhonePage>
  );
}

/** Changes a draft, or adds what was asked for. */
export default function Edit() {
  const { id = '' } = useParams();
  const seen = useCall(api.application, { id });
  return <Loaded from={seen} lines={6}>{(h) => <Form of={h} />}</Loaded>;
}
