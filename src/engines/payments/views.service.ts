import type { Actor, Tx } from '#shared/call';
import { type CaseEvent, cases, type Held } from '#engines/cases';
import { checksumOf } from './file.service.ts';
import * as l from './lines.sql.ts';
import { listProcess } from './payments.process.ts';
import * as q from './payments.sql.ts';

/** A list for somebody who may read it: what it comes to, its lines, its story, and which steps are open. */
export type SeenList = { readonly list: q.ListSums; readonly held: Held; readonly lines: l.LineRow[]; readonly events: CaseEvent[]; readonly may: string[]; readonly checksum: string | null };

function openTo(by: Actor, held: Held, steps: readonly string[], list: q.ListRow, lines: readonly l.LineRow[]): string[] {
  const own = list.madeById === by.personId || list.submittedById === by.personId || lines.some((x) => x.state === 'pending' && x.addedById === by.personId);
  const prepares = cases.mayOver(by, 'paymentLists.prepare', held.union);
  const more = [
    ...((list.state === 'drafted' || list.state === 'returned') && prepares ? ['edit'] : []),
    ...(list.filedAt !== null && list.cancelledAt === null && cases.mayOver(by, 'paymentLists.pay', held.union) ? ['download'] : []),
    ...(list.state === 'settled' && prepares && lines.some((x) => x.state === 'failed') ? ['again'] : []),
  ];
  return [...new Set([...steps.filter((s) => s !== 'approve' || !own).map((s) => (s === 'drop' ? 'cancel' : s)), ...more])];
}

/**
 * One list with everything on it.
 * @throws Refused (404) when the actor may not read it
 */
export async function load(tx: Tx, by: Actor, id: string): Promise<SeenList> {
  const { file, union, events, may } = await cases.load(tx, listProcess, by, id);
  const list = (await q.findSums(tx, [id])).get(id);
  if (list === undefined) throw new Error(`payments: case ${id} has no list`);
  const lines = await l.listLines(tx, id, ['pending', 'paid', 'failed', 'withdrawn']);
  const held = { file, union };
  return { list, held, lines, events, may: openTo(by, held, may, list, lines), checksum: list.filedAt === null ? null : checksumOf(await l.listRows(tx, id)) };
}

/** A person's own payments of approved lists, latest first, each with its reason. */
export const listOf = (tx: Tx, personId: string, page: { readonly limit: number; readonly offset: number }): Promise<l.OwnRow[]> => l.listOwn(tx, personId, page);

/** Where keys stand, for parts that show 'paid on …': the latest attempt of each that is on a list; at most 10,000 keys. */
export async function findByKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, l.KeyPlace>> {
  return new Map((await l.findPlaces(tx, keys)).map((p) => [p.key, p]));
}
