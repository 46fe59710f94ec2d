import { type Database, rows, sql } from '#platform/db';
import type { RollSelect } from '#engines/ballot';
import type { Tx } from '#shared/call';

/** Everybody with a membership. */
export const everybody = (tx: Tx): RollSelect => sql`select m.person_id, '', m.union_id from membership m where m.federation_id = ${tx.federationId}`;
/** People that are nowhere else, for a long roll. */
export const invented = (unionId: string, count: number): RollSelect => sql`select gen_random_uuid(), '', ${unionId}::uuid from generate_series(1, ${count}::int)`;

/** A table for what a plain INSERT of a paper costs. */
export const makeBox = async (database: Database): Promise<void> => void (await database.pool.query('create table bench_box (hash bytea primary key, body bytea not null)'));
export const putInBox = async (tx: Tx, hash: Buffer, body: Buffer): Promise<void> => void (await sql`insert into bench_box values (${hash}, ${body})`.execute(rows(tx)));
