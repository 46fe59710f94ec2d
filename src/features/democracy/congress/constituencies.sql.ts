/** Constituencies with their units and delegations. Reads memberships and people of the engine `org` to count who works where. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Who a unit has itself, without those below it. */
export type UnitCount = { readonly id: string; readonly name: string; readonly kind: string; readonly path: string; readonly people: number; readonly women: number; readonly dispatched: number };

/** People of each living unit of a subtree on a day, by the register: living members who work there; whose membership is reserved do not count. */
export async function countUnits(tx: Tx, path: string, on: string): Promise<UnitCount[]> {
  const r = await sql<UnitCount>`SELECT u.id, u.name, u.kind, u.path, count(m.id)::int AS people, count(m.id) FILTER (WHERE p.sex = 'female')::int AS women, count(m.id) FILTER (WHERE m.employment_form = 'dispatched')::int AS dispatched
    FROM union_unit u LEFT JOIN membership m ON m.federation_id = u.federation_id AND m.union_id = u.id AND m.state <> 'reserved' AND m.began_on <= ${on}::date AND (m.ended_on IS NULL OR m.ended_on > ${on}::date)
      LEFT JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id
    WHERE u.federation_id = ${tx.federationId} AND u.path LIKE ${`${path}%`} AND u.state IN ('preparing','active') GROUP BY u.id, u.name, u.kind, u.path ORDER BY u.path LIMIT 5000`.execute(rows(tx));
  return r.rows;
}

export type Constituency = {
  readonly id: string; readonly termId: string; readonly number: number; readonly name: string; readonly delegationId: string | null; readonly delegation: string; readonly counted: number; readonly others: number; readonly othersReason: string; readonly women: number; readonly dispatched: number; readonly seats: number;
  /** seats that are held */
  readonly filled: number; readonly electionId: string | null; readonly electionState: string | null; readonly units: readonly { id: string; name: string }[];
};

/** Constituencies of a term by their number, with units, seats held and the latest election. */
export async function listConstituencies(tx: Tx, termId: string, ids: readonly string[] | null = null): Promise<Constituency[]> {
  const r = await sql<Constituency>`SELECT c.id, c.term_id AS "termId", c.number, c.name, c.delegation_id AS "delegationId", coalesce(g.name, '') AS delegation, c.counted, c.others, c.others_reason AS "othersReason", c.women, c.dispatched, c.seats,
      (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = c.federation_id AND d.constituency_id = c.id AND d.class = 'delegate' AND d.until IS NULL) AS filled, e.id AS "electionId", e.state AS "electionState",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY u.path), '[]'::jsonb) FROM congress_constituency_unit x JOIN union_unit u ON u.federation_id = x.federation_id AND u.id = x.union_id WHERE x.federation_id = c.federation_id AND x.constituency_id = c.id) AS units
    FROM congress_constituency c LEFT JOIN congress_delegation g ON g.federation_id = c.federation_id AND g.id = c.delegation_id
      LEFT JOIN LATERAL (SELECT e.id, coalesce(e.outcome, CASE WHEN e.present IS NULL THEN 'open' ELSE 'entered' END) AS state FROM congress_election e WHERE e.federation_id = c.federation_id AND e.constituency_id = c.id AND e.outcome IS DISTINCT FROM 'dropped' ORDER BY e.called_at DESC, e.id DESC LIMIT 1) e ON true
    WHERE c.federation_id = ${tx.federationId} AND c.term_id = ${termId} AND ${ids === null ? sql`true` : sql`c.id = ANY (${[...ids]}::uuid[])`} ORDER BY c.number, c.id LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** The term of a constituency. */
export async function termOfConstituency(tx: Tx, id: string): Promise<string | null> {
  const r = await sql<{ termId: string }>`SELECT term_id AS "termId" FROM congress_constituency WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
  return r.rows[0]?.termId ?? null;
}

export type Drawn = { readonly id: string; readonly number: number; readonly name: string; readonly counted: number; readonly others: number; readonly othersReason: string; readonly women: number; readonly dispatched: number; readonly unionIds: readonly string[] };

/** Keeps constituencies with their units. */
export async function insertConstituencies(tx: Tx, termId: string, list: readonly Drawn[]): Promise<void> {
  await sql`INSERT INTO congress_constituency (federation_id, id, term_id, number, name, counted, others, others_reason, women, dispatched)
    SELECT ${tx.federationId}, x.id, ${termId}, x.number, x.name, x.counted, x.others, x."othersReason", x.women, x.dispatched FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x(id uuid, number smallint, name text, counted integer, others integer, "othersReason" text, women integer, dispatched integer)`.execute(rows(tx));
  await putUnits(tx, termId, list.flatMap((c) => c.unionIds.map((unionId) => ({ constituencyId: c.id, unionId }))));
}

/** Puts units into constituencies; a unit that lies in another of the term is left there. @returns how many were put */
export async function putUnits(tx: Tx, termId: string, list: readonly { constituencyId: string; unionId: string }[]): Promise<number> {
  const r = await sql`INSERT INTO congress_constituency_unit (federation_id, term_id, union_id, constituency_id) SELECT ${tx.federationId}, ${termId}, x.u, x.c FROM unnest(${list.map((x) => x.unionId)}::uuid[], ${list.map((x) => x.constituencyId)}::uuid[]) AS x(u, c)
    ON CONFLICT (federation_id, term_id, union_id) DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length;
}

/** Takes the units of a constituency out. */
export async function clearUnits(tx: Tx, constituencyId: string): Promise<void> {
  await sql`DELETE FROM congress_constituency_unit WHERE federation_id = ${tx.federationId} AND constituency_id = ${constituencyId}`.execute(rows(tx));
}

/** Writes counts, names and seats of constituencies. */
export async function updateConstituencies(tx: Tx, list: readonly (Omit<Drawn, 'unionIds' | 'number'> & { seats: number })[]): Promise<void> {
  await sql`UPDATE congress_constituency c SET name = x.name, counted = x.counted, others = x.others, others_reason = x."othersReason", women = x.women, dispatched = x.dispatched, seats = x.seats
    FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x(id uuid, name text, counted integer, others integer, "othersReason" text, women integer, dispatched integer, seats integer) WHERE c.federation_id = ${tx.federationId} AND c.id = x.id`.execute(rows(tx));
}

/** Removes constituencies in which nobody was nominated or elected. */
export async function deleteConstituencies(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`DELETE FROM congress_constituency_unit WHERE federation_id = ${tx.federationId} AND constituency_id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  await sql`DELETE FROM congress_constituency WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
}

/** Whether somebody was nominated or elected in a constituency. */
export async function isVotedIn(tx: Tx, id: string): Promise<boolean> {
  const r = await sql<{ used: boolean }>`SELECT EXISTS (SELECT 1 FROM congress_delegate d WHERE d.federation_id = ${tx.federationId} AND d.constituency_id = ${id}) OR EXISTS (SELECT 1 FROM congress_election e WHERE e.federation_id = ${tx.federationId} AND e.constituency_id = ${id}) AS used`.execute(rows(tx));
  return r.rows[0]?.used ?? false;
}

export type Delegation = { readonly id: string; readonly number: number; readonly name: string; readonly headId: string | null; readonly head: string; readonly deputyId: string | null; readonly deputy: string; readonly delegates: number };

/** Delegations of a term with heads and how many delegates they have. */
export async function listDelegations(tx: Tx, termId: string): Promise<Delegation[]> {
  const r = await sql<Delegation>`SELECT g.id, g.number, g.name, g.head_id AS "headId", coalesce(hp.name, '') AS head, g.deputy_id AS "deputyId", coalesce(dp.name, '') AS deputy,
      (SELECT count(*)::int FROM congress_delegate d LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id WHERE d.federation_id = g.federation_id AND d.term_id = g.term_id AND d.until IS NULL AND d.class = 'delegate' AND coalesce(d.delegation_id, c.delegation_id) = g.id) AS delegates
    FROM congress_delegation g LEFT JOIN congress_delegate h ON h.federation_id = g.federation_id AND h.id = g.head_id AND h.until IS NULL LEFT JOIN person hp ON hp.federation_id = h.federation_id AND hp.id = h.person_id
      LEFT JOIN congress_delegate d ON d.federation_id = g.federation_id AND d.id = g.deputy_id AND d.until IS NULL LEFT JOIN person dp ON dp.federation_id = d.federation_id AND dp.id = d.person_id
    WHERE g.federation_id = ${tx.federationId} AND g.term_id = ${termId} ORDER BY g.number, g.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

/** The term of a delegation. */
export async function termOfDelegation(tx: Tx, id: string): Promise<string | null> {
  const r = await sql<{ termId: string }>`SELECT term_id AS "termId" FROM congress_delegation WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
  return r.rows[0]?.termId ?? null;
}

/** Keeps a delegation, new or changed. @returns false when the term has another of this name */
export async function putDelegation(tx: Tx, termId: string, g: { id: string; number: number; name: string; headId: string | null; deputyId: string | null }): Promise<boolean> {
  const there = await sql`SELECT 1 FROM congress_delegation WHERE federation_id = ${tx.federationId} AND term_id = ${termId} AND name = ${g.name} AND id <> ${g.id}`.execute(rows(tx));
  if (there.rows.length > 0) return false;
  await sql`INSERT INTO congress_delegation (federation_id, id, term_id, number, name, head_id, deputy_id) VALUES (${tx.federationId}, ${g.id}, ${termId}, ${g.number}, ${g.name}, ${g.headId}, ${g.deputyId})
    ON CONFLICT (federation_id, id) DO UPDATE SET name = excluded.name, head_id = excluded.head_id, deputy_id = excluded.deputy_id`.execute(rows(tx));
  return true;
}

/** Lets these constituencies, and no others, sit in a delegation. */
export async function setDelegation(tx: Tx, termId: string, delegationId: string, constituencyIds: readonly string[]): Promise<void> {
  await sql`UPDATE congress_constituency SET delegation_id = CASE WHEN id = ANY (${[...constituencyIds]}::uuid[]) THEN ${delegationId}::uuid ELSE NULL END WHERE federation_id = ${tx.federationId} AND term_id = ${termId} AND (delegation_id = ${delegationId} OR id = ANY (${[...constituencyIds]}::uuid[]))`.execute(rows(tx));
}

/** Removes a delegation; its constituencies and delegates have none then. */
export async function deleteDelegation(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE congress_constituency SET delegation_id = NULL WHERE federation_id = ${tx.federationId} AND delegation_id = ${id}`.execute(rows(tx));
  await sql`UPDATE congress_delegate SET delegation_id = NULL WHERE federation_id = ${tx.federationId} AND delegation_id = ${id}`.execute(rows(tx));
  await sql`DELETE FROM congress_delegation WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
