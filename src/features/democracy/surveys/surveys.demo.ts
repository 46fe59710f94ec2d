import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { ballots } from '#engines/ballot';
import { blind, finalise, paperOf } from '#shared/ballot-booth';
import { announceSurvey, belongingOf } from './asking.service.ts';
import { gather, prepareGathering } from './counting.service.ts';
import { create, keepTemplate } from './drafting.service.ts';
import type { Answers, Form } from './form.rules.ts';
import { findReached } from './roll.sql.ts';
import { answered, canteenForm, nurseryForm } from './stories.demo.ts';
import { findSurvey, listTemplates } from './surveys.sql.ts';
import { addTask, stepTask } from './tasks.service.ts';
import { findTask } from './tasks.sql.ts';
import { SATISFACTION, satisfactionForm } from './templates.rules.ts';
import type { Level } from './surveys.rules.ts';

const BY = { system: 'surveys' } as const;
const UNION = 'HB';
const ROLL = { unions: [], sex: null, ages: [], works: [], offices: false, sample: null };

type Told = { readonly title: string; readonly about: string; readonly form: Form; readonly series?: string; readonly level: Level; readonly opens: number; readonly closes: number; readonly links?: number };

class Stories {
  readonly #stage: DemoStage;
  readonly #by: Actor;

  constructor(stage: DemoStage, by: Actor) {
    this.#stage = stage;
    this.#by = by;
  }

  at<T>(ago: number, time: string, run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#stage.at(this.#stage.ago(ago, time), run);
  }

  prepared(t: Told): Promise<string> {
    const day = (ago: number): string => addDays(legalDateOf(this.#stage.now), -ago);
    return this.at(t.opens + 3, '09:10', (tx) => create(tx, this.#by, {
      unionId: this.#stage.union(UNION).id, title: t.title, about: t.about, form: t.form, series: t.series ?? '', level: t.level, groups: ['unit', 'sex', 'age'], roll: ROLL, seed: '', links: t.links ?? 0, opensOn: day(t.opens), opensAt: '09:00', closesOn: day(t.closes), closesAt: '18:00', resultsTo: 'asked',
    })).then((x) => x.id);
  }

  async announced(t: Told): Promise<string> {
    const id = await this.prepared(t);
    await this.at(t.opens + 2, '10:00', async (tx) => {
      const s = await findSurvey(tx, id);
      if (s !== null) await announceSurvey(tx, this.#by, s);
      await ballots.makeKeysWithin(tx, id);
    });
    return id;
  }

  async opened(t: Told): Promise<string> {
    const id = await this.announced(t);
    await this.at(t.opens, '09:00', (tx) => ballots.open(tx, BY, id));
    return id;
  }

  /** What somebody lets travel with the answers. */
  async aboutOf(tx: Tx, person: Actor): Promise<Record<string, string>> {
    const p = await findReached(tx, this.#stage.union(UNION).id, person.personId);
    if (p === null) return {};
    const { work: _, ...about } = belongingOf(p, legalDateOf(tx.now));
    return Object.fromEntries(Object.entries(about).filter(([, v]) => v !== ''));
  }

  async cast(id: string, ago: number, papers: readonly { readonly person: Actor; readonly answers: Answers }[]): Promise<void> {
    await this.at(ago, '12:30', async (tx) => { for (const p of papers) await ballots.cast(tx, p.person.personId, id, { kind: 'questions', answers: { given: p.answers, about: await this.aboutOf(tx, p.person) } }); });
  }

  /** The same at the highest level, as the person's own telephone does it. */
  async post(id: string, ago: number, papers: readonly { readonly person: Actor; readonly answers: Answers }[]): Promise<void> {
    for (const p of papers) {
      await this.at(ago, '12:40', async (tx) => {
        const booth = await ballots.boothOf(tx, id);
        const asked = await blind(booth, '');
        const token = await finalise(booth, asked, (await ballots.issueToken(tx, p.person.personId, id, asked.blinded)).signature);
        const ready = await paperOf(booth, token, { kind: 'questions', answers: { given: p.answers, about: await this.aboutOf(tx, p.person) } });
        if (ready !== null) await ballots.post(tx, id, ready.body);
      });
    }
  }

  async counted(id: string, closes: number): Promise<void> {
    await this.at(closes, '18:00', (tx) => ballots.close(tx, BY, id));
    await this.at(closes, '18:01', (tx) => ballots.finish(tx, id));
    for (let rounds = 0; rounds < 3; rounds += 1) {
      const some = await this.at(closes, '18:02', prepareGathering);
      await this.at(closes, '18:03', (tx) => gather(tx, some));
    }
  }
}

/** One run of the yearly survey: so many papers, so many of them satisfied. */
async function year(s: Stories, people: readonly Actor[], o: { title: string; opens: number; closes: number; papers: number; satisfied: number; mood: number }): Promise<string> {
  const form = satisfactionForm();
  const id = await s.opened({ title: o.title, about: '每年一次，请按近一年的实际感受回答。结果在截止后向大家公开。', form, series: SATISFACTION, level: 'detached', opens: o.opens, closes: o.closes });
  await s.cast(id, o.opens - 4, people.slice(0, o.papers).map((person, i) => ({ person, answers: answered(form, i, { satisfied: i < o.satisfied, mood: o.mood }) })));
  await s.counted(id, o.closes);
  return id;
}

/** What came of last year's answers: one task done, one under way, one to be assigned. */
async function tasks(stage: DemoStage, s: Stories, by: Actor, surveyId: string): Promise<void> {
  const life = await stage.actor('life');
  const hr = await stage.actor('hr');
  const day = (days: number): string => addDays(legalDateOf(stage.now), days);
  const add = (ago: number, question: string, finding: string, title: string, dueOn: string) => s.at(ago, '10:20', (tx) => addTask(tx, by, { surveyId, question, finding, title, dueOn })).then((x) => x.id);
  const step = (ago: number, id: string, who: Actor, verb: 'assign' | 'report' | 'finish', more: { text?: string; assigneeId?: string; progress?: number }) =>
    s.at(ago, '15:00', async (tx) => { const t = await findTask(tx, id); await stepTask(tx, who, { id, verb, text: more.text ?? '', version: t?.version ?? 1, ...(more.assigneeId ? { assigneeId: more.assigneeId } : {}), ...(more.progress === undefined ? {} : { progress: more.progress }) }); });
  const meals = await add(38, 'q39', '夜班回来吃不上热饭（多条开放题回答）', '食堂为夜班留热饭', day(-10));
  await step(37, meals, by, 'assign', { assigneeId: life.personId });
  await step(24, meals, life, 'report', { text: '已与食堂承包方谈妥，增加保温餐柜', progress: 60 });
  await step(14, meals, life, 'finish', { text: '从本月起夜班食堂供应热饭到零点，五个项目部都配了保温餐柜。' });
  const course = await add(36, 'q33', '四成职工最想参加岗位技能与考证培训', '开办周末电工、焊工考证班', day(40));
  await step(35, course, by, 'assign', { assigneeId: hr.personId });
  await step(6, course, hr, 'report', { text: '已落实教室和老师，下月报名', progress: 40 });
  await add(5, 'q15', '办理意见、建议和来信的速度', '来信三天内先回电话', day(55));
}

/** Surveys in every state at the branch company: two years with their trend, one open, one announced, one in preparation, one called off. */
export async function demo(stage: DemoStage): Promise<void> {
  const by = await stage.actor('gao');
  const s = new Stories(stage, by);
  const people = await Promise.all(Array.from({ length: 45 }, (_, i) => (i < 30 ? stage.member(UNION, 8 + i) : stage.member(`${UNION}-BJ0${1 + (i % 3)}`, 1 + Math.floor((i - 30) / 3)))));
  const thisYear = Number(legalDateOf(stage.now).slice(0, 4));
  await year(s, people, { title: `${thisYear - 1} 年职工满意度调查`, opens: 425, closes: 411, papers: 45, satisfied: 42, mood: 0.82 });
  const last = await year(s, people, { title: `${thisYear} 年职工满意度调查`, opens: 60, closes: 46, papers: 44, satisfied: 43, mood: 0.9 });
  await tasks(stage, s, by, last);
  const canteen = canteenForm();
  const open = await s.opened({ title: '食堂与夜班用餐小调查', about: '回应满意度调查里大家提得最多的一件事。', form: canteen, level: 'blind', opens: 3, closes: -9, links: 6 });
  await s.post(open, 2, people.slice(0, 6).map((person, i) => ({ person, answers: (i % 3 === 0 ? { q1: { pick: ['b'] }, q5: { pick: ['a'] } } : { q1: { pick: ['a'] }, q2: { pick: ['b'] }, q3: 4, q5: { pick: ['b'] } }) as Answers })));
  await s.announced({ title: '班车线路意见征集', about: '新线路下月试运行，先听听大家的意见。', form: { ...canteen, sections: canteen.sections.map((x) => ({ ...x, questions: x.questions.slice(2, 3) })) }, level: 'open', opens: -2, closes: -12 });
  const off = await s.announced({ title: '春游地点投票', about: '三选一。', form: { ...canteen, headline: null, sections: canteen.sections.map((x) => ({ ...x, questions: x.questions.slice(0, 1).map((q) => ({ ...q, jumps: [] })) })) }, level: 'open', opens: 100, closes: 90 });
  await s.at(101, '16:00', (tx) => ballots.callOff(tx, by, off, '项目赶工，春游改到秋天'));
  await s.prepared({ title: '暑期托管需求', about: '', form: nurseryForm(), level: 'blind', opens: -20, closes: -30 });
  await s.at(30, '11:00', async (tx) => { if ((await listTemplates(tx, by)).length === 0) await keepTemplate(tx, by, { unionId: stage.union(UNION).id, title: '食堂小调查（5 题）', about: '有跳题和引用的短问卷', form: canteen }); });
}
