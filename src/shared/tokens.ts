/** Follow-up codes of anonymous letters as people copy, read out and type them. They are made on the server. */
import { refuse, type Reading } from './reading.ts';
import { bareCode } from './text.ts';
import { tokensWords as words } from './tokens.words.ts';

/** How many digits a follow-up code has. */
export const FOLLOW_UP_DIGITS = 16;

/** The code in groups of four, `1234 5678 9012 3456`, as it is shown and printed. */
export const formatFollowUpCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/**
 * A follow-up code as typed by its owner: spaces, dashes and dots are ignored, full-width digits taken, the letters
 * O, I and l read as the digits they are mistaken for.
 * @returns the 16 digits without spaces
 */
export function readFollowUpCode(text: string): Reading<{ code: string }> {
  const code = bareCode(text)
    .replace(/[-\u2010-\u2015\u2212.·_]/g, '')
    .replace(/[oO]/g, '0')
    .replace(/[lI|]/g, '1');
  if (code === '') return refuse(words.codeMissing);
  const odd = /[^0-9]/u.exec(code);
  if (odd) return refuse(words.codeLetters, { found: odd[0] });
  if (code.length !== FOLLOW_UP_DIGITS) return refuse(words.codeLength, { count: code.length });
  return { ok: true, code, warnings: [] };
}
