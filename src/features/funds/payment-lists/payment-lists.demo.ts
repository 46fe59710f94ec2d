import type { Actor } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { appointMany, findPeople } from '#engines/org';
import { payments } from '#engines/payments';
import { addRows, byHand, make } from './by-hand.service.ts';

/** Who gets how much for what: the person, yuan, the reason. */
type Pay = readonly [who: Actor, yuan: string, reason: string];
type Officers = { readonly accountant: Actor; readonly chair: Actor; readonly cashier: Actor };

/** Accountant and cashier of a union: those of the cast, or two of its members who hold the offices from now on. */
async function officersOf(stage: DemoStage, code: string, chair: string, cast: string | null): Promise<Officers> {
  const known = cast === null ? null : await stage.actor(cast).catch(() => null);
  const [first, second] = [await stage.member(code, 5), await stage.member(code, 6)];
  const since = addDays(legalDateOf(stage.now), -700);
  await stage.at(stage.now, (tx) => appointMany(tx, [...(known ? [] : [{ who: first, office: 'accountant' }]), { who: second, office: 'cashier' }].map(({ who, office }) => ({
    id: newId(), personId: who.personId, unionId: stage.union(code).id, office, title: '', fullTime: false, fromDate: since, toDate: null, basis: '',
  }))));
  return { accountant: known ?? (await stage.member(code, 5)), chair: await stage.actor(chair), cashier: await stage.member(code, 6) };
}

/** A list written by hand some days ago; its id. */
async function listed(stage: DemoStage, o: Officers, code: string, ago: number, title: string, pays: readonly Pay[]): Promise<string> {
  const when = stage.ago(ago, '09:20');
  const { id } = await stage.at(when, (tx) => make(tx, o.accountant, { unionId: stage.union(code).id, purpose: byHand.name, period: legalDateOf(when).slice(0, 7), title }));
  await stage.at(stage.ago(ago, '10:05'), async (tx) => {
    const people = await findPeople(tx, pays.map(([who]) => who.personId));
    await addRows(tx, o.accountant, { id, rows: pays.map(([who, amount, reason]) => ({ staffNumber: people.get(who.personId)?.staffNumber ?? '', name: '', amount, reason })) });
  });
  return id;
}

/** Takes a list on, a day for each step, as far as told. */
async function taken(stage: DemoStage, o: Officers, id: string, ago: number, to: 'submitted' | 'approved' | 'filed' | 'settled', failed: readonly { personId: string; why: string }[] = []): Promise<void> {
  await stage.at(stage.ago(ago, '10:30'), (tx) => payments.submit(tx, o.accountant, { id }));
  if (to === 'submitted') return;
  await stage.at(stage.ago(ago - 1, '15:10'), (tx) => payments.approve(tx, o.chair, { id }));
  if (to === 'approved') return;
  await stage.at(stage.ago(ago - 2, '09:40'), (tx) => payments.file(tx, o.cashier, { id }));
  if (to === 'settled') await stage.at(stage.ago(ago - 3, '16:25'), (tx) => payments.settle(tx, o.cashier, { id, failed }));
}

async function factory(stage: DemoStage): Promise<void> {
  const o = await officersOf(stage, 'HQ', 'li', 'accountant');
  const hq = await Promise.all([8, 9, 10, 11, 12, 13, 14, 15].map((n) => stage.member('HQ', n)));
  const press = [await stage.actor('press'), ...await Promise.all([1, 2, 3, 4].map((n) => stage.member('HQ-CY', n)))];
  const each = (people: readonly Actor[], yuan: string, reason: string): Pay[] => people.map((who) => [who, yuan, reason]);
  const first = await listed(stage, o, 'HQ', 52, '国庆坚守岗位慰问', [...each(hq.slice(0, 6), '300', '国庆期间坚守岗位慰问'), ...each(press, '300', '国庆期间坚守岗位慰问'), ...each(hq.slice(0, 2), '200', '夜班加发')]);
  await taken(stage, o, first, 52, 'settled', [{ personId: press[2]?.personId ?? '', why: '银行退票：账户状态异常' }]);
  const again = await stage.at(stage.ago(6, '09:10'), (tx) => payments.draftAgain(tx, o.accountant, { listId: first, title: '国庆坚守岗位慰问（补发）', period: legalDateOf(stage.ago(6, '09:10')).slice(0, 7) }));
  await taken(stage, o, again.id, 6, 'approved');
  await taken(stage, o, await listed(stage, o, 'HQ', 12, '职工技能比武奖励', [[hq[0] as Actor, '2000', '钳工组第一名'], [press[1] as Actor, '1200', '电焊组第一名'], [press[3] as Actor, '800', '电焊组第二名'], [hq[4] as Actor, '800', '钳工组第二名']]), 12, 'filed');
  await taken(stage, o, await listed(stage, o, 'HQ', 2, '秋季运动会优胜奖励', [...each(hq.slice(2, 7), '150', '拔河比赛第一名'), ...each(press.slice(0, 3), '100', '接力赛第二名')]), 2, 'submitted');
  const back = await listed(stage, o, 'HQ', 4, '立冬困难职工慰问', [...each(hq.slice(5, 8), '1000', '困难职工慰问'), [press[4] as Actor, '1000', '困难职工慰问']]);
  await taken(stage, o, back, 4, 'submitted');
  await stage.at(stage.ago(3, '11:20'), (tx) => payments.sendBack(tx, o.chair, { id: back, text: '请附上困难职工建档情况，冲压分厂一人待核实后再报' }));
  await listed(stage, o, 'HQ', 1, '通讯员稿件奖励', [[hq[1] as Actor, '60', '《班组的早会》等三篇'], [hq[3] as Actor, '40', '《冬训侧记》等二篇']]);
  const off = await listed(stage, o, 'HQ', 20, '读书月征文奖励', each(hq.slice(0, 3), '100', '征文优秀奖'));
  await taken(stage, o, off, 20, 'approved');
  await stage.at(stage.ago(17, '14:00'), (tx) => payments.cancel(tx, o.chair, { id: off, text: '改为发放图书，不发现金' }));
}

/** Lists in every state at the factory, and one that the worker of the mailbox story got. */
export async function demo(stage: DemoStage): Promise<void> {
  await factory(stage);
  const o = await officersOf(stage, 'HB', 'gao', null);
  const [wang, mate] = [await stage.actor('wang'), await stage.member('HB-BJ01', 2)];
  await taken(stage, o, await listed(stage, o, 'HB', 40, '高温一线慰问', [[wang, '500', '高温一线慰问'], [mate, '500', '高温一线慰问']]), 40, 'settled');
  await taken(stage, o, await listed(stage, o, 'HB', 5, '安全生产先进个人奖励', [[wang, '800', '季度安全之星'], [mate, '300', '隐患排查能手']]), 5, 'filed');
}
