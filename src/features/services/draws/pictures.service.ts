import type { Actor, Tx } from '#shared/call';
import { files } from '#engines/files';
import type { Prize } from './draws.rules.ts';
import { seesPictures } from './draws.sql.ts';
import { findSchedule } from './schedules.sql.ts';

const KIND = 'drawPrize';

/** What pictures of prizes belong to: a draw, or the plan of a monthly one. Whoever may see a draw that shows them may open them. */
export const declarePictures = (): void => files.declareOwner(KIND, { most: 60, mayOpen: async (tx, by, id) => (await seesPictures(tx, by, id)) || (await findSchedule(tx, by, id)) !== null });

/** Gives new pictures to a draw or a plan; those it has, or shows of the plan or draw it came from, stay. */
export async function keepPictures(tx: Tx, by: Actor, id: string, prizes: readonly Prize[], before: readonly (string | null)[] = []): Promise<void> {
  const wanted = [...new Set(prizes.flatMap((p) => p.photo ?? []))];
  const owned = await files.listOf(tx, KIND, [id, ...before.filter((x) => x !== null)]);
  const there = new Set([...owned.values()].flat().map((f) => f.id));
  await files.attach(tx, by, wanted.filter((f) => !there.has(f)), { kind: KIND, id });
}
