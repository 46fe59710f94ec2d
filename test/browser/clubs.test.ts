import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const NAME = '飞盘俱乐部';
type Seen = { id: string; founders: { personId: string; name: string; state: string }[] };

test('a club is proposed, ten confirm on their phones, the union approves, somebody joins, it meets and is appraised', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/clubs');
  await page.getByText('羽毛球俱乐部').first().waitFor();
  await worker.look('clubs for me');
  await page.getByRole('link', { name: '发起俱乐部' }).click();
  await page.getByRole('button', { name: '发起并邀请' }).click();
  await page.locator('.fielderror').first().waitFor();
  await worker.look('a refused proposal');
  await page.getByLabel('名称').fill(NAME);
  await page.getByLabel('宗旨').fill('午休和周末一起玩飞盘。');
  await page.getByLabel('章程').fill('自愿加入，自愿退出；负责人由会员推举；经费专款专用。');
  for (const family of ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']) {
    await page.getByLabel('按姓名找同事').fill(family);
    await page.getByRole('button', { name: new RegExp(`^添加${family}`) }).first().click();
  }
  await page.getByRole('button', { name: '发起并邀请' }).click();
  await page.getByRole('heading', { name: NAME }).waitFor();
  await page.getByText('已确认 1 人，需要 10 人').waitFor();
  await worker.look('a proposal that waits for founders');
  const path = new URL(page.url()).pathname;
  const { founders } = await stage.ask<Seen>('石小军', `/api/v1${path}`);
  const asked = founders.filter((f) => f.state === 'invited');
  assert.equal(asked.length, 10);
  for (const [i, f] of asked.slice(0, 9).entries()) {
    const phone = await stage.enter(f.personId, { size: PHONE });
    await phone.go(path);
    if (i === 0) await phone.look('asked to found');
    await phone.page.getByRole('button', { name: '我愿意作发起人' }).click();
    await phone.page.getByText('已确认，谢谢您').first().waitFor();
    await phone.page.close();
  }
  await worker.go(path);
  await page.getByText('已确认 10 人，需要 10 人').waitFor();
  await page.getByRole('button', { name: '提交工会审批' }).click();
  await page.getByText('待审批', { exact: true }).first().waitFor();

  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/clubs');
  await desk.page.getByText(NAME).first().waitFor();
  await desk.look('the register');
  await desk.go(`/console${path}`);
  await desk.page.getByRole('button', { name: '批准成立' }).click();
  await desk.page.getByText('活动中').first().waitFor();
  await desk.look('an approved club');

  const late = await stage.enter(asked[9]?.personId ?? '', { size: PHONE });
  await late.go(path);
  await late.page.getByRole('button', { name: '加入', exact: true }).click();
  await late.page.getByRole('button', { name: '退出' }).waitFor();

  await worker.go(path);
  await page.getByRole('link', { name: '登记活动' }).click();
  await page.getByLabel('活动名称').fill('第一次训练');
  await page.getByLabel('地点').fill('厂区草坪');
  await page.getByLabel('时间').selectOption('06:00');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '第一次训练' }).waitFor();
  await page.getByRole('button', { name: '出示签到码' }).click();
  await page.locator('.clubqr svg, .clubqr canvas, .clubqr img').first().waitFor();
  await worker.look('a gathering of the leader');

  await desk.go('/console/club-appraisal');
  await desk.page.getByText(NAME).first().waitFor();
  await desk.look('the appraisal');
  await desk.go('/console/club-grants');
  await desk.page.getByText('羽毛球俱乐部').first().waitFor();
  await desk.look('grants');
  await desk.go('/console/club-awards');
  await desk.page.getByText('2025').first().click();
  await desk.page.getByText('职工合唱团').first().waitFor();
  await desk.look('an award list');
}));

test('in English: clubs, their pages at the desk, money and report', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/clubs');
  await worker.page.getByRole('button', { name: 'Mine' }).click();
  await worker.page.getByText('羽毛球俱乐部').first().click();
  await worker.page.getByText('Yearly report').click();
  await worker.page.getByText('Attendances').waitFor();
  await worker.look('a report');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/clubs');
  await desk.page.getByText('书法社').first().click();
  await desk.page.getByRole('tab', { name: 'Gatherings' }).click();
  await desk.page.getByText('楷书临帖').first().waitFor();
  await desk.look('gatherings of a club');
  await desk.page.getByRole('tab', { name: 'Money' }).click();
  await desk.page.getByText('Enter a cost').first().waitFor();
  await desk.look('money of a club');
}));
