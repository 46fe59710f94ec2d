import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Prize, Source } from './draws.rules.ts';

export type ScheduleRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly title: string; readonly about: string; readonly prizes: readonly Prize[]; readonly opensDay: number; readonly closesDay: number; readonly place: string;
  readonly source: Source; readonly need: number; readonly revealHours: number; readonly witnessIds: readonly string[]; readonly active: boolean; readonly lastMonth: string | null; readonly lastId: string | null;
};
export type NewSchedule = Omit<ScheduleRow, 'union' | 'path' | 'active' | 'lastMonth' | 'lastId'>;

const LAST = sql`LEFT JOIN LATERAL (SELECT c.id, c.month FROM draw_campaign c WHERE c.federation_id = s.federation_id AND c.schedule_id = s.id ORDER BY c.month DESC, c.made_at DESC LIMIT 1) l ON true`;
const SCHEDULE = sql`s.id, s.union_id AS "unionId", u.name AS union, u.path, s.title, s.about, s.prizes, s.opens_day AS "opensDay", s.closes_day AS "closesDay", s.place, s.source, s.need, s.reveal_hours AS "revealHours", s.witness_ids AS "witnessIds", s.active, l.month AS "lastMonth", l.id AS "lastId"`;

async function schedules(tx: Tx, where: RawBuilder<unknown>): Promise<ScheduleRow[]> {
  const r = await sql<ScheduleRow>`SELECT ${SCHEDULE} FROM draw_schedule s JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id ${LAST} WHERE s.federation_id = ${tx.federationId} AND ${where} ORDER BY s.made_at, s.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Schedules over the unions of an officer. */
export const listSchedules = (tx: Tx, by: Actor): Promise<ScheduleRow[]> => schedules(tx, visibleTo(by, 'draws.keep'));

/** Those that run, of unions that are active. */
export const listActive = (tx: Tx): Promise<ScheduleRow[]> => schedules(tx, sql`s.active AND u.state = 'active'`);

export async function findSchedule(tx: Tx, by: Actor, id: string): Promise<ScheduleRow | null> {
  return (await schedules(tx, sql`s.id = ${id} AND ${visibleTo(by, 'draws.keep')}`))[0] ?? null;
}

/** Keeps a schedule, or changes it. */
export async function putSchedule(tx: Tx, by: Actor, s: NewSchedule): Promise<void> {
  await sql`INSERT INTO draw_schedule (federation_id, id, union_id, title, about, prizes, opens_day, closes_day, place, source, need, reveal_hours, witness_ids, active, made_by_id, made_at)
    VALUES (${tx.federationId}, ${s.id}, ${s.unionId}, ${s.title}, ${s.about}, ${JSON.stringify(s.prizes)}::jsonb, ${s.opensDay}, ${s.closesDay}, ${s.place}, ${s.source}, ${s.need}, ${s.revealHours}, ${[...s.witnessIds]}::uuid[], true, ${by.personId}, ${tx.now})
    ON CONFLICT (federation_id, id) DO UPDATE SET title = excluded.title, about = excluded.about, prizes = excluded.prizes, opens_day = excluded.opens_day, closes_day = excluded.closes_day, place = excluded.place,
      source = excluded.source, need = excluded.need, reveal_hours = excluded.reveal_hours, witness_ids = excluded.witness_ids`.execute(rows(tx));
}

export async function setActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await sql`UPDATE draw_schedule SET active = ${active} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Whether a schedule has its draw of this month. */
export async function hasMonth(tx: Tx, id: string, month: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM draw_campaign c WHERE c.federation_id = ${tx.federationId} AND c.schedule_id = ${id} AND c.month = ${month}::date`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Members below a path born in a month who wish to be entered by themselves, after a person id; at most 1,000. */
export async function listWishing(tx: Tx, path: string, month: number, after: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT p.id FROM draw_wish w JOIN person p ON p.federation_id = w.federation_id AND p.id = w.person_id JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active'
      JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id
    WHERE w.federation_id = ${tx.federationId} AND w.person_id > ${after} AND extract(month FROM p.birth_date) = ${month} AND h.path LIKE ${`${path}%`} ORDER BY p.id LIMIT 1000`.execute(rows(tx));
  return r.rows.map((p) => p.id);
}

/** What a person wishes, and the month they were born in. */
export async function findWish(tx: Tx, personId: string): Promise<{ on: boolean; month: number | null }> {
  const r = await sql<{ on: boolean; month: number | null }>`SELECT w.person_id IS NOT NULL AS "on", extract(month FROM p.birth_date)::int AS month FROM person p LEFT JOIN draw_wish w ON w.federation_id = p.federation_id AND w.person_id = p.id
    WHERE p.federation_id = ${tx.federationId} AND p.id = ${personId}`.execute(rows(tx));
  return r.rows[0] ?? { on: false, month: null };
}

/** Keeps the wish or takes it away. */
export async function setWish(tx: Tx, personId: string, on: boolean): Promise<void> {
  if (on) await sql`INSERT INTO draw_wish (federation_id, person_id, since) VALUES (${tx.federationId}, ${personId}, ${tx.now}) ON CONFLICT DO NOTHING`.execute(rows(tx));
  else await sql`DELETE FROM draw_wish WHERE federation_id = ${tx.federationId} AND person_id = ${personId}`.execute(rows(tx));
}
