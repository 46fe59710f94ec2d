import type { Finding } from './check-report.ts';
import { filesBelow, run } from './check-run.ts';

const own = (path: string): boolean => !path.includes('node_modules');
const codeFiles = async (): Promise<number> => (await filesBelow()).filter((file) => /^(src|test|tools|bench)\/.+[.]tsx?$/.test(file)).length;

/** Types, by the native TypeScript 7: six times as fast as the 5.9 that the tools parse with. */
export async function checkTypes(): Promise<Finding> {
  const { out, err } = await run('@typescript/native/bin/tsc', ['--noEmit', '-p', 'tsconfig.json', '--listFiles', '--pretty', 'false']);
  const lines = `${out}\n${err}`.split('\n');
  const looked = lines.filter((line) => /[.](ts|tsx)$/.test(line) && !/: error /.test(line) && own(line)).length;
  const faults = lines.filter((line) => /error TS\d+/.test(line));
  return { check: 'types', looked, of: 'files', floor: Math.max(600, await codeFiles()), faults };
}

type Diagnostic = { readonly category: string; readonly severity: string; readonly message?: string; readonly description?: string; readonly location?: { readonly path?: string | { readonly file?: string }; readonly start?: { readonly line?: number } } };

/** Lint, by biome; its rules are in biome.json. */
export async function checkLint(): Promise<Finding> {
  const { out, err } = await run('@biomejs/biome/bin/biome', ['lint', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings']);
  const start = out.indexOf('{');
  if (start < 0) throw new Error(`biome said nothing: ${err}`);
  const said = JSON.parse(out.slice(start)) as { summary: { changed: number; unchanged: number }; diagnostics: Diagnostic[] };
  const faults = said.diagnostics
    .filter((d) => d.severity !== 'information' && d.severity !== 'hint')
    .map((d) => {
      const path = typeof d.location?.path === 'string' ? d.location.path : (d.location?.path?.file ?? '');
      return `${path}:${d.location?.start?.line ?? ''} ${d.category}: ${d.message ?? d.description ?? ''}`;
    });
  return { check: 'lint', looked: said.summary.unchanged + said.summary.changed, of: 'files', floor: await codeFiles(), faults };
}

type Issues = { readonly file: string } & Readonly<Record<string, unknown>>;
const named = (value: unknown): string => (typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value));

/** Files, exports and dependencies that nobody uses, by knip; its entries are in knip.json. */
export async function checkDead(): Promise<Finding> {
  const { out, err } = await run('knip/bin/knip.js', ['--reporter', 'json', '--no-progress', '--no-exit-code', '--no-config-hints']);
  const start = out.indexOf('{');
  if (start < 0) throw new Error(`knip said nothing: ${err}`);
  const { issues } = JSON.parse(out.slice(start)) as { issues: Issues[] };
  const faults = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, list]) => (Array.isArray(list) ? list.map((one) => `${file} ${kind}: ${Array.isArray(one) ? one.map(named).join(', ') : named(one)}`) : [])),
  );
  return { check: 'dead code', looked: await codeFiles(), of: 'files', floor: 600, faults };
}
