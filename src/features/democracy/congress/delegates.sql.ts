/** The delegates' roll of a term. Reads memberships, units and people of the engine `org`, never writes them. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';

export type Post = 'frontline' | 'technical' | 'manager';
export type Class = 'delegate' | 'observer' | 'guest';
export type Checked = 'waiting' | 'passed' | 'failed';
export type DelegateRow = {
  readonly id: string; readonly termId: string; readonly personId: string | null; readonly name: string; readonly staffNumber: string; readonly sex: string; readonly birthDate: string | null; readonly unit: string; readonly job: string; readonly class: Class; readonly constituencyId: string | null; readonly constituency: string;
  readonly delegationId: string | null; readonly delegation: string; readonly post: Post; readonly dispatched: boolean; readonly cardNumber: string; readonly cardCode: string; readonly contact: string; readonly since: string; readonly until: string | null; readonly endReason: string; readonly endNote: string; readonly seatDropped: string;
  readonly checked: Checked; readonly checkNote: string; readonly replacesId: string | null; readonly replacedBy: string;
  /** left the firm, or works in a unit outside the constituency */
  readonly gone: boolean; readonly elsewhere: boolean; readonly roles: readonly string[];
};
/** Whether a seat became vacant with a delegate and is not filled again. */
const VACANT = sql`(d.class = 'delegate' AND d.until IS NOT NULL AND d.end_reason <> 'mistake' AND d.seat_dropped = '' AND n.id IS NULL)`;
const FROM = sql`congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
  LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id)
  LEFT JOIN congress_delegate n ON n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' LEFT JOIN person np ON np.federation_id = n.federation_id AND np.id = n.person_id`;
const COLUMNS = sql`d.id, d.term_id AS "termId", d.person_id AS "personId", coalesce(p.name, d.name) AS name, coalesce(p.staff_number, '') AS "staffNumber", coalesce(p.sex, '') AS sex, p.birth_date::text AS "birthDate", coalesce(u.name, d.unit) AS unit, coalesce(m.job, '') AS job, d.class, d.constituency_id AS "constituencyId", coalesce(c.name, '') AS constituency,
  g.id AS "delegationId", coalesce(g.name, '') AS delegation, d.post, d.dispatched, d.card_number AS "cardNumber", d.card_code AS "cardCode", d.contact, d.since::text, d.until::text, coalesce(d.end_reason, '') AS "endReason", d.end_note AS "endNote", d.seat_dropped AS "seatDropped", d.checked, d.check_note AS "checkNote", d.replaces_id AS "replacesId", coalesce(np.name, '') AS "replacedBy",
  (d.person_id IS NOT NULL AND (m.id IS NULL OR m.state = 'reserved')) AS gone,
  (d.class = 'delegate' AND m.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM congress_constituency_unit x WHERE x.federation_id = d.federation_id AND x.constituency_id = d.constituency_id AND x.union_id = m.union_id)) AS elsewhere,
  ARRAY(SELECT w.name FROM congress_group_seat s JOIN congress_group w ON w.federation_id = s.federation_id AND w.id = s.group_id WHERE s.federation_id = d.federation_id AND s.delegate_id = d.id ORDER BY w.name) AS roles`;
const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`d.federation_id = ${tx.federationId}`;

export type RollFilter = {
  readonly text?: string | undefined; readonly class?: Class | undefined; readonly post?: Post | undefined; readonly constituencyId?: string | undefined; readonly delegationId?: string | undefined; readonly checked?: Checked | undefined; readonly sex?: string | undefined; readonly held?: 'now' | 'ended' | 'vacant' | undefined;
};
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const rollWhere = (tx: Tx, termId: string, f: RollFilter): RawBuilder<boolean> => sql<boolean>`${tenant(tx)} AND d.term_id = ${termId} AND ${f.held === 'ended' ? sql`d.until IS NOT NULL AND d.end_reason <> 'mistake'` : f.held === 'vacant' ? VACANT : sql`d.until IS NULL`} AND ${f.class ? sql`d.class = ${f.class}` : sql`true`} AND ${f.post ? sql`d.post = ${f.post}` : sql`true`}
  AND ${f.constituencyId ? sql`d.constituency_id = ${f.constituencyId}` : sql`true`} AND ${f.delegationId ? sql`g.id = ${f.delegationId}` : sql`true`} AND ${f.checked ? sql`d.checked = ${f.checked}` : sql`true`} AND ${f.sex ? sql`p.sex = ${f.sex}` : sql`true`}
  AND ${f.text ? sql`(p.name ILIKE ${like(f.text)} OR d.name ILIKE ${like(f.text)} OR p.staff_number = ${f.text} OR d.card_number = ${f.text} OR c.name ILIKE ${like(f.text)})` : sql`true`}`;

/** One page of a roll: delegates by constituency, then observers and guests. */
export async function listRoll(tx: Tx, termId: string, f: RollFilter, page: { limit: number; offset: number }): Promise<{ items: DelegateRow[]; total: number }> {
  const where = rollWhere(tx, termId, f);
  const list = await sql<DelegateRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY array_position(ARRAY['delegate','observer','guest'], d.class), c.number, d.card_number, d.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** Delegates by their ids. */
export async function findDelegates(tx: Tx, ids: readonly string[]): Promise<DelegateRow[]> {
  const r = await sql<DelegateRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND d.id = ANY (${[...ids]}::uuid[]) ORDER BY d.card_number`.execute(rows(tx));
  return r.rows;
}

/** What the roll of a term comes to: numbers for findings. `entitled`: seats held and vacant ones that are not given up; it shrinks only when a vacancy is formally settled. */
export type Sums = { readonly delegates: number; readonly women: number; readonly frontline: number; readonly managers: number; readonly dispatched: number; readonly young: number; readonly observers: number; readonly guests: number; readonly waiting: number; readonly failed: number; readonly vacancies: number; readonly gone: number };

/** @param youngFrom birth dates from this day on are young */
export async function sumRoll(tx: Tx, termId: string, youngFrom: string): Promise<Sums> {
  const r = await sql<Sums>`SELECT count(*) FILTER (WHERE v)::int AS delegates, count(*) FILTER (WHERE v AND p.sex = 'female')::int AS women, count(*) FILTER (WHERE v AND d.post = 'frontline')::int AS frontline, count(*) FILTER (WHERE v AND d.post = 'manager')::int AS managers, count(*) FILTER (WHERE v AND d.dispatched)::int AS dispatched,
      count(*) FILTER (WHERE v AND p.birth_date >= ${youngFrom}::date)::int AS young, count(*) FILTER (WHERE d.class = 'observer' AND d.until IS NULL)::int AS observers, count(*) FILTER (WHERE d.class = 'guest' AND d.until IS NULL)::int AS guests, count(*) FILTER (WHERE v AND d.checked = 'waiting')::int AS waiting, count(*) FILTER (WHERE v AND d.checked = 'failed')::int AS failed,
      count(*) FILTER (WHERE ${VACANT})::int AS vacancies, count(*) FILTER (WHERE v AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state = 'active'))::int AS gone
    FROM congress_delegate d CROSS JOIN LATERAL (SELECT d.class = 'delegate' AND d.until IS NULL AS v) k LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id
      LEFT JOIN congress_delegate n ON n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake'
    WHERE ${tenant(tx)} AND d.term_id = ${termId}`.execute(rows(tx));
  return r.rows[0] as Sums;
}

export type NewDelegate = {
  readonly id: string; readonly personId: string | null; readonly name: string; readonly class: Class; readonly constituencyId: string | null; readonly delegationId: string | null; readonly electionId: string | null; readonly replacesId: string | null; readonly post: Post; readonly dispatched: boolean; readonly unit: string;
  readonly cardNumber: string; readonly cardCode: string; readonly since: string; readonly checked: Checked;
};

/** Keeps delegates; whoever is on the roll already is left. @returns ids of those kept */
export async function insertDelegates(tx: Tx, termId: string, list: readonly NewDelegate[]): Promise<Set<string>> {
  const r = await sql<{ id: string }>`INSERT INTO congress_delegate (federation_id, id, term_id, person_id, name, class, constituency_id, delegation_id, election_id, replaces_id, post, dispatched, unit, card_number, card_code, since, checked)
    SELECT ${tx.federationId}, x.id, ${termId}, x."personId", x.name, x.class, x."constituencyId", x."delegationId", x."electionId", x."replacesId", x.post, x.dispatched, x.unit, x."cardNumber", x."cardCode", x.since, x.checked
    FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x(id uuid, "personId" uuid, name text, class text, "constituencyId" uuid, "delegationId" uuid, "electionId" uuid, "replacesId" uuid, post text, dispatched boolean, unit text, "cardNumber" text, "cardCode" uuid, since date, checked text)
    ON CONFLICT (federation_id, term_id, person_id) WHERE until IS NULL AND person_id IS NOT NULL DO NOTHING RETURNING id`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

/** The highest running numbers of cards given out in a term, by their class; 0 when none. */
export async function lastCards(tx: Tx, termId: string): Promise<Record<Class, number>> {
  const r = await sql<{ class: Class; n: number }>`SELECT d.class, max(substring(d.card_number FROM '([0-9]{1,5})$')::int)::int AS n FROM congress_delegate d WHERE ${tenant(tx)} AND d.term_id = ${termId} GROUP BY d.class`.execute(rows(tx));
  return { delegate: 0, observer: 0, guest: 0, ...Object.fromEntries(r.rows.map((x) => [x.class, x.n ?? 0])) };
}

/** Which of these card numbers a term has given out. */
export async function cardsTaken(tx: Tx, termId: string, cards: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ card: string }>`SELECT d.card_number AS card FROM congress_delegate d WHERE ${tenant(tx)} AND d.term_id = ${termId} AND d.card_number = ANY (${[...cards]}::text[])`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.card));
}

/** Changes what a delegate is entered with. */
export async function updateDelegate(tx: Tx, id: string, o: { post: Post; dispatched: boolean; delegationId: string | null; contact: string }): Promise<void> {
  await sql`UPDATE congress_delegate d SET post = ${o.post}, dispatched = ${o.dispatched}, delegation_id = ${o.delegationId}, contact = ${o.contact} WHERE ${tenant(tx)} AND d.id = ${id}`.execute(rows(tx));
}

/** How workers reach a delegate. */
export async function setContact(tx: Tx, id: string, contact: string): Promise<void> {
  await sql`UPDATE congress_delegate d SET contact = ${contact} WHERE ${tenant(tx)} AND d.id = ${id}`.execute(rows(tx));
}

/** Writes what the check of qualification found. @returns how many of them are on this roll */
export async function setChecked(tx: Tx, termId: string, ids: readonly string[], checked: Checked, note: string): Promise<number> {
  const r = await sql`UPDATE congress_delegate d SET checked = ${checked}, check_note = ${note} WHERE ${tenant(tx)} AND d.term_id = ${termId} AND d.id = ANY (${[...ids]}::uuid[]) AND d.until IS NULL RETURNING 1`.execute(rows(tx));
  return r.rows.length;
}

/** Ends what a delegate holds, and its seats in groups and at the head of a delegation. */
export async function endDelegate(tx: Tx, id: string, o: { reason: string; note: string; on: string }): Promise<void> {
  await sql`UPDATE congress_delegate d SET until = ${o.on}::date, end_reason = ${o.reason}, end_note = ${o.note} WHERE ${tenant(tx)} AND d.id = ${id}`.execute(rows(tx));
  await sql`DELETE FROM congress_group_seat s WHERE s.federation_id = ${tx.federationId} AND s.delegate_id = ${id}`.execute(rows(tx));
  await sql`UPDATE congress_delegation g SET head_id = CASE WHEN g.head_id = ${id} THEN NULL ELSE g.head_id END, deputy_id = CASE WHEN g.deputy_id = ${id} THEN NULL ELSE g.deputy_id END WHERE g.federation_id = ${tx.federationId} AND (g.head_id = ${id} OR g.deputy_id = ${id})`.execute(rows(tx));
}

/** Gives back what was ended by mistake. @returns false when the person is on the roll again */
export async function restoreDelegate(tx: Tx, id: string): Promise<boolean> {
  const r = await sql`UPDATE congress_delegate d SET until = NULL, end_reason = NULL, end_note = '' WHERE ${tenant(tx)} AND d.id = ${id}
    AND NOT EXISTS (SELECT 1 FROM congress_delegate o WHERE o.federation_id = d.federation_id AND o.term_id = d.term_id AND o.person_id = d.person_id AND o.until IS NULL) RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Notes why a vacant seat is not filled again. */
export async function setSeatDropped(tx: Tx, id: string, why: string): Promise<void> {
  await sql`UPDATE congress_delegate d SET seat_dropped = ${why} WHERE ${tenant(tx)} AND d.id = ${id}`.execute(rows(tx));
}

/** Vacant seats of a constituency, the oldest first. */
export async function listVacant(tx: Tx, constituencyId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT d.id FROM congress_delegate d LEFT JOIN congress_delegate n ON n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' WHERE ${tenant(tx)} AND d.constituency_id = ${constituencyId} AND ${VACANT} ORDER BY d.until, d.id LIMIT 1000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

export type Colleague = { readonly id: string; readonly name: string; readonly unit: string; readonly job: string };

/** Members by name or staff number: of the units of a constituency, or of everybody below a path; at most ten. */
export async function listColleagues(tx: Tx, at: { constituencyId: string } | { path: string }, text: string): Promise<Colleague[]> {
  const inside = 'path' in at ? sql`u.path LIKE ${`${at.path}%`}` : sql`EXISTS (SELECT 1 FROM congress_constituency_unit x WHERE x.federation_id = m.federation_id AND x.constituency_id = ${at.constituencyId} AND x.union_id = m.union_id)`;
  const r = await sql<Colleague>`SELECT p.id, p.name, u.name AS unit, m.job FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND ${inside} AND (p.name LIKE ${like(text)} OR p.staff_number = ${text}) ORDER BY p.name, p.id LIMIT 10`.execute(rows(tx));
  return r.rows;
}

export type Worker = { readonly personId: string; readonly name: string; readonly staffNumber: string; readonly unionId: string; readonly dispatched: boolean; readonly constituencyId: string | null };

/** Workers below a path by their ids or staff numbers, with the constituency of a term in which they vote. */
export async function findWorkers(tx: Tx, termId: string, path: string, by: { ids: readonly string[] } | { staff: readonly string[] }): Promise<Worker[]> {
  const wanted = 'ids' in by ? sql`p.id = ANY (${[...by.ids]}::uuid[])` : sql`p.staff_number = ANY (${[...by.staff]}::text[]) AND p.staff_number <> ''`;
  const r = await sql<Worker>`SELECT p.id AS "personId", p.name, p.staff_number AS "staffNumber", m.union_id AS "unionId", m.employment_form = 'dispatched' AS dispatched, x.constituency_id AS "constituencyId"
    FROM person p JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
      LEFT JOIN congress_constituency_unit x ON x.federation_id = m.federation_id AND x.term_id = ${termId} AND x.union_id = m.union_id
    WHERE p.federation_id = ${tx.federationId} AND u.path LIKE ${`${path}%`} AND ${wanted} ORDER BY p.staff_number, p.id LIMIT 10000`.execute(rows(tx));
  return r.rows;
}
