import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Line } from './run.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** Seconds from the start of the process to the first healthy answer; then it is ended as Ctrl-C would. */
async function startOnce(dataDir: string, port: number): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' }, stdio: 'ignore' });
  for (;;) {
    const up = await fetch(`http://127.0.0.1:${port}/healthz`).then((r) => r.ok, () => false);
    if (up) break;
    if (child.exitCode !== null) throw new Error(`the start ended with ${child.exitCode}`);
    await new Promise((go) => setTimeout(go, 25));
  }
  const seconds = (performance.now() - begun) / 1000;
  child.kill('SIGINT');
  await once(child, 'exit');
  return seconds;
}

/** The first start (empty folder, demonstration loaded) and the next one. */
export async function benchStart(): Promise<Line[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-start-'));
  const first = await startOnce(dataDir, 21_801);
  const again = await startOnce(dataDir, 21_802);
  await rm(dataDir, { recursive: true, force: true });
  return [
    { figure: 'first start: new database, migrations, demonstration federation (apps built before)', value: `${first.toFixed(1)} s`, against: 'starting again', ratio: (first / again).toFixed(1) },
    { figure: 'start again', value: `${again.toFixed(1)} s`, against: 'target 3 s', ratio: (again / 3).toFixed(2) },
  ];
}
