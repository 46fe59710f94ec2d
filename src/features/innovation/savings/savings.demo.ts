import type { Actor, Tx } from '#shared/call';
import { addDays, addMonths, legalDateOf, monthEnd, monthStart } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { appoint, officersOf } from '#engines/org';
import { enter } from './entering.service.ts';
import { award } from './prizes.service.ts';
import { readDecimal, sayDecimal } from './savings.rules.ts';
import { findSaving } from './savings.sql.ts';
import { listRanking } from './sums.sql.ts';
import { LARGE, TOLD, type Told } from './stories.demo.ts';
import { confirm, refuse, reject, strike, verify, withdraw } from './verifying.service.ts';

const FACTORY = 'HQ';
const TIMES = 4;
const EVERY_DAYS = 5;
const NEWEST_DAYS = 6;

/** More is saved each time it is told: the quantity afterwards goes down a little. */
function less(after: string, times: number): string {
  const milli = readDecimal(after, 3) ?? 0n;
  return sayDecimal((milli * BigInt(100 - 4 * times)) / 100n, 3);
}

async function enterTold(stage: DemoStage, t: Told, day: number, times = 0): Promise<string> {
  const author = await stage.member(t.unit, t.who);
  const colleagues = await Promise.all((t.with ?? []).map(async (n) => (await stage.member(t.unit, n)).personId));
  const when = stage.ago(day, '15:20');
  const today = legalDateOf(when);
  const time = t.months === undefined ? { monthly: false, madeFrom: addDays(today, -1), madeTo: addDays(today, -1) } : { monthly: true, madeFrom: addMonths(monthStart(today), -t.months), madeTo: addDays(monthStart(today), -1) };
  const amount = t.of ? { before: t.of[0], after: less(t.of[1], times), measure: t.of[2], price: t.of[3] } : { measure: '', amountFen: (t.yuan ?? 0) * 100 };
  const entered = await stage.at(when, (tx) => enter(tx, author, { kind: t.kind, title: t.title, post: t.post, text: t.text ?? '', ...time, ...amount, reckoned: t.reckoned ?? '', colleagues, files: [] }));
  return entered.id;
}

/** The accountant of the factory: whoever holds the office there, or a member who is appointed for the stories. */
async function accountantOf(stage: DemoStage): Promise<Actor> {
  const factory = stage.union(FACTORY);
  const somebody = await stage.member(FACTORY, 9);
  await stage.at(stage.ago(400, '09:00'), async (tx) => {
    const held = await officersOf(tx, [factory.id], ['accountant']);
    if (held.length === 0) await appoint(tx, { personId: somebody.personId, unionId: factory.id, office: 'accountant' });
  });
  const office = (permission: string) => ({ permission, unionId: factory.id, path: factory.path });
  const [first] = await stage.at(stage.now, (tx) => officersOf(tx, [factory.id], ['accountant']));
  return { ...somebody, personId: first?.personId ?? somebody.personId, grants: [office('savings.read'), office('savings.confirm')] };
}

type Verifier = { readonly chair: Actor; readonly accountant: Actor };
const whole = (id: string) => ({ id, text: '', doubleWord: '' });

/** Most are counted as they were entered; some lowered, refused, taken back or struck off. */
async function settle(stage: DemoStage, { chair, accountant }: Verifier, id: string, day: number, n: number): Promise<void> {
  const at = <T>(days: number, run: (tx: Tx) => Promise<T>): Promise<T> => stage.at(stage.ago(Math.max(0, day - days), '10:10'), run);
  if (n % 17 === 5) return void (await at(1, (tx) => refuse(tx, chair, { id, text: '这项已列入年度节能改造项目，不再重复计入。' })));
  await at(2, async (tx) => {
    const claimed = (await findSaving(tx, chair, id))?.claimed ?? 0n;
    return verify(tx, chair, n % 13 === 7 ? { ...whole(id), amountFen: Number((claimed * 85n) / 100n), text: '单价按上月结算价核减。' } : whole(id));
  });
  if (n === 8) await at(4, (tx) => strike(tx, accountant, { id, text: '抽查发现计量表读错，不再计入。' }));
}

async function tellLarge(stage: DemoStage, { chair, accountant }: Verifier): Promise<void> {
  const at = <T>(day: number, run: (tx: Tx) => Promise<T>): Promise<T> => stage.at(stage.ago(day, '14:30'), run);
  const [coil = '', heat = '', tool = '', mould = '', shift = ''] = await inOrder(LARGE, (t, i) => enterTold(stage, t, [150, 95, 60, 38, 5][i] ?? 5));
  for (const [id, day] of [[coil, 148], [heat, 93], [tool, 58], [mould, 36], [shift, 4]] as const) await at(day, (tx) => verify(tx, chair, whole(id)));
  await at(144, (tx) => confirm(tx, accountant, { id: coil, text: '' }));
  await at(90, (tx) => confirm(tx, accountant, { id: heat, amountFen: 1_180_000, text: '蒸汽单价按内部结算价核减。' }));
  await at(55, (tx) => confirm(tx, accountant, { id: tool, text: '' }));
  await at(33, (tx) => reject(tx, accountant, { id: mould, text: '降废效果已计入质量部年度指标，不再计入。' }));
}

/** One after the other, so that numbers follow the dates. */
async function inOrder<T, R>(list: readonly T[], run: (one: T, i: number) => Promise<R>): Promise<R[]> {
  const all: R[] = [];
  for (const [i, one] of list.entries()) all.push(await run(one, i));
  return all;
}

/** What waits at the desk now: plain ones, the same saving entered by two people, and one that its author took back. */
async function tellNew(stage: DemoStage): Promise<void> {
  const [first, , third, , fifth, sixth] = TOLD as readonly [Told, Told, Told, Told, Told, Told];
  await enterTold(stage, { ...third, who: 40, with: [] }, 3);
  await enterTold(stage, { ...fifth, who: 7, with: [8] }, 2);
  await enterTold(stage, first, 1);
  await enterTold(stage, { ...first, who: 9, title: '3号冲床双排下料', post: '3 号冲床' }, 1);
  const back = await enterTold(stage, { ...sixth, who: 44 }, 2);
  const author = await stage.member(sixth.unit, 44);
  await stage.at(stage.ago(1, '09:00'), (tx) => withdraw(tx, author, { id: back }));
}

/** The sesame prize of two months that are long over; the last month waits for the office. */
async function tellPrizes(stage: DemoStage, chair: Actor): Promise<void> {
  const { id, path } = stage.union(FACTORY);
  for (const back of [3, 2]) {
    const first = addMonths(monthStart(legalDateOf(stage.now)), -back);
    await stage.at(stage.now, async (tx) => {
      const best = await listRanking(tx, { path, from: first, to: monthEnd(first) }, 10);
      if (best.length > 0) await award(tx, chair, { unionId: id, month: first.slice(0, 7), people: best.map((p) => p.id) });
    });
  }
}

/** About seventy small savings of the factory over the last ten months, in every state, with two months of prizes. */
export async function demo(stage: DemoStage): Promise<void> {
  const verifiers = { chair: await stage.actor('li'), accountant: await accountantOf(stage) };
  const all = Array.from({ length: TOLD.length * TIMES }, (_, n) => ({ told: TOLD[n % TOLD.length] as Told, times: Math.floor(n / TOLD.length), day: NEWEST_DAYS + EVERY_DAYS * (TOLD.length * TIMES - 1 - n) }));
  await inOrder(all, async ({ told, times, day }, n) => settle(stage, verifiers, await enterTold(stage, told, day, times), day, n));
  await tellLarge(stage, verifiers);
  await tellNew(stage);
  await tellPrizes(stage, verifiers.chair);
}
