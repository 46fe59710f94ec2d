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

/** One letter for every ten members, spread over the last year, a third of them open, most of the others answered and rated. */
export async function fillLetters(tx: Tx, members: number): Promise<void> {
  await sql`insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id,
      accept_due, answer_due, finish_due, next_due, next_clock, answered_at, rating, facts, opened_at, changed_at)
    select ${tx.federationId}, gen_random_uuid(), 'letter', '2026-' || lpad(x.n::text, 7, '0'), 'Letter ' || x.n, case when x.n % 3 = 0 then 'received' else 'closed' end, x.n % 3 = 0, 'named', 'phone',
      x.union_id, x.union_id, x.person_id, y.at + interval '3 days', y.at + interval '10 days', y.at + interval '60 days',
      case when x.n % 3 = 0 then y.at + interval '3 days' end, case when x.n % 3 = 0 then 'accept' end,
      case when x.n % 3 > 0 then y.at + (x.n % 15 || ' days')::interval end, case when x.n % 3 > 0 then 3 + x.n % 3 end,
      jsonb_build_object('category', (array['pay','safety','canteen','other'])[1 + x.n % 4], 'place', '', 'aboutChair', false), y.at, y.at
    from (select row_number() over () as n, m.person_id, m.union_id from membership m where m.federation_id = ${tx.federationId} limit ${Math.ceil(members / 10)}::int) x,
      lateral (select ${tx.now}::timestamptz - (x.n % 365 || ' days')::interval - (x.n % 86400 || ' seconds')::interval as at) y`.execute(rows(tx));
}

/** Some members who wrote a letter. */
export async function someWriters(tx: Tx, count: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select distinct author_id as id from case_file where federation_id = ${tx.federationId} and author_id is not null limit ${count}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Some members who wrote none, for offices. */
export async function someOthers(tx: Tx, count: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select person_id as id from membership where federation_id = ${tx.federationId} order by card_number desc limit ${count}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** People with an active membership. */
export async function listMembers(tx: Tx, count: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select m.person_id as id from membership m where m.federation_id = ${tx.federationId} and m.state = 'active' limit ${count}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
