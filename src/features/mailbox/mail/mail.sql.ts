import type { Tx } from '#shared/call';
import type { Locale } from '#shared/words';
import { rows, sql } from '#platform/db';

/** Whom the answers of a letter go to. */
export type MailedLetter = { caseId: string; addressSealed: Buffer; addressMasked: string; codeSealed: Buffer; token: string; subject: string; locale: Locale };
type Message = { targetId: string; messageKey: Buffer; addressLookup: Buffer; messageId: string; isNew: boolean; caseId: string | null };

/**
 * Writes down that a message is being taken in. False when it was before; a second delivery at the same moment waits here for the first.
 */
export async function insertMessage(tx: Tx, m: Message): Promise<boolean> {
  const r = await sql`insert into letter_mail_message (federation_id, target_id, message_key, address_lookup, message_id, case_id, is_new, auto_replied, at)
    values (${tx.federationId}, ${m.targetId}, ${m.messageKey}, ${m.addressLookup}, ${m.messageId}, ${m.caseId}, ${m.isNew}, false, ${tx.now}) on conflict do nothing`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Which letter the message became. */
export async function setCase(tx: Tx, m: Message, caseId: string): Promise<void> {
  await sql`update letter_mail_message set case_id = ${caseId} where federation_id = ${tx.federationId} and target_id = ${m.targetId} and message_key = ${m.messageKey}`.execute(rows(tx));
}

/** Notes that the message was answered by itself. */
export async function setAutoReplied(tx: Tx, m: Message): Promise<void> {
  await sql`update letter_mail_message set auto_replied = true where federation_id = ${tx.federationId} and target_id = ${m.targetId} and message_key = ${m.messageKey}`.execute(rows(tx));
}

/** Letters an address has begun since one instant, and e-mails it was sent by itself since another. */
export async function countOfAddress(tx: Tx, addressLookup: Buffer, since: { letters: Date; replies: Date }): Promise<{ letters: number; replies: number }> {
  const r = await sql<{ letters: number; replies: number }>`select count(*) filter (where is_new and at >= ${since.letters})::int as letters,
      count(*) filter (where auto_replied and at >= ${since.replies})::int as replies
    from letter_mail_message where federation_id = ${tx.federationId} and address_lookup = ${addressLookup}
      and at >= least(${since.letters}::timestamptz, ${since.replies}::timestamptz)`.execute(rows(tx));
  return r.rows[0] ?? { letters: 0, replies: 0 };
}

/** Keeps where the answers of a letter go, and the look-up of its reply address. */
export async function insertMailed(tx: Tx, m: MailedLetter): Promise<void> {
  await sql`insert into letter_mail (federation_id, case_id, address_sealed, address_masked, code_sealed, token, subject, locale)
    values (${tx.federationId}, ${m.caseId}, ${m.addressSealed}, ${m.addressMasked}, ${m.codeSealed}, ${m.token}, ${m.subject}, ${m.locale})`.execute(rows(tx));
  await sql`insert into letter_mail_thread (token, federation_id, case_id) values (${m.token}, ${tx.federationId}, ${m.caseId})`.execute(rows(tx));
}

/** Where the answers of a letter go; null when it did not come by e-mail. */
export async function findMailed(tx: Tx, caseId: string): Promise<MailedLetter | null> {
  const r = await sql<MailedLetter>`select case_id as "caseId", address_sealed as "addressSealed", address_masked as "addressMasked", code_sealed as "codeSealed", token, subject, locale
    from letter_mail where federation_id = ${tx.federationId} and case_id = ${caseId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The letter of a reply address. Runs outside any tenant. */
export async function findThread(tx: Tx, token: string): Promise<{ federationId: string; caseId: string } | null> {
  const r = await sql<{ federationId: string; caseId: string }>`select federation_id as "federationId", case_id as "caseId" from letter_mail_thread where token = ${token}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The letter an e-mail of this address continues: one that began with, or went on by, an e-mail it refers to. */
export async function findByReferences(tx: Tx, addressLookup: Buffer, messageKeys: readonly Buffer[]): Promise<string | null> {
  const r = await sql<{ caseId: string }>`select m.case_id as "caseId" from letter_mail_message m
    where m.federation_id = ${tx.federationId} and m.address_lookup = ${addressLookup} and m.message_key = any(${[...messageKeys]}::bytea[]) and m.case_id is not null
    order by m.at desc limit 1`.execute(rows(tx));
  return r.rows[0]?.caseId ?? null;
}

/** Ids of the e-mails taken in for a letter, oldest first: the first, and the latest nineteen. */
export async function listMessageIds(tx: Tx, caseId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`select message_id as id from letter_mail_message where federation_id = ${tx.federationId} and case_id = ${caseId} order by at limit 200`.execute(rows(tx));
  const ids = r.rows.map((x) => x.id);
  return ids.length <= 20 ? ids : [...ids.slice(0, 1), ...ids.slice(-19)];
}

/** What the writer is told of a letter just filed: until when it is to be answered. */
export async function findAnswerDue(tx: Tx, caseId: string): Promise<Date | null> {
  const r = await sql<{ due: Date | null }>`select answer_due as due from case_file where federation_id = ${tx.federationId} and id = ${caseId}`.execute(rows(tx));
  return r.rows[0]?.due ?? null;
}

/** The letter as it was first written. */
export async function findFirstText(tx: Tx, caseId: string): Promise<string> {
  const r = await sql<{ text: string }>`select text from case_event where federation_id = ${tx.federationId} and case_id = ${caseId} and position = 1`.execute(rows(tx));
  return r.rows[0]?.text ?? '';
}

/** Number, state and union of a letter a reply belongs to. */
export async function findCase(tx: Tx, caseId: string): Promise<{ number: string; state: string; unionId: string } | null> {
  const r = await sql<{ number: string; state: string; unionId: string }>`select number, state, union_id as "unionId" from case_file where federation_id = ${tx.federationId} and id = ${caseId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
