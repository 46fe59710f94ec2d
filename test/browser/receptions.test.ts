import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Days = { items: { id: string; heldOn: string; place: string; calledOff: string | null }[] };
/** Today's date in China, so many days on. */
const dayOn = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

test('BOX-2 an officer plans a day, a worker books and gives back on the phone, the day is printed and called off', () => stage.journey(async () => {
  const desk = await stage.enter('周晓燕', { size: DESK });
  const { page } = desk;
  await desk.go('/console/receptions');
  await desk.look('the register of days');
  await page.getByRole('button', { name: '安排接待日' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('地点').fill('亦庄项目部板房 2');
  await form.getByLabel('日期').fill(dayOn(5));
  await form.getByLabel('名额').fill('4');
  await desk.look('planning');
  await form.getByRole('button', { name: /安排|确\s*定/ }).last().click();
  await page.getByText('亦庄项目部板房 2').waitFor();
  await page.getByText('没有人预约').waitFor();
  await desk.look('the day without bookings');

  const worker = await stage.enter('王建军', { size: PHONE });
  await worker.go('/receptions');
  await worker.look('coming days');
  const card = worker.page.locator('.receptioncard', { hasText: '亦庄项目部板房 2' });
  await card.getByRole('button', { name: '14:45' }).click();
  await card.getByLabel('想谈什么（可不填）').fill('宿舍热水');
  await worker.look('choosing a place');
  await card.getByRole('button', { name: '预约', exact: true }).click();
  await card.getByText('您约在 14:45').waitFor();
  await worker.look('booked');
  await card.getByRole('button', { name: '取消预约' }).click();
  await worker.page.getByRole('dialog').getByRole('button', { name: /取消预约|确定/ }).last().click();
  await card.getByText('还有 4 个名额').waitFor();
  await card.getByRole('button', { name: '15:30' }).click();
  await card.getByRole('button', { name: '预约', exact: true }).click();
  await card.getByText('您约在 15:30').waitFor();

  await page.reload();
  await page.getByText('王建军').waitFor();
  await desk.look('the day with a booking');
  await page.getByRole('button', { name: '打印名单' }).click();
  await page.getByRole('heading', { name: /接待日登记表/ }).waitFor();
  await desk.look('the sheet');
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('button', { name: '取消这次接待日' }).click();
  await page.getByLabel('原因').fill('主席外出开会');
  await page.getByRole('dialog').getByRole('button', { name: /取消这次接待日|确\s*定/ }).last().click();
  await page.getByText('主席外出开会').waitFor();
  await worker.go('/messages');
  await worker.page.getByText(/接待日取消/).first().waitFor();
}));

test('BOX-2 what is brought forward becomes a letter case, without a name it has a code', () => stage.journey(async () => {
  const { items } = await stage.ask<Days>('周晓燕', '/api/v1/reception-days');
  const held = items.find((d) => d.calledOff === null && d.heldOn < dayOn(0));
  assert.ok(held, 'a day was held');
  const desk = await stage.enter('周晓燕', { size: DESK });
  const { page } = desk;
  await desk.go(`/console/receptions/${held.id}`);
  await desk.look('a day that was held');
  await page.getByRole('button', { name: '登记无名事项' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('事项').fill('工棚漏雨');
  await form.getByLabel('反映的情况').fill('工棚北角下雨就漏，工具都泡了水，反映过两次。');
  await desk.look('recording');
  await form.getByRole('button', { name: /登记|确\s*定/ }).last().click();
  await page.getByText('查询码，只显示这一次').waitFor();
  assert.match((await page.getByRole('dialog').textContent() ?? '').replace(/\s/g, ''), /\d{16}/);
  await desk.look('the code, shown once');
  await page.getByRole('button', { name: '我已交给来访人' }).click();
  await page.getByRole('link', { name: '工棚漏雨' }).click();
  await page.getByRole('heading', { name: /工棚漏雨/ }).first().waitFor();
  await page.getByText('接待日').first().waitFor();
}));
