import { dayNumber } from '#shared/dates';
import { idCheckCharacter } from '#shared/id-number';
import { workbookOf } from '#test/workbook';
import type { Fault, Sample } from './roster.demo.ts';
import { DIRTY_COLUMNS, NOTES, PLANTED, TITLE_ROWS, UNKNOWN_UNITS } from './roster.demo.ts';
import { gbkBytes } from './gbk.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';

/** A cell that is not simply text: `xml` as the workbook stores it, `csv` as a program would save it. */
type OddCell = { readonly xml: string; readonly csv: string };
type DirtyRow = Record<keyof Sample, string | OddCell>;
/** The sheet from top to bottom: people, or lines that are none (an empty one has no cells). */
export type DirtyLine = { readonly person: DirtyRow } | { readonly cells: readonly string[] };

/** 15 significant digits are all a spreadsheet keeps of a number; its text file shows six. */
const numberCell = (digits: string): OddCell => {
  const kept = Number(`${digits.slice(0, 15)}${'0'.repeat(Math.max(0, digits.length - 15))}`);
  const scientific = kept.toExponential(5).replace('e', 'E');
  return { xml: `<v>${digits.length > 15 ? String(kept.toExponential(14)).replace('e', 'E') : kept}</v>`, csv: digits.length > 15 ? scientific : digits };
};
const serialCell = (date: string): OddCell => ({ xml: `<v>${dayNumber(date) + 25_569}</v>`, csv: String(dayNumber(date) + 25_569) });
const dateCell = (date: string): OddCell => ({ xml: `s="1"><v>${dayNumber(date) + 25_569}</v>`, csv: plainDate(date, '/') });
const plainDate = (date: string, mark: string): string => date.split('-').map(Number).join(mark);
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const SPOIL: Readonly<Record<Fault, (person: Sample, random: Random) => Partial<DirtyRow>>> = {
  wrongCheckDigit: ({ id }) => ({ id: id.slice(0, 17) + (id.endsWith('5') ? '6' : '5') }),
  impossibleBirthInId: ({ id }) => {
    const first17 = `${id.slice(0, 10)}0230${id.slice(14, 17)}`;
    return { id: first17 + idCheckCharacter(first17), birth: '' };
  },
  duplicateInSheet: () => ({}),
  idKeptAsNumber: ({ id }) => ({ id: numberCell(id) }),
  badPhone: ({ phone }, random) => ({ phone: random.one([phone.slice(0, 10), `12${phone.slice(2)}`, `${phone}8`, `${phone.slice(0, 8)}无机`]) }),
  unknownUnit: (_, random) => ({ union: random.one(UNKNOWN_UNITS) }),
  impossibleDate: (_, random) => ({ joinedOn: random.one(['2021-02-30', '2019-02-29', '2020/13/05', '2018.4.31', '20210931']) }),
  missingName: () => ({ name: '' }),
  missingId: () => ({ id: '' }),
  fullWidthDigits: ({ id, phone }) => ({ id: fullWidth(id), phone: fullWidth(phone) }),
  fifteenDigitId: ({ id }) => ({ id: id.slice(0, 6) + id.slice(8, 17) }),
  lowerCaseX: ({ id }) => ({ id: id.toLowerCase() }),
  spacedName: ({ name }) => ({ name: `${[...name].join('　')} ` }),
  serialNumberDate: ({ joinedOn }) => ({ joinedOn: serialCell(joinedOn) }),
  dateWithSlashes: ({ joinedOn }) => ({ joinedOn: plainDate(joinedOn, '/') }),
  dateWithDots: ({ joinedOn }) => ({ joinedOn: joinedOn.replaceAll('-', '.') }),
  dateOfEightDigits: ({ joinedOn }) => ({ joinedOn: joinedOn.replaceAll('-', '') }),
  dateInChinese: ({ joinedOn }) => ({ joinedOn: joinedOn.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日') }),
  dateWithTime: ({ joinedOn }) => ({ joinedOn: `${plainDate(joinedOn, '-')} 0:00:00` }),
  formulaCell: ({ department, name }) => ({
    department: { xml: `t="str"><f>CONCATENATE("${department}","车间")</f><v>${department}车间</v>`, csv: `${department}车间` },
    name: { xml: `t="str"><f>TRIM("${name} ")</f><v>${name}</v>`, csv: name },
  }),
};

const isOrdinary = (person: Sample): boolean => person.idKind === '' && person.birth < '2000';
const FITS: Partial<Record<Fault, (person: Sample) => boolean>> = {
  lowerCaseX: (p) => p.id.endsWith('X'),
  idKeptAsNumber: (p) => /^\d{17}[1-9]$/.test(p.id),
  impossibleBirthInId: (p) => p.idKind === '',
  spacedName: (p) => !p.name.includes('·'),
};

/** The people with exactly the planted faults, one a row, and the lines in between. */
export function spoil(people: readonly Sample[], seed: number): DirtyLine[] {
  const random = randomFrom(seed);
  const faults = new Map<number, Fault>();
  const free = random.shuffled(people.map((_, i) => i).filter((i) => i > 200 && isOrdinary(people[i] as Sample)));
  for (const [fault, count] of Object.entries({ ...PLANTED.refused, ...PLANTED.tidied }) as [Fault, number][]) {
    const fits = FITS[fault] ?? (() => true);
    const chosen = free.filter((i) => !faults.has(i) && fits(people[i] as Sample)).slice(0, count);
    if (chosen.length < count) throw new Error(`not enough people for ${fault}`);
    for (const i of chosen) faults.set(i, fault);
  }
  const rows = people.map((person, i): DirtyLine => {
    const fault = faults.get(i);
    // a double repeats one of the first two hundred, who carry no fault
    const whole = fault === 'duplicateInSheet' ? { ...(people[random.below(200)] as Sample), number: person.number } : person;
    const spoiled = fault === undefined ? {} : SPOIL[fault](whole, random);
    return { person: { ...asWritten(whole, random), ...spoiled } };
  });
  return withLinesBetween(rows, random);
}

/** A right row as a careless clerk writes it: phones as numbers, dates as date cells, short words. */
function asWritten(person: Sample, random: Random): DirtyRow {
  return {
    ...person,
    number: String(person.number),
    phone: numberCell(person.phone),
    joinedOn: dateCell(person.joinedOn),
    birth: random.percent(10) ? person.birth : '',
    ethnicity: person.ethnicity.replace(/族$/, ''),
    political: person.political.replace(/^中共/, ''),
    size: '',
    note: random.percent(1) ? '=HYPERLINK("https://example.invalid","点我")' : '',
  };
}

function withLinesBetween(rows: readonly DirtyLine[], random: Random): DirtyLine[] {
  const heading: DirtyLine = { cells: DIRTY_COLUMNS.map((c) => c.heading) };
  const between: DirtyLine[] = [
    ...Array.from({ length: PLANTED.between.emptyRow }, (): DirtyLine => ({ cells: [] })),
    ...Array.from({ length: PLANTED.between.headingAgain }, () => heading),
  ];
  const lines: DirtyLine[] = [...rows];
  for (const line of between) lines.splice(100 + random.below(lines.length - 200), 0, line);
  const notes = NOTES.map((text): DirtyLine => ({ cells: ['', '', '', text] }));
  return [...TITLE_ROWS.map((text): DirtyLine => ({ cells: [text] })), { cells: [] }, heading, ...lines, ...notes];
}

const letters = (column: number): string => (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

function cellXml(value: string | OddCell, at: string): string {
  if (value === '') return '';
  if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return value.xml.startsWith('<') ? `<c r="${at}">${value.xml}</c>` : `<c r="${at}" ${value.xml}</c>`;
}

const valuesOf = (line: DirtyLine): readonly (string | OddCell)[] => ('person' in line ? DIRTY_COLUMNS.map((c) => line.person[c.of]) : line.cells);

/** The dirty roster as a workbook, behind a hidden sheet of choices. */
export function dirtyWorkbook(lines: readonly DirtyLine[]): Uint8Array {
  const rows = lines.map((line, i) => `<row r="${i + 1}">${valuesOf(line).map((value, c) => cellXml(value, letters(c) + (i + 1))).join('')}</row>`);
  return workbookOf({
    level: 9,
    sheets: '<sheet name="选项" sheetId="1" state="hidden" r:id="s2"/><sheet name="花名册" sheetId="2" r:id="s1"/>',
    styles:
      '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    rows: rows.join(''),
    more: { 'xl/worksheets/sheet2.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>男</t></is></c></row></sheetData></worksheet>' },
    contentTypes: true,
  });
}

/** The same roster as a program of a Chinese Windows saves it: GBK, commas, numbers as they are shown. */
export function dirtyCsv(lines: readonly DirtyLine[]): Uint8Array {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = lines.map((line) => valuesOf(line).map((value) => quote(typeof value === 'string' ? value : value.csv)).join(','));
  return gbkBytes(`${rows.join('\r\n')}\r\n`);
}

