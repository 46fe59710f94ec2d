import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

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
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
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
  if (apt('update') !== 0 || apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk') !== 0) return null;
  return findChromium();
}
