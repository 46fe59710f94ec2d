import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { AuditSlots, Entry } from './entry.rules.ts';

/** Adds lines to the log and to the queue of the sealer, in one statement. */
export async function insertEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  await sql`
    WITH written AS (
      INSERT INTO audit_entry (federation_id, id, at, act, by_kind, by_name, person_id, session_id, union_id,
                               subject_kind, subject_id, word, zh, en, slots, basis, fields, purpose)
      SELECT ${tx.federationId}::uuid, r.id, ${tx.now}::timestamptz, r.act, r."byKind", r."byName", r."personId", r."sessionId",
             r."unionId", r."subjectKind", r."subjectId", r.word, r.zh, r.en, r.slots, r.basis,
             ARRAY(SELECT jsonb_array_elements_text(r.fields)), r.purpose
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS r(
        id uuid, act text, "byKind" text, "byName" text, "personId" uuid, "sessionId" text, "unionId" uuid,
        "subjectKind" text, "subjectId" text, word text, zh text, en text, slots jsonb, basis jsonb, fields jsonb, purpose text)
      RETURNING federation_id, id)
    INSERT INTO audit_unsealed (federation_id, entry_id) SELECT federation_id, id FROM written`.execute(rows(tx));
}

/** What a reader of the log may ask for; every field narrows. */
export type EntryFilter = {
  /** roots of the subtrees the reader may see; null: the whole federation, lines without a union included */
  readonly scopes: readonly string[] | null;
  /** root of the subtree asked for */
  readonly within?: string;
  readonly personId?: string;
  readonly subject?: { readonly kind: string; readonly id?: string };
  readonly act?: 'write' | 'look';
  readonly from?: Date;
  readonly to?: Date;
  readonly before?: { readonly at: string; readonly id: string };
  readonly limit: number;
};

export type EntryRow = {
  id: string;
  at: string;
  act: 'write' | 'look';
  by_kind: 'person' | 'anonymous' | 'system';
  by_name: string;
  person_id: string | null;
  union_id: string | null;
  union_name: string | null;
  subject_kind: string;
  subject_id: string;
  word: string;
  zh: string;
  en: string;
  slots: AuditSlots;
  basis: Record<string, string | number>;
  fields: string[];
  purpose: string;
  sealed: boolean;
};

const below = (paths: readonly string[]) => {
  const patterns = paths.map((path) => `${path}%`);
  return sql`(u.path LIKE ANY (${patterns}::text[]) OR u.sector_path LIKE ANY (${patterns}::text[]))`;
};

function conditions(f: EntryFilter) {
  const all = [sql`true`];
  if (f.scopes) all.push(below(f.scopes));
  if (f.within) all.push(below([f.within]));
  if (f.personId) all.push(sql`e.person_id = ${f.personId}::uuid`);
  if (f.subject) all.push(sql`e.subject_kind = ${f.subject.kind}`);
  if (f.subject?.id) all.push(sql`e.subject_id = ${f.subject.id}`);
  if (f.act) all.push(sql`e.act = ${f.act === 'look' ? sql.lit('look') : sql.lit('write')}`);
  if (f.from) all.push(sql`e.at >= ${f.from}::timestamptz`);
  if (f.to) all.push(sql`e.at < ${f.to}::timestamptz`);
  if (f.before) all.push(sql`(e.at, e.id) < (${f.before.at}::timestamptz, ${f.before.id}::uuid)`);
  return sql.join(all, sql` AND `);
}

/** Lines newest first, at most `limit`. */
export async function selectEntries(tx: Tx, f: EntryFilter): Promise<EntryRow[]> {
  const found = await sql<EntryRow>`
    SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.act, e.by_kind, e.by_name,
           e.person_id, e.union_id, u.name AS union_name, e.subject_kind, e.subject_id, e.word, e.zh, e.en, e.slots, e.basis,
           e.fields, e.purpose,
           NOT EXISTS (SELECT 1 FROM audit_unsealed q WHERE q.federation_id = e.federation_id AND q.entry_id = e.id) AS sealed
    FROM audit_entry e
    LEFT JOIN union_unit u ON u.federation_id = e.federation_id AND u.id = e.union_id
    WHERE e.federation_id = ${tx.federationId}::uuid AND ${conditions(f)}
    ORDER BY e.at DESC, e.id DESC LIMIT ${f.limit}`.execute(rows(tx));
  return found.rows;
}
