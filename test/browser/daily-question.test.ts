import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE, pick } from './stage.ts';

const stage = await openBrowserStage();
const BOARD = '红旗机械厂工会';

test('the question of the day: from Home to the answer, the calendar, a wrong one tried again; the bank, the schedule and the year at the desk', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/');
  await page.locator('section').filter({ has: page.getByRole('heading', { name: '今日一题' }) }).getByRole('link').click();
  await page.getByRole('group', { name: /^(选一个答案|可以选多个)$/ }).waitFor();
  await worker.look('today’s question');
  assert.ok(await page.getByRole('button', { name: '提交答案' }).isDisabled());
  await page.locator('label.dqoption').first().click();
  await page.getByRole('button', { name: '提交答案' }).click();
  await page.getByText(/^答[对错]了/).waitFor();
  await page.getByText('正确答案').first().waitFor();
  await worker.look('answered');
  await page.getByRole('link', { name: '答题日历' }).click();
  await page.getByRole('link', { name: /(答对|答错)$/ }).first().waitFor();
  await worker.look('my month');
  await worker.go('/daily/wrong');
  const first = page.locator('section.card').filter({ has: page.locator('label.dqoption') }).first();
  const [text, right] = await (async () => {
    const { items } = await stage.ask<{ items: { day: string; text: string }[] }>('石小军', '/api/v1/daily-question/wrong');
    const past = await stage.ask<{ told: { right: number[] } }>('石小军', `/api/v1/daily-question/days/${items[0]?.day ?? ''}`);
    return [items[0]?.text ?? '', past.told.right] as const;
  })();
  await first.getByRole('heading', { name: text }).waitFor();
  for (const place of right) await first.locator('label.dqoption').nth(place).click();
  await first.getByRole('button', { name: '再答一次' }).click();
  await page.getByRole('heading', { name: '解析' }).waitFor();
  await worker.look('a wrong one is right now');

  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/daily-question');
  await desk.look('boards');
  await desk.page.getByRole('link', { name: new RegExp(BOARD) }).click();
  await desk.page.getByRole('button', { name: '自动补齐' }).waitFor();
  await desk.page.locator('.dqplan').waitFor();
  await desk.look('the schedule');
  await desk.page.getByRole('tab', { name: '题库' }).click();
  await desk.page.getByRole('button', { name: '新增题目' }).first().click();
  const form = desk.page.getByRole('dialog');
  await form.getByLabel('题目', { exact: true }).fill('工会会员缴纳会费，按本人每月工资的百分之几？');
  for (const [i, option] of ['0.1%', '0.5%', '1%'].entries()) await form.getByLabel(`选项${'ABC'[i] ?? ''}`, { exact: true }).fill(option);
  await form.getByLabel('B 是正确答案').check();
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'hidden' });
  await desk.page.getByText('工会会员缴纳会费，按本人每月工资的百分之几？').first().waitFor();
  await desk.look('the bank');
  await pick(desk.page.getByRole('combobox', { name: '全部题目' }), '没用过');
  await desk.page.getByText('工资应当至少每月支付一次。').first().waitFor();

  const year = new Date().getFullYear() - 1;
  const { items } = await stage.ask<{ items: { id: string; union: string }[] }>('李红梅', '/api/v1/daily-boards');
  const id = items.find((b) => b.union === BOARD)?.id ?? '';
  const sums = await stage.ask<{ all: { answers: number }; months: { answers: number }[]; units: { answers: number }[] }>('李红梅', `/api/v1/daily-statistics?unionId=${id}&year=${String(year)}`);
  // DEM-6: the figure of source 004, counted anew by month and by unit
  for (const n of [sums.all.answers, ...[sums.months, sums.units].map((list) => list.reduce((sum, x) => sum + x.answers, 0))]) assert.equal(n, 7646);
  await desk.go(`/console/daily-question/${id}?tab=figures&year=${String(year)}`);
  await desk.page.getByText('7,646').first().waitFor();
  await desk.look('the year');
}));

test('in English: the question of the day and its board', () => stage.journey(async () => {
  const worker = await stage.enter('方承志', { size: PHONE, language: 'en' });
  await worker.go('/daily');
  await worker.page.getByText('Streak', { exact: true }).waitFor();
  await worker.look('today in English');
  const desk = await stage.enter('高鑫', { size: DESK, language: 'en' });
  await desk.go('/console/daily-question');
  await desk.page.getByText(/^No question on/).first().waitFor();
  await desk.look('a gap is told in English');
}));
