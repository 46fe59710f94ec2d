import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE, type Visit } from './stage.ts';

const stage = await openBrowserStage();
const TITLE = '三号楼淋浴没有热水';
const ANONYMOUS = '加班没有算加班费';
const FIRST = '已通知物业检修锅炉，本周内恢复热水。';
const SECOND = '锅炉已换新，三号楼昨晚起全天供热水，今后每周检查一次。';

/** Finds the letter in the work list, answers it beside the list. */
async function answerFromWorkList(desk: Visit, title: string, text: string): Promise<void> {
  const { page } = desk;
  await desk.go('/console/');
  await page.getByLabel('编号、标题或内容里的字').fill(title);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: title }).click();
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await page.getByLabel('答复内容').fill(text);
  await page.getByRole('button', { name: '发出答复' }).click();
  await page.getByText('已答复，来信人会收到').waitFor();
}

test('a worker writes, is answered, is not satisfied, is answered again and says that it is settled', () => stage.journey(async () => {
  const worker = await stage.arrive({ size: PHONE });
  const { page } = worker;
  await worker.go('/');
  await worker.look('signing in');
  await page.getByRole('button', { name: '王建军' }).click();
  await page.getByRole('heading', { name: /王建军/ }).waitFor();
  await worker.look('home');
  await page.getByRole('link', { name: '主席信箱' }).first().click();
  await page.waitForURL('**/letters');
  await worker.look('my letters');

  await worker.go('/letters/new');
  await page.getByRole('button', { name: '寄出' }).click();
  await page.locator('.fielderror').first().waitFor();
  assert.ok(await page.locator('.fielderror').count() >= 3, 'subject, text and kind are asked for at their places');
  await worker.look('a letter refused');
  await page.getByRole('radio', { name: /华北分公司工会/ }).check();
  await page.getByLabel('标题').fill(TITLE);
  await page.getByLabel('具体情况').fill('从上周一起晚上十点以后没有热水，夜班下来洗不了澡，希望尽快修好。');
  await page.getByText('食堂住宿', { exact: true }).click();
  await page.getByRole('button', { name: '寄出' }).click();
  await page.getByText('有进展时会在“消息”里告诉您。').waitFor();
  const sent = await page.locator('main').textContent() ?? '';
  assert.match(sent, /信 \d{4}-\d{5}/, 'its number');
  assert.match(sent, /现在在谁手里\s*华北分公司工会/);
  assert.match(sent, /\d+月\d+日/, 'until when');
  await worker.look('sent');
  await page.getByRole('link', { name: '看这封信' }).click();
  await page.getByRole('heading', { name: TITLE }).waitFor();

  const desk = await stage.enter('高鑫', { size: DESK });
  await answerFromWorkList(desk, TITLE, FIRST);
  await desk.look('the work list');

  // The page of the worker hears of the answer by itself.
  await page.getByText(FIRST).first().waitFor();
  await worker.look('answered');
  await page.getByText('不满意', { exact: true }).click();
  await page.getByRole('button', { name: '不满意，请工会再办' }).click();
  await page.getByLabel('您想说的').fill('修了两天又没有热水了。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByText('已请工会再办，期限重新计算').waitFor();

  await answerFromWorkList(desk, TITLE, SECOND);
  await page.getByText(SECOND).first().waitFor();
  await page.getByText('很满意', { exact: true }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('谢谢您的评价').waitFor();
  await page.locator('.chip', { hasText: '已办结' }).first().waitFor();
  await worker.look('settled');
}));

test('somebody writes without a name, is asked through the code, and answers with it', () => stage.journey(async () => {
  const { unions } = await stage.ask<{ unions: { name: string; joinCode: string }[] }>('王建军', '/api/v1/mailbox');
  const joinCode = unions.find((u) => u.name === '华北分公司工会')?.joinCode;
  assert.ok(joinCode);
  const somebody = await stage.arrive({ size: PHONE });
  const { page } = somebody;
  await somebody.go('/sign-in');
  await page.getByRole('link', { name: /匿名写信/ }).click();
  await page.getByLabel('工会代码').fill(joinCode);
  await somebody.look('which union');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByText('寄给华北分公司工会').waitFor();
  await page.getByLabel('标题').fill(ANONYMOUS);
  await page.getByLabel('具体情况').fill('上个月周末加班四天，工资条上没有加班费，问了班组长也没有说法。');
  await page.getByText('工资待遇', { exact: true }).click();
  await somebody.look('an anonymous letter');
  await page.getByRole('button', { name: '匿名寄出' }).click();
  const code = (await page.locator('.followcode').textContent() ?? '').replace(/\D/g, '');
  assert.match(code, /^\d{16}$/);
  await somebody.look('the code');
  assert.ok(await page.getByRole('button', { name: '看这封信' }).isDisabled(), 'the code has to be kept first');
  await page.getByRole('switch', { name: /我已经存好了/ }).check();

  const desk = await stage.enter('高鑫', { size: DESK });
  await desk.go(`/console/?text=${encodeURIComponent(ANONYMOUS)}`);
  await desk.page.getByRole('row', { name: ANONYMOUS }).click();
  await desk.page.getByText('匿名来信人').first().waitFor();
  await desk.page.getByRole('button', { name: '向来信人了解' }).click();
  await desk.page.getByLabel('想问来信人什么').fill('请问是哪个班组、哪几天加班？');
  await desk.page.locator('form.actionform').getByRole('button', { name: '向来信人了解' }).click();
  await desk.page.getByText('已问来信人').waitFor();

  const later = await stage.arrive({ size: PHONE });
  await later.go('/follow-up');
  const last = Number(code.at(-1));
  await later.page.getByLabel('16 位查询码').fill(code.slice(0, 15) + ((last + 1) % 10).toString());
  await later.page.getByRole('button', { name: '查看' }).click();
  await later.page.locator('.fielderror').waitFor();
  assert.ok((await later.page.locator('.fielderror').textContent() ?? '').length > 6, 'a sentence');
  await later.look('a wrong code');
  await later.page.getByLabel('16 位查询码').fill(code);
  await later.page.getByRole('button', { name: '查看' }).click();
  await later.page.getByText('请问是哪个班组、哪几天加班？').first().waitFor();
  await later.look('asked');
  await later.page.getByRole('button', { name: '回复工会' }).click();
  await later.page.getByLabel('您想说的').fill('钢筋二班，上个月的四个周六。');
  await later.page.getByRole('button', { name: '提交', exact: true }).click();
  await later.page.getByText('已补充，办理的人会看到').waitFor();
  await desk.go(`/console/?text=${encodeURIComponent(ANONYMOUS)}`);
  await desk.page.getByRole('row', { name: ANONYMOUS }).click();
  await desk.page.getByText('钢筋二班，上个月的四个周六。').first().waitFor();
}));
