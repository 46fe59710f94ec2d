/** Hits of one kind at most. */
export const MOST_HITS = 8;

/** A staff or card number that can be compared but not copied: `10002345` is `10••••45`. Short ones stay whole. */
export const veiled = (number: string): string => (number.length < 6 ? number : `${number.slice(0, 2)}${'•'.repeat(number.length - 4)}${number.slice(-2)}`);

/** A text as the beginning of a LIKE pattern, its own wildcards meant literally. */
export const asPrefix = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;
