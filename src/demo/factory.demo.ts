import { addDays, daysBetween } from '#shared/dates';
import { seeded } from './people.demo.ts';

type Shop = { readonly lines: readonly string[]; readonly jobs: readonly string[] };

const shop = (lines: string, jobs: string): Shop => ({ lines: lines.split(' '), jobs: jobs.split(' ') });
const press = shop('冲压一线 冲压二线 冲压三线 落料班 模具存放区 冲压检验班', '冲压工 模具钳工 行车工 检验员 设备维修工 叉车工');

/** Where people of the factory work and as what, by the organisation code of their unit. */
const SHOPS: Readonly<Record<string, Shop>> = {
  HQ: shop('办公室 人力资源部 财务部 企业管理部 党群工作部 纪检审计部', '管理员 主办 会计 干事 文书'),
  'HQ-CY': press,
  'HQ-CY-1': press,
  'HQ-DN': shop('空压站 变配电班 锅炉房 水处理站 制冷站 管网班', '电工 锅炉工 空压机工 水处理工 管道工 值班员'),
  'HQ-ZZ': shop('总装一线 总装二线 部装班 调试班 返修班 配套库', '装配工 调试工 电工 检验员 配料员'),
  'HQ-ZL': shop('进货检验室 计量室 理化室 成品检验班 质量管理室', '检验员 计量员 化验员 质量工程师'),
  'HQ-JG': shop('车工班 铣工班 磨工班 数控一班 数控二班 加工中心班', '车工 铣工 磨工 数控车工 加工中心操作工 检验员'),
  'HQ-ZT': shop('造型班 熔炼班 砂处理班 清理班 压铸班', '造型工 熔炼工 砂处理工 清理工 压铸工'),
  'HQ-DZ': shop('锻锤班 模锻线 切边班 加热炉班', '锻造工 加热炉工 切边工 行车工'),
  'HQ-RC': shop('箱式炉班 井式炉班 高频淬火班 回火班', '热处理工 高频操作工 检验员'),
  'HQ-BM': shop('电镀一线 电镀二线 阳极氧化班 喷漆室 废水处理站', '电镀工 喷漆工 化验员 废水处理工'),
  'HQ-HJ': shop('焊接一班 焊接二班 机器人工作站 下料班 打磨班', '电焊工 机器人操作工 下料工 打磨工'),
  'HQ-GJ': shop('刀具班 量具班 夹具班 工具库', '工具钳工 刃磨工 库管员'),
  'HQ-MJ': shop('线切割班 电火花班 钳工班 试模班', '模具钳工 线切割工 电火花工 试模员'),
  'HQ-DD': shop('贴片线 波峰焊线 手工焊班 测试班 老化房', '贴片操作工 焊接工 测试员 工艺员'),
  'HQ-BZ': shop('包装一线 包装二线 木箱班 标签室', '包装工 木工 打标员'),
  'HQ-JX': shop('机修一班 机修二班 电修班 备件库 润滑班', '机修钳工 电修工 润滑工 库管员'),
  'HQ-JS': shop('结构室 电气室 试验室 标准化室', '结构设计师 电气设计师 试验员 标准化员'),
  'HQ-GY': shop('机加工艺室 装配工艺室 焊接工艺室', '工艺员 工艺工程师'),
  'HQ-WZ': shop('采购一室 采购二室 原材料库 辅料库', '采购员 库管员 计划员'),
  'HQ-XS': shop('市场室 合同室 售后服务室', '销售员 合同管理员 服务工程师'),
  'HQ-AH': shop('安全室 环保室 消防班', '安全员 环保员 消防员'),
  'HQ-CC': shop('叉车班 装卸班 成品库 车队', '叉车工 装卸工 库管员 司机'),
  'HQ-HF': shop('一食堂 二食堂 浴室 绿化班 宿舍管理室', '厨师 服务员 水电工 宿管员'),
};

/** What a member of the factory is registered with. */
export type Staff = { readonly beganOn: string; readonly department?: string; readonly job?: string };

/**
 * Gives the people of the factory their place of work. All of them were there on 31 December of last year and before that year began, so that its rates have
 * whole denominators; members elsewhere keep the day they joined.
 */
export function factoryStaff(beginning: string, today: string): (code: string, joined: string) => Staff {
  const random = seeded(2199);
  const lastYear = `${String(Number(today.slice(0, 4)) - 1)}-01-01`;
  const span = daysBetween(beginning, lastYear);
  return (code, joined) => {
    const at = SHOPS[code];
    if (at === undefined) return { beganOn: joined };
    const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
    return { beganOn: addDays(beginning, daysBetween(beginning, joined) % span), department: one(at.lines), job: one(at.jobs) };
  };
}
