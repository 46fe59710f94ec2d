import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Answers by name of these people, one JSON each, as if they had come in one by one. */
export async function fillAnswers(tx: Tx, ballotId: string, people: readonly string[], contents: readonly string[]): Promise<void> {
  await sql`insert into ballot_open_paper (federation_id, ballot_id, person_id, content) select ${tx.federationId}, ${ballotId}, x.id, x.content::jsonb from unnest(${[...people]}::uuid[], ${[...contents]}::text[]) as x(id, content)`.execute(rows(tx));
  await sql`update ballot_voter set given = true where federation_id = ${tx.federationId} and ballot_id = ${ballotId} and person_id = any(${[...people]}::uuid[])`.execute(rows(tx));
}
