/** Lists of children over many sessions, figures and times of keeping. Reads claims of the engine `claims`, never writes them. */
import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Page } from './programmes.sql.ts';

const KEEP = 'summerCare.keep';
export type Child = {
  readonly id: string; readonly no: number; readonly sessionId: string; readonly session: string; readonly site: string; readonly programmeConsent: number; readonly consentNo: number; readonly childSealed: Buffer | null; readonly contactSealed: Buffer | null; readonly age: number; readonly guardian: string; readonly staffNumber: string;
  readonly unit: string; readonly people: number; readonly health: boolean; readonly state: string; readonly endedAt: Date | null; readonly came: number; readonly forgottenAt: Date | null; readonly madeAt: Date;
};
export type ChildFilter = { readonly sessionId?: string | undefined; readonly programmeId?: string | undefined; readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly health?: boolean | undefined };
const FROM = sql`care_entry e JOIN care_session s ON s.federation_id = e.federation_id AND s.id = e.session_id JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id
  LEFT JOIN claim c ON c.federation_id = e.federation_id AND c.id = e.claim_id LEFT JOIN person p ON p.federation_id = e.federation_id AND p.id = e.guardian_id LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id`;

/** Children over the subtrees of the officer, in the order of sessions and places. Names of children are sealed: the text finds guardians and sessions. */
export async function listChildren(tx: Tx, by: Actor, permission: string, f: ChildFilter, page: Page): Promise<{ items: Child[]; total: number }> {
  const like = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : '';
  const where = sql`e.federation_id = ${tx.federationId} AND ${visibleTo(by, permission)} AND ${f.sessionId ? sql`s.id = ${f.sessionId}` : sql`true`} AND ${f.programmeId ? sql`g.id = ${f.programmeId}` : sql`true`} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`}
    AND ${f.text ? sql`(p.name LIKE ${like} OR p.staff_number LIKE ${like} OR s.title LIKE ${like} OR s.site LIKE ${like})` : sql`true`} AND ${f.health ? sql`e.notes_sealed IS NOT NULL` : sql`true`}
    AND ${f.state === undefined ? sql`true` : f.state === 'over' ? sql`e.ended_at IS NOT NULL` : sql`(e.ended_at IS NULL AND c.state = ${f.state})`}`;
  const r = await sql<Child>`SELECT e.id, coalesce(c.no, 0)::int AS no, s.id AS "sessionId", s.title AS session, s.site, g.consent_no::int AS "programmeConsent", e.consent_no::int AS "consentNo", e.child_sealed AS "childSealed", e.contact_sealed AS "contactSealed", e.age::int AS age, coalesce(p.name, '') AS guardian,
      coalesce(p.staff_number, '') AS "staffNumber", coalesce(mu.name, '') AS unit, (SELECT count(*) FROM care_pickup k WHERE k.federation_id = e.federation_id AND k.entry_id = e.id AND k.removed_at IS NULL)::int AS people, e.notes_sealed IS NOT NULL AS health, coalesce(c.state, 'returned') AS state, e.ended_at AS "endedAt",
      (SELECT count(*) FROM care_day d WHERE d.federation_id = e.federation_id AND d.entry_id = e.id AND d.arrived_at IS NOT NULL)::int AS came, e.forgotten_at AS "forgottenAt", e.made_at AS "madeAt"
    FROM ${FROM} WHERE ${where} ORDER BY s.starts_on DESC, s.site, s.id, c.no NULLS LAST, e.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

export type Figures = { readonly id: string; readonly title: string; readonly union: string; readonly site: string; readonly programmeId: string; readonly places: number; readonly children: number; readonly waited: number; readonly childDays: number; readonly expectedDays: number; readonly incidents: number; readonly releases: number; readonly health: number };

/** What each session of a year came to: nothing in it needs to know a child. `expectedDays`: days that have passed, of children with a place. */
export async function listFigures(tx: Tx, by: Actor, year: number, unionPath: string | null, today: string): Promise<Figures[]> {
  const r = await sql<Figures>`SELECT s.id, g.id AS "programmeId", g.title, u.name AS union, s.site, s.capacity::int AS places, d.children, k.waited, d.child_days AS "childDays", d.expected_days AS "expectedDays",
      (SELECT count(*) FROM care_incident i WHERE i.federation_id = s.federation_id AND i.session_id = s.id)::int AS incidents, (SELECT count(*) FROM care_release x WHERE x.federation_id = s.federation_id AND x.session_id = s.id AND x.state = 'confirmed')::int AS releases,
      (SELECT count(*) FROM care_entry e WHERE e.federation_id = s.federation_id AND e.session_id = s.id AND e.notes_at IS NOT NULL)::int AS health
    FROM care_session s JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id AND o.state IN ('open','closed') JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE c.state IN ('waiting','expired'))::int AS waited FROM claim c WHERE c.federation_id = s.federation_id AND c.offer_id = s.id) k ON true
    LEFT JOIN LATERAL (SELECT count(DISTINCT y.entry_id) FILTER (WHERE y.arrived_at IS NOT NULL)::int AS children, count(*) FILTER (WHERE y.arrived_at IS NOT NULL)::int AS child_days,
        count(*) FILTER (WHERE y.day <= ${today}::date AND (y.arrived_at IS NOT NULL OR e.claim_id IS NULL OR c.state IN ('taken','handed','missed')))::int AS expected_days
      FROM care_day y JOIN care_entry e ON e.federation_id = y.federation_id AND e.id = y.entry_id LEFT JOIN claim c ON c.federation_id = e.federation_id AND c.id = e.claim_id WHERE y.federation_id = s.federation_id AND y.session_id = s.id) d ON true
    WHERE s.federation_id = ${tx.federationId} AND g.year = ${year} AND ${visibleTo(by, KEEP)} AND ${unionPath === null ? sql`true` : sql`u.path LIKE ${`${unionPath}%`}`} ORDER BY g.opens_at DESC, g.id, s.starts_on, s.site, s.id LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** How many children of which age came in a year. */
export async function listAges(tx: Tx, by: Actor, year: number, unionPath: string | null): Promise<{ age: number; children: number }[]> {
  const r = await sql<{ age: number; children: number }>`SELECT e.age::int AS age, count(*)::int AS children FROM care_entry e JOIN care_session s ON s.federation_id = e.federation_id AND s.id = e.session_id JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id
    JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id WHERE e.federation_id = ${tx.federationId} AND g.year = ${year} AND ${visibleTo(by, KEEP)} AND ${unionPath === null ? sql`true` : sql`u.path LIKE ${`${unionPath}%`}`}
      AND EXISTS (SELECT 1 FROM care_day d WHERE d.federation_id = e.federation_id AND d.entry_id = e.id AND d.arrived_at IS NOT NULL) GROUP BY e.age ORDER BY e.age`.execute(rows(tx));
  return r.rows;
}

export type Kept = { readonly id: string; readonly programmeId: string; readonly programme: string; readonly session: string; readonly site: string; readonly union: string; readonly endsOn: string; readonly forgetDays: number; readonly children: number; readonly forgottenAt: Date | null };

/** Sessions with what is kept of children, the next to go first; those whose data are gone stand at the end. */
export async function listKept(tx: Tx, by: Actor, unionPath: string | null, page: Page): Promise<{ items: Kept[]; total: number }> {
  const from = sql`care_session s JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id
    WHERE s.federation_id = ${tx.federationId} AND o.state IN ('open','closed') AND ${visibleTo(by, KEEP)} AND ${unionPath === null ? sql`true` : sql`u.path LIKE ${`${unionPath}%`}`}`;
  const r = await sql<Kept>`SELECT s.id, g.id AS "programmeId", g.title AS programme, s.title AS session, s.site, u.name AS union, s.ends_on AS "endsOn", s.forget_days::int AS "forgetDays", s.forgotten_at AS "forgottenAt",
      (SELECT count(*) FROM care_entry e WHERE e.federation_id = s.federation_id AND e.session_id = s.id AND e.child_sealed IS NOT NULL)::int AS children
    FROM ${from} ORDER BY (s.forgotten_at IS NOT NULL), s.ends_on + s.forget_days, s.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${from}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
