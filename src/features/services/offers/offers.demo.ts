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

type Has = { readonly id: string; readonly who: Actor };

/** People ask one after the other, some milliseconds apart; who is no member at that time is passed over. */
async function ask(stage: DemoStage, offerId: string, people: readonly Actor[], from: Date, apart: number): Promise<Has[]> {
  const has: Has[] = [];
  for (const [n, who] of people.entries()) {
    const at = new Date(from.getTime() + apart * (n + 1));
    const [answer] = await stage.at(at, (tx) => claims.decide(tx, offerId, [{ personId: who.personId, key: 'demo', places: 1, unitId: null, at }]));
    if (answer && 'claim' in answer) has.push({ id: answer.claim.id, who });
  }
  return has;
}

const members = (stage: DemoStage, code: string, from: number, n: number): Promise<Actor[]> => Promise.all(Array.from({ length: n }, (_, i) => stage.member(code, from + i)));

async function handOver(stage: DemoStage, offerId: string, to: readonly Has[], at: Date): Promise<void> {
  const chair = await stage.actor('li');
  await stage.at(at, async (tx) => claims.handOver(tx, chair, offerId, (await claims.findClaims(tx, offerId, to.map((h) => h.id))).map((c) => ({ code: claims.codesOf(tx.federationId, c).code, at, paid: false }))));
}

/** Bags of the union: taken, collected, given back, offered to the next, declined, removed, waiting. */
async function bags(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const opened = stage.ago(2, '09:00');
  const id = await hold(stage, opened, {
    title: '工会文创帆布袋', mode: 'first', places: 6, quotas: [{ unionId: stage.union('HQ-CY').id, places: 4, rollsUpAt: new Date(stage.now.getTime() + 2 * DAY) }], closesAt: new Date(stage.now.getTime() + 5 * DAY), waits: true, answerHours: 24, transferable: true,
    handOverFrom: stage.ago(1, '08:30'), handOverTo: new Date(stage.now.getTime() + 6 * DAY), place: '工会一楼职工之家', published: true,
  });
  const has = await ask(stage, id, await members(stage, 'HQ-JS', 5, 12), opened, 137);
  await ask(stage, id, await members(stage, 'HQ-CY', 4, 3), new Date(opened.getTime() + 60_000), 211);
  const [first, second, third, fourth] = has;
  if (!first || !second || !third || !fourth) throw new Error('offers demo: too few people');
  await handOver(stage, id, [first, second], stage.ago(1, '10:05'));
  await stage.at(stage.ago(1, '12:10'), (tx) => claims.cancel(tx, third.who, third.id));
  const next = has[6];
  if (next) await stage.at(stage.ago(1, '12:40'), (tx) => claims.decline(tx, next.who, next.id));
  await stage.at(stage.ago(1, '15:20'), (tx) => claims.remove(tx, chair, fourth.id, '同一人用两个工号登记'));
}

/** Cinema tickets that are over: collected, not collected, waited in vain; the order is published. */
async function tickets(stage: DemoStage): Promise<void> {
  const opened = stage.ago(20, '12:00');
  const id = await hold(stage, opened, { title: '国庆观影票', mode: 'first', places: 5, closesAt: stage.ago(18, '18:00'), waits: true, handOverFrom: stage.ago(17, '09:00'), handOverTo: stage.ago(12, '17:00'), place: '行政楼 102 室', published: true });
  const has = await ask(stage, id, [await stage.actor('worker'), ...await members(stage, 'HQ-JS', 1, 6)], opened, 23);
  await handOver(stage, id, has.slice(0, 4), stage.ago(16, '12:20'));
  await stage.at(stage.ago(12, '17:01'), (tx) => claims.sweepOffer(tx, id));
}

/** Cups that are paid online: one is paid, the others are kept for people who have yet to pay. */
async function cups(stage: DemoStage): Promise<void> {
  const opened = stage.ago(1, '18:00');
  const id = await hold(stage, opened, { title: '工会定制保温杯', mode: 'first', places: 20, pays: 'online', price: 2_000n, holdMinutes: 1_440, closesAt: new Date(stage.now.getTime() + 3 * DAY), handOverFrom: stage.ago(1, '18:30'), handOverTo: new Date(stage.now.getTime() + 9 * DAY), place: '工会一楼职工之家' });
  const has = await ask(stage, id, [...await members(stage, 'HQ-JS', 20, 3), await stage.actor('worker')], opened, 41_000);
  const [first] = has;
  if (!first) throw new Error('offers demo: nobody to pay');
  await stage.at(new Date(opened.getTime() + 300_000), async (tx) => claims.paid(tx, (await claims.beginPayment(tx, first.who, first.id)).number, 2_000n));
}

/** Three offers of the union that no part keeps: one that is on, one that is paid online, one that is over. */
export async function demo(stage: DemoStage): Promise<void> {
  await bags(stage);
  await tickets(stage);
  await cups(stage);
}
