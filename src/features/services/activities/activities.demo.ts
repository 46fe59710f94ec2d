import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import type { api } from './activities.contract.ts';
import { activityProcess } from './activities.process.ts';
import type { Answers } from './activities.rules.ts';
import * as q from './activities.sql.ts';
import { insertCosts } from './costs.sql.ts';
import * as deciding from './deciding.service.ts';
import * as drafting from './drafting.service.ts';
import { COMMENTS, HOSTS, TOLD, type Told } from './stories.demo.ts';
import * as t from './taking.sql.ts';

type Draft = z.output<(typeof api)['draft']['in']>;
const HOUR = 3_600_000;
const PAST = 34;
const EVERY_DAYS = 10;
const PEOPLE = 72;

type Past = { readonly id: string; readonly told: Told; readonly host: (typeof HOSTS)[number]; readonly day: number; readonly startsAt: Date; readonly n: number };

/** About forty over the year with those of now, one every ten days, in turn at several unions. */
function planPast(stage: DemoStage): Past[] {
  return Array.from({ length: stage.brief ? 6 : PAST }, (_, n): Past => {
    const day = 4 + EVERY_DAYS * n;
    return { id: newId(), told: TOLD[n % TOLD.length] as Told, host: HOSTS[(n * 5 + Math.floor(n / 6)) % HOSTS.length] ?? HOSTS[0], day, startsAt: stage.ago(day, n % 3 === 0 ? '18:30' : '14:00'), n };
  });
}

const wantedOf = (p: Past): q.Wanted => ({
  kind: p.told.kind, title: p.told.title, about: p.told.about, place: p.told.place, startsAt: p.startsAt, endsAt: new Date(p.startsAt.getTime() + p.told.hours * HOUR), opensAt: null, closesAt: new Date(p.startsAt.getTime() - 24 * HOUR), cancelUntil: null, places: p.told.places,
  family: p.told.family, pays: 'free', price: 0n, waits: true, quotas: [], who: {}, questions: [], plan: p.told.costs.map(([item, yuan]) => ({ item, fen: yuan * 110 })), plannedFen: BigInt(p.told.costs.reduce((sum, [, yuan]) => sum + yuan * 110, 0)), clubId: null, selfCheckIn: false, seriesId: null,
});

/** The approved cases behind them, in a few statements. */
async function plantCases(stage: DemoStage, past: readonly Past[], officers: ReadonlyMap<string, Actor>): Promise<void> {
  const drafted = (p: Past): Date => new Date(p.startsAt.getTime() - 12 * 24 * HOUR);
  await stage.at(stage.now, async (tx) => {
    await cases.takeOver(tx, activityProcess, past.map((p) => ({
      id: p.id, title: p.told.title, text: p.told.about, state: 'approved', privacy: 'named', channel: 'desk', unionId: stage.union(p.host[0]).id, authorId: null, openedAt: drafted(p),
      events: [{ step: 'publish', toState: 'approved', byKind: 'officer', byId: officers.get(p.host[1])?.personId ?? null, at: new Date(drafted(p).getTime() + HOUR) }],
    })));
    for (const p of past) await q.insertActivity(tx, { id: p.id, unionId: stage.union(p.host[0]).id, organiserId: officers.get(p.host[1])?.personId ?? '' }, wantedOf(p), [stage.union(p.host[0]).id]);
  });
}

/** Who signed up, all in one decision; at the place most are checked in; some say what they thought; what it cost is entered. */
async function plantOne(stage: DemoStage, p: Past, officer: Actor): Promise<void> {
  const w = wantedOf(p);
  const union = stage.union(p.host[0]);
  const opened = new Date(w.closesAt.getTime() - 5 * 24 * HOUR);
  const wish = Math.round(w.places * ([0.7, 1.1, 0.9, 1.25, 0.6][p.n % 5] ?? 1));
  const people = await stage.at(opened, async (tx) => {
    const some = await t.listBelow(tx, union.path, p.id.slice(-6) + String(p.n), Math.min(wish, PEOPLE));
    await claims.put(tx, officer, { id: p.id, unionId: union.id, kind: 'activity', title: w.title, mode: 'first', opensAt: opened, closesAt: w.closesAt, places: w.places, party: 1 + w.family, waits: true, who: { unions: [union.id] }, cancelUntil: w.closesAt, handOverFrom: new Date(p.startsAt.getTime() - 2 * HOUR), place: w.place });
    await claims.open(tx, officer, p.id);
    const brings = (i: number): number => (w.family > 0 && i % 3 === 0 ? 1 : 0);
    const answers = await claims.decide(tx, p.id, some.map((one, i) => ({ personId: one.id, key: 'story', places: 1 + brings(i), unitId: null, at: opened })));
    const names = some.flatMap((one, i) => (brings(i) > 0 ? [{ personId: one.id, family: 1, sealed: secrets.seal(JSON.stringify([{ name: `${one.name.slice(0, 1)}小乐`, relation: 'child', age: 5 + (i % 8) }])), answers: [] }] : []));
    if (names.length > 0) await t.putEntries(tx, p.id, names);
    return answers.flatMap((a) => ('claim' in a && a.claim.state === 'taken' ? [a.claim] : []));
  });
  const came = people.filter((_, i) => (i * 7 + p.n) % 10 !== 3);
  await stage.at(new Date(Math.min(p.startsAt.getTime() + 20 * 60_000, stage.now.getTime())), (tx) => claims.handOver(tx, officer, p.id, came.map((c) => ({ code: claims.codesOf(tx.federationId, c).code, at: tx.now, paid: false }))).then(() => undefined));
  await stage.at(new Date(Math.min(w.endsAt.getTime() + 20 * HOUR, stage.now.getTime())), async (tx) => {
    await t.putRatings(tx, p.id, came.filter((_, i) => i % 3 !== 1).map((c, i) => ({ personId: c.personId, stars: [5, 4, 5, 5, 3, 4, 5, 2, 4, 5][(i * 3 + p.n) % 10] ?? 5, comment: COMMENTS[(i + p.n * 5) % COMMENTS.length] ?? '' })));
    if (p.n % 6 !== 5) await insertCosts(tx, p.id, officer.personId, p.told.costs.map(([item, yuan], i) => ({ id: newId(), item, fen: BigInt(yuan * (97 + ((p.n + i) % 7))), on: legalDateOf(tx.now), note: '' })));
    if (p.n < 3) await t.insertPhotos(tx, p.id, came[0]?.personId ?? '', '', [newId()]);
  });
}

const inDays = (stage: DemoStage, days: number, time: string): Date => new Date(stage.ago(400, time).getTime() + (400 + days) * 24 * HOUR);

/** A draft as a form would send it. */
function draftOf(stage: DemoStage, told: Told, days: number, more: Partial<Draft> = {}): Draft {
  const startsAt = inDays(stage, days, '14:00');
  return {
    kind: told.kind, title: told.title, about: told.about, place: told.place, startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + told.hours * HOUR).toISOString(), opensAt: null, closesAt: new Date(startsAt.getTime() - 20 * HOUR).toISOString(), cancelUntil: null,
    places: told.places, family: told.family, pays: 'free', price: 0, waits: true, quotas: [], audience: [], who: { memberDays: 0, misses: null, sex: null, newForm: false }, questions: [], plan: told.costs.map(([item, yuan]) => ({ item, fen: yuan * 100 })), selfCheckIn: false, cover: [], ...more,
  };
}

const CHESS: Told = { kind: 'culture', title: '职工象棋赛', about: '五轮积分编排，前六名有奖品，棋具已备好。', place: '冲压分厂活动室', places: 16, hours: 4, family: 0, costs: [['奖品', 600], ['棋具', 240]] };
const RUN: Told = { kind: 'sport', title: '厂区夜跑团', about: '每周四下班后跑五公里，有领跑，配速随意。', place: '红旗机械厂东门', places: 30, hours: 1, family: 0, costs: [['反光臂带', 300]] };
const DRILL: Told = { kind: 'sport', title: '工间操比赛', about: '以部门为单位，每队十人，现场打分。', place: '办公楼前广场', places: 80, hours: 2, family: 0, costs: [['音响', 400], ['奖品', 1200]] };
const CAMP: Told = { kind: 'family', title: '周末亲子露营', about: '帐篷可以租，晚上有篝火。', place: '青禾农场', places: 30, hours: 6, family: 2, costs: [['场地', 1500]] };
const FISH: Told = { kind: 'other', title: '垂钓比赛', about: '想在水库办一场。', place: '北山水库', places: 20, hours: 5, family: 0, costs: [['钓位', 2000]] };
const ASK_SIZE: Draft['questions'][number] = { ask: 'choice', label: '文化衫尺码', required: true, options: ['S', 'M', 'L', 'XL'] };

/** What workers drafted, in every state before publication. */
async function tellDrafts(stage: DemoStage, li: Actor): Promise<void> {
  const at = <T>(days: number, run: (tx: Tx) => Promise<T>): Promise<T> => stage.at(stage.ago(days, '12:20'), run);
  const worker = await stage.actor('worker');
  const [a, b] = [await stage.member('HQ-CY', 6), await stage.member('HQ-CY', 9)];
  const chess = await at(2, (tx) => drafting.draft(tx, worker, draftOf(stage, CHESS, 16, { questions: [{ ask: 'choice', label: '棋力', required: true, options: ['入门', '业余', '有等级'] }, { ask: 'text', label: '想和谁分在一组', required: false, options: [] }] })));
  await at(1, (tx) => drafting.submit(tx, worker, { id: chess.id }));
  await at(1, (tx) => drafting.draft(tx, worker, draftOf(stage, RUN, 12)));
  const clerk = await stage.member('HQ', 12);
  const drill = await at(3, (tx) => drafting.draft(tx, clerk, draftOf(stage, DRILL, 15)));
  await at(2, (tx) => drafting.submit(tx, clerk, { id: drill.id }));
  const camp = await at(6, (tx) => drafting.draft(tx, a, draftOf(stage, CAMP, 20)));
  await at(5, (tx) => drafting.submit(tx, a, { id: camp.id }));
  await at(4, (tx) => deciding.giveBack(tx, li, { id: camp.id, text: '请写明夜间安全和返回安排，并把预算列细。' }));
  const fish = await at(9, (tx) => drafting.draft(tx, b, draftOf(stage, FISH, 25)));
  await at(8, (tx) => drafting.submit(tx, b, { id: fish.id }));
  await at(7, (tx) => deciding.decline(tx, li, { id: fish.id, text: '水库禁止垂钓，建议换成室内项目再提。' }));
  const back = await at(5, (tx) => drafting.draft(tx, b, draftOf(stage, { ...FISH, title: '棋牌联谊' }, 18)));
  await at(5, (tx) => drafting.submit(tx, b, { id: back.id }));
  await at(4, (tx) => drafting.withdraw(tx, b, { id: back.id }));
}

/** What is on now: open, full with people waiting, for families, with a fee, today, opening later, a series, called off, an officer's draft. */
async function tellNow(stage: DemoStage, li: Actor): Promise<void> {
  const at = <T>(days: number, run: (tx: Tx) => Promise<T>): Promise<T> => stage.at(stage.ago(days, '09:30'), run);
  const hq = stage.union('HQ').id;
  const publish = async (days: number, by: Actor, told: Told, inside: number, more: Partial<Draft> & { unionId: string }): Promise<string> => {
    const made = await at(days, (tx) => drafting.draft(tx, by, draftOf(stage, told, inside, more)));
    await at(days, (tx) => deciding.publish(tx, by, { id: made.id }));
    return made.id;
  };
  const join = (days: number, id: string, path: string, n: number, says: (i: number) => Answers = () => []) => at(days, async (tx) => {
    const some = await t.listBelow(tx, path, id.slice(-6), n);
    await claims.decide(tx, id, some.map((p) => ({ personId: p.id, key: 'story', places: 1, unitId: null, at: tx.now })));
    await t.putEntries(tx, id, some.slice(0, -1).map((p, i) => ({ personId: p.id, family: 0, sealed: null, answers: says(i) })));
  });
  const size = (i: number): string => ASK_SIZE.options[(i * 3 + 1) % 4] ?? 'L';
  const [badminton, , bake, outing, , aid, , walk] = TOLD as readonly [Told, Told, Told, Told, Told, Told, Told, Told];
  const path = stage.union('HQ').path;
  await join(2, await publish(5, li, { ...badminton, title: '冬季羽毛球团体赛', places: 12 }, 5, { unionId: hq, questions: [ASK_SIZE] }), path, 15, (i) => [size(i)]);
  await join(2, await publish(4, li, bake, 8, { unionId: hq, pays: 'atHandOver', price: 2_000, family: 2, questions: [ASK_SIZE, { ask: 'yesNo', label: '对坚果过敏', required: true, options: [] }] }), path, 9, (i) => [size(i), i % 4 === 2]);
  await join(2, await publish(6, li, { ...aid, title: '急救员取证培训（冬季班）' }, 3, { unionId: hq, quotas: [{ unionId: stage.union('HQ-CY').id, places: 8, rollsUpAt: inDays(stage, 1, '12:00').toISOString() }], who: { memberDays: 0, misses: { most: 3, days: 180 }, sex: null, newForm: false } }), path, 18);
  await publish(3, li, { ...outing, title: '初冬古镇一日游' }, 14, { unionId: hq, opensAt: inDays(stage, 2, '12:00').toISOString() });
  const yoga = await publish(6, li, { kind: 'sport', title: '瑜伽午间课', about: '跟着老师拉伸四十分钟，自备垫子。', place: '职工之家一楼', places: 15, hours: 1, family: 0, costs: [['教师课酬', 300]] }, 4, { unionId: hq });
  await at(6, (tx) => deciding.repeat(tx, li, { id: yoga, times: 3, everyWeeks: 1 }));
  const [gao, street, city] = [await stage.actor('gao'), await stage.actor('street'), await stage.actor('city')];
  const today = await publish(6, gao, { ...walk, title: '项目部健步走' }, 0, { unionId: stage.union('HB').id, startsAt: new Date(stage.now.getTime() - HOUR / 2).toISOString(), endsAt: new Date(stage.now.getTime() + 5 * HOUR).toISOString(), closesAt: new Date(stage.now.getTime() + 5 * HOUR).toISOString(), selfCheckIn: true });
  await join(2, today, stage.union('HB').path, 22);
  await join(3, await publish(5, street, { kind: 'talk', title: '骑手交通安全沙龙', about: '交警讲真实案例，到场领反光贴。', place: '顾塘街道骑手驿站', places: 30, hours: 2, family: 0, costs: [['反光贴', 450]] }, 6, { unionId: stage.union('MZ-JD-GT').id }), stage.union('MZ-JD-GT').path, 17);
  await join(3, await publish(8, city, { kind: 'culture', title: '全市职工迎新书法展开幕日', about: '现场写春联、送福字，可带家人。', place: '市工人文化宫', places: 200, hours: 4, family: 2, costs: [['红纸笔墨', 1600]] }, 11, { unionId: stage.union('MZ').id }), stage.union('MZ').path, 60);
  const off = await publish(6, li, { ...walk, title: '登山健身日' }, 2, { unionId: hq });
  await join(4, off, path, 11);
  await at(1, (tx) => deciding.callOff(tx, li, { id: off, why: '气象台发布大风预警，改到下月再办。' }));
  await at(1, (tx) => drafting.draft(tx, li, draftOf(stage, { ...outing, title: '劳模工匠座谈会', kind: 'talk', family: 0 }, 22, { unionId: hq })));
  const wang = await stage.actor('wang');
  await at(1, (tx) => claims.decide(tx, today, [{ personId: wang.personId, key: 'story', places: 1, unitId: null, at: tx.now }]));
  const mine = await stage.actor('worker');
  await at(1, (tx) => claims.decide(tx, yoga, [{ personId: mine.personId, key: 'story', places: 1, unitId: null, at: tx.now }]));
}

/** Activities of a year that took place, what workers drafted in every state, and what is on now. */
export async function demo(stage: DemoStage): Promise<void> {
  const officers = new Map<string, Actor>();
  for (const key of new Set(HOSTS.map(([, k]) => k))) officers.set(key, await stage.actor(key));
  const li = officers.get('li') as Actor;
  const past = planPast(stage);
  await plantCases(stage, past, officers);
  for (const p of past) await plantOne(stage, p, officers.get(p.host[1]) as Actor);
  await tellDrafts(stage, li);
  await tellNow(stage, li);
}
