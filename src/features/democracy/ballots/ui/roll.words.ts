import { defineWords } from '#shared/words';

/** What officers read who draw a roll from units or from a sheet. */
export const words = defineWords('ballots.roll', {
  chooseUnits: ['选择单位，含下级', 'Units and those below'],
  peopleN: ['{n} 人', '{n} {n:person|people}'],
  sheet: ['导入名册表', 'Import a sheet'],
  sheetHint: ['列：工号、姓名。', 'Columns: staff number, name.'],
  sheetRead: ['读到 {n} 人，{faults} 行有误', '{n} read, {faults} with faults'],
  sheetPeople: ['名册表 {n} 人', '{n} from the sheet'],
});
