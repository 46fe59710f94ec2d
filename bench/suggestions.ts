import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Line } from './run.ts';
import type { Works } from './steelworks.ts';

/** Sizes by `NIANGJIA_BENCH_SUGGESTIONS`, the first is what the others are held against: the factory of source 002 and a steelworks. */
const SIZES = (process.env['NIANGJIA_BENCH_SUGGESTIONS'] ?? '7148,230000').split(',').map(Number);
const WORKS = fileURLToPath(new URL('./steelworks.ts', import.meta.url));

/** Each size in a process of its own, started as the server is, so that memory is that of one; the sheet is made by another. */
function works(folder: string, rows: number): Works {
  const file = join(folder, `${rows}.xlsx`);
  execFileSync(process.execPath, [WORKS, 'make', file, String(rows)], { stdio: 'inherit' });
  const said = execFileSync(process.execPath, ['--max-semi-space-size=8', WORKS, 'run', file, String(rows)], { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Works;
}

const n = (x: number): string => x.toLocaleString('en');
const PHASES = { upload: 'sent and kept', check: 'looked at', take: 'taken over', undo: 'taken back' } as const;

function importLines(base: Works, w: Works): Line[] {
  const lines = (Object.keys(PHASES) as (keyof typeof PHASES)[]).map((phase): Line => {
    const [a, b] = [w.phases[phase], base.phases[phase]];
    return {
      figure: `register of ${n(w.rows)} rows ${PHASES[phase]}`, value: `${a.seconds.toFixed(1)} s, ${a.processor.toFixed(1)} s of processors, ${a.megabytes} MB`,
      against: `a row of ${n(base.rows)}: ${((b.processor / base.rows) * 1e6).toFixed(0)} µs of processors`, ratio: (a.processor / w.rows / (b.processor / base.rows)).toFixed(2),
    };
  });
  const whole = (['upload', 'check', 'take'] as const).reduce((sum, phase) => sum + w.phases[phase].seconds, 0);
  return [...lines, { figure: `register of ${n(w.rows)} rows, all of it until the suggestions stand there`, value: `${whole.toFixed(1)} s, ${w.phases.take.megabytes} MB`, against: 'target 90 s, 700 MB', ratio: (whole / 90).toFixed(2) }];
}

function pageLines(base: Works, w: Works): Line[] {
  const before = new Map(base.pages.map((p) => [p.page, p]));
  return w.pages.map(({ page, p50, most }) => {
    const plain = !page.startsWith('indicators') ? null : page.includes('year') && !page.includes('five') ? w.plain.year : w.plain.years;
    const than = before.get(page)?.p50 ?? 0;
    return {
      figure: `${page}, ${n(w.rows)} suggestions, ${n(w.people)} people`, value: `p50 ${p50.toFixed(0)} ms, most ${most.toFixed(0)} ms`,
      against: `${n(base.rows)}: p50 ${than.toFixed(0)} ms${plain === null ? '' : `; the bare statement that counts by unit, month and kind: ${plain.toFixed(0)} ms`}`, ratio: (p50 / (plain ?? than)).toFixed(1),
    };
  });
}

/** A register of suggestions and the pages over it, at the size of a factory and of a steelworks. */
export async function benchSuggestions(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'niangjia-bench-'));
  try {
    const [base, ...others] = SIZES.map((rows) => works(folder, rows));
    if (base === undefined) return [];
    return (others.length === 0 ? [base] : others).flatMap((w) => [...importLines(base, w), ...pageLines(base, w), { figure: `first look-alikes after a restart, ${n(w.rows)} suggestions`, value: `${w.firstLook.toFixed(0)} ms`, against: `${n(base.rows)}: ${base.firstLook.toFixed(0)} ms`, ratio: (w.firstLook / w.rows / (base.firstLook / base.rows)).toFixed(2) }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
