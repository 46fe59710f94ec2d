import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';

/** Counts the members of every union anew from `membership`, in one statement. Run by a job and after imports. */
export async function countMembers(tx: Tx, yearStart: string): Promise<void> {
  await sql`insert into union_figure (federation_id, union_id, members, women, unattached, reserved, joined_year, counted_at)
    select ${tx.federationId}, u.id, count(*) filter (where m.state = 'active')::int,
      count(*) filter (where m.state = 'active' and p.sex = 'female')::int,
      count(*) filter (where m.state = 'active' and m.category = 'unattached')::int,
      count(*) filter (where m.state = 'reserved')::int,
      count(*) filter (where m.state = 'active' and m.began_on >= ${yearStart}::date and m.origin in ('roster','application'))::int, ${tx.now}
    from union_unit u
    left join membership m on m.federation_id = u.federation_id and m.union_id = u.id and m.state <> 'ended'
    left join person p on p.federation_id = m.federation_id and p.id = m.person_id
    where u.federation_id = ${tx.federationId} group by u.id
    on conflict (federation_id, union_id) do update set members = excluded.members, women = excluded.women, unattached = excluded.unattached,
      reserved = excluded.reserved, joined_year = excluded.joined_year, counted_at = excluded.counted_at`.execute(rows(tx));
}

export type MemberFigures = { unions: number; members: number; women: number; unattached: number; reserved: number; joinedYear: number; countedAt: Date | null };

/** Sums of a scope, from the counts per union. `scope` is a condition over `union_unit u`. */
export async function sumFigures(tx: Tx, scope: RawBuilder<boolean>): Promise<MemberFigures> {
  const r = await sql<MemberFigures>`select count(*)::int as unions, coalesce(sum(f.members), 0)::int as members, coalesce(sum(f.women), 0)::int as women,
      coalesce(sum(f.unattached), 0)::int as unattached, coalesce(sum(f.reserved), 0)::int as reserved,
      coalesce(sum(f.joined_year), 0)::int as "joinedYear", min(f.counted_at) as "countedAt"
    from union_unit u left join union_figure f on f.federation_id = u.federation_id and f.union_id = u.id
    where u.federation_id = ${tx.federationId} and u.state in ('preparing','active') and ${scope}`.execute(rows(tx));
  return r.rows[0] as MemberFigures;
}
