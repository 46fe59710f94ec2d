/**
 * The year of source file 002 (chapter on the "23222+" scheme) at the demonstration factory: every figure is reckoned here from the raw timeline and the
 * authors alone, and compared with the source and with the columns that indicators, rewards and points read.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { similarity } from '#engines/similarity';
import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import { DEMO_FEDERATION } from '../../src/demo/load.ts';
import { fixClock } from '../clock.ts';
import { startHouse } from '../server.ts';

fixClock('2026-11-21T02:10:00Z');
const YEAR = 2025;
const house = await startHouse({ mode: 'demo', demonstration: true });
const within = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => house.within(DEMO_FEDERATION, run);
const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T> => within(async (tx) => (await query.execute(rows(tx))).rows[0] as T);
/** A rate as the source writes it: in whole per cent. */
const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

/** Days of the steps of each suggestion, in Shanghai, from the events alone. */
const RAW = sql`with raw as materialized (select c.id,
    (min(e.at) filter (where e.step = 'opened') at time zone 'Asia/Shanghai')::date as handed_in,
    bool_or(e.to_state in ('withdrawn', 'incomplete', 'merged')) and not bool_or(e.step = 'unmerge') as void,
    (min(e.at) filter (where e.step in ('adopt', 'adoptUnitOnly', 'adoptUnit', 'adoptForImplementation')) at time zone 'Asia/Shanghai')::date as adopted,
    (min(e.at) filter (where e.step in ('adoptUnit', 'adoptForImplementation', 'implementLater')) at time zone 'Asia/Shanghai')::date as started,
    (min(e.at) filter (where e.step = 'accept') at time zone 'Asia/Shanghai')::date as completed,
    (min(e.at) filter (where e.step = 'standardise') at time zone 'Asia/Shanghai')::date as standardised,
    bool_or(e.to_state = 'revoked') as revoked, max((e.data ->> 'grade')::int) as grade
  from case_file c join case_event e on e.federation_id = c.federation_id and e.case_id = c.id
  where c.federation_id = ${DEMO_FEDERATION} and c.process = 'suggestion' group by c.federation_id, c.id),
  year as materialized (select * from raw where extract(year from handed_in) = ${YEAR})`;

type Year = { handedIn: number; valid: number; adopted: number; started: number; completed: number; standardised: number; one: number; two: number; three: number; outside: number };
const raw = (): Promise<Year> => one(sql<Year>`${RAW} select count(*)::int as "handedIn", (count(*) filter (where not void))::int as valid, count(adopted)::int as adopted, count(started)::int as started,
  count(completed)::int as completed, count(standardised)::int as standardised, (count(*) filter (where grade = 1))::int as one, (count(*) filter (where grade = 2))::int as two,
  (count(*) filter (where grade = 3))::int as three,
  (count(*) filter (where void and adopted is not null or revoked or greatest(adopted, started, completed, standardised) > make_date(${YEAR}, 12, 31)))::int as outside from year`);
const people = (): Promise<{ n: number; sharing: number; crooked: number }> => one(sql<{ n: number; sharing: number; crooked: number }>`${RAW}, shares as (
    select y.id, count(*) as n, sum(a.share) as share from year y join suggestion_author a on a.federation_id = ${DEMO_FEDERATION} and a.suggestion_id = y.id group by y.id)
  select (select count(distinct a.person_id)::int from year y join suggestion_author a on a.federation_id = ${DEMO_FEDERATION} and a.suggestion_id = y.id where not y.void) as n,
    (select count(*)::int from shares where n > 1) as sharing, (select count(*)::int from shares where share <> 10000) as crooked`);
const staff = async (): Promise<number> => (await one(sql<{ n: number }>`select count(distinct m.person_id)::int as n from membership m
  join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id join union_unit h on h.federation_id = u.federation_id and h.code = 'HQ' and u.path like h.path || '%'
  where m.federation_id = ${DEMO_FEDERATION} and m.began_on <= make_date(${YEAR}, 12, 31) and (m.ended_on is null or m.ended_on > make_date(${YEAR}, 12, 31))`)).n;

test('the figures of source 002 come out of the raw events', { timeout: 300_000 }, async () => {
  const y = await raw();
  assert.deepEqual(y, { handedIn: 7363, valid: 7148, adopted: 6469, started: 6269, completed: 5832, standardised: 600, one: 800, two: 1600, three: 3869, outside: 0 });
  const p = await people();
  assert.equal(p.n, 2133);
  assert.equal(p.crooked, 0, 'shares sum to the whole');
  assert.ok(p.sharing > 2000 && p.sharing < 3000, `${String(p.sharing)} with co-authors`);
  assert.equal(await staff(), 2199);
});

test('five rates, each over a denominator of its own', { timeout: 300_000 }, async () => {
  const [y, p, all] = [await raw(), await people(), await staff()];
  assert.equal(percent(p.n, all), 97, 'participation 参与率: people who took part over staff');
  assert.equal(percent(y.valid, p.n), 335, 'submission 提案率: valid ones over people who took part; over the staff it would be 325');
  assert.equal(percent(y.adopted, y.valid), 91, 'adoption 采纳率: adopted over valid');
  assert.equal(percent(y.started, y.adopted), 97, 'implementation 实施率: started over adopted');
  assert.equal(percent(y.completed, y.started), 93, 'completion 实施完成率: completed over started');
});

test('rewards by grade, and what finance verified', { timeout: 300_000 }, async () => {
  const y = await raw();
  assert.equal(120 * y.one + 80 * y.two + 30 * y.three, 340_070);
  assert.equal(340_070 + 10 * 500 + 10 * 700 + 12 * 500 + 56_930, 415_000);
  const specialists = await one(sql<{ n: number }>`select count(*)::int as n from office_holding o join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id
    join union_unit h on h.federation_id = u.federation_id and h.id = u.parent_id and h.code = 'HQ' where o.federation_id = ${DEMO_FEDERATION} and o.office = 'suggestionSpecialist'`);
  assert.equal(specialists.n, 22);
  const benefit = await one(sql<{ fen: string; twice: number; unfinished: number }>`${RAW} select sum(b.verified_fen)::text as fen, (count(*) - count(distinct b.suggestion_id))::int as twice,
    (count(*) filter (where y.completed is null or b.window_from <= y.completed or b.settled_at < b.claimed_at))::int as unfinished
    from year y join suggestion_benefit b on b.federation_id = ${DEMO_FEDERATION} and b.suggestion_id = y.id and b.state = 'verified'`);
  assert.deepEqual(benefit, { fen: '774540000', twice: 0, unfinished: 0 });
});

test('the columns that are counted say what the events say, suggestion by suggestion', { timeout: 300_000 }, async () => {
  const differs = await one(sql<{ n: number; looked: number }>`${RAW} select count(*)::int as looked, (count(*) filter (where (s.submitted_on, s.void_on is not null, s.adopted_on, s.started_on, s.completed_on, s.standardised_on, s.grade)
      is distinct from (y.handed_in, y.void, y.adopted, y.started, y.completed, y.standardised, y.grade::smallint)
      or s.benefit_fen is distinct from (select b.verified_fen from suggestion_benefit b where b.federation_id = s.federation_id and b.suggestion_id = s.id and b.state = 'verified')
      or (s.standardised_on is not null) is distinct from (s.document_number <> '')
      or (s.rejected_on is not null and s.adopted_on is null) is distinct from (select c.state = 'rejected' from case_file c where c.federation_id = s.federation_id and c.id = s.id)))::int as n
    from year y join suggestion s on s.federation_id = ${DEMO_FEDERATION} and s.id = y.id`);
  assert.deepEqual(differs, { looked: 7363, n: 0 });
});

test('the way of each could have happened: nobody decides an own one, reviewers are none of its authors, merged ones follow an earlier one', { timeout: 300_000 }, async () => {
  const wrong = await one(sql<{ own: number; reviewers: number; merged: number; gaps: number; pairs: number; alike: number }>`${RAW} select
    (select count(*)::int from year y join case_event e on e.federation_id = ${DEMO_FEDERATION} and e.case_id = y.id and e.by_kind = 'officer'
      join suggestion_author a on a.federation_id = e.federation_id and a.suggestion_id = y.id and a.person_id = e.by_id) as own,
    (select count(*)::int from year y join suggestion_review v on v.federation_id = ${DEMO_FEDERATION} and v.suggestion_id = y.id
      join suggestion_author a on a.federation_id = v.federation_id and a.suggestion_id = y.id and a.person_id = v.reviewer_id) as reviewers,
    (select count(*)::int from suggestion s join suggestion k on k.federation_id = s.federation_id and k.id = s.merged_into_id where s.federation_id = ${DEMO_FEDERATION} and (k.submitted_on >= s.submitted_on or k.void_on is not null)) as merged,
    (select count(*)::int from (select e.case_id from year y join case_event e on e.federation_id = ${DEMO_FEDERATION} and e.case_id = y.id group by e.case_id having max(e.position) <> count(*)) g) as gaps,
    (select count(*)::int from (select v.suggestion_id from year y join suggestion_review v on v.federation_id = ${DEMO_FEDERATION} and v.suggestion_id = y.id group by v.suggestion_id having count(*) = 2) g) as pairs,
    (select count(*)::int from (select v.suggestion_id from year y join suggestion_review v on v.federation_id = ${DEMO_FEDERATION} and v.suggestion_id = y.id group by v.suggestion_id having count(*) = 2 and count(distinct (v.verdict, coalesce(v.grade, 0))) = 1) g) as alike`);
  assert.deepEqual({ ...wrong, pairs: 0, alike: 0 }, { own: 0, reviewers: 0, merged: 0, gaps: 0, pairs: 0, alike: 0 });
  assert.ok(wrong.pairs > 400 && wrong.alike > 0.5 * wrong.pairs && wrong.alike < 0.9 * wrong.pairs, `${String(wrong.alike)} of ${String(wrong.pairs)} pairs agree`);
  const texts = await one(sql<{ n: number; different: number }>`select count(*)::int as n, count(distinct (s.problem, s.remedy))::int as different from suggestion s where s.federation_id = ${DEMO_FEDERATION} and extract(year from s.submitted_on) = ${YEAR} and s.import_id is null`);
  assert.equal(texts.different, texts.n, 'every text is one of its own');
});

test('what was merged is found in its unit among the ten most alike', { timeout: 300_000 }, async () => {
  const merged = await within(async (tx) => (await sql<{ id: string; into: string; text: string; path: string }>`select s.id, s.merged_into_id as into, c.title || e'\n' || s.problem || e'\n' || s.remedy as text, u.path from suggestion s
    join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit u on u.federation_id = s.federation_id and u.id = s.unit_union_id
    where s.federation_id = ${DEMO_FEDERATION} and s.merged_into_id is not null order by s.submitted_on, s.id limit 30`.execute(rows(tx))).rows);
  assert.equal(merged.length, 30);
  const found = await within(async (tx) => {
    let n = 0;
    for (const m of merged) n += (await similarity.search(tx, { collection: 'suggestions', text: m.text, scopes: [m.path], limit: 10, excludeIds: [m.id] })).some((h) => h.id === m.into) ? 1 : 0;
    return n;
  });
  assert.ok(found >= 24, `${String(found)} of 30`);
});

test('415,000 yuan were paid, each line once, and the ledger says the same', { timeout: 300_000 }, async () => {
  const paid = await one(sql<{ rewards: string; grades: string; honours: string; twice: number; missing: number }>`${RAW} select
    (select sum(x.amount_fen)::text from year y join payment_line x on x.federation_id = ${DEMO_FEDERATION} and x.document_id = y.id::text and x.state = 'paid' and x.key like 'suggestion/%/reward/%') as rewards,
    (select sum(case y.grade when 1 then 12000 when 2 then 8000 else 3000 end)::text from year y where y.started is not null) as grades,
    (select sum(x.amount_fen)::text from reward_honour h join payment_line x on x.federation_id = h.federation_id and x.key like 'honour/' || h.id || '/%' and x.state = 'paid'
      where h.federation_id = ${DEMO_FEDERATION} and h.year = extract(year from (select min(handed_in) from year))) as honours,
    (select (count(*) - count(distinct x.key))::int from payment_line x where x.federation_id = ${DEMO_FEDERATION} and x.state = 'paid') as twice,
    (select count(*)::int from year y where y.started is not null and not exists (select 1 from payment_line x where x.federation_id = ${DEMO_FEDERATION} and x.document_id = y.id::text and x.state = 'paid')) as missing`);
  assert.deepEqual(paid, { rewards: '34007000', grades: '34007000', honours: '7493000', twice: 0, missing: 0 });
  assert.equal(Number(paid.rewards) + Number(paid.honours), 415_000_00);
  const books = await one(sql<{ lines: string; moved: string }>`select
    (select sum(x.amount_fen)::text from payment_line x join payment_list l on l.federation_id = x.federation_id and l.id = x.list_id
      where x.federation_id = ${DEMO_FEDERATION} and x.state = 'paid' and l.purpose like 'suggestion.%') as lines,
    (select sum(case when m.red then -m.amount else m.amount end)::text from ledger_move m join ledger_account a on a.federation_id = m.federation_id and a.book_id = m.book_id and a.no = m.from_no and a.code = '102'
      join ledger_journal j on j.federation_id = m.federation_id and j.id = m.journal_id join payment_list l on l.federation_id = m.federation_id and l.id::text = j.document_id and l.purpose like 'suggestion.%'
      where m.federation_id = ${DEMO_FEDERATION}) as moved`);
  assert.equal(books.moved, books.lines);
});
