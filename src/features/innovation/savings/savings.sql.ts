import type { Actor, Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { STATES } from './savings.contract.ts';
import type { Kind } from './savings.rules.ts';

export type State = (typeof STATES)[number];
/** A saving with what lists show; `double`: another one of the same post, kind and time is there. */
export type SavingRow = {
  id: string; number: string; title: string; state: State; version: number; authorId: string; author: string; caseUnionId: string; casePath: string; caseSectorPath: string | null; nextDue: Date | null;
  kind: Kind; postId: string; post: string; unitId: string; unit: string; monthly: boolean; madeFrom: string; madeTo: string;
  before: bigint | null; after: bigint | null; price: bigint | null; measure: string; reckoned: string; claimed: bigint; enteredOn: string;
  verified: bigint | null; verifiedById: string | null; doubleWord: string; counted: bigint | null; people: number; shares: boolean; double: boolean;
};
export type NewSaving = {
  id: string; unitId: string; postId: string; kind: Kind; monthly: boolean; madeFrom: string; madeTo: string; before: bigint | null; after: bigint | null; price: bigint | null;
  measure: string; reckoned: string; claimed: bigint; enteredOn: string;
};
export type Filter = {
  readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly kind?: string | undefined; readonly postId?: string | undefined;
  readonly personId?: string | undefined; readonly monthFrom?: string | undefined; readonly monthTo?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined; readonly double?: boolean | undefined;
};

/** How many months the amounts of a row of `saving` count for. */
export const MONTHS = sql<number>`(case when s.monthly then (extract(year from s.made_to) - extract(year from s.made_from)) * 12 + extract(month from s.made_to) - extract(month from s.made_from) + 1 else 1 end)::int`;
const overlaps = (a: string, b: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${b}.federation_id`)} = ${sql.ref(`${a}.federation_id`)} and ${sql.ref(`${b}.post_id`)} = ${sql.ref(`${a}.post_id`)}
  and ${sql.ref(`${b}.kind`)} = ${sql.ref(`${a}.kind`)} and ${sql.ref(`${b}.id`)} <> ${sql.ref(`${a}.id`)} and ${sql.ref(`${b}.ended_on`)} is null
  and ${sql.ref(`${b}.made_to`)} >= ${sql.ref(`${a}.made_from`)} and ${sql.ref(`${b}.made_from`)} <= ${sql.ref(`${a}.made_to`)}`;
const TWICE = sql<boolean>`(s.ended_on is null and exists (select 1 from saving d where ${overlaps('s', 'd')}))`;
const mine = (by: Actor): RawBuilder<boolean> => sql<boolean>`exists (select 1 from saving_person m where m.federation_id = s.federation_id and m.saving_id = s.id and m.person_id = ${by.personId})`;
const columns = (by: Actor) => sql`s.id, c.number, c.title, c.state, c.version, c.author_id as "authorId", a.name as author, c.union_id as "caseUnionId", cu.path as "casePath", cu.sector_path as "caseSectorPath", c.next_due as "nextDue",
  s.kind, s.post_id as "postId", p.name as post, s.unit_union_id as "unitId", u.name as unit, s.monthly, s.made_from as "madeFrom", s.made_to as "madeTo",
  s.before_milli as before, s.after_milli as after, s.price_e4 as price, s.measure, s.reckoned, s.claimed_fen as claimed, s.entered_on as "enteredOn",
  s.verified_fen as verified, s.verified_by_id as "verifiedById", s.double_word as "doubleWord", s.counted_fen as counted,
  (select count(*)::int from saving_person n where n.federation_id = s.federation_id and n.saving_id = s.id) as people, ${mine(by)} as shares, ${TWICE} as double`;
const FROM = sql`saving s join case_file c on c.federation_id = s.federation_id and c.id = s.id
  join union_unit u on u.federation_id = s.federation_id and u.id = s.unit_union_id join union_unit cu on cu.federation_id = c.federation_id and cu.id = c.union_id
  join saving_post p on p.federation_id = s.federation_id and p.id = s.post_id join person a on a.federation_id = c.federation_id and a.id = c.author_id`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The post of a unit with this name, made when it is not there. @returns its id */
export async function keepPost(tx: Tx, o: { unionId: string; name: string; key: string }): Promise<string> {
  await sql`insert into saving_post (federation_id, id, union_id, name, key) values (${tx.federationId}, ${newId()}, ${o.unionId}, ${o.name}, ${o.key}) on conflict (federation_id, union_id, key) do nothing`.execute(rows(tx));
  const r = await sql<{ id: string }>`select id from saving_post where federation_id = ${tx.federationId} and union_id = ${o.unionId} and key = ${o.key}`.execute(rows(tx));
  return (r.rows[0] as { id: string }).id;
}

/** Names of posts of a unit, those of this person first, at most 12. */
export async function listPosts(tx: Tx, unionId: string, personId: string): Promise<string[]> {
  const r = await sql<{ name: string }>`select p.name from saving_post p join saving s on s.federation_id = p.federation_id and s.post_id = p.id
      join case_file c on c.federation_id = s.federation_id and c.id = s.id
    where p.federation_id = ${tx.federationId} and p.union_id = ${unionId}
    group by p.id, p.name order by max(case when c.author_id = ${personId} then c.opened_at end) desc nulls last, count(*) desc, p.id limit 12`.execute(rows(tx));
  return r.rows.map((p) => p.name);
}

/** Members of a union whose name holds the text, at most 10. */
export async function listColleagues(tx: Tx, unionId: string, by: Actor, text: string): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`select p.id, p.name from membership m join person p on p.federation_id = m.federation_id and p.id = m.person_id
    where m.federation_id = ${tx.federationId} and m.union_id = ${unionId} and m.ended_on is null and p.id <> ${by.personId} and p.name ilike ${like(text)} order by p.name, p.id limit 10`.execute(rows(tx));
  return r.rows;
}

/** Which of these people belong to the union now. */
export async function countMembersOf(tx: Tx, unionId: string, ids: readonly string[]): Promise<number> {
  const r = await sql<{ n: number }>`select count(distinct m.person_id)::int as n from membership m
    where m.federation_id = ${tx.federationId} and m.union_id = ${unionId} and m.ended_on is null and m.person_id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Savings a person entered on a day. */
export async function countEntered(tx: Tx, personId: string, on: string): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from saving s join case_file c on c.federation_id = s.federation_id and c.id = s.id
    where s.federation_id = ${tx.federationId} and s.entered_on = ${on}::date and c.author_id = ${personId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Keeps a saving with those who share in it. */
export async function insertSaving(tx: Tx, n: NewSaving, people: readonly { personId: string; share: number }[]): Promise<void> {
  await sql`insert into saving (federation_id, id, unit_union_id, post_id, kind, monthly, made_from, made_to, before_milli, after_milli, price_e4, measure, reckoned, claimed_fen, entered_on)
    values (${tx.federationId}, ${n.id}, ${n.unitId}, ${n.postId}, ${n.kind}, ${n.monthly}, ${n.madeFrom}, ${n.madeTo}, ${n.before}, ${n.after}, ${n.price}, ${n.measure}, ${n.reckoned}, ${n.claimed}, ${n.enteredOn})`.execute(rows(tx));
  await sql`insert into saving_person (federation_id, saving_id, person_id, position, share)
    select ${tx.federationId}, ${n.id}, x.person_id, x.position, x.share from unnest(${people.map((p) => p.personId)}::uuid[], ${people.map((p) => p.share)}::int[]) with ordinality as x(person_id, share, position)`.execute(rows(tx));
}

/** A saving for whoever may read it or shares in it. */
export async function findSaving(tx: Tx, by: Actor, id: string): Promise<SavingRow | null> {
  const r = await sql<SavingRow>`select ${columns(by)} from ${FROM} where s.federation_id = ${tx.federationId} and s.id = ${id} and (${visibleTo(by, 'savings.read')} or ${mine(by)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Savings that these verifiers want to settle, with their posts locked in one order, so that two verifiers of a post see each other's decision. */
export async function lockPosts(tx: Tx, savingIds: readonly string[]): Promise<void> {
  await sql`select 1 from saving_post where federation_id = ${tx.federationId} and id in (select s.post_id from saving s where s.federation_id = ${tx.federationId} and s.id = any(${[...savingIds]}::uuid[]))
    order by id for update`.execute(rows(tx));
}

/** Others of the same post and kind whose time overlaps and that are not refused or withdrawn; at most 20, verified ones first. */
export async function listOthers(tx: Tx, by: Actor, id: string): Promise<SavingRow[]> {
  const r = await sql<SavingRow>`select ${columns(by)} from ${FROM} join saving o on o.federation_id = s.federation_id and o.id = ${id}
    where s.federation_id = ${tx.federationId} and ${overlaps('o', 's')} order by s.verified_on nulls last, s.entered_on, s.id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Those who share in these savings, in their order. */
export async function listPeople(tx: Tx, ids: readonly string[]): Promise<{ savingId: string; id: string; name: string; share: number }[]> {
  const r = await sql<{ savingId: string; id: string; name: string; share: number }>`select m.saving_id as "savingId", m.person_id as id, p.name, m.share from saving_person m
    join person p on p.federation_id = m.federation_id and p.id = m.person_id
    where m.federation_id = ${tx.federationId} and m.saving_id = any(${[...ids]}::uuid[]) order by m.saving_id, m.position limit 1000`.execute(rows(tx));
  return r.rows;
}

/** The first verification. `counts`: nothing further is asked. */
export async function markVerified(tx: Tx, o: { id: string; fen: bigint; by: string; on: string; doubleWord: string; counts: boolean }): Promise<void> {
  await sql`update saving set verified_fen = ${o.fen}, verified_by_id = ${o.by}, verified_on = ${o.on}::date, double_word = ${o.doubleWord},
    counted_fen = ${o.counts ? o.fen : null}, counted_on = ${o.counts ? o.on : null}::date where federation_id = ${tx.federationId} and id = ${o.id}`.execute(rows(tx));
}

/** The second verification, by finance. */
export async function markConfirmed(tx: Tx, o: { id: string; fen: bigint; by: string; on: string }): Promise<void> {
  await sql`update saving set counted_fen = ${o.fen}, counted_on = ${o.on}::date, finance_by_id = ${o.by} where federation_id = ${tx.federationId} and id = ${o.id}`.execute(rows(tx));
}

/** Takes a saving out of all counting. */
export async function markEnded(tx: Tx, o: { id: string; on: string; why: 'refused' | 'withdrawn' | 'struck' }): Promise<void> {
  await sql`update saving set ended_on = ${o.on}::date, ended_why = ${o.why} where federation_id = ${tx.federationId} and id = ${o.id}`.execute(rows(tx));
}

function conditions(f: Filter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (f.unionPath) all.push(sql`u.path like ${`${f.unionPath}%`}`);
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.kind) all.push(sql`s.kind = ${f.kind}`);
  if (f.postId) all.push(sql`s.post_id = ${f.postId}`);
  if (f.personId) all.push(sql`exists (select 1 from saving_person f where f.federation_id = s.federation_id and f.saving_id = s.id and f.person_id = ${f.personId})`);
  if (f.monthFrom && f.monthTo) all.push(sql`s.made_to >= ${f.monthFrom}::date and (case when s.monthly then s.made_from else s.made_to end) <= ${f.monthTo}::date`);
  if (f.from) all.push(sql`s.entered_on >= ${f.from}::date`);
  if (f.to) all.push(sql`s.entered_on <= ${f.to}::date`);
  if (f.double) all.push(TWICE);
  if (f.text) all.push(sql`(c.number = ${f.text} or c.title ilike ${like(f.text)} or p.name ilike ${like(f.text)} or a.name ilike ${like(f.text)})`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** One page of the register over the subtrees where the officer reads savings, newest first; `counted` = fen of all that match and count. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: { limit: number; offset: number }): Promise<{ items: SavingRow[]; total: number; counted: bigint }> {
  const where = sql`s.federation_id = ${tx.federationId} and ${visibleTo(by, 'savings.read')} and ${conditions(f)}`;
  const list = await sql<SavingRow>`select ${columns(by)} from ${FROM} where ${where} order by s.entered_on desc, s.id desc limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const all = await sql<{ n: number; fen: bigint }>`select count(*)::int as n, coalesce(sum(s.counted_fen * ${MONTHS}) filter (where s.ended_on is null), 0)::bigint as fen from ${FROM} where ${where}`.execute(rows(tx));
  return { items: list.rows, total: all.rows[0]?.n ?? 0, counted: all.rows[0]?.fen ?? 0n };
}

/** Savings in which a person shares, newest first. */
export async function listMine(tx: Tx, by: Actor, page: { limit: number; offset: number }): Promise<SavingRow[]> {
  const r = await sql<SavingRow>`select ${columns(by)} from ${FROM} where s.federation_id = ${tx.federationId} and ${mine(by)} order by s.entered_on desc, s.id desc limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}
