import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export type ReservationState = 'reserved' | 'collected' | 'cancelled' | 'expired';
export type ReservationRow = {
  id: string; roundId: string; prizeId: string; prize: string; unit: number; personId: string; name: string; unitUnion: string; unitUnionId: string; slot: number; points: number; worthFen: number; code: string; state: ReservationState;
  holdId: string; reservedAt: Date; endedAt: Date | null; endedBy: string | null; endedById: string | null; collector: string | null; note: string; schemeId: string; round: string; year: number; place: string; collectFrom: string; collectTo: string;
};

const ROW = sql`v.id, v.round_id as "roundId", v.prize_id as "prizeId", z.title as prize, v.unit, v.person_id as "personId", p.name, u.name as "unitUnion", u.id as "unitUnionId", v.slot, v.points, z.worth_fen::float8 as "worthFen", v.code, v.state,
  v.hold_id as "holdId", v.reserved_at as "reservedAt", v.ended_at as "endedAt", e.name as "endedBy", v.ended_by_id as "endedById", c.name as collector, v.note, r.scheme_union_id as "schemeId", r.title as round, r.year, r.place,
  r.collect_from as "collectFrom", r.collect_to as "collectTo"`;
const FROM = sql`from prize_reservation v join prize z on z.federation_id = v.federation_id and z.id = v.prize_id join prize_round r on r.federation_id = v.federation_id and r.id = v.round_id
  join person p on p.federation_id = v.federation_id and p.id = v.person_id join union_unit u on u.federation_id = v.federation_id and u.id = v.unit_union_id
  left join person e on e.federation_id = v.federation_id and e.id = v.ended_by_id left join person c on c.federation_id = v.federation_id and c.id = v.collector_id`;

/** One reservation; `lock` holds it, so that it is handed out or given up once. */
export async function findReservation(tx: Tx, id: string, lock?: 'lock'): Promise<ReservationRow | null> {
  if (lock) await sql`select 1 from prize_reservation where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));
  const r = await sql<ReservationRow>`select ${ROW} ${FROM} where v.federation_id = ${tx.federationId} and v.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The reservation with this short code. */
export async function findByCode(tx: Tx, code: string): Promise<ReservationRow | null> {
  const r = await sql<ReservationRow>`select ${ROW} ${FROM} where v.federation_id = ${tx.federationId} and v.code = ${code}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Reservations of a person, latest first, at most 200. */
export async function listOwn(tx: Tx, personId: string): Promise<ReservationRow[]> {
  const r = await sql<ReservationRow>`select ${ROW} ${FROM} where v.federation_id = ${tx.federationId} and v.person_id = ${personId} order by v.reserved_at desc, v.id limit 200`.execute(rows(tx));
  return r.rows;
}

/** What a person has in a round already: prize and slot of what is reserved or collected. */
export async function listLive(tx: Tx, roundId: string, personId: string): Promise<{ id: string; prizeId: string; slot: number; state: ReservationState }[]> {
  const r = await sql<{ id: string; prizeId: string; slot: number; state: ReservationState }>`select v.id, v.prize_id as "prizeId", v.slot, v.state from prize_reservation v
    where v.federation_id = ${tx.federationId} and v.person_id = ${personId} and v.round_id = ${roundId} and v.state in ('reserved','collected') order by v.reserved_at limit 100`.execute(rows(tx));
  return r.rows;
}

export type NewReservation = { id: string; roundId: string; prizeId: string; unit: number; personId: string; unitUnionId: string; slot: number; perPerson: number; points: number; code: string; holdId: string };

/** Writes a reservation. @returns false when its code is taken */
export async function insertReservation(tx: Tx, v: NewReservation): Promise<boolean> {
  const r = await sql`insert into prize_reservation (federation_id, id, round_id, prize_id, unit, person_id, unit_union_id, slot, per_person, points, code, state, hold_id, reserved_at)
    values (${tx.federationId}, ${v.id}, ${v.roundId}, ${v.prizeId}, ${v.unit}, ${v.personId}, ${v.unitUnionId}, ${v.slot}, ${v.perPerson}, ${v.points}, ${v.code}, 'reserved', ${v.holdId}, ${tx.now})
    on conflict (federation_id, code) do nothing returning id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Ends locked reservations without handing them out. */
export async function endReservations(tx: Tx, ids: readonly string[], o: { state: 'cancelled' | 'expired'; by: string | null; note?: string }): Promise<void> {
  await sql`update prize_reservation set state = ${o.state}, ended_at = ${tx.now}, ended_by_id = ${o.by}, note = ${o.note ?? ''}
    where federation_id = ${tx.federationId} and id = any(${[...ids]}::uuid[]) and state = 'reserved'`.execute(rows(tx));
}

/** Notes that a locked reservation was handed out. @returns false when it was not open any more */
export async function collectReservation(tx: Tx, id: string, o: { by: string; collectorId: string | null; note: string }): Promise<boolean> {
  const r = await sql`update prize_reservation set state = 'collected', ended_at = ${tx.now}, ended_by_id = ${o.by}, collector_id = ${o.collectorId}, note = ${o.note}
    where federation_id = ${tx.federationId} and id = ${id} and state = 'reserved' returning id`.execute(rows(tx));
  return r.rows.length > 0;
}

export type Filter = { unionPath?: string | undefined; roundId?: string | undefined; prizeId?: string | undefined; state?: ReservationState | undefined; text?: string | undefined };

/** Reservations over the unions of the officer, latest first, or by unit and name for the list at the counter. */
export async function listReservations(tx: Tx, by: Actor, f: Filter, o: { limit: number; offset: number; byName?: boolean }): Promise<{ items: ReservationRow[]; total: number }> {
  const like = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const where = sql`where v.federation_id = ${tx.federationId} and ${visibleTo(by, 'points.handOut')} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`}
    and (${f.roundId ?? null}::uuid is null or v.round_id = ${f.roundId ?? null}) and (${f.prizeId ?? null}::uuid is null or v.prize_id = ${f.prizeId ?? null}) and (${f.state ?? null}::text is null or v.state = ${f.state ?? null})
    and (${like}::text is null or p.name ilike ${like} or z.title ilike ${like} or v.code = ${f.text ?? ''})`;
  const page = await sql<ReservationRow>`select ${ROW} ${FROM} ${where} order by ${o.byName ? sql`u.name, p.name, v.id` : sql`v.reserved_at desc, v.id`} limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`select count(*)::int as n ${FROM} ${where}`.execute(rows(tx));
  return { items: page.rows, total: all.rows[0]?.n ?? 0 };
}

/** Open reservations of a round, locked in order, at most so many. */
export async function lockOpen(tx: Tx, roundId: string, limit: number): Promise<ReservationRow[]> {
  const held = await sql<{ id: string }>`select v.id from prize_reservation v where v.federation_id = ${tx.federationId} and v.round_id = ${roundId} and v.state = 'reserved' order by v.id limit ${limit} for update`.execute(rows(tx));
  const r = await sql<ReservationRow>`select ${ROW} ${FROM} where v.federation_id = ${tx.federationId} and v.id = any(${held.rows.map((x) => x.id)}::uuid[]) and v.state = 'reserved' order by v.id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Reservations whose collecting ends by a day and whose person was not reminded, noted as reminded now; at most 500. */
export async function takeToRemind(tx: Tx, today: string, until: string): Promise<{ id: string; personId: string; prize: string; place: string; collectTo: string }[]> {
  const r = await sql<{ id: string; personId: string; prize: string; place: string; collectTo: string }>`with due as (
      select v.id from prize_reservation v join prize_round r on r.federation_id = v.federation_id and r.id = v.round_id
      where v.federation_id = ${tx.federationId} and v.state = 'reserved' and v.reminded_at is null and r.collect_to between ${today}::date and ${until}::date and r.collect_from <= ${today}::date order by v.id limit 500 for update of v skip locked)
    update prize_reservation v set reminded_at = ${tx.now} from due, prize z, prize_round r
    where v.federation_id = ${tx.federationId} and v.id = due.id and z.federation_id = v.federation_id and z.id = v.prize_id and r.federation_id = v.federation_id and r.id = v.round_id
    returning v.id, v.person_id as "personId", z.title as prize, r.place, r.collect_to as "collectTo"`.execute(rows(tx));
  return r.rows;
}
