/** Elections and the watch over terms. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Method, Post, State } from './elections.rules.ts';

export type Plan = {
  readonly kind: 'renewal' | 'byElection'; readonly post: Post; readonly number: number; readonly timing: 'due' | 'early' | 'late'; readonly reason: string; readonly endsOn: string | null; readonly plannedOn: string; readonly termYears: number;
  readonly assembly: 'members' | 'congress'; readonly method: Method; readonly seats: number; readonly auditSeats: number; readonly viceSeats: number; readonly chairBy: 'committee' | 'assembly'; readonly members: number; readonly women: number;
  readonly preparers: string; readonly about: string; readonly party: string; readonly ruleSetId: string;
};
export type Election = Plan & {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly parentId: string | null; readonly above: string; readonly unionKind: string; readonly caseNumber: string; readonly state: State; readonly due: Date | null;
  readonly partyReply: string; readonly partyOn: string | null; readonly planDocument: string; readonly candidatesDocument: string; readonly resultDocument: string; readonly publicityFrom: string | null; readonly publicityTo: string | null; readonly publicityPlace: string;
  readonly frozenAt: Date | null; readonly electedOn: string | null; readonly termFrom: string | null; readonly termTo: string | null; readonly version: number;
};

const COLUMNS = sql`e.id, e.union_id AS "unionId", u.name AS union, u.path, u.parent_id AS "parentId", u.kind AS "unionKind", coalesce(a.name, '') AS above, f.number AS "caseNumber", f.state, f.next_due AS due, e.kind, e.post, e.number, e.timing, e.reason, e.ends_on::text AS "endsOn",
  e.planned_on::text AS "plannedOn", e.term_years AS "termYears", e.assembly, e.method, e.seats, e.audit_seats AS "auditSeats", e.vice_seats AS "viceSeats", e.chair_by AS "chairBy", e.members, e.women, e.preparers, e.about, e.party, e.party_reply AS "partyReply",
  e.party_on::text AS "partyOn", e.plan_document AS "planDocument", e.candidates_document AS "candidatesDocument", e.result_document AS "resultDocument", e.publicity_from::text AS "publicityFrom", e.publicity_to::text AS "publicityTo", e.publicity_place AS "publicityPlace",
  e.frozen_at AS "frozenAt", e.elected_on::text AS "electedOn", e.term_from::text AS "termFrom", e.term_to::text AS "termTo", e.rule_set_id AS "ruleSetId", e.version`;
const FROM = sql`FROM union_election e JOIN union_unit u ON u.federation_id = e.federation_id AND u.id = e.union_id JOIN case_file f ON f.federation_id = e.federation_id AND f.id = e.id
  LEFT JOIN union_unit a ON a.federation_id = u.federation_id AND a.id = u.parent_id`;

async function found(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<Election[]> {
  const r = await sql<Election>`SELECT ${COLUMNS} ${FROM} WHERE e.federation_id = ${tx.federationId} AND ${where} ORDER BY e.made_at DESC, e.id LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

/** An election whoever asks: for loaders that found it in scope. */
export const findElection = async (tx: Tx, id: string): Promise<Election | null> => (await found(tx, sql`e.id = ${id}`, 1))[0] ?? null;

/** An election of a union over which the actor holds the word. */
export const findKept = async (tx: Tx, by: Actor, permission: string, id: string): Promise<Election | null> => (await found(tx, sql`e.id = ${id} AND ${visibleTo(by, permission)}`, 1))[0] ?? null;

/** Locks an election: its candidates, votes and steps change one after the other. */
export async function lockElection(tx: Tx, id: string): Promise<void> {
  await sql`SELECT 1 FROM union_election e WHERE e.federation_id = ${tx.federationId} AND e.id = ${id} FOR UPDATE`.execute(rows(tx));
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly kind?: string | undefined };

/** Elections over the unions of an officer, latest first. */
export async function listKept(tx: Tx, by: Actor, f: Filter, page: { limit: number; offset: number }): Promise<{ items: Election[]; total: number }> {
  const where = sql`${visibleTo(by, 'elections.count')} ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``} ${f.text ? sql`AND u.name ILIKE ${like(f.text)}` : sql``} ${f.state ? sql`AND f.state = ${f.state}` : sql``} ${f.kind ? sql`AND e.kind = ${f.kind}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE e.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await found(tx, where, page.limit, page.offset), total: n.rows[0]?.n ?? 0 };
}

/** Elections of the unions a member belongs to, from the nominations on, latest first. */
export const listOfMember = (tx: Tx, path: string): Promise<Election[]> => found(tx, sql`starts_with(${path}::text, u.path) AND f.state NOT IN ('preparing','planReported') AND NOT (f.state = 'calledOff' AND e.plan_document = '')`, 50);

/** Writes a plan; a second open one of the union is refused by the index. @returns false then */
export async function insertElection(tx: Tx, id: string, unionId: string, p: Plan, byId: string): Promise<boolean> {
  const r = await sql`INSERT INTO union_election (federation_id, id, union_id, kind, post, number, timing, reason, ends_on, planned_on, term_years, assembly, method, seats, audit_seats, vice_seats, chair_by, members, women, preparers, about, party, rule_set_id, made_by_id, made_at)
    VALUES (${tx.federationId}, ${id}, ${unionId}, ${p.kind}, ${p.post}, ${p.number}, ${p.timing}, ${p.reason}, ${p.endsOn}, ${p.plannedOn}, ${p.termYears}, ${p.assembly}, ${p.method}, ${p.seats}, ${p.auditSeats}, ${p.viceSeats}, ${p.chairBy}, ${p.members}, ${p.women},
      ${p.preparers}, ${p.about}, ${p.party}, ${p.ruleSetId}, ${byId}, ${tx.now}) ON CONFLICT (federation_id, union_id) WHERE closed_at IS NULL DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length === 1;
}

/** Writes a plan anew, if it has that version. @returns whether it had */
export async function updatePlan(tx: Tx, id: string, p: Plan, version: number): Promise<boolean> {
  const r = await sql`UPDATE union_election SET post = ${p.post}, number = ${p.number}, timing = ${p.timing}, reason = ${p.reason}, ends_on = ${p.endsOn}, planned_on = ${p.plannedOn}, term_years = ${p.termYears}, assembly = ${p.assembly}, method = ${p.method}, seats = ${p.seats},
      audit_seats = ${p.auditSeats}, vice_seats = ${p.viceSeats}, chair_by = ${p.chairBy}, members = ${p.members}, women = ${p.women}, preparers = ${p.preparers}, about = ${p.about}, party = ${p.party}, rule_set_id = ${p.ruleSetId}, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND version = ${version}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** What a step writes beside the state. */
export type Noted = Partial<{ partyReply: string; partyOn: string; planDocument: string; candidatesDocument: string; resultDocument: string; publicityFrom: string; publicityTo: string; publicityPlace: string; frozenAt: Date; electedOn: string; termFrom: string; termTo: string; closedAt: Date }>;

/** Keeps what a step brought. */
export async function noteElection(tx: Tx, id: string, m: Noted): Promise<void> {
  await sql`UPDATE union_election SET party_reply = coalesce(${m.partyReply ?? null}, party_reply), party_on = coalesce(${m.partyOn ?? null}::date, party_on), plan_document = coalesce(${m.planDocument ?? null}, plan_document),
      candidates_document = coalesce(${m.candidatesDocument ?? null}, candidates_document), result_document = coalesce(${m.resultDocument ?? null}, result_document), publicity_from = coalesce(${m.publicityFrom ?? null}::date, publicity_from),
      publicity_to = coalesce(${m.publicityTo ?? null}::date, publicity_to), publicity_place = coalesce(${m.publicityPlace ?? null}, publicity_place), frozen_at = coalesce(${m.frozenAt ?? null}::timestamptz, frozen_at), elected_on = coalesce(${m.electedOn ?? null}::date, elected_on),
      term_from = coalesce(${m.termFrom ?? null}::date, term_from), term_to = coalesce(${m.termTo ?? null}::date, term_to), closed_at = coalesce(${m.closedAt ?? null}::timestamptz, closed_at), version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Active members of a union with those below it, and how many of them are women. */
export async function countMembers(tx: Tx, path: string): Promise<{ members: number; women: number }> {
  const r = await sql<{ members: number; women: number }>`SELECT count(*)::int AS members, count(*) FILTER (WHERE p.sex = 'female')::int AS women FROM membership s JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id
    WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND starts_with(h.path, ${path})`.execute(rows(tx));
  return r.rows[0] ?? { members: 0, women: 0 };
}

export type TermRow = { readonly unionId: string; readonly union: string; readonly path: string; readonly above: string; readonly members: number; readonly chair: string | null; readonly termFrom: string | null; readonly termTo: string | null; readonly vacantSince: string | null; readonly electionId: string | null; readonly electionState: State | null };
export type TermFilter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly stands?: string | undefined; readonly today: string; readonly soon: string };

const CHAIR = (on: string) => sql`o.federation_id = u.federation_id AND o.union_id = u.id AND o.office = 'chair' AND o.from_date <= ${on}::date AND (o.to_date IS NULL OR o.to_date >= ${on}::date)`;
const WATCHED = sql`u.state = 'active' AND u.kind <> 'unionGroup' AND u.parent_id IS NOT NULL`;
const isVacant = (on: string) => sql`NOT EXISTS (SELECT 1 FROM office_holding o WHERE ${CHAIR(on)}) AND EXISTS (SELECT 1 FROM office_holding o WHERE o.federation_id = u.federation_id AND o.union_id = u.id AND o.office = 'chair' AND o.to_date < ${on}::date)`;
const isSoon = (f: Pick<TermFilter, 'today' | 'soon'>) => sql`u.term_to >= ${f.today}::date AND u.term_to <= ${f.soon}::date`;

function standing(f: TermFilter): RawBuilder<unknown> {
  if (f.stands === 'soon') return sql`AND ${isSoon(f)}`;
  if (f.stands === 'over') return sql`AND u.term_to < ${f.today}::date`;
  if (f.stands === 'none') return sql`AND u.term_to IS NULL`;
  if (f.stands === 'vacant') return sql`AND ${isVacant(f.today)}`;
  return f.stands === 'running' ? sql`AND u.term_to > ${f.soon}::date` : sql``;
}

/** Terms of the unions of an officer, those that end first first. */
export async function listTerms(tx: Tx, by: Actor, f: TermFilter, page: { limit: number; offset: number }): Promise<{ items: TermRow[]; total: number; soon: number; over: number; vacant: number }> {
  const all = sql`${WATCHED} AND ${visibleTo(by, 'elections.keep')} ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``}`;
  const where = sql`${all} ${f.text ? sql`AND u.name ILIKE ${like(f.text)}` : sql``} ${standing(f)}`;
  const r = await sql<TermRow>`SELECT u.id AS "unionId", u.name AS union, u.path, coalesce(a.name, '') AS above, coalesce((SELECT g.members FROM union_figure g WHERE g.federation_id = u.federation_id AND g.union_id = u.id), 0) AS members,
      (SELECT p.name FROM office_holding o JOIN person p ON p.federation_id = o.federation_id AND p.id = o.person_id WHERE ${CHAIR(f.today)} LIMIT 1) AS chair, u.term_from::text AS "termFrom", u.term_to::text AS "termTo",
      CASE WHEN ${isVacant(f.today)} THEN (SELECT (max(o.to_date) + 1)::text FROM office_holding o WHERE o.federation_id = u.federation_id AND o.union_id = u.id AND o.office = 'chair') END AS "vacantSince", e.id AS "electionId", c.state AS "electionState"
    FROM union_unit u LEFT JOIN union_unit a ON a.federation_id = u.federation_id AND a.id = u.parent_id LEFT JOIN union_election e ON e.federation_id = u.federation_id AND e.union_id = u.id AND e.closed_at IS NULL LEFT JOIN case_file c ON c.federation_id = e.federation_id AND c.id = e.id
    WHERE u.federation_id = ${tx.federationId} AND ${where} ORDER BY u.term_to NULLS LAST, u.path LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ total: number }>`SELECT count(*)::int AS total FROM union_unit u WHERE u.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  const sums = await sql<{ soon: number; over: number; vacant: number }>`SELECT count(*) FILTER (WHERE ${isSoon(f)})::int AS soon, count(*) FILTER (WHERE u.term_to < ${f.today}::date)::int AS over, count(*) FILTER (WHERE ${isVacant(f.today)})::int AS vacant FROM union_unit u WHERE u.federation_id = ${tx.federationId} AND ${all}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.total ?? 0, soon: sums.rows[0]?.soon ?? 0, over: sums.rows[0]?.over ?? 0, vacant: sums.rows[0]?.vacant ?? 0 };
}

/** Unions whose term ends by a day (or is over) and that have no election open; at most 5,000. */
export async function listEnding(tx: Tx, by: string): Promise<{ unionId: string; union: string; parentId: string | null; termTo: string }[]> {
  const r = await sql<{ unionId: string; union: string; parentId: string | null; termTo: string }>`SELECT u.id AS "unionId", u.name AS union, u.parent_id AS "parentId", u.term_to::text AS "termTo" FROM union_unit u
    WHERE u.federation_id = ${tx.federationId} AND ${WATCHED} AND u.term_to <= ${by}::date AND NOT EXISTS (SELECT 1 FROM union_election e WHERE e.federation_id = u.federation_id AND e.union_id = u.id AND e.closed_at IS NULL) ORDER BY u.term_to, u.id LIMIT 5000`.execute(rows(tx));
  return r.rows;
}
