import { createHash } from 'node:crypto';
import type { Actor, Tx } from '#shared/call';
import { addDays, addMonths, daysBetween, legalDateOf, monthStart } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { claims, draws, witnessSeal } from '#engines/claims';
import { begin, plan, wish } from './birthdays.service.ts';
import { again, announce, callOff, create, freezeAndTell } from './campaigns.service.ts';
import { listActive } from './schedules.sql.ts';
import { enter } from './views.service.ts';
import { reveal } from './witness.service.ts';

const BY = { system: 'draws' } as const;
const UNION = 'HB';
const SITES = ['BJ01', 'BJ02', 'BJ03', 'TJ01', 'TJ02', 'HE01', 'HE02', 'HE03', 'SX01', 'LN01'].map((site) => `${UNION}-${site}`);
const WITNESSES = ['lisen', 'hr', 'life'] as const;

/** What a witness of a story keeps: made of the draw's name, as the stories must be the same each time. */
const secretOf = (drawId: string, no: number): string => createHash('sha256').update(`demo ${drawId} ${no.toString()}`).digest('hex').slice(0, 32);

type Told = { readonly title: string; readonly about: string; readonly prizes: Parameters<typeof create>[2]['prizes']; readonly opens: number; readonly closes: number; readonly made: number; readonly source?: 'drand' };
const TOLD = {
  draft: { title: '春节福利礼包', about: '米、油、坚果一份，节前到工会领取。', prizes: [{ name: '春节礼包', count: 30, value: 26_800, tax: 'borne', why: '' }], opens: -20, closes: -27, made: 1 },
  coming: { title: '新春音乐会门票', about: '大剧院新春音乐会，两人同行。', prizes: [{ name: '一等座两张', count: 2, value: 96_000, tax: 'withheld', why: '' }, { name: '二等座两张', count: 8, value: 56_000, tax: 'withheld', why: '' }], opens: -3, closes: -8, made: 1, source: 'drand' },
  on: { title: '职工运动会幸运奖', about: '参加过运动会的会员都可以抽，奖品由工会文体经费列支。', prizes: [{ name: '运动手环', count: 3, value: 19_900, tax: 'borne', why: '' }, { name: '运动水壶', count: 10, value: 3_900, tax: 'borne', why: '' }], opens: 2, closes: -4, made: 3 },
  frozen: { title: '健步走达标抽奖', about: '九月健步走达标的会员参加。', prizes: [{ name: '登山包', count: 5, value: 15_800, tax: 'withheld', why: '' }], opens: 9, closes: 0, made: 10 },
  drawn: { title: '暖冬毛毯', about: '野外施工班组优先告知，人人可参加。', prizes: [{ name: '羊毛毯', count: 12, value: 22_000, tax: 'borne', why: '' }], opens: 16, closes: 11, made: 17 },
  again: { title: '电影票', about: '国庆档通兑券。', prizes: [{ name: '通兑券两张', count: 6, value: 8_000, tax: 'none', why: '集体文体活动' }], opens: 40, closes: 35, made: 41 },
  off: { title: '中秋蟹券', about: '阳澄湖大闸蟹提货券。', prizes: [{ name: '蟹券', count: 10, value: 29_800, tax: 'borne', why: '' }], opens: 60, closes: 55, made: 61 },
  empty: { title: '羽毛球公开赛门票', about: '周三下午场。', prizes: [{ name: '门票', count: 2, value: 18_000, tax: 'none', why: '集体文体活动' }], opens: 80, closes: 76, made: 81 },
} as const satisfies Readonly<Record<string, Told>>;

class Stories {
  readonly #stage: DemoStage;
  readonly #by: Actor;
  readonly #witnesses: readonly Actor[];

  constructor(stage: DemoStage, by: Actor, witnesses: readonly Actor[]) {
    this.#stage = stage;
    this.#by = by;
    this.#witnesses = witnesses;
  }

  at<T>(ago: number, time: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#stage.at(this.#stage.ago(ago, time), run);
  }

  async prepared(t: Told): Promise<string> {
    const day = (ago: number): string => addDays(legalDateOf(this.#stage.now), -ago);
    const chance = t.source === 'drand' ? { source: 'drand' as const, need: 0, witnesses: [] } : { source: 'witnesses' as const, need: 2, witnesses: this.#witnesses.map((w) => w.personId) };
    const { id } = await this.at(t.made, '09:30', (tx) => create(tx, this.#by, {
      unionId: this.#stage.union(UNION).id, title: t.title, about: t.about, prizes: [...t.prizes], opensOn: day(t.opens), opensAt: '09:00', closesOn: day(t.closes), closesAt: '00:05', birthMonth: null, memberDays: 0, restDays: 0, place: '分公司工会办公室 302',
      pickFrom: null, pickTo: day(t.closes - 30), revealHours: 48, ...chance,
    }));
    return id;
  }

  async announced(t: Told, seals = 3): Promise<string> {
    const id = await this.prepared(t);
    await this.at(t.made, '10:00', (tx) => announce(tx, this.#by, { id }));
    if (t.source !== 'drand') for (const [i, w] of this.#witnesses.slice(0, seals).entries()) await this.at(t.made, '12:10', (tx) => draws.commit(tx, w, id, witnessSeal(id, i + 1, secretOf(id, i + 1))));
    return id;
  }

  async enter(id: string, people: readonly Actor[], ago: number): Promise<void> {
    for (const person of people) await this.at(ago, '12:40', (tx) => enter(tx, person, { id }));
  }

  async frozen(id: string, ago: number, reveals: number): Promise<void> {
    await this.at(ago, '00:06', (tx) => freezeAndTell(tx, BY, id));
    for (const [i, w] of this.#witnesses.slice(0, reveals).entries()) await this.at(ago, '00:20', (tx) => reveal(tx, w, { id, secret: secretOf(id, i + 1) }));
  }
}

/** Cakes of last month: planned, begun by itself, drawn, two collected. */
async function cakes(stage: DemoStage, s: Stories, by: Actor, witnesses: readonly Actor[]): Promise<void> {
  const today = legalDateOf(stage.now);
  const first = monthStart(addMonths(monthStart(today), -1));
  const ago = daysBetween(first, today);
  await s.at(ago + 8, '10:00', (tx) => plan(tx, by, {
    unionId: stage.union(UNION).id, title: '生日蛋糕', about: '寿星和同事们一起分享，蛋糕送到工作场所。', prizes: [{ name: '八寸生日蛋糕', count: 10, value: 12_800, tax: 'borne', why: '' }], opensDay: 1, closesDay: 3, place: '送到所在项目部', source: 'witnesses', need: 2, revealHours: 48, witnesses: witnesses.map((w) => w.personId),
  }));
  const people = await Promise.all([UNION, ...SITES].flatMap((code) => Array.from({ length: code === UNION ? 44 : 11 }, (_, i) => stage.member(code, i))));
  await s.at(ago + 7, '12:30', async (tx) => { for (const person of people) await wish(tx, person, { on: true }); });
  const id = await s.at(ago, '08:00', async (tx) => { const [schedule] = await listActive(tx); return schedule ? begin(tx, schedule) : null; });
  if (id === null) return;
  for (const [i, w] of witnesses.entries()) await s.at(ago, '12:00', (tx) => draws.commit(tx, w, id, witnessSeal(id, i + 1, secretOf(id, i + 1))));
  await s.frozen(id, ago - 2, 3);
  await s.at(ago - 4, '11:30', async (tx) => {
    const won = (await claims.listByState(tx, id, ['taken'], 2));
    await claims.handOver(tx, by, id, won.map((c) => ({ code: claims.codesOf(tx.federationId, c).code, at: tx.now, paid: false })));
  });
}

/** One draw in every state at the branch company, and the month's cakes. */
export async function demo(stage: DemoStage): Promise<void> {
  const by = await stage.actor('gao');
  const witnesses = await Promise.all(WITNESSES.map((key) => stage.actor(key)));
  const s = new Stories(stage, by, witnesses);
  const people = await Promise.all(Array.from({ length: 18 }, (_, i) => stage.member(UNION, 5 + i)));
  const wang = await stage.actor('wang');
  await cakes(stage, s, by, witnesses);
  await s.announced(TOLD.empty).then((id) => s.at(TOLD.empty.closes, '00:06', (tx) => freezeAndTell(tx, BY, id)));
  const off = await s.announced(TOLD.off);
  await s.enter(off, people.slice(0, 3), 59);
  await s.at(58, '16:00', (tx) => callOff(tx, by, { id: off, why: '供货商停止供应，已退回经费' }));
  const first = await s.announced(TOLD.again);
  await s.enter(first, [wang, ...people.slice(0, 9)], 38);
  await s.frozen(first, TOLD.again.closes, 3);
  const { id: second } = await s.at(34, '10:00', (tx) => again(tx, by, { id: first, why: '公告没有张贴满一天就抽签，按规定重抽', closesOn: addDays(legalDateOf(stage.now), -32), closesAt: '00:05' }));
  for (const [i, w] of witnesses.entries()) await s.at(33, '12:00', (tx) => draws.commit(tx, w, second, witnessSeal(second, i + 1, secretOf(second, i + 1))));
  await s.frozen(second, 32, 3);
  const drawn = await s.announced(TOLD.drawn);
  await s.enter(drawn, [wang, ...people], 14);
  await s.frozen(drawn, TOLD.drawn.closes, 3);
  const frozen = await s.announced(TOLD.frozen);
  await s.enter(frozen, [wang, ...people.slice(0, 12)], 7);
  await s.frozen(frozen, TOLD.frozen.closes, 1);
  const on = await s.announced(TOLD.on, 2);
  await s.enter(on, people.slice(0, 11), 1);
  await s.announced(TOLD.coming);
  await s.prepared(TOLD.draft);
}
