/** Kinds of things a suggestion can be about: what the patterns of patterns.demo.ts fit. */
export type Thing = 'press' | 'cutter' | 'furnace' | 'crane' | 'pump' | 'line' | 'welder' | 'bath' | 'tester' | 'truck' | 'board' | 'store' | 'desk' | 'kitchen' | 'tool' | 'hall';

type Things = Partial<Record<Thing, readonly string[]>>;

const of = (things: Partial<Record<Thing, string>>): Things => Object.fromEntries(Object.entries(things).map(([kind, names]) => [kind, names.split(' ')]));

/** What every unit has. */
const COMMON = of({
  tool: '手电钻 角磨机 扭力扳手 气动扳手 游标卡尺 工具车 人字梯 手动葫芦 划线平台 钢丝钳组套',
  hall: '东大门 西侧通道 更衣室 休息室 二楼走廊 卸货口 工具间 北侧车棚',
  desk: '交接班记录 设备点检表 班组培训台账 考勤汇总 工票统计 安全检查记录 领料单 能耗日报 质量日报 生产周报',
});

/** Machines and places by the organisation code of the unit; `1-8号冲床` stands for any of eight. */
const MACHINES: Readonly<Record<string, Things>> = {
  HQ: of({ store: '档案室 办公用品库 印刷品库房', board: '主楼配电柜 会议室照明', desk: '合同审批 出差报销 印章使用登记 培训计划 招聘面试记录 固定资产台账 月度经营例会 公文收发' }),
  'HQ-CY': of({ press: '1-8号315吨冲床 1-6号160吨冲床 1-4号液压机 1-5号开式压力机 1-3号剪板机', crane: '1-4号行车 1-3号悬臂吊', line: '1-3号废料输送带 1-4号自动送料线', store: '模具架 板料库 端子库' }),
  'HQ-DN': of({ pump: '1-6号空压机 1-5号循环水泵 1-4号冷却塔 1-3号锅炉给水泵 1-4号制冷机组 1-3号除氧水泵', board: '1-9号低压配电柜 1-3号变压器室 1-4号电容补偿柜', furnace: '1-3号燃气锅炉', hall: '管廊 水处理间 值班室' }),
  'HQ-ZZ': of({ line: '1-4号总装线 1-3号部装线 1-5号返修工位 1-4号调试工位', tester: '1-5号气密试验台 1-4号耐压测试仪 1-6号功能测试台', crane: '1-3号平衡吊', store: '配套库 螺钉货架 成品暂存区' }),
  'HQ-ZL': of({ tester: '1-4号三坐标测量机 1-3号光谱仪 1-5号硬度计 1-4号投影仪 1-3号拉力试验机 1-6号检验平台', store: '样件柜 量具周转柜 试剂柜', desk: '检验报告 不合格品处置单 计量台账 首件检验单 供方质量通报' }),
  'HQ-JG': of({ cutter: '1-9号数控车床 1-6号加工中心 1-7号普通车床 1-5号铣床 1-5号平面磨床 1-4号外圆磨床 1-3号镗床', crane: '1-4号立柱吊', line: '1-3号上下料机器人', store: '刀具柜 毛坯周转区' }),
  'HQ-ZT': of({ furnace: '1-4号中频炉 1-3号保温炉', press: '1-5号压铸机 1-4号造型机 1-3号射芯机', line: '1-3号砂处理线 1-3号抛丸机', crane: '1-5号行车', store: '砂芯架 模板库' }),
  'HQ-DZ': of({ press: '1-4号电液锤 1-3号摩擦压力机 1-4号切边机', furnace: '1-5号感应加热炉 1-3号燃气加热炉', crane: '1-3号行车', store: '锻模库 下料区' }),
  'HQ-RC': of({ furnace: '1-5号箱式炉 1-4号井式炉 1-3号回火炉 1-3号高频淬火机 1-2号渗碳炉', bath: '1-3号淬火油槽 1-2号清洗槽', crane: '1-2号单梁吊', store: '工装吊具架' }),
  'HQ-BM': of({ bath: '1-6号镀锌槽 1-4号酸洗槽 1-4号阳极氧化槽 1-5号漂洗槽 1-3号磷化槽', line: '1-3号喷漆线 1-2号烘干线', pump: '1-4号抽风机 1-4号过滤泵 1-3号加药泵', store: '化学品库 挂具架' }),
  'HQ-HJ': of({ welder: '1-9号气保焊机 1-5号氩弧焊机 1-4号点焊机 1-4号焊接机器人 1-3号激光切割机', cutter: '1-4号锯床', crane: '1-4号行车', store: '焊材库 工装架' }),
  'HQ-GJ': of({ cutter: '1-5号工具磨床 1-3号万能铣床 1-4号钻床 1-3号数控刃磨机', tester: '1-3号对刀仪', store: '刀具货架 量具柜 夹具架' }),
  'HQ-MJ': of({ cutter: '1-6号线切割机 1-5号电火花机 1-3号雕铣机 1-3号摇臂钻', press: '1-2号试模机 1-2号合模机', crane: '1-3号行车', store: '模架库 电极柜 模具图纸柜' }),
  'HQ-DD': of({ line: '1-4号贴片线 1-3号波峰焊 1-4号插件线 1-3号回流焊', tester: '1-6号在线测试仪 1-4号老化柜 1-5号光学检测机', welder: '1-9号恒温焊台', store: '元器件货架 防潮柜 治具架' }),
  'HQ-BZ': of({ line: '1-4号包装线 1-3号打包机 1-3号封箱机 1-3号喷码机', cutter: '1-3号推台锯', truck: '1-3号液压车', store: '纸箱库 木料区 标签柜' }),
  'HQ-JX': of({ cutter: '1-3号修理车床 1-3号钻床', pump: '1-4号液压泵站 1-3号真空泵', board: '1-4号电修试验台 1-3号动力箱', crane: '1-3号行车', store: '备件库 润滑油库 轴承货架', desk: '维修工单 备件申请 润滑计划 故障统计' }),
  'HQ-JS': of({ tester: '1-4号振动台 1-3号高低温箱 1-3号盐雾箱 1-4号示波器', desk: '图纸会签 设计更改单 标准件选用 试验报告 技术评审 物料清单', store: '样机间 图纸档案柜' }),
  'HQ-GY': of({ desk: '工艺卡片 工时定额 工装申请单 工艺验证记录 作业指导书 工艺更改通知', tester: '1-2号工艺验证台', store: '工艺资料柜' }),
  'HQ-WZ': of({ store: '钢材库 辅料库 油料库 劳保库 外协件货架 呆滞料区', truck: '1-4号叉车', desk: '采购申请 供方评价 到货通知 询价记录 入库单', crane: '1-2号行车' }),
  'HQ-XS': of({ desk: '合同评审 发货通知 客户投诉单 售后回访 报价单 应收账款对账 市场周报', store: '样品柜 宣传资料柜' }),
  'HQ-AH': of({ desk: '隐患整改单 动火作业票 危废台账 应急演练记录 相关方管理', store: '消防器材库 危废暂存间 应急物资柜', pump: '1-3号消防泵' }),
  'HQ-CC': of({ truck: '1-9号叉车 1-5号厂内货车 1-4号电瓶车 1-3号牵引车', store: '成品库 周转箱堆场 托盘区 待发区', line: '1-2号装车输送机', crane: '1-3号门吊', desk: '出库单 车辆调度 装车清单' }),
  'HQ-HF': of({ kitchen: '一食堂 二食堂 早餐窗口 洗碗间 面点间 浴室 开水房', pump: '1-3号热水泵 1-4号排风机', hall: '宿舍楼道 职工之家 篮球场 洗衣房', desk: '用餐统计 宿舍报修 洗浴卡充值' }),
};

const without = (name: string): boolean => !/^\d-\d/.test(name);

/** One thing of a unit, of its own machines three times out of four. @param random 0 to 1 */
export function pickThing(code: string, random: () => number): { kind: Thing; name: string; numbered: boolean } {
  const own = MACHINES[code] ?? {};
  const from = Object.keys(own).length > 0 && random() < 0.75 ? own : COMMON;
  const all = Object.entries(from).flatMap(([kind, names]) => (names ?? []).map((name) => ({ kind: kind as Thing, name })));
  const one = all[Math.floor(random() * all.length)] ?? { kind: 'tool' as const, name: '工具车' };
  const [, least, most, rest] = /^(\d)-(\d)(.+)$/.exec(one.name) ?? [];
  if (without(one.name) || rest === undefined) return { ...one, numbered: false };
  return { kind: one.kind, name: `${String(Number(least) + Math.floor(random() * (Number(most) - Number(least) + 1)))}${rest}`, numbered: true };
}
