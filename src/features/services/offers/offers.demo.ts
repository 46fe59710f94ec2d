import type { Actor } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { claims, type OfferWanted } from '#engines/claims';

const DAY = 86_400_000;

/** An offer of the big factory's union, put and opened at its time. */
async function hold(stage: DemoStage, opened: Date, wanted: Omit<OfferWanted, 'unionId' | 'kind' | 'opensAt'>): Promise<string> {
  const chair = await stage.actor('li');
  return stage.at(new Date(opened.getTime() - 2 * 3_600_000), async (tx) => {
    const id = await claims.put(tx, chair, { unionId: stage.union('HQ').id, kind: 'trial', opensAt: opened, ...wanted });
    await claims.open(tx, chair, id);
    return id;
  });
}

/** Somebody asks. @returns the claim's id */
async function ask(stage: DemoStage, offerId: string, who: Actor, at: Date): Promise<string> {
  const [answer] = await stage.at(at, (tx) => claims.decide(tx, offerId, [{ personId: who.personId, key: 'demo', places: 1, unitId: null, at }]));
  if (answer === undefined || 'no' in answer) throw new Error(`offers demo: refused, ${answer?.no ?? 'no answer'}`);
  return answer.claim.id;
}

/** Bags of the union: taken, collected, given back, offered to the next, declined, removed, waiting. */
async function bags(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const opened = stage.ago(2, '09:00');
  const id = await hold(stage, opened, {
    title: '工会文创帆布袋', mode: 'first', places: 6, quotas: [{ unionId: stage.union('HQ-CY').id, places: 4, rollsUpAt: new Date(stage.now.getTime() + 2 * DAY) }], closesAt: new Date(stage.now.getTime() + 5 * DAY), waits: true, answerHours: 24, transferable: true,
    handOverFrom: stage.ago(1, '08:30'), handOverTo: new Date(stage.now.getTime() + 6 * DAY), place: '工会一楼职工之家', published: true,
  });
  const ids: string[] = [];
  for (let n = 0; n < 9; n++) ids.push(await ask(stage, id, await stage.member('HQ', n + 1), new Date(opened.getTime() + 137 * (n + 1))));
  for (let n = 0; n < 3; n++) await ask(stage, id, await stage.member('HQ-CY', n + 2), new Date(opened.getTime() + 60_000 + 211 * n));
  const codes = await stage.at(stage.ago(1, '10:00'), async (tx) => (await claims.findClaims(tx, id, ids.slice(0, 2))).map((c) => claims.codesOf(tx.federationId, c).code));
  await stage.at(stage.ago(1, '10:05'), (tx) => claims.handOver(tx, chair, id, codes.map((code) => ({ code, at: tx.now, paid: false }))));
  await stage.at(stage.ago(1, '12:10'), async (tx) => claims.cancel(tx, await stage.member('HQ', 3), ids[2] ?? ''));
  await stage.at(stage.ago(1, '12:40'), async (tx) => claims.decline(tx, await stage.member('HQ', 7), ids[6] ?? ''));
  await stage.at(stage.ago(1, '15:20'), (tx) => claims.remove(tx, chair, ids[3] ?? '', '同一人用两个工号登记'));
}

/** Cinema tickets that are over: collected, not collected, waited in vain; the order is published. */
async function tickets(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const opened = stage.ago(20, '12:00');
  const id = await hold(stage, opened, { title: '国庆观影票', mode: 'first', places: 5, closesAt: stage.ago(18, '18:00'), waits: true, handOverFrom: stage.ago(17, '09:00'), handOverTo: stage.ago(12, '17:00'), place: '行政楼 102 室', published: true });
  const people = [await stage.actor('worker'), ...await Promise.all([0, 1, 2, 3, 4].map((n) => stage.member('HQ-JS', n)))];
  const ids: string[] = [];
  for (const [n, who] of people.entries()) ids.push(await ask(stage, id, who, new Date(opened.getTime() + 23 * (n + 1))));
  const at = stage.ago(16, '12:20');
  await stage.at(at, async (tx) => claims.handOver(tx, chair, id, (await claims.findClaims(tx, id, ids.slice(0, 4))).map((c) => ({ code: claims.codesOf(tx.federationId, c).code, at, paid: false }))));
  await stage.at(stage.ago(12, '17:01'), (tx) => claims.sweepOffer(tx, id));
}

/** Two offers of the union that no part keeps: one that is on, one that is over. */
export async function demo(stage: DemoStage): Promise<void> {
  await bags(stage);
  await tickets(stage);
}
