import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE, pick, type Visit } from './stage.ts';

const stage = await openBrowserStage();
const MINUTE = 60_000;
type Draws = { items: { id: string; stage: string; title: string; mine: { rank: number | null } | null }[] };

/** A moment as China's clocks show it. */
function chinaAt(ms: number): { day: string; clock: string } {
  const text = new Date(ms + 8 * 3_600_000).toISOString();
  return { day: text.slice(0, 10), clock: text.slice(11, 16) };
}

async function seal(witness: Visit): Promise<void> {
  await witness.page.getByRole('button', { name: '生成密数' }).click();
  await witness.look('a secret');
  await witness.page.getByText('我已抄写在纸上').click();
  await witness.page.getByRole('button', { name: '封好并提交封印' }).click();
  await witness.page.getByText('名单封存后会通知您').waitFor();
}

test('SVC-4 a draw from the desk to the phone: prepared, announced, sealed, entered, frozen, revealed, drawn, checked on the spot', () => stage.journey(async () => {
  const desk = await stage.enter('高鑫', { size: DESK });
  const { page } = desk;
  await desk.go('/console/draws/new');
  const closing = Math.ceil(Date.now() / MINUTE) * MINUTE + 10 * MINUTE;
  const [opens, closes] = [chinaAt(Date.now() - 10 * MINUTE), chinaAt(closing)];
  await page.getByLabel('名称', { exact: true }).fill('工地消暑大礼包');
  await page.getByLabel('奖品名称').fill('消暑礼包');
  await page.getByLabel('份数').fill('1');
  await page.getByLabel('开始日期').fill(opens.day);
  await page.getByLabel('开始时间').fill(opens.clock);
  await page.getByLabel('截止日期').fill(closes.day);
  await page.getByLabel('截止时间').fill(closes.clock);
  await page.getByLabel('名称', { exact: true }).click();
  for (const name of ['李森林', '陈志远']) await pick(page.getByRole('combobox', { name: '见证人' }), name, name);
  await desk.look('the form');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('要扣缴或承担个税的奖品，请填写单价').waitFor();
  await page.getByLabel('单价（元）').fill('88');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '公布规则' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '公布规则' }).click();
  await page.getByText('规则已公布').waitFor();
  await desk.look('announced');
  const id = /draws\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  const [one, two] = await Promise.all(['李森林', '陈志远'].map((name) => stage.enter(name, { size: PHONE }))) as [Visit, Visit];
  await one.go('/draws');
  await one.page.getByText('次抽签等您见证').click();
  await one.look('what I witness');
  await one.page.getByText('工地消暑大礼包').click();
  await seal(one);
  await two.go(`/draws/${id}/witness`);
  await seal(two);

  const worker = await stage.enter('王建军', { size: PHONE });
  await worker.go('/draws');
  await worker.look('the list');
  await worker.page.getByText('工地消暑大礼包').click();
  await worker.page.getByRole('button', { name: '参加抽签' }).click();
  await worker.page.getByText('已报名').waitFor();
  await worker.look('entered');

  await stage.later(Math.max(0, closing + 500 - Date.now()));
  await page.reload();
  // The minute's job may have been quicker.
  const freeze = page.getByRole('button', { name: '封存名单' });
  await freeze.or(page.getByRole('button', { name: '打印封存公告' })).first().waitFor();
  if (await freeze.isVisible()) await freeze.click();
  await page.getByRole('button', { name: '打印封存公告' }).click();
  await page.getByText('公告指纹').waitFor();
  await desk.look('the notice');

  for (const w of [one, two]) {
    await w.go(`/draws/${id}/witness`);
    await w.look('revealing');
    await w.page.getByRole('button', { name: '亮出密数' }).click();
    await w.page.getByText('已亮出，谢谢您的见证').first().waitFor();
  }
  await worker.go(`/draws/${id}`);
  await worker.page.getByText('恭喜中签：消暑礼包').waitFor();
  await worker.page.getByRole('button', { name: '自己验一验' }).click();
  await worker.page.getByText('全部相符').waitFor();
  assert.equal(await worker.page.locator('.drawchecks li').count(), 12);
  await worker.look('the result, checked');
  const saved = worker.page.waitForEvent('download');
  await worker.page.getByRole('button', { name: '下载验签网页（可离线打开）' }).click();
  assert.match((await saved).suggestedFilename(), /\.html$/);
  await desk.go(`/console/draws/${id}`);
  await page.getByText('待领取').waitFor();
  await desk.look('drawn, at the desk');
}));

test('SVC-4 the month’s cakes: planned, paused and taken up at the desk; a worker wishes to be in by themselves', () => stage.journey(async () => {
  const desk = await stage.enter('高鑫', { size: DESK });
  await desk.go('/console/draw-schedules');
  await desk.look('plans');
  await desk.page.getByRole('button', { name: '暂停' }).click();
  await desk.page.getByText('已暂停', { exact: true }).waitFor();
  await desk.page.getByRole('button', { name: '恢复' }).click();
  await desk.page.getByText('进行中', { exact: true }).waitFor();
  await desk.page.getByRole('button', { name: '安排每月抽签' }).click();
  await desk.look('planning');
  await desk.page.getByRole('dialog').getByRole('button', { name: /取\s*消/ }).click();
  const worker = await stage.enter('王建军', { size: PHONE });
  await worker.go('/draws');
  await worker.page.getByRole('switch').click();
  await worker.page.locator('[role="switch"][aria-checked="true"]').waitFor();
}));

test('SVC-4 in English: a result is checked, a draw is held again with a reason', () => stage.journey(async () => {
  const { items } = await stage.ask<Draws>('王建军', '/api/v1/draws');
  const drawn = items.find((d) => d.stage === 'drawn' && d.mine?.rank);
  assert.ok(drawn);
  const worker = await stage.enter('王建军', { size: PHONE, language: 'en' });
  await worker.go(`/draws/${drawn.id}`);
  await worker.page.getByRole('button', { name: 'Check it yourself' }).click();
  await worker.page.getByText('Everything fits').waitFor();
  await worker.look('checked');
  const desk = await stage.enter('高鑫', { size: DESK, language: 'en' });
  await desk.go('/console/draws');
  await desk.look('the register');
  await desk.go(`/console/draws/${drawn.id}`);
  await desk.page.getByRole('button', { name: 'Hold again' }).click();
  await desk.page.getByLabel('Reason (public)').fill('A witness left before the end');
  await desk.look('holding again');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await desk.page.getByText('Held again: A witness left before the end').waitFor();
}));
