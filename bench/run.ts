/**
 * Measures what targets promise, as ratios inside one run, and writes them into bench/RESULTS.md, each bench its own section.
 * `npm run bench` runs all, `npm run bench -- pages import` some; sizes by `NIANGJIA_BENCH_MEMBERS` (default 10000,100000,1000000),
 * those of `ballot` by `NIANGJIA_BENCH_PAPERS` (default 100000,1000000), those of `suggestions` by `NIANGJIA_BENCH_SUGGESTIONS` (default 7148,230000).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ImportFigures } from './import.ts';
import { benchBallot } from './ballot.ts';
import { benchCountdown } from './countdown.ts';
import { benchFlashSale } from './flash-sale.ts';
import { benchLedger } from './ledger.ts';
import { benchPages } from './pages.ts';
import { benchSimilar } from './similar.ts';
import { benchStart } from './start.ts';
import { benchSuggestions } from './suggestions.ts';
import { benchSurvey } from './survey.ts';

/** One line of the record. */
export type Line = { readonly figure: string; readonly value: string; readonly against: string; readonly ratio: string };

async function benchImport(): Promise<Line[]> {
  // a process of its own, as the command is one, so that only its memory is counted
  const said = execFileSync(process.execPath, ['--max-semi-space-size=8', fileURLToPath(new URL('./import.ts', import.meta.url)), '100000', '10', 'json'], { encoding: 'utf8' });
  const f = JSON.parse(said.trim().split('\n').at(-1) ?? '') as ImportFigures;
  return [
    { figure: `roster of ${f.rows.toLocaleString('en')} rows, every tenth bad, with report`, value: `${f.seconds.toFixed(1)} s, ${Math.round(f.rssMegabytes)} MB`, against: `reading the same file: ${f.readingSeconds.toFixed(1)} s`, ratio: f.ratioToReading.toFixed(2) },
  ];
}

const BENCHES: Readonly<Record<string, () => Promise<Line[]>>> = {
  pages: benchPages, import: benchImport, ledger: benchLedger, start: benchStart, similar: benchSimilar, suggestions: benchSuggestions, survey: benchSurvey, 'flash-sale': benchFlashSale, countdown: benchCountdown, ballot: benchBallot,
};

const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url));
const HEAD = '# Results\n\nEach section is of its last run: server, database and load on one machine. Ratios compare, absolute figures belong to the machine.\n';

/** The sections of the record so far, by name. */
function recorded(): Map<string, string> {
  const text = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '';
  return new Map(text.split(/^(?=## )/m).slice(1).map((section) => [/^## (\S+)/.exec(section)?.[1] ?? '', section.trimEnd()]));
}

function section(name: string, lines: readonly Line[]): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const where = `Commit ${commit}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} at the end.`;
  return `## ${name}\n\n${where}\n\n| figure | value | held against | ratio |\n|---|---|---|---|\n${lines.map((l) => `| ${l.figure} | ${l.value} | ${l.against} | ${l.ratio} |`).join('\n')}`;
}

const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const run = BENCHES[name];
  if (run === undefined) throw new Error(`no bench is called ${name}: ${Object.keys(BENCHES).join(', ')}`);
  const lines = await run();
  for (const l of lines) process.stdout.write(`${l.figure}: ${l.value} (${l.against}; ratio ${l.ratio})\n`);
  const all = recorded().set(name, section(name, lines));
  writeFileSync(RESULTS, `${[HEAD, ...Object.keys(BENCHES).flatMap((n) => all.get(n) ?? [])].join('\n\n')}\n`);
}
process.exit(0);
