import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BALLOT_VERIFIER, ballots } from '#engines/ballot';
import { keyRing, secrets } from '#platform/secrets';
import { ballotStory, bent } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { openChromium } from '../../tools/chromium.ts';
import { faultsOf } from './stage.ts';

secrets.use(keyRing([randomBytes(32)]));
const folder = await mkdtemp(join(tmpdir(), 'niangjia-ballot-page-'));
const s = await ballotStory(await freshDatabase(), 7);
const browser = await openChromium();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

test('DEM-3 the verifier opens from a disk without any network, counts a ballot again, finds a receipt and names a forged entry', async () => {
  const id = await s.opened();
  const receipts: string[] = [];
  for (let n = 0; n < 6; n += 1) receipts.push((await s.posted(id, await s.token(id, n), n < 4 ? 'for' : 'against')).receipt.paper);
  const notice = await s.within((tx) => ballots.fingerprint(tx, id));
  await s.closed(id);
  const lines = await s.published(id);

  const context = await browser.newContext({ locale: 'zh-CN', offline: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (m) => { if (m.type() === 'error') complaints.push(m.text()); });
  await page.goto(pathToFileURL(BALLOT_VERIFIER).href);
  await page.setInputFiles('#file', await written('board.jsonl', lines));
  await page.getByText('全部相符').waitFor();
  assert.ok((await page.locator('li.ok').count()) >= 10);
  await page.getByText('赞成 4，反对 2，弃权 0').waitFor();
  await page.fill('#own', receipts[2] ?? '');
  await page.locator('#own').blur();
  await page.getByText('您的票在公示的第').waitFor();
  await page.fill('#posted', '0'.repeat(64));
  await page.locator('#posted').blur();
  await page.getByText('指纹与投票前公布的不同').waitFor();
  await page.fill('#posted', notice ?? '');
  await page.locator('#posted').blur();
  await page.getByText('全部相符').waitFor();
  assert.deepEqual(await faultsOf(page), []);
  if (process.env['PICTURES']) await page.screenshot({ path: join(process.env['PICTURES'], 'ballot-verifier.png'), fullPage: true });

  const third = JSON.parse(lines[3] ?? '') as { body: string };
  await page.setInputFiles('#file', await written('forged.jsonl', lines.with(3, JSON.stringify({ ...third, body: bent(third.body, -70) }))));
  await page.getByText('第 3 条的内容被改动过').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Entry 3 was changed').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} wide`);
  assert.deepEqual(complaints, []);
  await context.close();
});
