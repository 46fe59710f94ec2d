import { type Actor, scopesOf, type Tx } from '#shared/call';
import { inSubtrees, outermost } from '#engines/org';
import { type RawBuilder, rows, sql } from '#platform/db';
import { COLUMNS, type CaseFile } from './cases.sql.ts';
import { gramQuery } from './grams.rules.ts';
import type { Process } from './process.rules.ts';

/** A case in a list, with the names a row shows. */
export type ListedCase = CaseFile & { unionName: string; originName: string; authorName: string | null; assigneeName: string | null; subjectName: string | null };

const NAMES = sql`u.name as "unionName", o.name as "originName", a.name as "authorName", w.name as "assigneeName", s.name as "subjectName"`;
const FROM = sql`case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
  join union_unit o on o.federation_id = c.federation_id and o.id = c.origin_union_id
  left join person a on a.federation_id = c.federation_id and a.id = c.author_id
  left join person w on w.federation_id = c.federation_id and w.id = c.assignee_id
  left join person s on s.federation_id = c.federation_id and s.id = c.subject_id`;
const notBarred = (by: Actor) => sql`not exists (select 1 from case_barred b where b.federation_id = c.federation_id and b.case_id = c.id and b.person_id = ${by.personId})`;
const matches = (text: string | undefined): RawBuilder<boolean> => {
  const query = text ? gramQuery(text) : '';
  if (!text?.trim()) return sql<boolean>`true`;
  const number = sql<boolean>`c.number = ${text.trim()}`;
  return query === '' ? number : sql<boolean>`(${number} or c.searched @@ ${query}::tsquery)`;
};

/** What a register is narrowed by. All given conditions hold together. */
export type CaseFilter = {
  readonly states?: readonly string[]; readonly open?: boolean; readonly late?: boolean; readonly text?: string;
  readonly unionPath?: string; readonly from?: Date; readonly to?: Date; readonly ids?: readonly string[]; readonly facts?: Record<string, unknown>;
  readonly channel?: string;
};

function conditions(tx: Tx, f: CaseFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [matches(f.text)];
  if (f.states) all.push(sql`c.state = any(${[...f.states]}::text[])`);
  if (f.open !== undefined) all.push(sql`c.is_open = ${f.open}`);
  if (f.late) all.push(sql`c.is_open and c.next_due < ${tx.now}`);
  if (f.unionPath) all.push(inSubtrees([f.unionPath]));
  if (f.from) all.push(sql`c.opened_at >= ${f.from}`);
  if (f.to) all.push(sql`c.opened_at < ${f.to}`);
  if (f.ids) all.push(sql`c.id = any(${[...f.ids]}::uuid[])`);
  if (f.facts) all.push(sql`c.facts @> ${JSON.stringify(f.facts)}::jsonb`);
  if (f.channel) all.push(sql`c.channel = ${f.channel}`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** One page of a register over the subtrees in which the actor may read these cases; newest first. `before` = id of the last row seen. */
export async function listRegister(tx: Tx, p: Process, by: Actor, f: CaseFilter, page: { limit: number; offset: number }): Promise<{ items: ListedCase[]; total: number }> {
  const own = Object.entries(p.states).flatMap(([state, s]) => (s.ownOnly ? [state] : []));
  const where = sql`c.federation_id = ${tx.federationId} and c.process = ${p.name} ${own.length === 0 ? sql`` : sql`and c.state <> all(${own}::text[])`} and (${inSubtrees(outermost(scopesOf(by, p.readers)))} or c.assignee_id = ${by.personId})
    and (c.author_id is null or c.author_id <> ${by.personId}) and ${notBarred(by)} and ${conditions(tx, f)}`;
  const r = await sql<ListedCase>`select ${COLUMNS}, ${NAMES} from ${FROM} where ${where}
    order by c.opened_at desc, c.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where ${where} limit 10001) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** A person's own cases (as author or as the one it is about), latest change first. */
export async function listOwn(tx: Tx, personId: string, processes: readonly string[] | null, page: { limit: number; offset: number }): Promise<ListedCase[]> {
  const r = await sql<ListedCase>`select ${COLUMNS}, ${NAMES} from ${FROM}
    where c.federation_id = ${tx.federationId} and (c.author_id = ${personId} or c.subject_id = ${personId})
      and (${processes === null ? null : [...processes]}::text[] is null or c.process = any(${processes === null ? null : [...processes]}::text[]))
    order by c.changed_at desc, c.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** Where an officer works: unions, processes, and `process/state` of what waits for others only. */
export type Desk = { readonly unionIds: readonly string[]; readonly processes: readonly string[]; readonly others: readonly string[] };

const mine = (by: Actor, { unionIds, processes, others }: Desk): RawBuilder<boolean> => sql<boolean>`c.is_open
  and ${others.length === 0 ? sql`true` : sql`(c.process || '/' || c.state) <> all(${[...others]}::text[])`}
  and (c.author_id is null or c.author_id <> ${by.personId}) and (c.subject_id is null or c.subject_id <> ${by.personId}) and ${notBarred(by)}
  and (c.assignee_id = ${by.personId} or (c.process = any(${[...processes]}::text[])
    and (c.union_id = any(${[...unionIds]}::uuid[]) or c.late_union_id = any(${[...unionIds]}::uuid[]))))`;

/** The work list: open cases of the unions where the actor holds office, those reported up to them, and those given to the actor; most urgent first. */
export async function listWaiting(tx: Tx, by: Actor, desk: Desk, f: { process?: string; text?: string; unionPath?: string; late?: boolean }, page: { limit: number; offset: number }): Promise<ListedCase[]> {
  const r = await sql<ListedCase>`select ${COLUMNS}, ${NAMES} from ${FROM}
    where c.federation_id = ${tx.federationId} and ${mine(by, desk)} and (${f.process ?? null}::text is null or c.process = ${f.process ?? null})
      and ${matches(f.text)} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} and ${f.late ? sql`c.next_due < ${tx.now}` : sql`true`}
    order by c.next_due nulls last, c.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** How much waits, by process, and how urgent: for the tiles and the menu. `endOfDay` closes today. */
export async function countWaiting(tx: Tx, by: Actor, desk: Desk, endOfDay: Date, f: { text?: string; unionPath?: string } = {}): Promise<{ process: string; waiting: number; today: number; late: number; reported: number }[]> {
  const r = await sql<{ process: string; waiting: number; today: number; late: number; reported: number }>`select c.process, count(*)::int as waiting,
      count(*) filter (where c.next_due >= ${tx.now} and c.next_due < ${endOfDay})::int as today,
      count(*) filter (where c.next_due < ${tx.now})::int as late,
      count(*) filter (where c.late_union_id = any(${[...desk.unionIds]}::uuid[]) and not c.union_id = any(${[...desk.unionIds]}::uuid[]))::int as reported
    from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where c.federation_id = ${tx.federationId} and ${mine(by, desk)}
      and ${matches(f.text)} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} group by c.process`.execute(rows(tx));
  return r.rows;
}

/** What waits for a person as author: answers to rate, questions asked again. */
export async function listForAuthor(tx: Tx, personId: string, waitingStates: readonly { process: string; state: string }[]): Promise<ListedCase[]> {
  const r = await sql<ListedCase>`select ${COLUMNS}, ${NAMES} from ${FROM}
    where c.federation_id = ${tx.federationId} and (c.author_id = ${personId} or c.subject_id = ${personId})
      and ((c.process, c.state) in (select x.process, x.state from jsonb_to_recordset(${JSON.stringify(waitingStates)}::jsonb) as x(process text, state text))
        or (c.recheck_due is not null and c.recheck_due <= ${tx.now}))
    order by c.changed_at desc limit 20`.execute(rows(tx));
  return r.rows;
}

export type CaseFigures = { opened: number; open: number; late: number; answered: number; inTime: number; rated: number; satisfied: number; reopened: number };

/** Counts of one process over a scope and a span of opening times. */
export async function countFigures(tx: Tx, process: string, scope: RawBuilder<boolean>, from: Date, to: Date): Promise<CaseFigures> {
  const r = await sql<CaseFigures>`select count(*)::int as opened, count(*) filter (where c.is_open)::int as open,
      count(*) filter (where c.is_open and c.next_due < ${tx.now})::int as late, count(c.answered_at)::int as answered,
      count(*) filter (where c.answered_at <= c.answer_due)::int as "inTime", count(coalesce(c.rating_again, c.rating))::int as rated,
      count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as satisfied, count(*) filter (where c.reopened > 0)::int as reopened
    from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where c.federation_id = ${tx.federationId} and c.process = ${process} and c.opened_at >= ${from} and c.opened_at < ${to} and ${scope}`.execute(rows(tx));
  return r.rows[0] as CaseFigures;
}
