import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { claims } from '#engines/claims';
import { inSubtrees, visibleTo } from '#engines/org';

/** Condition on an offer `o` of the union `u`: the officer keeps offers of its kind there. */
function keptBy(by: Actor): RawBuilder<boolean> {
  const held = [...Map.groupBy(claims.allKinds(), (k) => k.keep)].filter(([word]) => by.grants.some((g) => g.permission === word));
  return held.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(held.map(([word, kinds]) => sql`o.kind = ANY (${kinds.map((k) => k.name)}::text[]) AND ${visibleTo(by, word)}`), sql` OR `)})`;
}

/** Condition on an offer `o`: it is for members of the person's union. */
const meantFor = (by: Actor): RawBuilder<boolean> => (by.membership?.state !== 'active' ? sql<boolean>`false` : sql<boolean>`EXISTS (SELECT 1
    FROM (SELECT o.union_id AS id WHERE jsonb_array_length(o.who->'unions') = 0 UNION ALL SELECT x.id::uuid FROM jsonb_array_elements_text(o.who->'unions') AS x(id)) w
    JOIN union_unit r ON r.federation_id = o.federation_id AND r.id = w.id JOIN union_unit m ON m.federation_id = o.federation_id AND m.id = ${by.membership.unionId}
    WHERE m.path LIKE r.path || '%' OR m.sector_path LIKE r.path || '%')`);

/** What a counter shows; `sum` of pools, or of things where they have names. */
export type Counted = { readonly title: string; readonly places: number; readonly taken: number; readonly opensAt: Date; readonly closesAt: Date };

/** Places and how many are taken, of an offer that this person may take part in or keeps; null otherwise. One statement: screens ask it every second. */
export async function findCount(tx: Tx, by: Actor, offerId: string): Promise<Counted | null> {
  const r = await sql<Counted>`SELECT o.title, o.opens_at AS "opensAt", o.closes_at AS "closesAt",
      CASE WHEN o.mode = 'units' THEN (SELECT count(*) FROM offer_unit t WHERE t.federation_id = o.federation_id AND t.offer_id = o.id AND t.out_of_order = '')
        ELSE (SELECT coalesce(sum(p.capacity), 0) FROM offer_pool p WHERE p.federation_id = o.federation_id AND p.offer_id = o.id) END::int AS places,
      CASE WHEN o.mode = 'units' THEN (SELECT count(*) FROM claim c WHERE c.federation_id = o.federation_id AND c.offer_id = o.id AND c.unit_id IS NOT NULL AND c.state IN ('offered','held','taken','handed','missed'))
        ELSE (SELECT coalesce(sum(p.taken), 0) FROM offer_pool p WHERE p.federation_id = o.federation_id AND p.offer_id = o.id) END::int AS taken
    FROM offer o JOIN union_unit u ON u.federation_id = o.federation_id AND u.id = o.union_id
    WHERE o.federation_id = ${tx.federationId} AND o.id = ${offerId} AND ((o.state <> 'draft' AND ${meantFor(by)}) OR ${keptBy(by)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Kinds of which a person has or had something. */
export async function listOwnKinds(tx: Tx, personId: string): Promise<string[]> {
  const r = await sql<{ kind: string }>`SELECT DISTINCT o.kind FROM claim c JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.offer_id
    WHERE c.federation_id = ${tx.federationId} AND c.person_id = ${personId} ORDER BY o.kind LIMIT 50`.execute(rows(tx));
  return r.rows.map((x) => x.kind);
}

export type Found = { readonly id: string; readonly name: string; readonly staffNumber: string; readonly unit: string };

const MEMBERS = sql`FROM person p JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id`;

/** Active members below these unions with this staff number or a name that begins so; at most 20. */
export async function listPeople(tx: Tx, paths: readonly string[], text: string): Promise<Found[]> {
  const begins = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const r = await sql<Found>`SELECT p.id, p.name, p.staff_number AS "staffNumber", u.name AS unit ${MEMBERS}
    WHERE p.federation_id = ${tx.federationId} AND (p.staff_number = ${text} OR p.name LIKE ${begins}) AND ${inSubtrees(paths)} ORDER BY (p.staff_number = ${text}) DESC, p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** The only active member below these unions with exactly this staff number and name, or null. */
export async function findColleague(tx: Tx, paths: readonly string[], o: { readonly staffNumber: string; readonly name: string }): Promise<string | null> {
  const r = await sql<{ id: string }>`SELECT p.id ${MEMBERS} WHERE p.federation_id = ${tx.federationId} AND p.staff_number = ${o.staffNumber} AND p.name = ${o.name} AND ${inSubtrees(paths)} ORDER BY p.id LIMIT 2`.execute(rows(tx));
  return r.rows.length === 1 ? (r.rows[0]?.id ?? null) : null;
}

/** Names and amounts for a scanner's list, by claim. */
export async function listScanned(tx: Tx, offerId: string): Promise<{ id: string; name: string; unitLabel: string | null; places: number; amount: bigint; paid: boolean; handedAt: Date | null }[]> {
  const r = await sql<{ id: string; name: string; unitLabel: string | null; places: number; amount: bigint; paid: boolean; handedAt: Date | null }>`SELECT c.id, p.name, t.label AS "unitLabel", c.places, c.amount, c.paid_at IS NOT NULL AS paid, c.handed_at AS "handedAt"
    FROM claim c JOIN person p ON p.federation_id = c.federation_id AND p.id = c.person_id LEFT JOIN offer_unit t ON t.federation_id = c.federation_id AND t.id = c.unit_id
    WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.state IN ('taken','handed','missed') ORDER BY c.no LIMIT 20000`.execute(rows(tx));
  return r.rows;
}
