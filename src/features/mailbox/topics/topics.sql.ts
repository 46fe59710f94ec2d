import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** What a list of topics shows of each besides its case. */
export type TopicFigures = { id: string; letters: number; measures: number; done: number; late: number };

/** Letters and measures of these topics. */
export async function countOf(tx: Tx, topicIds: readonly string[]): Promise<Map<string, TopicFigures>> {
  const r = await sql<TopicFigures>`select x.id,
      (select count(*)::int from topic_letter t where t.federation_id = ${tx.federationId} and t.topic_id = x.id) as letters,
      m.measures, m.done, m.late
    from unnest(${[...topicIds]}::uuid[]) as x(id) cross join lateral (
      select count(*) filter (where c.state <> 'dropped')::int as measures, count(*) filter (where c.state = 'done')::int as done,
        count(*) filter (where c.is_open and c.next_due < ${tx.now})::int as late
      from topic_measure t join case_file c on c.federation_id = t.federation_id and c.id = t.measure_id
      where t.federation_id = ${tx.federationId} and t.topic_id = x.id) m`.execute(rows(tx));
  return new Map(r.rows.map((f) => [f.id, f]));
}

/** What a topic's messages say: its union and the result to tell. */
export async function findTopic(tx: Tx, id: string): Promise<{ unionId: string; union: string; result: string } | null> {
  const r = await sql<{ unionId: string; union: string; result: string }>`select c.union_id as "unionId", u.name as union, coalesce(c.facts->>'result', '') as result
    from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where c.federation_id = ${tx.federationId} and c.id = ${id} and c.process = 'topic'`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Ties a measure to its topic. */
export async function insertMeasure(tx: Tx, measureId: string, topicId: string): Promise<void> {
  await sql`insert into topic_measure (federation_id, measure_id, topic_id) values (${tx.federationId}, ${measureId}, ${topicId})`.execute(rows(tx));
}

/** The measures of a topic in the order they were set, at most 100. */
export async function listMeasures(tx: Tx, topicId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`select measure_id as id from topic_measure where federation_id = ${tx.federationId} and topic_id = ${topicId} order by measure_id limit 100`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** The topic a measure belongs to. */
export async function findTopicOf(tx: Tx, measureId: string): Promise<{ id: string; name: string } | null> {
  const r = await sql<{ id: string; name: string }>`select c.id, c.title as name from topic_measure t join case_file c on c.federation_id = t.federation_id and c.id = t.topic_id
    where t.federation_id = ${tx.federationId} and t.measure_id = ${measureId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Puts a topic's result on the public board; false when it is there. */
export async function insertResult(tx: Tx, p: { topicId: string; unionId: string; question: string; answer: string; by: string }): Promise<boolean> {
  const r = await sql`insert into letter_publication (federation_id, case_id, union_id, category, question, answer, published_at, published_by)
    select ${tx.federationId}, ${p.topicId}, ${p.unionId}, coalesce((select c.facts->>'category' from topic_letter t
        join case_file c on c.federation_id = t.federation_id and c.id = t.letter_id
        where t.federation_id = ${tx.federationId} and t.topic_id = ${p.topicId} group by 1 order by count(*) desc limit 1), 'other'),
      ${p.question}, ${p.answer}, ${tx.now}, ${p.by} on conflict do nothing`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Takes a result off the board; whether it was there. */
export async function deleteResult(tx: Tx, topicId: string): Promise<boolean> {
  const r = await sql`delete from letter_publication where federation_id = ${tx.federationId} and case_id = ${topicId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Whether a topic's result is on the board. */
export async function isPublished(tx: Tx, topicId: string): Promise<boolean> {
  const r = await sql`select 1 from letter_publication where federation_id = ${tx.federationId} and case_id = ${topicId}`.execute(rows(tx));
  return r.rows.length > 0;
}
