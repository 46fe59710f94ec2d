import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Choice } from './choice.rules.ts';
import type { Hours } from './times.rules.ts';

/** What people chose, all groups. */
export async function listChoices(tx: Tx, people: readonly string[]): Promise<(Choice & { personId: string })[]> {
  const r = await sql<Choice & { personId: string }>`
    SELECT person_id AS "personId", kind_group AS "group", channel, mode FROM notify_choice
    WHERE federation_id = ${tx.federationId} AND person_id = ANY(${[...people]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** The hours of those people who set their own. */
export async function listHours(tx: Tx, people: readonly string[]): Promise<(Hours & { personId: string })[]> {
  const r = await sql<Hours & { personId: string }>`
    SELECT person_id AS "personId", quiet_from AS "quietFrom", quiet_to AS "quietTo", digest_at AS "digestAt" FROM notify_person
    WHERE federation_id = ${tx.federationId} AND person_id = ANY(${[...people]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** Sets a person's hours; the next digest is due at `nextDigestAt` (null: takes none). */
export async function saveHours(tx: Tx, personId: string, h: Hours, nextDigestAt: Date | null): Promise<void> {
  await sql`
    INSERT INTO notify_person (federation_id, person_id, quiet_from, quiet_to, digest_at, next_digest_at, changed_at)
    VALUES (${tx.federationId}, ${personId}, ${h.quietFrom}, ${h.quietTo}, ${h.digestAt}, ${nextDigestAt}, ${tx.now})
    ON CONFLICT (federation_id, person_id) DO UPDATE SET quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
      digest_at = excluded.digest_at, next_digest_at = excluded.next_digest_at, changed_at = excluded.changed_at`.execute(rows(tx));
}

/** Replaces a person's choices. */
export async function replaceChoices(tx: Tx, personId: string, choices: readonly Choice[]): Promise<void> {
  await sql`DELETE FROM notify_choice WHERE federation_id = ${tx.federationId} AND person_id = ${personId}`.execute(rows(tx));
  await sql`
    INSERT INTO notify_choice (federation_id, person_id, kind_group, channel, mode)
    SELECT ${tx.federationId}::uuid, ${personId}::uuid, g, c, m
    FROM unnest(${choices.map((c) => c.group)}::text[], ${choices.map((c) => c.channel)}::text[], ${choices.map((c) => c.mode)}::text[]) AS x(g, c, m)`.execute(rows(tx));
}

/** Sets one choice and leaves the others. */
export async function saveChoice(tx: Tx, personId: string, c: Choice): Promise<void> {
  await sql`
    INSERT INTO notify_choice (federation_id, person_id, kind_group, channel, mode)
    VALUES (${tx.federationId}, ${personId}, ${c.group}, ${c.channel}, ${c.mode})
    ON CONFLICT (federation_id, person_id, kind_group, channel) DO UPDATE SET mode = excluded.mode`.execute(rows(tx));
}

/** Digest mail that waits for a person who takes no digest any more goes out by itself. */
export async function undigest(tx: Tx, personId: string): Promise<void> {
  await sql`
    UPDATE notify_delivery SET digest = false
    WHERE federation_id = ${tx.federationId} AND person_id = ${personId} AND digest AND state = 'waiting'`.execute(rows(tx));
}

export async function personExists(tx: Tx, personId: string): Promise<boolean> {
  const r = await sql`SELECT FROM person WHERE federation_id = ${tx.federationId} AND id = ${personId}`.execute(rows(tx));
  return r.rows.length === 1;
}

/** Takes away everything that is kept of people: inboxes, choices, what waits for them. The log stays, it holds masked addresses only. */
export async function forget(tx: Tx, people: readonly string[]): Promise<void> {
  const ids = [...people];
  await sql`DELETE FROM notify_inbox WHERE federation_id = ${tx.federationId} AND person_id = ANY(${ids}::uuid[])`.execute(rows(tx));
  await sql`DELETE FROM notify_choice WHERE federation_id = ${tx.federationId} AND person_id = ANY(${ids}::uuid[])`.execute(rows(tx));
  await sql`DELETE FROM notify_person WHERE federation_id = ${tx.federationId} AND person_id = ANY(${ids}::uuid[])`.execute(rows(tx));
  await sql`
    UPDATE notify_delivery SET state = 'skipped', code = 'noAddress', lease = NULL, ended_at = ${tx.now}
    WHERE federation_id = ${tx.federationId} AND person_id = ANY(${ids}::uuid[]) AND state = 'waiting'`.execute(rows(tx));
}
