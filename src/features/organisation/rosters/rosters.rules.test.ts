import assert from 'node:assert/strict';
import test from 'node:test';
import type { Cell } from '#shared/sheet-cell';
import fc from 'fast-check';
import { readChoice, readEthnicity } from './choices.rules.ts';
import * as lists from './choices.words.ts';
import type { RosterField } from './columns.words.ts';
import { headingNames } from './columns.words.ts';
import type { RosterMapping } from './headings.rules.ts';
import type { RosterPerson, RosterRow } from './rosters.rules.ts';
import { readRosterRow } from './rosters.rules.ts';

const TODAY = '2026-11-21';
const ID = '11010119900307109X';
const FIELDS = Object.keys(headingNames) as RosterField[];
const MAPPING = Object.fromEntries(FIELDS.map((field, column) => [field, column])) as RosterMapping;

type Given = Partial<Record<RosterField, string | Cell>>;
const asCell = (value: string | Cell | undefined): Cell =>
  value === undefined || value === '' ? { kind: 'empty', text: '', raw: '' } : typeof value === 'string' ? { kind: 'text', text: value, raw: value } : value;
const read = (given: Given): RosterRow => readRosterRow(FIELDS.map((field) => asCell(given[field])), MAPPING, TODAY);
/** A row that is complete but for what is given. */
const usual = (given: Given): RosterRow => read({ name: '张三', idNumber: ID, phone: '13812345678', ...given });
const problems = (row: RosterRow): string[] => row.problems.map((p) => `${p.field} ${p.why.code}`);
const warnings = (row: RosterRow): string[] => row.warnings.map((p) => `${p.field} ${p.why.code}`);

test('what stands in the way of a row', () => {
  const number = (raw: string, text: string): Cell => ({ kind: 'number', text, raw, lostDigits: true });
  const table: [Given, string[]][] = [
    [{ name: '' }, ['name identifiers.nameMissing']],
    [{ name: '张三1' }, ['name identifiers.nameCharacters']],
    [{ idNumber: '' }, ['idNumber identifiers.idMissing']],
    [{ idNumber: '110101199003071090' }, ['idNumber identifiers.idCheck']],
    [{ idNumber: '11010119900230109X' }, ['idNumber identifiers.idDate']],
    [{ idNumber: '1101011990030710' }, ['idNumber identifiers.idLength']],
    [{ idNumber: '1.10101E+17' }, ['idNumber identifiers.scientific']],
    [{ idNumber: number('1.1010119900307E+17', '110101199003070000') }, ['idNumber rosters.idAsNumber']],
    [{ idKind: '护照', idNumber: '12' }, ['idNumber documentShapes.passport']],
    [{ phone: '1381234567' }, ['phone identifiers.phoneMobileLength']],
    [{ phone: '12812345678' }, ['phone identifiers.phoneMobileStart']],
    [{ phone: '13812345678/13912345678' }, ['phone identifiers.phoneSeveral']],
    [{ joinedOn: '2023-02-30' }, ['joinedOn dates.noSuchDay']],
    [{ joinedOn: '2027-01-01' }, ['joinedOn dates.tooLate']],
    [{ birthDate: '90/3/7' }, ['birthDate dates.ambiguous']],
    [{ employedOn: '2019年' }, ['employedOn dates.noDay']],
    [{ state: '已退会' }, ['state rosters.notMember']],
    [{ department: 'x'.repeat(61) }, ['department rosters.tooLong']],
    [{ name: { kind: 'error', text: '#N/A', raw: '#N/A' } }, ['name rosters.cellError', 'name identifiers.nameMissing']],
  ];
  for (const [given, expected] of table) assert.deepEqual(problems(usual(given)), expected, JSON.stringify(given));
});

test('a lost ID number is refused even when its check character happens to fit', () => {
  const chance = '110101199003070000'.replace(/.$/, '');
  const fits = [...'0123456789'].map((d) => `${chance}${d}`).find((n) => problems(usual({ idNumber: n })).length === 0);
  assert.ok(fits, 'one of the endings passes the check');
  const cell: Cell = { kind: 'number', text: fits, raw: fits, lostDigits: true };
  assert.deepEqual(problems(usual({ idNumber: cell })), ['idNumber rosters.idAsNumber']);
  assert.equal(usual({ idNumber: cell }).person.idNumber, '');
});

test('cells of any length are answered at once', () => {
  const long = (piece: string): string => piece.repeat(32_767 / piece.length);
  for (const piece of ['(', ' ', '1 ', '-', '年', '"', '\u200b', '1-']) {
    for (const field of FIELDS) {
      const row = usual({ [field]: `1${long(piece)}1` });
      assert.ok(row.problems.some((p) => p.field === field && p.why.code === 'rosters.tooLong'), `${field} ${piece}`);
    }
  }
});

test('what is put right', () => {
  const table: [Given, Partial<RosterPerson>, string[]][] = [
    [{ idNumber: ' １１０１０１１９９００３０７１０９ｘ ' }, { idNumber: ID, sex: 'male', birthDate: '1990-03-07' }, []],
    [{ idNumber: '110101 19900307 109x' }, { idNumber: ID }, []],
    [{ idNumber: "'11010119900307109X" }, { idNumber: ID }, []],
    [{ idNumber: '110105491231002' }, { idNumber: '11010519491231002X', sex: 'female' }, ['idNumber identifiers.idUpgraded']],
    [{ name: ' 张　三 ' }, { name: '张三' }, []],
    [{ name: '阿依古丽•买买提' }, { name: '阿依古丽·买买提' }, []],
    [{ phone: '+86 138-1234-5678' }, { phone: '13812345678' }, []],
    [{ phone: '１３８１２３４５６７８' }, { phone: '13812345678' }, []],
    [{ phone: '13812345678.0' }, { phone: '13812345678' }, []],
    [{ phone: '' }, { phone: null }, ['phone rosters.phoneMissing']],
    [{ sex: '女' }, { sex: 'male' }, ['sex rosters.sexFromIdMale']],
    [{ birthDate: '1991-03-07' }, { birthDate: '1990-03-07' }, ['birthDate rosters.birthFromId']],
    [{ idKind: '护照', idNumber: 'e12345678', sex: '女', birthDate: '1985.6.1' }, { idKind: 'passport', idNumber: 'E12345678', sex: 'female', birthDate: '1985-06-01' }, []],
    [{ ethnicity: '汉' }, { ethnicity: '01' }, []],
    [{ ethnicity: '火星族' }, { ethnicity: '' }, ['ethnicity rosters.choiceUnknown']],
    [{ email: 'A@B.CN' }, { email: 'a@b.cn' }, []],
    [{ email: 'nobody' }, { email: null }, ['email rosters.valueDropped']],
    [{ unitUscc: '91350100m000100y43' }, { unitUscc: '91350100M000100Y43' }, []],
    [{ unitUscc: '91350100M000100Y44' }, { unitUscc: '' }, ['unitUscc identifiers.creditCheck', 'unitUscc rosters.valueDropped']],
    [{ cardNumber: { kind: 'number', text: '6222020000000000000', raw: '6.22202E+18', lostDigits: true } }, { cardNumber: '' }, ['cardNumber rosters.numberDropped']],
    [{ contractTo: '无固定期限' }, { contractTo: null }, []],
    [{ migrant: '√' }, { migrant: true }, []],
    [{ migrant: '否' }, { migrant: false }, []],
    [{ skillGrade: '无', honourGrade: '否', degree: '无' }, { skillGrade: '', honourGrade: '', degree: '' }, []],
    [{ newForm: '是', newFormJob: '骑手' }, { newForm: 'foodDelivery' }, []],
    [{ newForm: '网约车司机' }, { newForm: 'rideHailing' }, []],
    [{ newForm: '是' }, { newForm: 'other' }, []],
    [{ newForm: '否', newFormJob: '快递员' }, { newForm: '' }, []],
    [{ newFormJob: '快递员' }, { newForm: 'courier' }, []],
    [{ newForm: '也许' }, { newForm: '' }, ['newForm rosters.choiceUnknown']],
    [{ state: '退休' }, { state: 'reserved' }, []],
    [{ name: { kind: 'text', text: '李四', raw: '李四', formula: true } }, { name: '李四' }, ['name rosters.formulaUsed']],
    [{ job: { kind: 'text', text: '', raw: '', formula: true } }, { job: '' }, ['job rosters.formulaEmpty']],
    [{ job: '=1+1' }, { job: '=1+1' }, []],
    [{ joinedOn: '2000-01-01' }, { joinedOn: '2000-01-01' }, ['joinedOn rosters.joinedBeforeBirth']],
  ];
  for (const [given, expected, notes] of table) {
    const row = usual(given);
    assert.deepEqual(problems(row), [], JSON.stringify(given));
    assert.deepEqual(warnings(row), notes, JSON.stringify(given));
    for (const [field, value] of Object.entries(expected)) assert.equal(row.person[field as keyof RosterPerson], value, `${JSON.stringify(given)} ${field}`);
  }
});

test('a child in the roster is pointed out', () => {
  assert.deepEqual(warnings(usual({ idKind: '护照', idNumber: 'E12345678', birthDate: '2012-03-07' })), ['birthDate rosters.under16']);
  assert.deepEqual(warnings(usual({ idKind: '护照', idNumber: 'E12345678', birthDate: '2010-11-21' })), [], 'sixteen today');
});

test('dates in every shape become the same day', () => {
  const shapes: (string | Cell)[] = [
    '2019-03-05', '2019/3/5', '2019.03.05', '20190305', '2019年3月5日', '2019-3-5 0:00:00', '２０１９－０３－０５', '43529',
    { kind: 'number', text: '43529', raw: '43529' }, { kind: 'date', text: '2019-03-05', raw: '43529' }, { kind: 'number', text: '20190305', raw: '20190305' },
  ];
  for (const joinedOn of shapes) {
    const row = usual({ joinedOn });
    assert.equal(row.person.joinedOn, '2019-03-05', JSON.stringify(joinedOn));
    assert.deepEqual(problems(row), []);
  }
});

test('rows that are no people', () => {
  const table: [Given, RosterRow['skip']][] = [
    [{}, 'blank'], [{ name: ' ' }, 'blank'], [{ name: '姓名', idNumber: '身份证号', phone: '手机' }, 'heading'], [{ name: '合 计', sex: '5000' }, 'note'],
    [{ name: '注：以上人员均为在册职工' }, 'note'], [{ name: '填表人：王五' }, 'note'], [{ name: '张三' }, null], [{ name: '注丽', idNumber: ID }, null],
    [{ name: '姓名', idNumber: ID }, null],
  ];
  for (const [given, skip] of table) assert.equal(read(given).skip, skip, JSON.stringify(given));
});

test('choices: the very name, a part of it, the longer part first', () => {
  const table: [readonly lists.Choice[], string, string | undefined][] = [
    [lists.politicalStatuses, '党员', 'party'], [lists.politicalStatuses, '中共预备党员', 'probationary'], [lists.politicalStatuses, '群 众', 'masses'],
    [lists.politicalStatuses, '九三学社', 'jiuSan'], [lists.politicalStatuses, '预备党员（2025年）', 'probationary'],
    [lists.educations, '大学本科毕业', 'bachelor'], [lists.educations, '大专', 'college'], [lists.educations, '硕士研究生', 'master'], [lists.educations, '博士', 'doctoral'],
    [lists.educations, '函授大专', 'college'], [lists.educations, '高中（中专）', 'vocational'],
    [lists.households, '非农业户口', 'urban'], [lists.households, '农业', 'rural'], [lists.households, '外地农村户口', 'rural'],
    [lists.skillGrades, '高级技师（一级）', 'seniorTechnician'], [lists.skillGrades, '技师', 'technician'], [lists.skillGrades, '电工高级工', 'senior'],
    [lists.employmentForms, '非全日制用工', 'flexible'], [lists.employmentForms, '全日制', 'contract'], [lists.employmentForms, '劳务派遣人员', 'dispatched'],
    [lists.sexes, 'Ｍ', 'male'], [lists.answers, '', undefined], [lists.educations, '一', undefined], [lists.newFormJobs, '网约送餐员', 'foodDelivery'],
  ];
  for (const [list, text, code] of table) assert.equal(readChoice(list, text), code, text);
  for (const [text, code] of [['汉族', '01'], ['维吾尔', '05'], ['1', '01'], ['Han', '01'], ['土家', '15'], ['其他', '97'], ['族', undefined]] as const) {
    assert.equal(readEthnicity(text), code, text);
  }
});

test('every name of every choice means that choice', () => {
  let looked = 0;
  for (const list of Object.values(lists).filter(Array.isArray) as (readonly lists.Choice[])[]) {
    for (const choice of list) {
      for (const name of choice.names) {
        assert.equal(readChoice(list, name), choice.code, name);
        looked += 1;
      }
    }
  }
  assert.ok(looked > 200);
});

test('any cells at all: an answer, never a crash, and nothing is invented', () => {
  const kind = fc.constantFrom<Cell['kind']>('text', 'number', 'date', 'boolean', 'error', 'empty');
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[0-9Xx./年月日 -]{0,20}$/), fc.constantFrom(ID, '是', '无', '13812345678', '=1'));
  const cell: fc.Arbitrary<Cell> = fc.record({ kind, text }).map(({ kind, text }) => ({ kind, text: kind === 'empty' ? '' : text, raw: text }));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 34 }), (cells) => {
      const { person, problems } = readRosterRow(cells, MAPPING, TODAY);
      if (person.idNumber === '') assert.ok(problems.some((p) => p.field === 'idNumber'));
      if (person.name === '') assert.ok(problems.some((p) => p.field === 'name'));
      for (const date of [person.birthDate, person.employedOn, person.contractTo, person.joinedOn]) assert.ok(date === null || /^\d{4}-\d\d-\d\d$/.test(date));
    }),
    { numRuns: 500 },
  );
});
