import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();

test('a briefing going on: code on the big screen, checked in, asked and voted on the phone, answered at the desk', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/briefings');
  await desk.page.getByText('下半年厂情通报会').first().waitFor();
  await desk.look('the register of briefings');
  await desk.page.getByText('下半年厂情通报会').first().click();
  await desk.page.getByRole('link', { name: '大屏幕' }).waitFor();
  await desk.look('a briefing at the desk');
  const path = new URL(desk.page.url()).pathname;
  await desk.go(`${path}/screen`);
  const code = (await desk.page.locator('.brscreen .code b').textContent())?.trim() ?? '';
  await desk.look('the big screen');

  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/briefings');
  await page.getByText('下半年厂情通报会').first().click();
  const checkIn = page.getByLabel('大屏幕上的签到码');
  await page.getByRole('heading', { name: '提问', exact: true }).waitFor();
  if (await checkIn.isVisible()) {
    await checkIn.fill(code);
    await page.getByRole('button', { name: '签到' }).click();
  }
  await page.getByText('已签到').first().waitFor();
  await page.getByLabel('问题').fill('车间的饮水机什么时候修好？');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('车间的饮水机什么时候修好？').first().waitFor();
  const other = page.getByRole('listitem').filter({ hasText: '新进设备的操作培训安排在什么时候？' });
  await other.getByRole('button', { name: /^已同问/ }).click();
  await other.getByRole('button', { name: /^同问/ }).click();
  await other.getByRole('button', { name: /^已同问/ }).waitFor();
  await worker.look('asked and voted');

  await desk.go(path);
  const asked = desk.page.getByRole('listitem').filter({ hasText: '车间的饮水机什么时候修好？' });
  await asked.getByRole('button', { name: '答复', exact: true }).click();
  await asked.getByLabel('答复内容').fill('本周五前修好。');
  await asked.getByRole('button', { name: '答复', exact: true }).click();
  await desk.page.getByText('本周五前修好。').first().waitFor();
  await page.getByText('本周五前修好。').first().waitFor();

  await desk.go('/console/briefing-statistics');
  await desk.page.getByText('红旗机械厂工会').first().waitFor();
  await desk.look('briefings of the year');
  await desk.go('/console/briefings/new');
  await desk.page.getByLabel('地点').waitFor();
  await desk.look('planning a briefing');
}));

test('in English: a briefing on the phone and at the desk', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/briefings?when=past');
  await worker.page.getByText('上半年厂情通报会').first().click();
  await worker.page.getByText('Minutes', { exact: true }).first().waitFor();
  await worker.look('minutes in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/briefings');
  await desk.page.getByText('Plan a briefing').first().waitFor();
  await desk.look('the register in English');
}));
