import { type Actor, scopesOf, type Tx } from '#shared/call';
import { inSubtrees, outermost } from '#engines/org';
import { type RawBuilder, rows, sql } from '#platform/db';

/** `beganOn` is the first day of the person's first period: the years go on from union to union. */
export type MemberRow = { id: string; name: string; union: string; unionId: string; unionPath: string; state: string; category: string; cardNumber: string; staffNumber: string; job: string; beganOn: string };
export type MemberFilter = { text?: string | undefined; state?: string | undefined; category?: string | undefined; unionPath?: string | undefined; since?: string | undefined };

const COLUMNS = sql`p.id, p.name, u.name as union, u.id as "unionId", u.path as "unionPath", m.state, m.category, m.card_number as "cardNumber", p.staff_number as "staffNumber", m.job,
  (select min(h.began_on) from membership h where h.federation_id = m.federation_id and h.person_id = m.person_id) as "beganOn"`;
const FROM = sql`membership m join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id join person p on p.federation_id = m.federation_id and p.id = m.person_id`;

function conditions(tx: Tx, by: Actor, f: MemberFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`m.federation_id = ${tx.federationId} and m.state <> 'ended' and ${inSubtrees(outermost(scopesOf(by, 'members.read')))}`];
  const text = f.text?.replace(/[\\%_]/g, '\\$&');
  if (text) all.push(sql`(p.name like ${`${text}%`} or p.staff_number = ${f.text} or m.card_number = ${f.text})`);
  if (f.state) all.push(sql`m.state = ${f.state}`);
  if (f.category) all.push(sql`m.category = ${f.category}`);
  if (f.unionPath) all.push(inSubtrees([f.unionPath]));
  if (f.since) all.push(sql`m.began_on >= ${f.since}::date`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** One page of the register, newest first (by key, so that a page costs the same in a union of a million); the total is counted up to 10,001. */
export async function listMembers(tx: Tx, by: Actor, f: MemberFilter, page: { limit: number; offset: number }): Promise<{ items: MemberRow[]; total: number }> {
  const where = conditions(tx, by, f);
  const r = await sql<MemberRow>`select ${COLUMNS} from ${FROM} where ${where} order by m.id desc limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${FROM} where ${where} limit 10001) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** A person whose latest membership lies within the actor's reach. */
export async function findMember(tx: Tx, by: Actor, permission: string, personId: string): Promise<MemberRow | null> {
  const r = await sql<MemberRow>`select * from (select distinct on (m.person_id) ${COLUMNS}, u.sector_path, u.path from ${FROM}
      where m.federation_id = ${tx.federationId} and m.person_id = ${personId} order by m.person_id, m.began_on desc, m.created_at desc) u
    where ${inSubtrees(outermost(scopesOf(by, permission)))}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The living membership with this card number. */
export async function findByCard(tx: Tx, cardNumber: string): Promise<MemberRow | null> {
  const r = await sql<MemberRow>`select ${COLUMNS} from ${FROM} where m.federation_id = ${tx.federationId} and m.card_number = ${cardNumber} order by m.state = 'ended', m.began_on desc limit 1`.execute(rows(tx));
  return r.rows[0] ?? null;
}
