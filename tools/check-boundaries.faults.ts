/**
 * One fault against each rule of .dependency-cruiser.mjs: where a file is planted, what it says, and the rule that must find it.
 * Planted in a copy of src, never in src. `also` are innocent files that the fault needs.
 */
export type Fault = { readonly rule: string; readonly file: string; readonly text: string; readonly also?: Readonly<Record<string, string>> };

const see = (what: string): string => `import * as x from '${what}';\nexport const y = x;\n`;
const ROOM = 'src/features/mailbox/planted';
const OTHER = 'src/features/funds/planted';
const up = (n: number, path: string): string => `${'../'.repeat(n)}${path}`;

const innocent = {
  [`${OTHER}/index.ts`]: 'export const there = 1;\n',
  [`${OTHER}/planted.service.ts`]: 'export const there = 1;\n',
  [`${ROOM}/planted.service.ts`]: 'export const there = 1;\n',
  [`${ROOM}/ui/member/Planted.tsx`]: 'export const there = 1;\n',
  [`${ROOM}/ui/console/Planted.tsx`]: 'export const there = 1;\n',
  'src/engines/ledger/index.ts': 'export const there = 1;\n',
  'src/engines/ballot/index.ts': 'export const there = 1;\n',
};

export const FAULTS: readonly Fault[] = [
  { rule: 'no-circular', file: `${ROOM}/round.ts`, text: see('./about.ts'), also: { ...innocent, [`${ROOM}/about.ts`]: see('./round.ts') } },
  { rule: 'no-orphans', file: `${ROOM}/alone.ts`, text: 'export const y = 1;\n' },
  { rule: 'no-unresolved', file: `${ROOM}/nowhere.ts`, text: see('#engines/nowhere') },
  { rule: 'no-dev-deps', file: `${ROOM}/dev.ts`, text: see('fast-check') },
  { rule: 'no-tests-in-production', file: `${ROOM}/tested.ts`, text: see('./some.test.ts'), also: { [`${ROOM}/some.test.ts`]: 'export const y = 1;\n' } },
  { rule: 'shared-knows-nobody', file: 'src/shared/planted.ts', text: see('#platform/db') },
  { rule: 'floor', file: 'src/platform/http/planted.ts', text: see('#engines/org') },
  { rule: 'engine-knows-no-feature', file: 'src/engines/org/planted.ts', text: see(up(2, `features/mailbox/planted/index.ts`)), also: { [`${ROOM}/index.ts`]: 'export const there = 1;\n' } },
  { rule: 'engine-tiers', file: 'src/engines/org/tiers.ts', text: see('#engines/ledger') },
  { rule: 'engine-tiers-2', file: 'src/engines/ledger/tiers.ts', text: see('#engines/ballot') },
  { rule: 'engine-has-a-tier', file: 'src/engines/astrology/index.ts', text: see('#shared/ids') },
  { rule: 'feature-knows-no-feature', file: `${ROOM}/sideways.ts`, text: see(up(2, 'funds/planted/index.ts')) },
  { rule: 'feature-knows-no-app', file: `${ROOM}/ui/member/App.tsx`, text: see(up(5, 'web/member/planted.ts')), also: { 'src/web/member/planted.ts': 'export const y = 1;\n' } },
  { rule: 'services-see-no-screens', file: `${ROOM}/draws.ts`, text: see('./ui/member/Planted.tsx') },
  { rule: 'front-door', file: `${ROOM}/window.ts`, text: see(up(3, 'engines/ledger/inside.ts')), also: { 'src/engines/ledger/inside.ts': 'export const y = 1;\n' } },
  { rule: 'front-door-platform', file: 'src/platform/clock/window.ts', text: see('../log/inside.ts'), also: { 'src/platform/log/inside.ts': 'export const y = 1;\n' } },
  { rule: 'front-door-engine', file: 'src/engines/ballot/window.ts', text: see('../ledger/inside.ts') },
  { rule: 'front-door-feature', file: 'src/planted.ts', text: see('./features/funds/planted/planted.service.ts') },
  { rule: 'rules-are-pure', file: `${ROOM}/planted.rules.ts`, text: see('node:fs') },
  { rule: 'process-only-asks-cases', file: `${ROOM}/asks.rules.ts`, text: see('#engines/cases') },
  { rule: 'sql-in-sql-files', file: `${ROOM}/asks.service.ts`, text: "import { sql } from '#platform/db';\nexport const y = sql;\n" },
  { rule: 'sql-knows-no-service', file: `${ROOM}/planted.sql.ts`, text: see('./planted.service.ts') },
  { rule: 'screens-see-contracts', file: `${ROOM}/ui/member/Deep.tsx`, text: see('../../planted.service.ts') },
  { rule: 'screens-run-in-browsers', file: `${ROOM}/ui/member/Node.tsx`, text: see('node:crypto') },
  { rule: 'member-console-apart', file: `${ROOM}/ui/member/Desk.tsx`, text: see('../console/Planted.tsx') },
  { rule: 'console-member-apart', file: `${ROOM}/ui/console/Phone.tsx`, text: see('../member/Planted.tsx') },
  { rule: 'phone-kit', file: `${ROOM}/ui/member/Antd.tsx`, text: see('antd') },
  { rule: 'server-draws-nothing', file: `${ROOM}/react.ts`, text: see('react') },
];
