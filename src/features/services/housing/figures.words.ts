import { defineWords } from '#shared/words';

/** The figures of housing, on the screen and in the spreadsheet, in the order in which they are shown. */
export const figures = defineWords('housing.figures', {
  flats: ['房源', 'Flats'], lived: ['已入住', 'Lived in'], free: ['可配', 'Free'], offered: ['待确认', 'Offered'], taken: ['待入住', 'To move in'], out: ['停用', 'Not given out'],
  households: ['累计入住户', 'Households so far'], people: ['累计惠及人数', 'People housed so far'], waiting: ['轮候', 'Waiting'], applications: ['申请', 'Applications'], checking: ['审核中', 'Being checked'], leaving: ['待退房', 'To hand over'],
  waitedDays: ['提交到入住平均天数', 'Days from submission to keys'], rentFen: ['在租月租合计', 'Rents of a month'],
});
