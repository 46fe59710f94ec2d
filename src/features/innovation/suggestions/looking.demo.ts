import type { Actor } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { contest, support } from './looking.service.ts';
import { listLikenesses } from './looking.sql.ts';
import { adoptUnit, giveBack } from './steps.service.ts';
import { write } from './writing.service.ts';

type Written = Parameters<typeof write>[2];
const TEXT = { effect: '', campaignId: null, coauthors: [], files: [] } satisfies Partial<Written>;

const PEDAL: Written = { ...TEXT, title: '冲床脚踏板加防护罩', category: 'safety', place: '冲压三线', problem: '冲床的脚踏开关裸露在外面，转身拿料时容易踩到，前段时间空冲过一次，很危险。', remedy: '做一个带翻盖的钢板护罩，只能从正面踩进去，用废板料自己做就行。' };
const DRIVER: Written = { ...TEXT, title: '总装二线气批扭矩点检', category: 'quality', place: '总装二线', problem: '二线气批扭矩靠经验调整，上季度因为螺钉松动返工九台。', remedy: '每班开工前用扭矩仪点检一次，结果扫码记录，超差的气批停用并送计量室。' };
const LIGHT: Written = { ...TEXT, title: '夜班行车照明改为LED灯', category: 'safety', place: '冲压车间行车', effect: '吊装时看得清挂钩人员，减少事故隐患', problem: '冲压车间行车下方照明不足，夜班吊装时看不清吊钩和挂钩人员，有安全隐患。', remedy: '行车大梁两侧加装六盏LED投光灯，随行车移动，夜班吊装前必须开灯。' };
const CRANE: Written = { ...TEXT, title: '模具起吊用专用吊具', category: 'equipment', place: '模具库', problem: '大模具起吊靠钢丝绳捆绑，每次要调整重心，容易滑脱。', remedy: '按常用的八种模具各做一副带定位销的吊具，吊点固定，标出额定载荷。' };

async function tellAlike(stage: DemoStage): Promise<void> {
  const [first, second] = [await stage.member('HQ-CY', 12), await stage.member('HQ-ZZ', 9)];
  await stage.at(stage.ago(1, '12:20'), (tx) => write(tx, first, PEDAL));
  const { id } = await stage.at(stage.ago(6, '19:40'), (tx) => write(tx, second, DRIVER));
  await stage.at(stage.ago(5, '08:10'), async (tx) => {
    for (const like of await listLikenesses(tx, id)) await contest(tx, second, { id, earlierId: like.earlierId, text: '一线用电批，二线用气批，扭矩的调法和点检的办法都不一样。' });
  });
}

/** The chair of the press works writes with two of his people; it is adopted, and others say that they need it too. */
async function tellTogether(stage: DemoStage, chair: Actor): Promise<void> {
  const press = await stage.actor('press');
  const [a, b] = [await stage.member('HQ-CY', 6), await stage.member('HQ-CY', 7)];
  const { id } = await stage.at(stage.ago(14, '18:30'), (tx) => write(tx, press, { ...LIGHT, coauthors: [{ personId: a.personId, share: 30 }, { personId: b.personId, share: 20 }] }));
  const joins: readonly (readonly [member: Actor, day: number, text: string])[] = [
    [await stage.member('HQ-ZZ', 3), 12, '总装的行车也一样暗，请一起改。'], [await stage.member('HQ-DN', 4), 11, ''], [await stage.member('HQ-CY', 9), 11, '夜班挂钩时真的看不清。'],
  ];
  for (const [member, day, text] of joins) await stage.at(stage.ago(day, '12:30'), (tx) => support(tx, member, { id, text }));
  await stage.at(stage.ago(9, '09:00'), (tx) => adoptUnit(tx, chair, { id, grade: 2, text: '' }));
}

/** What waits for its writer, and what somebody only joined. */
async function tellWaiting(stage: DemoStage, chair: Actor): Promise<void> {
  const press = await stage.actor('press');
  const { id } = await stage.at(stage.ago(5, '20:15'), (tx) => write(tx, press, CRANE));
  await stage.at(stage.ago(3, '10:20'), (tx) => giveBack(tx, chair, { id, text: '请写明八种模具的名称和重量，附一张吊具草图。' }));
  const other = await stage.member('HQ-ZL', 5);
  const joined = await stage.at(stage.ago(7, '12:40'), (tx) => write(tx, other, { ...TEXT, title: '三坐标测量室加装除湿机', category: 'quality', place: '计量室', problem: '梅雨季节三坐标测量室湿度超过百分之七十，大理石台面结露，测量数据飘。', remedy: '加装一台工业除湿机和温湿度记录仪，湿度超限自动启动，数据每天导出存档。' }));
  await stage.at(stage.ago(6, '13:00'), (tx) => support(tx, press, { id: joined.id, text: '我们送检的模具也等过，希望早点装上。' }));
}

/** Stories of looking and joining: told anew, contested, written together, joined, to be completed. */
export async function lookingDemo(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  await tellAlike(stage);
  await tellTogether(stage, chair);
  await tellWaiting(stage, chair);
}
