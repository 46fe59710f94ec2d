import type { DemoStage } from '#shared/demo';
import { legalDateOf } from '#shared/dates';
import { drawMonth } from './rewards.service.ts';

/** Last month's list, drafted and waiting to be submitted. */
export async function demo(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  await stage.at(stage.ago(1, '10:00'), (tx) => drawMonth(tx, chair, { unionId: stage.union('HQ').id, month: legalDateOf(tx.now).slice(0, 7) }, { locale: 'zh' } as never));
}
