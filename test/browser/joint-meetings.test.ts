import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();

test('both sides: minutes are agreed on the phone, an item is accepted, one is reported and asked for; the desk prints and exports', () => stage.journey(async () => {
  const other = await stage.enter('李森林', { size: PHONE });
  const { page } = other;
  await other.go('/joint-meetings');
  await page.getByText('请确认纪要').first().waitFor();
  await other.look('what waits for a representative');
  await page.getByRole('link', { name: /四季度工作会商/ }).first().click();
  await page.getByRole('button', { name: '确认纪要' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认纪要' }).click();
  await page.getByText('纪要已确认').first().waitFor();
  await other.look('both sides agreed');
  await page.getByRole('link', { name: /分包单位工资支付排查/ }).click();
  await page.getByRole('button', { name: '报进展' }).click();
  await page.getByLabel('做了什么').fill('八个项目部已核对完毕。');
  await other.look('telling of progress');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('八个项目部已核对完毕。').first().waitFor();
  await page.getByRole('button', { name: '申请双方确认' }).click();
  await page.getByRole('button', { name: '延期', exact: true }).click();
  await page.getByLabel('为什么延期').fill('分包单位资料不全。');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText(/申请延期到/).first().waitFor();
  await other.look('asked for a later day');

  const desk = await stage.enter('高鑫', { size: DESK });
  await desk.go('/console/joint-meetings');
  await desk.page.getByText('工会与公司联席会商').first().waitFor();
  await desk.look('councils');
  await desk.page.getByText('工会与公司联席会商').first().click();
  await desk.page.getByRole('link', { name: /分包单位工资支付排查/ }).waitFor();
  await desk.look('a council');
  await desk.page.getByRole('link', { name: /分包单位工资支付排查/ }).click();
  await desk.page.getByRole('button', { name: '确认', exact: true }).click();
  await desk.page.getByRole('link', { name: '已接续为新的事项' }).click();
  await desk.page.getByText('由前一事项延期而来').waitFor();
  await desk.look('carried to a later day');
  await desk.go('/console/joint-meetings/list?late=yes');
  await desk.page.getByText('探亲假按规定落实，公布排班').first().waitFor();
  await desk.look('the work list, late ones');
  const council = (await stage.ask<{ items: { id: string; title: string }[] }>('高鑫', '/api/v1/joint-council-register')).items.find((c) => c.title === '工会与公司联席会商')?.id ?? '';
  const { meetings } = await stage.ask<{ meetings: { id: string; title: string }[] }>('高鑫', `/api/v1/joint-councils/${council}`);
  await desk.go(`/console/joint-meetings/meetings/${meetings.find((m) => m.title === '三季度工作会商')?.id ?? ''}/paper`);
  await desk.page.getByText('购置体检车').waitFor();
  await desk.look('minutes on paper');
}));

test('in English: a council on the phone and the planning of its first meeting at the desk', () => stage.journey(async () => {
  const expert = await stage.enter('方承志', { size: PHONE, language: 'en' });
  await expert.go('/joint-meetings');
  await expert.page.getByText(/You: Other side, Head/).first().waitFor();
  await expert.look('my councils in English');
  const desk = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await desk.go('/console/joint-meetings');
  await desk.page.getByRole('link', { name: /厂务会商/ }).click();
  await desk.page.getByRole('button', { name: 'Plan a meeting' }).click();
  await desk.page.getByRole('dialog').getByLabel('Title').waitFor();
  await desk.look('planning in English');
}));
