import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { blind, finalise, paperOf } from '#shared/ballot-booth';
import { ballots } from '#engines/ballot';
import type { desk } from './appraisals.contract.ts';
import { type GRADES, markOf } from './appraisals.rules.ts';
import { listLeaders, listVoters, setDuty } from './appraisals.sql.ts';
import { prepare } from './holding.service.ts';
import { step } from './steps.service.ts';
import { listActive } from './stories.sql.ts';

type Wanted = z.output<(typeof desk)['prepare']['in']>;
type Named = Wanted['leaders'][number];
type Told = Omit<Wanted, 'unionId' | 'about' | 'readers' | 'opensAt' | 'closesAt'> & { readonly union: string; readonly made: number; readonly closes?: number; readonly about?: string; readonly silent?: string };
type Held = { readonly id: string; readonly by: Actor; readonly made: number };
const BY = { system: 'appraisals' } as const;

/** How far a leader stands behind the first, and how kind a rater is: always the same grades. */
const gradeFor = (leader: number, rater: number): (typeof GRADES)[number] => {
  const x = (leader * 37 + rater * 61 + leader * rater * 7) % 100;
  const poor = leader % 40 === 39;
  return x < (poor ? 8 : 46) ? 'best' : x < (poor ? 30 : 88) ? 'good' : x < (poor ? 55 : 98) ? 'fair' : 'bad';
};
const contentOf = (leaders: number, rater: number) => ({ kind: 'appraisal', marks: Array.from({ length: leaders }, (_, i) => ({ person: markOf(i + 1), grade: gradeFor(i + rater % 2, rater) })) });
const DUTY = ['一年来完成了年度经营目标，安全生产无事故；到班组调研二十六次，解决职工反映的问题十四件。不足是创新办法不多，下一年重点抓技能培训。', '分管工作按计划推进，费用比预算节约；两项技改已投入使用。不足是与一线沟通不够，今后每月参加一次班前会。', '牵头修订了考核办法，征求意见三轮；信访件全部按期答复。不足是检查多、帮助少。'];

class Stories {
  readonly #stage: DemoStage;

  constructor(stage: DemoStage) {
    this.#stage = stage;
  }

  at<T>(ago: number, time: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#stage.at(this.#stage.ago(ago, time), run);
  }

  people = (code: string, from: number, n: number): Promise<string[]> => this.at(0, '08:00', (tx) => listActive(tx, this.#stage.union(code).id, { from, n }));

  async prepared(by: Actor, { union, made, closes, silent, ...told }: Told): Promise<Held> {
    const { id } = await this.at(made, '09:00', (tx) => prepare(tx, by, { about: '', readers: [], opensAt: null, closesAt: closes === undefined ? null : instantAt(addDays(legalDateOf(this.#stage.now), closes), 18 * 60).toISOString(), ...told, unionId: this.#stage.union(union).id }));
    await this.at(made, '09:30', async (tx) => { for (const l of await listLeaders(tx, id)) if (l.name !== silent) await setDuty(tx, id, l.no, { text: DUTY[l.no % DUTY.length] ?? '', files: [] }); });
    return { id, by, made };
  }

  async announced(by: Actor, told: Told): Promise<Held> {
    const h = await this.prepared(by, told);
    await this.at(h.made, '10:00', async (tx) => {
      await step(tx, by, { id: h.id, step: 'announce', why: '' });
      await ballots.makeKeysWithin(tx, h.id);
    });
    return h;
  }

  /** Open, with a part of the roll having voted; those left out are people who visit the demonstration. */
  async opened(by: Actor, told: Told, o: { readonly votes: number; readonly without?: readonly string[] }): Promise<Held> {
    const h = await this.announced(by, told);
    await this.at(h.made - 1, '09:00', (tx) => ballots.open(tx, BY, h.id));
    await this.at(h.made - 1, '15:00', async (tx) => {
      const voters = (await listVoters(tx, h.id)).filter((v) => !o.without?.includes(v)).slice(0, o.votes);
      for (const [n, person] of voters.entries()) await this.#vote(tx, h.id, person, contentOf(told.leaders.length, n), told.level);
    });
    return h;
  }

  async #vote(tx: Tx, id: string, person: string, content: object, level: string): Promise<void> {
    if (level !== 'blind') {
      await ballots.cast(tx, person, id, content);
      return;
    }
    const [booth, voter] = [await ballots.boothOf(tx, id), await ballots.findVoter(tx, id, person)];
    const asked = await blind(booth, voter?.class ?? '');
    const ready = await paperOf(booth, await finalise(booth, asked, (await ballots.issueToken(tx, person, id, asked.blinded)).signature), content);
    if (ready) await ballots.post(tx, id, ready.body);
  }

  async closed(by: Actor, told: Told, votes: number, declared: boolean): Promise<void> {
    const h = await this.opened(by, told, { votes });
    await this.at(h.made - 3, '18:00', async (tx) => {
      await step(tx, by, { id: h.id, step: 'close', why: '' });
      await ballots.finish(tx, h.id);
      if (declared) await step(tx, by, { id: h.id, step: 'declare', why: '' });
    });
  }
}

const SURNAMES = '赵钱孙周吴郑王冯陈褚卫蒋沈韩杨朱秦许'.split('');
const GIVEN = ['建国', '志明', '永强', '丽华', '文军', '秀芳', '国栋', '晓峰', '海燕', '德胜', '春生', '立新', '宏伟', '玉梅'];
const POSTS = ['厂长', '党总支书记', '生产副厂长', '技术副厂长', '工会主席', '安全主任', '设备主任', '质量主任', '工艺主任', '调度主任', '综合主任'];
const nameOf = (i: number): string => `${SURNAMES[i % SURNAMES.length]}${GIVEN[Math.floor(i / SURNAMES.length) % GIVEN.length]}`;
/** Of the factory's units: party and administrative leaders, 243 in all (source 004, line 1056). */
const PRINCIPALS = 243;
const principals = (from: number, to: number): Named[] => Array.from({ length: to - from }, (_, i) => ({ personId: null, name: nameOf(from + i), post: `第${Math.floor((from + i) / POSTS.length) + 1}单位${POSTS[(from + i) % POSTS.length]}` }));
const leader = (name: string, post: string, personId: string | null = null): Named => ({ personId, name, post });
const people = (id: 'leaders' | 'middle' | 'delegates', list: readonly string[]): Wanted['classes'][number] => ({ id, how: 'people', people: [...list], unions: [] });

async function tellFactory(stage: DemoStage, s: Stories): Promise<void> {
  const [li, worker] = [await stage.actor('li'), await stage.actor('worker')];
  const raters = await s.people('HQ', 2, 26);
  const classes = [people('leaders', raters.slice(0, 6)), people('middle', raters.slice(6, 13)), people('delegates', raters.slice(13))];
  const [half, all] = stage.brief ? [12, 24] : [122, PRINCIPALS];
  const told: Pick<Told, 'union' | 'year' | 'scale' | 'level' | 'classes'> = { union: 'HQ', year: 2025, scale: 'competence', level: 'detached', classes };
  await s.closed(li, { ...told, made: 320, title: '2025年度各单位党政主要领导民主评议（生产单位）', about: '评议结果与年度考核挂钩。', leaders: principals(0, half) }, 25, true);
  await s.closed(li, { ...told, made: 318, title: '2025年度各单位党政主要领导民主评议（职能部门）', about: '评议结果与年度考核挂钩。', leaders: principals(half, all) }, 25, true);
  await s.opened(li, {
    union: 'HQ', made: 4, closes: 5, year: 2026, scale: 'competence', level: 'blind', title: '2026年度厂级领导人员民主评议', about: '请先看述职报告，再给每位领导评议。可以不评，不可以代评。',
    leaders: [leader('严正国', '厂长'), leader('魏淑珍', '党委书记'), leader('邱立新', '生产副厂长'), leader('田文斌', '总工程师'), leader('潘晓东', '总会计师')],
    classes: [{ id: 'delegates', how: 'delegates', people: [], unions: [] }],
  }, { votes: 2, without: [worker.personId] });
}

/** An appraisal in every state: one that waits for the visitor's grades, one that waits for a report of duty, one with earlier years, and 243 leaders of a year. */
export async function demo(stage: DemoStage): Promise<void> {
  const s = new Stories(stage);
  const [gao, wang, lisen] = [await stage.actor('gao'), await stage.actor('wang'), await stage.actor('lisen')];
  const [middle, delegates] = [await s.people('HB', 8, 5), [wang.personId, ...(await s.people('HB', 16, 6))]];
  const classes = [people('middle', middle), people('delegates', delegates)];
  const team = [leader('贺志远', '总经理'), leader('孟凡林', '党委书记'), leader('李森林', '合约法务部部长', lisen.personId), leader('葛文秀', '总会计师')];
  const HB: Pick<Told, 'union' | 'scale' | 'level' | 'classes' | 'leaders'> = { union: 'HB', scale: 'competence', level: 'detached', classes, leaders: team };
  await s.closed(gao, { ...HB, made: 690, year: 2024, title: '2024年度分公司领导人员民主评议' }, 12, true);
  await s.closed(gao, { ...HB, made: 325, year: 2025, title: '2025年度分公司领导人员民主评议' }, 11, true);
  await s.opened(gao, { ...HB, made: 3, closes: 6, year: 2026, title: '2026年度分公司领导人员民主评议', about: '请先看述职报告，再评议。评议结果报公司党委和上级工会。' }, { votes: 6, without: [wang.personId] });
  await s.closed(gao, { ...HB, made: 9, year: 2026, title: '项目经理民主评议', leaders: [leader('杜海峰', '亦庄项目经理'), leader('谢春雷', '正定项目经理'), leader('田雨', '顺义项目经理')] }, 10, false);
  await s.announced(gao, { ...HB, made: 1, year: 2026, scale: 'satisfaction', title: '部门负责人服务一线测评', leaders: [leader('李森林', '合约法务部部长', lisen.personId), leader('丁佩兰', '物资部部长')], silent: '李森林' });
  await s.prepared(gao, { ...HB, made: 1, year: 2026, title: '工会委员民主评议', scale: 'satisfaction', leaders: [leader('柳青', '女工委员'), leader('宋玉兰', '生活委员')], silent: '宋玉兰' });
  const off = await s.opened(gao, { ...HB, made: 60, year: 2026, title: '机关部室负责人评议', leaders: [leader('丁佩兰', '物资部部长'), leader('郝建平', '工程部部长')] }, { votes: 3 });
  await s.at(57, '15:00', (tx) => step(tx, off.by, { id: off.id, step: 'callOff', why: '部室调整，待任命后重新评议' }));
  await tellFactory(stage, s);
}
