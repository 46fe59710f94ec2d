import { Chip, errorAt, Field, FieldText, Toggle, type useAct, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../box-ui.words.ts';
import type { KeptBox } from './BoxRow.tsx';
import { WitnessPick } from './WitnessPick.tsx';

/** What the two at the box write down; `found` as typed. */
export type OpeningSaid = { readonly witnessId: string; readonly found: string; readonly sealIntact: boolean; readonly note: string };

/** The fields of an opening, for logging it and for putting it right. @param least letters that were keyed in already */
export function OpeningFields({ box, said, change, refusal, least = 0 }: {
  box: KeptBox; said: OpeningSaid; change: (part: Partial<OpeningSaid>) => void; refusal: ReturnType<typeof useAct>['refusal']; least?: number;
}) {
  const w = useWords(words);
  return (
    <>
      <WitnessPick of={box.witnesses} value={said.witnessId} error={errorAt(refusal, 'witnessId')} onChange={(witnessId) => change({ witnessId })} />
      <Field label={w.found} hint={w.foundHint} type="number" inputMode="numeric" min={least} max={300} value={said.found} error={errorAt(refusal, 'found')} onChange={(e) => change({ found: e.target.value })} />
      <Toggle label={w.seal} note={w.sealHint} checked={said.sealIntact} onChange={(sealIntact) => change({ sealIntact })} />
      {said.sealIntact ? null : <p><Chip kind="late">{w.sealBroken}</Chip></p>}
      <FieldText label={w.note} rows={2} maxLength={300} value={said.note} onChange={(e) => change({ note: e.target.value })} />
    </>
  );
}
