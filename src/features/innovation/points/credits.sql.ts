// Reads `suggestion`, `suggestion_author` and `suggestion_scheme` of the part suggestions (docs/decisions/0013), and journals of the ledger.
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { AuthorShare, Credit, SuggestionFacts } from './points.rules.ts';

/** Ten authors, three occasions, 2,000 suggestions. */
const MOST_CREDITS = 60_000;
const KINDS = sql`array['suggestionAdopted','suggestionCompleted','suggestionStandardised']`;

/** These suggestions as they stand, held against being credited twice at once, in the order of their ids. */
export async function lockSuggestions(tx: Tx, ids: readonly string[]): Promise<SuggestionFacts[]> {
  const r = await sql<SuggestionFacts>`select s.id, s.scheme_union_id as "schemeId", s.from_register as "fromRegister", s.void_on as "voidOn", s.revoked_on as "revokedOn",
      s.adopted_on as "adoptedOn", s.completed_on as "completedOn", s.standardised_on as "standardisedOn"
    from suggestion s where s.federation_id = ${tx.federationId} and s.id = any(${[...ids]}::uuid[]) order by s.id for no key update`.execute(rows(tx));
  return r.rows;
}

/** Authors of these suggestions in their order. */
export async function listAuthors(tx: Tx, ids: readonly string[]): Promise<(AuthorShare & { suggestionId: string })[]> {
  const r = await sql<AuthorShare & { suggestionId: string }>`select a.suggestion_id as "suggestionId", a.person_id as "personId", a.unit_union_id as "unitId", a.share
    from suggestion_author a where a.federation_id = ${tx.federationId} and a.suggestion_id = any(${[...ids]}::uuid[]) order by a.suggestion_id, a.position limit 20000`.execute(rows(tx));
  return r.rows;
}

/** Every credit that was posted for these suggestions, with whether it was taken back. */
export async function listCredits(tx: Tx, ids: readonly string[]): Promise<Credit[]> {
  const r = await sql<{ journalId: string; key: string; amount: bigint; reversed: boolean }>`select j.id as "journalId", j.key, m.amount,
      exists (select 1 from ledger_journal b where b.federation_id = j.federation_id and b.reverses = j.id) as reversed
    from ledger_journal j join ledger_move m on m.federation_id = j.federation_id and m.book_id = j.book_id and m.on_day = j.on_day and m.journal_id = j.id
    where j.federation_id = ${tx.federationId} and j.document_kind = any(${KINDS}) and j.document_id = any(${[...ids]}::text[]) and j.reverses is null order by j.id limit ${MOST_CREDITS + 1}`.execute(rows(tx));
  // Half of what was credited would be credited again.
  if (r.rows.length > MOST_CREDITS) throw new Error('points: too many credits for one call; ask for fewer suggestions');
  return r.rows.map(({ key, ...c }) => {
    const [, occasion, suggestionId, personId, round] = key.split('/') as [string, Credit['occasion'], string, string, string?];
    return { ...c, amount: BigInt(c.amount), occasion, suggestionId, personId, round: Number(round ?? 1) };
  });
}

/** Suggestions after an id for which the ledger does not say what their dates say, in the order of their ids. */
export async function listUneven(tx: Tx, after: string, limit: number): Promise<string[]> {
  const live = (kind: string) => sql`exists (select 1 from ledger_journal j where j.federation_id = s.federation_id and j.document_kind = ${kind} and j.document_id = s.id::text and j.reverses is null
    and not exists (select 1 from ledger_journal b where b.federation_id = j.federation_id and b.reverses = j.id))`;
  const r = await sql<{ id: string }>`select s.id from suggestion s where s.federation_id = ${tx.federationId} and s.id > ${after} and not s.from_register and s.adopted_on is not null
      and (s.void_on is null and s.revoked_on is null) is distinct from (
        case when s.void_on is null and s.revoked_on is null
          then ${live('suggestionAdopted')} and (s.completed_on is null or ${live('suggestionCompleted')}) and (s.standardised_on is null or ${live('suggestionStandardised')})
          else ${live('suggestionAdopted')} or ${live('suggestionCompleted')} or ${live('suggestionStandardised')} end)
    order by s.id limit ${limit}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** A scheme: its union and the day from which it runs. */
export type Scheme = { unionId: string; name: string; path: string; openedOn: string };

/** The scheme of a union, if it runs one. */
export async function findScheme(tx: Tx, unionId: string): Promise<Scheme | null> {
  const r = await sql<Scheme>`select s.union_id as "unionId", u.name, u.path, s.opened_on as "openedOn" from suggestion_scheme s join union_unit u on u.federation_id = s.federation_id and u.id = s.union_id
    where s.federation_id = ${tx.federationId} and s.union_id = ${unionId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Schemes on a path or below it (at most 200): `above` the nearest first, else by name. */
export async function listSchemes(tx: Tx, path: string, how: 'above' | 'below'): Promise<Scheme[]> {
  const r = await sql<Scheme>`select s.union_id as "unionId", u.name, u.path, s.opened_on as "openedOn" from suggestion_scheme s join union_unit u on u.federation_id = s.federation_id and u.id = s.union_id
    where s.federation_id = ${tx.federationId} and ${how === 'above' ? sql`${path} like u.path || '%'` : sql`u.path like ${`${path}%`}`}
    order by ${how === 'above' ? sql`length(u.path) desc` : sql`u.name`}, u.id limit 200`.execute(rows(tx));
  return r.rows;
}

/** Titles of suggestions, by id. */
export async function titlesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, { number: string; title: string }>> {
  const r = await sql<{ id: string; number: string; title: string }>`select c.id, c.number, c.title from case_file c
    where c.federation_id = ${tx.federationId} and c.id = any(${[...ids]}::uuid[]) limit 2000`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.id, x]));
}

/** All schemes of the federation, at most 2,000. */
export async function listSchemesOf(tx: Tx): Promise<Scheme[]> {
  const r = await sql<Scheme>`select s.union_id as "unionId", u.name, u.path, s.opened_on as "openedOn" from suggestion_scheme s join union_unit u on u.federation_id = s.federation_id and u.id = s.union_id
    where s.federation_id = ${tx.federationId} order by s.union_id limit 2000`.execute(rows(tx));
  return r.rows;
}
