import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { addDays, legalDateOf } from '#shared/dates';
import * as q from './offices.sql.ts';
import type { OfficeHolding } from './offices.sql.ts';
import { words } from './org.words.ts';
import { loadUnion, refuseEnded } from './unions.ts';
import { lockUnion } from './unions.sql.ts';
import { loadPerson } from './people.ts';

let defaults: ReadonlyMap<string, readonly string[]> = new Map();

/** Told once at start by main: permission word → offices that hold it by default (and `member`, `person`). */
export function usePermissions(byWord: ReadonlyMap<string, readonly string[]>): void {
  defaults = byWord;
}

/** The permission words an office (or `member`, `person`) holds, after the federation's own decisions. */
export function permissionsOf(office: string, decided: readonly { office: string; permission: string; allowed: boolean }[] = []): string[] {
  const own = new Map(decided.filter((d) => d.office === office).map((d) => [d.permission, d.allowed]));
  return [...defaults].filter(([word, offices]) => own.get(word) ?? offices.includes(office)).map(([word]) => word);
}

/** The offices that hold a permission word by default. */
export const officesWith = (permission: string): readonly string[] => (defaults.get(permission) ?? []).filter((o) => o !== 'member' && o !== 'person');

/** Appoints a person. One chair at a time; the same office only once per person and union. */
export async function appoint(tx: Tx, o: { personId: string; unionId: string; office: string; title?: string; fullTime?: boolean; toDate?: string | null; basis?: string }): Promise<OfficeHolding> {
  await lockUnion(tx, o.unionId);
  const union = await loadUnion(tx, o.unionId);
  refuseEnded(union);
  const person = await loadPerson(tx, o.personId);
  const today = legalDateOf(tx.now);
  const there = await q.listOfficers(tx, [o.unionId], today, [o.office]);
  if (there.some((h) => h.personId === o.personId)) throw new Refused(words.officeTwice);
  const [chair] = o.office === 'chair' ? there : [];
  if (chair) throw new Refused(words.chairTaken, { slots: { name: chair.personName } });
  const holding = { id: newId(), personId: o.personId, unionId: o.unionId, office: o.office, title: o.title ?? '', fullTime: o.fullTime ?? false, fromDate: today, toDate: o.toDate ?? null, basis: o.basis ?? '' };
  await q.insertOffices(tx, [holding]);
  return { ...holding, personName: person.name, unionName: union.name, unionPath: union.path };
}

/** Ends an office at once: what it allowed is refused from the next request on. */
export async function endOffice(tx: Tx, id: string): Promise<OfficeHolding> {
  const holding = await q.findOffice(tx, id);
  const today = legalDateOf(tx.now);
  if (holding === null || (holding.toDate !== null && holding.toDate < today)) throw new Refused(words.officeUnknown, { status: 404 });
  await lockUnion(tx, holding.unionId);
  if (holding.office === 'platformAdmin' && (await q.listOfficers(tx, [holding.unionId], today, ['platformAdmin'])).length === 1) {
    throw new Refused(words.lastAdministrator);
  }
  if (holding.fromDate >= today) await q.deleteOffice(tx, id);
  else await q.endOffice(tx, id, addDays(today, -1));
  return holding;
}

/**
 * Offices after an election, from its day on (which may be past): those of these kinds end the day before, the elected begin. Who was elected again
 * begins anew, so that each holding names the election it rests on. `ends`: kinds that end for everybody; one office of a kind for each person.
 */
export async function renewOffices(tx: Tx, o: { readonly unionId: string; readonly from: string; readonly ends: readonly string[]; readonly elected: readonly { readonly personId: string; readonly office: string }[]; readonly toDate: string | null; readonly basis: string }): Promise<void> {
  await lockUnion(tx, o.unionId);
  refuseEnded(await loadUnion(tx, o.unionId));
  const same = (h: OfficeHolding): boolean => o.elected.some((e) => e.personId === h.personId && e.office === h.office);
  for (const h of await q.listOfficers(tx, [o.unionId], legalDateOf(tx.now), null)) {
    if (!o.ends.includes(h.office) && !same(h)) continue;
    if (h.fromDate >= o.from) await q.deleteOffice(tx, h.id);
    else await q.endOffice(tx, h.id, addDays(o.from, -1));
  }
  await q.insertOffices(tx, o.elected.map((e) => ({ id: newId(), ...e, unionId: o.unionId, title: '', fullTime: false, fromDate: o.from, toDate: o.toDate, basis: o.basis })));
}

/** Appoints many at once without the checks of {@link appoint}: demonstration and first start. */
export const appointMany = q.insertOffices;

/** Officers of a union on the day of the call; `offices` narrows the kinds. */
export const officersOf = (tx: Tx, unionIds: readonly string[], offices: readonly string[] | null = null): Promise<OfficeHolding[]> =>
  q.listOfficers(tx, unionIds, legalDateOf(tx.now), offices);

/** Offices a person holds on the day of the call. */
export const officesOf = (tx: Tx, personId: string): Promise<OfficeHolding[]> => q.listOfficesOf(tx, personId, legalDateOf(tx.now));

export const { listOfficeHistory, listOfficePermissions } = q;
