import type { DemoStage } from '#shared/demo';
import { reviewDemo } from './review.demo.ts';
import { lookingDemo } from './looking.demo.ts';
import { adoptForImplementation, adoptUnit, appeal, forward, giveBack, rejectUnit } from './steps.service.ts';
import { saveScheme } from './scheme.sql.ts';
import { workDemo } from './work.demo.ts';
import { write } from './writing.service.ts';
import { tellYear } from './year.demo.ts';

type Told = { readonly unit: string; readonly n: number; readonly day: number; readonly title: string; readonly problem: string; readonly remedy: string; readonly category: Parameters<typeof write>[2]['category']; readonly place: string; readonly next?: string };

const TOLD: readonly Told[] = [
  { unit: 'HQ-CY', n: 3, day: 2, title: '冲床脚踏开关加装防误踩罩', category: 'safety', place: '冲压二线', problem: '冲床脚踏开关没有护罩，取料转身时容易误踩，上个月发生过一次空冲。', remedy: '用2毫米钢板做一个翻盖式护罩，脚从正面伸入才能踩到，材料用边角料，每台半小时可以装好。' },
  { unit: 'HQ-CY', n: 4, day: 9, title: '模具架按使用频次重新排列', category: 'site', place: '模具库', problem: '常用模具放在最里面，每次换模要来回搬运十几米，换一次模要四十分钟。', remedy: '按近三个月的使用次数重新编排货位，前二十套放在叉车通道两侧，贴上编号和照片。', next: 'giveBack' },
  { unit: 'HQ-CY', n: 5, day: 20, title: '废料输送带增加接料斗', category: 'environment', place: '冲压一线', problem: '废料从输送带末端掉落，地面油污多，每班要清扫两次。', remedy: '在末端加一个可以翻转的接料斗，装满后由行车吊走，清扫改为每天一次。', next: 'adoptUnit' },
  { unit: 'HQ-ZZ', n: 6, day: 16, title: '总装线电批统一扭矩标定', category: 'quality', place: '总装一线', problem: '各工位电批扭矩靠经验调整，上季度因为螺钉松动返工十七台。', remedy: '每班开工前用扭矩仪点检一次，结果扫码记录，超差的电批立即停用并送计量室标定。', next: 'forward' },
  { unit: 'HQ-DN', n: 7, day: 30, title: '空压机房余热用于浴室热水', category: 'energy', place: '动能分厂空压站', problem: '空压机冷却水带走大量热量，浴室另用电锅炉烧水，每月电费约两万元。', remedy: '加装板式换热器，把空压机余热送到浴室水箱，电锅炉只在检修时使用。', next: 'adoptForImplementation' },
  { unit: 'HQ-ZL', n: 8, day: 25, title: '检验报告取消纸质签字', category: 'management', place: '质量部', problem: '每份检验报告要三个人手写签字，平均两天才能归档。', remedy: '改为在系统里电子签字，纸质报告只给客户打印一份。', next: 'appeal' },
];

async function tell(stage: DemoStage, t: Told): Promise<void> {
  const member = await stage.member(t.unit, t.n);
  const chair = await stage.actor('li');
  const { id } = await stage.at(stage.ago(t.day, '20:10'), (tx) => write(tx, member, { title: t.title, problem: t.problem, remedy: t.remedy, effect: '', place: t.place, category: t.category, campaignId: null, coauthors: [], files: [] }));
  const soon = stage.ago(Math.max(0, t.day - 3), '09:30');
  const later = stage.ago(Math.max(0, t.day - 8), '15:00');
  if (t.next === 'giveBack') await stage.at(soon, (tx) => giveBack(tx, chair, { id, text: '请补充货位现状的照片和最近三个月的换模次数。' }));
  if (t.next === 'adoptUnit') await stage.at(soon, (tx) => adoptUnit(tx, chair, { id, grade: 3, text: '' }));
  if (t.next === 'forward' || t.next === 'adoptForImplementation') await stage.at(soon, (tx) => forward(tx, chair, { id, grade: 2, text: '涉及多个分厂，请公司评审。' }));
  if (t.next === 'adoptForImplementation') await stage.at(later, (tx) => adoptForImplementation(tx, chair, { id, grade: 1, text: '年节电可观，采纳实施。' }));
  if (t.next === 'appeal') {
    await stage.at(soon, (tx) => rejectUnit(tx, chair, { id, text: '客户审核要求保留手写签字，暂时不能取消。' }));
    await stage.at(later, (tx) => appeal(tx, member, { id, text: '客户去年的审核意见已经接受电子签字，附上审核纪要的编号。', files: [] }));
  }
}

/** The scheme of the factory and suggestions in the states of the review. */
export async function demo(stage: DemoStage): Promise<void> {
  await stage.at(stage.ago(1000, '08:00'), (tx) => saveScheme(tx, { unionId: stage.union('HQ').id, openedOn: '2011-03-01', blind: true }));
  await tellYear(stage);
  for (const t of TOLD) await tell(stage, t);
  await workDemo(stage);
  await lookingDemo(stage);
  await reviewDemo(stage);
}
