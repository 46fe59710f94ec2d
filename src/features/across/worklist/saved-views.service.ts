import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { api } from './worklist.contract.ts';
import * as q from './worklist.sql.ts';
import { words } from './worklist.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** Views one person may keep for one screen. */
const MOST_VIEWS = 20;

/** My views of one screen. */
export const views = async (tx: Tx, by: Actor, { screen }: In<'views'>) => ({ items: await q.listViews(tx, by.personId, screen) });

/** Keeps the filters of a screen under a name; the same name again replaces them. */
export async function saveView(tx: Tx, by: Actor, v: In<'saveView'>) {
  const mine = await q.listViews(tx, by.personId, v.screen);
  if (mine.length >= MOST_VIEWS && !mine.some((m) => m.name === v.name)) throw new Refused(words.tooManyViews, { slots: { most: MOST_VIEWS } });
  return { id: await q.upsertView(tx, by.personId, v) };
}

/** Deletes one of my views. */
export async function deleteView(tx: Tx, by: Actor, { id }: In<'deleteView'>) {
  if (!(await q.deleteView(tx, by.personId, id))) throw new Refused(words.unknownView, { status: 404 });
  return { done: true as const };
}
