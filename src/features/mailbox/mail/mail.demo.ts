import type { DemoStage } from '#shared/demo';
import { cases } from '#engines/cases';
import { findUnionByJoinCode } from '#engines/org';
import { fileLetter, fileReply } from './filing.service.ts';
import type { Incoming } from './reading.service.ts';

const FROM = 'banzu.laozhang@mail.example';
const FIRST = 'b7c1-0719@mail.example';

const mail = (messageId: string, subject: string, text: string): Incoming => ({ messageId, references: [], from: FROM, subject, text, locale: 'zh', files: [], robot: false });
const prepared = (m: Incoming) => ({ mail: m, text: m.text, looked: { taken: [], refused: [] }, original: null });

/** A letter that came by e-mail, was asked about, went on by e-mail and was answered; one that has just come. */
export async function demo(stage: DemoStage): Promise<void> {
  const { joinCode } = stage.union('HB');
  const file = (ago: number, time: string, m: Incoming): Promise<string> => stage.at(stage.ago(ago, time), async (tx) => {
    const union = await findUnionByJoinCode(tx, joinCode);
    if (union === null) throw new Error('the demonstration has lost a union');
    return fileLetter(tx, prepared(m), union);
  }).then(() => m.messageId);
  await file(11, '21:32', mail(FIRST, '项目部到地铁站的班车能不能晚半小时', '现在末班车是六点，赶图的同事七点才能走，只能自己打车。能不能加一班七点半的？\n\n项目部的几个同事一起写的。'));
  const [chair, clerk] = [await stage.actor('gao'), await stage.actor('clerk')];
  const { items } = await stage.at(stage.ago(10, '09:00'), (tx) => cases.listRegister(tx, cases.processNamed('letter'), chair, { channel: 'email' }, { limit: 1, offset: 0 }));
  const id = items[0]?.id;
  if (id === undefined) throw new Error('the letter by e-mail is not in the register');
  const letter = cases.processNamed('letter');
  await stage.at(stage.ago(10, '09:20'), (tx) => cases.step(tx, letter, 'accept', id, { kind: 'person', actor: clerk }));
  await stage.at(stage.ago(10, '09:24'), (tx) => cases.step(tx, letter, 'ask', id, { kind: 'person', actor: clerk }, { text: '请问大概有多少人要坐七点半的车？每周哪几天？' }));
  await stage.at(stage.ago(9, '20:05'), (tx) => fileReply(tx, prepared(mail('b7c1-0720@mail.example', 'Re: 班车', '十二三个人，周一到周四，周五大家都准时走。')), id).then(() => undefined));
  await stage.at(stage.ago(6, '15:40'), (tx) => cases.step(tx, letter, 'answer', id, { kind: 'person', actor: chair }, { text: '已与综合办商定：从下周一起，周一至周四加开七点半一班，先试行两个月，按实际乘坐人数再定。' }));
  await file(1, '22:48', mail('b7c1-0733@mail.example', '体检能不能加一项颈椎检查', '我们做设计的天天对着电脑，好几个人颈椎都不好。今年体检能不能加一项颈椎检查？'));
}
