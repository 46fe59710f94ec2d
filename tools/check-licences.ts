import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './check-report.ts';
import { HOUSE } from './check-run.ts';

const FREE = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'PostgreSQL', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'Zlib']);

/** Packages under other licences, and why they are here all the same (docs/decisions/0007-libraries.md). */
const REASONED: readonly { readonly name: RegExp; readonly licences: readonly string[]; readonly why: string }[] = [
  { name: /^@img\/sharp-/, licences: ['LGPL-3.0-or-later'], why: 'libvips, a shared library that sharp loads and anyone may replace' },
  { name: /^lightningcss(-|$)/, licences: ['MPL-2.0'], why: 'used by vite while building; no part of it is shipped' },
];

type Locked = { readonly license?: string; readonly dev?: boolean; readonly devOptional?: boolean; readonly optional?: boolean };

/** Whether a licence expression (`(MIT OR CC0-1.0)`, `Apache-2.0 AND MIT`) can be met with the licences of a set. */
export function meets(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(bare)) return bare.split(' OR ').some((part) => meets(part, allowed));
  if (/ AND /.test(bare)) return bare.split(' AND ').every((part) => meets(part, allowed));
  return allowed.has(bare);
}

function licenceOf(path: string, locked: Locked): string {
  if (locked.license) return locked.license;
  const own = join(HOUSE, path, 'package.json');
  const said = existsSync(own) ? (JSON.parse(readFileSync(own, 'utf8')) as { license?: string }).license : undefined;
  return said ?? 'no licence';
}

/** Every package that production installs is free to use, or stands in the list of reasoned exceptions. */
export async function checkLicences(): Promise<Finding> {
  const { packages } = JSON.parse(readFileSync(join(HOUSE, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const production = Object.entries(packages).filter(([path, p]) => path !== '' && !p.dev && !(p.devOptional && !p.optional));
  let excused = 0;
  const faults: string[] = [];
  for (const [path, locked] of production) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = licenceOf(path, locked);
    if (meets(licence, FREE)) continue;
    const reason = REASONED.find((r) => r.name.test(name));
    if (reason && meets(licence, new Set([...FREE, ...reason.licences]))) excused += 1;
    else faults.push(`${name} is under ${licence}`);
  }
  return { check: 'licences', looked: production.length, of: 'packages', floor: 250, faults, note: `${excused} by reasoned exception` };
}
