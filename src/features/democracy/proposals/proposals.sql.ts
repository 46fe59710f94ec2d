import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { gramQuery } from '#engines/cases';
import { visibleTo } from '#engines/org';
import { type Decision, type Kind, OPEN_STATES, type Outcome, type Satisfaction, type State } from './proposals.rules.ts';

// States, owners and dates of waiting are those of their cases; read here, stepped by the engine.

/** A proposal with what a list shows. Days are legal dates, `nextDue` an instant. */
export type ProposalRow = {
  id: string; number: string; title: string; state: State; version: number; isOpen: boolean; nextDue: Date | null; openedAt: Date; changedAt: Date; authorId: string; mover: string; assigneeId: string | null; owner: string | null;
  unionId: string; union: string; path: string; collectionId: string; session: string; termId: string; termNumber: number; opensOn: string; closesOn: string; sessionOn: string; least: number; answerDays: number;
  unit: string; kind: Kind; reason: string; grounds: string; remedy: string; submittedOn: string | null; decision: Decision | null; decidedOn: string | null; decidedBy: string | null; decisionText: string; mergedIntoId: string | null; suggestionId: string | null;
  department: string; assignedOn: string | null; dueOn: string | null; answer: string; answeredOn: string | null; satisfaction: Satisfaction | null;
  departmentAgain: string; dueAgainOn: string | null; answerAgain: string; answeredAgainOn: string | null; satisfactionAgain: Satisfaction | null; outcome: Outcome | null; outcomeText: string; closedOn: string | null; hotOn: string | null;
  seconders: number; followers: number; following: boolean; asked: 'none' | 'open' | 'yes' | 'no';
};
/** What steps change of the row. */
export type Change = Partial<Pick<ProposalRow, 'kind' | 'reason' | 'grounds' | 'remedy' | 'submittedOn' | 'decision' | 'decidedOn' | 'decisionText' | 'mergedIntoId' | 'suggestionId' | 'department' | 'assignedOn' | 'dueOn' | 'answer' | 'answeredOn' | 'satisfaction'
  | 'departmentAgain' | 'dueAgainOn' | 'answerAgain' | 'answeredAgainOn' | 'satisfactionAgain' | 'outcome' | 'outcomeText' | 'closedOn' | 'hotOn'>> & { decidedById?: string | null; hotById?: string | null };

const COLUMN: Readonly<Record<keyof Change, string>> = {
  kind: 'kind', reason: 'reason', grounds: 'grounds', remedy: 'remedy', submittedOn: 'submitted_on', decision: 'decision', decidedOn: 'decided_on', decidedById: 'decided_by_id', decisionText: 'decision_text', mergedIntoId: 'merged_into_id', suggestionId: 'suggestion_id',
  department: 'department', assignedOn: 'assigned_on', dueOn: 'due_on', answer: 'answer', answeredOn: 'answered_on', satisfaction: 'satisfaction', departmentAgain: 'department_again', dueAgainOn: 'due_again_on', answerAgain: 'answer_again', answeredAgainOn: 'answered_again_on',
  satisfactionAgain: 'satisfaction_again', outcome: 'outcome', outcomeText: 'outcome_text', closedOn: 'closed_on', hotOn: 'hot_on', hotById: 'hot_by_id',
};

const columns = (personId: string) => sql`p.id, c.number, c.title, c.state, c.version, c.is_open AS "isOpen", c.next_due AS "nextDue", c.opened_at AS "openedAt", c.changed_at AS "changedAt", c.author_id AS "authorId", a.name AS mover, c.assignee_id AS "assigneeId", w.name AS owner,
  k.union_id AS "unionId", u.name AS union, u.path, p.collection_id AS "collectionId", k.session, k.term_id AS "termId", t.number AS "termNumber", k.opens_on::text AS "opensOn", k.closes_on::text AS "closesOn", k.session_on::text AS "sessionOn", k.seconders AS least, k.answer_days AS "answerDays",
  p.unit, p.kind, p.reason, p.grounds, p.remedy, p.submitted_on::text AS "submittedOn", p.decision, p.decided_on::text AS "decidedOn", g.name AS "decidedBy", p.decision_text AS "decisionText", p.merged_into_id AS "mergedIntoId", p.suggestion_id AS "suggestionId",
  p.department, p.assigned_on::text AS "assignedOn", p.due_on::text AS "dueOn", p.answer, p.answered_on::text AS "answeredOn", p.satisfaction, p.department_again AS "departmentAgain", p.due_again_on::text AS "dueAgainOn", p.answer_again AS "answerAgain", p.answered_again_on::text AS "answeredAgainOn",
  p.satisfaction_again AS "satisfactionAgain", p.outcome, p.outcome_text AS "outcomeText", p.closed_on::text AS "closedOn", p.hot_on::text AS "hotOn",
  (SELECT count(*)::int FROM proposal_seconder s WHERE s.federation_id = p.federation_id AND s.proposal_id = p.id AND s.answer = 'yes') AS seconders,
  (SELECT count(*)::int FROM proposal_follower f WHERE f.federation_id = p.federation_id AND f.proposal_id = p.id) AS followers,
  EXISTS (SELECT 1 FROM proposal_follower f WHERE f.federation_id = p.federation_id AND f.proposal_id = p.id AND f.person_id = ${personId}) AS following,
  coalesce((SELECT coalesce(s.answer, 'open') FROM proposal_seconder s WHERE s.federation_id = p.federation_id AND s.proposal_id = p.id AND s.person_id = ${personId}), 'none') AS asked`;
const FROM = sql`FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id JOIN proposal_collection k ON k.federation_id = p.federation_id AND k.id = p.collection_id
  JOIN congress_term t ON t.federation_id = k.federation_id AND t.id = k.term_id JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id JOIN person a ON a.federation_id = c.federation_id AND a.id = c.author_id
  LEFT JOIN person w ON w.federation_id = c.federation_id AND w.id = c.assignee_id LEFT JOIN person g ON g.federation_id = p.federation_id AND g.id = p.decided_by_id`;

/** What a list is narrowed by; all given conditions hold together. */
export type Filter = {
  readonly text?: string | undefined; readonly state?: string | undefined; readonly kind?: string | undefined; readonly decision?: string | undefined; readonly collectionId?: string | undefined; readonly open?: boolean | undefined; readonly late?: boolean | undefined;
  readonly hot?: boolean | undefined; readonly followed?: boolean | undefined; readonly unionPath?: string | undefined; readonly year?: number | undefined;
};

function conditions(tx: Tx, by: Actor, f: Filter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  const text = f.text?.trim() ?? '';
  const query = text ? gramQuery(text) : '';
  if (text) all.push(query === '' ? sql`(c.number = ${text} OR a.name = ${text})` : sql`(c.number = ${text} OR a.name = ${text} OR c.searched @@ ${query}::tsquery)`);
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.kind) all.push(sql`p.kind = ${f.kind}`);
  if (f.decision) all.push(sql`p.decision = ${f.decision}`);
  if (f.collectionId) all.push(sql`p.collection_id = ${f.collectionId}`);
  if (f.open !== undefined) all.push(sql`c.is_open = ${f.open}`);
  if (f.late) all.push(sql`c.is_open AND c.next_due < ${tx.now}`);
  if (f.hot) all.push(sql`p.hot_on IS NOT NULL`);
  if (f.followed) all.push(sql`EXISTS (SELECT 1 FROM proposal_follower f WHERE f.federation_id = p.federation_id AND f.proposal_id = p.id AND f.person_id = ${by.personId})`);
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.year !== undefined) all.push(sql`k.session_on >= make_date(${f.year}::int, 1, 1) AND k.session_on < make_date(${f.year}::int + 1, 1, 1)`);
  return sql<boolean>`${sql.join(all, sql` AND `)}`;
}

async function page(tx: Tx, by: Actor, where: RawBuilder<unknown>, o: { limit: number; offset: number }): Promise<{ items: ProposalRow[]; total: number }> {
  const r = await sql<ProposalRow>`SELECT ${columns(by.personId)} ${FROM} WHERE p.federation_id = ${tx.federationId} AND ${where} ORDER BY k.session_on DESC, c.number DESC, p.id LIMIT ${o.limit} OFFSET ${o.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE p.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** What every worker below the congress's union reads: proposals that were decided. */
const openTo = (by: Actor): RawBuilder<boolean> => sql<boolean>`c.state = ANY (${[...OPEN_STATES]}::text[]) AND starts_with(${by.membership?.path ?? ''}, u.path)`;

/** Decided proposals of the congresses above the worker. */
export const listPublic = (tx: Tx, by: Actor, f: Filter, o: { limit: number; offset: number }) => page(tx, by, sql`${openTo(by)} AND ${conditions(tx, by, f)}`, o);
/** The register of an officer: everything that was handed in. */
export const listRegister = (tx: Tx, by: Actor, f: Filter, o: { limit: number; offset: number }) =>
  page(tx, by, sql`${visibleTo(by, 'proposals.read')} AND c.author_id <> ${by.personId} AND p.submitted_on IS NOT NULL AND ${conditions(tx, by, f)}`, o);
/** A person's own, and those he or she was asked to second or seconded. */
export const listMine = (tx: Tx, by: Actor, o: { limit: number; offset: number }) =>
  page(tx, by, sql`(c.author_id = ${by.personId} OR (c.state <> 'withdrawn' AND EXISTS (SELECT 1 FROM proposal_seconder s WHERE s.federation_id = p.federation_id AND s.proposal_id = p.id AND s.person_id = ${by.personId})))`, o);
/** All proposals of a collection that were handed in, by number; at most 2,000. */
export const listOfCollection = async (tx: Tx, by: Actor, id: string): Promise<ProposalRow[]> => {
  const r = await sql<ProposalRow>`SELECT ${columns(by.personId)} ${FROM} WHERE p.federation_id = ${tx.federationId} AND p.collection_id = ${id} AND p.submitted_on IS NOT NULL AND c.state <> 'withdrawn' ORDER BY c.number LIMIT 2000`.execute(rows(tx));
  return r.rows;
};

/** One, whoever asks; what this person has to do with it stands in it. */
export async function findProposal(tx: Tx, personId: string, id: string): Promise<ProposalRow | null> {
  const r = await sql<ProposalRow>`SELECT ${columns(personId)} ${FROM} WHERE p.federation_id = ${tx.federationId} AND p.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Title, state and mover of these that may be compared: of the unions above a worker, in these states or the worker's own. */
export async function listNear(tx: Tx, by: Actor, ids: readonly string[], states: readonly string[]): Promise<ProposalRow[]> {
  const r = await sql<ProposalRow>`SELECT ${columns(by.personId)} ${FROM} WHERE p.federation_id = ${tx.federationId} AND p.id = ANY (${[...ids]}::uuid[]) AND starts_with(${by.membership?.path ?? ''}, u.path) AND (c.state = ANY (${[...states]}::text[]) OR c.author_id = ${by.personId})`.execute(rows(tx));
  return r.rows;
}

export async function insertProposal(tx: Tx, p: { id: string; collectionId: string; moverId: string; unit: string; kind: Kind; reason: string; grounds: string; remedy: string }): Promise<void> {
  await sql`INSERT INTO proposal (federation_id, id, collection_id, mover_id, unit, kind, reason, grounds, remedy) VALUES (${tx.federationId}, ${p.id}, ${p.collectionId}, ${p.moverId}, ${p.unit}, ${p.kind}, ${p.reason}, ${p.grounds}, ${p.remedy})`.execute(rows(tx));
}

/** Changes columns of a row whose case is locked. */
export async function changeProposal(tx: Tx, id: string, change: Change): Promise<void> {
  const set = (Object.entries(change) as [keyof Change, unknown][]).map(([key, value]) => sql`${sql.raw(COLUMN[key])} = ${value}`);
  if (set.length > 0) await sql`UPDATE proposal SET ${sql.join(set, sql`, `)} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Holds rows in the order of their ids until the end of the transaction; states of their cases as they are then. */
export async function holdProposals(tx: Tx, ids: readonly string[]): Promise<Map<string, { state: State; termId: string; authorId: string; collectionId: string }>> {
  await sql`SELECT 1 FROM proposal WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`.execute(rows(tx));
  const r = await sql<{ id: string; state: State; termId: string; authorId: string; collectionId: string }>`SELECT p.id, c.state, k.term_id AS "termId", c.author_id AS "authorId", p.collection_id AS "collectionId" FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id
    JOIN proposal_collection k ON k.federation_id = p.federation_id AND k.id = p.collection_id WHERE p.federation_id = ${tx.federationId} AND p.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.id, x]));
}

/** Proposals that were merged into this one. */
export async function listMergedInto(tx: Tx, id: string): Promise<{ id: string; number: string; title: string; mover: string }[]> {
  const r = await sql<{ id: string; number: string; title: string; mover: string }>`SELECT p.id, c.number, c.title, a.name AS mover FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id JOIN person a ON a.federation_id = c.federation_id AND a.id = c.author_id
    WHERE p.federation_id = ${tx.federationId} AND p.merged_into_id = ${id} ORDER BY c.number LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** Proposals into which this one may be merged: filed ones of the same session, by number. */
export async function listTargets(tx: Tx, id: string, collectionId: string): Promise<{ id: string; number: string; title: string }[]> {
  const r = await sql<{ id: string; number: string; title: string }>`SELECT p.id, c.number, c.title FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id
    WHERE p.federation_id = ${tx.federationId} AND p.collection_id = ${collectionId} AND p.id <> ${id} AND c.state IN ('filed','working') ORDER BY c.number LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** The suggestion that was made of a proposal. Reads cases that part suggestions opened; it keeps the proposal's id in their facts. */
export async function findMadeSuggestion(tx: Tx, authorId: string, proposalId: string): Promise<string | null> {
  const r = await sql<{ id: string }>`SELECT id FROM case_file WHERE federation_id = ${tx.federationId} AND author_id = ${authorId} AND process = 'suggestion' AND facts @> ${JSON.stringify({ proposalId })}::jsonb LIMIT 1`.execute(rows(tx));
  return r.rows[0]?.id ?? null;
}
