import { audit } from '#engines/audit';
import type { DemoStage } from '#shared/demo';

type Told = {
  readonly day: number;
  readonly at: string;
  /** key of the cast */
  readonly by: string;
  readonly of: readonly [union: string, index: number];
  readonly fields: readonly string[];
  readonly purpose: string;
};

/** Looks at personal fields as an ordinary month brings them. */
const LOOKS: readonly Told[] = [
  { day: 26, at: '09:12', by: 'gao', of: ['HB-BJ01', 0], fields: ['phone'], purpose: '来信有急事，电话联系本人' },
  { day: 21, at: '14:35', by: 'clerk', of: ['HB', 2], fields: ['phone', 'email'], purpose: '通知领取慰问品' },
  { day: 15, at: '10:05', by: 'li', of: ['HQ', 3], fields: ['idNumber'], purpose: '核对名册中重复的姓名' },
  { day: 9, at: '16:20', by: 'area', of: ['MZ-JD-GT-FY', 1], fields: ['idNumber', 'phone'], purpose: '办理会籍转入' },
  { day: 4, at: '11:41', by: 'gao', of: ['HB', 4], fields: ['birthDate'], purpose: '退休欢送会排期' },
  { day: 1, at: '09:30', by: 'city', of: ['HQ', 0], fields: ['phone'], purpose: '回访来信办理情况' },
];

/** Tells who looked at whom. */
export async function demo(stage: DemoStage): Promise<void> {
  for (const told of LOOKS) {
    const [code, index] = told.of;
    const [by, person, when] = [await stage.actor(told.by), await stage.member(code, index), stage.ago(told.day, told.at)];
    await stage.at(when, (tx) => audit.looked(tx, by, {
      subject: { kind: 'person', id: person.personId, name: person.name }, unionId: stage.union(code).id, fields: told.fields, purpose: told.purpose,
    }));
  }
}
