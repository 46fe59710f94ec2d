import type { CodeList } from '#platform/http';
import { defineWords, type Word } from '#shared/words';
import { type Choice, degrees, educations, employmentForms, honourGrades, households, memberStates, newFormJobs, politicalStatuses, sexes, skillGrades } from './choices.words.ts';
import { ethnicityWords } from './ethnicities.words.ts';

const titles = defineWords('rosterCodes', {
  sex: ['性别', 'Sex'], ethnicity: ['民族', 'Ethnic group'], politicalStatus: ['政治面貌', 'Political status'], education: ['学历', 'Education'], degree: ['学位', 'Degree'],
  skillGrade: ['技能等级', 'Skill grade'], household: ['户口性质', 'Household'], newForm: ['新就业形态职业', 'New-form occupation'], honourGrade: ['荣誉级别', 'Honour grade'],
  employmentForm: ['用工形式', 'Form of employment'], memberState: ['会籍', 'Membership'],
});

const valuesOf = (list: readonly Choice[]): Readonly<Record<string, Word>> => Object.fromEntries(list.map((c) => [c.code, c.label]));

/** The codes of the real-name register (rules.md §4.4), as they are stored, exported and read from sheets. */
export const codes: Readonly<Record<string, CodeList>> = {
  'member.sex': { title: titles.sex, values: valuesOf(sexes) },
  'member.ethnicity': { title: titles.ethnicity, standard: 'GB/T 3304-1991', values: ethnicityWords },
  'member.politicalStatus': { title: titles.politicalStatus, values: valuesOf(politicalStatuses) },
  'member.education': { title: titles.education, values: valuesOf(educations) },
  'member.degree': { title: titles.degree, values: valuesOf(degrees) },
  'member.skillGrade': { title: titles.skillGrade, values: valuesOf(skillGrades) },
  'member.household': { title: titles.household, values: valuesOf(households) },
  'member.newForm': { title: titles.newForm, values: valuesOf(newFormJobs) },
  'member.honourGrade': { title: titles.honourGrade, values: valuesOf(honourGrades) },
  'member.employmentForm': { title: titles.employmentForm, values: valuesOf(employmentForms) },
  'member.state': { title: titles.memberState, values: valuesOf(memberStates) },
};
