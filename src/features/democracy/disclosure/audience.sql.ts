/** For whom an item is: one condition, for one reader and for counting all of them. */
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { type RawBuilder, rows, sql } from '#platform/db';

export type Page = { readonly limit: number; readonly offset: number };
/** One line of an audience; whoever fits any of them sees the item. */
export type Line = { readonly kind: 'union' | 'office' | 'circle'; readonly unionId: string | null; readonly office: string; readonly circleId: string | null };

/** Whether a person, whose membership lies in the union `mu`, fits the line `d` with the union `du`. */
const fits = (tx: Tx, person: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`((d.kind = 'union' AND (mu.path LIKE du.path || '%' OR mu.sector_path LIKE du.path || '%'))
  OR (d.kind = 'office' AND EXISTS (SELECT 1 FROM office_holding h JOIN union_unit hu ON hu.federation_id = h.federation_id AND hu.id = h.union_id WHERE h.federation_id = d.federation_id AND h.person_id = ${person} AND h.office = d.office
    AND h.from_date <= ${legalDateOf(tx.now)}::date AND (h.to_date IS NULL OR h.to_date >= ${legalDateOf(tx.now)}::date) AND hu.path LIKE du.path || '%'))
  OR (d.kind = 'circle' AND EXISTS (SELECT 1 FROM disclosure_circle_person cp WHERE cp.federation_id = d.federation_id AND cp.circle_id = d.circle_id AND cp.person_id = ${person})))`;

/** Published, and for this person: the scope of every reader, over the item `i`. */
export const forMe = (tx: Tx, by: Actor): RawBuilder<boolean> => sql<boolean>`(i.versions > 0 AND EXISTS (SELECT 1 FROM disclosure_audience d LEFT JOIN union_unit du ON du.federation_id = d.federation_id AND du.id = d.union_id
  LEFT JOIN union_unit mu ON mu.federation_id = d.federation_id AND mu.id = ${by.membership?.unionId ?? null}::uuid WHERE d.federation_id = i.federation_id AND d.item_id = i.id AND ${fits(tx, sql`${by.personId}::uuid`)}))`;

/** Everybody with a living membership who fits, as `membership m`; ends in a condition, so that AND may follow. */
export const peopleOf = (tx: Tx, itemId: string): RawBuilder<unknown> => sql`membership m JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id
  WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND EXISTS (SELECT 1 FROM disclosure_audience d LEFT JOIN union_unit du ON du.federation_id = d.federation_id AND du.id = d.union_id WHERE d.federation_id = m.federation_id AND d.item_id = ${itemId} AND ${fits(tx, sql`m.person_id`)})`;

/** Says for whom an item is. */
export async function setLines(tx: Tx, id: string, lines: readonly Line[]): Promise<void> {
  await sql`DELETE FROM disclosure_audience WHERE federation_id = ${tx.federationId} AND item_id = ${id}`.execute(rows(tx));
  await sql`INSERT INTO disclosure_audience (federation_id, item_id, line, kind, union_id, office, circle_id) SELECT ${tx.federationId}::uuid, ${id}::uuid, x.n, x.kind, x.union_id, x.office, x.circle_id
    FROM unnest(${lines.map((l) => l.kind)}::text[], ${lines.map((l) => l.unionId)}::uuid[], ${lines.map((l) => l.office)}::text[], ${lines.map((l) => l.circleId)}::uuid[]) WITH ORDINALITY AS x(kind, union_id, office, circle_id, n)`.execute(rows(tx));
}

/** For whom an item is, with names. */
export async function listLines(tx: Tx, id: string): Promise<(Line & { name: string })[]> {
  const r = await sql<Line & { name: string }>`SELECT d.kind, d.union_id AS "unionId", d.office, d.circle_id AS "circleId", coalesce(u.name, c.name) AS name FROM disclosure_audience d LEFT JOIN union_unit u ON u.federation_id = d.federation_id AND u.id = d.union_id
    LEFT JOIN disclosure_circle c ON c.federation_id = d.federation_id AND c.id = d.circle_id WHERE d.federation_id = ${tx.federationId} AND d.item_id = ${id} ORDER BY d.line`.execute(rows(tx));
  return r.rows;
}
