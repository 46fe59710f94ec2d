import { Readable } from 'node:stream';
import type { Actor, Tx } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import * as allocations from './allocations.service.ts';
import { takeNumber } from './allocations.sql.ts';
import { findApplications, insertTaken, listRegister } from './applications.sql.ts';
import * as applying from './applying.service.ts';
import type { HouseholdFacts } from './applying.service.ts';
import * as checking from './checking.service.ts';
import { applicationProcess } from './housing.process.ts';
import { turn } from './queue.service.ts';
import { insertPlaces } from './queue.sql.ts';
import * as tenancies from './tenancies.service.ts';
import { listVisits } from './tenancies.sql.ts';

const HOUSE = 'HQ';
const SHOP = 'HQ-CY';
const PEOPLE = 90;
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const FROM_HOUSE = range(3, 55);
const FROM_SHOP = range(1, 44);
const LATE = 18;
const TITLE = '今年第一批公租房';
const FLATS = 40;
const CHECKS = ['门窗完好', '墙面地面', '水电燃气表抄录', '家具家电', '钥匙清点'];
const ESTATES = ['明湖公寓', '青年人才公寓', '东站佳苑'] as const;

/** Forty flats of three estates. */
const FLAT_LIST = Array.from({ length: FLATS }, (_, n) => {
  const estate = ESTATES[n % ESTATES.length] ?? ESTATES[0];
  const rooms = n % 4 === 3 ? 2 : 1;
  return { label: `${(n % 6) + 1}-${Math.floor(n / 6) + 2}0${(n % 4) + 1}`, estate, rooms, area: rooms === 2 ? 6_150 : 4_280, rentFen: rooms === 2 ? 168_000 : 118_000, out: n === FLATS - 1 ? '正在维修' : '' };
});

const LIVES = ['厂外合租，通勤一小时', '与父母同住，两代五口', '公司集体宿舍', '租住城中村，月租 1600 元'] as const;
function householdOf(n: number): HouseholdFacts {
  const members = n % 3 === 0 ? [{ name: '妻子', relation: 'spouse' as const, age: 29 }, { name: '孩子', relation: 'child' as const, age: 3 + (n % 5) }] : n % 3 === 1 ? [{ name: '爱人', relation: 'spouse' as const, age: 27 }] : [];
  return { members, incomeFen: 620_000 + (n % 17) * 31_000, phone: `139${String(20_000_000 + n * 137).slice(0, 8)}`, livesNow: LIVES[n % LIVES.length] ?? LIVES[0], note: '' };
}

type Story = { readonly stage: DemoStage; readonly li: Actor; readonly id: string; at<T>(day: number, run: (tx: Tx) => Promise<T>, time?: string): Promise<T> };

const EACH_DAY = 6;
const groups = <T>(list: readonly T[]): T[][] => Array.from({ length: Math.ceil(list.length / EACH_DAY) }, (_, i) => list.slice(i * EACH_DAY, (i + 1) * EACH_DAY));

/** A paper to attach; what it says does not matter here. */
async function paper(tx: Tx, who: Actor): Promise<string> {
  return (await files.keep(tx, who, await files.receive(Readable.from([Buffer.from('收入证明（演示）')]), '收入证明.txt', { anonymous: false }))).id;
}

const REJECTED = [2, 4, 6];
const ASKED = 8;
const UNCHECKED = 8;

/** Who applied on the phone, in the order in which they did; the last two have only begun. */
async function apply(s: Story, people: readonly Actor[]): Promise<string[]> {
  const made: string[] = [];
  for (const [i, some] of groups(people).entries()) {
    await s.at(99 - i, async (tx) => {
      for (const who of some) {
        const { id } = await applying.draft(tx, who, { allocationId: s.id, household: householdOf(made.length), files: [await paper(tx, who)] });
        made.push(id);
        if (made.length <= people.length - 2) await applying.submit(tx, who, { id });
      }
    });
  }
  return made;
}

/** Some are rejected or asked for papers, the latest still wait to be checked. */
async function check(s: Story, made: readonly string[]): Promise<void> {
  const one = async (tx: Tx, id: string, n: number): Promise<void> => {
    if (REJECTED.includes(n)) await checking.reject(tx, s.li, { id, text: '在本市已有住房，不符合申请条件。' });
    else if (n === ASKED) await checking.ask(tx, s.li, { id, text: '请补交近六个月收入证明。' });
    else if (n < made.length - UNCHECKED) await checking.accept(tx, s.li, { id, text: '' });
  };
  for (const [i, some] of groups(made.slice(0, -2)).entries()) await s.at(88 - i, async (tx) => { for (const [k, id] of some.entries()) await one(tx, id, i * EACH_DAY + k); });
}

/** Those who were accepted some at a time, in a few statements. */
async function plant(s: Story, people: readonly Actor[]): Promise<string[]> {
  const applied = (n: number): Date => new Date(s.stage.ago(119, '08:30').getTime() + n * 6 * 3_600_000);
  const unionId = s.stage.union(HOUSE).id;
  const all = people.map((who, n) => ({ id: newId(), who, n }));
  const batch = Math.ceil(all.length / 3);
  for (const part of [0, 1, 2]) {
    const some = all.slice(part * batch, (part + 1) * batch);
    if (some.length === 0) continue;
    await s.at(89 - part * 3, async (tx) => {
      await cases.takeOver(tx, applicationProcess, some.map(({ id, who, n }) => ({
        id, title: TITLE, text: TITLE, state: 'accepted', privacy: 'named', channel: 'phone', unionId, authorId: who.personId, openedAt: new Date(applied(n).getTime() - 3_600_000),
        events: [{ step: 'submit', toState: 'submitted', byKind: 'author', byId: who.personId, at: applied(n) }, { step: 'accept', toState: 'accepted', byKind: 'officer', byId: s.li.personId, at: tx.now }],
      })));
      const last = await takeNumber(tx, s.id, some.length);
      const places = some.map((x, i) => ({ ...x, number: last - some.length + 1 + i }));
      await insertTaken(tx, places.map(({ id, who, n, number }) => ({ id, allocationId: s.id, personId: who.personId, people: householdOf(n).members.length + 1, sealed: secrets.seal(JSON.stringify(householdOf(n))), submittedAt: applied(n), number })));
      const answers = await claims.decide(tx, s.id, places.map(({ id, who, n }) => ({ personId: who.personId, key: `housing/${id}/0`, places: 1, unitId: null, at: applied(n) })));
      const waiting = places.flatMap((x, i) => { const a = answers[i]; return a && 'claim' in a ? [{ claimId: a.claim.id, applicationId: x.id, number: x.number }] : []; });
      await insertPlaces(tx, waiting);
      await claims.rankWaiting(tx, s.id, waiting.map((x) => ({ claimId: x.claimId, rank: x.number })));
    });
  }
  return all.map((x) => x.id);
}

/** One objected and was heard, one was not. */
async function objections(s: Story, people: readonly Actor[], made: readonly string[]): Promise<void> {
  for (const [n, heard] of [[4, true], [6, false]] as const) {
    const [id, who] = [made[n], people[n]];
    if (id === undefined || who === undefined) continue;
    const day = 88 - Math.floor(n / EACH_DAY);
    await s.at(day - 2, (tx) => applying.object(tx, who, { id, text: '登记的住房是父母名下，去年已出售。' }));
    if (heard) await s.at(day - 4, (tx) => checking.accept(tx, s.li, { id, text: '核实无误。' }));
    else await s.at(day - 4, (tx) => checking.uphold(tx, s.li, { id, text: '产权登记显示仍在本人名下。' }));
  }
}

async function moveIn(s: Story, who: Actor, tenancyId: string, day: number): Promise<void> {
  await s.at(day, async (tx) => {
    await tenancies.plan(tx, s.li, { id: tenancyId, kind: 'moveIn', at: new Date(tx.now.getTime() + 3_600_000).toISOString() });
    await signHere(tx, s.li, who, tenancyId, 'moveIn', '入住时一切完好。');
  });
}

async function signHere(tx: Tx, li: Actor, who: Actor, tenancyId: string, kind: 'moveIn' | 'moveOut', note: string): Promise<void> {
  const visit = (await listVisits(tx, [tenancyId])).find((v) => v.kind === kind);
  if (visit === undefined) return;
  await tenancies.record(tx, li, { id: visit.id, checks: CHECKS.map((label, i) => ({ label, ok: i !== 1, note: i === 1 ? '客厅墙面有一处划痕' : '' })), keys: 2, electricity: '1042', water: '86', note, files: [], absent: '' });
  await tenancies.sign(tx, who, { id: visit.id });
}

/** Flats are offered in order: accepted, declined, not yet answered; who accepted moved in, some are leaving, one has left. */
async function giveOut(s: Story, people: readonly Actor[], made: readonly string[], most: number): Promise<void> {
  await s.at(72, (tx) => allocations.start(tx, s.li, { id: s.id }));
  const union = s.stage.union(HOUSE).id;
  const by = new Map(made.map((id, n) => [id, people[n] as Actor]));
  const lived: string[] = [];
  for (let round = 0; round < 3; round++) {
    const day = 71 - round * 2;
    const offered = (await s.at(day, (tx) => findApplications(tx, [...made]))).filter((h) => h.claim === 'offered').sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    for (const [n, h] of offered.entries()) {
      const who = by.get(h.id);
      if (who === undefined || h.claimId === null || (round === 2 && n > 0)) continue;
      const accept = n % 7 !== 4;
      await s.at(day, (tx) => applying.answer(tx, who, { id: h.id, claimId: h.claimId as string, accept }));
      if (accept && lived.length < most) { lived.push(h.id); await moveIn(s, who, h.claimId, day - 2); }
    }
    await s.at(day - 1, (tx) => turn(tx, s.id, union));
  }
  await leaving(s, by, lived);
}

/** One handed over and the flat went on; one gave notice; another is asked by the union. */
async function leaving(s: Story, by: ReadonlyMap<string, Actor>, lived: readonly string[]): Promise<void> {
  const found = await s.at(20, (tx) => findApplications(tx, lived.slice(0, 3)));
  const [gone, wish, left] = found;
  const whoOf = (h: { id: string } | undefined): Actor | undefined => (h === undefined ? undefined : by.get(h.id));
  const [first, second] = [whoOf(gone), whoOf(wish)];
  if (gone?.claimId && first) {
    const tenancyId = gone.claimId;
    await s.at(19, (tx) => applying.leave(tx, first, { id: gone.id }));
    await s.at(17, (tx) => tenancies.plan(tx, s.li, { id: tenancyId, kind: 'moveOut', at: new Date(tx.now.getTime() + 86_400_000).toISOString() }));
    await s.at(2, (tx) => signHere(tx, s.li, first, tenancyId, 'moveOut', '已打扫，钥匙交齐。'));
  }
  if (wish && second) {
    await s.at(6, (tx) => applying.leave(tx, second, { id: wish.id }));
    await s.at(5, (tx) => tenancies.plan(tx, s.li, { id: wish.claimId ?? '', kind: 'moveOut', at: new Date(s.stage.now.getTime() + 3 * 86_400_000).toISOString() }));
  }
  if (left?.claimId) await s.at(4, (tx) => tenancies.notice(tx, s.li, { id: left.claimId ?? '', notice: 'leftUnion' }));
}

/** Members of the factory and its largest shop, without those who left in other stories. */
async function membersOf(stage: DemoStage): Promise<Actor[]> {
  const found = await Promise.all([...FROM_HOUSE.map((n) => stage.member(HOUSE, n)), ...FROM_SHOP.map((n) => stage.member(SHOP, n))]);
  const { path } = stage.union(HOUSE);
  return found.filter((a) => a.membership?.state === 'active' && a.membership.path.startsWith(path));
}

/** One allocation with forty flats and ninety applicants in every state, one that takes applications now, and a draft. */
export async function demo(stage: DemoStage): Promise<void> {
  const li = await stage.actor('li');
  const union = stage.union(HOUSE).id;
  const at: Story['at'] = (day, run, time = '10:20') => stage.at(stage.ago(day, time), run);
  const days = (n: number): string => new Date(stage.now.getTime() + n * 86_400_000).toISOString();
  const base = { about: '面向在厂无房会员。按申请先后排队轮候，全程公示位次；分到房源后在期限内确认。', place: '红旗机械厂工会生活保障部', documents: ['身份证', '劳动合同', '近六个月收入证明', '无房证明'], checks: CHECKS, tenancyMonths: 24 };
  const people = [await stage.actor('worker'), ...(await membersOf(stage))].slice(0, stage.brief ? 24 : PEOPLE);
  const many = people.length;
  const { id } = await at(125, (tx) => allocations.put(tx, li, { unionId: union, title: TITLE, ...base, opensAt: stage.ago(120, '09:00').toISOString(), closesAt: stage.ago(90, '18:00').toISOString(), flats: stage.brief ? FLAT_LIST.slice(0, 6) : FLAT_LIST }));
  const story: Story = { stage, li, id, at };
  await at(121, (tx) => allocations.open(tx, li, { id }));
  const order = [...people.slice(1, Math.floor(many * 0.7)), people[0] as Actor, ...people.slice(Math.floor(many * 0.7))];
  const [earlier, later] = [order.slice(0, -LATE), order.slice(-LATE)];
  const planted = await plant(story, earlier);
  const late = await apply(story, later);
  await check(story, late);
  await objections(story, later, late);
  await giveOut(story, order, [...planted, ...late], stage.brief ? 4 : 16);
  const now = await at(9, (tx) => allocations.put(tx, li, { unionId: union, title: '东站佳苑补充配租', ...base, opensAt: stage.ago(8, '09:00').toISOString(), closesAt: days(12), flats: FLAT_LIST.slice(0, 4).map((f) => ({ ...f, estate: '东站佳苑', label: `新${f.label}`, out: '' })) }));
  await at(9, (tx) => allocations.open(tx, li, { id: now.id }));
  const [first] = await apply({ ...story, id: now.id, at: (_day, run) => at(5, run) }, people.slice(1, 7));
  if (first) await at(2, (tx) => checking.ask(tx, li, { id: first, text: '请补交近六个月收入证明。' }));
  await at(1, (tx) => allocations.put(tx, li, { unionId: union, title: '明年人才公寓（草拟）', ...base, opensAt: days(40), closesAt: days(70), flats: FLAT_LIST.slice(0, 3).map((f) => ({ ...f, out: '' })) }));
  await at(3, async (tx) => {
    const waiting = (await listRegister(tx, li, { allocationId: id, state: 'submitted' }, { limit: 1, offset: 0 })).items[0];
    if (waiting) await checking.papers(tx, li, { id: waiting.id, purpose: '核对收入证明' });
  });
}
