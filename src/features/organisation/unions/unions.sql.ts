import type { Actor, Tx } from '#shared/call';
import { inSubtrees, visibleTo } from '#engines/org';
import { type RawBuilder, rows, sql } from '#platform/db';

export type TreeRow = { id: string; name: string; code: string; kind: string; state: string; parentId: string | null; branches: number; members: number; chair: string | null; bySector: boolean; path: string; parent: string | null };
/** A union of the tree with the sums over itself and everything below it, by either line. */
export type SummedRow = TreeRow & { allUnions: number; allMembers: number };

const columns = (on: string) => sql`u.id, u.name, u.code, u.kind, u.state, u.parent_id as "parentId", u.path,
  (select pu.name from union_unit pu where pu.federation_id = u.federation_id and pu.id = u.parent_id) as parent,
  (select count(*)::int from union_unit c where c.federation_id = u.federation_id and c.parent_id = u.id and c.state in ('preparing','active')) as branches,
  (select coalesce(f.members, 0) from union_figure f where f.federation_id = u.federation_id and f.union_id = u.id) as members,
  (select p.name from office_holding o join person p on p.federation_id = o.federation_id and p.id = o.person_id
    where o.federation_id = u.federation_id and o.union_id = u.id and o.office = 'chair' and o.from_date <= ${on}::date and (o.to_date is null or o.to_date >= ${on}::date) limit 1) as chair`;

const tidy = <R extends TreeRow>(list: R[]): R[] => list.map((u) => ({ ...u, members: u.members ?? 0 }));

/** Adds the sums of the subtrees to a page of unions: one statement, by the two prefix indexes. */
async function summed(tx: Tx, list: TreeRow[]): Promise<SummedRow[]> {
  const below = sql`((c.path ~>=~ b.path and c.path ~<~ (b.path || '~')) or (c.sector_path ~>=~ b.path and c.sector_path ~<~ (b.path || '~')))`;
  const r = await sql<{ id: string; unions: number; members: number }>`select b.id, count(*)::int as unions, coalesce(sum(f.members), 0)::int as members
    from unnest(${list.map((u) => u.id)}::uuid[], ${list.map((u) => u.path)}::text[]) as b(id, path)
    join union_unit c on c.federation_id = ${tx.federationId} and c.state in ('preparing','active') and ${below}
    left join union_figure f on f.federation_id = c.federation_id and f.union_id = c.id
    group by b.id`.execute(rows(tx));
  const sums = new Map(r.rows.map((s) => [s.id, s]));
  return tidy(list).map((u) => ({ ...u, allUnions: sums.get(u.id)?.unions ?? 0, allMembers: sums.get(u.id)?.members ?? 0 }));
}

/** The unions with these ids, in the order of their paths. */
export async function listRoots(tx: Tx, ids: readonly string[], on: string): Promise<SummedRow[]> {
  const r = await sql<TreeRow>`select ${columns(on)}, false as "bySector" from union_unit u where u.federation_id = ${tx.federationId}
    and u.id = any(${[...ids]}::uuid[]) order by length(u.path), u.name limit 100`.execute(rows(tx));
  return summed(tx, r.rows);
}

/** Living unions directly below one, on either line, 100 a page. */
export async function listBranches(tx: Tx, by: Actor, id: string, on: string, offset: number): Promise<{ items: SummedRow[]; total: number }> {
  const where = sql`u.federation_id = ${tx.federationId} and (u.parent_id = ${id} or u.sector_parent_id = ${id}) and u.state in ('preparing','active') and ${visibleTo(by, 'unions.read')}`;
  const r = await sql<TreeRow>`select ${columns(on)}, (u.sector_parent_id = ${id}) is true as "bySector" from union_unit u where ${where} order by u.code limit 100 offset ${offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from union_unit u where ${where}`.execute(rows(tx));
  return { items: await summed(tx, r.rows), total: n.rows[0]?.n ?? 0 };
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Unions by name or code within the actor's reach, below `f.path` when given; ended ones last. */
export async function findUnions(tx: Tx, by: Actor, f: { text: string; path: string | undefined; limit: number; offset: number }, on: string): Promise<{ items: SummedRow[]; total: number }> {
  const where = sql`u.federation_id = ${tx.federationId} and (u.name ilike ${like(f.text)} or u.code ilike ${like(f.text)}) and ${visibleTo(by, 'unions.read')} ${f.path ? sql`and ${inSubtrees([f.path])}` : sql``}`;
  const page = await sql<TreeRow>`select ${columns(on)}, false as "bySector" from union_unit u where ${where}
    order by u.state in ('merged','dissolved'), length(u.path), u.name, u.id limit ${f.limit} offset ${f.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`select count(*)::int as n from union_unit u where ${where}`.execute(rows(tx));
  return { items: await summed(tx, page.rows), total: all.rows[0]?.n ?? 0 };
}

/** Members of a subtree by name, staff number or card, at most 20: who may be appointed. */
export async function findMembersIn(tx: Tx, path: string, text: string): Promise<{ id: string; name: string; union: string; staffNumber: string }[]> {
  const r = await sql<{ id: string; name: string; union: string; staffNumber: string }>`select p.id, p.name, u.name as union, p.staff_number as "staffNumber"
    from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state = 'active'
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where p.federation_id = ${tx.federationId} and (p.name like ${like(text).slice(1)} or p.staff_number = ${text} or m.card_number = ${text}) and ${inSubtrees([path])}
    order by p.name, p.id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Whether a person is an active member somewhere in the subtree. */
export async function isMemberIn(tx: Tx, path: string, personId: string): Promise<boolean> {
  const r = await sql`select 1 from membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where m.federation_id = ${tx.federationId} and m.person_id = ${personId} and m.state = 'active' and ${inSubtrees([path])}`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Sets a new joining code; the old one leads nowhere from then on. */
export async function replaceJoinCode(tx: Tx, id: string, joinCode: string): Promise<void> {
  await sql`delete from join_code_lookup where federation_id = ${tx.federationId} and union_id = ${id}`.execute(rows(tx));
  await sql`update union_unit set join_code = ${joinCode} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
  await sql`insert into join_code_lookup (join_code, federation_id, union_id) values (${joinCode}, ${tx.federationId}, ${id})`.execute(rows(tx));
}

/** A condition for the subtree of one union. */
export const below = (path: string): RawBuilder<boolean> => inSubtrees([path]);

type ExportRow = TreeRow & { workers: number; women: number; employer: string; termTo: string | null };

/** Every living union of a subtree for the export, at most 5,000. */
export async function listForExport(tx: Tx, path: string, on: string): Promise<ExportRow[]> {
  const r = await sql<ExportRow>`select ${columns(on)}, false as "bySector", u.workers, u.women, u.employer_name as employer, u.term_to as "termTo"
    from union_unit u where u.federation_id = ${tx.federationId} and u.state in ('preparing','active') and ${below(path)} order by u.path limit 5000`.execute(rows(tx));
  return tidy(r.rows);
}
