import type { DemoStage } from '#shared/demo';
import { addDays, legalDateOf } from '#shared/dates';
import { book } from './booking.service.ts';
import { callOff, came, plan, record } from './desk.service.ts';

/** A day held, one called off and one to come with two places taken, at the branch company. */
export async function demo(stage: DemoStage): Promise<void> {
  const { id: unionId } = stage.union('HB');
  const clerk = await stage.actor('clerk');
  const [one, two, three] = [await stage.member('HB-BJ01', 3), await stage.member('HB-TJ01', 2), await stage.actor('wang')];
  const planned = (ago: number, ahead: number, place: string, slots = 6) => stage.at(stage.ago(ago, '09:00'), (tx) =>
    plan(tx, clerk, { unionId, place, heldOn: addDays(legalDateOf(stage.ago(ago, '09:00')), ahead), from: '14:00', to: '17:00', slots }));
  const held = await planned(12, 10, '分公司工会办公室 302');
  await stage.at(stage.ago(7, '20:10'), (tx) => book(tx, one, { id: held.id, seat: 1, wish: '探亲假怎么算' }));
  await stage.at(stage.ago(6, '19:30'), (tx) => book(tx, two, { id: held.id, seat: 3, wish: '' }));
  await stage.at(stage.ago(2, '14:40'), (tx) => record(tx, clerk, {
    id: held.id, seat: 1, title: '探亲假的路费怎么报销', text: '家在外省，一年回去一次，项目部说路费只报单程，别的项目部是往返都报，希望统一标准。', category: 'time', place: '北京亦庄项目部', aboutChair: false, hidden: false,
  }));
  await stage.at(stage.ago(2, '15:20'), (tx) => came(tx, clerk, { id: held.id, seat: 3, came: false }));
  await stage.at(stage.ago(2, '15:50'), (tx) => record(tx, clerk, { id: held.id, title: '宿舍夜里有人抽烟', text: '一间宿舍住八个人，夜里有人在床上抽烟，说了不听，怕着火，也怕得罪人，不想留名字。', category: 'safety', place: '宿舍二号楼', aboutChair: false, hidden: false }));
  const off = await planned(25, 5, '天津滨海项目部会议室');
  await stage.at(stage.ago(22, '10:00'), (tx) => callOff(tx, clerk, { id: off.id, text: '主席当天参加安全检查，改到下一次接待日' }));
  const coming = await planned(3, 9, '分公司工会办公室 302');
  await stage.at(stage.ago(2, '12:20'), (tx) => book(tx, three, { id: coming.id, seat: 2, wish: '班组防寒手套的发放' }));
  await stage.at(stage.ago(1, '21:05'), (tx) => book(tx, two, { id: coming.id, seat: 4, wish: '' }));
}
