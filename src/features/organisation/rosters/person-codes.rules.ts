import type { Word } from '#shared/words';
import { readChoice, readEthnicity } from './choices.rules.ts';
import { type Choice, educations, households, politicalStatuses, skillGrades } from './choices.words.ts';
import { ethnicityWords } from './ethnicities.words.ts';

const LISTS: Readonly<Record<string, readonly Choice[]>> = { politicalStatus: politicalStatuses, education: educations, skillGrade: skillGrades, household: households };

/** How the coded fields of a person's record are said and read, for parts that show or change them. */
export const personCodes = {
  /** the word of a code; nothing when the field is not coded or the code unknown */
  word: (field: string, code: string): Word | undefined =>
    field === 'ethnicity' ? (ethnicityWords as Readonly<Record<string, Word>>)[code] : LISTS[field]?.find((c) => c.code === code)?.label,
  /** the code of a typed text; nothing when it is none; texts of fields that are not coded stand as they are */
  read(field: string, text: string): string | undefined {
    if (field === 'ethnicity') return readEthnicity(text);
    const list = LISTS[field];
    return list ? readChoice(list, text) : text;
  },
};
