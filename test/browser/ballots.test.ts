import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESK, openBrowserStage, PHONE, type Visit } from './stage.ts';

const stage = await openBrowserStage();
const folder = await mkdtemp(join(tmpdir(), 'niangjia-ballots-'));
after(() => rm(folder, { recursive: true, force: true }));
const picture = async (v: Visit, name: string): Promise<void> => { if (process.env['PICTURES']) await v.page.screenshot({ path: join(process.env['PICTURES'], `${name}.png`), fullPage: true }); };

async function vote(v: Visit, choice: string): Promise<string> {
  await v.page.getByRole('button', { name: choice, exact: true }).click();
  await v.page.getByRole('button', { name: '下一步：核对' }).click();
  await v.look('checking the paper');
  await v.page.getByRole('button', { name: '投出' }).click();
  await v.page.locator('[data-receipt]').waitFor();
  return (await v.page.locator('[data-receipt]').getAttribute('data-receipt')) ?? '';
}

test('DEM-3 a secret vote: prepared at the desk, cast on the phone, replaced, closed, declared; the receipt is found and an outsider counts again', () => stage.journey(async () => {
  const desk = await stage.enter('高鑫', { size: DESK });
  const { page } = desk;
  await desk.go('/console/ballots');
  await desk.look('the register');
  await picture(desk, 'ballots-register');
  await page.getByRole('button', { name: '发起投票' }).first().click();
  await page.getByLabel('投票', { exact: true }).fill('停车位分配办法');
  await page.getByText('名册').first().waitFor();
  await desk.look('preparing');
  await picture(desk, 'ballots-edit');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '公布', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '公布', exact: true }).click();
  await page.getByRole('button', { name: '开始投票' }).click({ timeout: 30_000 });
  await page.getByRole('dialog').getByRole('button', { name: '开始投票' }).click();
  await page.getByRole('button', { name: '截止并计票' }).waitFor();
  await desk.look('open, at the desk');
  const id = /ballots\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  const phone = await stage.enter('王建军', { size: PHONE });
  await phone.go('/ballots');
  await phone.look('what waits');
  await picture(phone, 'ballots-list');
  await phone.page.getByText('停车位分配办法').first().click();
  await phone.page.getByText('怎样为您保密').waitFor();
  await phone.look('the booth');
  await picture(phone, 'ballots-booth');
  let sent = '';
  phone.page.on('request', (r) => { if (r.url().endsWith('/ballot-papers')) sent += r.headers()['cookie'] ?? ''; });
  const first = await vote(phone, '反对');
  await phone.look('the receipt');
  await picture(phone, 'ballots-receipt');
  await phone.page.getByRole('button', { name: '重新投票' }).click();
  const receipt = await vote(phone, '赞成');
  assert.notEqual(receipt, first);
  assert.equal(sent, '', 'the paper travels without a cookie');
  for (const name of ['李森林', '陈志远', '周晓燕', '高鑫']) {
    const other = await stage.enter(name, { size: PHONE });
    await other.go(`/ballots/${id}`);
    await vote(other, '赞成');
  }
  await page.getByRole('button', { name: '截止并计票' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '截止并计票' }).click();
  await page.getByRole('button', { name: '宣布结果' }).click({ timeout: 30_000 });
  await page.getByRole('dialog').getByRole('button', { name: '宣布结果' }).click();
  await page.getByText('5 × 2 = 10 > 5').waitFor();
  await desk.look('declared, at the desk');
  await picture(desk, 'ballots-declared');

  await phone.go(`/ballots/${id}`);
  await phone.page.getByRole('button', { name: '在本机核对' }).click();
  await phone.page.getByText('已计入：您的票是公示票箱第').waitFor();
  await phone.look('checked');
  await picture(phone, 'ballots-checked');
  const { federationId } = await stage.ask<{ federationId: string }>('王建军', `/api/v1/ballots/${id}`);
  const outsider = await stage.arrive({ size: PHONE });
  await outsider.go(`/recount/${federationId}/${id}`);
  await outsider.look('the public page');
  await picture(outsider, 'ballots-recount');
  const fingerprint = await outsider.page.locator('[data-fingerprint]').textContent();
  const files: string[] = [];
  for (const [name, as] of [['下载公示票箱', 'board.jsonl'], ['下载验票工具', 'verifier.html']] as const) {
    const saved = outsider.page.waitForEvent('download');
    await outsider.page.getByRole('button', { name }).click();
    files.push(join(folder, as));
    await (await saved).saveAs(join(folder, as));
  }
  await outsider.page.context().setOffline(true);
  await outsider.page.goto(pathToFileURL(files[1] ?? '').href);
  await outsider.page.setInputFiles('#file', files[0] ?? '');
  await outsider.page.getByText('全部相符').waitFor();
  await outsider.page.fill('#own', receipt);
  await outsider.page.locator('#own').blur();
  await outsider.page.getByText('您的票在公示的第').waitFor();
  await outsider.page.fill('#posted', fingerprint ?? '');
  await outsider.page.locator('#posted').blur();
  await outsider.page.getByText('全部相符').waitFor();
  await picture(outsider, 'ballots-verified');
}));

test('DEM-3 in English: what a secret vote protects, a declared result, the big screen and the report', () => stage.journey(async () => {
  const { items } = await stage.ask<{ items: { id: string; state: string; paper: string; level: string }[] }>('王建军', '/api/v1/ballots');
  const running = items.find((b) => b.state === 'open' && b.level === 'blind');
  const declared = items.find((b) => b.state === 'declared' && b.paper === 'election');
  assert.ok(running && declared);
  const worker = await stage.enter('王建军', { size: PHONE, language: 'en' });
  await worker.go(`/ballots/${running.id}`);
  await worker.page.getByText('How your vote is kept secret').waitFor();
  await worker.look('the booth');
  await picture(worker, 'ballots-booth-en');
  await worker.go(`/ballots/${declared.id}`);
  await worker.page.getByRole('heading', { name: 'Result' }).waitFor();
  await worker.look('an election');
  await picture(worker, 'ballots-election-en');
  const desk = await stage.enter('高鑫', { size: DESK, language: 'en' });
  await desk.go(`/console/ballots/${running.id}/hall`);
  await desk.page.getByText('Turnout only').waitFor();
  await picture(desk, 'ballots-hall-en');
  await desk.go(`/console/ballots/${declared.id}/minutes`);
  await desk.page.getByText('Scrutineers').waitFor();
  await picture(desk, 'ballots-minutes-en');
}));
