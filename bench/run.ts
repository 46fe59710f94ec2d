/**
 * Measures what targets promise, as ratios inside one run, and rewrites bench/RESULTS.md.
 * `npm run bench` runs all, `npm run bench -- pages import ledger start` some; sizes by `NIANGJIA_BENCH_MEMBERS` (default 10000,100000).
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { bench as importBench } from './import.ts';
import { benchLedger } from './ledger.ts';
import { benchPages } from './pages.ts';
import { benchStart } from './start.ts';

/** One line of the record. */
export type Line = { readonly figure: string; readonly value: string; readonly against: string; readonly ratio: string };

async function benchImport(): Promise<Line[]> {
  const f = await importBench({ rows: 100_000, bad: 10 });
  return [
    { figure: `roster of ${f.rows.toLocaleString('en')} rows, every tenth bad, with report`, value: `${f.seconds.toFixed(1)} s, ${Math.round(f.rssMegabytes)} MB`, against: `reading the same file: ${f.readingSeconds.toFixed(1)} s`, ratio: f.ratioToReading.toFixed(2) },
  ];
}

const BENCHES: Readonly<Record<string, () => Promise<Line[]>>> = { pages: benchPages, import: benchImport, ledger: benchLedger, start: benchStart };

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const sections: string[] = [];
for (const name of names) {
  const run = BENCHES[name];
  if (run === undefined) throw new Error(`no bench is called ${name}: ${Object.keys(BENCHES).join(', ')}`);
  const lines = await run();
  for (const l of lines) process.stdout.write(`${l.figure}: ${l.value} (${l.against}; ratio ${l.ratio})\n`);
  sections.push(`## ${name}\n\n| figure | value | held against | ratio |\n|---|---|---|---|\n${lines.map((l) => `| ${l.figure} | ${l.value} | ${l.against} | ${l.ratio} |`).join('\n')}\n`);
}
if (asked.length === 0) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const head = `# Results of the last whole run\n\nCommit ${commit}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; server, database and load on the same machine. Ratios compare, absolute figures belong to the machine.\n\n`;
  writeFileSync(fileURLToPath(new URL('./RESULTS.md', import.meta.url)), head + sections.join('\n'));
}
process.exit(0);
