import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Category } from './suggestions.rules.ts';
import type { Share, SharedAuthor } from './merging.rules.ts';

export type Merger = { id: string; suggestionId: string; earlierId: string; share: number };

/** Locks the cases of suggestions in one order, so that two mergers never wait for each other. */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select 1 from case_file c where c.federation_id = ${tx.federationId} and c.id = any(${[...ids]}::uuid[]) order by c.id for update`.execute(rows(tx));
}

/** The merger of a suggestion that holds now. */
export async function findMerger(tx: Tx, suggestionId: string): Promise<Merger | null> {
  const r = await sql<Merger>`select id, suggestion_id as "suggestionId", earlier_id as "earlierId", share from suggestion_merger where federation_id = ${tx.federationId} and suggestion_id = ${suggestionId} and undone_at is null`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What is merged into a suggestion now, with number and title, in the order of merging. */
export async function listMergers(tx: Tx, earlierId: string): Promise<(Merger & { number: string; title: string })[]> {
  const r = await sql<Merger & { number: string; title: string }>`select m.id, m.suggestion_id as "suggestionId", m.earlier_id as "earlierId", m.share, c.number, c.title from suggestion_merger m
    join case_file c on c.federation_id = m.federation_id and c.id = m.suggestion_id
    where m.federation_id = ${tx.federationId} and m.earlier_id = ${earlierId} and m.undone_at is null order by m.at, m.id limit 500`.execute(rows(tx));
  return r.rows;
}

/** Keeps a merger. */
export async function insertMerger(tx: Tx, m: Merger & { byId: string }): Promise<void> {
  await sql`insert into suggestion_merger (federation_id, id, suggestion_id, earlier_id, share, by_id, at) values (${tx.federationId}, ${m.id}, ${m.suggestionId}, ${m.earlierId}, ${m.share}, ${m.byId}, ${tx.now})`.execute(rows(tx));
}

/** Ends a merger. */
export async function undoMerger(tx: Tx, id: string, byId: string): Promise<void> {
  await sql`update suggestion_merger set undone_by_id = ${byId}, undone_at = ${tx.now} where federation_id = ${tx.federationId} and id = ${id} and undone_at is null`.execute(rows(tx));
}

/** Authors with their shares by suggestion, in their order; of a suggestion that others are merged into also its own shares. */
export async function listShares(tx: Tx, ids: readonly string[]): Promise<Map<string, Share[]>> {
  const r = await sql<Share & { id: string }>`select suggestion_id as id, person_id as "personId", share from suggestion_author where federation_id = ${tx.federationId} and suggestion_id = any(${[...ids]}::uuid[]) order by suggestion_id, position`.execute(rows(tx));
  const found = new Map<string, Share[]>();
  for (const { id, personId, share } of r.rows) found.set(id, [...(found.get(id) ?? []), { personId, share }]);
  return found;
}

/** Keeps the shares of the own authors of a suggestion before the first merger into it; later ones change nothing. */
export async function keepOwnShares(tx: Tx, id: string): Promise<void> {
  await sql`insert into suggestion_own_share (federation_id, suggestion_id, person_id, share)
    select federation_id, suggestion_id, person_id, share from suggestion_author where federation_id = ${tx.federationId} and suggestion_id = ${id} and merged_from_id is null
    on conflict do nothing`.execute(rows(tx));
}

/** The own shares that were kept, in the order of the authors. */
export async function listOwnShares(tx: Tx, id: string): Promise<Share[]> {
  const r = await sql<Share>`select o.person_id as "personId", o.share from suggestion_own_share o join suggestion_author a on a.federation_id = o.federation_id and a.suggestion_id = o.suggestion_id and a.person_id = o.person_id
    where o.federation_id = ${tx.federationId} and o.suggestion_id = ${id} order by a.position`.execute(rows(tx));
  return r.rows;
}

/** Forgets the own shares once nothing is merged into it any more. */
export async function dropOwnShares(tx: Tx, id: string): Promise<void> {
  await sql`delete from suggestion_own_share where federation_id = ${tx.federationId} and suggestion_id = ${id}`.execute(rows(tx));
}

/** Writes the authors that follow from the mergers; own authors keep their places, those who came stand behind. */
export async function writeAuthors(tx: Tx, id: string, authors: readonly SharedAuthor[]): Promise<void> {
  await sql`delete from suggestion_author where federation_id = ${tx.federationId} and suggestion_id = ${id} and merged_from_id is not null`.execute(rows(tx));
  await sql`update suggestion_author a set share = x.share from unnest(${authors.map((a) => a.personId)}::uuid[], ${authors.map((a) => a.share)}::int[]) as x(person, share)
    where a.federation_id = ${tx.federationId} and a.suggestion_id = ${id} and a.person_id = x.person`.execute(rows(tx));
  const came = authors.filter((a) => a.mergedFromId !== null);
  await sql`insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id, merged_from_id)
    select ${tx.federationId}, ${id}, x.person, coalesce((select max(o.position) from suggestion_author o where o.federation_id = ${tx.federationId} and o.suggestion_id = ${id}), 0) + x.n, x.share, b.unit_union_id, x.source
    from unnest(${came.map((a) => a.personId)}::uuid[], ${came.map((a) => a.share)}::int[], ${came.map((a) => a.mergedFromId)}::uuid[]) with ordinality as x(person, share, source, n)
    join suggestion_author b on b.federation_id = ${tx.federationId} and b.suggestion_id = x.source and b.person_id = x.person`.execute(rows(tx));
}

/** Lets the supporters of a merged suggestion, and its authors unless they share in the earlier one, support the earlier one. */
export async function carrySupporters(tx: Tx, from: string, to: string): Promise<void> {
  await sql`insert into suggestion_supporter (federation_id, suggestion_id, person_id, text, merged_from_id, at)
    select ${tx.federationId}, ${to}, x.person_id, x.text, ${from}, ${tx.now} from (
      select person_id, text from suggestion_supporter where federation_id = ${tx.federationId} and suggestion_id = ${from}
      union select person_id, '' from suggestion_author where federation_id = ${tx.federationId} and suggestion_id = ${from}
    ) x where not exists (select 1 from suggestion_author a where a.federation_id = ${tx.federationId} and a.suggestion_id = ${to} and a.person_id = x.person_id)
    on conflict do nothing`.execute(rows(tx));
}

/** Takes back the support that came by a merger. */
export async function returnSupporters(tx: Tx, from: string, to: string): Promise<void> {
  await sql`delete from suggestion_supporter where federation_id = ${tx.federationId} and suggestion_id = ${to} and merged_from_id = ${from}`.execute(rows(tx));
}

/** A suggestion as merging and comparing look at it. Paths are of the union that has it now and of the unit it came from. */
export type Comparable = {
  id: string; number: string; title: string; state: string; problem: string; remedy: string; category: Category; grade: number | null; submittedOn: string; openedAt: Date; schemeUnionId: string; deskPath: string; unitPath: string; unit: string; authors: string;
  authorCount: number; authorId: string; voidOn: string | null; adoptedOn: string | null; revokedOn: string | null; barred: boolean;
};

/** Suggestions by id; `barred` = this person must not judge it (barred, or shares in it). */
export async function findComparable(tx: Tx, ids: readonly string[], personId: string): Promise<Map<string, Comparable>> {
  const r = await sql<Comparable>`select s.id, c.number, c.title, c.state, s.problem, s.remedy, s.category, s.grade, s.submitted_on::text as "submittedOn", c.opened_at as "openedAt", s.scheme_union_id as "schemeUnionId",
      d.path as "deskPath", n.path as "unitPath", n.name as unit, c.author_id as "authorId", s.void_on::text as "voidOn", s.adopted_on::text as "adoptedOn", s.revoked_on::text as "revokedOn",
      (select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id where a.federation_id = s.federation_id and a.suggestion_id = s.id) as authors,
      (select count(*)::int from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id) as "authorCount",
      (exists (select 1 from case_barred b where b.federation_id = s.federation_id and b.case_id = s.id and b.person_id = ${personId})
        or exists (select 1 from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id and a.person_id = ${personId})) as barred
    from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id
    join union_unit d on d.federation_id = c.federation_id and d.id = c.union_id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
    where s.federation_id = ${tx.federationId} and s.id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.id, x]));
}
