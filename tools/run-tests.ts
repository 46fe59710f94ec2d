/**
 * Runs the tests: `npm test`, `npm test -- roster` (files whose path contains it), `-- --browser` (only the browser
 * tests), `-- --no-browser` (without them). One PostgreSQL for the run; each test file has its own database on it.
 * A browser file that failed is run once more by itself: what passes then was a machine in a hurry, and is said loudly.
 */
import { glob } from 'node:fs/promises';
import { join, relative } from 'node:path';
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
/**
 * The files that take longest begin first, so that none is left over at the end while a core has nothing to do. The first two make the two
 * demonstrations that all others clone, beside each other.
 */
const LONG = [/^test\/house\/malformed/, /^test\/browser\/clubs/, /^test\/house\/probes/, /^test\/browser\/(looks|organisation|draws|lists)/, /^test\/browser\//, /^test\/(journeys|house)\//];
const SLOWEST_TOLD = 10;
/** Each file is a process that loads much of the product: what one has compiled, all others take from here. */
process.env['NODE_COMPILE_CACHE'] ??= join(HOUSE, '.tmp/compiled');

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

type Ran = { readonly tests: number; readonly good: boolean; readonly failed: ReadonlySet<string>; readonly seconds: ReadonlyMap<string, number> };

async function runOnce(paths: readonly string[], signal: AbortSignal): Promise<Ran> {
  const [failed, seconds] = [new Set<string>(), new Map<string, number>()];
  let [tests, good] = [0, false];
  const events = run({ files: paths.map((file) => `${HOUSE}${file}`), cwd: HOUSE, concurrency: FILES_AT_ONCE, timeout: LONGEST_FILE, signal });
  events.on('test:summary', ({ file, counts, success }) => {
    if (file !== undefined) return;
    tests = counts.tests - counts.skipped;
    good = success;
  });
  events.on('test:fail', ({ file }) => { if (file !== undefined) failed.add(relative(HOUSE, file)); });
  events.on('test:complete', ({ name, file, details }) => { if (file !== undefined && name === file) seconds.set(relative(HOUSE, file), details.duration_ms / 1000); });
  for await (const text of events.compose(spec)) process.stdout.write(text as string);
  return { tests, good, failed, seconds };
}

async function runFiles(paths: string[], signal: AbortSignal): Promise<number> {
  const rank = (path: string): number => [...LONG, /./].findIndex((kind) => kind.test(path));
  const first = await runOnce(paths.toSorted((a, b) => rank(a) - rank(b)), signal);
  const again: string[] = [];
  for (const file of [...first.failed].filter(inBrowser)) {
    if (signal.aborted) break;
    process.stdout.write(`\n${file} failed; it is run once more, alone.\n`);
    if ((await runOnce([file], signal)).good) again.push(file);
  }
  const slowest = [...first.seconds].sort(([, a], [, b]) => b - a).slice(0, SLOWEST_TOLD);
  if (slowest.length > 1) process.stdout.write(`\nSlowest files:\n${slowest.map(([file, s]) => `${s.toFixed(1).padStart(7)} s  ${file}\n`).join('')}`);
  for (const file of again) process.stderr.write(`\n*** PASSED ON THE SECOND RUN: ${file} ***\n`);
  if (first.tests === 0) process.stderr.write('No test ran.\n');
  return first.tests > 0 && (first.good || (first.failed.size > 0 && [...first.failed].every((file) => again.includes(file)))) ? 0 : 1;
}

function sayLeftOut(): void {
  if (leftOut > 0) process.stderr.write(`\n*** LEFT OUT: ${leftOut} files of browser tests${options.includes('--no-browser') ? ' (--no-browser)' : ', because there is no Chromium'}. ***\n\n`);
}

function end(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
