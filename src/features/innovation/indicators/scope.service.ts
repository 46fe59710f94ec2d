import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { listSubtree } from '#engines/org';
import { words } from './indicators.words.ts';
import { listNested, listSchemes, listSchemesAbove, type SchemeRow } from './scheme.sql.ts';

/** A unit (单位): the union directly below the one that runs the scheme, or that union itself (its own office). */
export type Unit = { readonly id: string; readonly name: string; readonly path: string; readonly ended: boolean };
/**
 * What is counted for somebody. `unitOf`: the unit of every union of the scheme. `own`: the units whose people and items may be opened;
 * null = all, because the office reaches the whole scheme.
 */
export type Scope = { readonly scheme: SchemeRow; readonly units: readonly Unit[]; readonly unitOf: ReadonlyMap<string, string>; readonly own: ReadonlySet<string> | null };

const nobody = (): Refused => new Refused(doorWords.notFound, { status: 404 });

/** The scheme's unions as units. Unions under a scheme of their own belong to that one. */
async function unitsOf(tx: Tx, scheme: SchemeRow): Promise<Omit<Scope, 'scheme' | 'own'>> {
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

/**
 * The scheme that was asked for, or the first the actor reaches, with its units.
 * @throws Refused (404) when it is out of reach
 */
export async function scopeFor(tx: Tx, by: Actor, schemeId: string | undefined, permission = 'indicators.read'): Promise<Scope> {
  const schemes = await listSchemes(tx, by, permission);
  const scheme = schemeId === undefined ? schemes[0] : schemes.find((s) => s.id === schemeId);
  if (scheme === undefined) throw schemeId === undefined ? new Refused(words.noScheme) : nobody();
  const tree = await unitsOf(tx, scheme);
  const paths = by.grants.filter((g) => g.permission === permission).map((g) => g.path);
  const own = scheme.whole ? null : ownUnits(tree.units, scheme, paths);
  if (own?.size === 0) throw nobody();
  return { scheme, ...tree, own };
}

/** The same, for steps that only an office over the whole scheme may take. */
export async function settledScope(tx: Tx, by: Actor, schemeId: string | undefined): Promise<Scope> {
  const scope = await scopeFor(tx, by, schemeId, 'indicators.settle');
  if (scope.own !== null) throw nobody();
  return scope;
}

/** The scheme a member belongs to and the member's unit. @throws Refused without a membership or a scheme */
export async function scopeOfMember(tx: Tx, by: Actor): Promise<Scope & { readonly unitId: string }> {
  const scheme = by.membership === null ? undefined : (await listSchemesAbove(tx, by.membership.path)).at(-1);
  if (scheme === undefined || by.membership === null) throw new Refused(words.notInScheme);
  const tree = await unitsOf(tx, scheme);
  return { scheme, ...tree, own: new Set(), unitId: tree.unitOf.get(by.membership.unionId) ?? scheme.id };
}

/**
 * The unit that figures are narrowed to: what was asked for if it may be opened; without a wish the whole scheme, or the first own unit.
 * @returns null for the whole scheme
 */
export function unitFor(scope: Scope, unitId: string | undefined): string | null {
  if (unitId === undefined) return scope.own === null ? null : ([...scope.own][0] ?? null);
  const known = scope.units.some((u) => u.id === unitId);
  if (!known || (scope.own !== null && !scope.own.has(unitId))) throw nobody();
  return unitId;
}
