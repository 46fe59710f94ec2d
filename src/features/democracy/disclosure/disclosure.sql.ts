/** Items of disclosure. What somebody may read is one condition, `forMe`, in every statement that answers a reader. */
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { type RawBuilder, rows, sql } from '#platform/db';
import { gramQuery, grams } from '#engines/cases';
import { visibleTo } from '#engines/org';
import { forMe, type Page } from './audience.sql.ts';

/** An item with its case and union. `no`: versions published; `title` and `body` are the published ones once there are any, `draft*` what is written now. */
export type ItemRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly sectorPath: string | null; readonly number: string; readonly state: string; readonly caseVersion: number; readonly entry: string; readonly agreed: string | null; readonly period: string; readonly dueAt: Date | null;
  readonly title: string; readonly body: string; readonly files: readonly string[]; readonly draftTitle: string; readonly draftBody: string; readonly draftFiles: readonly string[]; readonly draftId: string; readonly why: string; readonly publicDays: number; readonly leastDays: number; readonly audience: 'all' | 'circle';
  readonly writtenById: string | null; readonly submittedById: string | null; readonly no: number; readonly publishedAt: Date | null; readonly changedAt: Date | null; readonly publicUntil: string | null; readonly withdrawnAt: Date | null; readonly withdrawnWhy: string; readonly withdrawnDays: number | null;
  readonly audienceN: number; readonly remindedAt: Date | null; readonly reads: number; readonly questions: number; readonly open: number; readonly lateLevel: number; readonly reported: string | null;
};

const COLUMNS = sql`i.id, i.union_id AS "unionId", u.name AS union, u.path, u.sector_path AS "sectorPath", c.number, c.state, c.version AS "caseVersion", i.entry, g.title AS agreed, i.period, i.due_at AS "dueAt", coalesce(v.title, i.title) AS title, coalesce(v.body, '') AS body, coalesce(v.files, '{}') AS files,
  i.title AS "draftTitle", i.body AS "draftBody", i.files AS "draftFiles", i.draft_id AS "draftId", i.why, i.public_days::int AS "publicDays", i.least_days::int AS "leastDays", i.audience, i.written_by_id AS "writtenById", i.submitted_by_id AS "submittedById", i.versions::int AS no, i.published_at AS "publishedAt",
  v.at AS "changedAt", i.public_until::text AS "publicUntil", i.withdrawn_at AS "withdrawnAt", i.withdrawn_why AS "withdrawnWhy", i.withdrawn_days::int AS "withdrawnDays", i.audience_n AS "audienceN", i.reminded_at AS "remindedAt", r.n AS reads, k.n AS questions, k.open, c.late_level::int AS "lateLevel", lu.name AS reported`;
const FROM = sql`disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id
  LEFT JOIN union_unit lu ON lu.federation_id = c.federation_id AND lu.id = c.late_union_id
  LEFT JOIN disclosure_agreed g ON g.federation_id = i.federation_id AND g.id::text = i.entry
  LEFT JOIN disclosure_version v ON v.federation_id = i.federation_id AND v.item_id = i.id AND v.no = i.versions
  CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM disclosure_reading x WHERE x.federation_id = i.federation_id AND x.item_id = i.id) r
  CROSS JOIN LATERAL (SELECT count(*)::int AS n, (count(*) FILTER (WHERE x.answered_at IS NULL))::int AS open FROM disclosure_question x WHERE x.federation_id = i.federation_id AND x.item_id = i.id) k`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`i.federation_id = ${tx.federationId}`;

/** An item for a reader of its audience, or null. */
export async function findForMe(tx: Tx, by: Actor, id: string): Promise<ItemRow | null> {
  const r = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND i.id = ${id} AND ${forMe(tx, by)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Whether a published version with files of this draft is for the reader, or the officer sees the item at the desk. */
export async function mayOpenFiles(tx: Tx, by: Actor, draftId: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM disclosure_item i JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id WHERE ${tenant(tx)} AND ((i.draft_id = ${draftId} AND ${visibleTo(by, 'disclosure.desk')})
    OR EXISTS (SELECT 1 FROM disclosure_version v WHERE v.federation_id = i.federation_id AND v.item_id = i.id AND v.draft_id = ${draftId} AND ((i.withdrawn_at IS NULL AND ${forMe(tx, by)}) OR ${visibleTo(by, 'disclosure.desk')})))`.execute(rows(tx));
  return r.rows.length > 0;
}

/** An item for officers, whatever its state. */
export async function findKept(tx: Tx, by: Actor, permission: string, id: string, lock = false): Promise<ItemRow | null> {
  if (lock) await sql`SELECT 1 FROM disclosure_item i WHERE ${tenant(tx)} AND i.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND i.id = ${id} AND ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** An item by its id for what the system does by itself. */
export async function findItem(tx: Tx, id: string): Promise<ItemRow | null> {
  const r = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND i.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type Browse = Page & { readonly text?: string | undefined; readonly entry?: string | undefined; readonly year?: number | undefined; readonly show: 'all' | 'unread' | 'archive' };
const yearOf = (year: number): RawBuilder<unknown> => sql`i.published_at >= ((${String(year)} || '-01-01')::date::timestamp AT TIME ZONE 'Asia/Shanghai') AND i.published_at < ((${String(year + 1)} || '-01-01')::date::timestamp AT TIME ZONE 'Asia/Shanghai')`;
const unread = (by: Actor): RawBuilder<unknown> => sql`c.state NOT IN ('withdrawn','closed','archived') AND NOT EXISTS (SELECT 1 FROM disclosure_reading x WHERE x.federation_id = i.federation_id AND x.item_id = i.id AND x.person_id = ${by.personId} AND x.version = i.versions)`;

/** What is disclosed to this person, last change first; `archive` shows what is closed, `unread` what was not read in its last version. */
export async function listForMe(tx: Tx, by: Actor, f: Browse): Promise<{ items: ItemRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [tenant(tx), forMe(tx, by)];
  all.push(f.show === 'archive' ? sql`c.state IN ('closed','archived','withdrawn')` : f.show === 'unread' ? unread(by) : f.year ? sql`true` : sql`c.state NOT IN ('closed','archived')`);
  if (f.entry) all.push(sql`i.entry = ${f.entry}`);
  if (f.year) all.push(yearOf(f.year));
  if (f.text) all.push(sql`i.withdrawn_at IS NULL AND i.shown @@ ${gramQuery(f.text)}::tsquery AND EXISTS (SELECT 1 FROM disclosure_version z WHERE z.federation_id = i.federation_id AND z.item_id = i.id AND z.no = i.versions AND (z.title || z.body) ILIKE ${like(f.text)})`);
  const where = sql.join(all, sql` AND `);
  const list = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY v.at DESC, i.id DESC LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** What this person has not read in its last version; at most five with their names, and how many there are. */
export async function listUnread(tx: Tx, by: Actor): Promise<{ n: number; items: { id: string; title: string; union: string }[] }> {
  const r = await sql<{ id: string; title: string; union: string; n: number }>`SELECT i.id, v.title, u.name AS union, (count(*) OVER ())::int AS n FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id
    JOIN disclosure_version v ON v.federation_id = i.federation_id AND v.item_id = i.id AND v.no = i.versions WHERE ${tenant(tx)} AND ${forMe(tx, by)} AND ${unread(by)} ORDER BY v.at DESC, i.id LIMIT 5`.execute(rows(tx));
  return { n: r.rows[0]?.n ?? 0, items: r.rows.map(({ id, title, union }) => ({ id, title, union })) };
}

export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly only?: 'late' | 'violation' | 'overdue' | undefined; readonly entry?: string | undefined; readonly year?: number | undefined };
const ONLY = { late: () => sql`i.published_at > i.due_at`, violation: () => sql`i.withdrawn_days < i.least_days`, overdue: (now: Date) => sql`i.published_at IS NULL AND i.due_at < ${now} AND c.state NOT IN ('nothing','dropped')` } as const;

/** One page of the register over the subtrees of the officer: what is open by its due day, then by publication. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: Page): Promise<{ items: ItemRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [tenant(tx), visibleTo(by, 'disclosure.desk')];
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.only) all.push(ONLY[f.only](tx.now));
  if (f.entry) all.push(sql`i.entry = ${f.entry}`);
  if (f.year) all.push(sql`(i.period LIKE ${`${String(f.year)}%`} OR ${yearOf(f.year)})`);
  if (f.text) all.push(sql`(c.number = ${f.text} OR i.title ILIKE ${like(f.text)} OR i.shown @@ ${gramQuery(f.text)}::tsquery)`);
  const where = sql.join(all, sql` AND `);
  const list = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY c.is_open DESC, CASE WHEN c.is_open THEN i.due_at END, coalesce(i.published_at, c.changed_at) DESC, i.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** What hangs on the board of a union: public to all its workers, not taken down. */
export async function listBoard(tx: Tx, unionId: string): Promise<ItemRow[]> {
  const r = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND i.union_id = ${unionId} AND i.audience = 'all' AND i.versions > 0 AND i.public_until >= ${legalDateOf(tx.now)}::date AND c.state IN ('published','feedback','rectifying','rechecking') ORDER BY v.at DESC, i.id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** What somebody writes. */
export type Written = { readonly title: string; readonly body: string; readonly files: readonly string[]; readonly publicDays: number; readonly audience: 'all' | 'circle'; readonly why: string };
export type NewItem = Written & { readonly id: string; readonly unionId: string; readonly entry: string; readonly period: string; readonly dueAt: Date | null; readonly draftId: string; readonly leastDays: number; readonly writtenById: string | null };

/** Keeps a new item. */
export async function insertItem(tx: Tx, n: NewItem): Promise<void> {
  await sql`INSERT INTO disclosure_item (federation_id, id, union_id, entry, period, due_at, title, body, files, draft_id, public_days, audience, written_by_id, least_days)
    VALUES (${tx.federationId}, ${n.id}, ${n.unionId}, ${n.entry}, ${n.period}, ${n.dueAt}, ${n.title}, ${n.body}, ${[...n.files]}::uuid[], ${n.draftId}, ${n.publicDays}, ${n.audience}, ${n.writtenById}, ${n.leastDays})`.execute(rows(tx));
}

/** Writes what is written now. */
export async function updateDraft(tx: Tx, id: string, w: Written & { readonly draftId: string; readonly writtenById: string }): Promise<void> {
  await sql`UPDATE disclosure_item SET title = ${w.title}, body = ${w.body}, files = ${[...w.files]}::uuid[], public_days = ${w.publicDays}, audience = ${w.audience}, why = ${w.why}, draft_id = ${w.draftId}, written_by_id = ${w.writtenById} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Who sent it to be checked; the draft gets its own owner of files from the next change on. */
export async function setSubmitted(tx: Tx, id: string, personId: string): Promise<void> {
  await sql`UPDATE disclosure_item SET submitted_by_id = ${personId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** What was found by the second person. */
export type Check = { readonly stateSecret: 'none' | 'redacted'; readonly tradeSecret: 'none' | 'redacted'; readonly personalData: 'none' | 'redacted'; readonly redaction: string };

/** Publishes what is written as the next version. `until`: last day it is public. The item's files of later drafts belong to `nextDraftId`. */
export async function publish(tx: Tx, i: ItemRow, o: { readonly byId: string; readonly checkedById: string; readonly check: Check; readonly until: string; readonly nextDraftId: string }): Promise<void> {
  await sql`INSERT INTO disclosure_version (federation_id, item_id, no, title, body, files, draft_id, why, by_id, checked_by_id, state_secret, trade_secret, personal_data, redaction, at)
    VALUES (${tx.federationId}, ${i.id}, ${i.no + 1}, ${i.draftTitle}, ${i.draftBody}, ${[...i.draftFiles]}::uuid[], ${i.draftId}, ${i.no === 0 ? '' : i.why}, ${o.byId}, ${o.checkedById}, ${o.check.stateSecret}, ${o.check.tradeSecret}, ${o.check.personalData}, ${o.check.redaction}, ${tx.now})`.execute(rows(tx));
  await sql`UPDATE disclosure_item SET versions = ${i.no + 1}, published_at = coalesce(published_at, ${tx.now}), public_until = greatest(coalesce(public_until, ${o.until}::date), ${o.until}::date), draft_id = ${o.nextDraftId}, why = '', shown = to_tsvector('simple', ${grams(`${i.draftTitle}\n${i.draftBody}`)})
    WHERE federation_id = ${tx.federationId} AND id = ${i.id}`.execute(rows(tx));
}

/** Takes an item down; how many full days it had been public stays with it. */
export async function takeDown(tx: Tx, id: string, days: number, why: string): Promise<void> {
  await sql`UPDATE disclosure_item SET withdrawn_at = ${tx.now}, withdrawn_days = ${days}, withdrawn_why = ${why} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export type VersionRow = { readonly no: number; readonly title: string; readonly body: string; readonly files: readonly string[]; readonly draftId: string; readonly why: string; readonly by: string; readonly checkedBy: string; readonly redaction: string; readonly at: Date };

/** The published versions of an item, newest first. */
export async function listVersions(tx: Tx, id: string): Promise<VersionRow[]> {
  const r = await sql<VersionRow>`SELECT v.no::int AS no, v.title, v.body, v.files, v.draft_id AS "draftId", v.why, p.name AS by, q.name AS "checkedBy", v.redaction, v.at FROM disclosure_version v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.by_id
    JOIN person q ON q.federation_id = v.federation_id AND q.id = v.checked_by_id WHERE v.federation_id = ${tx.federationId} AND v.item_id = ${id} ORDER BY v.no DESC LIMIT 100`.execute(rows(tx));
  return r.rows;
}
