import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { drawStory } from '#test/draws';
import { documentHash } from '#engines/claims';

const folder = await mkdtemp(join(tmpdir(), 'niangjia-draw-'));
after(() => rm(folder, { recursive: true, force: true }));
const dataDir = join(folder, 'data');
const file = join(folder, 'result.json');

/** The command as it is typed, where no database is and none could be opened. */
function verify(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('./cli.ts', import.meta.url)), 'draw-verify', ...args], {
    encoding: 'utf8', env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
  });
  assert.equal(existsSync(dataDir), false, 'it must not open a database');
  return { status, out: stdout, err: stderr };
}

test('draw-verify without a file, or with one that is not there, says what to do', () => {
  const without = verify();
  assert.equal(without.status, 1);
  assert.match(without.err, /用法：npm run cli -- draw-verify FILE/);
  const missing = verify(join(folder, 'nowhere.json'));
  assert.equal(missing.status, 1);
  assert.match(missing.err, /找不到文件[\s\S]*There is no file/);
  assert.equal(verify(file, '--notice', 'abc').status, 1);
});

test('draw-verify refuses what is no result and what was changed, and says why in both languages', async () => {
  await writeFile(file, 'hello');
  const none = verify(file);
  assert.equal(none.status, 1);
  assert.match(none.out, /✗ 这不是抽签结果文件[\s\S]*This is no result file/);
  const d = drawStory();
  await writeFile(file, JSON.stringify({ ...d, winners: d.winners.map((w) => (w.rank === 1 ? { ...w, token: d.order[6] } : w)) }));
  const changed = verify(file);
  assert.equal(changed.status, 1);
  assert.match(changed.out, /✗ 中签者不是次序最前的人/);
  assert.match(changed.out, /2 checks failed/);
});

test('draw-verify finds nothing wrong with a whole result, and compares the notice that was posted', async () => {
  const d = drawStory();
  await writeFile(file, JSON.stringify(d));
  const { status, out } = verify(file, '--notice', documentHash(d.notice));
  assert.equal(status, 0, out);
  assert.match(out, /全部相符/);
  assert.equal(out.match(/^✓/gm)?.length, 11);
  const other = verify(file, '--notice', '0'.repeat(64));
  assert.equal(other.status, 1);
  assert.match(other.out, /✗ 封存公告的指纹是/);
});
