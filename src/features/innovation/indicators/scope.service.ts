import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { listSubtree, loadUnionFor } from '#engines/org';
import { words } from './indicators.words.ts';
import { listNested, listSchemes, listSchemesAbove, type SchemeRow } from './scheme.sql.ts';

/** A unit (单位): the union directly below the one that runs the scheme, or that union itself (its own office). */
export type Unit = { readonly id: string; readonly name: string; readonly path: string; readonly ended: boolean };
/**
 * What is counted for somebody. `unitOf`: the unit of every union of the scheme. `own`: the units whose people and items may be opened;
 * null = all, because the office reaches the whole scheme.
 */
export type Scope = { readonly scheme: SchemeRow; readonly units: readonly Unit[]; readonly unitOf: ReadonlyMap<string, string>; readonly own: ReadonlySet<string> | null; readonly unitId: string | null };

const nobody = (): Refused => new Refused(doorWords.notFound, { status: 404 });

/** The scheme's unions as units. Unions under a scheme of their own belong to that one. */
async function unitsOf(tx: Tx, scheme: SchemeRow): Promise<Pick<Scope, 'units' | 'unitOf'>> {
  const nested = await listNested(tx, scheme.path);
  const unions = (await listSubtree(tx, scheme.path)).filter((u) => !nested.some((path) => u.path.startsWith(path)));
  const units = unions.filter((u) => u.id === scheme.id || u.parentId === scheme.id);
  const below = units.filter((u) => u.id !== scheme.id);
  const unitOf = new Map(unions.map((u) => [u.id, below.find((n) => u.path.startsWith(n.path))?.id ?? scheme.id]));
  return { units: units.map((u) => ({ id: u.id, name: u.name, path: u.path, ended: u.endedOn !== null })), unitOf };
}

const ownUnits = (units: readonly Unit[], scheme: SchemeRow, paths: readonly string[]): Set<string> => {
  const below = units.filter((u) => u.id !== scheme.id);
  return new Set(paths.flatMap((path) => below.find((u) => path.startsWith(u.path))?.id ?? []));
};

/** Schemes whose indicators the actor may see. */
export const schemesFor = (tx: Tx, by: Actor): Promise<SchemeRow[]> => listSchemes(tx, by, 'indicators.read');

/** What somebody asks for: a scheme, a union chosen in the top bar, a unit; nothing of it need be said. */
export type Wanted = { readonly schemeId?: string | undefined; readonly unionId?: string | undefined; readonly unitId?: string | undefined };

/** The scheme that is meant: the one named, the nearest at or above the chosen union, one below it, or the first that is reached. */
function pick(schemes: readonly SchemeRow[], schemeId: string | undefined, path: string | undefined): SchemeRow | undefined {
  if (schemeId !== undefined) return schemes.find((s) => s.id === schemeId);
  if (path === undefined) return schemes[0];
  const above = schemes.filter((s) => path.startsWith(s.path)).sort((a, b) => b.path.length - a.path.length);
  return above[0] ?? schemes.find((s) => s.path.startsWith(path));
}

/**
 * The scheme that was asked for, or the first the actor reaches, with its units. `unitId`: the unit that figures are narrowed to, null for the
 * whole scheme; who reaches some units only begins with the first of them.
 * @throws Refused (404) when what was named is out of reach
 */
export async function scopeFor(tx: Tx, by: Actor, o: Wanted, permission = 'indicators.read'): Promise<Scope> {
  const schemes = await listSchemes(tx, by, permission);
  const union = o.unionId === undefined ? undefined : await loadUnionFor(tx, by, permission, o.unionId);
  const scheme = pick(schemes, o.schemeId, union?.path);
  if (scheme === undefined) throw o.schemeId === undefined ? new Refused(words.noScheme) : nobody();
  const tree = await unitsOf(tx, scheme);
  const paths = by.grants.filter((g) => g.permission === permission).map((g) => g.path);
  const own = scheme.whole ? null : ownUnits(tree.units, scheme, paths);
  if (own?.size === 0) throw nobody();
  const chosen = o.unitId ?? (union !== undefined && union.id !== scheme.id ? tree.unitOf.get(union.id) : undefined);
  return { scheme, ...tree, own, unitId: unitFor(tree.units, own, chosen) };
}

/** The same, for steps that only an office over the whole scheme may take. */
export async function settledScope(tx: Tx, by: Actor, o: Wanted): Promise<Scope> {
  const scope = await scopeFor(tx, by, o, 'indicators.settle');
  if (scope.own !== null) throw nobody();
  return scope;
}

/** The scheme a member belongs to and the member's unit. @throws Refused without a membership or a scheme */
export async function scopeOfMember(tx: Tx, by: Actor): Promise<Omit<Scope, 'unitId'> & { readonly unitId: string }> {
  const scheme = by.membership === null ? undefined : (await listSchemesAbove(tx, by.membership.path)).at(-1);
  if (scheme === undefined || by.membership === null) throw new Refused(words.notInScheme);
  const tree = await unitsOf(tx, scheme);
  return { scheme, ...tree, own: new Set(), unitId: tree.unitOf.get(by.membership.unionId) ?? scheme.id };
}

function unitFor(units: readonly Unit[], own: Scope['own'], unitId: string | undefined): string | null {
  if (unitId === undefined) return own === null ? null : ([...own][0] ?? null);
  if (!units.some((u) => u.id === unitId) || (own !== null && !own.has(unitId))) throw nobody();
  return unitId;
}
