import test from 'node:test';
import assert from 'node:assert/strict';
import { DESK, openBrowserStage } from './stage.ts';

const stage = await openBrowserStage();

test('INN-2 what a month earned is listed once, and a year’s awards are given and taken back', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/rewards');
  await page.getByRole('heading', { name: '本月发放表' }).waitFor();
  await desk.look('rewards of the month');
  assert.equal(await page.locator('.rewardlists li').count() >= 1, true, 'the demonstration has drafted this month’s list');
  assert.equal(await page.getByRole('button', { name: '生成发放表' }).isDisabled(), true, 'all of it is listed');
  await page.getByRole('button', { name: '年度奖励' }).click();
  await page.getByRole('heading', { name: '优秀组织单位' }).waitFor();
  await desk.look('awards of the year');
  await page.getByRole('button', { name: '评为优秀单位' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('spinbutton').fill('569300');
  await form.getByText('¥5,693.00').waitFor();
  await desk.look('a best unit');
  await form.getByRole('button', { name: /确\s*定/ }).click();
  await page.getByRole('region', { name: '评定结果' }).getByText('¥5,693.00').waitFor();
  await page.getByRole('button', { name: '生成年度发放表' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '生成年度发放表' }).click();
  await page.getByRole('region', { name: '评定结果' }).getByText('已列入发放表').waitFor();
  await page.getByRole('region', { name: '评定结果' }).getByRole('button', { name: /收\s*回/ }).first().click();
  await page.getByRole('textbox', { name: '原因' }).fill('工资总额有误，重新核定');
  await page.getByRole('dialog').getByRole('button', { name: /收\s*回/ }).click();
  await page.getByText('已收回：工资总额有误，重新核定').waitFor();

  const english = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await english.go('/console/rewards/year');
  await english.page.getByRole('heading', { name: 'Best units' }).waitFor();
  await english.look('in English');
}));
