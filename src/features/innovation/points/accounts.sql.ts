// Reads books, moves and balances of the ledger: who earned how much in which year is summed from moves, nothing of it is kept twice.
import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export const PURPOSE = 'suggestions.points';
export type AccountRow = { schemeId: string; personId: string; walletNo: number; debtNo: number };

const ACCOUNT = sql`a.scheme_union_id as "schemeId", a.person_id as "personId", a.wallet_no as "walletNo", a.debt_no as "debtNo"`;

/** Accounts of these people, locked in order: whoever changes somebody's points waits here. */
export async function lockAccounts(tx: Tx, schemeId: string, personIds: readonly string[]): Promise<AccountRow[]> {
  const r = await sql<AccountRow>`select ${ACCOUNT} from point_account a where a.federation_id = ${tx.federationId} and a.scheme_union_id = ${schemeId}
    and a.person_id = any(${[...personIds]}::uuid[]) order by a.person_id for update`.execute(rows(tx));
  return r.rows;
}

/** Accounts of a person in all schemes, at most 20. */
export async function listAccountsOf(tx: Tx, personId: string): Promise<AccountRow[]> {
  const r = await sql<AccountRow>`select ${ACCOUNT} from point_account a where a.federation_id = ${tx.federationId} and a.person_id = ${personId} order by a.scheme_union_id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Notes whose these accounts are. */
export async function insertAccounts(tx: Tx, list: readonly AccountRow[]): Promise<void> {
  const [scheme] = list;
  if (!scheme) return;
  await sql`insert into point_account (federation_id, scheme_union_id, person_id, wallet_no, debt_no) select ${tx.federationId}, ${scheme.schemeId}, x.p, x.w, x.d
    from unnest(${list.map((a) => a.personId)}::uuid[], ${list.map((a) => a.walletNo)}::int[], ${list.map((a) => a.debtNo)}::int[]) as x(p, w, d) order by x.p on conflict do nothing`.execute(rows(tx));
}

export async function insertCorrection(tx: Tx, c: { id: string; schemeId: string; personId: string; amount: number; reason: string; by: string }): Promise<boolean> {
  const r = await sql`insert into point_correction (federation_id, id, scheme_union_id, person_id, amount, reason, made_by_id, made_at)
    values (${tx.federationId}, ${c.id}, ${c.schemeId}, ${c.personId}, ${c.amount}, ${c.reason}, ${c.by}, ${tx.now}) on conflict do nothing returning id`.execute(rows(tx));
  return r.rows.length > 0;
}

export type CorrectionRow = { id: string; personId: string; amount: number; reason: string; madeBy: string; madeAt: Date };

/** Corrections by id. */
export async function findCorrections(tx: Tx, ids: readonly string[]): Promise<CorrectionRow[]> {
  const r = await sql<CorrectionRow>`select c.id, c.person_id as "personId", c.amount::float8 as amount, c.reason, p.name as "madeBy", c.made_at as "madeAt" from point_correction c
    join person p on p.federation_id = c.federation_id and p.id = c.made_by_id where c.federation_id = ${tx.federationId} and c.id = any(${[...ids]}::uuid[]) limit 1000`.execute(rows(tx));
  return r.rows;
}

const BOOK = sql`ledger_book k on k.federation_id = a.federation_id and k.union_id = a.scheme_union_id and k.purpose = ${PURPOSE}`;

/** What was earned, net of what was taken back, by year and wallet. @param walletNos of this book; all unless told */
export async function sumEarned(tx: Tx, bookId: string, walletNos: readonly number[]): Promise<{ no: number; year: number; amount: number }[]> {
  const nos = [...walletNos];
  const r = await sql<{ no: number; year: number; amount: number }>`select x.no, x.year::int as year, sum(x.amount)::float8 as amount from (
      select m.to_no as no, m.tags ->> 'year' as year, m.amount from ledger_move m where m.federation_id = ${tx.federationId} and m.book_id = ${bookId} and m.to_no = any(${nos}::int[]) and m.tags ? 'year'
      union all select m.from_no, m.tags ->> 'year', -m.amount from ledger_move m where m.federation_id = ${tx.federationId} and m.book_id = ${bookId} and m.from_no = any(${nos}::int[]) and m.tags ? 'year') x
    group by x.no, x.year limit 100000`.execute(rows(tx));
  return r.rows;
}

export type RankFilter = { unionPath?: string | undefined; text?: string | undefined; year: number; debt?: boolean | undefined };
export type RankRow = { personId: string; name: string; schemeId: string; unit: string; unitId: string; earned: number; balance: number; held: number; debt: number };

/** Points of a year by wallet of all books of points: earned less what was taken back. */
const earnedIn = (tx: Tx, year: number) => sql`(select x.book_id, x.no, sum(x.amount) as amount from (
      select m.book_id, m.to_no as no, m.amount from ledger_move m join ledger_book k on k.federation_id = m.federation_id and k.id = m.book_id and k.purpose = ${PURPOSE}
        where m.federation_id = ${tx.federationId} and m.tags ->> 'year' = ${String(year)}
      union all select m.book_id, m.from_no, -m.amount from ledger_move m join ledger_book k on k.federation_id = m.federation_id and k.id = m.book_id and k.purpose = ${PURPOSE}
        where m.federation_id = ${tx.federationId} and m.tags ->> 'year' = ${String(year)}) x group by x.book_id, x.no)`;

/** People with points over the unions of the officer, those who earned most in a year first. */
export async function listRanking(tx: Tx, by: Actor, f: RankFilter, o: { limit: number; offset: number }): Promise<{ items: RankRow[]; total: number }> {
  const like = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const from = sql`from point_account a join person p on p.federation_id = a.federation_id and p.id = a.person_id join ${BOOK}
    left join membership m on m.federation_id = a.federation_id and m.person_id = a.person_id and m.state <> 'ended'
    join union_unit u on u.federation_id = a.federation_id and u.id = coalesce(m.union_id, a.scheme_union_id)
    left join ledger_balance b on b.federation_id = a.federation_id and b.book_id = k.id and b.no = a.wallet_no
    left join ${earnedIn(tx, f.year)} e on e.book_id = k.id and e.no = a.wallet_no
    left join lateral (select sum(case when d.from_no = a.debt_no then d.amount else -d.amount end) as amount from ledger_move d
      where d.federation_id = a.federation_id and d.book_id = k.id and (d.from_no = a.debt_no or d.to_no = a.debt_no)) d on true
    where a.federation_id = ${tx.federationId} and ${visibleTo(by, 'points.view')} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`}
      and (${like}::text is null or p.name ilike ${like}) and (${f.debt ?? false} = false or d.amount > 0)`;
  const page = await sql<RankRow>`select a.person_id as "personId", p.name, a.scheme_union_id as "schemeId", u.name as unit, u.id as "unitId", coalesce(e.amount, 0)::float8 as earned,
      coalesce(b.amount, 0)::float8 as balance, coalesce(b.held, 0)::float8 as held, coalesce(d.amount, 0)::float8 as debt ${from}
    order by coalesce(e.amount, 0) desc, coalesce(b.amount, 0) desc, p.name, a.person_id limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(rows(tx));
  return { items: page.rows, total: all.rows[0]?.n ?? 0 };
}

export type UnitRow = { id: string; unit: string; people: number; points: number };

/** Units by the points their people earned for them in a year, at most 200; the unit is that of the author when it was handed in. */
export async function listUnits(tx: Tx, by: Actor, f: { unionPath?: string | undefined; year: number }): Promise<UnitRow[]> {
  const r = await sql<UnitRow>`select u.id, u.name as unit, count(distinct x.no)::int as people, sum(x.amount)::float8 as points from (
      select m.tags ->> 'unit' as unit, m.to_no as no, m.amount from ledger_move m join ledger_book k on k.federation_id = m.federation_id and k.id = m.book_id and k.purpose = ${PURPOSE}
        where m.federation_id = ${tx.federationId} and m.tags ->> 'year' = ${String(f.year)} and not m.red and m.tags ? 'occasion'
      union all select m.tags ->> 'unit', m.from_no, -m.amount from ledger_move m join ledger_book k on k.federation_id = m.federation_id and k.id = m.book_id and k.purpose = ${PURPOSE}
        where m.federation_id = ${tx.federationId} and m.tags ->> 'year' = ${String(f.year)} and m.red and m.tags ? 'occasion') x
    join union_unit u on u.federation_id = ${tx.federationId} and u.id = x.unit::uuid
    where ${visibleTo(by, 'points.view')} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} group by u.id, u.name having sum(x.amount) > 0 order by points desc, u.name limit 200`.execute(rows(tx));
  return r.rows;
}

/** Wallets of a scheme after a person's id with something in them: what lies there and what of it is held. */
export async function listFilled(tx: Tx, schemeId: string, after: string, limit: number): Promise<{ personId: string; walletNo: number }[]> {
  const r = await sql<{ personId: string; walletNo: number }>`select a.person_id as "personId", a.wallet_no as "walletNo" from point_account a join ${BOOK}
    join ledger_balance b on b.federation_id = a.federation_id and b.book_id = k.id and b.no = a.wallet_no
    where a.federation_id = ${tx.federationId} and a.scheme_union_id = ${schemeId} and a.person_id > ${after} and b.amount > b.held order by a.person_id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** People of a scheme who have at least so much to spend, at most 10,000. */
export async function listAble(tx: Tx, schemeId: string, least: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select a.person_id as id from point_account a join ${BOOK} join ledger_balance b on b.federation_id = a.federation_id and b.book_id = k.id and b.no = a.wallet_no
    where a.federation_id = ${tx.federationId} and a.scheme_union_id = ${schemeId} and b.amount - b.held >= ${least} order by a.person_id limit 10000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** A person with points who stands below one of the officer's unions. */
export async function findHolder(tx: Tx, by: Actor, schemeId: string, personId: string): Promise<{ name: string; unit: string; unitId: string } | null> {
  const r = await sql<{ name: string; unit: string; unitId: string }>`select p.name, u.name as unit, u.id as "unitId" from point_account a join person p on p.federation_id = a.federation_id and p.id = a.person_id
    left join membership m on m.federation_id = a.federation_id and m.person_id = a.person_id and m.state <> 'ended'
    join union_unit u on u.federation_id = a.federation_id and u.id = coalesce(m.union_id, a.scheme_union_id)
    where a.federation_id = ${tx.federationId} and a.scheme_union_id = ${schemeId} and a.person_id = ${personId} and ${visibleTo(by, 'points.view')}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Members of a subtree whose name begins with a text, at most 20. */
export async function findMembers(tx: Tx, unionPath: string, text: string): Promise<{ id: string; name: string; union: string }[]> {
  const r = await sql<{ id: string; name: string; union: string }>`select p.id, p.name, u.name as union from person p
    join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended' join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where p.federation_id = ${tx.federationId} and p.name like ${`${text.replace(/[\\%_]/g, '\\$&')}%`} and ${inSubtrees([unionPath])} order by p.name, p.id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Whether a person is a member somewhere in a subtree, and where. */
export async function memberUnder(tx: Tx, unionPath: string, personId: string): Promise<{ unionId: string; name: string } | null> {
  const r = await sql<{ unionId: string; name: string }>`select m.union_id as "unionId", p.name from membership m join person p on p.federation_id = m.federation_id and p.id = m.person_id
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where m.federation_id = ${tx.federationId} and m.person_id = ${personId} and m.state <> 'ended' and ${inSubtrees([unionPath])}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Wallets from which points expired on a day. */
export async function listExpiredOn(tx: Tx, bookId: string, on: string, walletNos: readonly number[]): Promise<Set<number>> {
  const r = await sql<{ no: number }>`select m.from_no as no from ledger_journal j join ledger_move m on m.federation_id = j.federation_id and m.book_id = j.book_id and m.on_day = j.on_day and m.journal_id = j.id
    where j.federation_id = ${tx.federationId} and j.book_id = ${bookId} and j.document_kind = 'pointExpiry' and m.on_day = ${on}::date and m.from_no = any(${[...walletNos]}::int[]) limit 1000`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.no));
}
