import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { STATES } from './housing.rules.ts';

export type State = (typeof STATES)[number];
/** An application with its case, its allocation and its latest claim. `order`: its number in the queue. */
export type Application = {
  id: string; number: string; state: State; version: number; allocationId: string; allocation: string; unionId: string; union: string; path: string; personId: string; name: string; staffNumber: string; unit: string; people: number; submittedAt: Date | null; order: number | null;
  objectedAt: Date | null; changedAt: Date; nextDue: Date | null; declines: number; againUnitId: string | null; againAt: Date | null; endedAt: Date | null; endedWhy: string | null; claimId: string | null; claim: string | null; unitId: string | null; flat: string | null; dueAt: Date | null; joinedAt: Date | null;
};
export type Ending = 'withdrawn' | 'rejected' | 'cancelled' | 'declined' | 'left' | 'closed' | 'returned';

const COLUMNS = sql`h.id, c.number, c.state, c.version, h.allocation_id AS "allocationId", o.title AS allocation, a.union_id AS "unionId", u.name AS union, u.path, h.person_id AS "personId", p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, h.people, h.submitted_at AS "submittedAt", h.number AS "order",
  h.objected_at AS "objectedAt", c.changed_at AS "changedAt", c.next_due AS "nextDue", h.declines, h.again_unit_id AS "againUnitId", h.again_at AS "againAt", h.ended_at AS "endedAt", h.ended_why AS "endedWhy", k.id AS "claimId", k.state AS claim, k.unit_id AS "unitId", t.label AS flat, k.due_at AS "dueAt", k.joined_at AS "joinedAt"`;
const FROM = sql`housing_application h JOIN case_file c ON c.federation_id = h.federation_id AND c.id = h.id JOIN housing_allocation a ON a.federation_id = h.federation_id AND a.id = h.allocation_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id
  JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN person p ON p.federation_id = h.federation_id AND p.id = h.person_id
  LEFT JOIN membership m ON m.federation_id = h.federation_id AND m.person_id = h.person_id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id
  LEFT JOIN LATERAL (SELECT x.id, x.state, x.unit_id, x.due_at, l.joined_at FROM housing_place l JOIN claim x ON x.federation_id = l.federation_id AND x.id = l.claim_id WHERE l.federation_id = h.federation_id AND l.application_id = h.id ORDER BY l.joined_at DESC, x.no DESC LIMIT 1) k ON true
  LEFT JOIN offer_unit t ON t.federation_id = h.federation_id AND t.id = k.unit_id`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const mine = (by: Actor): RawBuilder<boolean> => sql<boolean>`h.person_id = ${by.personId}`;

/** Keeps a draft. @returns false when this person has an application there that is not over */
export async function insertApplication(tx: Tx, h: { id: string; allocationId: string; personId: string; people: number; sealed: Buffer }): Promise<boolean> {
  const r = await sql`INSERT INTO housing_application (federation_id, id, allocation_id, person_id, people, sealed) VALUES (${tx.federationId}, ${h.id}, ${h.allocationId}, ${h.personId}, ${h.people}, ${h.sealed})
    ON CONFLICT (federation_id, allocation_id, person_id) WHERE ended_at IS NULL DO NOTHING`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

export type TakenApplication = { readonly id: string; readonly allocationId: string; readonly personId: string; readonly people: number; readonly sealed: Buffer; readonly submittedAt: Date; readonly number: number };

/** Keeps applications that were submitted earlier, from an older register, with their cases. */
export async function insertTaken(tx: Tx, list: readonly TakenApplication[]): Promise<void> {
  await sql`INSERT INTO housing_application (federation_id, id, allocation_id, person_id, people, sealed, submitted_at, number)
    SELECT ${tx.federationId}::uuid, x.* FROM unnest(${list.map((h) => h.id)}::uuid[], ${list.map((h) => h.allocationId)}::uuid[], ${list.map((h) => h.personId)}::uuid[], ${list.map((h) => h.people)}::smallint[], ${list.map((h) => h.sealed)}::bytea[], ${list.map((h) => h.submittedAt)}::timestamptz[],
      ${list.map((h) => h.number)}::int[]) AS x`.execute(rows(tx));
}

export async function updateHousehold(tx: Tx, id: string, people: number, sealed: Buffer): Promise<void> {
  await sql`UPDATE housing_application SET people = ${people}, sealed = ${sealed} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** What was sealed about a household. */
export async function findSealed(tx: Tx, id: string): Promise<Buffer | null> {
  const r = await sql<{ sealed: Buffer }>`SELECT sealed FROM housing_application WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
  return r.rows[0]?.sealed ?? null;
}

export async function markSubmitted(tx: Tx, id: string, number: number): Promise<void> {
  await sql`UPDATE housing_application SET submitted_at = ${tx.now}, number = ${number} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** A rejected one is open again. @returns false when it was objected to before, or another one is open by now */
export async function markObjected(tx: Tx, id: string): Promise<boolean> {
  const r = await sql`UPDATE housing_application h SET objected_at = ${tx.now}, ended_at = NULL, ended_why = NULL WHERE h.federation_id = ${tx.federationId} AND h.id = ${id} AND h.objected_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM housing_application x WHERE x.federation_id = h.federation_id AND x.allocation_id = h.allocation_id AND x.person_id = h.person_id AND x.ended_at IS NULL AND x.id <> h.id)`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** These wait no more and have nothing any more. */
export async function endApplications(tx: Tx, ids: readonly string[], why: Ending): Promise<void> {
  await sql`UPDATE housing_application SET ended_at = ${tx.now}, ended_why = ${why}, again_unit_id = NULL, again_at = NULL WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) AND ended_at IS NULL`.execute(rows(tx));
}

/** After a declined flat: with this number it waits again once the flat is somebody else's. */
export async function markDeclined(tx: Tx, h: { id: string; declines: number; number: number; unitId: string }): Promise<void> {
  await sql`UPDATE housing_application SET declines = ${h.declines}, number = ${h.number}, again_unit_id = ${h.unitId}, again_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${h.id}`.execute(rows(tx));
}

/** An application for the applicant and for those who check or keep housing there. */
export async function findApplication(tx: Tx, by: Actor, id: string): Promise<Application | null> {
  const r = await sql<Application>`SELECT ${COLUMNS} FROM ${FROM} WHERE h.federation_id = ${tx.federationId} AND h.id = ${id} AND (${mine(by)} OR (c.state <> 'drafted' AND (${visibleTo(by, 'housing.check')} OR ${visibleTo(by, 'housing.keep')})))`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** One's own application, locked. */
export async function lockOwn(tx: Tx, by: Actor, id: string): Promise<Application | null> {
  await sql`SELECT 1 FROM housing_application h WHERE h.federation_id = ${tx.federationId} AND h.id = ${id} AND ${mine(by)} FOR UPDATE`.execute(rows(tx));
  const r = await sql<Application>`SELECT ${COLUMNS} FROM ${FROM} WHERE h.federation_id = ${tx.federationId} AND h.id = ${id} AND ${mine(by)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Applications by id, whoever asks: for what the system does. */
export async function findApplications(tx: Tx, ids: readonly string[]): Promise<Application[]> {
  const r = await sql<Application>`SELECT ${COLUMNS} FROM ${FROM} WHERE h.federation_id = ${tx.federationId} AND h.id = ANY (${[...ids]}::uuid[]) ORDER BY h.id`.execute(rows(tx));
  return r.rows;
}

/** What a person applied for, latest first. */
export async function listMine(tx: Tx, by: Actor): Promise<Application[]> {
  const r = await sql<Application>`SELECT ${COLUMNS} FROM ${FROM} WHERE h.federation_id = ${tx.federationId} AND ${mine(by)} ORDER BY (h.ended_at IS NULL) DESC, c.opened_at DESC, h.id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** A person's applications for these allocations, live ones first. */
export async function listOwn(tx: Tx, by: Actor, allocationIds: readonly string[]): Promise<Application[]> {
  const r = await sql<Application>`SELECT ${COLUMNS} FROM ${FROM} WHERE h.federation_id = ${tx.federationId} AND ${mine(by)} AND h.allocation_id = ANY (${[...allocationIds]}::uuid[]) ORDER BY (h.ended_at IS NULL) DESC, c.opened_at DESC LIMIT 200`.execute(rows(tx));
  return r.rows;
}

export type Filter = { readonly allocationId?: string | undefined; readonly unionPath?: string | undefined; readonly state?: string | undefined; readonly text?: string | undefined };

/** One page of the applications over the subtrees where the officer checks, latest submitted first; drafts are nobody's business. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: { limit: number; offset: number }): Promise<{ items: Application[]; total: number }> {
  const all: RawBuilder<unknown>[] = [sql`h.federation_id = ${tx.federationId}`, visibleTo(by, 'housing.check'), sql`h.submitted_at IS NOT NULL`];
  if (f.allocationId) all.push(sql`h.allocation_id = ${f.allocationId}`);
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.text) all.push(sql`(c.number = ${f.text} OR p.name ILIKE ${like(f.text)} OR p.staff_number ILIKE ${like(f.text)})`);
  const where = sql.join(all, sql` AND `);
  const r = await sql<Application>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY h.submitted_at DESC, h.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** How many applications with an older number are neither over nor in the queue's past: what stands before one that is being checked. */
export async function countBefore(tx: Tx, h: { allocationId: string; order: number }): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM housing_application x WHERE x.federation_id = ${tx.federationId} AND x.allocation_id = ${h.allocationId} AND x.number < ${h.order} AND x.ended_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM housing_place l JOIN claim c ON c.federation_id = l.federation_id AND c.id = l.claim_id WHERE l.federation_id = x.federation_id AND l.application_id = x.id AND c.state IN ('offered','taken','handed'))`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Lets an officer see the files of an application until then. */
export async function putLook(tx: Tx, applicationId: string, personId: string, until: Date): Promise<void> {
  await sql`INSERT INTO housing_look (federation_id, application_id, person_id, until) VALUES (${tx.federationId}, ${applicationId}, ${personId}, ${until}) ON CONFLICT (federation_id, application_id, person_id) DO UPDATE SET until = excluded.until`.execute(rows(tx));
}

/** Whether an officer opened the papers a short while ago. */
export async function isLooking(tx: Tx, applicationId: string, personId: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM housing_look WHERE federation_id = ${tx.federationId} AND application_id = ${applicationId} AND person_id = ${personId} AND until > ${tx.now}`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Applications by state over the subtrees of the officer. */
export async function countStates(tx: Tx, by: Actor, unionPath: string | undefined): Promise<{ state: State; n: number }[]> {
  const r = await sql<{ state: State; n: number }>`SELECT c.state, count(*)::int AS n FROM housing_application h JOIN case_file c ON c.federation_id = h.federation_id AND c.id = h.id JOIN housing_allocation a ON a.federation_id = h.federation_id AND a.id = h.allocation_id
    JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE h.federation_id = ${tx.federationId} AND h.submitted_at IS NOT NULL AND ${visibleTo(by, 'housing.keep')} AND ${unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`} GROUP BY c.state`.execute(rows(tx));
  return r.rows;
}
