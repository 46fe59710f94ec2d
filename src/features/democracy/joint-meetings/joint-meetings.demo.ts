import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { amend, found, name } from './councils.service.ts';
import { accept, ask, refuse, report } from './items.service.ts';
import { agree, callOff, plan, record } from './meetings.service.ts';
import { type Draft, findMeeting, listItems } from './meetings.sql.ts';

const MINUTES = `一、双方通报了近期工作：工会方介绍了职工来信和问询中反映较多的五类问题，公司方介绍了四季度生产安排。
二、双方一致同意将下列事项列入工作清单，明确承办人和期限，逐项跟进。
三、双方联络人每周核对一次进度，下次会商逐项通报。`;

async function branch(stage: DemoStage): Promise<void> {
  const today = legalDateOf(stage.now);
  const [gao, clerk, head, contact] = [await stage.actor('gao'), await stage.actor('clerk'), await stage.actor('lisen'), await stage.actor('hr')];
  const at = <T>(ago: number, time: string, run: Parameters<typeof stage.at<T>>[1]): Promise<T> => stage.at(stage.ago(ago, time), run);
  const { id: councilId } = await at(120, '09:00', (tx) => found(tx, gao, { unionId: stage.union('HB').id, title: '工会与公司联席会商', otherName: '华北分公司', purpose: '每季度会商一次职工关心的重点难点问题，列出工作清单，纳入双方年度计划。', meetsPerYear: 4 }));
  await at(120, '09:10', async (tx) => {
    for (const [p, side, role] of [[gao, 'union', 'head'], [clerk, 'union', 'contact'], [head, 'other', 'head'], [contact, 'other', 'contact']] as const) await name(tx, gao, { id: councilId, personId: p.personId, side, role });
  });
  const meet = async (planAgo: number, ago: number, title: string, agenda: string[]): Promise<string> => {
    const { id } = await at(planAgo, '10:00', (tx) => plan(tx, gao, { councilId, title, place: '分公司三楼会议室', heldAt: instantAt(addDays(today, -ago), 14 * 60).toISOString(), agenda }));
    return id;
  };
  const write = (id: string, ago: number, draft: Draft[]) => at(ago, '16:40', async (tx) => record(tx, gao, { id, version: (await findMeeting(tx, id))?.version ?? 1, minutes: MINUTES, draft }));
  const first = await meet(70, 62, '三季度工作会商', ['高温作业和补水点', '探亲假落实', '宿舍热水', '食堂菜价公开']);
  await write(first, 62, [
    { title: '各项目部增设补水点和遮阳棚', detail: '按每 50 人一处配置，费用由公司安全费列支。', ownerId: contact.personId, dueOn: addDays(today, -20) },
    { title: '探亲假按规定落实，公布排班', detail: '每月 25 日前公布次月排班。', ownerId: contact.personId, dueOn: addDays(today, -6) },
    { title: '宿舍热水延长到 23 点', detail: '', ownerId: head.personId, dueOn: addDays(today, 9) },
    { title: '食堂菜价每周公开', detail: '工会派两名职工代表参加采购询价。', ownerId: clerk.personId, dueOn: addDays(today, 25) },
    { title: '购置体检车', detail: '', ownerId: head.personId, dueOn: addDays(today, 30) },
    { title: '职工书屋扩建', detail: '', ownerId: gao.personId, dueOn: addDays(today, -12) },
  ]);
  await at(61, '09:20', (tx) => agree(tx, gao, { id: first, round: 1 }));
  await at(60, '15:10', (tx) => agree(tx, head, { id: first, round: 1 }));
  const items = await at(0, '00:10', (tx) => listItems(tx, { meetingId: first }));
  const [water, leave, hot, menu, bus, books] = ['补水点', '探亲假', '热水', '菜价', '体检车', '书屋'].map((t) => items.find((i) => i.title.includes(t))?.id ?? '') as [string, string, string, string, string, string];
  await at(40, '10:00', (tx) => report(tx, contact, { id: water, text: '二十个项目部已完成十四个，其余本月内完成。', progress: 70, files: [] }));
  await at(24, '10:00', (tx) => ask(tx, contact, { id: water, ask: 'done', text: '全部项目部已完成，照片和验收单已交联络人。', dueOn: null, files: [] }));
  await at(22, '09:00', (tx) => accept(tx, gao, { id: water, round: 1 }));
  await at(16, '11:00', (tx) => report(tx, contact, { id: leave, text: '排班已公布，雄安、曹妃甸两个项目部还没有落实。', progress: 60, files: [] }));
  await at(8, '17:00', (tx) => report(tx, head, { id: hot, text: '新锅炉已到货，正在安装。', progress: 80, files: [] }));
  await at(2, '17:00', (tx) => ask(tx, head, { id: hot, ask: 'done', text: '锅炉已改造，热水供到 23 点。', dueOn: null, files: [] }));
  await at(9, '08:30', (tx) => report(tx, clerk, { id: menu, text: '菜价公示栏已设，职工代表名单已报。', progress: 40, files: [] }));
  await at(30, '16:00', (tx) => ask(tx, head, { id: bus, ask: 'drop', text: '改为与市职工医院合作上门体检，不再购车。', dueOn: null, files: [] }));
  await at(29, '10:00', (tx) => accept(tx, gao, { id: bus, round: 1 }));
  await at(20, '10:00', (tx) => ask(tx, gao, { id: books, ask: 'done', text: '书屋已扩建，明天开放。', dueOn: null, files: [] }));
  await at(19, '10:00', (tx) => refuse(tx, contact, { id: books, round: 1, text: '书架还没有到，请到货后再确认。' }));
  await at(15, '10:00', (tx) => ask(tx, gao, { id: books, ask: 'postpone', text: '书架供货推迟，申请延期。', dueOn: addDays(today, 18), files: [] }));
  await at(14, '10:00', (tx) => accept(tx, head, { id: books, round: 2 }));

  const second = await meet(12, 4, '四季度工作会商', ['欠薪隐患排查', '年末慰问', '来年重点事项']);
  await write(second, 4, [
    { title: '分包单位工资支付排查', detail: '逐个项目部核对工资专户。', ownerId: head.personId, dueOn: addDays(today, 20) },
    { title: '坚守岗位职工年末慰问', detail: '', ownerId: gao.personId, dueOn: addDays(today, 60) },
  ]);
  await at(3, '09:00', (tx) => agree(tx, gao, { id: second, round: 1 }));
  await meet(1, -14, '年终联席会商', ['工作清单逐项通报', '来年工作清单']);
  const off = await meet(45, 35, '安全专题会商', ['冬季施工安全']);
  await at(38, '10:00', async (tx) => callOff(tx, gao, { id: off, version: (await findMeeting(tx, off))?.version ?? 1, text: '与上级安全检查时间冲突，并入四季度会商。' }));
}

/** A council of a branch with its company in every state, one of a factory that begins, one that ended. */
export async function demo(stage: DemoStage): Promise<void> {
  await branch(stage);
  const [li, ideas, expert] = [await stage.actor('li'), await stage.actor('ideas'), await stage.actor('expert')];
  const union = stage.union('HQ').id;
  const said = { otherName: '红旗机械厂', purpose: '职工技能提升、劳动和技能竞赛、劳动条件改善。', meetsPerYear: 2 };
  const { id } = await stage.at(stage.ago(20, '09:00'), (tx) => found(tx, li, { unionId: union, title: '厂务会商', ...said }));
  await stage.at(stage.ago(20, '09:30'), async (tx) => {
    for (const [p, side, role] of [[li, 'union', 'head'], [ideas, 'union', 'contact'], [expert, 'other', 'head']] as const) await name(tx, li, { id, personId: p.personId, side, role });
  });
  await stage.at(stage.ago(3, '10:00'), (tx) => plan(tx, li, { councilId: id, title: '首次厂务会商', place: '厂部会议室', heldAt: instantAt(addDays(legalDateOf(stage.now), 6), 9 * 60).toISOString(), agenda: ['会商制度', '技能竞赛安排'] }));
  const old = await stage.at(stage.ago(400, '09:00'), (tx) => found(tx, li, { unionId: union, title: '搬迁专项会商', ...said }));
  await stage.at(stage.ago(200, '09:00'), (tx) => amend(tx, li, { id: old.id, version: 1, running: false, title: '搬迁专项会商', ...said }));
}
