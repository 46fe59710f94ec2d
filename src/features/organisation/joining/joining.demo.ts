import type { DemoStage } from '#shared/demo';
import { idCheckCharacter } from '#shared/id-number';
import { cases } from '#engines/cases';
import { apply } from './apply.service.ts';
import { approve, ask, refuse } from './decide.service.ts';
import { joiningProcess } from './joining.process.ts';

type Told = { union: string; by: string; name: string; day: number; time: string; newForm?: 'delivery' | 'courier' | 'ride'; employer?: string; end?: 'approve' | 'refuse' | 'ask'; endDay?: number };

const TOLD: readonly Told[] = [
  { union: 'MZ-JD-GT-PH', by: 'riders', name: '宋小川', day: 20, time: '11:20', newForm: 'delivery' },
  { union: 'MZ-JD-GT-PH', by: 'riders', name: '陶亚军', day: 3, time: '14:05', newForm: 'delivery' },
  { union: 'MZ-JD-GT-PH', by: 'riders', name: '贺家旺', day: 1, time: '21:40', newForm: 'courier' },
  { union: 'MZ-JD-GT-PH', by: 'riders', name: '龚建平', day: 30, time: '10:10', newForm: 'ride', end: 'approve', endDay: 26 },
  { union: 'MZ-JD-GT-FY', by: 'area', name: '毛秀兰', day: 19, time: '09:30', employer: '枫叶干洗店' },
  { union: 'MZ-JD-GT-FY', by: 'area', name: '邵文杰', day: 6, time: '16:20', employer: '好邻居便利店', end: 'ask', endDay: 5 },
  { union: 'MZ-JD-GT-FY', by: 'area', name: '钟丽', day: 2, time: '13:00', employer: '枫叶早教中心' },
  { union: 'MZ-JD-GT-FY', by: 'area', name: '汪大伟', day: 40, time: '15:15', employer: '外地公司', end: 'refuse', endDay: 37 },
  { union: 'HB', by: 'gao', name: '谭志明', day: 4, time: '08:50', employer: '明州安装工程公司华北分公司' },
];

const idOf = (n: number): string => {
  const body = `11999919900${1 + (n % 9)}1${n % 9}0${n % 10}${n % 2 === 0 ? 2 : 1}`.slice(0, 17);
  return body + idCheckCharacter(body);
};

/** Applications in every state; the first of the riders is late. */
export async function demo(stage: DemoStage): Promise<void> {
  for (const [n, t] of TOLD.entries()) {
    const union = stage.union(t.union);
    await stage.at(stage.ago(t.day, t.time), (tx) => apply(tx, null, {
      joinCode: union.joinCode, name: t.name, idKind: 'resident', idNumber: idOf(n), phone: `1990001${String(n).padStart(4, '0')}`, unattached: t.employer === undefined && t.newForm !== undefined,
      employer: t.employer ?? '', job: '', newForm: t.newForm ?? '', letter: '', notice: true,
    }));
    if (t.end === undefined) continue;
    const by = await stage.actor(t.by);
    await stage.at(stage.ago(t.endDay ?? 0, '10:00'), async (tx) => {
      const [last] = (await cases.listRegister(tx, joiningProcess, by, { text: t.name }, { limit: 1, offset: 0 })).items;
      const id = last?.id ?? '';
      if (t.end === 'approve') await approve(tx, by, { ids: [id] }, { locale: 'zh' } as never);
      if (t.end === 'refuse') await refuse(tx, by, { id, text: '您的工作单位在外地，请向单位所在地的工会申请。' });
      if (t.end === 'ask') await ask(tx, by, { id, text: '请补充劳动合同或工作证的照片，或由店长出具证明。' });
    });
  }
}
