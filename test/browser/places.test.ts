import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { DESK, openBrowserStage, PHONE, type Visit } from './stage.ts';

const stage = await openBrowserStage();
type Row = { id: string; staffNumber: string };
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
  await page.getByText('没有网络，照常扫码').waitFor();
  await scan('999-0000');
  await page.locator('.scananswer.no').getByText('名单里没有这个码').waitFor();
  await scan(short);
  await page.locator('.scananswer.no').getByText(/已于.*领取/).waitFor();
  await page.context().setOffline(false);

  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: '返回' }).click();
  await phone.getByRole('link', { name: /工会定制保温杯/ }).first().click();
  await phone.getByAltText('凭证码').waitFor();
  await phone.context().setOffline(false);
}));

/** Somebody who has paid for a cup, and whom the desk has handed it. */
async function handedCup(officer: Visit, offerId: string): Promise<Row & { shortCode: string }> {
  const { items: [row] } = await stage.ask<{ items: Row[] }>('李红梅', `/api/v1/offers/${offerId}/claims?state=taken`);
  assert.ok(row, 'a cup is paid for');
  const { items: [member] } = await stage.ask<{ items: { id: string }[] }>('李红梅', `/api/v1/members?text=${row.staffNumber}`);
  const mine = await stage.ask<{ items: { title: string; shortCode: string }[] }>(member?.id ?? '', '/api/v1/my-places');
  const shortCode = mine.items.find((p) => p.title === '工会定制保温杯')?.shortCode ?? '';
  assert.match(shortCode, /^\d+-\d{4}$/);
  const done = await officer.page.request.post(`${stage.address}/api/v1/offers/${offerId}/claims/${row.id}/hand-over`, { headers: { 'x-niangjia': '1' }, data: {} });
  assert.equal(done.status(), 200, await done.text());
  return { ...row, shortCode };
}

const handed = async (offerId: string): Promise<string[]> => (await stage.ask<{ items: Row[] }>('李红梅', `/api/v1/offers/${offerId}/claims?state=handed`)).items.map((r) => r.id).sort();

test('the scanner goes on without a network, keeps its scans over a reload and sends them when the network is back', () => stage.journey(async () => {
  const { offerId } = await cups();
  const officer = await stage.enter('李红梅', { size: PHONE });
  const { page } = officer;
  const cup = await handedCup(officer, offerId);
  const before = await handed(offerId);
  await officer.go(`/console/offers/${offerId}?state=handed`);
  await page.getByRole('row', { name: cup.staffNumber }).getByRole('button', { name: '撤销' }).click();
  await page.getByLabel('原因').fill('给错了颜色');
  await page.getByRole('dialog').getByRole('button', { name: /确\s*定|OK/ }).click();
  await page.getByRole('row', { name: cup.staffNumber }).waitFor({ state: 'detached' });
  await officer.go(`/offers/${offerId}/scan`);
  const field = page.getByLabel('短码或扫码枪');
  const scan = async (code: string): Promise<void> => { await field.fill(code); await field.press('Enter'); };
  await field.waitFor();
  await officer.look('the scanner on a phone');
  await page.context().setOffline(true);
  await scan(cup.shortCode);
  await page.locator('.scananswer.ok').waitFor();
  await page.getByText('1 条等待上传').waitFor();
  await officer.look('without a network');
  await scan(cup.shortCode);
  await page.locator('.scananswer.no').waitFor();
  // Nothing reaches the house before the press: neither what the page tries when the network is back, nor what it tries when it is opened anew.
  let pressed = false;
  await page.route('**/scans', (route) => (pressed ? route.continue() : route.abort()));
  const lost = (): Promise<unknown> => page.waitForEvent('requestfailed', (r) => r.url().endsWith('/scans'));
  await Promise.all([lost(), page.context().setOffline(false)]);
  await Promise.all([lost(), page.reload()]);
  await page.getByText('1 条等待上传').waitFor();
  pressed = true;
  await page.getByRole('button', { name: '现在上传' }).click();
  await page.getByText('1 条等待上传').waitFor({ state: 'hidden' });
  assert.deepEqual(await handed(offerId), before);
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
