import type { Actor, Tx } from '#shared/call';
import { type CaseEvent, cases, type Held } from '#engines/cases';
import { checksumOf } from './file.service.ts';
import * as l from './lines.sql.ts';
import { listProcess } from './payments.process.ts';
import * as q from './payments.sql.ts';
import { purposeNamed } from './purposes.ts';

/**
 * A list for somebody who may read it: what it comes to, its story, and which steps are open. Beyond those of the process: `edit` (lines
 * may be withdrawn), `add` (by hand), `download` (the payment file), `again` (what failed may be listed anew).
 */
export type SeenList = { readonly list: q.ListSums; readonly held: Held; readonly events: CaseEvent[]; readonly may: string[]; readonly checksum: string | null };

async function openTo(tx: Tx, by: Actor, held: Held, steps: readonly string[], list: q.ListSums): Promise<string[]> {
  const own = list.madeById === by.personId || list.submittedById === by.personId || (await l.hasAdded(tx, list.id, by.personId));
  const prepares = cases.mayOver(by, 'paymentLists.prepare', held.union);
  const edits = prepares && (list.state === 'drafted' || list.state === 'returned');
  return [
    ...new Set(steps.filter((s) => s !== 'approve' || !own).map((s) => (s === 'drop' ? 'cancel' : s))), ...(edits ? ['edit'] : []), ...(edits && purposeNamed(list.purpose).byHand ? ['add'] : []),
    ...(list.filedAt !== null && list.cancelledAt === null && cases.mayOver(by, 'paymentLists.pay', held.union) ? ['download'] : []), ...(list.state === 'settled' && prepares && list.failed > 0 ? ['again'] : []),
  ];
}

/**
 * One list without its lines.
 * @throws Refused (404) when the actor may not read it
 */
export async function load(tx: Tx, by: Actor, id: string): Promise<SeenList> {
  const { file, union, events, may } = await cases.load(tx, listProcess, by, id);
  const list = (await q.findSums(tx, [id])).get(id);
  if (list === undefined) throw new Error(`payments: case ${id} has no list`);
  const held = { file, union };
  return { list, held, events, may: await openTo(tx, by, held, may, list), checksum: list.filedAt === null ? null : checksumOf(await l.listRows(tx, id)) };
}

/** A person of a list with the lines behind the sum. */
export type ListedPerson = l.PersonRow & { readonly of: readonly l.LineRow[] };

/**
 * People of a list, by staff number, each with the lines behind the sum; of a cancelled list what it held.
 * @param f.state only lines in this state; those withdrawn are shown only when asked for
 * @throws Refused (404) when the actor may not read the list
 */
export async function people(
  tx: Tx, by: Actor, id: string, f: { readonly text?: string | undefined; readonly state?: l.LineRow['state'] | undefined; readonly limit: number; readonly offset: number },
): Promise<{ items: ListedPerson[]; total: number }> {
  const { file } = await cases.loadSeen(tx, listProcess, by, id);
  const states: readonly l.LineRow['state'][] = f.state ? [f.state] : file.state === 'cancelled' ? ['withdrawn'] : ['pending', 'paid', 'failed'];
  const { items, total } = await l.listPeople(tx, id, { ...f, states });
  const lines = Map.groupBy(await l.listLinesOf(tx, id, items.map((p) => p.personId), states), (x) => x.personId);
  return { items: items.map((p) => ({ ...p, of: lines.get(p.personId) ?? [] })), total };
}

/** A person's own payments of approved lists, latest first, each with its reason. */
export const listOf = (tx: Tx, personId: string, page: { readonly limit: number; readonly offset: number }): Promise<l.OwnRow[]> => l.listOwn(tx, personId, page);

/** Where keys stand, for parts that show 'paid on …': the latest attempt of each that is on a list; at most 10,000 keys. */
export async function findByKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, l.KeyPlace>> {
  return new Map((await l.findPlaces(tx, keys)).map((p) => [p.key, p]));
}
