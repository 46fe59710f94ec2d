import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Question } from './survey.rules.ts';

export type SurveyState = 'draft' | 'open' | 'counting' | 'counted';
export type SurveyRow = {
  id: string; topicId: string; title: string; intro: string; questions: Question[]; state: SurveyState; closesAt: Date | null; smallest: number | null;
  ruleSetId: string | null; sentAt: Date | null; remindedAt: Date | null; asked: number; answered: number;
};
export type PlaceRow = { place: number; unionId: string | null; union: string | null; asked: number; counted: number; hidden: boolean };

const COLUMNS = sql`s.id, s.topic_id as "topicId", s.title, s.intro, s.questions, s.state, s.closes_at as "closesAt", s.smallest, s.rule_set_id as "ruleSetId",
  s.sent_at as "sentAt", s.reminded_at as "remindedAt", s.asked, s.answered`;

/** The questionnaire of a topic. */
export async function findSurveyOf(tx: Tx, topicId: string): Promise<SurveyRow | null> {
  const r = await sql<SurveyRow>`select ${COLUMNS} from topic_survey s where s.federation_id = ${tx.federationId} and s.topic_id = ${topicId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** One questionnaire; `share` keeps it open while somebody answers, `update` waits for those who do. */
export async function findSurvey(tx: Tx, id: string, lock?: 'share' | 'update'): Promise<SurveyRow | null> {
  const held = lock === 'update' ? sql`for update of s` : lock === 'share' ? sql`for share of s` : sql``;
  const r = await sql<SurveyRow>`select ${COLUMNS} from topic_survey s where s.federation_id = ${tx.federationId} and s.id = ${id} ${held}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Writes a draft; false when the questionnaire was sent already. */
export async function upsertDraft(tx: Tx, s: { id: string; topicId: string; title: string; intro: string; questions: readonly Question[] }): Promise<boolean> {
  const r = await sql`insert into topic_survey (federation_id, id, topic_id, title, intro, questions, state)
    values (${tx.federationId}, ${s.id}, ${s.topicId}, ${s.title}, ${s.intro}, ${JSON.stringify(s.questions)}::jsonb, 'draft')
    on conflict (federation_id, topic_id) do update set title = excluded.title, intro = excluded.intro, questions = excluded.questions
    where topic_survey.state = 'draft'`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Opens it: from now on nothing about it changes. */
export async function openSurvey(tx: Tx, id: string, o: { closesAt: Date; smallest: number; ruleSetId: string; asked: number }): Promise<void> {
  await sql`update topic_survey set state = 'open', closes_at = ${o.closesAt}, smallest = ${o.smallest}, rule_set_id = ${o.ruleSetId}, asked = ${o.asked}, sent_at = ${tx.now}
    where federation_id = ${tx.federationId} and id = ${id} and state = 'draft'`.execute(rows(tx));
}

/** The unions that are compared, from place 1, and place 0 for what is left over. */
export async function insertPlaces(tx: Tx, surveyId: string, unionIds: readonly string[]): Promise<void> {
  await sql`insert into topic_place (federation_id, survey_id, place, union_id) values (${tx.federationId}, ${surveyId}, 0, null)`.execute(rows(tx));
  await sql`insert into topic_place (federation_id, survey_id, place, union_id)
    select ${tx.federationId}, ${surveyId}, x.n, x.id from unnest(${[...unionIds]}::uuid[]) with ordinality as x(id, n)`.execute(rows(tx));
}

/**
 * Freezes who is asked: every living member of the unions at the places and below them, each once, at the nearest place above. One statement
 * whatever the number.
 * @returns how many are asked
 */
export async function insertRoll(tx: Tx, surveyId: string): Promise<number> {
  const r = await sql<{ n: number }>`with place as (select p.place, u.path from topic_place p join union_unit u on u.federation_id = p.federation_id and u.id = p.union_id
      where p.federation_id = ${tx.federationId} and p.survey_id = ${surveyId}),
    near as (select distinct on (u.id) u.id, p.place from place p join union_unit u on u.federation_id = ${tx.federationId} and (u.path like p.path || '%' or u.sector_path like p.path || '%')
      order by u.id, length(p.path) desc, p.place),
    made as (insert into topic_roll (federation_id, survey_id, person_id, place)
      select ${tx.federationId}, ${surveyId}, m.person_id, n.place from near n join membership m on m.federation_id = ${tx.federationId} and m.union_id = n.id and m.state = 'active'
      on conflict do nothing returning place),
    sums as (select place, count(*)::int as n from made group by place),
    told as (update topic_place p set asked = s.n from sums s where p.federation_id = ${tx.federationId} and p.survey_id = ${surveyId} and p.place = s.place returning s.n)
    select coalesce(sum(n), 0)::int as n from told`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** One page of those who are asked (`unanswered`: who have not answered yet), by person. */
export async function listAsked(tx: Tx, surveyId: string, o: { after: string; limit: number; unanswered: boolean }): Promise<string[]> {
  const r = await sql<{ id: string }>`select person_id as id from topic_roll where federation_id = ${tx.federationId} and survey_id = ${surveyId} and person_id > ${o.after}
    and (not ${o.unanswered}::boolean or not answered) order by person_id limit ${o.limit}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Marks that somebody has answered. @returns the place, or null when he or she had or is not asked */
export async function takeTurn(tx: Tx, surveyId: string, personId: string): Promise<number | null> {
  const r = await sql<{ place: number }>`update topic_roll set answered = true where federation_id = ${tx.federationId} and survey_id = ${surveyId} and person_id = ${personId}
    and not answered returning place`.execute(rows(tx));
  return r.rows[0]?.place ?? null;
}

/** Puts a sealed sheet into the box. */
export async function insertSheet(tx: Tx, surveyId: string, id: string, sealed: Buffer): Promise<void> {
  await sql`insert into topic_sheet (federation_id, survey_id, id, sealed) values (${tx.federationId}, ${surveyId}, ${id}, ${sealed})`.execute(rows(tx));
}

/** One page of the box by random id. */
export async function listSheets(tx: Tx, surveyId: string, after: string, limit: number): Promise<{ id: string; sealed: Buffer }[]> {
  const r = await sql<{ id: string; sealed: Buffer }>`select id, sealed from topic_sheet where federation_id = ${tx.federationId} and survey_id = ${surveyId} and id > ${after}
    order by id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Empties the box. */
export async function deleteSheets(tx: Tx, surveyId: string): Promise<number> {
  const r = await sql`delete from topic_sheet where federation_id = ${tx.federationId} and survey_id = ${surveyId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Writes what was counted. */
export async function insertCounts(tx: Tx, surveyId: string, counts: readonly { place: number; question: number; choice: number; votes: number }[]): Promise<void> {
  await sql`insert into topic_count (federation_id, survey_id, place, question, choice, votes)
    select ${tx.federationId}, ${surveyId}, x.place, x.question, x.choice, x.votes
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as x(place smallint, question smallint, choice smallint, votes integer)`.execute(rows(tx));
}

/** Writes the free texts under random ids. */
export async function insertTexts(tx: Tx, surveyId: string, texts: readonly { id: string; question: number; text: string }[]): Promise<void> {
  await sql`insert into topic_text (federation_id, survey_id, id, question, text) select ${tx.federationId}, ${surveyId}, x.id, x.question, x.text
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as x(id uuid, question smallint, text text)`.execute(rows(tx));
}

/** How many people are counted at each place, and which places are hidden. */
export async function updatePlaces(tx: Tx, surveyId: string, places: readonly { place: number; counted: number; hidden: boolean }[]): Promise<void> {
  await sql`update topic_place p set counted = x.counted, hidden = x.hidden from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as x(place smallint, counted integer, hidden boolean)
    where p.federation_id = ${tx.federationId} and p.survey_id = ${surveyId} and p.place = x.place`.execute(rows(tx));
}

/** Changes the state of a questionnaire that is in `from`; whether it was. */
export async function turnSurvey(tx: Tx, id: string, from: readonly SurveyState[], to: SurveyState, answered = 0): Promise<boolean> {
  const r = await sql`update topic_survey set state = ${to}, answered = ${answered}, counted_at = ${to === 'counted' ? tx.now : null}
    where federation_id = ${tx.federationId} and id = ${id} and state = any(${[...from]}::text[])`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Marks that those who have not answered are reminded; false when they were, or it is no longer open. */
export async function markReminded(tx: Tx, id: string): Promise<boolean> {
  const r = await sql`update topic_survey set reminded_at = ${tx.now} where federation_id = ${tx.federationId} and id = ${id} and state = 'open' and reminded_at is null`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** How many have answered so far. */
export async function countAnswered(tx: Tx, surveyId: string): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from topic_roll where federation_id = ${tx.federationId} and survey_id = ${surveyId} and answered`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** The places of a questionnaire with the names of their unions; at most 1,001. */
export async function listPlaces(tx: Tx, surveyId: string): Promise<PlaceRow[]> {
  const r = await sql<PlaceRow>`select p.place, p.union_id as "unionId", u.name as union, p.asked, p.counted, p.hidden from topic_place p
    left join union_unit u on u.federation_id = p.federation_id and u.id = p.union_id
    where p.federation_id = ${tx.federationId} and p.survey_id = ${surveyId} order by p.place limit 1001`.execute(rows(tx));
  return r.rows;
}

/** Everything that was counted. */
export async function listCounts(tx: Tx, surveyId: string): Promise<{ place: number; question: number; choice: number; votes: number }[]> {
  const r = await sql<{ place: number; question: number; choice: number; votes: number }>`select place, question, choice, votes from topic_count
    where federation_id = ${tx.federationId} and survey_id = ${surveyId} limit 130000`.execute(rows(tx));
  return r.rows;
}

/** Free texts by random id, at most 200 a question. */
export async function listTexts(tx: Tx, surveyId: string, question: number): Promise<string[]> {
  const r = await sql<{ text: string }>`select text from topic_text where federation_id = ${tx.federationId} and survey_id = ${surveyId} and question = ${question} order by id limit 200`.execute(rows(tx));
  return r.rows.map((x) => x.text);
}

/** A questionnaire as one who is asked sees it. */
export type AskedRow = SurveyRow & { union: string; hasAnswered: boolean };

/** Questionnaires a person is asked, those that wait first; at most 50. `id`: only that one. */
export async function listAskedOf(tx: Tx, personId: string, id: string | null = null): Promise<AskedRow[]> {
  const r = await sql<AskedRow>`select ${COLUMNS}, u.name as union, r.answered as "hasAnswered" from topic_roll r
    join topic_survey s on s.federation_id = r.federation_id and s.id = r.survey_id
    join case_file c on c.federation_id = s.federation_id and c.id = s.topic_id join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where r.federation_id = ${tx.federationId} and r.person_id = ${personId} and (${id}::uuid is null or s.id = ${id}::uuid)
    order by (s.state = 'open' and not r.answered) desc, s.closes_at desc, s.id limit 50`.execute(rows(tx));
  return r.rows;
}

/** Tenants with a questionnaire whose time is over or nearly so. Runs outside any tenant. */
export async function listDueTenants(tx: Tx, remindBefore: Date): Promise<string[]> {
  const r = await sql<{ id: string }>`select distinct federation_id as id from topic_survey
    where state in ('open', 'counting') and closes_at <= ${remindBefore} limit 1000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Questionnaires of a tenant that are to be counted, or whose silent ones are to be reminded. */
export async function listDueSurveys(tx: Tx, remindBefore: Date): Promise<{ id: string; over: boolean; remind: boolean }[]> {
  const r = await sql<{ id: string; over: boolean; remind: boolean }>`select id, (state = 'counting' or closes_at <= ${tx.now}) as over,
      (state = 'open' and reminded_at is null and closes_at - sent_at > interval '3 days') as remind
    from topic_survey where federation_id = ${tx.federationId} and state in ('open', 'counting') and closes_at <= ${remindBefore} order by closes_at limit 200`.execute(rows(tx));
  return r.rows;
}
