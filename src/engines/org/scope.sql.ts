import { type Actor, scopesOf } from '#shared/call';
import { type RawBuilder, sql } from '#platform/db';

/** `%` and `_` never occur in node letters, so a path is its own LIKE pattern. */
const below = (paths: readonly string[]): string[] => paths.map((p) => `${p}%`);

/**
 * Condition that a row of `union_unit` (by its alias) lies in one of the given subtrees, by either parent line.
 * Uses the two prefix indexes.
 */
export function inSubtrees(paths: readonly string[], alias = 'u'): RawBuilder<boolean> {
  const path = sql.ref(`${alias}.path`);
  const sector = sql.ref(`${alias}.sector_path`);
  if (paths.length === 0) return sql<boolean>`false`;
  if (paths.length === 1) return sql<boolean>`(${path} like ${below(paths)[0]} or ${sector} like ${below(paths)[0]})`;
  return sql<boolean>`(${path} like any(${below(paths)}::text[]) or ${sector} like any(${below(paths)}::text[]))`;
}

/** Condition that the actor holds the permission word over the `union_unit` row of that alias: the scope of every list. */
export const visibleTo = (by: Actor, permission: string, alias = 'u'): RawBuilder<boolean> =>
  inSubtrees(outermost(scopesOf(by, permission)), alias);

/** Paths without those that lie below another of them. */
export function outermost(paths: readonly string[]): string[] {
  const sorted = [...new Set(paths)].sort();
  return sorted.filter((p, i) => i === 0 || !sorted.slice(0, i).some((q) => p.startsWith(q)));
}
