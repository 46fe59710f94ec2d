import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { appointMany, findMemberships, findPeople, findUnions, visibleTo } from '#engines/org';
import { answer, close, opinion, progress, rate } from './answering.service.ts';
import * as collecting from './collecting.service.ts';
import { assign, decide, giveBack, hot } from './deciding.service.ts';
import { listTerms, listVoters } from './delegates.sql.ts';
import * as moving from './moving.service.ts';
import { lapseOver } from './proposals.jobs.ts';
import { insertFollowers } from './people.sql.ts';
import { draw } from './rewards.service.ts';
import { FIRST, SECOND, THIRD, type Told } from './texts.demo.ts';

const CALL = { locale: 'zh' } as Parameters<typeof assign>[3];
const DEPARTMENTS = ['安全环保部', '后勤保障部', '人力资源部', '动力设备部'];
/** Days before today: opens, closes, session; when it was decided, assigned, answered, rated, closed. Negative lies ahead. */
type Days = { readonly opens: number; readonly closes: number; readonly session: number; readonly decided: number; readonly assigned: number; readonly answered: number; readonly rated: number; readonly closed: number };
const DAYS: readonly Days[] = [
  { opens: 340, closes: 315, session: 300, decided: 310, assigned: 298, answered: 262, rated: 258, closed: 190 }, { opens: 105, closes: 85, session: 0, decided: 74, assigned: 68, answered: 22, rated: 18, closed: 10 }, { opens: 12, closes: -6, session: -26, decided: 1, assigned: 1, answered: 0, rated: 0, closed: 0 },
];
const SESSIONS = ['第八届第一次会议', '第八届第二次会议', '第八届第三次会议'];
/** States in the order of the way; a story goes as far as its state. */
const WAY = ['gathering', 'submitted', 'filed', 'working', 'answered', 'disputed', 'reworking', 'answeredAgain', 'rated', 'closed'];

type Stage = { readonly stage: DemoStage; readonly li: Actor; readonly people: readonly Actor[]; readonly owners: readonly Actor[] };

/** Delegates as if signed in, the cast's two first. */
async function delegatesOf(tx: Tx, ids: readonly string[], like: Actor): Promise<Actor[]> {
  const [people, memberships] = [await findPeople(tx, [...ids]), await findMemberships(tx, [...ids])];
  const unions = await findUnions(tx, [...new Set([...memberships.values()].map((m) => m.unionId))]);
  return ids.flatMap((id): Actor[] => {
    const union = unions.get(memberships.get(id)?.unionId ?? '');
    const name = people.get(id)?.name;
    return union === undefined || name === undefined ? [] : [{ ...like, personId: id, name, membership: { unionId: union.id, path: union.path, state: 'active' } }];
  });
}

/** Four departments of the factory with somebody who answers for each. */
async function departments(stage: DemoStage): Promise<Actor[]> {
  const people = await Promise.all(DEPARTMENTS.map((_, i) => stage.member('HQ', 4 + i)));
  await stage.at(stage.ago(700, '09:00'), (tx) => appointMany(tx, people.map((p, i) => ({ id: newId(), personId: p.personId, unionId: stage.union('HQ').id, office: 'departmentLiaison', title: DEPARTMENTS[i] ?? '', fullTime: false, fromDate: legalDateOf(stage.ago(700, '09:00')), toDate: null, basis: '' }))));
  return people;
}

class Story {
  readonly #s: Stage;
  readonly #t: Told;
  readonly #days: Days;
  #id = '';

  constructor(s: Stage, t: Told, days: Days) {
    this.#s = s;
    this.#t = t;
    this.#days = days;
  }

  at<T>(ago: number, time: string, run: (tx: Tx) => Promise<T>): Promise<T> { return this.#s.stage.at(this.#s.stage.ago(ago, time), run); }
  who(place: number): Actor { return this.#s.people[place % this.#s.people.length] as Actor; }

  reaches(state: string): boolean {
    const [now, then] = [WAY.indexOf(this.#t.to), WAY.indexOf(state)];
    return now === -1 ? state === 'submitted' && !['lapsed', 'withdrawn'].includes(this.#t.to) : now >= then && (!['disputed', 'reworking', 'answeredAgain'].includes(state) || ['disputed', 'reworking', 'answeredAgain'].includes(this.#t.to));
  }

  async moved(collectionId: string): Promise<void> {
    const [t, d] = [this.#t, this.#days];
    const mover = this.who(t.mover);
    const day = Math.max(d.closes + 4, d.opens - 6, 2);
    this.#id = await this.at(day, '10:20', async (tx) => (await moving.move(tx, mover, { collectionId, title: t.title, kind: t.kind, reason: t.reason, grounds: t.grounds, remedy: t.remedy, seconders: [...t.seconds, ...(t.open ?? [])].map((p) => this.who(p).personId), files: [] })).id);
    await this.at(day - 1, '12:10', async (tx) => { for (const p of t.seconds) await moving.second(tx, this.who(p), { id: this.#id, answer: 'yes', word: '' }); });
    if (t.to === 'withdrawn') await this.at(day - 1, '15:00', (tx) => moving.withdraw(tx, mover, { id: this.#id, version: undefined, text: t.text ?? '' }));
    if (this.reaches('submitted')) await this.at(day - 1, '16:30', (tx) => moving.submit(tx, mover, { id: this.#id, version: undefined }));
  }

  async decided(ids: ReadonlyMap<string, string>): Promise<void> {
    const [t, { decided }, at] = [this.#t, this.#days, { id: this.#id, version: undefined }];
    const li = this.#s.li;
    if (t.to === 'returned') await this.at(decided, '09:30', (tx) => giveBack(tx, li, { ...at, text: t.text ?? '' }));
    if (t.to === 'rejected' || t.to === 'suggestion') await this.at(decided, '10:00', (tx) => decide(tx, li, { ...at, decision: t.to === 'rejected' ? 'rejected' : 'suggestion', intoId: undefined, text: t.text ?? '' }));
    if (t.to === 'merged') await this.at(decided, '11:00', (tx) => decide(tx, li, { ...at, decision: 'merged', intoId: ids.get(t.into ?? ''), text: t.text ?? '' }));
    if (this.reaches('filed')) await this.at(t.to === 'filed' ? 6 : decided, '10:30', (tx) => decide(tx, li, { ...at, decision: 'filed', intoId: undefined, text: '' }));
    if (t.hot) await this.at(decided - 1, '11:00', (tx) => hot(tx, li, { id: this.#id, on: true }));
  }

  async handled(): Promise<void> {
    if (!this.reaches('working')) return;
    const [t, d, at] = [this.#t, this.#days, { id: this.#id, version: undefined }];
    const [owner, other] = [this.#s.owners[t.department ?? 0] as Actor, this.#s.owners[((t.department ?? 0) + 1) % this.#s.owners.length] as Actor];
    const day = (ago: number): string => addDays(legalDateOf(this.#s.stage.now), -ago);
    const working = t.to === 'working';
    const assigned = working && !t.late ? 20 : d.assigned;
    const give = (ago: number, to: Actor, due: number, helpers: string[]) => this.at(ago, '14:00', (tx) => assign(tx, this.#s.li, { ...at, assigneeId: to.personId, dueOn: day(due), helpers, text: '' }, CALL));
    await give(assigned, owner, t.late ? 14 : assigned - 50, working ? [other.personId] : []);
    if (working && t.text) await this.at(assigned - 8, '09:00', async (tx) => { await opinion(tx, other, { id: this.#id, text: '电源和场地可以保障，请提前两周通知。' }); await progress(tx, owner, { ...at, text: t.text ?? '', files: [] }); });
    if (!this.reaches('answered')) return;
    await this.at(d.answered, '15:20', (tx) => answer(tx, owner, { ...at, text: t.answer ?? '', files: [] }));
    if (this.reaches('disputed')) {
      const rated = t.to === 'disputed' ? 4 : d.rated;
      await this.at(rated, '12:40', (tx) => rate(tx, this.who(t.mover), { ...at, satisfaction: 'not', text: t.text ?? '' }));
      if (!this.reaches('reworking')) return;
      await give(d.rated - 3, other, d.rated - 35, []);
      if (this.reaches('answeredAgain')) await this.at(2, '15:20', (tx) => answer(tx, other, { ...at, text: '重新论证后同意先在 30 台关键设备试点，二维码下月贴装到位，明年一季度评估后推广。', files: [] }));
      return;
    }
    if (this.reaches('rated')) await this.at(d.rated, '12:40', (tx) => rate(tx, this.who(t.mover), { ...at, satisfaction: t.outcome === 'partly' ? 'mostly' : 'satisfied', text: '' }));
    if (this.reaches('closed')) await this.at(d.closed, '16:00', (tx) => close(tx, this.#s.li, { ...at, outcome: t.outcome ?? 'done', text: t.done ?? '', files: [] }));
  }

  get id(): string { return this.#id; }
  get title(): string { return this.#t.title; }
}

/** Tells one collection from the call to where its proposals stand. */
async function tellCollection(s: Stage, termId: string, n: number, told: readonly Told[]): Promise<string> {
  const days = DAYS[n] as Days;
  const day = (ago: number): string => addDays(legalDateOf(s.stage.now), -ago);
  const { id } = await s.stage.at(s.stage.ago(days.opens, '08:30'), (tx) => collecting.call(tx, s.li, { termId, session: SESSIONS[n] ?? '', sessionOn: day(days.session), opensOn: day(days.opens), closesOn: day(days.closes), about: '围绕生产经营、安全卫生、工资福利和职工成长，一事一案，写明案由、案据和建议方案。' }));
  const stories = told.map((t) => new Story(s, t, days));
  for (const story of stories) await story.moved(id);
  if (days.closes > 0) await s.stage.at(s.stage.ago(days.closes - 1, '06:20'), (tx) => lapseOver(tx));
  const ids = new Map(stories.map((x) => [x.title, x.id]));
  for (const story of stories) await story.decided(ids);
  for (const story of stories) await story.handled();
  return id;
}

/** Three sessions of the factory's congress: one reported and paid, one being worked on with a story in every state, one being collected. */
export async function demo(stage: DemoStage): Promise<void> {
  const [li, worker, press] = [await stage.actor('li'), await stage.actor('worker'), await stage.actor('press')];
  const term = (await stage.at(stage.now, (tx) => listTerms(tx, visibleTo(li, 'proposals.decide'))))[0];
  if (term === undefined) return;
  const owners = await departments(stage);
  const people = await stage.at(stage.now, async (tx) => {
    const ids = await listVoters(tx, term.termId);
    const apart = new Set([worker.personId, press.personId, li.personId, ...owners.map((o) => o.personId)]);
    return delegatesOf(tx, [worker.personId, press.personId, ...ids.filter((id) => !apart.has(id)).filter((_, i) => i % 3 === 0).slice(0, 19)], worker);
  });
  const s: Stage = { stage, li, people, owners };
  const first = await tellCollection(s, term.termId, 0, FIRST);
  await stage.at(stage.ago(3, '10:00'), (tx) => collecting.reported(tx, li, { id: first, to: '第八届第二次会议' }));
  await stage.at(stage.ago(60, '10:00'), (tx) => draw(tx, li, { id: first }, CALL));
  const second = await tellCollection(s, term.termId, 1, SECOND);
  await tellCollection(s, term.termId, 2, THIRD);
  const followed = await stage.at(stage.now, async (tx) => (await collecting.report(tx, li, { id: second }, CALL)).items.find((p) => p.state === 'working'));
  if (followed) await stage.at(stage.now, (tx) => insertFollowers(tx, followed.id, [worker.personId, ...people.slice(4, 12).map((p) => p.personId)]));
}
