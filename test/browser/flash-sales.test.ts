import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Sale = { id: string; title: string; state: string; serverTime: string };

/** Signs in as somebody and writes, as a program would: what the journeys need to be there. */
async function asking(person: string) {
  const visit = await stage.enter(person, { size: DESK });
  return (method: 'GET' | 'POST', path: string, data?: object): Promise<Sale & { items: Sale[]; union: { id: string } }> => visit.page.request.fetch(`${stage.address}/api/v1${path}`, { method, headers: { 'x-niangjia': '1' }, ...(data ? { data } : {}) }).then((r) => r.json());
}

/** A sale of the factory that begins so many seconds from now, made by its officer and approved by the chair. */
async function saleSoon(seconds: number, title: string): Promise<string> {
  const city = await asking('林志强');
  const { items } = await city('GET', '/sale-register?limit=100');
  const maker = await asking('李红梅');
  const { union } = await maker('GET', '/sale-start');
  assert.ok(items.length > 5 && union.id);
  const at = (s: number): string => new Date(Date.now() + 1000 * s).toISOString();
  const wanted = { unionId: union.id, title, about: '每人一套', measure: '套', worthFen: 3_000, occasion: 'newYear', form: 'goods', pays: 'atHandOver', price: 100, places: 5, opensAt: at(seconds), closesAt: at(36_000), place: '职工之家', handOverFrom: at(40_000), handOverTo: at(400_000), tax: 'welfare' };
  const { id } = await maker('POST', '/sales', wanted);
  assert.equal((await maker('POST', `/sales/${id}/submit`, {})).state, 'waiting');
  assert.equal((await city('POST', `/sales/${id}/approve`, {})).state, 'coming');
  return id;
}

test('a worker waits for the second, presses once and has the code; the hall counts; the order is published', () => stage.journey(async () => {
  const [id, begun] = [await saleSoon(600, '一元抢 · 元旦毛巾'), Date.now()];
  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/flash-sales');
  await page.getByText('一元抢 · 元旦汤圆礼盒').first().waitFor();
  await worker.look('the list of sales');
  await worker.go(`/flash-sales/${id}`);
  await page.getByText('已与服务器对时').waitFor();
  assert.equal(await page.getByRole('button', { name: '还没开抢' }).isDisabled(), true);
  await worker.look('the countdown');
  const hall = await stage.enter('李红梅', { size: DESK });
  await hall.go(`/console/flash-sales/${id}/hall`);
  await hall.page.getByText('距开抢').waitFor();
  await hall.look('the hall before');
  // Ten minutes are passed over but for the last seconds, which are really waited for.
  await stage.later(590_000 - (Date.now() - begun));
  await Promise.all([worker.go(`/flash-sales/${id}`), hall.go(`/console/flash-sales/${id}/hall`)]);
  await page.getByRole('button', { name: '立即抢' }).click({ timeout: 90_000 });
  await page.getByRole('heading', { name: '抢到了！' }).waitFor();
  await page.getByText('您是第 1 位').waitFor();
  await page.locator('.myclaim').waitFor();
  await worker.look('it is mine');
  await hall.page.locator('.huge', { hasText: '4' }).waitFor({ timeout: 30_000 });
  await hall.look('the hall while it is on');
  await worker.go(`/flash-sales/${id}`);
  await page.locator('.myclaim').waitFor();
  await hall.go(`/console/flash-sales/${id}/report`);
  await hall.page.getByRole('heading', { name: '一元抢统计' }).waitFor();
  await hall.look('the report');
}));

test('an officer makes a sale, sees what is missing, completes it and sends it; another approves from the work list', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/flash-sales');
  await page.getByText('一元抢 · 职工影院观影券').waitFor();
  await desk.look('the register');
  await page.getByRole('link', { name: '新建一元抢' }).first().click();
  await page.getByLabel('名称', { exact: true }).fill('一元抢 · 年末保温杯');
  await page.getByLabel('每份价值（元）').fill('39');
  await page.getByLabel('单位').fill('只');
  await desk.look('the form');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('请先完成税务认定').waitFor();
  await desk.look('a draft with what is missing');
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByText('还不能提交').first().waitFor();
  await desk.go('/console/flash-sales?state=waiting');
  await page.getByText('一元抢 · 职工影院观影券').click();
  await page.getByText('发布前核对').waitFor();
  await desk.look('a sale that waits');
  await page.getByRole('button', { name: '批准并发布' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '批准并发布' }).click();
  await page.getByText('未开抢').first().waitFor();
  await page.getByRole('button', { name: '取消这次' }).click();
  await page.getByLabel('原因').fill('影院检修，改期举行');
  await page.getByRole('dialog').getByRole('button', { name: '取消这次' }).click();
  await page.getByText('取消原因：影院检修，改期举行').waitFor();
  await desk.look('called off');
}));

test('in English: a published order on the phone, the past sale at the desk', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/flash-sales?when=over');
  await worker.page.locator('.salerow').first().waitFor();
  await worker.look('what is over, in English');
  await worker.page.locator('.salerow').filter({ hasNotText: 'Called off' }).first().click();
  await worker.page.getByText('See the order').click();
  await worker.page.locator('.saleorder li').nth(20).waitFor();
  await worker.look('the order, in English');
  const desk = await stage.enter('林志强', { size: DESK, language: 'en' });
  await desk.go('/console/flash-sales?state=over');
  await desk.page.locator('tbody').getByText('一元抢').first().click();
  await desk.page.getByText('Gone in').first().waitFor();
  await desk.look('a past sale, in English');
}));
