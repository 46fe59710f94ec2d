import type { DemoStage } from '#shared/demo';
import { decide } from './permissions.service.ts';

/** The federation lets social workers read the rulebook, and cashiers no longer. */
export async function demo(stage: DemoStage): Promise<void> {
  const admin = await stage.actor('admin');
  await stage.at(stage.ago(90, '09:15'), (tx) => decide(tx, admin, { office: 'socialWorker', permission: 'rules.read', allowed: true }));
  await stage.at(stage.ago(40, '14:50'), (tx) => decide(tx, admin, { office: 'cashier', permission: 'rules.read', allowed: false }));
}
