import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Membership } from './memberships.sql.ts';
import type { PersonRow } from './people.sql.ts';

const hex = (b: Buffer | null): string | null => (b === null ? null : b.toString('hex'));

/**
 * Gives people exactly these particulars again (empty ones too) where nobody has changed them since `changedAt`.
 * Language and letter size stay the person's own. @returns the ids of those restored
 */
export async function restoreRows(tx: Tx, people: readonly PersonRow[], changedAt: Date): Promise<Set<string>> {
  const list = people.map((p) => ({ ...p, idSealed: hex(p.idSealed), idLookup: hex(p.idLookup), phoneSealed: hex(p.phoneSealed), phoneLookup: hex(p.phoneLookup), emailSealed: hex(p.emailSealed) }));
  const r = await sql<{ id: string }>`update person p set name = x.name, sex = x.sex, birth_date = x."birthDate", ethnicity = x.ethnicity, id_kind = x."idKind",
      phone_sealed = decode(x."phoneSealed", 'hex'), phone_lookup = decode(x."phoneLookup", 'hex'), email_sealed = decode(x."emailSealed", 'hex'),
      staff_number = x."staffNumber", political_status = x."politicalStatus", education = x.education, skill_grade = x."skillGrade",
      professional_title = x."professionalTitle", household = x.household, migrant = x.migrant, new_form = x."newForm", honour_grade = x."honourGrade",
      changed_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, name text, sex text, "birthDate" date, ethnicity text, "idKind" text,
      "phoneSealed" text, "phoneLookup" text, "emailSealed" text, "staffNumber" text, "politicalStatus" text, education text, "skillGrade" text,
      "professionalTitle" text, household text, migrant boolean, "newForm" text, "honourGrade" text)
    where p.federation_id = ${tx.federationId} and p.id = x.id and p.changed_at = ${changedAt} returning p.id`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

/** The particulars of work that stand with a membership; they may change without a new period. */
export type Particulars = Pick<Membership, 'id' | 'department' | 'job' | 'employmentForm' | 'employedOn' | 'contractTo'>;

/** Writes the particulars of work of living memberships. */
export async function changeParticulars(tx: Tx, list: readonly Particulars[]): Promise<void> {
  if (list.length === 0) return;
  await sql`update membership m set department = x.department, job = x.job, employment_form = x."employmentForm", employed_on = x."employedOn", contract_to = x."contractTo"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as x(id uuid, department text, job text, "employmentForm" text, "employedOn" date, "contractTo" date)
    where m.federation_id = ${tx.federationId} and m.id = x.id and m.state <> 'ended'`.execute(rows(tx));
}

/** A membership that an import made, and whether it brought the person into the federation as well. */
export type Added = { readonly personId: string; readonly membershipId: string; readonly addsPerson: boolean };

async function removeOnce(tx: Tx, originId: string, list: readonly Added[]): Promise<Set<string>> {
  const gone = await sql<{ id: string }>`delete from membership where federation_id = ${tx.federationId} and origin_id = ${originId}
    and id = any(${list.map((a) => a.membershipId)}::uuid[]) and state <> 'ended' returning id`.execute(rows(tx));
  const ids = new Set(gone.rows.map((x) => x.id));
  const people = list.filter((a) => a.addsPerson && ids.has(a.membershipId)).map((a) => a.personId);
  await sql`delete from person where federation_id = ${tx.federationId} and id = any(${people}::uuid[])`.execute(rows(tx));
  return ids;
}

/**
 * Takes back memberships that an import made, and the people it brought, as far as nothing else refers to them (an office,
 * a letter, a session …: whatever holds a foreign key). @returns the ids of the memberships that are gone
 */
export async function takeBack(tx: Tx, originId: string, list: readonly Added[]): Promise<Set<string>> {
  if (list.length === 0) return new Set();
  await sql`savepoint take_back`.execute(rows(tx));
  try {
    const gone = await removeOnce(tx, originId, list);
    await sql`release savepoint take_back`.execute(rows(tx));
    return gone;
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23503') throw error;
    await sql`rollback to savepoint take_back`.execute(rows(tx));
    await sql`release savepoint take_back`.execute(rows(tx));
    if (list.length === 1) return new Set();
    const half = Math.ceil(list.length / 2);
    const first = await takeBack(tx, originId, list.slice(0, half));
    return new Set([...first, ...(await takeBack(tx, originId, list.slice(half)))]);
  }
}
