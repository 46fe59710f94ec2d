import type { DemoStage } from '#shared/demo';
import { legalDateOf } from '#shared/dates';
import { savePayrolls } from './honours.sql.ts';
import { UNIT_PAYROLL } from './payroll.demo.ts';
import { drawMonth } from './rewards.service.ts';

/** Last month's list, drafted and waiting to be submitted; the units' wages of last year's December, by which best units are awarded. */
export async function demo(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const month = `${String(Number(legalDateOf(stage.now).slice(0, 4)) - 1)}-12`;
  await stage.at(stage.ago(2, '09:10'), (tx) => savePayrolls(tx, chair.personId, UNIT_PAYROLL.map((u) => ({ unionId: stage.union(u.code).id, month, payrollFen: BigInt(u.payrollFen) }))));
  await stage.at(stage.ago(1, '10:00'), (tx) => drawMonth(tx, chair, { unionId: stage.union('HQ').id, month: legalDateOf(tx.now).slice(0, 7) }, { locale: 'zh' } as never));
}
