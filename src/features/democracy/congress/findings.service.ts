import type { Locale, Word } from '#shared/words';
import { say, type Slots } from '#shared/words';

/** One thing that a rule asks, said in both languages: kept with the decision it was made on. */
export type Said = { readonly zh: string; readonly en: string };
export type Found = { readonly key: string; readonly title: Said; readonly text: Said; readonly state: 'ok' | 'warn' | 'short' };

/** A word with its slots in both languages; slots may be words themselves. */
export function both(word: Word, slots: Readonly<Record<string, string | number | Said>> = {}): Said {
  const of = (l: Locale): Slots => Object.fromEntries(Object.entries(slots).map(([k, v]) => [k, typeof v === 'object' ? v[l] : v]));
  return { zh: say(word, 'zh', of('zh')), en: say(word, 'en', of('en')) };
}

/** Findings in the language of whoever looks. */
export const sayFindings = (list: readonly Found[], locale: Locale): { key: string; title: string; text: string; state: Found['state'] }[] => list.map((f) => ({ key: f.key, title: f.title[locale], text: f.text[locale], state: f.state }));
