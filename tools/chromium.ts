import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The browser without a window of its own comes first: it draws the same pages with a third less work. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of a Chromium on this machine (the setting CHROMIUM first), or null. */
export function findChromium(): string | null {
  const own = process.env['CHROMIUM'];
  if (own) return runs(own) ? own : null;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...ELSEWHERE].find(runs) ?? null;
}

/**
 * Installs Debian's Chromium and a Chinese typeface where this user may do so.
 * @returns its path, or null with the reason said on standard error
 */
export function installChromium(): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  process.stderr.write('Installing Chromium and a Chinese typeface for the browser tests (apt-get) …\n');
  const apt = (...args: string[]): number | null =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 }).status;
  if (apt('update') !== 0) return null;
  // Older releases have the whole browser only.
  const got = ['chromium-headless-shell', 'chromium'].some((name) => apt('install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk') === 0);
  return got ? findChromium() : null;
}

/** Opens the Chromium of this machine, asking nobody outside. @throws when there is none */
export async function openChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium; install one, or name it in CHROMIUM.');
  return chromium.launch({ executablePath, args: SWITCHES });
}
