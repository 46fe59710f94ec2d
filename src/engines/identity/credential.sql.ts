import { NO_FEDERATION, rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** The stored hash of a person's password; null when none was ever set. */
export async function findPassword(tx: Tx, personId: string): Promise<{ hash: string; setAt: Date; mustChange: boolean } | null> {
  const found = await sql<{ hash: string; setAt: Date; mustChange: boolean }>`
    select hash, set_at as "setAt", must_change as "mustChange" from password
    where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  return found.rows[0] ?? null;
}

/** The same before a tenant is entered; asked for nobody it finds nothing and takes as long. */
export async function findPasswordHash(tx: Tx, who: { readonly federationId: string; readonly personId: string } | null): Promise<string | null> {
  const { federationId, personId } = who ?? { federationId: NO_FEDERATION, personId: NO_FEDERATION };
  const found = await sql<{ hash: string }>`select hash from password where federation_id = ${federationId} and person_id = ${personId}`.execute(rows(tx));
  return found.rows[0]?.hash ?? null;
}

/** The last hashes, newest first. */
export async function selectPastHashes(tx: Tx, personId: string, most: number): Promise<string[]> {
  const found = await sql<{ hash: string }>`select hash from password_past
    where federation_id = ${tx.federationId} and person_id = ${personId} order by set_at desc limit ${most}`.execute(rows(tx));
  return found.rows.map((r) => r.hash);
}

/** Sets a password and remembers it among the last ones. */
export async function writePassword(tx: Tx, personId: string, hash: string, o: { mustChange: boolean; remembered: number }): Promise<void> {
  await sql`insert into password as p (federation_id, person_id, hash, set_at, must_change)
    values (${tx.federationId}, ${personId}, ${hash}, ${tx.now}, ${o.mustChange})
    on conflict (federation_id, person_id) do update set hash = excluded.hash, set_at = excluded.set_at, must_change = excluded.must_change`.execute(rows(tx));
  await sql`insert into password_past (federation_id, person_id, set_at, hash) values (${tx.federationId}, ${personId}, ${tx.now}, ${hash})
    on conflict (federation_id, person_id, set_at) do update set hash = excluded.hash`.execute(rows(tx));
  await sql`delete from password_past where federation_id = ${tx.federationId} and person_id = ${personId} and set_at not in (
    select set_at from password_past where federation_id = ${tx.federationId} and person_id = ${personId}
    order by set_at desc limit ${o.remembered})`.execute(rows(tx));
}

/** Replaces a hash made with an older cost by one of the same password. */
export async function rewriteHash(tx: Tx, personId: string, before: string, after: string): Promise<void> {
  await sql`update password set hash = ${after} where federation_id = ${tx.federationId} and person_id = ${personId} and hash = ${before}`.execute(rows(tx));
}

export type Authenticator = { readonly secretSealed: Buffer; readonly confirmedAt: Date | null; readonly lastStep: bigint };

/** A person's authenticator, confirmed or still being set up. */
export async function findAuthenticator(tx: Tx, personId: string): Promise<Authenticator | null> {
  const found = await sql<Authenticator>`
    select secret_sealed as "secretSealed", confirmed_at as "confirmedAt", last_step as "lastStep" from authenticator
    where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  return found.rows[0] ?? null;
}

/** Begins (again) to set one up; false when one is confirmed already. */
export async function beginAuthenticator(tx: Tx, personId: string, secretSealed: Buffer): Promise<boolean> {
  const written = await sql`insert into authenticator as a (federation_id, person_id, secret_sealed, begun_at, confirmed_at, last_step)
    values (${tx.federationId}, ${personId}, ${secretSealed}, ${tx.now}, null, 0)
    on conflict (federation_id, person_id) do update set secret_sealed = excluded.secret_sealed, begun_at = excluded.begun_at
    where a.confirmed_at is null`.execute(rows(tx));
  return Number(written.numAffectedRows ?? 0n) === 1;
}

/** Uses a step up; false when it, or a later one, was used before. `confirm` makes the authenticator count from now on. */
export async function spendStep(tx: Tx, personId: string, step: number, confirm: boolean): Promise<boolean> {
  const used = await sql`update authenticator set last_step = ${step}::bigint,
      confirmed_at = case when ${confirm} then coalesce(confirmed_at, ${tx.now}) else confirmed_at end
    where federation_id = ${tx.federationId} and person_id = ${personId} and last_step < ${step}::bigint`.execute(rows(tx));
  return Number(used.numAffectedRows ?? 0n) === 1;
}

/** Removes the authenticator and its recovery codes. */
export async function deleteAuthenticator(tx: Tx, personId: string): Promise<void> {
  await sql`delete from recovery_code where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  await sql`delete from authenticator where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
}

/** Replaces all recovery codes. */
export async function writeRecoveryCodes(tx: Tx, personId: string, hashes: readonly Buffer[]): Promise<void> {
  await sql`delete from recovery_code where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  await sql`insert into recovery_code (federation_id, person_id, code_hash, used_at)
    select ${tx.federationId}, ${personId}, x, null from unnest(${hashes}::bytea[]) x`.execute(rows(tx));
}

/** Whether there is such an unused recovery code. */
export async function hasRecoveryCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
  const found = await sql`select 1 from recovery_code
    where federation_id = ${tx.federationId} and person_id = ${personId} and code_hash = ${hash} and used_at is null`.execute(rows(tx));
  return found.rows.length === 1;
}

/** Uses a recovery code up; false when there is no such unused one. */
export async function spendRecoveryCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
  const used = await sql`update recovery_code set used_at = ${tx.now}
    where federation_id = ${tx.federationId} and person_id = ${personId} and code_hash = ${hash} and used_at is null`.execute(rows(tx));
  return Number(used.numAffectedRows ?? 0n) === 1;
}

/** What the screen about safety shows. */
export async function findSafety(tx: Tx, personId: string): Promise<{ password: boolean; totp: boolean; recoveryCodesLeft: number }> {
  const found = await sql<{ password: boolean; totp: boolean; recoveryCodesLeft: number }>`select
    exists (select 1 from password where federation_id = ${tx.federationId} and person_id = ${personId}) as password,
    exists (select 1 from authenticator where federation_id = ${tx.federationId} and person_id = ${personId} and confirmed_at is not null) as totp,
    (select count(*)::int from recovery_code where federation_id = ${tx.federationId} and person_id = ${personId} and used_at is null) as "recoveryCodesLeft"`.execute(rows(tx));
  return found.rows[0] ?? { password: false, totp: false, recoveryCodesLeft: 0 };
}

/** Removes every credential, bound account and session of a person. */
export async function deleteCredentials(tx: Tx, personId: string): Promise<void> {
  await deleteAuthenticator(tx, personId);
  await sql`delete from password_past where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  await sql`delete from password where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  await sql`delete from vendor_account where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
  await sql`delete from session where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
}
