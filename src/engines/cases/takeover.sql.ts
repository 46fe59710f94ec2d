import type { Tx } from '#shared/call';
import { leanJson, rows, sql } from '#platform/db';
import type { CaseFile } from './cases.sql.ts';

/** Writes many cases with what is searched in each, in one statement. */
export async function insertCases(tx: Tx, files: readonly (CaseFile & { searched: string })[]): Promise<void> {
  await sql`insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id,
      accept_due, answer_due, finish_due, accepted_at, answered_at, finished_at, next_due, next_clock, next_escalation, lapse_due, reopened, rule_set_id,
      facts, version, opened_at, changed_at, searched)
    select ${tx.federationId}, x.id, x.process, x.number, x.title, x.state, x."isOpen", x.privacy, x.channel, x."unionId", x."originUnionId", x."authorId",
      x."acceptDue", x."answerDue", x."finishDue", x."acceptedAt", x."answeredAt", x."finishedAt", x."nextDue", x."nextClock", x."nextEscalation", x."lapseDue",
      x.reopened, x."ruleSetId", x.facts, x.version, x."openedAt", x."changedAt", to_tsvector('simple', coalesce(x.searched, ''))
    from json_to_recordset(${leanJson(files)}::json) as x(id uuid, process text, number text, title text, state text, "isOpen" boolean, privacy text,
      channel text, "unionId" uuid, "originUnionId" uuid, "authorId" uuid, "acceptDue" timestamptz, "answerDue" timestamptz, "finishDue" timestamptz,
      "acceptedAt" timestamptz, "answeredAt" timestamptz, "finishedAt" timestamptz, "nextDue" timestamptz, "nextClock" text, "nextEscalation" timestamptz,
      "lapseDue" timestamptz, reopened smallint, "ruleSetId" uuid, facts jsonb, version integer, "openedAt" timestamptz, "changedAt" timestamptz,
      searched text)`.execute(rows(tx));
}

/**
 * Lets this connection plan its statements anew: keys are checked by plans that are kept, and one made while a table held few rows reads all of it for each row
 * that points there, which takes minutes after thousands were written. For use after writing many rows, before writing those that point to them.
 */
export const planAnew = async (tx: Tx): Promise<void> => void (await sql`discard plans`.execute(rows(tx)));

/** Bars people from many cases. */
export async function insertBarredFromMany(tx: Tx, barred: readonly { caseId: string; personId: string; why: string }[]): Promise<void> {
  await sql`insert into case_barred (federation_id, case_id, person_id, why)
    select ${tx.federationId}, x."caseId", x."personId", x.why
    from json_to_recordset(${leanJson(barred)}::json) as x("caseId" uuid, "personId" uuid, why text) on conflict do nothing`.execute(rows(tx));
}

/** Which of these numbers a process has given out already; at most ten are named. */
export async function listTakenNumbers(tx: Tx, process: string, numbers: readonly string[]): Promise<string[]> {
  const r = await sql<{ number: string }>`select x.number from unnest(${numbers}::text[]) as x(number), lateral (select 1 from case_file c
    where c.federation_id = ${tx.federationId} and c.process = ${process} and c.number = x.number limit 1) y order by x.number limit 10`.execute(rows(tx));
  return r.rows.map((x) => x.number);
}

/** Takes the next `count` numbers of each year at once. @returns the last of each, by year */
export async function takeNumbers(tx: Tx, process: string, years: readonly { year: number; count: number }[]): Promise<Map<number, number>> {
  const r = await sql<{ year: number; last: number }>`insert into case_number (federation_id, process, year, last)
    select ${tx.federationId}, ${process}, x.year, x.count from unnest(${years.map((y) => y.year)}::smallint[], ${years.map((y) => y.count)}::integer[]) as x(year, count)
    order by x.year
    on conflict (federation_id, process, year) do update set last = case_number.last + excluded.last returning year, last`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.year, x.last]));
}

/** Lets counting go on behind numbers that were given elsewhere. */
export async function raiseNumbers(tx: Tx, process: string, years: readonly { year: number; last: number }[]): Promise<void> {
  await sql`insert into case_number (federation_id, process, year, last)
    select ${tx.federationId}, ${process}, x.year, x.last from unnest(${years.map((y) => y.year)}::smallint[], ${years.map((y) => y.last)}::integer[]) as x(year, last)
    order by x.year
    on conflict (federation_id, process, year) do update set last = greatest(case_number.last, excluded.last)`.execute(rows(tx));
}

/** Which of these cases nobody did anything with since a moment. */
export async function listUntouched(tx: Tx, process: string, ids: readonly string[], since: Date): Promise<string[]> {
  const r = await sql<{ id: string }>`select c.id from case_file c where c.federation_id = ${tx.federationId} and c.process = ${process} and c.id = any(${[...ids]}::uuid[])
    and not exists (select 1 from case_event e where e.federation_id = c.federation_id and e.case_id = c.id and e.at > ${since}) order by c.id for update`.execute(rows(tx));
  return r.rows.map((c) => c.id);
}

/** Takes cases away with their timelines. */
export async function deleteCases(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from case_event where federation_id = ${tx.federationId} and case_id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  await sql`delete from case_barred where federation_id = ${tx.federationId} and case_id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  await sql`delete from case_file where federation_id = ${tx.federationId} and id = any(${[...ids]}::uuid[])`.execute(rows(tx));
}
