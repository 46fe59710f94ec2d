import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';

const RUN = fileURLToPath(new URL('./run-tests.ts', import.meta.url));
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stderr } = spawnSync(process.execPath, [RUN, ...args], { env: { ...process.env, ...env } });
  return { status, said: stderr.toString() };
};

test('a run that finds no test is no success', () => {
  assert.deepEqual(run(['no-such-file']), { status: 1, said: 'No test file was found for no-such-file.\n' });
});

test('an unknown option is refused', () => {
  assert.equal(run(['--browsers']).status, 2);
});

test('a Chromium that is named but not there is not found', () => {
  const before = process.env['CHROMIUM'];
  process.env['CHROMIUM'] = '/nowhere/chromium';
  assert.equal(findChromium(), null);
  if (before === undefined) delete process.env['CHROMIUM'];
  else process.env['CHROMIUM'] = before;
});
