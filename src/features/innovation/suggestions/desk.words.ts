import { defineWords } from '#shared/words';

/** The register at the desk: batches and its export. */
export const words = defineWords('suggestions.batch', {
  nothingDone: ['一条也没有办成：{why}', 'None could be done: {why}'],
  auditExported: ['导出建议台账{n}条', 'exported {n} {n:suggestion|suggestions} from the register'],
  aboutBatch: ['批量采纳或上报', 'Adopt or pass on several at once'],
  aboutExport: ['导出建议台账', 'Export the register of suggestions'],
  exportName: ['合理化建议台账', 'Register of suggestions'],
  number: ['编号', 'Number'], titleColumn: ['标题', 'Title'], category: ['类别', 'Kind'], unit: ['单位', 'Unit'], authors: ['建议人', 'Authors'], problem: ['问题', 'Problem'], remedy: ['办法', 'Remedy'], effect: ['预期效果', 'Expected effect'],
  place: ['地点', 'Place'], campaign: ['专项活动', 'Campaign'], state: ['状态', 'State'], level: ['评审层级', 'Level'], level_unit: ['单位', 'Unit'], level_company: ['公司', 'Company'], group: ['专家组', 'Expert group'], firstGrade: ['初评等级', 'First grade'],
  grade: ['等级', 'Grade'], submittedOn: ['提出日期', 'Handed in'], adoptedOn: ['采纳日期', 'Adopted'], startedOn: ['转实施日期', 'To be carried out from'], completedOn: ['完成日期', 'Completed'], standardisedOn: ['固化日期', 'Made standard'], documentNumber: ['文件编号', 'Document'],
  rejectedOn: ['不采纳日期', 'Not adopted on'], due: ['期限', 'Until'], benefit: ['核定效益（元）', 'Verified benefit (yuan)'], awardLevel: ['奖励等级', 'Award level'], supporters: ['附议人数', 'Supporters'],
});
