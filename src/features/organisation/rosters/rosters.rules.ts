/** Reading one row of a roster into a person: tidied where that is safe, refused field by field where it is not. */
import type { Cell } from '#shared/sheet-cell';
import { readCreditCode } from '#shared/credit-code';
import type { LegalDate } from '#shared/dates';
import { ageOn } from '#shared/dates';
import type { DocumentKind } from '#shared/identity-document';
import { readDocument, readDocumentKind } from '#shared/identity-document';
import { readName } from '#shared/person-name';
import { readPhone } from '#shared/phone';
import { halfWidth } from '#shared/text';
import { readChoice, readEthnicity } from './choices.rules.ts';
import * as lists from './choices.words.ts';
import { footerMarks, headingNames } from './columns.words.ts';
import type { RosterMapping } from './headings.rules.ts';
import { tidyHeading } from './headings.rules.ts';
import { words } from './rosters.words.ts';
import type { RowNote } from './row-reading.rules.ts';
import { RowReading, shown } from './row-reading.rules.ts';

/** A row as a person; what the sheet does not say is `''` or null. Codes are those of `choices.words.ts`. */
export type RosterPerson = {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly ethnicity: string;
  readonly birthDate: LegalDate | null;
  readonly idKind: DocumentKind;
  readonly idNumber: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly staffNumber: string;
  readonly politicalStatus: string;
  readonly education: string;
  readonly degree: string;
  readonly skillGrade: string;
  readonly professionalTitle: string;
  readonly household: string;
  readonly migrant: boolean | null;
  /** occupation of a new-form worker, `''` for others */
  readonly newForm: string;
  readonly honourGrade: string;
  readonly unitName: string;
  readonly unitUscc: string;
  readonly department: string;
  readonly job: string;
  readonly employmentForm: string;
  readonly employedOn: LegalDate | null;
  readonly contractTo: LegalDate | null;
  readonly unionName: string;
  readonly unionCode: string;
  readonly joinedOn: LegalDate | null;
  readonly cardNumber: string;
  readonly unionPost: string;
  readonly duesStandard: string;
  readonly state: 'active' | 'reserved';
};

export type { RowNote };

export type RosterRow = {
  readonly person: RosterPerson;
  /** what stands in the way: with one of these the row is not taken */
  readonly problems: readonly RowNote[];
  /** what was put right or left out; the row is taken */
  readonly warnings: readonly RowNote[];
  /** a row that is no person: nothing in the known columns, a heading again, a total or a signature */
  readonly skip: 'blank' | 'heading' | 'note' | null;
};

/** The parts of a person that come out of the ID document. */
type Identity = Pick<RosterPerson, 'name' | 'sex' | 'birthDate' | 'idKind' | 'idNumber'>;

function readIdentity(row: RowReading, today: LegalDate): Identity {
  const name = readName(row.text('name'));
  if (!name.ok) row.refuse('name', name.why, name.slots);
  else for (const why of name.warnings) row.warn('name', why);
  const kindText = row.text('idKind');
  const kind = readDocumentKind(kindText);
  if (kind === undefined) row.warn('idKind', words.choiceUnknown, { text: shown(kindText) });
  const document = readNumber(row, kind ?? 'residentId', today);
  const sexInSheet = row.choice('sex', lists.sexes) || null;
  const birthInSheet = row.date('birthDate', { notAfter: today });
  const { id } = document;
  if (id && sexInSheet !== null && sexInSheet !== id.sex) {
    row.warn('sex', id.sex === 'male' ? words.sexFromIdMale : words.sexFromIdFemale);
  }
  if (id && birthInSheet !== null && birthInSheet !== id.birthDate) row.warn('birthDate', words.birthFromId, { text: id.birthDate });
  const birthDate = id?.birthDate ?? birthInSheet;
  if (birthDate !== null && ageOn(birthDate, today) < 16) row.warn('birthDate', words.under16);
  return { name: name.ok ? name.name : '', sex: id?.sex ?? sexInSheet, birthDate, idKind: document.kind, idNumber: document.number };
}

function readNumber(row: RowReading, kind: DocumentKind, today: LegalDate): { kind: DocumentKind; number: string; id: { birthDate: LegalDate; sex: 'male' | 'female' } | undefined } {
  const text = row.text('idNumber');
  const cell = row.cell('idNumber');
  if (cell?.kind === 'error') return { kind, number: '', id: undefined };
  if (cell?.lostDigits) {
    // one such number in eleven passes its check by chance: never to be taken
    row.refuse('idNumber', words.idAsNumber, { text: shown(cell.raw) });
    return { kind, number: '', id: undefined };
  }
  const document = readDocument(kind, text, today);
  if (!document.ok) {
    row.refuse('idNumber', document.why, document.slots);
    return { kind, number: '', id: undefined };
  }
  for (const why of document.warnings) row.warn('idNumber', why);
  return document;
}

function readContact(row: RowReading): Pick<RosterPerson, 'phone' | 'email'> {
  const text = row.text('phone');
  let phone: string | null = null;
  if (text === '') {
    if (row.cell('phone')?.kind !== 'error') row.warn('phone', words.phoneMissing);
  } else {
    const read = readPhone(text);
    if (!read.ok) row.refuse('phone', read.why, read.slots);
    else {
      phone = read.number;
      for (const why of read.warnings) row.warn('phone', why);
    }
  }
  const email = row.line('email').toLowerCase();
  if (email === '' || /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email)) return { phone, email: email || null };
  row.warn('email', words.valueDropped, { text: shown(email) });
  return { phone, email: null };
}

function readStanding(row: RowReading): Pick<RosterPerson, 'migrant' | 'newForm' | 'state'> {
  const migrant = row.choice('migrant', lists.answers);
  const state = row.choice('state', lists.memberStates);
  if (state === 'ended') row.refuse('state', words.notMember, { text: shown(row.cell('state')?.text ?? '') });
  return { migrant: migrant === '' ? null : migrant === 'yes', newForm: readNewForm(row), state: state === 'reserved' ? 'reserved' : 'active' };
}

/** Some sheets tick a box and name the occupation beside it, some name it in the box itself. */
function readNewForm(row: RowReading): string {
  const box = row.text('newForm');
  const job = row.text('newFormJob');
  const ticked = readChoice(lists.answers, box);
  if (ticked === 'no') return '';
  const named = readChoice(lists.newFormJobs, job) ?? (ticked === undefined ? readChoice(lists.newFormJobs, box) : undefined);
  if (named !== undefined) return named;
  if (ticked === 'yes') return 'other';
  const unknown = readChoice(lists.answers, job) === 'no' ? box : job || box;
  if (unknown !== '') row.warn(job === '' ? 'newForm' : 'newFormJob', words.choiceUnknown, { text: shown(unknown) });
  return '';
}

function readWork(row: RowReading, today: LegalDate): Pick<RosterPerson, 'unitName' | 'unitUscc' | 'department' | 'job' | 'employmentForm' | 'employedOn' | 'contractTo' | 'professionalTitle' | 'staffNumber'> {
  const codeText = row.code('unitUscc');
  const uscc = codeText === '' ? null : readCreditCode(codeText);
  if (uscc?.ok) for (const why of uscc.warnings) row.warn('unitUscc', why);
  if (uscc && !uscc.ok) {
    row.warn('unitUscc', uscc.why, uscc.slots);
    row.warn('unitUscc', words.valueDropped, { text: shown(codeText) });
  }
  return {
    unitName: row.line('unitName'),
    unitUscc: uscc?.ok ? uscc.code : '',
    department: row.line('department'),
    job: row.line('job'),
    employmentForm: row.choice('employmentForm', lists.employmentForms),
    employedOn: row.date('employedOn', { notBefore: '1940-01-01', notAfter: `${Number(today.slice(0, 4)) + 1}-12-31` }),
    contractTo: row.date('contractTo', { notBefore: '1980-01-01' }),
    professionalTitle: row.line('professionalTitle'),
    staffNumber: row.code('staffNumber'),
  };
}

function readUnion(row: RowReading, birthDate: LegalDate | null, today: LegalDate): Pick<RosterPerson, 'unionName' | 'unionCode' | 'joinedOn' | 'cardNumber' | 'unionPost' | 'duesStandard'> {
  const joinedOn = row.date('joinedOn', { notBefore: '1940-01-01', notAfter: today });
  if (joinedOn !== null && birthDate !== null && ageOn(birthDate, joinedOn) < 16) row.warn('joinedOn', words.joinedBeforeBirth);
  return {
    unionName: row.line('unionName'),
    unionCode: row.code('unionCode'),
    joinedOn,
    cardNumber: row.code('cardNumber'),
    unionPost: row.line('unionPost'),
    duesStandard: row.line('duesStandard'),
  };
}

/**
 * One row as a person with everything that has to be said about it.
 * @param cells the row as the sheet gives it, column A first
 * @param mapping which column holds which field, from {@link recogniseHeadings} or chosen by a person
 * @param today the legal date against which dates lie in the future
 */
export function readRosterRow(cells: readonly Cell[], mapping: RosterMapping, today: LegalDate): RosterRow {
  const row = new RowReading(cells, mapping);
  const identity = readIdentity(row, today);
  const ethnicityText = row.text('ethnicity');
  const ethnicity = ethnicityText === '' ? '' : readEthnicity(ethnicityText);
  if (ethnicity === undefined) row.warn('ethnicity', words.choiceUnknown, { text: shown(ethnicityText) });
  const person: RosterPerson = {
    ...identity,
    ethnicity: ethnicity ?? '',
    ...readContact(row),
    politicalStatus: row.choice('politicalStatus', lists.politicalStatuses),
    education: row.choice('education', lists.educations),
    degree: row.choice('degree', lists.degrees),
    skillGrade: row.choice('skillGrade', lists.skillGrades),
    household: row.choice('household', lists.households),
    honourGrade: row.choice('honourGrade', lists.honourGrades),
    ...readStanding(row),
    ...readWork(row, today),
    ...readUnion(row, identity.birthDate, today),
  };
  return { person, problems: row.problems, warnings: row.warnings, skip: skipOf(cells, mapping) };
}

/** Rows of a sheet that are no people. */
function skipOf(cells: readonly Cell[], mapping: RosterMapping): RosterRow['skip'] {
  const columns = Object.values(mapping);
  const textAt = (column: number | undefined): string => (column === undefined ? '' : (cells[column]?.text.trim() ?? ''));
  const filled = columns.filter((column) => textAt(column) !== '').length;
  if (filled === 0) return 'blank';
  const name = textAt(mapping.name);
  const id = textAt(mapping.idNumber);
  if (HEADING_TEXTS.has(tidyHeading(name)) && (id === '' || HEADING_TEXTS.has(tidyHeading(id)))) return 'heading';
  const lead = halfWidth(cells.find((cell) => cell.text.trim() !== '')?.text ?? '').replace(/\s+/g, '');
  const footer = footerMarks.some((mark) => lead.startsWith(mark) || name.replace(/\s+/g, '').startsWith(mark));
  return id === '' && textAt(mapping.phone) === '' && filled <= 3 && footer ? 'note' : null;
}

/** Names and ID numbers that are headings: sheets repeat them on each printed page. */
const HEADING_TEXTS: ReadonlySet<string> = new Set([...headingNames.name, ...headingNames.idNumber].map(tidyHeading));
