import { useState } from 'react';
import { type Output, useCall, useWords } from '../../../../../web/kit/index.ts';
import { reviews } from '../../review.contract.ts';
import type { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../desk-ui.words.ts';
import { ActionForm, buttonOf } from './ActionForm.tsx';
import { useVerbs, type Verb, VERBS } from './use-verbs.tsx';

/** The steps that are open to the officer now, the likeliest one large; each opens its form in place. */
export function SuggestionActions({ suggestion: s }: { suggestion: Output<typeof api.one> }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const verbs = useVerbs(s.id, s.version);
  const [open, setOpen] = useState<Verb | null>(null);
  const may = VERBS.filter((v) => s.may.includes(v));
  const heard = useCall(reviews.opinions, { id: s.id }, { when: may.includes('adoptForImplementation') });
  if (may.length === 0) return <p className="note">{w.nothingToDo}</p>;
  if (open && may.includes(open)) return <ActionForm key={open} suggestion={s} verb={open} verbs={verbs} early={heard.data?.needsWord ?? false} close={() => setOpen(null)} />;
  return (
    <div className="sugacts">
      {may.map((v, i) => <button key={v} type="button" className={i === 0 && v !== 'revoke' ? 'btn primary' : 'btn'} disabled={verbs.busy} onClick={() => { verbs.forget(); setOpen(v); }}>{buttonOf(v, sw)}</button>)}
    </div>
  );
}
