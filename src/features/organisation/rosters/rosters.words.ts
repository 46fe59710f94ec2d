import { defineWords } from '#shared/words';

/** Sentences about a roster and its rows: what stands in the way of a row, and what was put right or left out in it. */
export const words = defineWords('rosters', {
  noHeadings: [
    '前 {most} 行里没有找到表头，请您确认有“姓名”和“身份证号”两列后再上传。',
    'No heading row was found in the first {most} rows; please make sure there are columns for name and ID number.',
  ],
  missingColumns: [
    '没有找到这些列：{columns}。请您在表中补上，或在预览中指定。',
    'These columns were not found: {columns}. Please add them to the sheet or choose them in the preview.',
  ],
  headingTwice: ['“{heading}”与前面的一列重复，没有采用', '“{heading}” repeats an earlier column and is not used'],
  headingUnknown: ['认不出“{heading}”，这一列不导入', '“{heading}” is not known; this column is not imported'],
  headingNeedsConsent: [
    '“{heading}”属于须本人单独同意的信息，不从花名册导入',
    '“{heading}” needs the person’s own separate consent and is not taken from a roster',
  ],

  idAsNumber: [
    '身份证号码按数字保存，末几位已丢失（{text}）；请把这一列设为“文本”，再从原始材料重新录入',
    'The ID number was kept as a number and its last digits are lost ({text}); set the column to text and enter it again from the original',
  ],
  cellError: ['单元格里是公式错误“{text}”，请改成实际内容', 'The cell shows the formula error “{text}”; please enter the value itself'],
  tooLong: ['最多 {most} 个字，现在有 {count} 个，请缩短', 'At most {most} characters, this has {count}; please shorten it'],
  notMember: ['会籍状态是“{text}”，不作为会员导入；如有误请改正', 'The membership status is “{text}”, so this is not imported as a member; correct it if it is wrong'],
  duplicateInSheet: ['与第 {row} 行是同一个证件号码，请只保留一行', 'The same document number stands in row {row}; please keep one of them'],
  unitUnknown: ['没有名为“{text}”的工会或单位，请核对名称，或先建立该工会', 'There is no union or unit named “{text}”; check the name or found that union first'],

  formulaUsed: ['这是公式，已采用表格上次算出的值“{text}”，请核对', 'This is a formula; the value last computed in the sheet, “{text}”, was taken; please check it'],
  formulaEmpty: ['这是公式，但表格里没有存下结果，已留空', 'This is a formula without a stored result; it was left empty'],
  choiceUnknown: ['认不出“{text}”，已留空', '“{text}” is not known and was left empty'],
  valueDropped: ['“{text}”格式不对，已留空', '“{text}” does not have the right form and was left empty'],
  numberDropped: ['编号“{text}”按数字保存，末几位已丢失，已留空', 'The number “{text}” has lost its last digits in the sheet and was left empty'],
  sexFromIdMale: ['与身份证号码不符，已按号码改为“男”', 'Differs from the ID number and was changed to male after it'],
  sexFromIdFemale: ['与身份证号码不符，已按号码改为“女”', 'Differs from the ID number and was changed to female after it'],
  birthFromId: ['与身份证号码不符，已按号码改为 {text}', 'Differs from the ID number and was changed to {text} after it'],
  under16: ['不满 16 周岁，请核对', 'Younger than 16; please check'],
  joinedBeforeBirth: ['入会日期早于 16 周岁，请核对', 'Joined before the age of 16; please check'],
  phoneMissing: ['没有手机号码，本人将不能用手机登录', 'Without a mobile number the person cannot sign in by phone'],
});
