import { provinceWords } from './provinces.words.ts';
import type { Word } from './words.ts';

const byCode: ReadonlyMap<string, Word> = new Map(
  Object.entries(provinceWords).map(([key, word]) => [key.slice(1), word]),
);

/** Whether the two digits begin region codes of GB/T 2260 (with 81, 82, 83 as residence permits use them). */
export const isProvinceCode = (code: string): boolean => byCode.has(code);

/** The province a region code or an ID number begins with, if any. */
export const provinceOf = (code: string): Word | undefined => byCode.get(code.slice(0, 2));
