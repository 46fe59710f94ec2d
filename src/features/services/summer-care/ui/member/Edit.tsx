import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Loaded, type Output, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../summer-care.contract.ts';
import { words } from '../care-ui.words.ts';
import { CareForm, type Draft, draftOf, saidOf } from './form.tsx';

function Form({ of: e }: { of: Output<typeof api.entry> }) {
  const w = useWords(words);
  const go = useNavigate();
  const [d, setDraft] = useState<Draft>(() => draftOf(e));
  const { act, busy, refusal } = useAct(api.edit, { done: w.saved, refreshes: [api.entry, api.mine, api.session], after: () => void go(`/summer-care/entries/${e.id}`, { replace: true }) });
  const said = saidOf(d);
  return (
    <PhonePage title={w.editTitle} up={`/summer-care/entries/${e.id}`} foot={<button type="button" className="btn primary" disabled={busy || said === null} onClick={() => { if (said) act({ id: e.id, version: e.version, ...said }); }}>{w.save}</button>}>
      <CareForm d={d} write={(to) => setDraft({ ...d, ...to })} refusal={refusal} fixed={!e.may.includes('editChild')} />
    </PhonePage>
  );
}

/** Changes what was said about a child. */
export default function Edit() {
  const { id = '' } = useParams();
  const entry = useCall(api.entry, { id });
  return <Loaded from={entry} lines={8}>{(e) => <Form key={e.id} of={e} />}</Loaded>;
}
