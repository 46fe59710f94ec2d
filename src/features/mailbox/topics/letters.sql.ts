import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

/** A letter as it is gathered; `open` = the officer may read it. */
export type LetterRow = {
  id: string; number: string; title: string; excerpt: string; union: string; state: string; openedAt: Date; toldAt: Date | null;
  topicId: string | null; topicTitle: string | null; open: boolean;
};

const ALIKE_SHOWN = 50;

const notBarred = (by: Actor): RawBuilder<boolean> => sql<boolean>`not exists (select 1 from case_barred x
  where x.federation_id = c.federation_id and x.case_id = c.id and x.person_id = ${by.personId})`;
const readable = (by: Actor): RawBuilder<boolean> => sql<boolean>`(${visibleTo(by, 'letters.read')} and c.author_id is distinct from ${by.personId}::uuid and ${notBarred(by)})`;
const EXCERPT = sql`(select left(e.text, 160) from case_event e where e.federation_id = c.federation_id and e.case_id = c.id and e.position = 1)`;

/** What the look-alikes are narrowed by. `like`: letters by how alike they are. */
export type Likeness = { like: readonly { id: string; score: number }[]; topicId: string | null; unionPath?: string; open?: boolean; from?: Date; to?: Date };

const LINE = sql`c.id, c.number, c.title, ${EXCERPT} as excerpt, u.name as union, c.state, c.opened_at as "openedAt", t.told_at as "toldAt",
  t.topic_id as "topicId", p.title as "topicTitle", true as open`;
const TOPIC_OF = sql`left join topic_letter t on t.federation_id = c.federation_id and t.letter_id = c.id
  left join case_file p on p.federation_id = t.federation_id and p.id = t.topic_id`;

/** Of the look-alikes those the officer may read, the most alike first, at most 50. */
export async function listAlike(tx: Tx, by: Actor, l: Likeness): Promise<LetterRow[]> {
  const r = await sql<LetterRow>`select ${LINE}
    from unnest(${l.like.map((x) => x.id)}::uuid[], ${l.like.map((x) => x.score)}::float8[]) as x(id, score)
    join case_file c on c.federation_id = ${tx.federationId} and c.id = x.id
    join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id ${TOPIC_OF}
    where c.process = 'letter' and ${readable(by)} and ${l.unionPath ? inSubtrees([l.unionPath]) : sql`true`} and ${l.open ? sql`c.is_open` : sql`true`}
      and ${l.from ? sql`c.opened_at >= ${l.from}` : sql`true`} and ${l.to ? sql`c.opened_at < ${l.to}` : sql`true`}
      and (t.topic_id is distinct from ${l.topicId}::uuid or t.topic_id is null)
    order by x.score desc, c.opened_at, c.id limit ${ALIKE_SHOWN}`.execute(rows(tx));
  return r.rows;
}

/** The newest open letters that the officer may read and that belong to no topic. */
export async function listLoose(tx: Tx, by: Actor, unionPath: string | null, limit: number): Promise<LetterRow[]> {
  const r = await sql<LetterRow>`select ${LINE} from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id ${TOPIC_OF}
    where c.federation_id = ${tx.federationId} and c.process = 'letter' and c.is_open and t.topic_id is null and ${readable(by)}
      and ${unionPath === null ? sql`true` : inSubtrees([unionPath])}
    order by c.opened_at desc, c.id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** How many of these letters the officer may read. */
export async function countReadable(tx: Tx, by: Actor, ids: readonly string[]): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where c.federation_id = ${tx.federationId} and c.process = 'letter' and c.id = any(${[...ids]}::uuid[]) and ${readable(by)}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** The letters of a topic, the newest first. */
export async function listGathered(tx: Tx, by: Actor, topicId: string, page: { limit: number; offset: number }): Promise<{ items: LetterRow[]; total: number }> {
  const r = await sql<LetterRow>`select c.id, c.number, c.title, ${EXCERPT} as excerpt, u.name as union, c.state, c.opened_at as "openedAt", t.told_at as "toldAt",
      null as "topicId", null as "topicTitle", ${readable(by)} as open
    from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.letter_id
    join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where t.federation_id = ${tx.federationId} and t.topic_id = ${topicId} order by c.opened_at desc, c.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: (await countGathered(tx, topicId)).letters };
}

/** How many letters a topic has, and to how many of them the result was told. */
export async function countGathered(tx: Tx, topicId: string): Promise<{ letters: number; told: number }> {
  const r = await sql<{ letters: number; told: number }>`select count(*)::int as letters, count(told_at)::int as told from topic_letter
    where federation_id = ${tx.federationId} and topic_id = ${topicId}`.execute(rows(tx));
  return r.rows[0] ?? { letters: 0, told: 0 };
}

/** Gathers letters; those that belong to a topic already are left. @returns the letters that were gathered */
export async function insertGathered(tx: Tx, topicId: string, letterIds: readonly string[], by: string): Promise<string[]> {
  const r = await sql<{ id: string }>`insert into topic_letter (federation_id, letter_id, topic_id, gathered_at, gathered_by)
    select ${tx.federationId}, x, ${topicId}, ${tx.now}, ${by} from unnest(${[...letterIds]}::uuid[]) x order by x
    on conflict (federation_id, letter_id) do nothing returning letter_id as id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** The topics of these letters. */
export async function findTopicsOf(tx: Tx, letterIds: readonly string[]): Promise<{ letterId: string; number: string; id: string; name: string }[]> {
  const r = await sql<{ letterId: string; number: string; id: string; name: string }>`select t.letter_id as "letterId", l.number, c.id, c.title as name from topic_letter t
    join case_file c on c.federation_id = t.federation_id and c.id = t.topic_id join case_file l on l.federation_id = t.federation_id and l.id = t.letter_id
    where t.federation_id = ${tx.federationId} and t.letter_id = any(${[...letterIds]}::uuid[]) limit 100`.execute(rows(tx));
  return r.rows;
}

/** Takes letters out that were not told the result yet. @returns those that were in it */
export async function deleteGathered(tx: Tx, topicId: string, letterIds: readonly string[]): Promise<string[]> {
  const r = await sql<{ id: string }>`delete from topic_letter where federation_id = ${tx.federationId} and topic_id = ${topicId}
    and letter_id = any(${[...letterIds]}::uuid[]) and told_at is null returning letter_id as id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Moves all letters of one topic into another, remembering where they were. */
export async function moveGathered(tx: Tx, fromId: string, intoId: string): Promise<number> {
  const r = await sql`update topic_letter set topic_id = ${intoId}, merged_from = ${fromId} where federation_id = ${tx.federationId} and topic_id = ${fromId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Moves the letters back that came from a topic. */
export async function moveBack(tx: Tx, fromId: string, intoId: string): Promise<number> {
  const r = await sql`update topic_letter set topic_id = ${fromId}, merged_from = null
    where federation_id = ${tx.federationId} and topic_id = ${intoId} and merged_from = ${fromId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Marks the next letters of a topic as told and answers them: each letter once, whoever asks. */
export async function takeUntold(tx: Tx, topicId: string, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`update topic_letter t set told_at = ${tx.now}
    from (select federation_id, letter_id from topic_letter where federation_id = ${tx.federationId} and topic_id = ${topicId} and told_at is null
      order by letter_id limit ${limit} for update) due
    where t.federation_id = due.federation_id and t.letter_id = due.letter_id returning t.letter_id as id`.execute(rows(tx));
  return r.rows.map((x) => x.id).sort();
}

/** Whether a text names the writer of a gathered letter (two characters at least). */
export async function namesWriter(tx: Tx, topicId: string, text: string): Promise<boolean> {
  const r = await sql`select 1 from topic_letter t join case_file c on c.federation_id = t.federation_id and c.id = t.letter_id
    join person p on p.federation_id = c.federation_id and p.id = c.author_id
    where t.federation_id = ${tx.federationId} and t.topic_id = ${topicId} and length(p.name) >= 2 and strpos(${text}, p.name) > 0 limit 1`.execute(rows(tx));
  return r.rows.length > 0;
}
