import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type SeconderRow = { readonly id: string; readonly name: string; readonly unit: string; readonly answer: 'yes' | 'no' | null; readonly word: string; readonly answeredAt: Date | null };
export type HelperRow = { readonly id: string; readonly name: string; readonly department: string; readonly opinion: string; readonly givenAt: Date | null };

const UNIT = sql`LEFT JOIN membership m ON m.federation_id = x.federation_id AND m.person_id = x.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id`;

/** Those who were asked to second a proposal: yes first. */
export async function listSeconders(tx: Tx, proposalId: string): Promise<SeconderRow[]> {
  const r = await sql<SeconderRow>`SELECT p.id, p.name, coalesce(u.name, '') AS unit, x.answer, x.word, x.answered_at AS "answeredAt" FROM proposal_seconder x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id ${UNIT}
    WHERE x.federation_id = ${tx.federationId} AND x.proposal_id = ${proposalId} ORDER BY x.answer = 'yes' DESC NULLS LAST, x.answered_at NULLS LAST, p.id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** Asks people; who was asked already stays as he or she is. @returns whom it asked now */
export async function insertSeconders(tx: Tx, proposalId: string, people: readonly string[]): Promise<string[]> {
  const r = await sql<{ id: string }>`INSERT INTO proposal_seconder (federation_id, proposal_id, person_id, asked_at) SELECT ${tx.federationId}, ${proposalId}, x.id, ${tx.now} FROM unnest(${[...people]}::uuid[]) AS x(id)
    ON CONFLICT DO NOTHING RETURNING person_id AS id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Keeps what an asked person said. @returns false when he or she was not asked */
export async function answerSeconding(tx: Tx, proposalId: string, personId: string, o: { readonly answer: 'yes' | 'no'; readonly word: string }): Promise<boolean> {
  const r = await sql`UPDATE proposal_seconder SET answer = ${o.answer}, word = ${o.word}, answered_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} AND person_id = ${personId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Asks everybody anew, because the text is another. @returns who had said yes */
export async function askAgain(tx: Tx, proposalId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`WITH said AS (SELECT person_id FROM proposal_seconder WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} AND answer = 'yes'),
      anew AS (UPDATE proposal_seconder SET answer = NULL, word = '', answered_at = NULL, asked_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} AND answer IS NOT NULL RETURNING person_id)
    SELECT person_id AS id FROM said`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Departments that help with a proposal. */
export async function listHelpers(tx: Tx, proposalId: string): Promise<HelperRow[]> {
  const r = await sql<HelperRow>`SELECT p.id, p.name, x.department, x.opinion, x.given_at AS "givenAt" FROM proposal_helper x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id
    WHERE x.federation_id = ${tx.federationId} AND x.proposal_id = ${proposalId} ORDER BY x.department, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** Makes these the helpers; opinions that were given stay. @returns whom it asked now */
export async function setHelpers(tx: Tx, proposalId: string, list: readonly { readonly personId: string; readonly department: string }[]): Promise<string[]> {
  const ids = list.map((h) => h.personId);
  await sql`DELETE FROM proposal_helper WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} AND given_at IS NULL AND person_id <> ALL (${ids}::uuid[])`.execute(rows(tx));
  const r = await sql<{ id: string }>`INSERT INTO proposal_helper (federation_id, proposal_id, person_id, department, asked_at) SELECT ${tx.federationId}, ${proposalId}, x.id, x.department, ${tx.now} FROM unnest(${ids}::uuid[], ${list.map((h) => h.department)}::text[]) AS x(id, department)
    ON CONFLICT DO NOTHING RETURNING person_id AS id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Keeps the opinion of a helping department. @returns false when this person does not help */
export async function giveOpinion(tx: Tx, proposalId: string, personId: string, opinion: string): Promise<boolean> {
  const r = await sql`UPDATE proposal_helper SET opinion = ${opinion}, given_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} AND person_id = ${personId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Follows for these people; twice is once. */
export async function insertFollowers(tx: Tx, proposalId: string, people: readonly string[]): Promise<void> {
  await sql`INSERT INTO proposal_follower (federation_id, proposal_id, person_id, since) SELECT ${tx.federationId}, ${proposalId}, x.id, ${tx.now} FROM unnest(${[...people]}::uuid[]) AS x(id) ON CONFLICT DO NOTHING`.execute(rows(tx));
}
export async function deleteFollower(tx: Tx, proposalId: string, personId: string): Promise<void> {
  await sql`DELETE FROM proposal_follower WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} AND person_id = ${personId}`.execute(rows(tx));
}
/** Who follows a proposal; at most 5,000. */
export async function listFollowers(tx: Tx, proposalId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT person_id AS id FROM proposal_follower WHERE federation_id = ${tx.federationId} AND proposal_id = ${proposalId} ORDER BY since, person_id LIMIT 5000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Who is rewarded in the proposals of a collection: movers and those who said yes. Only filed ones count. */
export async function listEarners(tx: Tx, collectionId: string): Promise<{ readonly proposalId: string; readonly number: string; readonly title: string; readonly hot: boolean; readonly mover: boolean; readonly personId: string; readonly name: string }[]> {
  const r = await sql<{ proposalId: string; number: string; title: string; hot: boolean; mover: boolean; personId: string; name: string }>`SELECT p.id AS "proposalId", c.number, c.title, p.hot_on IS NOT NULL AS hot, y.mover, n.id AS "personId", n.name FROM proposal p JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id
    CROSS JOIN LATERAL (SELECT c.author_id AS person_id, true AS mover UNION ALL SELECT s.person_id, false FROM proposal_seconder s WHERE s.federation_id = p.federation_id AND s.proposal_id = p.id AND s.answer = 'yes') y
    JOIN person n ON n.federation_id = p.federation_id AND n.id = y.person_id
    WHERE p.federation_id = ${tx.federationId} AND p.collection_id = ${collectionId} AND p.decision = 'filed' AND (y.mover OR p.hot_on IS NOT NULL) ORDER BY c.number, y.mover DESC, n.name, n.id LIMIT 5000`.execute(rows(tx));
  return r.rows;
}
