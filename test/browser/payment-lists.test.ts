import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE, pick } from './stage.ts';

const stage = await openBrowserStage();
type Found = { items: { id: string; name: string }[] };
type Lists = { items: { id: string; title: string; state: string }[] };
type People = { items: { id: string; name: string; staffNumber: string }[] };

/** Who holds an office of the factory's union, by id. */
async function officer(office: string): Promise<string> {
  const { items } = await stage.ask<Found>('李红梅', '/api/v1/union-search?text=%E7%BA%A2%E6%97%97%E6%9C%BA%E6%A2%B0%E5%8E%82%E5%B7%A5%E4%BC%9A');
  const { offices } = await stage.ask<{ offices: { office: string; personId: string }[] }>('李红梅', `/api/v1/unions/${items[0]?.id ?? ''}`);
  const found = offices.find((o) => o.office === office);
  assert.ok(found, `nobody is ${office}`);
  return found.personId;
}
const listed = async (state: string) => {
  const [one] = (await stage.ask<Lists>('李红梅', `/api/v1/payment-lists?state=${state}`)).items;
  assert.ok(one, `no list is ${state}`);
  return one;
};

test('FIN-4 a list is written by hand, corrected, approved, paid, recorded; the worker sees it on the phone', { timeout: 240_000 }, () => stage.journey(async () => {
  const paidOut = await listed('settled');
  const { items: [one, two] } = await stage.ask<People>('李红梅', `/api/v1/payment-lists/${paidOut.id}/people`);
  assert.ok(one && two);
  const accountant = await stage.enter(await officer('accountant'), { size: DESK });
  const { page } = accountant;
  await accountant.go('/console/payment-lists');
  await accountant.look('the register of lists');
  await page.getByRole('button', { name: '新建发放表' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('冬季送温暖');
  await accountant.look('a new list');
  await page.getByRole('dialog').getByRole('button', { name: '新建发放表' }).click();
  await page.getByText('还没有人员').waitFor();
  await accountant.look('an empty list');
  await page.getByRole('button', { name: '添加人员' }).first().click();
  await page.getByLabel('在这里粘贴，一行一人').fill(`工号\t姓名\t金额\t事由\n${one.staffNumber}\t${one.name}\t800\t送温暖慰问\n${two.staffNumber}\t别人\t800\t送温暖慰问`);
  await page.getByRole('button', { name: '读取粘贴内容' }).click();
  await page.getByRole('button', { name: '有 1 行需要修改' }).waitFor();
  await accountant.look('rows with a mistake');
  await page.getByLabel('去掉第 2 行').click();
  await page.getByRole('button', { name: '添加 1 行，合计 ¥800.00' }).click();
  await page.getByText('捌佰元整').waitFor();
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByText('待审批').first().waitFor();

  const chair = await stage.enter('李红梅', { size: DESK });
  await chair.go('/console/?process=paymentList');
  await chair.page.getByRole('cell', { name: /冬季送温暖/ }).first().click();
  await chair.page.getByRole('heading', { name: '冬季送温暖' }).waitFor();
  await chair.look('a list beside the work list');
  await chair.page.getByRole('button', { name: '审批通过' }).click();
  await chair.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await chair.page.getByText('已审批通过').first().waitFor();

  const cashier = await stage.enter(await officer('cashier'), { size: DESK });
  await cashier.go(new URL(page.url()).pathname);
  await cashier.page.getByRole('button', { name: '生成付款文件' }).click();
  await cashier.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  const [file] = await Promise.all([cashier.page.waitForEvent('download'), cashier.page.getByRole('button', { name: '下载 CSV' }).click()]);
  assert.match(file.suggestedFilename(), /\.csv$/);
  await cashier.look('a list being paid');
  await cashier.page.getByRole('button', { name: '登记发放结果' }).click();
  await cashier.look('recording the result');
  await cashier.page.getByRole('dialog').getByRole('button', { name: '全部已发放：1 人，合计 ¥800.00' }).click();
  await cashier.page.getByText('发放结果已登记').first().waitFor();
  await cashier.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await cashier.page.getByRole('link', { name: '打印' }).click();
  await cashier.page.getByRole('heading', { name: '冬季送温暖' }).waitFor();
  await cashier.look('the list on paper');

  const worker = await stage.enter(one.id, { size: PHONE });
  await worker.go('/my-payments');
  await worker.page.getByText('送温暖慰问').waitFor();
  await worker.page.getByText('¥800.00').first().waitFor();
  await worker.look('my payments');
}));

test('FIN-4 in English: a list is sent back with a reason; failures are listed anew', { timeout: 180_000 }, () => stage.journey(async () => {
  const chair = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await chair.go(`/console/payment-lists/${(await listed('submitted')).id}`);
  await chair.page.getByRole('button', { name: 'Send back' }).click();
  await chair.page.getByRole('dialog').getByLabel('Reason').fill('Please check the second name');
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
  await chair.page.getByText('Why it was sent back').waitFor();
  await chair.look('a list that was sent back');
  const cashier = await stage.enter(await officer('cashier'), { size: DESK, language: 'en' });
  const { id } = await listed('filed');
  const { items: [somebody] } = await stage.ask<People>('李红梅', `/api/v1/payment-lists/${id}/people`);
  await cashier.go(`/console/payment-lists/${id}`);
  await cashier.page.getByRole('button', { name: 'Record the result' }).click();
  const dialog = cashier.page.getByRole('dialog');
  await pick(dialog.getByRole('combobox'), somebody?.staffNumber ?? '', somebody?.staffNumber);
  await dialog.getByPlaceholder('Why, e.g. returned by the bank').fill('Account closed');
  await dialog.getByRole('button', { name: /1 failed/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await cashier.page.getByText('1 failed').first().waitFor();
  await cashier.look('a list with a failure');
  const accountant = await stage.enter(await officer('accountant'), { size: DESK, language: 'en' });
  await accountant.go(`/console/payment-lists/${id}`);
  await accountant.page.getByRole('button', { name: 'Pay what failed again' }).click();
  await accountant.page.getByRole('dialog').getByRole('button', { name: 'Pay what failed again' }).click();
  await accountant.page.getByText('Being prepared').first().waitFor();
  await accountant.look('what failed, listed anew');
}));
