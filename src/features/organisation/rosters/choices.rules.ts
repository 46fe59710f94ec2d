import { searchText } from '#shared/text';
import type { Choice } from './choices.words.ts';
import { ethnicityNames, ethnicityWords, groupEnding } from './ethnicities.words.ts';

const tidy = (text: string): string => searchText(text).replace(/[\s()（）【】[\]]/gu, '');

/** The lists with their names tidied once, not for every row. */
const tidied = new WeakMap<readonly Choice[], readonly (readonly [name: string, code: string])[]>();

function namesOf(list: readonly Choice[]): readonly (readonly [string, string])[] {
  let names = tidied.get(list);
  if (!names) {
    names = list.flatMap((choice) => choice.names.map((name) => [tidy(name), choice.code] as const));
    tidied.set(list, names);
  }
  return names;
}

/**
 * The choice a cell means: its exact name in either language, else the longest name of two or more characters that is
 * part of it (非农业 before 农业), else nothing.
 */
export function readChoice<C extends string>(list: readonly Choice<C>[], text: string): C | undefined {
  const wanted = tidy(text);
  if (wanted === '') return undefined;
  let best: string | undefined;
  let length = 1;
  for (const [name, code] of namesOf(list)) {
    if (name === wanted) return code as C;
    // Latin names and digits are too short to be told inside other words
    if (name.length > length && !/^[\x20-\x7e]+$/.test(name) && wanted.includes(name)) {
      best = code;
      length = name.length;
    }
  }
  return best as C | undefined;
}

const ethnicityCodes: ReadonlyMap<string, string> = new Map(
  Object.entries(ethnicityWords).flatMap(([code, word]) => {
    const bare = word.zh.endsWith(groupEnding) ? word.zh.slice(0, -1) : word.zh;
    return [word.zh, bare, word.en, code, String(Number(code)), ...(ethnicityNames[code] ?? [])].map((name) => [tidy(name), code] as const);
  }),
);

/** The two-digit code (GB/T 3304) of an ethnic group named in full, without its last character, in English or by its code. */
export const readEthnicity = (text: string): string | undefined => ethnicityCodes.get(tidy(text));
