import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

export type OpeningRow = {
  id: string; boxId: string; openedOn: string; openedAt: Date; openedBy: string; openedById: string; witness: string; witnessId: string; found: number; keyed: number; sealIntact: boolean; note: string; leftWhy: string | null;
  loggedBy: string; loggedById: string; loggedAt: Date; corrected: number;
};
export type NewOpening = { id: string; boxId: string; openedOn: string; openedAt: Date; openedBy: string; witnessId: string; found: number; sealIntact: boolean; note: string; by: string };
export type Before = { found: number; sealIntact: boolean; note: string; witness: string };
export type LetterRow = { letterId: string; number: string; title: string; state: string; openedOn: string; position: number; open: boolean };

const OPENING = sql`o.id, o.box_id as "boxId", o.opened_on as "openedOn", o.opened_at as "openedAt", o.opened_by as "openedById", p.name as "openedBy", o.witness_id as "witnessId", w.name as witness, o.found::int as found, o.keyed::int as keyed,
  o.seal_intact as "sealIntact", o.note, o.left_why as "leftWhy", o.logged_by as "loggedById", l.name as "loggedBy", o.logged_at as "loggedAt", o.corrected::int as corrected`;
const FROM = sql`from box_opening o join person p on p.federation_id = o.federation_id and p.id = o.opened_by join person w on w.federation_id = o.federation_id and w.id = o.witness_id
  join person l on l.federation_id = o.federation_id and l.id = o.logged_by`;

/** Keeps an opening; false when that day's is logged already. */
export async function insertOpening(tx: Tx, o: NewOpening): Promise<boolean> {
  const r = await sql`insert into box_opening (federation_id, id, box_id, opened_on, opened_at, opened_by, witness_id, found, seal_intact, note, logged_by, logged_at)
    values (${tx.federationId}, ${o.id}, ${o.boxId}, ${o.openedOn}, ${o.openedAt}, ${o.openedBy}, ${o.witnessId}, ${o.found}, ${o.sealIntact}, ${o.note}, ${o.by}, ${tx.now}) on conflict do nothing returning id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** One opening, held for writing. */
export async function lockOpening(tx: Tx, id: string): Promise<OpeningRow | null> {
  await sql`select 1 from box_opening where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));
  const r = await sql<OpeningRow>`select ${OPENING} ${FROM} where o.federation_id = ${tx.federationId} and o.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The openings of a box, latest first, at most 60. */
export async function listOpenings(tx: Tx, boxId: string): Promise<OpeningRow[]> {
  const r = await sql<OpeningRow>`select ${OPENING} ${FROM} where o.federation_id = ${tx.federationId} and o.box_id = ${boxId} order by o.opened_on desc limit 60`.execute(rows(tx));
  return r.rows;
}

/** The latest opening of each of these boxes. */
export async function listLatest(tx: Tx, boxIds: readonly string[]): Promise<OpeningRow[]> {
  const r = await sql<OpeningRow>`select distinct on (o.box_id) ${OPENING} ${FROM} where o.federation_id = ${tx.federationId} and o.box_id = any(${[...boxIds]}::uuid[]) order by o.box_id, o.opened_on desc`.execute(rows(tx));
  return r.rows;
}

/** What these openings said before they were corrected, latest first. */
export async function listBefore(tx: Tx, openingIds: readonly string[]): Promise<{ openingId: string; was: Before; why: string; at: Date }[]> {
  const r = await sql<{ openingId: string; was: Before; why: string; at: Date }>`select opening_id as "openingId", was, why, changed_at as at from box_opening_before
    where federation_id = ${tx.federationId} and opening_id = any(${[...openingIds]}::uuid[]) order by opening_id, position desc limit 600`.execute(rows(tx));
  return r.rows;
}

/** Corrects an opening and keeps what it said before; a number that no longer leaves anything over takes its explanation away. */
export async function correctOpening(tx: Tx, o: OpeningRow, to: { witnessId: string; found: number; sealIntact: boolean; note: string; why: string; by: string }): Promise<void> {
  const was: Before = { found: o.found, sealIntact: o.sealIntact, note: o.note, witness: o.witness };
  await sql`insert into box_opening_before (federation_id, opening_id, position, was, why, changed_by, changed_at)
    values (${tx.federationId}, ${o.id}, ${o.corrected + 1}, ${JSON.stringify(was)}::jsonb, ${to.why}, ${to.by}, ${tx.now})`.execute(rows(tx));
  await sql`update box_opening set witness_id = ${to.witnessId}, found = ${to.found}, seal_intact = ${to.sealIntact}, note = ${to.note}, corrected = ${o.corrected + 1},
      left_why = ${to.found === o.found ? o.leftWhy : null} where federation_id = ${tx.federationId} and id = ${o.id}`.execute(rows(tx));
}

/** Says why no more letters of an opening are keyed in. */
export async function settleOpening(tx: Tx, id: string, why: string): Promise<void> {
  await sql`update box_opening set left_why = ${why} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Notes a letter as the next one of an opening that is held. */
export async function insertLetter(tx: Tx, o: { letterId: string; openingId: string; position: number }): Promise<void> {
  await sql`insert into box_letter (federation_id, letter_id, opening_id, position) values (${tx.federationId}, ${o.letterId}, ${o.openingId}, ${o.position})`.execute(rows(tx));
  await sql`update box_opening set keyed = keyed + 1 where federation_id = ${tx.federationId} and id = ${o.openingId}`.execute(rows(tx));
}

/** Letters of a box, latest first, at most 200; `open` = the officer may read the letter. */
export async function listLetters(tx: Tx, by: Actor, boxId: string): Promise<LetterRow[]> {
  const r = await sql<LetterRow>`select l.letter_id as "letterId", c.number, c.title, c.state, o.opened_on as "openedOn", l.position::int as position, (${visibleTo(by, 'letters.read')} and c.author_id is distinct from ${by.personId}::uuid
      and not exists (select 1 from case_barred x where x.federation_id = c.federation_id and x.case_id = c.id and x.person_id = ${by.personId})) as open
    from box_opening o join box_letter l on l.federation_id = o.federation_id and l.opening_id = o.id join case_file c on c.federation_id = l.federation_id and c.id = l.letter_id
      join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where o.federation_id = ${tx.federationId} and o.box_id = ${boxId} order by o.opened_on desc, l.position desc limit 200`.execute(rows(tx));
  return r.rows;
}

/** Published questions and answers from a box, latest first, at most 60. */
export async function listPublished(tx: Tx, boxId: string): Promise<{ question: string; answer: string; category: string; openedOn: string; publishedAt: Date }[]> {
  const r = await sql<{ question: string; answer: string; category: string; openedOn: string; publishedAt: Date }>`select x.question, x.answer, x.category, o.opened_on as "openedOn", x.published_at as "publishedAt"
    from box_opening o join box_letter l on l.federation_id = o.federation_id and l.opening_id = o.id join letter_publication x on x.federation_id = l.federation_id and x.case_id = l.letter_id
    where o.federation_id = ${tx.federationId} and o.box_id = ${boxId} order by x.published_at desc, x.case_id limit 60`.execute(rows(tx));
  return r.rows;
}

export type DueRow = { id: string; unionId: string; unionName: string; number: number; place: string; placedOn: string; dueOn: string; dutyId: string | null; lastOn: string | null };

/** Active boxes with their last opening, after a given id; at most 200. */
export async function listActive(tx: Tx, after: string): Promise<DueRow[]> {
  const r = await sql<DueRow>`select b.id, b.union_id as "unionId", u.name as "unionName", b.number, b.place, b.placed_on as "placedOn", b.due_on as "dueOn", b.duty_id as "dutyId",
      (select max(o.opened_on) from box_opening o where o.federation_id = b.federation_id and o.box_id = b.id) as "lastOn"
    from contact_box b join union_unit u on u.federation_id = b.federation_id and u.id = b.union_id
    where b.federation_id = ${tx.federationId} and b.retired_on is null and u.state = 'active' and b.id > ${after} order by b.id limit 200`.execute(rows(tx));
  return r.rows;
}

/** Sets the due days of many boxes at once, where they changed. */
export async function updateDue(tx: Tx, list: readonly { id: string; dueOn: string }[]): Promise<void> {
  await sql`update contact_box b set due_on = x.due_on from unnest(${list.map((b) => b.id)}::uuid[], ${list.map((b) => b.dueOn)}::date[]) as x (id, due_on)
    where b.federation_id = ${tx.federationId} and b.id = x.id and b.due_on <> x.due_on and b.retired_on is null`.execute(rows(tx));
}

/** Everybody to be told about these boxes: their keepers, and who holds one of these offices in their unions; who is both is told as a keeper. */
export async function listTold(tx: Tx, boxIds: readonly string[], offices: readonly string[], today: string): Promise<{ boxId: string; personId: string; keeper: boolean }[]> {
  const r = await sql<{ boxId: string; personId: string; keeper: boolean }>`select x.box_id as "boxId", x.person_id as "personId", bool_or(x.keeper) as keeper from (select k.box_id, k.person_id, true as keeper from contact_box_keeper k where k.federation_id = ${tx.federationId} and k.box_id = any(${[...boxIds]}::uuid[])
    union all select b.id, h.person_id, false from contact_box b join office_holding h on h.federation_id = b.federation_id and h.union_id = b.union_id
    where b.federation_id = ${tx.federationId} and b.id = any(${[...boxIds]}::uuid[]) and h.office = any(${[...offices]}::text[]) and h.from_date <= ${today}::date and (h.to_date is null or h.to_date >= ${today}::date)) x
    group by 1, 2 limit 20000`.execute(rows(tx));
  return r.rows;
}

/** Which box an opening belongs to. */
export async function findBoxOfOpening(tx: Tx, id: string): Promise<string | null> {
  const r = await sql<{ boxId: string }>`select box_id as "boxId" from box_opening where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
  return r.rows[0]?.boxId ?? null;
}

/** Publishes question and answer of a letter as part letters does; for the stories of the demonstration. */
export async function insertPublication(tx: Tx, p: { caseId: string; unionId: string; category: string; question: string; answer: string; by: string }): Promise<void> {
  await sql`insert into letter_publication (federation_id, case_id, union_id, category, question, answer, published_at, published_by)
    values (${tx.federationId}, ${p.caseId}, ${p.unionId}, ${p.category}, ${p.question}, ${p.answer}, ${tx.now}, ${p.by})`.execute(rows(tx));
}
