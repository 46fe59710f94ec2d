import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Boxes = { items: { id: string; number: number; place: string; standing: string; toKey: number }[] };

test('BOX-4 the keeper logs an opening on the phone, the clerk keys the letters in by keyboard, the slip has the code, the board answers without a session', () => stage.journey(async () => {
  const { items } = await stage.ask<Boxes>('周晓燕', '/api/v1/contact-boxes');
  const due = items.find((b) => b.standing === 'due');
  assert.ok(due, 'a box is due today');
  const keeper = await stage.enter('周晓燕', { size: PHONE });
  const { page } = keeper;
  await keeper.go('/contact-boxes');
  await keeper.look('the boxes I keep');
  await page.getByRole('link', { name: new RegExp(due.place) }).click();
  await page.getByText('见证人').first().waitFor();
  await keeper.look('logging an opening');
  assert.equal(await page.getByRole('button', { name: '登记开箱' }).isDisabled(), true, 'not without witness and number');
  await page.getByRole('button', { name: '高鑫' }).click();
  await page.getByLabel('取出来信（封）').fill('2');
  await page.getByRole('button', { name: '登记开箱' }).click();
  await page.getByText('已登记开箱，取出的信请交工会录入').waitFor();

  const desk = await stage.enter('周晓燕', { size: DESK });
  await desk.go('/console/contact-boxes');
  await desk.look('the register');
  await desk.page.getByText(due.place).click();
  await desk.page.getByRole('heading', { name: due.place }).waitFor();
  await desk.look('a box');
  await desk.page.getByRole('button', { name: '录入来信' }).first().click();
  await desk.page.getByRole('heading', { name: '录入来信：第 1 封，共 2 封' }).waitFor();
  await desk.look('keying in');
  await desk.page.getByLabel('标题').fill('热水器定时太短');
  await desk.page.getByLabel('信的内容').fill('宿舍热水器晚上九点就停，夜班回来洗不上。');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.getByRole('heading', { name: '录入来信：第 2 封，共 2 封' }).waitFor();
  assert.equal(await desk.page.getByLabel('标题').inputValue(), '', 'the next one is empty');
  const code = (await desk.page.locator('.keycode').textContent() ?? '').replace(/\D/g, '');
  assert.match(code, /^\d{16}$/);
  await desk.page.keyboard.type('感谢班车改点');
  await desk.page.getByLabel('信的内容').fill('班车改到六点四十以后，大家都赶得上了。');
  await desk.page.getByLabel('署名').fill('王建军');
  await desk.page.getByRole('radio', { name: /王建军/ }).waitFor();
  await desk.look('a signed letter');
  await desk.page.keyboard.press('Control+Enter');
  await desk.page.getByText('这次取出的 2 封已全部录入').first().waitFor();
  await desk.page.getByText('答复发到写信人手机').waitFor();
  await desk.look('all keyed in');

  const writer = await stage.enter('王建军', { size: PHONE });
  await writer.go('/letters');
  await writer.page.getByText('感谢班车改点').waitFor();

  const { joinCode } = await stage.ask<{ joinCode: string }>('周晓燕', `/api/v1/contact-boxes/${items.find((b) => b.number === 1)?.id ?? ''}`);
  const passer = await stage.arrive({ size: PHONE });
  await passer.go(`/box/${joinCode}/1`);
  await passer.page.getByText('开水房改为每天五点半烧水').waitFor();
  await passer.look('the board without a session');
  await passer.page.getByRole('link', { name: '凭查询码看答复' }).click();
  await passer.page.locator('input').first().fill(code);
  await passer.page.getByRole('button').last().click();
  await passer.page.getByText('热水器定时太短').first().waitFor();
}));
