import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { DESK, openBrowserStage, pick, type Visit } from './stage.ts';

const stage = await openBrowserStage();
const NEW = '顾塘街道南门楼宇工会';
const dialog = (page: Page) => page.getByRole('dialog');
const confirm = (page: Page) => dialog(page).getByRole('button', { name: '确定' }).click();

const choose = (page: Page, label: string, text: string, option: RegExp) => pick(dialog(page).getByLabel(label), option, text);

async function more(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
  await dialog(page).waitFor();
}

/** Founds the union through its form, with two mistakes on the way. */
async function found(desk: Visit, code: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: '建立工会' }).click();
  await confirm(page);
  await page.getByText('请填写上级批复文号').waitFor();
  await desk.look('founding refused');
  await dialog(page).getByLabel('名称').fill(NEW);
  await dialog(page).getByLabel('工会代码').fill(code);
  await choose(page, '类型', '楼宇', /^楼宇工会$/);
  await dialog(page).getByLabel('上级批复文号').fill('顾街工复〔2026〕9号');
  await dialog(page).getByRole('spinbutton', { name: /^职工数/ }).fill('10');
  await dialog(page).getByRole('spinbutton', { name: /^女职工数/ }).fill('11');
  await confirm(page);
  await page.getByText('女职工数不能多于职工数').waitFor();
  await dialog(page).getByRole('spinbutton', { name: /^女职工数/ }).fill('4');
  await confirm(page);
  await page.getByRole('heading', { name: NEW }).waitFor();
}

test('a federation finds its way in the tree: sums with the own share, search, the picker, the poster', () => stage.journey(async () => {
  const desk = await stage.enter('林志强', { size: DESK });
  const { page } = desk;
  await desk.go('/console/unions');
  const top = page.getByRole('row', { name: /明州市总工会/ }).first();
  await top.getByText('本级 0').waitFor();
  assert.match(await top.textContent() ?? '', /\d,\d{3}本级 0/);
  assert.deepEqual(await page.locator('.crumbs > span').allTextContents(), ['工会组织', '工会与任职']);
  await page.getByRole('row', { name: /江东区总工会/ }).getByRole('button').press('Enter');
  await page.getByRole('link', { name: '顾塘街道总工会' }).waitFor();
  await desk.look('the tree');
  await page.getByLabel('名称或代码').fill('没有这样的');
  await page.getByText('没有找到这样的工会').waitFor();
  await page.getByLabel('名称或代码').fill('mz-jd-gt');
  await page.getByText('隶属江东区总工会').waitFor();
  await page.getByRole('link', { name: '顾塘街道总工会' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '顾塘街道总工会' }).waitFor();
  await desk.look('a union');
  await page.getByRole('button', { name: '打印海报' }).click();
  await page.getByText('微信扫一扫').waitFor();
  await desk.look('the poster');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('button', { name: '打印海报' }).isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('heading', { name: '顾塘街道总工会' }).waitFor();
}));

test('a union is founded, gets a second parent, another place, and is merged and dissolved', () => stage.journey(async () => {
  const desk = await stage.enter('林志强', { size: DESK });
  const { page } = desk;
  const { items } = await stage.ask<{ items: { id: string }[] }>('林志强', `/api/v1/union-search?text=${encodeURIComponent('顾塘街道总工会')}`);
  await desk.go(`/console/unions/${items[0]?.id ?? ''}`);
  await found(desk, 'MZ-NM-1');
  await page.getByText('还没有人任职').waitFor();

  await page.getByRole('button', { name: '任命' }).click();
  await dialog(page).getByLabel('任职到').fill('2020-01-01');
  await dialog(page).getByLabel('任职到').press('Enter');
  await choose(page, '职务', '', /^工会主席$/);
  await dialog(page).getByLabel('人员').fill('顾燕萍');
  await page.getByText('没有', { exact: true }).last().waitFor();
  await dialog(page).getByRole('button', { name: '取消' }).click();

  await more(page, '第二上级');
  await choose(page, '第二上级', '机械冶金', /机械冶金工会/);
  await confirm(page);
  await page.getByRole('link', { name: '明州市机械冶金工会' }).waitFor();
  await more(page, '移动');
  await choose(page, '移到哪个上级工会之下', '港南', /^港南区总工会/);
  await desk.look('moving');
  await confirm(page);
  await page.locator('.crumbs').getByText('港南区总工会').waitFor();
  await more(page, '撤销');
  await confirm(page);
  await page.getByText('请填写上级批复文号').waitFor();
  await dialog(page).getByLabel('上级批复文号').fill('港工复〔2026〕3号');
  await confirm(page);
  await page.getByRole('heading', { name: '港南区总工会' }).waitFor();
  await desk.go(`/console/unions?text=${encodeURIComponent(NEW)}`);
  await page.getByText('已撤销').waitFor();

  await desk.go(`/console/unions/${items[0]?.id ?? ''}`);
  await found(desk, 'MZ-NM-2');
  await more(page, '合并');
  await choose(page, '并入', '枫叶片区', /^枫叶片区联合工会/);
  await dialog(page).getByLabel('上级批复文号').fill('顾街工复〔2026〕10号');
  await desk.look('merging');
  await confirm(page);
  await page.getByRole('heading', { name: '枫叶片区联合工会' }).waitFor();
  await desk.go(`/console/unions?text=${encodeURIComponent(NEW)}`);
  await page.getByText('已合并').waitFor();
}));

test('an office with a last day: refused in the past, held, shown, ended', () => stage.journey(async () => {
  const desk = await stage.enter('林志强', { size: DESK });
  const { page } = desk;
  const { items } = await stage.ask<{ items: { id: string }[] }>('林志强', `/api/v1/union-search?text=${encodeURIComponent('客运行业工会联合会')}`);
  const { items: members } = await stage.ask<{ items: { name: string }[] }>('林志强', `/api/v1/members?unionId=${items[0]?.id ?? ''}&offset=0`);
  const name = members.find((m) => m.name !== '钟雨宇')?.name ?? '';
  assert.ok(name);
  await desk.go(`/console/unions/${items[0]?.id ?? ''}`);
  await page.getByRole('button', { name: '任命' }).click();
  await choose(page, '人员', name, new RegExp(name));
  await choose(page, '职务', '', /^工会委员$/);
  await dialog(page).getByLabel('任职到').fill('2020-01-01');
  await dialog(page).getByLabel('任职到').press('Enter');
  await confirm(page);
  await page.getByText('任职的最后一天不能早于今天').waitFor();
  await desk.look('appointing refused');
  await dialog(page).getByLabel('任职到').fill('2031-11-20');
  await dialog(page).getByLabel('任职到').press('Enter');
  await confirm(page);
  const row = page.getByRole('row', { name: new RegExp(`${name}.*2031-11-20`) });
  await row.waitFor();
  await row.getByRole('button', { name: '卸任' }).click();
  await dialog(page).getByRole('button', { name: '卸任' }).click();
  await row.waitFor({ state: 'detached' });
}));
