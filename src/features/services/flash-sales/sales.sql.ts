import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { STATES } from './sales.contract.ts';
import type { FORMS, Occasion, SalePays, Tax } from './sales.rules.ts';

// Reads offers, pools and claims of the engine `claims` and the approval's row of the engine `cases`; writes only its own two tables.

export type SaleState = (typeof STATES)[number];
/** What the part itself keeps of a sale. */
export type SaleFields = {
  readonly about: string; readonly measure: string; readonly worthFen: number; readonly occasion: Occasion; readonly form: (typeof FORMS)[number]; readonly memberMonths: number; readonly tax: Tax; readonly taxNote: string;
};
/** A sale with its offer: what lists and pages show. `number` and `caseState` are of its approval; `lastAt`: the newest claim that holds a place. */
export type SaleRow = Omit<SaleFields, 'worthFen'> & {
  readonly photos: readonly string[];
  readonly id: string; readonly unionId: string; readonly union: string; readonly unionPath: string; readonly worthFen: bigint; readonly caseId: string | null; readonly caseState: string | null; readonly caseVersion: number | null; readonly number: string;
  readonly photosOfId: string | null; readonly ruleSetId: string | null; readonly madeById: string; readonly madeBy: string; readonly publishedAt: Date | null;
  readonly title: string; readonly state: SaleState; readonly opensAt: Date; readonly closesAt: Date; readonly pays: SalePays; readonly price: bigint; readonly places: number; readonly taken: number; readonly handed: number; readonly missed: number; readonly lastAt: Date | null;
};

const stateAt = (now: Date): RawBuilder<SaleState> => sql<SaleState>`(CASE WHEN o.state = 'cancelled' THEN 'cancelled' WHEN o.state = 'draft' THEN CASE WHEN c.state = 'waiting' THEN 'waiting' ELSE 'draft' END
  WHEN o.opens_at > ${now} THEN 'coming' WHEN o.state = 'open' AND o.closes_at > ${now} THEN 'on' ELSE 'over' END)`;
const columns = (tx: Tx): RawBuilder<unknown> => sql`s.id, s.union_id AS "unionId", u.name AS union, u.path AS "unionPath", s.about, s.measure, s.worth_fen AS "worthFen", s.occasion, s.form, s.member_months AS "memberMonths", s.tax, s.tax_note AS "taxNote",
  s.case_id AS "caseId", c.state AS "caseState", c.version AS "caseVersion", coalesce(c.number, '') AS number, s.photos, s.photos_of_id AS "photosOfId", s.rule_set_id AS "ruleSetId", s.made_by_id AS "madeById", m.name AS "madeBy", s.published_at AS "publishedAt",
  o.title, ${stateAt(tx.now)} AS state, o.opens_at AS "opensAt", o.closes_at AS "closesAt", o.pays, o.price, p.places, p.taken, n.handed, n.missed, l.at AS "lastAt"`;
const FROM = sql`sale s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id JOIN person m ON m.federation_id = s.federation_id AND m.id = s.made_by_id
  LEFT JOIN case_file c ON c.federation_id = s.federation_id AND c.id = s.case_id`;
const COUNTED = sql`JOIN LATERAL (SELECT coalesce(sum(x.capacity), 0)::int AS places, coalesce(sum(x.taken), 0)::int AS taken FROM offer_pool x WHERE x.federation_id = s.federation_id AND x.offer_id = s.id) p ON true
  LEFT JOIN LATERAL (SELECT y.at FROM claim y WHERE y.federation_id = s.federation_id AND y.offer_id = s.id AND y.state IN ('held','taken','handed','missed') ORDER BY y.no DESC LIMIT 1) l ON true`;
const HANDED = sql`LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE z.state = 'handed')::int AS handed, count(*) FILTER (WHERE z.state = 'missed')::int AS missed FROM claim z WHERE z.federation_id = s.federation_id AND z.offer_id = s.id) n ON true`;
/** Members' pages do not ask how many were collected. */
const UNCOUNTED = sql`CROSS JOIN (SELECT 0 AS handed, 0 AS missed) n`;

/** Whether a sale is for somebody whose union has these paths: published, and under one of the unions it is for. */
const forPaths = (paths: readonly string[]): RawBuilder<boolean> => sql<boolean>`(s.published_at IS NOT NULL AND EXISTS (SELECT 1 FROM union_unit r JOIN unnest(${[...paths]}::text[]) AS mine(path) ON starts_with(mine.path, r.path)
  WHERE r.federation_id = s.federation_id AND r.id = ANY (CASE WHEN jsonb_array_length(o.who->'unions') = 0 THEN ARRAY[o.union_id] ELSE ARRAY(SELECT jsonb_array_elements_text(o.who->'unions')::uuid) END)))`;
const has = (by: Actor): RawBuilder<boolean> => sql<boolean>`EXISTS (SELECT 1 FROM claim k WHERE k.federation_id = s.federation_id AND k.offer_id = s.id AND k.person_id = ${by.personId})`;

async function select(tx: Tx, where: RawBuilder<unknown>, o: { order: RawBuilder<unknown>; limit: number; offset: number; counted: boolean }): Promise<SaleRow[]> {
  const r = await sql<SaleRow>`SELECT ${columns(tx)} FROM ${FROM} ${COUNTED} ${o.counted ? HANDED : UNCOUNTED} WHERE s.federation_id = ${tx.federationId} AND ${where} ORDER BY ${o.order} LIMIT ${o.limit} OFFSET ${o.offset}`.execute(rows(tx));
  return r.rows;
}

async function count(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE s.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Sales for a member: those that come or are on, soonest first; or those that are over or called off, newest first. */
export async function listSeen(tx: Tx, by: Actor, paths: readonly string[], o: { open: boolean; limit: number; offset: number }): Promise<{ items: SaleRow[]; total: number }> {
  const open = sql`(o.state = 'open' AND o.closes_at > ${tx.now})`;
  const where = sql`(${forPaths(paths)} OR ${has(by)}) AND ${o.open ? open : sql`NOT ${open}`}`;
  return { items: await select(tx, where, { order: o.open ? sql`o.opens_at, s.id` : sql`o.opens_at DESC, s.id`, limit: o.limit, offset: o.offset, counted: false }), total: await count(tx, where) };
}

/** A sale for somebody it is for, who has a claim of it, or who keeps it. */
export async function findSeen(tx: Tx, by: Actor, paths: readonly string[], id: string): Promise<SaleRow | null> {
  const where = sql`s.id = ${id} AND (${forPaths(paths)} OR ${has(by)} OR ${visibleTo(by, 'sales.keep')})`;
  return (await select(tx, where, { order: sql`s.id`, limit: 1, offset: 0, counted: false }))[0] ?? null;
}

/** Whether pictures of this sale may be seen: it may be seen itself, or a copy of it that shows them. */
export async function mayLook(tx: Tx, by: Actor, paths: readonly string[], id: string): Promise<boolean> {
  return (await count(tx, sql`(s.id = ${id} OR s.photos_of_id = ${id}) AND (${forPaths(paths)} OR ${has(by)} OR ${visibleTo(by, 'sales.keep')})`)) > 0;
}

/** A sale of the officer's unions, by its own id or that of its approval. */
export async function findKept(tx: Tx, by: Actor, permission: string, id: string): Promise<SaleRow | null> {
  return (await select(tx, sql`(s.id = ${id} OR s.case_id = ${id}) AND ${visibleTo(by, permission)}`, { order: sql`s.id`, limit: 1, offset: 0, counted: true }))[0] ?? null;
}

export type SaleFilter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: SaleState | undefined; readonly occasion?: string | undefined; readonly limit: number; readonly offset: number };

/** Sales of the officer's unions, latest start first. */
export async function listKept(tx: Tx, by: Actor, f: SaleFilter): Promise<{ items: SaleRow[]; total: number }> {
  const text = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const where = sql`${visibleTo(by, 'sales.keep')} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${text ? sql`(o.title ILIKE ${text} OR s.about ILIKE ${text} OR c.number = ${f.text ?? ''})` : sql`true`}
    AND ${f.state ? sql`${stateAt(tx.now)} = ${f.state}` : sql`true`} AND ${f.occasion ? sql`s.occasion = ${f.occasion}` : sql`true`}`;
  return { items: await select(tx, where, { order: sql`o.opens_at DESC, s.id`, limit: f.limit, offset: f.offset, counted: true }), total: await count(tx, where) };
}

/** Writes a new sale beside its offer. */
export async function insertSale(tx: Tx, o: SaleFields & { id: string; unionId: string; madeById: string; photosOfId: string | null; photos: readonly string[] }): Promise<void> {
  await sql`INSERT INTO sale (federation_id, id, union_id, about, measure, worth_fen, occasion, form, member_months, tax, tax_note, photos, photos_of_id, made_by_id, made_at)
    VALUES (${tx.federationId}, ${o.id}, ${o.unionId}, ${o.about}, ${o.measure}, ${o.worthFen}, ${o.occasion}, ${o.form}, ${o.memberMonths}, ${o.tax}, ${o.taxNote}, ${[...o.photos]}::uuid[], ${o.photosOfId}, ${o.madeById}, ${tx.now})`.execute(rows(tx));
}

/** Changes what is said about the goods. */
export async function updateSale(tx: Tx, id: string, o: SaleFields & { photos: readonly string[] }): Promise<void> {
  await sql`UPDATE sale SET about = ${o.about}, measure = ${o.measure}, worth_fen = ${o.worthFen}, occasion = ${o.occasion}, form = ${o.form}, member_months = ${o.memberMonths}, tax = ${o.tax}, tax_note = ${o.taxNote}, photos = ${[...o.photos]}::uuid[]
    WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Changes the description alone. */
export async function setAbout(tx: Tx, id: string, about: string): Promise<void> {
  await sql`UPDATE sale SET about = ${about} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Ties a sale to its approval; null: to none. */
export async function setCase(tx: Tx, id: string, caseId: string | null): Promise<void> {
  await sql`UPDATE sale SET case_id = ${caseId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Notes when it was published and by which numbers it was checked. */
export async function markPublished(tx: Tx, id: string, ruleSetId: string): Promise<void> {
  await sql`UPDATE sale SET published_at = ${tx.now}, rule_set_id = ${ruleSetId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Sets or takes back a person's reminder. @returns the moment, null: none */
export async function setReminder(tx: Tx, saleId: string, personId: string, at: Date | null): Promise<Date | null> {
  if (at === null) await sql`DELETE FROM sale_reminder WHERE federation_id = ${tx.federationId} AND sale_id = ${saleId} AND person_id = ${personId}`.execute(rows(tx));
  else await sql`INSERT INTO sale_reminder (federation_id, sale_id, person_id, at) VALUES (${tx.federationId}, ${saleId}, ${personId}, ${at}) ON CONFLICT (federation_id, sale_id, person_id) DO UPDATE SET at = excluded.at, told_at = NULL`.execute(rows(tx));
  return at;
}

/** When a person is reminded of a sale; null: not. */
export async function findReminder(tx: Tx, saleId: string, personId: string): Promise<Date | null> {
  const r = await sql<{ at: Date }>`SELECT at FROM sale_reminder WHERE federation_id = ${tx.federationId} AND sale_id = ${saleId} AND person_id = ${personId}`.execute(rows(tx));
  return r.rows[0]?.at ?? null;
}

/** Takes up to `limit` reminders of one sale that are due, so that each is told once. */
export async function takeReminders(tx: Tx, saleId: string, limit: number): Promise<string[]> {
  const r = await sql<{ personId: string }>`UPDATE sale_reminder SET told_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND sale_id = ${saleId} AND told_at IS NULL AND at <= ${tx.now}
    AND person_id IN (SELECT x.person_id FROM sale_reminder x WHERE x.federation_id = ${tx.federationId} AND x.sale_id = ${saleId} AND x.told_at IS NULL AND x.at <= ${tx.now} ORDER BY x.person_id LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING person_id AS "personId"`.execute(rows(tx));
  return r.rows.map((x) => x.personId);
}

/** Sales with reminders that are due and that have not begun, at most 100. */
export async function listToRemind(tx: Tx): Promise<{ id: string; unionId: string; title: string; opensAt: Date; places: number }[]> {
  const r = await sql<{ id: string; unionId: string; title: string; opensAt: Date; places: number }>`SELECT s.id, s.union_id AS "unionId", o.title, o.opens_at AS "opensAt", (SELECT coalesce(sum(p.capacity), 0)::int FROM offer_pool p WHERE p.federation_id = s.federation_id AND p.offer_id = s.id) AS places
    FROM sale s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id
    WHERE s.federation_id = ${tx.federationId} AND o.state = 'open' AND o.opens_at > ${tx.now} AND s.id IN (SELECT x.sale_id FROM sale_reminder x WHERE x.federation_id = ${tx.federationId} AND x.told_at IS NULL AND x.at <= ${tx.now}) ORDER BY o.opens_at, s.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** People who wanted to be reminded of a sale and have no claim of it, at most 10,000. */
export async function listReminded(tx: Tx, saleId: string): Promise<string[]> {
  const r = await sql<{ personId: string }>`SELECT x.person_id AS "personId" FROM sale_reminder x WHERE x.federation_id = ${tx.federationId} AND x.sale_id = ${saleId}
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = x.federation_id AND c.offer_id = x.sale_id AND c.person_id = x.person_id) ORDER BY x.person_id LIMIT 10000`.execute(rows(tx));
  return r.rows.map((x) => x.personId);
}
