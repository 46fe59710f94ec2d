import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { enter, follow } from './answers.service.ts';
import { answer, close, create, decline, open } from './inquiries.service.ts';
import { findKept, listAnswers, listPeople } from './inquiries.sql.ts';

const UNION = 'HB';

/** An inquiry that ended, one that is open, one in preparation. */
export async function demo(stage: DemoStage): Promise<void> {
  const by = await stage.actor('gao');
  const day = (ago: number): string => addDays(legalDateOf(stage.now), -ago);
  const at = <T>(ago: number, time: string, run: Parameters<typeof stage.at<T>>[1]): Promise<T> => stage.at(stage.ago(ago, time), run);
  const make = (ago: number, title: string, question: string, most: number, closes: number) => at(ago, '09:20', (tx) => create(tx, by, { unionId: stage.union(UNION).id, title, question, fromDay: day(ago + 180), toDay: day(ago), most, seed: '', closesOn: day(closes) })).then((x) => x.id);
  const people = await Promise.all(Array.from({ length: 44 }, (_, i) => stage.member(UNION, i)));
  const invitedTo = async (id: string) => { const all = await at(0, '08:00', (tx) => listPeople(tx, id, { limit: 100, offset: 0 })); return people.filter((p) => all.items.some((x) => x.id === p.personId)); };

  const past = await make(95, '秋季民主问询', '最近半年，您有没有想说但没说的话？', 120, 75);
  await at(94, '10:00', (tx) => open(tx, by, { id: past }));
  const first = await invitedTo(past);
  for (const [i, said] of ['班组排班总是临时通知，家里没法安排', '没有什么，挺好的', '想学电工，但不知道去哪里报名'].entries()) { const p = first[i]; if (p) await at(90, '19:30', (tx) => answer(tx, p, { id: past, text: said, named: i === 2 })); }
  const shy = first[4];
  if (shy) await at(89, '12:10', (tx) => decline(tx, shy, { id: past }));
  const visited = first[5];
  if (visited) await at(85, '16:00', (tx) => enter(tx, by, { id: past, channel: 'visit', personId: visited.personId, named: false, text: '宿舍热水供应时间太短' }));
  await at(84, '17:00', (tx) => enter(tx, by, { id: past, channel: 'box', personId: null, named: false, text: '希望食堂菜价公开' }));
  const said = await at(80, '09:00', (tx) => listAnswers(tx, past, { limit: 20, offset: 0 }));
  for (const [i, a] of said.items.entries()) await at(79, '15:00', (tx) => follow(tx, by, { id: a.id, settle: i < 4, reply: i < 4 ? '已转相关部门，本月底前答复并公示。' : '' }));
  await at(74, '00:10', async (tx) => { const i = await findKept(tx, by, past); if (i) await close(tx, { system: 'inquiries' }, i); });

  const now = await make(4, '年末民主问询', '明年您最希望工会先办哪一件事？', 90, -10);
  await at(4, '10:30', (tx) => open(tx, by, { id: now }));
  const second = await invitedTo(now);
  for (const [i, text] of ['希望把探亲假落实好', '安全帽该换新的了'].entries()) { const p = second[i]; if (p) await at(2, '20:10', (tx) => answer(tx, p, { id: now, text, named: i === 1 })); }
  const called = second[3];
  if (called) await at(1, '11:00', (tx) => enter(tx, by, { id: now, channel: 'telephone', personId: called.personId, named: true, text: '隧道里没有信号，希望多来现场走走' }));

  await make(1, '新职工问询', '入职以来，有什么没人告诉您、您自己摸索的事？', 50, -30);
}
