import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Figures = { all: Record<string, number>; scheme: { id: string }; units: { id: string; name: string; counts: Record<string, number> }[] };
/** The chair of the press works, an ordinary member on the phone. */
const PRESS = '01930000-0000-7000-8000-100000000008';
const YEAR = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const year = (n: number): string => `from=${n}-01-01&to=${n}-12-31`;
const tile = (page: Page, name: string) => page.locator('.ratetile', { has: page.locator('small', { hasText: new RegExp(`^${name}`) }) });
const half = (part: number, of: number): string => (of === 0 ? '—' : `${Math.floor((200 * part + of) / (2 * of))}%`);

test('INN-3 the office reads the five rates with numerator, denominator and formula, opens the list behind a number, ranks units, and prints', () => stage.journey(async () => {
  const f = await stage.ask<Figures>('李红梅', `/api/v1/indicators?${year(YEAR)}`);
  const { valid = 0, participants = 0, adopted = 0, staff = 0 } = f.all;
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go(`/console/indicators?${year(YEAR)}`);
  await tile(page, '提案率').getByText(half(valid, participants), { exact: true }).waitFor();
  await tile(page, '参与率').getByText(half(participants, staff), { exact: true }).waitFor();
  assert.match(String(await tile(page, '采纳率').textContent()), new RegExp(`采纳\\s*${adopted}\\s*÷\\s*有效提案\\s*${valid}`));
  await page.getByRole('button', { name: /采纳率 = 采纳数 ÷ 有效提案数/ }).first().waitFor();
  await page.getByRole('img', { name: '各月' }).waitFor();
  await desk.look('the indicators');
  await tile(page, '提案率').getByRole('link', { name: valid.toLocaleString('en-US'), exact: true }).click();
  await page.getByRole('heading', { name: '有效提案 · 建议名单' }).waitFor();
  await page.locator('.deskhead').getByText(`${valid} 条`, { exact: true }).waitFor();
  await desk.look('the list behind a number');
  await page.goBack();
  await tile(page, '参与率').getByRole('link', { name: participants.toLocaleString('en-US'), exact: true }).first().click();
  await page.locator('.deskhead').getByText(`${participants} 人`, { exact: true }).waitFor();
  await desk.look('the people behind a number');
  await page.goBack();
  await page.getByText('按办理日期', { exact: true }).click();
  await page.getByText(/期内发生的采纳、实施、完成/).waitFor();
  await page.getByText('季', { exact: true }).click();
  await page.getByText(new RegExp(`${YEAR} 年第 [1-4] 季度`)).waitFor();
  await desk.look('a quarter by events');
  await desk.go(`/console/indicators/report?${year(YEAR)}`);
  await page.getByRole('heading', { name: '合理化建议工作年报' }).waitFor();
  await desk.look('the report on paper');
}));

test('INN-3 the year of the factory reads as source file 002 has it: 97 %, 335 %, 91 %, 97 %, 93 % and 7,745,400 yuan', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go(`/console/indicators?${year(2025)}`);
  const shown: readonly (readonly [string, string, string])[] = [
    ['参与率', '97%', '参与人数 2,133 ÷ 职工人数 2,199'], ['提案率', '335%', '有效提案 7,148 ÷ 参与人数 2,133'], ['采纳率', '91%', '采纳 6,469 ÷ 有效提案 7,148'],
    ['实施率', '97%', '实施 6,269 ÷ 采纳 6,469'], ['实施完成率', '93%', '实施完成 5,832 ÷ 实施 6,269'],
  ];
  for (const [name, rate, fraction] of shown) {
    await tile(page, name).getByText(rate, { exact: true }).waitFor();
    assert.equal(await tile(page, name).locator('p').textContent(), fraction);
  }
  await tile(page, '核定效益').getByText('¥7,745,400.00', { exact: true }).waitFor();
  await desk.look('the year of the source');
}));

test('INN-3 the report of a month is one portrait page of A4, made by the browser’s own print', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go(`/console/indicators/report?${year(2025)}`);
  await desk.page.getByRole('heading', { name: '合理化建议工作年报' }).waitFor();
  const pdf = (await desk.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? [];
  assert.deepEqual([Math.round(Number(width)), Math.round(Number(height))], [595, 842]);
  assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 1, 'one page');
}));

test('INN-3 targets are written, copied and shown; a closed month is kept with its hash; the booklet is put together', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go(`/console/indicators/targets?year=${YEAR + 1}`);
  await page.getByRole('button', { name: '沿用上年' }).click();
  await page.getByText(/沿用了 \d+ 项/).waitFor();
  const field = page.getByLabel('红旗机械厂工会 参与率（%）');
  await field.fill('abc');
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByText('请填 0.01 到 100000 之间的百分数，最多两位小数。').waitFor();
  await field.fill('98.5');
  await page.getByText('改了 1 项，还没有保存').waitFor();
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await page.getByText('已保存，改了 1 项').waitFor();
  await desk.look('targets');
  await desk.go(`/console/indicators?from=${YEAR}-01-01&to=${YEAR}-01-31`);
  await page.getByRole('button', { name: '留存这一期' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '留存这一期' }).click();
  await page.getByRole('heading', { name: '合理化建议工作月报' }).waitFor();
  await page.getByText('留存数字校验相符').waitFor();
  await page.getByText(/与今天的数字一致/).waitFor();
  await desk.look('a kept report');
  await desk.go('/console/indicators/reports');
  await page.getByText(`${YEAR} 年 1 月`).waitFor();
  await desk.look('kept reports');
  await desk.go(`/console/indicators/booklet?year=${YEAR - 1}`);
  await page.getByRole('heading', { name: '可选的建议' }).waitFor();
  await desk.look('the booklet');
}));

test('INN-3 a member sees on the phone how the unit stands and the ranking of units, nobody’s name', () => stage.journey(async () => {
  const phone = await stage.enter(PRESS, { size: PHONE });
  await phone.go('/indicators');
  await phone.page.getByRole('heading', { name: '冲压分厂工会' }).waitFor();
  await phone.page.getByText(/在 \d+ 个单位里排第 \d+/).waitFor();
  await phone.page.getByRole('button', { name: '采纳率' }).click();
  await phone.page.getByText('只排单位，不排个人。').waitFor();
  await phone.look('our unit');
}));

test('INN-3 in English', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go(`/console/indicators?${year(YEAR)}`);
  await desk.page.getByText('Submission rate').first().waitFor();
  await desk.page.getByText('Ranking of units').waitFor();
  await desk.look('the indicators in English');
  const phone = await stage.enter(PRESS, { size: PHONE, language: 'en' });
  await phone.go('/indicators');
  await phone.page.getByText('Units are ranked, people are not.').waitFor();
  await phone.look('our unit in English');
}));
