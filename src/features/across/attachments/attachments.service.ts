import { type FileFacts, files, type Opened, type Received } from '#engines/files';
import { findUnionByJoinCode } from '#engines/org';
import { type Call, doorWords, Download } from '#platform/http';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { words } from './attachments.words.ts';

type Id = { readonly id: string };

async function take(call: Call, name: string, anonymous: boolean): Promise<Received> {
  if (call.body === null) throw new Refused(words.noBody, { status: 400 });
  return files.receive(call.body, name, { anonymous });
}

/** Before the transaction: takes the bytes in, which on a slow line takes a minute, and looks at them. */
export const receive = (_by: Actor | null, input: { name: string }, call: Call): Promise<Received> => take(call, input.name, false);
/** The same for somebody who leaves no name. */
export const receiveAnonymous = (_by: Actor | null, input: { name: string }, call: Call): Promise<Received> => take(call, input.name, true);

/** Keeps an upload until its owner is written; nobody else sees it. */
export function upload(tx: Tx, by: Actor, _input: { name: string }, call: Call): Promise<FileFacts> {
  return files.keep(tx, by, call.prepared as Received);
}

/** Keeps an upload of somebody who leaves no name: a picture written anew, or plain text. */
export async function uploadAnonymous(tx: Tx, _by: null, input: { joinCode: string }, call: Call): Promise<FileFacts> {
  if ((await findUnionByJoinCode(tx, input.joinCode)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  return files.keep(tx, null, call.prepared as Received);
}

const download = (o: Opened): Download => new Download({ name: o.name, type: o.type, content: o.content, inline: o.inline });

/** Sends a file to whoever its owner lets in. */
export async function open(tx: Tx, by: Actor, { id }: Id): Promise<Download> {
  return download(await files.openFor(tx, by, id));
}

/** Sends the small picture of a picture. */
export async function thumbnail(tx: Tx, by: Actor, { id }: Id): Promise<Download> {
  return download(await files.openFor(tx, by, id, 'thumbnail'));
}

/** Takes an own upload back before it was sent. */
export async function discard(tx: Tx, by: Actor, { id }: Id): Promise<Record<string, never>> {
  await files.discard(tx, by, id);
  return {};
}
