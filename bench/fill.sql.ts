import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Invents members in one statement, spread over the unions. */
export async function fillMembers(tx: Tx, count: number, unionIds: readonly string[]): Promise<void> {
  await sql`insert into person (federation_id, id, name, created_at, changed_at)
    select ${tx.federationId}, gen_random_uuid(), 'Member ' || n, ${tx.now}, ${tx.now} from generate_series(1, ${count}::int) n`.execute(rows(tx));
  await sql`insert into membership (federation_id, id, person_id, union_id, state, began_on, origin, card_number, created_at)
    select ${tx.federationId}, gen_random_uuid(), p.id, (${[...unionIds]}::uuid[])[1 + (row_number() over ()) % ${unionIds.length}::int], 'active', '2024-01-01', 'roster', lpad((row_number() over ())::text, 12, '0'), ${tx.now}
    from person p where p.federation_id = ${tx.federationId}`.execute(rows(tx));
}

/** One letter for every ten members, a third of them open. Answers two people: one who wrote, one for an office. */
export async function fillCases(tx: Tx, members: number, unionIds: readonly string[]): Promise<string[]> {
  await sql`insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id,
      accept_due, answer_due, finish_due, next_due, next_clock, facts, opened_at, changed_at)
    select ${tx.federationId}, gen_random_uuid(), 'letter', '2026-' || lpad(x.n::text, 7, '0'), 'Letter ' || x.n, case when x.n % 3 = 0 then 'received' else 'closed' end, x.n % 3 = 0, 'named', 'phone',
      x.union_id, x.union_id, x.person_id, ${tx.now}, ${tx.now}, ${tx.now}, case when x.n % 3 = 0 then ${tx.now}::timestamptz + (x.n || ' seconds')::interval end, case when x.n % 3 = 0 then 'accept' end,
      '{"category":"other","place":"","aboutChair":false}'::jsonb, ${tx.now}::timestamptz - (x.n || ' minutes')::interval, ${tx.now}
    from (select row_number() over () as n, m.person_id, m.union_id from membership m where m.federation_id = ${tx.federationId} limit ${Math.ceil(members / 10)}::int) x
    where x.union_id = any(${[...unionIds]}::uuid[])`.execute(rows(tx));
  const r = await sql<{ id: string }>`(select author_id as id from case_file where federation_id = ${tx.federationId} limit 1)
    union all (select person_id as id from membership where federation_id = ${tx.federationId} order by card_number desc limit 1)`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
