import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { readConfig } from '#platform/config';
import type { Database } from '#platform/db';
import { log } from '#platform/log';
import { demonstrationDatabase } from '#test/demonstration';
import { openHouse } from '../../src/house.ts';
import { buildWebIfStale } from '../../tools/build-web.ts';
import { openChromium } from '../../tools/chromium.ts';
import { drawn, isOfTheLibrary } from './stage.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SIZES = { member: { width: 390, height: 844 }, console: { width: 1440, height: 1000 } } as const;

type App = keyof typeof SIZES;

/** Both apps, built and served over the demonstration federation, in a real browser. */
export type Apps = {
  readonly address: string;
  readonly database: Database;
  /** somebody of the cast, signed in, in a browser window of their own; anything the page logs as an error ends up in `troubles` */
  as(name: string, app: App, locale?: 'zh-CN' | 'en-US'): Promise<Page>;
  readonly troubles: string[];
};

/** Opens everything for a test file and closes it when the file is over. */
export async function openApps(): Promise<Apps> {
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-browser-'));
  const database = await demonstrationDatabase(dataDir);
  const { folder } = await buildWebIfStale();
  const house = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: dataDir }), log, { database, web: folder });
  const browser = await openChromium();
  after(async () => {
    await browser.close();
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const address = await house.server.listen({ port: 0, host: '127.0.0.1' });
  const { people } = (await (await fetch(`${address}/api/v1/demo/cast`)).json()) as { people: { id: string; name: string }[] };
  const troubles: string[] = [];
  return {
    address, database, troubles,
    async as(name, app, locale = 'zh-CN') {
      const person = people.find((p) => p.name === name)?.id;
      if (!person) throw new Error(`${name} is not in the cast`);
      // Only so that axe can be put into the page; the apps' own rules are tested over HTTP.
      const context = await browser.newContext({ viewport: SIZES[app], locale, bypassCSP: true, baseURL: address, reducedMotion: 'reduce', serviceWorkers: 'block' });
      await context.request.post('/api/v1/demo/sign-in', { data: { person, app }, headers: { 'x-niangjia': '1' } });
      const page = await context.newPage();
      page.on('pageerror', (error) => troubles.push(`${name}: ${error.message}`));
      page.on('response', (r) => { if (r.status() >= 500) troubles.push(`${name}: ${r.status()} ${r.url()}`); });
      return page;
    },
  };
}

/** What axe finds wrong with a page, one line each; empty when nothing. */
export async function barriers(page: Page): Promise<string[]> {
  await drawn(page);
  await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; target: string[] }[] }[] }> } };
    return (await axe.run()).violations;
  });
  const ours = violations.map((v) => ({ ...v, nodes: v.nodes.filter((n) => !isOfTheLibrary(v.id, n)) }));
  return ours.filter((v) => v.nodes.length > 0).map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' … ')}`);
}
