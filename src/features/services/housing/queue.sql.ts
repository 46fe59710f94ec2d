import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Before } from './housing.rules.ts';

/** Somebody of the queue. `place` counts those who wait; others have none. */
export type InQueue = { applicationId: string; claimId: string; place: number | null; order: number; personId: string; name: string; staffNumber: string; unit: string; people: number; submittedAt: Date; joinedAt: Date; claim: string; flat: string | null; dueAt: Date | null; declines: number };
export type QueueFilter = { readonly states: readonly string[]; readonly text?: string | undefined; readonly limit: number; readonly offset: number };

const like = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Enters applications with their numbers as waiting by these claims. */
export async function insertPlaces(tx: Tx, places: readonly { claimId: string; applicationId: string; number: number }[]): Promise<void> {
  await sql`INSERT INTO housing_place (federation_id, claim_id, application_id, number, joined_at)
    SELECT ${tx.federationId}::uuid, x.claim_id, x.application_id, x.number, ${tx.now}::timestamptz FROM unnest(${places.map((p) => p.claimId)}::uuid[], ${places.map((p) => p.applicationId)}::uuid[], ${places.map((p) => p.number)}::int[]) AS x(claim_id, application_id, number)`.execute(rows(tx));
  await sql`UPDATE housing_application SET again_unit_id = NULL, again_at = NULL WHERE federation_id = ${tx.federationId} AND id = ANY (${places.map((p) => p.applicationId)}::uuid[])`.execute(rows(tx));
}

/** The applications behind claims. */
export async function applicationsOf(tx: Tx, claimIds: readonly string[]): Promise<Map<string, string>> {
  const r = await sql<{ claimId: string; id: string }>`SELECT claim_id AS "claimId", application_id AS id FROM housing_place WHERE federation_id = ${tx.federationId} AND claim_id = ANY (${[...claimIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.claimId, x.id]));
}

/** Of these people: those with an accepted application for the allocation that is not over. */
export async function acceptedAmong(tx: Tx, allocationId: string, personIds: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ id: string }>`SELECT h.person_id AS id FROM housing_application h JOIN case_file c ON c.federation_id = h.federation_id AND c.id = h.id
    WHERE h.federation_id = ${tx.federationId} AND h.allocation_id = ${allocationId} AND h.person_id = ANY (${[...personIds]}::uuid[]) AND h.ended_at IS NULL AND c.state = 'accepted'`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

/** How often an application has stood in the queue. */
export async function countPlaces(tx: Tx, applicationId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM housing_place WHERE federation_id = ${tx.federationId} AND application_id = ${applicationId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Applications that declined a flat which somebody else has by now, or that nobody took since a day before `free`. At most 500. */
export async function listAgain(tx: Tx, allocationId: string, free: Date): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT h.id FROM housing_application h WHERE h.federation_id = ${tx.federationId} AND h.allocation_id = ${allocationId} AND h.again_unit_id IS NOT NULL AND h.ended_at IS NULL
    AND (h.again_at <= ${free} OR EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = h.federation_id AND c.unit_id = h.again_unit_id AND c.state IN ('offered','held','taken','handed','missed'))) ORDER BY h.number LIMIT 500`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

const LEFT = sql`LEFT JOIN LATERAL (SELECT e.at, e.verb FROM claim_event e WHERE e.federation_id = c.federation_id AND e.claim_id = c.id AND e.verb IN ('promoted','cancelled','expired','barred','ended') ORDER BY e.at LIMIT 1) e ON true`;

/** Everybody who stood or stands before this place: since when, until when. At most 20,000. */
export async function listBefore(tx: Tx, allocationId: string, claimId: string, number: number): Promise<Before[]> {
  const r = await sql<Before>`SELECT l.joined_at AS "joinedAt", e.at AS "leftAt", e.verb AS how FROM housing_place l JOIN claim c ON c.federation_id = l.federation_id AND c.id = l.claim_id ${LEFT}
    WHERE l.federation_id = ${tx.federationId} AND c.offer_id = ${allocationId} AND l.claim_id <> ${claimId} AND l.number < ${number} ORDER BY l.joined_at LIMIT 20000`.execute(rows(tx));
  return r.rows;
}

/** The queue in its order, with the places of those who wait. */
export async function listQueue(tx: Tx, allocationId: string, f: QueueFilter): Promise<{ items: InQueue[]; total: number }> {
  const all = sql`SELECT l.application_id AS "applicationId", c.id AS "claimId", CASE WHEN c.state = 'waiting' THEN (count(*) FILTER (WHERE c.state = 'waiting') OVER (ORDER BY l.number, l.joined_at))::int END AS place, l.number AS "order", c.person_id AS "personId",
      p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, h.people, h.submitted_at AS "submittedAt", l.joined_at AS "joinedAt", c.state AS claim, t.label AS flat, c.due_at AS "dueAt", h.declines
    FROM housing_place l JOIN claim c ON c.federation_id = l.federation_id AND c.id = l.claim_id JOIN housing_application h ON h.federation_id = l.federation_id AND h.id = l.application_id JOIN person p ON p.federation_id = c.federation_id AND p.id = c.person_id
      LEFT JOIN membership m ON m.federation_id = c.federation_id AND m.person_id = c.person_id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id LEFT JOIN offer_unit t ON t.federation_id = c.federation_id AND t.id = c.unit_id
    WHERE l.federation_id = ${tx.federationId} AND c.offer_id = ${allocationId} AND c.state IN ('waiting','offered','taken','handed')`;
  const where = sql`q.claim = ANY (${[...f.states]}::text[]) AND ${f.text ? sql`(q.name LIKE ${like(f.text)} OR q."staffNumber" LIKE ${like(f.text)} OR q.flat LIKE ${like(f.text)})` : sql`true`}`;
  const r = await sql<InQueue>`SELECT q.* FROM (${all}) q WHERE ${where} ORDER BY q."order", q."joinedAt" LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (${all}) q WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Applications that are accepted and wait for nothing yet: the allocation had ended before. */
export async function endedWith(tx: Tx, allocationId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT h.id FROM housing_application h WHERE h.federation_id = ${tx.federationId} AND h.allocation_id = ${allocationId} AND h.ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM housing_tenancy t WHERE t.federation_id = h.federation_id AND t.application_id = h.id AND t.from_date IS NOT NULL AND t.ended_on IS NULL) LIMIT 20000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
