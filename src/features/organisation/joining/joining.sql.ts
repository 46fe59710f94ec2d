import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type ApplicationRow = { caseId: string; personId: string; phoneSealed: Buffer; employer: string; job: string; newForm: string; unattached: boolean; letter: string; conflict: boolean; returning: boolean; isOpen: boolean };

const COLUMNS = sql`case_id as "caseId", person_id as "personId", phone_sealed as "phoneSealed", employer, job, new_form as "newForm", unattached, letter, conflict, is_return as "returning", is_open as "isOpen"`;

/** Waits until no other application of the same document or phone is being written in this tenant. */
export async function holdApplicant(tx: Tx, key: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key.readInt32BE(0)}, ${key.readInt32BE(4)})`.execute(rows(tx));
}

/** Whether a person has an application that waits. */
export async function hasOpen(tx: Tx, personId: string): Promise<boolean> {
  const r = await sql`select 1 from joining_application where federation_id = ${tx.federationId} and person_id = ${personId} and is_open`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Keeps what was told. */
export async function insertApplication(tx: Tx, a: Omit<ApplicationRow, 'isOpen'>): Promise<void> {
  await sql`insert into joining_application (federation_id, case_id, person_id, phone_sealed, employer, job, new_form, unattached, letter, conflict, is_return, is_open)
    values (${tx.federationId}, ${a.caseId}, ${a.personId}, ${a.phoneSealed}, ${a.employer}, ${a.job}, ${a.newForm}, ${a.unattached}, ${a.letter}, ${a.conflict}, ${a.returning}, true)`.execute(rows(tx));
}

/** What was told with these applications. */
export async function findApplications(tx: Tx, caseIds: readonly string[]): Promise<Map<string, ApplicationRow>> {
  const r = await sql<ApplicationRow>`select ${COLUMNS} from joining_application where federation_id = ${tx.federationId} and case_id = any(${[...caseIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((a) => [a.caseId, a]));
}

/** The application is decided or withdrawn. */
export async function closeApplication(tx: Tx, caseId: string): Promise<void> {
  await sql`update joining_application set is_open = false where federation_id = ${tx.federationId} and case_id = ${caseId}`.execute(rows(tx));
}
