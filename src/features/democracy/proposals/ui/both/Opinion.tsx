import { Card, errorAt, FieldText, useAct, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../proposals.contract.ts';
import { words } from '../proposals-ui.words.ts';
import type { Seen } from './looks.tsx';

/** The opinion of a helping department, on the phone or at the desk. */
export function Opinion({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const draft = useDraft(`proposal.opinion.${p.id}`, { text: p.helpers.find((h) => h.me)?.opinion ?? '' });
  const { act, busy, refusal } = useAct(desk.opinion, { done: w.opinionDone, refreshes: [api.one], after: () => draft.drop() });
  if (!p.may.includes('opinion')) return null;
  return (
    <Card title={w.opinionTitle}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: p.id, text: draft.value.text }); }}>
        <FieldText label={w.opinionText} rows={3} maxLength={2000} value={draft.value.text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
        <button type="submit" className="btn primary wide" disabled={busy || draft.value.text.trim().length < 2}>{w.opinionSend}</button>
      </form>
    </Card>
  );
}
