import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Mine = { items: { id: string; offerId: string; title: string; state: string }[] };

const cups = async (): Promise<{ id: string; offerId: string }> => {
  const all = await Promise.all(['now', 'past'].map((when) => stage.ask<Mine>('石小军', `/api/v1/my-places?when=${when}`)));
  const found = all.flatMap((a) => a.items).find((p) => p.title === '工会定制保温杯');
  assert.ok(found, 'a cup is kept for the worker');
  return found;
};

async function pay(phone: Page, look: (what: string) => Promise<void>): Promise<void> {
  await phone.getByRole('button', { name: '去付款' }).click();
  await phone.getByText('这是演示').waitFor();
  await look('the demonstration’s payment');
  await phone.getByRole('button', { name: /付款 ¥20.00/ }).click();
  await phone.getByText('已付款，名额归您').waitFor();
}

test('my places: paid online, shown without a network, given back and claimed again; scanned at the desk with and without a network', () => stage.journey(async () => {
  const { offerId } = await cups();
  const worker = await stage.enter('石小军', { size: PHONE });
  const phone = worker.page;
  await worker.go('/me');
  await phone.getByRole('link', { name: '我的名额' }).click();
  await phone.getByText('国庆观影票').waitFor();
  await worker.look('my places');
  await phone.getByRole('link', { name: /工会定制保温杯/ }).click();
  await phone.getByText(/请在.*前付款/).waitFor();
  await worker.look('to be paid');
  await pay(phone, worker.look);
  await phone.getByRole('link', { name: /工会定制保温杯/ }).first().click();
  await phone.getByAltText('凭证码').waitFor();
  await worker.look('the code');
  await phone.getByRole('button', { name: '退出，让给下一位' }).click();
  await worker.look('asked before giving back');
  await phone.getByRole('dialog').getByRole('button', { name: '退出，让给下一位' }).click();
  await phone.getByText('将退还给您').waitFor();
  await worker.go(`/places/of/${offerId}`);
  await phone.getByRole('button', { name: '立即领取' }).click();
  await phone.getByText('已为您保留，请尽快付款').first().waitFor();
  await worker.look('claimed again');
  await pay(phone, worker.look);
  await phone.getByRole('link', { name: /工会定制保温杯/ }).first().click();
  await phone.getByAltText('凭证码').waitFor();
  const short = (await phone.locator('.placecode b').textContent()) ?? '';
  assert.match(short, /^\d+-\d{4}$/);

  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go(`/console/offers/${offerId}`);
  await desk.look('who has what');
  await page.getByRole('link', { name: '扫码' }).click();
  const field = page.getByLabel('短码或扫码枪');
  const scan = async (code: string): Promise<void> => { await field.fill(code); await field.press('Enter'); };
  await field.waitFor();
  await desk.look('the scanner');
  await scan('999-0000');
  await page.locator('.scananswer.no').waitFor();
  await scan(short);
  await page.locator('.scananswer.ok').waitFor();
  await desk.look('yes');
  await scan(short);
  await page.locator('.scananswer.no').getByText(/已于.*领取/).waitFor();
  await desk.look('no');
  await page.context().setOffline(true);
  await scan(short);
  await page.locator('.scananswer.no').waitFor();
  await page.context().setOffline(false);

  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: '返回' }).click();
  await phone.getByRole('link', { name: /工会定制保温杯/ }).first().click();
  await phone.getByAltText('凭证码').waitFor();
  await phone.context().setOffline(false);
}));

test('the scanner goes on without a network, keeps its scans over a reload and sends them when the network is back', () => stage.journey(async () => {
  const { offerId } = await cups();
  const officer = await stage.enter('李红梅', { size: PHONE });
  const { page } = officer;
  const { items } = await stage.ask<{ items: { id: string; name: string; may: string[] }[] }>('李红梅', `/api/v1/offers/${offerId}/claims?state=handed`);
  const [done] = items;
  assert.ok(done, 'somebody has collected a cup in the first journey');
  await officer.go(`/console/offers/${offerId}?state=handed`);
  await page.getByRole('button', { name: '撤销' }).first().click();
  await page.getByLabel('原因').fill('给错了颜色');
  await page.getByRole('dialog').getByRole('button', { name: /确\s*定|OK/ }).click();
  await page.getByText('已撤销').first().waitFor();
  const short = await (async () => {
    const worker = await stage.ask<{ items: { id: string; shortCode: string; title: string }[] }>('石小军', '/api/v1/my-places');
    return worker.items.find((p) => p.title === '工会定制保温杯')?.shortCode ?? '';
  })();
  await officer.go(`/offers/${offerId}/scan`);
  const field = page.getByLabel('短码或扫码枪');
  await field.waitFor();
  await officer.look('the scanner on a phone');
  await page.context().setOffline(true);
  await field.fill(short);
  await field.press('Enter');
  await page.locator('.scananswer.ok').waitFor();
  await page.getByText('1 条等待上传').waitFor();
  await officer.look('without a network');
  await field.fill(short);
  await field.press('Enter');
  await page.locator('.scananswer.no').waitFor();
  // The page is gone before anything is sent; what was scanned is on the device.
  await page.route('**/scans', (route) => route.abort());
  await page.context().setOffline(false);
  await page.reload();
  await page.getByText('1 条等待上传').waitFor();
  await page.unroute('**/scans');
  await page.getByRole('button', { name: '现在上传' }).click();
  await page.getByText('1 条等待上传').waitFor({ state: 'hidden' });
  const after = await stage.ask<{ items: { id: string }[] }>('李红梅', `/api/v1/offers/${offerId}/claims?state=handed`);
  assert.deepEqual(after.items.map((r) => r.id), [done.id]);
}));

test('places in English', () => stage.journey(async () => {
  const { offerId } = await cups();
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/places');
  await worker.page.getByText('Now', { exact: true }).waitFor();
  await worker.look('my places in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go(`/console/offers/${offerId}`);
  await desk.page.getByText('Quotas').first().waitFor();
  await desk.look('who has what in English');
  await desk.go(`/console/offers/${offerId}/scan`);
  await desk.page.getByLabel('Short code or hand scanner').waitFor();
  await desk.look('the scanner in English');
}));
