import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type Confirmed = { eachFen: bigint; at: Date; by: string; ruleSetId: string };
export type Winner = { personId: string; name: string; unit: string; position: number; amount: bigint; share: bigint };

/** Who confirmed the month of a union, if it is confirmed. */
export async function findMonth(tx: Tx, unionId: string, month: string): Promise<Confirmed | null> {
  const r = await sql<Confirmed>`select z.each_fen as "eachFen", z.confirmed_at as at, p.name as by, z.rule_set_id as "ruleSetId" from saving_prize_month z
    join person p on p.federation_id = z.federation_id and p.id = z.confirmed_by_id
    where z.federation_id = ${tx.federationId} and z.union_id = ${unionId} and z.month = ${month}::date`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Confirms a month of a union. @returns false when somebody was faster */
export async function insertMonth(tx: Tx, o: { unionId: string; month: string; each: bigint; ruleSetId: string; by: string }): Promise<boolean> {
  const r = await sql`insert into saving_prize_month (federation_id, union_id, month, each_fen, rule_set_id, confirmed_by_id, confirmed_at)
    values (${tx.federationId}, ${o.unionId}, ${o.month}, ${o.each}, ${o.ruleSetId}, ${o.by}, ${tx.now}) on conflict do nothing returning month`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Keeps the winners of a confirmed month, in their order. @returns how many: fewer when somebody has won elsewhere */
export async function insertWinners(tx: Tx, o: { unionId: string; month: string; each: bigint; people: readonly { id: string; share: bigint }[] }): Promise<number> {
  const r = await sql`insert into saving_prize (federation_id, month, person_id, union_id, position, amount_fen, share_fen)
    select ${tx.federationId}, ${o.month}::date, x.id, ${o.unionId}::uuid, x.position, ${o.each}::bigint, x.share
    from unnest(${o.people.map((p) => p.id)}::uuid[], ${o.people.map((p) => p.share)}::bigint[]) with ordinality as x(id, share, position) on conflict do nothing returning person_id`.execute(rows(tx));
  return r.rows.length;
}

/** The winners of a month of a union, first place first. */
export async function listWinners(tx: Tx, unionId: string, month: string): Promise<Winner[]> {
  const r = await sql<Winner>`select z.person_id as "personId", p.name, coalesce(u.name, '') as unit, z.position, z.amount_fen as amount, z.share_fen as share from saving_prize z
    join person p on p.federation_id = z.federation_id and p.id = z.person_id
    left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.ended_on is null left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where z.federation_id = ${tx.federationId} and z.union_id = ${unionId} and z.month = ${month}::date order by z.position limit 1000`.execute(rows(tx));
  return r.rows;
}

/** Takes a month back with its winners. @returns whether it was confirmed */
export async function deleteMonth(tx: Tx, unionId: string, month: string): Promise<boolean> {
  await sql`delete from saving_prize where federation_id = ${tx.federationId} and union_id = ${unionId} and month = ${month}::date`.execute(rows(tx));
  const r = await sql`delete from saving_prize_month where federation_id = ${tx.federationId} and union_id = ${unionId} and month = ${month}::date returning month`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Prizes of a person, latest first, at most 24. */
export async function listOwnPrizes(tx: Tx, personId: string): Promise<{ month: string; amount: bigint }[]> {
  const r = await sql<{ month: string; amount: bigint }>`select to_char(month, 'YYYY-MM') as month, amount_fen as amount from saving_prize where federation_id = ${tx.federationId} and person_id = ${personId} order by saving_prize.month desc limit 24`.execute(rows(tx));
  return r.rows;
}
