import type { Word } from '#shared/words';

const HAN = /\p{Script=Han}/u;
const LATIN_ONLY = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]*$/u;
/** `{month}` of a Chinese date is `{monthName}` in English; `{n:letter|letters}` counts by `{n}`. */
const slotsOf = (text: string): string => [...text.matchAll(/\{(\w+?)(?:Name)?(?::[^{|}]*\|[^{|}]*)?\}/g)].map((m) => m[1]).sort().filter((slot, i, all) => slot !== all[i - 1]).join(' ');

const isWord = (value: unknown): value is Word =>
  typeof value === 'object' && value !== null && typeof (value as Word).code === 'string' && typeof (value as Word).zh === 'string' && typeof (value as Word).en === 'string';

function wordFaults({ code, zh, en }: Word): string[] {
  const faults: string[] = [];
  if (zh.trim() === '' || en.trim() === '') faults.push(`${code} is empty in one language`);
  // Marks that stand between two things (", ") end with a blank in English.
  if (/\p{L}/u.test(zh + en) && (zh !== zh.trim() || en !== en.trim())) faults.push(`${code} begins or ends with a blank`);
  // Names that are written in Latin letters in both languages (an e-mail, GB/T 35273) are the same in both.
  if (zh !== en && !HAN.test(zh) && LATIN_ONLY.test(zh) && /\p{L}/u.test(zh.replace(/\{\w+\}/g, ''))) faults.push(`${code} has no Chinese: ${zh}`);
  // A Chinese term in brackets or quotation marks inside an English sentence teaches the term.
  if (HAN.test(en.replace(/[(（“"「][^)）”"」]*[)）”"」]/g, '').replaceAll('娘家', '').replaceAll('中文', ''))) faults.push(`${code} has Chinese in its English: ${en}`);
  const singular = code.endsWith('One') && slotsOf(en) === '';
  if (slotsOf(zh) !== slotsOf(en) && !singular) faults.push(`${code} has other slots in Chinese (${slotsOf(zh)}) than in English (${slotsOf(en)})`);
  return faults;
}

/** All words of a loaded `*.words.ts`, however its exports nest them. */
export function wordsIn(value: unknown, depth = 3): Word[] {
  if (isWord(value)) return [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => wordsIn(inner, depth - 1));
}

/**
 * What is wrong with the words of the house: both languages there, same slots, no code taken twice, none of the other language.
 * @param files path → loaded module
 */
export function wordsFaults(files: ReadonlyMap<string, unknown>): { faults: string[]; words: number } {
  const faults: string[] = [];
  const owner = new Map<string, string>();
  let count = 0;
  for (const [path, module] of files) {
    const words = new Map(wordsIn(module).map((word) => [word.code, word]));
    const texts = Object.values(module as object).filter((value) => typeof value === 'string').length;
    if (words.size + texts === 0) faults.push(`${path} declares no words`);
    for (const word of words.values()) {
      const other = owner.get(word.code);
      if (other) faults.push(`${word.code} stands in ${other} and in ${path}`);
      owner.set(word.code, path);
      faults.push(...wordFaults(word).map((fault) => `${path}: ${fault}`));
      count += 1;
    }
  }
  return { faults, words: count };
}
