/** Subjects and quotations as mail programs write them, in Chinese and in English. */
import { oneLine } from '#shared/text';
import { MAIL } from './mail.rules.ts';

/** A letter's title out of a subject; without one, out of the first line. Empty when there is neither. */
export function titleOf(subject: string, text: string): string {
  const bare = oneLine(subject).replace(/^(?:(?:re|fw|fwd|回复|答复|转发)\s*[:：]\s*)+/i, '');
  const line = bare || oneLine(text.trim().split('\n')[0] ?? '');
  return [...line].length > MAIL.mostTitle ? `${[...line].slice(0, MAIL.mostTitle - 1).join('')}…` : line;
}

const MARKERS = [
  /^\s*-{2,}\s*(原始邮件|原邮件|转发邮件信息|Original Message|Forwarded message|回复的原邮件)\s*-{2,}/i,
  /^\s*(在|于)?\s*.{4,80}(写道|寫道)\s*[:：]\s*$/,
  /^\s*On .{6,200} wrote:\s*$/i,
  /^\s*(发件人|寄件者|From)\s*[:：].{3,}$/i,
  /^\s*_{10,}\s*$/,
  /^-- $/,
  /^\s*(发自我的|从我的|Sent from my|来自我的)\s?.{1,40}$/i,
];
const QUOTED = /^\s*[>|]/;

/**
 * What the writer wrote, without the quoted message and the signature below it: everything from the first line that begins one, and quoted
 * lines. When nothing would be left (the answer stands below the quotation), only quoted lines and the line above them go.
 */
export function cutQuotation(given: string): { readonly text: string; readonly cut: boolean } {
  const lines = given.split('\n');
  const from = lines.findIndex((line) => MARKERS.some((m) => m.test(line)));
  const above = (from < 0 ? lines : lines.slice(0, from)).filter((line) => !QUOTED.test(line)).join('\n').trim();
  const below = lines.filter((line) => !QUOTED.test(line) && !MARKERS.some((m) => m.test(line))).join('\n').trim();
  const text = above || below || given.trim();
  return { text, cut: text !== given.trim() };
}
