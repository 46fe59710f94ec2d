import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Invents the workforce of a works in two statements: names of three characters that some share, staff numbers, spread evenly over the unions. */
export async function fillWorkforce(tx: Tx, count: number, unionIds: readonly string[]): Promise<void> {
  await sql`insert into person (federation_id, id, name, staff_number, created_at, changed_at)
    select ${tx.federationId}, gen_random_uuid(), substr('王李张刘陈杨黄赵吴周徐孙', 1 + n % 12, 1) || substr('伟强磊军洋勇艳杰娟涛明超秀英华平刚桂', 1 + n / 12 % 18, 1) || substr('国建志文玉春海云峰林红梅兰波斌宁鹏飞', 1 + n / 216 % 18, 1),
      'G' || lpad(n::text, 6, '0'), ${tx.now}, ${tx.now} from generate_series(0, ${count - 1}::int) n`.execute(rows(tx));
  await sql`insert into membership (federation_id, id, person_id, union_id, state, began_on, origin, card_number, created_at)
    select ${tx.federationId}, gen_random_uuid(), p.id, (${[...unionIds]}::uuid[])[1 + substr(p.staff_number, 2)::int % ${unionIds.length}::int], 'active', '2015-01-01', 'roster', p.staff_number, ${tx.now}
    from person p where p.federation_id = ${tx.federationId}`.execute(rows(tx));
}

/** Puts every fifth member of a scheme into one of the four groups of people. */
export async function fillGroups(tx: Tx, schemeId: string): Promise<void> {
  await sql`insert into suggestion_person_group (federation_id, id, scheme_union_id, person_id, person_group, from_date)
    select ${tx.federationId}, gen_random_uuid(), ${schemeId}, x.person_id, (array['manager','keyStaff','teamLeader','party'])[1 + (x.n / 5 % 4)::int], '2015-01-01'
    from (select person_id, row_number() over (order by card_number) as n from membership where federation_id = ${tx.federationId}) x where x.n % 5 = 0`.execute(rows(tx));
}

/** One paid reward for every author of what is carried out, in a list for each month: what years of paying leave behind. */
export async function fillRewards(tx: Tx, schemeId: string): Promise<void> {
  await sql`insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, opened_at, changed_at)
    select ${tx.federationId}, gen_random_uuid(), 'payment', x.month, x.month, 'settled', false, 'named', 'register', ${schemeId}, ${schemeId}, ${tx.now}, ${tx.now}
    from (select distinct to_char(s.started_on, 'YYYY-MM') as month from suggestion s where s.federation_id = ${tx.federationId} and s.started_on is not null) x`.execute(rows(tx));
  await sql`insert into payment_list (federation_id, id, union_id, purpose, title, period, made_at)
    select c.federation_id, c.id, c.union_id, 'suggestion.grade', c.title, c.number, ${tx.now} from case_file c where c.federation_id = ${tx.federationId} and c.process = 'payment'`.execute(rows(tx));
  await sql`insert into payment_line (federation_id, id, list_id, person_id, amount_fen, zh, en, document_kind, document_id, key, body_hash, attempt, state, added_at, ended_at)
    select ${tx.federationId}, gen_random_uuid(), l.id, a.person_id, 3000, 'reward', 'reward', 'suggestion', s.id::text, s.id || '/' || a.person_id, sha256('reward'), 1, 'paid', ${tx.now}, ${tx.now}
    from suggestion s join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id join payment_list l on l.federation_id = s.federation_id and l.period = to_char(s.started_on, 'YYYY-MM')
    where s.federation_id = ${tx.federationId}`.execute(rows(tx));
}

/** Members of a union by card number. */
export async function someMembers(tx: Tx, unionId: string, count: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select person_id as id from membership where federation_id = ${tx.federationId} and union_id = ${unionId} order by card_number limit ${count}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** The plainest statement that counts suggestions by unit, month and kind: what a page of figures can be held against. */
export async function countPlainly(tx: Tx, schemeId: string, from: string, to: string): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n, count(s.adopted_on)::int as adopted, count(s.started_on)::int as started, count(s.completed_on)::int as completed from suggestion s
    where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeId} and s.submitted_on between ${from}::date and ${to}::date
    group by s.unit_union_id, to_char(s.submitted_on, 'YYYY-MM'), s.category`.execute(rows(tx));
  return r.rows.reduce((sum, x) => sum + x.n, 0);
}
