import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Somebody whom a typed name may mean. */
export type Candidate = {
  readonly federationId: string;
  readonly personId: string;
  readonly name: string;
  readonly unionName: string;
  readonly unionPath: string | null;
  readonly federationName: string;
};

/** One more than any honest case needs, so that "too many" can be told from "some". */
const MOST = 11;

const columns = sql`f.federation_id as "federationId", p.id as "personId", p.name, f.name as "federationName",
  coalesce(u.name, f.name) as "unionName", u.path as "unionPath"`;

const union = sql`left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended'
  left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id`;

/**
 * The people behind a phone, in all federations of this installation: one index probe per federation, whatever their size.
 * @param code a union's code that narrows the search to its subtree
 */
export async function findByPhone(tx: Tx, phone: Buffer, code: string | null): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    select ${columns} from federation f
    cross join lateral (select p.* from person p where p.federation_id = f.federation_id and p.phone_lookup = ${phone} limit ${MOST}) p
    ${union}
    where ${code}::text is null or exists (select 1 from union_unit c where c.federation_id = f.federation_id and c.code = ${code}
      and (u.path like c.path || '%' or c.id = c.federation_id))
    order by p.created_at, p.id limit ${MOST}`.execute(rows(tx));
  return found.rows;
}

/** The people with a staff number who belong to a union of that code or to one below it; without a code, anywhere. */
export async function findByStaffNumber(tx: Tx, staffNumber: string, code: string | null): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    select ${columns} from federation f
    cross join lateral (select p.* from person p where p.federation_id = f.federation_id and p.staff_number = ${staffNumber}
      and p.staff_number <> '' limit 200) p
    ${union}
    where ${code}::text is null or exists (select 1 from union_unit c where c.federation_id = f.federation_id and c.code = ${code}
      and u.path like c.path || '%')
    order by p.created_at, p.id limit ${MOST}`.execute(rows(tx));
  return found.rows;
}

/** One person as a candidate, when the id is already known. */
export async function findPerson(tx: Tx, personId: string): Promise<Candidate | null> {
  const found = await sql<Candidate>`
    select ${columns} from federation f join person p on p.federation_id = f.federation_id ${union}
    where f.federation_id = ${tx.federationId} and p.id = ${personId}`.execute(rows(tx));
  return found.rows[0] ?? null;
}

/** In which federation a person lives; for ids that arrive without one (demonstration only). */
export async function findFederationOf(tx: Tx, personId: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select f.federation_id as id from federation f
    where exists (select 1 from person p where p.federation_id = f.federation_id and p.id = ${personId}) limit 1`.execute(rows(tx));
  return found.rows[0]?.id ?? null;
}
