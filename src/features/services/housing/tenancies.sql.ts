import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

export type Notice = 'leftUnion' | 'term' | 'wish' | 'other';
export type Tenancy = {
  id: string; applicationId: string; allocationId: string; allocation: string; unionId: string; path: string; checks: string[]; months: number; personId: string; name: string; staffNumber: string; unit: string; people: number; flatNo: number; flat: string; estate: string; rent: bigint;
  acceptedAt: Date; from: string | null; to: string | null; notice: Notice | null; leaveBy: string | null; endedOn: string | null; claim: string;
};
export type Check = { readonly label: string; readonly ok: boolean | null; readonly note: string };
export type Visit = { id: string; tenancyId: string; kind: 'moveIn' | 'moveOut'; plannedAt: Date; checks: Check[]; keys: number; electricity: string; water: string; note: string; officer: string; officerAt: Date | null; tenantAt: Date | null; absent: string; doneAt: Date | null };

const COLUMNS = sql`n.id, n.application_id AS "applicationId", n.allocation_id AS "allocationId", o.title AS allocation, a.union_id AS "unionId", u.path, a.checks, a.tenancy_months AS months, n.person_id AS "personId", p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, h.people, n.flat_no AS "flatNo", t.label AS flat, f.estate,
  n.rent_fen AS rent, n.accepted_at AS "acceptedAt", n.from_date AS "from", n.to_date AS "to", n.notice, n.leave_by AS "leaveBy", n.ended_on AS "endedOn", c.state AS claim`;
const FROM = sql`housing_tenancy n JOIN housing_application h ON h.federation_id = n.federation_id AND h.id = n.application_id JOIN housing_allocation a ON a.federation_id = n.federation_id AND a.id = n.allocation_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id
  JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN person p ON p.federation_id = n.federation_id AND p.id = n.person_id JOIN housing_flat f ON f.federation_id = n.federation_id AND f.allocation_id = n.allocation_id AND f.no = n.flat_no
  JOIN offer_unit t ON t.federation_id = f.federation_id AND t.offer_id = f.allocation_id AND t.no = f.no JOIN claim c ON c.federation_id = n.federation_id AND c.id = n.id
  LEFT JOIN membership m ON m.federation_id = n.federation_id AND m.person_id = n.person_id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** An accepted flat with the rent that holds for it now. */
export async function insertTenancy(tx: Tx, n: { claimId: string; applicationId: string; allocationId: string; personId: string; unitId: string }): Promise<void> {
  await sql`INSERT INTO housing_tenancy (federation_id, id, application_id, allocation_id, person_id, flat_no, rent_fen, accepted_at)
    SELECT ${tx.federationId}::uuid, ${n.claimId}::uuid, ${n.applicationId}::uuid, ${n.allocationId}::uuid, ${n.personId}::uuid, f.no, f.rent_fen, ${tx.now}::timestamptz FROM offer_unit t JOIN housing_flat f ON f.federation_id = t.federation_id AND f.allocation_id = t.offer_id AND f.no = t.no
    WHERE t.federation_id = ${tx.federationId} AND t.id = ${n.unitId}`.execute(rows(tx));
}

export async function markMovedIn(tx: Tx, id: string, from: string, to: string): Promise<void> {
  await sql`UPDATE housing_tenancy SET from_date = ${from}::date, to_date = ${to}::date WHERE federation_id = ${tx.federationId} AND id = ${id} AND from_date IS NULL`.execute(rows(tx));
}

/** These are to be handed over by a day. @returns those that were not before */
export async function markNotice(tx: Tx, ids: readonly string[], notice: Notice, leaveBy: string): Promise<string[]> {
  const r = await sql<{ id: string }>`UPDATE housing_tenancy SET notice = ${notice}, notice_at = ${tx.now}, leave_by = ${leaveBy}::date WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) AND notice IS NULL AND ended_on IS NULL AND from_date IS NOT NULL RETURNING id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

export async function endTenancies(tx: Tx, ids: readonly string[], on: string): Promise<void> {
  await sql`UPDATE housing_tenancy SET ended_on = ${on}::date WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) AND ended_on IS NULL`.execute(rows(tx));
}

/** Tenancies whose people left the union that gave the flat and all below it, on either line, or whose term ends by a day; without notice yet. At most 500. */
export async function listToLeave(tx: Tx, termBy: string): Promise<{ id: string; notice: Notice; unionId: string }[]> {
  const r = await sql<{ id: string; notice: Notice; unionId: string }>`SELECT x.id, CASE WHEN x.inside THEN 'term' ELSE 'leftUnion' END AS notice, x.union_id AS "unionId" FROM (
      SELECT n.id, a.union_id, n.to_date, EXISTS (SELECT 1 FROM membership m JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id WHERE m.federation_id = n.federation_id AND m.person_id = n.person_id AND m.ended_on IS NULL AND (mu.path LIKE u.path || '%' OR mu.sector_path LIKE u.path || '%')) AS inside
      FROM housing_tenancy n JOIN housing_allocation a ON a.federation_id = n.federation_id AND a.id = n.allocation_id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id
      WHERE n.federation_id = ${tx.federationId} AND n.from_date IS NOT NULL AND n.ended_on IS NULL AND n.notice IS NULL) x WHERE NOT x.inside OR x.to_date <= ${termBy}::date ORDER BY x.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

export async function findTenancies(tx: Tx, where: { readonly ids?: readonly string[]; readonly applicationId?: string }): Promise<Tenancy[]> {
  const r = await sql<Tenancy>`SELECT ${COLUMNS} FROM ${FROM} WHERE n.federation_id = ${tx.federationId} AND ${where.ids ? sql`n.id = ANY (${[...where.ids]}::uuid[])` : sql`n.application_id = ${where.applicationId ?? null}`} ORDER BY n.accepted_at DESC LIMIT 500`.execute(rows(tx));
  return r.rows;
}

/** A tenancy for those who keep housing there. */
export async function findKept(tx: Tx, by: Actor, id: string): Promise<Tenancy | null> {
  const r = await sql<Tenancy>`SELECT ${COLUMNS} FROM ${FROM} WHERE n.federation_id = ${tx.federationId} AND n.id = ${id} AND ${visibleTo(by, 'housing.keep')}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

const STATE: Readonly<Record<'agreed' | 'lives' | 'leaving' | 'ended', RawBuilder<unknown>>> = {
  agreed: sql`n.from_date IS NULL AND n.ended_on IS NULL`, lives: sql`n.from_date IS NOT NULL AND n.ended_on IS NULL AND n.notice IS NULL`, leaving: sql`n.notice IS NOT NULL AND n.ended_on IS NULL`, ended: sql`n.ended_on IS NOT NULL`,
};
export type TenancyFilter = { readonly allocationId?: string | undefined; readonly unionPath?: string | undefined; readonly state?: keyof typeof STATE | undefined; readonly text?: string | undefined };

/** One page of the tenancies over the subtrees of the officer: what has to be handed over first. */
export async function listTenancies(tx: Tx, by: Actor, f: TenancyFilter, page: { limit: number; offset: number }): Promise<{ items: Tenancy[]; total: number }> {
  const all: RawBuilder<unknown>[] = [sql`n.federation_id = ${tx.federationId}`, visibleTo(by, 'housing.keep')];
  if (f.allocationId) all.push(sql`n.allocation_id = ${f.allocationId}`);
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.state) all.push(STATE[f.state]);
  if (f.text) all.push(sql`(p.name ILIKE ${like(f.text)} OR p.staff_number ILIKE ${like(f.text)} OR t.label ILIKE ${like(f.text)} OR f.estate ILIKE ${like(f.text)})`);
  const where = sql.join(all, sql` AND `);
  const r = await sql<Tenancy>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY (n.ended_on IS NOT NULL), n.leave_by NULLS LAST, n.accepted_at DESC, n.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

const VISIT = sql`v.id, v.tenancy_id AS "tenancyId", v.kind, v.planned_at AS "plannedAt", v.checks, v.keys, v.electricity, v.water, v.note, coalesce(p.name, '') AS officer, v.officer_at AS "officerAt", v.tenant_at AS "tenantAt", v.absent, v.done_at AS "doneAt"`;

/** Plans a visit, or another time for one that is not signed. @returns its id, null when it is signed */
export async function putVisit(tx: Tx, v: { id: string; tenancyId: string; kind: string; at: Date; checks: readonly Check[] }): Promise<string | null> {
  const r = await sql<{ id: string }>`INSERT INTO housing_visit AS v (federation_id, id, tenancy_id, kind, planned_at, checks) VALUES (${tx.federationId}, ${v.id}, ${v.tenancyId}, ${v.kind}, ${v.at}, ${JSON.stringify(v.checks)}::jsonb)
    ON CONFLICT (federation_id, tenancy_id, kind) DO UPDATE SET planned_at = excluded.planned_at WHERE v.officer_at IS NULL RETURNING v.id`.execute(rows(tx));
  return r.rows[0]?.id ?? null;
}

export async function listVisits(tx: Tx, tenancyIds: readonly string[]): Promise<Visit[]> {
  const r = await sql<Visit>`SELECT ${VISIT} FROM housing_visit v LEFT JOIN person p ON p.federation_id = v.federation_id AND p.id = v.officer_id WHERE v.federation_id = ${tx.federationId} AND v.tenancy_id = ANY (${[...tenancyIds]}::uuid[]) ORDER BY v.kind LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** A visit, locked. */
export async function lockVisit(tx: Tx, id: string): Promise<Visit | null> {
  await sql`SELECT 1 FROM housing_visit v WHERE v.federation_id = ${tx.federationId} AND v.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<Visit>`SELECT ${VISIT} FROM housing_visit v LEFT JOIN person p ON p.federation_id = v.federation_id AND p.id = v.officer_id WHERE v.federation_id = ${tx.federationId} AND v.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What was found, signed by the officer; what the tenant signed before is void. */
export async function signByOfficer(tx: Tx, v: { id: string; officerId: string; checks: readonly Check[]; keys: number; electricity: string; water: string; note: string; absent: string }): Promise<void> {
  await sql`UPDATE housing_visit SET checks = ${JSON.stringify(v.checks)}::jsonb, keys = ${v.keys}, electricity = ${v.electricity}, water = ${v.water}, note = ${v.note}, absent = ${v.absent}, officer_id = ${v.officerId}, officer_at = ${tx.now}, tenant_at = NULL
    WHERE federation_id = ${tx.federationId} AND id = ${v.id}`.execute(rows(tx));
}

export async function signByTenant(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE housing_visit SET tenant_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export async function markDone(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE housing_visit SET done_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Sums over the subtrees of the officer. `days`: from submission to keys, on average. */
export async function sumTenancies(tx: Tx, by: Actor, unionPath: string | undefined): Promise<{ households: number; people: number; days: number | null; rent: bigint; leaving: number }> {
  const r = await sql<{ households: number; people: number; days: number | null; rent: bigint; leaving: number }>`SELECT count(*)::int AS households, coalesce(sum(h.people), 0)::int AS people, round(avg(n.from_date - (h.submitted_at AT TIME ZONE 'Asia/Shanghai')::date))::int AS days,
      coalesce(sum(n.rent_fen) FILTER (WHERE n.ended_on IS NULL), 0)::bigint AS rent, count(*) FILTER (WHERE n.ended_on IS NULL AND n.notice IS NOT NULL)::int AS leaving
    FROM housing_tenancy n JOIN housing_application h ON h.federation_id = n.federation_id AND h.id = n.application_id JOIN housing_allocation a ON a.federation_id = n.federation_id AND a.id = n.allocation_id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id
    WHERE n.federation_id = ${tx.federationId} AND n.from_date IS NOT NULL AND ${visibleTo(by, 'housing.keep')} AND ${unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`}`.execute(rows(tx));
  return r.rows[0] ?? { households: 0, people: 0, days: null, rent: 0n, leaving: 0 };
}

/** Flats by estate and what somebody has of them (those that only wait for the start are free), over the subtrees of the officer. */
export async function sumFlats(tx: Tx, by: Actor, unionPath: string | undefined, notStarted: string): Promise<{ estate: string; flats: number; out: number; offered: number; taken: number; lived: number }[]> {
  const r = await sql<{ estate: string; flats: number; out: number; offered: number; taken: number; lived: number }>`SELECT f.estate, count(*)::int AS flats, count(*) FILTER (WHERE c.state IS NULL AND t.out_of_order NOT IN ('', ${notStarted}))::int AS out, count(*) FILTER (WHERE c.state = 'offered')::int AS offered, count(*) FILTER (WHERE c.state = 'taken')::int AS taken, count(*) FILTER (WHERE c.state = 'handed')::int AS lived
    FROM housing_flat f JOIN housing_allocation a ON a.federation_id = f.federation_id AND a.id = f.allocation_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id AND o.state <> 'draft' JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id
      JOIN offer_unit t ON t.federation_id = f.federation_id AND t.offer_id = f.allocation_id AND t.no = f.no LEFT JOIN claim c ON c.federation_id = t.federation_id AND c.unit_id = t.id AND c.state IN ('offered','held','taken','handed','missed')
    WHERE f.federation_id = ${tx.federationId} AND ${visibleTo(by, 'housing.keep')} AND ${unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`} GROUP BY f.estate ORDER BY count(*) DESC, f.estate LIMIT 100`.execute(rows(tx));
  return r.rows;
}
