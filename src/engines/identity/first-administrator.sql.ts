import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Whether any federation of this installation has, or will have, a platform administrator. */
export async function hasAdministrator(tx: Tx, offices: readonly string[], today: string): Promise<boolean> {
  const found = await sql`select 1 from federation f where exists (select 1 from office_holding o where o.federation_id = f.federation_id
    and o.office = any(${[...offices]}::text[]) and (o.to_date is null or o.to_date >= ${today}::date)) limit 1`.execute(rows(tx));
  return found.rows.length > 0;
}

/** Writes a new link; those before it stop working. */
export async function writeLink(tx: Tx, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await sql`delete from first_administrator_link where used_at is null`.execute(rows(tx));
  await sql`insert into first_administrator_link (token_hash, made_at, expires_at, used_at) values (${tokenHash}, ${tx.now}, ${expiresAt}, null)`.execute(rows(tx));
}

/** Whether a link still works. */
export async function isOpen(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const found = await sql`select 1 from first_administrator_link where token_hash = ${tokenHash} and used_at is null and expires_at > ${tx.now}`.execute(rows(tx));
  return found.rows.length === 1;
}

/** Uses a link up; false when it was used before or has expired. */
export async function takeLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const used = await sql`update first_administrator_link set used_at = ${tx.now}
    where token_hash = ${tokenHash} and used_at is null and expires_at > ${tx.now}`.execute(rows(tx));
  return Number(used.numAffectedRows ?? 0n) === 1;
}

/** The federations of this installation, the oldest first; at most two, since only "none, one or more" matters. */
export async function selectFederations(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`select federation_id as id from federation order by founded_at, federation_id limit 2`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}
