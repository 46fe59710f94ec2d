import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const REGISTER = [
  '提案编号,姓名,部门,建议名称,提出日期,评审结果,等级,采纳日期,完成日期,年经济效益',
  'JL-001,李红梅,冲压分厂,老冲床加装计数器,2019-03-01,实施完成,二等,2019-03-10,2019-06-01,5200', 'JL-002,,冲压分厂,模具架刷色标,2019-04-01,不采纳,,,,',
  'JL-003,,火星分厂,没有这个单位,2019-04-02,,,,,', 'JL-004,,冲压分厂,,2019-04-03,,,,,', 'JL-005,,冲压分厂,日期不对,去年,,,,,',
].join('\n');

test('an older register: dropped, columns known, bad rows named, confirmed, undone', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/suggestion-imports');
  await desk.look('the imports');
  await page.locator('input[type=file]').setInputFiles({ name: '合理化建议台账2019.csv', mimeType: 'text/csv', buffer: Buffer.from(REGISTER) });
  await page.getByRole('heading', { name: '合理化建议台账2019.csv' }).waitFor();
  await page.getByText('没有这个单位：火星分厂').waitFor({ timeout: 60_000 });
  await page.getByText('缺少建议名称').first().waitFor();
  await desk.look('the preview');
  await page.getByRole('button', { name: '确认导入2条' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认导入2条' }).click();
  await page.getByText('已导入', { exact: true }).first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: '撤销导入' }).waitFor();
  await desk.look('the outcome');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('已撤销2条，保留0条').waitFor({ timeout: 60_000 });
}));

test('whoever carries it out reports on the phone: how far it is, then done', () => stage.journey(async () => {
  const { items } = await stage.ask<{ items: { id: string; title: string }[] }>('李红梅', `/api/v1/suggestions?text=${encodeURIComponent('冲压件周转箱加装隔板')}`);
  const id = items.find((s) => s.title === '冲压件周转箱加装隔板')?.id ?? '';
  const { owner } = await stage.ask<{ owner: { id: string } | null }>('李红梅', `/api/v1/suggestions/${id}`);
  assert.ok(owner, 'the demonstration has a plan');
  const phone = await stage.enter(owner.id, { size: PHONE });
  const { page } = phone;
  await phone.go(`/suggestions/${id}`);
  await page.getByText('这条建议由您实施').waitFor();
  await phone.look('a suggestion to carry out');
  await page.getByRole('button', { name: '报告进展' }).click();
  await page.getByLabel('进展情况').fill('二线也装好了。');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('进展已报告').waitFor();
  await page.getByRole('button', { name: '报告完成' }).click();
  await page.getByLabel('完成情况').fill('三条线全部装好，划伤件降到零。');
  await phone.look('the report');
  await page.getByRole('button', { name: '报告完成' }).click();
  await page.getByText('已报告完成，等待验收').first().waitFor();
}));

test('finance sees what waits and verifies it lower with a reason; standards are found by their document', () => stage.journey(async () => {
  const { items } = await stage.ask<{ items: { settledBy: string; title: string }[] }>('李红梅', '/api/v1/suggestions/benefits');
  assert.ok(items.length > 2, 'the demonstration has claims in every state');
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/suggestion-benefits');
  await page.getByText('检具校准到期自动提醒').waitFor();
  await desk.look('claims and sums');
  await page.getByRole('row', { name: /检具校准到期自动提醒/ }).getByRole('button').first().click();
  await page.getByText('上半年因检具超期返检六批').waitFor();
  await desk.look('a claim in place');
  assert.equal(await page.getByRole('button', { name: '核定', exact: true }).count(), 0, 'the chair does not verify');
  await desk.go('/console/suggestion-standards');
  await page.getByText('Q/HQ-GC-2026-018').waitFor();
  await desk.look('standards');
}));

test('in English: claims and standards', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/suggestion-benefits');
  await desk.page.getByRole('heading', { name: 'Benefits to verify' }).waitFor();
  await desk.go('/console/suggestion-standards');
  await desk.page.getByText('Operating rule').first().waitFor();
  await desk.go('/console/suggestion-imports');
  await desk.page.getByText('Columns in any order').waitFor();
  await desk.look('imports in English');
}));
