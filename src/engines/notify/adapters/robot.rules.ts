/** What a group robot says. `mobiles` are people it calls by name; everybody in the group reads it. */
export type RobotMessage = {
  readonly title: string;
  readonly text: string;
  /** absolute address to open, empty for none */
  readonly link: string;
  /** what the link says */
  readonly linkText: string;
  readonly mobiles: readonly string[];
};

/** Cuts a text to a number of UTF-8 bytes without splitting a character; `…` stands for what is missing. */
export function cutBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let out = '';
  let size = Buffer.byteLength('…');
  for (const c of text) {
    size += Buffer.byteLength(c);
    if (size > most) break;
    out += c;
  }
  return `${out}…`;
}

const WIDE: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '[': '［', ']': '］', '`': '｀', '*': '＊', '#': '＃', '!': '！', '@': '＠' };

/** Text from people, made harmless inside the robots' markdown: no links, pictures, mentions or headings of its own. */
export const calm = (text: string): string => text.replace(/[<>[\]`*#!@]/g, (c) => WIDE[c] ?? c);

/** On one line, for titles. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An address as it may stand between the brackets of a markdown link. */
export const linkTarget = (url: string): string => url.replace(/[()\s<>]/g, (c) => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'));
