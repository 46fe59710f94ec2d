import { type Actor, scopesOf, type Tx } from '#shared/call';
import { inSubtrees, type OfferRow, outermost, visibleTo } from '#engines/org';
import { type RawBuilder, rows, sql } from '#platform/db';

/** What a transfer is about, beside its case. */
export type TransferRow = {
  caseId: string; personId: string; fromUnionId: string; toUnionId: string | null; outside: string; reason: string; employer: string; job: string; newForm: string; unattached: boolean;
  offerId: string | null; invited: boolean; effectiveOn: string | null; isOpen: boolean;
};
/** A transfer as a line: `isIn` and `isOut` say on which side the one who asks stands. */
export type ListedTransfer = TransferRow & {
  number: string; state: string; unionId: string; nextDue: Date | null; openedAt: Date; version: number; name: string; fromName: string; toName: string | null; objection: string | null; isIn: boolean; isOut: boolean;
  fromPath: string; fromSector: string | null; toPath: string | null; toSector: string | null;
};
export type TransferFilter = { direction: 'in' | 'out' | 'all'; open?: boolean | undefined; text?: string | undefined; unionPath?: string | undefined };
export type StoryLine = { id: string; step: string; byKind: string; byName: string | null; text: string; at: Date };

const OWN = sql`t.case_id as "caseId", t.person_id as "personId", t.from_union_id as "fromUnionId", t.to_union_id as "toUnionId", t.outside, t.reason, t.employer, t.job, t.new_form as "newForm",
  t.unattached, t.offer_id as "offerId", t.invited, t.effective_on as "effectiveOn", t.is_open as "isOpen"`;
const LISTED = sql`${OWN}, c.number, c.state, c.union_id as "unionId", c.next_due as "nextDue", c.opened_at as "openedAt", c.version, p.name, f.name as "fromName", o.name as "toName", c.facts->>'objection' as objection,
  f.path as "fromPath", f.sector_path as "fromSector", o.path as "toPath", o.sector_path as "toSector"`;
const FROM = sql`membership_transfer t join case_file c on c.federation_id = t.federation_id and c.id = t.case_id
  join person p on p.federation_id = t.federation_id and p.id = t.person_id
  join union_unit f on f.federation_id = t.federation_id and f.id = t.from_union_id
  left join union_unit o on o.federation_id = t.federation_id and o.id = t.to_union_id`;

const side = (by: Actor, alias: 'f' | 'o'): RawBuilder<boolean> => sql<boolean>`coalesce(${inSubtrees(outermost(scopesOf(by, 'transfers.read')), alias)}, false)`;
const within = (path: string | undefined, alias: 'f' | 'o'): RawBuilder<boolean> => (path ? sql<boolean>`coalesce(${inSubtrees([path], alias)}, false)` : sql<boolean>`true`);

/** Keeps a transfer. @returns whether it came about: a person has one open at a time */
export async function insertTransfer(tx: Tx, t: Omit<TransferRow, 'isOpen' | 'effectiveOn'>): Promise<boolean> {
  const r = await sql`insert into membership_transfer (federation_id, case_id, person_id, from_union_id, to_union_id, outside, reason, employer, job, new_form, unattached, offer_id, invited, is_open)
    values (${tx.federationId}, ${t.caseId}, ${t.personId}, ${t.fromUnionId}, ${t.toUnionId}, ${t.outside}, ${t.reason}, ${t.employer}, ${t.job}, ${t.newForm}, ${t.unattached}, ${t.offerId}, ${t.invited}, true)
    on conflict (federation_id, person_id) where is_open do nothing returning case_id`.execute(rows(tx));
  return r.rows.length === 1;
}

/** The open transfer of a person. */
export async function findOpen(tx: Tx, personId: string): Promise<string | null> {
  const r = await sql<{ id: string }>`select case_id as id from membership_transfer where federation_id = ${tx.federationId} and person_id = ${personId} and is_open`.execute(rows(tx));
  return r.rows[0]?.id ?? null;
}

/** The transfer is over; `effectiveOn` when the membership went. */
export async function closeTransfer(tx: Tx, caseId: string, effectiveOn: string | null): Promise<void> {
  await sql`update membership_transfer set is_open = false, effective_on = ${effectiveOn}::date where federation_id = ${tx.federationId} and case_id = ${caseId}`.execute(rows(tx));
}

/** One transfer for the member, or for an officer of either union. */
export async function findTransferFor(tx: Tx, by: Actor, caseId: string): Promise<ListedTransfer | null> {
  const r = await sql<ListedTransfer>`select ${LISTED}, ${side(by, 'o')} as "isIn", ${side(by, 'f')} as "isOut" from ${FROM}
    where t.federation_id = ${tx.federationId} and t.case_id = ${caseId} and (t.person_id = ${by.personId} or ${side(by, 'f')} or ${side(by, 'o')})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Holds a transfer until the transaction ends, so that nobody else takes a step meanwhile. */
export async function holdTransfer(tx: Tx, caseId: string): Promise<void> {
  await sql`select 1 from case_file where federation_id = ${tx.federationId} and id = ${caseId} for update`.execute(rows(tx));
}

/** Transfers of one person, the latest first; at most 50. */
export async function listOfPerson(tx: Tx, personId: string): Promise<ListedTransfer[]> {
  const r = await sql<ListedTransfer>`select ${LISTED}, false as "isIn", false as "isOut" from ${FROM} where t.federation_id = ${tx.federationId} and t.person_id = ${personId} order by c.opened_at desc limit 50`.execute(rows(tx));
  return r.rows;
}

/** A page of the register of an officer: what comes in, what goes out, newest first; the total is counted up to 10,001. */
export async function listTransfers(tx: Tx, by: Actor, f: TransferFilter, page: { limit: number; offset: number }): Promise<{ items: ListedTransfer[]; total: number }> {
  const out = sql`(${side(by, 'f')} and ${within(f.unionPath, 'f')})`;
  const comes = sql`(${side(by, 'o')} and ${within(f.unionPath, 'o')})`;
  const like = `${(f.text ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const where = sql`t.federation_id = ${tx.federationId} and t.person_id <> ${by.personId} and ${f.direction === 'in' ? comes : f.direction === 'out' ? out : sql`(${out} or ${comes})`}
    and ${f.open === undefined ? sql`true` : sql`t.is_open = ${f.open}`}
    and ${f.text ? sql`(p.name like ${like} or c.number = ${f.text} or f.name like ${`%${like}`} or o.name like ${`%${like}`} or t.outside like ${`%${like}`})` : sql`true`}`;
  const r = await sql<ListedTransfer>`select ${LISTED}, ${comes} as "isIn", ${out} as "isOut" from ${FROM} where ${where} order by c.opened_at desc, c.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${FROM} where ${where} limit 10001) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** What happened to a transfer, oldest first, without what is for the clerks of one union only; at most 100. */
export async function listStory(tx: Tx, caseId: string): Promise<StoryLine[]> {
  const r = await sql<StoryLine>`select e.id, e.step, e.by_kind as "byKind", p.name as "byName", e.text, e.at from case_event e
    left join person p on p.federation_id = e.federation_id and p.id = e.by_id
    where e.federation_id = ${tx.federationId} and e.case_id = ${caseId} and e.shown_to = 'all' order by e.position limit 100`.execute(rows(tx));
  return r.rows;
}

/** Open transfers that need nobody any more: released, and the new union invited the member or the member leaves with a letter. */
export async function listReady(tx: Tx, limit: number): Promise<TransferRow[]> {
  const r = await sql<TransferRow>`select ${OWN} from membership_transfer t join case_file c on c.federation_id = t.federation_id and c.id = t.case_id
    where t.federation_id = ${tx.federationId} and t.is_open and c.state = 'released' and (t.invited or t.to_union_id is null) order by t.case_id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Open transfers of people who no longer are active members of the union they leave (nor of the one it was merged into), or are in the new one already. */
export async function listStale(tx: Tx, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select t.case_id as id from membership_transfer t join union_unit f on f.federation_id = t.federation_id and f.id = t.from_union_id
    left join membership m on m.federation_id = t.federation_id and m.person_id = t.person_id and m.state = 'active'
    where t.federation_id = ${tx.federationId} and t.is_open and (m.id is null or m.union_id = t.to_union_id or (m.union_id <> t.from_union_id and m.union_id is distinct from f.merged_into_id))
    order by t.case_id limit ${limit}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Unions a member may go to, by name; at most 20. */
export async function searchUnions(tx: Tx, text: string, except: string | null): Promise<{ id: string; name: string; above: string }[]> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const r = await sql<{ id: string; name: string; above: string }>`select u.id, u.name, coalesce(a.name, '') as above from union_unit u
    left join union_unit a on a.federation_id = u.federation_id and a.id = u.parent_id
    where u.federation_id = ${tx.federationId} and u.state = 'active' and u.name like ${like} and (${except}::uuid is null or u.id <> ${except}::uuid)
    order by length(u.name), u.name limit 20`.execute(rows(tx));
  return r.rows;
}

/** Invitations of the unions in which the officer receives members, newest first. */
export async function listOffers(tx: Tx, by: Actor, f: { unionPath?: string | undefined; state?: string | undefined; limit: number; offset: number }): Promise<{ items: OfferRow[]; total: number }> {
  const from = sql`membership_offer o join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id join person p on p.federation_id = o.federation_id and p.id = o.person_id`;
  const where = sql`o.federation_id = ${tx.federationId} and ${visibleTo(by, 'transfers.receive')} and ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} ${f.state ? sql`and o.state = ${f.state}` : sql``}`;
  const r = await sql<OfferRow>`select o.id, o.origin, o.employer, o.job, o.unattached, o.state, o.offered_at as "offeredAt", u.name as "unionName", p.name as "personName" from ${from}
    where ${where} order by o.offered_at desc, o.id limit ${f.limit} offset ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${from} where ${where} limit 10001) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
