import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** An office held over a union from one day to another (both included; no end = still). */
export type OfficeHolding = {
  id: string; personId: string; personName: string; unionId: string; unionName: string; unionPath: string; office: string; title: string;
  fullTime: boolean; fromDate: string; toDate: string | null; basis: string;
};

const COLUMNS = sql`o.id, o.person_id as "personId", p.name as "personName", o.union_id as "unionId", u.name as "unionName", u.path as "unionPath",
  o.office, o.title, o.full_time as "fullTime", o.from_date as "fromDate", o.to_date as "toDate", o.basis`;
const FROM = sql`office_holding o join person p on p.federation_id = o.federation_id and p.id = o.person_id
  join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id`;
const current = (on: string) => sql`o.from_date <= ${on}::date and (o.to_date is null or o.to_date >= ${on}::date)`;

/** Offices of a person on a day. */
export async function listOfficesOf(tx: Tx, personId: string, on: string): Promise<OfficeHolding[]> {
  const r = await sql<OfficeHolding>`select ${COLUMNS} from ${FROM} where o.federation_id = ${tx.federationId} and o.person_id = ${personId}
    and ${current(on)} order by length(u.path), o.office limit 100`.execute(rows(tx));
  return r.rows;
}

/** Who holds office in these unions on a day; `offices` narrows the kinds, `null` = all. */
export async function listOfficers(tx: Tx, unionIds: readonly string[], on: string, offices: readonly string[] | null): Promise<OfficeHolding[]> {
  const r = await sql<OfficeHolding>`select ${COLUMNS} from ${FROM} where o.federation_id = ${tx.federationId}
    and o.union_id = any(${[...unionIds]}::uuid[]) and ${current(on)} and (${offices === null ? null : [...offices]}::text[] is null
    or o.office = any(${offices === null ? null : [...offices]}::text[])) order by u.path, o.office, p.name limit 5000`.execute(rows(tx));
  return r.rows;
}

/** Every holding of a union, past ones too, newest first; at most 200. */
export async function listOfficeHistory(tx: Tx, unionId: string): Promise<OfficeHolding[]> {
  const r = await sql<OfficeHolding>`select ${COLUMNS} from ${FROM} where o.federation_id = ${tx.federationId} and o.union_id = ${unionId}
    order by o.to_date desc nulls first, o.from_date desc limit 200`.execute(rows(tx));
  return r.rows;
}

/** One holding by id. */
export async function findOffice(tx: Tx, id: string): Promise<OfficeHolding | null> {
  const r = await sql<OfficeHolding>`select ${COLUMNS} from ${FROM} where o.federation_id = ${tx.federationId} and o.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Adds holdings in one statement. */
export async function insertOffices(tx: Tx, list: readonly Pick<OfficeHolding, 'id' | 'personId' | 'unionId' | 'office' | 'title' | 'fullTime' | 'fromDate' | 'toDate' | 'basis'>[]): Promise<void> {
  await sql`insert into office_holding (federation_id, id, person_id, union_id, office, title, full_time, from_date, to_date, basis, created_at)
    select ${tx.federationId}, x.id, x."personId", x."unionId", x.office, x.title, x."fullTime", x."fromDate", x."toDate", x.basis, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, "personId" uuid, "unionId" uuid, office text, title text, "fullTime" boolean,
      "fromDate" date, "toDate" date, basis text)`.execute(rows(tx));
}

/** Sets the last day of a holding. */
export async function endOffice(tx: Tx, id: string, lastDay: string): Promise<void> {
  await sql`update office_holding set to_date = greatest(${lastDay}::date, from_date) where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Takes a holding away that began today: it never had a whole day. */
export async function deleteOffice(tx: Tx, id: string): Promise<void> {
  await sql`delete from office_holding where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** What the federation decided differently from the parts' defaults. */
export async function listOfficePermissions(tx: Tx): Promise<{ office: string; permission: string; allowed: boolean }[]> {
  const r = await sql<{ office: string; permission: string; allowed: boolean }>`select office, permission, allowed from office_permission
    where federation_id = ${tx.federationId} order by office, permission limit 5000`.execute(rows(tx));
  return r.rows;
}
