import { useState } from 'react';
import { Choose, errorAt, FieldText, Icon, showDay, Toggle, useAct, useDraft, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { words } from '../disclosure-ui.words.ts';

type Kind = 'question' | 'objection';

/** A question or an objection; the day of the answer is told at once. `followsId`: follows up an answer. */
export function AskForm({ itemId, followsId, after }: { itemId: string; followsId?: string; after?: () => void }) {
  const w = useWords(words);
  const language = useLocale();
  const draft = useDraft(`disclosure ${followsId ?? itemId}`, { text: '' });
  const [kind, setKind] = useState<Kind>('question');
  const [named, setNamed] = useState(false);
  const { act, busy, refusal } = useAct(api.ask, { done: (out) => w.sent({ date: showDay(new Date(new Date(out.dueAt).getTime() - 1).toISOString(), language) }), refreshes: [api.one, api.mine], after: () => { draft.drop(); after?.(); } });
  const text = draft.value.text;
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: itemId, kind, text, named, ...(followsId ? { followsId } : {}) }); }}>
      {followsId ? null : <><Choose<Kind> label={w.kind} options={[['question', w.question], ['objection', w.objection]]} value={kind} onChange={setKind} />{kind === 'objection' ? <p className="note">{w.objectionHint}</p> : null}</>}
      <FieldText label={w.text} rows={3} maxLength={1000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
      <Toggle label={w.named} note={w.namedNote} checked={named} onChange={setNamed} />
      <button type="submit" className="btn primary wide" disabled={busy || text.trim().length < 2}><Icon name="send" size={18} />{w.send}</button>
    </form>
  );
}
