/** What a row of a roster changes about a person and a membership: only cells that say something count. */
import type { Membership, Person } from '#engines/org';
import { newPerson } from '#engines/org';
import type { RosterPerson } from './rosters.rules.ts';

const BLANK: RosterPerson = {
  name: '', sex: null, ethnicity: '', birthDate: null, idKind: 'residentId', idNumber: '', phone: null, email: null, staffNumber: '', politicalStatus: '',
  education: '', degree: '', skillGrade: '', professionalTitle: '', household: '', migrant: null, newForm: '', honourGrade: '', unitName: '', unitUscc: '',
  department: '', job: '', employmentForm: '', employedOn: null, contractTo: null, unionName: '', unionCode: '', joinedOn: null, cardNumber: '', unionPost: '',
  duesStandard: '', state: 'active',
};

const FIELDS = Object.keys(BLANK) as (keyof RosterPerson)[];

/** A person of a roster without what the sheet does not say, as it is kept. */
export function packPerson(person: RosterPerson): Partial<RosterPerson> {
  const packed: Record<string, unknown> = {};
  for (const field of FIELDS) if (person[field] !== BLANK[field]) packed[field] = person[field];
  return packed;
}

/** A kept person with everything again. */
export const unpackPerson = (packed: Partial<RosterPerson>): RosterPerson => ({ ...BLANK, ...packed });

/** Fields of a person that a roster may bring, by the same name on both sides. */
const TEXTS = ['name', 'ethnicity', 'staffNumber', 'politicalStatus', 'education', 'skillGrade', 'professionalTitle', 'household', 'newForm', 'honourGrade'] as const;
const MAYBE = ['sex', 'birthDate', 'phone', 'email'] as const;

/** A person with what the row says on top. */
export function withRow(person: Person, row: RosterPerson): Person {
  const said: Partial<Record<keyof Person, unknown>> = { idKind: row.idKind, idNumber: row.idNumber };
  for (const f of TEXTS) if (row[f] !== '') said[f] = row[f];
  for (const f of MAYBE) if (row[f] !== null) said[f] = row[f];
  if (row.migrant !== null) said.migrant = row.migrant;
  return { ...person, ...(said as Partial<Person>) };
}

/** A person who is not known yet. */
export const personOf = (row: RosterPerson): Person => withRow(newPerson(row.name), row);

/** Whether two states of a person are the same in everything a roster may bring. */
export const samePerson = (a: Person, b: Person): boolean =>
  a.idKind === b.idKind && a.migrant === b.migrant && TEXTS.every((f) => a[f] === b[f]) && MAYBE.every((f) => a[f] === b[f]);

/** The particulars of work that stand with a membership. */
export type Work = Pick<Membership, 'department' | 'job' | 'employmentForm' | 'employedOn' | 'contractTo'>;

export const workOf = ({ department, job, employmentForm, employedOn, contractTo }: Work): Work => ({ department, job, employmentForm, employedOn, contractTo });

/** A membership's particulars with what the row says on top. */
export function withWork(work: Work, row: RosterPerson): Work {
  return {
    department: row.department || work.department, job: row.job || work.job, employmentForm: row.employmentForm || work.employmentForm,
    employedOn: row.employedOn ?? work.employedOn, contractTo: row.contractTo ?? work.contractTo,
  };
}

export const sameWork = (a: Work, b: Work): boolean =>
  a.department === b.department && a.job === b.job && a.employmentForm === b.employmentForm && a.employedOn === b.employedOn && a.contractTo === b.contractTo;

/** What an update replaced, kept sealed until the import can no longer be taken back. */
export type Former = { readonly person: Person | null; readonly work: (Work & { readonly id: string }) | null };
