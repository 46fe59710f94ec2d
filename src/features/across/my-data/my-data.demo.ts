import { cases } from '#engines/cases';
import type { DemoStage } from '#shared/demo';
import { requestProcess } from './my-data.process.ts';
import { carryOut, ask } from './requests.service.ts';

type Told = {
  /** days before the first start, and the time of day */
  readonly day: number;
  readonly kind: 'correction' | 'deletion';
  readonly by: readonly [union: string, index: number];
  readonly text: string;
  readonly changes?: { readonly staffNumber?: string; readonly email?: string };
  /** how the union's chair dealt with it, and what was said */
  readonly dealt?: readonly ['done' | 'declined', string];
  readonly withdrawn?: true;
};

/** One request in every state, at the branch company and the machine works. */
const STORIES: readonly Told[] = [
  { day: 2, kind: 'correction', by: ['HB', 3], text: '换了岗位，工号也换了。', changes: { staffNumber: 'HB-20631' } },
  { day: 24, kind: 'correction', by: ['HQ', 5], text: '邮箱换成单位的。', changes: { email: 'office@example.com' }, dealt: ['done', '已更正，感谢您及时告知。'] },
  { day: 20, kind: 'deletion', by: ['HQ', 6], text: '学历、民族是入职时填的，想删掉。', dealt: ['done', '选填信息已删除，会籍记录按规定保留。'] },
  { day: 18, kind: 'correction', by: ['HB', 4], text: '工号填成了旧的。', changes: { staffNumber: 'HB-00000' }, dealt: ['declined', '人事系统中仍是原工号，请先在人事部门变更后再申请。'] },
  { day: 9, kind: 'deletion', by: ['HQ', 7], text: '想删掉选填内容。', withdrawn: true },
];

const CHAIRS: Readonly<Record<string, string>> = { HB: 'gao', HQ: 'li' };

async function tell(stage: DemoStage, told: Told): Promise<void> {
  const [union, index] = told.by;
  const person = await stage.member(union, index);
  const { id } = await stage.at(stage.ago(told.day, '10:20'), (tx) => ask(tx, person, { kind: told.kind, text: told.text, ...(told.changes ? { changes: told.changes } : {}) }));
  if (told.withdrawn) {
    await stage.at(stage.ago(told.day, '15:05'), (tx) => cases.step(tx, requestProcess, 'withdraw', id, { kind: 'person', actor: person }));
  }
  const [end, text] = told.dealt ?? [];
  if (end === undefined || text === undefined) return;
  const chair = await stage.actor(CHAIRS[union] ?? 'gao');
  const when = stage.ago(told.day - 3, '16:40');
  if (end === 'done') await stage.at(when, (tx) => carryOut(tx, chair, { id, text }));
  else await stage.at(when, (tx) => cases.step(tx, requestProcess, 'decline', id, { kind: 'person', actor: chair }, { text }));
}

/** Requests about personal data in the demonstration federation. */
export async function demo(stage: DemoStage): Promise<void> {
  for (const told of STORIES.toSorted((a, b) => b.day - a.day)) await tell(stage, told);
}
