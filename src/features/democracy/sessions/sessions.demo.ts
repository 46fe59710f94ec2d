import { Readable } from 'node:stream';
import type { Actor, Tx } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import * as t from './items.sql.ts';
import * as together from './joint.service.ts';
import * as planning from './planning.service.ts';
import * as room from './room.service.ts';
import * as s from './seats.sql.ts';
import { sessionProcess } from './sessions.process.ts';
import type { ItemLevel, Matter, Act } from './sessions.rules.ts';
import * as q from './sessions.sql.ts';
import * as voting from './voting.service.ts';

const HOUR = 3_600_000;
type Told = { readonly matter: Matter; readonly act: Act; readonly title: string; readonly body: string; readonly reporter: string; readonly level?: ItemLevel; readonly candidates?: readonly string[]; readonly seats?: number };
const WELFARE: Told = { matter: 'welfareFund', act: 'ADOPT', title: '职工福利费使用方案', reporter: '财务部 冯部长', level: 'detached', body: '一、食堂补贴每人每月 220 元，夜班另加 60 元。\n二、疗休养名额由 60 人增至 90 人，一线职工不少于七成。\n三、困难职工帮扶列支 40 万元，由工会按档案发放。' };
const SHIFTS: Told = { matter: 'workRules', act: 'ADOPT', title: '四班三运转改为三班两运转办法', reporter: '生产部 何部长', level: 'detached', body: '一、铸造、热处理两厂改为三班两运转，每班十二小时。\n二、连续工作不超过两班，其后休息不少于二十四小时。' };
const LAST: readonly Told[] = [
  { matter: 'operation', act: 'REPORT', title: '年度生产经营情况报告', reporter: '厂长 姜维民', body: '产值完成年度计划的 104%，主机产量增长 7%。' }, WELFARE, SHIFTS,
  { matter: 'execution', act: 'SUPERVISE', title: '上次会议决议落实情况', reporter: '工会 李红梅', body: '上次会议的四项决议，三项落实，一项正在办理。' },
];
const TODAY: readonly Told[] = [
  { matter: 'operation', act: 'REPORT', title: '上半年生产经营和安全生产报告', reporter: '厂长 姜维民', body: '上半年产值完成计划的 53%，未发生重伤以上事故，隐患整改率 96%。' },
  { matter: 'collectiveContract', act: 'ADOPT', title: '集体合同草案', reporter: '工会 李红梅', level: 'detached', body: '一、年度工资增长不低于 5%，一线岗位不低于 6%。\n二、高温津贴按月发放。\n三、女职工特殊保护单列专项合同。' },
  { matter: 'workRules', act: 'ADOPT', title: '员工奖惩办法（修订）', reporter: '人力资源部 曹部长', level: 'detached', body: '一、取消罚款条款，改为教育和岗位培训。\n二、连续三个月无差错的班组给予奖励。' },
  { matter: 'wages', act: 'DELIBERATE', title: '计件单价调整方案', reporter: '人力资源部 曹部长', body: '冲压、焊接两厂计件单价平均上调 4%。' },
  { matter: 'workerDirectors', act: 'ELECT', title: '增补职工董事', reporter: '工会 李红梅', level: 'blind', candidates: ['罗建平', '沈玉梅'], seats: 1, body: '职工董事一名退休，增补一名，差额选举。' },
];
const NEXT: readonly Told[] = [{ matter: 'plan', act: 'REPORT', title: '下一年度发展规划', reporter: '规划部 袁部长', body: '' }, { matter: 'insuranceRates', act: 'ADOPT', title: '企业年金方案', reporter: '人力资源部 曹部长', level: 'blind', body: '个人缴费 2%，单位缴费 5%，自愿参加。' }, { matter: 'proposals', act: 'SUPERVISE', title: '提案办理情况', reporter: '提案审查小组', body: '' }];

type Meeting = { readonly title: string; readonly number: number; readonly sort?: q.Sort; readonly heldAt: Date; readonly agenda: readonly Told[]; readonly plannedAt: Date };

class Stories {
  readonly #stage: DemoStage;
  readonly #li: Actor;
  constructor(stage: DemoStage, li: Actor) { this.#stage = stage; this.#li = li; }

  at = <T>(when: Date, run: (tx: Tx) => Promise<T>): Promise<T> => this.#stage.at(when, run);

  async planned(m: Meeting): Promise<string> {
    return this.at(m.plannedAt, async (tx) => {
      const [body] = (await q.listBodies(tx, this.#li, { unionId: this.#stage.union('HQ').id })).filter((b) => b.kind === 'workers');
      if (body === undefined) return '';
      const { id } = await planning.plan(tx, this.#li, { bodyId: body.id, sort: m.sort ?? 'regular', number: m.number, mode: 'mixed', title: m.title, about: '请各代表团组织好审议，未到会的代表请向团长请假。', place: '红旗机械厂礼堂', calledBy: m.sort === 'joint' ? 'union' : 'yearly', heldAt: m.heldAt.toISOString(), endsAt: new Date(m.heldAt.getTime() + 4 * HOUR).toISOString() });
      for (const i of m.agenda) await voting.add(tx, this.#li, { id, ratifiesId: null, level: 'none', seats: 0, ...i, candidates: [...(i.candidates ?? [])] });
      return id;
    });
  }

  /** The steps before the session, and who is there: two thirds with these, without those. */
  async prepared(id: string, when: Date, always: readonly string[], absent: readonly string[] = []): Promise<void> {
    await this.at(when, async (tx) => {
      await planning.agree(tx, this.#li, { id, side: 'employer', by: '厂长 姜维民' });
      await planning.agree(tx, this.#li, { id, side: 'union', by: '工会主席 李红梅' });
      for (const verb of ['confirm', 'notice'] as const) await cases.step(tx, sessionProcess, verb, id, { kind: 'person', actor: this.#li });
      const { items } = await s.listSeats(tx, id, {}, { limit: 5000, offset: 0 });
      const seats = items.filter((x) => x.votes && !absent.includes(x.personId ?? ''));
      const others = seats.filter((x) => !always.includes(x.personId ?? ''));
      const order = [...seats.filter((x) => always.includes(x.personId ?? '')), ...others.filter((_, n) => n % 3 !== 2), ...others.filter((_, n) => n % 3 === 2)];
      const { entitled } = await s.sumSeats(tx, id);
      const there = order.slice(0, Math.ceil((2 * entitled) / 3));
      await s.setHere(tx, id, there.map((x) => ({ id: x.id, at: tx.now })), 'site');
      await s.setHere(tx, id, [...there.filter((x) => always.includes(x.personId ?? '')), ...items.filter((x) => x.class === 'guest')].map((x) => ({ id: x.id, at: tx.now })), 'online');
    });
  }

  /** Puts a paper; what comes after the last day stays marked. */
  async paper(id: string, itemId: string | null, name: string, text: string, when: Date): Promise<void> {
    const received = await files.receive(Readable.from([Buffer.from(text, 'utf8')]), name, { anonymous: false });
    await this.at(when, async (tx) => {
      const file = await files.keep(tx, this.#li, received);
      await planning.putPapers(tx, this.#li, { id, itemId, files: [file.id] });
    });
  }

  async opened(id: string, when: Date): Promise<void> {
    await this.at(when, async (tx) => {
      await planning.open(tx, this.#li, { id });
      const z = await q.findKept(tx, this.#li, id);
      if (z === null || z.sort === 'joint') return;
      const proposed = await s.listPresidium(tx, id, z.termId);
      const seats = (proposed.length > 0 ? proposed : (await s.listSeats(tx, id, { here: 'here', class: 'delegate' }, { limit: 9, offset: 0 })).items).map((p) => p.id).slice(0, 9);
      await planning.preside(tx, this.#li, { id, seats, chair: seats[0] ?? '', for: z.present - 1, against: 0 });
    });
  }

  /** Presents an item and concludes it without a vote. */
  async noted(item: string, when: Date): Promise<void> {
    await this.at(when, async (tx) => { await voting.present(tx, this.#li, { id: item }); await voting.noteItem(tx, this.#li, { id: item }); });
  }

  /** Opens the vote and lets so many of those present vote; `left` keep theirs. */
  async voting(item: string, when: Date, yes: (entitled: number) => number, left: readonly string[]): Promise<void> {
    await this.at(when, async (tx) => {
      await voting.present(tx, this.#li, { id: item });
      await ballots.makeKeysWithin(tx, item);
      await voting.openVote(tx, this.#li, { id: item });
      const i = await t.findItem(tx, item);
      const { entitled } = await ballots.countTurnout(tx, item);
      const good = yes(entitled);
      const people = (await s.listPresent(tx, i?.sessionId ?? '')).filter((p) => !left.includes(p)).slice(0, good + 8);
      const all = people.length;
      for (const [n, person] of people.entries()) await ballots.cast(tx, person, item, { kind: 'motion', choice: n < good ? 'for' : n < all - 2 ? 'against' : 'abstain' });
    });
  }

  async declared(item: string, when: Date): Promise<void> {
    await this.at(when, async (tx) => {
      await voting.closeVote(tx, this.#li, { id: item });
      await ballots.finish(tx, item);
      await voting.declare(tx, this.#li, { id: item });
    });
  }

  items = (id: string): Promise<string[]> => this.at(this.#stage.now, async (tx) => (await t.listItems(tx, id)).map((i) => i.id));

  /** Closed, published and reported; nobody is told of what is long past. */
  async ended(id: string, closed: Date, passed: string, told: { readonly minutes: string; readonly carried: { readonly resolution: string; readonly execBy: string; readonly execDue: null } }): Promise<void> {
    const later = (days: number): Date => new Date(closed.getTime() + days * 24 * HOUR);
    await this.at(closed, async (tx) => {
      await voting.resolve(tx, this.#li, { id: passed, ...told.carried });
      await planning.close(tx, this.#li, { id });
    });
    await this.at(later(2), async (tx) => {
      await q.mark(tx, id, { minutes: told.minutes });
      await cases.step(tx, sessionProcess, 'publish', id, { kind: 'person', actor: this.#li });
    });
    await this.at(later(5), async (tx) => {
      const text = '本次会议应到、实到人数和各项表决结果见会议纪要。';
      await q.mark(tx, id, { report: text });
      await cases.step(tx, sessionProcess, 'report', id, { kind: 'person', actor: this.#li }, { text });
    });
  }
}

/** A joint meeting between two sessions whose decision waits to be ratified. */
async function plantJoint(stage: DemoStage, w: Stories, li: Actor, welfare: string): Promise<void> {
  const heldAt = stage.ago(120, '14:00');
  const id = await w.planned({ title: '第八届职代会第一次联席会议', number: 1, sort: 'joint', heldAt, plannedAt: stage.ago(128, '09:00'), agenda: [{ matter: 'procedure', act: 'DECIDE', title: '高温季节作息时间调整', reporter: '生产部 何部长', level: 'detached', body: '七、八两月早班提前一小时，中午休息延长一小时。' }, { matter: 'procedure', act: 'DECIDE', title: '是否否决职工福利费使用方案', reporter: '工会 李红梅', level: 'detached', body: '联席会议对已通过的方案有否决权：本项获得通过即为否决。' }] });
  if (id === '') return;
  await w.prepared(id, stage.ago(121, '10:00'), []);
  await w.opened(id, heldAt);
  const [item = '', veto = ''] = await w.items(id);
  await w.voting(item, stage.ago(120, '15:00'), (n) => n, []);
  await w.declared(item, stage.ago(120, '15:10'));
  await w.voting(veto, stage.ago(120, '15:15'), () => 1, []);
  await w.declared(veto, stage.ago(120, '15:25'));
  await w.at(stage.ago(119, '09:00'), (tx) => together.make(tx, li, { unionId: stage.union('HQ').id, title: '职工福利费使用方案', about: '职代会审议通过，代表联席会议不行使否决权，方案方可实施。', round: 1, op: 'GE', num: 1, den: 1, agree: [welfare], veto: [veto] }).then(() => undefined));
  await w.ended(id, stage.ago(120, '15:40'), item, { minutes: '联席会议同意七、八两月调整作息时间，提请下次职工代表大会追认。', carried: { resolution: '七、八两月早班提前一小时，中午休息延长一小时，提请下次职工代表大会追认。', execBy: '', execDue: null } });
}

/** Last year's session closed at the boundary, one that goes on today, one being prepared, a joint meeting. */
export async function demo(stage: DemoStage): Promise<void> {
  const [li, worker, press] = [await stage.actor('li'), await stage.actor('worker'), await stage.actor('press')];
  const w = new Stories(stage, li);
  const last = await w.planned({ title: '第八届职代会第一次会议', number: 1, heldAt: stage.ago(300, '09:00'), plannedAt: stage.ago(325, '09:00'), agenda: LAST });
  if (last === '') return;
  await w.prepared(last, stage.ago(301, '10:00'), []);
  await w.opened(last, stage.ago(300, '09:00'));
  const [report = '', welfare = '', shifts = '', execution = ''] = await w.items(last);
  await w.noted(report, stage.ago(300, '09:40'));
  await w.voting(welfare, stage.ago(300, '10:10'), (n) => Math.floor(n / 2) + 1, []);
  await w.declared(welfare, stage.ago(300, '10:20'));
  await w.voting(shifts, stage.ago(300, '10:50'), (n) => Math.floor(n / 2), []);
  await w.declared(shifts, stage.ago(300, '11:00'));
  await w.noted(execution, stage.ago(300, '11:20'));
  await w.ended(last, stage.ago(300, '11:40'), welfare, {
    minutes: '会议由执行主席主持。代表听取了生产经营情况报告，审议并无记名表决两项议案，审查了上次会议决议的落实情况。福利费使用方案获全体代表过半数赞成，通过；倒班办法未过半数，退回生产部与工会重新协商。',
    carried: { resolution: '大会审议通过《职工福利费使用方案》，自公布之日起施行，由财务部按季公布使用情况，工会监督。', execBy: '财务部', execDue: null },
  });
  await w.at(stage.ago(240, '10:00'), (tx) => voting.track(tx, li, { id: welfare, note: '一、二季度使用情况已公布，疗休养名额落实 71 人。', done: false }));
  await plantJoint(stage, w, li, welfare);

  const begun = new Date(stage.now.getTime() - 1.5 * HOUR);
  const today = await w.planned({ title: '第八届职代会第二次会议', number: 2, heldAt: begun, plannedAt: stage.ago(22, '09:00'), agenda: TODAY });
  const listed = await w.items(today);
  await w.paper(today, listed[1] ?? null, '集体合同草案全文.txt', TODAY[1]?.body ?? '', stage.ago(14, '10:00'));
  await w.paper(today, listed[2] ?? null, '奖惩办法修订对照.txt', TODAY[2]?.body ?? '', stage.ago(3, '16:00'));
  await w.paper(today, null, '会议须知.txt', '请各位代表提前审阅材料，会上按议程逐项表决。', stage.ago(12, '10:00'));
  await w.prepared(today, new Date(begun.getTime() - HOUR), [worker.personId], [press.personId]);
  await w.at(new Date(begun.getTime() - 0.5 * HOUR), (tx) => cases.step(tx, sessionProcess, 'discuss', today, { kind: 'person', actor: li }).then(() => undefined));
  const agenda = await w.items(today);
  const [a = '', contract = '', rules = ''] = agenda;
  await w.at(new Date(begun.getTime() - 0.4 * HOUR), async (tx) => {
    await room.sayOpinion(tx, worker, { id: contract, text: '高温津贴建议写明按月随工资发放，不折成饮料。', gathered: false });
    await room.sayOpinion(tx, press, { id: rules, text: '班组奖励的标准建议由各分厂工会参加评定。', gathered: false });
    const of = (await s.findSeat(tx, today, worker.personId))?.delegationId;
    if (of) await room.gather(tx, li, { id: contract, delegationId: of, text: '本团赞成草案，建议高温津贴按月发放、夜班补贴另列标准。' });
  });
  await w.opened(today, begun);
  const ago = (minutes: number): Date => new Date(stage.now.getTime() - minutes * 60_000);
  await w.noted(a, ago(70));
  // one vote short of the boundary: the visitor decides
  await w.voting(contract, ago(25), (n) => Math.floor(n / 2), [worker.personId]);
  await w.voting(rules, ago(12), (n) => Math.floor(n / 2), [worker.personId]);
  await w.at(ago(2), async (tx) => {
    const { items } = await s.listSeats(tx, today, { here: 'here', class: 'delegate' }, { limit: 12, offset: 0 });
    for (const [n, x] of items.filter((y) => y.personId !== worker.personId).slice(3, 6).entries()) await room.enlist(tx, li, { id: today, seatId: x.id, itemId: n === 2 ? rules : contract, about: ['高温津贴', '夜班补贴', '奖励评定'][n] ?? '' });
    const [first] = await t.listSpeakers(tx, today);
    if (first) await room.grant(tx, li, { id: first.id, minutes: 5 });
  });

  const next = await w.planned({ title: '第八届职代会第三次会议', number: 3, heldAt: new Date(stage.now.getTime() + 26 * 24 * HOUR), plannedAt: stage.ago(2, '15:00'), agenda: NEXT });
  await w.at(stage.ago(1, '10:00'), (tx) => planning.agree(tx, li, { id: next, side: 'employer', by: '厂长 姜维民' }).then(() => undefined));
}
