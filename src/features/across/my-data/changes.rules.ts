import { Refused } from '#shared/errors';
import { isLegalDate, type LegalDate } from '#shared/dates';
import { readIdNumber } from '#shared/id-number';
import { readName } from '#shared/person-name';
import { readPhone } from '#shared/phone';
import { taken } from '#shared/reading';
import { words } from './my-data.words.ts';

/** New values by field, tidied; an empty text empties an optional field. */
export type Wanted = Partial<Record<string, string>>;

/**
 * The changes a person asks for, each read like everywhere else in the house.
 * @param codeOf how a coded field is read
 * @throws Refused 400 at the field that cannot be read
 */
export function readChanges(
  given: Readonly<Record<string, string | undefined>>, today: LegalDate, codeOf: (field: string, text: string) => string | undefined,
): Wanted {
  const wanted: Wanted = {};
  for (const [field, text] of Object.entries(given)) {
    if (text === undefined) continue;
    const path = `changes.${field}`;
    if (field === 'name') wanted[field] = taken(readName(text), path).name;
    else if (field === 'phone') wanted[field] = taken(readPhone(text), path).number;
    else if (field === 'idNumber') wanted[field] = taken(readIdNumber(text, today), path).number;
    else if (field === 'birthDate' && (!isLegalDate(text) || text > today)) {
      throw new Refused(words.badDate, { status: 400, fields: [{ path, why: words.badDate }] });
    } else {
      const code = text === '' ? '' : codeOf(field, text);
      if (code === undefined) throw new Refused(words.notInList, { status: 400, fields: [{ path, why: words.notInList }] });
      wanted[field] = code;
    }
  }
  return wanted;
}
