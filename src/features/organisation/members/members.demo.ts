import type { DemoStage } from '#shared/demo';
import { continueMembership, endMembership } from '#engines/org';

/** Retired members with reserved membership, one who came back, one who left. */
export async function demo(stage: DemoStage): Promise<void> {
  const retired = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => stage.member('HQ', n)));
  for (const [n, person] of retired.entries()) await stage.at(stage.ago(120 - 15 * n, '10:00'), (tx) => continueMembership(tx, person.personId, 'retired', { state: 'reserved', origin: 'retirement' }).then(() => undefined));
  const back = retired[0];
  if (back) await stage.at(stage.ago(20, '09:30'), (tx) => continueMembership(tx, back.personId, 'returned', { state: 'active', origin: 'return' }).then(() => undefined));
  const left = await stage.member('MZ-GN-YF', 3);
  await stage.at(stage.ago(35, '15:00'), (tx) => endMembership(tx, left.personId, 'left').then(() => undefined));
}
