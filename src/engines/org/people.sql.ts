import type { Tx } from '#shared/call';
import type { DocumentKind } from '#shared/identity-document';
import { bytesOf, rows, sql } from '#platform/db';

/** A person as stored: sealed fields stay sealed until `people.ts` opens them. */
export type PersonRow = {
  id: string; name: string; sex: 'male' | 'female' | null; birthDate: string | null; ethnicity: string;
  idKind: DocumentKind | 'none'; idSealed: Buffer | null; idLookup: Buffer | null; phoneSealed: Buffer | null; phoneLookup: Buffer | null;
  emailSealed: Buffer | null; staffNumber: string; politicalStatus: string; education: string; skillGrade: string;
  professionalTitle: string; household: string; migrant: boolean; newForm: string; honourGrade: string;
  locale: 'zh' | 'en'; textSize: string;
};

const COLUMNS = sql`p.id, p.name, p.sex, p.birth_date as "birthDate", p.ethnicity, p.id_kind as "idKind", p.id_sealed as "idSealed",
  p.id_lookup as "idLookup", p.phone_sealed as "phoneSealed", p.phone_lookup as "phoneLookup", p.email_sealed as "emailSealed",
  p.staff_number as "staffNumber", p.political_status as "politicalStatus", p.education, p.skill_grade as "skillGrade",
  p.professional_title as "professionalTitle", p.household, p.migrant, p.new_form as "newForm", p.honour_grade as "honourGrade",
  p.locale, p.text_size as "textSize"`;

/** People by id; the order is not kept. */
export async function findPeople(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  const r = await sql<PersonRow>`select ${COLUMNS} from person p
    where p.federation_id = ${tx.federationId} and p.id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** People whose ID number has one of these look-up hashes. */
export async function findPeopleByIdLookup(tx: Tx, lookups: readonly Buffer[]): Promise<PersonRow[]> {
  const r = await sql<PersonRow>`select ${COLUMNS} from person p
    where p.federation_id = ${tx.federationId} and p.id_lookup = any(${[...lookups]}::bytea[])`.execute(rows(tx));
  return r.rows;
}

/** People with one of these telephones: several may share one. */
export async function findPeopleByPhone(tx: Tx, lookups: readonly Buffer[]): Promise<PersonRow[]> {
  const r = await sql<PersonRow>`select ${COLUMNS} from person p
    where p.federation_id = ${tx.federationId} and p.phone_lookup = any(${[...lookups]}::bytea[]) limit 10000`.execute(rows(tx));
  return r.rows;
}

/** Writes new people and changed people in one statement each way; sealed fields that are null keep what is there. */
export async function upsertPeople(tx: Tx, people: readonly PersonRow[]): Promise<void> {
  if (people.length === 0) return;
  const each = <K extends keyof PersonRow>(field: K): PersonRow[K][] => people.map((p) => p[field]);
  const [idSealed, idLookup, phoneSealed, phoneLookup, emailSealed] = [bytesOf(each('idSealed')), bytesOf(each('idLookup')), bytesOf(each('phoneSealed')), bytesOf(each('phoneLookup')), bytesOf(each('emailSealed'))];
  await sql`insert into person (federation_id, id, name, sex, birth_date, ethnicity, id_kind, staff_number, political_status, education, skill_grade,
      professional_title, household, migrant, new_form, honour_grade, locale, text_size, id_sealed, id_lookup, phone_sealed, phone_lookup, email_sealed, created_at, changed_at)
    select ${tx.federationId}, x.id, x.name, x.sex, x.birth_date, x.ethnicity, x.id_kind, x.staff_number, x.political_status, x.education, x.skill_grade,
      x.professional_title, x.household, x.migrant, x.new_form, x.honour_grade, x.locale, x.text_size,
      ${idSealed.at(sql`x.f1`, sql`x.n1`)}, ${idLookup.at(sql`x.f2`, sql`x.n2`)}, ${phoneSealed.at(sql`x.f3`, sql`x.n3`)}, ${phoneLookup.at(sql`x.f4`, sql`x.n4`)}, ${emailSealed.at(sql`x.f5`, sql`x.n5`)},
      ${tx.now}, ${tx.now}
    from unnest(${each('id')}::uuid[], ${each('name')}::text[], ${each('sex')}::text[], ${each('birthDate')}::date[], ${each('ethnicity')}::text[], ${each('idKind')}::text[],
      ${each('staffNumber')}::text[], ${each('politicalStatus')}::text[], ${each('education')}::text[], ${each('skillGrade')}::text[], ${each('professionalTitle')}::text[],
      ${each('household')}::text[], ${each('migrant')}::boolean[], ${each('newForm')}::text[], ${each('honourGrade')}::text[], ${each('locale')}::text[], ${each('textSize')}::text[],
      ${idSealed.from}::int[], ${idSealed.length}::int[], ${idLookup.from}::int[], ${idLookup.length}::int[], ${phoneSealed.from}::int[], ${phoneSealed.length}::int[],
      ${phoneLookup.from}::int[], ${phoneLookup.length}::int[], ${emailSealed.from}::int[], ${emailSealed.length}::int[])
      as x(id, name, sex, birth_date, ethnicity, id_kind, staff_number, political_status, education, skill_grade, professional_title, household, migrant, new_form, honour_grade,
        locale, text_size, f1, n1, f2, n2, f3, n3, f4, n4, f5, n5)
    on conflict (federation_id, id) do update set name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date,
      ethnicity = excluded.ethnicity, id_kind = excluded.id_kind, id_sealed = coalesce(excluded.id_sealed, person.id_sealed),
      id_lookup = coalesce(excluded.id_lookup, person.id_lookup), phone_sealed = coalesce(excluded.phone_sealed, person.phone_sealed),
      phone_lookup = coalesce(excluded.phone_lookup, person.phone_lookup), email_sealed = coalesce(excluded.email_sealed, person.email_sealed),
      staff_number = excluded.staff_number, political_status = excluded.political_status, education = excluded.education,
      skill_grade = excluded.skill_grade, professional_title = excluded.professional_title, household = excluded.household,
      migrant = excluded.migrant, new_form = excluded.new_form, honour_grade = excluded.honour_grade, changed_at = excluded.changed_at`.execute(rows(tx));
}

/** Takes people away again that an undone import had added and nothing else refers to. */
export async function deletePeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from person p where p.federation_id = ${tx.federationId} and p.id = any(${[...ids]}::uuid[])`.execute(rows(tx));
}

/** Language and letter size of one person. */
export async function updatePreferences(tx: Tx, id: string, o: { locale?: string; textSize?: string }): Promise<void> {
  await sql`update person set locale = coalesce(${o.locale ?? null}, locale), text_size = coalesce(${o.textSize ?? null}, text_size)
    where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}
