import test from 'node:test';
import { DESK, openBrowserStage, PHONE, pick } from './stage.ts';

const stage = await openBrowserStage();

test('a proposal on both apps: moved with look-alikes, seconded, handed in, filed, assigned, answered; the mover rates an answer', () => stage.journey(async () => {
  const worker = await stage.enter('石小军', { size: PHONE });
  const { page } = worker;
  await worker.go('/proposals');
  await page.getByText('为冲压线操作工配发减震耳塞').first().waitFor();
  await worker.look('the public list');
  await page.getByRole('link', { name: '写提案' }).click();
  await page.getByLabel('案名').fill('东门停车场建遮雨棚和充电桩');
  await page.getByLabel('案由').fill('东门停车场无遮雨设施，雨雪天职工意见大。');
  await page.getByLabel('案据').fill('东门每日停放电动车约六百辆，雨后多次发生线路短路。');
  await page.getByLabel('建议方案').fill('在东门北侧搭建遮雨棚，同步增加充电桩并装喷淋。');
  await page.getByRole('link', { name: '厂区东门增设非机动车遮雨棚' }).waitFor();
  await page.getByLabel('邀请附议').fill('赵永康');
  await page.getByRole('button', { name: /赵永康/ }).first().click();
  await page.getByRole('button', { name: '移除 赵永康' }).waitFor();
  await worker.look('writing with what is like it');
  await page.getByRole('button', { name: '保存并邀请附议' }).click();
  await page.getByText('还差 2 位代表附议').waitFor();
  await worker.look('an own proposal while it gathers seconders');
  const own = new URL(page.url()).pathname;

  const press = await stage.enter('01930000-0000-7000-8000-100000000008', { size: PHONE });
  await press.go(own);
  await press.page.getByRole('button', { name: '附议', exact: true }).click();
  await press.page.getByText('您已附议').waitFor();
  await press.look('asked to second');
  await page.getByText('还差 1 位代表附议').waitFor();

  await worker.go('/proposals?show=mine');
  await page.getByText('厂区东门增设非机动车遮雨棚').first().click();
  await page.getByRole('heading', { name: '您对答复满意吗？' }).waitFor();
  await worker.look('an answer to be rated');
  await page.getByText('基本满意', { exact: true }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('待结案').first().waitFor();

  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/proposals');
  await desk.page.getByText('职工体检增加颈腰椎项目').first().waitFor();
  await desk.look('the register');
  await desk.page.getByText('职工体检增加颈腰椎项目').first().click();
  await desk.page.getByRole('button', { name: '审查决定' }).click();
  await desk.look('deciding');
  await desk.page.getByRole('button', { name: '提交决定' }).click();
  await desk.page.getByRole('button', { name: '交办', exact: true }).click();
  await pick(desk.page.getByRole('combobox', { name: '承办部门和承办人' }), /黄雅琴/, '黄雅琴');
  await desk.look('assigning');
  await desk.page.getByRole('button', { name: '交办', exact: true }).click();
  await desk.page.getByText('承办中').first().waitFor();
  const path = new URL(desk.page.url()).pathname;

  const owner = await stage.enter('黄雅琴', { size: DESK });
  await owner.go(path);
  await owner.page.getByRole('button', { name: '书面答复' }).click();
  await owner.page.getByLabel('答复内容').fill('同意。明年体检套餐增加颈腰椎检查，四十五岁以上每年一次。');
  await owner.page.getByRole('button', { name: '书面答复' }).click();
  await owner.page.getByText('已答复待评价').first().waitFor();
  await owner.look('answered by the department');
}));

test('the desk: calls, report with rates, paper, rewards; a short visit in English', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  await desk.go('/console/proposal-collections');
  await desk.page.getByText('第八届第一次会议').first().waitFor();
  await desk.page.getByRole('button', { name: '征集提案' }).click();
  await desk.page.getByLabel('会议名称').waitFor();
  await desk.look('calls and a new call');
  await desk.page.getByRole('link', { name: /第八届第一次会议/ }).click();
  await desk.page.getByText('落实率').first().waitFor();
  await desk.look('the report');
  const path = new URL(desk.page.url()).pathname;
  await desk.go(`${path}/paper`);
  await desk.look('the report on paper');
  await desk.go(`${path}/rewards`);
  await desk.page.getByText('热点议案').first().waitFor();
  await desk.look('rewards');

  const worker = await stage.enter('石小军', { size: PHONE, language: 'en' });
  await worker.go('/proposals?show=mine');
  await worker.page.getByText('冲压分厂增设工间休息区').first().click();
  await worker.page.getByText('Written answer').or(worker.page.getByText('Seeking seconders')).first().waitFor();
  await worker.look('an own proposal in English');
  const english = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await english.go('/console/proposals');
  await english.page.getByText('机加车间切削液雾气治理').first().click();
  await english.page.getByText('Steps', { exact: true }).first().waitFor();
  await english.look('a proposal at the desk in English');
}));
