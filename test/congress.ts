/** A workers' congress that sits, with these people as its delegates, for tests of parts that ask who is one. */
import { newId, newSecretId } from '#shared/ids';
import type { Player } from './people.ts';
import type { TestHouse } from './server.ts';

/** Founds the congress of a union with one term that began long ago. @returns the term's id */
export async function seatDelegates(house: TestHouse, federationId: string, unionId: string, delegates: readonly Player[]): Promise<string> {
  const [body, term, place] = [newId(), newId(), newId()];
  const run = (sql: string, values: readonly unknown[]) => house.database.pool.query(sql, [federationId, ...values]);
  await run("INSERT INTO congress_body (federation_id, id, union_id, kind, form, name, founded_at) VALUES ($1, $2, $3, 'workers', 'congress', '公司职工代表大会', '2020-01-01')", [body, unionId]);
  await run(`INSERT INTO congress_term (federation_id, id, body_id, kind, number, years, began_on, ends_on, renewal, counted_on, workers, women, seats, seats_least, rule_set_id, confirmed_at, confirmed_by, planned_at)
    VALUES ($1, $2, $3, 'workers', 8, 5, '2025-01-01', '2029-12-31', 'due', '2024-12-01', 100, 30, $4, 1, '', '2025-01-01', $5, '2024-12-01')`, [term, body, delegates.length, delegates[0]?.id]);
  await run("INSERT INTO congress_constituency (federation_id, id, term_id, number, name, counted, women, seats) VALUES ($1, $2, $3, 1, '全公司选区', 100, 30, $4)", [place, term, delegates.length]);
  for (const [i, d] of delegates.entries()) {
    await run("INSERT INTO congress_delegate (federation_id, id, term_id, person_id, class, constituency_id, post, card_number, card_code, since, checked) VALUES ($1, $2, $3, $4, 'delegate', $5, 'frontline', $6, $7, '2025-01-01', 'passed')", [newId(), term, d.id, place, `8-${String(i + 1).padStart(3, '0')}`, newSecretId()]);
  }
  return term;
}
