/**
 * Numbers of looking for look-alikes and of joining one. Measured on suggestions told anew (looking.rules.test.ts), alone and among the 7,148 of the
 * demonstration factory: a whole one on the same matter got 0.77 to 0.99, only its problem 0.57 to 0.98, the same machine with another matter 0.47
 * at most; once a lamp elsewhere got 0.66.
 */
export const looking = {
  /** characters, blanks left out, from which a text says enough to be compared */
  charactersFrom: 12,
  /** the least score at which one is shown, at which the writer is asked about it before it goes out, and at which it is kept for the reviewers */
  shownFrom: 0.4, strongFrom: 0.7, keptFrom: 0.6,
  /** so many are shown, and looked at more closely because some belong to other schemes or are void */
  most: 5, lookedAt: 40,
  /** characters of each text whose shared passages are marked, the shortest passage worth marking, and how many */
  compared: 400, passage: 4, passages: 6,
  /** characters of another's problem that are shown */
  excerpt: 160,
  /** characters of a word that comes with joining */
  word: 200,
} as const;

/** States in which a suggestion may be joined: it is on its way, or adopted and not done yet. */
const JOINED_IN = ['submitted', 'returned', 'company', 'appealed', 'adopted', 'implementing', 'accepting'];
export const maySupport = (state: string): boolean => JOINED_IN.includes(state);

/** Whether a text says enough to be compared. */
export const isEnough = (text: string): boolean => text.replace(/\s/g, '').length >= looking.charactersFrom;

/** A score as a screen shows it: whole per cent, never 100 for what is not the same. */
export const percent = (score: number): number => Math.min(99, Math.round(score * 100));

/** A part of a text, shared with another or not. */
export type Piece = { readonly text: string; readonly shared: boolean };

/** A text cut into its shared passages and what stands between them. @param marks [from, to) of each, in any order, not overlapping */
export function piecesOf(text: string, marks: readonly (readonly [from: number, to: number])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of [...marks].filter(([a, b]) => a < b && a < text.length).sort((a, b) => a[0] - b[0])) {
    if (from > at) pieces.push({ text: text.slice(at, from), shared: false });
    pieces.push({ text: text.slice(Math.max(at, from), to), shared: true });
    at = Math.max(at, Math.min(to, text.length));
  }
  if (at < text.length) pieces.push({ text: text.slice(at), shared: false });
  return pieces.filter((p) => p.text !== '');
}
