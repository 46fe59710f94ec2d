import type { Tx } from '#shared/call';
import { leanJson, rows, sql } from '#platform/db';
import type { Clocks } from './clocks.rules.ts';
import type { Clock } from './process.rules.ts';
import { grams } from './grams.rules.ts';

/** A case as stored. Times are instants. */
export type CaseFile = Clocks & {
  id: string; process: string; number: string; title: string; state: string; isOpen: boolean;
  privacy: 'named' | 'hidden' | 'anonymous'; channel: string; unionId: string; originUnionId: string;
  authorId: string | null; subjectId: string | null; assigneeId: string | null; assigneeTitle: string;
  nextDue: Date | null; nextClock: Clock | null; lateLevel: number; lateUnionId: string | null; nextEscalation: Date | null;
  recheckDue: Date | null; lapseDue: Date | null; rating: number | null; ratingAgain: number | null; reopened: number; ruleSetId: string | null;
  facts: Record<string, unknown>; version: number; openedAt: Date; changedAt: Date;
};

export type CaseEvent = {
  id: string; position: number; step: string; fromState: string; toState: string; byKind: 'author' | 'officer' | 'system';
  byId: string | null; byName: string | null; byTitle: string; text: string; shownTo: 'all' | 'officers'; files: string[];
  data: Record<string, unknown>; at: Date;
};

export const COLUMNS = sql`c.id, c.process, c.number, c.title, c.state, c.is_open as "isOpen", c.privacy, c.channel, c.union_id as "unionId",
  c.origin_union_id as "originUnionId", c.author_id as "authorId", c.subject_id as "subjectId", c.assignee_id as "assigneeId",
  c.assignee_title as "assigneeTitle", c.accept_due as "acceptDue", c.answer_due as "answerDue", c.finish_due as "finishDue",
  c.accepted_at as "acceptedAt", c.answered_at as "answeredAt", c.finished_at as "finishedAt", c.next_due as "nextDue",
  c.next_clock as "nextClock", c.late_level as "lateLevel", c.late_union_id as "lateUnionId", c.next_escalation as "nextEscalation",
  c.recheck_due as "recheckDue", c.lapse_due as "lapseDue", c.rating, c.rating_again as "ratingAgain", c.reopened, c.rule_set_id as "ruleSetId", c.facts, c.version,
  c.opened_at as "openedAt", c.changed_at as "changedAt"`;

/** The next number of a process in a year, e.g. `2026-00318`. */
export async function takeNumber(tx: Tx, process: string, year: number): Promise<string> {
  const r = await sql<{ last: number }>`insert into case_number (federation_id, process, year, last) values (${tx.federationId}, ${process}, ${year}, 1)
    on conflict (federation_id, process, year) do update set last = case_number.last + 1 returning last`.execute(rows(tx));
  return `${year}-${String(r.rows[0]?.last ?? 0).padStart(5, '0')}`;
}

/** Writes a new case with what is searched in it. */
export async function insertCase(tx: Tx, c: CaseFile, searched: string): Promise<void> {
  await sql`insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id,
      subject_id, assignee_id, assignee_title, accept_due, answer_due, finish_due, accepted_at, answered_at, finished_at, next_due, next_clock,
      next_escalation, lapse_due, rule_set_id, facts, version, opened_at, changed_at, searched)
    values (${tx.federationId}, ${c.id}, ${c.process}, ${c.number}, ${c.title}, ${c.state}, ${c.isOpen}, ${c.privacy}, ${c.channel}, ${c.unionId},
      ${c.originUnionId}, ${c.authorId}, ${c.subjectId}, ${c.assigneeId}, ${c.assigneeTitle}, ${c.acceptDue}, ${c.answerDue}, ${c.finishDue},
      ${c.acceptedAt}, ${c.answeredAt}, ${c.finishedAt}, ${c.nextDue}, ${c.nextClock}, ${c.nextEscalation}, ${c.lapseDue}, ${c.ruleSetId}, ${JSON.stringify(c.facts)}::jsonb,
      ${c.version}, ${c.openedAt}, ${c.changedAt}, to_tsvector('simple', ${searched}))`.execute(rows(tx));
}

/** Writes what a step changed; false when somebody else was faster. */
export async function updateCase(tx: Tx, c: CaseFile, readVersion: number): Promise<boolean> {
  const r = await sql`update case_file set state = ${c.state}, is_open = ${c.isOpen}, union_id = ${c.unionId}, title = ${c.title},
      searched = case when title = ${c.title} then searched else searched || to_tsvector('simple', ${grams(c.title)}) end,
      assignee_id = ${c.assigneeId}, assignee_title = ${c.assigneeTitle}, accept_due = ${c.acceptDue}, answer_due = ${c.answerDue},
      finish_due = ${c.finishDue}, accepted_at = ${c.acceptedAt}, answered_at = ${c.answeredAt}, finished_at = ${c.finishedAt},
      next_due = ${c.nextDue}, next_clock = ${c.nextClock}, late_level = ${c.lateLevel}, late_union_id = ${c.lateUnionId},
      next_escalation = ${c.nextEscalation}, warned_at = null, recheck_due = ${c.recheckDue}, lapse_due = ${c.lapseDue}, rating = ${c.rating}, rating_again = ${c.ratingAgain},
      reopened = ${c.reopened}, rule_set_id = ${c.ruleSetId}, facts = ${JSON.stringify(c.facts)}::jsonb, version = ${c.version}, changed_at = ${c.changedAt}
    where federation_id = ${tx.federationId} and id = ${c.id} and version = ${readVersion}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** One case, locked for the rest of the transaction. */
export async function lockCase(tx: Tx, id: string): Promise<CaseFile | null> {
  const r = await sql<CaseFile>`select ${COLUMNS} from case_file c where c.federation_id = ${tx.federationId} and c.id = ${id} for update`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** One case. */
export async function findCase(tx: Tx, id: string): Promise<CaseFile | null> {
  const r = await sql<CaseFile>`select ${COLUMNS} from case_file c where c.federation_id = ${tx.federationId} and c.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Adds events in one statement. */
export async function insertEvents(tx: Tx, events: readonly (Omit<CaseEvent, 'byName'> & { caseId: string })[]): Promise<void> {
  await sql`insert into case_event (federation_id, id, case_id, position, step, from_state, to_state, by_kind, by_id, by_title, text, shown_to, files, data, at)
    select ${tx.federationId}, x.id, x."caseId", x.position, x.step, x."fromState", x."toState", x."byKind", x."byId", coalesce(x."byTitle", ''), coalesce(x.text, ''), x."shownTo",
      coalesce(x.files, '{}'), coalesce(x.data, '{}'), x.at
    from json_to_recordset(${leanJson(events)}::json) as x(id uuid, "caseId" uuid, position integer, step text, "fromState" text, "toState" text,
      "byKind" text, "byId" uuid, "byTitle" text, text text, "shownTo" text, files uuid[], data jsonb, at timestamptz)`.execute(rows(tx));
}

/** The timeline of a case in order; at most 500 events. */
export async function listEvents(tx: Tx, caseId: string, onlyShown: boolean): Promise<CaseEvent[]> {
  const r = await sql<CaseEvent>`select e.id, e.position, e.step, e.from_state as "fromState", e.to_state as "toState", e.by_kind as "byKind", e.by_id as "byId",
      p.name as "byName", e.by_title as "byTitle", e.text, e.shown_to as "shownTo", e.files, e.data, e.at
    from case_event e left join person p on p.federation_id = e.federation_id and p.id = e.by_id
    where e.federation_id = ${tx.federationId} and e.case_id = ${caseId} and (not ${onlyShown}::boolean or e.shown_to = 'all')
    order by e.position limit 500`.execute(rows(tx));
  return r.rows;
}

/** Bars people from a case. */
export async function insertBarred(tx: Tx, caseId: string, barred: readonly { personId: string; why: string }[]): Promise<void> {
  await sql`insert into case_barred (federation_id, case_id, person_id, why)
    select ${tx.federationId}, ${caseId}, x."personId", x.why from jsonb_to_recordset(${JSON.stringify(barred)}::jsonb) as x("personId" uuid, why text)
    on conflict do nothing`.execute(rows(tx));
}

/** Ends the barring of everybody who was barred for one reason. */
export async function deleteBarred(tx: Tx, caseId: string, why: string): Promise<void> {
  await sql`delete from case_barred where federation_id = ${tx.federationId} and case_id = ${caseId} and why = ${why}`.execute(rows(tx));
}

/** Whether a person is barred from a case. */
export async function isBarred(tx: Tx, caseId: string, personId: string): Promise<boolean> {
  const r = await sql`select 1 from case_barred b where b.federation_id = ${tx.federationId} and b.case_id = ${caseId} and b.person_id = ${personId}`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Keeps the keyed hash of a follow-up code. */
export async function insertFollowUp(tx: Tx, codeLookup: Buffer, caseId: string): Promise<void> {
  await sql`insert into follow_up (code_lookup, federation_id, case_id) values (${codeLookup}, ${tx.federationId}, ${caseId})`.execute(rows(tx));
}

/** The case a follow-up code leads to, within the tenant of the call. */
export async function findByFollowUp(tx: Tx, codeLookup: Buffer): Promise<string | null> {
  const r = await sql<{ caseId: string }>`select case_id as "caseId" from follow_up where code_lookup = ${codeLookup} and federation_id = ${tx.federationId}`.execute(rows(tx));
  return r.rows[0]?.caseId ?? null;
}

/** The federation a follow-up code belongs to. Runs outside any tenant. */
export async function findTenantByFollowUp(tx: Tx, codeLookup: Buffer): Promise<string | null> {
  const r = await sql<{ id: string }>`select federation_id as id from follow_up where code_lookup = ${codeLookup}`.execute(rows(tx));
  return r.rows[0]?.id ?? null;
}
