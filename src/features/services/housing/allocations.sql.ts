import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Phase } from './housing.rules.ts';

/** An allocation with its offer; flats are counted by what somebody has of them. Rents in fen a month. */
export type Allocation = {
  id: string; unionId: string; union: string; path: string; title: string; state: string; opensAt: Date; closesAt: Date; place: string; answerHours: number; why: string; about: string; documents: string[]; checks: string[]; tenancyMonths: number; startedAt: Date | null;
  flats: number; given: number; waiting: number; applications: number; rentFrom: number; rentTo: number;
};
/** A flat with who has it, if anybody; `unitId` of the offer. */
export type Flat = { no: number; unitId: string; label: string; estate: string; rooms: number; area: number; rent: bigint; out: string; claim: string | null };
export type FlatWanted = { readonly no: number; readonly estate: string; readonly rooms: number; readonly area: number; readonly rentFen: number };

const COLUMNS = sql`a.id, a.union_id AS "unionId", u.name AS union, u.path, o.title, o.state, o.opens_at AS "opensAt", o.closes_at AS "closesAt", o.place, coalesce(o.answer_hours, 0)::int AS "answerHours", o.why, a.about, a.documents, a.checks, a.tenancy_months AS "tenancyMonths",
  a.started_at AS "startedAt", f.flats, f.given, f.waiting, f.applications, f.rent_from AS "rentFrom", f.rent_to AS "rentTo"`;
const FROM = sql`housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id
  LEFT JOIN LATERAL (SELECT (SELECT count(*) FROM housing_flat x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id)::int AS flats,
    (SELECT coalesce(min(x.rent_fen), 0) FROM housing_flat x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id)::int AS rent_from, (SELECT coalesce(max(x.rent_fen), 0) FROM housing_flat x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id)::int AS rent_to,
    (SELECT count(*) FROM claim x WHERE x.federation_id = a.federation_id AND x.offer_id = a.id AND x.unit_id IS NOT NULL AND x.state IN ('offered','taken','handed'))::int AS given,
    (SELECT count(*) FROM claim x WHERE x.federation_id = a.federation_id AND x.offer_id = a.id AND x.state = 'waiting')::int AS waiting,
    (SELECT count(*) FROM housing_application x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id AND x.submitted_at IS NOT NULL)::int AS applications) f ON true`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** For members of the union that gives out and of those below it, on either line, once it is published. */
const forMe = (by: Actor): RawBuilder<boolean> => by.membership === null ? sql<boolean>`false` : sql<boolean>`(o.state <> 'draft' AND EXISTS (SELECT 1 FROM union_unit mu WHERE mu.federation_id = a.federation_id AND mu.id = ${by.membership.unionId} AND (mu.path LIKE u.path || '%' OR mu.sector_path LIKE u.path || '%')))`;
const applied = (by: Actor): RawBuilder<boolean> => sql<boolean>`EXISTS (SELECT 1 FROM housing_application x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id AND x.person_id = ${by.personId})`;

/** Keeps what is said about an allocation beside its offer, and its flats. */
export async function putAllocation(tx: Tx, a: { id: string; unionId: string; about: string; documents: readonly string[]; checks: readonly string[]; tenancyMonths: number }, flats: readonly FlatWanted[]): Promise<void> {
  await sql`INSERT INTO housing_allocation (federation_id, id, union_id, about, documents, checks, tenancy_months) VALUES (${tx.federationId}, ${a.id}, ${a.unionId}, ${a.about}, ${[...a.documents]}::text[], ${[...a.checks]}::text[], ${a.tenancyMonths})
    ON CONFLICT (federation_id, id) DO UPDATE SET about = excluded.about, documents = excluded.documents, checks = excluded.checks, tenancy_months = excluded.tenancy_months`.execute(rows(tx));
  await sql`DELETE FROM housing_flat f WHERE f.federation_id = ${tx.federationId} AND f.allocation_id = ${a.id}`.execute(rows(tx));
  await putFlats(tx, a.id, flats);
}

/** Adds flats, or changes those with the same number. */
export async function putFlats(tx: Tx, id: string, flats: readonly FlatWanted[]): Promise<void> {
  await sql`INSERT INTO housing_flat (federation_id, allocation_id, no, estate, rooms, area_dm2, rent_fen)
    SELECT ${tx.federationId}::uuid, ${id}::uuid, x.* FROM unnest(${flats.map((f) => f.no)}::int[], ${flats.map((f) => f.estate)}::text[], ${flats.map((f) => f.rooms)}::smallint[], ${flats.map((f) => f.area)}::int[], ${flats.map((f) => f.rentFen)}::bigint[]) AS x
    ON CONFLICT (federation_id, allocation_id, no) DO UPDATE SET estate = excluded.estate, rooms = excluded.rooms, area_dm2 = excluded.area_dm2, rent_fen = excluded.rent_fen`.execute(rows(tx));
}

/** From now on flats are given out. @returns whether they were not before */
export async function markStarted(tx: Tx, id: string): Promise<boolean> {
  const r = await sql`UPDATE housing_allocation SET started_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND started_at IS NULL`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** The next order numbers of an allocation. @returns the last of them */
export async function takeNumber(tx: Tx, id: string, many = 1): Promise<number> {
  const r = await sql<{ n: number }>`UPDATE housing_allocation SET last_number = last_number + ${many} WHERE federation_id = ${tx.federationId} AND id = ${id} RETURNING last_number AS n`.execute(rows(tx));
  return (r.rows[0] as { n: number }).n;
}

async function one(tx: Tx, id: string, where: RawBuilder<unknown>): Promise<Allocation | null> {
  const r = await sql<Allocation>`SELECT ${COLUMNS} FROM ${FROM} WHERE a.federation_id = ${tx.federationId} AND a.id = ${id} AND ${where}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** An allocation for those who may see it: its officers, those it is for, those who applied. */
export const findSeen = (tx: Tx, by: Actor, id: string): Promise<Allocation | null> => one(tx, id, sql`(${visibleTo(by, 'housing.keep')} OR ${forMe(by)} OR (o.state <> 'draft' AND ${applied(by)}))`);
/** An allocation that this person may apply for. */
export const findFor = (tx: Tx, by: Actor, id: string): Promise<Allocation | null> => one(tx, id, forMe(by));
/** An allocation for those who keep it. */
export const findKept = (tx: Tx, by: Actor, id: string): Promise<Allocation | null> => one(tx, id, visibleTo(by, 'housing.keep'));
/** An allocation, whoever asks: for what the system does by itself. */
export const findAny = (tx: Tx, id: string): Promise<Allocation | null> => one(tx, id, sql`true`);

/** What is or was given out to people like this one; what is on comes first. */
export async function listForMe(tx: Tx, by: Actor, page: { limit: number; offset: number }): Promise<{ items: Allocation[]; total: number }> {
  const where = sql`a.federation_id = ${tx.federationId} AND ${forMe(by)}`;
  const r = await sql<Allocation>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY (o.state = 'open') DESC, o.opens_at DESC, a.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

const PHASE: Readonly<Record<Phase, (now: Date) => RawBuilder<unknown>>> = {
  draft: () => sql`o.state = 'draft'`, over: () => sql`o.state IN ('closed','cancelled')`, coming: (now) => sql`o.state = 'open' AND o.opens_at > ${now}`, running: (now) => sql`o.state = 'open' AND o.opens_at <= ${now} AND a.started_at IS NOT NULL`,
  applying: (now) => sql`o.state = 'open' AND a.started_at IS NULL AND o.opens_at <= ${now} AND o.closes_at > ${now}`, checking: (now) => sql`o.state = 'open' AND a.started_at IS NULL AND o.closes_at <= ${now}`,
};

/** One page of the allocations over the subtrees where the officer keeps housing, latest first. */
export async function listRegister(tx: Tx, by: Actor, f: { unionPath?: string | undefined; phase?: Phase | undefined; text?: string | undefined; limit: number; offset: number }): Promise<{ items: Allocation[]; total: number }> {
  const where = sql`a.federation_id = ${tx.federationId} AND ${visibleTo(by, 'housing.keep')} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.phase ? PHASE[f.phase](tx.now) : sql`true`} AND ${f.text ? sql`o.title ILIKE ${like(f.text)}` : sql`true`}`;
  const r = await sql<Allocation>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY o.opens_at DESC, a.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Flats of an allocation with the state of the claim that has them, at most 2,000. */
export async function listFlats(tx: Tx, id: string, no?: number): Promise<Flat[]> {
  const r = await sql<Flat>`SELECT f.no, t.id AS "unitId", t.label, f.estate, f.rooms, f.area_dm2 AS area, f.rent_fen AS rent, t.out_of_order AS out, c.state AS claim FROM housing_flat f
      JOIN offer_unit t ON t.federation_id = f.federation_id AND t.offer_id = f.allocation_id AND t.no = f.no
      LEFT JOIN claim c ON c.federation_id = t.federation_id AND c.unit_id = t.id AND c.state IN ('offered','held','taken','handed','missed')
    WHERE f.federation_id = ${tx.federationId} AND f.allocation_id = ${id} AND ${no === undefined ? sql`true` : sql`f.no = ${no}`} ORDER BY f.no LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** Allocations whose flats are given out and where something may move: somebody waits, or waits to wait again. At most 200. */
export async function listTurning(tx: Tx): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT a.id FROM housing_allocation a JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id
    WHERE a.federation_id = ${tx.federationId} AND a.started_at IS NOT NULL AND o.state = 'open' AND (EXISTS (SELECT 1 FROM housing_application x WHERE x.federation_id = a.federation_id AND x.allocation_id = a.id AND x.again_unit_id IS NOT NULL)
      OR (EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = a.federation_id AND c.offer_id = a.id AND c.state = 'waiting')
        AND EXISTS (SELECT 1 FROM offer_unit t WHERE t.federation_id = a.federation_id AND t.offer_id = a.id AND t.out_of_order = '' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = t.federation_id AND c.unit_id = t.id AND c.state IN ('offered','held','taken','handed','missed')))))
    ORDER BY a.id LIMIT 200`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
