import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { readSheet } from '#platform/sheets';
import { DESK, openBrowserStage, pick, type Visit } from './stage.ts';

const stage = await openBrowserStage();

/** Presses "export" and reads what was downloaded. */
async function exported({ page }: Visit): Promise<string[][]> {
  const waits = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const file = await (await waits).path();
  const rows: string[][] = [];
  for await (const row of readSheet({ bytes: new Uint8Array(await readFile(file)), name: 'list.xlsx' })) rows.push(row.cells.map((c) => c.text));
  return rows;
}

/** Opens one of the small menus in a list's head. */
const menu = (v: Visit, name: string) => v.page.locator('.listpanel .viewmenu', { has: v.page.locator('summary', { hasText: name }) });

test('PLT-2 a view is kept and found again, columns stay chosen, the export is what is shown, the keyboard walks', () => stage.journey(async () => {
  const desk = await stage.enter('林志强', { size: DESK });
  const { page } = desk;
  await desk.go('/console/members');
  await desk.look('the register of members');
  await pick(page.getByRole('combobox', { name: '会籍' }), '保留');
  await page.waitForURL(/state=reserved/);
  await page.locator('tbody tr.ant-table-row').first().waitFor();

  await menu(desk, '我的视图').locator('summary').click();
  await page.getByLabel('视图名称').fill('退休会员');
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.getByRole('button', { name: '退休会员', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await menu(desk, '我的视图').getAttribute('open'), null, 'Esc closes the menu');
  await menu(desk, '列').locator('summary').click();
  await page.getByRole('checkbox', { name: '工号' }).uncheck();
  await page.keyboard.press('Escape');

  await desk.go('/console/members');
  assert.equal(await page.getByRole('columnheader', { name: '工号' }).count(), 0, 'columns are remembered');
  await menu(desk, '我的视图').locator('summary').click();
  await page.getByRole('button', { name: '退休会员', exact: true }).click();
  await page.waitForURL(/state=reserved/);
  await page.reload();
  await page.locator('tbody tr.ant-table-row').first().waitFor();
  const shown = await page.locator('tbody tr.ant-table-row').count();
  const rows = await exported(desk);
  assert.deepEqual(rows[0], ['姓名', '工会', '会籍', '类别', '会员证号', '岗位', '入会日期'], 'without the column that is hidden');
  assert.ok(rows.length - 1 >= shown && rows.slice(1).every((r) => r[2] === '保留'), 'with the filter');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.waitForURL(/at=/);
  await page.locator('tbody tr.ant-table-row').nth(1).and(page.locator('tr.at')).waitFor();
  const second = await page.locator('tbody tr.ant-table-row').nth(1).locator('b').first().textContent() ?? '?';
  assert.equal(await page.locator('tr.at b').first().textContent(), second);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: second }).waitFor();
  await page.goBack();
  await page.locator('tr.at').waitFor();

  await page.getByPlaceholder('姓名、工号或会员证号').fill('没有这个人');
  await page.getByText('没有符合条件的内容').waitFor();
  await desk.look('nobody matches');
  await page.locator('.empty').getByRole('button', { name: '清空条件' }).click();
  await page.locator('tbody tr.ant-table-row').first().waitFor();
  assert.equal(new URL(page.url()).search.includes('state='), false);
}));

const LISTS: readonly (readonly [who: string, path: string])[] = [
  ['高鑫', '/console/'], ['高鑫', '/console/letters'], ['林志强', '/console/joining'], ['林志强', '/console/transfers?direction=in'], ['高鑫', '/console/contact-boxes'],
  ['林志强', '/console/topics'], ['高鑫', '/console/receptions'], ['林志强', '/console/rosters'], ['林志强', '/console/unions?text=街道'], ['罗静', '/console/audit'],
  ['孙浩', '/console/message-log'], ['林志强', '/console/transfers/invitations'], ['林志强', '/console/data-requests?which=all'], ['孙浩', '/console/permissions'],
];

test('PLT-2 every list has filters in its address, views, columns, print and an export that is a sheet', () => stage.journey(async () => {
  for (const [who, path] of LISTS) {
    const desk = await stage.enter(who, { size: DESK });
    const { page } = desk;
    await desk.go(path);
    await page.locator('.listpanel tbody tr.ant-table-row').first().waitFor();
    await desk.look(path);
    assert.equal(await menu(desk, '我的视图').count(), 1, `${path}: views`);
    await menu(desk, '列').locator('summary').click();
    assert.ok(await menu(desk, '列').getByRole('checkbox').count() >= 4, `${path}: columns`);
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('button', { name: '打印', exact: true }).count(), 1, `${path}: print`);
    assert.ok((await exported(desk)).length > 1, `${path}: the export has rows`);
    await page.locator('h1').first().click();
    await page.keyboard.press('j');
    await page.locator('.listpanel tr.at').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.listpanel .filters').isVisible(), false, `${path}: on paper the rows alone`);
    await page.emulateMedia({ media: 'screen' });
    await page.context().close();
  }
}));

test('a page of the menu that is not one’s own says so, and shows nothing', () => stage.journey(async () => {
  const desk = await stage.enter('孙浩', { size: DESK });
  await desk.go('/console/members');
  await desk.page.getByRole('heading', { name: '您没有查看这一页的权限' }).waitFor();
  assert.equal(await desk.page.locator('.listpanel').count(), 0);
  await desk.look('no access');
  await desk.page.getByRole('link', { name: '回到待办' }).click();
  await desk.page.getByRole('heading', { name: '待办' }).waitFor();
}));
