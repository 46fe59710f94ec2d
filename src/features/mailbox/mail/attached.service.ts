import { Readable } from 'node:stream';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import { files, type Received } from '#engines/files';
import { MAIL } from './mail.rules.ts';
import { words } from './mail.words.ts';
import type { Incoming } from './reading.service.ts';

/** Files of an e-mail after they were looked at, and a line for each that was not taken. */
export type Looked = { readonly taken: readonly Received[]; readonly refused: readonly string[] };

const why = (error: unknown, locale: Locale): string => {
  if (error instanceof Refused) return say(error.word, locale, error.slots);
  throw error;
};

/** Lets the files engine look at what was attached. A file it refuses does not stop the letter: its name and the reason are told. */
export async function look(mail: Incoming): Promise<Looked> {
  const taken: Received[] = [];
  const refused: string[] = [];
  for (const [i, { name, content }] of mail.files.entries()) {
    const shown = name || `${say(words.attachment, mail.locale)} ${i + 1}`;
    if (taken.length >= MAIL.mostFiles || i >= MAIL.mostFiles * 4) refused.push(`${shown}：${say(words.fileTooMany, mail.locale)}`);
    else await files.receive(Readable.from([content]), name, { anonymous: false }).then((f) => void taken.push(f), (error: unknown) => void refused.push(`${shown}：${why(error, mail.locale)}`));
  }
  return { taken, refused: refused.slice(0, 20) };
}

/** The whole text of an e-mail of which only a part went into the letter; null when the files engine would not have it. */
export async function original(text: string, locale: Locale): Promise<Received | null> {
  const name = `${say(words.original, locale)}.txt`;
  return files.receive(Readable.from([Buffer.from(`${text}\n`)]), name, { anonymous: false }).catch((error: unknown) => {
    if (error instanceof Refused) return null;
    throw error;
  });
}

/** Keeps files for a letter as far as it has room; the ids of those kept, for the timeline. */
export async function keepFor(tx: Tx, received: readonly Received[], room: number): Promise<string[]> {
  const ids: string[] = [];
  for (const one of received.slice(0, Math.max(0, room))) ids.push((await files.keep(tx, null, one)).id);
  return ids;
}
