// Written a second time on purpose: the recount must not share a line with the count, or it would repeat its mistakes.

const ROOM = [9, 10, 13, 32, 160, 5760, 8232, 8233, 8239, 8287, 12288];
const isRoom = (c: string): boolean => {
  const n = c.codePointAt(0) ?? 0;
  return ROOM.includes(n) || (n >= 8192 && n <= 8202);
};
const isDot = (c: string): boolean => ['\u00B7', '\u2022', '\u2027', '\u2219', '\u22C5', '\u30FB'].includes(c);
const isHan = (c: string): boolean => /^\p{Script=Han}$/u.test(c);

/** The letters of a name with single spaces, as the count sees it; null when it is no name. */
export function secondName(text: string): string | null {
  const letters: string[] = [];
  let gap = false;
  for (const c of text.normalize('NFKC')) {
    if (isRoom(c)) {
      gap = true;
      continue;
    }
    if (/^[\p{Cc}\p{Cf}]$/u.test(c)) continue;
    const last = letters.at(-1);
    const now = isDot(c) ? '\u00B7' : c;
    const wanted = gap && last !== undefined && last !== '\u00B7' && now !== '\u00B7' && !(isHan(last) && isHan(now));
    if (wanted) letters.push(' ');
    letters.push(now);
    gap = false;
  }
  return letters.length <= 60 && letters.some((c) => /^\p{L}$/u.test(c)) ? letters.join('') : null;
}
