import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
type Bodies = { items: { kind: string; termId: string }[] };
type Elections = { items: { id: string; outcome: string | null; constituency: string; entitled: number }[] };

/** The factory's workers’ congress and the by-election that is open in it, if any is. */
async function factory(): Promise<{ termId: string; open: Elections['items'][number] | undefined }> {
  const { items } = await stage.ask<Bodies>('李红梅', '/api/v1/congress-bodies');
  const termId = items.find((b) => b.kind === 'workers')?.termId ?? '';
  const list = await stage.ask<Elections>('李红梅', `/api/v1/congress-terms/${termId}/elections`);
  return { termId, open: list.items.find((e) => e.outcome === null) };
}

test('a vacant seat is filled by a by-election: the tellers’ count, what the rule says of it, the roll, the check; workers see their delegates', () => stage.journey(async () => {
  const { termId, open: e } = await factory();
  assert.ok(e, 'a by-election is open in the demonstration');
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/congress');
  await page.getByText('红旗机械厂职工代表大会').first().waitFor();
  await desk.look('congresses');
  await desk.go(`/console/congress/terms/${termId}`);
  await page.getByText('代表名额怎么来的').waitFor();
  await desk.look('a term');
  await page.getByRole('tab', { name: '选区名额' }).click();
  await page.getByRole('table', { name: '选区名额' }).waitFor();
  await desk.look('constituencies');

  await desk.go(`/console/congress/elections/${e.id}`);
  const enough = Math.floor(e.entitled * 0.9);
  await page.getByLabel('到会').fill(String(e.entitled + 1));
  await page.getByLabel('发出票').fill(String(enough));
  await page.getByLabel('收回票').fill(String(enough));
  const votes = page.getByLabel(/的得票$/);
  await votes.nth(0).fill(String(enough));
  await votes.nth(1).fill('0');
  await page.getByLabel('监票人、计票人').fill('监票人 王秀兰');
  await page.getByRole('button', { name: '保存计票' }).click();
  await page.locator('.fielderror').first().waitFor();
  await page.getByLabel('到会').fill(String(enough));
  await page.getByLabel('收回票').fill(String(enough + 1));
  await page.getByRole('button', { name: '保存计票' }).click();
  await page.getByText('选举无效', { exact: true }).waitFor();
  await desk.look('more papers returned than issued');
  await page.getByLabel('收回票').fill(String(enough));
  await page.getByRole('button', { name: '保存计票' }).click();
  await page.getByText('选举有效', { exact: true }).waitFor();
  await page.getByRole('button', { name: '宣布结果' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '宣布结果' }).click();
  await page.getByText('当选', { exact: true }).first().waitFor();
  await desk.look('a declared election');

  await desk.go(`/console/congress/terms/${termId}?tab=roll&checked=waiting`);
  await page.getByText('待审查', { exact: true }).first().waitFor();
  await desk.look('the roll');
  await page.locator('tbody').getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '通过审查（1）' }).click();
  await page.getByText('已登记审查结果').waitFor();

  const phone = await stage.enter('石小军', { size: PHONE });
  await phone.go('/congress');
  await phone.page.getByText('红旗机械厂职工代表大会').first().waitFor();
  await phone.look('who represents me');
  await phone.page.getByRole('link', { name: '我的代表证' }).click();
  await phone.page.getByText('正式代表').waitFor();
  await phone.page.getByLabel('联系方式').fill('冲压一线班组，每天工间');
  await phone.page.getByRole('button', { name: '保存' }).click();
  await phone.page.getByText('已保存').waitFor();
  await phone.look('my delegate card');
  assert.deepEqual([...desk.faults, ...phone.faults], []);
}));

test('in English: the term’s numbers at the desk, my delegates on the phone', () => stage.journey(async () => {
  const { termId } = await factory();
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go(`/console/congress/terms/${termId}?tab=constituencies`);
  await desk.page.getByRole('table', { name: 'Constituencies' }).waitFor();
  await desk.look('constituencies in English');
  const phone = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await phone.go('/congress');
  await phone.page.getByText('My constituency').first().waitFor();
  await phone.look('my delegates in English');
  assert.deepEqual([...desk.faults, ...phone.faults], []);
}));
