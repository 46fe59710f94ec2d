import { defineWords } from '#shared/words';

/** The columns of a register of suggestions. */
export const fieldWords = defineWords('suggestions.registerField', {
  number: ['编号', 'Number'],
  title: ['建议名称', 'Title'],
  problem: ['问题现状', 'Problem'],
  remedy: ['改进措施', 'Remedy'],
  category: ['类别', 'Kind'],
  unit: ['单位', 'Unit'],
  authors: ['建议人', 'Authors'],
  staffNumbers: ['工号', 'Staff numbers'],
  shares: ['贡献比例', 'Shares'],
  submittedOn: ['提出日期', 'Handed in on'],
  result: ['评审结果', 'Result'],
  grade: ['等级', 'Grade'],
  adoptedOn: ['采纳日期', 'Adopted on'],
  startedOn: ['实施日期', 'Carried out from'],
  completedOn: ['完成日期', 'Completed on'],
  standardisedOn: ['固化日期', 'Made standard on'],
  documentNumber: ['标准文件编号', 'Document number'],
  benefit: ['核定效益（元）', 'Verified benefit (yuan)'],
  awardLevel: ['奖励等级', 'Award level'],
  award: ['奖金（元）', 'Award (yuan)'],
});

/** Other spellings of headings, beside the names of the columns themselves; compared without blanks, brackets and marks, in lower case. */
export const headingNames: Readonly<Record<keyof typeof fieldWords, readonly string[]>> = {
  number: ['建议编号', '提案编号', '提案号', '序列号', '登记号', '流水号', 'number', 'no'],
  title: ['建议题目', '建议标题', '标题', '题目', '名称', '提案名称', '提案题目', '项目名称', '课题名称', '合理化建议名称', 'title'],
  problem: ['问题', '问题描述', '现状', '存在问题', '存在的问题', '现状及问题', '改进前', '现状描述', 'problem'],
  remedy: ['措施', '建议内容', '改进方案', '解决方案', '解决办法', '建议措施', '改善对策', '改进后', '提案内容', 'remedy'],
  category: ['建议类别', '提案类别', '类型', '分类', '建议类型', 'kind', 'category'],
  unit: ['部门', '所属单位', '所在单位', '分厂', '车间', '提出单位', '提案单位', '所属部门', '单位部门', '建议单位', 'unit', 'department'],
  authors: ['姓名', '提出人', '提案人', '建议者', '提议人', '作者', '建议人姓名', '主要建议人', 'authors', 'author', 'name'],
  staffNumbers: ['员工号', '职工号', '人员编号', '员工编号', '职工编号', '工作证号', '建议人工号', 'staffnumber'],
  shares: ['比例', '分配比例', '贡献度', '贡献率', '分配比', 'shares'],
  submittedOn: ['日期', '提案日期', '建议日期', '提交日期', '登记日期', '提出时间', '提交时间', '申报日期', '申报时间', '时间', 'date'],
  result: ['结果', '状态', '评审意见', '评审结论', '采纳情况', '是否采纳', '实施情况', '处理结果', '审批结果', 'result', 'state'],
  grade: ['建议等级', '评定等级', '评审等级', '级别', '等次', 'grade'],
  adoptedOn: ['采纳时间', '评审日期', '评审时间', '批准日期', '审批日期', 'adopted'],
  startedOn: ['实施时间', '开始实施日期', '立项日期', '采纳可实施日期', 'started'],
  completedOn: ['完成时间', '实施完成日期', '验收日期', '竣工日期', '结案日期', 'completed'],
  standardisedOn: ['固化时间', '标准化日期', '纳入标准日期', 'standardised'],
  documentNumber: ['文件编号', '标准编号', '固化文件', '标准号', '文件号', 'document'],
  benefit: ['效益', '经济效益', '年效益', '核定效益', '效益金额', '年经济效益', '创效金额', '节约金额', 'benefit'],
  awardLevel: ['获奖等级', '奖级', 'awardlevel'],
  award: ['奖金', '奖励金额', '奖励', '奖金额', 'award'],
};

/** Words in a result cell, looked for in this order. */
export const resultMarks: Readonly<Record<'rejected' | 'standardised' | 'completed' | 'started' | 'adopted', readonly string[]>> = {
  rejected: ['不采纳', '未采纳', '否决', '驳回', '不予', '未通过', 'rejected', 'not adopted'],
  standardised: ['固化', '标准化', 'standard'],
  completed: ['完成', '已验收', '结案', '办结', 'completed', 'done'],
  started: ['实施', '在办', '进行中', 'carried', 'implement'],
  adopted: ['采纳', '采用', '通过', '同意', 'adopted'],
};

/** Other words for kinds of suggestions. */
export const categoryMarks: Readonly<Record<'quality' | 'process' | 'safety' | 'environment' | 'equipment' | 'energy' | 'cost' | 'management' | 'site', readonly string[]>> = {
  quality: ['质量', 'quality'], process: ['工艺', '技术', 'process'], safety: ['安全', 'safety'], environment: ['环保', '环境', 'environment'], equipment: ['设备', '工装', '工具', 'equipment'], energy: ['节能', '能源', '节电', '节水', 'energy'],
  cost: ['降本', '成本', '增效', 'cost'], management: ['管理', '经营', '服务', 'management'], site: ['现场', '5s', '6s', 'site'],
};

/** The marks of grades and what stands between names. */
export const gradeMarks: Readonly<Record<string, 1 | 2 | 3>> = { 一: 1, 二: 2, 三: 3, 1: 1, 2: 2, 3: 3, ⅰ: 1, ⅱ: 2, ⅲ: 3, a: 1, b: 2, c: 3, i: 1, ii: 2, iii: 3 };
export const gradeNoise = /[等级奖类第\s]/g;
export const betweenNames = /[、,，;；/\\\s]+/;
/** What stands behind the name of a unit when it is its union's. */
export const unionSuffix = /工会(委员会)?$/;
export const headingNoise = /[\s()（）[\]【】{}*:：_\-/]|（.*?）|\(.*?\)/g;

/** Imports of registers: what is refused, found in rows, shown and logged. */
export const words = defineWords('suggestions.register', {
  aboutUpload: ['导入建议台账', 'Import a register of suggestions'],
  aboutList: ['台账导入记录', 'Imports of registers'],
  aboutOne: ['一次台账导入', 'One import of a register'],
  aboutRows: ['台账导入的问题行', 'Rows of an import with problems'],
  aboutStep: ['确认、放弃或撤销台账导入', 'Confirm, give up or undo an import'],
  aboutReport: ['下载问题行', 'Download the rows with problems'],
  aboutExport: ['导出全部建议台账', 'Export the whole register'],
  noHeadings: ['没有找到表头：前10行里须有“建议名称”和“提出日期”等列名', 'No headings were found: one of the first 10 rows must name the title and the date'],
  nobody: ['表格里没有建议', 'There are no suggestions in the sheet'],
  noScheme: ['请选择开展合理化建议活动的单位', 'Choose a union that runs a suggestion scheme'],
  importUnknown: ['没有这次导入，或者您看不到它', 'There is no such import, or it is not for you'],
  missing: ['请指定这些列：{columns}', 'Please name these columns: {columns}'],
  columnNeeded: ['须指定一列', 'A column is needed'],
  notBefore: ['现在不能改列，请等检查完成', 'The columns cannot change now; please wait for the check'],
  notChecked: ['请等检查完成后再确认', 'Please wait for the check to finish'],
  nothing: ['没有可以导入的行', 'There is nothing to take in'],
  changed: ['预览已变为{n}条，请核对后再确认', 'The preview now says {n}; please look again'],
  tooLate: ['导入已经结束，不能放弃；可以撤销', 'It is over already; it can be undone'],
  nothingToUndo: ['没有可以撤销的内容', 'There is nothing to undo'],
  undoOver: ['超过{days}天，不能再撤销', 'More than {days} {days:day has|days have} passed; it can no longer be undone'],
  erased: ['原表已删除', 'The sheet was erased'],
  auditRead: ['读取建议台账“{file}”，{rows}行', 'Read the register “{file}”, {rows} {rows:row|rows}'],
  auditMapped: ['指定台账“{file}”的列', 'Named the columns of “{file}”'],
  auditConfirmed: ['确认导入台账“{file}”的{n}条建议', 'Confirmed {n} {n:suggestion|suggestions} of “{file}”'],
  auditDone: ['台账“{file}”导入{n}条建议', '{n} {n:suggestion|suggestions} of “{file}” were taken over'],
  auditCancelled: ['放弃导入台账“{file}”', 'Gave up the import of “{file}”'],
  auditUndone: ['撤销导入台账“{file}”', 'Undid the import of “{file}”'],
  auditReport: ['下载台账“{file}”的问题行', 'Downloaded the rows with problems of “{file}”'],
  titleMissing: ['缺少建议名称', 'The title is missing'],
  titleLong: ['建议名称超过60个字', 'The title has more than 60 characters'],
  dateMissing: ['缺少提出日期', 'The date is missing'],
  dateWrong: ['日期无法识别：{text}', 'This is no date: {text}'],
  dateFuture: ['日期在今天之后', 'The date lies in the future'],
  dateOrder: ['日期先后颠倒', 'The dates are in the wrong order'],
  unitMissing: ['没有这个单位：{text}', 'There is no such unit: {text}'],
  categoryWrong: ['类别无法识别，按“其他”导入：{text}', 'Unknown kind, taken as “other”: {text}'],
  gradeMissing: ['采纳实施的建议缺少等级', 'A suggestion that is carried out needs its grade'],
  resultMissing: ['有等级或效益，但没有采纳日期或结果', 'There is a grade or a benefit, but no result'],
  moneyWrong: ['金额无法识别：{text}', 'This is no amount: {text}'],
  numberTaken: ['编号已经存在：{text}', 'This number exists already: {text}'],
  numberTwice: ['编号在表中重复：{text}', 'This number stands in the sheet twice: {text}'],
  registerFile: ['合理化建议台账', 'Register of suggestions'],
  badFile: ['问题行', 'Rows with problems'],
  row: ['行', 'Row'],
  reasons: ['问题', 'Problems'],
});
