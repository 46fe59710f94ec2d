import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import test from 'node:test';
import { fakeVendors, WECHAT, WECOM } from '#test/vendors';
import { openBrowserStage, PHONE } from './stage.ts';

/** The vendor has to know where to send people back to before the house listens. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

const [fake, port] = await Promise.all([fakeVendors(), freePort()]);
test.after(() => fake.close());
const stage = await openBrowserStage({
  HOUSE_PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`,
  WECOM_CORP_ID: WECOM.corpId, WECOM_AGENT_ID: WECOM.agentId, WECOM_SECRET: WECOM.secret, WECOM_URL: fake.url,
  WECHAT_APP_ID: WECHAT.appId, WECHAT_SECRET: WECHAT.secret, WECHAT_URL: fake.url,
});
const INSIDE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile MicroMessenger/7.0.1 wxwork/4.1.30';

test('a worker signs in with WeCom: once with a code to bind it, then straight in from WeCom, and takes it away again', () => stage.journey(async () => {
  const { safety } = await stage.ask<{ safety: { phone: string } }>('王建军', '/api/v1/me');
  fake.holder = { id: 'wang.jianjun' };
  const worker = await stage.arrive({ size: PHONE });
  const { page } = worker;
  await worker.go('/sign-in?next=%2Fcard');
  await page.getByRole('heading', { name: '其他登录方式' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '用微信登录' }).count(), 0, 'WeChat works inside WeChat only');
  const button = page.getByRole('button', { name: '用企业微信登录' });
  assert.ok(((await button.boundingBox())?.height ?? 0) >= 44);
  await worker.look('signing in');
  await button.click();
  await page.getByRole('heading', { name: '还差一步：确认您是谁' }).waitFor();
  await worker.look('signing in once to bind');
  await page.getByLabel('手机号').fill(`1990000${safety.phone.slice(-4)}`);
  await page.getByRole('button', { name: '获取验证码' }).click();
  const told = await page.getByText('演示：验证码是').textContent() ?? '';
  await page.getByLabel('验证码', { exact: true }).fill(/\d{6}/.exec(told)?.[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const read = page.getByRole('button', { name: '我已阅读，开始使用' });
  const asked = page.getByText('把企业微信账号绑定到王建军？');
  await read.or(asked).first().waitFor();
  if (await read.isVisible()) await read.click();
  await asked.waitFor();
  await worker.look('the press that binds');
  await page.getByRole('button', { name: '确认绑定' }).click();
  await page.waitForURL('**/card');
  await page.getByRole('heading', { name: '王建军' }).waitFor();
  await worker.go('/safety');
  await page.getByText('由您绑定').waitFor();
  await worker.look('sign-in and safety');

  const inside = await stage.arrive({ size: PHONE, userAgent: INSIDE });
  await inside.go('/');
  await inside.page.getByRole('heading', { name: /王建军/ }).waitFor();
  await inside.look('straight in');

  await page.getByRole('button', { name: '解除绑定' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '解除绑定' }).click();
  await page.getByText('未绑定', { exact: true }).waitFor();
  await inside.go('/card');
  await inside.page.waitForURL('**/sign-in**');
}));

test('who presses cancel at the vendor, or comes back a second time, is told what to do; nobody goes round in circles', () => stage.journey(async () => {
  const visit = await stage.arrive({ size: PHONE, type: 'largest' });
  await visit.go('/sign-in/wecom?state=x');
  await visit.page.getByText('企业微信没有确认登录').waitFor();
  await visit.look('cancelled');
  await visit.go('/sign-in/wecom?state=x&code=y');
  await visit.page.getByText('没有登录成功').waitFor();
  await visit.page.getByRole('alert').getByText('请回到登录页重新点一次').waitFor();
  await visit.look('refused');
  fake.holder = { id: 'guest', guest: true };
  const inside = await stage.arrive({ size: PHONE, userAgent: INSIDE, language: 'en' });
  await inside.go('/');
  await inside.page.getByText('This WeCom account is not of the workplace of this union.').waitFor();
  await inside.look('a stranger, in English');
  await inside.page.getByRole('link', { name: 'Back to sign-in' }).click();
  await inside.page.getByRole('button', { name: 'Sign in with WeCom' }).waitFor();
}));
