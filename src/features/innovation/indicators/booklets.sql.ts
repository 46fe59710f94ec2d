// Reads case_event of the engine cases, for pictures before and after.
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type BookletFacts = { id: string; title: string; preface: string; version: number };

/** The booklet of a scheme for a year. */
export async function findBooklet(tx: Tx, schemeId: string, year: number): Promise<BookletFacts | null> {
  const r = await sql<BookletFacts>`select id, title, preface, version from indicator_booklet where federation_id = ${tx.federationId} and scheme_union_id = ${schemeId} and year = ${year}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Writes a booklet that was not there, or the one whose version is known. @returns its id and new version, null when it was changed meanwhile */
export async function saveBooklet(tx: Tx, b: BookletFacts & { schemeId: string; year: number; byId: string }): Promise<{ id: string; version: number } | null> {
  const r = await sql<{ id: string; version: number }>`insert into indicator_booklet (federation_id, id, scheme_union_id, year, title, preface, version, changed_by_id, changed_at)
    values (${tx.federationId}, ${b.id}, ${b.schemeId}, ${b.year}, ${b.title}, ${b.preface}, 1, ${b.byId}, ${tx.now})
    on conflict on constraint indicator_booklet_once do update set title = excluded.title, preface = excluded.preface, version = indicator_booklet.version + 1, changed_by_id = excluded.changed_by_id, changed_at = excluded.changed_at
      where indicator_booklet.version = ${b.version} returning id, version`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Puts these suggestions into a booklet in their order, and takes all others out. */
export async function replaceItems(tx: Tx, bookletId: string, ids: readonly string[]): Promise<void> {
  await sql`delete from indicator_booklet_item where federation_id = ${tx.federationId} and booklet_id = ${bookletId}`.execute(rows(tx));
  await sql`insert into indicator_booklet_item (federation_id, booklet_id, suggestion_id, position)
    select ${tx.federationId}, ${bookletId}, x.id, x.place from unnest(${[...ids]}::uuid[]) with ordinality as x(id, place)`.execute(rows(tx));
}

/** Files that were added at a step of these suggestions, in the order of what happened. */
export async function listEvidence(tx: Tx, ids: readonly string[]): Promise<{ caseId: string; step: string; files: string[] }[]> {
  const r = await sql<{ caseId: string; step: string; files: string[] }>`select e.case_id as "caseId", e.step, e.files from case_event e
    where e.federation_id = ${tx.federationId} and e.case_id = any(${[...ids]}::uuid[]) and cardinality(e.files) > 0 and e.shown_to = 'all' order by e.case_id, e.position limit 4000`.execute(rows(tx));
  return r.rows;
}
