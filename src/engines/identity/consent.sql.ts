import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type ConsentRow = {
  readonly purpose: string;
  readonly version: number;
  readonly decision: 'given' | 'refused';
  readonly decidedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly channel: Channel;
};
export type Channel = 'phone' | 'console' | 'paper' | 'api';

/** The answer that stands for each purpose a person was asked about. */
export async function selectStanding(tx: Tx, personId: string): Promise<ConsentRow[]> {
  const found = await sql<ConsentRow>`
    select purpose, version, decision, decided_at as "decidedAt", withdrawn_at as "withdrawnAt", channel from consent
    where federation_id = ${tx.federationId} and person_id = ${personId} and replaced_at is null limit 100`.execute(rows(tx));
  return found.rows;
}

/** Every answer ever given, newest first. */
export async function selectHistory(tx: Tx, personId: string, most: number): Promise<(ConsentRow & { replacedAt: Date | null })[]> {
  const found = await sql<ConsentRow & { replacedAt: Date | null }>`
    select purpose, version, decision, decided_at as "decidedAt", withdrawn_at as "withdrawnAt", channel, replaced_at as "replacedAt"
    from consent where federation_id = ${tx.federationId} and person_id = ${personId} order by decided_at desc, id limit ${most}`.execute(rows(tx));
  return found.rows;
}

export type NewConsent = {
  readonly id: string;
  readonly personId: string;
  readonly purpose: string;
  readonly version: number;
  readonly textHash: Buffer;
  readonly fields: readonly string[];
  readonly decision: 'given' | 'refused';
  readonly channel: Channel;
};

/** Writes an answer; the one before it is closed. Answers of one person queue up. */
export async function writeConsent(tx: Tx, c: NewConsent): Promise<void> {
  await sql`select 1 from person where federation_id = ${tx.federationId} and id = ${c.personId} for no key update`.execute(rows(tx));
  await sql`update consent set replaced_at = ${tx.now}
    where federation_id = ${tx.federationId} and person_id = ${c.personId} and purpose = ${c.purpose} and replaced_at is null`.execute(rows(tx));
  await sql`insert into consent (federation_id, id, person_id, purpose, version, text_hash, fields, decision, channel, decided_at, withdrawn_at, replaced_at)
    values (${tx.federationId}, ${c.id}, ${c.personId}, ${c.purpose}, ${c.version}, ${c.textHash}, ${[...c.fields]}::text[], ${c.decision}, ${c.channel}, ${tx.now}, null, null)`.execute(rows(tx));
}

/** Marks a standing consent as withdrawn; false when there was none. */
export async function markWithdrawn(tx: Tx, personId: string, purpose: string): Promise<boolean> {
  const done = await sql`update consent set withdrawn_at = ${tx.now}
    where federation_id = ${tx.federationId} and person_id = ${personId} and purpose = ${purpose}
      and replaced_at is null and withdrawn_at is null and decision = 'given'`.execute(rows(tx));
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** Those of the people whose consent to a purpose stands in a version that still counts. */
export async function selectConsented(tx: Tx, personIds: readonly string[], purpose: string, oldest: number): Promise<string[]> {
  const found = await sql<{ id: string }>`select person_id as id from consent
    where federation_id = ${tx.federationId} and purpose = ${purpose} and person_id = any(${[...personIds]}::uuid[])
      and replaced_at is null and withdrawn_at is null and decision = 'given' and version >= ${oldest}::int`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

/** Through which app a session came. */
export async function findApp(tx: Tx, sessionId: string): Promise<'member' | 'console' | 'api' | null> {
  const found = await sql<{ app: 'member' | 'console' | 'api' }>`select app from session where federation_id = ${tx.federationId} and id = ${sessionId}`.execute(rows(tx));
  return found.rows[0]?.app ?? null;
}
