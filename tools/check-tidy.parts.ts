/** Kinds of file in a part (`noun.kind.ts`); a part that needs another kind needs a reason first. */
const KINDS = ['contract', 'process', 'rules', 'service', 'sql', 'words', 'demo', 'jobs', 'reading', 'test', 'rules.test'];
const PART = /^src\/features\/([^/]+)\/([^/]+)\//;
const ENGINE = /^src\/engines\/([^/]+)\//;

const grouped = (files: readonly string[], by: RegExp): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const room = by.exec(file)?.[0];
    if (room) groups.set(room, [...(groups.get(room) ?? []), file.slice(room.length)]);
  }
  return groups;
};

function partFaults(room: string, files: readonly string[]): string[] {
  const needs: readonly [string, (file: string) => boolean][] = [
    ['about.md', (f) => f === 'about.md'],
    ['index.ts (its front door)', (f) => f === 'index.ts'],
    ['a contract (or listener.service.ts, when nobody asks it over HTTP)', (f) => /^([^/]+[.]contract|listener[.]service)[.]ts$/.test(f)],
    ['words', (f) => /^[^/]+[.]words[.]ts$/.test(f)],
    ['a test', (f) => f.endsWith('.test.ts')],
  ];
  const missing = needs.filter(([, is]) => !files.some(is)).map(([what]) => `${room} has no ${what}`);
  const odd = files.flatMap((file) => {
    if (file.startsWith('ui/')) return uiFaults(room, file);
    if (file.includes('/')) return [`${room}${file}: a part has no rooms but ui/`];
    if (file === 'index.ts' || file === 'about.md') return [];
    const [, kind] = /^[a-z0-9-]+[.]([a-z.]+)[.]ts$/.exec(file) ?? [];
    return kind && KINDS.includes(kind) ? [] : [`${room}${file}: files are called noun.kind.ts, kinds are ${KINDS.join(', ')}`];
  });
  return [...missing, ...odd];
}

function uiFaults(room: string, file: string): string[] {
  if (/^ui\/((member|console|both)\/)?[A-Za-z0-9-]+([.](words|rules|test|rules[.]test))?[.](tsx?|css)$/.test(file)) return [];
  return [`${room}${file}: under ui/ stand screens and what they are made of, in member/, console/ and for both`];
}

/** What the parts and engines lack of what every one of them has. */
export function roomFaults(files: readonly string[]): { faults: string[]; parts: number; engines: number } {
  const parts = grouped(files, PART);
  const engines = grouped(files, ENGINE);
  const faults = [...parts].flatMap(([room, own]) => partFaults(room, own));
  for (const [room, own] of engines) {
    if (!own.includes('about.md')) faults.push(`${room} has no about.md`);
    if (!own.includes('index.ts')) faults.push(`${room} has no front door (index.ts)`);
    if (!own.some((file) => file.endsWith('.test.ts'))) faults.push(`${room} has no test`);
  }
  return { faults, parts: parts.size, engines: engines.size };
}
