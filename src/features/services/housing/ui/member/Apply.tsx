import { useNavigate, useParams } from 'react-router';
import { Loaded, PhonePage, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { words } from '../housing-ui.words.ts';
import { type Draft, EMPTY, HouseholdForm, inputOf } from './HouseholdForm.tsx';

/** Begins an application; it is kept as a draft that can be looked over before it is submitted. */
export default function Apply() {
  const w = useWords(words);
  const go = useNavigate();
  const { id = '' } = useParams();
  const seen = useCall(api.allocation, { id });
  const draft = useDraft<Draft>(`housing.${id}`, EMPTY);
  const { act, busy, refusal } = useAct(api.draft, { done: w.saved, refreshes: [api.mine, api.allocation, api.allocations], after: (out) => { draft.drop(); void go(`/housing/applications/${out.id}`, { replace: true }); } });
  const input = inputOf(draft.value);
  return (
    <PhonePage title={w.apply} up={`/housing/${id}`} foot={<button type="button" className="btn primary" disabled={busy || input === null} onClick={() => { if (input) act({ allocationId: id, ...input }); }}>{w.saveDraft}</button>}>
      <Loaded from={seen} lines={4}>{(a) => <HouseholdForm d={draft.value} write={draft.write} refusal={refusal} documents={a.documents} />}</Loaded>
    </PhonePage>
  );
}
