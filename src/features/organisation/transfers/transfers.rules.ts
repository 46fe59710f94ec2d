import { type Actor, mayIn } from '#shared/call';

/** Dues are owed to the old union up to and with the month of the transfer (rules.md §4.2). @param on legal date @returns `YYYY-MM` */
export const duesMonth = (on: string): string => on.slice(0, 7);

type Sides = { readonly fromPath: string; readonly fromSector: string | null; readonly toPath: string | null; readonly toSector: string | null };

const over = (by: Actor, permission: string, path: string | null, sector: string | null): boolean =>
  (path !== null && mayIn(by, permission, path)) || (sector !== null && mayIn(by, permission, sector));

/** For which of the two unions the actor may act. */
export const openTo = (by: Actor, t: Sides): { readonly from: boolean; readonly to: boolean } =>
  ({ from: over(by, 'transfers.release', t.fromPath, t.fromSector), to: over(by, 'transfers.receive', t.toPath, t.toSector) });

type Standing = Sides & { readonly state: string; readonly personId: string; readonly toUnionId: string | null; readonly objection: string | null };

/** The steps open to the actor now. */
export function stepsFor(by: Actor, t: Standing): string[] {
  const open = t.state === 'requested' || t.state === 'released';
  if (t.personId === by.personId) return open ? ['withdraw'] : [];
  const may = openTo(by, t);
  const leaving = t.toUnionId === null;
  return [
    ...(t.state === 'requested' && may.from && !leaving ? ['release'] : []), ...(open && may.from && leaving ? ['issue'] : []),
    ...(t.state === 'requested' && may.from && t.objection === null ? ['object'] : []), ...(t.state === 'released' && may.to ? ['receive', 'decline'] : []),
  ];
}
