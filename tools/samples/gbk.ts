/** Every two-byte character of GBK, from the decoder that comes with Node. */
function table(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, lead * 256 + trail);
    }
  }
  return codes;
}

/** The text in GBK. @throws Error for a character GBK does not have */
export function gbkBytes(text: string): Uint8Array {
  const codes = table();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const pair = code < 0x80 ? code : codes.get(character);
    if (pair === undefined) throw new Error(`GBK has no ${character}`);
    if (pair > 0xff) bytes.push(pair >> 8);
    bytes.push(pair & 0xff);
  }
  return Uint8Array.from(bytes);
}
