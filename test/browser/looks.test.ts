import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { DESK, openBrowserStage, PHONE } from './stage.ts';

const stage = await openBrowserStage();
const PHONE_PAGES = ['/', '/services', '/letters', '/letters/new', '/letters/board', '/messages', '/me', '/card', '/mine'];
const DESK_PAGES = ['/console/', '/console/letters', '/console/joining', '/console/members', '/console/unions', '/console/rosters'];

/** What the screen itself says: menus, buttons, tabs, labels, columns and what is read aloud, without names and what people wrote. */
const ownWords = (page: Page): Promise<string[]> => page.evaluate(() => {
  const places = 'nav a, nav span, button, button span, label, th, legend, dt, summary, .tile small, .tile i, .cardhead h2, .servicegrid a, [aria-label], [placeholder]';
  return [...document.querySelectorAll<HTMLElement>(places)]
    .filter((e) => e.closest('td, .row, .thing, .crumbs, .asidecard, .avatar') === null && e.offsetParent !== null)
    .flatMap((e) => [...[...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.textContent ?? ''), e.getAttribute('aria-label') ?? '', e.getAttribute('placeholder') ?? ''])
    .filter((text) => text.trim() !== '');
});

test('in English the phone and the desk speak English; only names and what people wrote stay as they are', () => stage.journey(async () => {
  const phone = await stage.enter('王建军', { size: PHONE, language: 'en' });
  const desk = await stage.enter('高鑫', { size: DESK, language: 'en' });
  for (const [visit, path] of [[phone, '/'], [desk, '/console/']] as const) {
    await visit.go(path);
    await visit.look(`${path} in English`);
    const said = await ownWords(visit.page);
    assert.ok(said.length > 8, path);
    const names = /王建军|高鑫|^高$|华北分公司工会|北京亦庄项目部|中文/gu;
    assert.deepEqual(said.filter((text) => /\p{Script=Han}/u.test(text.trim().replace(names, ''))), [], path);
  }
}));

for (const [what, looks] of [['the largest type', { type: 'largest' }], ['dark', { dark: true }]] as const) {
  test(`${what}: every main page of the phone fits and can be read`, () => stage.journey(async () => {
    const phone = await stage.enter('王建军', { size: PHONE, ...looks });
    for (const path of PHONE_PAGES) {
      await phone.go(path);
      await phone.look(`${path}, ${what}`);
    }
  }));
  test(`${what}: every main page of the desk fits and can be read`, () => stage.journey(async () => {
    const desk = await stage.enter('高鑫', { size: DESK, ...looks });
    for (const path of DESK_PAGES) {
      await desk.go(path);
      await desk.look(`${path}, ${what}`);
    }
  }));
}
