import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** An invitation to a member of one union to move to another. `origin` says how the other union came to know. */
export type Offer = {
  readonly id: string; readonly personId: string; readonly unionId: string; readonly origin: 'roster' | 'application' | 'desk'; readonly originId: string | null;
  readonly employer: string; readonly job: string; readonly newForm: string; readonly unattached: boolean; readonly offeredBy: string | null;
};
export type OfferRow = Offer & { readonly state: 'open' | 'accepted' | 'declined'; readonly offeredAt: Date; readonly unionName: string; readonly personName: string };

const COLUMNS = sql`o.id, o.person_id as "personId", o.union_id as "unionId", o.origin, o.origin_id as "originId", o.employer, o.job, o.new_form as "newForm", o.unattached,
  o.offered_by as "offeredBy", o.state, o.offered_at as "offeredAt", u.name as "unionName", p.name as "personName"`;
const OFFERS = sql`membership_offer o join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id
  join person p on p.federation_id = o.federation_id and p.id = o.person_id`;

/**
 * Makes offers in one statement: once per person and origin, and one open per person and union, however often it is asked.
 * Whoever belongs to that union already, or to none, gets none.
 * @returns the people who have a new offer
 */
export async function insertOffers(tx: Tx, list: readonly Offer[]): Promise<string[]> {
  const r = await sql<{ personId: string }>`insert into membership_offer (federation_id, id, person_id, union_id, state, origin, origin_id, employer, job, new_form, unattached, offered_by, offered_at)
    select ${tx.federationId}, x.id, x."personId", x."unionId", 'open', x.origin, x."originId", x.employer, x.job, x."newForm", x.unattached, x."offeredBy", ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, "personId" uuid, "unionId" uuid, origin text, "originId" uuid, employer text, job text, "newForm" text, unattached boolean, "offeredBy" uuid)
    join membership m on m.federation_id = ${tx.federationId} and m.person_id = x."personId" and m.state = 'active' and m.union_id <> x."unionId"
    on conflict do nothing returning person_id as "personId"`.execute(rows(tx));
  return r.rows.map((x) => x.personId);
}

/** The open offers of one person, newest first; at most 20. */
export async function listOpenOffers(tx: Tx, personId: string): Promise<OfferRow[]> {
  const r = await sql<OfferRow>`select ${COLUMNS} from ${OFFERS} where o.federation_id = ${tx.federationId} and o.person_id = ${personId} and o.state = 'open'
    order by o.offered_at desc, o.id limit 20`.execute(rows(tx));
  return r.rows;
}

/** An open offer of this person, locked. */
export async function lockOffer(tx: Tx, personId: string, id: string): Promise<OfferRow | null> {
  const r = await sql<OfferRow>`select ${COLUMNS} from ${OFFERS} where o.federation_id = ${tx.federationId} and o.person_id = ${personId} and o.id = ${id} and o.state = 'open' for update of o`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What the person said to an offer. */
export async function settleOffer(tx: Tx, id: string, state: 'accepted' | 'declined'): Promise<void> {
  await sql`update membership_offer set state = ${state}, settled_at = ${tx.now} where federation_id = ${tx.federationId} and id = ${id} and state = 'open'`.execute(rows(tx));
}

/** How many were made from one origin. */
export async function countOffers(tx: Tx, originId: string): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from membership_offer where federation_id = ${tx.federationId} and origin_id = ${originId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}
