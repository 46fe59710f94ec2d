import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();

test('INN-1 passed to the company, two experts who do not know who wrote, the decision', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/suggestions?state=submitted');
  await page.getByText('冲床脚踏开关加装防误踩罩').first().waitFor();
  await desk.look('the register');
  await page.getByText('冲床脚踏开关加装防误踩罩').first().click();
  await page.getByRole('heading', { name: '冲床脚踏开关加装防误踩罩', level: 1 }).waitFor();
  await desk.look('a suggestion');
  await page.getByRole('button', { name: '报公司评审' }).click();
  await page.getByText('二等', { exact: true }).click();
  await desk.look('the form of a step');
  await page.getByRole('button', { name: '报公司评审' }).click();
  await page.getByRole('button', { name: '请专家评审' }).click();
  await desk.look('asking experts');
  await page.getByRole('button', { name: '请专家评审' }).click();
  await page.getByText(/等待意见/).nth(1).waitFor();
  await desk.look('two who were asked');

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { items } = await stage.ask<{ items: { reviewer: { id: string } }[] }>('李红梅', `/api/v1/suggestions/${id}/reviews`);
  const [one, two] = items.map((i) => i.reviewer.id);
  assert.ok(one && two);
  const phone = await stage.enter(one, { size: PHONE });
  await phone.go('/suggestions/reviews');
  await phone.look('what waits for an expert');
  await phone.page.getByRole('link', { name: /冲床脚踏开关/ }).click();
  await phone.page.getByText('匿名评审：不显示建议人和单位').waitFor();
  await phone.look('a suggestion for an expert');
  await phone.page.getByText('采纳实施', { exact: true }).click();
  await phone.page.getByText('一等', { exact: true }).click();
  await phone.page.getByLabel('理由').fill('隐患明确，办法简单可靠。');
  await phone.page.getByRole('button', { name: '提交意见' }).click();
  await phone.page.getByText('隐患明确，办法简单可靠。').waitFor();
  await phone.look('an opinion that was given');

  const other = await stage.enter(two, { size: DESK });
  await other.go(`/suggestions/reviews/${id}`);
  await other.page.getByText('另有 1 位专家的意见，您评完后可见').waitFor();
  await other.page.getByText('采纳实施', { exact: true }).click();
  await other.page.getByText('二等', { exact: true }).click();
  await other.page.getByLabel('理由').fill('可以实施。');
  await other.page.getByRole('button', { name: '提交意见' }).click();
  await other.page.getByText('隐患明确，办法简单可靠。').waitFor();

  await desk.go(`/console/suggestions/${id}`);
  await page.getByText('意见不一致').waitFor();
  await desk.look('opinions beside each other');
  await page.getByRole('button', { name: '采纳并实施' }).click();
  await page.getByText('一等', { exact: true }).first().click();
  await page.getByRole('button', { name: '采纳并实施' }).click();
  await page.getByText('实施中').first().waitFor();
  await desk.look('decided');
}));

test('INN-1 a contested likeness is compared, merged, and parted again', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/suggestions?state=submitted');
  await page.getByText('淋浴间更衣柜换成网格门').first().click();
  await page.getByText('建议人有异议').first().waitFor();
  await page.getByRole('button', { name: '对照' }).first().click();
  await desk.look('two beside each other');
  await page.getByRole('button', { name: '收起' }).click();
  await page.getByRole('button', { name: '并入这一条' }).first().click();
  await page.getByText('与原建议人均分').click();
  await page.getByRole('form', { name: /并入/ }).getByRole('button', { name: '并入这一条' }).click();
  await page.getByRole('button', { name: '取消合并' }).waitFor();
  await desk.look('merged');
  await page.getByRole('button', { name: '取消合并' }).click();
  await page.getByRole('button', { name: '取消合并' }).click();
  await page.getByRole('button', { name: '报公司评审' }).waitFor();
  await desk.look('parted again');
}));

test('INN-1 quality of reviews and settings, in English', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  const { page } = desk;
  await desk.go('/console/suggestions/quality');
  await page.getByText('Technology and quality').first().waitFor();
  await page.locator('tbody').getByRole('button', { name: 'Suggestions' }).first().click();
  await page.getByText(/Suggestions behind it ·/).waitFor();
  await desk.look('the quality of reviews');
  await desk.go('/console/suggestions/settings');
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
  await desk.look('the settings');
  await page.getByRole('button', { name: 'New campaign' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Quiet week');
  await desk.look('a campaign');
}));
