import type { Actor } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { cases } from '#engines/cases';
import { briefingProcess } from './briefings.process.ts';
import * as q from './briefings.sql.ts';
import * as holding from './holding.service.ts';
import * as room from './room.service.ts';

const HOUR = 3_600_000;
const AGENDA = [{ title: '前三季度生产经营情况', by: '总经理' }, { title: '工资奖金和社会保险缴纳', by: '人力资源部' }, { title: '安全生产和隐患整改', by: '安全环保部' }, { title: '现场提问', by: '工会' }];
type Told = { readonly union: string; readonly by: string; readonly crowd: string; readonly title: string; readonly place: string; readonly days: number; readonly state: 'published' | 'ended' | 'live' | 'planned' | 'calledOff'; readonly people: number };
const TOLD: readonly Told[] = [
  { union: 'HQ', by: 'li', crowd: 'HQ-CY', title: '上半年厂情通报会', place: '红旗机械厂礼堂', days: 150, state: 'published', people: 120 }, { union: 'HQ', by: 'li', crowd: 'HQ-CY', title: '下半年厂情通报会', place: '红旗机械厂礼堂', days: 0, state: 'live', people: 64 },
  { union: 'HB', by: 'gao', crowd: 'HB-BJ02', title: '华北分公司年中情况通报会', place: '分公司三楼会议室', days: 9, state: 'ended', people: 12 }, { union: 'HB', by: 'gao', crowd: 'HB-BJ02', title: '年末情况通报会', place: '分公司三楼会议室', days: -20, state: 'planned', people: 0 },
  { union: 'MZ-JD-GT-PH', by: 'riders', crowd: 'MZ-JD-GT-PH', title: '骑手权益情况通报会', place: '街道职工之家', days: -6, state: 'calledOff', people: 0 },
];
/** Asked by whom of the crowd, how many vote, and the answer that was given. */
const ASKED: readonly { readonly by: number; readonly text: string; readonly named: boolean; readonly votes: number; readonly answer?: string }[] = [
  { by: 1, text: '年终奖什么时候发，和去年比怎么样？', named: false, votes: 38, answer: '一月底前发放，总额与产值完成率挂钩，预计不低于去年。' }, { by: 2, text: '铸造二线开夜班后，食堂夜宵能不能延长到凌晨一点？', named: true, votes: 27 }, { by: 3, text: '新进设备的操作培训安排在什么时候？', named: true, votes: 11 },
];
const MINUTES = '一、总经理通报了生产经营情况：产值完成年度计划的 52%，主机产量按计划推进。\n二、人力资源部通报了工资奖金发放和五项社会保险缴纳情况。\n三、安全环保部通报了隐患整改情况，未完成的三项由工会监督。\n四、会上提问已当场答复或列入会后答复，答复全文附后。';

async function hold(stage: DemoStage, t: Told, officer: Actor): Promise<void> {
  const union = stage.union(t.union);
  const heldAt = t.days > 0 ? stage.ago(t.days, '14:00') : new Date(stage.now.getTime() - t.days * 24 * HOUR + (t.state === 'live' ? -0.5 * HOUR : 0));
  const planned: q.Planned = { title: t.title, about: '请各单位安排好生产，职工凭手机签到，可以提前提问。', place: t.place, heldAt, endsAt: new Date(heldAt.getTime() + 2 * HOUR), agenda: AGENDA, files: [] };
  const at = (hours: number): Date => new Date(Math.min(heldAt.getTime() + hours * HOUR, stage.now.getTime()));
  const step = (verb: 'start' | 'end' | 'publish' | 'callOff', when: Date, text?: string) => stage.at(when, (tx) => cases.step(tx, briefingProcess, verb, id, { kind: 'person', actor: officer }, text ? { text } : {}).then(() => undefined));
  const id = await stage.at(new Date(Math.min(heldAt.getTime() - 9 * 24 * HOUR, stage.now.getTime() - HOUR)), async (tx) => {
    const opened = await cases.open(tx, briefingProcess, { unionId: union.id, title: t.title, text: planned.about, privacy: 'named', channel: 'desk', filedBy: officer, dues: { finish: new Date(heldAt.getTime() + 7 * 24 * HOUR) } });
    await q.insertBriefing(tx, { id: opened.id, unionId: union.id, byId: officer.personId }, planned);
    return opened.id;
  });
  if (t.state === 'calledOff') return step('callOff', stage.now, '与平台企业的时间冲突，另行通知。');
  if (t.state === 'planned') return;
  await step('start', at(0));
  await stage.at(at(0.2), async (tx) => { await q.mark(tx, id, { started: true }); await q.putAttendance(tx, id, (await q.listMembers(tx, union.path)).slice(0, stage.brief ? 10 : t.people)); });
  await askSome(stage, id, t, at);
  if (t.state === 'live') return;
  await stage.at(at(2), (tx) => holding.end(tx, officer, { id, version: undefined }).then(() => undefined));
  if (t.state === 'published') await answerRest(stage, id, officer, at);
}

async function askSome(stage: DemoStage, id: string, t: Told, at: (hours: number) => Date): Promise<void> {
  const officer = await stage.actor(t.by);
  for (const [i, asked] of ASKED.entries()) {
    const author = await stage.member(t.crowd, asked.by);
    await stage.at(at(0.3 + i / 10), async (tx) => {
      const question = newId();
      await q.insertQuestion(tx, { id: question, briefingId: id, personId: author.personId, text: asked.text, named: asked.named });
      const room = (await q.listMembers(tx, stage.union(t.crowd).path)).filter((p) => p !== author.personId);
      await q.putVotes(tx, question, room.slice(0, asked.votes));
      if (asked.answer) await q.setAnswer(tx, question, { text: asked.answer, live: true, byId: officer.personId });
      else if (i === 1 && t.state === 'live') await q.setState(tx, question, 'answering');
    });
  }
}

async function answerRest(stage: DemoStage, id: string, officer: Actor, at: (hours: number) => Date): Promise<void> {
  await stage.at(at(72), async (tx) => {
    const { items } = await q.listQuestions(tx, officer, id, { limit: 20, offset: 0, all: true });
    for (const x of items.filter((y) => y.state === 'asked')) await holding.answer(tx, officer, { id: x.id, text: '已与有关部门核实，下月起落实，请各班组留意通知。' });
  });
  await stage.at(at(76), async (tx) => {
    await cases.step(tx, briefingProcess, 'publish', id, { kind: 'person', actor: officer });
    await q.mark(tx, id, { minutes: MINUTES });
  });
}

/** Stories of briefings: held with minutes, going on with questions, ended, announced, called off. */
export async function demo(stage: DemoStage): Promise<void> {
  for (const t of TOLD) await hold(stage, t, await stage.actor(t.by));
  const worker = await stage.actor('worker');
  const found = await stage.at(stage.now, (tx) => q.listForMe(tx, worker, { when: 'coming', limit: 1, offset: 0 }));
  const [live] = found.items;
  if (live) await stage.at(stage.now, (tx) => room.ask(tx, worker, { id: live.id, text: '冲压二线的光栅什么时候换好？', named: true }).then(() => undefined));
}
