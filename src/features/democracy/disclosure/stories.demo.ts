import type { Ownership } from './catalogue.rules.ts';

/** A disclosure of the past or of now: what, at which union, how it ended, how many read it. `back`: how many periods ago. */
export type Told = {
  readonly union: string; readonly entry: string; readonly months: 0 | 1 | 3 | 12; readonly back: number; readonly title: string; readonly body: string; readonly state: 'published' | 'feedback' | 'rectifying' | 'closed' | 'archived' | 'withdrawn'; readonly late?: number; readonly read: number; readonly unclear?: number; readonly why?: string;
};

/** Which unions disclose, with what catalogue, who writes and who is the second person. */
export const HOUSES: readonly { readonly union: string; readonly ownership: Ownership; readonly writes: string; readonly checks: string }[] = [
  { union: 'HQ', ownership: 'state', writes: 'li', checks: 'accountant' }, { union: 'HB', ownership: 'state', writes: 'clerk', checks: 'gao' }, { union: 'MZ-JD-GT-PH', ownership: 'private', writes: 'riders', checks: 'street' },
];

export const TOLD: readonly Told[] = [
  { union: 'HQ', entry: 'targets', months: 3, back: 1, title: '三季度生产经营目标完成情况', state: 'feedback', read: 0.86, unclear: 0.04, body: '一、产值：三季度完成工业总产值 3.42 亿元，完成季度计划的 101.2%。\n二、产量：主机 1,268 台，完成计划的 98.6%，缺口集中在九月，原因是铸件供应推迟。\n三、质量：一次交验合格率 97.3%，同比提高 0.8 个百分点。\n四、四季度安排：增开铸造二线夜班，十一月底补齐缺口。' },
  { union: 'HQ', entry: 'wages', months: 3, back: 1, title: '三季度工资奖金分配情况', state: 'published', read: 0.91, body: '一、工资总额：三季度发放 5,218 万元，人均月工资 7,910 元。\n二、奖金：季度绩效奖 486 万元，按分厂考核得分分配，最高 1.12 系数，最低 0.94 系数。\n三、夜班津贴：自八月起由每班 25 元调整为 35 元。' },
  { union: 'HQ', entry: 'tenders', months: 3, back: 1, title: '三季度工程招投标和大宗采购情况', state: 'rectifying', read: 0.64, why: '劳保用品的中标单位没有写明', body: '一、工程：热处理车间屋面改造，公开招标，三家投标，中标价 268 万元。\n二、采购：钢材 4,120 吨，框架协议采购；劳保用品一批，询价采购 46 万元。' },
  { union: 'HQ', entry: 'safety', months: 3, back: 1, title: '三季度安全生产和隐患整改情况', state: 'published', late: 6, read: 0.58, body: '一、三季度未发生轻伤以上事故。\n二、排查隐患 132 项，已整改 129 项；剩余 3 项为冲压二线光栅更换，计划本月底完成。\n三、高温期间发放清凉饮料 42,000 份。' },
  { union: 'HQ', entry: 'training', months: 12, back: 1, title: '上年度职工教育培训经费使用情况', state: 'archived', read: 0.72, body: '计提 312 万元，使用 298 万元，其中一线职工技能培训占 71%。' },
  { union: 'HQ', entry: 'entertainment', months: 12, back: 1, title: '上年度业务招待费使用情况', state: 'closed', read: 0.79, body: '预算 60 万元，实际使用 41.6 万元，较上年下降 12%。已向职工代表大会报告。' },
  { union: 'HQ', entry: 'largeSums', months: 3, back: 2, title: '二季度大额资金使用情况', state: 'withdrawn', read: 0.21, why: '附件误含供应商银行账号，先撤下更正', body: '二季度单笔 200 万元以上资金使用 6 笔，合计 3,180 万元。' },
  { union: 'HB', entry: 'wages', months: 3, back: 1, title: '华北分公司三季度奖金分配情况', state: 'feedback', read: 0.74, body: '三季度项目兑现奖 186 万元，按项目部考核结果分配；远地项目补贴每人每天 60 元，已随九月工资发放。' },
  { union: 'HB', entry: 'safety', months: 3, back: 1, title: '各项目部三季度安全检查通报', state: 'published', read: 0.69, body: '检查 20 个项目部，发现问题 87 项，已整改 85 项。临边防护不到位的两个项目部已停工整改。' },
  { union: 'HB', entry: 'insurance', months: 1, back: 3, title: '社会保险和公积金缴纳情况', state: 'closed', late: 3, read: 0.66, body: '320 名职工的五项社会保险和住房公积金已按月足额缴纳，明细可到人力资源部查询。' },
  { union: 'MZ-JD-GT-PH', entry: 'safety', months: 3, back: 1, title: '三季度骑手交通安全和装备发放', state: 'published', read: 0.55, body: '发放反光背心 96 件、冬季护膝 96 副；三季度交通事故 2 起，均已协助申请工伤认定。' },
  { union: 'MZ-JD-GT-PH', entry: 'contracts', months: 12, back: 1, title: '上年度行业集体合同履行情况', state: 'archived', read: 0.48, body: '集体合同 14 条全部履行，最低单价条款由上级工会和行业协会联合检查两次。' },
];

/** Questions: about which title, what was asked, and the answer where there is one. */
export const ASKED: readonly { readonly about: string; readonly by: number; readonly kind: 'question' | 'objection'; readonly text: string; readonly named: boolean; readonly days: number; readonly answer?: string; readonly open?: boolean; readonly upheld?: boolean }[] = [
  { about: '三季度生产经营目标完成情况', by: 3, kind: 'question', text: '铸件供应推迟的原因是什么？四季度会不会再影响加班和奖金？', named: true, days: 12, answer: '供应商九月检修停产八天。已增加一家备选供应商，四季度计划不受影响，奖金按季度考核兑现。', open: true },
  { about: '三季度生产经营目标完成情况', by: 9, kind: 'question', text: '夜班增开以后，班车能不能延到晚上十一点半？', named: false, days: 4 },
  { about: '三季度生产经营目标完成情况', by: 14, kind: 'question', text: '我们班组的合格率和公开的数对不上，能不能单独核一下？', named: false, days: 9, answer: '已和质量部核对，差异来自返修件的统计口径，明细已单独发给您。', open: false },
  { about: '三季度工程招投标和大宗采购情况', by: 21, kind: 'objection', text: '劳保用品只写了金额，没有写是哪家中标，请补充。', named: false, days: 6, answer: '意见属实，正在补充中标单位和单价后重新公开。', open: true, upheld: true },
  { about: '华北分公司三季度奖金分配情况', by: 2, kind: 'question', text: '远地项目补贴是按出勤天数还是按在册天数？', named: true, days: 38 },
];
/** What changed in the second version of a text. */
export const CORRECTED = { about: '三季度工资奖金分配情况', body: '一、工资总额：三季度发放 5,218 万元，人均月工资 7,910 元。\n二、奖金：季度绩效奖 486 万元，按分厂考核得分分配，最高 1.12 系数，最低 0.94 系数。\n三、夜班津贴：自七月起由每班 25 元调整为 35 元，七月差额已补发。', why: '夜班津贴起始月份写错，应为七月' } as const;
