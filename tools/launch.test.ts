import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const LAUNCH = fileURLToPath(new URL('./launch.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'niangjia-launch-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const { installed } = (await import(LAUNCH)) as { installed: (house: string, bare?: boolean) => boolean };

/** A house with these packages wanted and these there; null: no such file. */
function house(wanted: object | null, there: object | null): string {
  const at = mkdtempSync(join(folder, 'house-'));
  if (wanted) writeFileSync(join(at, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (there) {
    mkdirSync(join(at, 'node_modules'));
    writeFileSync(join(at, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: there }));
  }
  return at;
}

const pg = (version: string, more: object = {}) => ({ 'node_modules/pg': { version, ...more } });

test('what is missing or of another version is installed again', () => {
  assert.equal(installed(house(pg('8.0.0'), null)), false);
  assert.equal(installed(house(pg('8.0.0'), {})), false);
  assert.equal(installed(house(pg('8.0.1'), pg('8.0.0'))), false);
  assert.equal(installed(house(pg('8.0.0', { dev: true }), {})), false);
  assert.equal(installed(house(pg('8.0.0'), {}), true), false);
  const unnoted = house(pg('8.0.0'), null);
  mkdirSync(join(unnoted, 'node_modules'));
  assert.equal(installed(unnoted), false);
});

test('what is there is left alone: other platforms’ packages, a folder without lock, a linked folder', () => {
  assert.equal(installed(house({ '': { version: '0.1.0' }, ...pg('8.0.0') }, pg('8.0.0'))), true);
  assert.equal(installed(house({ ...pg('8.0.0'), 'node_modules/win': { version: '1.0.0', optional: true } }, pg('8.0.0'))), true);
  assert.equal(installed(house(null, {})), true);
  const linked = house(pg('8.0.0'), null);
  symlinkSync(folder, join(linked, 'node_modules'));
  assert.equal(installed(linked), true);
});

test('running the product asks for no package that only develops it', () => {
  assert.equal(installed(house({ ...pg('8.0.0'), 'node_modules/axe': { version: '1.0.0', dev: true } }, pg('8.0.0')), true), true);
  assert.equal(installed(house({ ...pg('8.0.0'), 'node_modules/axe': { version: '1.0.0', dev: true } }, pg('8.0.0')), false), false);
});

test('without a file, or with one that is not there, it says so and ends with 1', () => {
  const none = spawnSync(process.execPath, [LAUNCH]);
  assert.deepEqual([none.status, none.stderr.toString().split('\n').length], [1, 3]);
  const missing = spawnSync(process.execPath, [LAUNCH, 'src/missing.ts']);
  assert.equal(missing.status, 1);
  assert.match(missing.stderr.toString(), /There is no file src\/missing\.ts/);
});

const script = join(folder, 'script.ts');
writeFileSync(script, `
const typed: string = process.argv.slice(2).join(' ');
process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(7); });
console.log(JSON.stringify({ node: process.versions.node, typed, file: process.argv[1] }));
if (typed.startsWith('exit')) process.exit(3);
setInterval(() => {}, 1000);
`);

/** Nodes to start from: our own, and the machine's when it is another. */
const machine = (process.env['PATH'] ?? '').split(delimiter).filter((part) => !part.includes('node_modules')).map((part) => join(part, 'node')).find(existsSync);
for (const [name, node] of [['its own Node', process.execPath], ['the machine’s Node', machine ?? '']] as const) {
  const skip = node === '' ? 'the machine has no other Node' : false;

  test(`from ${name}: arguments and exit code pass, TypeScript runs on Node 24`, { skip }, () => {
    const { stdout, status, stderr } = spawnSync(node, [LAUNCH, script, 'exit', '--now', 'a b']);
    assert.equal(status, 3, stderr.toString());
    const said = JSON.parse(stdout.toString()) as { node: string; typed: string; file: string };
    assert.match(said.node, /^24\./);
    assert.deepEqual([said.typed, said.file], ['exit --now a b', script]);
  });

  test(`from ${name}: a signal arrives and the answer to it comes back`, { skip, timeout: 30_000 }, async () => {
    const child = spawn(node, [LAUNCH, script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [status] = (await once(child, 'close')) as [number];
    assert.equal(status, 7);
    assert.match(Buffer.concat(output).toString(), /asked to stop/);
  });

  test(`from ${name}: killed with -9, it leaves nothing running`, { skip, timeout: 30_000 }, async () => {
    const child = spawn(node, [LAUNCH, script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    // The pipe closes when the last process that holds it has ended.
    child.stdout.resume();
    await once(child.stdout, 'close');
  });
}
