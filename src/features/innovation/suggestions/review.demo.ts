import type { Actor, Tx } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import type { Call } from '#platform/http';
import { settleLikeness } from './duplicates.sql.ts';
import { clear } from './duplicates.service.ts';
import { merge } from './merging.service.ts';
import { ask, give, stepBack } from './review.service.ts';
import { addExpert, addToGroup, saveCampaign } from './settings.service.ts';
import { adoptForImplementation, appeal, forward, reject } from './steps.service.ts';
import type { Category, ExpertGroup } from './suggestions.rules.ts';
import { write } from './writing.service.ts';

const CALL = { locale: 'zh' } as Call;

/** Who judges: people of four units, so that everybody's suggestions can be judged by somebody else. */
const EXPERTS: Readonly<Record<ExpertGroup, readonly (readonly [unit: string, n: number])[]>> = {
  technology: [['HQ-ZL', 11], ['HQ-ZL', 12], ['HQ-ZZ', 11]], safety: [['HQ-CY', 12], ['HQ-DN', 12], ['HQ-ZL', 13]],
  equipment: [['HQ-DN', 11], ['HQ-ZZ', 12], ['HQ-CY', 11]], management: [['HQ-ZL', 14], ['HQ-CY', 13], ['HQ-ZZ', 13]],
};

type Judged = {
  readonly unit: string; readonly n: number; readonly day: number; readonly group: ExpertGroup; readonly category: Category; readonly title: string; readonly problem: string; readonly remedy: string;
  /** opinions in the order in which the experts were asked: a grade, `no` = reject, `conflict` = stepped back; fewer than were asked = still waiting */
  readonly says: readonly (1 | 2 | 3 | 'no' | 'conflict')[];
  readonly then?: 1 | 2 | 3 | 'no' | 'appeal';
};

const JUDGED: readonly Judged[] = [
  { unit: 'HQ-ZZ', n: 14, day: 4, group: 'equipment', category: 'equipment', title: '总装线升降台加装防夹感应条', problem: '升降台下降时周边没有感应，曾经夹住过工具车。', remedy: '在台面四边贴压敏感应条，碰到即停，接入原来的急停回路。', says: [] },
  { unit: 'HQ-CY', n: 14, day: 6, group: 'technology', category: 'process', title: '落料模改为一模两件', problem: '小垫片一次只冲一件，条料利用率只有六成多。', remedy: '改成一模两件错位排样，条料利用率可以到八成，模具利用旧模架改制。', says: [2] },
  { unit: 'HQ-DN', n: 14, day: 9, group: 'safety', category: 'safety', title: '锅炉房加装一氧化碳联动排风', problem: '锅炉房只有手动排风，报警后要人跑进去开。', remedy: '报警器输出接到排风机控制箱，超限自动排风并关闭燃气阀。', says: [1, 1] },
  { unit: 'HQ-ZZ', n: 15, day: 12, group: 'management', category: 'management', title: '工位物料看板改为扫码叫料', problem: '叫料靠喊和纸条，停线等料每班平均二十分钟。', remedy: '每种物料贴二维码，扫码后仓库屏幕显示工位和数量。', says: [1, 3] },
  { unit: 'HQ-CY', n: 15, day: 14, group: 'equipment', category: 'energy', title: '冲床待机自动停气', problem: '冲床待机时气路一直泄压，压缩空气浪费。', remedy: '在总气阀加时间继电器，待机十分钟自动关气。', says: ['conflict', 2] },
  { unit: 'HQ-ZZ', n: 16, day: 40, group: 'technology', category: 'quality', title: '扭矩扳手加装防错计数', problem: '漏拧螺栓靠人记，上月漏拧三处。', remedy: '扳手加无线计数模块，数量不够工位灯不变绿。', says: [1, 1], then: 1 },
  { unit: 'HQ-ZZ', n: 17, day: 47, group: 'technology', category: 'process', title: '清洗机水温改为分段控制', problem: '清洗机全程八十度，能耗高，塑料件变形。', remedy: '预洗六十度，主洗八十度，漂洗常温，按工件切换程序。', says: [2, 3], then: 2 },
  { unit: 'HQ-CY', n: 16, day: 55, group: 'technology', category: 'quality', title: '首件检验增加毛刺样板', problem: '毛刺大小各人判断不同，争议多。', remedy: '做三级毛刺实物样板挂在检验台，照样判断。', says: [3, 3], then: 3 },
  { unit: 'HQ-DN', n: 15, day: 60, group: 'equipment', category: 'energy', title: '照明回路按工段分控', problem: '全车间一个开关，局部加班也全亮。', remedy: '按工段拆成六路，加装分控箱和定时。', says: [2, 2], then: 2 },
  { unit: 'HQ-ZL', n: 15, day: 66, group: 'equipment', category: 'equipment', title: '三坐标测量室加装恒温记录', problem: '温度超差时测量数据无法追溯。', remedy: '装温度记录仪，超过一度自动提示并停用数据。', says: [2, 'no'], then: 3 },
  { unit: 'HQ-CY', n: 17, day: 70, group: 'equipment', category: 'equipment', title: '模具螺钉改用防松垫', problem: '模具螺钉松动造成停机，上季度四次。', remedy: '压板螺钉统一换双叠自锁垫圈。', says: [3, 3], then: 3 },
  { unit: 'HQ-DN', n: 16, day: 33, group: 'management', category: 'cost', title: '空桶由供应商回收', problem: '润滑油空桶作废品处理，每月付处理费。', remedy: '采购合同写明空桶回收，由供应商拉走。', says: ['no', 'no'], then: 'no' },
  { unit: 'HQ-ZZ', n: 18, day: 26, group: 'safety', category: 'safety', title: '叉车加装蓝光警示灯', problem: '转角处看不到叉车，行人躲避不及。', remedy: '叉车前后加装蓝光投影灯，进入转角提前看到光斑。', says: ['no', 3], then: 'appeal' },
];

const SAYS = { no: '投入大于收益，现有措施已能满足要求。', yes: ['问题找得准，办法可行，可以推广到同类工位。', '能解决问题，建议先在一条线试行。', '有改进，范围较小。'] } as const;

async function people(stage: DemoStage, chair: Actor): Promise<ReadonlyMap<string, Actor>> {
  const known = new Map<string, Actor>();
  const unionId = stage.union('HQ').id;
  for (const [group, members] of Object.entries(EXPERTS) as [ExpertGroup, (typeof EXPERTS)[ExpertGroup]][]) {
    for (const [i, [unit, n]] of members.entries()) {
      const expert = await stage.member(unit, n);
      known.set(expert.personId, expert);
      await stage.at(stage.ago(300, '09:00'), (tx) => addExpert(tx, chair, { unionId, personId: expert.personId, expertGroup: group, leads: i === 0 }));
    }
  }
  const ids = async (unit: string, from: number, n: number): Promise<string[]> => Promise.all(Array.from({ length: n }, async (_, i) => (await stage.member(unit, from + i)).personId));
  const groups = [['party', await ids('HQ-CY', 0, 9)], ['teamLeader', await ids('HQ-ZZ', 10, 6)], ['keyStaff', await ids('HQ-DN', 10, 5)], ['manager', await ids('HQ-ZL', 10, 4)]] as const;
  for (const [group, personIds] of groups) await stage.at(stage.ago(300, '10:00'), (tx) => addToGroup(tx, chair, { unionId, group, personIds, staffNumbers: [] }));
  return known;
}

const draft = (d: Pick<Judged, 'title' | 'problem' | 'remedy' | 'category'>, campaignId: string | null = null) => ({ title: d.title, problem: d.problem, remedy: d.remedy, effect: '', place: '', category: d.category, campaignId, coauthors: [], files: [] });

async function speak(tx: Tx, by: Actor, id: string, word: Judged['says'][number]): Promise<void> {
  if (word === 'conflict') await stepBack(tx, by, { id, text: '建议人是我带的徒弟，请另请专家。' });
  else if (word === 'no') await give(tx, by, { id, verdict: 'reject', text: SAYS.no });
  else await give(tx, by, { id, verdict: 'implement', grade: word, text: SAYS.yes[word - 1] ?? SAYS.yes[2] });
}

async function judge(stage: DemoStage, chair: Actor, experts: ReadonlyMap<string, Actor>, j: Judged): Promise<void> {
  const author = await stage.member(j.unit, j.n);
  const at = (days: number, time: string): Date => stage.ago(Math.max(0, j.day - days), time);
  const { id } = await stage.at(at(0, '19:40'), (tx) => write(tx, author, draft(j)));
  await stage.at(at(1, '09:10'), (tx) => forward(tx, chair, { id, grade: 2, expertGroup: j.group, text: '' }));
  const { asked } = await stage.at(at(1, '14:00'), (tx) => ask(tx, chair, { id, reviewerIds: [], text: '' }, CALL));
  for (const [i, word] of j.says.entries()) {
    const expert = experts.get(asked[i]?.id ?? '');
    if (expert) await stage.at(at(2, `1${i}:20`), (tx) => speak(tx, expert, id, word));
  }
  const { then } = j;
  if (typeof then === 'number') await stage.at(at(4, '16:00'), (tx) => adoptForImplementation(tx, chair, { id, grade: then, text: '综合专家意见，采纳实施。' }));
  if (then === 'no' || then === 'appeal') await stage.at(at(4, '16:00'), (tx) => reject(tx, chair, { id, text: '综合专家意见，暂不采纳：投入较大，现有措施可以满足要求。' }));
  if (then === 'appeal') await stage.at(at(6, '20:00'), (tx) => appeal(tx, author, { id, text: '上周转角处又险些碰撞，灯每台只要一百二十元。', files: [] }));
}

const TWINS = [
  { title: '更衣柜加装通风孔', problem: '更衣柜不通风，夏天工作服有霉味，大家把衣服搭在外面。', remedy: '柜门上下各冲两排通风孔，利用冲压边角料做百叶片。', category: 'site' },
  { title: '更衣柜门加通风百叶', problem: '更衣柜里不通风，工作服夏天发霉有味道。', remedy: '在柜门上下开通风百叶，用边角料自己做。', category: 'site' },
  { title: '淋浴间更衣柜换成网格门', problem: '淋浴间更衣柜潮湿，锁扣生锈，经常打不开。', remedy: '潮湿区的柜门换成不锈钢网格门，锁扣换尼龙材质。', category: 'site' },
] as const;

async function twins(stage: DemoStage, chair: Actor): Promise<void> {
  const [first, same, other] = await Promise.all([stage.member('HQ-CY', 20), stage.member('HQ-CY', 21), stage.member('HQ-CY', 22)]);
  const told = async (by: Actor, i: 0 | 1 | 2, day: number) => (await stage.at(stage.ago(day, '18:30'), (tx) => write(tx, by, draft(TWINS[i])))).id;
  const [a, b, c] = [await told(first, 0, 11), await told(same, 1, 8), await told(other, 2, 5)];
  await stage.at(stage.ago(7, '10:00'), (tx) => settleLikeness(tx, { suggestionId: b, earlierId: a, score: 0.86, state: 'open', text: '', byId: chair.personId }));
  await stage.at(stage.ago(7, '10:30'), (tx) => merge(tx, chair, { id: b, earlierId: a, sharing: { way: 'alike' }, text: '两条说的是同一批更衣柜、同一个办法。' }));
  await stage.at(stage.ago(4, '18:31'), (tx) => settleLikeness(tx, { suggestionId: c, earlierId: a, score: 0.52, state: 'open', said: '我说的是淋浴间的柜子，问题是潮湿生锈，不是通风。', text: '', byId: other.personId }));
  const [d, e] = [await stage.member('HQ-DN', 20), await stage.member('HQ-DN', 21)];
  const near = { title: '水泵房地沟盖板换格栅', problem: '水泵房地沟盖板是整块钢板，检查要两个人抬。', remedy: '换成分段的玻璃钢格栅盖板，一个人可以掀开。', category: 'equipment' } as const;
  const x = await stage.at(stage.ago(13, '18:00'), (tx) => write(tx, d, draft(near)));
  const y = await stage.at(stage.ago(3, '18:00'), (tx) => write(tx, e, draft({ ...near, title: '配电室电缆沟盖板换轻质板', problem: '配电室电缆沟盖板太重，检查要两个人抬。' })));
  await stage.at(stage.ago(2, '09:00'), (tx) => clear(tx, chair, { id: y.id, otherId: x.id, text: '一处是水泵房，一处是配电室，材料要求不同。' }));
}

/** Experts, opinions in every state, a merger, a contested and a cleared likeness, a campaign that is open now. */
export async function reviewDemo(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const experts = await people(stage, chair);
  const day = (ago: number): string => stage.ago(ago, '12:00').toISOString().slice(0, 10);
  const { id } = await stage.at(stage.ago(20, '09:00'), (tx) => saveCampaign(tx, chair, {
    unionId: stage.union('HQ').id, title: '冬季节能降耗专项', theme: '节电、节水、节气、节油：找一处浪费，提一个办法。', fromDate: day(20), toDate: new Date(stage.now.getTime() + 40 * 86_400_000).toISOString().slice(0, 10),
    prizes: [{ place: 1, count: 1, amountFen: 200_000 }, { place: 2, count: 3, amountFen: 100_000 }, { place: 3, count: 6, amountFen: 50_000 }],
  }));
  const saver = await stage.member('HQ-DN', 22);
  await stage.at(stage.ago(7, '20:00'), (tx) => write(tx, saver, draft({ title: '浴室水龙头改为脚踏式', problem: '浴室水龙头常常没关紧，夜里一直在流。', remedy: '全部换成脚踏阀，离开即停，预计每月节水八十吨。', category: 'energy' }, id)));
  for (const j of JUDGED) await judge(stage, chair, experts, j);
  await twins(stage, chair);
}
