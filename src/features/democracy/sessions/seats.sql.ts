/** Who sits in a session. Reads the roll of `congress` (decision 0013: its tables, never written here) and units of the engine `org`. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';

export type Here = '' | 'site' | 'online';
export type SeatRow = {
  readonly id: string; readonly personId: string | null; readonly name: string; readonly class: 'delegate' | 'observer' | 'guest'; readonly vacant: boolean; readonly votes: boolean; readonly post: string; readonly unionId: string; readonly unit: string; readonly delegationId: string | null; readonly delegation: string; readonly head: boolean;
  readonly card: string; readonly code: string; readonly presidium: '' | 'member' | 'chair'; readonly here: Here; readonly cameAt: Date | null; readonly leftAt: Date | null; readonly seenAt: Date | null;
};
const COLUMNS = sql`s.delegate_id AS id, s.person_id AS "personId", s.name, s.class, s.vacant, s.votes, s.post, s.union_id AS "unionId", s.unit, s.delegation_id AS "delegationId", s.delegation, s.head, s.card_number AS card, s.card_code AS code, s.presidium, s.here, s.came_at AS "cameAt", s.left_at AS "leftAt", s.seen_at AS "seenAt"`;
const of = (tx: Tx, sessionId: string): RawBuilder<boolean> => sql<boolean>`s.federation_id = ${tx.federationId} AND s.session_id = ${sessionId}`;

/**
 * Reads the roll of the term anew into the seats: delegates, observers and guests of that day, vacancies that were not given up, and for a joint
 * meeting heads and deputies of delegations and leaders of standing groups only. What was done on a seat (presence, presidium) stays.
 */
export async function readRoll(tx: Tx, o: { readonly sessionId: string; readonly termId: string; readonly unionId: string; readonly on: string; readonly joint: boolean }): Promise<void> {
  const leads = sql`(EXISTS (SELECT 1 FROM congress_delegation l WHERE l.federation_id = d.federation_id AND l.term_id = d.term_id AND d.id IN (l.head_id, l.deputy_id))
    OR EXISTS (SELECT 1 FROM congress_group w JOIN congress_group_seat k ON k.federation_id = w.federation_id AND k.group_id = w.id WHERE w.federation_id = d.federation_id AND w.term_id = d.term_id AND k.delegate_id = d.id AND k.leads))`;
  const held = sql`d.since <= ${o.on}::date AND (d.until IS NULL OR d.until > ${o.on}::date) AND d.end_reason IS DISTINCT FROM 'mistake'`;
  const vacated = sql`d.class = 'delegate' AND d.until <= ${o.on}::date AND d.end_reason <> 'mistake' AND d.seat_dropped = '' AND NOT EXISTS (SELECT 1 FROM congress_delegate n WHERE n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' AND n.since <= ${o.on}::date)`;
  await sql`WITH roll AS (SELECT d.id, d.person_id, coalesce(p.name, d.name) AS name, d.class, NOT (${held}) AS vacant, (${held} AND d.class = 'delegate' AND d.checked = 'passed') AS votes, d.post, coalesce(m.union_id, ${o.unionId}::uuid) AS union_id, coalesce(u.name, d.unit) AS unit, g.id AS delegation_id, coalesce(g.name, '') AS delegation,
        coalesce(g.head_id = d.id, false) AS head, d.card_number, d.card_code
      FROM congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
        LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id)
      WHERE d.federation_id = ${tx.federationId} AND d.term_id = ${o.termId} AND ${o.joint ? sql`${held} AND d.class = 'delegate' AND ${leads}` : sql`(${held} OR (${vacated}))`}),
    gone AS (DELETE FROM congress_session_seat s WHERE ${of(tx, o.sessionId)} AND NOT EXISTS (SELECT 1 FROM roll WHERE roll.id = s.delegate_id))
    INSERT INTO congress_session_seat (federation_id, session_id, delegate_id, person_id, name, class, vacant, votes, post, union_id, unit, delegation_id, delegation, head, card_number, card_code)
    SELECT ${tx.federationId}::uuid, ${o.sessionId}::uuid, n.id, CASE WHEN n.vacant THEN NULL ELSE n.person_id END, CASE WHEN n.vacant THEN '' ELSE n.name END, n.class, n.vacant, n.votes, n.post, n.union_id, n.unit, n.delegation_id, n.delegation, n.head, n.card_number, n.card_code FROM roll n ORDER BY n.card_number LIMIT 10000
    ON CONFLICT (federation_id, session_id, delegate_id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, class = excluded.class, vacant = excluded.vacant, votes = excluded.votes, post = excluded.post, union_id = excluded.union_id, unit = excluded.unit, delegation_id = excluded.delegation_id,
      delegation = excluded.delegation, head = excluded.head, card_number = excluded.card_number, card_code = excluded.card_code, here = CASE WHEN excluded.vacant THEN '' ELSE congress_session_seat.here END`.execute(rows(tx));
}

/** How many delegates of the term still wait for the check of their qualification. */
export async function countUnchecked(tx: Tx, termId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM congress_delegate d WHERE d.federation_id = ${tx.federationId} AND d.term_id = ${termId} AND d.class = 'delegate' AND d.until IS NULL AND d.checked = 'waiting'`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

export type Sums = { readonly entitled: number; readonly present: number; readonly observers: number; readonly holders: number };

/** Seats of delegates held or vacant, those with a vote who are there now, observers and guests who are there. */
export async function sumSeats(tx: Tx, sessionId: string): Promise<Sums> {
  const r = await sql<Sums>`SELECT count(*) FILTER (WHERE s.class = 'delegate')::int AS entitled, count(*) FILTER (WHERE s.votes AND s.here <> '')::int AS present, count(*) FILTER (WHERE s.class <> 'delegate' AND s.here <> '')::int AS observers, count(*) FILTER (WHERE s.votes)::int AS holders FROM congress_session_seat s WHERE ${of(tx, sessionId)}`.execute(rows(tx));
  return r.rows[0] ?? { entitled: 0, present: 0, observers: 0, holders: 0 };
}

/** Those with a vote who are there now. */
export async function listPresent(tx: Tx, sessionId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT s.person_id AS id FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND s.votes AND s.here <> '' AND s.person_id IS NOT NULL ORDER BY s.person_id LIMIT 10000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/**
 * The roll of a vote as a SELECT: every seat of a delegate. A vacancy stands on it under the id of the seat, which is nobody's, so that it counts as
 * entitled and can never vote.
 */
export const voters = (tx: Tx, sessionId: string): RawBuilder<unknown> => sql`SELECT coalesce(s.person_id, s.delegate_id), ''::text AS class, s.union_id FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND s.class = 'delegate'`;

export type SeatFilter = { readonly text?: string | undefined; readonly class?: string | undefined; readonly here?: 'here' | 'missing' | undefined; readonly delegationId?: string | undefined };

/** Seats by delegation and card; vacancies stand last. */
export async function listSeats(tx: Tx, sessionId: string, f: SeatFilter, page: { readonly limit: number; readonly offset: number }): Promise<{ items: SeatRow[]; total: number }> {
  const where = sql`${of(tx, sessionId)} ${f.text ? sql`AND (s.name LIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`} OR s.card_number = ${f.text} OR s.unit LIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`})` : sql``} ${f.class ? sql`AND s.class = ${f.class}` : sql``} ${f.delegationId ? sql`AND s.delegation_id = ${f.delegationId}` : sql``}
    ${f.here === 'here' ? sql`AND s.here <> ''` : f.here === 'missing' ? sql`AND s.here = ''` : sql``}`;
  const r = await sql<SeatRow & { n: number }>`SELECT ${COLUMNS}, (count(*) OVER ())::int AS n FROM congress_session_seat s WHERE ${where} ORDER BY s.vacant, array_position(ARRAY['delegate','observer','guest'], s.class), s.delegation, s.card_number LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

/** Seats by ids or by what their cards say, locked in the order of their ids. */
export async function lockSeats(tx: Tx, sessionId: string, by: { readonly ids?: readonly string[]; readonly codes?: readonly string[] }): Promise<SeatRow[]> {
  const r = await sql<SeatRow>`SELECT ${COLUMNS} FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND (s.delegate_id = ANY (${[...(by.ids ?? [])]}::uuid[]) OR s.card_code = ANY (${[...(by.codes ?? [])]}::uuid[])) ORDER BY s.delegate_id LIMIT 10000 FOR UPDATE`.execute(rows(tx));
  return r.rows;
}

/** The seat of a person. */
export async function findSeat(tx: Tx, sessionId: string, personId: string): Promise<SeatRow | null> {
  const r = await sql<SeatRow>`SELECT ${COLUMNS} FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND s.person_id = ${personId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Marks people as there, since when. */
export async function setHere(tx: Tx, sessionId: string, marks: readonly { readonly id: string; readonly at: Date }[], here: 'site' | 'online'): Promise<void> {
  await sql`UPDATE congress_session_seat s SET here = ${here}, came_at = coalesce(s.came_at, x.at), left_at = NULL FROM unnest(${marks.map((m) => m.id)}::uuid[], ${marks.map((m) => m.at)}::timestamptz[]) AS x(id, at) WHERE ${of(tx, sessionId)} AND s.delegate_id = x.id AND NOT s.vacant`.execute(rows(tx));
}

/** Somebody has left. */
export async function setGone(tx: Tx, sessionId: string, seatId: string): Promise<void> {
  await sql`UPDATE congress_session_seat s SET here = '', left_at = ${tx.now} WHERE ${of(tx, sessionId)} AND s.delegate_id = ${seatId}`.execute(rows(tx));
}

/** Who leads the session. */
export async function setPresidium(tx: Tx, sessionId: string, ids: readonly string[], chairId: string): Promise<void> {
  await sql`UPDATE congress_session_seat s SET presidium = CASE WHEN s.delegate_id = ${chairId}::uuid THEN 'chair' WHEN s.delegate_id = ANY (${[...ids]}::uuid[]) THEN 'member' ELSE '' END WHERE ${of(tx, sessionId)}`.execute(rows(tx));
}

/** Papers were looked at. */
export async function setSeen(tx: Tx, sessionId: string, personId: string): Promise<void> {
  await sql`UPDATE congress_session_seat s SET seen_at = ${tx.now} WHERE ${of(tx, sessionId)} AND s.person_id = ${personId}`.execute(rows(tx));
}

/** Everybody who sits and has an inbox. */
export async function listSitting(tx: Tx, sessionId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT s.person_id AS id FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND s.person_id IS NOT NULL ORDER BY s.person_id LIMIT 10000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Delegations with how many of their seats are there. */
export async function sumDelegations(tx: Tx, sessionId: string): Promise<{ id: string | null; name: string; seats: number; present: number }[]> {
  const r = await sql<{ id: string | null; name: string; seats: number; present: number }>`SELECT s.delegation_id AS id, s.delegation AS name, count(*)::int AS seats, count(*) FILTER (WHERE s.here <> '')::int AS present FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND s.class = 'delegate' GROUP BY s.delegation_id, s.delegation ORDER BY min(s.card_number) LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Who sits in the presidium; before it was adopted whoever is proposed by the congress's own group. */
export async function listPresidium(tx: Tx, sessionId: string, termId: string): Promise<{ id: string; name: string; post: string; chair: boolean }[]> {
  const r = await sql<{ id: string; name: string; post: string; chair: boolean; seated: boolean }>`SELECT s.delegate_id AS id, s.name, s.post, s.presidium = 'chair' AS chair, s.presidium <> '' AS seated FROM congress_session_seat s WHERE ${of(tx, sessionId)} AND NOT s.vacant AND (s.presidium <> '' OR EXISTS (SELECT 1 FROM congress_group g JOIN congress_group_seat k ON k.federation_id = g.federation_id AND k.group_id = g.id
      WHERE g.federation_id = s.federation_id AND g.term_id = ${termId} AND g.sort = 'presidium' AND k.delegate_id = s.delegate_id)) ORDER BY s.presidium <> 'chair', s.card_number LIMIT 60`.execute(rows(tx));
  const seated = r.rows.filter((x) => x.seated);
  return (seated.length > 0 ? seated : r.rows).map(({ seated: _, ...x }) => x);
}
