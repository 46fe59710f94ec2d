import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** One period of belonging to one union; `endedOn` is the first day on which it no longer holds. */
export type Membership = {
  id: string; personId: string; unionId: string; state: 'active' | 'reserved' | 'ended'; beganOn: string; endedOn: string | null;
  endReason: string | null; origin: string; originId: string | null; cardNumber: string; category: 'regular' | 'unattached';
  subsidised: boolean; department: string; job: string; employmentForm: string; employedOn: string | null; contractTo: string | null;
};

const COLUMNS = sql`m.id, m.person_id as "personId", m.union_id as "unionId", m.state, m.began_on as "beganOn", m.ended_on as "endedOn",
  m.end_reason as "endReason", m.origin, m.origin_id as "originId", m.card_number as "cardNumber", m.category, m.subsidised, m.department,
  m.job, m.employment_form as "employmentForm", m.employed_on as "employedOn", m.contract_to as "contractTo"`;

/** Adds periods in one statement; people who already have a living membership are left out. Answers the ids of those added. */
export async function insertMemberships(tx: Tx, list: readonly Membership[]): Promise<Set<string>> {
  if (list.length === 0) return new Set();
  const each = <K extends keyof Membership>(field: K): Membership[K][] => list.map((m) => m[field]);
  const r = await sql<{ id: string }>`insert into membership (federation_id, id, person_id, union_id, state, began_on, origin, origin_id, card_number,
      category, subsidised, department, job, employment_form, employed_on, contract_to, created_at)
    select ${tx.federationId}, x.*, ${tx.now}
    from unnest(${each('id')}::uuid[], ${each('personId')}::uuid[], ${each('unionId')}::uuid[], ${each('state')}::text[], ${each('beganOn')}::date[], ${each('origin')}::text[],
      ${each('originId')}::uuid[], ${each('cardNumber')}::text[], ${each('category')}::text[], ${each('subsidised')}::boolean[], ${each('department')}::text[], ${each('job')}::text[],
      ${each('employmentForm')}::text[], ${each('employedOn')}::date[], ${each('contractTo')}::date[]) as x
    on conflict (federation_id, person_id) where state <> 'ended' do nothing returning id`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

/** Living memberships of these people. */
export async function findLiving(tx: Tx, personIds: readonly string[]): Promise<Membership[]> {
  const r = await sql<Membership>`select ${COLUMNS} from membership m where m.federation_id = ${tx.federationId}
    and m.person_id = any(${[...personIds]}::uuid[]) and m.state <> 'ended'`.execute(rows(tx));
  return r.rows;
}

/** The living membership of one person, locked. */
export async function lockLiving(tx: Tx, personId: string): Promise<Membership | null> {
  const r = await sql<Membership>`select ${COLUMNS} from membership m where m.federation_id = ${tx.federationId}
    and m.person_id = ${personId} and m.state <> 'ended' for update`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Every period of a person, newest first; at most 100. */
export async function listHistory(tx: Tx, personId: string): Promise<(Membership & { unionName: string })[]> {
  const r = await sql<Membership & { unionName: string }>`select ${COLUMNS}, u.name as "unionName" from membership m
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where m.federation_id = ${tx.federationId} and m.person_id = ${personId} order by m.began_on desc, m.created_at desc limit 100`.execute(rows(tx));
  return r.rows;
}

/** Closes living periods. Answers how many were closed. */
export async function endMemberships(tx: Tx, personIds: readonly string[], on: string, reason: string): Promise<number> {
  const r = await sql`update membership set state = 'ended', ended_on = ${on}, end_reason = ${reason} where federation_id = ${tx.federationId}
    and person_id = any(${[...personIds]}::uuid[]) and state <> 'ended'`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Closes every living period of a union and opens the same in another: the members' part of a merger. */
export async function moveMemberships(tx: Tx, fromUnionId: string, toUnionId: string, on: string): Promise<number> {
  const r = await sql`with closed as (
      update membership set state = 'ended', ended_on = ${on}, end_reason = 'merged'
      where federation_id = ${tx.federationId} and union_id = ${fromUnionId} and state <> 'ended'
      returning person_id, card_number, category, subsidised, department, job, employment_form, employed_on, contract_to, id)
    insert into membership (federation_id, id, person_id, union_id, state, began_on, origin, origin_id, card_number, category, subsidised,
      department, job, employment_form, employed_on, contract_to, created_at)
    select ${tx.federationId}, gen_random_uuid(), c.person_id, ${toUnionId}, 'active', ${on}, 'merge', c.id, c.card_number, c.category, c.subsidised,
      c.department, c.job, c.employment_form, c.employed_on, c.contract_to, ${tx.now} from closed c`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Takes back what an import added: periods of that origin that are still as it left them. Answers the people concerned. */
export async function undoOrigin(tx: Tx, originId: string): Promise<string[]> {
  const r = await sql<{ personId: string }>`delete from membership where federation_id = ${tx.federationId} and origin_id = ${originId}
    and state = 'active' returning person_id as "personId"`.execute(rows(tx));
  return r.rows.map((x) => x.personId);
}
