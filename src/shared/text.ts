/**
 * Text as people type and paste it, made safe to compare, to store, to name files with and to export.
 * Runs in old phone browsers too: no look-behind, no `toWellFormed`; graphemes fall back to code points.
 */
import { textWords } from './text.words.ts';

/** Printable ASCII and the common Han characters: what nearly every cell consists of, and what none of the readers below changes. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/;
/** White space that {@link oneLine} would change. */
const LOOSE = /^ | $| {2}/;

/** Full-width letters, digits, punctuation and the ideographic space in their ordinary form; all else as it was. */
export function halfWidth(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

const UNSEEN = /[\p{Cf}\u3164\uFFA0]|[\u115F\u1160]|\u034F|\u17B4|\u17B5|[^\P{Cc}\n\t]/gu;
const PICTURE = /^\p{Extended_Pictographic}/u;

/**
 * Without what cannot be seen: control characters (line feed and tab stay), zero-width and direction marks, fillers.
 * The joiner inside an emoji stays, a lone surrogate becomes U+FFFD, every kind of line end becomes a line feed.
 */
export function withoutInvisible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(UNSEEN, (c, at: number, whole: string) =>
      c === '\u200D' && PICTURE.test(whole.slice(at + 1, at + 3)) ? c : '',
    );
}

/** One line as a person meant it: nothing invisible, NFC, runs of white space as one space, none at the ends. */
export function oneLine(text: string): string {
  if (PLAIN.test(text) && !LOOSE.test(text)) return text;
  return withoutInvisible(text).normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * A number or code as it stands in a cell or a form, bared for reading: half-width, nothing invisible, no white space,
 * no quotation mark in front (spreadsheets keep numbers as text with one).
 */
export function bareCode(text: string): string {
  return halfWidth(withoutInvisible(text))
    .replace(/\s+/gu, '')
    .replace(/^['"\u2018\u2019\u201C`]+/, '')
    .replace(/['"\u2019\u201D]+$/, '');
}

/** Whether a bared code went through a spreadsheet as a number in scientific notation (`3.30102E+17`): its end is lost. */
export const isScientific = (code: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(code);

/**
 * The form in which texts are compared and searched: compatibility forms unified (NFKC), lower case,
 * the several middle dots as one, white space collapsed. Applying it twice changes nothing.
 */
export function searchText(text: string): string {
  return withoutInvisible(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\u2022\u2027\u2219\u22C5\u30FB\uFF65]/g, '\u00B7')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The text in graphemes: what a reader calls characters (an emoji of several code points is one). */
export function graphemes(text: string): string[] {
  if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) return Array.from(text);
  const cut = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(cut.segment(text), (s) => s.segment);
}

/**
 * The text, or its beginning with `mark` when it is longer than `most` graphemes (the mark counted).
 * @param most at least the length of the mark
 */
export function truncate(text: string, most: number, mark = '…'): string {
  if (text.length <= most) return text;
  const all = graphemes(text);
  if (all.length <= most) return text;
  return all.slice(0, Math.max(0, most - graphemes(mark).length)).join('') + mark;
}

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])(?=\.|$)/i;
const NAME_BYTES = 180;

function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const g of graphemes(text)) {
    bytes += encoder.encode(g).length;
    if (bytes > most) break;
    kept += g;
  }
  return kept;
}

/**
 * A name under which an uploaded or exported file may be stored and offered on any system: the last part of a path,
 * without control characters, direction overrides, separators, wildcards, reserved device names, leading dots or
 * trailing dots and spaces; at most 180 bytes of UTF-8, the extension kept. Never empty.
 * @param whenEmpty the name to use when nothing is left
 */
export function safeFileName(name: string, whenEmpty: string = textWords.file.zh): string {
  const last =
    withoutInvisible(name)
      .normalize('NFC')
      .split(/[/\\\n]/)
      .filter((p) => !/^[.\s]*$/.test(p))
      .pop() ?? '';
  const tame = last
    .replace(/[<>:"|?*\t\uFF0F\uFF3C\u2044\u2215\u29F5\u29F8\u29F9\uFE68]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/[.\s]+(\.[A-Za-z0-9]{1,10})$/, '$1');
  const named = RESERVED.test(tame) ? `_${tame}` : tame;
  if (named === '') return whenEmpty;
  const extension = /[^.](\.[A-Za-z0-9]{1,10})$/.exec(named)?.[1] ?? '';
  const stem = named.slice(0, named.length - extension.length);
  return cutToBytes(stem, NAME_BYTES - extension.length).replace(/[.\s]+$/, '') + extension;
}

const FORMULA = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A text for a cell of a spreadsheet or CSV file that no program will take for a formula: such a text gets an
 * apostrophe in front. A plain negative number stays as it is. Quoting for CSV is the writer's business.
 */
export function escapeCell(text: string): string {
  if (/^-\d+(\.\d+)?$/.test(text)) return text;
  const dangerous = /^[\t\r\n]/.test(text) || FORMULA.test(withoutInvisible(text).trimStart());
  return dangerous ? `'${text}` : text;
}
