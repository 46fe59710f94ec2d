/**
 * The page of a flash sale on a slow phone: what Lighthouse measures (largest paint, blocked time, shifts, script that travels) through
 * Chromium's own protocol, with the simulated slow phone of Lighthouse: processor four times slower, 1.6 Mbit/s, 150 ms there and back.
 * Held against the sign-in page of the same house in the same run, and against the targets of the phone app.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildWebIfStale } from '../tools/build-web.ts';
import { openChromium } from '../tools/chromium.ts';
import type { Line } from './run.ts';

const PHONE = { width: 390, height: 844 };
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const TARGET = { scriptKb: 180, lcpSeconds: 1.5 };
const RUNS = 3;
/** After what is waited for is there: pictures and late shifts. */
const SETTLE_MS = 3_000;
const PATIENCE_MS = 60_000;
const PORT = 4759;
const BLOCKING_MS = 50;

type Seen = { readonly lcp: number; readonly fcp: number; readonly tbt: number; readonly cls: number; readonly scriptKb: number; readonly asked: number; readonly counts: number };
const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** The house with its demonstration, as a visitor would start it; answers once it serves. */
async function startHouse(dataDir: string): Promise<() => Promise<void>> {
  await buildWebIfStale();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], { env: { ...process.env, PORT: String(PORT), DATA_DIR: dataDir, NIANGJIA_MODE: 'demo', LOG_LEVEL: 'fatal' }, stdio: 'ignore' });
  for (let n = 0; n < 600; n++) {
    const up = await fetch(`http://127.0.0.1:${PORT}/healthz`).then((r) => r.ok, () => false);
    if (up) return () => new Promise((over) => { child.once('exit', () => over()); child.kill('SIGTERM'); });
    await new Promise((go) => { setTimeout(go, 1_000); });
  }
  throw new Error('the house did not come up');
}

/** Watches what the page reports itself: largest paint, shifts, long tasks. A text, because it runs in the page. */
const WATCH = `globalThis.__seen = { lcp: 0, cls: 0, tbt: 0 };
new PerformanceObserver((l) => { for (const e of l.getEntries()) globalThis.__seen.lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) globalThis.__seen.cls += e.value; }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((l) => { for (const e of l.getEntries()) globalThis.__seen.tbt += Math.max(0, e.duration - ${BLOCKING_MS}); }).observe({ type: 'longtask', buffered: true });`;

/** One visit with nothing kept from before. `person` null: nobody is signed in. */
async function visit(browser: Browser, address: string, path: string, ready: string, person: string | null): Promise<Seen> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', deviceScaleFactor: 2, isMobile: true, hasTouch: true, serviceWorkers: 'block' });
  try {
    if (person !== null) await context.request.post(`${address}/api/v1/demo/sign-in`, { headers: { 'x-niangjia': '1' }, data: { person } });
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send('Network.enable');
    await protocol.send('Network.emulateNetworkConditions', NETWORK);
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const scripts = new Set<string>();
    let bytes = 0;
    let asked = 0;
    protocol.on('Network.responseReceived', (e) => { if (e.type === 'Script') scripts.add(e.requestId); if (e.type === 'Fetch' || e.type === 'XHR') asked++; });
    protocol.on('Network.loadingFinished', (e) => { if (scripts.has(e.requestId)) bytes += e.encodedDataLength; });
    await page.addInitScript(WATCH);
    await page.goto(address + path, { waitUntil: 'load', timeout: PATIENCE_MS });
    await page.locator(ready).first().waitFor({ timeout: PATIENCE_MS });
    const counts = await page.evaluate(() => performance.now());
    await page.waitForTimeout(SETTLE_MS);
    const seen = await page.evaluate<{ lcp: number; cls: number; tbt: number; fcp: number }>(`({ ...globalThis.__seen, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`);
    return { ...seen, scriptKb: bytes / 1000, asked, counts };
  } finally {
    await context.close();
  }
}

async function measure(browser: Browser, address: string, path: string, ready: string, person: string | null): Promise<Seen> {
  const seen: Seen[] = [];
  for (let n = 0; n < RUNS; n++) seen.push(await visit(browser, address, path, ready, person));
  const of = (field: keyof Seen): number => middle(seen.map((s) => s[field]));
  return { lcp: of('lcp'), fcp: of('fcp'), tbt: of('tbt'), cls: of('cls'), scriptKb: of('scriptKb'), asked: of('asked'), counts: of('counts') };
}

/** Somebody of the factory, and the sale that is to come there. */
async function sale(browser: Browser, address: string, person: string): Promise<string> {
  const context = await browser.newContext();
  try {
    await context.request.post(`${address}/api/v1/demo/sign-in`, { headers: { 'x-niangjia': '1' }, data: { person } });
    const { items } = (await (await context.request.get(`${address}/api/v1/sales`)).json()) as { items: { id: string; state: string }[] };
    const coming = items.find((s) => s.state === 'coming');
    if (coming === undefined) throw new Error('the demonstration has no sale to come');
    return coming.id;
  } finally {
    await context.close();
  }
}

/** The last of the demonstration's cast: a worker of the factory. */
const WORKER = '01930000-0000-7000-8000-100000000022';

/** See the head of this file. `NIANGJIA_BENCH_ADDRESS` measures a house that runs already. */
export async function benchCountdown(): Promise<Line[]> {
  const given = process.env.NIANGJIA_BENCH_ADDRESS;
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-countdown-'));
  const stop = given ? async () => {} : await startHouse(dataDir);
  const address = given ?? `http://127.0.0.1:${PORT}`;
  const browser = await openChromium();
  try {
    const page = await measure(browser, address, `/flash-sales/${await sale(browser, address, WORKER)}`, '.salecount .saleboxes', WORKER);
    const door = await measure(browser, address, '/', 'h1', null);
    const ms = (n: number): string => `${Math.round(n)} ms`;
    return [
      { figure: 'countdown page, largest paint on a slow phone (LCP)', value: ms(page.lcp), against: `target ${TARGET.lcpSeconds} s; sign-in page ${ms(door.lcp)}`, ratio: (page.lcp / (1000 * TARGET.lcpSeconds)).toFixed(2) },
      { figure: 'countdown page, script that travels, compressed', value: `${page.scriptKb.toFixed(1)} KB`, against: `target ${TARGET.scriptKb} KB; sign-in page ${door.scriptKb.toFixed(1)} KB`, ratio: (page.scriptKb / TARGET.scriptKb).toFixed(2) },
      { figure: 'countdown page, first paint', value: ms(page.fcp), against: `sign-in page ${ms(door.fcp)}`, ratio: (page.fcp / Math.max(1, door.fcp)).toFixed(2) },
      { figure: 'countdown page, until it counts, from an empty browser', value: ms(page.counts), against: `sign-in page until it can be used ${ms(door.counts)}`, ratio: (page.counts / Math.max(1, door.counts)).toFixed(2) },
      { figure: 'countdown page, blocked time at a quarter of the speed (TBT)', value: ms(page.tbt), against: `sign-in page ${ms(door.tbt)}`, ratio: (page.tbt / Math.max(1, door.tbt)).toFixed(2) },
      { figure: 'countdown page, shifts (CLS)', value: page.cls.toFixed(3), against: 'Lighthouse: good below 0.1', ratio: (page.cls / 0.1).toFixed(2) },
      { figure: 'countdown page, questions to the server until it counts', value: String(page.asked), against: 'sign-in page', ratio: (page.asked / Math.max(1, door.asked)).toFixed(2) },
    ];
  } finally {
    await browser.close();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
