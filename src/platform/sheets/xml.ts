import { Refused } from '#shared/errors';
import { SaxesParser } from 'saxes';
import { damaged } from './archive.ts';
import type { SheetLimits } from './limits.ts';
import { words } from './sheets.words.ts';

/** What a reader of one part listens to. Names come without their namespace prefix. */
export type XmlReader = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
};

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/**
 * Reads one XML part piece by piece. Yields after each piece, so that the caller can pass on what it has gathered.
 * Document type declarations are refused before anything in them means anything, so entities that multiply do not exist;
 * unbounded tags, texts and depth are refused too.
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  reader: XmlReader,
  limits: SheetLimits,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  let heard = false;
  let depth = 0;
  parser.on('opentag', (tag) => {
    heard = true;
    depth += 1;
    if (depth > limits.depth) throw damaged();
    reader.open(localName(tag.name), tag.attributes as Record<string, string>); // strings: namespaces are off
  });
  parser.on('closetag', (tag) => {
    heard = true;
    depth -= 1;
    reader.close(localName(tag.name));
  });
  const hear = (text: string): void => {
    heard = true;
    reader.text(text);
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('doctype', () => {
    throw new Refused(words.forbiddenXml, { status: 400 });
  });
  parser.on('error', () => {
    throw damaged();
  });

  let decoder: TextDecoder | null = null;
  let silent = 0;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    const piece = decode(decoder, chunk);
    heard = false;
    parser.write(piece);
    silent = heard ? 0 : silent + piece.length;
    if (silent > limits.tokenChars) throw damaged();
    yield;
  }
  if (decoder) parser.write(decode(decoder, null));
  parser.close();
  yield;
}

/** Reads one small part to its end. */
export async function readWholeXml(chunks: AsyncIterable<Uint8Array>, reader: XmlReader, limits: SheetLimits): Promise<void> {
  for await (const _ of readXml(chunks, reader, limits));
}

/** Parts are UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.4). */
function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw damaged();
  }
}
