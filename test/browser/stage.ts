/** The real house in a process of its own, with the demonstration, and the eyes and hands of those who use it in a browser. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults, NodeResult } from 'axe-core';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { buildWebIfStale } from '../../tools/build-web.ts';
import { openChromium } from '../../tools/chromium.ts';

export const PHONE = { width: 390, height: 844 } as const;
export const DESK = { width: 1440, height: 900 } as const;
/** How many times slower every page is to run (BROWSER_SLOWER=6): what holds then holds on a busy machine. */
const SLOWER = Number(process.env['BROWSER_SLOWER'] ?? 1);
/** How long something may take to appear; generous, because the machine may be busy. */
const PATIENCE = 15_000 * Math.max(1, SLOWER / 2);

/** What the component library (antd 6.6) does itself and offers no way to change: the rule, and the class of the element inside the library. The field one types into is small, what one presses is the whole select around it. */
const OF_THE_LIBRARY: readonly (readonly [rule: string, place: string])[] = [
  ['aria-required-children', '.ant-tabs-nav'], ['aria-hidden-focus', '.ant-table-measure-row'], ['scrollable-region-focusable', '.ant-table-content'], ['target-size', '.ant-select-input'],
];

/** Whether a fault that axe found is the library's own. */
export const isOfTheLibrary = (rule: string, node: Pick<NodeResult, 'html' | 'target'>): boolean => OF_THE_LIBRARY.some(([name, place]) => name === rule
  && (String(node.target.at(-1)).endsWith(place) || node.html.split('>', 1)[0]?.match(/class="([^"]*)"/)?.[1]?.split(' ').includes(place.slice(1)) === true));

type Looks = { readonly size: typeof PHONE | typeof DESK; readonly dark?: boolean; readonly language?: 'zh' | 'en'; readonly type?: 'usual' | 'large' | 'larger' | 'largest'; readonly userAgent?: string };
/** One person at one device. */
export type Visit = {
  readonly page: Page;
  /** opens a page of the house and waits until it is drawn */
  go(path: string): Promise<void>;
  /** looks at what is shown: no serious fault of accessibility, nothing wider than the screen */
  look(what: string): Promise<void>;
  /** what the browser complained about so far */
  readonly faults: readonly string[];
};
/** The house and the ways into it. */
export type BrowserStage = {
  readonly address: string;
  /** somebody nobody knows yet */
  arrive(looks: Looks): Promise<Visit>;
  /** somebody of the cast by name, or anybody by id, signed in already */
  enter(person: string, looks: Looks): Promise<Visit>;
  /** asks the house as this person, for what a person would have on paper */
  ask<T>(person: string, path: string): Promise<T>;
  /** lets so many milliseconds pass in the house; what browsers show of it they have to read anew */
  later(milliseconds: number): Promise<void>;
  /** runs a journey; afterwards everybody leaves, and nobody's browser may have complained */
  journey(run: () => Promise<void>): Promise<void>;
};

const endings: (() => Promise<unknown>)[] = [];
// Before the database's own ending, which takes the database away: the house has to be gone by then.
after(async () => {
  for (const end of endings.reverse()) await end();
});

type Running = { readonly address: string; readonly later: BrowserStage['later'] };

async function startHouse(more: Readonly<Record<string, string>>): Promise<Running> {
  const { demonstrationDatabase } = await import('#test/demonstration');
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-browser-'));
  const [{ folder }, database] = await Promise.all([buildWebIfStale(), demonstrationDatabase(dataDir)]);
  const { NIANGJIA_KEY: _, ...usual } = process.env;
  const env = { ...usual, NIANGJIA_MODE: 'demo', DATA_DIR: dataDir, LOG_LEVEL: 'fatal', HOUSE_DATABASE: JSON.stringify(database.config), HOUSE_WEB: folder, ...more };
  const child = spawn(process.execPath, [fileURLToPath(new URL('../running-house.ts', import.meta.url))], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  endings.push(async () => {
    await ended(child);
    await rm(dataDir, { recursive: true, force: true });
  });
  for await (const chunk of child.stdout ?? []) {
    const address = /house (http\S+)/.exec(String(chunk))?.[1];
    if (address) return { address, later: async (milliseconds) => { await Promise.all([once(child, 'message'), child.send(milliseconds)]); } };
  }
  throw new Error('the house did not come up');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((go) => { child.once('exit', go); });
  child.kill('SIGKILL');
  await gone;
}

/** Notes what must not happen on any page: errors in the console or in a script, and answers that say the house broke. */
function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`script: ${String(error)}`));
  page.on('response', (r) => { if (r.status() >= 500) faults.push(`${r.status().toString()} ${r.url()}`); });
  // Chromium writes a line for every refusal too; refusals are answers, and broken answers are noted above.
  page.on('console', (m) => { if (m.type() === 'error' && !m.text().startsWith('Failed to load resource')) faults.push(`console: ${m.text()}`); });
}

/** The serious faults axe finds on the page as it stands now, each with its rule and place. */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe.source);
  const results = await page.evaluate(async () => {
    // What fades in is looked at when it is there.
    await Promise.allSettled(document.getAnimations().filter((a) => a.effect?.getTiming().iterations !== Infinity).map((a) => a.finished));
    const { axe: here } = globalThis as unknown as { axe: { run(where: Document, o: object): Promise<AxeResults> } };
    return here.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return results.violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.filter((n) => !isOfTheLibrary(v.id, n)).map((n) => `${v.id} at ${n.target.join(' ')}: ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? v.help}`));
}

function visitOf(page: Page, address: string): Visit {
  const faults: string[] = [];
  watch(page, faults);
  return {
    page, faults,
    async go(path) {
      await page.goto(address + path);
      await drawn(page);
    },
    async look(what) {
      await drawn(page);
      // What was taken away while it was looked at is no fault; what is one is still there a moment later.
      const faults = await faultsOf(page);
      assert.deepEqual(faults.length === 0 ? [] : await faultsOf(page), [], `${what} (${page.url()})`);
      const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok((wide ?? 0) <= (screen ?? 0), `${what} is ${String(wide)} wide on a screen of ${String(screen)}`);
    },
  };
}

/** Waits until there is a heading and nothing is still being fetched. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.waiting, .ant-spin-spinning').first().waitFor({ state: 'hidden' });
}

/**
 * Picks an option of one of the library's selects, and waits until its list is gone.
 * @param typed what is typed first, where the list is searched
 */
export async function pick(select: Locator, option: string | RegExp, typed = ''): Promise<void> {
  const lists = select.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  await (typed ? select.fill(typed) : select.click());
  await lists.locator('.ant-select-item-option', { hasText: option }).first().click();
  // A list of which several may be picked stays open until one goes on.
  await select.blur();
  await lists.first().waitFor({ state: 'hidden' });
}

/** Starts house and browser for a test file; both end with it. @param more settings of this house */
export async function openBrowserStage(more: Readonly<Record<string, string>> = {}): Promise<BrowserStage> {
  const [house, browser] = await Promise.all([startHouse(more), openChromium()]);
  endings.push(() => browser.close());
  return stageOn(house, browser);
}

function stageOn({ address, later }: Running, browser: Browser): BrowserStage {
  const visits: Visit[] = [];
  const arrive: BrowserStage['arrive'] = async ({ size, dark, language = 'zh', type = 'usual', userAgent }) => {
    const context = await browser.newContext({ viewport: size, locale: language === 'en' ? 'en-US' : 'zh-CN', colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce', serviceWorkers: 'block', timezoneId: 'Asia/Shanghai', ...(userAgent ? { userAgent } : {}) });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(([l, t]) => { localStorage.setItem('niangjia.language', l); localStorage.setItem('niangjia.type', t); }, [language, type] as const);
    const page = await context.newPage();
    if (SLOWER > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const visit = visitOf(page, address);
    visits.push(visit);
    return visit;
  };
  const idOf = async (person: string): Promise<string> => {
    if (/^[0-9a-f]{8}-/.test(person)) return person;
    const { people } = await (await fetch(`${address}/api/v1/demo/cast`)).json() as { people: { id: string; name: string }[] };
    const id = people.find((p) => p.name === person)?.id;
    assert.ok(id, `${person} is not in the cast`);
    return id;
  };
  const cookieOf = async (person: string): Promise<string> => {
    const answer = await fetch(`${address}/api/v1/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-niangjia': '1' }, body: JSON.stringify({ person: await idOf(person) }) });
    const value = /^niangjia=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    assert.ok(value, `${person} could not sign in: ${await answer.text()}`);
    return value;
  };
  return {
    address, arrive, later,
    async enter(person, looks) {
      const [visit, value] = await Promise.all([arrive(looks), cookieOf(person)]);
      await visit.page.context().addCookies([{ name: 'niangjia', value, url: address }]);
      return visit;
    },
    async ask<T>(person: string, path: string) {
      const answer = await fetch(address + path, { headers: { cookie: `niangjia=${await cookieOf(person)}` } });
      assert.equal(answer.status, 200, path);
      return await answer.json() as T;
    },
    async journey(run) {
      try {
        await run();
        assert.deepEqual(visits.flatMap((v) => v.faults), []);
      } finally {
        await Promise.all(visits.splice(0).map((v) => v.page.context().close()));
      }
    },
  };
}
