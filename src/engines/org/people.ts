import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { words } from './org.words.ts';
import * as q from './people.sql.ts';
import type { PersonRow } from './people.sql.ts';
import { restoreRows } from './take-back.sql.ts';

/** A person with the sealed fields open. Numbers are tidied already (see shared/id-number, shared/phone). */
export type Person = Omit<PersonRow, 'idSealed' | 'idLookup' | 'phoneSealed' | 'phoneLookup' | 'emailSealed'> & {
  idNumber: string | null;
  phone: string | null;
  email: string | null;
};

/** A person with everything empty but the name; spread the known fields over it. */
export const newPerson = (name: string): Person => ({
  id: newId(), name, sex: null, birthDate: null, ethnicity: '', idKind: 'none', idNumber: null, phone: null, email: null, staffNumber: '',
  politicalStatus: '', education: '', skillGrade: '', professionalTitle: '', household: '', migrant: false, newForm: '', honourGrade: '',
  locale: 'zh', textSize: 'usual',
});

const sealed = (text: string | null): Buffer | null => (text === null ? null : secrets.seal(text));
const opened = (bytes: Buffer | null): string | null => (bytes === null ? null : secrets.open(bytes));

/** Hash by which a telephone is found. */
export const phoneLookup = (phone: string): Buffer => secrets.lookup('phone', phone);
/** Hash by which an ID number is found. */
export const idLookup = (idNumber: string): Buffer => secrets.lookup('id', idNumber);

const toRow = ({ idNumber, phone, email, ...p }: Person): PersonRow => ({
  ...p,
  idSealed: sealed(idNumber), idLookup: idNumber === null ? null : idLookup(idNumber),
  phoneSealed: sealed(phone), phoneLookup: phone === null ? null : phoneLookup(phone),
  emailSealed: sealed(email),
});

const fromRow = ({ idSealed, idLookup: _i, phoneSealed, phoneLookup: _p, emailSealed, ...p }: PersonRow): Person => ({
  ...p, idNumber: opened(idSealed), phone: opened(phoneSealed), email: opened(emailSealed),
});

/** People sealed before it was their turn, by the very object; see {@link sealAhead}. */
const ahead = new WeakMap<Person, PersonRow>();

/** Seals people that {@link savePeople} will soon be given, while the database is busy with others. They must stay as they are. */
export function sealAhead(people: readonly Person[]): void {
  for (const person of people) ahead.set(person, toRow(person));
}

/** Writes people, new and changed; `null` in a sealed field keeps what is known. Set-based: call with up to 1,000 at a time. */
export const savePeople = (tx: Tx, people: readonly Person[]): Promise<void> => q.upsertPeople(tx, people.map((p) => ahead.get(p) ?? toRow(p)));

/** People by id with open fields. Who shows them to somebody masks them and logs each open look. */
export async function findPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  return new Map((await q.findPeople(tx, ids)).map((p) => [p.id, fromRow(p)]));
}

/** One person or the refusal that hides it. */
export async function loadPerson(tx: Tx, id: string): Promise<Person> {
  const person = (await findPeople(tx, [id])).get(id);
  if (person === undefined) throw new Refused(words.personUnknown, { status: 404 });
  return person;
}

/** People by tidied ID number, keyed by that number. */
export async function findPeopleByIdNumber(tx: Tx, numbers: readonly string[]): Promise<Map<string, Person>> {
  const found = await q.findPeopleByIdLookup(tx, numbers.map(idLookup));
  return new Map(found.map((p) => { const person = fromRow(p); return [person.idNumber ?? '', person]; }));
}

/** People by {@link idLookup}, keyed by its hex: for those who have the hashes already. */
export async function findPeopleByIdLookup(tx: Tx, lookups: readonly Buffer[]): Promise<Map<string, Person>> {
  const found = await q.findPeopleByIdLookup(tx, lookups);
  return new Map(found.map((p) => [p.idLookup?.toString('hex') ?? '', fromRow(p)]));
}

/** Everybody with one of these telephones. */
export const findPeopleByPhone = async (tx: Tx, phones: readonly string[]): Promise<Person[]> =>
  (await q.findPeopleByPhone(tx, phones.map(phoneLookup))).map(fromRow);

/** Addresses for messages: what notify asks for. */
export async function contactsOf(tx: Tx, ids: readonly string[]): Promise<{ personId: string; name: string; locale: 'zh' | 'en'; phone: string | null; email: string | null }[]> {
  return [...(await findPeople(tx, ids)).values()].map((p) => ({ personId: p.id, name: p.name, locale: p.locale, phone: p.phone, email: p.email }));
}

/** Gives people former particulars back where nobody has changed them since `changedAt`; answers the ids of those restored. */
export const restorePeople = (tx: Tx, people: readonly Person[], changedAt: Date): Promise<Set<string>> => restoreRows(tx, people.map(toRow), changedAt);

export const { deletePeople, updatePreferences } = q;
