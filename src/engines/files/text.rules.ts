const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The text of a plain text file in UTF-8, UTF-16 with its mark, or GB 18030; null when it is not text or is a page,
 * a drawing or a script in disguise.
 */
export function plainText(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const text = marked ? decode(bytes, marked) : (decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030'));
  // Control characters stand in programs, not in text (tab, line feed, form feed, carriage return excepted).
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (text === null || /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return null;
  if (/^\s*<\s*(?:!doctype|!--|\?|html|head|body|svg|script|math|xml)/i.test(text) || /^#!/.test(text)) return null;
  return text.trim() === '' ? null : text;
}
