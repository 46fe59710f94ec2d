import { call, type Steps, useSteps, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../desk-ui.words.ts';

/** What an officer may do with a letter; publishing stands beside the steps of the process. */
export const VERBS = ['answer', 'accept', 'assign', 'report', 'ask', 'redirect', 'extend', 'decline', 'publish', 'unpublish'] as const;
export type Verb = (typeof VERBS)[number];
export type Given = { readonly text?: string; readonly files?: string[]; readonly assigneeId?: string; readonly unionId?: string; readonly question?: string; readonly answer?: string };

export type Verbs = Steps<Verb, Given>;

async function send(verb: Verb, at: { id: string; version: number }, g: Given): Promise<void> {
  const text = g.text?.trim() ?? '';
  const some = text ? { text } : {};
  if (verb === 'accept') await call(api.accept, { ...at, ...some });
  else if (verb === 'assign') await call(api.assign, { ...at, assigneeId: g.assigneeId ?? '', ...some });
  else if (verb === 'redirect') await call(api.redirect, { ...at, unionId: g.unionId ?? '', text });
  else if (verb === 'answer' || verb === 'report') await call(api[verb], { ...at, text, files: g.files ?? [] });
  else if (verb === 'publish') await call(api.publish, { id: at.id, question: g.question ?? '', answer: g.answer ?? '' });
  else if (verb === 'unpublish') await call(api.unpublish, { id: at.id });
  else await call(api[verb], { ...at, text });
}

/** Takes a step with a letter, says so, and makes every screen that shows the letter or waits for it ask again. */
export function useVerbs(id: string, version: number): Verbs {
  const w = useWords(words);
  return useSteps<Verb, Given>({ send: (verb, given) => send(verb, { id, version }, given), done: (verb) => w[`done_${verb}`], one: api.letter, also: [api.register] });
}
