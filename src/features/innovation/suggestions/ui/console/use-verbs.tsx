import { askAgain as askAll, call, type Steps, useSteps, useWords } from '../../../../../web/kit/index.ts';
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

export type Verbs = Steps<Verb, Given>;

async function send(verb: Verb, at: { id: string; version: number }, { text, grade, category, expertGroup }: Given): Promise<void> {
  const graded = { ...at, text, grade: grade ?? 0, ...(category ? { category } : {}) };
  if (verb === 'adoptUnit' || verb === 'adoptUnitOnly') await call(api[verb], graded);
  else if (verb === 'forward') await call(api.forward, { ...graded, ...(expertGroup ? { expertGroup } : {}) });
  else if (verb === 'adoptForImplementation' || verb === 'implementLater') await call(api[verb], { ...at, text, grade: grade ?? 0 });
  else if (verb === 'adopt') await call(api.adopt, { ...at, text, ...(grade === null ? {} : { grade }) });
  else if (verb === 'unmerge') await call(merging.unmerge, { ...at, text });
  else await call(api[verb], { ...at, text });
}

const SHOWN = [api.register, reviews.opinions, merging.alike] as const;

/** Makes every screen that shows a suggestion or waits for it ask again. */
export const askAgain = (): Promise<void> => askAll(api.one, ...SHOWN);

/** Takes a step with a suggestion and says so. */
export function useVerbs(id: string, version: number): Verbs {
  const w = useWords(words);
  return useSteps<Verb, Given>({ send: (verb, given) => send(verb, { id, version }, given), done: (verb) => w[`done_${verb}`], one: api.one, also: SHOWN });
}
