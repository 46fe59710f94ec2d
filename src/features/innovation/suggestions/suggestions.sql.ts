import { type Actor, scopesOf, type Tx } from '#shared/call';
import { planByValues, type RawBuilder, rows, sql } from '#platform/db';
import { gramQuery } from '#engines/cases';
import { inSubtrees, outermost } from '#engines/org';
import type { Category, ExpertGroup } from './suggestions.rules.ts';

/** The row of a suggestion; dates are legal days. */
export type SuggestionFacts = {
  id: string; schemeUnionId: string; unitUnionId: string; category: Category; campaignId: string | null; problem: string; remedy: string; effect: string; place: string;
  submittedOn: string; voidOn: string | null; voidWhy: 'withdrawn' | 'incomplete' | 'merged' | null; mergedIntoId: string | null; level: 'unit' | 'company'; expertGroup: ExpertGroup | null;
  firstGrade: number | null; grade: number | null; adoptedOn: string | null; startedOn: string | null; completedOn: string | null; standardisedOn: string | null; documentNumber: string;
  rejectedOn: string | null; revokedOn: string | null; ownerId: string | null; plannedFrom: string | null; plannedTo: string | null; plan: string; benefitFen: number | null; benefitOn: string | null;
  awardLevel: number | null; fromRegister: boolean;
};
/** What a step may change of it. */
export type Change = Partial<Omit<SuggestionFacts, 'id' | 'schemeUnionId' | 'unitUnionId' | 'submittedOn' | 'fromRegister'>>;
export type AuthorRow = { personId: string; name: string; unit: string; share: number; position: number; mergedFromId: string | null };

const COLUMN: Readonly<Record<keyof Change, string>> = {
  category: 'category', campaignId: 'campaign_id', problem: 'problem', remedy: 'remedy', effect: 'effect', place: 'place', voidOn: 'void_on', voidWhy: 'void_why', mergedIntoId: 'merged_into_id',
  level: 'level', expertGroup: 'expert_group', firstGrade: 'first_grade', grade: 'grade', adoptedOn: 'adopted_on', startedOn: 'started_on', completedOn: 'completed_on', standardisedOn: 'standardised_on',
  documentNumber: 'document_number', rejectedOn: 'rejected_on', revokedOn: 'revoked_on', ownerId: 'owner_id', plannedFrom: 'planned_from', plannedTo: 'planned_to', plan: 'plan', benefitFen: 'benefit_fen',
  benefitOn: 'benefit_on', awardLevel: 'award_level',
};

const FACTS = sql`s.id, s.scheme_union_id as "schemeUnionId", s.unit_union_id as "unitUnionId", s.category, s.campaign_id as "campaignId", s.problem, s.remedy, s.effect, s.place,
  s.submitted_on::text as "submittedOn", s.void_on::text as "voidOn", s.void_why as "voidWhy", s.merged_into_id as "mergedIntoId", s.level, s.expert_group as "expertGroup", s.first_grade as "firstGrade", s.grade,
  s.adopted_on::text as "adoptedOn", s.started_on::text as "startedOn", s.completed_on::text as "completedOn", s.standardised_on::text as "standardisedOn", s.document_number as "documentNumber",
  s.rejected_on::text as "rejectedOn", s.revoked_on::text as "revokedOn", s.owner_id as "ownerId", s.planned_from::text as "plannedFrom", s.planned_to::text as "plannedTo", s.plan,
  s.benefit_fen::float8 as "benefitFen", s.benefit_on::text as "benefitOn", s.award_level as "awardLevel", s.from_register as "fromRegister"`;

/** Writes the row of a new suggestion and its authors, the first author first. */
export async function insertSuggestion(tx: Tx, s: Pick<SuggestionFacts, 'id' | 'schemeUnionId' | 'unitUnionId' | 'category' | 'campaignId' | 'problem' | 'remedy' | 'effect' | 'place' | 'submittedOn'>, authors: readonly { personId: string; share: number; unitUnionId: string }[]): Promise<void> {
  await sql`insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, campaign_id, problem, remedy, effect, place, submitted_on)
    values (${tx.federationId}, ${s.id}, ${s.schemeUnionId}, ${s.unitUnionId}, ${s.category}, ${s.campaignId}, ${s.problem}, ${s.remedy}, ${s.effect}, ${s.place}, ${s.submittedOn})`.execute(rows(tx));
  await sql`insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id)
    select ${tx.federationId}, ${s.id}, x.person, x.position, x.share, x.unit
    from unnest(${authors.map((a) => a.personId)}::uuid[], ${authors.map((a) => a.share)}::int[], ${authors.map((a) => a.unitUnionId)}::uuid[]) with ordinality as x(person, share, unit, position)`.execute(rows(tx));
}

/** Changes columns of a row whose case is locked. */
export async function changeSuggestion(tx: Tx, id: string, change: Change): Promise<void> {
  const set = (Object.entries(change) as [keyof Change, unknown][]).map(([key, value]) => sql`${sql.raw(COLUMN[key])} = ${value}`);
  if (set.length > 0) await sql`update suggestion set ${sql.join(set, sql`, `)} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** The rows of suggestions by id. */
export async function findFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, SuggestionFacts>> {
  const r = await sql<SuggestionFacts>`select ${FACTS} from suggestion s where s.federation_id = ${tx.federationId} and s.id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((s) => [s.id, s]));
}

/** Authors of one suggestion in their order. */
export async function listAuthors(tx: Tx, id: string): Promise<AuthorRow[]> {
  const r = await sql<AuthorRow>`select a.person_id as "personId", p.name, u.name as unit, a.share, a.position, a.merged_from_id as "mergedFromId" from suggestion_author a
    join person p on p.federation_id = a.federation_id and p.id = a.person_id join union_unit u on u.federation_id = a.federation_id and u.id = a.unit_union_id
    where a.federation_id = ${tx.federationId} and a.suggestion_id = ${id} order by a.position`.execute(rows(tx));
  return r.rows;
}

/** A suggestion in a list, with what a row shows. */
export type ListedSuggestion = SuggestionFacts & {
  number: string; title: string; state: string; nextDue: Date | null; isOpen: boolean; changedAt: Date; authorId: string; unit: string; campaign: string | null; authors: string; supporters: number;
};

/** Columns of a {@link ListedSuggestion}, and the tables they come from: s suggestion, c case, u the union that has it, n its unit, k campaign. */
export const LISTED = sql`${FACTS}, c.number, c.title, c.state, c.next_due as "nextDue", c.is_open as "isOpen", c.changed_at as "changedAt", c.author_id as "authorId", n.name as unit, k.title as campaign,
  (select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id where a.federation_id = s.federation_id and a.suggestion_id = s.id) as authors,
  (select count(*)::int from suggestion_supporter f where f.federation_id = s.federation_id and f.suggestion_id = s.id) as supporters`;
export const FROM = sql`suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id
  join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
  join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
  left join suggestion_campaign k on k.federation_id = s.federation_id and k.id = s.campaign_id`;

/** What a register is narrowed by; all given conditions hold together. */
export type RegisterFilter = {
  readonly state?: string; readonly open?: boolean; readonly late?: boolean; readonly category?: string; readonly level?: string; readonly grade?: number; readonly expertGroup?: string;
  readonly campaignId?: string; readonly unitPath?: string; readonly text?: string; readonly from?: string; readonly to?: string;
};

/** By number, or by words of title and text; everything without a text. */
export function textMatches(text: string | undefined): RawBuilder<boolean> {
  const query = text ? gramQuery(text) : '';
  if (!text?.trim()) return sql<boolean>`true`;
  return query === '' ? sql<boolean>`c.number = ${text.trim()}` : sql<boolean>`(c.number = ${text.trim()} or c.searched @@ ${query}::tsquery)`;
}

function conditions(tx: Tx, f: RegisterFilter): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (f.text?.trim()) all.push(textMatches(f.text));
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.open !== undefined) all.push(sql`c.is_open = ${f.open}`);
  if (f.late) all.push(sql`c.is_open and c.next_due < ${tx.now}`);
  if (f.category) all.push(sql`s.category = ${f.category}`);
  if (f.level) all.push(sql`s.level = ${f.level}`);
  if (f.grade !== undefined) all.push(sql`s.grade = ${f.grade}`);
  if (f.expertGroup) all.push(sql`s.expert_group = ${f.expertGroup}`);
  if (f.campaignId) all.push(sql`s.campaign_id = ${f.campaignId}`);
  if (f.unitPath) all.push(sql`s.unit_union_id in (select x.id from union_unit x where x.federation_id = ${tx.federationId} and x.path like ${`${f.unitPath}%`})`);
  if (f.from) all.push(sql`s.submitted_on >= ${f.from}::date`);
  if (f.to) all.push(sql`s.submitted_on <= ${f.to}::date`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** Rows of a register are counted up to here. */
export const MOST_COUNTED = 10_001;

/**
 * Whose suggestions the actor reads: those that lie in the subtrees now and those of units in them. Offices over a whole scheme have nearly all, in order;
 * an office of some units has few, which are found by their unions first.
 */
async function withinReach(tx: Tx, by: Actor): Promise<RawBuilder<boolean>> {
  const paths = outermost(scopesOf(by, 'suggestions.read'));
  const below = paths.map((p) => `${p}%`);
  const whole = await sql`select 1 from suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id where k.federation_id = ${tx.federationId} and ${inSubtrees(paths)} limit 1`.execute(rows(tx));
  if (whole.rows.length > 0) return sql<boolean>`(${inSubtrees(paths)} or n.path like any(${below}::text[]))`;
  return sql<boolean>`s.id in (select x.id from suggestion x where x.federation_id = ${tx.federationId} and x.unit_union_id in (select n.id from union_unit n where n.federation_id = ${tx.federationId} and n.path like any(${below}::text[]))
    union all select x.id from case_file x where x.federation_id = ${tx.federationId} and x.process = 'suggestion' and x.union_id in (select u.id from union_unit u where u.federation_id = ${tx.federationId} and ${inSubtrees(paths)}))`;
}

/** One page of the register over the subtrees in which the actor may read suggestions, newest first; own ones and those one is barred from are left out. */
export async function listRegister(tx: Tx, by: Actor, f: RegisterFilter, page: { limit: number; offset: number }): Promise<{ items: ListedSuggestion[]; total: number }> {
  await planByValues(tx);
  const where = sql`s.federation_id = ${tx.federationId} and ${await withinReach(tx, by)}
    and c.author_id is distinct from ${by.personId} and not exists (select 1 from case_barred b where b.federation_id = s.federation_id and b.case_id = s.id and b.person_id = ${by.personId}) and ${conditions(tx, f)}`;
  const r = await sql<ListedSuggestion>`select ${LISTED} from (select s.id from ${FROM} where ${where} order by s.submitted_on desc, s.id desc limit ${page.limit} offset ${page.offset}) x
    join (${FROM}) on s.federation_id = ${tx.federationId} and s.id = x.id order by s.submitted_on desc, s.id desc`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${FROM} where ${where} limit ${MOST_COUNTED}) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** One suggestion as a list shows it. */
export async function findListed(tx: Tx, id: string): Promise<ListedSuggestion | null> {
  const r = await sql<ListedSuggestion>`select ${LISTED} from ${FROM} where s.federation_id = ${tx.federationId} and s.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** How many a person handed in since a moment. */
export async function countSince(tx: Tx, personId: string, since: Date): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from case_file c where c.federation_id = ${tx.federationId} and c.author_id = ${personId} and c.process = 'suggestion' and c.opened_at >= ${since}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}
