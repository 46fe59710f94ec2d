import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { findUnion, listAncestors, officersOf, type Union } from '#engines/org';
import { findSchemes, type Scheme } from './scheme.sql.ts';
import { words } from './suggestions.words.ts';

/** The scheme a union belongs to, the union that runs it, and the unit (单位) that counts: the union directly below it. */
export type Placed = { readonly scheme: Scheme; readonly company: Union; readonly unit: Union };

/** Where a union stands in the scheme that it belongs to: its own or the nearest one above; null when there is none. */
export async function placeOf(tx: Tx, union: Union): Promise<Placed | null> {
  const line = [union, ...(await listAncestors(tx, union))];
  const schemes = await findSchemes(tx, line.map((u) => u.id), legalDateOf(tx.now));
  const at = line.findIndex((u) => schemes.has(u.id));
  const [company, unit] = [line[at], line[Math.max(0, at - 1)]];
  const scheme = company && schemes.get(company.id);
  return scheme && unit ? { scheme, company, unit } : null;
}

/**
 * Where the signed-in member's suggestions are reviewed.
 * @throws Refused without a membership, or where no scheme is open
 */
export async function placeOfMember(tx: Tx, by: Actor): Promise<Placed> {
  const own = by.membership === null ? null : await findUnion(tx, by.membership.unionId);
  if (own === null) throw new Refused(words.noUnion);
  const placed = await placeOf(tx, own);
  if (placed === null) throw new Refused(words.noScheme);
  return placed;
}

const REVIEWERS = ['suggestionSpecialist', 'suggestionOffice', 'chair', 'viceChair'];

/** The union that looks at a suggestion first: the unit where somebody may review, or else the company. */
export async function firstDesk(tx: Tx, placed: Placed): Promise<Union> {
  const officers = await officersOf(tx, [placed.unit.id], REVIEWERS);
  return officers.length > 0 ? placed.unit : placed.company;
}
