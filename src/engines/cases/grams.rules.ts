/**
 * Search words of a Chinese text: every pair of neighbouring characters, and Latin words and numbers as they stand.
 * Stored as a `tsvector` of the simple configuration; hits are verified by LIKE.
 */
export function grams(text: string, most = 4000): string {
  const found = new Set<string>();
  for (const run of text.normalize('NFKC').toLowerCase().match(/[a-z0-9]+|[\p{Script=Han}]+/gu) ?? []) {
    if (/^[a-z0-9]/.test(run)) { found.add(run); continue; }
    if (run.length === 1) found.add(run);
    for (let i = 0; i + 1 < run.length; i++) found.add(run.slice(i, i + 2));
    if (found.size >= most) break;
  }
  return [...found].slice(0, most).join(' ');
}

/** The same pairs as a query in which all must occur; empty when the text holds nothing to look for. */
export const gramQuery = (text: string): string => grams(text, 20).split(' ').filter(Boolean).map((g) => `'${g.replaceAll("'", '')}'`).join(' & ');
