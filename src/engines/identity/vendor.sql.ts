import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { VendorName } from './adapters/vendor.ts';

export type BoundBy = 'person' | 'directory';
export type NewBinding = { readonly id: string; readonly personId: string; readonly vendor: VendorName; readonly account: Buffer; readonly boundBy: BoundBy; readonly at: Date };

/** Binds an account to a person. The indexes decide between two who come at once; false when the account or the person is bound already. */
export async function insertBinding(tx: Tx, b: NewBinding): Promise<boolean> {
  const written = await sql`insert into vendor_account (federation_id, id, person_id, vendor, account_lookup, bound_by, bound_at, ended_at)
    values (${tx.federationId}, ${b.id}, ${b.personId}, ${b.vendor}, ${b.account}, ${b.boundBy}, ${b.at}, null)
    on conflict do nothing`.execute(rows(tx));
  return Number(written.numAffectedRows ?? 0n) === 1;
}

/** The person an account stands for; null when nobody. */
export async function findBoundPerson(tx: Tx, vendor: VendorName, account: Buffer): Promise<string | null> {
  const found = await sql<{ id: string }>`select person_id as id from vendor_account
    where federation_id = ${tx.federationId} and vendor = ${vendor} and account_lookup = ${account} and ended_at is null`.execute(rows(tx));
  return found.rows[0]?.id ?? null;
}

/** Whether somebody once took this account away from himself: then a directory does not put it back. */
export async function wasTakenAway(tx: Tx, vendor: VendorName, account: Buffer): Promise<boolean> {
  const found = await sql`select 1 from vendor_account
    where federation_id = ${tx.federationId} and vendor = ${vendor} and account_lookup = ${account} and ended_at is not null limit 1`.execute(rows(tx));
  return found.rows.length > 0;
}

export type Binding = { readonly vendor: VendorName; readonly boundBy: BoundBy; readonly boundAt: Date };

/** The accounts of a person that count: at most one of each vendor. */
export async function selectBindings(tx: Tx, personId: string): Promise<Binding[]> {
  const found = await sql<Binding>`select vendor, bound_by as "boundBy", bound_at as "boundAt" from vendor_account
    where federation_id = ${tx.federationId} and person_id = ${personId} and ended_at is null order by vendor`.execute(rows(tx));
  return found.rows;
}

/** Takes an account away from a person; false when there is none. */
export async function endBinding(tx: Tx, personId: string, vendor: VendorName, at: Date): Promise<boolean> {
  const ended = await sql`update vendor_account set ended_at = ${at}
    where federation_id = ${tx.federationId} and person_id = ${personId} and vendor = ${vendor} and ended_at is null`.execute(rows(tx));
  return Number(ended.numAffectedRows ?? 0n) === 1;
}

/** Ends the other sessions of a person that began with this vendor's account. */
export async function deleteVendorSessions(tx: Tx, personId: string, vendor: VendorName, except: string): Promise<number> {
  const gone = await sql`delete from session
    where federation_id = ${tx.federationId} and person_id = ${personId} and method = ${vendor} and id <> ${except}`.execute(rows(tx));
  return Number(gone.numAffectedRows ?? 0n);
}

export type VendorScope = { readonly federationId: string; readonly path: string };

/** The union by whose code a vendor's people are narrowed, or the only federation without a code; several answers mean it is unclear. */
export async function selectVendorScopes(tx: Tx, code: string | null): Promise<VendorScope[]> {
  const found = await sql<VendorScope>`select u.federation_id as "federationId", u.path from federation f
    join union_unit u on u.federation_id = f.federation_id and (case when ${code}::text is null then u.id = f.federation_id else u.code = ${code}::text end)
    limit 2`.execute(rows(tx));
  return found.rows;
}
