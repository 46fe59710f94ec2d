import type { Readable } from 'node:stream';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import {
  countWaiting, deleteWaiting, type FileRow, insertFile, selectFile, selectOwned, updateKeepUntil, updateOwner,
} from './files.sql.ts';
import { words } from './files.words.ts';
import { type Found, inspect } from './inspect.service.ts';
import { MOST_PER_OWNER, WAITING } from './kinds.rules.ts';
import { safeName } from './names.rules.ts';
import { type Owner, ownerKind } from './owners.service.ts';
import { store } from './place.service.ts';
import type { Variant } from './store.service.ts';

/** What a screen may know of a file. */
export type FileFacts = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'image' | 'document' | 'sheet' | 'text';
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: boolean;
};

const facts = (row: FileRow): FileFacts => ({
  id: row.id, name: row.name, kind: row.kind, type: row.type, bytes: Number(row.bytes),
  width: row.width, height: row.height, thumbnail: row.thumbnail,
});

/** Pictures and archives are opened two at a time, whatever the number of uploads: memory stays bounded. */
const benches = { free: 2, waiting: [] as (() => void)[] };

async function atBench<T>(work: () => Promise<T>): Promise<T> {
  if (benches.free > 0) benches.free -= 1;
  else await new Promise<void>((go) => benches.waiting.push(go));
  try {
    return await work();
  } finally {
    const next = benches.waiting.shift();
    if (next) next();
    else benches.free += 1;
  }
}

/** An upload that was looked at and may be kept; nothing of it is in the database yet. */
export type Received = { readonly found: Found; readonly name: string };

/**
 * Takes a stream in, says what it is and prepares what will be kept. Needs no transaction: call it before one begins,
 * because a slow phone can take a minute.
 * @param o.anonymous only pictures and plain text, and the name is replaced: both could tell who sent it
 * @throws Refused with a sentence: empty, too large, not taken, broken, with macros, not what its name says …
 */
export async function receive(body: Readable, name: string, o: { anonymous: boolean }): Promise<Received> {
  const held = await store().receive(body);
  try {
    const found = await atBench(async () => inspect(await held.bytes(), name));
    if (o.anonymous && found.format.kind !== 'image' && found.format.kind !== 'text') {
      throw new Refused(words.anonymousKinds, { status: 400 });
    }
    const stem = (word: Word): string => say(word, 'zh');
    const otherwise = stem(found.format.kind === 'image' ? words.picture : words.file);
    return { found, name: safeName(o.anonymous ? '' : name, found.format.ext, otherwise) };
  } finally {
    await held.forget();
  }
}

const wholeHour = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);

/**
 * Keeps a received upload; it belongs to nothing until {@link attach} and is erased after 24 hours if it never does.
 * @param by `null` keeps no person and only the hour
 */
export async function keep(tx: Tx, by: Actor | null, received: Received): Promise<FileFacts> {
  const waiting = await countWaiting(tx, by?.personId ?? null);
  if (by && waiting >= WAITING.perPerson) throw new Refused(words.tooManyWaiting, { status: 429 });
  if (!by && waiting >= WAITING.anonymous) throw new Refused(words.anonymousBusy, { status: 429 });
  const { found, name } = received;
  const row = {
    id: newSecretId(), name, kind: found.format.kind, type: found.format.type, bytes: found.content.length,
    width: found.width, height: found.height, thumbnail: found.thumbnail !== null,
    uploaded_by: by?.personId ?? null, uploaded_at: by ? tx.now : wholeHour(tx.now),
  };
  await store().put(tx.federationId, row.id, 'whole', found.content);
  if (found.thumbnail) await store().put(tx.federationId, row.id, 'thumbnail', found.thumbnail);
  await insertFile(tx, row);
  return facts({ ...row, bytes: String(row.bytes), owner_kind: null, owner_id: null });
}

/**
 * Gives waiting uploads to an owner, in the order of the ids. Only whoever uploaded a file can attach it;
 * an anonymous upload can be attached by whoever knows its id, once.
 * @throws Refused when one is no longer there, is somebody else's or is attached already, or when there are too many
 */
export async function attach(tx: Tx, by: Actor | null, fileIds: readonly string[], owner: Owner): Promise<void> {
  if (fileIds.length === 0) return;
  const declared = ownerKind(owner.kind);
  const most = declared.most ?? MOST_PER_OWNER;
  const has = (await selectOwned(tx, owner.kind, [owner.id])).length;
  if (has + fileIds.length > most) throw new Refused(words.tooManyAttachments, { status: 400, slots: { most } });
  const given = await updateOwner(tx, {
    ids: fileIds, personId: by?.personId ?? null, kind: owner.kind, ownerId: owner.id, from: has,
    keepUntil: declared.keepDays === undefined ? null : new Date(tx.now.getTime() + declared.keepDays * 86_400_000),
  });
  if (given !== fileIds.length) throw new Refused(words.attachmentGone);
}

/** The files of many owners of one kind, by owner id, each in its order; at most 500 owners. */
export async function listOf(tx: Tx, kind: string, ownerIds: readonly string[]): Promise<Map<string, FileFacts[]>> {
  if (ownerIds.length > 500) throw new Error('files: more than 500 owners at once');
  const byOwner = new Map<string, FileFacts[]>();
  for (const row of ownerIds.length > 0 ? await selectOwned(tx, kind, ownerIds) : []) {
    const id = row.owner_id as string;
    byOwner.set(id, [...(byOwner.get(id) ?? []), facts(row)]);
  }
  return byOwner;
}

/** A file ready to be sent. `inline` only for pictures and plain text, which cannot carry script. */
export type Opened = { readonly name: string; readonly type: string; readonly content: Readable; readonly inline: boolean };

function opened(tx: Tx, row: FileRow, variant: Variant): Opened {
  if (variant === 'thumbnail' && !row.thumbnail) throw new Refused(words.notFound, { status: 404 });
  const content = store().read(tx.federationId, row.id, variant);
  if (variant === 'thumbnail') return { name: 'thumbnail.webp', type: 'image/webp', content, inline: true };
  const type = row.kind === 'text' ? `${row.type}; charset=utf-8` : row.type;
  return { name: row.name, type, content, inline: row.kind === 'image' };
}

/**
 * Opens a file for whoever its owner lets in.
 * @param mayOpen answers for the owner; whatever it refuses looks as if the file did not exist
 * @throws Refused 404
 */
export async function open(
  tx: Tx, id: string, mayOpen: (owner: Owner) => Promise<boolean> | boolean, variant: Variant = 'whole',
): Promise<Opened> {
  const row = await selectFile(tx, id);
  const owner = row?.owner_kind && row.owner_id ? { kind: row.owner_kind, id: row.owner_id } : null;
  if (!row || !owner || !(await mayOpen(owner))) throw new Refused(words.notFound, { status: 404 });
  return opened(tx, row, variant);
}

/** Opens a file for a signed-in person: an own waiting upload, or by what the owner's part declared. */
export async function openFor(tx: Tx, by: Actor, id: string, variant: Variant = 'whole'): Promise<Opened> {
  const row = await selectFile(tx, id);
  if (row && !row.owner_kind && row.uploaded_by === by.personId) return opened(tx, row, variant);
  let nameless = false;
  const found = await open(tx, id, async (owner) => {
    const { mayOpen, nameless: isNameless } = ownerKind(owner.kind);
    nameless = (await isNameless?.(tx, by, owner.id)) ?? false;
    return (await mayOpen?.(tx, by, owner.id)) ?? false;
  }, variant);
  return nameless ? { ...found, name: `file${/\.[A-Za-z0-9]{1,8}$/.exec(found.name)?.[0] ?? ''}` } : found;
}

/** Takes back an own upload that was never sent. */
export async function discard(tx: Tx, by: Actor, id: string): Promise<void> {
  if (!(await deleteWaiting(tx, id, by.personId))) throw new Refused(words.notFound, { status: 404 });
  tx.afterCommit(() => store().remove(tx.federationId, id));
}

/** Ends the keeping of the files of these owners: the next sweep after `at` (now unless told) erases them. */
export async function letGo(tx: Tx, kind: string, ownerIds: readonly string[], at: Date = tx.now): Promise<number> {
  return updateKeepUntil(tx, kind, ownerIds, at);
}
