import type { Actor, Tx } from '#shared/call';
import { visibleTo } from '#engines/org';
import { rows, sql } from '#platform/db';
import { asPrefix } from './search.rules.ts';

export type PersonHit = { id: string; name: string; staffNumber: string; cardNumber: string; unionId: string; union: string };

/** People with a living membership in the actor's scope: by beginning of the name, whole staff number or whole card number. */
export async function searchPeople(tx: Tx, by: Actor, text: string, limit: number): Promise<PersonHit[]> {
  const columns = sql`p.id, p.name, p.staff_number as "staffNumber", m.card_number as "cardNumber", u.id as "unionId", u.name as union`;
  const from = sql`person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended'
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id`;
  const within = sql`p.federation_id = ${tx.federationId} and ${visibleTo(by, 'search.people')}`;
  const r = await sql<PersonHit>`select * from (
      (select ${columns} from ${from} where ${within} and p.name like ${asPrefix(text)} order by p.name, p.id limit ${limit})
      union (select ${columns} from ${from} where ${within} and p.staff_number <> '' and p.staff_number = ${text} limit ${limit})
      union (select ${columns} from ${from} where ${within} and m.federation_id = ${tx.federationId} and m.card_number = ${text} limit ${limit})) hit
    order by name, id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

export type UnionHit = { id: string; name: string; code: string; parent: string | null };

/** Unions in the actor's scope whose name holds the text or whose code begins with it; top first. */
export async function searchUnions(tx: Tx, by: Actor, text: string, limit: number): Promise<UnionHit[]> {
  const r = await sql<UnionHit>`select u.id, u.name, u.code, up.name as parent from union_unit u
    left join union_unit up on up.federation_id = u.federation_id and up.id = u.parent_id
    where u.federation_id = ${tx.federationId} and u.state in ('preparing','active') and ${visibleTo(by, 'unions.read')}
      and (u.name like ${`%${asPrefix(text)}`} or u.code like ${asPrefix(text.toUpperCase())})
    order by length(u.path), u.name limit ${limit}`.execute(rows(tx));
  return r.rows;
}

export type OwnHit = { id: string; process: string; number: string; title: string; state: string };

/** A person's own matters whose title holds the text or whose number ends with it, the latest change first. */
export async function searchOwn(tx: Tx, personId: string, text: string, limit: number): Promise<OwnHit[]> {
  const r = await sql<OwnHit>`select c.id, c.process, c.number, c.title, c.state from case_file c
    where c.federation_id = ${tx.federationId} and (c.author_id = ${personId} or c.subject_id = ${personId})
      and (c.title ilike ${`%${asPrefix(text)}`} or c.number like ${`%${asPrefix(text).slice(0, -1)}`})
    order by c.changed_at desc limit ${limit}`.execute(rows(tx));
  return r.rows;
}
