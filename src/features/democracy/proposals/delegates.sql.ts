/** Who may move and second proposals. Reads the roll of part congress (decision 0013: `congress_body`, `congress_term`, `congress_delegate`) and writes nothing of it. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';

/** A delegate of a workers' congress that sits, with a vote. */
export type Seat = { readonly delegateId: string; readonly termId: string; readonly termNumber: number; readonly unionId: string; readonly path: string; readonly body: string };
/** A sitting term of a workers' congress. */
export type Term = { readonly termId: string; readonly termNumber: number; readonly unionId: string; readonly union: string; readonly body: string; readonly delegates: number };
export type Named = { readonly id: string; readonly name: string; readonly unit: string };

const SITS = sql`t.confirmed_at IS NOT NULL AND t.ended_on IS NULL AND b.kind = 'workers'`;
const VOTES = sql`d.class = 'delegate' AND d.checked = 'passed' AND d.until IS NULL`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The seats this person holds now; at most 10. */
export async function listSeats(tx: Tx, personId: string): Promise<Seat[]> {
  const r = await sql<Seat>`SELECT d.id AS "delegateId", t.id AS "termId", t.number AS "termNumber", b.union_id AS "unionId", u.path, b.name AS body FROM congress_delegate d
    JOIN congress_term t ON t.federation_id = d.federation_id AND t.id = d.term_id JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id
    WHERE d.federation_id = ${tx.federationId} AND d.person_id = ${personId} AND ${VOTES} AND ${SITS} ORDER BY t.began_on DESC, d.id LIMIT 10`.execute(rows(tx));
  return r.rows;
}

async function find(tx: Tx, termId: string, which: RawBuilder<unknown>, limit: number): Promise<Named[]> {
  const r = await sql<Named>`SELECT p.id, p.name, coalesce(u.name, '') AS unit FROM congress_delegate d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id
    LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE d.federation_id = ${tx.federationId} AND d.term_id = ${termId} AND ${VOTES} AND ${which} ORDER BY p.name, p.id LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Delegates of a term whose name or unit holds a text, one left out. */
export const findDelegates = (tx: Tx, termId: string, text: string, except: string, limit: number): Promise<Named[]> =>
  find(tx, termId, sql`d.person_id <> ${except} AND (p.name ILIKE ${like(text)} OR u.name ILIKE ${like(text)})`, limit);

/** Those of these people who are delegates of a term with a vote. */
export const listDelegatesOf = (tx: Tx, termId: string, people: readonly string[]): Promise<Named[]> => find(tx, termId, sql`d.person_id = ANY (${[...people]}::uuid[])`, 200);

/** All delegates of a term with a vote, for a word to everybody; at most 5,000. */
export async function listVoters(tx: Tx, termId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT d.person_id AS id FROM congress_delegate d WHERE d.federation_id = ${tx.federationId} AND d.term_id = ${termId} AND ${VOTES} ORDER BY d.card_number LIMIT 5000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Terms that sit in these subtrees, by union; at most 200. */
export async function listTerms(tx: Tx, within: RawBuilder<boolean>): Promise<Term[]> {
  const r = await sql<Term>`SELECT t.id AS "termId", t.number AS "termNumber", b.union_id AS "unionId", u.name AS union, b.name AS body,
      (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND ${VOTES}) AS delegates
    FROM congress_term t JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id
    WHERE t.federation_id = ${tx.federationId} AND ${SITS} AND b.form = 'congress' AND ${within} ORDER BY u.path, t.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}
