import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { cases } from '#engines/cases';
import { endMembership, offerMemberships } from '#engines/org';
import { decline, issue, object, receive, release } from './decide.service.ts';
import { accept, request, requestOutside, withdraw } from './request.service.ts';
import { transferProcess } from './transfers.process.ts';
import { closeTransfer } from './transfers.sql.ts';

type Step = readonly [day: number, what: 'release' | 'autoRelease' | 'receive' | 'object' | 'decline' | 'withdraw' | 'issue' | 'lapse', by: string, text?: string];
type Told = { readonly from: string; readonly n: number; readonly to: string; readonly day: number; readonly reason: string; readonly employer: string; readonly job?: string; readonly outside?: string; readonly steps: readonly Step[] };

const TOLD: readonly Told[] = [
  { from: 'MZ-JD-GT-PH', n: 90, to: 'MZ-GN-YF', day: 40, reason: '与远方物流签了劳动合同', employer: '远方物流有限公司', job: '配送站长', steps: [[37, 'release', 'riders'], [35, 'receive', 'city']] },
  { from: 'HQ-ZZ', n: 171, to: '', outside: '滨海市港口集团工会', day: 33, reason: '随家属调动到滨海市工作', employer: '', steps: [[29, 'issue', 'li']] },
  { from: 'HB-BJ02', n: 12, to: 'MZ-JD-GT-FY', day: 24, reason: '项目结束，回家乡附近就业', employer: '枫叶早教中心', job: '保育员', steps: [[6, 'autoRelease', '']] },
  { from: 'HQ-ZL', n: 70, to: 'DF', day: 21, reason: '公司之间借调', employer: '东风装备公司', steps: [[18, 'release', 'li'], [16, 'decline', 'dongfeng', '借调期间劳动关系仍在红旗机械厂，会籍不随借调转移。']] },
  { from: 'MZ-JD-GT-JQ', n: 50, to: 'MZ-JD-GT-FY', day: 15, reason: '办公室搬到枫叶片区', employer: '金桥商务服务部', steps: [[13, 'withdraw', '']] },
  { from: 'HQ-DN', n: 111, to: 'DF', day: 14, reason: '应聘到东风装备', employer: '东风装备公司', steps: [[9, 'lapse', '']] },
  { from: 'HQ-DN', n: 110, to: 'DF', day: 9, reason: '应聘到东风装备铸造车间', employer: '东风装备公司', job: '造型工', steps: [[5, 'release', 'li']] },
  { from: 'HQ-CY', n: 150, to: 'MZ-GN-KJ-QM', day: 8, reason: '转行做软件测试', employer: '启明软件有限公司', job: '测试员', steps: [[6, 'object', 'li', '本人还担任班组安全员，请先办理工作交接。']] },
  { from: 'HQ', n: 40, to: 'DF', day: 3, reason: '应聘到东风装备技术中心', employer: '东风装备公司', job: '装配工', steps: [] },
  { from: 'MZ-JD-GT-FY', n: 50, to: 'MZ-GN-KJ-QM', day: 2, reason: '原来体外入会，现在单位有工会了', employer: '启明软件有限公司', job: '行政', steps: [] },
  { from: 'HQ-ZL', n: 71, to: '', outside: '河阳省总工会第二建筑公司工会', day: 1, reason: '调往外省', employer: '', steps: [] },
];

async function take(stage: DemoStage, t: Told, id: string, [day, what, key, text = '']: Step): Promise<void> {
  const member = await stage.member(t.from, t.n);
  const by = key === '' ? member : await stage.actor(key);
  await stage.at(stage.ago(day, '10:20'), async (tx) => {
    const call = { locale: 'zh' } as never;
    if (what === 'release') await release(tx, by, { ids: [id] }, call);
    else if (what === 'receive') await receive(tx, by, { ids: [id] }, call);
    else if (what === 'object') await object(tx, by, { id, text });
    else if (what === 'decline') await decline(tx, by, { id, text });
    else if (what === 'withdraw') await withdraw(tx, by, { id });
    else if (what === 'issue') await issue(tx, by, { id });
    else {
      if (what === 'lapse') await endMembership(tx, member.personId, 'left');
      await cases.step(tx, transferProcess, what, id, { kind: 'system', job: 'cases.sweep' });
      if (what === 'lapse') await closeTransfer(tx, id, null);
    }
  });
}

/** Transfers in every state, an invitation that waits and one that was accepted. */
export async function demo(stage: DemoStage): Promise<void> {
  for (const t of TOLD) {
    const member = await stage.member(t.from, t.n);
    const { id } = await stage.at(stage.ago(t.day, '19:40'), (tx) => (t.outside
      ? requestOutside(tx, member, { union: t.outside, reason: t.reason })
      : request(tx, member, { unionId: stage.union(t.to).id, reason: t.reason, employer: t.employer, job: t.job ?? '', unattached: false, newForm: '' })));
    for (const step of t.steps) await take(stage, t, id, step);
  }
  const [rider, mechanic] = [await stage.actor('rider'), await stage.member('HQ-CY', 151)];
  const invited = [[rider, 'MZ-GN-YF', '远方物流有限公司', '配送员'], [mechanic, 'DF', '东风装备公司', '冲压工']] as const;
  for (const [person, to, employer, job] of invited) {
    const id = newId();
    await stage.at(stage.ago(4, '09:10'), (tx) => offerMemberships(tx, [{ id, personId: person.personId, unionId: stage.union(to).id, origin: 'desk', originId: null, employer, job, newForm: '', unattached: false, offeredBy: null }]));
    if (person === mechanic) await stage.at(stage.ago(3, '20:00'), (tx) => accept(tx, mechanic, { id, reason: '新单位已录用' }));
  }
}
