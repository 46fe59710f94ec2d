/** Mail that says nothing, or something wrong, about the characters it is written in: mended before it is read. */

const ALIASES: Readonly<Record<string, string>> = { cp936: 'gbk', ms936: 'gbk', '936': 'gbk', 'windows-936': 'gbk', 'gb18030-2022': 'gb18030', utf8mb4: 'utf-8', unicode: 'utf-8', ansi: 'gb18030' };
const LOOKED_AT = 65_536;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

const asUtf8 = (bytes: Uint8Array): Buffer => Buffer.from(new TextDecoder('gb18030').decode(bytes), 'utf8');

function bodyStart(raw: Buffer): number {
  const dos = raw.indexOf('\r\n\r\n');
  const unix = raw.indexOf('\n\n');
  return dos >= 0 && (unix < 0 || dos < unix) ? dos + 4 : unix >= 0 ? unix + 2 : raw.length;
}

/** Unknown names of character sets in the first 64 KiB get one that can be read. */
function renamed(raw: Buffer): Buffer {
  const head = raw.subarray(0, LOOKED_AT).toString('latin1');
  const mended = head.replace(/(charset\s*=\s*"?)([\w.:-]{1,40})/gi, (whole, lead: string, label: string) => {
    const better = ALIASES[label.toLowerCase()] ?? (isKnown(label) ? label : isUtf8(raw) ? 'utf-8' : 'gb18030');
    return better === label ? whole : `${lead}${better}`;
  });
  return mended === head ? raw : Buffer.concat([Buffer.from(mended, 'latin1'), raw.subarray(LOOKED_AT)]);
}

/**
 * The message with headers that can be read: bare GBK in a header (older Chinese programs) becomes UTF-8, and so does a body of such bytes
 * that names no character set.
 */
export function readable(raw: Buffer): Buffer {
  const known = renamed(raw);
  const start = bodyStart(known);
  const [head, body] = [known.subarray(0, start), known.subarray(start)];
  const headBad = !isUtf8(head);
  const bodyBad = !/charset\s*=/i.test(known.subarray(0, LOOKED_AT).toString('latin1')) && !isUtf8(body);
  return headBad || bodyBad ? Buffer.concat([headBad ? asUtf8(head) : head, bodyBad ? asUtf8(body) : body]) : known;
}
