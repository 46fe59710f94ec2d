import type { DemoStage } from '#shared/demo';
import { cases } from '#engines/cases';
import type { Actor } from '#shared/call';
import { place, retire } from './boxes.service.ts';
import { remindPage } from './contact-boxes.jobs.ts';
import { keyIn } from './letters.service.ts';
import { correct, log, settle } from './openings.service.ts';
import { insertPublication } from './openings.sql.ts';

const PAPER = { place: '', aboutChair: false, hidden: false, files: [] };
const answerOf: readonly [title: string, text: string, category: 'living' | 'safety' | 'management', at: string, answer: string][] = [
  ['开水房早上没有热水', '早班六点半上岗，开水房七点半才烧水，冬天灌不上热水。', 'living', '开水房', '开水房改为每天五点半烧水，已贴出新的供水时间。'],
  ['更衣室的灯坏了两盏', '三号更衣室靠里的两盏灯坏了半个月，换鞋看不清，地上又湿。', 'safety', '三号更衣室', '灯已更换，并把更衣室列入每周巡检。'],
];

/** Three boxes at the branch company as in source 003, others at the factory: in order, due, overdue, letters waiting, retired. */
export async function demo(stage: DemoStage): Promise<void> {
  const hb = stage.union('HB').id;
  const [clerk, gao] = [await stage.actor('clerk'), await stage.actor('gao')];
  const [keeper, writer] = [await stage.member('HB-BJ01', 5), await stage.member('HB-TJ01', 4)];
  const put = (unionId: string, by: Actor, days: number, where: string, keepers: string[]) => stage.at(stage.ago(days, '09:10'), (tx) => place(tx, by, { unionId, place: where, keepers, files: [] }));
  const open = (box: { id: string }, by: Actor, witness: Actor, days: number, found: number, more: { sealIntact?: boolean; note?: string } = {}) => {
    const at = stage.ago(days, '08:40');
    return stage.at(stage.ago(days, '09:00'), (tx) => log(tx, by, { id: box.id, openedAt: at.toISOString(), witnessId: witness.personId, found, sealIntact: true, note: '', files: [], ...more }));
  };
  const canteen = await put(hb, clerk, 40, '分公司食堂门口', [clerk.personId, keeper.personId]);
  for (const days of [33, 26]) await open(canteen, clerk, keeper, days, 0);
  const third = await open(canteen, clerk, keeper, 19, 2);
  for (const [title, text, category, where, answer] of answerOf) await answered(stage, clerk, gao, third.id, { ...PAPER, title, text, category, place: where }, answer);
  await open(canteen, clerk, gao, 12, 0);
  const last = await open(canteen, clerk, keeper, 5, 3, { note: '箱口有雨水，已垫高' });
  await stage.at(stage.ago(1, '10:05'), (tx) => keyIn(tx, clerk, { ...PAPER, id: last.id, title: '夜班宵夜只有泡面', text: '夜班十点以后食堂只剩泡面，能不能留一个热菜。', category: 'living', place: '食堂', writerId: writer.personId }));
  await stage.at(stage.ago(1, '10:12'), (tx) => keyIn(tx, clerk, { ...PAPER, id: last.id, title: '班车晚点没人通知', text: '这个月班车晚点四次，站台上没有人说一声，冬天等二十多分钟。', category: 'management' }));
  await stage.at(stage.ago(5, '10:20'), (tx) => settle(tx, clerk, { id: last.id, text: '一张是空白纸' }));

  const yard = await put(hb, clerk, 28, '材料库房通道', [clerk.personId]);
  await open(yard, clerk, gao, 21, 0);
  await open(yard, clerk, gao, 14, 0, { sealIntact: false, note: '封条破损，已换新封条并告知保卫' });
  const waiting = await open(yard, clerk, gao, 1, 4);
  await stage.at(stage.ago(1, '09:20'), (tx) => correct(tx, clerk, { id: waiting.id, witnessId: gao.personId, found: 5, sealIntact: true, note: '', text: '夹层里又找到一封' }));

  const dormitory = await put(hb, clerk, 30, '职工宿舍一楼大厅', [clerk.personId, keeper.personId]);
  await open(dormitory, clerk, keeper, 23, 0);
  await open(dormitory, clerk, keeper, 7, 0);
  const gate = await put(hb, gao, 60, '老办公楼门厅', [clerk.personId]);
  for (const days of [53, 46, 39, 32, 25, 18]) await open(gate, gao, clerk, days, 0);
  await stage.at(stage.ago(9, '16:00'), (tx) => retire(tx, gao, { id: gate.id, text: '办公楼搬迁，移到新楼后另设' }));
  await elsewhere(stage, put, open);
  await stage.at(stage.now, async (tx) => { await remindPage(tx, '00000000-0000-0000-0000-000000000000'); });
}

type Put = (unionId: string, by: Actor, days: number, where: string, keepers: string[]) => Promise<{ id: string }>;
type Open = (box: { id: string }, by: Actor, witness: Actor, days: number, found: number) => Promise<{ id: string }>;

/** The factory's box was forgotten; the area union's was opened this morning. */
async function elsewhere(stage: DemoStage, put: Put, open: Open): Promise<void> {
  const [li, press, area] = [await stage.actor('li'), await stage.actor('press'), await stage.actor('area')];
  const workshop = await put(stage.union('HQ').id, li, 26, '冲压车间休息室', [li.personId, press.personId]);
  await open(workshop, li, press, 11, 0);
  const station = await put(stage.union('MZ-JD-GT-FY').id, area, 15, '枫叶职工驿站', [area.personId]);
  await open(station, area, await stage.member('MZ-JD-GT-FY', 2), 8, 0);
  await open(station, area, await stage.member('MZ-JD-GT-FY', 2), 2, 0);
}

async function answered(stage: DemoStage, clerk: Actor, chair: Actor, openingId: string, paper: Omit<Parameters<typeof keyIn>[2], 'id'>, answer: string): Promise<void> {
  const { number } = await stage.at(stage.ago(19, '10:30'), (tx) => keyIn(tx, clerk, { ...paper, id: openingId }));
  await stage.at(stage.ago(16, '15:30'), async (tx) => {
    const letters = cases.processNamed('letter');
    const { items } = await cases.listRegister(tx, letters, chair, { text: number }, { limit: 1, offset: 0 });
    const letter = items[0];
    if (letter === undefined) throw new Error(`no letter ${number}`);
    await cases.step(tx, letters, 'answer', letter.id, { kind: 'person', actor: chair }, { text: answer });
    await insertPublication(tx, { caseId: letter.id, unionId: letter.unionId, category: paper.category, question: paper.text, answer, by: clerk.personId });
  });
}
