import { useEffect, useState } from 'react';
import { ask, useWords } from '../../../../../web/kit/index.ts';
import { words as letterWords } from '../../letters.words.ts';
import type { LetterSeen } from '../both/LetterStory.tsx';
import { words } from '../desk-ui.words.ts';
import { ActionForm } from './ActionForm.tsx';
import { useVerbs, type Verb, VERBS } from './use-verbs.tsx';

/** Whether a key was meant for a field and not for the page. */
const inField = (e: KeyboardEvent): boolean => e.target instanceof Element && e.target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** The steps that are open to the officer now, the likeliest one large; each opens its form in place. Key `a` answers. */
export function LetterActions({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const verbs = useVerbs(letter.id, letter.version);
  const [open, setOpen] = useState<Exclude<Verb, 'unpublish'> | null>(null);
  const may = VERBS.filter((v) => letter.may.includes(v));
  const answers = may.includes('answer');
  useEffect(() => {
    const pressed = (e: KeyboardEvent): void => {
      if (e.key === 'Escape' && open) setOpen(null);
      if (e.key !== 'a' || e.metaKey || e.ctrlKey || e.altKey || inField(e) || !answers) return;
      e.preventDefault();
      setOpen('answer');
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [answers, open]);
  if (may.length === 0) return <p className="note">{w.whoCan}</p>;
  const start = async (verb: Verb): Promise<void> => {
    verbs.forget();
    if (verb !== 'unpublish') return setOpen(verb);
    if (await ask({ title: w.unpublishAsk, yes: w.unpublish })) await verbs.take('unpublish', {});
  };
  const label = (v: Verb): string => (v === 'publish' ? w.publish : v === 'unpublish' ? w.unpublish : lw[v]);
  if (open && may.includes(open)) return <ActionForm key={open} letter={letter} verb={open} verbs={verbs} close={() => setOpen(null)} />;
  return (
    <div className="actions">
      {may.map((v, i) => <button key={v} type="button" className={i === 0 ? 'btn primary' : 'btn'} disabled={verbs.busy} {...(v === 'answer' ? { 'aria-keyshortcuts': 'a' } : {})} onClick={() => void start(v)}>{label(v)}</button>)}
    </div>
  );
}
