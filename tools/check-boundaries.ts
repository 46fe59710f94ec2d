import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FAULTS } from './check-boundaries.faults.ts';
import type { Finding } from './check-report.ts';
import { filesBelow, HOUSE, run } from './check-run.ts';

type Cruised = {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[]; ruleSetUsed: { forbidden: { name: string; comment?: string }[] } };
};

async function cruise(house: string): Promise<Cruised> {
  const { out, err } = await run('dependency-cruiser/bin/dependency-cruise.mjs', ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'], { cwd: house });
  if (!out.startsWith('{')) throw new Error(`dependency-cruiser said nothing: ${err}`);
  return JSON.parse(out) as Cruised;
}

/** The cruise must have seen this many modules at the very least, and nearly every file there is. */
const FLOOR = 600;

/** Imports go down, by the front door, never sideways (rules in .dependency-cruiser.mjs). */
export async function checkBoundaries(): Promise<Finding> {
  const { modules, summary } = await cruise(HOUSE);
  const why = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment ?? '']));
  const faults = summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.cycle ? v.cycle.map((step) => step.name).join(' → ') : v.to}  (${why.get(v.rule.name) ?? ''})`);
  const seen = modules.filter((m) => m.source.startsWith('src/')).length;
  const there = (await filesBelow('src')).filter((file) => /[.]tsx?$/.test(file)).length;
  return { check: 'boundaries', looked: seen, of: 'modules', floor: Math.max(FLOOR, Math.floor(there * 0.98)), faults, note: `${why.size} rules` };
}

async function plant(copy: string): Promise<void> {
  for (const name of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) await cp(join(HOUSE, name), join(copy, name), { recursive: true });
  await symlink(join(HOUSE, 'node_modules'), join(copy, 'node_modules'), 'dir');
  const files = FAULTS.flatMap(({ file, text, also }) => [[file, text] as const, ...Object.entries(also ?? {})]);
  for (const [file, text] of files) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await writeFile(join(copy, file), text);
  }
}

/** Plants one fault against each boundary rule in a copy of src and insists that each is found where it was planted. */
export async function checkBoundariesBite(): Promise<Finding> {
  const copy = await mkdtemp(join(tmpdir(), 'boundaries-'));
  try {
    await plant(copy);
    const { summary } = await cruise(copy);
    const found = new Set(summary.violations.flatMap((v) => [v.from, ...(v.cycle ?? []).map((step) => step.name)].map((file) => `${v.rule.name} ${file}`)));
    const missed = FAULTS.filter(({ rule, file }) => !found.has(`${rule} ${file}`)).map(({ rule, file }) => `${rule} does not find the fault planted as ${file}`);
    const tried = new Set(FAULTS.map((fault) => fault.rule));
    const untried = summary.ruleSetUsed.forbidden.filter(({ name }) => !tried.has(name)).map(({ name }) => `nobody plants a fault against ${name}`);
    return { check: 'planted', looked: FAULTS.length, of: 'planted faults', floor: 28, faults: [...missed, ...untried] };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
