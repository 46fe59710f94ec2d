import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Where a union stands, as far as numbers depend on it. */
export type Place = {
  /** of the federation's book; null when nothing was ever decided or confirmed */
  stamp: string | null;
  id: string;
  name: string;
  path: string;
  kind: string;
  /** own, or of the nearest union above that has one; empty when none has */
  regionCode: string;
};

/** The place of a union and the stamp of the book, in one look. */
export async function selectPlace(tx: Tx, unionId: string): Promise<Place | undefined> {
  const found = await sql<Place>`
    SELECT (SELECT b.stamp FROM rule_book b WHERE b.federation_id = u.federation_id) AS stamp, u.id, u.name, u.path, u.kind,
      coalesce(nullif(u.region_code, ''), (
        SELECT a.region_code FROM union_unit a WHERE a.federation_id = u.federation_id AND a.region_code <> ''
          AND a.node = ANY (string_to_array(trim(BOTH '/' FROM u.path), '/')) ORDER BY length(a.path) DESC LIMIT 1), '') AS "regionCode"
    FROM union_unit u WHERE u.federation_id = ${tx.federationId}::uuid AND u.id = ${unionId}::uuid`.execute(rows(tx));
  return found.rows[0];
}

export type DecisionRow = {
  id: string;
  param: string;
  unionId: string | null;
  unionNode: string | null;
  unionName: string | null;
  regionCode: string;
  unionKind: string;
  from: string;
  to: string | null;
  value: unknown;
  document: string;
  article: string;
  statute: boolean;
  note: string;
  decidedBy: string;
  decidedAt: string;
  decidedByName: string | null;
  endedBy: string | null;
  endedByName: string | null;
  endedAt: string | null;
};

const columns = sql`d.id, d.param, d.union_id AS "unionId", u.node AS "unionNode", u.name AS "unionName", d.region_code AS "regionCode",
  d.union_kind AS "unionKind", d.valid_from::text AS "from", d.valid_to::text AS "to", d.value, d.document, d.article, d.statute, d.note,
  d.decided_by AS "decidedBy", p.name AS "decidedByName", q.name AS "endedByName", to_char(d.decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "decidedAt",
  d.ended_by AS "endedBy", to_char(d.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "endedAt"`;

const from = sql`FROM rule_decision d LEFT JOIN union_unit u ON u.federation_id = d.federation_id AND u.id = d.union_id
  LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.decided_by
  LEFT JOIN person q ON q.federation_id = d.federation_id AND q.id = d.ended_by`;

/** Every decision of the federation that holds or will hold on some day; at most 20,000. */
export async function selectDecisions(tx: Tx): Promise<DecisionRow[]> {
  const found = await sql<DecisionRow>`
    SELECT ${columns} ${from}
    WHERE d.federation_id = ${tx.federationId}::uuid AND (d.valid_to IS NULL OR d.valid_to >= d.valid_from)
    ORDER BY d.param, d.valid_from LIMIT 20000`.execute(rows(tx));
  return found.rows;
}

/** Decisions about one number at these places, withdrawn ones too, newest first. */
export async function selectHistory(
  tx: Tx, param: string, nodes: readonly string[], regions: readonly string[], page: { before?: string; limit: number },
): Promise<DecisionRow[]> {
  const found = await sql<DecisionRow>`
    SELECT ${columns} ${from}
    WHERE d.federation_id = ${tx.federationId}::uuid AND d.param = ${param}
      AND (u.node = ANY (${[...nodes]}::text[]) OR d.region_code = ANY (${[...regions]}::text[]))
      AND (${page.before ?? null}::uuid IS NULL OR d.id < ${page.before ?? null}::uuid)
    ORDER BY d.id DESC LIMIT ${page.limit}`.execute(rows(tx));
  return found.rows;
}

/** One decision, locked until the transaction ends. */
export async function lockDecision(tx: Tx, id: string): Promise<DecisionRow | undefined> {
  const found = await sql<DecisionRow>`
    SELECT ${columns} ${from} WHERE d.federation_id = ${tx.federationId}::uuid AND d.id = ${id}::uuid FOR UPDATE OF d`.execute(rows(tx));
  return found.rows[0];
}

/** Ids of shipped rules that were confirmed. */
export async function selectConfirmed(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT c.rule_id::text AS id FROM rule_confirmation c WHERE c.federation_id = ${tx.federationId}::uuid LIMIT 20000`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

export type NewDecision = Pick<DecisionRow, 'id' | 'param' | 'unionId' | 'regionCode' | 'unionKind' | 'from' | 'to' | 'value' | 'document' | 'article' | 'statute' | 'note' | 'decidedBy'>;

/** Adds a decision; answers false when one for the same place begins on the same day. */
export async function insertDecision(tx: Tx, d: NewDecision): Promise<boolean> {
  const found = await sql`
    INSERT INTO rule_decision (federation_id, id, param, union_id, region_code, place, union_kind, valid_from, valid_to, value, document, article,
                               statute, note, decided_by, decided_at)
    VALUES (${tx.federationId}::uuid, ${d.id}::uuid, ${d.param}, ${d.unionId}::uuid, ${d.regionCode}, ${d.unionId ?? d.regionCode}, ${d.unionKind},
            ${d.from}::date, ${d.to}::date, ${JSON.stringify(d.value)}::jsonb, ${d.document}, ${d.article}, ${d.statute}, ${d.note},
            ${d.decidedBy}::uuid, ${tx.now}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING id`.execute(rows(tx));
  return found.rows.length === 1;
}

/** Gives a decision its last day. */
export async function updateEnd(tx: Tx, id: string, lastDay: string, by: string): Promise<void> {
  await sql`
    UPDATE rule_decision SET valid_to = ${lastDay}::date, ended_by = ${by}::uuid, ended_at = ${tx.now}::timestamptz
    WHERE federation_id = ${tx.federationId}::uuid AND id = ${id}::uuid`.execute(rows(tx));
}

/** Notes that a shipped rule was compared with its source; answers false when it was before. */
export async function insertConfirmation(tx: Tx, c: { ruleId: string; param: string; note: string; by: string }): Promise<boolean> {
  const found = await sql`
    INSERT INTO rule_confirmation (federation_id, rule_id, param, note, confirmed_by, confirmed_at)
    VALUES (${tx.federationId}::uuid, ${c.ruleId}::uuid, ${c.param}, ${c.note}, ${c.by}::uuid, ${tx.now}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING rule_id`.execute(rows(tx));
  return found.rows.length === 1;
}

/** Changes the stamp, so that every process reads the book again. */
export async function restamp(tx: Tx, stamp: string): Promise<void> {
  await sql`
    INSERT INTO rule_book (federation_id, stamp) VALUES (${tx.federationId}::uuid, ${stamp}::uuid)
    ON CONFLICT (federation_id) DO UPDATE SET stamp = excluded.stamp`.execute(rows(tx));
}

/** Keeps a set of numbers under the id made of its content. */
export async function insertSet(tx: Tx, id: string, content: string): Promise<void> {
  await sql`
    INSERT INTO rule_set (federation_id, id, content, first_used_at)
    VALUES (${tx.federationId}::uuid, ${id}::uuid, ${content}::jsonb, ${tx.now}::timestamptz) ON CONFLICT DO NOTHING`.execute(rows(tx));
}

/** The content of a kept set. */
export async function selectSet(tx: Tx, id: string): Promise<unknown> {
  const found = await sql<{ content: unknown }>`
    SELECT s.content FROM rule_set s WHERE s.federation_id = ${tx.federationId}::uuid AND s.id = ${id}::uuid`.execute(rows(tx));
  return found.rows[0]?.content;
}
