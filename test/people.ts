import { admitMany, appointMany, draftMembership, draftUnion, foundFederation, foundUnions, newPerson, savePeople, type Union } from '#engines/org';
import { OFFICES } from '#platform/http';
import type { Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { newId } from '#shared/ids';
import type { TestHouse } from './server.ts';

/** Somebody with a session: member of a union, perhaps with offices there. */
export type Player = { readonly id: string; readonly name: string; readonly unionId: string; readonly federationId: string; readonly token: string };

type Part = { readonly name: string; readonly unionId: string; readonly offices?: readonly string[]; /** the offices ended yesterday */ readonly revoked?: boolean; readonly phone?: string };

/** Every kind of office there is. */
export const EVERY_OFFICE: readonly string[] = OFFICES;

async function write(tx: Tx, parts: readonly (Part & { readonly id: string })[]): Promise<void> {
  const today = legalDateOf(tx.now);
  await savePeople(tx, parts.map((p) => ({ ...newPerson(p.name), id: p.id, phone: p.phone ?? null })));
  await admitMany(tx, parts.map((p) => draftMembership(tx, { personId: p.id, unionId: p.unionId, origin: 'demo', beganOn: addDays(today, -400) })));
  await appointMany(tx, parts.flatMap((p) => (p.offices ?? []).map((office) => ({
    id: newId(), personId: p.id, unionId: p.unionId, office, title: '', fullTime: false,
    fromDate: addDays(today, -300), toDate: p.revoked ? addDays(today, -1) : null, basis: '',
  }))));
}

/** Puts people on the stage: members of the named unions with their offices, signed in. */
export async function cast(house: TestHouse, federationId: string, parts: readonly Part[]): Promise<Player[]> {
  const named = parts.map((part) => ({ ...part, id: newId() }));
  await house.within(federationId, (tx) => write(tx, named));
  const tokens = await house.tokens(federationId, named.map((p) => p.id));
  return named.map((p, i) => ({ id: p.id, name: p.name, unionId: p.unionId, federationId, token: tokens[i] ?? '' }));
}

/** Founds a federation with two sibling enterprise unions below it. */
export async function foundCity(house: TestHouse, code: string): Promise<{ federationId: string; top: Union; one: Union; other: Union }> {
  const federationId = newId();
  return house.within(federationId, async (tx) => {
    const top = await foundFederation(tx, { name: `${code}总工会`, code });
    const [one, other] = ['一', '二'].map((n, i) => draftUnion({ name: `${code}第${n}厂工会`, code: `${code}-${i + 1}`, kind: 'enterprise', parentId: federationId }, top)) as [Union, Union];
    await foundUnions(tx, [one, other]);
    return { federationId, top, one, other };
  });
}

/** Founds one more enterprise union below a union of a federation that is there already. */
export async function foundBelow(house: TestHouse, federationId: string, parent: Pick<Union, 'id' | 'path'> & { readonly sectorPath?: string | null }, code: string): Promise<Union> {
  return house.within(federationId, async (tx) => {
    const union = draftUnion({ name: `${code}工会`, code, kind: 'enterprise', parentId: parent.id }, { path: parent.path, sectorPath: parent.sectorPath ?? null });
    await foundUnions(tx, [union]);
    return union;
  });
}
