import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { blind, finalise, paperOf } from '#shared/ballot-booth';
import { ballots } from '#engines/ballot';
import type { z } from 'zod';
import type { desk } from './ballots.contract.ts';
import * as holding from './holding.service.ts';
import { listVoters } from './ballots.sql.ts';

type Wanted = z.output<(typeof desk)['prepare']['in']>;
type Told = Partial<Wanted> & Pick<Wanted, 'title' | 'about' | 'kind' | 'level' | 'basis'> & { readonly union: string; readonly by: string; readonly people: number; readonly made: number; readonly opened?: number; readonly closes?: number };
const BY = { system: 'ballots' } as const;

/** How many voted how, for papers in the order of the roll: always the same. */
type Say = (n: number) => unknown;
const motion: (against: number, abstain: number) => Say = (against, abstain) => (n) => ({ kind: 'motion', choice: n % 10 < against ? 'against' : n % 10 < against + abstain ? 'abstain' : 'for' });

class Stories {
  readonly #stage: DemoStage;

  constructor(stage: DemoStage) {
    this.#stage = stage;
  }

  at<T>(ago: number, time: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#stage.at(this.#stage.ago(ago, time), run);
  }

  async prepared(t: Told): Promise<{ id: string; by: Actor; voters: readonly string[] }> {
    const { union, by: key, people: count, made, opened: _, closes, ...wanted } = t;
    const by = await this.#stage.actor(key);
    const people = [...new Set([(await this.#stage.actor(union === 'HB' ? 'wang' : key)).personId, ...(await Promise.all(Array.from({ length: count }, (__, i) => this.#stage.member(union, i)))).map((m) => m.personId)])];
    const { id } = await this.at(made, '09:20', (tx) => holding.prepare(tx, by, {
      seats: 1, style: 'mark', writeIns: false, candidates: [], options: [], atMost: 1, opensOn: null, opensAt: '09:00', closesAt: '18:00', tellers: '监票人 王秀兰，计票人 李志强', ...wanted,
      unionId: this.#stage.union(union).id, roll: { how: 'people', people, unions: [] }, closesOn: closes === undefined ? null : addDays(legalDateOf(this.#stage.now), -closes),
    }));
    return { id, by, voters: await this.at(made, '09:21', (tx) => listVoters(tx, id, 1_000)) };
  }

  async announced(t: Told): ReturnType<Stories['prepared']> {
    const p = await this.prepared(t);
    await this.at(t.made, '10:00', async (tx) => {
      await holding.announce(tx, p.by, { id: p.id });
      await ballots.makeKeysWithin(tx, p.id);
    });
    return p;
  }

  /** Open, with so many votes given. */
  async opened(t: Told, votes: number, say: Say): ReturnType<Stories['prepared']> {
    const p = await this.announced(t);
    const on = t.opened ?? t.made - 1;
    await this.at(on, '09:00', (tx) => ballots.open(tx, BY, p.id));
    // who visits the demonstration keeps the vote: the roll's first is left out where the vote goes on
    const visitor = (await this.#stage.actor('wang')).personId;
    const givers = p.voters.filter((v) => v !== visitor).slice(0, votes);
    await this.at(on, '11:30', async (tx) => {
      for (const [n, person] of givers.entries()) {
        if (t.level !== 'blind') {
          await ballots.cast(tx, person, p.id, say(n));
          continue;
        }
        const booth = await ballots.boothOf(tx, p.id);
        const asked = await blind(booth, '');
        const token = await finalise(booth, asked, (await ballots.issueToken(tx, person, p.id, asked.blinded)).signature);
        const ready = await paperOf(booth, token, say(n));
        if (ready) await ballots.post(tx, p.id, ready.body);
      }
    });
    return p;
  }

  async ended(id: string, by: Actor, on: number, declared: boolean): Promise<void> {
    await this.at(on, '00:10', async (tx) => {
      await holding.close(tx, by, { id });
      await ballots.finish(tx, id);
      if (declared) await holding.declare(tx, by, { id });
    });
  }

  async closed(t: Told, votes: number, say: Say, declared = true): Promise<{ id: string; by: Actor; voters: readonly string[] }> {
    const p = await this.opened(t, votes, say);
    await this.ended(p.id, p.by, Math.max(0, (t.opened ?? t.made - 1) - 2), declared);
    return p;
  }

  /** The next round of an election that came short. */
  async round(p: { id: string; by: Actor; voters: readonly string[] }, made: number, say: Say): Promise<void> {
    const { id } = await this.at(made, '09:00', (tx) => holding.again(tx, p.by, { id: p.id }));
    await this.at(made, '09:30', async (tx) => {
      await holding.announce(tx, p.by, { id });
      await ballots.makeKeysWithin(tx, id);
    });
    await this.at(made - 1, '09:00', (tx) => ballots.open(tx, BY, id));
    await this.at(made - 1, '12:00', async (tx) => { for (const [n, person] of p.voters.slice(0, -1).entries()) await ballots.cast(tx, person, id, say(n)); });
    await this.ended(id, p.by, made - 3, true);
  }
}

const HB = { union: 'HB', by: 'gao' } as const;
const names = (...list: string[]) => list.map((name) => ({ name, group: '' }));

/** A vote in every state: one that is open and waits for the visitor, one that anybody can count again. */
export async function demo(stage: DemoStage): Promise<void> {
  const s = new Stories(stage);
  await s.prepared({ ...HB, people: 20, made: 1, title: '项目部宿舍空调分时用电办法', about: '征求意见后提交表决。', kind: 'motion', level: 'blind', basis: 'returned' });
  await s.announced({ ...HB, people: 24, made: 1, title: '分公司工会女职工委员会委员增补', about: '增补一名委员，候选人两名。', kind: 'election', seats: 1, candidates: names('柳青', '韩梅英'), level: 'blind', basis: 'election' });
  await s.opened({ ...HB, people: 16, made: 3, closes: -5, title: '夜班职工热餐与班车方案', about: '方案全文已在厂务公开栏公布。赞成即同意自下月起试行三个月。', kind: 'motion', level: 'blind', basis: 'returned' }, 6, motion(2, 1));
  await s.opened({ ...HB, people: 14, made: 4, closes: -6, title: '年度职工疗休养线路', about: '请选出您愿意去的线路，最多两条。', kind: 'poll', options: ['北戴河', '黄山', '青岛', '长白山'], atMost: 2, level: 'open', basis: 'none' }, 7, (n) => ({ kind: 'poll', picks: [`o${(n % 3) + 1}`, ...(n % 2 === 0 ? ['o4'] : [])] }));
  await s.closed({ ...HB, people: 25, made: 40, title: '工资集体合同草案', about: '草案经三轮协商形成，全文见厂务公开。', kind: 'motion', level: 'blind', basis: 'workersCongress' }, 24, motion(1, 1));
  await s.closed({ ...HB, people: 22, made: 60, title: '食堂外包续约', about: '现承包方合同到期，是否续约一年。', kind: 'motion', level: 'detached', basis: 'workersCongress' }, 20, motion(5, 1));
  const tie = await s.closed({ ...HB, people: 22, made: 70, title: '工会小组长选举', about: '应选两名，差额选举。', kind: 'election', seats: 2, candidates: names('陆振华', '宋玉兰', '吕志刚'), level: 'detached', basis: 'election' }, 21, (n) => ({ kind: 'election', for: n % 5 === 0 ? ['c3', 'c2'] : n % 2 === 0 ? ['c1', 'c2'] : ['c1', 'c3'], against: [], writeIns: [] }));
  await s.round(tie, 62, (n) => ({ kind: 'election', for: [n % 3 === 0 ? 'c3' : 'c2'], against: [], writeIns: [] }));
  const off = await s.opened({ ...HB, people: 12, made: 90, title: '通勤班车停靠点调整', about: '增设一站。', kind: 'motion', level: 'detached', basis: 'returned' }, 5, motion(0, 0));
  await s.at(87, '15:00', (tx) => holding.callOff(tx, off.by, { id: off.id, why: '路线方案有误，修改后重新投票' }));
  await s.closed({ union: 'HQ', by: 'li', people: 30, made: 30, title: '红旗机械厂奖金分配办法修订', about: '修订班组二次分配的比例。', kind: 'motion', level: 'detached', basis: 'workersCongress' }, 27, motion(2, 1), false);
}
