/**
 * Runs the tests: `npm test`, `npm test -- roster` (files whose path contains it), `-- --browser` (only the browser
 * tests), `-- --no-browser` (without them). One PostgreSQL for the run; each test file has its own database on it.
 */
import { glob } from 'node:fs/promises';
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { log } from '#platform/log';
import { startTestServer, TEST_SERVER } from '../test/postgres.ts';
import { findChromium, installChromium } from './chromium.ts';

const HOUSE = fileURLToPath(new URL('..', import.meta.url));
const FILES = ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'];
const FILES_AT_ONCE = 2;
/** A file that takes longer hangs. */
const LONGEST_FILE = 600_000;

const options = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const filters = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const unknown = options.find((option) => !['--browser', '--no-browser'].includes(option));
if (unknown) end(2, `There is no option ${unknown}; there are --browser and --no-browser.`);

const inBrowser = (file: string): boolean => file.startsWith('test/browser/');
const found: string[] = [];
for await (const file of glob(FILES, { cwd: HOUSE })) found.push(file.replaceAll('\\', '/'));
found.sort();
const asked = found.filter((file) => filters.length === 0 || filters.some((filter) => file.includes(relative(HOUSE, filter)) || file.includes(filter)));
const browserFiles = options.includes('--no-browser') ? [] : asked.filter(inBrowser);
const otherFiles = options.includes('--browser') ? [] : asked.filter((file) => !inBrowser(file));

const chromium = browserFiles.length > 0 ? (findChromium() ?? installChromium()) : null;
if (browserFiles.length > 0 && !chromium && (process.env['CI'] === 'true' || options.includes('--browser'))) {
  end(1, 'The browser tests cannot run: there is no Chromium. Install one, or name it in CHROMIUM.');
}
if (chromium) process.env['CHROMIUM'] = chromium;
const leftOut = chromium ? 0 : asked.filter(inBrowser).length;
const files = [...otherFiles, ...(chromium ? browserFiles : [])];
if (files.length === 0) end(1, `No test file was found${filters.length > 0 ? ` for ${filters.join(', ')}` : ''}.`);

process.exitCode = await runAll(files);
sayLeftOut();

async function runAll(paths: string[]): Promise<number> {
  process.env['LOG_LEVEL'] ??= 'silent';
  log.level = process.env['LOG_LEVEL'];
  // Once for all: two files that found the apps stale would build them on top of each other.
  if (paths.some(inBrowser)) await (await import('./build-web.ts')).buildWebIfStale();
  const { server, release, stop } = await startTestServer();
  process.env[TEST_SERVER] = JSON.stringify(server);
  process.stdout.write(`${paths.length} test files on PostgreSQL ${release}\n`);
  sayLeftOut();
  const stopping = new AbortController();
  const stopNow = (): void => stopping.abort();
  process.once('SIGINT', stopNow).once('SIGTERM', stopNow);
  try {
    return await runFiles(paths, stopping.signal);
  } finally {
    await stop();
  }
}

async function runFiles(paths: string[], signal: AbortSignal): Promise<number> {
  let ran = 0;
  let good = false;
  const events = run({ files: paths.map((file) => `${HOUSE}${file}`), cwd: HOUSE, concurrency: FILES_AT_ONCE, timeout: LONGEST_FILE, signal });
  events.on('test:summary', ({ file, counts, success }) => {
    if (file !== undefined) return;
    ran = counts.tests - counts.skipped;
    good = success;
  });
  for await (const text of events.compose(spec)) process.stdout.write(text as string);
  if (ran > 0) return good ? 0 : 1;
  process.stderr.write('No test ran.\n');
  return 1;
}

function sayLeftOut(): void {
  if (leftOut > 0) process.stderr.write(`\n*** LEFT OUT: ${leftOut} files of browser tests${options.includes('--no-browser') ? ' (--no-browser)' : ', because there is no Chromium'}. ***\n\n`);
}

function end(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
