import { creditCheckCharacter, readCreditCode } from '#shared/credit-code';
import { addDays, addMonths } from '#shared/dates';
import { idCheckCharacter } from '#shared/id-number';
import type { Sample } from './roster.demo.ts';
import * as d from './roster.demo.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';

/** The day the samples were drawn up: nothing in them lies after it. */
export const DRAWN_UP = '2026-10-31';

/** An ID number with its check character. */
export const idOf = (region: string, birth: string, sequence: number): string => {
  const first17 = `${region}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
};

/** The company's credit code: both of its check characters are right. */
const USCC = [...'0123456789X'].map((inner) => `91310100MA1KDHBG${inner}`).map((first17) => first17 + creditCheckCharacter(first17)).find((code) => {
  const read = readCreditCode(code);
  return read.ok && read.warnings.length === 0;
}) as string;

/** That many invented people, all different and all right; the same seed gives the same people. */
export function invent(count: number, seed: number): Sample[] {
  const random = randomFrom(seed);
  const ids = new Set<string>();
  const phones = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    let person = inventOne(random, i + 1);
    while (ids.has(person.id) || phones.has(person.phone)) person = inventOne(random, i + 1);
    ids.add(person.id);
    phones.add(person.phone);
    return person;
  });
}

const phoneOf = (random: Random): string => `1${random.one(['38', '39', '50', '58', '77', '86', '99'])}0000${String(random.below(10_000)).padStart(4, '0')}`;

function identity(random: Random): Pick<Sample, 'sex' | 'birth' | 'idKind' | 'id'> {
  const birth = addDays('1967-01-01', random.below(14_000));
  const sequence = random.below(999) + 1;
  const sex = sequence % 2 === 1 ? '男' : '女';
  if (random.below(600) === 0) return { sex, birth, idKind: '护照', id: `E${String(random.below(100_000_000)).padStart(8, '0')}` };
  return { sex, birth, idKind: '', id: idOf(random.one(d.REGIONS), birth, sequence) };
}

function nameOf(random: Random): Pick<Sample, 'name' | 'ethnicity'> {
  if (random.below(400) === 0) return { name: random.one(d.UYGHUR_NAMES), ethnicity: '维吾尔族' };
  const given = random.one(d.GIVEN) + (random.percent(70) ? random.one(d.GIVEN) : '');
  return { name: random.one(d.SURNAMES) + given, ethnicity: random.percent(8) ? random.one(d.OTHER_ETHNICITIES) : '汉族' };
}

function inventOne(random: Random, number: number): Sample {
  const who = identity(random);
  const employedOn = addDays(addMonths(who.birth, 19 * 12), random.below(400));
  const joinedOn = addDays(employedOn, random.below(300));
  const household = random.one(d.HOUSEHOLD);
  const newForm = random.percent(2);
  const sometimes = (percent: number, value: string): string => (random.percent(percent) ? value : '');
  return {
    number,
    ...who,
    ...nameOf(random),
    phone: phoneOf(random),
    political: random.one(d.POLITICAL),
    education: random.one(d.EDUCATION),
    degree: sometimes(10, '学士'),
    skill: random.one(d.SKILL),
    title: sometimes(30, random.one(d.TITLES)),
    household,
    migrant: household === '农业' ? '是' : sometimes(20, '否'),
    newForm: newForm ? '是' : '',
    newFormJob: newForm ? random.one(d.NEW_FORM) : '',
    honour: sometimes(1, random.one(d.HONOURS)),
    uscc: sometimes(4, USCC),
    department: random.one(d.DEPARTMENTS),
    job: random.one(d.JOBS),
    employment: newForm ? '平台用工' : sometimes(50, random.one(d.EMPLOYMENT)),
    employedOn,
    contractTo: random.percent(25) ? addMonths('2026-12-31', 12 * (1 + random.below(4))) : sometimes(5, '无固定期限'),
    union: random.one(d.UNITS),
    joinedOn: joinedOn > DRAWN_UP ? DRAWN_UP : joinedOn,
    card: sometimes(25, `DH${String(number).padStart(6, '0')}`),
    post: sometimes(2, random.one(d.POSTS)),
    dues: sometimes(5, '10元/月'),
    state: random.percent(97) ? '在会' : '保留会籍',
    note: '',
    size: random.one(['S', 'M', 'L', 'XL']),
  };
}
