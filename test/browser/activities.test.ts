import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const WHAT = '周五晚乒乓球';

/** A member of the worker's own union who is not of the cast. */
async function mateOf(name: string): Promise<string> {
  const { own } = await stage.ask<{ own: string }>(name, '/api/v1/activity-start');
  const { items } = await stage.ask<{ items: { id: string; name: string; state: string }[] }>('李红梅', `/api/v1/members?unionId=${own}&limit=20`);
  const mate = items.find((m) => m.state === 'active' && m.name !== name && m.name !== '赵永康');
  assert.ok(mate, 'there are colleagues');
  return mate.id;
}

test('SVC-1 a worker drafts, the officer approves, a colleague signs up with a child', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/activities');
  await page.getByText('冬季羽毛球团体赛').waitFor();
  await worker.look('what is on');
  await page.getByRole('link', { name: '发起活动' }).click();
  await page.getByLabel('活动名称').fill(WHAT);
  await page.getByLabel('地点').fill('职工之家一楼');
  await page.getByLabel('活动说明').fill('带上球拍，分组循环。');
  await page.getByLabel('每人可带家属').selectOption('1');
  await page.getByRole('button', { name: '加一个问题' }).click();
  await page.getByLabel('问题 1', { exact: true }).last().fill('会正手攻吗');
  await page.getByText('是否', { exact: true }).click();
  await page.getByRole('button', { name: '加一项' }).click();
  await page.getByLabel('项目', { exact: true }).fill('乒乓球');
  await page.getByLabel('金额（元）').fill('120');
  await page.getByText('预算合计 ¥120.00').waitFor();
  await worker.look('a draft being written');
  await page.reload();
  await page.getByText('已找回没写完的内容').waitFor();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('heading', { name: WHAT }).waitFor();
  await worker.look('a draft');
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByText('待审批', { exact: true }).first().waitFor();
  const path = new URL(page.url()).pathname;

  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/activities');
  await desk.page.getByText(WHAT).waitFor();
  await desk.look('the register');
  await desk.go(`/console${path}`);
  await desk.page.getByRole('button', { name: '批准发布' }).click();
  await desk.page.getByRole('button', { name: '批准发布' }).click();
  await desk.page.getByText('报名中', { exact: true }).waitFor();
  await desk.look('an approved activity');
  await desk.page.getByRole('button', { name: '修改', exact: true }).click();
  await desk.page.getByRole('switch').check();
  await desk.page.getByRole('button', { name: '保存', exact: true }).click();
  await desk.page.getByText('已保存').waitFor();

  const mate = await stage.enter(await mateOf('石小军'), { size: PHONE });
  await mate.go(path);
  await mate.look('an open activity');
  await mate.page.getByRole('link', { name: '报名', exact: true }).click();
  await mate.page.getByRole('button', { name: '加一位家属' }).click();
  await mate.page.getByLabel('姓名').fill('小乐');
  await mate.page.getByLabel('年龄').fill('7');
  await mate.look('signing up');
  await mate.page.getByRole('button', { name: '确认报名' }).click();
  await mate.page.getByText('我的报名').first().waitFor();
  await mate.look('signed up');
  await desk.go(`/console${path}?tab=answers`);
  await desk.page.getByText('小*').waitFor();
  await desk.look('answers');
}));

test('SVC-1 at the place: checked in by the code on the wall, rated at once', () => stage.journey(async () => {
  const { items } = await stage.ask<{ items: { id: string; title: string }[] }>('高鑫', '/api/v1/activity-register?limit=50');
  const id = items.find((a) => a.title === '项目部健步走')?.id ?? '';
  const { here } = await stage.ask<{ here: string }>('高鑫', `/api/v1/activities/${id}/here`);
  const worker = await stage.enter('王建军', { size: PHONE });
  const { page } = worker;
  await worker.go(`/activities/${id}?here=${here}`);
  await worker.look('at the door');
  await page.getByRole('button', { name: '现场签到' }).click();
  await page.getByText('这次活动怎么样？').first().waitFor();
  await page.getByRole('radio', { name: '4 星' }).check();
  await page.getByLabel('说两句').fill('路线好。');
  await worker.look('rating');
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('heading', { name: '我的评价' }).waitFor();
  await worker.look('rated');
}));

test('SVC-1 pictures, costs, figures and the poster at the desk; what is over on the phone', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  const { items } = await stage.ask<{ items: { id: string; came: number }[] }>('李红梅', '/api/v1/activity-register?limit=50&state=over');
  const over = items.find((a) => a.came > 0);
  assert.ok(over, 'the demonstration has activities that took place');
  await desk.go(`/console/activities/${over.id}?tab=costs`);
  await page.getByText('人均').first().waitFor();
  await page.getByRole('button', { name: '登记支出' }).click();
  await page.getByLabel('项目').fill('纪念品');
  await page.getByRole('spinbutton', { name: '金额（元）' }).fill('88.5');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('cell', { name: '纪念品' }).waitFor();
  await desk.look('costs');
  await desk.go(`/console/activities/${over.id}?tab=photos`);
  await desk.look('pictures at the desk');
  await desk.go(`/console/activities/${over.id}/poster`);
  await desk.page.getByText('扫码报名').waitFor();
  await desk.go('/console/activity-statistics');
  await page.getByText('按工会').waitFor();
  await desk.look('figures');
  await desk.go('/console/activities/new');
  await desk.look('the form of the desk');
  const worker = await stage.enter('石小军', { size: PHONE });
  await worker.go('/activities?when=past');
  await worker.page.locator('.actcard').first().click();
  await worker.page.getByText('大家的评价').waitFor();
  await worker.look('what is over');
  await worker.page.getByText('活动照片').click();
  await worker.look('pictures on the phone');
}));

test('SVC-1 in English: the list, a page, the form and the figures', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/activities');
  await worker.page.locator('.actcard').first().click();
  await worker.page.getByRole('button', { name: 'Add to calendar' }).waitFor();
  await worker.look('a page in English');
  await worker.go('/activities/new');
  await worker.page.getByLabel('Name', { exact: true }).fill('Chess on Friday');
  await worker.look('a form in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/activity-statistics');
  await desk.page.getByText('By union').waitFor();
  await desk.look('figures in English');
}));
