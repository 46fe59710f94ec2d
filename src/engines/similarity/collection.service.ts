import type { Tx } from '#shared/call';
import { secrets } from '#platform/secrets';
import { Shelf } from './shelf.ts';
import * as q from './similarity.sql.ts';
import { unionsWithin } from './scope.sql.ts';

/** A text that may be found: `unionId` decides who may find it, `at` who was first. */
export type Text = { readonly id: string; readonly unionId: string; readonly text: string; readonly at: Date };
/** A text that is like another: `score` between 0 and 1. */
export type Found = { readonly id: string; readonly score: number; readonly at: Date };
/**
 * What is looked for. `by: 'likeness'` (usual) = texts of the same content; `'words'` = texts that hold the words asked for.
 * `scopes`: roots of the subtrees the asker may see. `among`: only these. `least`: the least score.
 */
export type Question = {
  readonly collection: string; readonly text: string; readonly scopes: readonly string[]; readonly limit: number;
  readonly excludeIds?: readonly string[]; readonly among?: readonly string[]; readonly by?: 'likeness' | 'words'; readonly least?: number;
};

/** Memory that all collections together may take in one process; what was not asked for longest goes first. */
const MOST_BYTES = 256 * 2 ** 20;
const PAGE = 2_000;
/** What of a text is kept for comparing. */
const MOST_TEXT = 4_000;
const MOST_AT_ONCE = 1_000;

const shelves = new Map<string, Shelf>();
/** The first position that a transaction wrote itself, by collection: it is not taken into the memory of the process before it is committed. */
const own = new WeakMap<Tx, Map<string, bigint>>();

const keyOf = (tx: Tx, collection: string): string => `${tx.federationId}/${collection}`;

async function positionsFor(tx: Tx, collection: string, n: number): Promise<bigint> {
  if (n < 1 || n > MOST_AT_ONCE) throw new Error(`similarity: ${n} texts at once`);
  const from = (await q.takePositions(tx, collection, n)) - BigInt(n) + 1n;
  const mine = own.get(tx) ?? new Map<string, bigint>();
  own.set(tx, mine);
  if (!mine.has(collection)) mine.set(collection, from);
  return from;
}

/** Adds texts, or replaces those with the same id; found by others after the commit. At most 1,000, each id once. */
export async function put(tx: Tx, collection: string, texts: readonly Text[]): Promise<void> {
  const from = await positionsFor(tx, collection, texts.length);
  await q.saveTexts(tx, collection, from, texts.map((t) => ({ id: t.id, unionId: t.unionId, writtenAt: t.at, sealed: secrets.seal(t.text.slice(0, MOST_TEXT)) })));
}

/** Takes texts out: their content is gone with the commit. */
export async function remove(tx: Tx, collection: string, ids: readonly string[]): Promise<void> {
  await q.clearTexts(tx, collection, await positionsFor(tx, collection, ids.length), ids);
}

/** Gives texts to another union, whose officers find them from now on. */
export async function move(tx: Tx, collection: string, ids: readonly string[], unionId: string): Promise<void> {
  await q.moveTexts(tx, collection, await positionsFor(tx, collection, ids.length), ids, unionId);
}

function dropOldest(except: string): void {
  let bytes = 0;
  for (const shelf of shelves.values()) bytes += shelf.bytes;
  for (const [key, shelf] of shelves) {
    if (bytes <= MOST_BYTES) return;
    if (key === except) continue;
    shelves.delete(key);
    bytes -= shelf.bytes;
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

async function bringUpToDate(tx: Tx, collection: string, shelf: Shelf): Promise<void> {
  const before = own.get(tx)?.get(collection) ?? null;
  for (let n = PAGE; n === PAGE; ) {
    const changes = await q.listChanges(tx, collection, shelf.position, before, PAGE);
    for (const c of changes) shelf.take(c, c.sealed === null ? null : secrets.open(c.sealed));
    n = changes.length;
    if (n === PAGE) await nextTurn();
  }
}

/** The collection as this transaction sees it, or a little newer: never with what is not committed. */
async function shelfOf(tx: Tx, collection: string): Promise<Shelf> {
  const key = keyOf(tx, collection);
  let shelf = shelves.get(key);
  if (shelf === undefined || shelf.corpus.worn) shelf = new Shelf();
  shelves.delete(key);
  shelves.set(key, shelf);
  const at = shelf;
  const turn = at.turn.then(() => bringUpToDate(tx, collection, at));
  at.turn = turn.catch(() => undefined);
  await turn;
  dropOldest(key);
  return at;
}

type Seen = (document: number) => boolean;

async function seenBy(tx: Tx, shelf: Shelf, o: Pick<Question, 'scopes' | 'excludeIds' | 'among'>): Promise<Seen> {
  const within = await unionsWithin(tx, shelf.unionIds, o.scopes);
  const unions = Uint8Array.from(shelf.unionIds, (id) => (within.has(id) ? 1 : 0));
  const not = new Set((o.excludeIds ?? []).map((id) => shelf.find(id)));
  const among = o.among === undefined ? null : new Set(o.among.map((id) => shelf.find(id)));
  return (d) => unions[shelf.unionOf(d)] === 1 && !not.has(d) && (among === null || among.has(d));
}

/**
 * The texts most like one, best first, within the subtrees the asker may see; of equals the one that was first. What this transaction
 * itself has put is not among them yet.
 */
export async function search(tx: Tx, o: Question): Promise<Found[]> {
  if (o.scopes.length === 0) return [];
  const shelf = await shelfOf(tx, o.collection);
  const seen = await seenBy(tx, shelf, o);
  const hits = shelf.corpus.search(o.text, o.limit + 50, seen, o.by ?? 'likeness').filter((h) => h.score >= (o.least ?? 0));
  return hits.map((h) => ({ id: shelf.idOf(h.document), score: h.score, at: new Date(shelf.timeOf(h.document)) }))
    .sort((a, b) => b.score - a.score || a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)).slice(0, o.limit);
}

/** A text and those like it. */
export type Group = { readonly first: string; readonly others: readonly string[] };

/**
 * Groups of texts on one matter among those given: each has the first that was written among those most like the rest of it in front, and every other is
 * like that one. Nothing stands in two groups; the largest group comes first.
 * @param o.ids at most 400
 * @param o.apart pairs that were said not to be the same
 */
export async function group(tx: Tx, o: { collection: string; ids: readonly string[]; scopes: readonly string[]; smallest: number; least: number; apart: ReadonlySet<string> }): Promise<Group[]> {
  const shelf = await shelfOf(tx, o.collection);
  const seen = await seenBy(tx, shelf, { scopes: o.scopes, among: o.ids.slice(0, 400) });
  const near = new Map<string, string[]>();
  for (const [n, id] of o.ids.slice(0, 400).entries()) {
    const document = shelf.find(id);
    if (document === undefined || !seen(document)) continue;
    if (n % 20 === 19) await nextTurn();
    const hits = shelf.corpus.searchLike(document, 30, (d) => d !== document && seen(d));
    near.set(id, hits.filter((h) => h.score >= o.least).map((h) => shelf.idOf(h.document)).filter((other) => !o.apart.has(pairOf(id, other))));
  }
  const time = (id: string): number => shelf.timeOf(shelf.find(id) ?? -1);
  const taken = new Set<string>();
  const groups: Group[] = [];
  for (const [id, like] of [...near].sort(([a, x], [b, y]) => y.length - x.length || time(a) - time(b) || (a < b ? -1 : 1))) {
    const others = like.filter((other) => !taken.has(other));
    if (taken.has(id) || others.length + 1 < o.smallest) continue;
    for (const one of [id, ...others]) taken.add(one);
    groups.push({ first: id, others });
  }
  return groups.sort((a, b) => b.others.length - a.others.length);
}

/** A pair of ids as it is remembered: the smaller in front. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}/${b}` : `${b}/${a}`);

/** Forgets what is in memory, as a restart does. */
export const forget = (): void => shelves.clear();
