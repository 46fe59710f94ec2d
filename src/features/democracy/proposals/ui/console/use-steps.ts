import { call, type Steps, useSteps, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../proposals.contract.ts';
import type { Decision, Outcome } from '../../proposals.rules.ts';
import { words } from '../desk-ui.words.ts';
import type { Seen } from '../both/looks.tsx';

export type Verb = 'decide' | 'giveBack' | 'takeBack' | 'assign' | 'progress' | 'answer' | 'close';
export type Given = { readonly text: string; readonly decision?: Decision; readonly intoId?: string | undefined; readonly assigneeId?: string; readonly dueOn?: string; readonly helpers?: readonly string[]; readonly outcome?: Outcome; readonly files?: readonly string[] };
export type Taken = Steps<Verb, Given>;

async function send(verb: Verb, at: { id: string; version: number }, g: Given): Promise<void> {
  const { text } = g;
  const files = [...(g.files ?? [])];
  if (verb === 'decide') await call(desk.decide, { ...at, decision: g.decision ?? 'filed', text, ...(g.intoId ? { intoId: g.intoId } : {}) });
  else if (verb === 'assign') await call(desk.assign, { ...at, assigneeId: g.assigneeId ?? '', dueOn: g.dueOn ?? '', helpers: [...(g.helpers ?? [])], text });
  else if (verb === 'close') await call(desk.close, { ...at, outcome: g.outcome ?? 'done', text, files });
  else if (verb === 'answer' || verb === 'progress') await call(desk[verb], { ...at, text, files });
  else await call(desk[verb], { ...at, text });
}

/** Takes a step with a proposal and makes every screen that shows it ask again. */
export function useTake(p: Seen): Taken {
  const w = useWords(words);
  return useSteps<Verb, Given>({ send: (verb, given) => send(verb, { id: p.id, version: p.version }, given), done: (verb) => w[`done_${verb}`], one: api.one, also: [desk.register, desk.report, desk.collections] });
}
