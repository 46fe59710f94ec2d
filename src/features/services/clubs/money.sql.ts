/** Grants, budgets and costs of clubs. Amounts in fen. Reads what activities for a club cost (part `activities`), never writes it. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { ClubState, Category } from './clubs.sql.ts';

export type Grant = { readonly clubId: string; readonly amountFen: bigint; readonly account: string; readonly note: string; readonly members: number; readonly usualFen: bigint; readonly ruleSetId: string; readonly decidedAt: Date; readonly decidedBy: string };
export type CostRow = { readonly id: string; readonly clubId: string; readonly year: number; readonly item: string; readonly amountFen: bigint; readonly spentOn: string; readonly note: string; readonly byId: string; readonly by: string; readonly gathering: string; readonly activity: boolean };

/** What clubs spent in a year: entered by them, and of activities that their union held for them. */
const costs = (tx: Tx, clubIds: readonly string[], year: number): RawBuilder<unknown> => sql`SELECT x.id, x.club_id AS "clubId", x.year::int AS year, x.item, x.amount_fen AS "amountFen", x.spent_on::text AS "spentOn", x.note, x.by_id AS "byId", p.name AS by, coalesce(g.title, '') AS gathering, false AS activity
  FROM club_cost x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id LEFT JOIN club_gathering g ON g.federation_id = x.federation_id AND g.id = x.gathering_id
  WHERE x.federation_id = ${tx.federationId} AND x.club_id = ANY (${[...clubIds]}::uuid[]) AND x.year = ${year} AND x.removed_at IS NULL
  UNION ALL SELECT x.id, a.club_id AS "clubId", ${year}::int AS year, x.item, x.amount_fen AS "amountFen", x.spent_on::text AS "spentOn", x.note, x.by_id AS "byId", p.name AS by, a.title AS gathering, true AS activity
  FROM activity_cost x JOIN activity a ON a.federation_id = x.federation_id AND a.id = x.activity_id JOIN club c ON c.federation_id = a.federation_id AND c.id = a.club_id AND c.union_id = a.union_id JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id
  WHERE x.federation_id = ${tx.federationId} AND a.club_id = ANY (${[...clubIds]}::uuid[]) AND x.spent_on >= make_date(${year}, 1, 1) AND x.spent_on < make_date(${year} + 1, 1, 1) AND x.removed_at IS NULL`;

/** What a club spent in a year, latest first. */
export async function listCosts(tx: Tx, clubId: string, year: number): Promise<CostRow[]> {
  const r = await sql<CostRow>`SELECT e.* FROM (${costs(tx, [clubId], year)}) e ORDER BY e."spentOn" DESC, e.id LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** What each of these clubs spent in a year. */
export async function sumCosts(tx: Tx, clubIds: readonly string[], year: number): Promise<Map<string, bigint>> {
  const r = await sql<{ clubId: string; fen: bigint }>`SELECT e."clubId", sum(e."amountFen")::bigint AS fen FROM (${costs(tx, clubIds, year)}) e GROUP BY e."clubId"`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.clubId, x.fen]));
}

/** A cost a club entered and that counts. */
export async function findCost(tx: Tx, id: string): Promise<CostRow | null> {
  const r = await sql<CostRow>`SELECT x.id, x.club_id AS "clubId", x.year::int AS year, x.item, x.amount_fen AS "amountFen", x.spent_on::text AS "spentOn", x.note, x.by_id AS "byId", p.name AS by, '' AS gathering, false AS activity
    FROM club_cost x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id WHERE x.federation_id = ${tx.federationId} AND x.id = ${id} AND x.removed_at IS NULL`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type NewCost = { readonly id: string; readonly clubId: string; readonly year: number; readonly gatheringId: string | null; readonly item: string; readonly amountFen: bigint; readonly spentOn: string; readonly note: string; readonly byId: string };
/** Enters costs, all at once. */
export async function insertCosts(tx: Tx, list: readonly NewCost[]): Promise<void> {
  await sql`INSERT INTO club_cost (federation_id, id, club_id, year, gathering_id, item, amount_fen, spent_on, note, by_id, at) SELECT ${tx.federationId}::uuid, x.id, x.club, x.year, x.gathering, x.item, x.fen, x.spent, x.note, x.by, ${tx.now}::timestamptz
    FROM unnest(${list.map((c) => c.id)}::uuid[], ${list.map((c) => c.clubId)}::uuid[], ${list.map((c) => c.year)}::smallint[], ${list.map((c) => c.gatheringId)}::uuid[], ${list.map((c) => c.item)}::text[], ${list.map((c) => String(c.amountFen))}::bigint[],
      ${list.map((c) => c.spentOn)}::date[], ${list.map((c) => c.note)}::text[], ${list.map((c) => c.byId)}::uuid[]) AS x(id, club, year, gathering, item, fen, spent, note, by)`.execute(rows(tx));
}

/** Takes a cost back: it no longer counts. */
export async function removeCost(tx: Tx, id: string): Promise<boolean> {
  const r = await sql`UPDATE club_cost SET removed_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND removed_at IS NULL RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Grants of these clubs for a year. @param lock spending and deciding go one after the other */
export async function findGrants(tx: Tx, clubIds: readonly string[], year: number, lock = false): Promise<Map<string, Grant>> {
  const r = await sql<Grant>`SELECT g.club_id AS "clubId", g.amount_fen AS "amountFen", g.account, g.note, g.members, g.usual_fen AS "usualFen", g.rule_set_id AS "ruleSetId", g.decided_at AS "decidedAt", p.name AS "decidedBy" FROM club_grant g JOIN person p ON p.federation_id = g.federation_id AND p.id = g.decided_by_id
    WHERE g.federation_id = ${tx.federationId} AND g.club_id = ANY (${[...clubIds]}::uuid[]) AND g.year = ${year} ${lock ? sql`FOR UPDATE OF g` : sql``}`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.clubId, x]));
}

export type NewGrant = { readonly clubId: string; readonly year: number; readonly amountFen: bigint; readonly account: string; readonly members: number; readonly usualFen: bigint; readonly note: string; readonly ruleSetId: string; readonly byId: string };
/** Decides a grant, or decides it anew. */
export async function putGrant(tx: Tx, g: NewGrant): Promise<void> {
  await sql`INSERT INTO club_grant (federation_id, club_id, year, amount_fen, account, members, usual_fen, note, rule_set_id, decided_by_id, decided_at)
    VALUES (${tx.federationId}, ${g.clubId}, ${g.year}, ${g.amountFen}, ${g.account}, ${g.members}, ${g.usualFen}, ${g.note}, ${g.ruleSetId}, ${g.byId}, ${tx.now})
    ON CONFLICT (federation_id, club_id, year) DO UPDATE SET amount_fen = excluded.amount_fen, account = excluded.account, members = excluded.members, usual_fen = excluded.usual_fen, note = excluded.note, rule_set_id = excluded.rule_set_id, decided_by_id = excluded.decided_by_id,
      decided_at = excluded.decided_at`.execute(rows(tx));
}

/** The budget of a union for its clubs in a year, locked: grants of a union are decided one after the other. */
export async function lockBudget(tx: Tx, unionId: string, year: number): Promise<bigint | null> {
  const r = await sql<{ fen: bigint }>`SELECT amount_fen AS fen FROM club_budget WHERE federation_id = ${tx.federationId} AND union_id = ${unionId} AND year = ${year} FOR UPDATE`.execute(rows(tx));
  return r.rows[0]?.fen ?? null;
}

/** Sets a budget. */
export async function putBudget(tx: Tx, unionId: string, year: number, fen: bigint, byId: string): Promise<void> {
  await sql`INSERT INTO club_budget (federation_id, union_id, year, amount_fen, decided_by_id, decided_at) VALUES (${tx.federationId}, ${unionId}, ${year}, ${fen}, ${byId}, ${tx.now})
    ON CONFLICT (federation_id, union_id, year) DO UPDATE SET amount_fen = excluded.amount_fen, decided_by_id = excluded.decided_by_id, decided_at = excluded.decided_at`.execute(rows(tx));
}

/** What a union granted its clubs in a year, but for one of them. */
export async function sumGrants(tx: Tx, unionId: string, year: number, but: string | null = null): Promise<bigint> {
  const r = await sql<{ fen: bigint }>`SELECT coalesce(sum(g.amount_fen), 0)::bigint AS fen FROM club_grant g JOIN club c ON c.federation_id = g.federation_id AND c.id = g.club_id
    WHERE g.federation_id = ${tx.federationId} AND c.union_id = ${unionId} AND g.year = ${year} AND (${but}::uuid IS NULL OR g.club_id <> ${but}::uuid)`.execute(rows(tx));
  return r.rows[0]?.fen ?? 0n;
}

export type BudgetRow = { readonly unionId: string; readonly union: string; readonly budgetFen: bigint | null; readonly grantedFen: bigint; readonly clubs: number; readonly clubIds: readonly string[] };
/** Budgets and grants of the officer's unions that have clubs or a budget. */
export async function listBudgets(tx: Tx, by: Actor, unionPath: string | undefined, year: number): Promise<BudgetRow[]> {
  const r = await sql<BudgetRow>`SELECT u.id AS "unionId", u.name AS union, b.amount_fen AS "budgetFen", coalesce(sum(g.amount_fen), 0)::bigint AS "grantedFen", count(c.id) FILTER (WHERE f.state IN ('active','suspended'))::int AS clubs, coalesce(array_agg(c.id) FILTER (WHERE c.id IS NOT NULL), '{}') AS "clubIds"
    FROM union_unit u LEFT JOIN club_budget b ON b.federation_id = u.federation_id AND b.union_id = u.id AND b.year = ${year} LEFT JOIN club c ON c.federation_id = u.federation_id AND c.union_id = u.id AND c.founded_on IS NOT NULL
      LEFT JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id LEFT JOIN club_grant g ON g.federation_id = c.federation_id AND g.club_id = c.id AND g.year = ${year}
    WHERE u.federation_id = ${tx.federationId} AND ${visibleTo(by, 'clubs.keep')} AND ${unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`} AND (c.id IS NOT NULL OR b.union_id IS NOT NULL)
    GROUP BY u.id, u.name, u.path, b.amount_fen ORDER BY u.path LIMIT 200`.execute(rows(tx));
  return r.rows;
}

export type Funded = { readonly id: string; readonly name: string; readonly union: string; readonly unionId: string; readonly category: Category; readonly state: ClubState; readonly members: number };
/** Clubs of the officer that were founded by the end of the year, for grants and appraisal, by union and name. */
export async function listFunded(tx: Tx, f: { readonly by: Actor | null; readonly unionPath?: string | undefined; readonly unionId?: string | undefined; readonly year: number; readonly limit: number; readonly offset: number }): Promise<{ items: Funded[]; total: number }> {
  const end = sql`least(${tx.now}::timestamptz, make_date(${f.year} + 1, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
  const of = sql`FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    WHERE c.federation_id = ${tx.federationId} AND f.state IN ('active','suspended') AND c.founded_on <= make_date(${f.year}, 12, 31) AND ${f.by === null ? sql`true` : visibleTo(f.by, 'clubs.keep')}
      AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.unionId ? sql`u.id = ${f.unionId}` : sql`true`}`;
  const r = await sql<Funded>`SELECT c.id, c.name, u.name AS union, u.id AS "unionId", c.category, f.state,
    (SELECT count(*) FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND x.at <= ${end} AND (x.state IN ('held','taken','handed') OR (x.state IN ('cancelled','expired') AND x.ended_at > ${end})))::int AS members
    ${of} ORDER BY u.path, c.name, c.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${of}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
