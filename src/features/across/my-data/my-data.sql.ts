import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Empties the fields a person gave voluntarily; false when there was nothing. */
export async function emptyVoluntary(tx: Tx, personId: string): Promise<boolean> {
  const done = await sql`update person set email_sealed = null, ethnicity = '', political_status = '', education = '', skill_grade = '',
      professional_title = '', household = '', changed_at = ${tx.now}
    where federation_id = ${tx.federationId} and id = ${personId} and (email_sealed is not null or ethnicity <> '' or political_status <> ''
      or education <> '' or skill_grade <> '' or professional_title <> '' or household <> '')`.execute(rows(tx));
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** Takes away by what a person could be reached or sign in: phone, e-mail, staff number. */
export async function emptyContacts(tx: Tx, personId: string): Promise<void> {
  await sql`update person set phone_sealed = null, phone_lookup = null, email_sealed = null, staff_number = '', changed_at = ${tx.now}
    where federation_id = ${tx.federationId} and id = ${personId}`.execute(rows(tx));
}

/** Empties the e-mail of a person: `savePeople` keeps what is known where nothing new is given. */
export async function emptyEmail(tx: Tx, personId: string): Promise<void> {
  await sql`update person set email_sealed = null where federation_id = ${tx.federationId} and id = ${personId}`.execute(rows(tx));
}
