import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

export type DayRow = { id: string; unionId: string; unionName: string; heldOn: string; fromMinute: number; toMinute: number; place: string; slots: number; calledOff: string | null; booked: number; items: number };
export type BookingRow = { dayId: string; seat: number; personId: string; name: string; wish: string; came: boolean | null };
export type ItemRow = { letterId: string; seat: number | null; number: string; title: string; open: boolean };
export type NewDay = { id: string; unionId: string; heldOn: string; fromMinute: number; toMinute: number; place: string; slots: number; by: string };

const DAY = sql`d.id, d.union_id as "unionId", u.name as "unionName", d.held_on as "heldOn", d.from_minute as "fromMinute", d.to_minute as "toMinute", d.place, d.slots, d.called_off as "calledOff",
  (select count(*)::int from reception_booking b where b.federation_id = d.federation_id and b.day_id = d.id) as booked,
  (select count(*)::int from reception_item i where i.federation_id = d.federation_id and i.day_id = d.id) as items`;
/** What a register is narrowed by; `today` and `minute` are now, in China. */
export type DayFilter = {
  readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: 'coming' | 'past' | 'off' | undefined; readonly from?: string | undefined; readonly to?: string | undefined;
  readonly today: string; readonly minute: number; readonly limit: number; readonly offset: number;
};
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const FROM = sql`from reception_day d join union_unit u on u.federation_id = d.federation_id and u.id = d.union_id`;

/** Keeps a planned day. */
export async function insertDay(tx: Tx, d: NewDay): Promise<void> {
  await sql`insert into reception_day (federation_id, id, union_id, held_on, from_minute, to_minute, place, slots, created_by, created_at)
    values (${tx.federationId}, ${d.id}, ${d.unionId}, ${d.heldOn}, ${d.fromMinute}, ${d.toMinute}, ${d.place}, ${d.slots}, ${d.by}, ${tx.now})`.execute(rows(tx));
}

/** One day; `lock` = `update` holds it against bookings, `share` against being called off. */
export async function findDay(tx: Tx, id: string, lock?: 'update' | 'share'): Promise<DayRow | null> {
  if (lock) await sql`select 1 from reception_day where federation_id = ${tx.federationId} and id = ${id} ${lock === 'update' ? sql`for update` : sql`for share`}`.execute(rows(tx));
  const r = await sql<DayRow>`select ${DAY} ${FROM} where d.federation_id = ${tx.federationId} and d.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Days from a date on of these unions, soonest first, at most 30. */
export async function listComing(tx: Tx, unionIds: readonly string[], from: string): Promise<DayRow[]> {
  const r = await sql<DayRow>`select ${DAY} ${FROM} where d.federation_id = ${tx.federationId} and d.union_id = any(${[...unionIds]}::uuid[]) and d.held_on >= ${from}::date
    order by d.held_on, d.from_minute, d.id limit 30`.execute(rows(tx));
  return r.rows;
}

/** Days of the subtrees over which the officer holds receptions, latest first. */
export async function listDays(tx: Tx, by: Actor, f: DayFilter): Promise<{ items: DayRow[]; total: number }> {
  const begun = sql`(d.held_on, d.from_minute) <= (${f.today}::date, ${f.minute}::int)`;
  const state = { coming: sql`and d.called_off is null and not ${begun}`, past: sql`and d.called_off is null and ${begun}`, off: sql`and d.called_off is not null` };
  const where = sql`where d.federation_id = ${tx.federationId} and ${visibleTo(by, 'receptions.hold')} ${f.unionPath ? sql`and u.path like ${`${f.unionPath}%`}` : sql``}
    ${f.state ? state[f.state] : sql``} ${f.from ? sql`and d.held_on >= ${f.from}::date` : sql``} ${f.to ? sql`and d.held_on <= ${f.to}::date` : sql``}
    ${f.text ? sql`and (u.name ilike ${like(f.text)} or d.place ilike ${like(f.text)})` : sql``}`;
  const page = await sql<DayRow>`select ${DAY} ${FROM} ${where} order by d.held_on desc, d.from_minute desc, d.id limit ${f.limit} offset ${f.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`select count(*)::int as n ${FROM} ${where}`.execute(rows(tx));
  return { items: page.rows, total: all.rows[0]?.n ?? 0 };
}

/** Taken places of these days, in order; at most 60 each. */
export async function listBookings(tx: Tx, dayIds: readonly string[]): Promise<BookingRow[]> {
  const r = await sql<BookingRow>`select b.day_id as "dayId", b.seat, b.person_id as "personId", p.name, b.wish, b.came from reception_booking b
    join person p on p.federation_id = b.federation_id and p.id = b.person_id
    where b.federation_id = ${tx.federationId} and b.day_id = any(${[...dayIds]}::uuid[]) order by b.day_id, b.seat limit 1800`.execute(rows(tx));
  return r.rows;
}

/** Takes a place. @returns what stood in the way: the place is gone, or the person has one on that date */
export async function insertBooking(tx: Tx, d: DayRow, o: { seat: number; personId: string; wish: string }): Promise<'booked' | 'taken' | 'twice'> {
  const r = await sql`insert into reception_booking (federation_id, day_id, seat, person_id, held_on, slots, wish, booked_at)
    values (${tx.federationId}, ${d.id}, ${o.seat}, ${o.personId}, ${d.heldOn}, ${d.slots}, ${o.wish}, ${tx.now}) on conflict do nothing returning seat`.execute(rows(tx));
  if (r.rows.length > 0) return 'booked';
  const own = await sql`select 1 from reception_booking where federation_id = ${tx.federationId} and person_id = ${o.personId} and held_on = ${d.heldOn}::date`.execute(rows(tx));
  return own.rows.length > 0 ? 'twice' : 'taken';
}

/** Gives the place of a person back. @returns whether there was one */
export async function deleteBooking(tx: Tx, dayId: string, personId: string): Promise<boolean> {
  const r = await sql`delete from reception_booking where federation_id = ${tx.federationId} and day_id = ${dayId} and person_id = ${personId} returning seat`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Says whether the holder of a place came. @returns whether somebody holds it */
export async function setCame(tx: Tx, dayId: string, seat: number, came: boolean): Promise<boolean> {
  const r = await sql`update reception_booking set came = ${came} where federation_id = ${tx.federationId} and day_id = ${dayId} and seat = ${seat} returning seat`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Calls a day off; the places are free again for other days of the same date. */
export async function callOffDay(tx: Tx, id: string, reason: string): Promise<void> {
  await sql`update reception_day set called_off = ${reason} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
  await sql`delete from reception_booking where federation_id = ${tx.federationId} and day_id = ${id}`.execute(rows(tx));
}

/** Notes that a letter was brought forward on a day. */
export async function insertItem(tx: Tx, o: { letterId: string; dayId: string; seat: number | null }): Promise<void> {
  await sql`insert into reception_item (federation_id, letter_id, day_id, seat) values (${tx.federationId}, ${o.letterId}, ${o.dayId}, ${o.seat})`.execute(rows(tx));
}

/** The letters of a day, at most 200; `open` = the officer may read the letter. */
export async function listItems(tx: Tx, by: Actor, dayId: string): Promise<ItemRow[]> {
  const r = await sql<ItemRow>`select i.letter_id as "letterId", i.seat, c.number, c.title, (${visibleTo(by, 'letters.read')} and c.author_id is distinct from ${by.personId}::uuid
      and not exists (select 1 from case_barred x where x.federation_id = c.federation_id and x.case_id = c.id and x.person_id = ${by.personId})) as open
    from reception_item i join case_file c on c.federation_id = i.federation_id and c.id = i.letter_id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where i.federation_id = ${tx.federationId} and i.day_id = ${dayId} order by c.number limit 200`.execute(rows(tx));
  return r.rows;
}

/** Active unions with their chairperson and how many days stand in a month, after a given union id; at most 200. */
export async function listPlanning(tx: Tx, o: { after: string; today: string; from: string; to: string }): Promise<{ unionId: string; name: string; chairId: string; planned: number }[]> {
  const r = await sql<{ unionId: string; name: string; chairId: string; planned: number }>`select u.id as "unionId", u.name, h.person_id as "chairId",
      (select count(*)::int from reception_day d where d.federation_id = u.federation_id and d.union_id = u.id and d.held_on between ${o.from}::date and ${o.to}::date and d.called_off is null) as planned
    from union_unit u join office_holding h on h.federation_id = u.federation_id and h.union_id = u.id and h.office = 'chair' and h.from_date <= ${o.today}::date and (h.to_date is null or h.to_date >= ${o.today}::date)
    where u.federation_id = ${tx.federationId} and u.state = 'active' and u.id > ${o.after} order by u.id limit 200`.execute(rows(tx));
  return r.rows;
}
