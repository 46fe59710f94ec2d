import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { clock } from '#platform/clock';
import { jobs } from '#platform/jobs';
import { barriers, openApps } from './apps.ts';

const apps = await openApps();
const LONG = { timeout: 120_000 } as const;

test('the chair of the city decides a number, sees it coming, withdraws it; refusals stand at the field', LONG, async () => {
  const page = await apps.as('林志强', 'console');
  await page.goto('/console/rules');
  const row = page.getByRole('row', { name: /来信受理时限/ });
  await row.getByRole('button', { name: '另作规定' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('数值').fill('3');
  await form.getByLabel('生效日期').fill('2020-01-01');
  await form.getByLabel('生效日期').press('Enter');
  await form.getByRole('button', { name: '另作规定' }).click();
  await form.getByText('请填写').waitFor();
  await form.getByLabel('依据的文件').fill('市工字〔2026〕8号');
  await form.getByRole('button', { name: '另作规定' }).click();
  await form.getByText('规则不能溯及既往').first().waitFor();
  await form.getByLabel('生效日期').fill('2099-01-01');
  await form.getByLabel('生效日期').press('Enter');
  await form.getByRole('button', { name: '另作规定' }).click();
  await row.getByText('2099-01-01 起：3 个工作日以内').waitFor();
  assert.deepEqual(await barriers(page), []);
  await row.getByRole('button', { name: '来龙去脉' }).click();
  const history = page.getByRole('dialog');
  await history.getByText('市工字〔2026〕8号').waitFor();
  await history.getByRole('button', { name: '结束' }).click();
  await page.locator('dialog.ask').getByRole('button', { name: '结束' }).click();
  await history.getByText('未生效即撤回').waitFor();
});

test('PLT-5 what was done stands in the log as the auditor reads it', LONG, async () => {
  const page = await apps.as('罗静', 'console');
  await page.goto('/console/audit');
  await page.getByRole('button', { name: '撤回了对“来信受理时限”的规定（原定 2099-01-01 起）' }).waitFor();
  await page.getByRole('button', { name: '规定“来信受理时限”为3 个工作日以内，自 2099-01-01 起，依据市工字〔2026〕8号' }).waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('radiogroup').getByText('敏感信息查看').click();
  await page.getByRole('button', { name: '查看了' }).first().waitFor();
});

test('PLT-5 the auditor asks whether the log was changed, and is told where', LONG, async () => {
  const page = await apps.as('罗静', 'console');
  await page.goto('/console/audit?view=chain');
  await page.getByText('还没有核验过').waitFor();
  await audit.seal(apps.database, clock.now());
  await page.getByRole('button', { name: '现在核验' }).click();
  await page.getByText('已开始核验').waitFor();
  await jobs.drain(apps.database);
  await page.reload();
  await page.getByText('没有改动').waitFor();
  assert.deepEqual(await barriers(page), []);
  await apps.database.pool.query('GRANT UPDATE ON audit_entry TO CURRENT_USER');
  const { rows } = await apps.database.pool.query(`UPDATE audit_entry SET purpose = purpose || '。' WHERE id = (SELECT id FROM audit_entry WHERE act = 'look' LIMIT 1) RETURNING id`);
  await page.getByRole('button', { name: '现在核验' }).click();
  await page.getByText('已开始核验').waitFor();
  await jobs.drain(apps.database);
  await page.reload();
  await page.getByText('发现 1 处改动').waitFor();
  await page.getByText((rows[0] as { id: string }).id).waitFor();
});

test('PLT-5 the administrator takes something from an office, and gives it back', LONG, async () => {
  const page = await apps.as('孙浩', 'console');
  await page.goto('/console/permissions?office=mailboxClerk');
  const may = page.getByRole('switch', { name: '查看规则及依据' });
  await may.and(page.getByRole('switch', { checked: true })).waitFor();
  await may.click();
  await page.locator('dialog.ask').getByRole('button', { name: '不再允许' }).click();
  await may.and(page.getByRole('switch', { checked: false })).waitFor();
  assert.deepEqual(await barriers(page), []);
  const clerk = await apps.as('周晓燕', 'console');
  await clerk.goto('/console/rules');
  await clerk.getByText('您没有查看这一页的权限').first().waitFor();
  await may.click();
  await page.locator('dialog.ask').getByRole('button', { name: '允许' }).click();
  await clerk.goto('/console/rules');
  await clerk.getByRole('row', { name: /来信受理时限/ }).waitFor();
});

test('the log speaks English to whoever asks for it', LONG, async () => {
  const page = await apps.as('罗静', 'console', 'en-US');
  await page.goto('/console/audit');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText(/withdrew the decision on “Time to accept a letter”/).first().waitFor();
});

test('nothing broke on the way', () => assert.deepEqual(apps.troubles, []));
