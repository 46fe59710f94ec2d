import assert from 'node:assert/strict';
import test from 'node:test';
import { notify } from '#engines/notify';
import { barriers, openApps } from './apps.ts';

const apps = await openApps();

test('a worker reads the messages: the unread mark goes, all are marked at one press, and the choices are kept', async () => {
  const page = await apps.as('王建军', 'member');
  await page.goto('/messages');
  const unread = page.locator('a.msg.unread');
  await unread.first().waitFor();
  const before = await unread.count();
  assert.ok(before > 1, `${before} unread messages: nothing to look at`);
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('link', { name: /春节值班安排/ }).click();
  await page.goto('/messages');
  await page.locator('a.msg').first().waitFor();
  await page.waitForFunction((n) => document.querySelectorAll('a.msg.unread').length < n, before);
  await page.getByRole('button', { name: '全部已读' }).click();
  await page.waitForFunction(() => document.querySelectorAll('a.msg').length > 0 && document.querySelectorAll('a.msg.unread').length === 0);
  await page.getByRole('button', { name: '未读', exact: true }).click();
  await page.getByText('没有未读消息').waitFor();
  await page.getByRole('link', { name: '消息设置' }).click();
  await page.getByRole('combobox', { name: '邮件' }).first().selectOption('digest');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.reload();
  assert.equal(await page.getByRole('combobox', { name: '邮件' }).first().inputValue(), 'digest');
});

test('a chair sets up a robot: an inside address is refused at its field; a trial stands in the log', async () => {
  const page = await apps.as('高鑫', 'console');
  await page.goto('/console/message-channels');
  await page.getByText('职工微信群（示例）').waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByRole('button', { name: '添加通道' }).click();
  await page.getByLabel('名称').fill('食堂群');
  await page.getByLabel('机器人地址').fill('https://127.0.0.1/cgi-bin/webhook/send?key=1');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.getByText('这个地址在内部网络中').waitFor();
  await page.getByLabel('机器人地址').fill('https://robot.invalid/cgi-bin/webhook/send?key=1');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  const row = page.getByRole('row').filter({ hasText: '食堂群' });
  await row.getByText('robot.invalid/…').waitFor();
  await row.getByRole('button', { name: '发送测试' }).click();
  await page.getByText('测试已发出').waitFor();
  await notify.dispatch();
  await page.goto('/console/message-log');
  const line = page.getByRole('row').filter({ hasText: '食堂群' });
  await line.getByText('等待重试').waitFor();
  await line.getByText('找不到对方服务器的域名').waitFor();
  assert.deepEqual(await barriers(page), []);
});

test('an officer’s inbox opens the console’s pages, in English too; nothing broke on the way', async () => {
  const page = await apps.as('高鑫', 'console', 'en-US');
  await page.goto('/console/messages');
  await page.locator('a.msg').first().waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.locator('a.msg').first().click();
  await page.waitForURL((url) => url.pathname.startsWith('/console/') && url.pathname !== '/console/messages');
  assert.deepEqual(apps.troubles, []);
});
