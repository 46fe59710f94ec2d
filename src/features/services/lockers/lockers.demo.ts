import type { Actor } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { legalDateOf } from '#shared/dates';
import { newId, newSecretId } from '#shared/ids';
import { claims } from '#engines/claims';
import { compartments, pause, place, retire, simulate } from './cabinets.service.ts';
import { type Compartment, listCompartments } from './cabinets.sql.ts';
import { noteTap, settleTap } from './doors.service.ts';
import { findOpening } from './doors.sql.ts';
import { insertOldLoans, insertOldTakings, listServed, type OldLoan, type OldTaking } from './history.sql.ts';
import { remindPage } from './late.service.ts';
import { findLoanOfClaim } from './loans.sql.ts';
import { refill } from './refills.service.ts';
import { report, settle } from './reports.service.ts';
import { giveBack, lost } from './returns.service.ts';
import { insertSwap, removeSwap, reserveSwap, settleSwap } from './swap.sql.ts';
import { takeStock } from './cabinets.sql.ts';

type Door = { readonly kind: 'lend' | 'take' | 'swap'; readonly item: never; readonly label: string; readonly hours?: number; readonly capacity?: number };
const lend = (item: string, label: string, hours: number): Door => ({ kind: 'lend', item: item as never, label, hours });
const stock = (item: string, label: string, capacity: number): Door => ({ kind: 'take', item: item as never, label, capacity });
const SWAP: Door = { kind: 'swap', item: '' as never, label: '漂流箱' };

const OFFICE = [lend('umbrella', '长柄雨伞 1', 72), lend('umbrella', '长柄雨伞 2', 72), lend('charger', '三合一充电线', 24), lend('powerBank', '充电宝', 24), lend('tools', '家用工具箱', 48), lend('trolley', '折叠小推车', 8), lend('massager', '颈椎按摩仪', 24), lend('blanket', '午休毛毯', 24), stock('tissues', '抽纸', 30), stock('plasters', '创可贴', 50), stock('masks', '口罩', 60), SWAP];
const WORKSHOP = [lend('umbrella', '雨伞 1', 72), lend('umbrella', '雨伞 2', 72), lend('raincoat', '雨衣', 72), lend('drill', '充电电钻', 24), lend('firstAid', '急救包', 24), lend('wheelchair', '轮椅', 8), lend('lamp', '强光手电', 24), lend('bicyclePump', '打气筒', 8), stock('heatRelief', '藿香正气水', 40), stock('plasters', '创可贴', 50), stock('batteries', '5 号电池', 40), SWAP];
const HOME = [lend('hairDryer', '吹风机', 24), lend('iron', '挂烫机', 24), lend('sewing', '针线包', 24), lend('ball', '篮球', 24), lend('racket', '羽毛球拍一副', 24), lend('chess', '象棋', 48), lend('books', '漂流图书一套', 336), lend('steriliser', '紫外线消毒器', 24), stock('wipes', '消毒湿巾', 30), stock('sanitary', '卫生用品', 30), SWAP];
const STATION = [lend('umbrella', '雨伞', 72), lend('raincoat', '骑行雨衣', 72), lend('powerBank', '充电宝', 12), lend('bicyclePump', '打气筒', 8), lend('firstAid', '急救包', 24), lend('bloodPressure', '血压计', 8), stock('heatRelief', '防暑药品', 30), stock('tissues', '湿纸巾', 30), SWAP];

const CABINETS: readonly [union: string, keeper: string, place: string, doors: readonly Door[], from: number, to: number][] = [
  ['HQ', 'li', '一号食堂门口', OFFICE, 0, 1440], ['HQ', 'li', '冲压车间休息室', WORKSHOP, 0, 1440], ['HQ', 'li', '职工宿舍一楼', HOME, 360, 1380], ['HQ', 'li', '办公楼大厅', OFFICE, 420, 1200],
  ['HB', 'gao', '分公司办公楼二层', OFFICE, 0, 1440], ['HB', 'gao', '项目部生活区', HOME, 300, 1410], ['DF', 'dongfeng', '东门值班室旁', WORKSHOP, 0, 1440],
  ['MZ-JD-GT-FY', 'area', '枫叶职工驿站', STATION, 420, 1320], ['MZ-JD-GT-PH', 'riders', '骑手之家', STATION, 0, 1440], ['HQ', 'li', '老厂区北门', STATION, 420, 1200],
];

type Put = { readonly id: string; readonly union: string; readonly keeper: Actor; readonly doors: readonly Compartment[] };

async function putAll(stage: DemoStage): Promise<Put[]> {
  const all: Put[] = [];
  for (const [code, key, where, doors, opensMinute, closesMinute] of CABINETS) {
    const keeper = await stage.actor(key);
    const { id } = await stage.at(stage.ago(380, '09:00'), async (tx) => {
      const made = await place(tx, keeper, { unionId: stage.union(code).id, perPerson: 2, place: where, opensMinute, closesMinute, hardware: 'simulator', address: '' });
      await compartments(tx, keeper, { id: made.id, compartments: doors.map((d, i) => ({ no: i + 1, kind: d.kind, item: d.item, label: d.label, lendHours: d.hours ?? 0, capacity: d.capacity ?? 0, threshold: d.capacity ? Math.ceil(d.capacity / 5) : 0 })) });
      await refill(tx, keeper, { id: made.id, note: '首次上架', lines: doors.flatMap((d, i) => (d.capacity ? [{ no: i + 1, expected: 0, found: 0, added: d.capacity }] : [])) });
      return made;
    });
    all.push({ id, union: code, keeper, doors: await stage.at(stage.now, (tx) => listCompartments(tx, [id])) });
  }
  return all;
}

/** A sequence that looks like chance and is the same every time. */
function chance(seed: number): () => number {
  let x = seed;
  return () => { x = (x * 1_103_515_245 + 12_345) % 2_147_483_648; return x / 2_147_483_648; };
}

const HOUR = 3_600_000;


/** A year of loans and of what was taken, more in working hours and in the rainy months, written in two statements. */
async function plantYear(stage: DemoStage, all: readonly Put[]): Promise<void> {
  const next = chance(7);
  const each = stage.brief ? 4 : 420;
  const served = Map.groupBy(await stage.at(stage.now, (tx) => listServed(tx, all.map((c) => c.id), 400)), (s) => s.cabinetId);
  const loans: OldLoan[] = [];
  const takings: OldTaking[] = [];
  for (const c of all) {
    const people = served.get(c.id) ?? [];
    const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
    const [lends, takes] = [c.doors.filter((d) => d.kind === 'lend'), c.doors.filter((d) => d.kind === 'take')];
    const free = new Map<string, number>();
    for (let i = 0; i < each && people.length > 0; i++) {
      const lentAt = stage.ago(364 - Math.floor((i * (c === all[9] ? 315 : 350)) / each), '00:00').getTime() + (8 + next() * 10) * HOUR;
      const door = pick(lends);
      const long = door.lendHours * HOUR * (next() < 0.07 ? 1.1 + next() : 0.2 + next() * 0.7);
      const endedAt = Math.min(lentAt + long, stage.ago(3, '12:00').getTime());
      takings.push({ id: newId(), compartmentId: pick(takes).id, personId: pick(people).personId, at: new Date(lentAt + HOUR / 2) });
      if ((free.get(door.id) ?? 0) > lentAt) continue;
      free.set(door.id, endedAt);
      loans.push({ id: newId(), compartmentId: door.id, personId: pick(people).personId, lentAt: new Date(lentAt), endedAt: new Date(endedAt), writtenOff: next() < 0.004 });
    }
  }
  await stage.at(stage.now, async (tx) => { await insertOldLoans(tx, loans); await insertOldTakings(tx, takings); });
}

const doorOf = (c: Put, no: number): Compartment => c.doors.find((d) => d.no === no) as Compartment;

/** Somebody borrows and the door opens (or does not). @returns the loan's id */
async function borrows(stage: DemoStage, c: Put, no: number, by: Actor, when: Date, outcome: 'opened' | 'jammed' = 'opened'): Promise<string> {
  const loan = await stage.at(when, async (tx) => {
    const [answer] = await claims.decide(tx, c.id, [{ personId: by.personId, key: newId(), places: 1, unitId: doorOf(c, no).id, at: tx.now }]);
    if (answer === undefined || 'no' in answer) throw new Error(`nobody can borrow ${no} of ${c.id}: ${answer?.no ?? ''}`);
    const opening = await findOpening(tx, doorOf(c, no).id, `claim/${answer.claim.id}`);
    if (opening !== null) await settleTap(tx, by, opening, outcome);
    return findLoanOfClaim(tx, answer.claim.id);
  });
  return loan?.id ?? '';
}

async function returns(stage: DemoStage, c: Put, no: number, by: Actor, loanId: string, when: Date, o: { broken?: boolean; text?: string } = {}): Promise<void> {
  await stage.at(when, async (tx) => {
    const { opening } = await noteTap(tx, { cabinetId: c.id, compartmentId: doorOf(c, no).id, purpose: 'return', key: newId(), personId: by.personId, loanId, quantity: 0 });
    await settleTap(tx, by, opening, 'opened');
    await giveBack(tx, by, { id: loanId, broken: o.broken ?? false, text: o.text ?? '', files: [] });
  });
}

/** Ten cabinets in five unions, loans in every state, what is missing and broken, refills, the swap box and a year of loans. */
export async function demo(stage: DemoStage): Promise<void> {
  const all = await putAll(stage);
  await plantYear(stage, all);
  await tellLoans(stage, all);
  await tellCare(stage, all);
  await tellSwaps(stage, all);
  await stage.at(stage.ago(0, '09:15'), async (tx) => { await remindPage(tx, '00000000-0000-0000-0000-000000000000'); });
}

async function tellLoans(stage: DemoStage, all: readonly Put[]): Promise<void> {
  const [canteen, press, , hall, branch] = all as [Put, Put, Put, Put, Put];
  const [worker, wang, expert, lisen] = [await stage.actor('worker'), await stage.actor('wang'), await stage.actor('expert'), await stage.actor('lisen')];
  await borrows(stage, press, 1, worker, stage.ago(1, '17:40'));
  await borrows(stage, canteen, 4, worker, stage.ago(2, '08:10'));
  const given = await borrows(stage, press, 4, worker, stage.ago(6, '08:20'));
  await returns(stage, press, 4, worker, given, stage.ago(6, '16:10'), { text: '电池已充满' });
  await borrows(stage, canteen, 5, expert, stage.ago(20, '10:00'));
  await borrows(stage, hall, 2, expert, stage.ago(8, '18:05'));
  await borrows(stage, branch, 1, wang, stage.ago(1, '18:20'));
  await borrows(stage, branch, 7, lisen, stage.ago(4, '12:10'));
  const broken = await borrows(stage, branch, 6, wang, stage.ago(3, '09:30'));
  await returns(stage, branch, 6, wang, broken, stage.ago(3, '15:30'), { broken: true, text: '左前轮掉了，推不动' });
  const gone = await borrows(stage, branch, 3, lisen, stage.ago(9, '09:00'));
  await stage.at(stage.ago(7, '09:00'), (tx) => lost(tx, lisen, { id: gone, text: '出差时落在高铁上了' }));
  await borrows(stage, canteen, 6, await stage.actor('press'), stage.ago(1, '10:00'), 'jammed');
  const rider = all[8] as Put;
  await borrows(stage, rider, 2, await stage.actor('rider'), stage.ago(5, '19:00'));
}

async function tellCare(stage: DemoStage, all: readonly Put[]): Promise<void> {
  const [canteen, press, dormitory, hall, branch, , east, , , old] = all as [Put, Put, Put, Put, Put, Put, Put, Put, Put, Put];
  const [worker, wang] = [await stage.actor('worker'), await stage.actor('wang')];
  const dim = await stage.at(stage.ago(12, '20:00'), (tx) => report(tx, worker, { id: press.id, no: 7, kind: 'broken', text: '手电不亮，换电池也没用', files: [] }));
  await stage.at(stage.ago(11, '09:30'), (tx) => settle(tx, press.keeper, { id: dim.id, how: 'replaced', text: '已换新手电' }));
  await stage.at(stage.ago(2, '19:00'), (tx) => report(tx, worker, { id: dormitory.id, no: 5, kind: 'missing', text: '格子里只有一只球拍', files: [] }));
  await stage.at(stage.ago(1, '12:30'), (tx) => report(tx, wang, { id: branch.id, no: 8, kind: 'dirty', text: '毛毯该洗了', files: [] }));
  for (const [c, no, left] of [[canteen, 9, 4], [canteen, 10, 0], [press, 9, 6], [hall, 11, 9], [branch, 9, 5], [east, 9, 8]] as const) {
    await stage.at(stage.ago(3, '10:00'), (tx) => takeStock(tx, doorOf(c, no).id, doorOf(c, no).capacity - left));
  }
  await stage.at(stage.ago(30, '09:00'), (tx) => refill(tx, press.keeper, { id: press.id, note: '高温季结束，补防暑药品', lines: [{ no: 10, expected: 50, found: 48, added: 2 }, { no: 11, expected: 40, found: 40, added: 0 }] }));
  await stage.at(stage.ago(1, '16:00'), (tx) => pause(tx, hall.keeper, { id: hall.id, text: '大厅装修，下周一恢复' }));
  await stage.at(stage.ago(40, '16:00'), (tx) => retire(tx, old.keeper, { id: old.id, text: '北门封闭，移到新厂区' }));
  await stage.at(stage.ago(1, '08:00'), (tx) => simulate(tx, east.keeper, { id: east.id, cut: true }));
}

const SWAPS: readonly [title: string, note: string, days: number, state: 'in' | 'taken' | 'removed'][] = [
  ['《平凡的世界》三册', '看完请放回来，或换一本给大家', 3, 'in'], ['保温杯（全新）', '年会奖品，家里有了', 9, 'in'], ['儿童绘本五本', '孩子大了用不上，干净', 1, 'in'], ['羽毛球一筒', '还剩八个', 25, 'taken'], ['多肉一盆', '浇水一周一次', 18, 'taken'], ['散装糖果', '', 6, 'removed'],
];

async function tellSwaps(stage: DemoStage, all: readonly Put[]): Promise<void> {
  for (const [n, c] of [all[0], all[2], all[4]].entries()) {
    const box = c?.doors.find((d) => d.kind === 'swap');
    if (c === undefined || box === undefined) continue;
    for (const [title, note, days, state] of SWAPS.slice(0, n === 0 ? 6 : 2 + n)) {
      const id = newSecretId();
      await stage.at(stage.ago(days, '12:00'), async (tx) => {
        const on = legalDateOf(tx.now);
        await insertSwap(tx, { id, cabinetId: c.id, compartmentId: box.id, title, note, keyHash: Buffer.from(id), putOn: on });
        await settleSwap(tx, id, { from: 'putting', to: 'in', on });
        if (state === 'taken') { await reserveSwap(tx, id, Buffer.from(newSecretId())); await settleSwap(tx, id, { from: 'taking', to: 'taken', on }); }
        if (state === 'removed') await removeSwap(tx, id, '食品不放漂流箱', on);
      });
    }
  }
}

