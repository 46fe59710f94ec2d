import { newId } from '#shared/ids';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { handOut, release } from './counter.service.ts';
import { creditDue } from './credit.service.ts';
import { listUneven } from './credits.sql.ts';
import { cancel, reserve } from './exchange.service.ts';
import { correct } from './people.service.ts';
import { addPrize } from './prizes.service.ts';
import { close, expireOver, open, plan } from './rounds.service.ts';

type Prize = { readonly title: string; readonly text: string; readonly points: number; readonly yuan: number; readonly stock: number; readonly perPerson?: number };
type Reserved = { readonly id: string; readonly code: string };

const BANDS = [
  { title: '日用品', from: 5, to: 19 }, { title: '小家电', from: 20, to: 39 }, { title: '家用好物', from: 40, to: 79 }, { title: '数码与运动', from: 80, to: 199 }, { title: '大奖', from: 200, to: 400 },
];
const PRIZES: readonly Prize[] = [
  { title: '晴雨两用伞', text: '黑胶防晒，三折便携', points: 8, yuan: 45, stock: 120, perPerson: 2 },
  { title: '纯棉毛巾礼盒', text: '面巾两条、浴巾一条', points: 6, yuan: 36, stock: 150, perPerson: 2 },
  { title: '不锈钢保温杯', text: '500 毫升，可刻名字', points: 14, yuan: 79, stock: 60 },
  { title: '电热水壶', text: '1.7 升，双层防烫', points: 22, yuan: 129, stock: 40 },
  { title: '电饭煲', text: '4 升，可预约', points: 36, yuan: 299, stock: 12 },
  { title: '空气炸锅', text: '5 升，不粘内胆', points: 48, yuan: 399, stock: 6 },
  { title: '智能手表', text: '心率、睡眠、五十米防水', points: 75, yuan: 799, stock: 1 },
  { title: '通勤自行车', text: '七速变速，厂内可领', points: 95, yuan: 899, stock: 3 },
  { title: '平板电脑', text: '10.4 英寸', points: 160, yuan: 1999, stock: 2 },
  { title: '笔记本电脑', text: '14 英寸轻薄本', points: 320, yuan: 5000, stock: 1 },
];

/** A round with its prizes, planned and perhaps opened on a day; days count from there. */
async function hold(stage: DemoStage, o: { ago: number; year: number; runs: number; collectFrom: number; collects: number; state: 'draft' | 'open' }): Promise<{ id: string; prize: (title: string) => string }> {
  const chair = await stage.actor('li');
  const from = legalDateOf(stage.ago(o.ago, '08:00'));
  const { id } = await stage.at(stage.ago(o.ago, '08:10'), (tx) => plan(tx, chair, {
    schemeId: stage.union('HQ').id, year: o.year, title: `${o.year} 年度合理化建议积分兑换`, text: '当年积分和往年结转积分都可以用。先预订，再凭领奖码到现场领取；逾期不领，积分退回。', from, to: addDays(from, o.runs), collectFrom: addDays(from, o.collectFrom), collectTo: addDays(from, o.collects),
    place: '工会一楼职工之家', mostEach: 3, bands: BANDS,
  }));
  const ids = new Map<string, string>();
  for (const p of o.state === 'draft' ? PRIZES.slice(0, 4) : PRIZES) {
    const prize = await stage.at(stage.ago(o.ago, '08:30'), (tx) => addPrize(tx, chair, { id, title: p.title, text: p.text, points: p.points, worthFen: p.yuan * 100, perPerson: p.perPerson ?? 1, files: [], stock: p.stock }));
    ids.set(p.title, prize.id);
  }
  if (o.state === 'open') await stage.at(stage.ago(o.ago, '09:00'), (tx) => open(tx, chair, { id }));
  return { id, prize: (title) => ids.get(title) ?? '' };
}

/** Points that people bring along from the register on paper. */
async function give(stage: DemoStage, days: number, points: readonly (readonly [unit: string, n: number, points: number])[], reason: string): Promise<void> {
  const chair = await stage.actor('li');
  for (const [unit, n, amount] of points) {
    const { personId } = await stage.member(unit, n);
    await stage.at(stage.ago(days, '16:00'), (tx) => correct(tx, chair, { schemeId: stage.union('HQ').id, personId, requestId: newId(), amount: amount * 100, reason }));
  }
}

async function take(stage: DemoStage, days: number, unit: string, n: number, prizeId: string): Promise<Reserved> {
  const member = await stage.member(unit, n);
  return stage.at(stage.ago(days, '12:40'), (tx) => reserve(tx, member, { id: prizeId, requestId: newId() }));
}

async function collected(stage: DemoStage, days: number, v: Reserved, by?: { unit: string; n: number; note: string }): Promise<void> {
  const chair = await stage.actor('li');
  const colleague = by ? { collectorId: (await stage.member(by.unit, by.n)).personId, note: by.note } : { note: '' };
  await stage.at(stage.ago(days, '10:20'), (tx) => handOut(tx, chair, { id: v.id, code: v.code, ...colleague }));
}

/** Last year's round, closed: most collected, one fetched by a colleague, one not in time. */
async function lastYear(stage: DemoStage, year: number): Promise<void> {
  await give(stage, 372, [['HQ-CY', 2, 42], ['HQ-CY', 3, 60], ['HQ-CY', 4, 24], ['HQ-ZZ', 2, 30], ['HQ-ZZ', 3, 18], ['HQ-DN', 2, 26]], '纸质台账积分转入');
  const round = await hold(stage, { ago: 360, year, runs: 12, collectFrom: 5, collects: 26, state: 'open' });
  for (const [unit, n, title] of [['HQ-CY', 2, '电饭煲'], ['HQ-CY', 3, '空气炸锅'], ['HQ-ZZ', 2, '电热水壶']] as const) await collected(stage, 350, await take(stage, 356, unit, n, round.prize(title)));
  await collected(stage, 345, await take(stage, 355, 'HQ-CY', 4, round.prize('不锈钢保温杯')), { unit: 'HQ-CY', n: 3, note: '本人倒班，委托同班组代领' });
  await take(stage, 354, 'HQ-DN', 2, round.prize('电热水壶'));
  const chair = await stage.actor('li');
  await stage.at(stage.ago(330, '00:05'), (tx) => expireOver(tx, round.id));
  await stage.at(stage.ago(328, '15:00'), (tx) => close(tx, chair, { id: round.id }));
}

/** This year's round, open: reserved, collected, given up, taken back; the watch is gone, and somebody has points to make up. */
async function thisYear(stage: DemoStage, year: number): Promise<void> {
  await give(stage, 20, [
    ['HQ-CY', 2, 12], ['HQ-CY', 3, 34], ['HQ-CY', 5, 96], ['HQ-CY', 6, 8], ['HQ-CY', 7, 52], ['HQ-ZZ', 2, 88], ['HQ-ZZ', 4, 20], ['HQ-ZZ', 5, 336], ['HQ-ZZ', 6, 14], ['HQ-DN', 3, 40], ['HQ-DN', 4, 16], ['HQ-ZL', 2, 28], ['HQ-ZL', 3, 8],
  ], '当年建议积分转入');
  const round = await hold(stage, { ago: 6, year, runs: 20, collectFrom: 2, collects: 40, state: 'open' });
  const chair = await stage.actor('li');
  await collected(stage, 3, await take(stage, 5, 'HQ-CY', 3, round.prize('电热水壶')));
  await collected(stage, 2, await take(stage, 5, 'HQ-ZL', 3, round.prize('晴雨两用伞')));
  await collected(stage, 2, await take(stage, 4, 'HQ-DN', 3, round.prize('电饭煲')), { unit: 'HQ-DN', n: 4, note: '本人外出培训，委托代领' });
  await take(stage, 4, 'HQ-CY', 5, round.prize('智能手表'));
  await take(stage, 3, 'HQ-ZZ', 4, round.prize('不锈钢保温杯'));
  await take(stage, 3, 'HQ-CY', 7, round.prize('空气炸锅'));
  await take(stage, 2, 'HQ-ZL', 2, round.prize('电热水壶'));
  const [undone, faulty] = [await take(stage, 3, 'HQ-ZZ', 2, round.prize('电饭煲')), await take(stage, 3, 'HQ-ZZ', 6, round.prize('晴雨两用伞'))];
  const member = await stage.member('HQ-ZZ', 2);
  await stage.at(stage.ago(2, '20:15'), (tx) => cancel(tx, member, { id: undone.id }));
  await stage.at(stage.ago(1, '09:40'), (tx) => release(tx, chair, { id: faulty.id, text: '这一批伞骨有质量问题，正在更换' }));
  await give(stage, 1, [['HQ-ZL', 3, -2]], '与纸质台账核对，重复登记一条');
}

const PAGE = 2_000;

/** Credits what the factory's suggestions earned, as the nightly run would. */
async function creditYear(stage: DemoStage): Promise<void> {
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined; ) {
    const from: string = after;
    after = await stage.at(stage.now, async (tx) => {
      const page = await listUneven(tx, from, PAGE);
      await creditDue(tx, page);
      return page.length < PAGE ? undefined : page.at(-1);
    });
  }
}

/** Rounds of the factory in every state, and prizes in every state of their way. */
export async function demo(stage: DemoStage): Promise<void> {
  const year = Number(legalDateOf(stage.now).slice(0, 4));
  await lastYear(stage, year - 1);
  await thisYear(stage, year);
  await hold(stage, { ago: 1, year: year + 1, runs: 380, collectFrom: 370, collects: 400, state: 'draft' });
  await creditYear(stage);
}
