import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { blind, finalise, paperOf } from '#shared/ballot-booth';
import { ballots } from '#engines/ballot';
import { changeUnion, endOffice, officersOf } from '#engines/org';
import type { z } from 'zod';
import { listContests } from './contests.sql.ts';
import * as counting from './counting.service.ts';
import type { desk } from './elections.contract.ts';
import * as filing from './filing.service.ts';
import * as my from './my.service.ts';
import * as nominees from './nominees.service.ts';
import { listMembers, listNominees, listRoll } from './people.sql.ts';
import * as planning from './planning.service.ts';
import * as voting from './voting.service.ts';

type Plan = Partial<Omit<z.output<(typeof desk)['start']['in']>, 'unionId'>>;
type Told = { readonly union: string; readonly by: Actor; readonly above: Actor; readonly plan: Plan; /** days ago the preparation began */ readonly began: number; /** days from today of the election */ readonly held: number };
const WORDS = ['班组长，热心为工友跑腿，愿意把大家的话带上来。', '从事安全工作十二年，关心一线劳动保护。', '连续两届委员，熟悉互助保障和困难帮扶。', '女职工代表，牵头办过爱心托管班。', '技术骨干，带过五名徒弟。', '文体积极分子，组织过三届职工运动会。'];
const OF = { mainLeader: false, nearRelative: false, humanResources: false, foreignNational: false } as const;

/** Tells how an election went, as far as it went. */
class Stories {
  readonly #stage: DemoStage;
  readonly #today: string;

  constructor(stage: DemoStage) {
    this.#stage = stage;
    this.#today = legalDateOf(stage.now);
  }

  day(from: number): string {
    return addDays(this.#today, from);
  }

  at<T>(ago: number, time: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#stage.at(this.#stage.ago(ago, time), run);
  }

  /** The plan, reported unless it is only begun. */
  started(t: Told, report = true): Promise<string> {
    return this.at(t.began, '09:10', async (tx) => {
      const { id } = await planning.start(tx, t.by, {
        unionId: this.#stage.union(t.union).id, kind: 'renewal', post: 'committee', number: 4, reason: '', plannedOn: this.day(t.held), termYears: 5, assembly: 'members', method: 'online', seats: 5, auditSeats: 0, viceSeats: 0, chairBy: 'committee',
        preparers: '组长一名、副组长一名、成员三名，由上届委员会和职工代表组成', about: '严格按照《工会基层组织选举工作条例》组织，接受会员监督。', party: '同级党组织', ...t.plan,
      });
      if (report) await planning.reportPlan(tx, t.by, { id, partyReply: '同意', partyOn: this.day(-t.began - 1) });
      return id;
    });
  }

  /** Consented to: members propose. */
  async nominating(t: Told, support = 0): Promise<string> {
    const id = await this.started(t);
    await this.at(t.began - 4, '15:20', (tx) => filing.answer(tx, t.above, { id, agree: true, document: `工组〔${this.#today.slice(0, 4)}〕${10 + t.began}号`, text: '' }));
    for (let i = 0; i < support; i++) {
      const member = await this.#stage.member(t.union, i);
      await this.at(t.began - 5, '12:30', (tx) => my.propose(tx, member, { id, post: 'committee', personId: t.by.personId, about: '' }));
    }
    return id;
  }

  /** Candidates named and reported, from the members with the smallest ids on. */
  async listed(t: Told, posts: readonly (readonly ['committee' | 'audit' | 'chair', number])[]): Promise<string> {
    const id = await this.nominating(t);
    await this.at(t.began - 9, '10:00', async (tx) => {
      const people = (await listMembers(tx, this.#stage.union(t.union).path, 60)).filter((p) => p !== t.by.personId);
      let next = 0;
      for (const [post, n] of posts) for (let i = 0; i < n; i++) await nominees.nominate(tx, t.by, { id, post, personId: people[next++] ?? '', job: '', about: WORDS[next % WORDS.length] ?? '', ...OF });
      for (const n of await listNominees(tx, id)) await nominees.setNominee(tx, t.by, { id: n.id, standing: 'candidate', job: n.job, about: n.about, files: [], ...OF });
      await nominees.reportCandidates(tx, t.by, { id });
    });
    return id;
  }

  /** Candidates public. */
  async published(t: Told, posts: Parameters<Stories['listed']>[1]): Promise<string> {
    const id = await this.listed(t, posts);
    await this.at(t.began - 12, '16:00', async (tx) => {
      await filing.answer(tx, t.above, { id, agree: true, document: `工组〔${this.#today.slice(0, 4)}〕${30 + t.began}号`, text: '' });
      await nominees.publish(tx, t.by, { id, place: '公示栏和本平台' });
    });
    return id;
  }

  /** The vote announced, ten days after the candidates were public. */
  async announced(t: Told, posts: Parameters<Stories['listed']>[1], closes = t.held): Promise<string> {
    const id = await this.published(t, posts);
    await this.at(Math.max(-t.held, 0) + 2, '10:30', (tx) => voting.announceVote(tx, t.by, { id, heldOn: this.day(t.held), opensAt: '09:00', closesOn: this.day(closes), closesAt: '18:00', place: '职工之家二楼', level: 'blind', tellers: '监票人两名、计票人三名' }));
    return id;
  }

  /** The hall's count of all votes that are open, declared; `votes` of the candidates in their order. */
  counted(t: Told, id: string, electors: 'assembly' | 'committee', votes: (candidate: number, entitled: number) => number): Promise<void> {
    return this.at(-t.held, electors === 'assembly' ? '16:40' : '17:30', async (tx) => {
      for (const c of await listContests(tx, id)) {
        if (c.electors !== electors || c.outcome !== null) continue;
        const [present, invalid] = electors === 'assembly' ? [c.entitled - 3, 1] : [c.entitled, 0];
        const counts = c.paper.candidates.map((x, i) => ({ id: x.id, name: x.name, votes: Math.min(present - invalid, votes(i, c.entitled)) }));
        await counting.enter(tx, t.by, { id: c.id, present, issued: present, returned: present, invalid, votes: counts, tellers: '监票人 王秀兰，计票人 李志强' });
        await counting.declare(tx, t.by, { id: c.id });
      }
    });
  }

  /** The hall's election to its end at the union; the first elected leads. */
  async filed(t: Told, posts: Parameters<Stories['listed']>[1]): Promise<string> {
    const id = await this.announced(t, posts);
    await this.counted(t, id, 'assembly', (i, all) => (i < (t.plan.seats ?? 5) ? all - 5 - 3 * i : 8));
    await this.at(-t.held, '17:10', async (tx) => {
      const [first] = await listNominees(tx, id);
      await voting.chairVote(tx, t.by, { id, chair: first ? [first.personId] : [], viceChair: [], method: 'hall', heldOn: this.day(t.held), opensAt: '17:00', closesOn: this.day(t.held), closesAt: '18:00', place: '职工之家二楼', level: 'blind', tellers: '监票人 王秀兰' });
    });
    await this.counted(t, id, 'committee', () => 99);
    await this.at(-t.held - 1, '09:30', (tx) => filing.reportResult(tx, t.by, { id }));
    return id;
  }

  /** Some vote at their devices, the visitor is left out. */
  async voted(id: string, visitor: string, how: number): Promise<void> {
    await this.#stage.at(this.#stage.now, async (tx) => {
      for (const c of await listContests(tx, id)) {
        const ballotId = c.ballotId ?? '';
        await ballots.makeKeysWithin(tx, ballotId);
        await ballots.open(tx, { system: 'elections' }, ballotId);
        const booth = await ballots.boothOf(tx, ballotId);
        for (const person of (await listRoll(tx, id, 'assembly', how + 1)).filter((p) => p !== visitor).slice(0, how)) {
          const asked = await blind(booth, '');
          const token = await finalise(booth, asked, (await ballots.issueToken(tx, person, ballotId, asked.blinded)).signature);
          const ready = await paperOf(booth, token, { kind: 'election', for: c.paper.candidates.slice(0, c.paper.seats).map((x) => x.id), against: [], writeIns: [] });
          if (ready) await ballots.post(tx, ballotId, ready.body);
        }
      }
    });
  }

  /** Sets when terms end, and where nobody chairs any more. */
  async terms(ends: readonly (readonly [code: string, days: number])[], vacant: readonly (readonly [code: string, daysAgo: number])[]): Promise<void> {
    await this.at(120, '08:00', async (tx) => { for (const [code, days] of ends) await changeUnion(tx, this.#stage.union(code).id, { termFrom: addDays(this.day(days), -1826), termTo: this.day(days), termYears: 5 }); });
    for (const [code, ago] of vacant) await this.at(ago, '17:00', async (tx) => { for (const o of await officersOf(tx, [this.#stage.union(code).id], ['chair'])) await endOffice(tx, o.id); });
  }
}

/** Terms that end and are over, and an election in every state; one in which a rider of the cast may vote today. */
export async function demo(stage: DemoStage): Promise<void> {
  const s = new Stories(stage);
  const [riders, street, gao, up, area, city, rider, district] = (await Promise.all(['riders', 'street', 'gao', 'up', 'area', 'city', 'rider', 'district'].map((k) => stage.actor(k)))) as [Actor, Actor, Actor, Actor, Actor, Actor, Actor, Actor];
  await s.terms([['MZ-JD-GT-PH', 20], ['HB', 75], ['MZ-JD-GT-JQ', 25], ['MZ-GN-YF', 6], ['MZ-GN-KJ-QM', 40], ['MZ-GN-KJ-LH', -20], ['MZ-KY', -50], ['MZ-JD-MH-QH', 60], ['MZ-JD-MH-G4', 90], ['MZ-JD-GT-LJ', -70], ['MZ-JD-MH-XY', -260], ['MZ-GN-TP', 150], ['DF', 110]], [['MZ-JD-MH-G2', 50], ['MZ-JD-MH-G3', 110]]);
  const officer = (code: string, last: number): Promise<Actor> => stage.member(code, last);
  const vote = await s.announced({ union: 'MZ-JD-GT-PH', by: riders, above: street, began: 40, held: -1, plan: { seats: 7, plannedOn: s.day(0), number: 2 } }, [['committee', 8]], 6);
  await s.voted(vote, rider.personId, 3);
  await s.nominating({ union: 'HB', by: gao, above: up, began: 10, held: 30, plan: { seats: 9, auditSeats: 3, viceSeats: 1, method: 'mixed', number: 5 } }, 4);
  await s.started({ union: 'MZ-JD-GT-FY', by: area, above: street, began: 14, held: 20, plan: { seats: 5, reason: '片区扩大，三分之二委员已调离，经上届委员会讨论提前换届' } });
  await s.started({ union: 'MZ-JD-GT-JQ', by: await officer('MZ-JD-GT-JQ', 56), above: street, began: 3, held: 22, plan: { seats: 5 } }, false);
  await s.listed({ union: 'MZ-GN-TP', by: await officer('MZ-GN-TP', 34), above: city, began: 15, held: 100, plan: { seats: 5, auditSeats: 3 } }, [['committee', 6], ['audit', 3]]);
  await s.published({ union: 'MZ-GN-KJ-QM', by: await officer('MZ-GN-KJ-QM', 85), above: city, began: 14, held: 12, plan: { seats: 7, method: 'mixed' } }, [['committee', 8]]);
  await s.filed({ union: 'MZ-GN-YF', by: await officer('MZ-GN-YF', 73), above: city, began: 45, held: -9, plan: { seats: 5, method: 'hall' } }, [['committee', 6]]);
  const done = await s.filed({ union: 'MZ-GN-KJ-LH', by: await officer('MZ-GN-KJ-LH', 51), above: city, began: 75, held: -38, plan: { seats: 5, method: 'hall', number: 3 } }, [['committee', 6]]);
  await s.at(30, '10:00', (tx) => filing.answer(tx, city, { id: done, agree: true, document: '明工组〔2026〕88号', text: '' }));
  const tie = { union: 'MZ-KY', by: await officer('MZ-KY', 45), above: city, began: 40, held: -3, plan: { seats: 3, method: 'hall', reason: '届满时正值重组，经请示延期' } } as const;
  await s.counted(tie, await s.announced(tie, [['committee', 4]]), 'assembly', (i) => [36, 34, 26, 26][i] ?? 0);
  const annulled = await s.filed({ union: 'MZ-JD-MH-QH', by: await officer('MZ-JD-MH-QH', 27), above: district, began: 50, held: -15, plan: { seats: 3, method: 'hall' } }, [['committee', 4]]);
  await s.at(8, '11:00', (tx) => filing.answer(tx, district, { id: annulled, agree: false, document: '', text: '一名候选人系单位主要负责人近亲属，选举无效，请重新组织' }));
  const off = { union: 'MZ-JD-MH-G4', by: await officer('MZ-JD-MH-G4', 51), above: district, began: 25, held: 40, plan: { seats: 3 } } as const;
  const called = await s.nominating(off);
  await s.at(12, '14:00', (tx) => planning.callOff(tx, off.by, { id: called, text: '网格拟与三网格合并，合并后再组织选举' }, (e) => voting.stopVotes(tx, off.by, e)));
  await s.started({ union: 'MZ-JD-MH-G2', by: district, above: district, began: 5, held: 25, plan: { kind: 'byElection', post: 'chair', chairBy: 'assembly', seats: 1, about: '原主席调离，补选主席一名。' } });
}
