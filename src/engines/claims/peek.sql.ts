import type { Database } from '#platform/db';
import type { Offer } from './offer.rules.ts';

/** An offer of which nothing is left, and who of those who ask has something of it, or asked before under the same key. */
export type Gone = Pick<Offer, 'state' | 'opensAt' | 'closesAt' | 'mode' | 'perPerson' | 'party' | 'waits' | 'pays' | 'price' | 'who'> & { readonly holders: ReadonlySet<string> };

type Row = Omit<Gone, 'holders'> & { readonly gone: boolean; readonly holders: string[] | null };

const STATEMENT = {
  name: 'claims-gone',
  text: `
  SELECT x.state, x.opens_at AS "opensAt", x.closes_at AS "closesAt", x.mode, x.per_person AS "perPerson", x.party, x.waits, x.pays, x.price, x.who, x.gone,
    CASE WHEN x.gone THEN ARRAY(SELECT c.person_id::text FROM claim c WHERE c.federation_id = $1 AND c.offer_id = $2 AND c.person_id = ANY ($3::uuid[])
      AND (c.state IN ('entered','waiting','offered','held','taken','handed','missed') OR c.key = ANY ($4::text[]))) END AS holders
  FROM (SELECT o.*, o.mode = 'first' AND NOT o.waits AND NOT EXISTS (SELECT 1 FROM offer_pool p WHERE p.federation_id = $1 AND p.offer_id = $2 AND p.taken < p.capacity) AS gone
    FROM offer o WHERE o.federation_id = $1 AND o.id = $2 AND o.state <> 'draft') x`,
} as const;

/**
 * Whether nothing is left of an offer, in one statement outside any transaction: what thousands are told in the seconds after the last
 * place went costs one look for all of them. Null while there is something to decide.
 */
export async function findGone(database: Database, federationId: string, offerId: string, personIds: readonly string[], keys: readonly string[]): Promise<Gone | null> {
  const found = await database.pool.query<Row>({ ...STATEMENT, values: [federationId, offerId, personIds, keys] });
  const [row] = found.rows;
  return row?.gone === true ? { ...row, holders: new Set(row.holders) } : null;
}
