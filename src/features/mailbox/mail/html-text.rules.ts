/** Text out of HTML mail. One pass over the tags, linear whatever they look like; nothing of the markup is kept. */

const MOST_HTML = 1_000_000;
/** Their content is not for readers. */
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg']);
/** A new line begins with them and after them. */
const BLOCKS = new Set(['p', 'div', 'br', 'tr', 'li', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'hr', 'section', 'article', 'header', 'footer', 'pre']);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', hellip: '…', mdash: '—', ndash: '–', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', middot: '·', yen: '¥', times: '×' };

const character = (n: number): string => (n > 0 && n <= 0x10ffff && !(n >= 0xd800 && n <= 0xdfff) ? String.fromCodePoint(n) : '');

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex?: string, digits?: string, name?: string) =>
    hex ? character(Number.parseInt(hex, 16)) : digits ? character(Number(digits)) : (NAMED[(name ?? '').toLowerCase()] ?? whole));

type Tag = { readonly name: string; readonly closing: boolean; readonly end: number };

/** The tag that begins at `from`; a `<` that begins none is text. */
function tagAt(html: string, from: number): Tag | null {
  if (html.startsWith('<!--', from)) {
    const end = html.indexOf('-->', from + 4);
    return { name: '!', closing: false, end: end < 0 ? html.length : end + 3 };
  }
  const found = /^<(\/?)([a-z!?][a-z0-9:]*)/i.exec(html.slice(from, from + 40));
  if (!found) return null;
  const end = html.indexOf('>', from);
  return { name: (found[2] ?? '').toLowerCase(), closing: found[1] === '/', end: end < 0 ? html.length : end + 1 };
}

/** Where the content of an element that nobody reads ends. */
function endOf(html: string, name: string, from: number): number {
  const end = html.toLowerCase().indexOf(`</${name}`, from);
  return end < 0 ? html.length : end;
}

const tidy = (text: string): string => text.split('\n').map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim()).join('\n').replace(/\n{3,}/g, '\n\n').trim();

/** What a reader of this HTML would read, at most of its first million characters. */
export function textOfHtml(given: string): string {
  const html = given.slice(0, MOST_HTML);
  const parts: string[] = [];
  let at = 0;
  let skipped = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const until = open < 0 ? html.length : open;
    parts.push(html.slice(at, until).replace(/\s+/g, ' '));
    if (open < 0) break;
    const tag = tagAt(html, open);
    if (tag === null) parts.push('<');
    else if (BLOCKS.has(tag.name)) parts.push('\n');
    else if (tag.name === 'td' || tag.name === 'th') parts.push(' ');
    // Lower-casing the rest for each such element would cost its square: more than a hundred are nobody's letter.
    at = tag === null ? open + 1 : UNREAD.has(tag.name) && !tag.closing && ++skipped <= 100 ? endOf(html, tag.name, tag.end) : tag.end;
  }
  return tidy(decoded(parts.join('')));
}
