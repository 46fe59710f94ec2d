import type { Tx } from '#shared/call';
import { type Database, rows, sql } from '#platform/db';

/** The usual way: a counter row and a row per person. */
export async function makeRows(database: Database, stock: number): Promise<void> {
  await database.pool.query('create table bench_stock (id integer primary key, sold integer not null, stock integer not null check (sold <= stock)); create table bench_sold (person text primary key)');
  await database.pool.query('insert into bench_stock values (1, 0, $1)', [stock]);
}

/** Sells one to a person the usual way: one UPDATE, one INSERT, one transaction. */
export async function sellRow(database: Database, person: string): Promise<boolean> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    const found = await client.query({ name: 'sell', text: 'update bench_stock set sold = sold + 1 where id = 1 and sold < stock', values: [] });
    if (found.rowCount === 1) await client.query({ name: 'sold', text: 'insert into bench_sold values ($1) on conflict do nothing', values: [person] });
    await client.query('commit');
    return found.rowCount === 1;
  } finally {
    client.release();
  }
}

/** How many claims of an offer there are, and of how many people. */
export async function countClaims(tx: Tx, offerId: string): Promise<{ claims: number; people: number }> {
  const r = await sql<{ claims: number; people: number }>`select count(*)::int as claims, count(distinct person_id)::int as people from claim where federation_id = ${tx.federationId} and offer_id = ${offerId}`.execute(rows(tx));
  return r.rows[0] ?? { claims: 0, people: 0 };
}
