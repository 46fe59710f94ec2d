/** Suggestions as their rows stand after years, written straight into the tables: for counting, not for the way they went. */
import { rows, sql } from '#platform/db';
import { newId } from '#shared/ids';
import type { TestHouse } from './server.ts';

/** One suggestion; days as `YYYY-MM-DD`, authors the first author first. */
export type PlantedSuggestion = {
  readonly unitId: string; readonly authors: readonly { readonly personId: string; readonly unitId: string }[]; readonly category: string; readonly campaignId?: string | null; readonly submittedOn: string; readonly title?: string;
  readonly voidOn?: string; readonly adoptedOn?: string; readonly startedOn?: string; readonly completedOn?: string; readonly standardisedOn?: string; readonly revokedOn?: string; readonly grade?: number; readonly benefitFen?: number; readonly benefitOn?: string;
};

/** Writes many suggestions of one scheme with their cases and authors in three statements. @returns their ids in order */
export async function plantSuggestions(house: Pick<TestHouse, 'within'>, federationId: string, schemeId: string, list: readonly PlantedSuggestion[]): Promise<string[]> {
  const planted = list.map((s) => ({ ...s, id: newId() }));
  const facts = JSON.stringify(planted.map((s) => ({ ...s, title: s.title ?? '更换磨损的导轨护板', number: `P-${s.id.slice(-12)}`, at: `${s.submittedOn}T01:00:00Z`, campaignId: s.campaignId ?? null })));
  const authors = planted.flatMap((s) => s.authors.map((a, i) => ({ ...a, id: s.id, position: i + 1, share: i === 0 ? 10_000 - 1000 * (s.authors.length - 1) : 1000 })));
  await house.within(federationId, async (tx) => {
    await sql`insert into case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id, opened_at, changed_at)
      select ${federationId}, x.id, 'suggestion', x.number, x.title, 'completed', false, 'named', 'register', x."unitId", x."unitId", null, x.at, x.at
      from jsonb_to_recordset(${facts}::jsonb) as x(id uuid, number text, title text, "unitId" uuid, at timestamptz)`.execute(rows(tx));
    await sql`insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, campaign_id, problem, remedy, submitted_on, void_on, void_why, grade, adopted_on, started_on, completed_on, standardised_on, revoked_on, benefit_fen, benefit_on, from_register)
      select ${federationId}, x.id, ${schemeId}, x."unitId", x.category, x."campaignId", '护板磨损，铁屑落入导轨，每周要停机清理一次。', '改用耐磨钢板护板，接缝处加橡胶刮条，每月检查一次。', x."submittedOn", x."voidOn", case when x."voidOn" is null then null else 'withdrawn' end,
        coalesce(x.grade, case when x."startedOn" is null then null else 3 end), x."adoptedOn", x."startedOn", x."completedOn", x."standardisedOn", x."revokedOn", x."benefitFen", x."benefitOn", true
      from jsonb_to_recordset(${facts}::jsonb) as x(id uuid, "unitId" uuid, category text, "campaignId" uuid, "submittedOn" date, "voidOn" date, grade smallint, "adoptedOn" date, "startedOn" date, "completedOn" date, "standardisedOn" date, "revokedOn" date, "benefitFen" bigint, "benefitOn" date)`.execute(rows(tx));
    await sql`insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id)
      select ${federationId}, x.id, x."personId", x.position, x.share, x."unitId" from jsonb_to_recordset(${JSON.stringify(authors)}::jsonb) as x(id uuid, "personId" uuid, position smallint, share int, "unitId" uuid)`.execute(rows(tx));
  });
  return planted.map((s) => s.id);
}

/** Puts people into groups that are counted by themselves. */
export const groupPeople = (house: Pick<TestHouse, 'within'>, federationId: string, schemeId: string, list: readonly { personId: string; group: string; from: string; to?: string }[]): Promise<unknown> =>
  house.within(federationId, (tx) => sql`insert into suggestion_person_group (federation_id, id, scheme_union_id, person_id, person_group, from_date, to_date)
    select ${federationId}, x.id, ${schemeId}, x."personId", x."group", x."from", x."to" from jsonb_to_recordset(${JSON.stringify(list.map((g) => ({ ...g, id: newId() })))}::jsonb) as x(id uuid, "personId" uuid, "group" text, "from" date, "to" date)`.execute(rows(tx)));

/** Opens a campaign of a scheme. @returns its id */
export async function openCampaign(house: Pick<TestHouse, 'within'>, federationId: string, schemeId: string, o: { title: string; from: string; to: string }): Promise<string> {
  const id = newId();
  await house.within(federationId, (tx) => sql`insert into suggestion_campaign (federation_id, id, scheme_union_id, title, theme, from_date, to_date, state) values (${federationId}, ${id}, ${schemeId}, ${o.title}, ${o.title}, ${o.from}, ${o.to}, 'open')`.execute(rows(tx)));
  return id;
}
