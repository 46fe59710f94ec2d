import type { Tx } from '#shared/call';
import { PAGE } from '#shared/contract';
import { Refused } from '#shared/errors';
import type { Locale } from '#shared/words';
import { type Message, messageOf, placeOf, readPlace } from './message.ts';
import * as q from './inbox.sql.ts';
import { announce } from './live.ts';
import { words } from './notify.words.ts';

/** Whose inbox, and in which language. */
export type Reader = { readonly personId: string; readonly locale: Locale };

const MOST_COUNTED = 1_000;

/** A page of a person's messages, newest first. */
export async function inbox(tx: Tx, by: Reader, o: { after?: string | undefined; unreadOnly?: boolean | undefined; limit?: number | undefined } = {}): Promise<{ items: Message[]; next?: string }> {
  const before = o.after === undefined ? undefined : readPlace(o.after);
  if (before === null) throw new Refused(words.pageLost, { status: 400 });
  const limit = Math.min(o.limit ?? PAGE.usual, PAGE.most);
  const found = await q.listInbox(tx, by.personId, { before, unreadOnly: o.unreadOnly ?? false, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map((row) => messageOf(row, by.locale)), ...(found.length > limit && last ? { next: placeOf(last) } : {}) };
}

/** How many messages a person has not read; 1,000 stands for more. */
export const unread = (tx: Tx, personId: string): Promise<number> => q.countUnread(tx, personId, MOST_COUNTED);

/** Marks the person's own messages as read: some, or all told until a moment (now unless told). How many changed. */
export async function read(tx: Tx, personId: string, which: readonly string[] | { until?: Date }): Promise<number> {
  const until = 'until' in which && which.until && which.until < tx.now ? which.until : tx.now;
  const changed = Array.isArray(which) ? await q.markRead(tx, personId, which as readonly string[]) : await q.markAllRead(tx, personId, until);
  if (changed > 0) tx.afterCommit(() => announce({ federationId: tx.federationId, people: [personId] }));
  return changed;
}
