import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Offer, Pool, Unit } from './offer.rules.ts';

const COLUMNS = sql`o.id, o.union_id AS "unionId", o.kind, o.title, o.mode, o.state, o.opens_at AS "opensAt", o.closes_at AS "closesAt", o.per_person AS "perPerson", o.party, o.waits, o.answer_hours AS "answerHours",
  o.pays, o.price, o.hold_minutes AS "holdMinutes", o.book_id AS "bookId", o.wallets, o.sold_no AS "soldNo", o.who, o.series, o.cancel_until AS "cancelUntil", o.transferable, o.hand_over_from AS "handOverFrom",
  o.hand_over_to AS "handOverTo", o.place, o.published, o.last_no AS "lastNo", o.version, o.made_by_id AS "madeById", o.ended_at AS "endedAt", o.why`;

/** One offer. @param lock to the end of the transaction: whoever changes places holds it first */
export async function findOffer(tx: Tx, id: string, lock = false): Promise<Offer | null> {
  const r = await sql<Offer>`SELECT ${COLUMNS} FROM offer o WHERE o.federation_id = ${tx.federationId} AND o.id = ${id} ${lock ? sql`FOR UPDATE` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** These offers, those that exist. */
export async function findOffers(tx: Tx, ids: readonly string[]): Promise<Offer[]> {
  const r = await sql<Offer>`SELECT ${COLUMNS} FROM offer o WHERE o.federation_id = ${tx.federationId} AND o.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** The pools of an offer, everybody's first. */
export async function listPools(tx: Tx, offerId: string): Promise<Pool[]> {
  const r = await sql<Pool>`SELECT p.no, p.union_id AS "unionId", p.path, p.capacity, p.taken, p.rolls_up_at AS "rollsUpAt" FROM offer_pool p
    WHERE p.federation_id = ${tx.federationId} AND p.offer_id = ${offerId} ORDER BY p.no LIMIT 1001`.execute(rows(tx));
  return r.rows;
}

/** The things of an offer in their order, with whether each is free. */
export async function listUnits(tx: Tx, offerId: string): Promise<Unit[]> {
  const r = await sql<Unit>`SELECT u.id, u.no, u.label, u.starts_at AS "startsAt", u.ends_at AS "endsAt", u.out_of_order AS "outOfOrder",
      u.out_of_order = '' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = u.federation_id AND c.unit_id = u.id AND c.state IN ('offered','held','taken','handed','missed')) AS free
    FROM offer_unit u WHERE u.federation_id = ${tx.federationId} AND u.offer_id = ${offerId} ORDER BY u.no LIMIT 5001`.execute(rows(tx));
  return r.rows;
}

/** Paths of unions, by either line, as the unions an offer is for. */
export async function pathsOf(tx: Tx, unionIds: readonly string[]): Promise<Map<string, string>> {
  const r = await sql<{ id: string; path: string }>`SELECT u.id, u.path FROM union_unit u WHERE u.federation_id = ${tx.federationId} AND u.id = ANY (${[...unionIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((u) => [u.id, u.path]));
}

/** Everything of an offer that a part decides. */
export type OfferRow = Omit<Offer, 'state' | 'lastNo' | 'version' | 'endedAt' | 'why'>;

/** Writes an offer that is being prepared. */
export async function insertOffer(tx: Tx, o: OfferRow): Promise<void> {
  await sql`INSERT INTO offer (federation_id, id, union_id, kind, title, mode, state, opens_at, closes_at, per_person, party, waits, answer_hours, pays, price, hold_minutes, book_id, wallets, sold_no, who, series, cancel_until,
      transferable, hand_over_from, hand_over_to, place, published, made_by_id, made_at)
    VALUES (${tx.federationId}, ${o.id}, ${o.unionId}, ${o.kind}, ${o.title}, ${o.mode}, 'draft', ${o.opensAt}, ${o.closesAt}, ${o.perPerson}, ${o.party}, ${o.waits}, ${o.answerHours}, ${o.pays}, ${o.price}, ${o.holdMinutes},
      ${o.bookId}, ${o.wallets}, ${o.soldNo}, ${JSON.stringify(o.who)}::jsonb, ${o.series}, ${o.cancelUntil}, ${o.transferable}, ${o.handOverFrom}, ${o.handOverTo}, ${o.place}, ${o.published}, ${o.madeById}, ${tx.now})`.execute(rows(tx));
}

/** Changes what an offer says, if it has that version. @returns whether it had */
export async function updateOffer(tx: Tx, o: Omit<OfferRow, 'kind' | 'unionId' | 'madeById'>, version: number): Promise<boolean> {
  const r = await sql`UPDATE offer SET title = ${o.title}, mode = ${o.mode}, opens_at = ${o.opensAt}, closes_at = ${o.closesAt}, per_person = ${o.perPerson}, party = ${o.party}, waits = ${o.waits}, answer_hours = ${o.answerHours},
      pays = ${o.pays}, price = ${o.price}, hold_minutes = ${o.holdMinutes}, book_id = ${o.bookId}, wallets = ${o.wallets}, sold_no = ${o.soldNo}, who = ${JSON.stringify(o.who)}::jsonb, series = ${o.series}, cancel_until = ${o.cancelUntil},
      transferable = ${o.transferable}, hand_over_from = ${o.handOverFrom}, hand_over_to = ${o.handOverTo}, place = ${o.place}, published = ${o.published}, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${o.id} AND version = ${version}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Moves an offer from one of these states to another; the end has a reason where it is cancelled. @returns whether it was in one of them */
export async function moveOffer(tx: Tx, id: string, from: readonly Offer['state'][], to: Offer['state'], why = ''): Promise<boolean> {
  const over = to === 'closed' || to === 'cancelled';
  const r = await sql`UPDATE offer SET state = ${to}, ended_at = ${over ? tx.now : null}, why = ${why}, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = ANY (${[...from]}::text[])`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

export type PoolRow = Omit<Pool, 'taken'>;

/** Sets the pools of an offer as a whole: those that are new are written, those that are there changed, the others taken away. */
export async function setPools(tx: Tx, offerId: string, pools: readonly PoolRow[]): Promise<void> {
  const each = <K extends keyof PoolRow>(field: K): PoolRow[K][] => pools.map((p) => p[field]);
  await sql`DELETE FROM offer_pool WHERE federation_id = ${tx.federationId} AND offer_id = ${offerId} AND no <> ALL (${each('no')}::smallint[]) AND taken = 0`.execute(rows(tx));
  await sql`INSERT INTO offer_pool (federation_id, offer_id, no, union_id, path, capacity, rolls_up_at)
    SELECT ${tx.federationId}::uuid, ${offerId}::uuid, x.* FROM unnest(${each('no')}::smallint[], ${each('unionId')}::uuid[], ${each('path')}::text[], ${each('capacity')}::int[], ${each('rollsUpAt')}::timestamptz[]) AS x
    ON CONFLICT (federation_id, offer_id, no) DO UPDATE SET union_id = excluded.union_id, path = excluded.path, capacity = excluded.capacity, rolls_up_at = excluded.rolls_up_at`.execute(rows(tx));
}

/** Adds to what is taken from pools (below zero: gives back) and to what there is. The table's own check is the last word. */
export async function changePools(tx: Tx, offerId: string, changes: readonly { readonly no: number; readonly taken?: number; readonly capacity?: number }[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`UPDATE offer_pool p SET taken = p.taken + x.taken, capacity = p.capacity + x.capacity
    FROM unnest(${changes.map((c) => c.no)}::smallint[], ${changes.map((c) => c.taken ?? 0)}::int[], ${changes.map((c) => c.capacity ?? 0)}::int[]) AS x(no, taken, capacity)
    WHERE p.federation_id = ${tx.federationId} AND p.offer_id = ${offerId} AND p.no = x.no`.execute(rows(tx));
}

export type UnitRow = Omit<Unit, 'free'>;

/** Writes things of an offer; those that are there by their number get their label, times and state anew. */
export async function putUnits(tx: Tx, offerId: string, units: readonly UnitRow[]): Promise<void> {
  const each = <K extends keyof UnitRow>(field: K): UnitRow[K][] => units.map((u) => u[field]);
  await sql`INSERT INTO offer_unit (federation_id, offer_id, id, no, label, starts_at, ends_at, out_of_order)
    SELECT ${tx.federationId}::uuid, ${offerId}::uuid, x.* FROM unnest(${each('id')}::uuid[], ${each('no')}::int[], ${each('label')}::text[], ${each('startsAt')}::timestamptz[], ${each('endsAt')}::timestamptz[], ${each('outOfOrder')}::text[]) AS x
    ON CONFLICT (federation_id, offer_id, no) DO UPDATE SET label = excluded.label, starts_at = excluded.starts_at, ends_at = excluded.ends_at, out_of_order = excluded.out_of_order`.execute(rows(tx));
}

/** Takes things away that nobody has ever had. @returns how many */
export async function dropUnits(tx: Tx, offerId: string, ids: readonly string[]): Promise<number> {
  const r = await sql`DELETE FROM offer_unit u WHERE u.federation_id = ${tx.federationId} AND u.offer_id = ${offerId} AND u.id = ANY (${[...ids]}::uuid[])
    AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = u.federation_id AND c.unit_id = u.id)`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Takes the next order numbers. @returns the first of them */
export async function takeNumbers(tx: Tx, offerId: string, n: number): Promise<number> {
  const r = await sql<{ last: number }>`UPDATE offer SET last_no = last_no + ${n} WHERE federation_id = ${tx.federationId} AND id = ${offerId} RETURNING last_no AS last`.execute(rows(tx));
  return (r.rows[0]?.last ?? 0) - n + 1;
}

/** Offers with something that the clock must move: places kept too long, quotas that roll up, hand-overs that are over. */
export async function listDue(tx: Tx, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT DISTINCT x.id FROM (
      SELECT c.offer_id AS id FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.state IN ('held','offered') AND c.due_at <= ${tx.now}
      UNION ALL SELECT p.offer_id FROM offer_pool p JOIN offer o ON o.federation_id = p.federation_id AND o.id = p.offer_id
        WHERE p.federation_id = ${tx.federationId} AND p.rolls_up_at <= ${tx.now} AND p.capacity > p.taken AND p.no > 0 AND o.state = 'open'
      UNION ALL SELECT o.id FROM offer o WHERE o.federation_id = ${tx.federationId} AND o.state IN ('open','closed') AND o.hand_over_to <= ${tx.now}
        AND EXISTS (SELECT 1 FROM claim c WHERE c.federation_id = o.federation_id AND c.offer_id = o.id AND c.state IN ('taken','waiting'))) AS x ORDER BY x.id LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((o) => o.id);
}
