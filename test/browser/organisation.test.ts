import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
/** The beginning of the sample with planted faults; all of it is imported over HTTP (rosters.test.ts). */
const lines = (await readFile(new URL('../../samples/roster-dirty.csv', import.meta.url))).toString('latin1').split('\n').slice(0, 600);
const ROSTER = { name: 'roster-dirty.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n'), 'latin1') };
const NAME = '宋晓川';
/** Invented; its check character is right. */
const ID_NUMBER = '11010119900307109X';
const PHONE_NUMBER = '19900021234';

test('a worker joins by the code of a poster, is put right at each field, is admitted and holds the card', () => stage.journey(async () => {
  const { unions } = await stage.ask<{ unions: { name: string; joinCode: string }[] }>('顾燕萍', '/api/v1/mailbox');
  const joinCode = unions.find((u) => u.name === '枫叶片区联合工会')?.joinCode;
  assert.ok(joinCode);
  const worker = await stage.arrive({ size: PHONE });
  const { page } = worker;
  await worker.go(`/join/${joinCode}`);
  await page.getByRole('heading', { name: '申请加入枫叶片区联合工会' }).waitFor();
  await worker.look('the form');
  await page.getByLabel('姓名').fill(NAME);
  await page.getByLabel('证件号码').fill('110101199003071090');
  await page.getByLabel('手机号码').fill('12345');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('证件号码不正确，请核对').waitFor();
  await page.getByText('手机号码不正确，请核对').waitFor();
  await page.getByText('请先阅读并同意个人信息告知').waitFor();
  assert.equal(await page.getByLabel('证件号码').getAttribute('aria-invalid'), 'true');
  await worker.look('the form refused');
  await page.getByLabel('证件号码').fill(ID_NUMBER);
  await page.getByLabel('手机号码').fill(PHONE_NUMBER);
  await page.getByLabel('工作单位').fill('枫叶修车铺');
  await page.getByRole('switch', { name: /我已阅读/ }).check();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '申请已收到' }).first().waitFor();
  await worker.look('received');
  await page.getByRole('link', { name: '登录查看进度' }).click();
  await page.getByLabel('手机号').fill(PHONE_NUMBER);
  await page.getByRole('button', { name: '获取验证码' }).click();
  const told = await page.getByText('演示：验证码是').textContent() ?? '';
  await page.getByLabel('验证码', { exact: true }).fill(/\d{6}/.exec(told)?.[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '我已阅读，开始使用' }).waitFor();
  await worker.look('what the new one is asked');
  await page.getByRole('button', { name: '我已阅读，开始使用' }).click();
  await page.getByRole('heading', { name: new RegExp(NAME) }).waitFor();
  await worker.go('/joining');
  await page.getByText('待审批').first().waitFor();
  await worker.look('my application');

  const desk = await stage.enter('顾燕萍', { size: DESK });
  await desk.go('/console/joining');
  await desk.look('the applications');
  await desk.page.getByRole('row', { name: NAME }).getByText(NAME, { exact: true }).click();
  await desk.page.getByRole('heading', { name: NAME }).waitFor();
  await desk.look('an application');
  await desk.page.getByRole('button', { name: '批准入会' }).click();
  await desk.page.getByText('已审批 1 份').waitFor();
  await desk.page.getByText('已入会').first().waitFor();

  await worker.go('/card');
  await page.getByRole('heading', { name: NAME }).waitFor();
  await page.getByText('枫叶片区联合工会').first().waitFor();
  await worker.look('the member card');
}));

test('an officer imports a roster with faults, sees them, confirms, reads the report and takes it back', () => stage.journey(async () => {
  const desk = await stage.enter('郑永明', { size: DESK });
  const { page } = desk;
  await desk.go('/console/rosters');
  await page.getByText('东风装备公司工会').first().waitFor();
  await desk.look('roster imports');
  await page.getByLabel('把花名册拖到这里，或点击选择').setInputFiles(ROSTER);
  const confirm = page.getByRole('button', { name: '确认导入 562 人' });
  await confirm.waitFor({ timeout: 60_000 });
  const tile = page.locator('.tile', { hasText: '有问题，不能导入' });
  assert.equal(await tile.locator('b').textContent(), '26');
  await page.getByText('问题汇总').waitFor();
  await desk.look('the preview');
  await confirm.click();
  await page.getByRole('dialog').getByRole('button', { name: /确认导入/ }).click();
  await page.getByText('已完成').first().waitFor({ timeout: 60_000 });
  assert.match(await page.locator('.tile', { hasText: '已入会' }).locator('b').textContent() ?? '', /^562$/);
  await desk.look('the import done');
  const [report] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载问题报告' }).click()]);
  assert.match(report.suggestedFilename(), /[.]xlsx$/);
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('已撤销').first().waitFor({ timeout: 60_000 });
  await page.getByText('退回 562，恢复 0，保留 0').waitFor();
}));
