import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export type Band = { title: string; from: number; to: number };
export type RoundFields = { year: number; title: string; text: string; from: string; to: string; collectFrom: string; collectTo: string; place: string; mostEach: number; bands: Band[] };
export type RoundRow = RoundFields & {
  id: string; schemeId: string; union: string; unionPath: string; state: 'draft' | 'open' | 'closed'; closedAt: Date | null; version: number;
  prizes: number; stock: number; reserved: number; collected: number;
};

const ROUND = sql`r.id, r.scheme_union_id as "schemeId", u.name as union, u.path as "unionPath", r.year, r.title, r.text, r.from_date as "from", r.to_date as "to", r.collect_from as "collectFrom", r.collect_to as "collectTo",
  r.place, r.most_each as "mostEach", r.bands, r.state, r.closed_at as "closedAt", r.version, n.prizes, n.stock, v.reserved, v.collected`;
const FROM = sql`from prize_round r join union_unit u on u.federation_id = r.federation_id and u.id = r.scheme_union_id
  left join lateral (select count(distinct p.id)::int as prizes, count(x.n)::int as stock from prize p left join prize_unit x on x.federation_id = p.federation_id and x.prize_id = p.id
    where p.federation_id = r.federation_id and p.round_id = r.id) n on true
  left join lateral (select (count(*) filter (where y.state = 'reserved'))::int as reserved, (count(*) filter (where y.state = 'collected'))::int as collected
    from prize_reservation y where y.federation_id = r.federation_id and y.round_id = r.id) v on true`;

/** What somebody who reserves has to know of a round: nothing of it is counted. */
export type RoundAlone = Pick<RoundRow, 'id' | 'schemeId' | 'state' | 'from' | 'to' | 'collectTo' | 'mostEach'>;

/** A round held against being changed or closed; others may hold it likewise. */
export async function shareRound(tx: Tx, id: string): Promise<RoundAlone | null> {
  const r = await sql<RoundAlone>`select r.id, r.scheme_union_id as "schemeId", r.state, r.from_date as "from", r.to_date as "to", r.collect_to as "collectTo", r.most_each as "mostEach"
    from prize_round r where r.federation_id = ${tx.federationId} and r.id = ${id} for share`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** One round; `lock` holds it alone. */
export async function findRound(tx: Tx, id: string, lock?: 'lock'): Promise<RoundRow | null> {
  if (lock) await sql`select 1 from prize_round where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));
  const r = await sql<RoundRow>`select ${ROUND} ${FROM} where r.federation_id = ${tx.federationId} and r.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Rounds of the schemes of the officer, the latest year first. */
export async function listRounds(tx: Tx, by: Actor, permission: string, o: { unionPath?: string | undefined; limit: number; offset: number }): Promise<{ items: RoundRow[]; total: number }> {
  const where = sql`where r.federation_id = ${tx.federationId} and ${visibleTo(by, permission)} and ${o.unionPath ? inSubtrees([o.unionPath]) : sql`true`}`;
  const page = await sql<RoundRow>`select ${ROUND} ${FROM} ${where} order by r.year desc, u.name, r.id limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`select count(*)::int as n from prize_round r join union_unit u on u.federation_id = r.federation_id and u.id = r.scheme_union_id ${where}`.execute(rows(tx));
  return { items: page.rows, total: all.rows[0]?.n ?? 0 };
}

/** Rounds of a scheme that are not drafts, the latest first, at most 20. */
export async function listShown(tx: Tx, schemeId: string): Promise<RoundRow[]> {
  const r = await sql<RoundRow>`select ${ROUND} ${FROM} where r.federation_id = ${tx.federationId} and r.scheme_union_id = ${schemeId} and r.state <> 'draft' order by r.year desc limit 20`.execute(rows(tx));
  return r.rows;
}

/** Open rounds whose collecting ended before a day, at most 100. */
export async function listOver(tx: Tx, today: string): Promise<string[]> {
  const r = await sql<{ id: string }>`select id from prize_round where federation_id = ${tx.federationId} and state = 'open' and collect_to < ${today}::date order by id limit 100`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Plans a round. @returns false when the scheme has one for this year */
export async function insertRound(tx: Tx, id: string, schemeId: string, d: RoundFields): Promise<boolean> {
  const r = await sql`insert into prize_round (federation_id, id, scheme_union_id, year, title, text, from_date, to_date, collect_from, collect_to, place, most_each, bands, state)
    values (${tx.federationId}, ${id}, ${schemeId}, ${d.year}, ${d.title}, ${d.text}, ${d.from}, ${d.to}, ${d.collectFrom}, ${d.collectTo}, ${d.place}, ${d.mostEach}, ${JSON.stringify(d.bands)}::jsonb, 'draft')
    on conflict (federation_id, scheme_union_id, year) do nothing returning id`.execute(rows(tx));
  return r.rows.length > 0;
}

export async function updateRound(tx: Tx, id: string, d: RoundFields): Promise<void> {
  await sql`update prize_round set title = ${d.title}, text = ${d.text}, from_date = ${d.from}, to_date = ${d.to}, collect_from = ${d.collectFrom}, collect_to = ${d.collectTo},
    place = ${d.place}, most_each = ${d.mostEach}, bands = ${JSON.stringify(d.bands)}::jsonb, version = version + 1 where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

export async function setRoundState(tx: Tx, id: string, state: 'open' | 'closed', by: string): Promise<void> {
  await sql`update prize_round set state = ${state}, version = version + 1, closed_at = ${state === 'closed' ? tx.now : null}::timestamptz, closed_by_id = ${state === 'closed' ? by : null}::uuid
    where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

export type PrizeFields = { title: string; text: string; points: number; worthFen: number; perPerson: number };
/** `left` = units nobody has; counts of reservations by how they ended. */
export type PrizeRow = PrizeFields & { id: string; roundId: string; state: 'shown' | 'withdrawn'; version: number; stock: number; left: number; reserved: number; collected: number; cancelled: number; expired: number };

const PRIZE = sql`p.id, p.round_id as "roundId", p.title, p.text, p.points, p.worth_fen::float8 as "worthFen", p.per_person as "perPerson", p.state, p.version, x.stock, x.left, y.reserved, y.collected, y.cancelled, y.expired`;
const PRIZE_FROM = sql`from prize p
  left join lateral (select count(*)::int as stock, (count(*) filter (where x.reservation_id is null))::int as left from prize_unit x where x.federation_id = p.federation_id and x.prize_id = p.id) x on true
  left join lateral (select (count(*) filter (where y.state = 'reserved'))::int as reserved, (count(*) filter (where y.state = 'collected'))::int as collected,
      (count(*) filter (where y.state = 'cancelled'))::int as cancelled, (count(*) filter (where y.state = 'expired'))::int as expired
    from prize_reservation y where y.federation_id = p.federation_id and y.round_id = p.round_id and y.prize_id = p.id) y on true`;

/** Prizes of a round, cheapest first, at most 200. */
export async function listPrizes(tx: Tx, roundId: string): Promise<PrizeRow[]> {
  const r = await sql<PrizeRow>`select ${PRIZE} ${PRIZE_FROM} where p.federation_id = ${tx.federationId} and p.round_id = ${roundId} order by p.points, p.title, p.id limit 200`.execute(rows(tx));
  return r.rows;
}

/** One prize with its figures; `lock` holds its stock against other changes (not against reservations). */
export async function findPrize(tx: Tx, id: string, lock?: 'lock'): Promise<PrizeRow | null> {
  if (lock) await sql`select 1 from prize where federation_id = ${tx.federationId} and id = ${id} for no key update`.execute(rows(tx));
  const r = await sql<PrizeRow>`select ${PRIZE} ${PRIZE_FROM} where p.federation_id = ${tx.federationId} and p.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What somebody who reserves has to know of a prize: nothing of it is counted. */
export async function findPrizeAlone(tx: Tx, id: string): Promise<Pick<PrizeRow, 'id' | 'roundId' | 'title' | 'points' | 'perPerson' | 'state'> | null> {
  const r = await sql<Pick<PrizeRow, 'id' | 'roundId' | 'title' | 'points' | 'perPerson' | 'state'>>`select p.id, p.round_id as "roundId", p.title, p.points, p.per_person as "perPerson", p.state
    from prize p where p.federation_id = ${tx.federationId} and p.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export async function insertPrize(tx: Tx, id: string, roundId: string, d: PrizeFields): Promise<void> {
  await sql`insert into prize (federation_id, id, round_id, title, text, points, worth_fen, per_person, state)
    values (${tx.federationId}, ${id}, ${roundId}, ${d.title}, ${d.text}, ${d.points}, ${d.worthFen}, ${d.perPerson}, 'shown')`.execute(rows(tx));
}

export async function updatePrize(tx: Tx, id: string, d: PrizeFields & { state: 'shown' | 'withdrawn' }): Promise<void> {
  await sql`update prize set title = ${d.title}, text = ${d.text}, points = ${d.points}, worth_fen = ${d.worthFen}, per_person = ${d.perPerson}, state = ${d.state}, version = version + 1
    where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Adds so many units to a prize; the prize is locked. */
export async function addUnits(tx: Tx, prizeId: string, count: number): Promise<void> {
  await sql`insert into prize_unit (federation_id, prize_id, n) select ${tx.federationId}, ${prizeId}, m.last + g from generate_series(1, ${count}::int) g,
    (select coalesce(max(x.n), 0) as last from prize_unit x where x.federation_id = ${tx.federationId} and x.prize_id = ${prizeId}) m`.execute(rows(tx));
}

/** Takes so many free units away; those that somebody is just reserving are left out. @returns how many went */
export async function removeUnits(tx: Tx, prizeId: string, count: number): Promise<number> {
  const r = await sql`delete from prize_unit x where x.federation_id = ${tx.federationId} and x.prize_id = ${prizeId} and x.n = any(array(
      select f.n from prize_unit f where f.federation_id = ${tx.federationId} and f.prize_id = ${prizeId} and f.reservation_id is null order by f.n desc limit ${count} for update skip locked)) returning x.n`.execute(rows(tx));
  return r.rows.length;
}

/** Takes one free unit for this transaction: of many who try at once each gets another row, and nobody waits. @returns its number */
export async function lockFreeUnit(tx: Tx, prizeId: string): Promise<number | null> {
  const r = await sql<{ n: number }>`select x.n from prize_unit x where x.federation_id = ${tx.federationId} and x.prize_id = ${prizeId} and x.reservation_id is null
    order by x.n limit 1 for no key update skip locked`.execute(rows(tx));
  return r.rows[0]?.n ?? null;
}

/** Gives the units of these reservations back to everybody. */
export async function freeUnits(tx: Tx, reservationIds: readonly string[]): Promise<void> {
  await sql`update prize_unit set reservation_id = null where federation_id = ${tx.federationId} and reservation_id = any(${[...reservationIds]}::uuid[])`.execute(rows(tx));
}

/** Gives a unit to a reservation. */
export async function setUnit(tx: Tx, prizeId: string, n: number, reservationId: string): Promise<void> {
  await sql`update prize_unit set reservation_id = ${reservationId} where federation_id = ${tx.federationId} and prize_id = ${prizeId} and n = ${n}`.execute(rows(tx));
}

/** Who collected in a round: people, points spent, worth of what went out. */
export async function sumCollected(tx: Tx, roundId: string): Promise<{ people: number; spent: number; worthFen: number }> {
  const r = await sql<{ people: number; spent: number; worthFen: number }>`select count(distinct v.person_id)::int as people, coalesce(sum(v.points), 0)::int as spent, coalesce(sum(p.worth_fen), 0)::float8 as "worthFen"
    from prize_reservation v join prize p on p.federation_id = v.federation_id and p.id = v.prize_id where v.federation_id = ${tx.federationId} and v.round_id = ${roundId} and v.state = 'collected'`.execute(rows(tx));
  return r.rows[0] ?? { people: 0, spent: 0, worthFen: 0 };
}

/** Whether a round of a scheme is open, so that points may be needed. */
export async function isExchanging(tx: Tx, schemeId: string): Promise<boolean> {
  const r = await sql`select 1 from prize_round where federation_id = ${tx.federationId} and scheme_union_id = ${schemeId} and state = 'open' limit 1`.execute(rows(tx));
  return r.rows.length > 0;
}
