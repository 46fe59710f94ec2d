import type { z } from 'zod';
import { say, type Word } from '#shared/words';
import type { Call, CodeList, Feature } from '#platform/http';
import { cases } from '#engines/cases';
import type { api } from './codes.contract.ts';
import { words } from './codes.words.ts';

type Output = z.input<(typeof api)['codes']['out']>;

let declared: readonly Feature[] = [];

/** Hands over the parts whose code lists are published; called once at boot. */
export function publishCodesOf(features: readonly Feature[]): void {
  declared = features;
}

/** States and steps of every process, from the process itself. */
const ofProcesses = (): Record<string, CodeList> => Object.fromEntries(cases.allProcesses().flatMap((p) => {
  const named = (word: Word): Word => ({ ...word, zh: say(word, 'zh', { process: p.title.zh }), en: say(word, 'en', { process: p.title.en }) });
  const wordsOf = (list: Readonly<Record<string, { readonly word: Word }>>): Record<string, Word> => Object.fromEntries(Object.entries(list).map(([code, { word }]) => [code, word]));
  return [[`${p.name}.state`, { title: named(words.states), values: wordsOf(p.states) }], [`${p.name}.step`, { title: named(words.steps), values: wordsOf(p.steps) }]];
}));

/** All published code lists, or the one that is asked for; by their names. They are the same for every tenant, so none is asked for. */
export async function codes(_by: null, { list }: { list?: string | undefined }, call: Call): Promise<Output> {
  const all = { ...Object.assign({}, ...declared.map((f) => f.codes ?? {})), ...ofProcesses() } as Record<string, CodeList>;
  const items = Object.entries(all).filter(([name]) => list === undefined || name === list).sort(([a], [b]) => (a < b ? -1 : 1));
  return { items: items.map(([name, { title, standard, values }]) => ({
    list: name, title: say(title, call.locale), standard: standard ?? null, values: Object.entries(values).map(([code, word]) => ({ code, zh: word.zh, en: word.en })),
  })) };
}
