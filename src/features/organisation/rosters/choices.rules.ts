import { searchText } from '#shared/text';
import type { Choice } from './choices.words.ts';
import { ethnicityNames, ethnicityWords, groupEnding } from './ethnicities.words.ts';

const tidy = (text: string): string => searchText(text).replace(/[\s()（）【】[\]]/gu, '');

type Known = { readonly names: readonly (readonly [name: string, code: string])[]; readonly read: Map<string, string | undefined> };

/** The lists with their names tidied once, and what was read last: a roster says the same few words in every row. */
const known = new WeakMap<readonly Choice[], Known>();
/** Texts remembered for a list before it starts afresh. */
const MOST_REMEMBERED = 500;

function knownOf(list: readonly Choice[]): Known {
  let entry = known.get(list);
  if (!entry) {
    entry = { names: list.flatMap((choice) => choice.names.map((name) => [tidy(name), choice.code] as const)), read: new Map() };
    known.set(list, entry);
  }
  return entry;
}

/**
 * The choice a cell means: its exact name in either language, else the longest name of two or more characters that is
 * part of it (非农业 before 农业), else nothing.
 */
export function readChoice<C extends string>(list: readonly Choice<C>[], text: string): C | undefined {
  const { names, read } = knownOf(list);
  if (read.has(text)) return read.get(text) as C | undefined;
  const code = findChoice(names, tidy(text));
  if (read.size >= MOST_REMEMBERED) read.clear();
  read.set(text, code);
  return code as C | undefined;
}

function findChoice(names: Known['names'], wanted: string): string | undefined {
  if (wanted === '') return undefined;
  let best: string | undefined;
  let length = 1;
  for (const [name, code] of names) {
    if (name === wanted) return code;
    // Latin names and digits are too short to be told inside other words
    if (name.length > length && !/^[\x20-\x7e]+$/.test(name) && wanted.includes(name)) {
      best = code;
      length = name.length;
    }
  }
  return best;
}

const ethnicityCodes: ReadonlyMap<string, string> = new Map(
  Object.entries(ethnicityWords).flatMap(([code, word]) => {
    const bare = word.zh.endsWith(groupEnding) ? word.zh.slice(0, -1) : word.zh;
    return [word.zh, bare, word.en, code, String(Number(code)), ...(ethnicityNames[code] ?? [])].map((name) => [tidy(name), code] as const);
  }),
);

/** The two-digit code (GB/T 3304) of an ethnic group named in full, without its last character, in English or by its code. */
export const readEthnicity = (text: string): string | undefined => ethnicityCodes.get(text) ?? ethnicityCodes.get(tidy(text));
