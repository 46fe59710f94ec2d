import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Prize, Source, Stage } from './draws.rules.ts';

export type CampaignRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly title: string; readonly about: string; readonly whoText: string; readonly prizes: readonly Prize[]; readonly source: Source; readonly need: number; readonly revealHours: number;
  readonly witnessIds: readonly string[]; readonly scheduleId: string | null; readonly month: string | null; readonly againOf: string | null; readonly why: string; readonly next: string | null; readonly state: 'draft' | 'open' | 'closed' | 'cancelled'; readonly offWhy: string; readonly opensAt: Date; readonly closesAt: Date;
  readonly place: string; readonly handOverFrom: Date | null; readonly handOverTo: Date | null; readonly restDays: number; readonly memberDays: number; readonly birthMonth: number | null; readonly unions: readonly string[]; readonly version: number;
  readonly rulesHash: string | null; readonly noticeHash: string | null; readonly frozenAt: Date | null; readonly dueAt: Date | null; readonly fileHash: string | null; readonly drawnAt: Date | null; readonly entrants: number; readonly holders: number; readonly handed: number;
};
export type NewCampaign = Pick<CampaignRow, 'id' | 'unionId' | 'about' | 'whoText' | 'prizes' | 'source' | 'need' | 'revealHours' | 'witnessIds' | 'scheduleId' | 'month' | 'againOf' | 'why'> & { readonly madeById: string | null };

const count = (states: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT count(*)::int FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND ${states})`;
const CAMPAIGN = sql`c.id, c.union_id AS "unionId", u.name AS union, u.path, o.title, c.about, c.who_text AS "whoText", c.prizes, c.source, c.need, c.reveal_hours AS "revealHours", c.witness_ids AS "witnessIds", c.schedule_id AS "scheduleId", c.month,
  c.again_of AS "againOf", c.why, (SELECT z.id FROM draw_campaign z WHERE z.federation_id = c.federation_id AND z.again_of = c.id) AS next, o.state, o.why AS "offWhy", o.opens_at AS "opensAt", o.closes_at AS "closesAt", o.place, o.hand_over_from AS "handOverFrom", o.hand_over_to AS "handOverTo",
  (o.who->>'restDays')::int AS "restDays", (o.who->>'memberDays')::int AS "memberDays", (o.who->>'birthMonth')::int AS "birthMonth", ARRAY(SELECT jsonb_array_elements_text(o.who->'unions')) AS unions, o.version,
  d.rules_hash AS "rulesHash", n.notice_hash AS "noticeHash", n.frozen_at AS "frozenAt", n.due_at AS "dueAt", r.file_hash AS "fileHash", r.drawn_at AS "drawnAt",
  CASE WHEN n.draw_id IS NULL THEN ${count(sql`x.state = 'entered'`)} ELSE (SELECT count(*)::int FROM draw_entry e WHERE e.federation_id = c.federation_id AND e.draw_id = c.id) END AS entrants,
  ${count(sql`x.state IN ('taken','handed','missed')`)} AS holders, ${count(sql`x.state = 'handed'`)} AS handed`;
const FROM = sql`FROM draw_campaign c JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
  LEFT JOIN draw d ON d.federation_id = c.federation_id AND d.id = c.id LEFT JOIN draw_notice n ON n.federation_id = c.federation_id AND n.draw_id = c.id LEFT JOIN draw_result r ON r.federation_id = c.federation_id AND r.draw_id = c.id`;

/** Keeps what is said about a draw; a draft's may be written again. */
export async function putCampaign(tx: Tx, c: NewCampaign): Promise<void> {
  await sql`INSERT INTO draw_campaign (federation_id, id, union_id, about, who_text, prizes, source, need, reveal_hours, witness_ids, schedule_id, month, again_of, why, made_by_id, made_at)
    VALUES (${tx.federationId}, ${c.id}, ${c.unionId}, ${c.about}, ${c.whoText}, ${JSON.stringify(c.prizes)}::jsonb, ${c.source}, ${c.need}, ${c.revealHours}, ${[...c.witnessIds]}::uuid[], ${c.scheduleId}, ${c.month}::date, ${c.againOf}, ${c.why}, ${c.madeById}, ${tx.now})
    ON CONFLICT (federation_id, id) DO UPDATE SET about = excluded.about, who_text = excluded.who_text, prizes = excluded.prizes, source = excluded.source, need = excluded.need, reveal_hours = excluded.reveal_hours, witness_ids = excluded.witness_ids`.execute(rows(tx));
}

async function campaigns(tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number, offset = 0): Promise<CampaignRow[]> {
  const r = await sql<CampaignRow>`SELECT ${CAMPAIGN} ${FROM} WHERE c.federation_id = ${tx.federationId} AND ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

const NEWEST = sql`o.opens_at DESC, c.id`;

/** A draw that an officer keeps, null out of scope. */
export async function findKept(tx: Tx, by: Actor, id: string): Promise<CampaignRow | null> {
  return (await campaigns(tx, sql`c.id = ${id} AND ${visibleTo(by, 'draws.keep')}`, NEWEST, 1))[0] ?? null;
}

/** A draw whoever asks; for jobs and for those who got past another door. */
export async function findCampaign(tx: Tx, id: string): Promise<CampaignRow | null> {
  return (await campaigns(tx, sql`c.id = ${id}`, NEWEST, 1))[0] ?? null;
}

/** What a person may see: draws of the own union and those above it, those entered, and those witnessed. Never drafts. */
const seenBy = (personId: string): RawBuilder<unknown> => sql`o.state <> 'draft' AND (
  EXISTS (SELECT 1 FROM membership m JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE m.federation_id = c.federation_id AND m.person_id = ${personId} AND m.state = 'active' AND (starts_with(h.path, u.path) OR starts_with(h.sector_path, u.path)))
  OR EXISTS (SELECT 1 FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND x.person_id = ${personId})
  OR EXISTS (SELECT 1 FROM draw_witness w WHERE w.federation_id = c.federation_id AND w.draw_id = c.id AND w.person_id = ${personId}))`;

/** Whether somebody may see a draw that shows the pictures kept with this draw or plan. */
export async function seesPictures(tx: Tx, by: Actor, ownerId: string): Promise<boolean> {
  return (await campaigns(tx, sql`(c.id = ${ownerId} OR c.schedule_id = ${ownerId} OR c.again_of = ${ownerId}) AND (${visibleTo(by, 'draws.keep')} OR (${seenBy(by.personId)}))`, NEWEST, 1)).length > 0;
}

export async function findSeen(tx: Tx, personId: string, id: string): Promise<CampaignRow | null> {
  return (await campaigns(tx, sql`c.id = ${id} AND ${seenBy(personId)}`, NEWEST, 1))[0] ?? null;
}

/** Draws of the last year for a person, latest first. */
export async function listSeen(tx: Tx, personId: string, page: { readonly since: Date; readonly limit: number; readonly offset: number }): Promise<{ items: CampaignRow[]; total: number }> {
  const where = sql`o.closes_at >= ${page.since} AND ${seenBy(personId)}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE c.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await campaigns(tx, where, NEWEST, page.limit, page.offset), total: n.rows[0]?.n ?? 0 };
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export type DeskFilter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly stage?: Stage | undefined; readonly from?: Date | undefined; readonly to?: Date | undefined; readonly limit: number; readonly offset: number };

function atStage(stage: Stage, now: Date): RawBuilder<unknown> {
  const open = sql`o.state = 'open' AND n.draw_id IS NULL`;
  return {
    draft: sql`o.state = 'draft'`, off: sql`o.state = 'cancelled'`, drawn: sql`r.draw_id IS NOT NULL AND o.state <> 'cancelled'`, frozen: sql`n.draw_id IS NOT NULL AND r.draw_id IS NULL AND o.state <> 'cancelled'`,
    empty: sql`o.state = 'closed' AND n.draw_id IS NULL`, coming: sql`${open} AND o.opens_at > ${now}`, on: sql`${open} AND o.opens_at <= ${now} AND o.closes_at > ${now}`, closing: sql`${open} AND o.closes_at <= ${now}`,
  }[stage];
}

/** Draws over the unions of an officer, latest first. */
export async function listKept(tx: Tx, by: Actor, f: DeskFilter): Promise<{ items: CampaignRow[]; total: number }> {
  const where = sql`${visibleTo(by, 'draws.keep')} ${f.unionPath ? sql`AND u.path LIKE ${`${f.unionPath}%`}` : sql``} ${f.text ? sql`AND (o.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``}
    ${f.from ? sql`AND o.closes_at >= ${f.from}` : sql``} ${f.to ? sql`AND o.closes_at < ${f.to}` : sql``} ${f.stage ? sql`AND ${atStage(f.stage, tx.now)}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE c.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await campaigns(tx, where, NEWEST, f.limit, f.offset), total: n.rows[0]?.n ?? 0 };
}

/** People of a union and those below it by the beginning of their name: who may be a witness. */
export async function listPeople(tx: Tx, path: string, text: string): Promise<{ id: string; name: string; unit: string }[]> {
  const r = await sql<{ id: string; name: string; unit: string }>`SELECT p.id, p.name, h.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND h.path LIKE ${`${path}%`} AND p.name LIKE ${`${text.replace(/[\\%_]/g, '\\$&')}%`} ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** These people, where they are members below a union. */
export async function findPeople(tx: Tx, path: string, ids: readonly string[]): Promise<{ id: string; name: string; unit: string }[]> {
  const r = await sql<{ id: string; name: string; unit: string }>`SELECT p.id, p.name, h.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND h.path LIKE ${`${path}%`} AND p.id = ANY (${[...ids]}::uuid[]) ORDER BY array_position(${[...ids]}::uuid[], p.id)`.execute(rows(tx));
  return r.rows;
}
