import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
/** Of the cast, though not on the sign-in page: the press works' man. */
const WRITER = '01930000-0000-7000-8000-100000000008';

type Item = { id: string; title: string; authors: string };
const fill = async (page: Page, title: string, problem: string, remedy: string): Promise<void> => {
  await page.getByLabel('一句话说是什么').fill(title);
  await page.getByLabel('现在有什么问题').fill(problem);
  await page.getByLabel('怎么改', { exact: true }).fill(remedy);
};

test('a worker writes, sees that somebody was first, joins it instead and takes that back', () => stage.journey(async () => {
  const worker = await stage.enter(WRITER, { size: PHONE });
  const { page } = worker;
  await worker.go('/services');
  await page.getByRole('link', { name: '合理化建议', exact: true }).click();
  await page.getByText('我的建议').first().waitFor();
  await worker.look('my suggestions');
  await page.getByRole('link', { name: '提建议' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  assert.equal(await page.locator('.fielderror').count(), 3, 'what is missing is said at its place');
  await worker.look('the form refused');
  await page.getByLabel('现在有什么问题').fill('空压机的冷却水带走很多热量，浴室却另外用电锅炉烧水，电费很高。');
  await page.getByText('空压机房余热用于浴室热水').waitFor();
  await worker.look('look-alikes while writing');
  const alike = page.locator('.alike', { hasText: '空压机房余热用于浴室热水' });
  assert.ok(await alike.locator('mark').count() > 0, 'shared passages are marked');
  await alike.getByRole('button', { name: '附议' }).click();
  await page.getByLabel('想补充的话（可不写）').fill('我们分厂的浴室也用得上。');
  await page.getByRole('button', { name: '确定附议' }).click();
  await page.waitForURL('**/suggestions?of=joined');
  const card = page.locator('section.card', { hasText: '空压机房余热用于浴室热水' });
  await card.waitFor();
  await worker.look('what I joined');
  await card.getByRole('button', { name: '撤回附议' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回附议' }).click();
  await card.waitFor({ state: 'detached' });
}));

test('a worker writes with a colleague, is asked about a look-alike, says why his differs and hands in', () => stage.journey(async () => {
  const { items } = await stage.ask<{ items: Item[] }>(WRITER, '/api/v1/suggestions/shared');
  const mate = items.flatMap((i) => i.authors.split('、')).find((name) => name !== '赵永康');
  assert.ok(mate);
  const worker = await stage.enter(WRITER, { size: PHONE });
  const { page } = worker;
  await worker.go('/suggestions/new');
  await fill(page, '锻工段空压机余热供浴室', '锻工段空压机冷却水带走大量热量，浴室另用电锅炉烧水，每月电费不少。', '加装板式换热器，把空压机余热送到浴室水箱，电锅炉只在检修时用。');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('节能降耗', { exact: true }).click();
  await page.getByLabel('地点或设备').fill('锻工段空压站');
  await worker.look('details');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('同事姓名或工号').fill(mate);
  await page.getByRole('button', { name: new RegExp(mate) }).first().click();
  await page.getByText('我 80%').first().waitFor();
  await page.getByRole('button', { name: `${mate}多 5%` }).click();
  await page.getByText('我 75%').first().waitFor();
  const campaign = page.locator('.picktall label').nth(1);
  await campaign.click();
  const theme = (await campaign.locator('span').first().evaluate((e) => e.firstChild?.textContent)) ?? '';
  assert.ok(theme.length > 2, 'a campaign is open');
  await worker.look('with whom');
  await page.getByRole('button', { name: '提交建议' }).click();
  await page.getByRole('heading', { name: '提交前请看看' }).waitFor();
  await worker.look('asked about look-alikes');
  const alike = page.locator('.alike', { hasText: '空压机房余热用于浴室热水' });
  await alike.getByRole('button', { name: '我的不同' }).click();
  await page.getByLabel('和它有什么不同').fill('锻工段有自己的空压站和浴室，管线不通。');
  await page.getByRole('button', { name: '记下，接着写' }).click();
  await page.getByRole('button', { name: '都不一样，提交' }).click();
  await page.getByText('现在在谁手里').waitFor();
  await worker.look('handed in');
  await page.getByRole('link', { name: '看这条建议' }).click();
  await page.getByText('您说：锻工段有自己的空压站和浴室，管线不通。').waitFor();
  await page.getByText('25%', { exact: true }).waitFor();
  await page.locator('.facts').getByText(theme).waitFor();
  await worker.look('one suggestion');
}));

test('a draft survives a lost network and goes out when it is back', () => stage.journey(async () => {
  const worker = await stage.enter(WRITER, { size: PHONE });
  const { page } = worker;
  await worker.go('/suggestions');
  await page.getByRole('link', { name: '提建议' }).click();
  await page.getByLabel('一句话说是什么').waitFor();
  await page.context().setOffline(true);
  await fill(page, '淬火油槽加装液位报警', '淬火油槽液位只靠人看，上月夜班低了没发现，工件淬硬层不够。', '加装浮球液位开关和声光报警，低于下限自动停止进料。');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('设备工装', { exact: true }).click();
  await page.context().setOffline(false);
  await page.reload();
  await page.getByText('接着上次没写完的').waitFor();
  assert.ok(await page.getByRole('radio', { name: '设备工装' }).isChecked());
  await worker.look('a draft found');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('淬火油槽加装液位报警').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '提交建议' }).click();
  await page.getByText('网络断了，写的都已存在手机上').first().waitFor();
  await worker.look('waiting for the network');
  await page.context().setOffline(false);
  await page.getByText('现在在谁手里').waitFor();
  const { items } = await stage.ask<{ items: Item[] }>(WRITER, '/api/v1/suggestions/mine');
  assert.equal(items.filter((i) => i.title === '淬火油槽加装液位报警').length, 1);
}));

test('what was returned waits on Home, is completed; what was rejected is appealed once', () => stage.journey(async () => {
  const worker = await stage.enter(WRITER, { size: PHONE });
  const { page } = worker;
  await worker.go('/');
  await page.getByRole('link', { name: /请您补充后再提交/ }).click();
  await page.getByRole('heading', { name: '模具起吊用专用吊具' }).waitFor();
  await worker.look('returned');
  await page.getByRole('button', { name: '补充建议' }).click();
  await page.getByLabel('怎么改', { exact: true }).fill('八种模具（名称和重量见照片）各做一副带定位销的吊具，吊点固定，标出额定载荷。');
  await worker.look('completing');
  await page.getByRole('button', { name: '补充后提交' }).click();
  await page.getByText('已重新提交').waitFor();
  await page.locator('.chip', { hasText: '单位评审中' }).waitFor();

  const chair = await stage.ask<{ items: Item[] }>('李红梅', `/api/v1/suggestions?text=${encodeURIComponent('模具起吊用专用吊具')}`);
  const id = chair.items[0]?.id ?? '';
  const desk = await stage.enter('李红梅', { size: PHONE });
  const refused = await desk.page.request.post(`${stage.address}/api/v1/suggestions/${id}/reject-unit`, { headers: { 'x-niangjia': '1' }, data: { text: '吊具已列入明年工装计划，不再单独实施。' } });
  assert.equal(refused.status(), 200);
  await worker.go(`/suggestions/${id}`);
  await page.getByText('没有采纳，理由是').waitFor();
  await worker.look('rejected');
  await page.getByRole('button', { name: '我要申诉' }).click();
  await page.getByLabel('申诉理由').fill('明年计划里只有四种，另外四种模具没有列入。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('.chip', { hasText: '申诉复议中' }).waitFor();
  await worker.look('appealed');
}));

test('adopted ones are found and read by a colleague; the guide answers four questions', () => stage.journey(async () => {
  const worker = await stage.enter(WRITER, { size: PHONE });
  const { page } = worker;
  await worker.go('/suggestions/shared');
  await page.getByText('废料输送带增加接料斗').waitFor();
  await worker.look('shared');
  await page.getByText('最好', { exact: true }).click();
  await page.getByLabel('搜设备、问题、办法').fill('接料斗');
  await page.getByRole('link', { name: /废料输送带增加接料斗/ }).click();
  await page.getByText('建议内容').waitFor();
  await worker.look('a colleague reads');
  await worker.go('/suggestions/guide');
  assert.equal(await page.locator('.guideq').count(), 4);
  await worker.look('the guide');
}));

test('in English: the list, the form and a suggestion read well', () => stage.journey(async () => {
  const worker = await stage.enter(WRITER, { size: PHONE, language: 'en' });
  const { page } = worker;
  await worker.go('/suggestions');
  await page.getByText(/Mine in \d{4}/).waitFor();
  await worker.look('my suggestions');
  await page.getByRole('link', { name: 'Hand in' }).click();
  await page.getByLabel('What is wrong now').waitFor();
  await worker.look('the form');
  await page.getByRole('link', { name: 'Not sure how? Read the guide' }).click();
  await page.getByRole('heading', { name: 'Which ones not?' }).waitFor();
  await worker.look('the guide');
}));
