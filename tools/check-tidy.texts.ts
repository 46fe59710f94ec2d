import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXT = /[.](ts|tsx|mjs|js|json|md|sql|css|html|svg|ya?ml|sh|txt)$|^[^.]+$|^[.]ci\/|[.]npmrc$|[.]gitignore$/;
const MACHINE = [
  [/(?<![\w.~-])\/(home|root|Users|work)\/[\w.-]+/, 'a path of one machine'],
  [/(?<![\w.~-])\/tmp\/[\w.-]+/, 'a path of one machine (os.tmpdir() knows it)'],
  [/[A-Z]:\\\\?Users/, 'a path of one machine'],
  [/\b(registry[.]npmjs[.]org|registry[.]npmmirror|npmmirror[.]com|artifactory|verdaccio|nexus)\b/i, 'the host of a package registry'],
  [/"resolved":\s*"https?:/, 'the host of a package registry'],
] as const;
const CONFLICT = /^(<{7}|={7}|>{7})( |$)/m;

/** Whether a file is text that is looked at. */
export const isText = (path: string): boolean => TEXT.test(path.slice(path.lastIndexOf('/') + 1)) || TEXT.test(path);

/** What no text of the tree may hold: paths and hosts of one machine, marks of a merge. */
export function textFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  if (path.startsWith('tools/check-')) return faults;
  for (const [pattern, what] of MACHINE) {
    const found = pattern.exec(text);
    if (found) faults.push(`${path}:${text.slice(0, found.index).split('\n').length} ${what}: ${found[0]}`);
  }
  if (CONFLICT.test(text)) faults.push(`${path} holds marks of an unfinished merge`);
  return faults;
}

/** Links of a Markdown file to files that are not there. */
export function linkFaults(house: string, path: string, text: string): { faults: string[]; links: number } {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? '').filter((to) => !/^([a-z]+:|#)/.test(to));
  const faults = links.filter((to) => !existsSync(join(house, dirname(path), to.split('#')[0] ?? ''))).map((to) => `${path} links to ${to}, which is not there`);
  return { faults, links: links.length };
}
