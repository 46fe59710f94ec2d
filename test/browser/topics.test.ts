import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const MATTER = '更衣室没有晾衣架';
const RESULT = '各项目部更衣室都装好了晾衣架，请大家使用。';
const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

test('one matter: a letter is gathered, members are asked, measures taken, and its writer hears the result', () => stage.journey(async () => {
  const worker = await stage.enter('王建军', { size: PHONE });
  await worker.go('/letters/new');
  await worker.page.getByRole('radio', { name: /华北分公司工会/ }).check();
  await worker.page.getByLabel('标题').fill(MATTER);
  await worker.page.getByLabel('具体情况').fill('更衣室没有晾衣架，湿工服没有地方挂，第二天穿着还是潮的。');
  await worker.page.getByText('食堂住宿', { exact: true }).click();
  await worker.page.getByRole('button', { name: '寄出' }).click();
  await worker.page.getByRole('link', { name: '看这封信' }).click();
  await worker.page.getByRole('heading', { name: MATTER }).waitFor();
  const letter = new URL(worker.page.url()).pathname;

  const desk = await stage.enter('高鑫', { size: DESK });
  const { page } = desk;
  await desk.go(`/console${letter}`);
  await page.getByRole('button', { name: '查找同类来信' }).click();
  await page.getByText('更衣室热水不够用').first().waitFor();
  await desk.look('a letter and its like');
  await page.getByLabel('问题', { exact: true }).fill('更衣室晾衣架');
  await page.getByRole('button', { name: /建立同类问题/ }).click();
  await page.getByRole('heading', { name: '更衣室晾衣架' }).waitFor();
  await page.getByText('已归集 1 封').waitFor();
  await desk.look('the letters of a topic');

  await page.getByRole('checkbox', { name: MATTER }).check();
  await page.getByRole('button', { name: /移出/ }).click();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByText('已归集 1 封').waitFor();

  await page.getByRole('tab', { name: '问卷' }).click();
  await page.getByRole('button', { name: '编写问卷' }).click();
  await page.getByLabel('第 1 题').fill('更衣室有地方挂工服吗？');
  await page.getByLabel('选项，一行一个').fill('有\n没有');
  await page.getByRole('button', { name: '加一题' }).click();
  await page.getByLabel('题型').nth(1).selectOption('open');
  await page.getByLabel('第 2 题').fill('还想说什么？');
  await desk.look('writing a questionnaire');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByLabel('截止日').fill(inDays(7));
  await page.getByLabel('截止日').press('Enter');
  await desk.look('sending a questionnaire');
  await page.getByRole('button', { name: '发出问卷' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发出问卷' }).click();
  await page.getByText(/已发给 \d+ 位会员/).waitFor();
  await page.getByText('答卷密封').waitFor();
  await desk.look('a questionnaire under way');

  await worker.go('/');
  await worker.page.getByRole('heading', { name: '请您填一份问卷' }).waitFor();
  await worker.look('home with a questionnaire');
  await worker.page.getByRole('link', { name: /更衣室晾衣架/ }).click();
  await worker.page.getByRole('button', { name: '交出答卷' }).click();
  await worker.page.locator('.fielderror').first().waitFor();
  await worker.look('a sheet with a question left');
  await worker.page.getByRole('radio', { name: '没有', exact: true }).check();
  await worker.page.getByRole('button', { name: '交出答卷' }).click();
  await worker.page.getByText('交出后不能再改').waitFor();
  await worker.page.getByRole('dialog').getByRole('button', { name: '交出答卷' }).click();
  await worker.page.getByText('谢谢，已经收到').waitFor();
  await worker.look('thanked');

  await page.getByRole('button', { name: '现在截止并统计' }).click();
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByText('作答的人太少').waitFor({ timeout: 30_000 });
  await desk.look('too few to show');
  await page.getByRole('button', { name: '进入落实措施' }).click();
  await page.getByRole('tab', { name: '措施' }).click();
  await page.getByRole('button', { name: '增加措施' }).click();
  await page.getByRole('textbox', { name: '措施', exact: true }).fill('各项目部装晾衣架');
  await page.getByLabel('期限').fill(inDays(10));
  await page.getByLabel('期限').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: /确\s*定|OK/ }).click();
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByLabel('完成情况').fill('二十个项目部全部装好。');
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.getByText('1 / 1 项完成').first().waitFor();
  await desk.look('measures');
  await page.getByRole('button', { name: '告知每位来信人' }).click();
  await page.getByLabel('办理结果').fill(RESULT);
  await page.getByRole('button', { name: /告知 1 位来信人/ }).click();
  await page.getByText('已告知 1 / 1').first().waitFor({ timeout: 30_000 });
  await desk.go('/console/topics');
  await page.getByRole('row', { name: /更衣室晾衣架/ }).waitFor();
  await desk.look('the register of topics');

  await worker.go(letter);
  await worker.page.getByText(RESULT).first().waitFor();
  await worker.look('the result in the letter');
}));

test('results above and below the floor, on the phone and at the desk', () => stage.journey(async () => {
  const { items } = await stage.ask<{ items: { id: string; title: string }[] }>('高鑫', '/api/v1/topics?text=' + encodeURIComponent('班车路线'));
  const desk = await stage.enter('高鑫', { size: DESK });
  await desk.go(`/console/topics/${items[0]?.id ?? ''}?tab=survey`);
  await desk.page.getByText('27 人作答').first().waitFor();
  await desk.page.getByText('按单位').first().click();
  assert.match(await desk.page.locator('.byunion').first().textContent() ?? '', /其余单位（合并）5 \/ /);
  await desk.look('results');
  const worker = await stage.enter('王建军', { size: PHONE, type: 'largest' });
  await worker.go('/questionnaires');
  await worker.look('my questionnaires in large type');
  await worker.page.getByRole('link', { name: /班车情况问卷/ }).click();
  await worker.page.getByText('27 人作答').waitFor();
  await worker.look('results on the phone in large type');
}));
