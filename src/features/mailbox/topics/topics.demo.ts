import type { Actor } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { addDays, legalDateOf } from '#shared/dates';
import { cases } from '#engines/cases';
import { answer } from './answering.service.ts';
import { listAlike } from './letters.sql.ts';
import { lettersLike } from './likeness.service.ts';
import { addMeasure, finishMeasure, reportMeasure } from './measures.service.ts';
import { countSurvey } from './results.service.ts';
import { CHECKUP, LODGING, SHOWER, SHOWER_QUESTIONS, SHUTTLE, SHUTTLE_ANSWERS, SHUTTLE_QUESTIONS, SHUTTLE_REMARKS, type ToldLetter } from './stories.demo.ts';
import { draft, send } from './survey.service.ts';
import type { Question } from './survey.rules.ts';
import { findSurveyOf } from './survey.sql.ts';
import { tellNext } from './telling.service.ts';
import { topicProcess } from './topics.process.ts';
import { insertResult } from './topics.sql.ts';
import { close, open } from './topics.service.ts';

type Desk = { readonly stage: DemoStage; readonly chair: Actor; readonly clerk: Actor };

async function lettersOf({ stage, chair, clerk }: Desk, told: readonly ToldLetter[]): Promise<string[]> {
  const letter = cases.processNamed('letter');
  const ids: string[] = [];
  for (const { by, title, text, place, day, answered } of told) {
    const author = by === null ? null : await stage.member(...by);
    const common = { unionId: stage.union('HB').id, title, text, channel: 'phone', facts: { category: 'living', place, aboutChair: false } };
    const { id } = await stage.at(stage.ago(day, '20:15'), (tx) => cases.open(tx, letter, author === null ? { ...common, privacy: 'anonymous' } : { ...common, privacy: 'named', author }));
    await stage.at(stage.ago(day - 1, '09:30'), (tx) => cases.step(tx, letter, 'accept', id, { kind: 'person', actor: clerk }));
    if (answered) await stage.at(stage.ago(answered.day, '15:40'), (tx) => cases.step(tx, letter, 'answer', id, { kind: 'person', actor: chair }, { text: answered.text }));
    ids.push(id);
  }
  return ids;
}

const opened = ({ stage, clerk }: Desk, day: number, title: string, text: string, letterIds: string[]): Promise<{ id: string }> =>
  stage.at(stage.ago(day, '10:20'), (tx) => open(tx, clerk, { unionId: stage.union('HB').id, title, text, letterIds }));

async function sent({ stage, chair, clerk }: Desk, id: string, o: { day: number; lasts: number; title: string; questions: Question[]; codes: readonly string[] }): Promise<string> {
  const [drafted, sentAt] = [stage.ago(o.day, '11:00'), stage.ago(o.day, '16:30')];
  await stage.at(drafted, (tx) => draft(tx, clerk, { id, title: o.title, intro: '几个小问题，两三分钟就能填完。答卷不记名，人数太少的单位不单独统计。', questions: o.questions }));
  await stage.at(sentAt, (tx) => send(tx, chair, { id, unionIds: o.codes.map((code) => stage.union(code).id), until: addDays(legalDateOf(sentAt), o.lasts) }));
  return stage.at(sentAt, async (tx) => (await findSurveyOf(tx, id))?.id ?? '');
}

const measureOf = async ({ stage, chair }: Desk, id: string, m: { day: number; lasts: number; code: string; title: string; text: string; assignee?: string }): Promise<string> => {
  const assigneeId = m.assignee ? (await stage.actor(m.assignee)).personId : undefined;
  const at = stage.ago(m.day, '09:50');
  return (await stage.at(at, (tx) => addMeasure(tx, chair, { id, title: m.title, text: m.text, unionId: stage.union(m.code).id, due: addDays(legalDateOf(at), m.lasts), ...(assigneeId ? { assigneeId } : {}) }))).id;
};

/** 食堂: gathered from what the mailbox has, nothing more yet. */
async function canteen(desk: Desk): Promise<void> {
  const found = await desk.stage.at(desk.stage.ago(2, '10:00'), async (tx) => listAlike(tx, desk.clerk, { like: await lettersLike(tx, desk.clerk, '食堂', { by: 'words' }), topicId: null }));
  await opened(desk, 2, '各项目部食堂饭菜', '几个项目部都反映食堂口味单一、开饭时间不合适，先归到一起了解。', found.filter((l) => l.title.includes('食堂')).slice(0, 3).map((l) => l.id));
}

/** 更衣室热水: the questionnaire is open, some have answered. */
async function shower(desk: Desk): Promise<void> {
  const { id } = await opened(desk, 5, '更衣室热水不够', '三个项目部来信，请各项目部会员说说情况，再定怎么改。', await lettersOf(desk, SHOWER));
  const surveyId = await sent(desk, id, { day: 3, lasts: 12, title: '更衣室热水小调查', questions: SHOWER_QUESTIONS, codes: ['HB'] });
  for (const [n, code] of ['HB-BJ01', 'HB-BJ02', 'HB-TJ01', 'HB-TJ02', 'HB-LN01', 'HB-HE01', 'HB-BJ01', 'HB-BJ02'].entries()) {
    const by = await desk.stage.member(code, 2 + n);
    await desk.stage.at(desk.stage.ago(2, `1${String(n)}:05`), (tx) => answer(tx, by, { id: surveyId, answers: [{ choices: [n % 3], text: '' }, { choices: [n % 2], text: '' }, { choices: [n % 4], text: '' }, { choices: [], text: '' }] }));
  }
}

/** 班车: counted, with sites above and below the floor; measures done, under way and overdue. */
async function shuttle(desk: Desk): Promise<void> {
  const { stage, chair } = desk;
  const { id } = await opened(desk, 39, '班车路线和班次', '四封来信都说班车：站点、路线、晚班、超员。', await lettersOf(desk, SHUTTLE));
  const surveyId = await sent(desk, id, { day: 33, lasts: 10, title: '班车情况问卷', questions: SHUTTLE_QUESTIONS, codes: SHUTTLE_ANSWERS.map(([code]) => code) });
  let n = 0;
  for (const [code, people] of SHUTTLE_ANSWERS) {
    for (let i = 0; i < people; i++, n++) {
      const by = await stage.member(code, i);
      const at = n;
      await stage.at(stage.ago(31 - (n % 6), '12:30'), (tx) => answer(tx, by, { id: surveyId, answers: [
        { choices: [at % 5 === 0 ? 2 : at % 3 === 0 ? 1 : 0], text: '' }, { choices: at % 3 === 0 ? [0, 3] : at % 3 === 1 ? [1] : [2, 3], text: '' }, { choices: [at % 7 === 0 ? 3 : 1 + (at % 2)], text: '' },
        { choices: [at % 4 === 0 ? 1 : 0], text: '' }, { choices: [], text: SHUTTLE_REMARKS[at] ?? '' }] }));
    }
  }
  await stage.at(stage.ago(22, '00:05'), (tx) => countSurvey(tx, surveyId));
  await stage.at(stage.ago(21, '09:10'), (tx) => cases.step(tx, topicProcess, 'act', id, { kind: 'person', actor: chair }));
  const bus = await measureOf(desk, id, { day: 20, lasts: 12, code: 'HB', title: '晚班加开一班班车', text: '每晚十一点半从雄安启动区项目部发车。', assignee: 'life' });
  await stage.at(stage.ago(12, '17:20'), async (tx) => finishMeasure(tx, await stage.actor('life'), { id: bus, text: '十一月起每晚十一点半加开一班，车队已排班，第一周平均坐二十六人。', files: [] }));
  const stop = await measureOf(desk, id, { day: 20, lasts: 40, code: 'HB', title: '亦庄线增设地铁站停靠点', text: '与车队和交管部门商定停靠点。', assignee: 'life' });
  await stage.at(stage.ago(6, '10:10'), async (tx) => reportMeasure(tx, await stage.actor('life'), { id: stop, text: '停靠点已选好，等交管部门批复。', files: [] }));
  await measureOf(desk, id, { day: 20, lasts: 15, code: 'HB-BJ01', title: '停止班车超员，早高峰换大车', text: '四十五座换五十五座，超员一律不发车。' });
}

async function toldOne(desk: Desk, id: string, day: number, text: string): Promise<void> {
  const { stage, chair } = desk;
  await stage.at(stage.ago(day, '15:30'), (tx) => cases.step(tx, topicProcess, 'tell', id, { kind: 'person', actor: chair }, { text, facts: { result: text } }));
  await stage.at(stage.ago(day, '15:31'), (tx) => tellNext(tx, id));
}

/** 晾衣: dealt with without a questionnaire, told, published and closed; 手套: told, still to be closed. */
async function settled(desk: Desk): Promise<void> {
  const { stage, chair, clerk } = desk;
  const { id } = await opened(desk, 83, '宿舍晾晒衣物', '两个项目部都说没有地方晾衣服。', await lettersOf(desk, LODGING));
  await stage.at(stage.ago(82, '09:20'), (tx) => cases.step(tx, topicProcess, 'act', id, { kind: 'person', actor: clerk }));
  const shed = await measureOf(desk, id, { day: 82, lasts: 30, code: 'HB', title: '各项目部搭晾衣棚、配烘干机', text: '先从北方项目部开始。', assignee: 'life' });
  await stage.at(stage.ago(60, '16:00'), async (tx) => finishMeasure(tx, await stage.actor('life'), { id: shed, text: '二十个项目部全部搭好晾衣棚，北方八个项目部各配烘干机两台。', files: [] }));
  await toldOne(desk, id, 58, '二十个项目部都搭了晾衣棚，北方八个项目部各配了两台烘干机，请大家使用。');
  await stage.at(stage.ago(57, '10:00'), (tx) => insertResult(tx, { topicId: id, unionId: stage.union('HB').id, question: '宿舍没有地方晾衣服，怎么办？', answer: '二十个项目部都搭了晾衣棚，北方八个项目部各配了两台烘干机。', by: chair.personId }));
  await stage.at(stage.ago(50, '10:00'), (tx) => close(tx, clerk, { id }));
}

/** Another told topic, whose writers have just heard. */
async function justTold(desk: Desk): Promise<void> {
  const { stage, clerk } = desk;
  const letters = await lettersOf(desk, [{ by: ['HB-HL01', 4], title: '工地上没有热饮水', text: '零下二十度，工地上只有凉的瓶装水，希望有保温桶。', place: '哈尔滨松北项目部', day: 21, answered: { day: 16, text: '保温桶已在采购，各项目部一并配发。' } },
    { by: ['HB-HL02', 2], title: '冬天工地喝不上热水', text: '工地离宿舍远，中午喝不上热水，能不能送到作业面？', place: '大庆石化项目部', day: 20, answered: { day: 15, text: '正在安排每天两次送水到作业面。' } }]);
  const { id } = await opened(desk, 14, '冬季工地热饮水', '东北两个项目部来信。', letters);
  await stage.at(stage.ago(13, '09:00'), (tx) => cases.step(tx, topicProcess, 'act', id, { kind: 'person', actor: clerk }));
  const water = await measureOf(desk, id, { day: 13, lasts: 10, code: 'HB', title: '配发保温桶，每天两次送水', text: '', assignee: 'life' });
  await stage.at(stage.ago(5, '11:00'), async (tx) => finishMeasure(tx, await stage.actor('life'), { id: water, text: '保温桶四十只已发到各作业面，上午十点、下午三点送水。', files: [] }));
  await toldOne(desk, id, 4, '保温桶已发到各作业面，每天上午十点、下午三点送热水；哪里没有送到，请直接告诉工会。');
}

/** Topics in every state at the branch company with its twenty sites (source 003). */
export async function demo(stage: DemoStage): Promise<void> {
  const desk: Desk = { stage, chair: await stage.actor('gao'), clerk: await stage.actor('clerk') };
  await settled(desk);
  await shuttle(desk);
  await justTold(desk);
  await shower(desk);
  await canteen(desk);
  await lettersOf(desk, CHECKUP);
  const twin = await opened(desk, 4, '沈阳项目部更衣室', '与“更衣室热水不够”是同一个问题。', []);
  const into = await stage.at(stage.ago(4, '11:00'), async (tx) => (await cases.listRegister(tx, topicProcess, desk.clerk, { text: '更衣室热水不够' }, { limit: 1, offset: 0 })).items[0]);
  if (into) await stage.at(stage.ago(4, '11:05'), (tx) => cases.step(tx, topicProcess, 'merge', twin.id, { kind: 'person', actor: desk.clerk }, { text: into.title, facts: { mergedInto: { id: into.id, name: into.title } } }));
}
