import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const TITLE = '本月社会保险缴纳情况';
/** 钱素珍, the accountant of the factory: not on the sign-in page. */
const SECOND = '01930000-0000-7000-8000-100000000020';
const QUESTION = '补缴的月份有没有算进去？';

test('a duty is written, checked by a second person, read on the phone, asked about and answered', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/disclosures?state=due');
  await desk.look('the register');
  await desk.page.getByText('社会保险、公积金和年金缴纳').first().click();
  await desk.page.getByRole('link', { name: '编写' }).waitFor();
  await desk.look('a duty');
  const path = new URL(desk.page.url()).pathname;
  await desk.page.getByRole('link', { name: '编写' }).click();
  await desk.page.getByLabel('标题').fill(TITLE);
  await desk.page.getByLabel('公开内容').fill('五项社会保险和住房公积金已按月足额缴纳，共 2,199 人。明细可到人力资源部查询。');
  await desk.look('writing it');
  await desk.page.getByRole('button', { name: '保存' }).click();
  await desk.page.getByRole('button', { name: '送保密审查' }).click();
  await desk.page.getByText('您起草或送审了这项内容，要由另一个人审查').waitFor();

  const second = await stage.enter(SECOND, { size: DESK });
  await second.go(path);
  await second.page.getByRole('button', { name: '保密审查' }).click();
  await second.page.getByRole('button', { name: '审查通过并公开' }).click();
  await second.page.locator('.ant-form-item-explain-error').first().waitFor();
  for (const kind of ['国家秘密', '商业秘密', '个人信息']) await second.page.getByRole('radiogroup', { name: kind }).getByText('没有', { exact: true }).click();
  await second.page.getByRole('button', { name: '审查通过并公开' }).click();
  await second.page.getByText('公开中', { exact: true }).first().waitFor();

  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/disclosures');
  await page.getByText(TITLE).first().waitFor();
  await worker.look('what is disclosed to me');
  await page.getByText(TITLE).first().click();
  await page.getByRole('button', { name: '看懂了' }).click();
  await page.getByText('已记下').first().waitFor();
  await page.getByLabel('内容', { exact: true }).fill(QUESTION);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText(QUESTION).first().waitFor();
  await worker.look('read and asked');

  await desk.go('/console/disclosure-questions?state=open');
  await desk.page.getByText(QUESTION).first().waitFor();
  await desk.look('what workers ask');
  await desk.page.getByText(QUESTION).first().click();
  await desk.page.getByLabel('答复内容').fill('已经算进去，补缴明细也在人力资源部。');
  await desk.look('answering');
  await desk.page.getByRole('button', { name: '答复' }).click();
  await desk.page.getByText('按时办好').first().waitFor();
  await page.reload();
  await page.getByText('已经算进去，补缴明细也在人力资源部。').first().waitFor();

  await desk.go(`${path}?tab=aware`);
  await desk.page.getByText('冲压分厂工会').first().waitFor();
  await desk.look('awareness by unit');
}));

test('versions with what changed, the year of duties, catalogue, figures, the board', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE });
  await worker.go('/disclosures');
  await worker.page.getByText('三季度工资奖金分配情况').first().click();
  await worker.page.getByText('查看改动').click();
  await worker.page.locator('.pubdiff ins').first().waitFor();
  await worker.look('what a version changed');
  const desk = await stage.enter('李红梅', { size: DESK });
  for (const [path, shown] of [['/console/disclosure-duties', '公开任务'], ['/console/disclosure-catalogue', '约定公开事项'], ['/console/disclosure-statistics', '知情率'], ['/console/disclosures/new', '公开天数'], ['/console/disclosure-board', '公开栏']] as const) {
    await desk.go(path);
    await desk.page.getByText(shown).first().waitFor();
    await desk.look(path);
  }
}));

test('in English: the list, one item, the desk', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/disclosures');
  await worker.page.getByText('三季度生产经营目标完成情况').first().click();
  await worker.page.getByText('Is it clear?').waitFor();
  await worker.look('one item in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  for (const [path, shown] of [['/console/disclosures', 'Write one'], ['/console/disclosure-duties', 'Overdue'], ['/console/disclosure-catalogue', 'Kind of employer'], ['/console/disclosure-statistics', 'By entry']] as const) {
    await desk.go(path);
    await desk.page.getByText(shown).first().waitFor();
    await desk.look(`${path} in English`);
  }
}));
