import assert from 'node:assert/strict';
import test from 'node:test';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();

test('ORG-3 a member moves: typed on the joining form, turned into a transfer with one tap, released, received; the card is the new union’s', () => stage.journey(async () => {
  const { unions } = await stage.ask<{ unions: { name: string; joinCode: string }[] }>('郑永明', '/api/v1/mailbox');
  const joinCode = unions.find((u) => u.name === '东风装备公司工会')?.joinCode;
  assert.ok(joinCode);
  const worker = await stage.enter('王建军', { size: PHONE });
  const { page } = worker;
  await worker.go(`/join/${joinCode}`);
  await page.getByLabel('工作单位').fill('东风装备铸造车间');
  await page.getByLabel('岗位或工种').fill('钳工');
  await worker.look('the joining form');
  await page.getByRole('link', { name: /已经是工会会员/ }).click();
  await page.getByRole('heading', { name: '东风装备公司工会' }).waitFor();
  assert.deepEqual([await page.getByLabel('新的工作单位').inputValue(), await page.getByLabel('岗位或工种').inputValue()], ['东风装备铸造车间', '钳工'], 'what was typed is kept');
  await page.getByLabel('转会原因').fill('换了工作');
  await worker.look('the request');
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByText('待原工会放行').first().waitFor();
  await page.getByText('还没到这一步').waitFor();
  await worker.look('my transfer');

  const old = await stage.enter('高鑫', { size: DESK });
  await old.go('/console/transfers?direction=out');
  await old.look('the register');
  await old.page.getByRole('row', { name: /王建军/ }).getByText('王建军', { exact: true }).click();
  await old.page.getByRole('heading', { name: '王建军' }).waitFor();
  await old.page.getByRole('button', { name: '提出异议' }).click();
  await old.page.getByRole('textbox', { name: '理由' }).fill('请先交还图书');
  await old.page.getByRole('dialog').getByRole('button', { name: /确\s?定|OK/ }).click();
  await old.page.getByText('请先交还图书').first().waitFor();
  await old.look('a transfer with an objection');
  await old.page.getByRole('button', { name: '同意放行' }).click();
  await old.page.getByText('待新工会接收').first().waitFor();

  const next = await stage.enter('郑永明', { size: DESK });
  await next.go('/console/transfers?direction=in&state=open');
  await next.page.getByRole('row', { name: /王建军/ }).getByRole('checkbox').check();
  await next.page.getByRole('button', { name: '接收选中的 1 人' }).click();
  await next.page.getByText('已办理 1 件').waitFor();
  await worker.go('/card');
  await page.getByText('东风装备公司工会').first().waitFor();
  await page.getByText('转会').first().waitFor();
  await worker.look('the card after it');
}));

test('ORG-3 an invitation on Home is accepted; a member leaves with a letter on paper', () => stage.journey(async () => {
  const rider = await stage.enter('马超', { size: PHONE });
  await rider.go('/');
  await rider.page.getByRole('link', { name: /转会邀请/ }).click();
  await rider.page.getByRole('button', { name: '同意转会' }).waitFor();
  await rider.look('the invitation');
  await rider.page.getByRole('button', { name: '同意转会' }).click();
  await rider.page.getByText('邀请时已同意').waitFor();
  await rider.look('my transfer by invitation');

  const member = await stage.enter('李森林', { size: PHONE });
  await member.go('/transfers/new');
  await member.look('where to');
  await member.page.getByRole('button', { name: /转到本平台以外/ }).click();
  await member.page.getByLabel('新工会名称').fill('滨海市港口集团工会');
  await member.look('outside');
  await member.page.getByRole('button', { name: '提交申请' }).click();
  await member.page.getByText('待原工会放行').first().waitFor();

  const desk = await stage.enter('高鑫', { size: DESK });
  await desk.go('/console/transfers?state=open');
  await desk.page.getByRole('row', { name: /李森林/ }).getByText('李森林', { exact: true }).click();
  await desk.page.getByRole('button', { name: '开具介绍信' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: '开具介绍信' }).click();
  await desk.page.getByText('已开介绍信转出').first().waitFor();
  await desk.page.getByRole('link', { name: '介绍信' }).click();
  await desk.page.getByRole('heading', { name: '会员关系接转介绍信' }).waitFor();
  await desk.page.getByText('滨海市港口集团工会：').waitFor();
  await desk.look('the letter');
  await desk.go('/console/transfers/invitations');
  await desk.look('the invitations');
}));

test('ORG-3 the desk of members: retired, returned, ended, every period kept; in English too', () => stage.journey(async () => {
  const desk = await stage.enter('李红梅', { size: DESK });
  const { page } = desk;
  await desk.go('/console/members?state=reserved');
  await desk.look('the register of members');
  await page.locator('tbody tr.ant-table-row').first().click();
  await page.getByRole('button', { name: '恢复会籍' }).click();
  await page.getByText('退休保留').first().waitFor();
  await desk.look('a member');
  await page.getByRole('button', { name: '终止会籍' }).waitFor();
  const english = await stage.enter('李红梅', { size: DESK, language: 'en' });
  await english.go('/console/transfers');
  await english.look('the register in English');
}));
