/**
 * `npm run check`: everything that can be known without running the product. Each check prints how much it looked at
 * and fails when that is less than its floor. `npm run check -- types words` runs those whose names contain a word given.
 */
import { checkBoundaries, checkBoundariesBite } from './check-boundaries.ts';
import { checkLicences } from './check-licences.ts';
import { checkDead, checkLint, checkTypes } from './check-programs.ts';
import { type Finding, passed, told } from './check-report.ts';
import { checkCode, checkMigrations, checkRooms, checkTexts, checkWords } from './check-tidy.ts';

const CHECKS: readonly (readonly [name: string, check: () => Promise<Finding>])[] = [
  ['types', checkTypes],
  ['lint', checkLint],
  ['boundaries', checkBoundaries],
  ['planted', checkBoundariesBite],
  ['dead code', checkDead],
  ['tidy code', checkCode],
  ['rooms', checkRooms],
  ['words', checkWords],
  ['texts', checkTexts],
  ['migrations', checkMigrations],
  ['licences', checkLicences],
];

/** The first four are programs of their own; more at once only wait for each other. */
const AT_ONCE = 3;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function timed([name, check]: (typeof CHECKS)[number]): Promise<Finding> {
  const begun = performance.now();
  const finding = await check().catch((error: unknown): Finding => ({ check: name, looked: 0, of: 'things', floor: 1, faults: [`it broke off: ${error instanceof Error ? error.stack : String(error)}`] }));
  say(told(finding, (performance.now() - begun) / 1000));
  return finding;
}

async function runAll(checks: typeof CHECKS): Promise<Finding[]> {
  const waiting = [...checks];
  const found: Finding[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) found.push(await timed(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

const wanted = process.argv.slice(2);
const chosen = CHECKS.filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (chosen.length === 0) {
  say(`There is no check called ${wanted.join(', ')}; there are ${CHECKS.map(([name]) => name).join(', ')}.`);
  process.exit(2);
}
const found = await runAll(chosen);
const failed = found.filter((finding) => !passed(finding));
say(failed.length === 0 ? `${found.length} checks passed.` : `${failed.length} of ${found.length} checks failed: ${failed.map((f) => f.check).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
