/** The words in front of an extension, as people write them (8705转12). */
export const extensionMarks = '转分机';

/** Punctuation with which Chinese sheets put two numbers into one cell. */
export const listMarks = '、；，或';
