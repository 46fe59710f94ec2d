import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Category, ExpertGroup } from './suggestions.rules.ts';

/** A suggestion as it is written when it was decided before it came here; days are legal days. */
export type TakenSuggestion = {
  readonly id: string; readonly schemeUnionId: string; readonly unitUnionId: string; readonly category: Category; readonly campaignId: string | null; readonly problem: string;
  readonly remedy: string; readonly effect: string; readonly place: string; readonly submittedOn: string; readonly voidOn: string | null;
  readonly voidWhy: 'withdrawn' | 'incomplete' | 'merged' | null; readonly mergedIntoId: string | null; readonly level: 'unit' | 'company'; readonly expertGroup: ExpertGroup | null;
  readonly firstGrade: number | null; readonly grade: number | null; readonly adoptedOn: string | null; readonly startedOn: string | null; readonly completedOn: string | null;
  readonly standardisedOn: string | null; readonly documentNumber: string; readonly rejectedOn: string | null; readonly benefitFen: number | null; readonly benefitOn: string | null;
  readonly fromRegister: boolean;
};
export type TakenAuthor = { readonly suggestionId: string; readonly personId: string; readonly position: number; readonly share: number; readonly unitUnionId: string };
export type TakenReview = {
  readonly suggestionId: string; readonly reviewerId: string; readonly expertGroup: ExpertGroup; readonly askedById: string; readonly askedAt: Date; readonly verdict: 'implement' | 'adopt' | 'reject';
  readonly grade: number | null; readonly text: string; readonly givenAt: Date;
};
export type TakenBenefit = {
  readonly id: string; readonly suggestionId: string; readonly state: 'verified' | 'refused'; readonly claimedFen: number; readonly basis: string; readonly windowFrom: string; readonly windowTo: string;
  readonly claimedById: string; readonly claimedAt: Date; readonly verifiedFen: number | null; readonly settledById: string; readonly settledAt: Date; readonly text: string;
};

/** Writes rows of suggestions whose cases were taken over, merged ones after what they were merged into. */
export async function insertTaken(tx: Tx, list: readonly TakenSuggestion[]): Promise<void> {
  await sql`insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, campaign_id, problem, remedy, effect, place, submitted_on, void_on, void_why, merged_into_id, level,
      expert_group, first_grade, grade, adopted_on, started_on, completed_on, standardised_on, document_number, rejected_on, benefit_fen, benefit_on, from_register)
    select ${tx.federationId}, x.id, x."schemeUnionId", x."unitUnionId", x.category, x."campaignId", x.problem, x.remedy, x.effect, x.place, x."submittedOn", x."voidOn", x."voidWhy", x."mergedIntoId",
      x.level, x."expertGroup", x."firstGrade", x.grade, x."adoptedOn", x."startedOn", x."completedOn", x."standardisedOn", x."documentNumber", x."rejectedOn", x."benefitFen", x."benefitOn", x."fromRegister"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, "schemeUnionId" uuid, "unitUnionId" uuid, category text, "campaignId" uuid, problem text, remedy text, effect text, place text,
      "submittedOn" date, "voidOn" date, "voidWhy" text, "mergedIntoId" uuid, level text, "expertGroup" text, "firstGrade" smallint, grade smallint, "adoptedOn" date, "startedOn" date,
      "completedOn" date, "standardisedOn" date, "documentNumber" text, "rejectedOn" date, "benefitFen" bigint, "benefitOn" date, "fromRegister" boolean)`.execute(rows(tx));
}

/** Writes authors of many suggestions. */
export async function insertTakenAuthors(tx: Tx, list: readonly TakenAuthor[]): Promise<void> {
  // As after every takeover: see planAnew of the engine.
  await sql`discard plans`.execute(rows(tx));
  await sql`insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id)
    select ${tx.federationId}, x."suggestionId", x."personId", x.position, x.share, x."unitUnionId"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x("suggestionId" uuid, "personId" uuid, position smallint, share integer, "unitUnionId" uuid)`.execute(rows(tx));
}

/** Writes opinions of experts that were given in a first round. */
export async function insertTakenReviews(tx: Tx, list: readonly TakenReview[]): Promise<void> {
  await sql`insert into suggestion_review (federation_id, suggestion_id, round, reviewer_id, expert_group, asked_by_id, asked_at, verdict, grade, text, given_at)
    select ${tx.federationId}, x."suggestionId", 1, x."reviewerId", x."expertGroup", x."askedById", x."askedAt", x.verdict, x.grade, x.text, x."givenAt"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x("suggestionId" uuid, "reviewerId" uuid, "expertGroup" text, "askedById" uuid, "askedAt" timestamptz, verdict text, grade smallint,
      text text, "givenAt" timestamptz)`.execute(rows(tx));
}

/** Writes benefits that were settled. */
export async function insertTakenBenefits(tx: Tx, list: readonly TakenBenefit[]): Promise<void> {
  await sql`insert into suggestion_benefit (federation_id, id, suggestion_id, state, claimed_fen, basis, window_from, window_to, claimed_by_id, claimed_at, verified_fen, settled_by_id, settled_at, text)
    select ${tx.federationId}, x.id, x."suggestionId", x.state, x."claimedFen", x.basis, x."windowFrom", x."windowTo", x."claimedById", x."claimedAt", x."verifiedFen", x."settledById", x."settledAt", x.text
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, "suggestionId" uuid, state text, "claimedFen" bigint, basis text, "windowFrom" date, "windowTo" date, "claimedById" uuid,
      "claimedAt" timestamptz, "verifiedFen" bigint, "settledById" uuid, "settledAt" timestamptz, text text)`.execute(rows(tx));
}

/** Those who stand behind a suggestion because theirs was merged into it. */
export async function insertTakenSupporters(tx: Tx, list: readonly { suggestionId: string; personId: string; mergedFromId: string; at: Date }[]): Promise<void> {
  await sql`insert into suggestion_supporter (federation_id, suggestion_id, person_id, merged_from_id, at)
    select ${tx.federationId}, x."suggestionId", x."personId", x."mergedFromId", x.at
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x("suggestionId" uuid, "personId" uuid, "mergedFromId" uuid, at timestamptz) on conflict do nothing`.execute(rows(tx));
}

/** Names people of expert groups. */
export async function insertExperts(tx: Tx, list: readonly { id: string; schemeUnionId: string; personId: string; expertGroup: ExpertGroup; leads: boolean; fromDate: string }[]): Promise<void> {
  await sql`insert into suggestion_expert (federation_id, id, scheme_union_id, person_id, expert_group, leads, from_date)
    select ${tx.federationId}, x.id, x."schemeUnionId", x."personId", x."expertGroup", x.leads, x."fromDate"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, "schemeUnionId" uuid, "personId" uuid, "expertGroup" text, leads boolean, "fromDate" date)`.execute(rows(tx));
}

/** Puts people into groups that are counted by themselves. */
export async function insertPersonGroups(tx: Tx, list: readonly { id: string; schemeUnionId: string; personId: string; personGroup: string; fromDate: string }[]): Promise<void> {
  await sql`insert into suggestion_person_group (federation_id, id, scheme_union_id, person_id, person_group, from_date)
    select ${tx.federationId}, x.id, x."schemeUnionId", x."personId", x."personGroup", x."fromDate"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, "schemeUnionId" uuid, "personId" uuid, "personGroup" text, "fromDate" date)`.execute(rows(tx));
}

/** Opens a campaign. */
export async function insertCampaign(tx: Tx, c: { id: string; schemeUnionId: string; title: string; theme: string; fromDate: string; toDate: string; state: 'open' | 'cancelled' | 'awarded' }): Promise<void> {
  await sql`insert into suggestion_campaign (federation_id, id, scheme_union_id, title, theme, from_date, to_date, state)
    values (${tx.federationId}, ${c.id}, ${c.schemeUnionId}, ${c.title}, ${c.theme}, ${c.fromDate}, ${c.toDate}, ${c.state})`.execute(rows(tx));
}

/** Who was a member below a union on a day, with the place in the tree and at work; in the order they were registered. At most 20,000. */
export async function listStaffOn(tx: Tx, path: string, on: string): Promise<{ personId: string; unionPath: string; department: string }[]> {
  const r = await sql<{ personId: string; unionPath: string; department: string }>`select m.person_id as "personId", u.path as "unionPath", m.department from membership m
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where m.federation_id = ${tx.federationId} and u.path like ${`${path}%`} and m.began_on <= ${on}::date and (m.ended_on is null or m.ended_on > ${on}::date)
    order by m.person_id limit 20000`.execute(rows(tx));
  return r.rows;
}

/** Renews the planner's figures after thousands of rows were written at once: without them it would read every row for every person. */
export async function renewPlans(tx: Tx): Promise<void> {
  await sql`analyze suggestion, suggestion_author, suggestion_person_group, suggestion_supporter, suggestion_review, case_file, case_event, membership, person, union_unit`.execute(rows(tx));
}
