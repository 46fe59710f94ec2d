import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Near = { items: { id: string; place: string }[] };
const cabinetAt = async (who: string, place: string): Promise<string> => {
  const { items } = await stage.ask<Near>(who, '/api/v1/lockers');
  const id = items.find((c) => c.place === place)?.id;
  assert.ok(id, `${who} finds ${place}`);
  return id;
};

test('SVC-8 a worker scans a door, opens it, gives back what is broken; the keeper sees the door move, mends and refills', () => stage.journey(async () => {
  const id = await cabinetAt('石小军', '冲压车间休息室');
  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go(`/console/lockers/${id}/simulator`);
  await desk.page.getByText('门关着').first().waitFor();
  await desk.look('the simulator');

  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/lockers');
  await page.getByText('冲压车间休息室').waitFor();
  await worker.look('lockers near me');
  await page.getByRole('link', { name: /冲压车间休息室/ }).click();
  await page.getByText('点一个格口').waitFor();
  await worker.look('a cabinet');
  // What the QR code on the door says.
  await worker.go(`/lockers/${id}/6`);
  await page.getByRole('button', { name: '开门借用' }).click();
  await page.getByText('6 号门已打开').waitFor();
  await worker.look('the door is open');
  await desk.page.getByText('门开着').first().waitFor();
  await page.getByRole('link', { name: '查看我的借用' }).click();
  await page.getByRole('button', { name: '开门归还' }).click();
  await page.getByText('门已打开，请把物品放回去').waitFor();
  await page.getByRole('switch', { name: /物品有损坏或缺件/ }).or(page.getByLabel(/物品有损坏或缺件/)).first().click();
  await page.getByLabel('哪里坏了').fill('脚踏板松了');
  await worker.look('giving back');
  await page.getByRole('button', { name: '确认已归还' }).click();
  await page.getByText('已归还，谢谢').waitFor();
  await worker.go(`/lockers/${id}/6`);
  await page.getByText('脚踏板松了').waitFor();
  assert.equal(await page.getByRole('button', { name: '开门借用' }).isDisabled(), true, 'out of use until it is mended');

  await desk.go('/console/lockers/reports');
  await desk.look('missing and broken');
  await desk.page.getByRole('row', { name: /脚踏板松了/ }).getByRole('button', { name: '处理' }).click();
  await desk.page.getByRole('dialog').getByLabel('备注').fill('拧紧了');
  await desk.page.getByRole('dialog').getByRole('button', { name: /处\s*理/ }).click();
  await desk.page.getByText('已处理').last().waitFor();
  await desk.go(`/console/lockers/${id}`);
  await desk.page.getByRole('button', { name: /6 号格/ }).click();
  await desk.look('a cabinet at the desk');
  await desk.page.getByRole('button', { name: '登记补货' }).click();
  await desk.page.getByRole('dialog').getByLabel('藿香正气水 补入').fill('30');
  await desk.page.getByRole('dialog').getByRole('button', { name: /保\s*存/ }).click();
  await desk.page.getByText('36 / 40').waitFor();
  for (const path of ['/console/lockers', '/console/lockers/loans', '/console/lockers/refills', '/console/lockers/statistics', `/console/lockers/${id}/labels`]) {
    await desk.go(path);
    await desk.look(path);
  }
  await worker.go(`/lockers/${id}/6`);
  await page.getByRole('button', { name: '开门借用' }).click();
  await page.getByText('6 号门已打开').waitFor();
}));

test('SVC-8 a jammed door is not the worker’s loan; the swap box gives and takes without a name', () => stage.journey(async () => {
  const id = await cabinetAt('石小军', '职工宿舍一楼');
  const canteen = await cabinetAt('石小军', '一号食堂门口');
  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go(`/console/lockers/${canteen}/simulator`);
  await desk.page.getByRole('button', { name: '卡住 午休毛毯' }).click();
  await desk.page.getByText('卡住', { exact: true }).first().waitFor();
  await desk.page.getByRole('button', { name: '松开 午休毛毯' }).waitFor();
  const worker = await stage.enter('黄雅琴', { size: PHONE });
  const { page } = worker;
  await worker.go(`/lockers/${canteen}/8`);
  await page.getByRole('button', { name: '开门借用' }).click();
  await page.getByText('柜门卡住没有打开').waitFor();
  await worker.look('a jammed door');
  await worker.go('/locker-loans');
  assert.equal(await page.getByText('午休毛毯').count(), 0);
  await worker.go(`/lockers/${canteen}/swap`);
  await page.getByLabel('是什么').fill('毛线团');
  await page.getByRole('button', { name: '开门放入' }).click();
  await page.getByText('毛线团').waitFor();
  await worker.look('the swap box');
  await page.getByRole('button', { name: '取走 毛线团' }).click();
  await page.getByRole('button', { name: '开门取走' }).click();
  await page.getByText('毛线团').waitFor({ state: 'hidden' });
  await worker.go(`/lockers/${id}`);
  await page.getByText('漂流箱').first().waitFor();
}));

test('SVC-8 in English: the lockers, a cabinet, my loans; the desk', () => stage.journey(async () => {
  const id = await cabinetAt('石小军', '一号食堂门口');
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go(`/lockers/${id}`);
  await worker.page.getByText('Choose a compartment').waitFor();
  await worker.look('a cabinet in English');
  await worker.go('/locker-loans');
  await worker.page.getByText('Overdue').first().waitFor();
  await worker.look('my loans in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/lockers');
  await desk.page.getByRole('link', { name: 'Missing and broken' }).waitFor();
  await desk.look('the register in English');
}));
