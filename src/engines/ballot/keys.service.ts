import type { KeyObject } from 'node:crypto';
import type { Tx } from '#shared/call';
import type { Database } from '#platform/db';
import { secrets } from '#platform/secrets';
import type { Ballot } from './ballot.rules.ts';
import { findBallot, moveBallot } from './ballot.sql.ts';
import { type NewKey, newContentKey, newSealKey, newTokenKey, secretKeyOf, tokenKeyOf } from './crypto.ts';
import { insertKeys, type KeyRow, listKeys } from './keys.sql.ts';
import { listClasses } from './roll.sql.ts';

type Wanted = Pick<KeyRow, 'purpose' | 'class'>;

/** Keys that are wanting: a seal for each ballot, a content key where votes are secret, a token key for each class at the level `blind`. */
function wanting(ballot: Ballot, classes: readonly string[], there: readonly KeyRow[]): Wanted[] {
  const all: Wanted[] = [
    { purpose: 'seal', class: '' }, ...(ballot.level === 'open' ? [] : [{ purpose: 'content', class: '' } as const]),
    ...(ballot.level === 'blind' ? classes.map((name) => ({ purpose: 'token', class: name }) as const) : []),
  ];
  return all.filter((w) => !there.some((k) => k.purpose === w.purpose && k.class === w.class));
}

async function made(w: Wanted): Promise<KeyRow> {
  const key: NewKey = w.purpose === 'seal' ? await newSealKey() : w.purpose === 'content' ? newContentKey() : await newTokenKey();
  return { ...w, public: key.public, secret: secrets.seal(key.secret) };
}

/** Makes the keys of an announced ballot, off any request; repeated, it makes what is missing. @returns whether they are ready */
export async function makeKeys(database: Database, federationId: string, id: string, now: Date): Promise<boolean> {
  const found = await database.read(federationId, now, async (tx) => {
    const ballot = await findBallot(tx, id);
    return ballot && { ballot, classes: await listClasses(tx, id), there: await listKeys(tx, id) };
  });
  if (found === null || found.ballot.keysReady || !['announced', 'open'].includes(found.ballot.state)) return found?.ballot.keysReady ?? false;
  const fresh = await Promise.all(wanting(found.ballot, found.classes.map((c) => c.class), found.there).map(made));
  return database.transaction(federationId, now, async (tx) => {
    const ballot = await findBallot(tx, id, 'update');
    if (ballot === null || ballot.level !== found.ballot.level || !['announced', 'open'].includes(ballot.state)) return false;
    await insertKeys(tx, id, fresh);
    const ready = await complete(tx, ballot);
    if (ready) await moveBallot(tx, id, ballot.state, { keysReady: true });
    return ready;
  });
}

/** The same within a transaction that goes on with the ballot: stories, which are told outside of any request. */
export async function makeKeysWithin(tx: Tx, id: string): Promise<void> {
  const ballot = await findBallot(tx, id, 'update');
  if (ballot === null || ballot.keysReady || ballot.state !== 'announced') return;
  const classes = (await listClasses(tx, id)).map((c) => c.class);
  await insertKeys(tx, id, await Promise.all(wanting(ballot, classes, await listKeys(tx, id)).map(made)));
  await moveBallot(tx, id, ballot.state, { keysReady: true });
}

async function complete(tx: Tx, ballot: Ballot): Promise<boolean> {
  const [classes, there] = [await listClasses(tx, ballot.id), await listKeys(tx, ballot.id)];
  return classes.length > 0 && wanting(ballot, classes.map((c) => c.class), there).length === 0;
}

/** The keys of a running ballot, ready for use. */
export type Keys = {
  readonly seal: { readonly public: Buffer; readonly secret: KeyObject };
  readonly content: { readonly public: Buffer; readonly secret: Buffer } | null;
  readonly tokens: ReadonlyMap<string, { readonly spki: Buffer; readonly public: KeyObject; readonly secret: KeyObject }>;
};

const opened = (row: KeyRow): string => {
  if (row.secret === null) throw new Error(`ballot: the secret of ${row.purpose} is destroyed`);
  return secrets.open(row.secret);
};

/** Opens the keys as they are stored. */
function keysFrom(list: readonly KeyRow[]): Keys {
  const seal = list.find((k) => k.purpose === 'seal');
  const content = list.find((k) => k.purpose === 'content');
  if (seal === undefined) throw new Error('ballot: there is no seal');
  return {
    seal: { public: seal.public, secret: secretKeyOf(opened(seal)) },
    content: content ? { public: content.public, secret: Buffer.from(opened(content), 'base64') } : null,
    tokens: new Map(list.filter((k) => k.purpose === 'token').map((k) => [k.class, { spki: k.public, public: tokenKeyOf(k.public), secret: secretKeyOf(opened(k)) }])),
  };
}

const KEPT = 100;
const KEPT_MS = 60_000;
const kept = new Map<string, { readonly keys: Keys; readonly at: number; readonly level: string }>();

/** The keys of an open ballot; kept in memory for a minute, since opening them costs more than signing. */
export async function keysOf(tx: Tx, ballot: Ballot): Promise<Keys> {
  const name = `${tx.federationId}/${ballot.id}`;
  const there = kept.get(name);
  if (there && there.level === ballot.level && Math.abs(tx.now.getTime() - there.at) < KEPT_MS) return there.keys;
  const keys = keysFrom(await listKeys(tx, ballot.id));
  if (kept.size >= KEPT) kept.clear();
  kept.set(name, { keys, at: tx.now.getTime(), level: ballot.level });
  return keys;
}

/** Forgets the keys of a ballot that is over. */
export const forgetKeys = (tx: Tx, id: string): void => void kept.delete(`${tx.federationId}/${id}`);
