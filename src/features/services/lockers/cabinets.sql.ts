import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export type Cabinet = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly unionPath: string; readonly sectorPath: string | null; readonly number: number; readonly place: string; readonly opensMinute: number; readonly closesMinute: number;
  readonly state: 'active' | 'paused' | 'retired'; readonly why: string; readonly hardware: 'simulator' | 'http'; readonly address: string; readonly keySealed: Buffer | null; readonly cut: boolean; readonly madeAt: Date;
};
export type Compartment = {
  readonly id: string; readonly cabinetId: string; readonly no: number; readonly kind: 'lend' | 'take' | 'swap'; readonly item: string; readonly label: string; readonly lendHours: number; readonly stock: number; readonly capacity: number;
  readonly threshold: number; readonly outOfOrder: string; readonly jammed: boolean; readonly openedAt: Date | null;
};

const CABINET = sql`k.id, k.union_id AS "unionId", u.name AS union, u.path AS "unionPath", u.sector_path AS "sectorPath", k.number, k.place, k.opens_minute AS "opensMinute", k.closes_minute AS "closesMinute", k.state, k.why, k.hardware, k.address,
  k.key_sealed AS "keySealed", k.cut, k.made_at AS "madeAt"`;
const FROM = sql`FROM locker_cabinet k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id`;
const COMPARTMENT = sql`d.id, d.cabinet_id AS "cabinetId", d.no, d.kind, d.item, d.label, d.lend_hours AS "lendHours", d.stock, d.capacity, d.threshold, d.out_of_order AS "outOfOrder", d.jammed, d.opened_at AS "openedAt"`;

/** One cabinet. @param lock held against other changes of it */
export async function findCabinet(tx: Tx, id: string, lock = false): Promise<Cabinet | null> {
  const r = await sql<Cabinet>`SELECT ${CABINET} ${FROM} WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} ${lock ? sql`FOR UPDATE OF k` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Writes a cabinet under the next number of the federation. @returns the number, or null when another took it at the same moment */
export async function insertCabinet(tx: Tx, c: Pick<Cabinet, 'id' | 'unionId' | 'place' | 'opensMinute' | 'closesMinute' | 'hardware' | 'address' | 'keySealed'>): Promise<number | null> {
  const r = await sql<{ number: number }>`INSERT INTO locker_cabinet (federation_id, id, union_id, number, place, opens_minute, closes_minute, state, hardware, address, key_sealed, made_at)
    SELECT ${tx.federationId}, ${c.id}, ${c.unionId}, coalesce(max(k.number), 0) + 1, ${c.place}, ${c.opensMinute}, ${c.closesMinute}, 'active', ${c.hardware}, ${c.address}, ${c.keySealed}::bytea, ${tx.now}
    FROM locker_cabinet k WHERE k.federation_id = ${tx.federationId} ON CONFLICT (federation_id, number) DO NOTHING RETURNING number`.execute(rows(tx));
  return r.rows[0]?.number ?? null;
}

/** Changes what a cabinet says; the key only when there is a new one. */
export async function updateCabinet(tx: Tx, c: Pick<Cabinet, 'id' | 'place' | 'opensMinute' | 'closesMinute' | 'hardware' | 'address' | 'keySealed'>): Promise<void> {
  await sql`UPDATE locker_cabinet SET place = ${c.place}, opens_minute = ${c.opensMinute}, closes_minute = ${c.closesMinute}, hardware = ${c.hardware}, address = ${c.address}, key_sealed = coalesce(${c.keySealed}::bytea, key_sealed)
    WHERE federation_id = ${tx.federationId} AND id = ${c.id}`.execute(rows(tx));
}

/** Puts a cabinet out of use for a while or for good, or into use again. */
export async function setState(tx: Tx, id: string, state: Cabinet['state'], why: string): Promise<void> {
  await sql`UPDATE locker_cabinet SET state = ${state}, why = ${why} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** The compartments of cabinets, in their order. */
export async function listCompartments(tx: Tx, cabinetIds: readonly string[]): Promise<Compartment[]> {
  const r = await sql<Compartment>`SELECT ${COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = ${tx.federationId} AND d.cabinet_id = ANY (${[...cabinetIds]}::uuid[]) ORDER BY d.cabinet_id, d.no LIMIT 20000`.execute(rows(tx));
  return r.rows;
}

/** One compartment of a cabinet by its number. */
export async function findCompartment(tx: Tx, cabinetId: string, no: number): Promise<Compartment | null> {
  const r = await sql<Compartment>`SELECT ${COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = ${tx.federationId} AND d.cabinet_id = ${cabinetId} AND d.no = ${no}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** One compartment by its id. */
export async function findCompartmentById(tx: Tx, id: string): Promise<Compartment | null> {
  const r = await sql<Compartment>`SELECT ${COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = ${tx.federationId} AND d.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type CompartmentWanted = Pick<Compartment, 'id' | 'no' | 'kind' | 'item' | 'label' | 'lendHours' | 'capacity' | 'threshold'>;

/** Writes compartments; those that are there keep their stock and state, and their kind. */
export async function putCompartments(tx: Tx, cabinetId: string, list: readonly CompartmentWanted[]): Promise<void> {
  const each = <K extends keyof CompartmentWanted>(field: K): CompartmentWanted[K][] => list.map((d) => d[field]);
  await sql`INSERT INTO locker_compartment (federation_id, cabinet_id, id, no, kind, item, label, lend_hours, capacity, threshold)
    SELECT ${tx.federationId}::uuid, ${cabinetId}::uuid, x.* FROM unnest(${each('id')}::uuid[], ${each('no')}::smallint[], ${each('kind')}::text[], ${each('item')}::text[], ${each('label')}::text[], ${each('lendHours')}::smallint[],
      ${each('capacity')}::int[], ${each('threshold')}::int[]) AS x
    ON CONFLICT (federation_id, cabinet_id, no) DO UPDATE SET item = excluded.item, label = excluded.label, lend_hours = excluded.lend_hours, capacity = excluded.capacity, threshold = excluded.threshold`.execute(rows(tx));
}

/** Takes a compartment out of use with a reason, or into use again with none. */
export async function setOutOfOrder(tx: Tx, id: string, why: string): Promise<void> {
  await sql`UPDATE locker_compartment SET out_of_order = ${why} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Takes from the stock of a compartment, if there is so much. @returns what is left, or null */
export async function takeStock(tx: Tx, id: string, quantity: number): Promise<number | null> {
  const r = await sql<{ stock: number }>`UPDATE locker_compartment SET stock = stock - ${quantity} WHERE federation_id = ${tx.federationId} AND id = ${id} AND stock >= ${quantity} RETURNING stock`.execute(rows(tx));
  return r.rows[0]?.stock ?? null;
}

/** Puts back what was not taken, because the door did not open. */
export async function putStockBack(tx: Tx, id: string, quantity: number): Promise<void> {
  await sql`UPDATE locker_compartment SET stock = stock + ${quantity} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** The stocks of a cabinet's compartments, held to the end of the transaction. */
export async function lockStocks(tx: Tx, cabinetId: string): Promise<Compartment[]> {
  const r = await sql<Compartment>`SELECT ${COMPARTMENT} FROM locker_compartment d WHERE d.federation_id = ${tx.federationId} AND d.cabinet_id = ${cabinetId} AND d.kind = 'take' ORDER BY d.no FOR UPDATE`.execute(rows(tx));
  return r.rows;
}

/** Writes stocks that were counted, of rows that are held. */
export async function setStocks(tx: Tx, list: readonly { readonly id: string; readonly stock: number }[]): Promise<void> {
  await sql`UPDATE locker_compartment d SET stock = x.stock FROM unnest(${list.map((x) => x.id)}::uuid[], ${list.map((x) => x.stock)}::int[]) AS x(id, stock)
    WHERE d.federation_id = ${tx.federationId} AND d.id = x.id`.execute(rows(tx));
}

/** Cabinets that serve a member: of the own union and of those above it, the nearest first; at most 100. */
export async function listNear(tx: Tx, path: string): Promise<Cabinet[]> {
  const r = await sql<Cabinet>`SELECT ${CABINET} ${FROM} WHERE k.federation_id = ${tx.federationId} AND k.state <> 'retired' AND starts_with(${path}, u.path) ORDER BY length(u.path) DESC, k.number LIMIT 100`.execute(rows(tx));
  return r.rows;
}

export type CabinetFilter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly wants?: 'overdue' | 'missing' | 'outOfOrder' | 'refill' | undefined };
export type CabinetRow = Cabinet & { readonly doors: number; readonly free: number; readonly out: number; readonly overdue: number; readonly missing: number; readonly broken: number; readonly low: number };

const COUNTS = (now: Date): RawBuilder<unknown> => sql`LEFT JOIN LATERAL (SELECT count(*) AS doors, count(*) FILTER (WHERE d.kind = 'lend' AND d.out_of_order = '' AND l.id IS NULL) AS free, count(l.id) AS out,
      count(l.id) FILTER (WHERE l.missing_at IS NULL AND l.due_at < ${now}) AS overdue, count(l.id) FILTER (WHERE l.missing_at IS NOT NULL) AS missing, count(*) FILTER (WHERE d.out_of_order <> '') AS broken,
      count(*) FILTER (WHERE d.kind = 'take' AND d.stock <= d.threshold) AS low
    FROM locker_compartment d LEFT JOIN locker_loan l ON l.federation_id = d.federation_id AND l.compartment_id = d.id AND l.ended_at IS NULL WHERE d.federation_id = k.federation_id AND d.cabinet_id = k.id) n ON true`;
const WANTS = { overdue: sql`n.overdue > 0`, missing: sql`n.missing > 0`, outOfOrder: sql`n.broken > 0`, refill: sql`n.low > 0` };

/** Cabinets over the unions of the officer with their counts, those that need somebody first. */
export async function listCabinets(tx: Tx, by: Actor, f: CabinetFilter, page: { readonly limit: number; readonly offset: number }): Promise<{ items: CabinetRow[]; total: number }> {
  const like = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const where = sql`WHERE k.federation_id = ${tx.federationId} AND ${visibleTo(by, 'lockers.keep')} AND ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`}
    AND (${like}::text IS NULL OR k.place ILIKE ${like} OR u.name ILIKE ${like}) AND ${f.state ? sql`k.state = ${f.state}` : sql`true`} AND ${f.wants ? WANTS[f.wants] : sql`true`}`;
  const r = await sql<CabinetRow>`SELECT ${CABINET}, n.doors::int AS doors, n.free::int AS free, n.out::int AS out, n.overdue::int AS overdue, n.missing::int AS missing, n.broken::int AS broken, n.low::int AS low ${FROM} ${COUNTS(tx.now)} ${where}
    ORDER BY k.state = 'retired', n.missing + n.overdue + n.broken + n.low DESC, k.number LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const t = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} ${COUNTS(tx.now)} ${where}`.execute(rows(tx));
  return { items: r.rows, total: t.rows[0]?.n ?? 0 };
}

/** What the simulator keeps of a door or of the whole cabinet. */
export async function setSimulator(tx: Tx, cabinetId: string, o: { readonly cut?: boolean | undefined; readonly no?: number | undefined; readonly jammed?: boolean | undefined; readonly openedAt?: Date | null | undefined }): Promise<void> {
  if (o.cut !== undefined) await sql`UPDATE locker_cabinet SET cut = ${o.cut} WHERE federation_id = ${tx.federationId} AND id = ${cabinetId}`.execute(rows(tx));
  if (o.no === undefined) return;
  await sql`UPDATE locker_compartment SET jammed = coalesce(${o.jammed ?? null}::boolean, jammed), opened_at = CASE WHEN ${o.openedAt !== undefined} THEN ${o.openedAt ?? null}::timestamptz ELSE opened_at END
    WHERE federation_id = ${tx.federationId} AND cabinet_id = ${cabinetId} AND no = ${o.no}`.execute(rows(tx));
}
