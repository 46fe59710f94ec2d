import type { Kind, Outcome, State } from './proposals.rules.ts';

/** A proposal of the demonstration: how far it came, in whose hands. `mover` and `seconds` are places among the delegates; 0 is the cast's worker, 1 the workshop's chair. */
export type Told = {
  readonly title: string; readonly kind: Kind; readonly reason: string; readonly grounds: string; readonly remedy: string; readonly mover: number; readonly seconds: readonly number[]; readonly open?: readonly number[]; readonly to: State;
  readonly department?: number; readonly text?: string; readonly answer?: string; readonly outcome?: Outcome; readonly done?: string; readonly hot?: true; readonly late?: true; readonly into?: string;
};

/** Of the session before the last: all closed and reported. */
export const FIRST: readonly Told[] = [
  { title: '为冲压线操作工配发减震耳塞', kind: 'safety', reason: '冲压线噪声大，职工反映听力下降。', grounds: '2025 年体检，冲压分厂有 37 人提示听力异常；现场检测 92 分贝，高于限值。', remedy: '统一配发符合标准的减震耳塞，每季度更换，新员工上岗培训佩戴方法。', mover: 0, seconds: [2, 3, 4], to: 'closed', department: 0, answer: '同意。已列入劳保用品目录，二季度起按季配发，并请厂家到班组培训。', outcome: 'done', done: '已配发 1,260 副，班组签收表存安全环保部；复检异常人数降到 21 人。', hot: true },
  { title: '提高夜班津贴标准', kind: 'pay', reason: '夜班津贴多年未调整。', grounds: '现行每班 18 元为 2012 年标准，周边同类企业为 30 元左右。', remedy: '将夜班津贴提高到每班 30 元，与工资集体协商一并研究。', mover: 5, seconds: [0, 6], to: 'closed', department: 2, answer: '经工资集体协商，自今年一月起夜班津贴调整为每班 28 元。', outcome: 'partly', done: '工资专项集体合同第六条已载明，首月发放表核对无误。' },
  { title: '职工食堂增开清真窗口', kind: 'welfare', reason: '少数民族职工就餐不便。', grounds: '全厂有少数民族职工 46 人，目前需自带饭菜。', remedy: '利用二食堂原面点间改造一个清真窗口，单独炊具和人员。', mover: 7, seconds: [8, 9], to: 'closed', department: 1, answer: '已完成改造，4 月起每日供应两餐。', outcome: 'done', done: '窗口照片和就餐登记已存档，日均就餐 40 人。' },
];

/** Of the last session: one in every further state. */
export const SECOND: readonly Told[] = [
  { title: '厂区东门增设非机动车遮雨棚', kind: 'welfare', reason: '东门停车场无遮雨设施，雨雪天职工意见大。', grounds: '东门每日停放电动车约 600 辆，雨后多次发生线路短路。', remedy: '在东门北侧搭建 120 米遮雨棚，同步增加充电桩 40 个并装喷淋。', mover: 0, seconds: [2, 5, 6], to: 'answered', department: 1, answer: '已纳入四季度小型基建计划，雨棚 120 米、充电桩 36 个，11 月下旬开工，12 月底前交付使用。充电桩数量受变压器容量限制。', hot: true },
  { title: '机加车间切削液雾气治理', kind: 'safety', reason: '机加车间油雾大，影响健康。', grounds: '检测显示 3 号线油雾浓度 6.2 毫克每立方米，职工咳嗽就诊增多。', remedy: '为 3 号线 18 台机床加装油雾收集器，分两批完成。', mover: 10, seconds: [3, 4], to: 'working', department: 0, text: '已完成选型，正在比价。' },
  { title: '扩大技能等级认定工种范围', kind: 'training', reason: '部分工种没有等级认定，影响成长。', grounds: '热处理、涂装等 5 个工种 312 人无法在厂内申报等级。', remedy: '向人社部门备案增加 5 个认定工种，明年上半年开考。', mover: 11, seconds: [5, 7], to: 'working', department: 2, late: true },
  { title: '优化班车线路，增设开发区站', kind: 'welfare', reason: '开发区居住职工增多，现有班车不经过。', grounds: '问卷显示 214 名职工住在开发区，单程通勤超过 70 分钟。', remedy: '将 6 号线延伸到开发区南站，早晚各增加一班。', mover: 12, seconds: [8, 9], to: 'disputed', department: 1, answer: '现有线路已满负荷，暂不具备增加条件。', text: '没有说明具体原因，也没有替代办法。' },
  { title: '更衣室增加储物柜和热水', kind: 'welfare', reason: '铸造分厂更衣室储物柜不足，冬天没有热水。', grounds: '更衣室 180 个柜子供 264 人使用，热水器损坏两年。', remedy: '增购 90 个柜子，更换热水机组。', mover: 13, seconds: [2, 10], to: 'reworking', department: 1, answer: '柜子已申购，热水机组列入明年计划。', text: '热水问题拖到明年，冬天怎么办？' },
  { title: '设备点检改用手机扫码', kind: 'production', reason: '纸质点检表填写和统计费时。', grounds: '每班点检表 60 余张，月底汇总需要两人三天。', remedy: '为关键设备贴二维码，用手机填写点检，自动汇总。', mover: 14, seconds: [0, 11], to: 'answeredAgain', department: 3, answer: '信息化预算有限，建议继续使用纸质。', text: '方案成本不高，希望重新论证。' },
  { title: '高温岗位增配移动式冷风机', kind: 'safety', reason: '锻造、热处理夏季温度高。', grounds: '7 月实测岗位温度 41 度，发生轻度中暑 3 例。', remedy: '配置移动式冷风机 24 台，明年 6 月前到位。', mover: 15, seconds: [12, 13], to: 'rated', department: 0, answer: '同意配置 24 台，已完成采购申请，明年 5 月底前到货。' },
  { title: '建立师带徒津贴与考核挂钩办法', kind: 'training', reason: '师带徒流于形式，师傅积极性不高。', grounds: '近两年签订师徒协议 186 份，出徒考核只有 71 份。', remedy: '师傅津贴一半按月发放，一半按徒弟考核结果发放。', mover: 16, seconds: [14, 15], to: 'filed' },
  { title: '东门停车场加装充电桩', kind: 'welfare', reason: '电动车充电难。', grounds: '东门停车场没有充电设施，职工从窗户拉线充电，有火灾隐患。', remedy: '在东门停车场建集中充电桩。', mover: 17, seconds: [4, 5], to: 'merged', text: '与东门遮雨棚提案内容相同，合并办理。', into: '厂区东门增设非机动车遮雨棚' },
  { title: '下料工序余料集中利用', kind: 'production', reason: '下料余料分散堆放，利用率低。', grounds: '每月余料约 11 吨，多按废钢处理，损失约 2 万元。', remedy: '设余料库，按规格上架，排产时优先选用。', mover: 18, seconds: [16, 17], to: 'suggestion', text: '属于工艺改进，由合理化建议渠道办理更快。' },
  { title: '每月增发一桶食用油', kind: 'other', reason: '职工希望增加福利。', grounds: '物价上涨，职工家庭开支增加。', remedy: '每人每月发一桶食用油。', mover: 19, seconds: [18, 3], to: 'rejected', text: '福利费使用已有年度方案并经职代会审议，不宜单项增加；意见转福利费年度审议时参考。' },
  { title: '厂史馆增加劳模展区', kind: 'other', reason: '弘扬劳模精神。', grounds: '厂史馆没有劳模专题。', remedy: '增设劳模展区。', mover: 20, seconds: [6], to: 'lapsed' },
];

/** Of the session that is coming. */
export const THIRD: readonly Told[] = [
  { title: '冲压分厂增设工间休息区', kind: 'welfare', reason: '冲压二线没有固定的工间休息区，职工只能在通道边休息。', grounds: '二线在岗 86 人，工间休息两次，通道边休息与叉车路线交叉，存在安全隐患。', remedy: '利用二线北侧原工具间改造 60 平方米休息区，配桌椅、饮水机和空调，工具间并入中心库。', mover: 0, seconds: [2], open: [1, 5], to: 'gathering' },
  { title: '统一更换老化的车间照明', kind: 'safety', reason: '部分车间照明不足。', grounds: '实测机加 2 号线照度 120 勒克斯，低于标准 300 勒克斯。', remedy: '分两批更换为节能灯具，优先更换质检工位。', mover: 10, seconds: [3], open: [0], to: 'gathering' },
  { title: '职工体检增加颈腰椎项目', kind: 'welfare', reason: '装配、驾驶岗位颈腰椎问题多。', grounds: '去年病假中颈腰椎疾病占 31%。', remedy: '体检套餐增加颈腰椎检查，45 岁以上每年一次。', mover: 11, seconds: [4, 5, 6], to: 'submitted' },
  { title: '体检项目增加腰椎检查', kind: 'welfare', reason: '一线职工腰椎问题突出。', grounds: '装配分厂近两年因腰椎疾病病假 640 天，颈腰椎疾病占病假三成。', remedy: '职工体检增加腰椎检查，装配岗位每年一次。', mover: 12, seconds: [8, 9], to: 'submitted' },
  { title: '改进新员工入厂培训', kind: 'training', reason: '新员工培训时间短。', grounds: '今年新进 143 人，入厂培训平均 2 天。', remedy: '培训延长到 5 天。', mover: 13, seconds: [14, 15], to: 'returned', text: '请补充培训内容安排和所需费用。' },
  { title: '调整倒班时间', kind: 'management', reason: '倒班时间与公交不衔接。', grounds: '夜班 23:30 下班，末班公交 23:00。', remedy: '倒班时间提前半小时。', mover: 14, seconds: [16], to: 'withdrawn', text: '与班车提案重复，先撤回。' },
];
