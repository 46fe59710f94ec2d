import type { Actor, Tx } from '#shared/call';
import type { LegalDate } from '#shared/dates';
import { newId } from '#shared/ids';
import { inSubtrees, visibleTo } from '#engines/org';
import { rows, sql } from '#platform/db';

/** Which letters a figure is about: those the actor may read, below `unionPath` when given. */
const lettersOf = (tx: Tx, by: Actor, unionPath: string | undefined) => sql`case_file c
  join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
  where c.federation_id = ${tx.federationId} and c.process = 'letter' and ${visibleTo(by, 'letters.read')}
    and ${unionPath ? inSubtrees([unionPath]) : sql`true`}`;

/** Letters opened on each day (China's date) from an instant on. */
export async function countByDay(tx: Tx, by: Actor, unionPath: string | undefined, from: Date): Promise<Map<LegalDate, number>> {
  const r = await sql<{ date: LegalDate; n: number }>`select (c.opened_at at time zone 'Asia/Shanghai')::date as date, count(*)::int as n
    from ${lettersOf(tx, by, unionPath)} and c.opened_at >= ${from} group by 1`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.date, x.n]));
}

/** Letters of one day of arrival and one day of answering (China's dates), how many of them were rated, and how many of those 4 or 5 of 5; the later rating counts. */
export type AnsweredRow = { opened: LegalDate; answered: LegalDate; n: number; rated: number; good: number };

/** Letters answered within a span, gathered by days: a few thousand rows whatever the size. */
export async function countAnswered(tx: Tx, by: Actor, unionPath: string | undefined, from: Date, to: Date): Promise<AnsweredRow[]> {
  const r = await sql<AnsweredRow>`select (c.opened_at at time zone 'Asia/Shanghai')::date as opened,
      (c.answered_at at time zone 'Asia/Shanghai')::date as answered, count(*)::int as n,
      count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as good
    from ${lettersOf(tx, by, unionPath)} and c.answered_at >= ${from} and c.answered_at < ${to} group by 1, 2`.execute(rows(tx));
  return r.rows;
}

export type View = { id: string; name: string; query: string };

/** A person's views of one screen, by name. */
export async function listViews(tx: Tx, personId: string, screen: string): Promise<View[]> {
  const r = await sql<View>`select v.id, v.name, v.query from saved_view v where v.federation_id = ${tx.federationId} and v.person_id = ${personId}
    and v.screen = ${screen} order by v.name limit 100`.execute(rows(tx));
  return r.rows;
}

/** Keeps a view; one of the same name is replaced. */
export async function upsertView(tx: Tx, personId: string, v: { screen: string; name: string; query: string }): Promise<string> {
  const r = await sql<{ id: string }>`insert into saved_view (federation_id, id, person_id, screen, name, query, created_at)
    values (${tx.federationId}, ${newId()}, ${personId}, ${v.screen}, ${v.name}, ${v.query}, ${tx.now})
    on conflict (federation_id, person_id, screen, name) do update set query = excluded.query returning id`.execute(rows(tx));
  return r.rows[0]?.id ?? '';
}

/** Deletes one of a person's views; false when there is none. */
export async function deleteView(tx: Tx, personId: string, id: string): Promise<boolean> {
  const r = await sql`delete from saved_view where federation_id = ${tx.federationId} and id = ${id} and person_id = ${personId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}
