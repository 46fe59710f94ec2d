import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { Download } from '#platform/http';
import { cases } from '#engines/cases';
import { type FileFacts, files } from '#engines/files';
import type { api, FileView } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';

/** A file as a letter shows it. */
export const fileView = (f: FileFacts): z.input<typeof FileView> => ({ id: f.id, name: f.name, image: f.thumbnail });

const seenBy = (tx: Tx, by: Actor, id: string): Promise<boolean> =>
  cases.loadSeen(tx, letterProcess, by, id).then(() => true, (why: unknown) => {
    if (why instanceof Refused) return false;
    throw why;
  });

/** Says once, when the part is loaded, who may open the files of a letter: whoever may see the letter. */
export const declareLetters = (): void => files.declareOwner('letter', { most: 20, mayOpen: seenBy });

/** A file of an anonymous letter for whoever holds its code. */
export async function openFileByCode(tx: Tx, _by: null, { code, id, small }: z.output<(typeof api)['openFileByCode']['in']>): Promise<Download> {
  const { file } = await cases.loadByCode(tx, letterProcess, code);
  const opened = await files.open(tx, id, (owner) => owner.kind === 'letter' && owner.id === file.id, small ? 'thumbnail' : 'whole');
  return new Download({ name: opened.name, type: opened.type, content: opened.content, inline: opened.inline });
}
