import { useState } from 'react';
import { answers, call, refresh, RefusedByServer, tell, useWords } from '../../../../../web/kit/index.ts';
import { merging } from '../../merging.contract.ts';
import { reviews } from '../../review.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words } from '../desk-ui.words.ts';

/** What the officer who judges may do; the work itself has its own panel. */
export const VERBS = ['adoptUnit', 'adoptForImplementation', 'implementLater', 'forward', 'adoptUnitOnly', 'adopt', 'giveBack', 'handBack', 'rejectUnit', 'reject', 'uphold', 'unmerge', 'revoke'] as const;
export type Verb = (typeof VERBS)[number];
type Category = NonNullable<Parameters<typeof call<typeof api.adoptUnit>>[1]['category']>;
type ExpertGroup = NonNullable<Parameters<typeof call<typeof api.forward>>[1]['expertGroup']>;
export type Given = { readonly text: string; readonly grade: number | null; readonly category?: Category; readonly expertGroup?: ExpertGroup };

export type Verbs = {
  readonly take: (verb: Verb, given: Given) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: RefusedByServer | null;
  readonly forget: () => void;
};

async function send(verb: Verb, at: { id: string; version: number }, { text, grade, category, expertGroup }: Given): Promise<void> {
  const graded = { ...at, text, grade: grade ?? 0, ...(category ? { category } : {}) };
  if (verb === 'adoptUnit' || verb === 'adoptUnitOnly') await call(api[verb], graded);
  else if (verb === 'forward') await call(api.forward, { ...graded, ...(expertGroup ? { expertGroup } : {}) });
  else if (verb === 'adoptForImplementation' || verb === 'implementLater') await call(api[verb], { ...at, text, grade: grade ?? 0 });
  else if (verb === 'adopt') await call(api.adopt, { ...at, text, ...(grade === null ? {} : { grade }) });
  else if (verb === 'unmerge') await call(merging.unmerge, { ...at, text });
  else await call(api[verb], { ...at, text });
}

/** Makes every screen that shows a suggestion or waits for it ask again. */
export async function askAgain(): Promise<void> {
  void answers.invalidateQueries({ predicate: (asked) => String(asked.queryKey[0]).startsWith('/api/v1/worklist') });
  await refresh(api.one, api.register, reviews.opinions, merging.alike);
}

/** Takes a step and says so. */
export function useVerbs(id: string, version: number): Verbs {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusedByServer | null>(null);
  const take: Verbs['take'] = async (verb, given) => {
    setBusy(true);
    setRefusal(null);
    try {
      await send(verb, { id, version }, given);
      tell(w[`done_${verb}`]);
      await askAgain();
      return true;
    } catch (why) {
      if (!(why instanceof RefusedByServer)) throw why;
      setRefusal(why);
      if (why.fields.length === 0) tell(why.sentence, 'bad');
      if (why.status === 409) await refresh(api.one);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { take, busy, refusal, forget: () => setRefusal(null) };
}
