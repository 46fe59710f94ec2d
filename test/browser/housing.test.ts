import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const ON = '东站佳苑补充配租';

test('a worker applies with papers, an officer opens them with a purpose and accepts, the worker sees the place; the queue and its movements', () => stage.journey(async () => {
  const worker = await stage.enter('方承志', { size: PHONE });
  const { page } = worker;
  await worker.go('/housing');
  await page.getByText(ON).click();
  await page.getByRole('heading', { name: ON }).waitFor();
  await worker.look('an allocation');
  await page.getByRole('link', { name: '申请', exact: true }).click();
  await page.getByRole('button', { name: '添加同住人' }).click();
  await page.getByLabel('姓名').fill('方小雨');
  await page.getByLabel('年龄').fill('6');
  await page.getByRole('button', { name: '子女' }).click();
  await page.getByLabel('家庭月收入（元）').fill('9200');
  await page.getByLabel('联系电话').fill('13800007777');
  await page.getByLabel('现在的居住情况').fill('厂外合租');
  await worker.look('the form of an application');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('草稿').first().waitFor();
  await page.getByRole('link', { name: '修改' }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: '收入证明.txt', mimeType: 'text/plain', buffer: Buffer.from('收入证明') });
  await page.getByText('收入证明.txt').waitFor();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
  await page.getByText('待审核').first().waitFor();
  await worker.look('an application that is checked');
  const where = new URL(page.url()).pathname;

  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/housing-applications?state=submitted');
  await desk.page.getByText('方承志').waitFor();
  await desk.look('applications to check');
  await desk.go(`/console${where.replace('/housing/applications', '/housing-applications')}`);
  await desk.page.getByLabel('查看用途（会记入日志）').fill('核对收入');
  await desk.page.getByRole('button', { name: '查看材料' }).click();
  await desk.page.getByText('方小雨').waitFor();
  await desk.look('opened papers');
  await desk.page.getByRole('button', { name: '通过', exact: true }).click();
  await desk.page.getByText('审核通过').first().waitFor();
  await worker.go(where);
  await page.getByText('下一个就是您').waitFor();
  await worker.look('a place in the queue');

  const mate = await stage.enter('石小军', { size: PHONE });
  await mate.go('/housing');
  await mate.page.getByText('今年第一批公租房').first().click();
  await mate.page.getByText('进入轮候以来前移').waitFor();
  await mate.page.getByText('位次变动').waitFor();
  await mate.look('movements');
}));

test('an officer prepares flats from a sheet, publishes them; queue, tenancies and figures', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/housing/new');
  await page.getByLabel('配租名称').fill('明湖公寓尾房');
  await page.getByLabel('查验清单（每行一项）').fill('门窗\n水电');
  await page.getByText('从表格粘贴').first().click();
  await page.getByLabel('从表格粘贴').fill('明湖公寓\t9-901\t1\t42\t1200');
  await page.getByRole('button', { name: '移除' }).first().click();
  await page.getByRole('button', { name: '采用' }).click();
  await desk.look('the form of an allocation');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('9-901').waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('未开始').first().waitFor();
  await desk.look('an allocation at the desk');
  await desk.go('/console/housing');
  await page.getByText('今年第一批公租房').click();
  await page.getByRole('link', { name: '轮候名册' }).click();
  await page.getByText('石小军').or(page.getByText('轮候中').first()).first().waitFor();
  await desk.look('the queue');
  await desk.go('/console/housing-tenancies?state=leaving');
  await page.getByText('本人要求').first().waitFor();
  await desk.look('tenancies to hand over');
  await desk.go('/console/housing-statistics');
  await page.getByText('累计惠及人数').waitFor();
  await desk.look('figures');
}));

test('in English', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/housing');
  await worker.page.getByText('My applications').waitFor();
  await worker.look('housing in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/housing');
  await desk.page.getByRole('heading', { name: 'Housing', exact: true }).waitFor();
  assert.equal(await desk.page.getByText('Flats given out').count() > 0, true);
  await desk.look('allocations in English');
}));
