/** Takes the pictures of the README from a running demonstration: `npm run tool -- tools/take-pictures.ts http://localhost:8080`. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { castId } from '../src/demo/load.ts';
import { openChromium } from './chromium.ts';

type Picture = { readonly name: string; readonly who: string | null; readonly path: string; readonly width: number; readonly height: number; readonly locale: 'zh' | 'en' };

const phone = { width: 390, height: 844 } as const;
const desk = { width: 1440, height: 900 } as const;
const PICTURES: readonly Picture[] = [
  { name: 'sign-in', who: null, path: '/', ...phone, locale: 'zh' },
  { name: 'home', who: 'wang', path: '/', ...phone, locale: 'zh' },
  { name: 'write', who: 'wang', path: '/letters/new', ...phone, locale: 'zh' },
  { name: 'sales', who: 'worker', path: '/flash-sales', ...phone, locale: 'zh' },
  { name: 'activities', who: 'wang', path: '/activities', ...phone, locale: 'zh' },
  { name: 'draws', who: 'wang', path: '/draws', ...phone, locale: 'zh' },
  { name: 'questionnaire', who: 'wang', path: '/questionnaires', ...phone, locale: 'zh' },
  { name: 'topics', who: 'gao', path: '/console/topics', ...desk, locale: 'zh' },
  { name: 'card', who: 'wang', path: '/card', ...phone, locale: 'zh' },
  { name: 'home-en', who: 'wang', path: '/', ...phone, locale: 'en' },
  { name: 'work-list', who: 'gao', path: '/console', ...desk, locale: 'zh' },
  { name: 'work-list-en', who: 'gao', path: '/console', ...desk, locale: 'en' },
  { name: 'indicators', who: 'li', path: '/console/indicators?from=2025-01-01&to=2025-12-31', ...desk, locale: 'zh' },
  { name: 'unions', who: 'city', path: '/console/unions', ...desk, locale: 'zh' },
];
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));

async function take(browser: Browser, base: string, p: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width: p.width, height: p.height }, locale: p.locale === 'zh' ? 'zh-CN' : 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${base}/healthz`);
  if (p.who !== null) {
    const said = await page.request.post(`${base}/api/v1/demo/sign-in`, { headers: { 'x-niangjia': '1' }, data: { person: castId(p.who) } });
    if (!said.ok()) throw new Error(`${p.who} could not sign in: ${said.status()}`);
    await page.request.put(`${base}/api/v1/me/preferences`, { headers: { 'x-niangjia': '1' }, data: { locale: p.locale } });
  }
  await page.goto(base + p.path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.waitForTimeout(800);
  await page.screenshot({ path: `${FOLDER}${p.name}.png` });
  if (p.who !== null) await page.request.put(`${base}/api/v1/me/preferences`, { headers: { 'x-niangjia': '1' }, data: { locale: 'zh' } });
  await context.close();
}

const base = process.argv[2] ?? 'http://localhost:8080';
await mkdir(FOLDER, { recursive: true });
const browser = await openChromium();
for (const p of PICTURES) await take(browser, base, p);
await browser.close();
process.stdout.write(`${PICTURES.length} pictures in docs/pictures\n`);
