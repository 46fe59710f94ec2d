import type { Tx } from '#shared/call';
import { findMemberships, findPeopleByIdLookup, type Membership, type Person } from '#engines/org';
import { samePerson, sameWork, withRow, withWork, workOf } from './people.service.ts';
import type { RosterPerson } from './rosters.rules.ts';

/** What is known of the person of a row, and what the row would do. */
export type Standing =
  | { readonly outcome: 'new'; readonly person: Person | null; readonly membership: null }
  | { readonly outcome: 'update' | 'same' | 'elsewhere'; readonly person: Person; readonly membership: Membership };

/** A row that may be taken; `lookup` is the hash of its ID number. */
export type Placed = { readonly row: number; readonly person: RosterPerson; readonly lookup: Buffer; readonly unionId: string };

function standingOf({ person: row, unionId }: Placed, person: Person | undefined, membership: Membership | undefined): Standing {
  if (person === undefined || membership === undefined) return { outcome: 'new', person: person ?? null, membership: null };
  if (membership.unionId !== unionId) return { outcome: 'elsewhere', person, membership };
  const same = samePerson(person, withRow(person, row)) && sameWork(workOf(membership), withWork(membership, row));
  return { outcome: same ? 'same' : 'update', person, membership };
}

/** How each row stands to the people and memberships there are, by row number; at most 1,000 rows. */
export async function judge(tx: Tx, list: readonly Placed[]): Promise<Map<number, Standing>> {
  const people = await findPeopleByIdLookup(tx, list.map((x) => x.lookup));
  const memberships = await findMemberships(tx, [...people.values()].map((p) => p.id));
  return new Map(list.map((x) => {
    const person = people.get(x.lookup.toString('hex'));
    return [x.row, standingOf(x, person, person && memberships.get(person.id))];
  }));
}
