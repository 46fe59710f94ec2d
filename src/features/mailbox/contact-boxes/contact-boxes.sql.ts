import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export type BoxRow = {
  id: string; unionId: string; unionName: string; unionPath: string; joinCode: string; number: number; place: string; placedOn: string; dueOn: string; dutyId: string | null; retiredOn: string | null; retiredWhy: string | null;
  lastOn: string | null; toKey: number; openings: number; letters: number; answered: number;
};
export type PersonRow = { id: string; name: string; union: string };
export type BoxFilter = { unionPath?: string | undefined; text?: string | undefined; state?: 'overdue' | 'due' | 'ready' | 'toKey' | 'retired' | undefined };

const BOX = sql`b.id, b.union_id as "unionId", u.name as "unionName", u.path as "unionPath", u.join_code as "joinCode", b.number, b.place, b.placed_on as "placedOn", b.due_on as "dueOn", b.duty_id as "dutyId",
  b.retired_on as "retiredOn", b.retired_why as "retiredWhy", o."lastOn", coalesce(o."toKey", 0)::int as "toKey", coalesce(o.openings, 0)::int as openings, coalesce(o.letters, 0)::int as letters, coalesce(a.answered, 0)::int as answered`;
const FROM = sql`from contact_box b join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id
  left join lateral (select max(x.opened_on) as "lastOn", count(*) as openings, sum(x.keyed) as letters, sum(x.found - x.keyed) filter (where x.left_why is null) as "toKey"
    from box_opening x where x.federation_id = b.federation_id and x.box_id = b.id) o on true
  left join lateral (select count(*) as answered from box_opening x join box_letter l on l.federation_id = x.federation_id and l.opening_id = x.id
    join case_file c on c.federation_id = l.federation_id and c.id = l.letter_id where x.federation_id = b.federation_id and x.box_id = b.id and c.answered_at is not null) a on true`;

/** One box by its own id or by that of its duty on the work list; `lock` holds it against another opening. */
export async function findBox(tx: Tx, id: string, lock?: 'lock'): Promise<BoxRow | null> {
  if (lock) await sql`select 1 from contact_box where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));
  const r = await sql<BoxRow>`select ${BOX} ${FROM} where b.federation_id = ${tx.federationId} and (b.id = ${id} or b.duty_id = ${id})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The box whose QR code was read. */
export async function findBoxByNumber(tx: Tx, unionId: string, number: number): Promise<BoxRow | null> {
  const r = await sql<BoxRow>`select ${BOX} ${FROM} where b.federation_id = ${tx.federationId} and b.union_id = ${unionId} and b.number = ${number}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Boxes over the subtrees of the officer: what is overdue or due first, retired ones last. */
export async function listBoxes(tx: Tx, by: Actor, f: BoxFilter, o: { today: string; limit: number; offset: number }): Promise<{ items: BoxRow[]; total: number }> {
  const like = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const states = {
    retired: sql`b.retired_on is not null`, overdue: sql`b.retired_on is null and b.due_on < ${o.today}::date`, due: sql`b.retired_on is null and b.due_on = ${o.today}::date`,
    ready: sql`b.retired_on is null and b.due_on > ${o.today}::date`,
    toKey: sql`exists (select 1 from box_opening x where x.federation_id = b.federation_id and x.box_id = b.id and x.left_why is null and x.keyed < x.found)`,
  };
  const where = sql`where b.federation_id = ${tx.federationId} and ${visibleTo(by, 'contactBoxes.keep')} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`}
    and (${like}::text is null or b.place ilike ${like} or u.name ilike ${like}) and ${f.state ? states[f.state] : sql`true`}`;
  const page = await sql<BoxRow>`select ${BOX} ${FROM} ${where} order by b.retired_on is not null, b.due_on, u.name, b.number limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`select count(*)::int as n from contact_box b join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id ${where}`.execute(rows(tx));
  return { items: page.rows, total: all.rows[0]?.n ?? 0 };
}

/** Boxes that a person keeps, active ones, at most 30, most urgent first. */
export async function listKept(tx: Tx, personId: string, unionIds: readonly string[]): Promise<BoxRow[]> {
  const r = await sql<BoxRow>`select ${BOX} ${FROM} where b.federation_id = ${tx.federationId} and b.retired_on is null and (b.union_id = any(${[...unionIds]}::uuid[])
      or exists (select 1 from contact_box_keeper k where k.federation_id = b.federation_id and k.box_id = b.id and k.person_id = ${personId})) order by b.due_on, b.id limit 30`.execute(rows(tx));
  return r.rows;
}

/** Keepers of these boxes, by name. */
export async function listKeepers(tx: Tx, boxIds: readonly string[]): Promise<(PersonRow & { boxId: string })[]> {
  const r = await sql<PersonRow & { boxId: string }>`select k.box_id as "boxId", p.id, p.name, coalesce(u.name, '') as union from contact_box_keeper k
    join person p on p.federation_id = k.federation_id and p.id = k.person_id
    left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where k.federation_id = ${tx.federationId} and k.box_id = any(${[...boxIds]}::uuid[]) order by p.name, p.id limit 10000`.execute(rows(tx));
  return r.rows;
}

/** Puts a box up under the next number of its union. @returns the number, null when another one took it just now */
export async function insertBox(tx: Tx, b: { id: string; unionId: string; place: string; placedOn: string; dueOn: string; by: string }): Promise<number | null> {
  const r = await sql<{ number: number }>`insert into contact_box (federation_id, id, union_id, number, place, placed_on, due_on, created_by, created_at)
    select ${tx.federationId}, ${b.id}, ${b.unionId}, coalesce(max(x.number), 0) + 1, ${b.place}, ${b.placedOn}::date, ${b.dueOn}::date, ${b.by}, ${tx.now}::timestamptz
    from contact_box x where x.federation_id = ${tx.federationId} and x.union_id = ${b.unionId} on conflict do nothing returning number`.execute(rows(tx));
  return r.rows[0]?.number ?? null;
}

/** Sets the place of a box and who keeps it. */
export async function updateBox(tx: Tx, b: { id: string; place: string; keepers: readonly string[] }): Promise<void> {
  await sql`update contact_box set place = ${b.place} where federation_id = ${tx.federationId} and id = ${b.id}`.execute(rows(tx));
  await sql`delete from contact_box_keeper where federation_id = ${tx.federationId} and box_id = ${b.id}`.execute(rows(tx));
  await sql`insert into contact_box_keeper (federation_id, box_id, person_id) select ${tx.federationId}, ${b.id}, x from unnest(${[...new Set(b.keepers)]}::uuid[]) x`.execute(rows(tx));
}

/** Takes a box out of use; its openings and letters stay. */
export async function retireBox(tx: Tx, id: string, on: string, why: string): Promise<void> {
  await sql`update contact_box set retired_on = ${on}, retired_why = ${why}, duty_id = null where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Says when a box is due next, and that no duty stands any more. */
export async function setDue(tx: Tx, id: string, dueOn: string): Promise<void> {
  await sql`update contact_box set due_on = ${dueOn}::date, duty_id = null where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Notes which case on the work list stands for the duty to open a box. */
export async function setDuty(tx: Tx, id: string, dutyId: string): Promise<void> {
  await sql`update contact_box set duty_id = ${dutyId} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Members of a subtree, and its officers, whose name begins with a text; at most 20. */
export async function findPeopleAround(tx: Tx, unionPath: string, text: string, today: string): Promise<PersonRow[]> {
  const like = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const r = await sql<PersonRow>`select p.id, p.name, min(u.name) as union from person p
    join (select m.federation_id, m.person_id, m.union_id from membership m where m.federation_id = ${tx.federationId} and m.state <> 'ended'
      union all select h.federation_id, h.person_id, h.union_id from office_holding h where h.federation_id = ${tx.federationId} and h.from_date <= ${today}::date and (h.to_date is null or h.to_date >= ${today}::date)) b
      on b.federation_id = p.federation_id and b.person_id = p.id
    join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id
    where p.federation_id = ${tx.federationId} and p.name like ${like} and ${inSubtrees([unionPath])} group by p.id, p.name order by p.name, p.id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Which of these people are members of the subtree or hold an office in it. */
export async function filterAround(tx: Tx, unionPath: string, personIds: readonly string[], today: string): Promise<Set<string>> {
  const ids = [...new Set(personIds)];
  const r = await sql<{ id: string }>`select distinct b.person_id as id from (
      select m.federation_id, m.person_id, m.union_id from membership m where m.federation_id = ${tx.federationId} and m.state <> 'ended' and m.person_id = any(${ids}::uuid[])
      union all select h.federation_id, h.person_id, h.union_id from office_holding h where h.federation_id = ${tx.federationId} and h.person_id = any(${ids}::uuid[]) and h.from_date <= ${today}::date and (h.to_date is null or h.to_date >= ${today}::date)) b
    join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id where ${inSubtrees([unionPath])}`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

/** Active members of a subtree with exactly this name, at most 20. */
export async function findMembersNamed(tx: Tx, unionPath: string, name: string): Promise<PersonRow[]> {
  const r = await sql<PersonRow>`select p.id, p.name, u.name as union from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended'
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where p.federation_id = ${tx.federationId} and p.name = ${name} and ${inSubtrees([unionPath])} order by u.name, p.id limit 20`.execute(rows(tx));
  return r.rows;
}
