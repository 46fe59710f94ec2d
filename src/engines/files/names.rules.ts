/**
 * Names of files as people sent them, made harmless: no folders, no control or direction marks, no names that a
 * system reserves, at most 120 characters. They are shown and offered for saving, never used as a path.
 */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

function bare(name: string): string {
  const last = name.normalize('NFC').replace(/\\/g, '/').split('/').at(-1) ?? '';
  return last
    .replace(/[\p{C}\u2028\u2029]+/gu, '')
    .replace(/[<>:"|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The extension a name claims, in small letters without the dot; empty when it has none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(bare(name))?.[1]?.toLowerCase() ?? '';
}

/**
 * A harmless name that ends with the extension the bytes call for.
 * @param name as sent
 * @param ext the true extension, without the dot
 * @param otherwise the stem when nothing of the name is left
 */
export function safeName(name: string, ext: string, otherwise: string): string {
  const claimed = extensionOf(name);
  const full = bare(name);
  const stem = (claimed ? full.slice(0, -claimed.length - 1) : full).replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem].slice(0, 120).join('').trim();
  return `${short === '' || RESERVED.test(short) ? otherwise : short}.${ext}`;
}
