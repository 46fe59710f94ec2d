/** The roll of a body on a day, for whoever convenes it. Other parts of the area `democracy` read this file (decision 0013): `rollOf` at the opening of a session, `findByCard` when somebody checks in. They keep what they freeze themselves. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Class, Post } from './delegates.sql.ts';

/** Somebody of the roll. Only `votes` may vote: observers and guests sit without one; so does a delegate whose qualification was not passed. */
export type RollMember = {
  readonly delegateId: string; readonly personId: string | null; readonly name: string; readonly class: Class; readonly votes: boolean; readonly post: Post; readonly woman: boolean; readonly dispatched: boolean; readonly unionId: string | null; readonly unit: string;
  readonly constituencyId: string | null; readonly constituency: string; readonly delegationId: string | null; readonly delegation: string; readonly cardNumber: string; readonly cardCode: string;
};
/** `entitled` (应到): seats of delegates with a vote, held or vacant; it does not shrink when a delegate leaves, only when the vacancy is given up formally. */
export type Roll = { readonly termId: string; readonly number: number; readonly kind: 'workers' | 'members'; readonly unionId: string; readonly body: string; readonly entitled: number; readonly vacant: number; readonly people: readonly RollMember[] };

/**
 * The roll of a body on a day `YYYY-MM-DD`: of the term that sat then, with who held a seat then; at most 10,000 people. Two bodies never share one:
 * who is a delegate of both stands on both rolls with two cards.
 * @returns null when no term sat on that day
 */
export async function rollOf(tx: Tx, bodyId: string, on: string): Promise<Roll | null> {
  const t = await sql<Omit<Roll, 'entitled' | 'vacant' | 'people'> & { vacant: number }>`SELECT t.id AS "termId", t.number, b.kind, b.union_id AS "unionId", b.name AS body,
      (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until <= ${on}::date AND d.end_reason <> 'mistake' AND d.seat_dropped = ''
        AND NOT EXISTS (SELECT 1 FROM congress_delegate n WHERE n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake' AND n.since <= ${on}::date)) AS vacant
    FROM congress_term t JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id
    WHERE t.federation_id = ${tx.federationId} AND t.body_id = ${bodyId} AND t.confirmed_at IS NOT NULL AND t.began_on <= ${on}::date AND (t.ended_on IS NULL OR t.ended_on > ${on}::date) ORDER BY t.number DESC LIMIT 1`.execute(rows(tx));
  const term = t.rows[0];
  if (term === undefined) return null;
  const people = await sql<RollMember>`SELECT d.id AS "delegateId", d.person_id AS "personId", coalesce(p.name, d.name) AS name, d.class, (d.class = 'delegate' AND d.checked = 'passed') AS votes, d.post, coalesce(p.sex = 'female', false) AS woman, d.dispatched, m.union_id AS "unionId", coalesce(u.name, d.unit) AS unit,
      d.constituency_id AS "constituencyId", coalesce(c.name, '') AS constituency, g.id AS "delegationId", coalesce(g.name, '') AS delegation, d.card_number AS "cardNumber", d.card_code AS "cardCode"
    FROM congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
      LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id)
    WHERE d.federation_id = ${tx.federationId} AND d.term_id = ${term.termId} AND d.since <= ${on}::date AND (d.until IS NULL OR d.until > ${on}::date) AND d.end_reason IS DISTINCT FROM 'mistake' ORDER BY g.number, c.number, d.card_number, d.id LIMIT 10000`.execute(rows(tx));
  return { ...term, entitled: people.rows.filter((p) => p.class === 'delegate').length + term.vacant, people: people.rows };
}

/** Delegates of a union's own congress who may vote on a day: a roll for votes outside a session. Nobody where no term sits. */
export async function votersOf(tx: Tx, unionId: string, kind: 'workers' | 'members', on: string): Promise<{ personId: string; unionId: string }[]> {
  const body = await sql<{ id: string }>`SELECT b.id FROM congress_body b WHERE b.federation_id = ${tx.federationId} AND b.union_id = ${unionId} AND b.kind = ${kind} LIMIT 1`.execute(rows(tx));
  const roll = body.rows[0] ? await rollOf(tx, body.rows[0].id, on) : null;
  return (roll?.people ?? []).flatMap((p) => (p.votes && p.personId !== null ? [{ personId: p.personId, unionId: p.unionId ?? unionId }] : []));
}

/** Whose card this is, by what its picture says; null when nobody holds it now. */
export async function findByCard(tx: Tx, cardCode: string): Promise<{ delegateId: string; termId: string; bodyId: string; name: string; class: Class; cardNumber: string } | null> {
  const r = await sql<{ delegateId: string; termId: string; bodyId: string; name: string; class: Class; cardNumber: string }>`SELECT d.id AS "delegateId", d.term_id AS "termId", t.body_id AS "bodyId", coalesce(p.name, d.name) AS name, d.class, d.card_number AS "cardNumber"
    FROM congress_delegate d JOIN congress_term t ON t.federation_id = d.federation_id AND t.id = d.term_id LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id WHERE d.federation_id = ${tx.federationId} AND d.card_code = ${cardCode}::uuid AND d.until IS NULL`.execute(rows(tx));
  return r.rows[0] ?? null;
}
