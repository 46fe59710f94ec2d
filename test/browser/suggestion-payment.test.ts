import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const TITLE = '剪板机后挡料加装刻度尺';

/** The members of the factory's union who hold an office there, by id. */
async function officer(office: string): Promise<string> {
  const { items } = await stage.ask<{ items: { id: string; name: string }[] }>('李红梅', '/api/v1/union-search?text=%E7%BA%A2%E6%97%97%E6%9C%BA%E6%A2%B0%E5%8E%82%E5%B7%A5%E4%BC%9A');
  const { offices } = await stage.ask<{ offices: { office: string; personId: string }[] }>('李红梅', `/api/v1/unions/${items[0]?.id ?? ''}`);
  const found = offices.find((o) => o.office === office);
  assert.ok(found, `nobody is ${office}`);
  return found.personId;
}

test('from the phone to the pay: a suggestion is written, adopted by the unit, rewarded, approved by another, paid, and its points are there', { timeout: 240_000 }, () => stage.journey(async () => {
  const phone = await stage.enter('石小军', { size: PHONE });
  await phone.go('/suggestions/new');
  await phone.page.getByLabel('一句话说是什么').fill(TITLE);
  await phone.page.getByLabel('现在有什么问题').fill('剪板机后挡料没有刻度，每次换料要试剪三四张板，费料也费时间。');
  await phone.page.getByLabel('怎么改', { exact: true }).fill('在导轨两侧贴不锈钢刻度尺，后挡料装一个锁紧手柄，一次对准。');
  await phone.page.getByRole('button', { name: '下一步' }).click();
  await phone.page.getByText('工艺技术', { exact: true }).click();
  await phone.page.getByRole('button', { name: '下一步' }).click();
  await phone.page.getByRole('button', { name: '提交建议' }).click();
  const handedIn = phone.page.getByText('现在在谁手里');
  const asked = phone.page.getByRole('button', { name: '都不一样，提交' });
  await handedIn.or(asked).first().waitFor();
  if (await asked.isVisible()) await asked.click();
  await handedIn.waitFor();

  const specialist = await stage.enter('李卫东', { size: DESK });
  await specialist.go('/console/suggestions?state=submitted');
  await specialist.page.getByText(TITLE).first().click();
  await specialist.page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  await specialist.page.getByRole('button', { name: '采纳并实施' }).click();
  await specialist.page.getByText('二等', { exact: true }).first().click();
  await specialist.page.getByRole('button', { name: '采纳并实施' }).click();
  await specialist.page.getByText('实施中').first().waitFor();

  const office = await stage.enter('黄雅琴', { size: DESK });
  await office.go('/console/rewards');
  await office.page.getByText(TITLE).first().waitFor();
  await office.page.getByRole('button', { name: '生成发放表' }).click();
  await office.page.getByRole('dialog').getByRole('button', { name: '生成发放表' }).click();
  await office.page.getByText(/已生成发放表/).first().waitFor();
  await office.look('the month is listed');
  const list = (await stage.ask<{ items: { id: string; title: string; state: string }[] }>('李红梅', '/api/v1/payment-lists?state=drafted')).items.find((l) => l.title.includes('合理化建议奖励'));
  assert.ok(list);
  const path = `/console/payment-lists/${list.id}`;

  const accountant = await stage.enter(await officer('accountant'), { size: DESK });
  await accountant.go(path);
  await accountant.page.getByRole('button', { name: '提交审批' }).click();
  await accountant.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await accountant.page.getByText('待审批').first().waitFor();
  const chair = await stage.enter('李红梅', { size: DESK });
  await chair.go(path);
  await chair.page.getByRole('button', { name: '审批通过' }).click();
  await chair.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await chair.page.getByText('已审批通过').first().waitFor();
  const cashier = await stage.enter(await officer('cashier'), { size: DESK });
  await cashier.go(path);
  await cashier.page.getByRole('button', { name: '生成付款文件' }).click();
  await cashier.page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await cashier.page.getByRole('button', { name: '登记发放结果' }).click();
  await cashier.page.getByRole('dialog').getByRole('button', { name: /全部已发放/ }).click();
  await cashier.page.getByText('发放结果已登记').first().waitFor();

  await phone.go('/my-payments');
  await phone.page.getByText('¥80.00').first().waitFor();
  await phone.look('paid');
  await phone.go('/points');
  await phone.page.getByText(TITLE).first().waitFor();
  await phone.look('and credited');

  const english = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await english.go('/suggestions');
  await english.page.getByText(TITLE).first().waitFor();
  await english.page.getByText('Being carried out').first().waitFor();
  await english.look('my suggestions in English');
}));
