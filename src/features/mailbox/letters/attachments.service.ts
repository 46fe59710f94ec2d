import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Call, doorWords, Download } from '#platform/http';
import { cases } from '#engines/cases';
import { type FileFacts, files, type Opened, type Received } from '#engines/files';
import { findUnionByJoinCode } from '#engines/org';
import type { api } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type FileView = z.input<(typeof api)['upload']['out']>;

/** A file as a letter shows it. */
export const fileView = (f: FileFacts): FileView => ({ id: f.id, name: f.name, image: f.thumbnail });

const seenBy = (tx: Tx, by: Actor, id: string): Promise<boolean> =>
  cases.loadSeen(tx, letterProcess, by, id).then(() => true, (why: unknown) => {
    if (why instanceof Refused) return false;
    throw why;
  });

/** Says once, when the part is loaded, who may open the files of a letter: whoever may see the letter. */
export const declareLetters = (): void => files.declareOwner('letter', { most: 20, mayOpen: seenBy });

function received(call: Call): Received {
  return call.prepared as Received;
}

async function take(input: { name: string }, call: Call, anonymous: boolean): Promise<Received> {
  if (call.body === null) throw new Error('an upload without a body');
  return files.receive(call.body, input.name, { anonymous });
}

export const receive = (_by: Actor | null, input: { name: string }, call: Call): Promise<Received> => take(input, call, false);
export const receiveAnonymous = (_by: Actor | null, input: { name: string }, call: Call): Promise<Received> => take(input, call, true);

/** Keeps a photo or file until it is sent with a letter; erased after 24 hours when it never is. */
export async function upload(tx: Tx, by: Actor, _input: In<'upload'>, call: Call): Promise<FileView> {
  return fileView(await files.keep(tx, by, received(call)));
}

/** The same without a person: pictures and plain text only, written anew, without a name. */
export async function uploadAnonymous(tx: Tx, _by: null, { joinCode }: In<'uploadAnonymous'>, call: Call): Promise<FileView> {
  if ((await findUnionByJoinCode(tx, joinCode)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  return fileView(await files.keep(tx, null, received(call)));
}

const download = (o: Opened): Download => new Download({ name: o.name, type: o.type, content: o.content, inline: o.inline });

/** A file of a letter for whoever may see the letter, or one's own that was not sent yet. */
export async function openFile(tx: Tx, by: Actor, { id, small }: In<'openFile'>): Promise<Download> {
  return download(await files.openFor(tx, by, id, small ? 'thumbnail' : 'whole'));
}

/** A file of an anonymous letter for whoever holds its code. */
export async function openFileByCode(tx: Tx, _by: null, { code, id, small }: In<'openFileByCode'>): Promise<Download> {
  const { file } = await cases.loadByCode(tx, letterProcess, code);
  return download(await files.open(tx, id, (owner) => owner.kind === 'letter' && owner.id === file.id, small ? 'thumbnail' : 'whole'));
}
