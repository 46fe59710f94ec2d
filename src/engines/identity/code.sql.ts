import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type CodeRow = { readonly sentAt: Date; readonly hourFrom: Date; readonly hourCount: number };

/**
 * Writes the code for a phone unless one went out a moment ago or the hour's number is used up.
 * @returns null when written, otherwise what stands in the way
 */
export async function writeCode(
  tx: Tx, phone: Buffer, codeHash: Buffer, o: { expiresAt: Date; lastSentBefore: Date; hourBefore: Date; perHour: number },
): Promise<CodeRow | null> {
  const written = await sql`
    insert into one_time_code as c (phone_lookup, code_hash, sent_at, expires_at, tries, used_at, hour_from, hour_count)
    values (${phone}, ${codeHash}, ${tx.now}, ${o.expiresAt}, 0, null, ${tx.now}, 1)
    on conflict (phone_lookup) do update set
      code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0, used_at = null,
      hour_from = case when c.hour_from <= ${o.hourBefore} then excluded.hour_from else c.hour_from end,
      hour_count = case when c.hour_from <= ${o.hourBefore} then 1 else c.hour_count + 1 end
    where c.sent_at <= ${o.lastSentBefore} and (c.hour_from <= ${o.hourBefore} or c.hour_count < ${o.perHour}::int)`.execute(rows(tx));
  if (Number(written.numAffectedRows ?? 0n) === 1) return null;
  const found = await sql<CodeRow>`select sent_at as "sentAt", hour_from as "hourFrom", hour_count as "hourCount"
    from one_time_code where phone_lookup = ${phone}`.execute(rows(tx));
  return found.rows[0] ?? { sentAt: tx.now, hourFrom: tx.now, hourCount: o.perHour };
}

/** Takes one of the tries of the code on its way to a phone; null when there is none that still counts. */
export async function takeTry(tx: Tx, phone: Buffer, most: number): Promise<Buffer | null> {
  const taken = await sql<{ code_hash: Buffer }>`
    update one_time_code set tries = tries + 1
    where phone_lookup = ${phone} and used_at is null and expires_at > ${tx.now} and tries < ${most}::int
    returning code_hash`.execute(rows(tx));
  return taken.rows[0]?.code_hash ?? null;
}

/** Uses a code up; false when somebody else did so first. */
export async function spendCode(tx: Tx, phone: Buffer, codeHash: Buffer): Promise<boolean> {
  const used = await sql`update one_time_code set used_at = ${tx.now}
    where phone_lookup = ${phone} and code_hash = ${codeHash} and used_at is null`.execute(rows(tx));
  return Number(used.numAffectedRows ?? 0n) === 1;
}
