import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { drawStory, entrantsOf } from '#test/draws';
import { documentHash, freeze, proofOf, VERIFIER } from '#engines/claims';
import { openChromium } from '../../tools/chromium.ts';
import { faultsOf } from './stage.ts';

const folder = await mkdtemp(join(tmpdir(), 'niangjia-verifier-'));
const browser = await openChromium();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
}

test('SVC-4 the verifier opens from a disk without any network and checks a result, a forgery and a proof of entry', async () => {
  const context = await browser.newContext({ locale: 'zh-CN', offline: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (m) => { if (m.type() === 'error') complaints.push(m.text()); });
  await page.goto(pathToFileURL(VERIFIER).href);
  const d = drawStory({ prizes: [{ name: '八寸蛋糕', count: 3 }] });

  await page.setInputFiles('#file', await written('result.json', d));
  await page.getByText('全部相符').waitFor();
  assert.equal(await page.locator('li.ok').count(), 12);
  assert.equal(await page.locator('tr').count(), 4);
  await page.fill('#own', d.order[4] ?? '');
  await page.getByText('候补第 2 位').waitFor();
  await page.fill('#posted', documentHash({ ...d.notice, entrants: 13 }));
  await page.getByText('与您手上抽签前的指纹不同').waitFor();
  await page.fill('#posted', documentHash(d.notice).replace(/(.{8})(?=.)/g, '$1 '));
  await page.getByText('请与抽签前张贴的一致').waitFor();
  assert.deepEqual(await faultsOf(page), []);

  const list = freeze(d.rules.draw, d.entrants);
  await page.setInputFiles('#file', await written('entry.json', proofOf(list, d.notice, d.order[0] ?? '')));
  await page.getByText('您的签在封存的名单里').waitFor();
  await page.setInputFiles('#file', await written('forged.json', { ...d, entrants: entrantsOf([1, 1, 1]).toSorted((a, b) => (a.token < b.token ? -1 : 1)) }));
  await page.getByText('请勿采信').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('The list is not the frozen one').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} wide`);
  assert.deepEqual(complaints, []);
  await context.close();
});
