import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { cases } from '#engines/cases';
import { findUnion, findUnionFor, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { type BoxRow, filterAround, findBox, listKeepers } from './contact-boxes.sql.ts';
import { words } from './contact-boxes.words.ts';

const notFound = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** A box for an officer over its union, or the refusal that hides it. */
export async function boxForOfficer(tx: Tx, by: Actor, id: string, lock?: 'lock'): Promise<{ box: BoxRow; union: Union }> {
  const box = await findBox(tx, id, lock);
  const union = box === null ? null : await findUnionFor(tx, by, 'contactBoxes.keep', box.unionId);
  if (box === null || union === null) return notFound();
  return { box, union };
}

/** A box for its keepers as well: whoever stands before it may log that it was opened. */
export async function boxForKeeper(tx: Tx, by: Actor, id: string): Promise<BoxRow> {
  const box = await findBox(tx, id, 'lock');
  const union = box === null ? null : await findUnion(tx, box.unionId);
  if (box === null || union === null) return notFound();
  if (cases.mayOver(by, 'contactBoxes.keep', union) || (await listKeepers(tx, [box.id])).some((k) => k.id === by.personId)) return box;
  return notFound();
}

/** How many days may lie between two openings of a box of this union. */
export async function everyDaysOf(tx: Tx, unionId: string): Promise<number> {
  return (await rulebook.look(tx, { unionId }, ['contactBoxes.open.everyDays'])).values['contactBoxes.open.everyDays'];
}

/** Refuses people who neither belong to the box's union nor hold an office in it. */
export async function refuseStrangers(tx: Tx, unionPath: string, field: string, personIds: readonly string[]): Promise<void> {
  const around = await filterAround(tx, unionPath, personIds, legalDateOf(tx.now));
  if (personIds.every((p) => around.has(p))) return;
  throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: field, why: words.notOurPerson }] });
}
